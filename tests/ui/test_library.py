"""The library: what was opened, reopened at once, removed and put back."""

import sqlite3
from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot

from reader.paths import Paths
from reader.ui import messages
from reader.ui.main_window import MainWindow
from tests.fakes import FakeAnalysis
from tests.ui.reader import Reader

FIRST = "Der erste Artikel\n\n[person:Anna Berg] kam nach [place:Bonn]."
SECOND = "Der zweite Artikel\n\n[person:Otto Tal] blieb."


def test_list(reader: Reader) -> None:
    """What was opened is listed under its day, the last one first and marked."""
    reader.opens(FIRST, "eins.txt")
    reader.opens(SECOND, "zwei.txt")

    entries = reader.window.library.entries
    assert reader.rows(entries) == ["HEUTE", "Der zweite Artikel", "Der erste Artikel"]
    assert reader.chosen(entries) == "Der zweite Artikel"


@pytest.mark.usefixtures("window")
def test_headings() -> None:
    """The longer ago an article was opened, the coarser its heading."""
    today = QDate(2026, 3, 10)

    found = [messages.period_name(today.addDays(-days), today) for days in (0, 1, 2, 6, 7, 40)]

    assert found == ["Heute", "Gestern", "Letzte 7 Tage", "Letzte 7 Tage", "März 2026", "Januar 2026"]


def test_reopening_needs_no_analysis(reader: Reader, analysis: FakeAnalysis) -> None:
    """A click in the list brings an article with its colours at once, without a new analysis."""
    reader.opens(FIRST, "eins.txt")
    reader.opens(SECOND, "zwei.txt")
    before = list(analysis.analysed)

    reader.clicks_row(reader.window.library.entries, "Der erste Artikel")

    assert reader.coloured == ["Anna Berg", "Bonn"]
    assert analysis.analysed == before


def test_reopening_after_a_restart(
    reader: Reader, open_window: Callable[..., MainWindow], qtbot: QtBot, analysis: FakeAnalysis
) -> None:
    """The list and the findings outlive a restart, even where the files do not."""
    path = reader.writes(FIRST, "eins.txt")
    reader.opens_files(path)
    path.unlink()
    reader.window.close()
    before = list(analysis.analysed)

    later = Reader(open_window(), qtbot, analysis, reader._folder)
    later.clicks_row(later.window.library.entries, "Der erste Artikel")

    assert later.coloured == ["Anna Berg", "Bonn"]
    assert analysis.analysed == before


def test_back_and_forward(reader: Reader) -> None:
    """Alt+Left goes back to the article before, Alt+Right forward again."""
    reader.opens(FIRST, "eins.txt")
    reader.opens(SECOND, "zwei.txt")

    reader.presses("Alt+Left")
    assert reader.article.title == "Der erste Artikel"
    assert not reader.window.actions_by_name["back"].isEnabled()

    reader.presses("Alt+Right")
    assert reader.article.title == "Der zweite Artikel"


def test_search(reader: Reader) -> None:
    """The search keeps articles whose title or text holds the words."""
    reader.opens(FIRST, "eins.txt")
    reader.opens(SECOND, "zwei.txt")
    reader.window.library.search.setFocus()

    reader.types("blieb")
    assert reader.rows(reader.window.library.entries) == ["HEUTE", "Der zweite Artikel"]

    reader.types("xx")
    assert reader.rows(reader.window.library.entries) == []


def test_keyboard_in_the_list(reader: Reader) -> None:
    """The arrow keys go through the list without opening anything; Enter opens."""
    reader.opens(FIRST, "eins.txt")
    reader.opens(SECOND, "zwei.txt")
    entries = reader.window.library.entries
    entries.setFocus()

    reader.presses("Down")
    assert reader.article.title == "Der zweite Artikel"
    assert reader.chosen(entries) == "Der erste Artikel"

    reader.presses("Return")
    assert reader.article.title == "Der erste Artikel"
    assert reader.rows(entries) == ["HEUTE", "Der erste Artikel", "Der zweite Artikel"]


def test_removing_and_undoing(reader: Reader, qtbot: QtBot) -> None:
    """Del takes an article out of the list; the button of the notice puts it back, with its findings."""
    reader.opens(FIRST, "eins.txt")
    reader.opens(SECOND, "zwei.txt")
    entries = reader.window.library.entries
    entries.setFocus()
    reader.presses("Down")

    reader.presses("Del")
    assert reader.rows(entries) == ["HEUTE", "Der zweite Artikel"]
    assert reader.notice == "„Der erste Artikel“ wurde aus der Bibliothek entfernt."

    qtbot.mouseClick(reader.window.notice.button, Qt.MouseButton.LeftButton)
    assert reader.rows(entries) == ["HEUTE", "Der zweite Artikel", "Der erste Artikel"]
    assert reader.notice == ""


def test_undoing_by_key(reader: Reader) -> None:
    """Ctrl+Z puts back one removed article after the other, the last one first."""
    reader.opens(FIRST, "eins.txt")
    reader.opens(SECOND, "zwei.txt")
    entries = reader.window.library.entries
    for title in ("Der zweite Artikel", "Der erste Artikel"):
        entries.show_chosen(next(entry for entry in entries.rows.values() if entry.title == title))
        reader.window.actions_by_name["remove"].trigger()
    assert reader.rows(entries) == []
    reader.window.view.setFocus()

    reader.presses("Ctrl+Z")
    assert reader.rows(entries) == ["HEUTE", "Der erste Artikel"]
    reader.presses("Ctrl+Z")
    assert reader.rows(entries) == ["HEUTE", "Der zweite Artikel", "Der erste Artikel"]
    assert not reader.window.actions_by_name["undo"].isEnabled()


def test_a_right_click_offers_removal(reader: Reader) -> None:
    """The menu of the list offers to remove an article."""
    entries = reader.window.library.entries

    assert entries.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    assert [action.text() for action in entries.actions()] == ["Aus der Bibliothek en&tfernen"]


def test_title_like_markup(reader: Reader) -> None:
    """A title that looks like HTML is listed as it is, in its tool tip, too."""
    reader.opens("<b>Fett</b>\n\n[person:Anna Berg] kam.")
    entries = reader.window.library.entries
    index = entries.rows.index(1)

    assert reader.rows(entries)[1] == "<b>Fett</b>"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "<qt>&lt;b&gt;Fett&lt;/b&gt;</qt>"


def test_a_damaged_library(paths: Paths, open_window: Callable[..., MainWindow]) -> None:
    """A damaged library is set aside and told; the window opens with a new one, and says so until closed."""
    paths.database.parent.mkdir(parents=True)
    paths.database.write_bytes(b"this is no database" * 1000)

    window = open_window()
    window.open_files([str(paths.sample)])

    assert "Die Bibliothek war beschädigt" in window.notice.text()
    assert window.notice.isVisible()
    sqlite3.connect(paths.database).close()
    assert [path.name for path in paths.database.parent.glob("*damaged*")]
