"""The reading view: shows an article, paints its highlights, reports where the reader clicks.

The structure of the text is made of ordinary formats, once. Tints, underlines and margin rules are
painted under the text, and the colours of names are selections of the visible blocks alone, so
that nothing the reader switches on or off ever moves the text, and a long text costs no more than
a short one.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextLine,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QToolTip, QWidget

from reader.domain.articles import Article
from reader.domain.quotations import QuotationId
from reader.domain.spans import Span
from reader.presentation.highlights import Highlight, Tint
from reader.presentation.palette import LIGHT, Palette
from reader.ui.article_document import fill, set_column
from reader.ui.highlight_painter import (
    LineRect,
    Selected,
    name_colour,
    paint_flash,
    paint_marks,
    paint_tints,
)
from reader.ui.text_positions import TextPositions
from reader.ui.tooltips import plain_tooltip

FLASH_MILLISECONDS = 1600
CURSOR_KEYS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}
CLICK_DISTANCE = 4  # pixels between press and release that still make a click

Run = TypeVar("Run", Highlight, Tint)


@dataclass(frozen=True, slots=True)
class MenuPlace:
    """What lies where the reader wants a menu, and where on the screen that is."""

    point: QPoint
    highlight: Highlight | None
    quotation: QuotationId | None


class ArticleView(QTextBrowser):
    """Shows one article. Positions in its signals and arguments count code points of its text."""

    mention_clicked = Signal(object)  # the Highlight
    quotation_clicked = Signal(str)
    empty_clicked = Signal()
    menu_wanted = Signal(object)  # the MenuPlace

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article_view")
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setMouseTracking(True)
        self.viewport().setAcceptDrops(False)  # files dropped here go to the window
        self.setTabChangesFocus(True)
        self.setCursorWidth(0)  # until the reader moves it by keys
        self._article: Article | None = None
        self._overline = ""
        self._positions = TextPositions("", ())
        self._highlights: Sequence[Highlight] = ()
        self._starts: list[int] = []
        self._tints: Sequence[Tint] = ()
        self._hint_of: Callable[[QuotationId], str] = lambda _quotation: ""
        self._selected = Selected()
        self._colours = LIGHT
        self._text_size = 18
        self._pressed_at = QPointF()
        self._flash = QTimer(self, singleShot=True, interval=FLASH_MILLISECONDS)
        self._flash.timeout.connect(self._end_flash)
        self.verticalScrollBar().valueChanged.connect(self._colour_visible_names)

    # What to show.

    def set_palette(self, palette: Palette) -> None:
        self._colours = palette
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Base, QColor(palette.paper))
        colours.setColor(QPalette.ColorRole.Text, QColor(palette.ink))
        self.setPalette(colours)
        self._refill()

    def set_text_size(self, pixels: int) -> None:
        if pixels != self._text_size:
            self._text_size = pixels
            self._refill()

    def set_article(self, article: Article | None, *, overline: str = "") -> None:
        """Show `article` from its beginning, without highlights; `overline` stands above it.

        The article that is shown already stays where it was scrolled to.
        """
        is_new = article is not self._article
        self._article, self._overline = article, overline
        self._highlights, self._starts, self._tints = (), [], ()
        self._selected = Selected()
        self._refill(is_new=is_new)

    def set_highlights(
        self,
        highlights: Sequence[Highlight],
        tints: Sequence[Tint],
        *,
        hint_of: Callable[[QuotationId], str] = lambda _quotation: "",
    ) -> None:
        """Paint these, both in reading order; `hint_of` says whose words a quotation is."""
        self._highlights, self._tints, self._hint_of = highlights, tints, hint_of
        self._starts = [highlight.span.start for highlight in highlights]
        self._repaint()

    def set_selected(self, selected: Selected) -> None:
        self._selected = Selected(selected.entity, selected.quotation, self._selected.flashed)
        self._repaint()

    def jump_to(self, span: Span) -> None:
        """Bring `span` into view if it is out of sight, put the text cursor there, and flash it."""
        qt_position = self._positions.to_qt(span.start)
        if qt_position is None:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(qt_position)
        rect = self.cursorRect(cursor)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        target = bar.value()
        if not 24 <= rect.top() <= height - 3 * rect.height():  # noqa: PLR2004  (a line at the top is not hidden)
            target += round(rect.top() - height / 3)
        self.setTextCursor(cursor)
        bar.setValue(target)
        self._selected = Selected(self._selected.entity, self._selected.quotation, span)
        self._flash.start()
        self._repaint()

    # What is where.

    def highlight_at(self, point: QPointF) -> Highlight | None:
        position = self._position_at(point)
        return None if position is None else self._highlight_covering(position)

    def quotation_at(self, point: QPointF) -> QuotationId | None:
        """The innermost quotation at `point` of the viewport."""
        position = self._position_at(point)
        return None if position is None else self._quotation_covering(position)

    def cursor_position(self) -> int:
        """Where in the article the text cursor stands; 0 above it."""
        return self._positions.to_text(self.textCursor().position()) or 0

    def selected_span(self) -> Span | None:
        """What the reader has selected of the article, without white space around it."""
        cursor = self.textCursor()
        if self._article is None or not cursor.hasSelection():
            return None
        start = self._positions.to_text(cursor.selectionStart()) or 0
        end = self._positions.to_text(cursor.selectionEnd()) or 0
        words = Span(start, max(start, end)).of(self._article.text)
        start += len(words) - len(words.lstrip())
        end = start + len(words.strip())
        return Span(start, end) if end > start else None

    def forget_selection(self) -> None:
        """Select no words any more; the text cursor goes to where they began."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.setPosition(cursor.selectionStart())
            self.setTextCursor(cursor)

    def line_rects(self, span: Span) -> list[LineRect]:
        """Where `span` stands in the viewport, one rectangle a line and block."""
        found: list[LineRect] = []
        for start, end in self._positions.pieces_to_qt(span):
            block = self.document().findBlock(start)
            found.extend(self._lines_of(block, start - block.position(), end - block.position()))
        return found

    def column_left(self) -> float:
        return float(self.document().rootFrame().frameFormat().leftMargin())

    # Qt calls these.

    def loadResource(self, kind: int, name: QUrl | str) -> QImage:  # noqa: ARG002  (Qt's signature)
        """Nothing that a document names is ever read: for want of an answer Qt itself would open the file."""
        return QImage()

    def resizeEvent(self, event: QResizeEvent) -> None:
        set_column(self.document(), width=self.viewport().width(), text_size=self._text_size)
        super().resizeEvent(event)
        self._colour_visible_names()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._article is not None:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_under_text(painter)
            painter.end()
        super().paintEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        moved = (event.position() - self._pressed_at).manhattanLength()
        if event.button() is not Qt.MouseButton.LeftButton or moved > CLICK_DISTANCE:
            return
        if highlight := self.highlight_at(event.position()):
            self.mention_clicked.emit(highlight)
        elif quotation := self.quotation_at(event.position()):
            self.quotation_clicked.emit(quotation)
        else:
            self.empty_clicked.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A right click means the selected words if it is on them, else what it is on."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._want_menu_at_cursor()
            return
        point = QPointF(event.pos())
        position = self._position_at(point)
        selected = self.selected_span()
        if position is not None and (selected is None or not selected.contains(position)):
            self.setTextCursor(self._cursor_over(position, position))
        self.menu_wanted.emit(
            MenuPlace(event.globalPos(), self.highlight_at(point), self.quotation_at(point))
        )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        is_name = not event.buttons() and self.highlight_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if is_name else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            quotation = self.quotation_at(QPointF(event.pos()))
            hint = self._hint_of(quotation) if quotation else ""
            QToolTip.showText(event.globalPos(), plain_tooltip(hint), self)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            highlight = self._highlight_covering(self.cursor_position())
            if highlight is not None:
                self.mention_clicked.emit(highlight)
                return
            quotation = self._quotation_covering(self.cursor_position())
            if quotation is not None:
                self.quotation_clicked.emit(quotation)
                return
        is_menu_key = event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if is_menu_key:
            self._want_menu_at_cursor()
            return
        if event.key() in CURSOR_KEYS:
            self.setCursorWidth(1)
        super().keyPressEvent(event)

    # How it is done.

    def _want_menu_at_cursor(self) -> None:
        position = self.cursor_position()
        point = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        self.menu_wanted.emit(
            MenuPlace(point, self._highlight_covering(position), self._quotation_covering(position))
        )

    def _refill(self, *, is_new: bool = False) -> None:
        """Fill the document anew; the line at the top and the text cursor stay, but for a new article."""
        cursor = self.textCursor()
        anchor, position = (self._positions.to_text(place) for place in (cursor.anchor(), cursor.position()))
        top = None if is_new else self._place_at_top()
        if self._article is None:
            self._positions = TextPositions("", ())
            self.clear()
            return
        self._positions = fill(
            self.document(),
            self._article,
            overline=self._overline,
            palette=self._colours,
            text_size=self._text_size,
        )
        set_column(self.document(), width=self.viewport().width(), text_size=self._text_size)
        if is_new:
            self.setCursorWidth(0)
            self.setTextCursor(QTextCursor(self.document()))
            self.verticalScrollBar().setValue(0)
        else:
            self.setTextCursor(self._cursor_over(anchor or 0, position or 0))
            self._scroll_to(top)
        self._repaint()

    def _place_at_top(self) -> tuple[int, int] | None:
        """A character of the first line in sight and its distance from the top; None at the beginning."""
        if self.verticalScrollBar().value() == 0:
            return None
        cursor = self.cursorForPosition(QPoint(round(self.column_left()) + 1, 1))
        position = self._positions.to_text(cursor.position())
        return None if position is None else (position, self.cursorRect(cursor).top())

    def _scroll_to(self, top: tuple[int, int] | None) -> None:
        bar = self.verticalScrollBar()
        if top is None:
            bar.setValue(0)
            return
        rect = self.cursorRect(self._cursor_over(top[0], top[0]))
        bar.setValue(bar.value() + rect.top() - top[1])

    def _cursor_over(self, anchor: int, position: int) -> QTextCursor:
        """A cursor that selects from `anchor` to `position`."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._positions.to_qt(anchor) or 0)
        cursor.setPosition(self._positions.to_qt(position) or 0, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _repaint(self) -> None:
        self._colour_visible_names()
        self.viewport().update()

    def _end_flash(self) -> None:
        self._selected = Selected(self._selected.entity, self._selected.quotation)
        self.viewport().update()

    def _highlight_covering(self, position: int) -> Highlight | None:
        index = bisect_right(self._starts, position) - 1
        if index >= 0 and self._highlights[index].span.contains(position):
            return self._highlights[index]
        return None

    def _quotation_covering(self, position: int) -> QuotationId | None:
        there = [tint for tint in self._tints if tint.span.contains(position)]
        return min(there, key=lambda tint: len(tint.span)).quotation if there else None

    def _position_at(self, point: QPointF) -> int | None:
        """The character under `point`, not the nearest gap between two characters."""
        on_page = QPointF(point.x(), point.y() + self.verticalScrollBar().value())
        qt_position = self.document().documentLayout().hitTest(on_page, Qt.HitTestAccuracy.ExactHit)
        if qt_position < 0:
            return None
        position = self._positions.to_text(qt_position)
        if position is None:
            return None
        # An exact hit on the right half of a letter is counted as the gap after it.
        for candidate in (position, position - 1):
            if candidate >= 0 and any(
                line.rect.contains(point) for line in self.line_rects(Span(candidate, candidate + 1))
            ):
                return candidate
        return None

    def _visible_span(self) -> Span:
        """The characters of the blocks that are in sight, of one block at least."""
        layout = self.document().documentLayout()
        top = self.verticalScrollBar().value()
        first = layout.hitTest(QPointF(0, top), Qt.HitTestAccuracy.FuzzyHit)
        last = layout.hitTest(QPointF(0, top + self.viewport().height()), Qt.HitTestAccuracy.FuzzyHit)
        last_block = self.document().findBlock(max(last, 0))
        start = self._positions.to_text(self.document().findBlock(max(first, 0)).position())
        end = self._positions.to_text(last_block.position() + last_block.length() - 1)
        return Span(start or 0, max(end or 0, start or 0))

    def _visible(self, runs: Sequence[Run], visible: Span) -> list[tuple[Run, list[LineRect]]]:
        return [(run, self.line_rects(run.span)) for run in runs if run.span.overlaps(visible)]

    def _visible_highlights(self, visible: Span) -> Sequence[Highlight]:
        first = max(bisect_right(self._starts, visible.start) - 1, 0)
        return self._highlights[first : bisect_left(self._starts, visible.end)]

    def _colour_visible_names(self) -> None:
        """Give the names in sight the colour of their kind."""
        if self._article is None:
            return
        coloured = []
        for highlight in self._visible_highlights(self._visible_span()):
            char_format = QTextCharFormat()
            char_format.setForeground(name_colour(highlight, self._colours))
            for start, end in self._positions.pieces_to_qt(highlight.span):
                selection = QTextEdit.ExtraSelection()
                selection.format = char_format
                selection.cursor = QTextCursor(self.document())
                selection.cursor.setPosition(start)
                selection.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                coloured.append(selection)
        self.setExtraSelections(coloured)

    def _paint_under_text(self, painter: QPainter) -> None:
        visible = self._visible_span()
        left = self.column_left()
        tints = self._visible(self._tints, visible)
        paint_tints(painter, tints, palette=self._colours, selected=self._selected, column_left=left)
        marks = self._visible(self._visible_highlights(visible), visible)
        if self._selected.flashed is not None:
            paint_flash(painter, self.line_rects(self._selected.flashed), palette=self._colours)
        paint_marks(painter, marks, palette=self._colours, selected=self._selected)

    def _lines_of(self, block: QTextBlock, start: int, end: int) -> list[LineRect]:
        layout = block.layout()
        origin = self.document().documentLayout().blockBoundingRect(block).topLeft()
        origin -= QPointF(0, self.verticalScrollBar().value())
        found = []
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first, last = line.textStart(), line.textStart() + line.textLength()
            if last <= start or first >= end:
                continue
            left = _x_of(line, max(start, first))
            right = min(_x_of(line, min(end, last)), line.x() + line.naturalTextWidth())
            baseline = origin.y() + line.y() + line.ascent()
            top = baseline - line.ascent() * 0.98
            rect = QRectF(origin.x() + left, top, right - left, line.ascent() + line.descent())
            found.append(LineRect(rect, baseline))
        return found


def _x_of(line: QTextLine, position: int) -> float:
    # PySide gives the position back too; its annotations do not tell.
    x, _position = cast("tuple[float, int]", line.cursorToX(position))
    return x
