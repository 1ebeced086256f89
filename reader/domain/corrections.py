"""Corrections: what the reader says about the findings of the machine.

They are kept apart from the findings and win over them. A statement remembers its place by the words
that stand there, so that it outlives a new analysis and a new language model.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType, TypeAlias

from reader.domain.articles import ArticleId
from reader.domain.entities import EntityKey, EntityKind
from reader.domain.quotations import QuotationKind
from reader.domain.spans import Span

CorrectionId = NewType("CorrectionId", int)
DictionaryEntryId = NewType("DictionaryEntryId", int)
SamenessId = NewType("SamenessId", int)

CONTEXT = 32  # characters to either side that an anchor remembers
LEAST_PROOF = 8  # characters: fewer may stand anywhere


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a text, known by its words and by what stands around them, not by numbers alone."""

    span: Span
    exact: str
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def of(cls, span: Span, text: str) -> "Anchor":
        return cls(
            span=span,
            exact=span.of(text),
            prefix=text[max(0, span.start - CONTEXT) : span.start],
            suffix=text[span.end : span.end + CONTEXT],
        )

    def find_in(self, text: str) -> Span | None:
        """Where the words stand: at the span, else at the nearest place with the same surroundings.

        Words that are long and stand only once need no proof.
        """
        if not self.exact:
            return None
        if self.span.of(text) == self.exact:
            return self.span
        for before, after in self._surroundings():
            wanted = before + self.exact + after
            starts = [place + len(before) for place in _occurrences(wanted, text)]
            if starts:
                start = min(starts, key=lambda place: abs(place - self.span.start))
                return Span(start, start + len(self.exact))
        if len(self.exact) >= LEAST_PROOF and text.count(self.exact) == 1:
            start = text.index(self.exact)
            return Span(start, start + len(self.exact))
        return None

    def _surroundings(self) -> Iterator[tuple[str, str]]:
        """What must stand around the words, the surest proof first."""
        yield self.prefix, self.suffix
        half = CONTEXT // 2
        for before, after in (
            (self.prefix[-half:], self.suffix[:half]),
            (self.prefix, ""),
            ("", self.suffix),
        ):
            if len(before) + len(after) >= LEAST_PROOF:
                yield before, after


class CorrectionAction(StrEnum):
    """What the reader did; the values are kept on disk."""

    NOT_AN_ENTITY = "not_an_entity"
    RETYPE = "retype"
    RESIZE = "resize"
    MARK = "mark"
    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    NOT_A_QUOTATION = "not_a_quotation"
    SPEAKER = "speaker"
    EXTENT = "extent"
    QUOTATION = "quotation"  # marked by the reader


@dataclass(frozen=True, slots=True)
class EntityCorrection:
    """The mentions at `anchors` are mentions of the entity called `name`; `kind` None: of none.

    Where `is_whole`, it speaks of the entire entity: one that has a mention at an anchor follows with
    all its mentions. `dropped` is where the mention was, if it was made longer or shorter. Without a
    name the words of the first anchor are the name. `namesake` tells what is split off apart from what
    it is split off from, where both have the same name.
    """

    action: CorrectionAction
    anchors: tuple[Anchor, ...]
    kind: EntityKind | None
    name: str = ""
    is_generic: bool = False
    dropped: tuple[Anchor, ...] = ()
    is_whole: bool = False
    namesake: str = ""


@dataclass(frozen=True, slots=True)
class QuotationCorrection:
    """The words at `anchors` are a quotation of this kind by this speaker; `kind` None: no quotation.

    `speaker_at` are mentions of the speaker, so that another canonical name does not matter. `replaced`
    is the content as the machine had it. Without any word on the speaker an EXTENT leaves the speaker
    as it was; every other correction says that the speaker is not known.
    """

    action: CorrectionAction
    anchors: tuple[Anchor, ...]
    kind: QuotationKind | None
    speaker_kind: EntityKind | None = None
    speaker_name: str = ""
    speaker_at: tuple[Anchor, ...] = ()
    replaced: tuple[Anchor, ...] = ()


Correction: TypeAlias = EntityCorrection | QuotationCorrection


@dataclass(frozen=True, slots=True)
class StoredCorrection:
    """A correction of one article; `made` is in UTC. A withdrawn one is kept and does nothing."""

    id: CorrectionId
    article: ArticleId
    made: datetime
    correction: Correction
    is_withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class DictionaryEntry:
    """A word of the reader's own dictionary, for all articles; `kind` None: it is never marked.

    An empty `name` stands for `text`. Where `is_inflected`, German endings may follow. A weapon that
    `is_generic` is a weapon class.
    """

    id: DictionaryEntryId
    text: str
    kind: EntityKind | None
    name: str = ""
    is_inflected: bool = True
    is_generic: bool = False


@dataclass(frozen=True, slots=True)
class Sameness:
    """Two entities are declared the same, or different, for the whole library.

    What is the same is shown with the name of the first.
    """

    id: SamenessId
    first: EntityKey
    second: EntityKey
    first_name: str
    second_name: str
    is_same: bool


def _occurrences(words: str, text: str) -> Iterator[int]:
    place = text.find(words)
    while place >= 0:
        yield place
        place = text.find(words, place + 1)
