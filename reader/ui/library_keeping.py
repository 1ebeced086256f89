"""Keeps articles in the library and gives them back; what cannot be kept can be read all the same."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reader.domain.annotations import Annotations
from reader.domain.articles import Article, ArticleId, Source, SourceKind
from reader.domain.errors import CannotOpen, OpenFailure, ReaderError, StorageFailed
from reader.services.library import Library, LibraryEntry


class LibraryKeeping(QObject):
    """What goes wrong is told with `failed`, and the answer is empty then."""

    changed = Signal()
    failed = Signal(object)  # ReaderError

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library

    def entries(self, words: str = "") -> tuple[LibraryEntry, ...]:
        try:
            return self._library.search(words) if words.strip() else self._library.entries()
        except ReaderError as error:
            self.failed.emit(error)
            return ()

    def remove(self, article_id: ArticleId) -> bool:
        """Take an article out of the list; `restore` undoes it. False if that failed."""
        return self._change(self._library.remove, article_id)

    def restore(self, article_id: ArticleId) -> bool:
        return self._change(self._library.restore, article_id)

    def keep(self, article: Article) -> ArticleId | None:
        try:
            return self._library.keep(article)
        except StorageFailed as error:
            self.failed.emit(error)
            return None

    def article(self, article_id: ArticleId) -> Article | None:
        try:
            article = self._library.article(article_id)
        except StorageFailed as error:
            self.failed.emit(error)
            return None
        if article is None:
            self.failed.emit(CannotOpen(Source(SourceKind.FILE), OpenFailure.UNREADABLE))
        return article

    def annotations(self, article_id: ArticleId | None, article: Article) -> Annotations | None:
        """What was found in the article, when it was last analysed."""
        if article_id is None:
            return None
        try:
            return self._library.annotations(article_id, article)
        except StorageFailed as error:
            self.failed.emit(error)
            return None

    def _change(self, change: Callable[[ArticleId], None], article_id: ArticleId) -> bool:
        try:
            change(article_id)
        except StorageFailed as error:
            self.failed.emit(error)
            return False
        self.changed.emit()
        return True
