"""Says who a speaker is: the entity that the printed speaker names. Better nobody than the wrong one."""

from collections.abc import Sequence
from dataclasses import replace

from reader.domain.entities import Entity, EntityId, EntityKind
from reader.domain.mentions import Mention, MentionForm
from reader.domain.quotations import Quotation
from reader.domain.spans import Span

FEMALE, MALE = frozenset({"sie", "she"}), frozenset({"er", "he"})
# „ein Sprecher des Ministeriums“: somebody who is not named; the ministry is not the speaker.
UNNAMED = ("ein ", "eine ", "mehrere ", "viele ", "einige ", "zwei ", "drei ")
SPOKESPEOPLE = (
    "sprecher",
    "vertreter",
    "mitarbeiter",
    "beamte",
    "kreise",
    "quelle",
    "experte",
    "chef",
    "minister",
)
FEMALE_ROLE, MALE_ROLE = "in", ("er", "or", "ent", "eur", "ist", "präsident", "kanzler", "general")


def attribute(quotations: Sequence[Quotation], entities: Sequence[Entity], text: str) -> list[Quotation]:
    """The quotations with the entity of their speaker, where the printed speaker tells it."""
    mentions = sorted(
        ((mention, entity) for entity in entities for mention in entity.mentions),
        key=lambda pair: pair[0].span,
    )
    found: list[Quotation] = []
    for quotation in quotations:
        speaker = quotation.attribution.speaker
        if speaker is None or not speaker.spans:
            found.append(quotation)
            continue
        entity = _entity_in(speaker.text, speaker.spans[0], mentions, entities)
        if entity is None:
            entity = _entity_of_pronoun(speaker.text, speaker.spans[0], mentions, text)
        found.append(replace(quotation, attribution=replace(quotation.attribution, entity=entity)))
    return found


def _entity_in(
    words: str, span: Span, mentions: Sequence[tuple[Mention, Entity]], entities: Sequence[Entity]
) -> EntityId | None:
    inside = [(mention, entity) for mention, entity in mentions if span.covers(mention.span)]
    people = [entity for mention, entity in inside if entity.kind is EntityKind.PERSON and _is_name(mention)]
    if people:
        return people[0].id
    lower = words.casefold()
    if not lower.startswith(UNNAMED):
        named = [entity for mention, entity in inside if _stands_alone(words, mention, span)]
        speaking = [entity for entity in named if entity.kind in {EntityKind.ORGANIZATION, EntityKind.PLACE}]
        if speaking:
            return speaking[0].id
    return _entity_with_role(lower, span, entities)


def _is_name(mention: Mention) -> bool:
    return mention.form is MentionForm.NAME


def _stands_alone(words: str, mention: Mention, span: Span) -> bool:
    """The name is the phrase, but for an article or a word before it: „das Ministerium“, „Moskau“."""
    if mention.form is not MentionForm.NAME or mention.span.end < span.end - 12:
        return False
    before = words[: mention.span.start - span.start].split()
    if any(word.casefold().startswith(SPOKESPEOPLE) for word in before):
        return False
    is_genitive = len(before) > 1 and before[-1].casefold() in {"des", "der", "von", "vom"}
    return not is_genitive and len(before) <= 2  # noqa: PLR2004  (an article and one more word)


def _entity_with_role(lower: str, span: Span, entities: Sequence[Entity]) -> EntityId | None:
    """„die Ministerin“: the one person named before who has this role, in full or as its last part."""
    role = lower.removeprefix("der ").removeprefix("die ").removeprefix("das ").strip()
    if not role or " " in role:
        return None
    having = {
        entity.id
        for entity in entities
        if entity.kind is EntityKind.PERSON
        and entity.mentions[0].span.start < span.start
        and any(known.casefold() == role or known.casefold().endswith(role) for known in entity.roles)
    }
    return having.pop() if len(having) == 1 else None


def _entity_of_pronoun(
    words: str, span: Span, mentions: Sequence[tuple[Mention, Entity]], text: str
) -> EntityId | None:
    """„sagte sie“: the one person named since the paragraph before whose role fits."""
    pronoun = words.casefold()
    if pronoun not in FEMALE | MALE:
        return None
    paragraph = text.rfind("\n", 0, span.start)
    begin = max(text.rfind("\n", 0, max(paragraph - 2, 0)), 0)
    near: list[Entity] = []
    for mention, entity in mentions:
        is_before = begin <= mention.span.start < span.start
        if is_before and entity.kind is EntityKind.PERSON and entity not in near:
            near.append(entity)
    fitting = [entity for entity in near if _fits(entity, is_female=pronoun in FEMALE)]
    return fitting[0].id if len(fitting) == 1 else None


def _fits(entity: Entity, *, is_female: bool) -> bool:
    roles = [role.casefold() for role in entity.roles]
    if any(role.endswith(FEMALE_ROLE) and len(role) > 5 for role in roles):  # noqa: PLR2004  (not „in“ itself)
        return is_female
    if any(role.endswith(MALE_ROLE) for role in roles):
        return not is_female
    return True
