"""A link: a button that looks like one, for mouse, keyboard and screen reader alike."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from reader.ui.tooltips import plain_tooltip


class LinkButton(QPushButton):
    """Shows `text`; the pointer that rests on it is told `hint`."""

    def __init__(self, text: str, *, hint: str = "", spoken: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)  # one & would mark a letter to press
        self.setObjectName("link")
        self.setToolTip(plain_tooltip(hint))
        self.setAccessibleName(spoken or text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter follows a link, as the space bar does; a button of Qt leaves Enter to what is around it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)
