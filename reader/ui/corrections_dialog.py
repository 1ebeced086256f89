"""The dialog with all that the reader said: corrections, dictionary, what is the same or different."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, QDateTime, QItemSelectionModel, QLocale, Qt, QTime, QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reader.domain.corrections import DictionaryEntry, Sameness
from reader.domain.errors import DictionaryFileFailed, ReaderError, StorageFailed
from reader.services.corrections import Corrections
from reader.services.dictionary_file import ImportReport
from reader.storage.correction_store import TitledCorrection
from reader.ui import correction_words, messages
from reader.ui.correcting import Correcting
from reader.ui.entry_editor import EntryEditor
from reader.ui.reading_session import ReadingSession
from reader.ui.table_model import TableModel, TableRow

MOST_REFUSED = 200  # rows that the report lists one by one
CELL_PADDING = 26  # pixels left and right of the words of a cell, together
PAGE_MARGINS = (12, 14, 12, 10)
BELOW_PAGES = (12, 0, 12, 0)  # in line with the pages
FILTER_MILLISECONDS = 120  # a hundred thousand entries are not filtered at every key


class Page(IntEnum):
    """The tabs, from the left."""

    CORRECTIONS = 0
    DICTIONARY = 1
    DECLARATIONS = 2


class TablePage(QWidget):
    """A filter, a table, and a row of buttons below it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons_by_name: dict[str, QPushButton] = {}
        self.filter = QLineEdit(self)
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
        """Show these; what was chosen and is still there stays so."""
        chosen = self.model.keys_at(self.table.selectionModel().selectedRows())
        self.model.set_rows(rows)
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for index in self.model.indexes_of(chosen):
            self.table.selectionModel().select(index, flags)

    def add_button(
        self, name: str, text: str, act: Callable[[], object], *, is_first: bool = False
    ) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        self._buttons_by_name[name] = button
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: act())
        self.buttons.insertWidget(self.buttons.count() - (0 if not is_first else 1), button)
        return button

    def button(self, name: str) -> QPushButton:
        return self._buttons_by_name[name]

    def chosen(self) -> list[object]:
        return self.model.values_at(self.table.selectionModel().selectedRows())


class CorrectionsDialog(QDialog):
    """Lists and changes all that the reader said; the window below goes on living meanwhile."""

    def __init__(
        self,
        session: ReadingSession,
        corrections: Corrections,
        correcting: Correcting,
        undo: Sequence[QAction],
        open_article: Callable[[int], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("corrections_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Corrections and dictionary"))
        self._session = session
        self._corrections = corrections
        self._correcting = correcting
        self._open_article = open_article
        self._entries: Sequence[DictionaryEntry] | None = None  # those that are shown
        for action in undo:
            self.addAction(action)
        self.pages = QTabWidget(self)
        self.pages.setDocumentMode(True)
        self.pages.tabBar().setDrawBase(False)
        self.made = TablePage("corrections_table", self)
        self.dictionary = TablePage("dictionary_table", self)
        self.declarations = TablePage("declarations_table", self)
        self.pages.addTab(self.made, self.tr("Corrections"))
        self.pages.addTab(self.dictionary, self.tr("Dictionary"))
        self.pages.addTab(self.declarations, self.tr("Same or different"))
        self.trouble = QLabel(self)
        self.trouble.setObjectName("dialog_trouble")
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.addWidget(self.pages, stretch=1)
        below = QVBoxLayout()
        below.setContentsMargins(*BELOW_PAGES)
        below.addWidget(self.trouble)
        below.addWidget(buttons)
        column.addLayout(below)
        self._make_corrections_page()
        self._make_dictionary_page()
        self._make_declarations_page()
        for page in (self.made, self.dictionary, self.declarations):
            page.table.selectionModel().selectionChanged.connect(self._switch_buttons)
        session.corrections_changed.connect(self.show_all)
        session.library_changed.connect(self.show_all)
        session.change_failed.connect(self._show_failure)
        self.resize(880, 560)
        self.show_all()

    def show_page(self, page: Page) -> None:
        self.pages.setCurrentIndex(page)
        (self.made, self.dictionary, self.declarations)[page].filter.setFocus()

    def show_all(self) -> None:
        """Read everything anew."""
        self.trouble.hide()
        try:
            misfits = self._corrections.misfits()
            made = [self._made_row(one, misfits) for one in self._corrections.all()]
            entries = self._corrections.dictionary()
            declared = [_declared_row(one) for one in reversed(self._corrections.declarations())]
        except StorageFailed as error:
            self._show_failure(error)
            return
        self.made.set_rows(made)
        if entries is not self._entries:  # a hundred thousand rows are not made anew without need
            self._entries = entries
            self.dictionary.set_rows(self._entry_rows(entries))
        self.declarations.set_rows(declared)
        self._switch_buttons()

    # Corrections.

    def _make_corrections_page(self) -> None:
        page = self.made
        page.filter.setPlaceholderText(self.tr("Filter corrections …"))
        page.filter.setAccessibleName(self.tr("Filter corrections"))
        page.table.setAccessibleName(self.tr("Corrections of all articles"))
        columns = (self.tr("What"), self.tr("Article"), self.tr("When"), self.tr("State"))
        page.set_columns(columns, growing=0)
        for number, width in ((1, 220), (2, self._moment_width()), (3, 150)):
            page.table.setColumnWidth(number, width)
        self._open = page.add_button(
            "open_article", self.tr("Open the article"), self._open_chosen, is_first=True
        )
        self._withdraw = page.add_button(
            "withdraw", self.tr("Withdraw"), partial(self._set_withdrawn, is_withdrawn=True)
        )
        self._restore = page.add_button(
            "restore", self.tr("Restore"), partial(self._set_withdrawn, is_withdrawn=False)
        )
        page.table.doubleClicked.connect(lambda _index: self._open_chosen())
        page.hint.setText(self.tr("Right click on a name, a quotation or selected words to correct them."))

    def _moment_width(self) -> int:
        longest = QDateTime(QDate(2028, 12, 28), QTime(22, 58))
        words = QLocale().toString(longest, QLocale.FormatType.ShortFormat)
        return self.fontMetrics().horizontalAdvance(words) + CELL_PADDING

    def _made_row(self, one: TitledCorrection, misfits: frozenset[int]) -> TableRow:
        stored = one.stored
        moment = QDateTime.fromSecsSinceEpoch(round(stored.made.timestamp()))
        when = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
        state = ""
        if stored.is_withdrawn:
            state = self.tr("withdrawn")
        elif stored.id in misfits:
            state = self.tr("does not fit: these words are no longer in the article")
        cells = (correction_words.correction(stored.correction), one.title, when, state)
        return TableRow(stored.id, one, cells, is_dim=bool(state))

    def _chosen_corrections(self) -> list[TitledCorrection]:
        return [one for one in self.made.chosen() if isinstance(one, TitledCorrection)]

    def _set_withdrawn(self, *, is_withdrawn: bool) -> None:
        chosen = [one.stored for one in self._chosen_corrections()]
        wanted = [stored for stored in chosen if stored.is_withdrawn is not is_withdrawn]
        if wanted:
            self._correcting.set_withdrawn(wanted, is_withdrawn=is_withdrawn)

    def _open_chosen(self) -> None:
        chosen = self._chosen_corrections()
        if chosen:
            self._open_article(chosen[0].stored.article)

    # The dictionary.

    def _make_dictionary_page(self) -> None:
        page = self.dictionary
        page.filter.setPlaceholderText(self.tr("Filter the dictionary …"))
        page.filter.setAccessibleName(self.tr("Filter the dictionary"))
        page.table.setAccessibleName(self.tr("Words that are always or never marked"))
        columns = (self.tr("Words"), self.tr("In all articles"), self.tr("Shown as"), self.tr("Inflected"))
        page.set_columns(columns, growing=0)
        for number, width in ((1, 150), (2, 230), (3, 90)):
            page.table.setColumnWidth(number, width)
        page.add_button("import", self.tr("Import …"), self._import, is_first=True)
        page.add_button("export", self.tr("Export …"), self._export, is_first=True)
        self._remove = page.add_button("remove", self.tr("Remove"), self._remove_chosen)
        self._edit = page.add_button("edit", self.tr("Edit …"), self._edit_chosen)
        page.add_button("add", self.tr("Add …"), self._add)
        page.table.doubleClicked.connect(lambda _index: self._edit_chosen())

    def _entry_rows(self, entries: Sequence[DictionaryEntry]) -> list[TableRow]:
        """The rows of perhaps 100,000 entries: the words for their kinds are looked up once."""
        inflected = {True: self.tr("yes"), False: self.tr("no")}
        kinds = {
            meaning: correction_words.kind_here(meaning[0], is_generic=meaning[1])
            for meaning in {(one.kind, one.is_generic) for one in entries}
        }
        return [
            TableRow(
                one.id,
                one,
                (one.text, kinds[one.kind, one.is_generic], one.name, inflected[one.is_inflected]),
            )
            for one in entries
        ]

    def _chosen_entries(self) -> list[DictionaryEntry]:
        return [one for one in self.dictionary.chosen() if isinstance(one, DictionaryEntry)]

    def _add(self) -> None:
        EntryEditor(self, None, self._correcting.put_entry).open()

    def _edit_chosen(self) -> None:
        chosen = self._chosen_entries()
        if chosen:
            EntryEditor(self, chosen[0], partial(self._correcting.put_entry, instead_of=chosen[0])).open()

    def _remove_chosen(self) -> None:
        chosen = self._chosen_entries()
        if chosen:
            self._correcting.remove_entries(chosen)

    def _import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Import a dictionary"), "", self.tr("Tables (*.csv *.tsv *.txt);;All files (*)")
        )
        if name:
            self.import_from(Path(name))

    def import_from(self, path: Path) -> None:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)  # a large file takes some seconds
        try:
            report = self._correcting.import_dictionary(path)
        finally:
            QGuiApplication.restoreOverrideCursor()
        if report is not None:
            self._show_report(report)

    def _show_report(self, report: ImportReport) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setObjectName("import_report")
        box.setWindowTitle(self.tr("Dictionary imported"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        lines = [self.tr("%n entry(s) taken.", "", report.taken)]
        if report.replaced:
            lines.append(self.tr("%n of them in place of another.", "", report.replaced))
        if report.refused:
            lines.append(self.tr("%n row(s) refused.", "", len(report.refused)))
            refused = [
                self.tr("Row {0}: {1}").format(row.number, correction_words.refusal(row.reason))
                for row in report.refused[:MOST_REFUSED]
            ]
            if len(report.refused) > MOST_REFUSED:
                refused.append("…")
            box.setDetailedText("\n".join(refused))
        box.setText("\n".join(lines))
        box.open()

    def _export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Export the dictionary"),
            self.tr("Dictionary") + ".csv",
            self.tr("Tables (*.csv);;All files (*)"),
        )
        if name:
            self.export_to(Path(name))

    def export_to(self, path: Path) -> None:
        try:
            self._corrections.export_csv(path)
        except (DictionaryFileFailed, StorageFailed) as error:
            self._show_failure(error)
        else:
            self._tell(self.tr("Exported to {0}.").format(messages.printable(str(path))))

    # The same or different.

    def _make_declarations_page(self) -> None:
        page = self.declarations
        page.filter.setPlaceholderText(self.tr("Filter …"))
        page.filter.setAccessibleName(self.tr("Filter what is the same or different"))
        page.table.setAccessibleName(self.tr("What was declared the same or different in all articles"))
        page.set_columns((self.tr("What"), self.tr("Kind")), growing=0)
        page.table.setColumnWidth(1, 200)
        page.hint.setText(
            self.tr("Right click on a name to say which one is the same, or is not, in all articles.")
        )
        self._undeclare = page.add_button("withdraw", self.tr("Withdraw"), self._withdraw_declarations)

    def _withdraw_declarations(self) -> None:
        chosen = [one for one in self.declarations.chosen() if isinstance(one, Sameness)]
        if chosen:
            self._correcting.withdraw_declarations(chosen)

    # What is to be told.

    def _switch_buttons(self) -> None:
        made = [one.stored for one in self._chosen_corrections()]
        self._open.setEnabled(len(made) == 1)
        self._withdraw.setEnabled(any(not stored.is_withdrawn for stored in made))
        self._restore.setEnabled(any(stored.is_withdrawn for stored in made))
        entries = self._chosen_entries()
        self._remove.setEnabled(bool(entries))
        self._edit.setEnabled(len(entries) == 1)
        self._undeclare.setEnabled(bool(self.declarations.chosen()))

    def _show_failure(self, error: ReaderError) -> None:
        self._tell(correction_words.not_changed(error))

    def _tell(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setAccessibleName(text)
        self.trouble.show()


def _declared_row(sameness: Sameness) -> TableRow:
    kinds = dict.fromkeys(messages.kind_name(key.kind) for key in (sameness.first, sameness.second))
    return TableRow(sameness.id, sameness, (correction_words.declaration(sameness), ", ".join(kinds)))
