"""A line above the text that tells what went wrong; it never stands in the way of reading."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget


class NoticeBar(QFrame):
    """Shows one message at a time, the latest; the reader closes it, or what comes next does."""

    retry_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.label = QLabel(self)
        self.label.setObjectName("notice_text")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.retry = QPushButton(self)
        self.retry.setObjectName("notice_retry")
        self.retry.clicked.connect(self.retry_wanted)
        self.close_button = QToolButton(self)
        self.close_button.setText("✕")
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.addWidget(self.label, stretch=1)
        row.addWidget(self.retry)
        row.addWidget(self.close_button)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        self.close_button.setToolTip(self.tr("Close this message"))
        self.close_button.setAccessibleName(self.tr("Close this message"))
        self.retry.setText(self.tr("Try again"))

    def show_message(self, text: str, *, can_retry: bool = False) -> None:
        self.label.setText(text)
        self.label.setAccessibleName(text)
        self.retry.setVisible(can_retry)
        self.show()
