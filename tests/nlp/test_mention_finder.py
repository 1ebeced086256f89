"""Setting the tagger's borders right, and joining its names with the weapons of the catalogue."""

from collections.abc import Callable
from dataclasses import replace

import pytest
import spacy
from spacy.tokens import Doc, Span

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.nlp.findings import Finding, findings_of, register_extensions, write_findings
from reader.nlp.mention_finder import find_mentions
from reader.nlp.name_rules import NameRules
from reader.nlp.weapon_finder import FoundWeapons, WeaponMatch
from reader.nlp.weapon_joiner import with_weapons

Tagged = Callable[..., Doc]


def found(doc: Doc, findings: list[Finding]) -> list[str]:
    return [f"{finding.label}: {doc[finding.start : finding.end].text}" for finding in findings]


def test_a_word_that_is_no_name_may_be_the_surname_of_the_article(rules: NameRules, tagged: Tagged) -> None:
    """Matthias Winter, and Winter by himself; elsewhere the season."""
    doc = tagged("Max Winter kam . Dann ging Winter .", PER="Max Winter")
    doc.ents = [*doc.ents, Span(doc, 6, 7, "PER")]
    alone = tagged("Dann kam der Winter .", PER="Winter")

    assert found(doc, find_mentions(doc, rules)) == ["PER: Max Winter", "PER: Winter"]
    assert find_mentions(alone, rules) == []


@pytest.mark.parametrize(
    ("text", "label", "tagged_words", "expected"),
    [
        ("Die „ Anna Lau “ sprach", "PER", "„ Anna Lau “", "PER: Anna Lau"),
        ("Anna Lau , sagte sie", "PER", "Anna Lau ,", "PER: Anna Lau"),
        ("Kanzlerin Dr. Anna Lau sprach", "PER", "Kanzlerin Dr. Anna Lau", "PER: Anna Lau"),
        ("Frau Lau sprach", "PER", "Frau Lau", "PER: Lau"),
        ("in Halle ( Saale ) wohnt", "LOC", "Halle ( Saale )", "LOC: Halle ( Saale )"),
        ("( Bonn ) liegt dort", "LOC", "( Bonn", "LOC: Bonn"),
        ("die Fregatte „ Hessen “ fuhr", "WEAPON", "„ Hessen “", "WEAPON: „ Hessen “"),
        ("Theater St . kam", "PER", "St .", "PER: St ."),
        ("Kritik der AfD . Deren", "ORG", "AfD .", "ORG: AfD"),
        ("der Rat der EU", "ORG", "Rat der", "ORG: Rat"),
        ("Bund Nord „ Aufbruch “ tagt", "ORG", "Bund Nord „ Aufbruch", "ORG: Bund Nord"),
        ("Verein „ Helle Nacht “ tagt", "ORG", "Verein „ Helle Nacht", "ORG: Helle Nacht"),
        ("Verein „ Nacht “ Nord tagt", "ORG", "Verein „ Nacht “ Nord", "ORG: Verein „ Nacht “ Nord"),
        ("1. Bayer Leverkusen", "ORG", "1. Bayer Leverkusen", "ORG: Bayer Leverkusen"),
        ("1. FC Köln", "ORG", "1. FC Köln", "ORG: 1. FC Köln"),
        ("der 1. Handballclub siegt", "ORG", "1. Handballclub", "ORG: 1. Handballclub"),
        ("über die Ukraine sprach", "LOC", "die Ukraine", "LOC: Ukraine"),
        ("VORSITZ DER GRÜNEN", "ORG", "DER GRÜNEN", "ORG: GRÜNEN"),
        ("WAHL BEI DIE LINKE", "ORG", "DIE LINKE", "ORG: DIE LINKE"),
        ("Oberst a. D. Anna Lau sprach", "PER", "D. Anna Lau", "PER: Anna Lau"),
        ("Oberst i. G. Anna Lau sprach", "PER", "G. Anna Lau", "PER: Anna Lau"),
        ("Oberst i. G. Anna Lau sprach", "PER", "i. G. Anna Lau", "PER: Anna Lau"),
        ("Ali bin Amir al-Lau sprach", "PER", "Ali bin Amir al-Lau", "PER: Ali bin Amir al-Lau"),
        ("Dr. h. c. Anna Lau sprach", "PER", "h. c. Anna Lau", "PER: Anna Lau"),
        ("D. Anna Lau sprach", "PER", "D. Anna Lau", "PER: D. Anna Lau"),
        ("Hans ' Hund bellt", "PER", "Hans ' Hund", "PER: Hans '"),
        ("Sean O ' Hara kam", "PER", "Sean O ' Hara", "PER: Sean O ' Hara"),
    ],
)
def test_borders_hold_the_name_and_nothing_else(
    tagged: Tagged, rules: NameRules, text: str, label: str, tagged_words: str, expected: str
) -> None:
    """Marks, brackets and titles are left outside; a ship keeps its quotation marks."""
    doc = tagged(text, **{label: tagged_words})

    assert found(doc, find_mentions(doc, rules)) == [expected]


@pytest.mark.parametrize(
    ("text", "tagged_words", "expected"),
    [
        ("Marx’ Antwort kam", "Marx", "Marx’"),
        ("Grass' Rede und Marx' Antwort", "Marx", "Marx'"),
        ("‚Das sagte Marx’ heißt es", "Marx", "Marx"),  # the mark that closes a quotation
        ("Lau’ Antwort kam", "Lau", "Lau"),
    ],
)
def test_the_apostrophe_of_a_genitive_belongs_to_the_name(
    rules: NameRules, text: str, tagged_words: str, expected: str
) -> None:
    nlp = spacy.blank("de")
    register_extensions()
    doc = nlp(text)
    start = text.index(tagged_words)
    doc.ents = [doc.char_span(start, start + len(tagged_words), label="PER")]

    assert found(doc, find_mentions(doc, rules)) == [f"PER: {expected}"]


@pytest.mark.parametrize(
    "word",
    [
        "A", "b", "X.", "“", "–", "—", "…", "2024", "12,5", "3.", "20:15", "100%", "§", "&",
        "Hallo", "Moin", "Sorry", "Prost", "Montag", "montags", "Dienstagabend", "Mo", "März", "Dez",
        "Sommer", "Tranche", "Chr.",
        "Ostern", "Uhr", "Prozent", "Grad", "Millionen", "Herr", "Frau", "Dr.", "Prof.",
        "der", "Die", "Seine", "Unser", "Draußen", "Allerdings", "Zudem", "Laut", "Namen", "Foto",
    ],
)  # fmt: skip
def test_what_can_be_no_name_is_dropped(tagged: Tagged, rules: NameRules, word: str) -> None:
    """Single letters, marks, numbers, greetings, days, units, titles and function words are nobody."""
    doc = tagged(f"Es war {word} dabei", MISC=word)

    assert find_mentions(doc, rules) == []


def test_a_service_of_the_news_agency_is_no_body(tagged: Tagged, rules: NameRules) -> None:
    """The dateline „Wiesbaden (dpa/lhe)“ tells for which land a report is."""
    doc = tagged("Wiesbaden ( dpa / lhe ) -", LOC="Wiesbaden", ORG="dpa", MISC="lhe")

    assert found(doc, find_mentions(doc, rules)) == ["LOC: Wiesbaden", "ORG: dpa"]


@pytest.mark.parametrize("label", ["PER", "ORG", "LOC"])
def test_a_currency_is_no_name_but_one_of_its_own_kind(tagged: Tagged, rules: NameRules, label: str) -> None:
    """Nobody and nowhere is called so."""
    text = "Das kostet 12 Euro mehr"

    money = tagged(text, MISC="Euro")
    assert find_mentions(tagged(text, **{label: "Euro"}), rules) == []
    assert found(money, find_mentions(money, rules)) == ["MISC: Euro"]


@pytest.mark.parametrize(
    ("text", "labels", "expected"),
    [
        ("Bundesrat Urs Kern kam", {"ORG": "Bundesrat", "PER": "Urs Kern"}, ["PER: Urs Kern"]),
        ("Der Bundesrat tagt", {"ORG": "Bundesrat"}, ["ORG: Bundesrat"]),
        ("Zwei Webers kamen", {"PER": "Webers"}, []),
        ("Im Jahr 1035 Webers Bruder", {"PER": "Webers"}, ["PER: Webers"]),
        ("Es kostet 12 US-Dollar mehr", {"LOCpart": "US-Dollar"}, ["MISC: US-Dollar"]),
        ("Der Pilot Paul Kern kam", {"WEAPON": "Paul Kern"}, ["PER: Paul Kern"]),
        ("Das sagte Webers Anwalt", {"PER": "Webers"}, ["PER: Webers"]),
        ("Schiffe auf der Oder warten", {}, ["LOC: Oder"]),
        ("Oder sie warten", {}, []),
    ],
)
def test_a_word_that_is_something_else_as_well(
    tagged: Tagged, rules: NameRules, text: str, labels: dict[str, str], expected: list[str]
) -> None:
    """A councillor and the council, several people of one surname, a river and a conjunction."""
    doc = tagged(text, **labels)

    assert found(doc, find_mentions(doc, rules)) == expected


@pytest.mark.parametrize(
    ("text", "piece", "expected"),
    [
        ("Der Linke Paul Korte sprach", "Linke Paul Korte", "PER: Paul Korte"),
        ("Die Linke Liste Nordheim siegt", "Linke Liste Nordheim", "ORG: Linke Liste Nordheim"),
    ],
)
def test_somebody_of_a_party_is_a_person(
    tagged: Tagged, rules: NameRules, text: str, piece: str, expected: str
) -> None:
    """A list of candidates is none."""
    doc = tagged(text, ORG=piece)

    assert found(doc, find_mentions(doc, rules)) == [expected]


def test_no_name_goes_over_a_mark_that_opens(tagged: Tagged, rules: NameRules) -> None:
    """One word on either side of it is no name."""
    doc = tagged("die „ Deutschen „ Kriegspartei “ zu nennen", ORG="Deutschen „ Kriegspartei")

    assert found(doc, find_mentions(doc, rules)) == []


def test_no_name_goes_over_a_line_end(tagged: Tagged, rules: NameRules) -> None:
    """A finding over two lines becomes two."""
    doc = tagged("Bonn \n\n Berlin wartet", LOC="Bonn \n\n Berlin")

    assert found(doc, find_mentions(doc, rules)) == ["LOC: Bonn", "LOC: Berlin"]


def test_no_name_goes_over_a_full_stop(tagged: Tagged, rules: NameRules) -> None:
    """The point of an abbreviation is none."""
    two = tagged("Er mag Bonn . Berlin auch", LOC="Bonn . Berlin")
    one = tagged("Er mag Chr . Lau auch", PER="Chr . Lau")

    assert found(two, find_mentions(two, rules)) == ["LOC: Bonn", "LOC: Berlin"]
    assert found(one, find_mentions(one, rules)) == ["PER: Chr . Lau"]


def test_confidence_is_the_measured_precision_of_the_label(tagged: Tagged, rules: NameRules) -> None:
    """The tagger gives no probability of its own."""
    doc = tagged("Anna Lau liest", PER="Anna Lau")

    assert find_mentions(doc, rules)[0].confidence == 0.8


def test_a_name_after_a_function_is_whole(tagged: Tagged, rules: NameRules) -> None:
    """The tagger's part of a name grows to the name."""
    doc = tagged("Der Fischhändler Aslak Sara Gaup verkauft", PER="Sara Gaup")

    assert found(doc, find_mentions(doc, rules)) == ["PER: Aslak Sara Gaup"]


@pytest.mark.parametrize(
    ("text", "tagged_words", "expected"),
    [
        ("Gestern kam Bundeskanzler Merz an", "Merz", "PER: Merz"),
        ("Gestern kam Bundeskanzler Merz an", "Bundeskanzler Merz", "PER: Merz"),
        ("Gestern kam Herr Bosch an", "Bosch", "PER: Bosch"),
        ("Der Chef Rheinmetalls kam an", "Rheinmetalls", "ORG: Rheinmetalls"),
        ("Der Trainer FC Nord kam an", "FC Nord", "ORG: FC Nord"),
        ("Gestern baute General Motors an", "General Motors", "ORG: General Motors"),
        ("Gestern kam Rekordmeister Nordheim an", "Nordheim", "ORG: Nordheim"),
        ("Der Sieg des Tabellenführers Nordheim kam spät", "Nordheim", "ORG: Nordheim"),
        ("Gestern kam Bürgermeister Nordheim an", "Nordheim", "PER: Nordheim"),
    ],
)
def test_a_name_behind_a_title_is_a_person(
    tagged: Tagged, rules: NameRules, text: str, tagged_words: str, expected: str
) -> None:
    """Though the tagger took it for a firm; what may be a genitive, an abbreviation or a firm stays one."""
    doc = tagged(text, ORG=tagged_words)

    assert found(doc, find_mentions(doc, rules)) == [expected]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Heute kam der Landrat heim", "Landrat", []),
        ("Heute tagt der Bundesrat lange", "Bundesrat", ["ORG: Bundesrat"]),
        ("Heute kam König heim", "König", ["ORG: König"]),
    ],
)
def test_what_somebody_is_is_no_office(
    tagged: Tagged, rules: NameRules, text: str, words: str, expected: list[str]
) -> None:
    """A council that is called like its members, and a firm without an article, stay what they are."""
    doc = tagged(text, ORG=words)

    assert found(doc, find_mentions(doc, rules)) == expected


@pytest.mark.parametrize(
    ("text", "precision", "label"),
    [
        ("Ole Hansen", 0.5, "PER"),
        ("Ole Hansen", 0.9, "ORG"),  # the tagger is sure
        ("Haus Hansen", 0.5, "ORG"),
        ("Ole GMBH", 0.5, "ORG"),
        ("Ole", 0.5, "ORG"),
    ],
)
def test_a_guessed_firm_with_a_forename_is_a_person(
    tagged: Tagged, rules: NameRules, text: str, precision: float, label: str
) -> None:
    rules = replace(rules, precisions={"ORG": precision})
    doc = tagged(text, ORG=text)

    assert found(doc, find_mentions(doc, rules)) == [f"{label}: {text}"]


def test_a_role_before_a_person_is_no_second_person(tagged: Tagged, rules: NameRules) -> None:
    """But a surname that is a role as well stays where nobody follows."""
    role = tagged("Der Kremlsprecher Ilja Sorokin schwieg", PER="Kremlsprecher")
    surname = tagged("Doch Herr Richter schwieg", PER="Richter")

    assert found(role, find_mentions(role, rules)) == ["PER: Ilja Sorokin"]
    assert found(surname, find_mentions(surname, rules)) == ["PER: Richter"]


PART = MentionForm.PART


def weapon(start: int, end: int, *, is_generic: bool = False) -> WeaponMatch:
    return WeaponMatch(start, end, MentionForm.NAME, is_generic, None if is_generic else "x", "X", 0.98)


@pytest.mark.parametrize(
    ("finding", "match", "expected"),
    [
        (Finding(0, 2, EntityKind.OTHER), weapon(0, 2), ["WEAPON: Leopard 2"]),
        (Finding(0, 1, EntityKind.PERSON), weapon(0, 2), ["WEAPON: Leopard 2"]),
        (Finding(0, 3, EntityKind.WEAPON), weapon(0, 2), ["WEAPON: Leopard 2 A8"]),
        (Finding(0, 3, EntityKind.ORGANIZATION), weapon(0, 2), ["ORG: Leopard 2 A8"]),
        (Finding(0, 2, EntityKind.WEAPON), weapon(0, 1, is_generic=True), ["WEAPON: Leopard 2"]),
        (Finding(0, 1, EntityKind.WEAPON), weapon(0, 1, is_generic=True), ["WEAPONgeneric: Leopard"]),
        (Finding(0, 1, EntityKind.PLACE, PART), weapon(0, 1, is_generic=True), ["LOCpart: Leopard"]),
        (Finding(0, 1, EntityKind.PLACE, PART), weapon(0, 1), ["WEAPON: Leopard"]),
    ],
)
def test_the_catalogue_wins_unless_the_tagger_sees_more(
    tagged: Tagged, finding: Finding, match: WeaponMatch, expected: list[str]
) -> None:
    """Against it stays a longer name of something else; against a class a system, or a name in a compound."""
    doc = tagged("Leopard 2 A8 fährt")

    assert found(doc, with_weapons([finding], FoundWeapons((match,), frozenset()))) == expected


def test_a_weapon_that_only_the_tagger_sees_is_less_sure() -> None:
    """No catalogue confirms it."""
    [finding] = with_weapons(
        [Finding(0, 1, EntityKind.WEAPON, confidence=0.9)], FoundWeapons((), frozenset())
    )

    assert finding.confidence < 0.9


def test_a_weapon_that_only_the_tagger_guesses_is_none() -> None:
    """No catalogue knows it, and the tagger is not sure; where the catalogue knows it, the guess is right."""
    guess = Finding(0, 3, EntityKind.WEAPON, confidence=0.6)

    assert with_weapons([guess], FoundWeapons((), frozenset())) == []
    [known] = with_weapons([guess], FoundWeapons((weapon(0, 2),), frozenset()))
    assert (known.start, known.end) == (0, 3)


def test_a_weapon_that_the_text_denies_is_none() -> None:
    """The puma of the zoo stays unmarked even if the tagger calls it a weapon."""
    findings = [
        Finding(0, 1, EntityKind.WEAPON, confidence=0.8),
        Finding(0, 1, EntityKind.ORGANIZATION, confidence=0.8),
    ]

    assert with_weapons(findings, FoundWeapons((), frozenset({0}))) == findings[1:]


def test_a_sure_tagger_is_believed_but_not_of_what_never_is_a_weapon() -> None:
    """A word for somebody, such as Drohnenpiloten, stays unmarked; a puma may be one after all."""
    sure = Finding(0, 1, EntityKind.WEAPON, is_generic=True, confidence=0.96)

    assert len(with_weapons([sure], FoundWeapons((), frozenset({0})))) == 1
    assert with_weapons([sure], FoundWeapons((), frozenset({0}), never=frozenset({0}))) == []


def test_ents_are_names_as_such_and_all_findings_keep_their_labels(tagged: Tagged) -> None:
    """Derived words are in the spans only, weapons in compounds are in both."""
    doc = tagged("Deutsche Leopard-Panzer der Nato")
    write_findings(
        doc,
        [
            Finding(0, 1, EntityKind.PLACE, MentionForm.DERIVED),
            Finding(1, 2, EntityKind.WEAPON, MentionForm.PART),
            Finding(3, 4, EntityKind.ORGANIZATION),
        ],
    )

    assert [ent.label_ for ent in doc.ents] == ["WEAPON", "ORG"]
    assert [span.label_ for span in doc.spans["names"]] == ["LOCderiv", "WEAPONpart", "ORG"]
    assert len(findings_of(doc)) == 3
