"""Finds where roles and pronouns mean a person of the article, but only where that is sure.

„Die Ministerin“ is whoever alone has this function in the article; „er“ is whoever acted in the sentence
before, if nobody else there can be meant. What it finds are mentions; the speakers of quotations agree.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from reader.domain.entities import Entity, EntityId, EntityKind
from reader.domain.mentions import Mention
from reader.domain.quotations import Quotation
from reader.domain.spans import Span
from reader.nlp.english_cast import EnglishCast
from reader.nlp.english_references import EnglishReferences
from reader.nlp.german_references import GermanReferences, ReferenceWords, mention_at
from reader.nlp.held_offices import HeldOffices
from reader.nlp.narration import mark_direct_speech, narrated
from reader.nlp.tokens import Tokens


def with_references(
    doc: Doc,
    entities: Sequence[Entity],
    quotations: Sequence[Quotation],
    words: ReferenceWords,
    language: str = "de",
) -> tuple[tuple[Entity, ...], tuple[Quotation, ...]]:
    """The entities with the roles and pronouns that mean them; the quotations with speakers that agree.

    `doc` has sentences and names. Takes time linear in the length of the text.
    """
    people = [entity for entity in entities if entity.kind is EntityKind.PERSON]
    if not people:
        return tuple(entities), tuple(quotations)
    if language == "en":
        found = _english(doc, entities, quotations, words)
    else:
        references = GermanReferences(doc, entities, quotations, words)
        found = references.find()
        entities = [references.with_office(entity) for entity in entities]
    mentions: dict[EntityId, list[Mention]] = defaultdict(list)
    for mention, entity in found:
        mentions[entity.id].append(mention)
    owners = {mention.span: entity.id for mention, entity in found}
    return (
        tuple(entity.with_mentions(mentions.get(entity.id, ())) for entity in entities),
        tuple(_with_speaker(quotation, owners) for quotation in quotations),
    )


def _english(
    doc: Doc, entities: Sequence[Entity], quotations: Sequence[Quotation], words: ReferenceWords
) -> list[tuple[Mention, Entity]]:
    tokens = Tokens.of(doc, words.verbs)
    mark_direct_speech(tokens, quotations)
    cast = EnglishCast(entities, doc.text, words.forenames)
    holders = HeldOffices(cast, entities, words.roles, words.knowledge)
    references = EnglishReferences(tokens, cast, words.roles, words.verbs.english, holders)
    found = references.find(narrated(doc, tokens))
    return [(mention_at(tokens, one.place, one.form, doc.text), one.entity) for one in found]


def _with_speaker(quotation: Quotation, owners: Mapping[Span, EntityId]) -> Quotation:
    speaker = quotation.attribution.speaker
    owner = owners.get(speaker.spans[0]) if speaker is not None and len(speaker.spans) == 1 else None
    if owner is None:
        return quotation
    return replace(quotation, attribution=replace(quotation.attribution, entity=owner))
