"""A link: a button that looks like one, for mouse, keyboard and screen reader alike."""

from PySide6.QtCore import Qt
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
