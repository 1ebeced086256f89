"""Articles that the reader takes out of the library, and how they come back."""

from functools import partial

from PySide6.QtCore import QObject

from reader.ui.history import History, Step
from reader.ui.library_list import LibraryList
from reader.ui.notice_bar import Notice, NoticeBar
from reader.ui.reading_session import ReadingSession

SUBJECT = "removal"


class Removals(QObject):
    """Removes the chosen article and offers to undo that."""

    def __init__(
        self,
        session: ReadingSession,
        library: LibraryList,
        notice: NoticeBar,
        history: History,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._library = library
        self._notice = notice
        self._history = history
        history.undone.connect(lambda: notice.forget(SUBJECT))

    def remove_chosen(self) -> None:
        entry = self._library.chosen_entry()
        if entry is None or not self._session.library.remove(entry.id):
            return
        self._history.add(
            Step(
                lambda: self.tr("“{0}” removed").format(entry.title),
                undo=partial(self._session.library.restore, entry.id),
                redo=partial(self._session.library.remove, entry.id),
            )
        )
        notice = Notice(
            lambda: self.tr("“{0}” was removed from the library.").format(entry.title),
            subject=SUBJECT,
            offer=lambda: self.tr("Undo"),
            act=self._history.undo,
        )
        self._notice.add(notice)
