"""Says over the end of the text what was done, with a button that undoes it; nothing moves for it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

SHOWN_MILLISECONDS = 12_000  # time enough to read it, find the button and think again
DISTANCE = 18  # pixels from the lower edge of the text


class DoneBar(QFrame):
    """Lies over the lower edge of `over` and goes away by itself, but not under the pointer."""

    undo_wanted = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("done_bar")
        self._over = over
        self._say: Callable[[], str] | None = None
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MILLISECONDS)
        self._timer.timeout.connect(self._go_away)
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.button = QPushButton(self)
        self.button.setObjectName("done_undo")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+Z does the same
        self.button.clicked.connect(self._undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 8, 7)
        row.setSpacing(14)
        row.addWidget(self.label, stretch=1)
        row.addWidget(self.button)
        over.installEventFilter(self)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        self.button.setText(self.tr("Undo"))
        if self._say is not None:
            self._show()

    def say(self, say: Callable[[], str], *, can_undo: bool = True) -> None:
        """Say this; `say` makes the words in the language of the moment."""
        self._say = say
        self.button.setVisible(can_undo)
        self._show()
        self._timer.start()
        event = QAccessibleAnnouncementEvent(self, say())
        QAccessible.updateAccessibility(event)

    def forget(self) -> None:
        self._say = None
        self._timer.stop()
        self.hide()

    def text(self) -> str:
        return self.label.toolTip() if self.isVisible() else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() is QEvent.Type.Resize and self._say is not None:
            self._show()
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        if self._say is None:
            return
        words = self._say()
        self.label.setToolTip(words)
        self.label.setAccessibleName(words)
        wanted = self.label.fontMetrics().horizontalAdvance(words)
        around = 48 + (self.button.sizeHint().width() if not self.button.isHidden() else 0)
        width = min(wanted + around, self._over.width() - 2 * DISTANCE)
        self.label.setText(
            self.label.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, width - around + 4)
        )
        self.resize(width, self.sizeHint().height())
        self.move((self._over.width() - width) // 2, self._over.height() - self.height() - DISTANCE)
        self.show()
        self.raise_()

    def _undo(self) -> None:
        self.forget()
        self.undo_wanted.emit()

    def _go_away(self) -> None:
        if self.underMouse():
            self._timer.start()
            return
        self.forget()
