"""What the quotation card says about one quotation."""

from dataclasses import dataclass

from reader.domain.annotations import Annotations
from reader.domain.entities import EntityId, EntityKind
from reader.domain.quotations import Medium, Phrase, Quotation, QuotationId, QuotationKind
from reader.presentation.doubts import is_doubtful
from reader.presentation.quotation_rows import QuotationRow, quotation_row, speaker_name


@dataclass(frozen=True, slots=True)
class QuotationDetails:
    """The card of one quotation; what the text does not tell is empty.

    `speaker_as_printed` is empty where it would only repeat the name of the speaker. `within` is the
    quotation around this one, `holds` are those that it holds, in reading order.
    """

    row: QuotationRow
    kind: QuotationKind
    medium: Medium | None
    speaker: str
    speaker_entity: EntityId | None
    speaker_kind: EntityKind | None
    speaker_as_printed: str
    cue: str
    addressee: str
    is_doubtful: bool
    is_corrected: bool
    within: QuotationRow | None
    holds: tuple[QuotationRow, ...]

    @property
    def quotation(self) -> QuotationId:
        return self.row.quotation


def quotation_details_of(quotation: Quotation, annotations: Annotations) -> QuotationDetails:
    attribution = quotation.attribution
    entity = annotations.entity(attribution.entity) if attribution.entity is not None else None
    speaker, printed = speaker_name(quotation, annotations), words_of(attribution.speaker)
    around = next((found for found in annotations.quotations if found.id == quotation.nested_in), None)
    inner = [found for found in annotations.quotations if found.nested_in == quotation.id]
    return QuotationDetails(
        row=quotation_row(quotation),
        kind=quotation.kind,
        medium=quotation.medium,
        speaker=speaker,
        speaker_entity=entity.id if entity is not None else None,
        speaker_kind=entity.kind if entity is not None else None,
        speaker_as_printed=printed if printed != speaker else "",
        cue=words_of(attribution.cue),
        addressee=words_of(attribution.addressee),
        is_doubtful=is_doubtful(quotation),
        is_corrected=quotation.is_corrected,
        within=quotation_row(around) if around is not None else None,
        holds=tuple(quotation_row(found) for found in inner),
    )


def words_of(phrase: Phrase | None) -> str:
    """A phrase in one line; nothing for none."""
    return " ".join(phrase.text.split()) if phrase is not None else ""
