"""What places adjectives and inhabitants come from."""

from pathlib import Path

import pytest

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.knowledge.gazetteer import Gazetteer, load_gazetteer
from reader.nlp.derived_words import as_from_town, likely_place, place_by_rule, place_of_word
from reader.nlp.findings import Finding


@pytest.fixture(scope="module")
def gazetteer(resources: Path) -> Gazetteer:
    return load_gazetteer(resources)


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("Zürcherinnen", "Zürich"),
        ("Gütersloher", "Gütersloh"),
        ("Bremerin", "Bremen"),
        ("Celler", "Celle"),
        ("Darmstädterin", "Darmstadt"),
        ("Ingolstädtern", "Ingolstadt"),
        ("Mailänder", "Mailand"),
        ("Mühlhäuser", "Mühlhausen"),
        ("Wernigeröder", "Wernigerode"),
        ("Tübingers", "Tübingen"),
        ("Straubinger", "Straubing"),
        ("Dresdnerin", "Dresden"),
        ("Meißner", "Meißen"),
        ("Kaiserslauterer", "Kaiserslautern"),
        ("Münsteranerin", "Münster"),
        ("Jenenser", "Jena"),
        ("Genueser", "Genua"),
        ("Lissabonner", "Lissabon"),
        ("Tölzer", "Bad Tölz"),
        ("Kölner:innen", "Köln"),
        ("Muenchnerinnen", "München"),
        ("hamburgische", "Hamburg"),
        ("vogtländischen", "Vogtland"),
        ("ostwestfälische", "Ostwestfalen"),
        ("unterfränkischem", "Unterfranken"),
        ("ostukrainische", "Ostukraine"),
        ("Norditaliener", "Norditalien"),
        ("prorussische", "Russland"),
        ("innerdeutschen", "Deutschland"),
        ("südkoreanisch", "Südkorea"),
    ],
)
def test_an_inhabitant_or_adjective_leads_to_its_place(gazetteer: Gazetteer, word: str, place: str) -> None:
    """By the rules of spelling, in every case, for men, women and all genders."""
    assert (gazetteer.place_of_derived(word) or place_by_rule(word, gazetteer)) == place


@pytest.mark.parametrize("word", ["Wettersinger", "kleinstädtisch", "er", "Ehe", "Oberer", "prophetisch"])
def test_other_words_lead_to_no_known_place(gazetteer: Gazetteer, word: str) -> None:
    assert place_by_rule(word, gazetteer) is None


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("Wettersinger", "Wettersingen"),
        ("Kleinstädterinnen", "Kleinstadt"),
        ("Altenröder", "Altenrode"),
        ("Nordheimern", "Nordheim"),
        ("levantinischen", "levantinisch"),
    ],
)
def test_an_unknown_place_is_called_as_places_are(word: str, place: str) -> None:
    """An adjective that tells no place is shown without its ending."""
    assert likely_place(word) == place


@pytest.mark.parametrize("words", [("Kieler", "Werft"), ("Wolfsburger", "Autobauer"), ("Münchner", "Firma")])
def test_what_is_called_after_its_town_only_has_no_name(gazetteer: Gazetteer, words: tuple[str, ...]) -> None:
    """Only the word for the town counts."""
    town = as_from_town(Finding(3, 5, EntityKind.ORGANIZATION), words, gazetteer)

    assert town == Finding(3, 4, EntityKind.PLACE, MentionForm.DERIVED)


@pytest.mark.parametrize(
    "words", [("Meyer", "Werft"), ("Kieler", "Nachrichten"), ("Kieler", "Neue", "Werft"), ("Heller", "Werft")]
)
def test_a_body_with_a_name_keeps_it(gazetteer: Gazetteer, words: tuple[str, ...]) -> None:
    """Meyer is no town, and newspapers are called after theirs."""
    body = Finding(3, 3 + len(words), EntityKind.ORGANIZATION)

    assert as_from_town(body, words, gazetteer) == body


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("Deutschtürke", "Türkei"),
        ("Deutschrussin", "Russland"),
        ("Afroamerikaner", "USA"),
        ("Russlanddeutschen", "Deutschland"),
        ("Deutschlehrer", None),
        ("Ungarnreise", None),
    ],
)
def test_people_with_two_homes_are_of_a_known_place(
    gazetteer: Gazetteer, word: str, place: str | None
) -> None:
    """Of the one that tells what they are."""
    assert place_of_word(word, gazetteer) == place
