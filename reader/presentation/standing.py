"""Who or what stands at a place of the article."""

from collections.abc import Sequence

from reader.domain.annotations import Annotations
from reader.domain.entities import Entity
from reader.domain.quotations import Quotation
from reader.domain.spans import Span


def entity_over(spans: Sequence[Span], annotations: Annotations) -> Entity | None:
    """Whose mention stands at the first of the places that has one; at the very place, if there is one."""
    mentions = annotations.mentions()
    for span in spans:
        there = [
            (mention.span != span, entity) for mention, entity in mentions if mention.span.overlaps(span)
        ]
        if there:
            return min(there, key=lambda found: found[0])[1]
    return None


def quotation_over(spans: Sequence[Span], annotations: Annotations) -> Quotation | None:
    """The quotation that has the most in common with these places, and nothing else if it can be."""

    def difference(quotation: Quotation) -> int:
        pairs = [(span, piece) for span in spans for piece in quotation.content]
        shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a, b in pairs)
        return sum(map(len, quotation.content)) - 2 * shared

    there = [
        quotation
        for quotation in annotations.quotations
        if any(piece.overlaps(span) for piece in quotation.content for span in spans)
    ]
    return min(there, key=difference, default=None)


def span_from(position: int, annotations: Annotations | None) -> Span:
    """The mention or quotation that begins there, else the one character."""
    spans = [mention.span for mention, _ in annotations.mentions()] if annotations else []
    spans += [found.content[0] for found in annotations.quotations] if annotations else []
    return next((span for span in spans if span.start == position), Span(position, position + 1))
