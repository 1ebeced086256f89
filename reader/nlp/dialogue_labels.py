"""Finds talks printed with labels instead of quotation marks: interviews, protocols, chats.

„Brandt: Wir bleiben. – Frage: Wie lange? – Brandt: Bis Mai.“, each on a line of its own.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reader.domain.spans import Span

LABELLED = re.compile(
    r"(?:\d{1,2}[:.]\d{2}(?: Uhr)?,?\s+)?"  # the time of a chat
    r"(?P<label>[A-ZÄÖÜ][\w.’'-]*(?:\s+(?:[A-ZÄÖÜ][\w.’'-]*|von|van|de|der|\([^)]{2,30}\)|\d+)){0,3}):\s+"
    r"(?P<words>[^\s„»«“\"‚›].*)",
    re.DOTALL,
)
FEWEST_TURNS = 3
FEWEST_SPEAKERS = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """What one label stands before."""

    label: Span
    words: Span


def find_turns(text: str, paragraphs: Sequence[Span]) -> list[Turn]:
    """The turns of a talk; none if there are too few, or nobody speaks twice."""
    labelled = (LABELLED.fullmatch(text, paragraph.start, paragraph.end) for paragraph in paragraphs)
    turns = [Turn(Span(*found.span("label")), Span(*found.span("words"))) for found in labelled if found]
    turns_of = Counter(turn.label.of(text) for turn in turns)
    is_talk = len(turns) >= FEWEST_TURNS and len(turns_of) >= FEWEST_SPEAKERS
    return turns if is_talk and max(turns_of.values()) > 1 else []
