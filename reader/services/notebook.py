"""The notebook: what the reader wrote on people, organisations, weapon systems and places."""

from collections.abc import Callable
from datetime import datetime

from reader.domain.entities import Entity
from reader.domain.notes import Note
from reader.services.library import utc_now
from reader.storage.note_store import NoteStore


class Notebook:
    """One note an entity, the same in every article.

    Every verb raises `StorageFailed` if the disk says no.
    """

    def __init__(self, notes: NoteStore, now: Callable[[], datetime] = utc_now) -> None:
        self._notes = notes
        self._now = now

    def note_on(self, entity: Entity) -> Note | None:
        return self._notes.of(entity.key)

    def write(self, entity: Entity, text: str) -> None:
        """Save the note; when this returns it is on disk. An empty text takes the note away."""
        if not text.strip():
            self._notes.erase(entity.key)
            return
        self._notes.put(Note(entity.key, entity.canonical_name, text, self._now()))

    def notes(self) -> tuple[Note, ...]:
        """All notes, the last changed first."""
        return tuple(self._notes.all())
