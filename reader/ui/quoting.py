"""Copies quotations, with whose words they are and where they stand."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from reader.presentation.citations import citation_of
from reader.ui.done_bar import DoneBar
from reader.ui.quotation_words import put_on_clipboard
from reader.ui.reading_session import ReadingSession


class Quoting(QObject):
    """Puts a quotation on the clipboard; `action` copies the selected one and is off where there is none."""

    def __init__(self, session: ReadingSession, action: QAction, done: DoneBar, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._action = action
        self._done = done
        action.triggered.connect(self._copy_selected)
        session.selection_changed.connect(self._enable)
        self._enable()

    def copy(self, quotation_id: str) -> None:
        article, annotations = self._session.article, self._session.shown
        if article is None or annotations is None:
            return
        for quotation in annotations.quotations:
            if quotation.id == quotation_id:
                citation = citation_of(quotation, article, annotations)
                put_on_clipboard(citation)
                self._done.say(lambda: self.tr("Quotation copied with its source"), can_undo=False)

    def _copy_selected(self) -> None:
        if self._session.quotation is not None:
            self.copy(self._session.quotation.id)

    def _enable(self) -> None:
        self._action.setEnabled(self._session.quotation is not None)
