"""Notes: saved by themselves, there again, the same in every article."""

import sqlite3
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from reader.paths import Paths
from reader.storage import database
from reader.ui import note_keeping
from reader.ui.main_window import MainWindow
from reader.ui.note_editor import NoteEditor
from reader.ui.side_panel import Page
from tests.fakes import FakeAnalysis
from tests.ui.reader import Reader
from tests.ui.windows import HAS_OWN_WINDOW

ARTICLE = "[person:Anna Berg] traf [person:Otto Tal] in [place:Bonn]."
OTHER_ARTICLE = "Gestern fuhr [person:Anna Berg] weiter."


def kept_note(paths: Paths, name: str) -> str:
    """What the disk holds, seen from outside."""
    connection = sqlite3.connect(paths.database)
    row = connection.execute("SELECT text FROM note WHERE name = ?", (name.casefold(),)).fetchone()
    connection.close()
    return row[0] if row else ""


def test_note_is_saved_after_a_quiet_moment(reader: Reader, paths: Paths) -> None:
    """A note is on disk by itself, soon after the last key, and the card says so."""
    reader.opens(ARTICLE)
    reader.clicks_on("Anna")
    reader.presses("Ctrl+E")

    reader.types("Seit wann im Amt?")
    reader.waits(lambda: kept_note(paths, "Anna Berg"))

    assert kept_note(paths, "Anna Berg") == "Seit wann im Amt?"
    assert reader.window.side_panel.card.state.text() == "gesichert"


def test_quiet_moment_is_at_most_a_second(qtbot: QtBot) -> None:
    """A note is saved after at most a second without a key."""
    editor = NoteEditor()
    qtbot.addWidget(editor)

    assert editor._quiet.interval() <= 1000


@pytest.mark.parametrize("way", ["another name", "another article", "nothing", "another field", "closing"])
def test_note_is_saved_at_every_switch(reader: Reader, paths: Paths, way: str) -> None:
    """Whatever the reader turns to, the note is on disk before that."""
    other = reader.writes(OTHER_ARTICLE, "anderer.txt")
    reader.opens(ARTICLE)
    reader.clicks_on("Anna")
    reader.window.side_panel.card.note.setFocus()
    reader.types("sofort")
    assert kept_note(paths, "Anna Berg") == ""

    match way:
        case "another name":
            reader.clicks_on("Otto")
        case "another article":
            reader.opens_files(other)
        case "nothing":
            reader.clicks_on("traf")
        case "another field":
            reader.window.side_panel.filter.setFocus()
        case "closing":
            reader.window.close()

    assert kept_note(paths, "Anna Berg") == "sofort"


def test_note_after_a_restart(
    reader: Reader, open_window: Callable[..., MainWindow], qtbot: QtBot, analysis: FakeAnalysis
) -> None:
    """A note is there again after a restart, and for the same person in another article."""
    reader.opens(ARTICLE)
    reader.clicks_on("Anna")
    reader.writes_note("Ruft dienstags zurück. 😀\nZweite Zeile")
    reader.window.close()

    later = Reader(open_window(), qtbot, analysis, reader._folder)
    later.opens(OTHER_ARTICLE, "anderer.txt")
    later.clicks_on("Anna")

    assert later.note == "Ruft dienstags zurück. 😀\nZweite Zeile"


def test_each_entity_has_its_own_note(reader: Reader) -> None:
    """Going from name to name shows each one's note, and none where there is none."""
    reader.opens(ARTICLE)
    reader.clicks_on("Anna")
    reader.writes_note("von Anna")
    reader.clicks_on("Otto")
    assert reader.note == ""
    reader.writes_note("von Otto")

    reader.clicks_on("Anna")
    assert reader.note == "von Anna"
    reader.clicks_on("Otto")
    assert reader.note == "von Otto"
    reader.clicks_on("Bonn")
    assert reader.note == ""


def test_list_of_notes(reader: Reader) -> None:
    """The tab of notes lists those of this article and those of others; a click brings the card."""
    reader.opens(ARTICLE)
    reader.clicks_on("Otto")
    reader.writes_note("von Otto")
    reader.clicks_on("Anna")
    reader.writes_note("von Anna")
    reader.opens(OTHER_ARTICLE, "anderer.txt")
    panel = reader.window.side_panel
    panel.tabs.setCurrentIndex(2)

    assert panel.tabs.tabText(2) == "Notizen 2"
    assert reader.rows(panel.notes) == ["IN DIESEM ARTIKEL", "Anna Berg", "IN ANDEREN ARTIKELN", "Otto Tal"]

    reader.clicks_row(panel.notes, "Anna Berg")
    assert reader.card_name == "Anna Berg"
    assert reader.note == "von Anna"


def test_note_of_one_who_is_called_otherwise_here(reader: Reader) -> None:
    """Whoever was declared the same has the same note: the row says so, and it is one of this article."""
    reader.opens("[person:Anna Berg] kam.", "eins.txt")
    reader.clicks_on("Anna")
    reader.writes_note("von Anna")
    (anna,) = reader.window._session.annotations.entities
    reader.opens("Gestern ging [person:A. B.] fort.", "zwei.txt")
    (other,) = reader.window._session.annotations.entities
    panel = reader.window.side_panel
    panel.tabs.setCurrentIndex(Page.NOTES)

    reader.window.desk.for_all_articles.declare(anna, other, is_same=True)

    assert [(row.name, row.has_note) for row in panel.names.rows.values()] == [("A. B.", True)]
    assert reader.rows(panel.notes) == ["IN DIESEM ARTIKEL", "Anna Berg"]
    reader.clicks_row(panel.notes, "Anna Berg")
    assert (reader.card_name, reader.note) == ("A. B.", "von Anna")

    reader.window.actions_by_name["undo"].trigger()
    assert [(row.name, row.has_note) for row in panel.names.rows.values()] == [("A. B.", False)]


def test_erased_note(reader: Reader) -> None:
    """A note whose text is taken away is no note any more."""
    reader.opens(ARTICLE)
    reader.clicks_on("Anna")
    reader.writes_note("weg damit")
    assert reader.window.side_panel.tabs.tabText(2) == "Notizen 1"

    reader.writes_note("")

    assert reader.window.side_panel.tabs.tabText(2) == "Notizen 0"


def test_typing_is_not_disturbed(reader: Reader) -> None:
    """Saving in the middle of a sentence neither moves the cursor nor takes the keyboard away."""
    reader.opens(ARTICLE)
    reader.clicks_on("Anna")
    reader.writes_note("Anfang und Ende")
    note = reader.window.side_panel.card.note
    cursor = note.textCursor()
    cursor.setPosition(len("Anfang"))
    note.setTextCursor(cursor)

    reader.types(", Mitte")
    reader.waits(lambda: not note.has_unsaved_text())
    reader.types(" und Rest")

    assert reader.note == "Anfang, Mitte und Rest und Ende"
    assert note.hasFocus()


def test_keys_belong_to_the_note(reader: Reader) -> None:
    """Letters that are shortcuts elsewhere are letters in a note; Ctrl+V and Ctrl+Z work on the note."""
    reader.opens(ARTICLE)
    reader.clicks_on("Anna")
    reader.window.side_panel.card.note.setFocus()
    title = reader.window.windowTitle()

    reader.types("NQnq?")
    reader.copies(" eingefügt")
    reader.presses("Ctrl+V")
    assert reader.note == "NQnq? eingefügt"

    reader.presses("Ctrl+Z")
    assert reader.note == "NQnq?"
    assert reader.window.windowTitle() == title


@pytest.fixture
def locked(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[sqlite3.Connection]:
    """Another program that can hold the library; the window is patient for a short moment only."""
    monkeypatch.setattr(database, "BUSY_MILLISECONDS", 50)
    monkeypatch.setattr(note_keeping, "RETRY_MILLISECONDS", 100)
    request.getfixturevalue("window")
    connection = sqlite3.connect(paths.database, isolation_level=None)
    yield connection
    connection.close()


def test_note_that_cannot_be_saved(locked: sqlite3.Connection, reader: Reader, paths: Paths) -> None:
    """While the library is held by another program the note is kept, told, and saved as soon as it can be."""
    reader.opens(ARTICLE)
    reader.clicks_on("Anna")
    locked.execute("BEGIN EXCLUSIVE")

    reader.writes_note("geduldig")
    assert "Ein anderes Programm sperrt die Bibliothek" in reader.notice
    assert reader.window.side_panel.card.state.text() == "noch nicht gesichert"

    locked.execute("ROLLBACK")
    reader.waits(lambda: kept_note(paths, "Anna Berg") == "geduldig")
    reader.waits(lambda: reader.notice == "")
    assert reader.window.side_panel.card.state.text() == "gesichert"


@HAS_OWN_WINDOW
def test_closing_with_a_note_that_cannot_be_saved(locked: sqlite3.Connection, reader: Reader) -> None:
    """The window does not close over an unsaved note before the reader has decided."""
    reader.opens(ARTICLE)
    reader.clicks_on("Anna")
    locked.execute("BEGIN EXCLUSIVE")
    reader.writes_note("wichtig")
    asked = []

    def stay() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        next(button for button in box.findChildren(QPushButton) if button.text() == "Bleiben").click()

    QTimer.singleShot(0, stay)
    assert not reader.window.close()
    assert asked == ["1 Notiz ließ sich nicht sichern."]

    locked.execute("ROLLBACK")
    reader.waits(lambda: not reader.window._session.notes.unsaved())
    assert reader.window.close()
