"""The legend: one switch a kind, with its colour, its underline and its count.

That of other names is there only while an article has such names.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from reader.domain.entities import EntityKind
from reader.presentation.highlights import Layer
from reader.presentation.palette import LIGHT, Palette
from reader.ui import messages
from reader.ui.highlight_painter import LineRect, kind_colour, paint_underline

SWATCH = 16
PADDING = 11
GAP = 7
SPACING = 8


def shortcut_of(layer: Layer) -> QKeySequence:
    return QKeySequence(f"Ctrl+{list(Layer).index(layer) + 1}")


class LegendChip(QAbstractButton):
    """A switch that shows how its kind is marked in the text."""

    def __init__(self, layer: Layer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"legend_{layer.value}")
        self.setCheckable(True)
        self.setChecked(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._layer = layer
        self._count = 0
        self._is_compact = False
        self._palette = LIGHT

    @property
    def count(self) -> int:
        return self._count

    def set_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleName(f"{self.text()}: {messages.number(count)}")
        self.updateGeometry()
        self.update()

    def set_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def set_compact(self, is_compact: bool) -> None:  # noqa: FBT001  (the subject itself)
        """Leave out the name, for want of room."""
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self.updateGeometry()
            self.update()

    def width_of(self, *, is_compact: bool) -> int:
        metrics = self.fontMetrics()
        name = 0 if is_compact else metrics.horizontalAdvance(self.text()) + GAP
        return name + metrics.horizontalAdvance(messages.number(self._count)) + SWATCH + GAP + 2 * PADDING

    def sizeHint(self) -> QSize:
        return QSize(self.width_of(is_compact=self._is_compact), 28)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  (Qt's signature)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = self.isChecked()
        edge = self._palette.accent if self.hasFocus() else self._palette.line
        painter.setPen(QPen(QColor(edge), 1))
        if is_on:
            painter.setBrush(QColor(self._palette.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 13.5, 13.5)
        painter.setOpacity(1.0 if is_on else 0.55)
        self._paint_swatch(painter)
        metrics = self.fontMetrics()
        baseline = (self.height() + metrics.ascent() - metrics.descent()) // 2
        name = "" if self._is_compact else self.text()
        x = PADDING + SWATCH + GAP
        font = self.font()
        font.setStrikeOut(not is_on)
        painter.setFont(font)
        painter.setPen(QColor(self._palette.ink))
        painter.drawText(x, baseline, name)
        painter.setFont(font if self._is_compact else self.font())
        painter.setPen(QColor(self._palette.dim))
        after_name = metrics.horizontalAdvance(name) + GAP if name else 0
        painter.drawText(x + after_name, baseline, messages.number(self._count))

    def _paint_swatch(self, painter: QPainter) -> None:
        middle = self.height() / 2
        if self._layer is Layer.QUOTATIONS:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.fillRect(QRectF(PADDING, middle - 6, SWATCH, 12), QColor(self._palette.direct))
            painter.fillRect(QRectF(PADDING, middle - 6, 3, 12), QColor(self._palette.rule))
            return
        kind = EntityKind(self._layer.value)
        line = LineRect(QRectF(QPointF(PADDING, 0), QPointF(PADDING + SWATCH, 1)), middle - 4.5)
        paint_underline(painter, line, kind_colour(kind, self._palette), kind)


class Legend(QWidget):
    """All switches; reports what the reader switches."""

    layer_switched = Signal(object, bool)  # Layer, is it shown
    full_width_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = {layer: LegendChip(layer, self) for layer in Layer}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        for layer, chip in self.chips.items():
            row.addWidget(chip)
            chip.toggled.connect(lambda is_on, layer=layer: self.layer_switched.emit(layer, is_on))
        self.chips[Layer.OTHER].hide()
        self.retranslate()

    def retranslate(self) -> None:
        names = {
            Layer.PERSON: self.tr("People"),
            Layer.ORGANIZATION: self.tr("Organisations"),
            Layer.WEAPON: self.tr("Weapon systems"),
            Layer.PLACE: self.tr("Places"),
            Layer.QUOTATIONS: self.tr("Quotations"),
            Layer.OTHER: self.tr("Other names"),
        }
        for layer, chip in self.chips.items():
            chip.setText(names[layer])
            chip.setShortcut(shortcut_of(layer))  # a new text takes the shortcut away
            keys = chip.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            chip.setToolTip(self.tr("Show or hide: {0} ({1})").format(names[layer], keys))
            chip.set_count(chip.count)

    def full_width(self) -> int:
        """How wide the legend is with all names."""
        shown = [chip for chip in self.chips.values() if not chip.isHidden()]
        return sum(chip.width_of(is_compact=False) + SPACING for chip in shown)

    def set_compact(self, is_compact: bool) -> None:  # noqa: FBT001  (the subject itself)
        for chip in self.chips.values():
            chip.set_compact(is_compact)

    def set_palette(self, palette: Palette) -> None:
        for chip in self.chips.values():
            chip.set_palette(palette)

    def set_counts(self, counts: dict[Layer, int]) -> None:
        for layer, chip in self.chips.items():
            chip.set_count(counts.get(layer, 0))
        self.chips[Layer.OTHER].setVisible(counts.get(Layer.OTHER, 0) > 0)
        self.full_width_changed.emit()

    def set_hidden(self, hidden: frozenset[Layer]) -> None:
        for layer, chip in self.chips.items():
            chip.setChecked(layer not in hidden)
