"""The list of articles at the left: everything that was ever opened, the newest first."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.domain.articles import ArticleId
from reader.presentation.palette import Palette
from reader.services.library import LibraryEntry
from reader.ui import messages
from reader.ui.fields import FilterField
from reader.ui.row_list import RowList
from reader.ui.row_models import Heading, ListedRow
from reader.ui.row_painting import LibraryDelegate


class LibraryList(QWidget):
    """Lists entries by when they were last opened: today, yesterday, in the last week, in which month."""

    entry_chosen = Signal(int)
    search_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("library_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search = FilterField(self)
        self.search.setObjectName("library_search")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.search_changed)
        self._delegate = LibraryDelegate()
        self.entries = RowList("library_entries", self._delegate, self, chooses_on_move=False)
        self.entries.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.entries.row_chosen.connect(self._chosen)
        inner = QVBoxLayout()
        inner.setContentsMargins(12, 12, 12, 6)
        inner.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inner)
        column.addWidget(self.entries, stretch=1)
        self.retranslate()

    def retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Search the library …"))
        self.search.setAccessibleName(self.tr("Search the library"))
        self.entries.setAccessibleName(self.tr("Library"))
        self._delegate.minutes = self.tr("{0} min")
        self._delegate.quotations = self.tr("quotations: {0}")

    def set_palette(self, palette: Palette) -> None:
        self._delegate.set_palette(palette)
        self.entries.viewport().update()

    def set_entries(self, entries: Sequence[LibraryEntry], current: ArticleId | None) -> None:
        today = QDate.currentDate()
        rows: list[Heading | ListedRow] = []
        last = ""
        chosen = None
        for entry in entries:
            opened = entry.opened.astimezone().date()
            day = messages.period_name(QDate(opened.year, opened.month, opened.day), today).upper()
            if day != last:
                rows.append(Heading(day))
                last = day
            rows.append(ListedRow(entry, f"{entry.title}, {self._delegate.meta_of(entry)}", _hint_on(entry)))
            if entry.id == current:
                chosen = entry
        self.entries.set_rows(rows)
        self.entries.show_chosen(chosen)
        self.entries.set_placeholder(
            self.tr("Nothing found.") if self.search.text() else self.tr("What you open is kept here.")
        )

    def _chosen(self, entry: LibraryEntry) -> None:
        self.entry_chosen.emit(entry.id)

    def chosen_entry(self) -> LibraryEntry | None:
        entry = self.entries.chosen()
        return entry if isinstance(entry, LibraryEntry) else None


def _hint_on(entry: LibraryEntry) -> str:
    published = messages.publication_date(entry.published)
    return "\n".join(part for part in (entry.title, entry.outlet, published) if part)
