"""A passage of the article as a line of the details card: a click or Enter jumps to it."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from reader.presentation.details import Passage
from reader.presentation.palette import Palette
from reader.presentation.quotation_rows import QuotationRow
from reader.ui.row_painting import paint_rule
from reader.ui.theme import READING_FONT

USUAL_PIXELS = 13


class PassageLabel(QLabel):
    """Wrapped text with the position it stands for; quotations have their rule at the left."""

    jump_wanted = Signal(int)

    def __init__(self, html: str, plain: str, position: int, palette: Palette, parent: QWidget) -> None:
        super().__init__(html, parent)
        self.setObjectName("passage")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(plain)
        self._position = position
        self._palette = palette
        self._is_direct: bool | None = None

    @classmethod
    def of_passage(cls, passage: Passage, palette: Palette, parent: QWidget) -> "PassageLabel":
        html = (
            f"<span style=\"font-family:'{READING_FONT}'; font-size:13px; color:{palette.dim}\">"
            f'{escape(passage.before)}<b style="color:{palette.ink}">{escape(passage.match)}</b>'
            f"{escape(passage.after)}</span>"
        )
        plain = passage.before + passage.match + passage.after
        return cls(html, plain, passage.position, palette, parent)

    @classmethod
    def of_quotation(
        cls, row: QuotationRow, palette: Palette, parent: QWidget, *, pixels: int = USUAL_PIXELS
    ) -> "PassageLabel":
        html = (
            f"<span style=\"font-family:'{READING_FONT}'; font-size:{pixels}px; color:{palette.ink}\">"
            f"{escape(row.text)}</span>"
        )
        label = cls(html, row.text, row.position, palette, parent)
        label.setContentsMargins(13, 0, 0, 0)
        label._is_direct = row.is_direct
        return label

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        if self._is_direct is not None:
            paint_rule(painter, 2, 2, self.height() - 2, self._palette, is_direct=self._is_direct)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._palette.accent), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.jump_wanted.emit(self._position)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.jump_wanted.emit(self._position)
            return
        super().keyPressEvent(event)
