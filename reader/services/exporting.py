"""Writes an annotated article in the format that other programs read: the annotation JSON.

The names, their order and the nulls are a contract; see the README. Positions are code points into
`text`, half-open.
"""

from typing import Any

from reader.domain.annotations import Annotations
from reader.domain.articles import Article
from reader.domain.entities import Entity
from reader.domain.mentions import Mention
from reader.domain.quotations import Phrase, Quotation
from reader.domain.spans import Span

Document = dict[str, Any]


def article_document(article: Article, annotations: Annotations) -> Document:
    return {
        "source": article.source.name,
        "title": article.title,
        "byline": article.byline,
        "outlet": article.outlet,
        "published": article.published,
        "language": article.language,
        "text": article.text,
        "blocks": [{**_span(block.span), "kind": block.kind.value} for block in article.blocks],
        "entities": [_entity(entity) for entity in annotations.entities],
        "quotations": [_quotation(quotation) for quotation in annotations.quotations],
        "pipeline": {"name": annotations.pipeline.name, "version": annotations.pipeline.version},
    }


def failure_document(source: str, *, kind: str, message: str) -> Document:
    """What stands in the place of an article that could not be annotated."""
    return {"source": source, "error": {"kind": kind, "message": message}}


def _entity(entity: Entity) -> Document:
    return {
        "id": entity.id,
        "kind": entity.kind.value,
        "name": entity.canonical_name,
        "aliases": list(entity.aliases),
        "roles": list(entity.roles),
        "generic": entity.is_generic,
        "knowledge_id": entity.knowledge_id,
        "mentions": [
            {
                **_span(mention.span),
                "text": mention.text,
                "form": mention.form.value,
                "confidence": mention.confidence,
                **_corrected(mention),
            }
            for mention in entity.mentions
        ],
        **_corrected(entity),
    }


def _quotation(quotation: Quotation) -> Document:
    attribution = quotation.attribution
    return {
        "id": quotation.id,
        "type": quotation.kind.value,
        "medium": quotation.medium.value if quotation.medium else None,
        "spans": [_span(span) for span in quotation.content],
        "text": quotation.text,
        "nested_in": quotation.nested_in,
        "speaker": _speaker(quotation),
        "cue": _phrase(attribution.cue),
        "frame": _phrase(attribution.frame),
        "addressee": _phrase(attribution.addressee),
        "confidence": quotation.confidence,
        **_corrected(quotation),
    }


def _corrected(found: Mention | Entity | Quotation) -> Document:
    """Only what the reader corrected says so."""
    return {"corrected": True} if found.is_corrected else {}


def _speaker(quotation: Quotation) -> Document | None:
    """Null where nobody is known to speak; without text where only the entity is known."""
    attribution = quotation.attribution
    if attribution.speaker is None and attribution.entity is None:
        return None
    return {**(_phrase(attribution.speaker) or {"text": None, "spans": []}), "entity": attribution.entity}


def _phrase(phrase: Phrase | None) -> Document | None:
    if phrase is None:
        return None
    return {"text": phrase.text, "spans": [_span(span) for span in phrase.spans]}


def _span(span: Span) -> Document:
    return {"start": span.start, "end": span.end}
