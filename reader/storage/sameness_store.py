"""On disk: which entities the reader declared the same or different."""

import sqlite3

from reader.domain.corrections import Sameness, SamenessId
from reader.domain.entities import EntityKey, EntityKind
from reader.storage.database import Database
from reader.storage.entity_index import forget_all


class SamenessStore:
    """Keeps one declaration a pair: a later one takes the place of an earlier one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, sameness: Sameness) -> SamenessId:
        """Keep the declaration as the newest; the id it was given does not count."""
        first, second = sameness.first, sameness.second
        pair = (first.kind.value, first.name, second.kind.value, second.name)
        with self._database.transaction() as connection:
            forget_all(connection)
            connection.execute(
                """UPDATE sameness SET is_withdrawn = 1
                WHERE (first_kind, first_name, second_kind, second_name)
                    IN (VALUES (?, ?, ?, ?), (?, ?, ?, ?))""",
                (*pair, *pair[2:], *pair[:2]),
            )
            row = connection.execute(
                """INSERT INTO sameness (first_kind, first_name, first_shown,
                    second_kind, second_name, second_shown, is_same)
                VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id""",
                (*pair[:2], sameness.first_name, *pair[2:], sameness.second_name, sameness.is_same),
            ).fetchone()
        return SamenessId(row["id"])

    def withdraw(self, sameness_id: SamenessId) -> None:
        self._set_withdrawn(sameness_id, is_withdrawn=True)

    def restore(self, sameness_id: SamenessId) -> None:
        """Let a declaration hold again, in its old place among the others."""
        self._set_withdrawn(sameness_id, is_withdrawn=False)

    def all(self) -> list[Sameness]:
        """Every declaration that holds, in the order they were made."""
        rows = self._database.rows("SELECT * FROM sameness WHERE is_withdrawn = 0 ORDER BY id")
        return [sameness for row in rows if (sameness := _sameness(row)) is not None]

    def _set_withdrawn(self, sameness_id: SamenessId, *, is_withdrawn: bool) -> None:
        with self._database.transaction() as connection:
            forget_all(connection)
            connection.execute(
                "UPDATE sameness SET is_withdrawn = ? WHERE id = ?", (is_withdrawn, sameness_id)
            )


def _sameness(row: sqlite3.Row) -> Sameness | None:
    """None for a kind that only a newer program knows."""
    known = {kind.value for kind in EntityKind}
    if not {row["first_kind"], row["second_kind"]} <= known:
        return None
    return Sameness(
        id=SamenessId(row["id"]),
        first=EntityKey(EntityKind(row["first_kind"]), row["first_name"]),
        second=EntityKey(EntityKind(row["second_kind"]), row["second_name"]),
        first_name=row["first_shown"],
        second_name=row["second_shown"],
        is_same=bool(row["is_same"]),
    )
