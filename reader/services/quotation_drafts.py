"""The quotations of one article while corrections are applied to them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.domain.annotations import Annotations
from reader.domain.corrections import Anchor, CorrectionAction, QuotationCorrection
from reader.domain.entities import EntityKey
from reader.domain.quotations import Attribution, Phrase, Quotation, QuotationId, QuotationKind
from reader.domain.spans import Span
from reader.services.entity_drafts import Draft, EntityDrafts, commonest_draft, fresh_ids
from reader.services.stretches import Stretches

BETWEEN_PIECES = " … "
SAME_SHARE = 0.5  # of the characters of two quotations, where they are still the same one


class QuotationDrafts:
    """All quotations of one article; `drafts` are its entities, which may still change meanwhile."""

    def __init__(self, annotations: Annotations, drafts: EntityDrafts) -> None:
        self._machine = annotations.quotations
        self._drafts = drafts
        self._quotations: dict[QuotationId, Quotation] = {}
        self._by_place: Stretches[QuotationId] = Stretches()
        self._parents: dict[QuotationId, QuotationId | None] = {}  # also of what is no longer there
        self._ids = fresh_ids("q", [quotation.id for quotation in self._machine])
        self._corrections: list[tuple[QuotationCorrection, Sequence[Span], str]] = []
        entities = {entity.id: entity for entity in annotations.entities}
        self._speakers_at: dict[QuotationId, list[Span]] = {}
        for quotation in self._machine:
            attribution = quotation.attribution
            speaker = entities.get(attribution.entity) if attribution.entity else None
            if speaker is not None and attribution.speaker is not None:
                self._speakers_at[quotation.id] = [
                    mention.span
                    for mention in speaker.mentions
                    if any(mention.span.overlaps(span) for span in attribution.speaker.spans)
                ]

    def note(self, correction: QuotationCorrection, spans: Sequence[Span], text: str) -> None:
        """Keep the correction, whose words stand at `spans`, until all entities are settled."""
        self._corrections.append((correction, spans, text))

    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations in reading order, each with its speaker's entity as it is now."""
        followed = tuple(self._followed(quotation) for quotation in self._machine)
        if not self._corrections:
            return followed
        for quotation in followed:
            self._keep(quotation)
        for correction, spans, text in self._corrections:
            self._apply(correction, _content(spans), text)
        self._nest()
        return tuple(
            sorted(
                self._quotations.values(),
                key=lambda one: (one.content[0].start, -one.content[-1].end),
            )
        )

    def _followed(self, quotation: Quotation) -> Quotation:
        """With the entity that now holds the speaker's mention."""
        before = quotation.attribution.entity
        if before is None:
            return quotation
        spans = self._speakers_at.get(quotation.id)
        if spans:
            draft = commonest_draft(place for span in spans for place in self._drafts.at(span))
        else:
            draft = self._drafts.of_id(before)
        after = draft.id if draft is not None else None
        if after == before:
            return quotation
        return replace(quotation, attribution=replace(quotation.attribution, entity=after))

    def _apply(self, correction: QuotationCorrection, content: tuple[Span, ...], text: str) -> None:
        replaced = _content(span for anchor in correction.replaced if (span := anchor.find_in(text)))
        known = self._spoken_of(replaced) or self._spoken_of(content)
        if correction.kind is None:
            if known is not None:
                self._remove(known)
            return
        quotation = self._corrected(correction, correction.kind, content, known, text)
        if known is not None:
            self._remove(known)
        length = _length(quotation.content)
        for other in self._near(quotation.content):
            shared = _shared(other.content, quotation.content)
            is_within = shared in (_length(other.content), length)
            if other.content == quotation.content or (shared and not is_within):
                self._remove(other)
        self._keep(quotation)

    def _corrected(
        self,
        correction: QuotationCorrection,
        kind: QuotationKind,
        content: tuple[Span, ...],
        known: Quotation | None,
        text: str,
    ) -> Quotation:
        if known is not None and correction.action is CorrectionAction.SPEAKER:
            kind, content = known.kind, known.content  # a newer model may know these better
        return Quotation(
            id=known.id if known else QuotationId(next(self._ids)),
            kind=kind,
            content=content,
            text=BETWEEN_PIECES.join(span.of(text) for span in content),
            attribution=self._attribution(correction, known, text),
            medium=known.medium if known else None,
            nested_in=known.nested_in if known else None,
            is_corrected=True,
        )

    def _attribution(
        self, correction: QuotationCorrection, known: Quotation | None, text: str
    ) -> Attribution:
        before = known.attribution if known else Attribution()
        name = correction.speaker_name.strip()
        is_silent = correction.speaker_kind is None and not name and not correction.speaker_at
        if is_silent:
            is_kept = correction.action is CorrectionAction.EXTENT
            return before if is_kept else replace(before, speaker=None, entity=None)
        draft, phrase = self._speaker_at(correction.speaker_at, text)
        if draft is None and correction.speaker_kind is not None:
            key = EntityKey.of(correction.speaker_kind, name)
            draft = self._drafts.called(key) or self._drafts.known_as(key)
        if draft is None:
            return replace(before, speaker=phrase or Phrase(name, ()), entity=None)
        if before.speaker is not None and not self._names_another(before.speaker, draft):
            phrase = before.speaker  # "sie" is still how the speaker is printed
        return replace(before, speaker=phrase, entity=draft.id)

    def _speaker_at(self, anchors: Iterable[Anchor], text: str) -> tuple[Draft | None, Phrase | None]:
        spans = [span for anchor in anchors if (span := anchor.find_in(text)) is not None]
        draft = commonest_draft(place for span in spans for place in self._drafts.at(span))
        return draft, Phrase(spans[0].of(text), (spans[0],)) if spans else None

    def _names_another(self, phrase: Phrase, draft: Draft) -> bool:
        """Whether an entity is mentioned in these words, and it is not this one."""
        there = {place.draft for span in phrase.spans for place in self._drafts.at(span)}
        return bool(there) and draft not in there

    def _spoken_of(self, content: tuple[Span, ...]) -> Quotation | None:
        """The quotation with this content, else one with much the same."""
        best, best_share = None, SAME_SHARE
        length = _length(content)
        for quotation in self._near(content):
            if quotation.content == content:
                return quotation
            shared = _shared(quotation.content, content)
            share = shared / (_length(quotation.content) + length - shared)
            if share >= best_share:
                best, best_share = quotation, share
        return best

    def _near(self, content: tuple[Span, ...]) -> list[Quotation]:
        return [self._quotations[found] for found in self._by_place.overlapping(*content)]

    def _keep(self, quotation: Quotation) -> None:
        self._quotations[quotation.id] = quotation
        self._parents[quotation.id] = quotation.nested_in
        for span in quotation.content:
            self._by_place.put(span, quotation.id)

    def _remove(self, quotation: Quotation) -> None:
        if self._quotations.pop(quotation.id, None) is not None:
            for span in quotation.content:
                self._by_place.remove(span, quotation.id)

    def _nest(self) -> None:
        """Say anew what lies in what, where a correction changed it; nothing lies in itself."""
        for quotation in list(self._quotations.values()):
            if quotation.is_corrected or self._parents[quotation.id] not in self._quotations:
                self._parents[quotation.id] = self._innermost_around(quotation)
        for quotation in list(self._quotations.values()):
            parent = self._parents[quotation.id]
            if parent not in self._quotations or self._is_circular(quotation.id):
                parent = self._parents[quotation.id] = None
            if parent != quotation.nested_in:
                self._quotations[quotation.id] = replace(quotation, nested_in=parent)

    def _innermost_around(self, quotation: Quotation) -> QuotationId | None:
        length = _length(quotation.content)
        around = [
            other
            for other in self._near(quotation.content[:1])
            if _length(other.content) > length and _shared(other.content, quotation.content) == length
        ]
        return min(around, key=lambda other: _length(other.content)).id if around else None

    def _is_circular(self, quotation_id: QuotationId) -> bool:
        seen = {quotation_id}
        parent = self._parents[quotation_id]
        while parent is not None:
            if parent in seen:
                return True
            seen.add(parent)
            parent = self._parents.get(parent)
        return False


def _content(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order; those that overlap are one."""
    pieces: list[Span] = []
    for span in sorted(spans):
        if pieces and span.start < pieces[-1].end:
            pieces[-1] = Span(pieces[-1].start, max(pieces[-1].end, span.end))
        else:
            pieces.append(span)
    return tuple(pieces)


def _length(content: Iterable[Span]) -> int:
    return sum(len(span) for span in content)


def _shared(one: Iterable[Span], other: Sequence[Span]) -> int:
    """How many characters both have."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
