"""Fields that look as those do in which one types.

Where a style sheet draws a combo box, a number or a check box, Qt leaves out what the style had drawn in
it: the arrows, the tick. They are drawn here, in the colours of the window.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QSpinBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QWidget,
)

ARROW_WIDTH, ARROW_HEIGHT = 8.0, 4.0
ARROW_DISTANCE = 12.0  # from the right edge
NUMBER_MARGIN = 9  # pixels left of a number, as in the other fields
ARROW_GAP = 3.0  # of two arrows from the middle between them
UNDO, REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
TICK = ((0.24, 0.52), (0.43, 0.71), (0.76, 0.31))  # in parts of the box


class ChoiceBox(QComboBox):
    """One of several lines is chosen in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(QStyledItemDelegate(self))  # the usual one knows no style sheet

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        right, top = self.width() - ARROW_DISTANCE, (self.height() - ARROW_HEIGHT) / 2
        left, bottom = right - ARROW_WIDTH, top + ARROW_HEIGHT
        points = (QPointF(left, top), QPointF((left + right) / 2, bottom), QPointF(right, top))
        _draw(self, points, QPalette.ColorRole.Text)


class NumberBox(QSpinBox):
    """A number is typed, or made larger and smaller."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(NUMBER_MARGIN, 0, 0, 0)  # a style sheet does not reach it

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        right, middle = self.width() - ARROW_DISTANCE, self.height() / 2
        left = right - ARROW_WIDTH
        for near, far in ((-ARROW_GAP, -ARROW_GAP - ARROW_HEIGHT), (ARROW_GAP, ARROW_GAP + ARROW_HEIGHT)):
            tip = QPointF((left + right) / 2, middle + far)
            points = (QPointF(left, middle + near), tip, QPointF(right, middle + near))
            _draw(self, points, QPalette.ColorRole.Text)


class TickBox(QCheckBox):
    """Is ticked or not."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = QRectF(self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self))
        points = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in TICK]
        _draw(self, points, QPalette.ColorRole.HighlightedText)


class FilterField(QLineEdit):
    """Words that one looks for; the keys for undo go to the window where there is no typing to take back."""

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_undo, is_redo = (event.matches(keys) for keys in (UNDO, REDO))
            if (is_undo and not self.isUndoAvailable()) or (is_redo and not self.isRedoAvailable()):
                event.ignore()
                return False
        return super().event(event)


def _draw(widget: QWidget, points: Sequence[QPointF], role: QPalette.ColorRole) -> None:
    group = QPalette.ColorGroup.Normal if widget.isEnabled() else QPalette.ColorGroup.Disabled
    pen = QPen(widget.palette().color(group, role), 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.drawPolyline(list(points))
