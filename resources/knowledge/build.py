"""Build the index that the app looks knowledge up in: `index.msgpack`, from the tables beside this file.

usage: build.py [--check]

With --check nothing is written, and the exit status is 1 if the index is not what the tables say.

The tables are for people to read and edit; SOURCES.md tells what they hold. Every mistake in them that
`table_checks.py` finds is told with its table and line; then nothing is built.
"""

import csv
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from table_checks import LIST_SEPARATOR, mistakes
from weapon_checks import figure_of

from reader.domain.entities import EntityKind
from reader.knowledge.catalogue import WeaponSystem, load_catalogue
from reader.knowledge.entries import Fact, FactKind, KnowledgeEntry, KnowledgeId, Source
from reader.knowledge.knowledge_index import KnowledgeIndex, encoded

FOLDER = Path(__file__).parent
OWN = ("own",)
WEAPONS_AS_OF = "2026-11"
PLACES_AS_OF = "2026-11"
COUNTRY = "country"  # such places stand in the table of countries, too
PLACES_SOURCES = ("geonames", "own")
# An office of this rank is told with the country or organisation as well.
LEADERS = {
    "head_of_state": (FactKind.HEAD_OF_STATE,),
    "head_of_government": (FactKind.HEAD_OF_GOVERNMENT,),
    "head_of_state_and_government": (FactKind.HEAD_OF_STATE, FactKind.HEAD_OF_GOVERNMENT),
    "leader": (FactKind.LED_BY,),
    "other": (),
}


@dataclass(frozen=True)
class Wording:
    """The same in two languages."""

    de: str
    en: str


class Designations:
    """The German and English words for classes, regions, and areas that are no states today."""

    def __init__(self, folder: Path) -> None:
        self._words = {
            (row["group"], row["key"]): Wording(row["de"], row["en"])
            for row in table(folder / "designations.csv")
        }

    def of(self, group: str, key: str) -> Wording:
        return self._words[group, key]

    def has(self, group: str, key: str) -> bool:
        return (group, key) in self._words

    def in_english(self, group: str, text: str) -> str:
        """The text with the German words of the group in English; longer ones go first."""
        words = {key: wording.en for (of, key), wording in self._words.items() if of == group}
        longest_first = sorted(words, key=len, reverse=True)
        pattern = "|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in longest_first)
        return re.sub(pattern, lambda found: words[found.group()], text) if words else text


def table(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def listed(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(LIST_SEPARATOR) if part.strip())


def country_id(iso2: str) -> KnowledgeId:
    return KnowledgeId(f"country-{iso2.lower()}")


class Knowledge:
    """All tables of a folder as entries."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder
        self._designations = Designations(folder)
        self._countries = {row["iso2"]: row for row in table(folder / "countries.csv")}
        self._organisations = {row["id"]: row for row in table(folder / "organisations.csv")}
        self._places = {row["name"]: row for row in table(folder / "places.csv")}
        self._place_ids = {
            name: row["id"]
            for row in self._places.values()
            if row["kind"] != COUNTRY
            for name in (row["name"], *listed(row["aliases"]))
        }
        self._seats = {
            self._place_ids.get(listed(row["capitals"])[0]): iso2 for iso2, row in self._countries.items()
        }
        self._offices = list(table(folder / "office_holders.csv"))
        self._leaders = self._led()

    def entries(self) -> list[KnowledgeEntry]:
        return [
            *self._weapon_entries(),
            *(self._country(row) for row in self._countries.values()),
            *(self._organisation(row) for row in self._organisations.values()),
            *(self._place(row) for row in self._places.values() if row["kind"] != COUNTRY),
            *self._people(),
        ]

    def sources(self) -> list[Source]:
        return [Source(**row) for row in table(self._folder / "sources.csv")]

    def details(self) -> dict[str, dict[str, object]]:
        """What is known of weapon systems beside their names, by id."""
        return {
            weapon_id: detail
            for path in sorted((self._folder / "weapon_details").glob("*.toml"))
            for weapon_id, detail in tomllib.loads(path.read_text(encoding="utf-8")).items()
        }

    def _weapon_entries(self) -> Iterator[KnowledgeEntry]:
        details = self.details()
        for system in load_catalogue(self._folder / "weapons.toml").systems:
            yield self._weapon(system, details.get(system.id, {}))

    def _weapon(self, system: WeaponSystem, detail: dict) -> KnowledgeEntry:
        class_name = self._designations.of("weapon", system.noun)
        facts = [
            Fact(FactKind.CLASS, class_name.de, class_name.en),
            self._country_fact(FactKind.ORIGIN, system.origin),
        ]
        if maker := detail.get("maker"):
            facts.append(Fact(FactKind.MAKER, maker, self._designations.in_english("maker", maker)))
        if since := detail.get("since"):
            facts.append(Fact(FactKind.IN_SERVICE, since=str(since)))
        return KnowledgeEntry(
            id=KnowledgeId(system.id),
            kind=EntityKind.WEAPON,
            category=system.category,
            name_de=system.name,
            name_en=detail.get("name_en", ""),
            aliases=system.aliases,
            ambiguous=(*system.needs_context, *system.needs_noun),
            line_de=detail.get("line_de", ""),
            line_en=detail.get("line_en", ""),
            facts=tuple(facts),
            figures=tuple(figure_of(system.id, row) for row in detail.get("figures", ())),
            wikipedia_de=detail.get("wikipedia_de", ""),
            wikipedia_en=detail.get("wikipedia_en", ""),
            as_of=detail.get("as_of", WEAPONS_AS_OF),
            sources=tuple(detail.get("sources", OWN)),
        )

    def _country(self, row: dict[str, str]) -> KnowledgeEntry:
        region = self._designations.of("region", row["region"])
        knowledge_id = country_id(row["iso2"])
        return KnowledgeEntry(
            id=knowledge_id,
            kind=EntityKind.PLACE,
            category=COUNTRY,
            name_de=row["name"],
            name_en=row["name_en"],
            aliases=listed(row["aliases"]),
            ambiguous=listed(row["doubtful"]),
            line_de=f"Staat in {region.de}.",
            line_en=f"Country in {region.en}.",
            facts=(*self._capital(row), *self._leaders.get(knowledge_id, ())),
            wikipedia_de=row["wikipedia_de"],
            wikipedia_en=row["wikipedia_en"],
            as_of=row["as_of"],
            sources=tuple(dict.fromkeys((row["source"], *self._sources_of_leaders(knowledge_id)))),
        )

    def _capital(self, row: dict[str, str]) -> tuple[Fact, ...]:
        if not row["capital_de"]:
            return ()
        place = self._place_ids.get(row["capital_de"].partition(" (")[0])
        entry = None if place is None else KnowledgeId(place)
        return (Fact(FactKind.CAPITAL, row["capital_de"], row["capital_en"], entry=entry),)

    def _organisation(self, row: dict[str, str]) -> KnowledgeEntry:
        class_name = self._designations.of("organisation", row["kind"])
        facts = [Fact(FactKind.CLASS, class_name.de, class_name.en)]
        if row["country"]:
            facts.append(self._country_fact(FactKind.COUNTRY, row["country"]))
        knowledge_id = KnowledgeId(row["id"])
        return KnowledgeEntry(
            id=knowledge_id,
            kind=EntityKind.ORGANIZATION,
            category=row["kind"],
            name_de=row["name"],
            name_en=row["name_en"],
            aliases=listed(row["aliases"]),
            ambiguous=_ambiguous(row),
            facts=(*facts, *self._leaders.get(knowledge_id, ())),
            wikipedia_de=row["wikipedia_de"],
            wikipedia_en=row["wikipedia_en"],
            as_of=row["as_of"],
            sources=tuple(dict.fromkeys((row["source"], *self._sources_of_leaders(knowledge_id)))),
        )

    def _place(self, row: dict[str, str]) -> KnowledgeEntry:
        class_name = self._designations.of("place", row["kind"])
        facts = [Fact(FactKind.CLASS, class_name.de, class_name.en)]
        if row["country"]:
            facts.append(self._country_fact(FactKind.COUNTRY, row["country"]))
        if (governed := self._seats.get(row["id"])) is not None:
            facts.append(self._country_fact(FactKind.SEAT_OF_GOVERNMENT, governed))
        return KnowledgeEntry(
            id=KnowledgeId(row["id"]),
            kind=EntityKind.PLACE,
            category=row["kind"],
            name_de=row["name"],
            name_en=row["name_en"],
            aliases=listed(row["aliases"]),
            ambiguous=listed(row["shared"]),
            facts=tuple(facts),
            as_of=PLACES_AS_OF,
            sources=PLACES_SOURCES,
        )

    def _people(self) -> Iterator[KnowledgeEntry]:
        by_person: dict[str, list[dict[str, str]]] = {}
        for row in self._offices:
            by_person.setdefault(row["id"], []).append(row)
        for person_id, rows in by_person.items():
            first = rows[0]
            yield KnowledgeEntry(
                id=KnowledgeId(person_id),
                kind=EntityKind.PERSON,
                name_de=first["name"],
                name_en=first["name_en"],
                surname=first["surname"],
                aliases=listed(first["aliases"]),
                ambiguous=listed(first["doubtful"]),
                facts=tuple(
                    Fact(
                        FactKind.OFFICE,
                        row["office_de"],
                        row["office_en"],
                        since=row["since"],
                        entry=self._office_of(row),
                    )
                    for row in rows
                ),
                wikipedia_de=first["wikipedia_de"],
                wikipedia_en=first["wikipedia_en"],
                as_of=min(row["as_of"] for row in rows),
                sources=tuple(dict.fromkeys(row["source"] for row in rows)),
            )

    def _led(self) -> dict[KnowledgeId, list[Fact]]:
        """Who leads a country or an organisation."""
        leaders: dict[KnowledgeId, list[Fact]] = {}
        for row in self._offices:
            for kind in LEADERS[row["rank"]]:
                fact = Fact(
                    kind,
                    row["name"],
                    row["name_en"] or row["name"],
                    since=row["since"],
                    entry=KnowledgeId(row["id"]),
                )
                leaders.setdefault(self._office_of(row), []).append(fact)
        order = list(FactKind)
        return {led: sorted(facts, key=lambda fact: order.index(fact.what)) for led, facts in leaders.items()}

    def _sources_of_leaders(self, led: KnowledgeId) -> list[str]:
        return [
            row["source"] for row in self._offices if LEADERS[row["rank"]] and self._office_of(row) == led
        ]

    def _office_of(self, row: dict[str, str]) -> KnowledgeId:
        """The entry of the country or organisation whose office it is."""
        return country_id(row["of"]) if row["of"] in self._countries else KnowledgeId(row["of"])

    def _country_fact(self, what: FactKind, code: str) -> Fact:
        if self._designations.has("area", code):
            name = self._designations.of("area", code)
            return Fact(what, name.de, name.en)
        row = self._countries[code]
        return Fact(what, row["name"], row["name_en"], entry=country_id(code))


def _ambiguous(row: dict[str, str]) -> tuple[str, ...]:
    """What others are called, too; as many are called so in English as in German."""
    shared = listed(row["shared"])
    english = (row["name_en"],) if row["name_en"] and row["name"] in shared else ()
    return tuple(dict.fromkeys((*listed(row["doubtful"]), *shared, *english)))


def built(folder: Path = FOLDER) -> bytes:
    """What `index.msgpack` must hold.

    Raises:
        ValueError: if there are mistakes in the tables; each is a line of the message.
    """
    if found := mistakes(folder):
        raise ValueError("\n".join(map(str, found)))
    knowledge = Knowledge(folder)
    return encoded(knowledge.entries(), knowledge.sources())


def main() -> int:
    if set(sys.argv[1:]) - {"--check"}:
        print(__doc__, file=sys.stderr)
        return 2
    index = FOLDER / "index.msgpack"
    try:
        content = built(FOLDER)
    except (OSError, ValueError) as error:
        print(f"{error}\nThe tables cannot be used; {index.name} stays as it is.", file=sys.stderr)
        return 1
    if "--check" in sys.argv:
        return 0 if index.read_bytes() == content else 1
    index.write_bytes(content)
    print(f"{index}: {len(content):,} bytes; {times(index)}")
    return 0


def times(path: Path) -> str:
    """How long it takes to read the index, and to look every entry up by its id and by its name."""
    started = perf_counter()
    index = KnowledgeIndex(path)
    ids = index.ids()
    read = perf_counter()
    entries = [index.entry(knowledge_id) for knowledge_id in ids]
    by_id = perf_counter()
    for entry in entries:
        index.find(entry.name_de, entry.kind)
    by_name = perf_counter()
    each = 1000 / max(1, len(ids))
    return (
        f"read in {(read - started) * 1000:.1f} ms, an entry by id in {(by_id - read) * each:.4f} ms, "
        f"by name in {(by_name - by_id) * each:.4f} ms"
    )


if __name__ == "__main__":
    raise SystemExit(main())
