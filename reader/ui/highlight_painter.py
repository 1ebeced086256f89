"""Paints what lies under the letters: tints, margin rules, underlines, the flash."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reader.domain.entities import EntityId, EntityKind
from reader.domain.quotations import QuotationId
from reader.domain.spans import Span
from reader.presentation.highlights import Highlight, Strength, Tint
from reader.presentation.palette import Palette

RULE_WIDTH = 3
RULE_DISTANCE = 18  # from the column to the margin rule
# Opacity of underlines, and of tints and rules.
STRENGTHS = {Strength.SURE: 1.0, Strength.DOUBTFUL: 0.5, Strength.MEANT: 0.55}
DOUBTFUL_TINT = 0.65
INK_SHARE = 0.6  # of the colour of a doubtful name: it keeps the contrast of both colours
DASH = [3.0, 2.0]  # in widths of the pen
DOTS = [1.0, 1.2]
DASH_AND_DOT = [3.0, 1.6, 1.0, 1.6]
FINE_DOTS = [1.0, 2.0]
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


def name_colour(highlight: Highlight, palette: Palette) -> QColor:
    """The colour of the letters: the kind's; half ink where it is doubtful, ink where nobody is named."""
    kind, ink = kind_colour(highlight.kind, palette), QColor(palette.ink)
    if highlight.strength is Strength.MEANT:
        return ink
    return _mixed(kind, ink, INK_SHARE) if highlight.strength is Strength.DOUBTFUL else kind


def _mixed(colour: QColor, other: QColor, share: float) -> QColor:
    """`colour` with this share of the other one."""
    parts = zip(colour.getRgbF()[:3], other.getRgbF()[:3], strict=True)  # type: ignore[index]
    return QColor.fromRgbF(*(mine + (its - mine) * share for mine, its in parts))


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
    rules: dict[QuotationId, list[QRectF]] = {}
    direct = {tint.quotation for tint, _ in placed if tint.is_direct}
    doubtful = {tint.quotation for tint, _ in placed if tint.is_doubtful}
    for tint, lines in placed:
        colour = QColor(palette.direct if tint.is_direct else palette.indirect)
        colour.setAlphaF(DOUBTFUL_TINT if tint.is_doubtful else 1.0)
        painter.setBrush(colour)
        for line in lines:
            painter.drawRoundedRect(line.rect.adjusted(-1, -1, 1, 1), 2, 2)
            rules.setdefault(tint.quotation, []).append(line.rect)
    for quotation in sorted(rules, key=lambda found: (found in direct, rules[found][0].top())):
        pen = QPen(QColor(palette.rule), RULE_WIDTH)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if quotation not in direct:  # a direct one is drawn over an indirect one
            pen.setDashPattern(RULE_DASH)
        colour = QColor(palette.accent if selected.quotation == quotation else palette.rule)
        colour.setAlphaF(DOUBTFUL_TINT if quotation in doubtful else 1.0)
        pen.setColor(colour)
        painter.setPen(pen)
        x = column_left - RULE_DISTANCE
        for top, bottom in rule_pieces(rules[quotation]):
            painter.drawLine(QLineF(x, top, x, bottom))


def rule_pieces(lines: Sequence[QRectF]) -> list[tuple[float, float]]:
    """Where the rule beside these lines begins and ends: it goes on past one line that is not quoted."""
    pieces: list[tuple[float, float]] = []
    for line in sorted(lines, key=lambda rect: rect.top()):
        if pieces and line.top() - pieces[-1][1] <= line.height():
            pieces[-1] = (pieces[-1][0], max(pieces[-1][1], line.bottom()))
        else:
            pieces.append((line.top(), line.bottom()))
    return pieces


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
        colour.setAlphaF(STRENGTHS[highlight.strength])
        for line in lines:
            if highlight.entity == selected.entity:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(palette.selected))
                painter.drawRoundedRect(line.rect.adjusted(-2, -1, 2, 1), 3, 3)
            if highlight.strength is Strength.MEANT:
                paint_faint_underline(painter, line, colour)
            else:
                paint_underline(painter, line, colour, highlight.kind, is_generic=highlight.is_generic)


def paint_flash(painter: QPainter, lines: Sequence[LineRect], *, palette: Palette) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.flash))
    for line in lines:
        painter.drawRoundedRect(line.rect.adjusted(-2, -1, 2, 1), 3, 3)


def paint_faint_underline(painter: QPainter, line: LineRect, colour: QColor) -> None:
    """One thin dotted line for all kinds."""
    pen = QPen(colour, 1.0)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern(FINE_DOTS)
    painter.setPen(pen)
    y = line.baseline + 3.5
    painter.drawLine(QPointF(line.rect.left(), y), QPointF(line.rect.right(), y))


def paint_underline(
    painter: QPainter, line: LineRect, colour: QColor, kind: EntityKind, *, is_generic: bool = False
) -> None:
    """Solid for people, dashed for organisations, double for weapon systems, dotted for places.

    Dashes and dots in turn for other names.
    """
    left, right, y = line.rect.left(), line.rect.right(), line.baseline + 3.5
    pen = QPen(colour, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if kind is EntityKind.ORGANIZATION:
        pen.setDashPattern(DASH)
    elif kind is EntityKind.PLACE:
        pen.setDashPattern(DOTS)
    elif kind is EntityKind.OTHER:
        pen.setDashPattern(DASH_AND_DOT)
    elif kind is EntityKind.WEAPON:
        pen.setWidthF(1.0)
    painter.setPen(pen)
    painter.drawLine(QPointF(left, y), QPointF(right, y))
    if kind is EntityKind.WEAPON and not is_generic:
        painter.drawLine(QPointF(left, y + 2.5), QPointF(right, y + 2.5))
