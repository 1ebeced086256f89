"""Finds what overlaps a span without looking at everything in the text."""

from typing import Generic, TypeVar

from reader.domain.spans import Span

STRETCH = 2048  # characters

Found = TypeVar("Found")


class Stretches(Generic[Found]):
    """Keeps things by the stretches of text that they lie in, in the order they came."""

    def __init__(self) -> None:
        self._stretches: dict[int, dict[Found, None]] = {}

    def put(self, span: Span, found: Found) -> None:
        for stretch in _covered(span):
            self._stretches.setdefault(stretch, {})[found] = None

    def remove(self, span: Span, found: Found) -> None:
        for stretch in _covered(span):
            self._stretches.get(stretch, {}).pop(found, None)

    def near(self, span: Span) -> list[Found]:
        """All that may overlap the span, once each."""
        return list(
            dict.fromkeys(found for stretch in _covered(span) for found in self._stretches.get(stretch, ()))
        )


def _covered(span: Span) -> range:
    return range(span.start // STRETCH, max(span.start, span.end - 1) // STRETCH + 1)
