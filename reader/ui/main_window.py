"""The window: lays its parts out, and carries what the reader wants to the session."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QLabel, QMainWindow

from reader.nlp.installed_pipelines import installed_pipelines
from reader.presentation.highlights import Layer
from reader.presentation.known import Knowledge
from reader.services.corrections import Corrections
from reader.services.settings import LARGEST_SHARE, Settings
from reader.ui import messages
from reader.ui.about_dialog import AboutDialog
from reader.ui.actions import make_actions, make_menus, name_actions, name_menus
from reader.ui.article_view import ArticleView
from reader.ui.choices import Choices
from reader.ui.closing import Closing
from reader.ui.correction_desk import CorrectionDesk
from reader.ui.dialogs import show_keys
from reader.ui.drops import FileDrops, accept_copy, can_be_opened
from reader.ui.empty_page import EmptyPage
from reader.ui.exports import Exports
from reader.ui.find_bar import FindBar
from reader.ui.history import History
from reader.ui.icons import Icons
from reader.ui.keyboard_focus import escape_to, give_keyboard_on
from reader.ui.library_list import LibraryList
from reader.ui.looks import Looks
from reader.ui.navigation import Navigation
from reader.ui.notice_bar import Notice, NoticeBar
from reader.ui.overview_bar import OverviewBar
from reader.ui.quoting import Quoting
from reader.ui.reading_session import ReadingSession
from reader.ui.removals import Removals
from reader.ui.session_presenter import Parts, SessionPresenter
from reader.ui.settings_dialog import SettingsDialog
from reader.ui.side_panel import SidePanel
from reader.ui.sources import Sources
from reader.ui.top_bar import TopBar
from reader.ui.troubles import Troubles
from reader.ui.window_body import WindowBody

SMALLEST_TEXT, USUAL_TEXT, LARGEST_TEXT = 12, 19, 40
SMALLEST_WINDOW = (860, 520)


class MainWindow(QMainWindow):
    """Shows one `ReadingSession`; `settings_changed` comes with the new `Settings`."""

    settings_changed = Signal(object)

    def __init__(
        self,
        session: ReadingSession,
        corrections: Corrections,
        settings: Settings,
        *,
        icons: Icons,
        knowledge: Knowledge,
        sample: Path,
    ) -> None:
        super().__init__()
        self._session = session
        self.settings = settings
        self._sample = sample
        self._knowledge = knowledge
        self._settings_dialog: SettingsDialog | None = None
        self.setObjectName("main_window")
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST_WINDOW)
        self.actions_by_name = make_actions(self)
        name_actions(self.actions_by_name)
        self._menus = make_menus(self.menuBar(), self.actions_by_name)
        self.top_bar = TopBar(self.actions_by_name, icons, self)
        self.notice = NoticeBar(self)
        self.view = ArticleView(self)
        self.find_bar = FindBar(self.view, self)
        self.empty_page = EmptyPage(self.actions_by_name, self)
        self.overview = OverviewBar(self)
        self.library = LibraryList(self)
        self.side_panel = SidePanel(self)
        self.status = QLabel(self)
        self.status.setObjectName("status")
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.keys_hint = QLabel(self)
        self._body = WindowBody(
            self.top_bar,
            self.library,
            self.view,
            self.overview,
            self.empty_page,
            self.notice,
            self.find_bar,
            self.side_panel,
        )
        parts = Parts(self.view, self.top_bar.legend, self.overview, self.library, self.side_panel)
        self.presenter = SessionPresenter(session, parts, knowledge, self)
        self._looks = Looks(self, self.top_bar, self.presenter)
        self._navigation = Navigation(session, self.view)
        self._choices = Choices(
            session, self._navigation, self.notice, open_side_panel=self._open_side_panel, parent=self
        )
        self._history = History(self)
        self._troubles = Troubles(
            session, knowledge, self.notice, open_settings=self.open_settings, parent=self
        )
        self._sources = Sources(
            session,
            self.notice,
            folder=lambda: self.settings.last_folder,
            keep_folder=lambda folder: self.change_settings(last_folder=folder),
            window=self,
        )
        self._removals = Removals(session, self.library, self.notice, self._history, self)
        self.desk = CorrectionDesk(
            session,
            corrections,
            view=self.view,
            side_panel=self.side_panel,
            notice=self.notice,
            history=self._history,
            actions=self.actions_by_name,
            open_article=self._choices.entry,
            window=self,
        )
        self.exports = Exports(
            session,
            self.notice,
            self.actions_by_name["export"],
            folder=lambda: self.settings.export_folder or self.settings.last_folder,
            keep_folder=lambda folder: self.change_settings(export_folder=folder),
            window=self,
        )
        self._closing = Closing(session, self.side_panel.card.note, self.exports, self.desk, self)
        self.quoting = Quoting(session, self.actions_by_name["copy_quotation"], self.desk.done, self)
        self.desk.menus.copy_wanted.connect(self.quoting.copy)
        self._lay_out()
        FileDrops(self, self._sources.open_mime)
        escape_to(self.view, self.library.search, self.side_panel.filter, self.side_panel.card.note)
        self._connect_actions()
        self._connect_session()
        self._connect_parts()
        self._apply_settings()
        self.retranslate()
        self.empty_page.first_button().setFocus()

    # Words, looks, settings.

    def retranslate(self) -> None:
        """Say everything anew, in the language of the interface."""
        name_actions(self.actions_by_name)
        name_menus(self._menus)
        for part in (
            self.top_bar,
            self.notice,
            self.find_bar,
            self.empty_page,
            self.library,
            self.side_panel,
            self.desk,
        ):
            part.retranslate()
        self.view.setAccessibleName(self.tr("Article"))
        self.keys_hint.setText(self.tr("N next name · Q next quotation · ? keys"))
        self.presenter.show_everything()
        self.top_bar.fit_legend()
        self._show_frame()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def apply_theme(self) -> None:
        """Take the colours of the setting, or of the system."""
        self._looks.apply(self.settings.theme)

    def change_settings(self, **changes: Any) -> None:  # noqa: ANN401  (`replace` checks the names)
        self.settings = replace(self.settings, **changes)
        self._apply_settings()
        self.settings_changed.emit(self.settings)

    def open_settings(self) -> None:
        """Show the settings beside the article, so that what they change can be seen."""
        if self._settings_dialog is None:
            self._settings_dialog = SettingsDialog(self.settings, installed_pipelines(), self)
            self._settings_dialog.setting_changed.connect(
                lambda name, value: self.change_settings(**{name: value})
            )
            self._settings_dialog.finished.connect(self._forget_settings_dialog)
        self._settings_dialog.show()
        self._settings_dialog.raise_()
        self._settings_dialog.activateWindow()

    def _forget_settings_dialog(self) -> None:
        self._settings_dialog = None

    def _apply_settings(self) -> None:
        settings = self.settings
        self.apply_theme()
        self._session.show_from(settings.hidden_below / LARGEST_SHARE)
        self._session.use_pipelines(settings.pipelines)
        if self._settings_dialog is not None:
            self._settings_dialog.show_settings(settings)
        self.view.set_text_size(settings.text_size)
        self.presenter.set_hidden(self._hidden_layers())
        self.library.setVisible(settings.library_visible)
        self.side_panel.setVisible(settings.side_panel_visible)
        checks = {
            "library": settings.library_visible,
            "side_panel": settings.side_panel_visible,
            f"theme_{settings.theme}": True,
            f"language_{settings.interface_language}": True,
        }
        for name, action in self.actions_by_name.items():
            if action.isCheckable():
                action.setChecked(checks.get(name, False))

    # Opening.

    def open_files(self, names: list[str]) -> None:
        """Open files by their paths, as from the command line."""
        self._sources.open_files(names)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if can_be_opened(event):
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        accept_copy(event)
        self._sources.open_mime(event.mimeData())

    def end(self) -> None:
        """Close because the system ends the program; it does not wait for long."""
        self.exports.end()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is left to save; ask before anything would be lost."""
        if not self._closing.is_allowed():
            event.ignore()
            return
        if not self.isMaximized():
            size = (self.width(), self.height())
            self.settings = replace(self.settings, window_size=size, splitter_sizes=self._body.widths())
        self.settings_changed.emit(self.settings)
        event.accept()

    # What the session tells.

    def _article_changed(self) -> None:
        self._show_frame()
        if self._session.article is not None:
            self.view.setFocus()

    def _show_frame(self) -> None:
        article = self._session.article
        self._body.show_article(is_open=article is not None)
        self.setWindowTitle(f"{article.title} – Lesart" if article else "Lesart")
        self.top_bar.title.set_full_text(article.title if article else "")
        self.actions_by_name["back"].setEnabled(self._session.can_go(-1))
        self.actions_by_name["forward"].setEnabled(self._session.can_go(1))
        for name in ("next_name", "previous_name", "next_quotation", "previous_quotation", "find", "note"):
            self.actions_by_name[name].setEnabled(article is not None)
        self.status.setText(self.presenter.status_text())

    # What the reader wants.

    def _show_about(self) -> None:
        dialog = AboutDialog(self._knowledge.sources, self._knowledge.resources, self)
        dialog.link_wanted.connect(self._open_link)
        dialog.open()

    def _open_link(self, address: str) -> None:
        """Leave it to the browser; the one way out of this program."""
        if not QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode)):
            self.notice.add(Notice(partial(messages.no_browser, address)))

    def _open_side_panel(self) -> None:
        if not self.settings.side_panel_visible:
            self.change_settings(side_panel_visible=True)

    def _switch_layer(self, layer: Layer, is_shown: bool) -> None:  # noqa: FBT001  (a Qt slot)
        hidden = frozenset(self.settings.hidden_kinds) - {layer.value}
        if not is_shown:
            hidden |= {layer.value}
        if hidden != frozenset(self.settings.hidden_kinds):
            self.change_settings(hidden_kinds=tuple(sorted(hidden)))

    def _resize_text(self, steps: int) -> None:
        size = min(max(self.settings.text_size + steps, SMALLEST_TEXT), LARGEST_TEXT)
        self.change_settings(text_size=size if steps else USUAL_TEXT)

    def _next_name(self, step: int) -> None:
        self._navigation.to_name(step, hidden=self._hidden_layers())

    def _hidden_layers(self) -> frozenset[Layer]:
        return frozenset(Layer(name) for name in self.settings.hidden_kinds if name in set(Layer))

    def _go_to_part(self, step: int) -> None:
        panel = self.side_panel
        lists = (panel.names, panel.quotations, panel.notes)
        cards = (panel.card.note, panel.quotation_card.jump)
        give_keyboard_on(
            (self.library.entries, self.view, self.empty_page.first_button(), *lists, *cards), step
        )

    def _write_note(self) -> None:
        if self._session.entity is not None:
            self._session.select_entity(self._session.entity.id)  # it may be the speaker of a quotation
            self._open_side_panel()
            self.side_panel.card.note.setFocus()

    def _filter(self) -> None:
        self._open_side_panel()
        self.side_panel.filter.setFocus()

    # Putting it together.

    def _connect_actions(self) -> None:
        wishes = {
            "open": self._sources.choose_files,
            "paste": self._sources.paste,
            "sample": lambda: self.open_files([str(self._sample)]),
            "settings": self.open_settings,
            "quit": self.close,
            "remove": self._removals.remove_chosen,
            "back": self._choices.back,
            "forward": self._choices.forward,
            "next_name": lambda: self._next_name(1),
            "previous_name": lambda: self._next_name(-1),
            "next_quotation": lambda: self._navigation.to_quotation(1),
            "previous_quotation": lambda: self._navigation.to_quotation(-1),
            "next_part": lambda: self._go_to_part(1),
            "previous_part": lambda: self._go_to_part(-1),
            "find": self.find_bar.open_bar,
            "filter": self._filter,
            "note": self._write_note,
            "library": lambda: self.change_settings(library_visible=not self.settings.library_visible),
            "side_panel": lambda: self.change_settings(
                side_panel_visible=not self.settings.side_panel_visible
            ),
            "larger": lambda: self._resize_text(1),
            "smaller": lambda: self._resize_text(-1),
            "usual_size": lambda: self._resize_text(0),
            "theme_system": lambda: self.change_settings(theme="system"),
            "theme_light": lambda: self.change_settings(theme="light"),
            "theme_dark": lambda: self.change_settings(theme="dark"),
            "language_system": lambda: self.change_settings(interface_language="system"),
            "language_de": lambda: self.change_settings(interface_language="de"),
            "language_en": lambda: self.change_settings(interface_language="en"),
            "keys": lambda: show_keys(self, self.actions_by_name),
            "about": self._show_about,
        }
        for name, wish in wishes.items():
            self.actions_by_name[name].triggered.connect(wish)
        self.library.entries.addAction(self.actions_by_name["remove"])

    def _connect_session(self) -> None:
        session = self._session
        session.article_changed.connect(self._article_changed)
        session.annotations_changed.connect(self._show_frame)
        session.busy_changed.connect(self._show_frame)
        session.library_changed.connect(self._show_frame)
        session.failed.connect(self._show_frame)
        session.jump_wanted.connect(self.view.jump_to)

    def _connect_parts(self) -> None:
        session, panel = self._session, self.side_panel
        self.top_bar.legend.layer_switched.connect(self._switch_layer)
        self.view.mention_clicked.connect(self._choices.highlight)
        self.view.quotation_clicked.connect(self._choices.quotation)
        self.view.empty_clicked.connect(lambda: session.select_entity(None))
        self.overview.place_clicked.connect(self._navigation.to_mention)
        self.library.entry_chosen.connect(self._choices.entry)
        panel.entity_chosen.connect(self._navigation.to_entity)
        panel.quotation_chosen.connect(self._navigation.to_this_quotation)
        panel.note_chosen.connect(self._choices.note_row)
        panel.card.jump_wanted.connect(session.jump_to)
        panel.card.quotation_jump_wanted.connect(self._navigation.to_words_of)
        panel.quotation_card.jump_wanted.connect(self._navigation.to_words_of)
        panel.quotation_card.copy_wanted.connect(self.quoting.copy)
        panel.quotation_card.quotation_chosen.connect(self._navigation.to_this_quotation)
        panel.quotation_card.speaker_chosen.connect(session.select_entity)
        panel.card.link_wanted.connect(self._open_link)
        panel.card.article_wanted.connect(self._choices.other_article)
        panel.card.note_save_wanted.connect(session.notes.write)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.apply_theme)

    def _lay_out(self) -> None:
        self.setCentralWidget(self._body)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.status, 1)
        self.statusBar().addPermanentWidget(self.keys_hint)
        self.resize(*self.settings.window_size)
        self._body.set_widths(self.settings.splitter_sizes, window_width=self.settings.window_size[0])
