"""Writes the quotations of articles as a table: one row a quotation, UTF-8, commas, RFC 4180."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reader.services.exporting import Document

COLUMNS = (
    "text", "kind", "speaker", "cue", "article", "position", "end", "speaker_as_printed",
    "addressee", "medium", "confidence", "outlet", "published", "language", "source",
)  # fmt: skip
BYTE_ORDER_MARK = "\ufeff"
FORMULA_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r")
TEXT_MARK = "'"  # before a cell that a spreadsheet would compute


@dataclass(frozen=True, slots=True)
class CsvWriter:
    """A file begins with a byte-order mark: Excel takes it for Windows-1252 without one.

    A stream has none, for other programs would read the mark as part of the first column's name. An article
    that could not be read has no rows. `position` and `end` are code points of the article's text.
    """

    is_many: bool
    is_file: bool = True

    def begin(self) -> str:
        return (BYTE_ORDER_MARK if self.is_file else "") + _line(COLUMNS)

    def write(self, document: Document) -> str:
        return "".join(_line([_cell(row[column]) for column in COLUMNS]) for row in _rows(document))

    def end(self) -> str:
        return ""


def _rows(document: Document) -> Iterator[Document]:
    names = {entity["id"]: entity["name"] for entity in document.get("entities", ())}
    for quotation in document.get("quotations", ()):
        speaker = quotation["speaker"] or {"text": None, "entity": None}
        spans = quotation["spans"]
        yield {
            "text": quotation["text"],
            "kind": quotation["type"],
            "speaker": names.get(speaker["entity"]) or speaker["text"],
            "cue": _text_of(quotation["cue"]),
            "article": document["title"],
            "position": spans[0]["start"],
            "end": spans[-1]["end"],
            "speaker_as_printed": speaker["text"],
            "addressee": _text_of(quotation["addressee"]),
            "medium": quotation["medium"],
            "confidence": quotation["confidence"],
            "outlet": document["outlet"],
            "published": document["published"],
            "language": document["language"],
            "source": document["source"],
        }


def _text_of(phrase: Document | None) -> str | None:
    return phrase["text"] if phrase is not None else None


def _cell(value: Any) -> str:  # noqa: ANN401  (whatever JSON holds)
    """Empty for what is not known; what a spreadsheet would take for a formula is marked as text."""
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith(FORMULA_BEGINNINGS):
        return TEXT_MARK + value
    return str(value)


def _line(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()
