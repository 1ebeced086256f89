"""How the rows of the lists look: one delegate a list, all with the same measures."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.presentation.entity_rows import EntityRow
from reader.presentation.note_rows import NoteRow
from reader.presentation.palette import LIGHT, Palette
from reader.presentation.quotation_rows import QuotationRow
from reader.services.library import LibraryEntry
from reader.ui import messages
from reader.ui.highlight_painter import LineRect, kind_colour, paint_underline
from reader.ui.row_models import ROW_ROLE, Heading, Index
from reader.ui.theme import READING_FONT

SIDE = 16
STRIP_WIDTH = 62
COUNT_WIDTH = 26
TICK_GAP, TICK_WIDTH = 6, 8
SMALL = 11
MOST_KEPT = 20_000
MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
MIDDLE_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class RowDelegate(QStyledItemDelegate):
    """Paints headings; its children paint their rows below the background that it has painted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.colours = LIGHT

    def set_palette(self, palette: Palette) -> None:
        self.colours = palette

    def row_height(self, row: object, width: int, font: QFont) -> int:
        raise NotImplementedError

    def paint_row(self, painter: QPainter, rect: QRect, row: object, font: QFont) -> None:
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW_ROLE)
        width = option.rect.width() or 240
        if isinstance(row, Heading):
            return QSize(width, 30)
        return QSize(width, self.row_height(row, width, option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect, font = index.data(ROW_ROLE), option.rect, option.font
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            self._paint_heading(painter, rect, row, font)
        else:
            state = option.state
            if state & QStyle.StateFlag.State_Selected:
                painter.fillRect(rect, QColor(self.colours.selected))
            elif state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(rect, QColor(self.colours.line))
            if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
                painter.setPen(QPen(QColor(self.colours.accent), 1))
                painter.drawRect(rect.adjusted(1, 1, -2, -2))
            self.paint_row(painter, rect, row, font)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, heading: Heading, font: QFont) -> None:
        small = sized(font, SMALL, weight=QFont.Weight.DemiBold)
        small.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.8)
        inner = rect.adjusted(SIDE, 8, -SIDE, 0)
        painter.setFont(small)
        painter.setPen(QColor(self.colours.dim))
        text = QFontMetrics(small).elidedText(
            heading.text, Qt.TextElideMode.ElideRight, inner.width() - COUNT_WIDTH
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if heading.count is not None:
            painter.drawText(
                inner,
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                messages.number(heading.count),
            )


class EntityDelegate(RowDelegate):
    """Swatch, name, role or class, a strip of where it occurs, and how often."""

    def row_height(self, row: object, width: int, font: QFont) -> int:  # noqa: ARG002  (the same for all)
        return 38 if isinstance(row, EntityRow) and row.detail else 28

    def paint_row(self, painter: QPainter, rect: QRect, row: object, font: QFont) -> None:
        if not isinstance(row, EntityRow):
            return
        colour = kind_colour(row.kind, self.colours)
        swatch = LineRect(QRectF(rect.left() + SIDE, 0, 14, 1), rect.top() + 10.0)
        paint_underline(painter, swatch, colour, row.kind, is_generic=row.is_generic)
        left = rect.left() + SIDE + 24
        right = rect.right() - SIDE - COUNT_WIDTH - STRIP_WIDTH - 10
        name_font = QFont(font)
        name_font.setItalic(row.is_generic)
        name = marked_name(row, name_font, right - left)
        top = rect.top() + (3 if row.detail else 5)
        draw_line(painter, QRect(left, top, right - left, 18), name, name_font, self.colours.ink)
        if row.is_corrected:
            behind = left + QFontMetrics(name_font).horizontalAdvance(name)
            self._paint_corrected(painter, QPointF(behind + TICK_GAP, top + 9))
        if row.detail:
            detail = QRect(left, top + 17, right - left, 15)
            draw_line(painter, detail, row.detail, sized(font, SMALL), self.colours.dim)
        self._paint_strip(painter, QRectF(right + 10, rect.center().y() - 5, STRIP_WIDTH, 10), row, colour)
        count = QRect(rect.right() - SIDE - COUNT_WIDTH, rect.top(), COUNT_WIDTH, rect.height())
        painter.setPen(QColor(self.colours.dim))
        painter.setFont(font)
        painter.drawText(count, MIDDLE_RIGHT, messages.number(row.count))

    def _paint_corrected(self, painter: QPainter, start: QPointF) -> None:
        """A small tick behind the name: the reader vouches for it."""
        x, y = start.x(), start.y()
        painter.setPen(QPen(QColor(self.colours.dim), 1.3))
        painter.drawPolyline([QPointF(x, y), QPointF(x + 2.5, y + 3), QPointF(x + 7.5, y - 4)])

    def _paint_strip(self, painter: QPainter, strip: QRectF, row: EntityRow, colour: QColor) -> None:
        painter.setPen(QPen(QColor(self.colours.line), 1))
        painter.drawLine(strip.bottomLeft(), strip.bottomRight())
        for place in row.places:
            x = strip.left() + place * (strip.width() - 3)
            painter.fillRect(QRectF(x, strip.top(), 2.5, strip.height()), colour)


class WrappedDelegate(RowDelegate):
    """Rows of a few lines of text that wrap."""

    max_lines = 4

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # A list asks for the height of every row whenever one changes: thousands of titles to wrap.
        self._line_counts: dict[tuple[str, int, str], int] = {}

    def wrapped(self, row: object, font: QFont) -> tuple[str, QFont, int]:
        """The text, its font and its left indent."""
        raise NotImplementedError

    def row_height(self, row: object, width: int, font: QFont) -> int:
        text, text_font, indent = self.wrapped(row, font)
        room = width - indent - SIDE
        key = (text, room, text_font.key())
        if key not in self._line_counts:
            if len(self._line_counts) > MOST_KEPT:
                self._line_counts.clear()
            self._line_counts[key] = len(wrapped_lines(text, text_font, room, self.max_lines))
        return self._line_counts[key] * line_height(text_font) + 14

    def paint_lines(self, painter: QPainter, rect: QRect, row: object, font: QFont) -> None:
        text, text_font, indent = self.wrapped(row, font)
        painter.setPen(QColor(self.colours.ink))
        painter.setFont(text_font)
        y = rect.top() + 7
        for line in wrapped_lines(text, text_font, rect.width() - indent - SIDE, self.max_lines):
            painter.drawText(QPointF(rect.left() + indent, y + QFontMetrics(text_font).ascent()), line)
            y += line_height(text_font)


class QuotationDelegate(WrappedDelegate):
    """The words, with the rule that tells direct from indirect speech."""

    def wrapped(self, row: object, font: QFont) -> tuple[str, QFont, int]:  # noqa: ARG002
        words = row.text if isinstance(row, QuotationRow) else ""
        return words, sized(QFont(READING_FONT), 13), SIDE + 14

    def paint_row(self, painter: QPainter, rect: QRect, row: object, font: QFont) -> None:
        if not isinstance(row, QuotationRow):
            return
        left, top, bottom = rect.left() + SIDE + 2, rect.top() + 7, rect.bottom() - 6
        paint_rule(painter, left, top, bottom, self.colours, is_direct=row.is_direct)
        self.paint_lines(painter, rect, row, font)


class NoteDelegate(WrappedDelegate):
    """The name of the entity above the beginning of the note."""

    max_lines = 3

    def wrapped(self, row: object, font: QFont) -> tuple[str, QFont, int]:
        return (row.beginning if isinstance(row, NoteRow) else ""), font, SIDE + 24

    def row_height(self, row: object, width: int, font: QFont) -> int:
        return super().row_height(row, width, font) + 20

    def paint_row(self, painter: QPainter, rect: QRect, row: object, font: QFont) -> None:
        if not isinstance(row, NoteRow):
            return
        swatch = LineRect(QRectF(rect.left() + SIDE, 0, 14, 1), rect.top() + 12.0)
        paint_underline(painter, swatch, kind_colour(row.kind, self.colours), row.kind)
        name = QRect(rect.left() + SIDE + 24, rect.top() + 6, rect.width() - 2 * SIDE - 24, 18)
        colour = self.colours.ink if row.entity is not None else self.colours.dim
        draw_line(painter, name, row.name, sized(font, 13, weight=QFont.Weight.DemiBold), colour)
        self.paint_lines(painter, rect.adjusted(0, 19, 0, 0), row, font)


class LibraryDelegate(WrappedDelegate):
    """The title in up to three lines, below it where and when it is from."""

    max_lines = 3
    minutes = "{0} min"
    quotations = "quotations: {0}"

    def wrapped(self, row: object, font: QFont) -> tuple[str, QFont, int]:
        title = row.title if isinstance(row, LibraryEntry) else ""
        return title, sized(font, 13, weight=QFont.Weight.DemiBold), SIDE

    def row_height(self, row: object, width: int, font: QFont) -> int:
        return super().row_height(row, width, font) + 18

    def paint_row(self, painter: QPainter, rect: QRect, row: object, font: QFont) -> None:
        if not isinstance(row, LibraryEntry):
            return
        self.paint_lines(painter, rect, row, font)
        meta = QRect(rect.left() + SIDE, rect.bottom() - 24, rect.width() - 2 * SIDE, 16)
        draw_line(painter, meta, self.meta_of(row), sized(font, SMALL), self.colours.dim)

    def meta_of(self, entry: LibraryEntry) -> str:
        parts = [entry.outlet or "", self.minutes.format(messages.number(reading_minutes(entry.word_count)))]
        if entry.quotation_count:
            parts.append(self.quotations.format(messages.number(entry.quotation_count)))
        return " · ".join(part for part in parts if part)


def marked_name(row: EntityRow, font: QFont, width: int) -> str:
    """The name and the sign of its note; a name that is too long gives way to its signs."""
    pen = "  ✎" if row.has_note else ""
    metrics = QFontMetrics(font)
    room = width - metrics.horizontalAdvance(pen) - (TICK_GAP + TICK_WIDTH if row.is_corrected else 0)
    return metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, room) + pen


def reading_minutes(word_count: int) -> int:
    """At 200 words a minute, a usual figure for careful reading; at least one."""
    return max(1, round(word_count / 200))


def paint_rule(
    painter: QPainter, x: float, top: float, bottom: float, palette: Palette, *, is_direct: bool
) -> None:
    """The margin rule of a quotation: solid for direct, dashed for indirect speech."""
    pen = QPen(QColor(palette.rule), 3)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if not is_direct:
        pen.setDashPattern([2.0, 1.3])
    painter.setPen(pen)
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))


def sized(font: QFont, pixels: int, *, weight: QFont.Weight | None = None) -> QFont:
    changed = QFont(font)
    changed.setPixelSize(pixels)
    if weight is not None:
        changed.setWeight(weight)
    return changed


def draw_line(painter: QPainter, rect: QRect, text: str, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, MIDDLE_LEFT, shown)


def line_height(font: QFont) -> int:
    return round(QFontMetrics(font).height() * 1.12)


def wrapped_lines(text: str, font: QFont, width: int, most: int) -> Sequence[str]:
    """`text` in at most `most` lines of `width` pixels, the last one with an ellipsis if it goes on."""
    one_line = " ".join(text.split())
    layout = QTextLayout(one_line, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[tuple[int, int]] = []
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 40))
        lines.append((line.textStart(), line.textLength()))
    layout.endLayout()
    units = one_line.encode("utf-16-le")
    shown = [units[2 * start : 2 * (start + length)].decode("utf-16-le") for start, length in lines]
    if lines and sum(lines[-1]) < len(units) // 2:
        rest = units[2 * lines[-1][0] :].decode("utf-16-le")
        shown[-1] = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, max(width, 40))
    return shown or [""]
