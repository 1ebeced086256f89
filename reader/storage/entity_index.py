"""On disk: which entities occur in which articles."""

import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from reader.domain.articles import ArticleId
from reader.domain.entities import Entity, EntityKey, EntityKind
from reader.storage.database import Database
from reader.storage.shares import count_from, shares_of

# SQLite counts the placeholders of a query; a group of entities declared the same is seldom larger.
MOST_KEYS = 400


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An entity in an article of the library. `published` is as in `Article`.

    Mentions are counted that name it, not those that only mean it (the minister, she).
    """

    article: ArticleId
    title: str
    outlet: str | None
    published: str | None
    opened: str
    key: EntityKey
    name: str
    knowledge_id: str | None
    mention_count: int
    name_shares: bytes | None  # how sure each of them is; None if an older program counted them

    def count_from(self, least_confidence: float) -> int:
        """How many of the mentions have at least this confidence."""
        if self.name_shares is None or least_confidence <= 0:
            return self.mention_count
        return count_from(self.name_shares, least_confidence)


class EntityIndex:
    """Tells where else an entity occurs.

    What is kept of an article grows stale when its findings or corrections change: then `stale` names
    it, and `put` brings it up to date. The rows of a stale article are still given.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def revision(self) -> int:
        """Grows whenever the dictionary or the declarations change, whoever changes them."""
        return int(self._database.rows("SELECT number FROM index_revision")[0]["number"])

    def put(self, article_id: ArticleId, entities: Iterable[Entity], *, revision: int) -> None:
        """Keep which entities the article has, as of `revision`. Raises `StorageFailed`."""
        rows: dict[EntityKey, tuple[str, str | None, bytes]] = {}
        for entity in entities:
            new = (entity.canonical_name, entity.knowledge_id, b"")
            name, knowledge_id, shares = rows.get(entity.key, new)
            shares += shares_of(mention.confidence for mention in entity.mentions if mention.is_name)
            rows[entity.key] = (name, knowledge_id or entity.knowledge_id, shares)
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM occurrence WHERE article_id = ?", (article_id,))
            connection.executemany(
                "INSERT INTO occurrence VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    (article_id, key.kind.value, key.name, name, knowledge_id, len(shares), shares)
                    for key, (name, knowledge_id, shares) in rows.items()
                ),
            )
            connection.execute("INSERT OR REPLACE INTO indexed_article VALUES (?, ?)", (article_id, revision))

    def stale(self, *, most: int) -> list[ArticleId]:
        """Articles with findings that the index does not tell the truth about, the last opened first."""
        rows = self._database.rows(
            """SELECT article.id FROM annotations
            JOIN article ON article.id = annotations.article_id
                AND article.text_digest = annotations.text_digest
            LEFT JOIN indexed_article ON indexed_article.article_id = article.id
            WHERE is_removed = 0
                AND coalesce(revision, -1) < (SELECT number FROM index_revision)
            ORDER BY revision IS NOT NULL, opened DESC LIMIT ?""",
            (most,),
        )
        return [ArticleId(row["id"]) for row in rows]

    def occurrences(
        self, keys: Collection[EntityKey], knowledge_ids: Collection[str] = ()
    ) -> list[Occurrence]:
        """Where one of the keys or knowledge entries occurs, in articles that were not removed."""
        found: dict[tuple[ArticleId, EntityKey], Occurrence] = {}
        for key in list(keys)[:MOST_KEYS]:
            self._look_up("occurrence.kind = ? AND occurrence.name = ?", (key.kind.value, key.name), found)
        for knowledge_id in list(knowledge_ids)[:MOST_KEYS]:
            self._look_up("knowledge_id = ?", (knowledge_id,), found)
        return list(found.values())

    def noted(self) -> dict[str, list[EntityKey]]:
        """By the entry of the knowledge base, the names of it that the reader wrote a note on.

        The note that was changed last comes first.
        """
        rows = self._database.rows(
            """SELECT kind, name, (
                SELECT knowledge_id FROM occurrence
                WHERE occurrence.kind = note.kind AND occurrence.name = note.name
                    AND knowledge_id IS NOT NULL
                LIMIT 1
            ) AS knowledge_id
            FROM note ORDER BY updated DESC, kind, name"""
        )
        known = {kind.value for kind in EntityKind}
        found: dict[str, list[EntityKey]] = {}
        for row in rows:
            if row["knowledge_id"] is not None and row["kind"] in known:
                key = EntityKey(EntityKind(row["kind"]), row["name"])
                found.setdefault(row["knowledge_id"], []).append(key)
        return found

    def names(self) -> list[tuple[EntityKey, str]]:
        """Every entity of the articles that were not removed, with its name, in the order of names."""
        rows = self._database.rows(
            """SELECT kind, name, min(entity_name) AS entity_name
            FROM occurrence JOIN article ON article.id = occurrence.article_id
            WHERE is_removed = 0 GROUP BY kind, name ORDER BY name"""
        )
        known = {kind.value for kind in EntityKind}
        return [
            (EntityKey(EntityKind(row["kind"]), row["name"]), row["entity_name"])
            for row in rows
            if row["kind"] in known
        ]

    def _look_up(
        self, condition: str, values: tuple[str, ...], found: dict[tuple[ArticleId, EntityKey], Occurrence]
    ) -> None:
        rows = self._database.rows(
            f"""SELECT article.id, title, outlet, published, opened, occurrence.*
            FROM occurrence JOIN article ON article.id = occurrence.article_id
            WHERE is_removed = 0 AND {condition}""",  # noqa: S608  (a condition from above)
            values,
        )
        known = {kind.value for kind in EntityKind}
        for row in rows:
            if row["kind"] in known:
                occurrence = _occurrence(row)
                found[occurrence.article, occurrence.key] = occurrence


def forget_all(connection: sqlite3.Connection) -> None:
    """Within the transaction that changes what is said of all articles: the index is stale with it."""
    connection.execute("UPDATE index_revision SET number = number + 1")


def _occurrence(row: sqlite3.Row) -> Occurrence:
    return Occurrence(
        article=ArticleId(row["article_id"]),
        title=row["title"],
        outlet=row["outlet"],
        published=row["published"],
        opened=row["opened"],
        key=EntityKey(EntityKind(row["kind"]), row["name"]),
        name=row["entity_name"],
        knowledge_id=row["knowledge_id"],
        mention_count=row["mention_count"],
        name_shares=row["name_shares"],
    )
