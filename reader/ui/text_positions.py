"""The one translation between the article's code points and Qt's UTF-16 positions."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reader.domain.spans import Span

LAST_OF_BASIC_PLANE = "\uffff"


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block of the article and the Qt position at which its first character stands."""

    span: Span
    qt_start: int


class TextPositions:
    """Translates for one article as it stands in one document. Blocks are in reading order."""

    def __init__(self, text: str, blocks: Sequence[PlacedBlock]) -> None:
        # Characters beyond the basic plane take two UTF-16 units; most articles have none.
        self._astral = [place for place, character in enumerate(text) if character > LAST_OF_BASIC_PLANE]
        self._astral_units = [place + rank for rank, place in enumerate(self._astral)]
        self._blocks = tuple(blocks)
        self._starts = [block.span.start for block in blocks]
        self._qt_starts = [block.qt_start for block in blocks]

    def to_qt(self, position: int) -> int | None:
        """Where Qt counts the character that Python counts at `position`; None if it is not shown."""
        index = bisect_right(self._starts, position) - 1
        if index < 0 or position > self._blocks[index].span.end:
            return None
        block = self._blocks[index]
        return block.qt_start + self._units(block.span.start, position)

    def to_text(self, qt_position: int) -> int | None:
        """Which character of the article Qt shows at `qt_position`; None outside of its blocks."""
        index = bisect_right(self._qt_starts, qt_position) - 1
        if index < 0:
            return None
        block = self._blocks[index]
        unit = block.span.start + self._pairs_before(block.span.start) + qt_position - block.qt_start
        position = unit - bisect_left(self._astral_units, unit)
        return position if position <= block.span.end else None

    def pieces_to_qt(self, span: Span) -> list[tuple[int, int]]:
        """The shown pieces of `span`, one a block, as half-open pairs of Qt positions."""
        index = max(bisect_right(self._starts, span.start) - 1, 0)
        pieces = []
        for block in self._blocks[index:]:
            if block.span.start >= span.end:
                break
            start, end = max(span.start, block.span.start), min(span.end, block.span.end)
            if start < end:
                qt_start = block.qt_start + self._units(block.span.start, start)
                pieces.append((qt_start, qt_start + self._units(start, end)))
        return pieces

    def _units(self, start: int, end: int) -> int:
        return end - start + self._pairs_before(end) - self._pairs_before(start)

    def _pairs_before(self, position: int) -> int:
        return bisect_left(self._astral, position)
