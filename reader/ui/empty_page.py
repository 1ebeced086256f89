"""What stands in the window while no article is open: how to open one."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.ui.theme import READING_FONT


class EmptyPage(QWidget):
    """Offers the ways to open an article."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._actions = actions
        self._title = QLabel(self)
        font = QFont(READING_FONT)
        font.setPixelSize(26)
        self._title.setFont(font)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._ways = QLabel(self)
        self._ways.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._ways.setWordWrap(True)
        self._buttons = {name: QPushButton(self) for name in ("open", "paste", "sample")}
        row = QHBoxLayout()
        row.addStretch(1)
        for name, button in self._buttons.items():
            button.setObjectName(f"empty_{name}")
            button.clicked.connect(actions[name].trigger)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 48, 48, 48)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._ways)
        column.addLayout(row)
        column.addStretch(3)
        self.retranslate()

    def first_button(self) -> QPushButton:
        return self._buttons["open"]

    def retranslate(self) -> None:
        self._title.setText(self.tr("What would you like to read?"))
        self._ways.setText(self.tr("Drop a text, Markdown or saved web page here, or:"))
        for name, button in self._buttons.items():
            button.setText(self._actions[name].text().replace("&", ""))  # no second key for one action
