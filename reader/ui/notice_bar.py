"""A line above the text that tells what went wrong; it never stands in the way of reading."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Notice:
    """One message. `say` and `offer` make the words when they are shown, in the language of that moment.

    A notice takes the place of an earlier one on the same `subject`. One that `stays` is closed by the
    reader alone; the others go with the reader's next wish. `act` is what the button offers to do.
    """

    say: Callable[[], str]
    subject: str = ""
    stays: bool = False
    offer: Callable[[], str] | None = None
    act: Callable[[], object] | None = None


class NoticeBar(QFrame):
    """Shows the notices that nobody has closed, the newest last, and the button of the newest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._notices: list[Notice] = []
        self.label = QLabel(self)
        self.label.setObjectName("notice_text")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.button = QPushButton(self)
        self.button.setObjectName("notice_button")
        self.button.clicked.connect(self._act)
        self.close_button = QToolButton(self)
        self.close_button.setObjectName("notice_close")
        self.close_button.setText("✕")
        self.close_button.clicked.connect(self.close_all)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.addWidget(self.label, stretch=1)
        row.addWidget(self.button)
        row.addWidget(self.close_button, alignment=Qt.AlignmentFlag.AlignTop)
        self.retranslate()

    def retranslate(self) -> None:
        self.close_button.setToolTip(self.tr("Close this message"))
        self.close_button.setAccessibleName(self.tr("Close this message"))
        self._show()

    def add(self, notice: Notice) -> None:
        self.forget(notice.subject)
        self._notices.append(notice)
        self._show()

    def forget(self, subject: str) -> None:
        """Take back what was said on `subject`, if anything was."""
        if subject:
            self._notices = [notice for notice in self._notices if notice.subject != subject]
            self._show()

    def clear(self) -> None:
        """Take back all that does not stay: the reader wants something else now."""
        self._notices = [notice for notice in self._notices if notice.stays]
        self._show()

    def close_all(self) -> None:
        self._notices = []
        self._show()

    def text(self) -> str:
        return self.label.text()

    def _show(self) -> None:
        self.setVisible(bool(self._notices))
        if not self._notices:
            return
        lines = list(dict.fromkeys(notice.say() for notice in self._notices))
        if len(lines) > MOST_LINES:
            hidden = len(lines) - MOST_LINES + 1
            lines = [self.tr("%Ln earlier message(s)", "", hidden), *lines[hidden:]]
        self.label.setText("\n".join(lines))
        self.label.setAccessibleName(self.label.text())
        offer = self._notices[-1].offer
        self.button.setVisible(offer is not None)
        if offer is not None:
            self.button.setText(offer())

    def _act(self) -> None:
        notice = self._notices.pop()
        self._show()
        if notice.act is not None:
            notice.act()
