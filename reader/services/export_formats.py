"""The formats in which annotated articles leave the program: one table for the command line and the window.

A writer gets the documents of `exporting.py` one after the other and gives back the text to be written, so
that a long list of articles never waits in memory.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from reader.domain.annotations import Annotations
from reader.domain.articles import Article
from reader.services.export_csv import CsvWriter
from reader.services.export_html import HtmlWriter
from reader.services.exporting import Document, article_document


class Writer(Protocol):
    """Turns documents into text; what the pieces give together is one file."""

    def begin(self) -> str: ...

    def write(self, document: Document) -> str:
        """The text for one article, or for the error that stands in its place."""
        ...

    def end(self) -> str: ...


class WriterMaker(Protocol):
    """Makes a writer: for one article or `is_many`, for a file or a stream that others read on."""

    def __call__(self, *, is_many: bool, is_file: bool) -> Writer: ...


@dataclass(slots=True)
class JsonWriter:
    """One object, or an array of them."""

    is_many: bool
    is_file: bool = True
    _count: int = 0

    def begin(self) -> str:
        return "[" if self.is_many else ""

    def write(self, document: Document) -> str:
        self._count += 1
        text = json.dumps(document, ensure_ascii=False, indent=2)
        if not self.is_many:
            return text + "\n"
        return ("\n" if self._count == 1 else ",\n") + text

    def end(self) -> str:
        return "\n]\n" if self.is_many else ""


@dataclass(frozen=True, slots=True)
class JsonLinesWriter:
    """One object a line, each at once."""

    is_many: bool
    is_file: bool = True

    def begin(self) -> str:
        return ""

    def write(self, document: Document) -> str:
        return json.dumps(document, ensure_ascii=False) + "\n"

    def end(self) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: how files of it end, and what writes it."""

    ending: str
    writer: WriterMaker


FORMATS: Mapping[str, Format] = {
    "json": Format("json", JsonWriter),
    "jsonl": Format("jsonl", JsonLinesWriter),
    "html": Format("html", HtmlWriter),
    "csv": Format("csv", CsvWriter),
}


def exported(article: Article, annotations: Annotations, format_name: str) -> str:
    """The whole content of a file that holds this article."""
    writer = FORMATS[format_name].writer(is_many=False, is_file=True)
    return writer.begin() + writer.write(article_document(article, annotations)) + writer.end()
