"""What the details card says about one entity."""

import re
from dataclasses import dataclass

from reader.domain.annotations import Annotations
from reader.domain.articles import Article
from reader.domain.entities import Entity, EntityId, EntityKind
from reader.domain.mentions import Mention
from reader.domain.spans import Span
from reader.presentation.doubts import is_name
from reader.presentation.quotation_rows import QuotationRow, quotation_row

WHITE_SPACE = re.compile(r"\s+")
CONTEXT = 42  # characters to either side of a mention: about two lines of the card


@dataclass(frozen=True, slots=True)
class Passage:
    """A mention in its context; `position` is where a click jumps to."""

    before: str
    match: str
    after: str
    position: int
    is_name: bool = True


@dataclass(frozen=True, slots=True)
class Details:
    """The card of one entity."""

    entity: EntityId
    kind: EntityKind
    name: str
    is_generic: bool
    roles: tuple[str, ...]
    aliases: tuple[str, ...]
    passages: tuple[Passage, ...]
    quotations: tuple[QuotationRow, ...]


def details_of(entity: Entity, annotations: Annotations, article: Article) -> Details:
    return Details(
        entity=entity.id,
        kind=entity.kind,
        name=entity.canonical_name,
        is_generic=entity.is_generic,
        roles=entity.roles,
        aliases=tuple(alias for alias in entity.aliases if alias != entity.canonical_name),
        passages=tuple(
            passage_of(mention, article)
            for mention in sorted(entity.mentions, key=lambda mention: mention.span)
        ),
        quotations=tuple(quotation_row(found) for found in annotations.quotations_by(entity.id)),
    )


def passage_of(mention: Mention, article: Article) -> Passage:
    """The mention with words around it, cut at word borders and at the borders of its block."""
    block = next(
        (block.span for block in article.blocks if block.span.covers(mention.span)),
        Span(0, len(article.text)),
    )
    start = max(block.start, mention.span.start - CONTEXT)
    end = min(block.end, mention.span.end + CONTEXT)
    before = article.text[start : mention.span.start]
    after = article.text[mention.span.end : end]
    if start > block.start:
        before = "… " + before.partition(" ")[2]
    if end < block.end:
        after = after.rpartition(" ")[0] + " …"
    return Passage(
        _one_line(before), _one_line(mention.text), _one_line(after), mention.span.start, is_name(mention)
    )


def _one_line(words: str) -> str:
    return WHITE_SPACE.sub(" ", words)
