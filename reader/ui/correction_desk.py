"""Joins the corrections with the window: menus, keys, the history, and the buttons of the card."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from reader.domain.articles import ArticleId
from reader.domain.entities import Entity, EntityKind
from reader.domain.errors import ReaderError
from reader.presentation.entity_rows import EntityRow
from reader.presentation.quotation_rows import QuotationRow
from reader.services.corrections import Corrections
from reader.services.dictionary_file import ImportReport
from reader.services.other_articles import OtherArticle
from reader.services.wishes import Edge
from reader.ui import correction_words
from reader.ui.actions import action_names
from reader.ui.article_view import ArticleView, MenuPlace
from reader.ui.changes import Changes
from reader.ui.correcting import Correcting, Subject
from reader.ui.correction_menu import RESIZES, CorrectionMenus
from reader.ui.correction_words import KINDS
from reader.ui.corrections_dialog import CorrectionsDialog, Page
from reader.ui.done_bar import DoneBar
from reader.ui.following import Following
from reader.ui.for_all_articles import ForAllArticles
from reader.ui.history import History, Step
from reader.ui.import_report import ImportReportBox
from reader.ui.notice_bar import Notice, NoticeBar
from reader.ui.reading_session import ReadingSession
from reader.ui.row_list import RowList
from reader.ui.row_models import ROW_ROLE
from reader.ui.side_panel import SidePanel

SUBJECT, MISFITS = "corrections", "misfits"


class CorrectionDesk(QObject):
    """What the reader wants with names and quotations comes here, from wherever in the window."""

    def __init__(
        self,
        session: ReadingSession,
        corrections: Corrections,
        *,
        view: ArticleView,
        side_panel: SidePanel,
        notice: NoticeBar,
        history: History,
        actions: Mapping[str, QAction],
        open_article: Callable[[int], object],
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._corrections = corrections
        self._view = view
        self._notice = notice
        self._history = history
        self._actions = actions
        self._open_article = open_article
        self._window = window
        self._dialog: CorrectionsDialog | None = None
        self._closes_window = False
        self._told_misfits = set[ArticleId | None]()
        self.done = DoneBar(view)
        changes = Changes(
            session,
            corrections,
            view,
            history,
            self.done,
            before_change=side_panel.card.note.flush,
            parent=self,
        )
        self.correcting = Correcting(session, corrections, changes, view, self)
        self.for_all_articles = ForAllArticles(session, corrections, changes, self)
        self.for_all_articles.imported.connect(self._tell_imported)
        session.importing.busy_changed.connect(self._close_if_wanted)
        self._following = Following(
            session, corrections, history, self.done, flush=side_panel.card.note.flush, parent=self
        )
        self.menus = CorrectionMenus(self.correcting, self.for_all_articles, window)
        session.change_failed.connect(self._show_failure)
        session.corrections_changed.connect(lambda: notice.forget(SUBJECT))
        session.article_changed.connect(self.done.forget)
        session.article_changed.connect(lambda: notice.forget(MISFITS))
        session.annotations_changed.connect(self._tell_misfits)
        history.changed.connect(self._name_history)
        history.undone.connect(self._tell_where)
        history.redone.connect(self._tell_where)
        view.menu_wanted.connect(self._open_menu)
        for rows in (side_panel.names, side_panel.quotations):
            rows.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            rows.customContextMenuRequested.connect(partial(self._open_row_menu, rows))
        side_panel.card.withdraw_wanted.connect(self._withdraw)
        side_panel.card.article_menu_wanted.connect(self._open_article_menu)
        side_panel.quotation_card.correction_wanted.connect(self._open_card_menu)
        self._connect_actions()
        self._name_history()

    def retranslate(self) -> None:
        self.done.retranslate()
        self._name_history()

    def open_dialog(self, page: Page = Page.CORRECTIONS) -> None:
        """Show the list of all that was corrected; it is open once only."""
        if self._dialog is None:
            undo = [self._actions[name] for name in ("undo", "redo")]
            self._dialog = CorrectionsDialog(
                self._session,
                self._corrections,
                self.for_all_articles,
                undo,
                self._open_article,
                self._window,
            )
            self._dialog.destroyed.connect(self._forget_dialog)
            self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        self._dialog.show_page(page)

    def _forget_dialog(self) -> None:
        self._dialog = None

    # What the reader wants.

    def _connect_actions(self) -> None:
        correcting, now = self.correcting, self.correcting.subject
        wishes: dict[str, Callable[[], object]] = {
            "undo": self._history.undo,
            "redo": self._history.redo,
            "corrections": self.open_dialog,
            "no_name": self._no_name,
            "same_as": lambda: self.menus.ask_same(now()),
            "split_off": lambda: correcting.split_off(now()),
            "rename": lambda: self.menus.ask_name(now()),
            "speaker": lambda: self.menus.ask_speaker(now()),
            "extent": self._extent,
        }
        for name, kind, is_generic in KINDS:
            wishes[name] = partial(self._is_a, kind, is_generic=is_generic)
        for name, edge, step in RESIZES:
            wishes[name] = partial(self._resize, edge, step)
        for name, wish in wishes.items():
            action = self._actions[name]
            action.triggered.connect(partial(_follow, wish))
            if action.shortcutContext() is Qt.ShortcutContext.WidgetShortcut:
                self._view.addAction(action)

    def _is_a(self, kind: EntityKind, *, is_generic: bool) -> None:
        self.correcting.is_a(self.correcting.subject(), kind, is_generic=is_generic)

    def _resize(self, edge: Edge, step: int) -> None:
        self.correcting.resize(self.correcting.subject(), edge, step)

    def _no_name(self) -> None:
        """One key for what is wrong altogether, whether that is a name or a quotation."""
        subject = self.correcting.subject()
        if subject.quotation is not None and subject.words is None:
            self.correcting.not_a_quotation(subject)
        else:
            self.correcting.no_name(subject)

    def _extent(self) -> None:
        subject = self.correcting.subject()
        if subject.words is not None:
            quotation = subject.quotation or self.correcting.quotation_around(subject.words)
            self.correcting.extent(Subject(subject.words, quotation=quotation))

    def _open_menu(self, place: MenuPlace) -> None:
        highlight = place.highlight
        if self._view.selected_span() is None:
            if highlight is not None:
                self._session.select_entity(highlight.entity)
            elif place.quotation is not None:
                self._session.select_quotation(place.quotation)
        subject = self.correcting.subject_at(highlight.mention if highlight else None, place.quotation)
        self._show_menu(subject, place.point)

    def _open_row_menu(self, rows: RowList, point: QPoint) -> None:
        index: QModelIndex = rows.indexAt(point)
        row = index.data(ROW_ROLE) if index.isValid() else rows.chosen()
        if isinstance(row, EntityRow):
            self._session.select_entity(row.entity)
            subject = self.correcting.subject_of(entity_id=row.entity)
        elif isinstance(row, QuotationRow):
            self._session.select_quotation(row.quotation)
            subject = self.correcting.subject_of(quotation_id=row.quotation)
        else:
            return
        self._show_menu(subject, rows.viewport().mapToGlobal(point))

    def _open_card_menu(self, quotation_id: str, point: QPoint) -> None:
        self._show_menu(self.correcting.subject_of(quotation_id=quotation_id), point)

    def _open_article_menu(self, entity: Entity, article: OtherArticle, point: QPoint) -> None:
        self.menus.menu_for_other(entity, article).popup(point)

    def _show_menu(self, subject: Subject, point: QPoint) -> None:
        menu = self.menus.menu_for(subject)
        if not menu.isEmpty():
            menu.popup(point)

    def _withdraw(self, entity: Entity) -> None:
        """Withdraw what was corrected here; what holds for all articles is decided in the dialog."""
        if not self.correcting.withdraw_all_on(entity):
            self.open_dialog(Page.DICTIONARY)

    # What is to be told.

    def _name_history(self) -> None:
        names = action_names()
        for name, step in (("undo", self._history.next_undo()), ("redo", self._history.next_redo())):
            what = f": {step.say()}".replace("&", "&&") if step is not None else ""
            self._actions[name].setText(names[name] + what)
            self._actions[name].setEnabled(step is not None)

    def _tell_where(self, step: Step) -> None:
        """A change in an article that is not open is not seen: offer to open it."""
        if step.article is None or step.article == self._session.article_id:
            return
        article = step.article
        self._notice.add(
            Notice(
                lambda: self.tr("That was in another article."),
                subject=SUBJECT,
                offer=lambda: self.tr("Open it"),
                act=lambda: self._open_article(article),
            )
        )

    def _tell_misfits(self) -> None:
        """Say once of an article that it has lost words that the reader spoke of."""
        article_id, count = self._session.article_id, len(self._session.misfits)
        if not count or article_id in self._told_misfits:
            return
        self._told_misfits.add(article_id)
        self._notice.add(
            Notice(
                lambda: self.tr(
                    "%Ln of your corrections do(es) not fit this article: its words are gone.", "", count
                ),
                subject=MISFITS,
                offer=lambda: self.tr("Show the corrections"),
                act=self.open_dialog,
            )
        )

    def _tell_imported(self, report: ImportReport) -> None:
        ImportReportBox(report, self._dialog or self._window).open()

    def may_close(self) -> bool:
        """False while a dictionary is being imported: the window closes as soon as it is.

        Whoever closes it once more does not wait: then nothing is imported.
        """
        importing = self._session.importing
        if self._closes_window or not importing.is_busy():
            importing.cancel()
            return True
        self._closes_window = True
        return False

    def _close_if_wanted(self) -> None:
        if self._closes_window and not self._session.importing.is_busy():
            self._window.close()

    def _show_failure(self, error: ReaderError) -> None:
        self._closes_window = False
        self._notice.add(Notice(partial(correction_words.not_changed, error), subject=SUBJECT))


def _follow(wish: Callable[[], object], _is_checked: bool = False) -> None:  # noqa: FBT001, FBT002  (a Qt slot)
    wish()
