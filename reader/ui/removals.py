"""Articles that the reader took out of the library, and how to put them back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.ui.library_list import LibraryList
from reader.ui.notice_bar import Notice, NoticeBar
from reader.ui.reading_session import ReadingSession

if TYPE_CHECKING:
    from reader.domain.articles import ArticleId

SUBJECT = "removal"


class Removals(QObject):
    """Removes the chosen article and offers to undo that, for as long as the window is open."""

    def __init__(
        self, session: ReadingSession, library: LibraryList, notice: NoticeBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._library = library
        self._notice = notice
        self._removed: list[ArticleId] = []

    def can_undo(self) -> bool:
        return bool(self._removed)

    def remove_chosen(self) -> None:
        entry = self._library.chosen_entry()
        if entry is None:
            return
        self._removed.append(entry.id)
        if not self._session.remove_entry(entry.id):
            self._removed.pop()
            return
        notice = Notice(
            lambda: self.tr("“{0}” was removed from the library.").format(entry.title),
            subject=SUBJECT,
            offer=lambda: self.tr("Undo"),
            act=self.undo,
        )
        self._notice.add(notice)

    def undo(self) -> None:
        """Put back what was removed last."""
        if not self._removed:
            return
        last = self._removed.pop()
        if not self._session.restore_entry(last):
            self._removed.append(last)
            return
        self._notice.forget(SUBJECT)
