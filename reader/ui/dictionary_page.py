"""The reader's dictionary as a page: entries are added, edited, removed, imported and exported."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog

from reader.domain.corrections import DictionaryEntry
from reader.domain.errors import DictionaryFileFailed, ReaderError, StorageFailed
from reader.services.corrections import Corrections
from reader.ui import correction_words, messages
from reader.ui.dictionary_importing import DictionaryImporting
from reader.ui.entry_editor import EntryEditor
from reader.ui.for_all_articles import ForAllArticles
from reader.ui.table_model import RowsOnDemand, TableRow
from reader.ui.table_page import TablePage

WIDTHS = ((1, 150), (2, 230), (3, 90))


class DictionaryPage(QObject):
    """`tell` shows a line in the dialog, `fail` why something was not done."""

    def __init__(
        self,
        corrections: Corrections,
        for_all_articles: ForAllArticles,
        importing: DictionaryImporting,
        *,
        tell: Callable[[str], object],
        fail: Callable[[ReaderError], object],
        dialog: QDialog,
    ) -> None:
        super().__init__(dialog)
        self._corrections = corrections
        self._for_all_articles = for_all_articles
        self._importing = importing
        self._tell = tell
        self._fail = fail
        self._dialog = dialog
        self._shown: Sequence[DictionaryEntry] | None = None
        self.page = TablePage("dictionary_table", dialog)
        self.page.add_button("stop_import", self._stop_import, is_first=True)
        self.page.add_button("import", self._import, is_first=True)
        self.page.add_button("export", self._export, is_first=True)
        self.page.add_button("remove", self._remove_chosen)
        self.page.add_button("edit", self._edit_chosen)
        self.page.add_button("add", self._add)
        importing.busy_changed.connect(self._show_progress)
        importing.progressed.connect(self._show_progress)
        self.page.table.doubleClicked.connect(lambda _index: self._edit_chosen())

    def retranslate(self) -> None:
        page, self._shown = self.page, None
        page.filter.setPlaceholderText(self.tr("Filter the dictionary …"))
        page.filter.setAccessibleName(self.tr("Filter the dictionary"))
        page.table.setAccessibleName(self.tr("Words that are always or never marked"))
        columns = (self.tr("Words"), self.tr("In all articles"), self.tr("Shown as"), self.tr("Inflected"))
        page.set_columns(columns, growing=0)
        for number, width in WIDTHS:
            page.table.setColumnWidth(number, width)
        page.button("import").setText(self.tr("Import …"))
        page.button("stop_import").setText(self.tr("Stop the import"))
        page.button("export").setText(self.tr("Export …"))
        page.button("remove").setText(self.tr("Remove"))
        page.button("edit").setText(self.tr("Edit …"))
        page.button("add").setText(self.tr("Add …"))
        self._show_progress()

    def show_entries(self, entries: Sequence[DictionaryEntry]) -> None:
        """Show perhaps 100,000 entries; not anew without need, the words for kinds looked up once."""
        if entries is self._shown:
            return
        self._shown = entries
        inflected = {True: self.tr("yes"), False: self.tr("no")}
        kinds = {
            meaning: correction_words.kind_here(meaning[0], is_generic=meaning[1])
            for meaning in {(one.kind, one.is_generic) for one in entries}
        }

        def row(one: DictionaryEntry) -> TableRow:
            cells = (one.text, kinds[one.kind, one.is_generic], one.name, inflected[one.is_inflected])
            return TableRow(one.id, one, cells)

        self.page.set_rows(RowsOnDemand(entries, row))

    def switch_buttons(self) -> None:
        chosen = self._chosen()
        self.page.enable(remove=bool(chosen), edit=len(chosen) == 1)

    def import_from(self, path: Path) -> None:
        self._for_all_articles.import_dictionary(path)

    def export_to(self, path: Path) -> None:
        try:
            self._corrections.dictionary.export_csv(path)
        except (DictionaryFileFailed, StorageFailed) as error:
            self._fail(error)
        else:
            self._tell(self.tr("Exported to {0}.").format(messages.printable(str(path))))

    # How it is done.

    def _chosen(self) -> list[DictionaryEntry]:
        return [one for one in self.page.chosen() if isinstance(one, DictionaryEntry)]

    def _add(self) -> None:
        EntryEditor(self._dialog, None, self._for_all_articles.put_entry).open()

    def _edit_chosen(self) -> None:
        chosen = self._chosen()
        if chosen:
            keep = partial(self._for_all_articles.put_entry, instead_of=chosen[0])
            EntryEditor(self._dialog, chosen[0], keep).open()

    def _remove_chosen(self) -> None:
        chosen = self._chosen()
        if chosen:
            self._for_all_articles.remove_entries(chosen)

    def _stop_import(self) -> None:
        self._importing.cancel()
        self._tell(self.tr("The import was stopped: nothing was taken."))

    def _show_progress(self) -> None:
        """Say in the place of the hint how far an import is; it can be stopped meanwhile."""
        path, share = self._importing.path, self._importing.share()
        if path is None:
            hint = self.tr("Right click on a name or on selected words to say what they are in all articles.")
        elif share is None:
            hint = self.tr("“{0}” is being read …").format(messages.printable(path.name))
        else:
            hint = self.tr("“{0}” is being imported: {1} %")
            hint = hint.format(messages.printable(path.name), round(share * 100))
        self.page.hint.setText(hint)
        self.page.button("stop_import").setVisible(path is not None)
        self.page.enable(**{"import": path is None})

    def _import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._dialog,
            self.tr("Import a dictionary"),
            "",
            self.tr("Tables (*.csv *.tsv *.txt);;All files (*)"),
        )
        if name:
            self.import_from(Path(name))

    def _export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self._dialog,
            self.tr("Export the dictionary"),
            self.tr("Dictionary") + ".csv",
            self.tr("Tables (*.csv);;All files (*)"),
        )
        if name:
            self.export_to(Path(name))
