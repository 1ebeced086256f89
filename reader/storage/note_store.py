"""The reader's notes on disk."""

import sqlite3
from datetime import datetime, timedelta

from reader.domain.entities import EntityKey, EntityKind
from reader.domain.notes import Note
from reader.storage.database import Database

# Within this time a note is still being written: its states in between are not kept, unless more than
# some words of them are gone.
WRITING = timedelta(minutes=10)
SOME_WORDS = 20  # characters


class NoteStore:
    """Keeps one note an entity, and what it said before."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, note: Note) -> None:
        """Keep the note; when this returns it is on disk. Raises `StorageFailed`."""
        with self._database.transaction() as connection:
            self._remember(connection, note.entity, before=note)
            connection.execute(
                "INSERT OR REPLACE INTO note VALUES (?, ?, ?, ?, ?)",
                (
                    note.entity.kind.value,
                    note.entity.name,
                    note.entity_name,
                    note.text,
                    note.updated.isoformat(),
                ),
            )

    def erase(self, entity: EntityKey) -> None:
        """Take the note away; its text goes to the history. Raises `StorageFailed`."""
        with self._database.transaction() as connection:
            self._remember(connection, entity, before=None)
            connection.execute(
                "DELETE FROM note WHERE kind = ? AND name = ?", (entity.kind.value, entity.name)
            )

    def of(self, entity: EntityKey) -> Note | None:
        rows = self._database.rows(
            "SELECT * FROM note WHERE kind = ? AND name = ?", (entity.kind.value, entity.name)
        )
        return _note(rows[0]) if rows else None

    def all(self) -> list[Note]:
        """Every note, the last changed first."""
        return [_note(row) for row in self._database.rows("SELECT * FROM note ORDER BY updated DESC")]

    def history(self, entity: EntityKey) -> list[Note]:
        """What the note said before, the oldest first."""
        rows = self._database.rows(
            "SELECT * FROM note_history WHERE kind = ? AND name = ? ORDER BY id",
            (entity.kind.value, entity.name),
        )
        return [_note(row) for row in rows]

    def _remember(self, connection: sqlite3.Connection, entity: EntityKey, *, before: Note | None) -> None:
        row = connection.execute(
            "SELECT * FROM note WHERE kind = ? AND name = ?", (entity.kind.value, entity.name)
        ).fetchone()
        if row is None or not row["text"]:
            return
        old = _note(row)
        if before is not None and _holds(before, old):
            return
        connection.execute(
            "INSERT INTO note_history (kind, name, entity_name, text, updated) VALUES (?, ?, ?, ?, ?)",
            tuple(row),
        )


def _holds(note: Note, old: Note) -> bool:
    """Whether the note as it is now need not remember what it was."""
    start = _common_length(note.text, old.text)
    end = _common_length(note.text[start:][::-1], old.text[start:][::-1])
    lost = len(old.text) - start - end
    if not lost:  # it only grew
        return True
    return lost <= SOME_WORDS and abs(note.updated - old.updated) < WRITING


def _common_length(one: str, other: str) -> int:
    """How many characters at their beginnings are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (a, b) in pairs if a != b), min(len(one), len(other)))


def _note(row: sqlite3.Row) -> Note:
    return Note(
        entity=EntityKey(EntityKind(row["kind"]), row["name"]),
        entity_name=row["entity_name"],
        text=row["text"],
        updated=datetime.fromisoformat(row["updated"]),
    )
