"""Notes: what the reader wrote."""

from dataclasses import dataclass
from datetime import datetime

from reader.domain.entities import EntityKey


@dataclass(frozen=True, slots=True)
class Note:
    """The reader's words on an entity; one and the same in every article. `updated` is in UTC."""

    entity: EntityKey
    entity_name: str
    text: str
    updated: datetime
