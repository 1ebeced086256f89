"""A list of headings and rows, as the side panel and the library have them."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from reader.ui.row_models import ROW_ROLE, Heading, Index, ListedRow, RowModel
from reader.ui.row_painting import SIDE, RowDelegate


class RowList(QListView):
    """Reports the row that the reader chooses: with a click, with Enter, or by going to it.

    `chooses_on_move` is False where choosing changes the order of the rows, as in the library: there the
    arrow keys only go from row to row.
    """

    row_chosen = Signal(object)

    def __init__(
        self, name: str, delegate: RowDelegate, parent: QWidget | None = None, *, chooses_on_move: bool = True
    ) -> None:
        super().__init__(parent)
        self._chooses_on_move = chooses_on_move
        self._is_quiet = False
        self._placeholder = ""
        self.setObjectName(name)
        self.rows = RowModel(self)
        self.setModel(self.rows)
        self.delegate = delegate
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._report)

    def set_rows(self, rows: Sequence[Heading | ListedRow]) -> None:
        """List these; the list stays where it was scrolled to."""
        scrolled = self.verticalScrollBar().value()
        self._is_quiet = True
        self.rows.set_rows(rows)
        self._is_quiet = False
        self.doItemsLayout()
        self.verticalScrollBar().setValue(scrolled)

    def set_placeholder(self, text: str) -> None:
        """Say this where there are no rows."""
        self._placeholder = text
        self.viewport().update()

    def chosen(self) -> object:
        """The value of the row that the keyboard is at; None if it is at none."""
        value = self.currentIndex().data(ROW_ROLE)
        return None if isinstance(value, Heading) else value

    def show_chosen(self, value: object, *, scrolls: bool = True) -> None:
        """Mark the row that holds `value`, or none, without reporting it."""
        index = self.rows.index_of(value) if value is not None else QModelIndex()
        if index.isValid() and index == self.currentIndex():
            return
        self._is_quiet = True
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            scrolled = self.verticalScrollBar().value()
            self.selectionModel().setCurrentIndex(index, flags)
            self.verticalScrollBar().setValue(scrolled)
            if scrolls:
                self.scrollTo(index)
        else:
            self.selectionModel().clear()
        self._is_quiet = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self._chooses_on_move and not self._is_quiet:
            self._report(current)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._is_quiet = True  # the click that follows reports the row
        super().mousePressEvent(event)
        self._is_quiet = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._report(self.currentIndex())
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._placeholder and self.rows.rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(self.delegate.colours.dim))
            room = QRect(SIDE, 14, self.viewport().width() - 2 * SIDE, self.viewport().height() - 14)
            painter.drawText(room, Qt.TextFlag.TextWordWrap, self._placeholder)

    def _report(self, index: Index) -> None:
        value = index.data(ROW_ROLE) if index.isValid() else None
        if value is not None and not isinstance(value, Heading):
            self.row_chosen.emit(value)
