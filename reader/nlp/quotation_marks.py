"""Pairs quotation marks of every style; badly paired ones do no harm beyond their paragraph."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.domain.spans import Span

# What closes what: German low marks, guillemets either way, English and plain ones, each single, too.
CLOSERS = {
    "„": '“”"',
    "‚": "‘’'",
    "»": "«",
    "«": "»",
    "›": "‹",
    "‹": "›",
    "“": "”“",
    "”": "”",
    "‘": "’‘",
    '"': '"“”',
    "'": "'",
}
MARKS = frozenset("„“”»«›‹‚‘’\"'")
# Marks typed with two characters.
PAIRS = {",,": " „", "``": " „", "''": "“ ", ">>": " »", "<<": "« "}
SUBSTITUTES = re.compile("|".join(map(re.escape, PAIRS)))
ALWAYS_OPENING = frozenset("„‚")
APOSTROPHES = frozenset("’'‘")
MOST_PARAGRAPHS = 8  # that one pair may span
LEFT_SIDE = frozenset(" \t\n\u00a0\u202f([{–—-/:…") | ALWAYS_OPENING | frozenset('»«›‹“"')
RIGHT_SIDE = frozenset(" \t\n\u00a0\u202f.,;:!?)]}–—-/…") | frozenset("“”«»‹›’\"'‘")


@dataclass(frozen=True, slots=True)
class Marked:
    """Text between two marks, both included: one span a paragraph. `depth` counts the marks around it."""

    spans: tuple[Span, ...]
    depth: int

    @property
    def start(self) -> int:
        return self.spans[0].start

    @property
    def end(self) -> int:
        return self.spans[-1].end


@dataclass(slots=True)
class Open:
    """A mark that waits for its partner; `spans` are earlier paragraphs of the same quotation."""

    mark: str
    start: int
    spans: tuple[Span, ...] = ()


def pair_marks(text: str, paragraphs: Sequence[Span]) -> list[Marked]:
    """What is in quotation marks, in reading order. Takes time linear in the length of the text."""
    printed, text = text, SUBSTITUTES.sub(_as_one_mark, text)
    found: list[Marked] = []
    waiting: list[Open] = []
    for number, paragraph in enumerate(paragraphs):
        stack = _continued(paragraph, waiting) if waiting else []
        for position in range(paragraph.start, paragraph.end):
            if text[position] in MARKS:
                _take(text, position, paragraph, stack, found)
        goes_on = number + 1 < len(paragraphs) and _may_go_on(text, stack, paragraphs[number + 1])
        waiting = []
        if goes_on:
            last = stack[0]
            span = Span(last.start, paragraph.end)
            if len(last.spans) < MOST_PARAGRAPHS:
                waiting = [_with_paragraph(last, span)]
    whole = [Marked(_widened(printed, marked.spans), marked.depth) for marked in found]
    return sorted(whole, key=lambda marked: (marked.start, -marked.end))


def _as_one_mark(pair: re.Match[str]) -> str:
    """A mark and a space, as long as the pair: an opening one stands second, a closing one first."""
    return PAIRS[pair.group()]


def _widened(printed: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans with both characters of a mark that is made of two."""
    start, end = spans[0].start, spans[-1].end
    if start and printed[start - 1 : start + 1] in PAIRS:
        spans = (Span(start - 1, spans[0].end), *spans[1:])
    if printed[end - 1 : end + 1] in PAIRS:
        spans = (*spans[:-1], Span(spans[-1].start, end + 1))
    return spans


def _with_paragraph(opened: Open, span: Span) -> Open:
    return Open(opened.mark, span.end, (*opened.spans, span))


def _continued(paragraph: Span, waiting: list[Open]) -> list[Open]:
    """The open mark goes on at the beginning of this paragraph, whether it is repeated there or not."""
    return [Open(opened.mark, paragraph.start, opened.spans) for opened in waiting]


def _may_go_on(text: str, stack: list[Open], following: Span) -> bool:
    """Whether the next paragraph repeats the opening mark, or closes it before opening another."""
    if not stack:
        return False
    mark = stack[0].mark
    words = text[following.start : following.end]
    if words[:1] == mark:
        return True
    if mark in {'"', "'", "“", "”"}:
        return False  # the same mark opens and closes: nobody can tell
    closing = min((place for closer in CLOSERS[mark] if (place := words.find(closer)) >= 0), default=-1)
    opening = words.find(mark)
    return closing >= 0 and (opening < 0 or closing < opening)


def _take(text: str, position: int, paragraph: Span, stack: list[Open], found: list[Marked]) -> None:
    mark = text[position]
    before = text[position - 1] if position > paragraph.start else " "
    after = text[position + 1] if position + 1 < paragraph.end else " "
    if mark in APOSTROPHES and before.isalnum() and after.isalnum():
        return
    if stack and stack[0].spans and position == paragraph.start and mark == stack[0].mark:
        return  # the mark is repeated at the beginning of a paragraph
    partner = _partner(stack, mark)
    # French puts spaces inside its guillemets; German closing ones have none before them.
    may_open = before in LEFT_SIDE and (after not in " \t\n" or mark == "«")
    if partner is not None and not (may_open and mark in ALWAYS_OPENING):
        prefers_opening = may_open and after.isalnum() and before in " \u00a0(" and mark not in "“”"
        if not (prefers_opening and mark != stack[partner].mark and mark not in CLOSERS[stack[-1].mark]):
            opened = stack[partner]
            del stack[partner:]
            span = Span(opened.start, position + 1)
            found.append(Marked((*opened.spans, span), depth=partner))
            return
    if mark in CLOSERS and (mark in ALWAYS_OPENING or may_open):
        stack.append(Open(mark, position))


def _partner(stack: list[Open], mark: str) -> int | None:
    """Which open mark this one closes; a plain one closes the innermost that it can."""
    for number in range(len(stack) - 1, max(-1, len(stack) - 4), -1):
        if mark in CLOSERS[stack[number].mark]:
            return number
    return None
