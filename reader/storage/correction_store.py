"""The reader's corrections on disk."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

import msgspec

from reader.domain.articles import ArticleId
from reader.domain.corrections import (
    Correction,
    CorrectionId,
    EntityCorrection,
    QuotationCorrection,
    StoredCorrection,
)
from reader.storage.database import Database

# The kind of statement stands beside it: an older or newer program must know what it cannot read.
TYPES = {"entity": EntityCorrection, "quotation": QuotationCorrection}


@dataclass(frozen=True, slots=True)
class TitledCorrection:
    """A correction with the title of its article, for the list of all."""

    stored: StoredCorrection
    title: str


class CorrectionStore:
    """Keeps what the reader said of the findings in each article; nothing is erased.

    A correction that cannot be read, because the file was damaged or a newer program wrote it, is
    left out and stays on disk.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, article_id: ArticleId, correction: Correction, made: datetime) -> CorrectionId:
        """Keep the correction; when this returns it is on disk. Raises `StorageFailed`."""
        name = "entity" if isinstance(correction, EntityCorrection) else "quotation"
        with self._database.transaction() as connection:
            row = connection.execute(
                "INSERT INTO correction (article_id, made, content) VALUES (?, ?, ?) RETURNING id",
                (article_id, made.isoformat(), msgspec.msgpack.encode({name: correction})),
            ).fetchone()
        return CorrectionId(row["id"])

    def set_withdrawn(self, correction_id: CorrectionId, *, is_withdrawn: bool) -> None:
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE correction SET is_withdrawn = ? WHERE id = ?", (is_withdrawn, correction_id)
            )

    def get(self, correction_id: CorrectionId) -> StoredCorrection | None:
        rows = self._database.rows("SELECT * FROM correction WHERE id = ?", (correction_id,))
        return next(_readable(rows), None)

    def of_article(self, article_id: ArticleId) -> list[StoredCorrection]:
        """Those of one article in the order they were made, withdrawn ones too."""
        rows = self._database.rows("SELECT * FROM correction WHERE article_id = ? ORDER BY id", (article_id,))
        return list(_readable(rows))

    def all(self) -> list[TitledCorrection]:
        """Those of all articles, the newest first, withdrawn ones too."""
        rows = self._database.rows(
            """SELECT correction.*, article.title AS title
            FROM correction JOIN article ON article.id = correction.article_id
            ORDER BY correction.id DESC"""
        )
        titles = {row["id"]: row["title"] for row in rows}
        return [TitledCorrection(stored, titles[stored.id]) for stored in _readable(rows)]


def _readable(rows: Iterable[sqlite3.Row]) -> Iterator[StoredCorrection]:
    for row in rows:
        correction = _correction(row["content"])
        if correction is not None:
            yield StoredCorrection(
                id=CorrectionId(row["id"]),
                article=ArticleId(row["article_id"]),
                made=datetime.fromisoformat(row["made"]),
                correction=correction,
                is_withdrawn=bool(row["is_withdrawn"]),
            )


def _correction(content: bytes) -> Correction | None:
    try:
        ((name, fields),) = msgspec.msgpack.decode(content).items()
        correction: Correction = msgspec.convert(fields, TYPES[name])
    except (msgspec.MsgspecError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return correction
