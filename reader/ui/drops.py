"""Files that are dropped on a text field go to the window, as they do everywhere else.

A text field would insert the path. Text that is dropped on it stays what it is everywhere: text to insert.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

DRAGS = {QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop}


class FileDrops(QObject):
    """Catches files on their way to the text fields below `window`, and hands them to `open_mime`."""

    def __init__(self, window: QWidget, open_mime: Callable[[QMimeData], None]) -> None:
        super().__init__(window)
        self._open_mime = open_mime
        for line in window.findChildren(QLineEdit):
            line.installEventFilter(self)
        for editor in window.findChildren(QPlainTextEdit):
            editor.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in DRAGS or not isinstance(event, QDropEvent) or not event.mimeData().hasUrls():
            return super().eventFilter(watched, event)
        accept_copy(event)
        if event.type() is QEvent.Type.Drop:
            self._open_mime(event.mimeData())
        return True


def can_be_opened(event: QDropEvent) -> bool:
    """Whether the dragged thing comes from outside and holds files, links or text."""
    mime = event.mimeData()
    return event.source() is None and (mime.hasUrls() or mime.hasText())


def accept_copy(event: QDropEvent) -> None:
    """Take the dragged thing and leave it where it is: a move would make its owner delete it."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
