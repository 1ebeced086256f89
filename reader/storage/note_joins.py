"""On disk: which notes became one, and why."""

from dataclasses import dataclass
from datetime import datetime

from reader.domain.entities import EntityKey, EntityKind
from reader.domain.notes import Note
from reader.storage.database import Database


@dataclass(frozen=True, slots=True)
class NoteJoin:
    """`note` went into the note on `into`, which said `text_before` (None: nothing) and then `text_after`."""

    note: Note
    into: EntityKey
    text_before: str | None
    text_after: str


class NoteJoins:
    """Remembers for each cause which notes it joined."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, cause: str, join: NoteJoin) -> None:
        note = join.note
        with self._database.transaction() as connection:
            connection.execute(
                """INSERT INTO note_join (cause, kind, name, entity_name, text, updated,
                    into_kind, into_name, text_before, text_after)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                (
                    cause,
                    note.entity.kind.value,
                    note.entity.name,
                    note.entity_name,
                    note.text,
                    note.updated.isoformat(),
                    join.into.kind.value,
                    join.into.name,
                    join.text_before,
                    join.text_after,
                ),
            )

    def moved(self, causes: str) -> dict[EntityKey, EntityKey]:
        """Whence and where notes went for causes that begin so, the last move counts.

        Whoever has a note again is left out.
        """
        rows = self._database.rows(
            """SELECT kind, name, into_kind, into_name FROM note_join AS gone
            WHERE substr(cause, 1, ?) = ? AND NOT EXISTS (
                SELECT 1 FROM note WHERE note.kind = gone.kind AND note.name = gone.name
            )
            ORDER BY id""",
            (len(causes), causes),
        )
        return {
            EntityKey(EntityKind(row["kind"]), row["name"]): EntityKey(
                EntityKind(row["into_kind"]), row["into_name"]
            )
            for row in rows
        }

    def causes(self, beginning: str) -> set[str]:
        """All that begin so and joined notes."""
        rows = self._database.rows(
            "SELECT DISTINCT cause FROM note_join WHERE substr(cause, 1, ?) = ?", (len(beginning), beginning)
        )
        return {row["cause"] for row in rows}

    def take(self, cause: str) -> list[NoteJoin]:
        """The joins of this cause, the last first; they are forgotten with that."""
        with self._database.transaction() as connection:
            rows = connection.execute(
                "SELECT * FROM note_join WHERE cause = ? ORDER BY id DESC", (cause,)
            ).fetchall()
            connection.execute("DELETE FROM note_join WHERE cause = ?", (cause,))
        return [
            NoteJoin(
                note=Note(
                    entity=EntityKey(EntityKind(row["kind"]), row["name"]),
                    entity_name=row["entity_name"],
                    text=row["text"],
                    updated=datetime.fromisoformat(row["updated"]),
                ),
                into=EntityKey(EntityKind(row["into_kind"]), row["into_name"]),
                text_before=row["text_before"],
                text_after=row["text_after"],
            )
            for row in rows
        ]
