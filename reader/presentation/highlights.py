"""Which runs of the article are painted, and as what."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.domain.annotations import Annotations
from reader.domain.entities import Entity, EntityId, EntityKind
from reader.domain.mentions import Mention, MentionForm
from reader.domain.quotations import Quotation, QuotationId, QuotationKind
from reader.domain.spans import Span

SHOWN_KINDS = (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.WEAPON, EntityKind.PLACE)


class Layer(StrEnum):
    """What the legend switches on and off."""

    PERSON = "person"
    ORGANIZATION = "organization"
    WEAPON = "weapon"
    PLACE = "place"
    QUOTATIONS = "quotations"


@dataclass(frozen=True, slots=True)
class Highlight:
    """A name to colour and underline. `span` is what is painted, `mention` what it stands for."""

    span: Span
    kind: EntityKind
    entity: EntityId
    mention: Mention
    is_generic: bool


@dataclass(frozen=True, slots=True)
class Tint:
    """A piece of a quotation to tint; `is_direct` chooses the tint and the margin rule."""

    span: Span
    quotation: QuotationId
    is_direct: bool


def highlights_for(annotations: Annotations, *, hidden: frozenset[Layer] = frozenset()) -> list[Highlight]:
    """The names to paint, in reading order and without overlaps, hidden kinds left out.

    Of names that overlap the first is painted, of those that begin together the longest.
    """
    found = [
        Highlight(name_part(mention, entity), entity.kind, entity.id, mention, entity.is_generic)
        for mention, entity in annotations.mentions()
        if entity.kind in SHOWN_KINDS and Layer(entity.kind.value) not in hidden
    ]
    return _without_overlaps(found)


def tints_for(annotations: Annotations, *, hidden: frozenset[Layer] = frozenset()) -> list[Tint]:
    """The quoted pieces to tint, in reading order; an inner quotation comes after the outer one."""
    if Layer.QUOTATIONS in hidden:
        return []
    tints = [
        Tint(span, quotation.id, is_direct(quotation))
        for quotation in annotations.quotations
        for span in quotation.content
    ]
    return sorted(tints, key=lambda tint: (tint.span.start, -tint.span.end))


def is_direct(quotation: Quotation) -> bool:
    return quotation.kind is QuotationKind.DIRECT


def name_part(mention: Mention, entity: Entity) -> Span:
    """The part of a mention that is the name: Leopard-2 in Leopard-2-Panzern; else the whole mention."""
    if mention.form is not MentionForm.PART or "-" not in mention.text:
        return mention.span
    known = {_spelling(name) for name in (entity.canonical_name, *entity.aliases)}
    pieces = mention.text.split("-")
    for count in range(len(pieces) - 1, 0, -1):
        beginning = "-".join(pieces[:count])
        if _spelling(beginning) in known:
            return Span(mention.span.start, mention.span.start + len(beginning))
    return mention.span


def _spelling(name: str) -> str:
    return name.replace("-", "").replace(" ", "").casefold()


def _without_overlaps(highlights: Sequence[Highlight]) -> list[Highlight]:
    kept: list[Highlight] = []
    for highlight in sorted(highlights, key=lambda found: (found.span.start, -found.span.end)):
        if not kept or kept[-1].span.end <= highlight.span.start:
            kept.append(highlight)
    return kept
