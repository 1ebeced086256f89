"""Weapons that agree throughout an article, and what the tagger took for weapons."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.knowledge.gazetteer import load_gazetteer
from reader.nlp.findings import Finding
from reader.nlp.tag_heads import NAMES, columns_of, head_called
from reader.nlp.text_tags import join_shares, outside, register_extensions
from reader.nlp.weapon_consistency import WeaponConsistency
from reader.nlp.weapon_finder import FoundWeapons, WeaponMatch
from reader.nlp.weapon_joiner import with_weapons

Tagged = Callable[..., Doc]
WEAPON = columns_of(NAMES).start + head_called(NAMES).tags.index("B-WEAPON")


@pytest.fixture(scope="module")
def consistency(resources: Path) -> WeaponConsistency:
    return WeaponConsistency(load_gazetteer(resources))


def kinds(doc: Doc, findings: list[Finding]) -> list[str]:
    ordered = sorted(findings, key=lambda finding: finding.start)
    return [f"{doc[finding.start : finding.end].text}: {finding.kind.value}" for finding in ordered]


@pytest.mark.parametrize(
    ("second", "expected"),
    [(EntityKind.OTHER, EntityKind.WEAPON), (EntityKind.PERSON, EntityKind.PERSON)],
)
def test_what_is_vague_in_the_headline_is_the_weapon_of_the_text(
    consistency: WeaponConsistency, tagged: Tagged, second: EntityKind, expected: EntityKind
) -> None:
    """Unless somebody or something else has the name, too."""
    doc = tagged("Streit um Greif . Der Greif rollt")
    found = consistency.settled(doc, [Finding(2, 3, second), Finding(5, 6, EntityKind.WEAPON)])

    assert found[0].kind is expected


@pytest.mark.parametrize(
    ("share", "expected"), [(0.4, ["Greif: weapon", "Greif: weapon"]), (0.0, ["Greif: weapon"])]
)
def test_a_weapon_is_found_again_where_the_encoder_hesitates(
    consistency: WeaponConsistency, tagged: Tagged, share: float, expected: list[str]
) -> None:
    """Not where it is sure of a bird."""
    register_extensions()
    doc = tagged("Streit um Greif . Der Greif rollt")
    shares = outside(len(doc))
    shares[2, WEAPON] = np.float16(share)
    join_shares(doc, [shares])

    assert kinds(doc, consistency.settled(doc, [Finding(5, 6, EntityKind.WEAPON)])) == expected


@pytest.mark.parametrize(
    ("text", "place", "kind"),
    [
        ("Soldaten der Unifil blieben", 2, EntityKind.ORGANIZATION),
        ("Truppen der KFOR blieben", 2, EntityKind.ORGANIZATION),
        ("Der Kfor gehören Soldaten an", 1, EntityKind.ORGANIZATION),
        ("Er trug eine Beretta bei sich", 3, EntityKind.WEAPON),
        ("Der Greif rollt", 1, EntityKind.WEAPON),
    ],
)
def test_a_mission_is_no_weapon(
    consistency: WeaponConsistency, tagged: Tagged, text: str, place: int, kind: EntityKind
) -> None:
    """Known organisations stay some; a pistol is called after its maker."""
    found = consistency.settled(tagged(text), [Finding(place, place + 1, EntityKind.WEAPON)])

    assert [finding.kind for finding in found] == [kind]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Trident Dreizack", "Trident"),
        ("Puma S1", "Puma S1"),
        ("Fuchs Evolution", "Fuchs Evolution"),
        ("K9 Vidar", "K9 Vidar"),
    ],
)
def test_two_names_side_by_side_are_not_joined(words: str, expected: str) -> None:
    """A variant belongs to the name, another word does not."""
    text = words.split()
    known = WeaponMatch(0, 1, MentionForm.NAME, False, "known", text[0], 0.9)
    seen = Finding(0, len(text), EntityKind.WEAPON, confidence=0.9)
    found = with_weapons([seen], FoundWeapons((known,), frozenset()), text)

    assert [" ".join(text[one.start : one.end]) for one in found] == [expected]


def test_the_class_word_behind_a_name_is_no_part_of_it() -> None:
    """Gripen E fighter jet is a name and a class."""
    text = ["Gripen", "E", "fighter", "jet"]
    jet = WeaponMatch(2, 4, MentionForm.NAME, True, None, "Fighter jet", 0.9)
    seen = Finding(0, 4, EntityKind.WEAPON, confidence=0.9)
    found = with_weapons([seen], FoundWeapons((jet,), frozenset()), text)

    assert sorted(" ".join(text[one.start : one.end]) for one in found) == ["Gripen E", "fighter jet"]


def test_what_is_written_in_lower_case_is_no_named_weapon() -> None:
    """The leopard of an English zoo; iPatrol only begins so."""
    text = ["leopard", "iPatrol"]
    seen = [
        Finding(0, 1, EntityKind.WEAPON, confidence=0.9),
        Finding(1, 2, EntityKind.WEAPON, confidence=0.9),
    ]
    found = with_weapons(seen, FoundWeapons((), frozenset()), text)

    assert [text[finding.start] for finding in found] == ["iPatrol"]
