"""The reader's own dictionary on disk."""

import sqlite3
from collections.abc import Iterable

from reader.domain.corrections import DictionaryEntry, DictionaryEntryId
from reader.domain.entities import EntityKind
from reader.storage.database import Database
from reader.storage.entity_index import forget_all

WEAPON_CLASS = "weapon_class"  # beside the kinds: a program that does not know it leaves the entry alone


class DictionaryStore:
    """Keeps one entry a text; a removed one stays on disk."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, entry: DictionaryEntry) -> DictionaryEntryId:
        """Keep the entry in place of one with the same text; the id it was given does not count."""
        with self._database.transaction() as connection:
            forget_all(connection)
            return self._put(connection, entry)

    def put_all(self, entries: Iterable[DictionaryEntry]) -> None:
        """Keep all of them or none. Raises `StorageFailed`."""
        with self._database.transaction() as connection:
            forget_all(connection)
            for entry in entries:
                self._put(connection, entry)

    def remove(self, entry_id: DictionaryEntryId) -> None:
        with self._database.transaction() as connection:
            forget_all(connection)
            connection.execute("UPDATE dictionary_entry SET is_removed = 1 WHERE id = ?", (entry_id,))

    def remove_all(self) -> None:
        with self._database.transaction() as connection:
            forget_all(connection)
            connection.execute("UPDATE dictionary_entry SET is_removed = 1")

    def all(self) -> list[DictionaryEntry]:
        """Every entry that was not removed, in the order of their texts."""
        rows = self._database.rows("SELECT * FROM dictionary_entry WHERE is_removed = 0")
        entries = [entry for row in rows if (entry := _entry(row)) is not None]
        return sorted(entries, key=lambda entry: (entry.text.casefold(), entry.text))

    def _put(self, connection: sqlite3.Connection, entry: DictionaryEntry) -> DictionaryEntryId:
        row = connection.execute(
            """INSERT INTO dictionary_entry (text, kind, name, is_inflected) VALUES (?, ?, ?, ?)
            ON CONFLICT (text) DO UPDATE SET kind = excluded.kind, name = excluded.name,
                is_inflected = excluded.is_inflected, is_removed = 0
            RETURNING id""",
            (entry.text, _kind_word(entry), entry.name, entry.is_inflected),
        ).fetchone()
        return DictionaryEntryId(row["id"])


def _kind_word(entry: DictionaryEntry) -> str | None:
    if entry.kind is None:
        return None
    return WEAPON_CLASS if entry.is_generic else entry.kind.value


def _entry(row: sqlite3.Row) -> DictionaryEntry | None:
    """None for a kind that only a newer program knows."""
    is_generic = row["kind"] == WEAPON_CLASS
    kind = EntityKind.WEAPON.value if is_generic else row["kind"]
    if kind is not None and kind not in {known.value for known in EntityKind}:
        return None
    return DictionaryEntry(
        DictionaryEntryId(row["id"]),
        row["text"],
        EntityKind(kind) if kind is not None else None,
        row["name"],
        bool(row["is_inflected"]),
        is_generic,
    )
