"""The dialog with all that the reader said: corrections, dictionary, what is the same or different."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import partial

from PySide6.QtCore import QDate, QDateTime, QEvent, QLocale, Qt, QTime
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTabWidget, QVBoxLayout, QWidget

from reader.domain.corrections import Sameness
from reader.domain.errors import ReaderError, StorageFailed
from reader.services.corrections import Corrections
from reader.storage.correction_store import TitledCorrection
from reader.ui import correction_words, messages
from reader.ui.dictionary_page import DictionaryPage
from reader.ui.for_all_articles import ForAllArticles
from reader.ui.reading_session import ReadingSession
from reader.ui.table_model import TableRow
from reader.ui.table_page import TablePage

CELL_PADDING = 26  # pixels left and right of the words of a cell, together
BELOW_PAGES = (12, 0, 12, 0)  # in line with the pages


class Page(IntEnum):
    """The tabs, from the left."""

    CORRECTIONS = 0
    DICTIONARY = 1
    DECLARATIONS = 2


class CorrectionsDialog(QDialog):
    """Lists and changes all that the reader said; the window below goes on living meanwhile."""

    def __init__(
        self,
        session: ReadingSession,
        corrections: Corrections,
        for_all_articles: ForAllArticles,
        undo: Sequence[QAction],
        open_article: Callable[[int], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("corrections_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._corrections = corrections
        self._for_all_articles = for_all_articles
        self._open_article = open_article
        for action in undo:
            self.addAction(action)
        self.pages = QTabWidget(self)
        self.pages.setDocumentMode(True)
        self.pages.tabBar().setDrawBase(False)
        self.made = self._make_corrections_page()
        self.words = DictionaryPage(
            corrections,
            for_all_articles,
            session.importing,
            tell=self._tell,
            fail=self._show_failure,
            dialog=self,
        )
        self.dictionary = self.words.page
        self.declarations = TablePage("declarations_table", self)
        self.declarations.add_button("withdraw", self._withdraw_declarations)
        for page in (self.made, self.dictionary, self.declarations):
            self.pages.addTab(page, "")
            page.table.selectionModel().selectionChanged.connect(self._switch_buttons)
        self.trouble = QLabel(self)
        self.trouble.setObjectName("dialog_trouble")
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self._lay_out()
        session.corrections_changed.connect(self.show_all)
        session.library_changed.connect(self.show_all)
        session.change_failed.connect(self._show_failure)
        self.resize(880, 560)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew, in the language of the interface."""
        self.setWindowTitle(self.tr("Corrections and dictionary"))
        self.pages.setTabText(Page.CORRECTIONS, self.tr("Corrections"))
        self.pages.setTabText(Page.DICTIONARY, self.tr("Dictionary"))
        self.pages.setTabText(Page.DECLARATIONS, self.tr("Same or different"))
        self._name_corrections_page()
        self.words.retranslate()
        self._name_declarations_page()
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
            entries = self._corrections.dictionary.entries()
            declared = [_declared_row(one) for one in reversed(self._corrections.declarations())]
        except StorageFailed as error:
            self._show_failure(error)
            return
        self.made.set_rows(made)
        self.words.show_entries(entries)
        self.declarations.set_rows(declared)
        self._switch_buttons()

    def _lay_out(self) -> None:
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

    # Corrections.

    def _make_corrections_page(self) -> TablePage:
        page = TablePage("corrections_table", self)
        page.add_button("open_article", self._open_chosen, is_first=True)
        page.add_button("withdraw", partial(self._set_withdrawn, is_withdrawn=True))
        page.add_button("restore", partial(self._set_withdrawn, is_withdrawn=False))
        page.table.doubleClicked.connect(lambda _index: self._open_chosen())
        return page

    def _name_corrections_page(self) -> None:
        page = self.made
        page.filter.setPlaceholderText(self.tr("Filter corrections …"))
        page.filter.setAccessibleName(self.tr("Filter corrections"))
        page.table.setAccessibleName(self.tr("Corrections of all articles"))
        columns = (self.tr("What"), self.tr("Article"), self.tr("When"), self.tr("State"))
        page.set_columns(columns, growing=0)
        for number, width in ((1, 220), (2, self._moment_width()), (3, 160)):
            page.table.setColumnWidth(number, width)
        page.hint.setText(self.tr("Right click on a name, a quotation or selected words to correct them."))
        page.button("open_article").setText(self.tr("Open the article"))
        page.button("withdraw").setText(self.tr("Withdraw"))
        page.button("restore").setText(self.tr("Restore"))

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
            state = self.tr("its words are gone")
        cells = (correction_words.correction(stored.correction), one.title, when, state)
        return TableRow(stored.id, one, cells, is_dim=bool(state))

    def _chosen_corrections(self) -> list[TitledCorrection]:
        return [one for one in self.made.chosen() if isinstance(one, TitledCorrection)]

    def _set_withdrawn(self, *, is_withdrawn: bool) -> None:
        chosen = [one.stored for one in self._chosen_corrections()]
        wanted = [stored for stored in chosen if stored.is_withdrawn is not is_withdrawn]
        if wanted:
            self._for_all_articles.set_withdrawn(wanted, is_withdrawn=is_withdrawn)

    def _open_chosen(self) -> None:
        chosen = self._chosen_corrections()
        if chosen:
            self._open_article(chosen[0].stored.article)

    # The same or different.

    def _name_declarations_page(self) -> None:
        page = self.declarations
        page.filter.setPlaceholderText(self.tr("Filter …"))
        page.filter.setAccessibleName(self.tr("Filter what is the same or different"))
        page.table.setAccessibleName(self.tr("What was declared the same or different in all articles"))
        page.set_columns((self.tr("What"), self.tr("Kind")), growing=0)
        page.table.setColumnWidth(1, 200)
        page.hint.setText(
            self.tr("Right click on a name to say which one is the same, or is not, in all articles.")
        )
        page.button("withdraw").setText(self.tr("Withdraw"))

    def _withdraw_declarations(self) -> None:
        chosen = [one for one in self.declarations.chosen() if isinstance(one, Sameness)]
        if chosen:
            self._for_all_articles.withdraw_declarations(chosen)

    # What is to be told.

    def _switch_buttons(self) -> None:
        made = [one.stored for one in self._chosen_corrections()]
        self.made.enable(
            open_article=len(made) == 1,
            withdraw=any(not stored.is_withdrawn for stored in made),
            restore=any(stored.is_withdrawn for stored in made),
        )
        self.words.switch_buttons()
        self.declarations.enable(withdraw=bool(self.declarations.chosen()))

    def _show_failure(self, error: ReaderError) -> None:
        self._tell(correction_words.not_changed(error))

    def _tell(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setAccessibleName(text)
        self.trouble.show()


def _declared_row(sameness: Sameness) -> TableRow:
    kinds = dict.fromkeys(messages.kind_name(key.kind) for key in (sameness.first, sameness.second))
    return TableRow(sameness.id, sameness, (correction_words.declaration(sameness), ", ".join(kinds)))
