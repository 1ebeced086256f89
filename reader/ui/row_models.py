"""One item model for all lists of the window: headings and rows, each row a frozen value."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.ui.tooltips import plain_tooltip

ROW_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Heading:
    """A line between rows that cannot be chosen."""

    text: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row with the words by which a screen reader and the keyboard search know it.

    `hint` is shown where the pointer rests, for what the row has no room for.
    """

    value: object
    spoken: str
    hint: str = ""


class RowModel(QAbstractListModel):
    """Headings and rows in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Heading | ListedRow] = ()

    def set_rows(self, rows: Sequence[Heading | ListedRow]) -> None:
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def index_of(self, value: object) -> QModelIndex:
        """The index of the row that holds `value`; an invalid one if there is none."""
        for number, row in enumerate(self._rows):
            if isinstance(row, ListedRow) and row.value == value:
                return self.index(number)
        return QModelIndex()

    def values(self) -> list[object]:
        return [row.value for row in self._rows if isinstance(row, ListedRow)]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  (Qt's own type)
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row if isinstance(row, Heading) else row.value
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.text if isinstance(row, Heading) else row.spoken
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, ListedRow):
            return plain_tooltip(row.hint)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
