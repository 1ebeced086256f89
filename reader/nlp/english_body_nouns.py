"""Finds where an English article means a body by its noun alone: European Commission, then the Commission.

Only in capitals, behind its name, and where no other body with that noun is named.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from reader.domain.entities import Entity
from reader.domain.mentions import Mention, MentionForm
from reader.domain.spans import Span
from reader.nlp.body_references import bodies_by_noun, names_in_text
from reader.nlp.name_forms import POSSESSIVES

NOUNS = frozenset({
    "Agency", "Army", "Assembly", "Authority", "Bank", "Board", "Chamber", "Commission", "Committee",
    "Congress", "Council", "Court", "Department", "Federation", "Foundation", "Fund", "Institute", "League",
    "Ministry", "Navy", "Office", "Organisation", "Organization", "Parliament", "Party", "Senate", "Society",
    "Tribunal", "Union", "University",
})  # fmt: skip
BEFORE_ATTRIBUTE = frozenset({"of", "for", "on", "to"})
OF_ANOTHER = BEFORE_ATTRIBUTE | {"and", "or"}
CONFIDENCE = 0.8


def with_english_nouns_for_bodies(doc: Doc, entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """The entities; bodies with the places where their noun alone means them."""
    bodies = bodies_by_noun(entities, _nouns_of)
    taken = {mention.span.start for entity in entities for mention in entity.mentions} if bodies else set()
    found: dict[str, list[Mention]] = {}
    for token in doc if bodies else ():
        body = bodies.get(_without_possessive(token.text))
        is_behind = body is not None and token.idx > body.mentions[0].span.end
        if body is not None and is_behind and token.idx not in taken and _stands_alone(doc, token.i):
            span = Span(token.idx, token.idx + len(token))
            found.setdefault(body.id, []).append(Mention(span, token.text, MentionForm.NOMINAL, CONFIDENCE))
    return tuple(entity.with_mentions(found.get(entity.id, ())) for entity in entities)


def _nouns_of(entity: Entity) -> Iterator[str]:
    yield from filter(None, (_noun_of(name.split()) for name in names_in_text(entity)))


def _noun_of(words: Sequence[str]) -> str | None:
    """What a body of several words is: Commission, the Court of the Court of Justice."""
    place = next((at for at, word in enumerate(words) if word in BEFORE_ATTRIBUTE), len(words))
    noun = _without_possessive(words[place - 1]) if place and len(words) > 1 else ""
    return noun if noun in NOUNS else None


def _without_possessive(word: str) -> str:
    return word[:-2] if word.endswith(POSSESSIVES) else word


def _stands_alone(doc: Doc, place: int) -> bool:
    """Whether the article is right before the noun, and behind it nothing that tells which one it is."""
    following = doc[place + 1].text if place + 1 < len(doc) else "."
    is_alone = following not in OF_ANOTHER and not following[:1].isupper() and not following[:1].isdigit()
    return place > 0 and doc[place - 1].text.casefold() == "the" and is_alone
