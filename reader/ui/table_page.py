"""A page of the dialog with all that the reader said: a filter, a table, and buttons below it."""

from collections.abc import Callable, Sequence
from itertools import groupby

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.ui.fields import FilterField
from reader.ui.table_model import TableModel, TableRow

PAGE_MARGINS = (12, 14, 12, 10)
FILTER_MILLISECONDS = 120  # a hundred thousand entries are not filtered at every key


class TablePage(QWidget):
    """Knows no words: whoever makes it gives it some, and says them anew in another language."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons_by_name: dict[str, QPushButton] = {}
        self.filter = FilterField(self)
        self.filter.setClearButtonEnabled(True)
        self.model = TableModel(self)
        self.table = QTableView(self)
        self.table.setObjectName(name)
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.hint = QLabel(self)
        self.hint.setObjectName("card_meta")
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setWordWrap(True)
        self._wait = QTimer(self, singleShot=True, interval=FILTER_MILLISECONDS)
        self._wait.timeout.connect(lambda: self.model.set_filter(self.filter.text()))
        self.filter.textChanged.connect(lambda _text: self._wait.start())
        self.buttons = QHBoxLayout()
        self.buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*PAGE_MARGINS)
        column.setSpacing(10)
        column.addWidget(self.filter)
        column.addWidget(self.table, stretch=1)
        column.addWidget(self.hint)
        column.addLayout(self.buttons)

    def set_columns(self, names: Sequence[str], *, growing: int) -> None:
        self.model.set_columns(names)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(growing, QHeaderView.ResizeMode.Stretch)

    def set_rows(self, rows: Sequence[TableRow]) -> None:
        """Show these; what was chosen and is still there stays so, and the keyboard stays where it was."""
        selection = self.table.selectionModel()
        chosen = self.model.keys_at(self._chosen_rows())
        current = selection.currentIndex().row()
        self.model.set_rows(rows)
        found = self.model.rows_of(chosen)
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        selection.select(self._stretches(found), flags)
        if current >= 0 and rows:
            here = found[0] if found else min(current, self.model.rowCount() - 1)
            selection.setCurrentIndex(self.model.index(here, 0), QItemSelectionModel.SelectionFlag.NoUpdate)

    def add_button(self, name: str, act: Callable[[], object], *, is_first: bool = False) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        self._buttons_by_name[name] = button
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: act())
        self.buttons.insertWidget(self.buttons.count() - (0 if not is_first else 1), button)
        return button

    def button(self, name: str) -> QPushButton:
        return self._buttons_by_name[name]

    def enable(self, **is_enabled: bool) -> None:
        """Switch buttons by their names; where the keyboard was on one, it goes to the table."""
        had_keyboard = QApplication.focusWidget() in self._buttons_by_name.values()
        for name, enabled in is_enabled.items():
            self._buttons_by_name[name].setEnabled(enabled)
        if had_keyboard and QApplication.focusWidget() not in self._buttons_by_name.values():
            self.table.setFocus()

    def chosen(self) -> list[object]:
        return self.model.values_at(self._chosen_rows())

    def _chosen_rows(self) -> list[int]:
        """From the stretches that are selected: Qt asks of each row whether all its cells are."""
        selected = self.table.selectionModel().selection()
        stretches = map(selected.at, range(selected.count()))
        return sorted({row for stretch in stretches for row in range(stretch.top(), stretch.bottom() + 1)})

    def _stretches(self, rows: Sequence[int]) -> QItemSelection:
        """The rows, which ascend, as one selection: row by row each would be announced by itself."""
        selected = QItemSelection()
        for _gap, run in groupby(enumerate(rows), key=lambda found: found[1] - found[0]):
            together = [row for _number, row in run]
            first, last = (self.model.index(row, 0) for row in (together[0], together[-1]))
            selected.select(first, last)
        return selected
