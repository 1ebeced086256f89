"""The rows of the side panel's list of quotations, grouped by speaker."""

from dataclasses import dataclass

from reader.domain.annotations import Annotations
from reader.domain.entities import EntityId
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
class SpeakerGroup:
    """The quotations of one speaker in reading order; `speaker` is empty where none is named."""

    speaker: str
    entity: EntityId | None
    rows: tuple[QuotationRow, ...]


def speaker_groups(annotations: Annotations, *, filter_words: str = "") -> tuple[SpeakerGroup, ...]:
    """Quotations by speaker, speakers in order of their first word, the unnamed last."""
    groups: dict[tuple[str, EntityId | None], list[QuotationRow]] = {}
    wanted = filter_words.casefold().split()
    for quotation in annotations.quotations:
        speaker = speaker_name(quotation, annotations)
        if all(word in f"{speaker} {quotation.text}".casefold() for word in wanted):
            groups.setdefault((speaker, quotation.attribution.entity), []).append(quotation_row(quotation))
    found = [SpeakerGroup(speaker, entity, tuple(rows)) for (speaker, entity), rows in groups.items()]
    return tuple(sorted(found, key=lambda group: not group.speaker))


def quotation_row(quotation: Quotation) -> QuotationRow:
    return QuotationRow(
        quotation.id,
        quotation.kind,
        _one_line(quotation),
        quotation.content[0].start,
        is_direct(quotation),
    )


def _one_line(quotation: Quotation) -> str:
    """The text with an ellipsis where a frame interrupts it; where only its line ends, with a space."""
    pieces = quotation.text.split("\n") if len(quotation.content) > 1 else [quotation.text]
    return " … ".join(" ".join(piece.split()) for piece in pieces)


def speaker_name(quotation: Quotation, annotations: Annotations) -> str:
    """The canonical name of the speaker, else the speaker as printed, else nothing."""
    attribution = quotation.attribution
    if attribution.entity is not None:
        entity = annotations.entity(attribution.entity)
        if entity is not None:
            return entity.canonical_name
    return attribution.speaker.text if attribution.speaker is not None else ""
