"""The article: one news text with its particulars."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from reader.domain.spans import Span

ArticleId = NewType("ArticleId", int)


class SourceKind(StrEnum):
    """How an article came in."""

    FILE = "file"
    CLIPBOARD = "clipboard"


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article came from; `name` is the path as the user gave it, empty for the clipboard."""

    kind: SourceKind
    name: str = ""


class BlockKind(StrEnum):
    """What a block is in the article; the values are part of the JSON contract."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Block:
    """A headline, a paragraph and so on: `span` has no white space at its ends and no markup."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Article:
    """One news text. Its `text` never changes after import: positions count on that.

    `blocks` are in reading order, do not overlap, and cover all that is to be shown.
    `published` is an ISO 8601 date or date and time, as far as it is known; `language` is an
    ISO 639-1 code.
    """

    source: Source
    text: str
    blocks: tuple[Block, ...]
    title: str
    language: str
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None

    @property
    def text_digest(self) -> str:
        """Fingerprint of the text; tells whether stored annotations still fit."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def word_count(self) -> int:
        return sum(len(block.span.of(self.text).split()) for block in self.blocks)
