"""Quotations: words reported as said, thought or written by somebody."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from reader.domain.entities import EntityId
from reader.domain.spans import Span

QuotationId = NewType("QuotationId", str)


class QuotationKind(StrEnum):
    """The values are part of the JSON contract."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    INDIRECT_FREE_INDIRECT = "indirect_free_indirect"
    FREE_INDIRECT = "free_indirect"
    REPORTED = "reported"


class Medium(StrEnum):
    """The values are part of the JSON contract."""

    SPEECH = "Speech"
    WRITING = "Writing"
    THOUGHT = "Thought"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of the article, in one or several pieces: a speaker, a cue, a frame."""

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose words they are, and how the text says so.

    `speaker` is the speaker as printed (None: not named), `entity` who that is, if known.
    `cue` is the signal (sagte, laut), `frame` the clause around it.
    """

    speaker: Phrase | None = None
    entity: EntityId | None = None
    cue: Phrase | None = None
    frame: Phrase | None = None
    addressee: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Reported words; `content` has several spans where a frame interrupts them.

    The spans of a direct quotation include its quotation marks.
    """

    id: QuotationId
    kind: QuotationKind
    content: tuple[Span, ...]
    text: str
    attribution: Attribution = Attribution()
    medium: Medium | None = None
    nested_in: QuotationId | None = None
    confidence: float = 1.0
    is_corrected: bool = False
