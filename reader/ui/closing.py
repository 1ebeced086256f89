"""Whether the window may close: nothing that the reader wrote or asked for is lost by it."""

from PySide6.QtWidgets import QWidget

from reader.ui.correction_desk import CorrectionDesk
from reader.ui.dialogs import UnsavedNotesBox
from reader.ui.exports import Exports
from reader.ui.note_editor import NoteEditor
from reader.ui.reading_session import ReadingSession


class Closing:
    """Saves what is left to save, and asks before anything would be lost."""

    def __init__(
        self,
        session: ReadingSession,
        note: NoteEditor,
        exports: Exports,
        desk: CorrectionDesk,
        window: QWidget,
    ) -> None:
        self._session = session
        self._note = note
        self._exports = exports
        self._desk = desk
        self._window = window

    def is_allowed(self) -> bool:
        """False where the window has to stay: for good, or until it closes by itself."""
        self._note.flush()
        while unsaved := self._session.notes.unsaved():
            box = UnsavedNotesBox(self._window, [text for _entity, text in unsaved])
            if not box.asks_for_another_try():
                return False
            self._session.notes.save()
        return self._exports.may_close() and self._desk.may_close()
