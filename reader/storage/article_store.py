"""Articles on disk."""

import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime

import msgspec

from reader.domain.articles import Article, ArticleId
from reader.storage.database import Database


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """What the list of the library needs, without the text. `opened` is in UTC."""

    id: ArticleId
    title: str
    outlet: str | None
    published: str | None
    opened: datetime
    word_count: int
    quotation_count: int | None
    quotation_shares: bytes | None  # how sure each of them is; None if an older program kept them


COLUMNS = """article.id, title, outlet, published, opened, word_count,
        annotations.quotation_count, annotations.quotation_shares
    FROM article LEFT JOIN annotations ON annotations.article_id = article.id
        AND annotations.text_digest = article.text_digest
    WHERE is_removed = 0"""


class ArticleStore:
    """Keeps articles; the same text from the same source is kept once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, article: Article, opened: datetime) -> ArticleId:
        """Keep the article as opened at `opened`. Raises `StorageFailed`."""
        source = replace(article.source, name=_printable(article.source.name))
        with self._database.transaction() as connection:
            row = connection.execute(
                """INSERT INTO article
                    (source_kind, source_name, text_digest, title, outlet, published, word_count,
                     opened, content)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (source_kind, source_name, text_digest) DO UPDATE SET
                    title = excluded.title, outlet = excluded.outlet,
                    published = excluded.published, word_count = excluded.word_count,
                    opened = excluded.opened, content = excluded.content, is_removed = 0
                RETURNING id""",
                (
                    source.kind.value,
                    source.name,
                    article.text_digest,
                    article.title,
                    article.outlet,
                    article.published,
                    article.word_count,
                    opened.isoformat(),
                    msgspec.msgpack.encode(replace(article, source=source)),
                ),
            ).fetchone()
        return ArticleId(row["id"])

    def get(self, article_id: ArticleId) -> Article | None:
        """The article, or None if it is not there or can no longer be read."""
        rows = self._database.rows("SELECT content FROM article WHERE id = ?", (article_id,))
        if not rows:
            return None
        try:
            return msgspec.msgpack.decode(rows[0]["content"], type=Article)
        except (msgspec.MsgspecError, ValueError):
            return None

    def all(self) -> list[StoredArticle]:
        """Every article that was not removed, the last opened first."""
        return self._listed(f"SELECT {COLUMNS} ORDER BY opened DESC, article.id DESC", ())

    def with_words(self, words: str) -> list[StoredArticle]:
        """Those whose title, outlet or text holds each of the words, whatever their case."""
        wanted = unicodedata.normalize("NFC", words).casefold().split()
        found = self.all()
        if not wanted:
            return found
        return [stored for stored in found if self._holds(stored, wanted)]

    def set_removed(self, article_id: ArticleId, *, is_removed: bool) -> None:
        """Take the article out of the list, or put it back; nothing is erased."""
        with self._database.transaction() as connection:
            connection.execute("UPDATE article SET is_removed = ? WHERE id = ?", (is_removed, article_id))

    def _holds(self, stored: StoredArticle, wanted: list[str]) -> bool:
        searched = f"{stored.title} {stored.outlet or ''}".casefold()
        if all(word in searched for word in wanted):
            return True
        article = self.get(stored.id)
        if article is None:
            return False
        searched += " " + article.text.casefold()
        return all(word in searched for word in wanted)

    def _listed(self, query: str, values: tuple[object, ...]) -> list[StoredArticle]:
        return [
            StoredArticle(
                id=ArticleId(row["id"]),
                title=row["title"],
                outlet=row["outlet"],
                published=row["published"],
                opened=datetime.fromisoformat(row["opened"]),
                word_count=row["word_count"],
                quotation_count=row["quotation_count"],
                quotation_shares=row["quotation_shares"],
            )
            for row in self._database.rows(query, values)
        ]


def _printable(name: str) -> str:
    """A path with bytes that are no UTF-8 is kept with question marks in their place."""
    return name.encode("utf-8", "replace").decode()
