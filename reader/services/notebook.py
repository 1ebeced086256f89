"""The notebook: what the reader wrote on people, organisations, weapon systems and places."""

from collections.abc import Callable
from datetime import datetime

from reader.domain.entities import Entity, EntityKey
from reader.domain.notes import Note
from reader.services.library import utc_now
from reader.storage.note_store import NoteStore


class Notebook:
    """One note an entity, the same in every article.

    `key_of` tells under which entity the note lies on one that goes by several names. Every verb raises
    `StorageFailed` if the disk says no.
    """

    def __init__(
        self,
        notes: NoteStore,
        now: Callable[[], datetime] = utc_now,
        key_of: Callable[[Entity], EntityKey] = lambda entity: entity.key,
    ) -> None:
        self._notes = notes
        self._now = now
        self._key_of = key_of

    def note_on(self, entity: Entity) -> Note | None:
        return self._notes.of(self._key_of(entity))

    def write(self, entity: Entity, text: str) -> None:
        """Save the note; when this returns it is on disk. An empty text takes the note away."""
        key = self._key_of(entity)
        if not text.strip():
            self._notes.erase(key)
            return
        there = self._notes.of(key) if key != entity.key else None
        name = there.entity_name if there else entity.canonical_name
        self._notes.put(Note(key, name, text, self._now()))

    def notes(self) -> tuple[Note, ...]:
        """All notes, the last changed first."""
        return tuple(self._notes.all())
