"""Hands the keyboard from one part of the window to another."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget


def give_keyboard_on(parts: Sequence[QWidget], step: int) -> None:
    """Give the keyboard to the next (`step` 1) or previous (-1) of the parts that can be seen and used."""
    usable = [part for part in parts if part.isVisible() and part.isEnabled()]
    if not usable:
        return
    here = QApplication.focusWidget()
    number = usable.index(here) if here in usable else -1 if step > 0 else 0
    usable[(number + step) % len(usable)].setFocus(Qt.FocusReason.TabFocusReason)


def escape_to(place: QWidget, *fields: QWidget) -> None:
    """Escape in one of the fields gives the keyboard to `place`."""
    for field in fields:
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), field)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(place.setFocus)
