"""Telling people from what is only called like people."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, Span

from reader.knowledge.gazetteer import load_gazetteer
from reader.knowledge.office_holders import full_names
from reader.nlp.findings import register_extensions
from reader.nlp.mention_finder import find_mentions
from reader.nlp.name_consistency import NameConsistency
from reader.nlp.name_rules import NameRules
from reader.nlp.person_names import load_given_names

Agree = Callable[[str], list[str]]
PIECE = re.compile(r"\[(\w+):([^\]]+)\]|([^\[]+)")


@pytest.fixture(scope="module")
def consistency(resources: Path, rules: NameRules) -> NameConsistency:
    given_names = load_given_names(resources / "lexicons")
    return NameConsistency(load_gazetteer(resources), rules.not_names, given_names, full_names(resources))


@pytest.fixture
def agreed(consistency: NameConsistency, rules: NameRules) -> Agree:
    """What is found in a text of words parted by spaces, in which the tagger saw what is marked in it."""
    blank = spacy.blank("de")
    register_extensions()

    def agree(marked: str) -> list[str]:
        words: list[str] = []
        tagged: list[tuple[int, int, str]] = []
        for label, piece, plain in PIECE.findall(marked):
            start = len(words)
            words += (piece or plain).split()
            tagged += [(start, len(words), label)] if label else []
        doc = Doc(blank.vocab, words=words)
        doc.ents = [Span(doc, start, end, label) for start, end, label in tagged]
        findings = consistency.consistent(doc, find_mentions(doc, rules))
        ordered = sorted(findings, key=lambda finding: finding.start)
        return [f"{finding.label}: {doc[finding.start : finding.end].text}" for finding in ordered]

    return agree


@pytest.mark.parametrize("firm", ["Ahrens Moden", "Wolf Brötchen", "Schmidt Reisen"])
def test_a_name_with_a_trade_is_a_firm(agreed: Agree, firm: str) -> None:
    """The name is that of the founder."""
    assert agreed(f"Filialen von [PER:{firm}] schließen .") == [f"ORG: {firm}"]


def test_a_surname_behind_its_firm_is_the_firm(agreed: Agree) -> None:
    """Günter Holz has the Spedition Holz."""
    found = agreed("[PER:Günter Holz] führt die Spedition Holz . [PER:Holz] sang .")

    assert found == ["PER: Günter Holz", "ORG: Holz", "PER: Holz"]


def test_the_owner_is_the_person_however_often_the_name_was_a_firm(agreed: Agree) -> None:
    """In „Maduros Team“ nobody but the person is meant; Bosch is a firm, too."""
    person = agreed("[PER:Nicolás Maduro] kam . [ORG:Maduros] Team und [ORG:Maduros] Partei schwiegen .")
    firm = agreed("[PER:Werner Bosch] kam . [ORG:Bosch] und [ORG:Bosch] schwiegen .")

    assert person == ["PER: Nicolás Maduro", "PER: Maduros", "PER: Maduros"]
    assert firm == ["PER: Werner Bosch", "ORG: Bosch", "ORG: Bosch"]


def test_the_full_name_of_somebody_in_office_is_whole(agreed: Agree) -> None:
    """Whatever the tagger saw of it; a name that goes on is another."""
    assert agreed("Es sprach [PER:Scott] Bessent .") == ["PER: Scott Bessent"]
    assert agreed("Es sprach Marco Rubio .") == ["PER: Marco Rubio"]
    assert agreed("Das [ORG:Marco Rubio Institut] schwieg .") == ["ORG: Marco Rubio Institut"]


def test_a_surname_behind_the_article_of_the_plural_is_several(agreed: Agree) -> None:
    """Die Okonkwos are a family, wherever the tagger saw them."""
    found = agreed("[PER:Chidi Okonkwo] kam . Die Okonkwos freuten sich .")

    assert found == ["PER: Chidi Okonkwo", "PER: Okonkwos"]


def test_men_are_no_die_fischer(agreed: Agree) -> None:
    """Behind „Die“ Fischer are several, if the article's Fischer is a man; Lau may be the woman."""
    men = agreed("[PER:Jan Fischer] kam . Die [PER:Fischer] streikten .")
    woman = agreed("[PER:Anna Lau] kam . Die [PER:Lau] streikte .")

    assert men == ["PER: Jan Fischer"]
    assert woman == ["PER: Anna Lau", "PER: Lau"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[LOCderiv:Hamburger] sang .", "PER: Hamburger"),
        ("[LOCderiv:Hamburger] Schulen sind zu .", "LOCderiv: Hamburger"),
        ("Da sagte [LOCderiv:Hamburger] nichts .", "PER: Hamburger"),
        ("Die [LOCderiv:Hamburger] sangen .", "LOCderiv: Hamburger"),
        ("Viele [LOCderiv:Hamburger] sangen .", "LOCderiv: Hamburger"),
    ],
)
def test_a_surname_like_that_of_inhabitants_is_its_bearers(agreed: Agree, text: str, found: str) -> None:
    """Where nothing stands beside it, and the article has the full name."""
    assert agreed(f"[PER:Emil Hamburger] kam . {text}") == ["PER: Emil Hamburger", found]


def test_inhabitants_are_nobody_without_a_full_name(agreed: Agree) -> None:
    assert agreed("[PER:Emil Kern] kam . [LOCderiv:Hamburger] sangen .") == [
        "PER: Emil Kern",
        "LOCderiv: Hamburger",
    ]


@pytest.mark.parametrize(
    ("full", "owned", "owner"),
    [
        ("J. D. Vance", "JD Vances Büro", "JD Vances"),
        ("Anna Brandt", "Anna Brandts Verband", "Anna Brandts"),
    ],
)
def test_an_owner_in_full_is_no_part_of_what_is_owned(
    agreed: Agree, full: str, owned: str, owner: str
) -> None:
    assert agreed(f"[PER:{full}] kam . Das sagte [ORG:{owned}] .") == [f"PER: {full}", f"PER: {owner}"]


def test_a_missed_surname_in_another_spelling_belongs_to_the_given_name(agreed: Agree) -> None:
    found = agreed("[PER:Hisham al-Qudah] kam . Heute sprach [LOC:Hesham] al-Kudah hier .")

    assert found == ["PER: Hisham al-Qudah", "PER: Hesham al-Kudah"]


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("Es siegte die [ORG:Polin Wysocka] .", ["LOCderiv: Polin", "PER: Wysocka"]),
        ("Das Tor des [LOC:Esten Tamm] zählte .", ["LOCderiv: Esten", "PER: Tamm"]),
        ("Dritter war der [LOCderiv:Franzose] [ORG:Rahn] .", ["LOCderiv: Franzose", "PER: Rahn"]),
        ("Der junge [LOCderiv:Däne] [LOC:Mortensen] fiel .", ["LOCderiv: Däne", "PER: Mortensen"]),
        ("Das sagte der [PER:Ire] [PER:Declan Rourke] .", ["LOCderiv: Ire", "PER: Declan Rourke"]),
        ("Die [ORG:Deutsche Bahn] baut .", ["ORG: Deutsche Bahn"]),
        ("Die [ORG:Polnische Wysocka] baut .", ["ORG: Polnische Wysocka"]),
        ("Der [LOCderiv:Finne] [ORG:Nokia] baut .", ["LOCderiv: Finne", "ORG: Nokia"]),
        ("Die [LOCderiv:Russen] [ORG:Lukjan] bauen .", ["LOCderiv: Russen", "ORG: Lukjan"]),
        ("Der [LOCderiv:Ire] [ORGpart:Ryanair-Chef] kam .", ["LOCderiv: Ire", "ORGpart: Ryanair-Chef"]),
    ],
)
def test_the_name_behind_somebody_of_a_country_is_a_person(
    agreed: Agree, marked: str, found: list[str]
) -> None:
    """Behind an adjective it is a body, behind several people somebody else; what is known stays."""
    assert agreed(marked) == found


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("Der Rettungshubschrauber [PER:Christoph Weser] flog .", "MISC: Christoph Weser"),
        ("Der Pilot [PER:Christoph Weser] flog .", "PER: Christoph Weser"),
        ("Ein [ORG:VW Golf] brannte .", "MISC: VW Golf"),
        ("Der [ORG:VW Betriebsrat] tagte .", "ORG: VW Betriebsrat"),
        ("Aktien der [ORG:BMW Group] stiegen .", "ORG: BMW Group"),
        ("Die [ORG:Opel Sonnau] baut .", "ORG: Opel Sonnau"),
    ],
)
def test_a_vehicle_is_neither_person_nor_firm(agreed: Agree, marked: str, found: str) -> None:
    """A helicopter has a name, a car a maker."""
    assert agreed(marked) == [found]


def test_what_somebody_is_called_is_a_person(agreed: Agree) -> None:
    """Though the tagger took it for a firm."""
    found = agreed("[PER:Ole Daglo] , genannt [ORG:Hemet] , kam . [ORG:Hemet] blieb .")
    assert found == ["PER: Ole Daglo", "PER: Hemet", "PER: Hemet"]
