"""Find what is wrong with the tables of the knowledge base: each mistake with its table and line.

Start at `mistakes`. Nothing is built and nothing written; `build.py` asks before it makes the index.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from weapon_checks import WeaponChecks

from reader.knowledge.catalogue import spelling

LIST_SEPARATOR = ";"
WRITTEN = "2026-11"  # the clock of the machine may be behind
ODD_CHARACTERS = re.compile("[\x00-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028\u2029\ufeff\ufffd]|Ã.|â€")
WRONG_SEPARATORS = re.compile(r"[|\t]|, ?$")
MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
NO_TITLE = re.compile(r"_|https?:|/wiki")
RANKS = ("head_of_state", "head_of_government", "head_of_state_and_government", "leader", "other")
COUNTRY = "country"  # such places stand in the table of countries, too; their names are no second ones


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """What is wrong in a line of a table; whole files have line 0."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.what}" if self.line else f"{self.file}: {self.what}"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, and the line that it begins in."""

    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def listed(self, *columns: str) -> list[str]:
        return [part for column in columns for part in self[column].split(LIST_SEPARATOR) if part]

    def mistake(self, what: str) -> Mistake:
        return Mistake(self.file, self.line, what)


@dataclass(frozen=True, slots=True)
class Table:
    """How a table must be: its columns, those that are never empty, those that hold lists, and its ids."""

    file: str
    columns: str
    needed: str
    lists: str = ""
    id_column: str = ""
    id_form: str = ""
    unique: str = ""  # the columns that no two rows have alike
    kind: str = ""  # what its names are the names of


TABLES = (
    Table(
        "countries.csv",
        "iso2 name aliases doubtful adjectives inhabitants derived_en capitals capital_de capital_en name_en region "
        "wikipedia_de wikipedia_en as_of source",
        "iso2 name adjectives capitals name_en region wikipedia_de as_of source",
        "aliases doubtful adjectives inhabitants derived_en capitals",
        "iso2", "[A-Z]{2}", "iso2", "place",
    ),
    Table(
        "organisations.csv",
        "id name aliases doubtful shared kind country name_en wikipedia_de wikipedia_en as_of source",
        "id name kind as_of source", "aliases doubtful shared", "id", f"org-{SLUG}", "id", "organisation",
    ),
    Table(
        "places.csv", "id name aliases shared kind country name_en doubtful", "id name kind",
        "aliases shared doubtful", "id", f"place-{SLUG}", "id", "place",
    ),
    Table(
        "office_holders.csv",
        "id name name_en surname aliases doubtful office_de office_en rank of since as_of source wikipedia_de wikipedia_en",
        "id name office_de office_en rank of as_of source", "aliases doubtful", "id", f"person-{SLUG}",
        "id office_de of", "person",
    ),
    Table("designations.csv", "group key de en", "group key de en", unique="group key"),
    Table(
        "sources.csv", "key title_de title_en licence address", "key title_de title_en licence", "",
        "key", SLUG, "key",
    ),
)  # fmt: skip
PAIRS = ("place_adjectives.txt", "place_adjectives_en.txt", "inhabitants.txt")
WORDS = ("surnames_also_words.txt",)


@dataclass
class _Tables:
    """The rows of every table that could be read, and what was wrong so far."""

    folder: Path
    rows: dict[str, list[Row]] = field(default_factory=dict)
    found: list[Mistake] = field(default_factory=list)

    def of(self, file: str) -> list[Row]:
        return self.rows.get(file, [])

    def words(self, group: str) -> set[str]:
        return {row["key"] for row in self.of("designations.csv") if row["group"] == group}

    def states(self) -> set[str]:
        """The codes of countries, and of areas that are none."""
        return {row["iso2"] for row in self.of("countries.csv")} | self.words("area")

    def sources(self) -> set[str]:
        return {row["key"] for row in self.of("sources.csv")}


def mistakes(folder: Path) -> list[Mistake]:
    """All mistakes in the tables of a folder and in the lists of adjectives and inhabitants beside it."""
    tables = _Tables(folder)
    for table in TABLES:
        tables.rows[table.file] = []
        try:
            for row in _rows(folder / table.file, table):
                tables.rows[table.file].append(row)
                tables.found.extend(_in_cells(row, table))
        except _UnreadableError as error:
            return [error.mistake]
        tables.found.extend(_doubled(tables.rows[table.file], table))
    tables.found.extend(_in_references(tables))
    weapons = WeaponChecks(folder, tables.states(), tables.words("weapon"), tables.sources())
    tables.found.extend(Mistake(*found) for found in weapons.mistakes())
    tables.found.extend(_shared_names(tables, weapons))
    tables.found.extend(_unused_words(tables, weapons))
    for name in (*PAIRS, *WORDS):
        tables.found.extend(_in_list(folder.parent / "lexicons" / name, has_pairs=name in PAIRS))
    return sorted(set(tables.found))


class _UnreadableError(Exception):
    """A file of which no row can be trusted."""

    def __init__(self, file: str, line: int, what: str) -> None:
        super().__init__(what)
        self.mistake = Mistake(file, line, what)


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise _UnreadableError(path.name, 0, f"cannot be read ({error.strerror})") from error
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _UnreadableError(path.name, line, "is not UTF-8") from error


def _rows(path: Path, table: Table) -> Iterator[Row]:
    text = _text(path)
    columns = table.columns.split()
    first = text.partition("\n")[0].rstrip("\r")
    if first != ",".join(columns):
        if missing := [column for column in columns if column not in first.split(",")]:
            raise _UnreadableError(path.name, 1, f"there is no column “{missing[0]}” (separated by commas)")
        raise _UnreadableError(path.name, 1, f"the columns are not {','.join(columns)}")
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    line = 1
    try:
        for cells in reader:
            if line > 1:
                if len(cells) != len(columns):
                    raise _UnreadableError(
                        path.name,
                        line,
                        f"as many cells as columns are needed: {len(columns)}, not {len(cells)}",
                    )
                yield Row(path.name, line, dict(zip(columns, cells, strict=True)))
            line = reader.line_num + 1
    except csv.Error as error:
        raise _UnreadableError(path.name, line, str(error)) from error


def _in_cells(row: Row, table: Table) -> Iterator[Mistake]:
    for column, cell in row.cells.items():
        if not cell.strip():
            if cell or column in table.needed.split():
                yield row.mistake(f"“{column}” is empty")
            continue
        if cell != cell.strip() or "  " in cell:
            yield row.mistake(f"“{column}” has spaces too many: “{cell}”")
        if ODD_CHARACTERS.search(cell):
            yield row.mistake(f"“{column}” has a character that nobody sees or means: {cell!a}")
        if column in table.lists.split():
            yield from _in_listed(row, column)
        elif LIST_SEPARATOR in cell:
            yield row.mistake(f"“{column}” holds one thing, not several: “{cell}”")
        if column.startswith("wikipedia") and NO_TITLE.search(cell):
            yield row.mistake(f"“{cell}” is no title of an article")
    if table.id_column and not re.fullmatch(table.id_form, row[table.id_column]):
        yield row.mistake(f"“{row[table.id_column]}” is no id; it must be {table.id_form}")
    yield from _in_dates(row)
    if "doubtful" in row.cells:
        shared = ["shared"] if "shared" in row.cells else []
        names = _names(row)
        yield from (
            row.mistake(f"“{name}” is called doubtful or shared, but is no name of it")
            for name in row.listed("doubtful", *shared)
            if name not in names
        )


def _in_listed(row: Row, column: str) -> Iterator[Mistake]:
    parts = row[column].split(LIST_SEPARATOR)
    for part in parts:
        if not part.strip():
            yield row.mistake(f"“{column}” has an empty place in its list: “{row[column]}”")
        elif part != part.strip():
            yield row.mistake(f"“{column}” has spaces around “{part.strip()}”")
        if WRONG_SEPARATORS.search(part):
            yield row.mistake(f"“{column}” is a list separated by “{LIST_SEPARATOR}”, not “{part}”")
    if len(set(parts)) < len(parts):
        yield row.mistake(f"“{column}” names something twice: “{row[column]}”")
    if column == "aliases" and row["name"] in parts:
        yield row.mistake(f"the name “{row['name']}” is among its aliases, too")


def _in_dates(row: Row) -> Iterator[Mistake]:
    now = max(WRITTEN, f"{datetime.now(UTC):%Y-%m}")
    if as_of := row.cells.get("as_of"):
        if not MONTH.fullmatch(as_of):
            yield row.mistake(f"“{as_of}” is no month; as_of is written 2026-11")
        elif as_of > now:
            yield row.mistake(f"as_of {as_of} has not come yet")
    if since := row.cells.get("since"):
        if not _is_date(since):
            yield row.mistake(f"“{since}” is no date; since is written 2019, 2019-05 or 2019-05-20")
        elif since[:7] > now:
            yield row.mistake(f"since {since} has not come yet")


def _is_date(text: str) -> bool:
    if not DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _doubled(rows: Iterable[Row], table: Table) -> Iterator[Mistake]:
    first: dict[tuple[str, ...], Row] = {}
    for row in rows:
        key = tuple(row[column] for column in table.unique.split())
        if (earlier := first.setdefault(key, row)) is not row:
            yield row.mistake(f"“{' '.join(key)}” is in line {earlier.line}, too")


def _in_references(tables: _Tables) -> Iterator[Mistake]:
    states, sources = tables.states(), tables.sources()
    organisations = {row["id"] for row in tables.of("organisations.csv")}
    places = {name for row in tables.of("places.csv") for name in (row["name"], *row.listed("aliases"))}
    groups = {
        file: (group, column, tables.words(group))
        for file, group, column in (
            ("countries.csv", "region", "region"),
            ("organisations.csv", "organisation", "kind"),
            ("places.csv", "place", "kind"),
        )
    }
    for row in (row for table in TABLES for row in tables.of(table.file)):
        if row.cells.get("country") and row["country"] not in states:
            yield row.mistake(f"there is no country “{row['country']}”")
        if row.cells.get("source") and row["source"] not in sources:
            yield row.mistake(f"there is no source “{row['source']}”")
        if row.file in groups:
            group, column, words = groups[row.file]
            if row[column] and row[column] not in {*words, COUNTRY}:
                yield row.mistake(f"there is no {group} “{row[column]}” in designations.csv")
    for row in tables.of("countries.csv"):
        own = {row["name"], *row.listed("aliases")}
        told = {row["capital_de"], *re.split(r" \((?:Regierungssitz )?|\)", row["capital_de"])} - {""}
        for column, capitals in (("capitals", set(row.listed("capitals"))), ("capital_de", told)):
            if capitals and capitals.isdisjoint(places | own):
                yield row.mistake(f"{column}: “{row[column]}” is not in places.csv")
    led = organisations | {row["iso2"] for row in tables.of("countries.csv")}
    names: dict[str, Row] = {}
    for row in tables.of("office_holders.csv"):
        if row["of"] and row["of"] not in led:
            yield row.mistake(f"has an office of “{row['of']}”, which is nowhere")
        if row["rank"] and row["rank"] not in RANKS:
            yield row.mistake(f"there is no rank “{row['rank']}”")
        if row["surname"] not in row["name"]:
            yield row.mistake(f"“{row['surname']}” is no part of “{row['name']}”")
        first = names.setdefault(row["id"], row)
        if any(
            row[column] != first[column] for column in ("name", "name_en", "surname", "aliases", "doubtful")
        ):
            yield row.mistake(f"{row['id']} has different names in line {first.line}")
    for row in tables.of("sources.csv"):
        if row["address"] and not re.fullmatch(r"https://\S+\.\S+", row["address"]):
            yield row.mistake(f"“{row['address']}” is no address")


def _names(row: Row) -> list[str]:
    return [name for name in dict.fromkeys((row["name"], *row.listed("aliases"), row["name_en"])) if name]


def _shared_names(tables: _Tables, weapons: WeaponChecks) -> Iterator[Mistake]:
    """Names that lead to two things, though neither says so: one of a kind may stand for it, and one kind."""
    bearers: dict[str, dict[str, tuple[str, str, int]]] = {}
    named = [
        (table.kind, row[table.id_column], row.file, row.line, _sure_names(row))
        for table in TABLES
        if table.kind
        for row in tables.of(table.file)
        if row.cells.get("kind") != COUNTRY
    ]
    weapon_names = ((("weapon"), *found) for found in weapons.sure_names())
    for kind, owner, file, line, names in (*named, *weapon_names):
        for name in dict.fromkeys(names):
            others = bearers.setdefault(spelling(name), {})
            for other, (other_kind, other_file, other_line) in others.items():
                if (other, other_kind) == (owner, kind):
                    continue
                for here, (there, behind), whose in (
                    ((file, line), (other_file, other_line), other_kind),
                    ((other_file, other_line), (file, line), kind),
                ):
                    yield Mistake(
                        *here, f"“{name}” is the {whose} in {there}, line {behind}, too; one must doubt it"
                    )
            others[owner] = (kind, file, line)


def _sure_names(row: Row) -> list[str]:
    shared = row.listed("doubtful", *(["shared"] if "shared" in row.cells else []))
    english = (
        row["name_en"] if row["name"] not in shared or row.file in {"countries.csv", "places.csv"} else ""
    )
    doubted = {spelling(name) for name in shared}
    return [
        name
        for name in (row["name"], *row.listed("aliases"), english)
        if name and spelling(name) not in doubted
    ]


def _unused_words(tables: _Tables, weapons: WeaponChecks) -> Iterator[Mistake]:
    """Words in designations.csv for what nothing is."""
    used = {
        "organisation": {row["kind"] for row in tables.of("organisations.csv")},
        "place": {row["kind"] for row in tables.of("places.csv")},
        "region": {row["region"] for row in tables.of("countries.csv")},
        "area": {row["country"] for file in ("organisations.csv", "places.csv") for row in tables.of(file)}
        | weapons.origins(),
        "weapon": weapons.nouns(),
    }
    makers = weapons.makers()
    for row in tables.of("designations.csv"):
        is_used = (
            row["key"] in makers if row["group"] == "maker" else row["key"] in used.get(row["group"], ())
        )
        if not is_used and row["key"]:
            yield row.mistake(f"no {row['group']} is “{row['key']}”")


def _in_list(path: Path, *, has_pairs: bool) -> Iterator[Mistake]:
    """Mistakes in a list of words, or of pairs `word = place`, one a line."""
    try:
        lines = _text(path).splitlines()
    except _UnreadableError as error:
        yield error.mistake
        return
    first: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if line.startswith("#"):
            continue
        word, equals, place = line.partition(" = ")
        if line != line.strip() or "  " in line or ODD_CHARACTERS.search(line):
            yield Mistake(path.name, number, f"has spaces or characters too many: {line!a}")
        elif not word or (has_pairs and (not equals or not place or re.search("[=;,|]", word + place))):
            yield Mistake(path.name, number, f"“{line}” is not written word = place")
        elif not has_pairs and re.search(r"[^\w'’-]", word):
            yield Mistake(path.name, number, f"“{line}” is no word")
        elif (earlier := first.setdefault(word, number)) != number:
            yield Mistake(path.name, number, f"“{word}” is in line {earlier}, too")
