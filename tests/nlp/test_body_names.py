"""Bodies that their own words tell, where the tagger missed them or saw a part."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.nlp.body_names import with_bodies
from reader.nlp.findings import Finding, read_label

Whole = Callable[..., list[str]]


@pytest.fixture(scope="module")
def whole(tagged: Callable[..., Doc]) -> Whole:
    """What is found in a text in which the tagger saw the given pieces."""

    def found(text: str, **labels: str) -> list[str]:
        doc = tagged(text, **labels)
        findings = []
        for ent in doc.ents:
            reading = read_label(ent.label_)
            assert reading is not None
            kind, form, _ = reading
            findings.append(Finding(ent.start, ent.end, kind, form, confidence=0.9))
        bodies = with_bodies([token.text for token in doc], findings)
        return [f"{one.label}: {doc[one.start : one.end].text}" for one in bodies]

    return found


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("die 3. Sturmbrigade hielt", "3. Sturmbrigade"),
        ("des 2. Panzerbataillons aus", "2. Panzerbataillons"),
        ("der 93. mechanisierten Brigade gelang", "93. mechanisierten Brigade"),
        ("das Logistikbataillon 471 übt", "Logistikbataillon 471"),
        ("the 93rd Mechanized Brigade held", "93rd Mechanized Brigade"),
        ("the 10th Mountain Division held", "10th Mountain Division"),
    ],
)
def test_a_unit_has_a_number(whole: Whole, text: str, unit: str) -> None:
    assert whole(text) == [f"ORG: {unit}"]


@pytest.mark.parametrize(
    "text",
    [
        "am 3. Oktober",
        "in der 2. Division spielt",
        "verlor die Panzerbrigade 37 Fahrzeuge",
        "die Brigade 37",
        "seit der 3. Halbzeit des Regiments",
        "in the 1st Division",
        "on the 2nd day the Brigade",
    ],
)
def test_other_numbers_make_no_unit(whole: Whole, text: str) -> None:
    """Nor does the number of what a unit has."""
    assert whole(text) == []


@pytest.mark.parametrize(
    ("text", "place", "body"),
    [
        ("Mit den Verkehrsbetrieben Nordheim", "Nordheim", "ORG: Verkehrsbetrieben Nordheim"),
        ("vor dem Landgericht Nordheim", "Nordheim", "ORG: Landgericht Nordheim"),
        ("Die Landgerichte Nordheim und Südheim", "Nordheim", "LOC: Nordheim"),
        ("das Gericht Nordheim", "Nordheim", "LOC: Nordheim"),
    ],
)
def test_a_body_is_called_by_its_town(whole: Whole, text: str, place: str, body: str) -> None:
    """Several of them are none."""
    assert whole(text, LOC=place) == [body]


def test_a_body_is_called_by_the_adjective_of_its_town(whole: Whole) -> None:
    assert whole("bei den Nordheimer Verkehrsbetrieben", LOCderiv="Nordheimer") == [
        "ORG: Nordheimer Verkehrsbetrieben"
    ]


def test_words_with_just_the_letters_in_brackets_are_one_name(whole: Whole) -> None:
    found = whole("Die Kurdische Einheit Rojhalat ( KER ) schwieg", LOC="Rojhalat", ORG="KER")

    assert found == ["ORG: Kurdische Einheit Rojhalat", "ORG: KER"]


@pytest.mark.parametrize(
    ("text", "labels", "found"),
    [
        ("Der Rat der Orte ( KER ) schwieg", {"ORG": "KER"}, ["ORG: KER"]),
        (
            "Karl Emil Rau ( KER ) schwieg",
            {"PER": "Karl Emil Rau", "ORG": "KER"},
            ["PER: Karl Emil Rau", "ORG: KER"],
        ),
    ],
)
def test_other_letters_and_people_stay_what_they_are(
    whole: Whole, text: str, labels: dict[str, str], found: list[str]
) -> None:
    assert whole(text, **labels) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("„ Das Verteidigungsministerium schwieg “", ["ORG: Verteidigungsministerium"]),
        ("ein Sprecher des Außenministeriums", ["ORG: Außenministeriums"]),
        ("das Paket der Bundesregierung", ["ORG: Bundesregierung"]),
        ("eine Bundesregierung ohne Mehrheit", []),
        ("ein Verteidigungsministerium", []),
        ("das Ministerium", []),
        ("das Fachministerium", []),
    ],
)
def test_a_ministry_is_found_behind_its_article(whole: Whole, text: str, found: list[str]) -> None:
    """In quotations, too; no ministry alone."""
    assert whole(text) == found


def test_a_firm_is_known_without_its_legal_form(whole: Whole) -> None:
    """Even if the tagger took its first word for one that tells where it comes from."""
    found = whole(
        "Krämer Stahlbau wächst . Die Krämer Stahlbau GmbH zahlt",
        LOCderiv="Krämer",
        ORG="Krämer Stahlbau GmbH",
    )

    assert found == ["ORG: Krämer Stahlbau", "ORG: Krämer Stahlbau GmbH"]


def test_two_firms_of_one_owner_are_both_known_without_their_legal_forms() -> None:
    first, second = ["Krämer", "Stahlbau", "GmbH"], ["Krämer", "Holzbau", "GmbH"]
    words = ["Krämer", "Stahlbau", "wächst", ";", *first, "und", *second]
    ends = [place + 1 for place, word in enumerate(words) if word == "GmbH"]

    found = with_bodies(words, [Finding(end - len(first), end, EntityKind.ORGANIZATION) for end in ends])

    assert words[found[0].start : found[0].end] == ["Krämer", "Stahlbau"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wie die » Bild « berichtete", ["ORG: Bild"]),
        ("sagte sie der „ Zeit “", ["ORG: Zeit"]),
        ("Das Wort „ Zeit “ ist kurz", []),
        ("Sie sah die „ Welt “ mit anderen Augen", []),
    ],
)
def test_a_paper_stands_in_marks_where_something_is_told_by_it(
    whole: Whole, text: str, found: list[str]
) -> None:
    assert whole(text) == found
