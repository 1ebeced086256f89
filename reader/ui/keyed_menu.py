"""A menu in which the keys that it shows work while it is open."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

KEYS_BEHIND = "\t"  # as in Qt: behind it in a line's text stand its keys
NATIVE = QKeySequence.SequenceFormat.NativeText


class KeyedMenu(QMenu):
    """Qt gives the keys that stand in an open menu to the window behind it, and leaves the menu open."""

    def __init__(self, parent: QWidget, title: str = "") -> None:
        super().__init__(title, parent)

    def submenu(self, title: str) -> "KeyedMenu":
        menu = KeyedMenu(self, title)
        self.addMenu(menu)
        return menu

    def lines(self) -> Iterator[QAction]:
        """All lines, those of its submenus as well."""
        for action in self.actions():
            menu = action.menu()
            if isinstance(menu, KeyedMenu):
                yield from menu.lines()
            else:
                yield action

    def event(self, event: QEvent) -> bool:
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self._line_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self._line_of(event)
        if line is None:
            super().keyPressEvent(event)
            return
        outermost: QWidget = self
        while isinstance(parent := outermost.parentWidget(), KeyedMenu):
            outermost = parent
        self.close()
        outermost.close()
        line.trigger()

    def _line_of(self, event: QKeyEvent) -> QAction | None:
        pressed = QKeySequence(event.keyCombination()).toString(NATIVE)
        for line in self.lines():
            _, _, keys = line.text().partition(KEYS_BEHIND)
            if line.isEnabled() and pressed == keys:
                return line
        return None
