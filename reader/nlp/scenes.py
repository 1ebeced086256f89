"""What the search for roles and pronouns knows of a sentence, and of the one before."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.domain.entities import Entity
from reader.domain.spans import Span
from reader.nlp.clauses import Segment
from reader.nlp.tokens import Range


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens of a sentence, cut at commas; `speakers` are the printed speakers in it."""

    start: int
    end: int
    parts: list[Segment]
    speakers: list[Span]


@dataclass(frozen=True, slots=True)
class Scene:
    """Who acted in the sentence before, and who was named there.

    `rest` are the tokens behind whoever acted.
    """

    topic: Entity | None = None
    present: Sequence[Entity] = ()
    rest: Range = (0, 0)
