"""Which corrections speak of what is shown."""

from collections.abc import Iterable

from reader.domain.corrections import EntityCorrection, StoredCorrection
from reader.domain.entities import Entity


def corrections_on(
    entity: Entity, stored: Iterable[StoredCorrection], text: str
) -> tuple[StoredCorrection, ...]:
    """Those on mentions of the entity that hold, in the order they were made."""
    spans = [mention.span for mention in entity.mentions]
    found = []
    for one in stored:
        if one.is_withdrawn or not isinstance(one.correction, EntityCorrection):
            continue
        places = [anchor.find_in(text) for anchor in one.correction.anchors]
        if any(place is not None and place.overlaps(span) for place in places for span in spans):
            found.append(one)
    return tuple(found)
