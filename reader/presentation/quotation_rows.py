"""The rows of the side panel's list of quotations, grouped by speaker."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reader.domain.annotations import Annotations
from reader.domain.entities import Entity, EntityId
from reader.domain.quotations import Quotation, QuotationId, QuotationKind
from reader.presentation.highlights import is_direct


@dataclass(frozen=True, slots=True)
class QuotationRow:
    """One quotation; `position` is where a click jumps to."""

    quotation: QuotationId
    kind: QuotationKind
    text: str
    position: int
    is_direct: bool


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the canonical name, else the words that are printed, and none where nobody is named."""

    name: str
    entity: EntityId | None


@dataclass(frozen=True, slots=True)
class SpeakerGroup:
    """The quotations of one speaker in reading order; `speaker` is empty where none is named."""

    speaker: str
    entity: EntityId | None
    rows: tuple[QuotationRow, ...]


@dataclass(frozen=True, slots=True)
class QuotationFilter:
    """What a quotation must be to be listed.

    Each of `words` must occur in its text or in a name of its speaker. Without kinds any kind will do,
    without a speaker any speaker.
    """

    words: str = ""
    kinds: frozenset[QuotationKind] = frozenset()
    speaker: Speaker | None = None

    @property
    def is_on(self) -> bool:
        return bool(self.words.strip() or self.kinds or self.speaker)


EVERYTHING = QuotationFilter()


def speaker_groups(
    annotations: Annotations, wanted: QuotationFilter = EVERYTHING
) -> tuple[SpeakerGroup, ...]:
    """Quotations by speaker, speakers in order of their first word, the unnamed last."""
    groups: dict[Speaker, list[QuotationRow]] = {}
    entities = _entities(annotations)
    for quotation in _in_reading_order(annotations):
        if _is_wanted(quotation, entities, wanted):
            groups.setdefault(_speaker(quotation, entities), []).append(quotation_row(quotation))
    return tuple(
        SpeakerGroup(speaker.name, speaker.entity, tuple(groups[speaker]))
        for speaker in _unnamed_last(groups)
    )


def speakers(annotations: Annotations) -> tuple[Speaker, ...]:
    """Everybody who speaks, in order of their first word; nobody in particular comes last."""
    entities = _entities(annotations)
    return _unnamed_last(dict.fromkeys(_speaker(one, entities) for one in _in_reading_order(annotations)))


def quotation_kinds(annotations: Annotations) -> tuple[QuotationKind, ...]:
    """The kinds of speech that occur, in the order of the contract."""
    there = {quotation.kind for quotation in annotations.quotations}
    return tuple(kind for kind in QuotationKind if kind in there)


def quotation_row(quotation: Quotation) -> QuotationRow:
    return QuotationRow(
        quotation.id,
        quotation.kind,
        one_line(quotation),
        quotation.content[0].start,
        is_direct(quotation),
    )


def one_line(quotation: Quotation) -> str:
    """The text with an ellipsis where a frame interrupts it; where only its line ends, with a space."""
    pieces = quotation.text.split("\n") if len(quotation.content) > 1 else [quotation.text]
    return " … ".join(" ".join(piece.split()) for piece in pieces)


def speaker_of(quotation: Quotation, annotations: Annotations) -> Speaker:
    return _speaker(quotation, _entities(annotations))


def speaker_name(quotation: Quotation, annotations: Annotations) -> str:
    """The canonical name of the speaker, else the speaker as printed, else nothing."""
    return speaker_of(quotation, annotations).name


def _entities(annotations: Annotations) -> Mapping[EntityId, Entity]:
    return {entity.id: entity for entity in annotations.entities}


def _speaker(quotation: Quotation, entities: Mapping[EntityId, Entity]) -> Speaker:
    entity = _entity(quotation, entities)
    return (
        Speaker(entity.canonical_name, entity.id)
        if entity is not None
        else Speaker(_printed(quotation), None)
    )


def _entity(quotation: Quotation, entities: Mapping[EntityId, Entity]) -> Entity | None:
    entity_id = quotation.attribution.entity
    return entities.get(entity_id) if entity_id is not None else None


def _printed(quotation: Quotation) -> str:
    phrase = quotation.attribution.speaker
    return " ".join(phrase.text.split()) if phrase is not None else ""


def _in_reading_order(annotations: Annotations) -> list[Quotation]:
    return sorted(annotations.quotations, key=lambda quotation: quotation.content[0])


def _unnamed_last(found: Iterable[Speaker]) -> tuple[Speaker, ...]:
    return tuple(sorted(found, key=lambda speaker: not speaker.name))


def _is_wanted(quotation: Quotation, entities: Mapping[EntityId, Entity], wanted: QuotationFilter) -> bool:
    if wanted.kinds and quotation.kind not in wanted.kinds:
        return False
    if wanted.speaker is not None and _speaker(quotation, entities) != wanted.speaker:
        return False
    entity = _entity(quotation, entities)
    names = (entity.canonical_name, *entity.aliases, *entity.roles) if entity is not None else ()
    searched = " ".join((*names, _printed(quotation), quotation.text)).casefold()
    return all(word in searched for word in wanted.words.casefold().split())
