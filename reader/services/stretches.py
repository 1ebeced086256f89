"""Finds what overlaps a span without looking at everything in the text."""

from typing import Generic, TypeVar

from reader.domain.spans import Span

STRETCH = 512  # characters

Found = TypeVar("Found")


class Stretches(Generic[Found]):
    """Keeps things by the stretches of text that they lie in, in the order they came."""

    def __init__(self) -> None:
        self._stretches: dict[int, dict[tuple[int, int, Found], None]] = {}

    def put(self, span: Span, found: Found) -> None:
        entry = (span.start, span.end, found)
        for stretch in _covered(span):
            self._stretches.setdefault(stretch, {})[entry] = None

    def remove(self, span: Span, found: Found) -> None:
        entry = (span.start, span.end, found)
        for stretch in _covered(span):
            self._stretches.get(stretch, {}).pop(entry, None)

    def overlapping(self, *spans: Span) -> list[Found]:
        """What has a character in common with one of the spans, once each."""
        return list(
            dict.fromkeys(
                found
                for span in spans
                for stretch in _covered(span)
                for start, end, found in self._stretches.get(stretch, ())
                if start < span.end and span.start < end
            )
        )


def _covered(span: Span) -> range:
    return range(span.start // STRETCH, max(span.start, span.end - 1) // STRETCH + 1)
