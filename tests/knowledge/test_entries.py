"""The tables of the knowledge base are sound: complete, plausible, and with their sources."""

import csv
import re
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest

from reader.domain.entities import EntityKind
from reader.knowledge.catalogue import spelling
from reader.knowledge.entries import FactKind, KnowledgeEntry, Source
from reader.knowledge.figures import PLAUSIBLE, Figure, FigureKind, Unit, is_plausible

LONGEST_LINE = 140
OLDEST_WEAPON = "1700"
MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
PREFIXES = {
    EntityKind.ORGANIZATION: ("org-",),
    EntityKind.PERSON: ("person-",),
    EntityKind.PLACE: ("country-", "place-"),
}
WRITTEN = "2026-11"  # the clock of the machine that tests may be behind
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@pytest.fixture(scope="module")
def entries(build: ModuleType) -> list[KnowledgeEntry]:
    found: list[KnowledgeEntry] = build.Knowledge().entries()
    return found


@pytest.fixture(scope="module")
def sources(build: ModuleType) -> list[Source]:
    found: list[Source] = build.Knowledge().sources()
    return found


@pytest.mark.parametrize(
    ("kind", "prefix", "least"),
    [
        (EntityKind.WEAPON, "", 600),
        (EntityKind.PLACE, "country-", 197),
        (EntityKind.ORGANIZATION, "org-", 1000),
        (EntityKind.PERSON, "person-", 300),
    ],
)
def test_as_much_is_known_as_promised(
    entries: list[KnowledgeEntry], kind: EntityKind, prefix: str, least: int
) -> None:
    """Fewer would be a loss."""
    assert sum(entry.kind is kind and entry.id.startswith(prefix) for entry in entries) >= least


def test_weapons_are_explained(entries: list[KnowledgeEntry]) -> None:
    """At least 600 have a line in both languages, most of them key figures."""
    weapons = [entry for entry in entries if entry.kind is EntityKind.WEAPON]

    assert sum(bool(entry.line_de and entry.line_en) for entry in weapons) >= 600
    assert sum(bool(entry.figures) for entry in weapons) >= 500


def test_every_weapon_has_an_english_name(entries: list[KnowledgeEntry]) -> None:
    """English articles show it."""
    assert [entry.id for entry in entries if entry.kind is EntityKind.WEAPON and not entry.name_en] == []


def test_weapons_came_into_service_in_a_year(entries: list[KnowledgeEntry]) -> None:
    """Of the age of firearms."""
    years = [
        (entry.id, fact.since)
        for entry in entries
        for fact in entry.facts
        if fact.what is FactKind.IN_SERVICE
    ]

    assert len(years) >= 600
    assert [odd for odd in years if not OLDEST_WEAPON <= odd[1][:4] <= WRITTEN] == []


def test_titles_of_wikipedia_are_no_addresses(entries: list[KnowledgeEntry]) -> None:
    """The app makes the address."""
    titles = [title for entry in entries for title in (entry.wikipedia_de, entry.wikipedia_en) if title]

    assert len(titles) >= 1000
    assert [title for title in titles if "_" in title or "/wiki" in title or title != title.strip()] == []


def test_ids_are_slugs_that_tell_the_kind(entries: list[KnowledgeEntry]) -> None:
    """Notes and links hang on them."""
    odd = [
        entry.id
        for entry in entries
        if not SLUG.fullmatch(entry.id) or not entry.id.startswith(PREFIXES.get(entry.kind, ("",)))
    ]

    assert odd == []


def test_entries_of_a_kind_that_share_a_name_say_so(entries: list[KnowledgeEntry]) -> None:
    """All but one: the name means chiefly that."""
    bearers: dict[tuple[EntityKind, str], dict[str, bool]] = defaultdict(dict)
    for entry in entries:
        doubted = {spelling(name) for name in entry.ambiguous}
        for name in map(spelling, entry.names):
            bearers[entry.kind, name][entry.id] = name in doubted

    unsaid = [
        (name, sorted(found))
        for (_, name), found in bearers.items()
        if sum(not is_said for is_said in found.values()) > 1
    ]
    assert unsaid == []


def test_only_own_names_are_called_ambiguous(entries: list[KnowledgeEntry]) -> None:
    """A slip of the pen would make a name sure."""
    assert [
        (entry.id, name) for entry in entries for name in entry.ambiguous if name not in entry.names
    ] == []


def test_every_entry_that_a_fact_names_is_there(entries: list[KnowledgeEntry]) -> None:
    """A click in the details card leads on."""
    ids = {entry.id for entry in entries}

    assert [
        (entry.id, fact.entry)
        for entry in entries
        for fact in entry.facts
        if fact.entry is not None and fact.entry not in ids
    ] == []


def test_facts_are_told_in_both_languages(entries: list[KnowledgeEntry]) -> None:
    """Or they are a date."""
    assert [
        (entry.id, fact.what)
        for entry in entries
        for fact in entry.facts
        if bool(fact.text_de) != bool(fact.text_en) or not (fact.text_de or fact.since)
    ] == []


def test_lines_are_short_sentences_in_both_languages(entries: list[KnowledgeEntry]) -> None:
    """They fit the card."""
    lines = [(entry.id, line) for entry in entries for line in (entry.line_de, entry.line_en) if line]

    assert [entry.id for entry in entries if bool(entry.line_de) != bool(entry.line_en)] == []
    assert [owner for owner, line in lines if len(line) > LONGEST_LINE or line[-1] != "."] == []


def test_figures_have_units_and_are_plausible(entries: list[KnowledgeEntry]) -> None:
    """A tank of 62 kilograms is a slip of the pen."""
    odd = [(entry.id, figure) for entry in entries for figure in entry.figures if not is_plausible(figure)]

    assert odd == []


def test_no_figure_is_told_twice(entries: list[KnowledgeEntry]) -> None:
    """In the same unit."""
    odd = [
        entry.id
        for entry in entries
        if len({(figure.what, figure.unit) for figure in entry.figures}) < len(entry.figures)
    ]

    assert odd == []


def test_every_kind_of_figure_has_its_bounds() -> None:
    """A new kind without them would break the check."""
    assert PLAUSIBLE.keys() == set(FigureKind)


@pytest.mark.parametrize(
    ("figure", "is_good"),
    [
        (Figure(FigureKind.WEIGHT, 62, Unit.TONNES), True),
        (Figure(FigureKind.WEIGHT, 62_000, Unit.TONNES), False),
        (Figure(FigureKind.WEIGHT, 62, Unit.KILOMETRES), False),
        (Figure(FigureKind.WEIGHT, 62), False),
        (Figure(FigureKind.CREW, 4), True),
        (Figure(FigureKind.CREW, 4, Unit.TONNES), False),
        (Figure(FigureKind.RANGE, 300, Unit.KILOMETRES, upto=500), True),
        (Figure(FigureKind.RANGE, 500, Unit.KILOMETRES, upto=300), False),
        (Figure(FigureKind.RANGE, 300, Unit.KILOMETRES, upto=500_000), False),
    ],
)
def test_a_figure_is_plausible_within_its_bounds(figure: Figure, is_good: bool) -> None:
    """Both ends, in a unit of its kind."""
    assert is_plausible(figure) is is_good


def test_every_entry_says_when_it_was_looked_at(entries: list[KnowledgeEntry]) -> None:
    """In a month that has come."""
    now = f"{datetime.now(UTC):%Y-%m}"

    assert [
        entry.id for entry in entries if not MONTH.fullmatch(entry.as_of) or entry.as_of > max(now, WRITTEN)
    ] == []


def test_dates_are_dates(entries: list[KnowledgeEntry]) -> None:
    """And not after the entry was looked at, but for offices that began in that month."""
    odd = [
        (entry.id, fact.since)
        for entry in entries
        for fact in entry.facts
        if fact.since and (not DATE.fullmatch(fact.since) or fact.since[:4] > entry.as_of[:4])
    ]

    assert odd == []


def test_every_source_is_named(entries: list[KnowledgeEntry], sources: list[Source], resources: Path) -> None:
    """In the table that the app shows, and in SOURCES.md with the same licence."""
    told = (resources / "knowledge" / "SOURCES.md").read_text(encoding="utf-8")
    keys = {source.key for source in sources}

    assert [entry.id for entry in entries if not entry.sources or not keys.issuperset(entry.sources)] == []
    assert [
        source.key
        for source in sources
        if not any(f"| `{source.key}` |" in line and source.licence in line for line in told.splitlines())
    ] == []


def test_every_table_is_named_among_the_sources(resources: Path) -> None:
    """Whoever takes one knows its licence."""
    told = (resources / "knowledge" / "SOURCES.md").read_text(encoding="utf-8")
    tables = {path.name for path in (resources / "knowledge").iterdir() if path.suffix in {".csv", ".toml"}}

    assert [name for name in tables if f"`{name}`" not in told] == []


def test_countries_are_complete(resources: Path) -> None:
    """Names, adjective, inhabitants, capital; nobody is an inhabitant of the Vatican in German."""
    needed = [
        "iso2",
        "name",
        "adjectives",
        "inhabitants",
        "capitals",
        "name_en",
        "region",
        "wikipedia_de",
        "as_of",
        "source",
    ]
    with (resources / "knowledge" / "countries.csv").open(encoding="utf-8", newline="") as rows:
        empty = [(row["name"], key) for row in csv.DictReader(rows) for key in needed if not row[key]]

    assert empty == [("Vatikan", "inhabitants")]


def test_people_in_office_have_an_office_of_something(entries: list[KnowledgeEntry]) -> None:
    """Of a country or an organisation."""
    people = {entry.id: entry.facts for entry in entries if entry.kind is EntityKind.PERSON}

    assert [person for person, facts in people.items() if not facts] == []
    assert {fact.what for facts in people.values() for fact in facts} == {FactKind.OFFICE}
    assert None not in {fact.entry for facts in people.values() for fact in facts}


def test_a_country_tells_who_governs_it(entries: list[KnowledgeEntry]) -> None:
    """With the date, and a link to the person."""
    germany = next(entry for entry in entries if entry.id == "country-de")
    facts = {fact.what: fact for fact in germany.facts}

    assert facts[FactKind.HEAD_OF_GOVERNMENT].entry == "person-friedrich-merz"
    assert facts[FactKind.HEAD_OF_STATE].entry == "person-frank-walter-steinmeier"
    assert "factbook" in germany.sources


@pytest.mark.parametrize(
    ("maker", "english"),
    [
        ("Suchoi", "Sukhoi"),
        ("Almas-Antei", "Almaz-Antey"),
        ("Northrop (heute Northrop Grumman)", "Northrop (now Northrop Grumman)"),
        ("Werft der 61 Kommunarden, Mykolajiw", "61 Communards Shipyard, Mykolaiv"),
        ("Hensoldt, Bombardier", "Hensoldt, Bombardier"),
    ],
)
def test_makers_have_their_english_names(build: ModuleType, maker: str, english: str) -> None:
    """Word by word; what needs no translation stays."""
    assert build.Designations(build.FOLDER).in_english("maker", maker) == english


def test_english_cards_show_no_german_makers(entries: list[KnowledgeEntry]) -> None:
    """No German plant, shipyard or transliteration."""
    makers = [fact.text_en for entry in entries for fact in entry.facts if fact.what is FactKind.MAKER]
    german = re.compile(r"[Ww]erft|-Werk\b|sawod|masch\b|lew\b|\bheute\b|Lizenz|gemeinschaft")

    assert makers
    assert [maker for maker in makers if german.search(maker)] == []


@pytest.mark.parametrize(
    ("weapon", "noun"),
    [
        ("caesar", "Radhaubitze"),
        ("panzerhaubitze-2000", "Panzerhaubitze"),
        ("kanonenjagdpanzer", "Jagdpanzer"),
    ],
)
def test_a_card_tells_wheels_from_tracks(entries: list[KnowledgeEntry], weapon: str, noun: str) -> None:
    """A howitzer on a lorry is no Panzerhaubitze, a tank destroyer no battle tank."""
    [entry] = [entry for entry in entries if entry.id == weapon]

    assert [fact.text_de for fact in entry.facts if fact.what is FactKind.CLASS] == [noun]
