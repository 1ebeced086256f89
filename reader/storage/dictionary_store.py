"""The reader's own dictionary on disk."""

from collections.abc import Iterable, Mapping

from reader.domain.corrections import DictionaryEntry, DictionaryEntryId
from reader.domain.entities import EntityKind
from reader.storage.database import Database
from reader.storage.entity_index import forget_all

WEAPON_CLASS = "weapon_class"  # beside the kinds: a program that does not know it leaves the entry alone
KINDS: Mapping[str | None, EntityKind | None] = {
    None: None,
    WEAPON_CLASS: EntityKind.WEAPON,
    **{kind.value: kind for kind in EntityKind},
}
PUT = """INSERT INTO dictionary_entry (text, kind, name, is_inflected) VALUES (?, ?, ?, ?)
    ON CONFLICT (text) DO UPDATE SET kind = excluded.kind, name = excluded.name,
        is_inflected = excluded.is_inflected, is_removed = 0"""

STAGE = """CREATE TEMP TABLE IF NOT EXISTS coming (
    id INTEGER PRIMARY KEY, text TEXT NOT NULL, kind TEXT, name TEXT NOT NULL, is_inflected INTEGER NOT NULL
)"""
PUT_STAGED = PUT.replace(
    "VALUES (?, ?, ?, ?)",
    "SELECT text, kind, name, is_inflected FROM temp.coming WHERE true ORDER BY id",
)


class DictionaryStore:
    """Keeps one entry a text; a removed one stays on disk."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, entry: DictionaryEntry) -> DictionaryEntryId:
        """Keep the entry in place of one with the same text; the id it was given does not count."""
        with self._database.transaction() as connection:
            forget_all(connection)
            row = connection.execute(f"{PUT} RETURNING id", _values(entry)).fetchone()
        return DictionaryEntryId(row["id"])

    def put_all(self, entries: Iterable[DictionaryEntry]) -> None:
        """Keep all of them or none. Raises `StorageFailed`."""
        with self._database.transaction() as connection:
            forget_all(connection)
            connection.executemany(PUT, map(_values, entries))

    def remove(self, entry_id: DictionaryEntryId) -> None:
        with self._database.transaction() as connection:
            forget_all(connection)
            connection.execute("UPDATE dictionary_entry SET is_removed = 1 WHERE id = ?", (entry_id,))

    def remove_some(self, entry_ids: Iterable[DictionaryEntryId]) -> None:
        """Take all of them out or none. Raises `StorageFailed`."""
        with self._database.transaction() as connection:
            forget_all(connection)
            connection.executemany(
                "UPDATE dictionary_entry SET is_removed = 1 WHERE id = ?", ((one,) for one in entry_ids)
            )

    def last_id(self) -> int:
        """The highest id so far; the next new entries have those that follow."""
        return int(self._database.rows("SELECT coalesce(max(id), 0) FROM dictionary_entry")[0][0])

    # Entries that are on their way lie in a table that only this connection sees, and that goes with it.

    def stage(self, entries: Iterable[DictionaryEntry]) -> None:
        """Lay these beside the dictionary, in their order; of one text there may be one only."""
        with self._database.apart() as connection:
            connection.execute(STAGE)
            connection.executemany(
                "INSERT INTO temp.coming (text, kind, name, is_inflected) VALUES (?, ?, ?, ?)",
                map(_values, entries),
            )

    def staged_ids(self, start: int, count: int) -> list[int | None]:
        """The ids of `count` staged entries from the `start`-th on; None of those whose text is new."""
        rows = self._database.rows(
            """SELECT entry.id FROM temp.coming AS coming
            LEFT JOIN dictionary_entry AS entry ON entry.text = coming.text
            WHERE coming.id > ? AND coming.id <= ? ORDER BY coming.id""",
            (start, start + count),
        )
        return [row[0] for row in rows]

    def take_staged(self) -> None:
        """Put all that is staged, in its order, or nothing. Raises `StorageFailed`."""
        with self._database.transaction() as connection:
            forget_all(connection)
            connection.execute(STAGE)
            connection.execute(PUT_STAGED)

    def unstage(self) -> None:
        with self._database.apart() as connection:
            connection.execute("DROP TABLE IF EXISTS temp.coming")

    def all(self) -> list[DictionaryEntry]:
        """Every entry that was not removed, in the order of their texts."""
        rows = self._database.rows(
            "SELECT id, text, kind, name, is_inflected FROM dictionary_entry WHERE is_removed = 0"
        )
        entries = [
            DictionaryEntry(
                DictionaryEntryId(entry_id), text, KINDS[kind], name, bool(is_inflected), kind == WEAPON_CLASS
            )
            for entry_id, text, kind, name, is_inflected in rows
            if kind in KINDS  # else only a newer program knows it
        ]
        return sorted(entries, key=lambda entry: (entry.text.casefold(), entry.text))


def _values(entry: DictionaryEntry) -> tuple[str, str | None, str, bool]:
    return entry.text, _kind_word(entry), entry.name, entry.is_inflected


def _kind_word(entry: DictionaryEntry) -> str | None:
    if entry.kind is None:
        return None
    return WEAPON_CLASS if entry.is_generic else entry.kind.value
