"""The questions that the encoder answers for every word, and how its answers become spans.

Each head has its own tags. Those of names, quotations and roles are BIO tags: `B-` opens a span, `I-` goes
on with it, `O` is outside. The order of heads and tags is that of the columns of the model.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

OUTSIDE = "O"
NAMES = "names"
DIRECT = "direct"  # apart from the other kinds: direct speech stands within and around them
QUOTATIONS = "quotations"
ROLES = "roles"
MOODS = "moods"
INDICATIVE, SUBJUNCTIVE = "indicative", "subjunctive"

NAME_LABELS = (
    *(base + form for base in ("PER", "ORG", "LOC", "MISC") for form in ("", "deriv", "part")),
    "WEAPON",
    "WEAPONpart",
    "WEAPONgeneric",
)
IMPOSSIBLE = np.float32(-1e9)


@dataclass(frozen=True, slots=True)
class Head:
    """One question: its tags, and whether they mark spans."""

    name: str
    tags: tuple[str, ...]
    is_spans: bool = True


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """The words from `start` up to, not including, `end`, and how sure the encoder is of them."""

    start: int
    end: int
    label: str
    confidence: float


def _bio(*labels: str) -> tuple[str, ...]:
    return (OUTSIDE, *(f"{prefix}-{label}" for label in labels for prefix in "BI"))


HEADS = (
    Head(NAMES, _bio(*NAME_LABELS)),
    Head(DIRECT, _bio("direct")),
    Head(QUOTATIONS, _bio("indirect", "indirect_free_indirect", "free_indirect", "reported")),
    Head(ROLES, _bio("speaker", "cue")),
    Head(MOODS, (OUTSIDE, INDICATIVE, SUBJUNCTIVE), is_spans=False),
)
COLUMNS = sum(len(head.tags) for head in HEADS)


@cache
def columns_of(name: str) -> slice:
    """Where the columns of a head lie in what the model gives."""
    start = 0
    for head in HEADS:
        if head.name == name:
            return slice(start, start + len(head.tags))
        start += len(head.tags)
    raise KeyError(name)


def head_called(name: str) -> Head:
    return next(head for head in HEADS if head.name == name)


def log_shares(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Logarithms of the probabilities that belong to the scores of one head."""
    shifted = scores - scores.max(axis=1, keepdims=True)
    shares: NDArray[np.float32] = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return shares


@cache
def transitions(tags: tuple[str, ...]) -> NDArray[np.float32]:
    """0 where the second tag may follow the first, and impossible where not."""
    allowed = np.zeros((len(tags), len(tags)), dtype=np.float32)
    for column, tag in enumerate(tags):
        if tag.startswith("I-"):
            for row, before in enumerate(tags):
                if before[2:] != tag[2:]:
                    allowed[row, column] = IMPOSSIBLE
    return allowed


def best_path(shares: NDArray[np.float32], allowed: NDArray[np.float32]) -> NDArray[np.int64]:
    """The likeliest tags that may follow each other; `O` may begin a text, `I-` may not."""
    count, width = shares.shape
    if not count:
        return np.zeros(0, dtype=np.int64)
    greedy: NDArray[np.int64] = shares.argmax(axis=1)
    if np.all(allowed[np.concatenate(([0], greedy[:-1])), greedy] == 0):
        return greedy
    before = np.zeros((count, width), dtype=np.int64)
    total = shares[0] + allowed[0]
    for place in range(1, count):
        candidates = total[:, None] + allowed
        before[place] = candidates.argmax(axis=0)
        total = candidates[before[place], np.arange(width)] + shares[place]
    path = np.zeros(count, dtype=np.int64)
    path[-1] = total.argmax()
    for place in range(count - 1, 0, -1):
        path[place - 1] = before[place, path[place]]
    return path


def spans_of(head: Head, scores: NDArray[np.float32]) -> list[TaggedSpan]:
    """The spans of one head; the confidence is the mean probability of the tags of a span."""
    shares = log_shares(scores)
    path = best_path(shares, transitions(head.tags))
    spans: list[TaggedSpan] = []
    place = 0
    while place < len(path):
        tag = head.tags[path[place]]
        start = place
        place += 1
        if tag == OUTSIDE:
            continue
        while place < len(path) and head.tags[path[place]] == f"I-{tag[2:]}":
            place += 1
        sure = float(np.exp(shares[np.arange(start, place), path[start:place]]).mean())
        spans.append(TaggedSpan(start, place, tag[2:], sure))
    return spans
