"""What tests of several folders share."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.domain.articles import Article, Block, BlockKind, Source, SourceKind
from reader.domain.spans import Span
from reader.paths import resources_folder


@pytest.fixture(scope="session")
def resources() -> Path:
    """The read-only files that ship with the app."""
    return resources_folder()


@pytest.fixture(scope="session")
def article_of() -> Callable[..., Article]:
    """Makes an article of a text: paragraphs stand between empty lines, the first is the headline."""

    def make(text: str, *, language: str = "de", name: str = "artikel.txt") -> Article:
        blocks = tuple(
            Block(Span(found.start(), found.end()), BlockKind.PARAGRAPH if number else BlockKind.HEADLINE)
            for number, found in enumerate(re.finditer(r"\S(?:.|\n(?!\n))*(?<=\S)", text))
        )
        title = blocks[0].span.of(text) if blocks else ""
        return Article(Source(SourceKind.FILE, name), text, blocks, title, language)

    return make
