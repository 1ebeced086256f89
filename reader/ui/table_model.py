"""One item model for the tables of the dialogs: rows of words, each with the value it stands for."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, overload

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QGuiApplication, QPalette

from reader.ui.row_models import NOWHERE, Index
from reader.ui.tooltips import plain_tooltip

One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of one row; a dim one does not count at the moment. `key` stays when the value changes."""

    key: object
    value: object
    cells: tuple[str, ...]
    is_dim: bool = False


class RowsOnDemand(Sequence[TableRow]):
    """Rows that are made when they are looked at: of 100,000 few ever are."""

    def __init__(self, values: Sequence[One], row: Callable[[One], TableRow]) -> None:
        self._values = values
        self._row = row

    def __len__(self) -> int:
        return len(self._values)

    @overload
    def __getitem__(self, place: int) -> TableRow: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[TableRow]: ...
    def __getitem__(self, place: int | slice) -> TableRow | Sequence[TableRow]:
        if isinstance(place, slice):
            return RowsOnDemand(self._values[place], self._row)
        return self._row(self._values[place])


class TableModel(QAbstractTableModel):
    """Shows the rows that have all words of the filter, in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: Sequence[str] = ()
        self._all: Sequence[TableRow] = ()
        self._shown: Sequence[TableRow] = ()
        self._words: list[str] = []

    def set_columns(self, names: Sequence[str]) -> None:
        self.beginResetModel()
        self._columns = names
        self.endResetModel()

    def set_rows(self, rows: Sequence[TableRow]) -> None:
        self.beginResetModel()
        self._all = rows
        self._filter()
        self.endResetModel()

    def set_filter(self, words: str) -> None:
        self.beginResetModel()
        self._words = words.casefold().split()
        self._filter()
        self.endResetModel()

    def rows(self) -> list[tuple[str, ...]]:
        return [row.cells for row in self._shown]

    def values_at(self, rows: Iterable[int]) -> list[object]:
        return [self._shown[row].value for row in rows]

    def keys_at(self, rows: Iterable[int]) -> set[object]:
        return {self._shown[row].key for row in rows}

    def rows_of(self, keys: set[object]) -> list[int]:
        """Which rows have these keys, from above."""
        if not keys:
            return []
        return [number for number, row in enumerate(self._shown) if row.key in keys]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  (Qt's own type)
        if not index.isValid():
            return None
        row = self._shown[index.row()]
        text = row.cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(text.split())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(text)
        if role == Qt.ItemDataRole.ForegroundRole and row.is_dim:
            return QGuiApplication.palette().brush(QPalette.ColorRole.PlaceholderText)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401  (Qt's own type)
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section]
        return None

    def _filter(self) -> None:
        if not self._words:
            self._shown = self._all
            return
        self._shown = [
            row for row in self._all if all(word in " ".join(row.cells).casefold() for word in self._words)
        ]
