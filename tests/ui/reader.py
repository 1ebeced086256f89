"""What a reader does at the window: opens, clicks, types and looks. The tests speak through it."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QHelpEvent,
    QInputMethodEvent,
)
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from reader.domain.articles import Article
from reader.domain.spans import Span
from reader.presentation.entity_rows import EntityRow
from reader.presentation.note_rows import NoteRow
from reader.presentation.quotation_rows import QuotationRow, speaker_name
from reader.services.library import LibraryEntry
from reader.ui.main_window import MainWindow
from reader.ui.passage_label import PassageLabel
from reader.ui.row_list import RowList
from reader.ui.row_models import ROW_ROLE, Heading
from tests.fakes import FakeAnalysis, marked

AnyDialog = TypeVar("AnyDialog", bound=QDialog)


class Reader:
    """Somebody at one window. `folder` is where the files lie that are opened."""

    def __init__(self, window: MainWindow, qtbot: QtBot, analysis: FakeAnalysis, folder: Path) -> None:
        self.window = window
        self._qtbot = qtbot
        self._analysis = analysis
        self._folder = folder

    # Opening.

    def writes(self, source: str, name: str = "artikel.txt") -> Path:
        """Put a text with marks on disk, without them; the analysis will find what they say."""
        text = marked(source)
        self._analysis.learn(text)
        path = self._folder / name
        path.write_text(text.text, encoding="utf-8")
        return path

    def opens(self, source: str, name: str = "artikel.txt") -> None:
        """Open a text with marks from a file, and wait for its colours."""
        self.opens_files(self.writes(source, name))

    def opens_files(self, *paths: Path) -> None:
        self.window.open_files([str(path) for path in paths])
        self.waits_for_colours(paths[0].name)

    def waits_for_colours(self, name: str | None = None) -> None:
        session = self.window._session

        def coloured() -> bool:
            is_it = session.article is not None and (
                name is None or Path(session.article.source.name).name == name
            )
            return is_it and session.annotations is not None

        self.waits(coloured)

    def waits(self, condition: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=20_000)

    def drops(self, mime: QMimeData, on: QWidget) -> bool:
        """Drag `mime` from outside onto a part of the window, as the window system does; was it taken?"""
        self.waits(lambda: self._is_at_its_place(on))
        handle = self.window.windowHandle()
        place = QPointF(on.mapTo(self.window, on.rect().center()))
        actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(place.toPoint(), actions, mime, buttons, keys)
        QApplication.sendEvent(handle, enter)
        if not enter.isAccepted():
            return False
        drop = QDropEvent(place, actions, mime, buttons, keys)
        QApplication.sendEvent(handle, drop)
        return drop.isAccepted()

    def _is_at_its_place(self, part: QWidget) -> bool:
        there = self.window.childAt(part.mapTo(self.window, part.rect().center()))
        return there is part or (there is not None and part.isAncestorOf(there))

    def copies(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    # Mouse and keyboard.

    def point_of(self, words: str, number: int = 0) -> QPoint:
        """The middle of the first letter of `words` in the text; of their `number`-th place from 0."""
        position = -1
        for _ in range(number + 1):
            position = self.article.text.index(words, position + 1)
        return self.window.view.line_rects(Span(position, position + 1))[0].rect.center().toPoint()

    def clicks_on(self, words: str, number: int = 0) -> None:
        point = self.point_of(words, number)
        self._qtbot.mouseClick(self.window.view.viewport(), Qt.MouseButton.LeftButton, pos=point)

    def selects(self, words: str, number: int = 0) -> None:
        """Select `words` in the text, as with the mouse."""
        view = self.window.view
        position = -1
        for _ in range(number + 1):
            position = self.article.text.index(words, position + 1)
        view.setTextCursor(view._cursor_over(position, position + len(words)))
        view.setFocus()

    def right_clicks_on(self, words: str, number: int = 0) -> QMenu:
        """Ask for the menu at `words`; return it."""
        view, point = self.window.view, self.point_of(words, number)
        reason = QContextMenuEvent.Reason.Mouse
        event = QContextMenuEvent(reason, point, view.viewport().mapToGlobal(point))
        QApplication.sendEvent(view.viewport(), event)
        return self.menu()

    def menu(self) -> QMenu:
        """The menu that is open."""
        self.waits(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    def chooses(self, *lines: str) -> None:
        """Choose a line of the open menu; of a submenu, name the line that opens it first."""
        menu = self.menu()
        *submenus, last = lines
        inner = menu
        for line in submenus:
            found = _line_of(inner, line).menu()
            assert isinstance(found, QMenu)
            inner = found
        action = _line_of(inner, last)
        assert action.isEnabled(), last
        action.trigger()
        menu.close()

    def comes_back(self) -> None:
        """Turn to the window again: the screen of the tests forgets it when a menu closes."""
        self.window.activateWindow()
        self.waits(self.window.isActiveWindow)
        self.window.view.setFocus()

    def right_clicks_row(self, rows: RowList, name: str) -> QMenu:
        """Ask for the menu of a row; return it."""
        index = rows.rows.index_of(self._row(rows, name))
        rows.scrollTo(index)
        rows.customContextMenuRequested.emit(rows.visualRect(index).center())
        return self.menu()

    def dialog(self, wanted: type[AnyDialog]) -> AnyDialog:
        """The dialog of this type that is open."""
        self.waits(lambda: [one for one in self.window.findChildren(wanted) if one.isVisible()])
        return next(one for one in self.window.findChildren(wanted) if one.isVisible())

    def corrects(self, words: str, *lines: str, number: int = 0) -> None:
        """Right click on `words` and choose a line of the menu."""
        self.right_clicks_on(words, number)
        self.chooses(*lines)

    def rests_on(self, words: str) -> str:
        """Let the pointer rest on `words`; return the tool tip that comes."""
        view, point = self.window.view, self.point_of(words)
        event = QHelpEvent(QEvent.Type.ToolTip, point, view.viewport().mapToGlobal(point))
        QApplication.sendEvent(view.viewport(), event)
        return QToolTip.text()

    def clicks_row(self, rows: RowList, name: str) -> None:
        index = rows.rows.index_of(self._row(rows, name))
        rows.scrollTo(index)
        place = rows.visualRect(index).center()
        self._qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def presses(self, key: str) -> None:
        """Press a key such as `N` or `Ctrl+1` where the keyboard is."""
        self._qtbot.keySequence(QApplication.focusWidget() or self.window, key)

    def types(self, text: str) -> None:
        """Type as a keyboard does; what has no key comes from an input method."""
        for character in text:
            widget = QApplication.focusWidget()
            if character == "\n":
                self._qtbot.keyClick(widget, Qt.Key.Key_Return)
            elif character.isascii():
                self._qtbot.keyClicks(widget, character)
            else:
                event = QInputMethodEvent()
                event.setCommitString(character)
                QApplication.sendEvent(widget, event)

    def writes_note(self, text: str) -> None:
        """Write on the selected entity, and let a quiet moment pass."""
        note = self.window.side_panel.card.note
        note.setFocus()
        note.selectAll()
        self.types(text) if text else self.presses("Del")
        self.waits(lambda: not note.has_unsaved_text())

    def passages(self) -> list[PassageLabel]:
        """The lines of the card that jump, from the top."""
        return self.window.side_panel.card.body.widget().findChildren(PassageLabel)

    # Looking.

    @property
    def article(self) -> Article:
        article = self.window._session.article
        assert article is not None
        return article

    @property
    def card_name(self) -> str:
        card = self.window.side_panel.card
        return card.name.text() if card.name.isVisible() else ""

    @property
    def speaker_on_card(self) -> str:
        """Whose words the quotation card shows; empty while it is not there."""
        card = self.window.side_panel.quotation_card
        label = card.findChild(QLabel, "quotation_speaker")
        return label.accessibleName() if card.isVisible() and label is not None else ""

    @property
    def quotation_on_card(self) -> list[str]:
        """What else the quotation card says, from the top: kind, explanation, words and so on."""
        card = self.window.side_panel.quotation_card
        labels = card.body.widget().findChildren(QLabel) if card.isVisible() else []
        shown = [label.accessibleName() or label.text() for label in labels]
        return shown[1:]

    @property
    def note(self) -> str:
        return self.window.side_panel.card.note.toPlainText()

    @property
    def notice(self) -> str:
        return self.window.notice.text() if self.window.notice.isVisible() else ""

    @property
    def flashed(self) -> str:
        span = self.window.view._selected.flashed
        return span.of(self.article.text) if span is not None else ""

    @property
    def coloured(self) -> list[str]:
        """The words that have the colour of a kind, in reading order."""
        return [found.cursor.selectedText() for found in self.window.view.extraSelections()]

    @property
    def tinted(self) -> list[str]:
        return [tint.span.of(self.article.text) for tint in self.window.view._tints]

    @property
    def told(self) -> str:
        """What was said to be done."""
        return self.window.desk.done.text()

    def kinds_of(self, words: str) -> list[str]:
        """As what the places with these words are highlighted."""
        shown = self.window.view._highlights
        return [one.kind.value for one in shown if one.mention.text == words]

    def speaker_of(self, words: str) -> str:
        """Whose the quotation with these words is."""
        annotations = self.window._session.annotations
        assert annotations is not None
        quotation = next(found for found in annotations.quotations if words in found.text)
        return speaker_name(quotation, annotations)

    def rows(self, rows: RowList) -> list[str]:
        """What a list shows: headings in capitals or with their speaker, and names."""
        model = rows.rows
        shown = (model.index(number).data(ROW_ROLE) for number in range(model.rowCount()))
        return [value.text if isinstance(value, Heading) else _name_of(value) for value in shown]

    def chosen(self, rows: RowList) -> str:
        value = rows.chosen()
        return _name_of(value) if value is not None else ""

    def _row(self, rows: RowList, name: str) -> object:
        return next(value for value in rows.rows.values() if _name_of(value) == name)


def _line_of(menu: QMenu, text: str) -> QAction:
    """The line of a menu with this text; its key does not count."""
    lines = [action for action in menu.actions() if not action.isSeparator()]
    texts = [action.text().partition("\t")[0] for action in lines]
    assert text in texts, texts
    return lines[texts.index(text)]


def _name_of(value: object) -> str:
    match value:
        case EntityRow() | NoteRow():
            return value.name
        case QuotationRow():
            return value.text
        case LibraryEntry():
            return value.title
    raise TypeError(value)


def files(*paths: Path | str) -> QMimeData:
    """What a file manager drags."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def words(text: str) -> QMimeData:
    """What a browser drags or copies."""
    mime = QMimeData()
    mime.setText(text)
    return mime
