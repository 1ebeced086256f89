"""Finds the places where an article means a body by its noun alone: das Landgericht, die Stadtwerke.

Only behind its name, and where no other body with that noun is named.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from reader.domain.entities import Entity, EntityKind
from reader.domain.mentions import Mention, MentionForm
from reader.domain.spans import Span
from reader.nlp.body_names import OF_PLACE

MINISTRY = "ministerium"
DEFINITE = frozenset(
    {"das", "dem", "des", "der", "die", "den", "im", "vom", "beim", "zum", "am", "ans", "ins", "zur"}
)
# Behind the noun these tell which, or that it is another one.
OF_ANOTHER = frozenset({"des", "der", "von", "vom", "für", "in", "im", "an", "am", "und", "oder", "sowie"})
CONFIDENCE = 0.8


def with_nouns_for_bodies(doc: Doc, entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """The entities; bodies with the places where their noun alone means them."""
    bodies = _bodies(entities)
    if not bodies:
        return tuple(entities)
    found: dict[str, list[Mention]] = {}
    taken = {mention.span.start for entity in entities for mention in entity.mentions}
    for token in doc:
        body = bodies.get(_noun(token.text))
        if body is not None and token.idx not in taken and _stands_alone(doc, token.i):
            span = Span(token.idx, token.idx + len(token))
            if span.start > body.mentions[0].span.start:
                found.setdefault(body.id, []).append(
                    Mention(span, token.text, MentionForm.NOMINAL, CONFIDENCE)
                )
    return tuple(_with(entity, found.get(entity.id, [])) for entity in entities)


def _bodies(entities: Sequence[Entity]) -> Mapping[str, Entity]:
    """The bodies by the noun that only one of them is."""
    by_noun: dict[str, dict[str, Entity]] = {}
    for entity in entities:
        if entity.kind is EntityKind.ORGANIZATION:
            for noun in _nouns_of(entity):
                by_noun.setdefault(noun, {})[entity.id] = entity
    return {noun: next(iter(bodies.values())) for noun, bodies in by_noun.items() if len(bodies) == 1}


def _nouns_of(entity: Entity) -> Iterator[str]:
    names = {mention.text for mention in entity.mentions if mention.form is MentionForm.NAME}
    for words in (name.split() for name in (entity.canonical_name, *names)):
        if len(words) > 1 and OF_PLACE.fullmatch(words[0]):
            yield _noun(words[0])
        if any(word.casefold().rstrip("s").endswith(MINISTRY) for word in words):
            yield MINISTRY


def _noun(word: str) -> str:
    """The noun in all cases alike: Landgerichts, Stadtwerken."""
    folded = word.casefold()
    return folded.removesuffix("s") if folded.endswith(("ts", "ms")) else folded.removesuffix("n")


def _stands_alone(doc: Doc, place: int) -> bool:
    """Whether an article is right before the noun, and behind it nothing that tells which one it is."""
    if not place or not doc[place].text[:1].isupper() or doc[place - 1].text.casefold() not in DEFINITE:
        return False
    following = doc[place + 1].text if place + 1 < len(doc) else "."
    return following not in OF_ANOTHER and not following[:1].isupper() and not following[:1].isdigit()


def _with(entity: Entity, mentions: Sequence[Mention]) -> Entity:
    if not mentions:
        return entity
    together = sorted((*entity.mentions, *mentions), key=lambda mention: mention.span)
    return replace(entity, mentions=tuple(together))
