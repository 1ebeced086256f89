"""The reader's dictionary as a CSV file that spreadsheets can edit.

Columns: text, kind, name, inflected. The first two are needed; all words may be English or German.
"""

import csv
import errno
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

import msgspec

from reader.domain.corrections import DictionaryEntry, DictionaryEntryId
from reader.domain.entities import EntityKind
from reader.domain.errors import DictionaryFileFailed, DictionaryFileFailure
from reader.services.output_file import FileOutput

MOST_BYTES = 50_000_000
PAGE = 1000  # rows
LONGEST_TEXT = 200  # characters: what is longer is no name
COLUMNS = {
    "text": "text", "wort": "text", "word": "text",
    "kind": "kind", "art": "kind", "type": "kind", "typ": "kind",
    "name": "name",
    "inflected": "inflected", "gebeugt": "inflected", "flektiert": "inflected",
}  # fmt: skip
NEVER = "never"
KINDS: Mapping[str, EntityKind | None] = {
    "person": EntityKind.PERSON, "per": EntityKind.PERSON, "mensch": EntityKind.PERSON,
    "organization": EntityKind.ORGANIZATION, "organisation": EntityKind.ORGANIZATION,
    "org": EntityKind.ORGANIZATION,
    "weapon": EntityKind.WEAPON, "waffe": EntityKind.WEAPON, "waffensystem": EntityKind.WEAPON,
    "weapon system": EntityKind.WEAPON,
    "place": EntityKind.PLACE, "ort": EntityKind.PLACE, "loc": EntityKind.PLACE,
    "other": EntityKind.OTHER, "anderes": EntityKind.OTHER, "sonstiges": EntityKind.OTHER,
    NEVER: None, "nie": None, "niemals": None, "none": None, "kein": None, "keine": None, "nichts": None,
}  # fmt: skip
WEAPON_CLASS = "weapon class"
WEAPON_CLASSES = frozenset({WEAPON_CLASS, "weapon_class", "waffengattung", "waffenklasse", "waffenart"})
TRUTHS = {
    "yes": True, "ja": True, "true": True, "wahr": True, "1": True, "x": True, "": True,
    "no": False, "nein": False, "false": False, "falsch": False, "0": False,
}  # fmt: skip
# What a spreadsheet would take for a formula stands behind an apostrophe in the file.
FORMULA = re.compile(r"'*[=+\-@\t\r]")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
BYTE_ORDER_MARK = "\ufeff"
DELIMITERS = (";", ",", "\t")
NAMED_DELIMITER = re.compile(r"sep=([;,\t])\s", re.IGNORECASE)  # the first line of some files for Excel


class RowRefusal(StrEnum):
    """Why a row was not taken."""

    NO_TEXT = "no_text"
    NO_LETTER = "no_letter"
    TOO_LONG = "too_long"
    UNKNOWN_KIND = "unknown_kind"
    UNKNOWN_INFLECTED = "unknown_inflected"
    UNCLOSED = "unclosed"


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that was not taken; `number` is the one that a spreadsheet shows beside it."""

    number: int
    reason: RowRefusal


@dataclass(frozen=True, slots=True)
class ImportReport:
    """How many rows were taken, how many of them in place of another entry, and which were refused."""

    taken: int
    replaced: int
    refused: tuple[RefusedRow, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadDictionary:
    """The good rows of a file in their order, and the others."""

    entries: tuple[DictionaryEntry, ...]
    refused: tuple[RefusedRow, ...]


@dataclass(frozen=True, slots=True)
class PackedPage:
    """A part of what was read, small enough to be unpacked at once.

    Over all pages the entries are in the order of a dictionary, of one text there is the last.
    `taken` counts the rows, `replaced` those that took the place of an earlier row.
    """

    entries: tuple[DictionaryEntry, ...]
    refused: tuple[RefusedRow, ...] = ()
    taken: int = 0
    replaced: int = 0

    def packed(self) -> bytes:
        return msgspec.msgpack.encode(self)

    @classmethod
    def unpacked(cls, content: bytes) -> "PackedPage":
        return msgspec.msgpack.decode(content, type=cls)


def normalised(entry: DictionaryEntry) -> DictionaryEntry:
    """The entry with its words as they are looked for: one space between them, none around."""
    return replace(entry, text=_words(entry.text), name=_words(entry.name))


def read_dictionary(path: Path) -> ReadDictionary:
    """Read the entries of a file.

    Raises:
        DictionaryFileFailed: if it cannot be read, is no table, or lacks a column.
    """
    rows = _rows(_text(path), path)
    columns = _columns(next(rows, (0, None))[1] or ())
    if not {"text", "kind"} <= set(columns):
        raise DictionaryFileFailed(str(path), DictionaryFileFailure.WRONG_COLUMNS)
    entries: list[DictionaryEntry] = []
    refused: list[RefusedRow] = []
    for number, row in rows:
        if row is None:
            refused.append(RefusedRow(number, RowRefusal.UNCLOSED))
            continue
        cells = {name: _unguarded(row[place]) for name, place in columns.items() if place < len(row)}
        entry = _entry(cells)
        if isinstance(entry, RowRefusal):
            refused.append(RefusedRow(number, entry))
        else:
            entries.append(entry)
    return ReadDictionary(tuple(entries), tuple(refused))


def packed_dictionary(path: Path) -> tuple[bytes, ...]:
    """What is in a file, ordered and in pages: the work of a process beside the window.

    Raises:
        DictionaryFileFailed: if it cannot be read, is no table, or lacks a column.
    """
    read = read_dictionary(path)
    last: dict[str, DictionaryEntry] = {}
    replaced = 0
    for entry in read.entries:
        replaced += entry.text in last and is_other(last[entry.text], entry)
        last[entry.text] = entry
    ordered = sorted(last.values(), key=place_of)
    first = PackedPage((), taken=len(read.entries), replaced=replaced)
    entries = (PackedPage(tuple(ordered[start : start + PAGE])) for start in range(0, len(ordered), PAGE))
    refused = (
        PackedPage((), read.refused[start : start + PAGE]) for start in range(0, len(read.refused), PAGE)
    )
    return tuple(page.packed() for page in (first, *entries, *refused))


def place_of(entry: DictionaryEntry) -> tuple[str, str]:
    """Where an entry stands among others."""
    return entry.text.casefold(), entry.text


def is_other(entry: DictionaryEntry, other: DictionaryEntry) -> bool:
    """Whether two entries with one text say different things."""
    return _meaning(entry) != _meaning(other)


def write_dictionary(path: Path, entries: Iterable[DictionaryEntry]) -> None:
    """Write the entries to a file, which appears when all is done.

    Raises:
        DictionaryFileFailed: if it cannot be written.
    """
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(("text", "kind", "name", "inflected"))
    for entry in entries:
        is_inflected = "yes" if entry.is_inflected else "no"
        writer.writerow((_guarded(entry.text), _kind_word(entry), _guarded(entry.name), is_inflected))
    try:
        with FileOutput(path) as output:
            output.write(BYTE_ORDER_MARK + lines.getvalue())  # without the mark Excel does not see UTF-8
    except OSError as error:
        is_full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        reason = DictionaryFileFailure.DISK_FULL if is_full else DictionaryFileFailure.NOT_WRITABLE
        raise DictionaryFileFailed(str(path), reason) from error


def _text(path: Path) -> str:
    """The text of the file: UTF-8 or UTF-16, else as Excel for Windows writes it."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise DictionaryFileFailed(str(path), DictionaryFileFailure.NOT_FOUND) from error
    except PermissionError as error:
        raise DictionaryFileFailed(str(path), DictionaryFileFailure.NOT_PERMITTED) from error
    except OSError as error:
        raise DictionaryFileFailed(str(path), DictionaryFileFailure.UNREADABLE) from error
    if len(content) > MOST_BYTES:
        raise DictionaryFileFailed(str(path), DictionaryFileFailure.TOO_LARGE)
    text = _decoded(content)
    if text is not None:
        text = text.lstrip(BYTE_ORDER_MARK)
    if text is None or CONTROL.search(text):
        raise DictionaryFileFailed(str(path), DictionaryFileFailure.BINARY)
    if not text.strip():
        raise DictionaryFileFailed(str(path), DictionaryFileFailure.EMPTY)
    return text


def _decoded(content: bytes) -> str | None:
    encodings = ("utf-16",) if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8", "cp1252")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _rows(text: str, path: Path) -> Iterator[tuple[int, list[str] | None]]:
    """The rows that are not empty, with their numbers from 1; None for one with a cell that has no end."""
    named = NAMED_DELIMITER.match(text)
    first = text.lstrip().partition("\n")[0]
    delimiter = named[1] if named is not None else max(DELIMITERS, key=first.count)
    csv.field_size_limit(MOST_BYTES)  # a cell that is too long makes one row that is refused
    lines = list(io.StringIO(text, newline=""))
    rows = csv.reader(lines, delimiter=delimiter)
    read = 0
    try:
        for number, row in enumerate(rows, 1):
            begin, read = read, rows.line_num
            if named is not None and number == 1:
                continue
            is_unclosed = read - begin > 1 and "".join(lines[begin:read]).count('"') % 2 == 1
            if any(cell.strip() for cell in row):
                yield number, None if is_unclosed else row
    except csv.Error as error:
        raise DictionaryFileFailed(str(path), DictionaryFileFailure.UNREADABLE) from error


def _columns(heading: Sequence[str]) -> dict[str, int]:
    """Where which column stands; of several the first."""
    columns: dict[str, int] = {}
    for place, cell in enumerate(heading):
        name = COLUMNS.get(cell.strip().casefold())
        if name is not None:
            columns.setdefault(name, place)
    return columns


def _entry(cells: Mapping[str, str]) -> DictionaryEntry | RowRefusal:
    text, name = _words(cells.get("text", "")), _words(cells.get("name", ""))
    kind = cells.get("kind", "").strip().casefold()
    inflected = cells.get("inflected", "").strip().casefold()
    if not text:
        return RowRefusal.NO_TEXT
    if not text[0].isalnum() and not any(character.isalnum() for character in text):
        return RowRefusal.NO_LETTER
    if max(len(text), len(name)) > LONGEST_TEXT:
        return RowRefusal.TOO_LONG
    is_generic = kind in WEAPON_CLASSES
    if kind not in KINDS and not is_generic:
        return RowRefusal.UNKNOWN_KIND
    if inflected not in TRUTHS:
        return RowRefusal.UNKNOWN_INFLECTED
    meant = EntityKind.WEAPON if is_generic else KINDS[kind]
    return DictionaryEntry(DictionaryEntryId(0), text, meant, name, TRUTHS[inflected], is_generic)


def _kind_word(entry: DictionaryEntry) -> str:
    if entry.kind is None:
        return NEVER
    return WEAPON_CLASS if entry.is_generic else entry.kind.value


def _words(cell: str) -> str:
    return " ".join((cell if cell.isascii() else unicodedata.normalize("NFC", cell)).split())


def _meaning(entry: DictionaryEntry) -> tuple[EntityKind | None, str, bool, bool]:
    return entry.kind, entry.name, entry.is_inflected, entry.is_generic


def _guarded(cell: str) -> str:
    return f"'{cell}" if FORMULA.match(cell) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell
