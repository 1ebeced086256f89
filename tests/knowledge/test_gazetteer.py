"""The gazetteer, and the files it is read from."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from reader.knowledge.gazetteer import Gazetteer, KnownKind, load_gazetteer


@pytest.fixture(scope="module")
def gazetteer(resources: Path) -> Gazetteer:
    return load_gazetteer(resources)


@pytest.mark.parametrize(
    ("name", "country"),
    [("Ukraine", "Ukraine"), ("Vereinigte Staaten", "USA"), ("USA", "USA"), ("Weißrussland", "Belarus")],
)
def test_a_country_is_known_by_each_of_its_names(gazetteer: Gazetteer, name: str, country: str) -> None:
    """The first name is shown."""
    assert gazetteer.place(name) == country


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("ukrainische", "Ukraine"),
        ("ukrainischen", "Ukraine"),
        ("Ukrainern", "Ukraine"),
        ("Französin", "Frankreich"),
        ("bayerischer", "Bayern"),
        ("bretonischen", "Bretagne"),
    ],
)
def test_adjectives_and_inhabitants_lead_to_the_place(gazetteer: Gazetteer, word: str, place: str) -> None:
    """In every form."""
    assert gazetteer.place_of_derived(word) == place


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("Esten", "Estland"),
        ("Syrern", "Syrien"),
        ("Libanesinnen", "Libanon"),
        ("Jemeniten", "Jemen"),
        ("Saudis", "Saudi-Arabien"),
        ("Zyprioten", "Zypern"),
        ("Sachse", "Sachsen"),
        ("Rheinland-Pfälzerin", "Rheinland-Pfalz"),
        ("Katalanen", "Katalonien"),
        ("Walisern", "Wales"),
    ],
)
def test_inhabitants_are_known_in_every_case(gazetteer: Gazetteer, word: str, place: str) -> None:
    """Men and women, one and many, of countries and of lands."""
    assert gazetteer.place_of_derived(word) == place


def test_every_country_has_inhabitants(resources: Path, gazetteer: Gazetteer) -> None:
    """In the dative, too; only in the Vatican nobody is called after it."""
    with (resources / "knowledge" / "countries.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    assert [row["name"] for row in rows if not row["inhabitants"]] == ["Vatikan"]
    first = {row["inhabitants"].partition(";")[0]: row["name"] for row in rows if row["inhabitants"]}
    plural = {word + ("n" if word.endswith(("e", "er")) else "en"): name for word, name in first.items()}
    assert [word for word in plural if gazetteer.place_of_derived(word) is None] == []


@pytest.mark.parametrize(
    ("word", "is_sure"),
    [
        ("Letten", True),
        ("Syrerinnen", True),
        ("Iren", True),
        ("Polen", False),
        ("Pole", False),
        ("Sachse", False),
    ],
)
def test_inhabitants_that_are_something_else_need_the_tagger(
    gazetteer: Gazetteer, word: str, is_sure: bool
) -> None:
    """Poles of the earth, countries and surnames."""
    assert (word in gazetteer.inhabitants) is is_sure


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("Lithuanian", "Lithuania"),
        ("Poles", "Poland"),
        ("Welsh", "Wales"),
        ("turk", None),
        ("Frenchmens", None),
    ],
)
def test_english_words_from_places_keep_their_case_and_plural(
    resources: Path, word: str, place: str | None
) -> None:
    """Their places have English names."""
    assert load_gazetteer(resources, "en").place_of_derived(word) == place


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Katar", "Qatar"), ("Qatar", "Qatar"), ("UK", "United Kingdom"), ("UAE", "United Arab Emirates")],
)
def test_countries_have_english_names_in_english_texts(resources: Path, name: str, shown: str) -> None:
    """Whichever of their names is written."""
    assert load_gazetteer(resources, "en").place(name) == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Moscow", "Moscow"),
        ("Kyjiw", "Kyiv"),
        ("Krim", "Crimea"),
        ("Strait of Hormuz", "Strait of Hormuz"),
        ("Ottawa", "Ottawa"),
    ],
)
def test_places_have_english_names_in_english_texts(resources: Path, name: str, shown: str) -> None:
    """Those that are called the same in German have one name only."""
    assert load_gazetteer(resources, "en").city(name) == shown


@pytest.mark.parametrize("name", ["Moscow", "Nice", "Black Sea"])
def test_german_texts_know_no_english_names_of_places(gazetteer: Gazetteer, name: str) -> None:
    """A German article shows what it writes itself."""
    assert gazetteer.city(name) is None


@pytest.mark.parametrize(("word", "is_certain"), [("Munich", True), ("Nice", False), ("Rhodes", False)])
def test_english_names_that_are_words_or_people_are_not_certain(
    resources: Path, word: str, is_certain: bool
) -> None:
    """They need the tagger's word."""
    assert ((word,) in load_gazetteer(resources, "en").certain) is is_certain


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("IISS", "International Institute for Strategic Studies"),
        ("Hezbollah", "Hezbollah"),
        ("Rolls-Royce", "Rolls-Royce"),
        ("Ikea", "IKEA"),
        ("Independent", "Independent"),
    ],
)
def test_organisations_have_english_names_in_english_texts(resources: Path, name: str, shown: str) -> None:
    """The short name where that is usual, and a doubtful one as it is written."""
    assert load_gazetteer(resources, "en").organisation(name) == shown


def test_german_texts_know_no_english_words_from_places(gazetteer: Gazetteer) -> None:
    """Saudi belongs to Saudi-Arabien there."""
    assert gazetteer.place_of_derived("Lithuanian") is None


@pytest.mark.parametrize(
    ("name", "shown"),
    [("UN", "Vereinte Nationen"), ("Nato", "NATO"), ("BMVg", "Bundesministerium der Verteidigung")],
)
def test_an_organisation_is_known_by_its_abbreviation(gazetteer: Gazetteer, name: str, shown: str) -> None:
    """Whatever its spelling."""
    assert gazetteer.organisation(name) == shown


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ottawa", KnownKind.PLACE),
        ("Kyjiw", KnownKind.PLACE),
        ("New York", KnownKind.PLACE),
        ("Kreml", KnownKind.PLACE),
        ("Bundeswehr", KnownKind.ORGANISATION),
        ("Human Rights Watch", KnownKind.ORGANISATION),
    ],
)
def test_certain_names_have_a_kind(gazetteer: Gazetteer, name: str, kind: KnownKind) -> None:
    """They are found even where the tagger is silent."""
    assert gazetteer.certain[tuple(name.split())] is kind


@pytest.mark.parametrize(
    "word",
    ["Essen", "Hagen", "Siegen", "Zug", "Linke", "Liberale", "Bild", "Stern", "Meta", "Victoria", "Lima"],
)
def test_ordinary_words_and_first_names_are_not_certain(gazetteer: Gazetteer, word: str) -> None:
    """They need the tagger's word."""
    assert (word,) not in gazetteer.certain


def test_no_english_name_is_that_of_another_place(resources: Path) -> None:
    """Neither would be linked."""
    with (resources / "knowledge" / "places.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    owners: dict[str, set[str]] = {}
    for row in rows:
        for name in filter(None, (row["name"], *row["aliases"].split(";"), row["name_en"])):
            owners.setdefault(name, set()).add(row["id"])

    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("file", ["places.csv", "organisations.csv"])
def test_no_name_stands_twice_in_a_list(resources: Path, file: str) -> None:
    """A name that means two things would hide one of them."""
    with (resources / "knowledge" / file).open(encoding="utf-8", newline="") as rows:
        counts = Counter(
            name
            for row in csv.DictReader(rows)
            for name in (row["name"], *filter(None, row["aliases"].split(";")))
        )

    assert [name for name, count in counts.items() if count > 1] == []


def test_no_name_is_a_place_and_an_organisation(gazetteer: Gazetteer) -> None:
    """One list would overrule the other."""
    assert {name for name in gazetteer.organisations if name in gazetteer.cities} == set()


def test_doubtful_names_are_names_of_the_row(resources: Path) -> None:
    """A slip of the pen would make an ordinary word certain."""
    with (resources / "knowledge" / "organisations.csv").open(encoding="utf-8", newline="") as rows:
        strays = [
            name
            for row in csv.DictReader(rows)
            for name in filter(None, row["doubtful"].split(";"))
            if name not in (row["name"], *row["aliases"].split(";"))
        ]

    assert strays == []


@pytest.mark.parametrize(("name", "shown"), [("SVR", "SVR"), ("BMI", "BMI"), ("ARD", "ARD")])
def test_a_doubtful_abbreviation_is_shown_as_it_is(gazetteer: Gazetteer, name: str, shown: str) -> None:
    """It may be that of something else."""
    assert gazetteer.organisation(name) == shown


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("Germans", "Germany"),
        ("Frenchmans", None),
        ("Czechs", "Czechia"),
        ("Dutchs", None),
    ],
)
def test_english_inhabitants_have_a_plural(resources: Path, word: str, place: str | None) -> None:
    assert load_gazetteer(resources, "en").place_of_english(word) == place


@pytest.mark.parametrize("name", ["Alternative for Germany", "European Central Bank"])
def test_english_names_of_bodies_are_certain_in_english_texts(
    resources: Path, gazetteer: Gazetteer, name: str
) -> None:
    """They are found even where the tagger sees a country only."""
    words = tuple(name.split())

    assert load_gazetteer(resources, "en").certain[words] is KnownKind.ORGANISATION
    assert words not in gazetteer.certain
