"""Finds words in the open article."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from reader.ui.article_view import ArticleView

PARAGRAPH_END = "\u2029"  # as a selection has it


class FindBar(QFrame):
    """Enter goes on, Shift+Enter goes back, Escape closes and gives the keyboard back to the article."""

    def __init__(self, view: ArticleView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find_bar")
        self._view = view
        self.words = QLineEdit(self)
        self.words.setObjectName("find_words")
        self.words.textEdited.connect(self._find_from_here)
        self.words.setMaximumWidth(280)
        self.state = QLabel(self)
        self.state.setObjectName("find_state")
        self._previous = self._button("find_previous", "↑", lambda: self._find(is_backward=True))
        self._next = self._button("find_next", "↓", lambda: self._find(is_backward=False))
        self._close = self._button("find_close", "✕", self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.addWidget(self.words, stretch=1)
        row.addWidget(self._previous)
        row.addWidget(self._next)
        row.addWidget(self.state, stretch=1)
        row.addWidget(self._close)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        self.words.setPlaceholderText(self.tr("Find in the article …"))
        self.words.setAccessibleName(self.tr("Find in the article"))
        names = {
            self._previous: self.tr("Previous place"),
            self._next: self.tr("Next place"),
            self._close: self.tr("Close"),
        }
        for button, name in names.items():
            button.setToolTip(name)
            button.setAccessibleName(name)

    def open_bar(self) -> None:
        selected = self._view.textCursor().selectedText()
        if selected:
            self.words.setText(selected.partition(PARAGRAPH_END)[0])
        self.show()
        self.words.setFocus()
        self.words.selectAll()

    def close_bar(self) -> None:
        self.hide()
        self._view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._find(is_backward=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _button(self, name: str, sign: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(sign)
        button.clicked.connect(act)
        return button

    def _find_from_here(self) -> None:
        cursor = self._view.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self._view.setTextCursor(cursor)
        self._find(is_backward=False)

    def _find(self, *, is_backward: bool) -> None:
        words = self.words.text()
        flags = QTextDocument.FindFlag.FindBackward if is_backward else QTextDocument.FindFlag(0)
        found = not words or self._view.find(words, flags)
        if not found:  # once more from the other end
            before = self._view.textCursor()
            end = QTextCursor.MoveOperation.End if is_backward else QTextCursor.MoveOperation.Start
            self._view.moveCursor(end)
            found = self._view.find(words, flags)
            if not found:
                self._view.setTextCursor(before)
        self.state.setText("" if found else self.tr("Not found"))
