"""The library: every article that was opened, with what was found in it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from reader.domain.annotations import Annotations
from reader.domain.articles import Article, ArticleId
from reader.storage.annotation_store import AnnotationStore
from reader.storage.article_store import ArticleStore, StoredArticle
from reader.storage.shares import count_from


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """One line of the list. `opened` is in UTC."""

    id: ArticleId
    title: str
    outlet: str | None
    published: str | None
    opened: datetime
    word_count: int
    quotation_count: int
    is_analysed: bool
    quotation_shares: bytes | None = None

    def quotations_from(self, least_confidence: float) -> int:
        """How many of the quotations that were found are at least as sure."""
        if self.quotation_shares is None or least_confidence <= 0:
            return self.quotation_count
        return count_from(self.quotation_shares, least_confidence)


def utc_now() -> datetime:
    return datetime.now(UTC)


class Library:
    """Keeps articles and gives them back. Every verb raises `StorageFailed` if the disk says no."""

    def __init__(
        self, articles: ArticleStore, annotations: AnnotationStore, now: Callable[[], datetime] = utc_now
    ) -> None:
        self._articles = articles
        self._annotations = annotations
        self._now = now

    def keep(self, article: Article) -> ArticleId:
        """Keep the article as opened just now; the same text from the same source keeps its id."""
        return self._articles.put(article, self._now())

    def article(self, article_id: ArticleId) -> Article | None:
        return self._articles.get(article_id)

    def annotations(self, article_id: ArticleId, article: Article) -> Annotations | None:
        """What was found in this very text, or None."""
        return self._annotations.get(article_id, article.text_digest)

    def keep_annotations(self, article_id: ArticleId, annotations: Annotations) -> None:
        self._annotations.put(article_id, annotations)

    def entries(self) -> tuple[LibraryEntry, ...]:
        """All articles, the last opened first."""
        return tuple(_entry(stored) for stored in self._articles.all())

    def search(self, words: str) -> tuple[LibraryEntry, ...]:
        """Articles that hold each of the words, the last opened first."""
        return tuple(_entry(stored) for stored in self._articles.with_words(words))

    def remove(self, article_id: ArticleId) -> None:
        """Take the article out of the list; `restore` undoes it."""
        self._articles.set_removed(article_id, is_removed=True)

    def restore(self, article_id: ArticleId) -> None:
        self._articles.set_removed(article_id, is_removed=False)


def _entry(stored: StoredArticle) -> LibraryEntry:
    return LibraryEntry(
        id=stored.id,
        title=stored.title,
        outlet=stored.outlet,
        published=stored.published,
        opened=stored.opened,
        word_count=stored.word_count,
        quotation_count=stored.quotation_count or 0,
        is_analysed=stored.quotation_count is not None,
        quotation_shares=stored.quotation_shares,
    )
