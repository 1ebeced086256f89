"""Making the names of an article agree, with each other and with what is known beforehand."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.tokens import Doc, Span

from reader.domain.entities import EntityKind
from reader.knowledge.gazetteer import load_gazetteer
from reader.nlp.findings import Finding
from reader.nlp.mention_finder import find_mentions
from reader.nlp.name_consistency import NameConsistency
from reader.nlp.name_rules import NameRules
from reader.nlp.tag_heads import NAMES, columns_of
from reader.nlp.text_tags import join_shares, outside, register_extensions

Tagged = Callable[..., Doc]
Agree = Callable[..., list[str]]


@pytest.fixture(scope="module")
def consistency(resources: Path, rules: NameRules) -> NameConsistency:
    return NameConsistency(load_gazetteer(resources), rules.not_names)


@pytest.fixture
def agreed(consistency: NameConsistency, rules: NameRules, tagged: Tagged) -> Agree:
    """What is found in a text in which the tagger saw the given pieces."""

    def agree(text: str | Doc, **labels: str) -> list[str]:
        doc = tagged(text, **labels) if isinstance(text, str) else text
        findings = consistency.consistent(doc, find_mentions(doc, rules))
        ordered = sorted(findings, key=lambda finding: finding.start)
        return [f"{finding.label}: {doc[finding.start : finding.end].text}" for finding in ordered]

    return agree


def test_a_missed_surname_is_found_through_the_full_name(agreed: Agree) -> None:
    """Gaup and its genitive are people once Aslak Gaup is one."""
    found = agreed("Aslak Gaup lachte . Gaup ging . Gaups Boot auch .", PER="Aslak Gaup")

    assert found == ["PER: Aslak Gaup", "PER: Gaup", "PER: Gaups"]


@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        ("Robert K. lachte . Heute ging K. heim .", "Robert K.", "K."),
        ("Park Min-ho lachte . Heute ging Park heim .", "Park Min-ho", "Park"),
        ("Ana Sáenz de Moya lachte . Heute ging Sáenz de Moya heim .", "Ana Sáenz de Moya", "Sáenz de Moya"),
    ],
)
def test_a_missed_surname_has_the_shape_of_the_full_name(
    agreed: Agree, text: str, full: str, short: str
) -> None:
    """An initial, a family name that stands first, and a surname of several words."""
    assert agreed(text, PER=full) == [f"PER: {full}", f"PER: {short}"]


@pytest.mark.parametrize(
    ("full", "other"),
    [
        ("Gudrun Szymański", "Szymanski"),
        ("Mei-hua Lin", "Lin Mei-hua"),
        ("Tuncay Er", "Tuncay"),
        ("Wolodymyr Selenskyj", "Selenskijs"),
        ("Wolodymyr Selenskyj", "Zelensky"),
    ],
)
def test_a_person_taken_for_an_organisation_is_put_right(agreed: Agree, full: str, other: str) -> None:
    """The same name in plain letters, in another order, a given name, and other transliterations."""
    found = agreed(f"Heute ging {other} . Dann lachte {full} .", PER=full, ORG=other)

    assert found == [f"PER: {other}", f"PER: {full}"]


def test_a_short_name_that_is_spelt_likewise_is_no_surname(agreed: Agree) -> None:
    found = agreed("Heute ging Lexa . Dann lachte Eva Leksa .", PER="Eva Leksa", ORG="Lexa")

    assert found == ["ORG: Lexa", "PER: Eva Leksa"]


def test_a_weapon_class_compounded_with_a_name_is_a_mention_of_that(agreed: Agree) -> None:
    """The compound has the kind of the name in it; a class of its own stays one."""
    compound = agreed("Die Hisbollah-Raketen flogen", WEAPONgeneric="Hisbollah-Raketen")
    plain = agreed("Die Atom-Raketen flogen", WEAPONgeneric="Atom-Raketen")

    assert compound == ["ORGpart: Hisbollah-Raketen"]
    assert plain == ["WEAPONgeneric: Atom-Raketen"]


@pytest.mark.parametrize("label", ["ORG", "LOC"])
def test_what_somebody_owns_is_no_part_of_the_name(agreed: Agree, label: str) -> None:
    """Gaups Verband is Gaup's, once Aslak Gaup is named."""
    found = agreed(
        "Gaups Verband lacht . Das freut Aslak Gaup .", PER="Aslak Gaup", **{label: "Gaups Verband"}
    )

    assert found == ["PER: Gaups", "PER: Aslak Gaup"]


@pytest.mark.parametrize(
    ("text", "full", "found_as", "piece", "grown"),
    [
        ("Von Gaup lachte . Das freut Aslak von Gaup .", "Aslak von Gaup", "LOC", "Gaup", "Von Gaup"),
        ("Aslak Gaup kam . Heute lachte Aslak Gaup .", "Aslak Gaup", "LOC", "Gaup", "Aslak Gaup"),
    ],
)
def test_a_name_found_in_part_grows(
    agreed: Agree, tagged: Tagged, text: str, full: str, found_as: str, piece: str, grown: str
) -> None:
    """To the surname with its particles, and to the full name, as the article has them elsewhere."""
    doc = tagged(text, PER=full)
    taken = {token.i for ent in doc.ents for token in ent}
    place = next(token.i for token in doc if token.text == piece and token.i not in taken)
    doc.ents = [*doc.ents, Span(doc, place, place + 1, found_as)]

    assert sorted(agreed(doc)) == sorted([f"PER: {full}", f"PER: {grown}"])


def test_a_name_that_grows_takes_its_parts_in(agreed: Agree, tagged: Tagged) -> None:
    """No two findings share a word."""
    doc = tagged("Heute kam Aslak Gaup . Dann ging Aslak Gaup .", PER="Aslak Gaup")
    doc.ents = [*doc.ents, Span(doc, 7, 8, "PER"), Span(doc, 8, 9, "PER")]

    assert agreed(doc) == ["PER: Aslak Gaup", "PER: Aslak Gaup"]


def test_a_family_name_that_stands_first_is_no_firm(agreed: Agree, tagged: Tagged) -> None:
    """However often it was found as one."""
    doc = tagged("Heute kam Hsu Min-ho . Hsu lachte . Hsu ging .", PER="Hsu Min-ho")
    doc.ents = [*doc.ents, Span(doc, 5, 6, "ORG"), Span(doc, 8, 9, "ORG")]

    assert agreed(doc) == ["PER: Hsu Min-ho", "PER: Hsu", "PER: Hsu"]


def test_initials_belong_to_the_surname(agreed: Agree, tagged: Tagged) -> None:
    """C.-U. and Gaup are one name."""
    doc = tagged("Heute kam C.-U. Gaup .")
    doc.ents = [Span(doc, 2, 3, "PER"), Span(doc, 3, 4, "PER")]

    assert agreed(doc) == ["PER: C.-U. Gaup"]


def test_a_given_name_that_is_a_city_stays_the_city(agreed: Agree) -> None:
    """Florenz may be a girl; alone it is the city."""
    found = agreed("Heute brannte Florenz . Dann lachte Florenz Lau .", PER="Florenz Lau", LOC="Florenz")

    assert found == ["LOC: Florenz", "PER: Florenz Lau"]


def test_a_common_noun_is_not_the_surname(agreed: Agree) -> None:
    """After an article, Fischer is a trade."""
    assert agreed("Jens Fischer lachte . Der Fischer ging .", PER="Jens Fischer") == ["PER: Jens Fischer"]


def test_a_surname_taken_for_a_place_is_put_right(agreed: Agree, tagged: Tagged) -> None:
    """The full name tells, however often the surname alone was found as something else."""
    doc = tagged("Anna Lau lachte . Lau ging . Lau schwieg .", PER="Anna Lau")
    doc.ents = [*doc.ents, Span(doc, 4, 5, "LOC"), Span(doc, 7, 8, "LOC")]

    assert agreed(doc) == ["PER: Anna Lau", "PER: Lau", "PER: Lau"]


@pytest.mark.parametrize(("count", "kind"), [(1, "PER"), (2, "ORG")])
def test_a_firm_may_have_the_name_of_its_founder(
    agreed: Agree, tagged: Tagged, count: int, kind: str
) -> None:
    """Found once it is the person after all, found more often it is the firm."""
    doc = tagged("Anna Lau lachte ." + " Lau wächst ." * count, PER="Anna Lau")
    doc.ents = [*doc.ents, *(Span(doc, 4 + 3 * number, 5 + 3 * number, "ORG") for number in range(count))]

    assert agreed(doc) == ["PER: Anna Lau", *[f"{kind}: Lau"] * count]


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("Ottawa sagt weitere Hilfe zu", "PER", "LOC: Ottawa"),
        ("Ottawas Regierung hilft", "PER", "LOC: Ottawas"),
        ("OTTAWA sagt weitere Hilfe zu", "PER", "LOC: OTTAWA"),
        ("Kiew wartet auf Hilfe", "MISC", "LOC: Kiew"),
        ("Litauens Minister kam", "PER", "LOC: Litauens"),
        ("Rheinmetall baut ein Werk", "PER", "ORG: Rheinmetall"),
        ("Bundestag stimmt zu", "LOC", "ORG: Bundestag"),
        ("Moskau verlor das Spiel", "ORG", "ORG: Moskau"),
    ],
)
def test_a_doubtful_kind_is_put_right_by_what_is_known(
    agreed: Agree, text: str, label: str, expected: str
) -> None:
    """A capital is no person; a club that is called after a city stays an organisation."""
    assert agreed(text, **{label: text.split(maxsplit=1)[0]}) == [expected]


def test_what_the_tagger_is_sure_of_stays(consistency: NameConsistency, tagged: Tagged) -> None:
    """A list does not outweigh good evidence."""
    doc = tagged("Ottawa lachte")
    finding = Finding(0, 1, EntityKind.PERSON, confidence=0.99)

    assert consistency.consistent(doc, [finding]) == [finding]


def test_a_surname_that_is_a_city_is_a_person_where_a_person_can_be(agreed: Agree) -> None:
    """Ben Berlin is Berlin, but not in Berlin."""
    found = agreed("Ben Berlin kam . Berlin lachte . Er wohnt in Berlin .", PER="Ben Berlin")

    assert found == ["PER: Ben Berlin", "PER: Berlin", "LOC: Berlin"]


def test_a_city_within_a_name_stays_part_of_it(agreed: Agree) -> None:
    """Paris Hilton is one person."""
    assert agreed("Paris Hilton trat in Paris auf", PER="Paris Hilton") == ["PER: Paris Hilton", "LOC: Paris"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die ukrainische Armee und Kanadas Hilfe", ["LOCderiv: ukrainische", "LOC: Kanadas"]),
        ("Er fuhr nach New York und Kiew", ["LOC: New York", "LOC: Kiew"]),
        ("Die Deutsche Bahn und die EU", ["ORG: Deutsche Bahn", "ORG: EU"]),
        ("Die NATO-Staaten im Ukraine-Krieg", ["ORGpart: NATO-Staaten", "LOCpart: Ukraine-Krieg"]),
        ("Im Kino läuft „ Casablanca “ wieder", []),
        ("Er aß eine Linse und las ein Bild", []),
        ("Den Syrern halfen Esten", ["LOCderiv: Syrern", "LOCderiv: Esten"]),
        ("Beide Pole der Erde sah ein Malteser", []),
        ("Ein Sachse und der Schotte siegten", ["LOCderiv: Sachse", "LOCderiv: Schotte"]),
        ("Sachse kam vor Schotte ins Ziel", []),
        ("Die nordsyrischen Milizen und Weissrussen", ["LOCderiv: nordsyrischen", "LOCderiv: Weissrussen"]),
        ("Sie wohnt in Berlin-Mitte", []),
    ],
)
def test_certain_names_are_known_without_the_tagger(agreed: Agree, text: str, expected: list[str]) -> None:
    """Countries, adjectives, cities, organisations and compounds; not titles of films, not ordinary words."""
    assert agreed(text) == expected


def test_a_compound_with_a_surname_of_the_article_is_a_part(agreed: Agree) -> None:
    """Lau-Regierung belongs to Anna Lau."""
    assert agreed("Anna Lau kam . Die Lau-Regierung wankt", PER="Anna Lau")[1:] == ["PERpart: Lau-Regierung"]


def test_a_compound_taken_for_a_place_is_put_right(agreed: Agree, tagged: Tagged) -> None:
    """The Lau-Partei is called after Anna Lau, whatever the tagger makes of it."""
    doc = tagged("Anna Lau kam . Die Lau-Partei wankt", PER="Anna Lau")
    doc.ents = [*doc.ents, Span(doc, 5, 6, "LOC")]

    assert agreed(doc) == ["PER: Anna Lau", "PERpart: Lau-Partei"]


def test_a_headline_in_capitals_keeps_the_name_alone(agreed: Agree, tagged: Tagged) -> None:
    """LAU WARNT shrinks to LAU once the text has Anna Lau."""
    doc = tagged("LAU WARNT \n\n Anna Lau kam", PER="LAU WARNT")
    doc.ents = [*doc.ents, Span(doc, 3, 5, "PER")]

    assert agreed(doc) == ["PER: LAU", "PER: Anna Lau"]


@pytest.mark.parametrize("name", ["Bundesrates", "Verfassungsschutzes", "Statistischen Bundesamtes"])
def test_a_known_body_is_found_in_the_longer_genitive(agreed: Agree, name: str) -> None:
    assert agreed(f"Die Sprecherin des {name} schwieg .") == [f"ORG: {name}"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Das sagte er der „ Bild am Sonntag “ .", ["ORG: Bild am Sonntag"]),
        ("Der Film „ Bild am Sonntag “ ist neu .", ["MISC: Bild am Sonntag"]),
    ],
)
def test_a_paper_in_marks_is_no_title_where_it_told_something(
    agreed: Agree, text: str, found: list[str]
) -> None:
    assert agreed(text) == found


def test_a_genitive_taken_for_a_place_is_the_person(agreed: Agree, tagged: Tagged) -> None:
    """Peskows belongs to Dmitri Peskow."""
    doc = tagged("Dmitri Peskow kam . Peskows Worte", PER="Dmitri Peskow")
    doc.ents = [*doc.ents, Span(doc, 4, 5, "LOC")]

    assert agreed(doc) == ["PER: Dmitri Peskow", "PER: Peskows"]


def test_particles_belong_to_a_bare_surname(agreed: Agree, tagged: Tagged) -> None:
    """Von der Leyen, also at the beginning of a sentence, and where the tagger saw Leyen alone."""
    doc = tagged(
        "Ursula von der Leyen kam . Von der Leyen sprach . Mit Frau von der Leyen", PER="Ursula von der Leyen"
    )
    doc.ents = [*doc.ents, Span(doc, 14, 15, "PER")]

    assert agreed(doc) == ["PER: Ursula von der Leyen", "PER: Von der Leyen", "PER: von der Leyen"]


ENGLISH = """
[Ukrainian] forces met [Danish] and [South Korean] officers
The [Poles] and [Estonians] agreed
A [Frenchman] spoke to two [Dutchmen] about [European] rules
They danish'd and polish the floor with swiss precision
The [Texan] laughed at the [Scots]
A [South Korean-built] howitzer
African-American voters and a Nice-looking split-second finish
"""


@pytest.mark.parametrize("expected", [line for line in ENGLISH.splitlines() if line])
def test_english_adjectives_and_inhabitants_are_known_without_the_tagger(
    resources: Path, rules: NameRules, tagged: Tagged, expected: str
) -> None:
    """In the singular and plural, of two words; lower case is no name."""
    doc = tagged(expected.replace("[", "").replace("]", ""))
    consistency = NameConsistency(load_gazetteer(resources, "en"), rules.not_names)
    found = sorted(consistency.consistent(doc, []), key=lambda finding: finding.start)

    assert {finding.label for finding in found} <= {"LOCderiv"}
    assert all(finding.end <= len(doc) for finding in found)
    assert [doc[one.start : one.end].text for one in found] == re.findall(r"\[(.*?)\]", expected)


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("Estonians agreed", "LOC", ["LOCderiv: Estonians"]),
        ("Spaniards agreed", "WEAPON", ["LOCderiv: Spaniards"]),
        ("Russian S-400 batteries moved", "WEAPON", ["LOCderiv: Russian", "WEAPON: S-400"]),
        ("Turkish-made drones came", "LOC", ["LOCderiv: Turkish-made"]),
        ("German-built tanks came", "WEAPON", ["LOCderiv: German-built"]),
        ("Danes agreed", "ORG", ["LOCderiv: Danes"]),
        ("Danish-held Tarva batteries moved", "LOC", ["LOCderiv: Danish-held", "LOC: Tarva"]),
        ("Iron Dome batteries moved", "WEAPON", ["WEAPON: Iron Dome"]),
    ],
)
def test_english_words_from_a_place_are_no_names(
    resources: Path, rules: NameRules, tagged: Tagged, text: str, label: str, expected: list[str]
) -> None:
    """Neither by themselves, nor as a part of the weapon that comes from there."""
    name = text.rpartition(" batteries")[0] or text.split(" ", maxsplit=1)[0]
    doc = tagged(text, **{label: name})
    consistency = NameConsistency(load_gazetteer(resources, "en"), rules.not_names)
    found = sorted(consistency.consistent(doc, find_mentions(doc, rules)), key=lambda finding: finding.start)

    assert [f"{finding.label}: {doc[finding.start : finding.end].text}" for finding in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kyiv-based analysts agreed", ["LOCpart: Kyiv-based"]),
        ("Iran-backed fighters left", ["LOCpart: Iran-backed"]),
        ("Split-screen views followed", []),
        ("Nice-looking boats followed", []),
    ],
)
def test_a_place_before_a_participle_is_part_of_the_word(
    resources: Path, rules: NameRules, tagged: Tagged, text: str, expected: list[str]
) -> None:
    """Of English words only; others that look alike are none."""
    doc = tagged(text)
    consistency = NameConsistency(load_gazetteer(resources, "en"), rules.not_names)
    found = consistency.consistent(doc, [])

    assert [f"{finding.label}: {doc[finding.start : finding.end].text}" for finding in found] == expected


@pytest.mark.parametrize(
    ("full", "text"),
    [
        ("Dovilė Šakalienė", "Sakaliene warnt ."),
        ("Recep Tayyip Erdoğan", "Erdogan kam ."),
        ("Wolodymyr Selenskyj", "Zelensky kam ."),
        ("Freja Lindholm-Madsen", "„ Freja hat geliefert “ ."),
        ("Freja Lindholm-Madsen", "Er sprach mit Madsen ."),
        ("Ahmed al-Scharaa", "Er sprach mit Scharaa ."),
    ],
)
def test_what_somebody_may_be_called_is_found_where_it_may_be_a_name(
    consistency: NameConsistency, tagged: Tagged, full: str, text: str
) -> None:
    """Without marks, in other letters, by given name or half a name; not where the encoder sees no name."""
    register_extensions()
    doc = tagged(f"{full} kam . {text}", PER=full)
    person = Finding(0, len(full.split()), EntityKind.PERSON)
    shares = outside(len(doc))
    join_shares(doc, [shares])
    where_no_name_is = consistency.consistent(doc, [person])
    shares[person.end :, columns_of(NAMES).start] = 0.2
    join_shares(doc, [shares])

    assert where_no_name_is == [person]
    assert len(consistency.consistent(doc, [person])) == 2


@pytest.mark.parametrize(
    ("text", "found"), [("Eine Polin kam .", ["Polin"]), ("Viele Hamburger kamen .", [])]
)
def test_the_word_for_a_woman_of_a_country_is_nothing_else(
    consistency: NameConsistency, tagged: Tagged, text: str, found: list[str]
) -> None:
    """Also where the encoder sees no name."""
    register_extensions()
    doc = tagged(text)
    join_shares(doc, [outside(len(doc))])

    assert [doc[one.start : one.end].text for one in consistency.consistent(doc, [])] == found


@pytest.mark.parametrize(
    ("text", "places", "found"),
    [
        ("das hessische Innenministerium", "hessische", ["LOCderiv: hessische", "ORG: Innenministerium"]),
        ("des ukrainischen Generalstabs", "ukrainischen", ["LOCderiv: ukrainischen", "ORG: Generalstabs"]),
        (
            "die israelischen Streitkräfte ( IDF )",
            "israelischen",
            ["LOCderiv: israelischen", "ORG: Streitkräfte", "ORG: IDF"],
        ),
        ("die israelischen Streitkräfte", "israelischen", ["LOCderiv: israelischen"]),
        ("eine ukrainische Armee", "ukrainische", ["LOCderiv: ukrainische"]),
        ("der Pariser Armee", "Pariser", ["LOCderiv: Pariser"]),
        ("die ukrainischen Bauern", "ukrainischen", ["LOCderiv: ukrainischen"]),
    ],
)
def test_the_bodies_of_a_state_are_organisations(
    agreed: Agree, text: str, places: str, found: list[str]
) -> None:
    """Of a country, and of a certain one; an army only if an abbreviation makes a name of it."""
    assert agreed(text, LOCderiv=places) == found


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("der Generalstab der Streitkräfte der Ukraine", "Ukraine", ["ORG: Generalstab", "LOC: Ukraine"]),
        ("die Küstenwache Frankreichs", "Frankreichs", ["ORG: Küstenwache", "LOC: Frankreichs"]),
        ("die Küste Frankreichs", "Frankreichs", ["LOC: Frankreichs"]),
    ],
)
def test_the_bodies_of_a_state_may_stand_before_it(
    agreed: Agree, text: str, place: str, found: list[str]
) -> None:
    assert agreed(text, LOC=place) == found


def test_the_council_before_a_person_is_what_the_person_is(agreed: Agree) -> None:
    """In Switzerland and Austria councillors are called like their councils."""
    assert agreed("Bundesrat Urs Kern kam , der Bundesrat tagt", PER="Urs Kern") == [
        "PER: Urs Kern",
        "ORG: Bundesrat",
    ]


def test_a_missed_given_name_belongs_to_the_name_behind_it(
    consistency: NameConsistency, tagged: Tagged
) -> None:
    """Not two people."""
    register_extensions()
    doc = tagged("Tayler Aaby lachte . Später ging Tayler Jane Aaby heim .", PER="Tayler Aaby")
    shares = outside(len(doc))
    shares[:, columns_of(NAMES).start] = 0.2
    join_shares(doc, [shares])
    people = [Finding(0, 2, EntityKind.PERSON), Finding(7, 9, EntityKind.PERSON)]

    found = consistency.consistent(doc, people)

    assert [(one.start, one.end) for one in found if one.kind is EntityKind.PERSON] == [(0, 2), (6, 9)]


@pytest.mark.parametrize("name", ["Xinhua", "Lockheed Martin", "Boko Haram", "La Libertad Avanza"])
def test_a_body_on_the_list_is_nobody(agreed: Agree, name: str) -> None:
    """However sure the tagger is that somebody is called so."""
    assert agreed(f"Am Montag antwortete {name} nicht .", PER=name) == [f"ORG: {name}"]


def test_a_person_is_not_the_body_of_the_same_name(agreed: Agree) -> None:
    """The article names him in full."""
    found = agreed("Uwe Siemens kam . Am Montag antwortete Siemens nicht .", PER="Uwe Siemens")

    assert found == ["PER: Uwe Siemens", "PER: Siemens"]


@pytest.mark.parametrize("body", ["Maersk", "Diehl", "Roten Halbmonds"])
def test_a_body_taken_for_a_place_is_put_right(agreed: Agree, body: str) -> None:
    """That others are called so, too, and its case do not matter; a city is one."""
    assert agreed(f"Lastwagen von {body} kamen .", LOC=body) == [f"ORG: {body}"]
    assert agreed("Lastwagen von Essen kamen .", LOC="Essen") == ["LOC: Essen"]
