"""Annotations on disk."""

import msgspec

from reader.domain.annotations import Annotations
from reader.domain.articles import ArticleId
from reader.storage.database import Database
from reader.storage.shares import shares_of


class AnnotationStore:
    """Keeps what the analysis found, one set an article."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, article_id: ArticleId, annotations: Annotations) -> None:
        """Keep the annotations in place of earlier ones. Raises `StorageFailed`."""
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO annotations VALUES (?, ?, ?, ?, ?)",
                (
                    article_id,
                    annotations.text_digest,
                    len(annotations.quotations),
                    msgspec.msgpack.encode(annotations),
                    shares_of(quotation.confidence for quotation in annotations.quotations),
                ),
            )

    def get(self, article_id: ArticleId, text_digest: str) -> Annotations | None:
        """The annotations of the article with this text; None if there are none that can be read."""
        rows = self._database.rows(
            "SELECT content FROM annotations WHERE article_id = ? AND text_digest = ?",
            (article_id, text_digest),
        )
        if not rows:
            return None
        try:
            return msgspec.msgpack.decode(rows[0]["content"], type=Annotations)
        except (msgspec.MsgspecError, ValueError):  # written by an older version: to be found anew
            return None
