"""Which runs of the article are painted, and as what."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from reader.domain.annotations import Annotations
from reader.domain.entities import Entity, EntityId, EntityKind
from reader.domain.mentions import Mention, MentionForm
from reader.domain.quotations import Quotation, QuotationId, QuotationKind
from reader.domain.spans import Span
from reader.presentation.doubts import is_doubtful, is_name

# In the order in which they are listed and counted.
SHOWN_KINDS = (
    EntityKind.PERSON,
    EntityKind.ORGANIZATION,
    EntityKind.WEAPON,
    EntityKind.PLACE,
    EntityKind.OTHER,
)


class Strength(StrEnum):
    """How loudly a finding is shown."""

    SURE = "sure"
    DOUBTFUL = "doubtful"
    MEANT = "meant"  # the minister, she: no name, but somebody who has one


class Layer(StrEnum):
    """What the legend switches on and off."""

    PERSON = "person"
    ORGANIZATION = "organization"
    WEAPON = "weapon"
    PLACE = "place"
    QUOTATIONS = "quotations"
    OTHER = "other"  # behind the quotations, which keep their key


@dataclass(frozen=True, slots=True)
class Highlight:
    """A name to colour and underline. `span` is what is painted, `mention` what it stands for."""

    span: Span
    kind: EntityKind
    entity: EntityId
    mention: Mention
    is_generic: bool

    @property
    def strength(self) -> Strength:
        if not is_name(self.mention):
            return Strength.MEANT
        return Strength.DOUBTFUL if is_doubtful(self.mention) else Strength.SURE


@dataclass(frozen=True, slots=True)
class Tint:
    """A piece of a quotation to tint; `is_direct` chooses the tint and the margin rule."""

    span: Span
    quotation: QuotationId
    is_direct: bool
    is_doubtful: bool = False


def highlights_for(annotations: Annotations, *, hidden: frozenset[Layer] = frozenset()) -> list[Highlight]:
    """The names to paint, in reading order and without overlaps, hidden kinds left out.

    Of names that overlap the first is painted, of those that begin together the longest. A phrase that only
    means somebody leaves the names within it alone: „der ukrainische Präsident“.
    """
    found = [
        Highlight(name_part(mention, entity), entity.kind, entity.id, mention, entity.is_generic)
        for mention, entity in annotations.mentions()
        if Layer(entity.kind.value) not in hidden
    ]
    names = _without_overlaps([one for one in found if one.strength is not Strength.MEANT])
    meant = _without_overlaps([one for one in found if one.strength is Strength.MEANT])
    return sorted([*names, *_beside_names(meant, names)], key=lambda one: one.span)


def tints_for(annotations: Annotations, *, hidden: frozenset[Layer] = frozenset()) -> list[Tint]:
    """The quoted pieces to tint, in reading order; an inner quotation comes after the outer one."""
    if Layer.QUOTATIONS in hidden:
        return []
    tints = [
        Tint(span, quotation.id, is_direct(quotation), is_doubtful(quotation))
        for quotation in annotations.quotations
        for span in quotation.content
    ]
    return sorted(tints, key=lambda tint: (tint.span.start, -tint.span.end))


def is_direct(quotation: Quotation) -> bool:
    return quotation.kind is QuotationKind.DIRECT


def name_part(mention: Mention, entity: Entity) -> Span:
    """The part of a mention that is the name: Leopard-2 in Leopard-2-Panzern, EU in Nicht-EU-Staaten.

    Where no part is one of the names found in the article, it is all but the last word (US in US-Präsident),
    for that says what kind of thing it is. Compounds without a hyphen are named as a whole.
    """
    if mention.form is not MentionForm.PART or "-" not in mention.text:
        return mention.span
    known = {_spelling(name) for name in (entity.canonical_name, *entity.aliases)}
    pieces = mention.text.split("-")
    for count in range(len(pieces) - 1, 0, -1):
        for first in range(len(pieces) - count + 1):
            if _spelling("-".join(pieces[first : first + count])) in known:
                return _pieces_span(mention, pieces, first, count)
    return _pieces_span(mention, pieces, 0, len(pieces) - 1)


def _pieces_span(mention: Mention, pieces: Sequence[str], first: int, count: int) -> Span:
    start = mention.span.start + sum(len(piece) + 1 for piece in pieces[:first])
    return Span(start, start + len("-".join(pieces[first : first + count])))


def _spelling(name: str) -> str:
    return name.replace("-", "").replace(" ", "").casefold()


def _beside_names(meant: Sequence[Highlight], names: Sequence[Highlight]) -> list[Highlight]:
    """Each phrase, or of one that names stand in the longest piece beside them."""
    starts = [name.span.start for name in names]
    found = []
    for one in meant:
        first = max(0, bisect_right(starts, one.span.start) - 1)
        within = [name.span for name in names[first : bisect_left(starts, one.span.end)]]
        if piece := _longest_piece(one.span, [span for span in within if span.end > one.span.start]):
            found.append(replace(one, span=piece))
    return found


def _longest_piece(span: Span, taken: Sequence[Span]) -> Span | None:
    """The longest stretch of `span` outside of what is taken, without the spaces at the borders."""
    if not taken:
        return span
    pieces = zip(
        [span.start, *(one.end + 1 for one in taken)],
        [*(one.start - 1 for one in taken), span.end],
        strict=True,
    )
    start, end = max(pieces, key=lambda piece: piece[1] - piece[0])
    return Span(start, end) if start < end else None


def _without_overlaps(highlights: Sequence[Highlight]) -> list[Highlight]:
    kept: list[Highlight] = []
    for highlight in sorted(highlights, key=lambda found: (found.span.start, -found.span.end)):
        if not kept or kept[-1].span.end <= highlight.span.start:
            kept.append(highlight)
    return kept
