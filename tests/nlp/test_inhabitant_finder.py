"""Inhabitants that the tagger missed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.knowledge.gazetteer import Gazetteer, load_gazetteer
from reader.nlp.findings import Finding
from reader.nlp.inhabitant_finder import missed_inhabitants
from reader.nlp.tag_heads import NAMES, columns_of
from reader.nlp.text_tags import outside

Tagged = Callable[..., Doc]


@pytest.fixture(scope="module")
def gazetteer(resources: Path) -> Gazetteer:
    return load_gazetteer(resources)


def found_in(doc: Doc, gazetteer: Gazetteer, *, no_name: float = 0.5, **names: EntityKind) -> list[str]:
    """What is found where the encoder gives every word this probability of being no name."""
    shares = outside(len(doc))[:, columns_of(NAMES)]
    shares[:, 0] = no_name
    findings = [
        Finding(token.i, token.i + 1, names[token.text], confidence=0.9)
        for token in doc
        if token.text in names
    ]
    found = list(missed_inhabitants([token.text for token in doc], shares, findings, gazetteer))
    assert {(one.kind, one.form) for one in found} <= {(EntityKind.PLACE, MentionForm.DERIVED)}
    return [doc[one.start : one.end].text for one in found]


@pytest.mark.parametrize(
    ("text", "inhabitants"),
    [
        ("In Kronsteden sang eine Kronstederin vor vielen Kronstedern", ["Kronstederin", "Kronstedern"]),
        ("In Wetterstadt half ein Wetterstädter", ["Wetterstädter"]),
        ("Viele Kiewer Ärzte und eine Darmstädterin halfen", ["Kiewer", "Darmstädterin"]),
        ("Viele Kiewer halfen", []),
        ("Die „ Kiewer Buben “ sangen", []),
        ("Die Helfer und ein Meister aus Amberg kamen", []),
    ],
)
def test_inhabitants_are_found_beside_their_town(
    gazetteer: Gazetteer, tagged: Tagged, text: str, inhabitants: list[str]
) -> None:
    """A town that is named, or a known one before a noun or with the ending of women."""
    towns = {"Kronsteden": EntityKind.PLACE, "Wetterstadt": EntityKind.PLACE, "Amberg": EntityKind.PLACE}

    assert found_in(tagged(text), gazetteer, **towns) == inhabitants


def test_people_are_no_inhabitants(gazetteer: Gazetteer, tagged: Tagged) -> None:
    """Somebody of the article is called so."""
    doc = tagged("Anna Mannheimer kam aus Mannheim ; Mannheimer Worte blieben")
    people = {"Anna": EntityKind.PERSON, "Mannheimer": EntityKind.PERSON}

    assert found_in(doc, gazetteer, **people, Mannheim=EntityKind.PLACE) == []


def test_the_encoder_outweighs_the_rule(gazetteer: Gazetteer, tagged: Tagged) -> None:
    """Where it is sure that a word is no name."""
    doc = tagged("Viele Kiewer Ärzte halfen")

    assert found_in(doc, gazetteer, no_name=0.99) == []
