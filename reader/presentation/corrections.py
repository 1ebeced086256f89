"""Which corrections speak of what is shown."""

from collections.abc import Iterable

from reader.domain.corrections import EntityCorrection, QuotationCorrection, StoredCorrection
from reader.domain.entities import Entity
from reader.domain.quotations import Quotation


def corrections_on(
    shown: Entity | Quotation, stored: Iterable[StoredCorrection], text: str
) -> tuple[StoredCorrection, ...]:
    """Those on the mentions of an entity or on a quotation that hold, in the order they were made."""
    wanted = EntityCorrection if isinstance(shown, Entity) else QuotationCorrection
    spans = [one.span for one in shown.mentions] if isinstance(shown, Entity) else list(shown.content)
    found = []
    for one in stored:
        if one.is_withdrawn or not isinstance(one.correction, wanted):
            continue
        places = [anchor.find_in(text) for anchor in one.correction.anchors]
        if any(place is not None and place.overlaps(span) for place in places for span in spans):
            found.append(one)
    return tuple(found)
