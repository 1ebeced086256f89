"""Paints what lies under the letters: tints, margin rules, underlines, the flash."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reader.domain.entities import EntityId, EntityKind
from reader.domain.mentions import MentionForm
from reader.domain.quotations import QuotationId
from reader.domain.spans import Span
from reader.presentation.highlights import Highlight, Tint
from reader.presentation.palette import Palette

RULE_WIDTH = 3
RULE_DISTANCE = 18  # from the column to the margin rule
FAINT = 0.6  # opacity of what is named by a pronoun or a class noun
DASH = [3.0, 2.0]  # in widths of the pen
DOTS = [1.0, 1.2]
RULE_DASH = [2.0, 1.3]


@dataclass(frozen=True, slots=True)
class LineRect:
    """A piece of a span on one line: `rect` from ascent to descent, `baseline` below its letters."""

    rect: QRectF
    baseline: float


@dataclass(frozen=True, slots=True)
class Selected:
    """What the reader has chosen, and what is flashed for a moment."""

    entity: EntityId | None = None
    quotation: QuotationId | None = None
    flashed: Span | None = None


def kind_colour(kind: EntityKind, palette: Palette) -> QColor:
    return QColor(getattr(palette, kind.value))


def paint_tints(
    painter: QPainter,
    placed: Sequence[tuple[Tint, Sequence[LineRect]]],
    *,
    palette: Palette,
    selected: Selected,
    column_left: float,
) -> None:
    """Tint quoted words and draw the margin rules, solid for direct, dashed for indirect speech."""
    painter.setPen(Qt.PenStyle.NoPen)
    rules: dict[QuotationId, tuple[bool, float, float]] = {}
    for tint, lines in placed:
        colour = QColor(palette.direct if tint.is_direct else palette.indirect)
        painter.setBrush(colour)
        for line in lines:
            painter.drawRoundedRect(line.rect.adjusted(-1, -1, 1, 1), 2, 2)
            _, top, bottom = rules.get(tint.quotation, (False, line.rect.top(), line.rect.bottom()))
            rules[tint.quotation] = (
                tint.is_direct,
                min(top, line.rect.top()),
                max(bottom, line.rect.bottom()),
            )
    for quotation, (is_direct, top, bottom) in _apart(rules):
        pen = QPen(QColor(palette.rule), RULE_WIDTH)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if not is_direct:
            pen.setDashPattern(RULE_DASH)
        if selected.quotation == quotation:
            pen.setColor(QColor(palette.accent))
        painter.setPen(pen)
        x = column_left - RULE_DISTANCE
        painter.drawLine(QLineF(x, top, x, bottom))


def _apart(
    rules: dict[QuotationId, tuple[bool, float, float]],
) -> Iterator[tuple[QuotationId, tuple[bool, float, float]]]:
    """Rules in reading order; where two touch, a direct one is drawn over an indirect one."""
    yield from sorted(rules.items(), key=lambda rule: (rule[1][0], rule[1][1]))


def paint_marks(
    painter: QPainter,
    placed: Sequence[tuple[Highlight, Sequence[LineRect]]],
    *,
    palette: Palette,
    selected: Selected,
) -> None:
    """Underline names, each kind in its own style, and shade those of the selected entity."""
    for highlight, lines in placed:
        colour = kind_colour(highlight.kind, palette)
        if highlight.mention.form in {MentionForm.NOMINAL, MentionForm.PRONOUN}:
            colour.setAlphaF(FAINT)
        for line in lines:
            if highlight.entity == selected.entity:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(palette.selected))
                painter.drawRoundedRect(line.rect.adjusted(-2, -1, 2, 1), 3, 3)
            paint_underline(painter, line, colour, highlight.kind, is_generic=highlight.is_generic)


def paint_flash(painter: QPainter, lines: Sequence[LineRect], *, palette: Palette) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.flash))
    for line in lines:
        painter.drawRoundedRect(line.rect.adjusted(-2, -1, 2, 1), 3, 3)


def paint_underline(
    painter: QPainter, line: LineRect, colour: QColor, kind: EntityKind, *, is_generic: bool = False
) -> None:
    """Solid for people, dashed for organisations, double for weapon systems, dotted for places."""
    left, right, y = line.rect.left(), line.rect.right(), line.baseline + 3.5
    pen = QPen(colour, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if kind is EntityKind.ORGANIZATION:
        pen.setDashPattern(DASH)
    elif kind is EntityKind.PLACE:
        pen.setDashPattern(DOTS)
    elif kind is EntityKind.WEAPON:
        pen.setWidthF(1.0)
    painter.setPen(pen)
    painter.drawLine(QPointF(left, y), QPointF(right, y))
    if kind is EntityKind.WEAPON and not is_generic:
        painter.drawLine(QPointF(left, y + 2.5), QPointF(right, y + 2.5))
