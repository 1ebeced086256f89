"""The editor of one note; it asks to be saved by itself."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reader.domain.entities import Entity

QUIET_MILLISECONDS = 700
LONGEST_MILLISECONDS = 5000  # who types without a pause is saved all the same
FEWEST_LINES, MOST_LINES = 2, 7
FRAME = 22  # pixels above and below the lines: border, padding, margin of the document


class NoteEditor(QPlainTextEdit):
    """Holds the note on one entity; `save_wanted` comes with the entity it belongs to."""

    save_wanted = Signal(object, str)  # Entity, text
    typed = Signal()
    height_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("note_editor")
        self.setTabChangesFocus(True)
        self._entity: Entity | None = None
        self._handed_over = ""
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MILLISECONDS)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST_MILLISECONDS)
        for timer in (self._quiet, self._longest):
            timer.timeout.connect(self.flush)
        self.textChanged.connect(self._schedule)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def set_note(self, entity: Entity | None, text: str) -> None:
        """Show the note on `entity`. What was typed on another entity is asked to be saved first."""
        is_same = self._entity is not None and entity is not None and self._entity.key == entity.key
        if is_same and (self.has_unsaved_text() or text.strip() == self._handed_over.strip()):
            self._entity = entity  # the cursor stays where it is
            return
        if self.hasFocus() and text and text == self._handed_over == self.toPlainText():
            self._entity = entity  # the entity got another name while its note is written
            return
        self.flush()
        self._entity, self._handed_over = entity, text  # the same note may have been joined with another
        self.setPlainText(text)
        self.setEnabled(entity is not None)

    def has_unsaved_text(self) -> bool:
        return self._entity is not None and self.toPlainText() != self._handed_over

    def flush(self) -> None:
        """Hand over at once what was typed since the last time."""
        self._stop_timers()
        if self._entity is not None and self.has_unsaved_text():
            self._handed_over = self.toPlainText()
            self.save_wanted.emit(self._entity, self._handed_over)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the note, within bounds."""
        lines = min(max(round(self.document().size().height()), FEWEST_LINES), MOST_LINES)
        height = lines * self.fontMetrics().lineSpacing() + FRAME
        if height != self.height():
            self.setFixedHeight(height)
            self.height_changed.emit()

    def _schedule(self) -> None:
        if not self.has_unsaved_text():
            return
        self._quiet.start()
        if not self._longest.isActive():
            self._longest.start()
        self.typed.emit()

    def _stop_timers(self) -> None:
        for timer in (self._quiet, self._longest):
            timer.stop()
