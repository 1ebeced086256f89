"""Frames: the words of a sentence that say who says something, and the cue that tells so."""

from dataclasses import dataclass
from enum import Enum, auto

from reader.domain.quotations import Medium
from reader.nlp.reporting_verbs import ReportingVerb
from reader.nlp.tokens import Range


class FrameKind(Enum):
    """How a frame is built."""

    VERB = auto()  # sagte X
    ACCORDING = auto()  # laut X, nach Angaben von X, X zufolge
    SO = auto()  # so X
    NOUN = auto()  # die Ansicht, dass …


class Order(Enum):
    """Where the verb stands in its clause."""

    SUBJECT_FIRST = auto()  # X sagte
    VERB_FIRST = auto()  # …, sagte X
    OTHER_FIRST = auto()  # Am Montag sagte X
    LAST = auto()  # nachdem X gesagt hatte
    HOW = auto()  # wie X sagte


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame in one sentence: its clause, its cue, its speaker, in token numbers.

    `start` and `end` bound what cannot be reported words: from the beginning of the clause to the end of
    the speaker and the verb. `segment` is the number of the clause in its sentence.
    """

    kind: FrameKind
    segment: int
    start: int
    end: int
    cue: tuple[int, ...]
    speaker: Range | None
    medium: Medium | None
    verb: ReportingVerb | None = None
    order: Order = Order.SUBJECT_FIRST
    addressee: Range | None = None
    is_passive: bool = False
    has_bare_object: bool = False
