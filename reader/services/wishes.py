"""Makes corrections: what the reader says about a finding or a stretch of text, as it is to be remembered.

Plain functions; nothing is stored here. A correction speaks of few places, so that it means the same when
another one is withdrawn: of the mention that the reader pointed at, and of whatever is one with it.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from hashlib import sha256

from reader.domain.annotations import Annotations
from reader.domain.articles import Article
from reader.domain.corrections import Anchor, CorrectionAction, EntityCorrection, QuotationCorrection
from reader.domain.entities import Entity, EntityKind
from reader.domain.mentions import Mention, MentionForm
from reader.domain.quotations import Quotation, QuotationKind
from reader.domain.spans import Span
from reader.services.name_endings import is_form_of

WORD = re.compile(r"\w+(?:[-–'’]\w+)*")
QUOTATION_MARKS = "\"'„“”»«‚‘›‹"
NOT_IN_TEXT = "\0"
FINGERPRINT_LENGTH = 16
NOT_NAMES = {MentionForm.NOMINAL, MentionForm.PRONOUN}


class Edge(StrEnum):
    """Which end of a mention is moved."""

    START = "start"
    END = "end"


# Names.


def marked(
    span: Span, kind: EntityKind, article: Article, annotations: Annotations, *, is_generic: bool = False
) -> EntityCorrection:
    """These words are a name; if an entity of this kind bears it, they are a mention of that one."""
    words = span.of(article.text)
    known = next(
        (
            entity
            for entity in annotations.entities
            if entity.kind is kind and words in {entity.canonical_name, *entity.aliases}
        ),
        None,
    )
    return EntityCorrection(
        CorrectionAction.MARK,
        (Anchor.of(span, article.text),),
        kind,
        name=known.canonical_name if known else " ".join(words.split()),
        is_generic=is_generic,
    )


def retyped(
    mention: Mention, entity: Entity, kind: EntityKind, article: Article, *, is_generic: bool = False
) -> EntityCorrection:
    return EntityCorrection(
        CorrectionAction.RETYPE,
        _at(_sure(mention, entity), article),
        kind,
        name=entity.canonical_name,
        is_generic=is_generic,
        is_whole=True,
    )


def no_name(mention: Mention, entity: Entity, article: Article, *, is_whole: bool) -> EntityCorrection:
    """Nobody is named there; where `is_whole`, nor at any other mention of the entity."""
    place = _sure(mention, entity) if is_whole else mention
    return EntityCorrection(CorrectionAction.NOT_AN_ENTITY, _at(place, article), kind=None, is_whole=is_whole)


def resized(
    mention: Mention, entity: Entity, span: Span, article: Article, annotations: Annotations
) -> EntityCorrection:
    """The mention goes from here to there; an entity called by its words is called by the new ones."""
    words = " ".join(span.of(article.text).split())
    is_called_so = entity.canonical_name == mention.text
    is_longer = len(span) > len(mention.span)
    is_renamed = is_called_so and (is_longer or len(entity.mentions) == 1)
    swallowed = [
        other
        for other in annotations.entities
        if other.id != entity.id and any(found.span.overlaps(span) for found in other.mentions)
    ]
    is_alone = all(span.covers(found.span) for other in swallowed for found in other.mentions)
    return EntityCorrection(
        CorrectionAction.RESIZE,
        (Anchor.of(span, article.text),),
        entity.kind,
        name=words if is_renamed and is_alone else entity.canonical_name,
        is_generic=entity.is_generic,
        dropped=_at(mention, article),
        is_whole=is_renamed and is_alone,
    )


def merged(mention: Mention, entity: Entity, other: Entity, article: Article) -> EntityCorrection:
    """Both are one, which is called and of the kind as `other` is."""
    return EntityCorrection(
        CorrectionAction.MERGE,
        (*_at(_sure(mention, entity), article), *_at(name_mention(other), article)),
        other.kind,
        name=other.canonical_name,
        is_generic=other.is_generic,
        is_whole=True,
    )


def split_off(mention: Mention, entity: Entity, article: Article) -> EntityCorrection:
    """This mention is one of somebody else, who is called as it says."""
    name = " ".join(mention.text.split())
    is_namesake = name.casefold() == entity.canonical_name.casefold()
    return EntityCorrection(
        CorrectionAction.SPLIT,
        _at(mention, article),
        entity.kind,
        name=name,
        is_generic=entity.is_generic,
        namesake=_fingerprint(*_at(mention, article)) if is_namesake else "",
    )


def told_apart(entity: Entity, name: str, article: Article) -> EntityCorrection:
    """The whole entity is somebody else than those who are called so elsewhere, and goes by this name."""
    return EntityCorrection(
        CorrectionAction.SPLIT,
        _at(name_mention(entity), article),
        entity.kind,
        name=" ".join(name.split()),
        is_generic=entity.is_generic,
        is_whole=True,
    )


def renamed(mention: Mention, entity: Entity, name: str, article: Article) -> EntityCorrection:
    return EntityCorrection(
        CorrectionAction.RENAME,
        _at(_sure(mention, entity), article),
        entity.kind,
        name=" ".join(name.split()),
        is_generic=entity.is_generic,
        is_whole=True,
    )


# Quotations.


def quoted(
    span: Span, kind: QuotationKind, speaker: Entity | str | None, article: Article
) -> QuotationCorrection:
    """These words are a quotation by this speaker, whom an entity or mere words name."""
    span = _with_marks(span, article.text) if kind is QuotationKind.DIRECT else span
    anchors = (Anchor.of(span, article.text),)
    return _by(CorrectionAction.QUOTATION, anchors, kind, speaker, span.start, article)


def not_quoted(quotation: Quotation, article: Article) -> QuotationCorrection:
    return QuotationCorrection(
        CorrectionAction.NOT_A_QUOTATION, _anchors(quotation.content, article), kind=None
    )


def spoken(quotation: Quotation, speaker: Entity | str | None, article: Article) -> QuotationCorrection:
    """It is this speaker's; None: it is not known whose."""
    return _by(
        CorrectionAction.SPEAKER,
        _anchors(quotation.content, article),
        quotation.kind,
        speaker,
        quotation.content[0].start,
        article,
    )


def reaching(quotation: Quotation, span: Span, article: Article) -> QuotationCorrection:
    """The quotation goes from here to there."""
    if quotation.kind is QuotationKind.DIRECT:
        span = _with_marks(span, article.text)
    return QuotationCorrection(
        CorrectionAction.EXTENT,
        (Anchor.of(span, article.text),),
        quotation.kind,
        replaced=_anchors(quotation.content, article),
    )


def of_kind(quotation: Quotation, kind: QuotationKind, article: Article) -> QuotationCorrection:
    anchors = _anchors(quotation.content, article)
    return QuotationCorrection(CorrectionAction.EXTENT, anchors, kind, replaced=anchors)


def is_direct_speech(span: Span, text: str) -> bool:
    """Whether the words stand in quotation marks, as far as one can see."""
    return _with_marks(span, text) != span or span.of(text)[:1] in QUOTATION_MARKS


# Places.


def name_mention(entity: Entity) -> Mention:
    """The first mention that is a name, so that a correction hangs on no pronoun."""
    ordered = sorted(entity.mentions, key=lambda mention: mention.span)
    return next((mention for mention in ordered if mention.form not in NOT_NAMES), ordered[0])


def dictionary_words(mention: Mention, entity: Entity) -> str:
    """What an entry for all articles is about: no pronoun, no compound, no genitive."""
    names = (entity.canonical_name, *entity.aliases)
    if mention.form is not MentionForm.NAME:
        return entity.canonical_name
    words = " ".join(mention.text.split())
    return words if words in names else next((name for name in names if is_form_of(words, name)), words)


def moved(span: Span, edge: Edge, step: int, article: Article) -> Span | None:
    """The span with one word more (`step` 1) or fewer (-1) at an edge; None if that cannot be."""
    block = next((block.span for block in article.blocks if block.span.covers(span)), None)
    if block is None:
        return None
    words = [Span(*found.span()) for found in WORD.finditer(article.text, block.start, block.end)]
    inside = [word for word in words if word.overlaps(span)]
    if edge is Edge.END:
        after = [word for word in words if word.start >= span.end]
        if step > 0:
            return Span(span.start, after[0].end) if after else None
        return Span(span.start, inside[-2].end) if len(inside) > 1 else None
    before = [word for word in words if word.end <= span.start]
    if step > 0:
        return Span(before[-1].start, span.end) if before else None
    return Span(inside[1].start, span.end) if len(inside) > 1 else None


def _sure(mention: Mention, entity: Entity) -> Mention:
    """The mention, but no pronoun: whose that is may change with the next analysis."""
    return mention if mention.form not in NOT_NAMES else name_mention(entity)


def _at(mention: Mention, article: Article) -> tuple[Anchor]:
    return (Anchor.of(mention.span, article.text),)


def _fingerprint(anchor: Anchor) -> str:
    """The same for the same words among the same words, wherever they stand."""
    words = NOT_IN_TEXT.join((anchor.prefix, anchor.exact, anchor.suffix))
    return sha256(words.encode()).hexdigest()[:FINGERPRINT_LENGTH]


def _anchors(spans: Iterable[Span], article: Article) -> tuple[Anchor, ...]:
    return tuple(Anchor.of(span, article.text) for span in spans)


def _by(
    action: CorrectionAction,
    anchors: tuple[Anchor, ...],
    kind: QuotationKind,
    speaker: Entity | str | None,
    position: int,
    article: Article,
) -> QuotationCorrection:
    if not isinstance(speaker, Entity):
        return QuotationCorrection(action, anchors, kind, speaker_name=(speaker or "").strip())
    named = [mention for mention in speaker.mentions if mention.form not in NOT_NAMES] or speaker.mentions
    nearest = min(named, key=lambda mention: abs(mention.span.start - position))
    return QuotationCorrection(
        action,
        anchors,
        kind,
        speaker_kind=speaker.kind,
        speaker_name=speaker.canonical_name,
        speaker_at=(Anchor.of(nearest.span, article.text),),
    )


def _with_marks(span: Span, text: str) -> Span:
    """With the quotation marks that stand directly around it."""
    has_marks = (
        span.start > 0
        and text[span.start - 1] in QUOTATION_MARKS
        and text[span.end : span.end + 1] in set(QUOTATION_MARKS)
    )
    return Span(span.start - 1, span.end + 1) if has_marks else span
