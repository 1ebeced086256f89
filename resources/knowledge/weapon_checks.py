"""Find what is wrong with the weapon systems: each mistake with its file and line."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

from reader.knowledge.catalogue import WeaponSystem, spelling
from reader.knowledge.figures import Figure, FigureKind, Unit, is_plausible

Found: TypeAlias = tuple[str, int, str]  # file, line, what is wrong

WRITTEN = "2026-11"  # the clock of the machine may be behind
DETAILS = {
    "name_en": str, "maker": str, "since": int, "figures": list, "line_de": str, "line_en": str,
    "wikipedia_de": str, "wikipedia_en": str, "as_of": str, "sources": list,
}  # fmt: skip
NEEDED_DETAILS = ("name_en", "line_de", "line_en", "as_of", "sources")
WEAPON = {field.name: tuple if field.default == () else str for field in fields(WeaponSystem)}
PROOFS = ("needs_context", "needs_noun", "seldom_other", "needs_article")
FIGURE = {"what", "value", "unit", "is_about"}
OLDEST, LONGEST_LINE = 1700, 140
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
NO_TITLE = re.compile(r"_|https?:|/wiki")
BEGINNING = re.compile(r'\s*(?:\{ *id *= *"(?P<inline>[^"]*)"|\["?(?P<table>[^"\]]*)"?\]\s*$)')
LINE_OF_ERROR = re.compile(r" \(at line (\d+), column \d+\)")
ODD_CHARACTERS = re.compile("[\x00-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028\u2029\ufeff\ufffd]|Ã.|â€")


class WeaponChecks:
    """The weapon systems of a folder and their details, as far as they can be read."""

    def __init__(
        self, folder: Path, states: AbstractSet[str], nouns: AbstractSet[str], sources: AbstractSet[str]
    ) -> None:
        self._states, self._known_nouns, self._sources = states, nouns, sources
        self._found: list[Found] = []
        self._weapons: list[tuple[int, dict]] = []
        self._categories: dict[str, str] = {}
        self._details: dict[str, dict] = {}
        self._read_weapons(
            folder / "weapons.toml", {path.stem for path in (folder / "weapon_details").glob("*.toml")}
        )
        for path in sorted((folder / "weapon_details").glob("*.toml")):
            self._read_details(path)

    def mistakes(self) -> list[Found]:
        return self._found

    def origins(self) -> set[str]:
        return {weapon.get("origin", "") for _, weapon in self._weapons}

    def nouns(self) -> set[str]:
        return {weapon.get("noun", "") for _, weapon in self._weapons}

    def makers(self) -> str:
        return "\n".join(str(detail.get("maker", "")) for detail in self._details.values())

    def sure_names(self) -> Iterator[tuple[str, str, int, list[str]]]:
        """Id, file, line and the names that mean nothing else of every system."""
        for line, weapon in self._weapons:
            detail = self._details.get(weapon["id"], {})
            doubted = {spelling(name) for proof in PROOFS[:2] for name in _strings(weapon.get(proof))}
            names = (
                str(weapon.get("name", "")),
                *_strings(weapon.get("aliases")),
                str(detail.get("name_en", "")),
            )
            sure = [name for name in names if name and spelling(name) not in doubted]
            yield weapon["id"], "weapons.toml", line, sure

    def _read_weapons(self, path: Path, categories: set[str]) -> None:
        content, lines = self._read(path)
        rows = content.get("weapon")
        if content and not isinstance(rows, list):
            self._found.append((path.name, 1, "there is no list “weapon”"))
        places, first = _places(lines), dict[str, int]()
        for row in rows if isinstance(rows, list) else ():
            weapon_id = str(row.get("id", ""))
            line = places[weapon_id].pop(0) if places.get(weapon_id) else 1
            wrong = list(_in_weapon(row, categories, self._states, self._known_nouns))
            if weapon_id in first:
                wrong.append(f"{weapon_id} is in line {first[weapon_id]}, too")
            first.setdefault(weapon_id, line)
            self._found.extend((path.name, line, what) for what in wrong)
            if weapon_id:
                self._weapons.append((line, row))
                self._categories[weapon_id] = row.get("category", "")

    def _read_details(self, path: Path) -> None:
        content, lines = self._read(path)
        places = _places(lines)
        for weapon_id, detail in content.items():
            line = places.get(weapon_id, [1])[0]
            if weapon_id not in self._categories:
                what = [f"there is no system “{weapon_id}” in weapons.toml"]
            elif self._categories[weapon_id] != path.stem:
                what = [f"{weapon_id} belongs in {self._categories[weapon_id]}.toml"]
            elif weapon_id in self._details:
                what = [f"{weapon_id} has details in another file, too"]
            elif not isinstance(detail, dict):
                what = [f"“{weapon_id}” is no system"]
            else:
                self._details[weapon_id] = detail
                what = list(_in_details(weapon_id, detail, self._sources))
            self._found.extend((path.name, line, one) for one in what)

    def _read(self, path: Path) -> tuple[dict, list[str]]:
        try:
            content = path.read_bytes()
            text = content.decode()
            return tomllib.loads(text), text.split("\n")
        except OSError as error:
            self._found.append((path.name, 0, f"cannot be read ({error.strerror})"))
        except UnicodeDecodeError as error:
            self._found.append((path.name, content.count(b"\n", 0, error.start) + 1, "is not UTF-8"))
        except tomllib.TOMLDecodeError as error:
            line = LINE_OF_ERROR.search(str(error))
            end = content.count(b"\n") + 1
            self._found.append((path.name, int(line[1]) if line else end, LINE_OF_ERROR.sub("", str(error))))
        return {}, []


def _places(lines: Iterable[str]) -> dict[str, list[int]]:
    """The numbers of the lines in which each system begins, one below the other."""
    places: dict[str, list[int]] = {}
    for number, line in enumerate(lines, 1):
        if begun := BEGINNING.match(line):
            places.setdefault(begun["inline"] or begun["table"], []).append(number)
    return places


def _in_weapon(
    row: dict, categories: set[str], states: AbstractSet[str], nouns: AbstractSet[str]
) -> Iterator[str]:
    weapon_id = row.get("id", "")
    if unknown := set(row) - set(WEAPON):
        yield f"{weapon_id} has {', '.join(sorted(unknown))}"
    for key, kind in WEAPON.items():
        value = row.get(key)
        if kind is str and (not isinstance(value, str) or not value.strip()):
            yield f"{weapon_id} has no {key}"
        elif kind is tuple and value is not None:
            yield from _in_names(weapon_id, key, value)
        elif isinstance(value, str):
            yield from _in_words(weapon_id, key, value)
    if "aliases" not in row:
        yield f"{weapon_id} has no aliases"
    if not SLUG.fullmatch(str(weapon_id)):
        yield f"“{weapon_id}” is no id; it must be like leopard-2"
    for key, known in (("category", categories), ("origin", states), ("noun", nouns)):
        value = row.get(key)
        if isinstance(value, str) and value.strip() and value not in known:
            yield f"{weapon_id} has the {key} “{value}”, which is nowhere"
    names = [row.get("name"), *_strings(row.get("aliases"))]
    if names.count(row.get("name")) > 1:
        yield f"{weapon_id} has its name among its aliases, too"
    yield from (
        f"“{name}” is in {proof}, but is no name of {weapon_id}"
        for proof in PROOFS
        for name in _strings(row.get(proof))
        if name not in names
    )


def _in_names(weapon_id: str, key: str, names: object) -> Iterator[str]:
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        yield f"{key} of {weapon_id} is no list of names"
        return
    for name in names:
        if not name.strip():
            yield f"{key} of {weapon_id} has an empty name"
        elif re.search("[;|]", name):
            yield f"{key} of {weapon_id} has several names in one: “{name}”"
        else:
            yield from _in_words(weapon_id, key, name)
    if len(set(names)) < len(names):
        yield f"{key} of {weapon_id} names something twice"


def _in_words(weapon_id: str, key: str, words: str) -> Iterator[str]:
    if words != words.strip() or "  " in words:
        yield f"{key} of {weapon_id} has spaces too many: “{words}”"
    if ODD_CHARACTERS.search(words):
        yield f"{key} of {weapon_id} has a character that nobody sees or means: {words!a}"


def _in_details(weapon_id: str, detail: dict, sources: AbstractSet[str]) -> Iterator[str]:
    if unknown := set(detail) - set(DETAILS):
        yield f"{weapon_id} has {', '.join(sorted(unknown))}"
    for key, kind in DETAILS.items():
        value = detail.get(key)
        if key in NEEDED_DETAILS and not value:
            yield f"{weapon_id} has no {key}"
        elif value is not None and (not isinstance(value, kind) or isinstance(value, bool)):
            yield f"{key} of {weapon_id} is “{value}”"
        elif isinstance(value, str):
            yield from _in_words(weapon_id, key, value)
            if not value.strip():
                yield f"{key} of {weapon_id} is empty"
    yield from _in_dates(weapon_id, detail)
    for key in ("line_de", "line_en"):
        line = str(detail.get(key) or "")
        if line and (len(line) > LONGEST_LINE or line[-1] != "."):
            yield f"{key} of {weapon_id} is no sentence of up to {LONGEST_LINE} characters"
    for key in ("wikipedia_de", "wikipedia_en"):
        if NO_TITLE.search(str(detail.get(key, ""))):
            yield f"“{detail[key]}” is no title of an article"
    yield from (
        f"{weapon_id} has the source “{key}”, which is not in sources.csv"
        for key in _strings(detail.get("sources"))
        if key not in sources
    )
    if isinstance(figures := detail.get("figures", []), list):
        yield from _in_figures(weapon_id, figures)


def _in_dates(weapon_id: str, detail: dict) -> Iterator[str]:
    now = max(WRITTEN, f"{datetime.now(UTC):%Y-%m}")
    as_of, since = detail.get("as_of", ""), detail.get("since")
    if as_of and not MONTH.fullmatch(str(as_of)):
        yield f"as_of of {weapon_id} is “{as_of}”; it is written 2026-11"
    elif str(as_of) > now:
        yield f"as_of of {weapon_id}, {as_of}, has not come yet"
    if isinstance(since, int) and not OLDEST <= since <= int(now[:4]):
        yield f"since of {weapon_id} is {since}"


def _in_figures(weapon_id: str, figures: list) -> Iterator[str]:
    told = set()
    for row in figures:
        if not isinstance(row, dict) or not {"what", "value"} <= set(row) <= FIGURE:
            yield f"a figure of {weapon_id} is “{row}”"
            continue
        try:
            figure = figure_of(weapon_id, row)
        except ValueError as error:
            yield str(error)
            continue
        if not is_plausible(figure):
            unit = figure.unit or "no unit"
            yield f"{weapon_id}: {figure.what} {row['value']} in {unit} cannot be"
        if (figure.what, figure.unit) in told:
            yield f"{weapon_id} has two figures for {figure.what}"
        told.add((figure.what, figure.unit))


def figure_of(weapon_id: str, row: dict) -> Figure:
    """The figure that a row of a file of details tells.

    Raises:
        ValueError: if it tells none.
    """
    try:
        what, unit = FigureKind(row["what"]), Unit(row["unit"]) if "unit" in row else None
    except ValueError as error:
        raise ValueError(f"{weapon_id}: {error}") from None
    value, is_about = row["value"], row.get("is_about", False)
    ends = value if isinstance(value, list) else [value]
    if not 1 <= len(ends) <= 2 or not all(type(end) in {int, float} for end in ends):
        raise ValueError(f"{weapon_id}: the {what} “{value}” is neither a number nor two")
    if not isinstance(is_about, bool):
        raise ValueError(f"{weapon_id}: is_about is true or false")  # noqa: TRY004  (as the other mistakes)
    return Figure(what, ends[0], unit, ends[1] if len(ends) > 1 else None, is_about=is_about)


def _strings(value: object) -> Iterable[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else ()
