"""Setting the names of an article right by its other names."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from reader.knowledge.gazetteer import load_gazetteer
from reader.nlp.article_names import ArticleNames
from reader.nlp.findings import Finding, read_label
from reader.nlp.name_consistency import NameConsistency
from reader.nlp.name_rules import NameRules

MARK = re.compile(r"\[(\w+):([^\]]+)\]|\S+")
OPENING = frozenset("„")
Right = Callable[[str], list[str]]


def read(marked: str) -> tuple[Doc, list[Finding]]:
    """A document of words parted by spaces, and what the tagger found in it: [PER:Jana K.]."""
    words: list[str] = []
    findings = []
    for mark in MARK.finditer(marked):
        label, name = mark.groups()
        start = len(words)
        words.extend((name or mark[0]).split(" "))
        if label is not None and (reading := read_label(label)) is not None:
            kind, form, is_generic = reading
            findings.append(Finding(start, len(words), kind, form, is_generic, confidence=0.8))
    doc = Doc(spacy.blank("de").vocab, words=words, spaces=[word not in OPENING for word in words])
    return doc, findings


def written(doc: Doc, findings: list[Finding]) -> list[str]:
    return [
        f"{one.label}: {doc[one.start : one.end].text}" for one in sorted(findings, key=lambda one: one.start)
    ]


@pytest.fixture(scope="module")
def put_right(resources: Path) -> Right:
    names = ArticleNames(load_gazetteer(resources))

    def right(marked: str) -> list[str]:
        doc, findings = read(marked)
        return written(doc, names.put_right(doc, findings))

    return right


@pytest.fixture(scope="module")
def agreed(resources: Path, rules: NameRules) -> Right:
    consistency = NameConsistency(load_gazetteer(resources), rules.not_names)

    def agree(marked: str) -> list[str]:
        doc, findings = read(marked)
        return written(doc, consistency.consistent(doc, findings))

    return agree


@pytest.mark.parametrize(
    "marked",
    [
        "[PER:José] „ Pepe “ [PER:Alvarado] kam",
        "[PER:José „ Pepe] “ [PER:Alvarado] kam",
        "[PER:José] „ Pepe “ Alvarado kam , dann ging [PER:Alvarado]",
    ],
)
def test_a_nickname_is_part_of_the_name_around_it(put_right: Right, marked: str) -> None:
    """Wherever the tagger saw the borders, as far as the article knows the surname."""
    assert put_right(marked)[0] == "PER: José „Pepe “ Alvarado"


def test_a_quoted_word_between_two_people_joins_nobody(put_right: Right) -> None:
    """„Ja“ is no nickname when a comma or a verb stands beside it."""
    assert put_right("[PER:Anna Kern] sagte „ Ja “ [PER:Jan Lau] schwieg") == [
        "PER: Anna Kern",
        "PER: Jan Lau",
    ]


@pytest.mark.parametrize(
    ("marked", "apart"),
    [
        (
            "[PER:Robert K. Jana K.] gingen , [PER:Robert K.] und [PER:Jana K.] schwiegen",
            ["PER: Robert K.", "PER: Jana K."],
        ),
        (
            "die [ORG:BBC Volodymyr Zelenskyy] nannte , dass [PER:Wolodymyr Selenskyj] kam",
            ["ORG: BBC", "PER: Volodymyr Zelenskyy"],
        ),
        ("[ORG:Bank Anna Kern] und [PER:Anna Kern]", ["ORG: Bank Anna Kern"]),
        ("[PER:Anna Kern Lau] und [PER:Kern Lau]", ["PER: Anna Kern Lau"]),
    ],
)
def test_two_names_of_the_article_in_one_are_two(put_right: Right, marked: str, apart: list[str]) -> None:
    """If the article, or the list of organisations, has both of them."""
    assert put_right(marked)[: len(apart)] == apart


@pytest.mark.parametrize(
    ("marked", "label"),
    [
        ("[LOC:Dovilė Šakalienė] ging . [PER:Sakaliene] lachte", "PER"),
        ("[LOC:Dovilė Šakalienė] ging", "LOC"),
        ("[LOC:Bad Bramstedt] und [PER:Bramstedt]", "LOC"),
    ],
)
def test_what_ends_like_somebodys_surname_is_no_place(put_right: Right, marked: str, label: str) -> None:
    assert put_right(marked)[0].startswith(f"{label}: ")


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("die [ORG:Bundeswehr-Brigade] kam", "ORGpart: Bundeswehr-Brigade"),
        ("die [ORG:KWE-Miliz] der [ORG:KWE]", "ORGpart: KWE-Miliz"),
        ("die [ORG:KWE-Miliz] kam", "ORG: KWE-Miliz"),
        ("das [ORG:Siemens-Museum] der [ORG:Siemens] AG", "ORG: Siemens-Museum"),
        ("die [ORG:EU-Kommission] tagt", "ORG: EU-Kommission"),
        ("die [ORGpart:EU-Kommission] tagt", "ORG: EU-Kommission"),
        ("Mitglied des [LOCpart:Europaparlaments] war", "ORG: Europaparlaments"),
        ("die Richter des [ORGpart:Bundesgerichtshofes]", "ORG: Bundesgerichtshofes"),
        ("die [ORG:Bundes-SPD] warnt", "ORGpart: Bundes-SPD"),
        ("das [LOCpart:US-Verteidigungsministerium]", "ORG: US-Verteidigungsministerium"),
        ("die [ORGpart:SPD-Fraktion] tagt", "ORGpart: SPD-Fraktion"),
        ("der [ORG:Freistaat Bayern] hilft", "LOC: Freistaat Bayern"),
        ("die [ORG:Republik Verlag] hilft", "ORG: Republik Verlag"),
        ("said [ORG:Orwin Freight 's union]", "ORG: Orwin Freight 's"),
        ("said [ORG:Orwin's union]", "ORG: Orwin's"),
    ],
)
def test_a_compound_is_a_mention_of_the_name_in_it_unless_it_is_a_body(
    put_right: Right, marked: str, found: str
) -> None:
    """A brigade of the Bundeswehr is none of its own; a commission of the EU is."""
    assert put_right(marked)[0] == found


def test_a_surname_is_no_weapon(agreed: Right) -> None:
    """However the tagger reads Madsen, once Freja Lindholm-Madsen is named."""
    assert agreed("[PER:Freja Lindholm-Madsen] kam . Mit [WEAPON:Madsen] sprach er .")[1] == "PER: Madsen"


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("[PER:Jan Thomas] kam . [ORG:Thomas ' Büro] schwieg", ["PER: Jan Thomas", "PER: Thomas '"]),
        (
            "[PER:Jan Czarny] kam . [ORG:Czarnys Partei Grüne Mitte] schwieg",
            ["PER: Jan Czarny", "PER: Czarnys", "ORG: Grüne Mitte"],
        ),
        ("[ORG:Orwin Freight] liefert . [PER:Orwin] schweigt", ["ORG: Orwin Freight", "ORG: Orwin"]),
        (
            "[ORG:Orwin Freight] liefert . [PER:Jan Orwin] kam . [PER:Orwin] schweigt",
            ["ORG: Orwin Freight", "PER: Jan Orwin", "PER: Orwin"],
        ),
        (
            "[LOC:Lindtal] feiert . In [LOC:Lindtal] und [ORG:Lindtals] Dörfern",
            ["LOC: Lindtal", "LOC: Lindtal", "LOC: Lindtals"],
        ),
    ],
)
def test_the_other_names_of_the_article_tell_what_a_name_is(
    agreed: Right, marked: str, found: list[str]
) -> None:
    """Whose it is, that it is short for a firm, and that it is the genitive of a place."""
    assert agreed(marked) == found
