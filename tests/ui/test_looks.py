"""Looks and words: themes, languages, names for screen readers, room for everything."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QColor, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextBrowser,
    QWidget,
)

from reader.presentation.palette import DARK, LIGHT
from reader.ui import theme
from reader.ui.actions import ACTIONS, MENUS
from reader.ui.main_window import MainWindow
from tests.ui.reader import Reader
from tests.ui.windows import HAS_OWN_WINDOW

ARTICLE = """Ein Besuch am See

[person:Anna Berg] traf [person:Otto Tal] in [place:Bonn]. {Anna Berg: „Gut“}, sagte [person:Berg=Anna Berg].
"""
CONTROLS = (
    *(QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit, QTabBar, QTextBrowser),
)  # what can be used


def paper_of(window: MainWindow) -> str:
    """The colour in the corner of the text."""
    image = window.view.viewport().grab().toImage()
    return image.pixelColor(3, image.height() - 3).name().upper()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_theme_by_menu(reader: Reader, name: str) -> None:
    """The menu changes paper, text and names at once."""
    reader.opens(ARTICLE)

    reader.window.actions_by_name[f"theme_{name}"].trigger()

    palette = DARK if name == "dark" else LIGHT
    assert paper_of(reader.window) == palette.paper
    colours = [found.format.foreground().color() for found in reader.window.view.extraSelections()]
    assert colours[0] == QColor(palette.person)
    assert reader.window.actions_by_name[f"theme_{name}"].isChecked()


def test_theme_of_the_system(open_window: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a choice the window follows the system, and goes on following it."""
    scheme = Qt.ColorScheme.Dark
    monkeypatch.setattr(theme, "system_is_dark", lambda: scheme is Qt.ColorScheme.Dark)
    window = open_window(theme="system")
    assert window.palette().window().color() == QColor(DARK.chrome)

    scheme = Qt.ColorScheme.Light
    QGuiApplication.styleHints().colorSchemeChanged.emit(scheme)

    assert window.palette().window().color() == QColor(LIGHT.chrome)


def test_language_by_menu(reader: Reader) -> None:
    """The menu changes every word at once, and the article stays open and coloured."""
    reader.opens(ARTICLE)
    reader.clicks_on("Anna")
    window = reader.window
    assert visible_words(window) >= {"&Datei", "Namen", "NOTIZ", "Person · 2 Nennungen · 1 Zitat"}

    window.actions_by_name["language_en"].trigger()
    reader.waits(lambda: window.side_panel.tabs.tabText(0) == "Names")
    QApplication.processEvents()

    assert visible_words(window) >= {"&File", "Names", "NOTE", "Person · 2 mentions · 1 quotation"}
    assert reader.coloured == ["Anna Berg", "Otto Tal", "Bonn", "Berg"]
    assert reader.card_name == "Anna Berg"
    assert "1 minute" in window.view.toPlainText()
    assert visible_words(window).isdisjoint({"&Datei", "Namen", "NOTIZ", "Personen", "Waffensysteme"})


def visible_words(window: QWidget) -> set[str]:
    """Every text that labels, buttons, tabs and menus show."""
    found = {label.text() for label in window.findChildren(QLabel) if label.isVisible()}
    found |= {button.text() for button in window.findChildren(QAbstractButton) if button.isVisible()}
    found |= {action.text() for action in window.findChildren(QAction)}
    for tabs in window.findChildren(QTabBar):
        found |= {tabs.tabText(number) for number in range(tabs.count())}
    return {text.replace("\u00a0", " ") for text in found}


def test_notice_changes_its_language(reader: Reader) -> None:
    """A message that is shown changes its language with the window."""
    reader.window.open_files(["/nirgends/weg.txt"])
    reader.waits(lambda: reader.notice.startswith("„weg.txt“ ist nicht da."))

    reader.window.actions_by_name["language_en"].trigger()

    reader.waits(lambda: reader.notice.startswith("“weg.txt” is not there."))


@pytest.mark.parametrize("state", ["empty", "reading", "finding", "told"])
def test_names_for_screen_readers(reader: Reader, state: str) -> None:
    """Every control that can be seen has a name for those who do not see it."""
    if state != "empty":
        reader.opens(ARTICLE)
        reader.clicks_on("Anna")
    if state == "finding":
        reader.presses("Ctrl+F")
    if state == "told":
        reader.window.open_files(["/nirgends/weg.txt"])
        reader.waits(lambda: reader.notice)

    unnamed = [
        f"{type(control).__name__} {control.objectName()}"
        for control in reader.window.findChildren(QWidget)
        if isinstance(control, CONTROLS) and control.isVisible() and not control_name(control)
    ]

    assert unnamed == []


def control_name(control: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(control)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def test_rows_are_named(reader: Reader) -> None:
    """A row is read with its name and how often it occurs, a quotation with its speaker and kind."""
    reader.opens(ARTICLE)
    panel = reader.window.side_panel
    role = Qt.ItemDataRole.AccessibleTextRole

    assert panel.names.rows.index(1).data(role) == "Anna Berg, 2"
    assert panel.quotations.rows.index(1).data(role) == "Anna Berg, direkte Rede: „Gut“"


def test_every_part_by_keyboard(reader: Reader) -> None:
    """F6 goes through the parts of the window and comes back to the first one."""
    reader.opens(ARTICLE)
    reader.clicks_on("Anna")
    reader.window.view.setFocus()
    seen = []
    for _ in range(4):
        reader.presses("F6")
        seen.append(QApplication.focusWidget().objectName())

    assert seen == ["names_list", "note_editor", "library_entries", "article_view"]
    reader.presses("Shift+F6")
    assert QApplication.focusWidget().objectName() == "library_entries"


@pytest.mark.parametrize("key", ["Ctrl+L", "Ctrl+E"])
def test_back_to_the_text(reader: Reader, key: str) -> None:
    """Escape in the filter or the note goes back to the text."""
    reader.opens(ARTICLE)
    reader.clicks_on("Anna")
    reader.presses(key)
    assert not reader.window.view.hasFocus()

    reader.presses("Esc")

    assert reader.window.view.hasFocus()


def test_tab_leaves_no_part(reader: Reader) -> None:
    """The tab key goes through all controls and is held by none."""
    reader.opens(ARTICLE)
    reader.clicks_on("Anna")
    seen = set()
    for _ in range(40):
        reader.presses("Tab")
        seen.add(QApplication.focusWidget().objectName())

    assert seen >= {
        *("legend_person", "legend_quotations", "library_search", "library_entries", "article_view"),
        *("filter", "names_list", "passage", "note_editor"),
    }


def test_enter_on_a_passage(reader: Reader) -> None:
    """Enter on a passage of the card jumps, as a click does."""
    reader.opens(ARTICLE)
    reader.clicks_on("Anna")
    reader.passages()[-1].setFocus()

    reader.presses("Return")

    assert reader.flashed == "Berg"


def test_enter_on_a_name(reader: Reader) -> None:
    """Enter on the name at the text cursor selects it."""
    reader.opens(ARTICLE)
    reader.window.view.setFocus()
    reader.presses("N")
    reader.clicks_on("traf")
    assert reader.card_name == ""
    reader.presses("N")
    reader.presses("Return")

    assert reader.card_name == "Otto Tal"


@HAS_OWN_WINDOW
def test_list_of_keys(reader: Reader) -> None:
    """F1 lists every action that has a key, in the words and keys of the language."""
    reader.presses("F1")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    listed = {label.text() for label in dialog.findChildren(QLabel)}
    icons = [button.icon() for button in dialog.findChildren(QAbstractButton)]
    dialog.close()

    assert all(icon.isNull() for icon in icons)  # as on the buttons of the other dialogs
    assert {"Nächster Name", "Strg+O", "Eine Art oder die Zitate zeigen oder verbergen"} <= listed


def test_every_action_is_in_a_menu(window: MainWindow) -> None:
    """Whatever a key does can be found in a menu, too."""
    menus = [action.menu() for action in window.menuBar().actions()]
    entries = {entry for menu in menus for entry in menu.actions()}
    entries |= {
        entry for menu in menus for sub in menu.actions() if sub.menu() for entry in sub.menu().actions()
    }

    assert len(menus) == len(MENUS)
    assert [spec.name for spec in ACTIONS if window.actions_by_name[spec.name] not in entries] == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_letters_of_a_menu_differ(open_window: Callable[..., MainWindow], language: str) -> None:
    """Within a menu, and in the bar, each underlined letter stands for one entry."""
    window = open_window(interface_language=language)
    menus = [window.menuBar(), *window.menuBar().findChildren(QMenu)]

    for menu in menus:
        letters = [
            action.text().partition("&")[2][:1].casefold()
            for action in menu.actions()
            if "&" in action.text()
        ]
        assert len(letters) == len(set(letters)), [action.text() for action in menu.actions()]


def test_keys_do_not_clash() -> None:
    """No two actions share a key."""
    keys = [key for spec in ACTIONS for key in spec.keys]

    assert len(keys) == len(set(keys))


def test_card_grows_with_its_content(reader: Reader) -> None:
    """A short card leaves the room to the list; a long one leaves the list enough."""
    mentions = " ".join(f"Satz {number} nennt [person:Anna Berg]." for number in range(40))
    reader.opens(f"[person:Otto Tal] kam.\n\n{mentions}")
    panel = reader.window.side_panel
    empty = panel.card.height()

    reader.clicks_on("Otto")
    short = panel.card.height()
    reader.clicks_on("Anna")
    long = panel.card.height()
    QApplication.processEvents()

    assert empty < short < long
    assert panel.names.height() > 150


def test_all_mentions_on_the_card(reader: Reader) -> None:
    """The card shows the first mentions, and all of them at a click."""
    reader.opens(" ".join(f"Satz {number} nennt [person:Anna Berg]." for number in range(40)))
    reader.clicks_on("Anna")
    more = reader.window.side_panel.card.body.widget().findChild(QAbstractButton, "show_all")
    assert more.text() == "28 weitere zeigen"
    assert len(reader.passages()) == 12

    more.click()

    assert len(reader.passages()) == 40


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("size", [(860, 520), (1280, 800), (1920, 1080)])
def test_nothing_is_cut_off(reader: Reader, size: tuple[int, int], language: str) -> None:
    """In both languages and at every size all controls lie in the window and no button loses its words."""
    reader.opens(ARTICLE)
    reader.clicks_on("Anna")
    window = reader.window
    window.change_settings(interface_language=language)
    reader.waits(lambda: window.side_panel.tabs.tabText(0) == {"de": "Namen", "en": "Names"}[language])
    window.resize(*size)
    reader.waits(lambda: (window.width(), window.height()) == size)
    buttons = [button for button in window.findChildren(QAbstractButton) if button.isVisible()]

    reader.waits(lambda: all(button.width() >= button.minimumSizeHint().width() for button in buttons))
    for control in (*buttons, window.side_panel.card.note, window.side_panel.names):
        reader.waits(partial(lies_in, window, control))


def lies_in(window: QWidget, part: QWidget) -> bool:
    return window.rect().contains(part.mapTo(window, part.rect().bottomRight()))
