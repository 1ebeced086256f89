"""The bar beside the scroll bar: where in the article the selected entity is mentioned."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.presentation.palette import LIGHT, Palette

WIDTH = 14
MARK_HEIGHT = 3


class OverviewBar(QWidget):
    """Marks at the given places; `place_clicked` reports the number of the nearest mark."""

    place_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overview_bar")
        self.setFixedWidth(WIDTH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._places: Sequence[float] = ()
        self._colour = QColor(LIGHT.accent)
        self._palette = LIGHT

    def set_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def set_places(self, places: Sequence[float], colour: QColor) -> None:
        """`places` count from 0, the top of the text, to 1, its end."""
        self._places, self._colour = places, colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  (Qt's signature)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._palette.paper))
        for place in self._places:
            y = place * (self.height() - MARK_HEIGHT)
            painter.fillRect(QRectF(3, y, WIDTH - 6, MARK_HEIGHT), self._colour)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._places:
            return
        clicked = event.position().y() / max(self.height(), 1)
        nearest = min(range(len(self._places)), key=lambda number: abs(self._places[number] - clicked))
        self.place_clicked.emit(nearest)
