"""Borders of names that words beside them, or the gazetteer, tell better than the tagger."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.knowledge.gazetteer import load_gazetteer
from reader.nlp.findings import Finding
from reader.nlp.mention_finder import find_mentions
from reader.nlp.name_borders import KnownBorders
from reader.nlp.name_rules import NameRules
from reader.nlp.tag_heads import COLUMNS, NAMES, columns_of, head_called
from reader.nlp.text_tags import SHARES, register_extensions

Marked = Callable[[str, dict[str, str]], Doc]


@pytest.fixture(scope="module")
def borders(resources: Path) -> KnownBorders:
    return KnownBorders(load_gazetteer(resources))


@pytest.fixture(scope="module")
def marked() -> Marked:
    """Makes a document of a text in which the tagger found the given pieces, each with its label."""
    blank = spacy.blank("de")
    register_extensions()

    def make(text: str, pieces: dict[str, str]) -> Doc:
        doc = blank.make_doc(text)
        for piece, label in pieces.items():
            start = text.index(piece)
            doc.ents = [*doc.ents, doc.char_span(start, start + len(piece), label=label)]
        return doc

    return make


def shown(doc: Doc, findings: list[Finding]) -> list[str]:
    return [f"{finding.label}: {doc[finding.start : finding.end].text}" for finding in findings]


@pytest.mark.parametrize(
    ("text", "parts", "whole"),
    [
        ("Joost van den Broek kam.", ("Joost van",), "Joost van den Broek"),
        ("Jean-Luc Le Bihan kam.", ("Jean-Luc", "Le Bihan"), "Jean-Luc Le Bihan"),
        ("Karl Ammann senior kam.", ("Karl Ammann",), "Karl Ammann senior"),
    ],
)
def test_names_of_people_are_whole(
    marked: Marked, rules: NameRules, text: str, parts: tuple[str, ...], whole: str
) -> None:
    doc = marked(text, dict.fromkeys(parts, "PER"))

    assert shown(doc, find_mentions(doc, rules)) == [f"PER: {whole}"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sie rief das Auswärtige Amt an", ["ORG: Auswärtige Amt"]),
        ("im Namen des Deutschen Roten Kreuzes", ["ORG: Deutschen Roten Kreuzes"]),
        ("das auswärtige Amt", []),
        ("des Deutschen Roten Ordens", []),
    ],
)
def test_a_known_name_is_found_in_every_case(
    borders: KnownBorders, marked: Marked, text: str, found: list[str]
) -> None:
    """Even if the tagger saw nothing; its adjective has a capital only there."""
    doc = marked(text, {})

    assert shown(doc, borders.put_right(doc, [])) == found


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Gestern traf Ola Nordmann Kari Sande.", ("Ola Nordmann", "Kari Sande")),
        ("Das sagte Lene van der Woche später.", ("Lene",)),
        ("Der senior kam mit Ammann.", ("Ammann",)),
    ],
)
def test_names_of_people_take_nothing_that_is_not_theirs(
    marked: Marked, rules: NameRules, text: str, people: tuple[str, ...]
) -> None:
    doc = marked(text, dict.fromkeys(people, "PER"))

    assert shown(doc, find_mentions(doc, rules)) == [f"PER: {one}" for one in people]


@pytest.mark.parametrize("name", ["„Seeblick“", "»Seeblick«", "«Seeblick»"])
def test_the_marks_around_a_newspaper_belong_to_its_name(marked: Marked, rules: NameRules, name: str) -> None:
    """As those of a ship or a film do."""
    doc = marked(f"Das schrieb die Zeitung {name} am Montag.", {"Seeblick": "ORG"})

    assert shown(doc, find_mentions(doc, rules)) == [f"ORG: {name}"]


def test_a_name_in_marks_is_found_again(marked: Marked, rules: NameRules, borders: KnownBorders) -> None:
    """A bare word like it is not."""
    doc = marked(
        "Das schrieb „Seeblick“. Der „Seeblick“ blieb dabei. Der Seeblick ist schön.", {"Seeblick": "ORG"}
    )

    found = borders.put_right(doc, find_mentions(doc, rules))

    assert shown(doc, found) == ["ORG: „Seeblick“", "ORG: „Seeblick“"]


@pytest.mark.parametrize("name", ["Geschwader 71 »Richthofen«", "Bataillon „Deichwacht“"])
def test_the_mark_that_closes_a_byname_belongs_to_the_unit(
    marked: Marked, borders: KnownBorders, rules: NameRules, name: str
) -> None:
    doc = marked(f"Das {name} übt.", {name: "ORG"})

    assert shown(doc, borders.put_right(doc, find_mentions(doc, rules))) == [f"ORG: {name}"]


def test_the_marks_around_a_person_are_those_of_a_quotation(marked: Marked, rules: NameRules) -> None:
    doc = marked("Wer kommt? „Ammann“, sagte sie.", {"Ammann": "PER"})

    assert shown(doc, find_mentions(doc, rules)) == ["PER: Ammann"]


@pytest.mark.parametrize(
    ("text", "label", "word", "expected"),
    [
        ("Die österreichische Agentur schwieg.", "ORG", "österreichische", "LOCderiv: österreichische"),
        ("In Lwiwer Zeitungen steht nichts.", "LOC", "Lwiwer", "LOCderiv: Lwiwer"),
        ("Die Ukraine schwieg.", "LOC", "Ukraine", "LOC: Ukraine"),
        ("Die Deutsche schwieg.", "MISC", "Deutsche", "MISC: Deutsche"),
    ],
)
def test_what_is_derived_from_a_place_is_no_organisation(
    marked: Marked, rules: NameRules, borders: KnownBorders, text: str, label: str, word: str, expected: str
) -> None:
    doc = marked(text, {word: label})

    assert shown(doc, borders.put_right(doc, find_mentions(doc, rules))) == [expected]


@pytest.mark.parametrize(
    ("text", "parts", "whole"),
    [
        (
            "Das will Bündnis 90/Die Grünen.",
            {"Bündnis 90": "ORG", "Die Grünen": "ORG"},
            "ORG: Bündnis 90/Die Grünen",
        ),
        ("Sie wohnt in Frankfurt (Oder).", {"Frankfurt": "LOC"}, "LOC: Frankfurt (Oder)"),
        ("Sie wohnt in Frankfurt (Hessen).", {"Frankfurt": "LOC"}, "LOC: Frankfurt"),
        ("Die Kulturen des Nahen Ostens blühten.", {"Nahen": "LOC"}, "LOC: Nahen Ostens"),
        ("Sie fuhr durch die Straße von Hormus.", {"Hormus": "LOC"}, "LOC: Straße von Hormus"),
    ],
)
def test_known_names_with_marks_in_them_are_whole(
    marked: Marked,
    rules: NameRules,
    borders: KnownBorders,
    text: str,
    parts: dict[str, str],
    whole: str,
) -> None:
    doc = marked(text, parts)

    assert shown(doc, borders.put_right(doc, find_mentions(doc, rules))) == [whole]


@pytest.mark.parametrize(
    ("text", "piece", "label", "expected"),
    [
        ("Rakka/Damaskus (AFP)", "Rakka/Damaskus", "LOC", ["LOC: Rakka", "LOC: Damaskus"]),
        ("Frankfurt/Main (dpa)", "Frankfurt/Main", "LOC", ["LOC: Frankfurt/Main"]),
        (
            "Der Dachverband Economiesuisse ruft.",
            "Dachverband Economiesuisse",
            "ORG",
            ["ORG: Economiesuisse"],
        ),
        ("Die Deutsche Bahn ruft.", "Deutsche Bahn", "ORG", ["ORG: Deutsche Bahn"]),
    ],
)
def test_a_name_is_neither_two_names_nor_its_class(
    marked: Marked,
    rules: NameRules,
    borders: KnownBorders,
    text: str,
    piece: str,
    label: str,
    expected: list[str],
) -> None:
    doc = marked(text, {piece: label})

    assert shown(doc, borders.put_right(doc, find_mentions(doc, rules))) == expected


@pytest.mark.parametrize(
    ("text", "pieces", "expected"),
    [
        ("Viele Berliner:innen kamen.", {"Berliner": "LOC"}, ["LOCderiv: Berliner:innen"]),
        ("Viele Russ:innen kamen.", {"Russ": "PER"}, ["LOCderiv: Russ:innen"]),
        ("Viele Syrer*innen kamen.", {}, ["LOCderiv: Syrer*innen"]),
        ("Ein:e Ukrainer_in kam.", {}, ["LOCderiv: Ukrainer_in"]),
        ("Die SPD-Politiker:innen kamen.", {"SPD-Politiker": "ORGpart"}, ["ORGpart: SPD-Politiker:innen"]),
        ("Die Bürger*innen kamen.", {}, []),
        ("Das sagte Anna Berg: in Kiel.", {"Anna Berg": "PER"}, ["PER: Anna Berg"]),
    ],
)
def test_forms_for_all_genders_are_one_word(
    marked: Marked,
    rules: NameRules,
    borders: KnownBorders,
    text: str,
    pieces: dict[str, str],
    expected: list[str],
) -> None:
    doc = marked(text, pieces)

    assert shown(doc, borders.put_right(doc, find_mentions(doc, rules))) == expected


def test_the_signs_of_a_horoscope_are_nobody(marked: Marked, rules: NameRules, borders: KnownBorders) -> None:
    text = "Löwe (23.7.): Mut.\nKrebs: Ruhe mit Anna Berg.\nWaage: Geduld."
    doc = marked(text, {"Löwe": "LOC", "Krebs": "PER", "Anna Berg": "PER", "Waage": "PER"})

    assert shown(doc, borders.put_right(doc, find_mentions(doc, rules))) == ["PER: Anna Berg"]


def test_people_called_like_star_signs_stay_in_an_interview(
    marked: Marked, rules: NameRules, borders: KnownBorders
) -> None:
    doc = marked("Krebs: Warum?\nStier: Darum.\nKrebs: Ach.", {"Krebs": "PER", "Stier": "PER"})

    assert shown(doc, borders.put_right(doc, find_mentions(doc, rules))) == ["PER: Krebs", "PER: Stier"]


@pytest.mark.parametrize("piece", ["Zeigen Sie", "Treffen Sie Freunde"])
def test_an_imperative_is_no_name(marked: Marked, rules: NameRules, piece: str) -> None:
    assert find_mentions(marked(f"{piece} heute.", {piece: "MISC"}), rules) == []


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Söders", "PER"), ("LAGARDE", "PER"), ("Putin", "PER"), ("Rhein", "ORG"), ("Weber", "ORG")],
)
def test_the_surname_of_somebody_in_office_is_no_organisation(
    marked: Marked, borders: KnownBorders, word: str, expected: str
) -> None:
    """Unless it is a word as well."""
    doc = marked(f"Der Widerstand {word} wuchs.", {})
    guess = Finding(2, 3, EntityKind.ORGANIZATION, confidence=0.6)

    assert shown(doc, borders.put_right(doc, [guess])) == [f"{expected}: {word}"]


@pytest.mark.parametrize(
    ("share", "expected"), [(0.3, "Vereinten Nationen"), (0.9, "Vereinten Nationen Trümmer")]
)
def test_a_known_name_ends_before_a_noun_that_the_tagger_doubts(
    marked: Marked, rules: NameRules, borders: KnownBorders, share: float, expected: str
) -> None:
    """As in "im Auftrag der Vereinten Nationen Trümmer begutachten"."""
    doc = marked("Im Auftrag der Vereinten Nationen Trümmer prüfen.", {"Vereinten Nationen Trümmer": "ORG"})
    shares = np.zeros((len(doc), COLUMNS), dtype=np.float32)
    inside = columns_of(NAMES).start + head_called(NAMES).tags.index("I-ORG")
    shares[5, inside] = share
    doc._.set(SHARES, shares)

    assert shown(doc, borders.put_right(doc, find_mentions(doc, rules))) == [f"ORG: {expected}"]


def test_the_apostrophe_of_a_genitive_stays_with_a_known_name(
    marked: Marked, rules: NameRules, borders: KnownBorders
) -> None:
    """However little the encoder thinks that a name goes on there."""
    doc = marked("Der Umsatz Siemens’ stieg.", {"Siemens’": "ORG"})
    doc._.set(SHARES, np.zeros((len(doc), COLUMNS), dtype=np.float32))

    assert shown(doc, borders.put_right(doc, find_mentions(doc, rules))) == ["ORG: Siemens’"]


@pytest.mark.parametrize(
    ("text", "piece", "expected"),
    [
        ("Gäste: Ole Hansen Mehmet Aydin", "Ole Hansen Mehmet Aydin", ["Ole Hansen", "Mehmet Aydin"]),
        ("Johann Sebastian Bach spielt.", "Johann Sebastian Bach", ["Johann Sebastian Bach"]),
        ("Er sprach mit Dr. Ines Kolb.", "Ines", ["Ines Kolb"]),
        ("Heute hat Ines Geburtstag.", "Ines", ["Ines"]),
    ],
)
def test_forenames_tell_where_people_begin(
    marked: Marked, rules: NameRules, text: str, piece: str, expected: list[str]
) -> None:
    doc = marked(text, {piece: "PER"})

    assert shown(doc, find_mentions(doc, rules)) == [f"PER: {name}" for name in expected]
