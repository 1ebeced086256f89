"""Owners are not part of what is theirs, nor are decorations organisations."""

from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.tokens import Doc

from reader.knowledge.gazetteer import load_gazetteer
from reader.nlp.findings import Finding, read_label
from reader.nlp.name_borders import KnownBorders

Right = Callable[..., list[str]]


@pytest.fixture(scope="module")
def put_right(resources: Path, tagged: Callable[..., Doc]) -> Right:
    """What is found in a text in which the tagger saw the given pieces."""
    borders = KnownBorders(load_gazetteer(resources))

    def right(text: str, **labels: str) -> list[str]:
        doc = tagged(text, **labels)
        findings = []
        for ent in doc.ents:
            reading = read_label(ent.label_)
            assert reading is not None
            kind, form, _ = reading
            findings.append(Finding(ent.start, ent.end, kind, form, confidence=0.9))
        return [f"{one.label}: {doc[one.start : one.end].text}" for one in borders.put_right(doc, findings)]

    return right


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("NATO's Maritime Command", ["ORG: NATO's", "ORG: Maritime Command"]),
        ("Deutschlands Bundesbank", ["LOC: Deutschlands", "ORG: Bundesbank"]),
        ("McDonald's Deutschland", ["ORG: McDonald's Deutschland"]),
        ("King's College Norddorf", ["ORG: King's College Norddorf"]),
        ("Texas Instruments", ["ORG: Texas Instruments"]),
        ("Paris Saint-Germain", ["ORG: Paris Saint-Germain"]),
    ],
)
def test_an_owner_in_the_genitive_stands_outside(put_right: Right, name: str, found: list[str]) -> None:
    """Where it is known; some names are genitives themselves."""
    assert put_right(f"Heute schwieg {name} dazu .", ORG=name) == found


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("Er trägt den Orden des Goldenen Sterns .", "Goldenen Sterns", "MISC: Orden des Goldenen Sterns"),
        ("Er erhielt die Medaille der Eintracht .", "Eintracht", "MISC: Medaille der Eintracht"),
        ("Sie ist im Orden der Grauen Schwestern .", "Grauen Schwestern", "ORG: Grauen Schwestern"),
        ("Er wohnt im Hotel Goldener Stern .", "Goldener Stern", "ORG: Goldener Stern"),
    ],
)
def test_a_decoration_is_no_organisation(put_right: Right, text: str, name: str, found: str) -> None:
    """But an order of monks or nuns is one."""
    assert put_right(text, ORG=name) == [found]


@pytest.mark.parametrize(
    ("text", "labels", "found"),
    [
        (
            "vom Bündnis Sahra Wagenknecht kam",
            {"PER": "Sahra Wagenknecht"},
            ["ORG: Bündnis Sahra Wagenknecht"],
        ),
        (
            "des Bündnisses Sahra Wagenknecht",
            {"PER": "Sahra Wagenknecht"},
            ["ORG: Bündnisses Sahra Wagenknecht"],
        ),
        ("ein Bündnis mit Sahra Wagenknecht", {"PER": "Sahra Wagenknecht"}, ["PER: Sahra Wagenknecht"]),
        ("seiner Baltischen Flotte", {"LOCderiv": "Baltischen"}, ["ORG: Baltischen Flotte"]),
        ("die Baltischen Länder", {"LOCderiv": "Baltischen"}, ["LOCderiv: Baltischen"]),
        ("Dort ruht alles . Deutsche Banken zittern", {"LOCderiv": "Deutsche"}, ["LOCderiv: Deutsche"]),
    ],
)
def test_a_known_name_is_whole(put_right: Right, text: str, labels: dict[str, str], found: list[str]) -> None:
    """A person in it is nobody, and its adjective no word alone; at the beginning of a sentence it may be."""
    assert put_right(text, **labels) == found
