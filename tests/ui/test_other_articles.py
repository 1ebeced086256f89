"""The details card lists the other articles with an entity."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from reader.services.corrections import Corrections
from reader.ui.corrections_dialog import CorrectionsDialog, Page
from reader.ui.other_articles_box import MOST_ARTICLES, ArticleLine
from reader.ui.picker import EntityPicker, NamePicker
from tests.fakes import FakeAnalysis
from tests.ui.reader import Reader
from tests.ui.windows import HAS_OWN_WINDOW

pytestmark = HAS_OWN_WINDOW

FIRST = """Ein Besuch am See

Am Ufer war es still. [person:Anna Berg] traf [person:Otto Tal]. [person:Berg=Anna Berg] schwieg."""
SECOND = """Ein Tag im Wald

Es war kühl. Nur [person:Otto Tal] kam. [person:Tal=Otto Tal] ging bald. [person:Tal=Otto Tal] war allein."""


def lines(reader: Reader) -> list[ArticleLine]:
    body = reader.window.side_panel.card.body.widget()
    return [] if body is None else [line for line in body.findChildren(ArticleLine) if line.isVisible()]


def listed(reader: Reader) -> list[str]:
    return [line.accessibleName().replace("\u00a0", " ") for line in lines(reader)]


@pytest.fixture
def reading(reader: Reader) -> Reader:
    """The first of two articles, the second of which is in the library."""
    reader.opens(SECOND, "wald.txt")
    reader.opens(FIRST, "see.txt")
    return reader


def test_other_articles_are_listed(reading: Reader) -> None:
    """With title, date and how often the name occurs; the open article is not."""
    reading.clicks_on("Otto")

    reading.waits(lambda: listed(reading))
    (line,) = listed(reading)
    assert line.startswith("Ein Tag im Wald, ")
    assert line.endswith(" · 3 Nennungen")


def test_nobody_else_knows_her(reading: Reader) -> None:
    """Without other articles there is no list."""
    reading.clicks_on("Otto")
    reading.waits(lambda: listed(reading))

    reading.clicks_on("Anna")

    reading.waits(lambda: not reading.window.presenter._others.isActive())
    assert listed(reading) == []


def test_a_click_opens_the_other_article_there(reading: Reader, qtbot: QtBot) -> None:
    """The entity is selected in it and its first mention flashes."""
    reading.clicks_on("Otto")
    reading.waits(lambda: listed(reading))

    qtbot.mouseClick(lines(reading)[0], Qt.MouseButton.LeftButton)

    assert reading.article.title == "Ein Tag im Wald"
    assert (reading.card_name, reading.flashed) == ("Otto Tal", "Otto Tal")
    reading.waits(lambda: listed(reading))
    assert listed(reading)[0].startswith("Ein Besuch am See, ")


def test_enter_opens_it_too(reading: Reader) -> None:
    """Every line can be reached and used by keyboard."""
    reading.clicks_on("Otto")
    reading.waits(lambda: listed(reading))
    lines(reading)[0].setFocus()

    reading.presses("Return")

    assert reading.article.title == "Ein Tag im Wald"


def test_the_same_entry_under_another_name(reader: Reader, analysis: FakeAnalysis, qtbot: QtBot) -> None:
    """What the knowledge base knows as one thing is one."""
    analysis.knowledge_ids = {"Nato": "org-nato", "Nordatlantikpakt": "org-nato"}
    reader.opens("Ein Tag im Wald\n\nDer [organization:Nordatlantikpakt] tagte.", "wald.txt")
    reader.opens("Ein Besuch am See\n\nDie [organization:Nato] kam.", "see.txt")
    reader.clicks_on("Nato")
    reader.waits(lambda: listed(reader))

    qtbot.mouseClick(lines(reader)[0], Qt.MouseButton.LeftButton)

    assert reader.card_name == "Nordatlantikpakt"


def said_of_other(reader: Reader, *lines: str) -> None:
    """Choose a line of the menu beside the first of the other articles."""
    lines_of_card = lines_when_there(reader)
    lines_of_card[0].more.click()
    reader.chooses(*lines)


def lines_when_there(reader: Reader) -> list[ArticleLine]:
    reader.waits(lambda: listed(reader))
    return lines(reader)


def declared(reader: Reader) -> list[str]:
    """What the dialog lists as the same or different in all articles."""
    reader.window.desk.open_dialog(Page.DECLARATIONS)
    dialog = reader.dialog(CorrectionsDialog)
    rows = [what for what, _kind in dialog.declarations.model.rows()]
    dialog.close()
    reader.comes_back()
    return rows


def test_who_is_somebody_else_there(reading: Reader, qtbot: QtBot) -> None:
    """Two people with one name get two names; the note stays, and all of it can be undone."""
    reading.clicks_on("Otto")
    reading.writes_note("Kennt Anna.")

    said_of_other(reading, "Dort jemand oder etwas anderes …")
    picker = reading.dialog(NamePicker)
    assert picker.name.text() == "Otto Tal (Ein Tag im Wald)"
    picker.name.setText("Otto Tal, Förster")
    qtbot.keyClick(picker.name, Qt.Key.Key_Return)

    reading.waits(lambda: not listed(reading))
    assert reading.told == "„Otto Tal“ ist in „Ein Tag im Wald“ jemand oder etwas anderes"
    assert (reading.card_name, reading.note) == ("Otto Tal", "Kennt Anna.")
    reading.opens_files(reading._folder / "wald.txt")
    assert reading.rows(reading.window.side_panel.names) == ["PERSONEN", "Otto Tal, Förster"]
    reading.clicks_on("Otto")
    assert (reading.card_name, reading.note) == ("Otto Tal, Förster", "")

    reading.comes_back()
    reading.presses("Ctrl+Z")
    assert reading.rows(reading.window.side_panel.names) == ["PERSONEN", "Otto Tal"]
    assert reading.note == "Kennt Anna."


def test_two_people_with_one_name_need_two_names(reading: Reader, qtbot: QtBot) -> None:
    """The same name once more tells nobody apart: it says so, and nothing is done."""
    reading.clicks_on("Otto")
    said_of_other(reading, "Dort jemand oder etwas anderes …")
    picker = reading.dialog(NamePicker)

    picker.name.setText(" otto  TAL ")
    qtbot.keyClick(picker.name, Qt.Key.Key_Return)

    assert reading.told == "Zum Unterscheiden brauchen sie zwei Namen."
    assert not reading.window.actions_by_name["undo"].isEnabled()


def test_a_name_that_means_the_same_tells_nobody_apart(reading: Reader, qtbot: QtBot) -> None:
    """A name that was declared to be the same one's counts as her own."""
    reading.opens("Ein Abend\n\n[person:Otto Tal] traf [person:O. T.] und schwieg.", "abend.txt")
    reading.opens(FIRST, "see.txt")
    reading.clicks_on("Otto")
    reading.waits(lambda: len(listed(reading)) == 2)
    said_of_other(reading, "Heißt dort auch …")
    reading.dialog(EntityPicker).accept()
    reading.waits(lambda: listed(reading))

    said_of_other(reading, "Dort jemand oder etwas anderes …")
    picker = reading.dialog(NamePicker)
    picker.name.setText("O. T.")
    qtbot.keyClick(picker.name, Qt.Key.Key_Return)

    assert reading.told == "Zum Unterscheiden brauchen sie zwei Namen."


def test_what_is_called_otherwise_there(reading: Reader) -> None:
    """Another name of the other article becomes one with the entity of the card, in all articles."""
    reading.opens("Ein Abend\n\n[person:Otto Tal] traf [person:O. T.] und schwieg.", "abend.txt")
    reading.opens(FIRST, "see.txt")
    reading.clicks_on("Otto")
    reading.waits(lambda: len(listed(reading)) == 2)

    said_of_other(reading, "Heißt dort auch …")
    reading.dialog(EntityPicker).accept()

    assert declared(reading) == ["„Otto Tal“ und „O. T.“ sind in allen Artikeln dasselbe"]
    reading.opens_files(reading._folder / "abend.txt")
    assert reading.rows(reading.window.side_panel.names) == ["PERSONEN", "Otto Tal"]


def test_notes_of_two_that_become_one_are_both_there(reading: Reader) -> None:
    """The card shows both at once; whoever writes on loses neither, and the undo takes them apart."""
    reading.opens("Ein Abend\n\n[person:Otto Tal] traf [person:O. T.] und schwieg.", "abend.txt")
    reading.clicks_on("O. T.")
    reading.writes_note("Sah den Fluss.")
    reading.opens(FIRST, "see.txt")
    reading.clicks_on("Otto")
    reading.writes_note("Kennt Anna.")
    reading.waits(lambda: len(listed(reading)) == 2)

    said_of_other(reading, "Heißt dort auch …")
    reading.dialog(EntityPicker).accept()
    assert reading.note == "Kennt Anna.\n\nSah den Fluss."
    reading.window.actions_by_name["undo"].trigger()
    assert reading.note == "Kennt Anna."
    reading.window.actions_by_name["redo"].trigger()
    reading.writes_note(reading.note + " Kommt wieder.")

    assert [note.text for note in reading.window._session.notes.all()] == [
        "Kennt Anna.\n\nSah den Fluss. Kommt wieder."
    ]


def test_what_is_known_as_one_and_is_not(reader: Reader, analysis: FakeAnalysis) -> None:
    """What goes by another name there is declared different in all articles; the list follows the undo."""
    analysis.knowledge_ids = {"Nato": "org-nato", "Nordatlantikpakt": "org-nato"}
    reader.opens("Ein Tag im Wald\n\nDer [organization:Nordatlantikpakt] tagte.", "wald.txt")
    reader.opens("Ein Besuch am See\n\nDie [organization:Nato] kam.", "see.txt")
    reader.clicks_on("Nato")

    said_of_other(reader, "Nicht dasselbe wie „Nordatlantikpakt“, in allen Artikeln")

    reader.waits(lambda: not listed(reader))
    assert declared(reader) == ["„Nato“ und „Nordatlantikpakt“ sind in allen Artikeln verschieden"]
    reader.presses("Ctrl+Z")
    reader.waits(lambda: listed(reader))


def test_the_menu_of_another_article_by_key(reading: Reader) -> None:
    """The menu key opens it on the line, as the button beside it does."""
    reading.clicks_on("Otto")
    line = lines_when_there(reading)[0]
    line.setFocus()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(line, QContextMenuEvent(reason, QPoint(1, 1), line.mapToGlobal(QPoint(1, 1))))

    menu = reading.menu()
    texts = [action.text() for action in menu.actions()]
    menu.close()

    assert texts == ["In „Ein Tag im Wald“", "Dort jemand oder etwas anderes …", "Heißt dort auch …"]
    assert not menu.actions()[-1].isEnabled()


def test_enter_on_the_button_opens_its_menu(reading: Reader, qtbot: QtBot) -> None:
    """And not the article beside it."""
    reading.clicks_on("Otto")
    button = lines_when_there(reading)[0].more
    button.setFocus()

    qtbot.keyClick(button, Qt.Key.Key_Return)
    menu = reading.menu()
    heading = menu.actions()[0].text()
    menu.close()

    assert (heading, reading.article.title) == ("In „Ein Tag im Wald“", "Ein Besuch am See")


def test_many_articles(reader: Reader, qtbot: QtBot) -> None:
    """A few at first, all on demand."""
    for number in range(MOST_ARTICLES + 3):
        reader.opens(f"Folge {number}\n\nHeute sprach [person:Otto Tal] zum {number}. Mal.", f"{number}.txt")
    reader.clicks_on("Otto")
    reader.waits(lambda: len(lines(reader)) == MOST_ARTICLES)
    more = reader.window.side_panel.card.findChild(QToolButton, "more_articles")
    assert more.text() == "2 weitere"

    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)

    reader.waits(lambda: len(lines(reader)) == MOST_ARTICLES + 2)


def test_a_removed_article_is_listed_no_more(reading: Reader) -> None:
    """As soon as it is taken out of the library."""
    reading.clicks_on("Otto")
    reading.waits(lambda: listed(reading))
    entry = next(one for one in reading.window._session.library.entries() if one.title == "Ein Tag im Wald")

    reading.window._session.library.remove(entry.id)

    reading.waits(lambda: not listed(reading))


def test_an_index_that_is_not_ready_is_completed(reading: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Step by step, without a further click."""
    answers = [(), reading.window._session.others_of(reading.window._session.annotations.entities[1])]
    monkeypatch.setattr(Corrections, "articles_with", lambda *_arguments, **_settings: answers.pop(0))
    monkeypatch.setattr(Corrections, "index_some", lambda *_arguments: bool(answers))

    reading.clicks_on("Otto")

    reading.waits(lambda: listed(reading))
    assert answers == []
