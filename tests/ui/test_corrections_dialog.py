"""The dialog with all corrections, the dictionary, and what is the same or different."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from reader.domain.corrections import DictionaryEntry
from reader.domain.errors import StorageFailed, StorageFailure
from reader.services.corrections import Corrections
from reader.ui.corrections_dialog import CorrectionsDialog, Page
from reader.ui.entry_editor import EntryEditor
from reader.ui.picker import EntityPicker
from tests.ui.reader import Reader
from tests.ui.windows import HAS_OWN_WINDOW

pytestmark = HAS_OWN_WINDOW

LEFT = Qt.MouseButton.LeftButton

ARTICLE = "[person:Anna Berg] traf [person:Otto Tal] in Bonn. [person:Hansa] und [person:Hansa] schweigen."
OTHER_ARTICLE = "Gestern fuhr [person:Berg] weiter."


@pytest.fixture
def dialog(reader: Reader) -> CorrectionsDialog:
    """The dialog beside an open article."""
    reader.opens(ARTICLE)
    reader.window.actions_by_name["corrections"].trigger()
    return reader.dialog(CorrectionsDialog)


def clicks(qtbot: QtBot, dialog: CorrectionsDialog, button: str) -> None:
    page = (dialog.made, dialog.dictionary, dialog.declarations)[dialog.pages.currentIndex()]
    assert page.button(button).isEnabled(), button
    qtbot.mouseClick(page.button(button), Qt.MouseButton.LeftButton)


def what(dialog: CorrectionsDialog) -> list[tuple[str, str]]:
    return [(row[0], row[3]) for row in dialog.made.model.rows()]


def test_newest_first_with_article_and_state(reader: Reader, dialog: CorrectionsDialog, qtbot: QtBot) -> None:
    """Every correction is listed; each can be withdrawn and restored, and the text follows at once."""
    reader.corrects("Otto", "Ort")
    reader.corrects("Hansa", "Kein Name")
    assert what(dialog) == [("„Hansa“ ist kein Name", ""), ("„Otto Tal“ ist ein Ort", "")]
    assert dialog.made.model.rows()[0][1] == reader.article.title

    dialog.made.table.selectRow(0)
    clicks(qtbot, dialog, "withdraw")
    assert what(dialog)[0] == ("„Hansa“ ist kein Name", "zurückgezogen")
    assert reader.kinds_of("Hansa") == ["person", "person"]

    clicks(qtbot, dialog, "restore")
    assert what(dialog)[0] == ("„Hansa“ ist kein Name", "")
    assert reader.kinds_of("Hansa") == []


def test_filter(reader: Reader, dialog: CorrectionsDialog) -> None:
    """Typing leaves the rows that have all the words."""
    reader.corrects("Otto", "Ort")
    reader.corrects("Hansa", "Kein Name")

    dialog.made.filter.setText("tal ort")
    reader.waits(lambda: len(what(dialog)) == 1)

    assert what(dialog) == [("„Otto Tal“ ist ein Ort", "")]


def test_correction_of_another_article(reader: Reader, dialog: CorrectionsDialog, qtbot: QtBot) -> None:
    """The article of a correction is a click away."""
    reader.corrects("Hansa", "Kein Name")
    reader.opens(OTHER_ARTICLE, "anderer.txt")

    dialog.made.table.selectRow(0)
    clicks(qtbot, dialog, "open_article")
    reader.waits_for_colours("artikel.txt")

    assert reader.kinds_of("Hansa") == []


def test_correction_that_does_not_fit(reader: Reader, qtbot: QtBot) -> None:
    """Once the words are gone from the file, the window says so, once, and the list says of which."""
    reader.opens(ARTICLE)
    reader.corrects("Hansa", "Kein Name")
    reader.corrects("Otto", "Ort")
    reader.opens("[person:Anna Berg] traf [person:Otto Tal] in Bonn. Dann schwieg [person:Anna Berg].")
    reader.waits(lambda: "1 Ihrer Korrekturen passt nicht" in reader.notice)
    assert reader.kinds_of("Otto Tal") == ["place"]

    qtbot.mouseClick(reader.window.notice.button, Qt.MouseButton.LeftButton)
    dialog = reader.dialog(CorrectionsDialog)
    assert what(dialog)[:2] == [
        ("„Otto Tal“ ist ein Ort", ""),
        ("„Hansa“ ist kein Name", "Wörter nicht mehr da"),
    ]
    reader.corrects("Anna", "Ort")
    assert reader.notice == ""


def test_new_edited_and_removed_entry(reader: Reader, dialog: CorrectionsDialog, qtbot: QtBot) -> None:
    """Entries are added, edited and removed; the open article follows, Ctrl+Z goes back."""
    dialog.show_page(Page.DICTIONARY)
    clicks(qtbot, dialog, "add")
    editor = reader.dialog(EntryEditor)
    editor.text.setText("Bonn")
    editor.kind.setCurrentText("Ort")
    editor.accept()
    assert reader.kinds_of("Bonn") == ["place"]
    assert dialog.dictionary.model.rows() == [("Bonn", "Ort", "", "ja")]

    dialog.dictionary.table.selectRow(0)
    clicks(qtbot, dialog, "edit")
    editor = reader.dialog(EntryEditor)
    editor.text.setText("Hansa")
    editor.kind.setCurrentText("Nie markieren")
    editor.is_inflected.setChecked(False)
    editor.accept()
    assert dialog.dictionary.model.rows() == [("Hansa", "Nie markieren", "", "nein")]
    assert reader.coloured == ["Anna Berg", "Otto Tal"]

    dialog.dictionary.table.selectRow(0)
    clicks(qtbot, dialog, "remove")
    assert dialog.dictionary.model.rows() == []

    for _ in range(3):
        reader.window.actions_by_name["undo"].trigger()
    assert dialog.dictionary.model.rows() == []
    assert reader.kinds_of("Bonn") == []
    for _ in range(2):
        reader.window.actions_by_name["redo"].trigger()
    assert dialog.dictionary.model.rows() == [("Hansa", "Nie markieren", "", "nein")]


def puts_entry(reader: Reader, dialog: CorrectionsDialog, qtbot: QtBot, text: str, kind: str) -> None:
    dialog.show_page(Page.DICTIONARY)
    clicks(qtbot, dialog, "add")
    editor = reader.dialog(EntryEditor)
    editor.text.setText(text)
    editor.kind.setCurrentText(kind)
    editor.accept()
    reader.waits(lambda: not dialog.findChildren(EntryEditor))


@pytest.mark.parametrize("text", ["Hansa", " Hansa "])
def test_entry_with_the_words_of_another(
    reader: Reader, dialog: CorrectionsDialog, qtbot: QtBot, text: str
) -> None:
    """It takes the place of the other, whatever spaces were typed with it; an undo brings that back."""
    puts_entry(reader, dialog, qtbot, "Hansa", "Ort")
    puts_entry(reader, dialog, qtbot, text, "Organisation")
    assert dialog.dictionary.model.rows() == [("Hansa", "Organisation", "", "ja")]

    reader.window.actions_by_name["undo"].trigger()

    assert dialog.dictionary.model.rows() == [("Hansa", "Ort", "", "ja")]
    assert reader.kinds_of("Hansa") == ["place", "place"]


def test_entry_that_was_removed_and_made_anew(
    reader: Reader, dialog: CorrectionsDialog, qtbot: QtBot
) -> None:
    """Each undo goes one step back, to what the entry was at that moment."""
    puts_entry(reader, dialog, qtbot, "Hansa", "Ort")
    dialog.dictionary.table.selectRow(0)
    clicks(qtbot, dialog, "remove")
    puts_entry(reader, dialog, qtbot, "Hansa", "Organisation")

    reader.window.actions_by_name["undo"].trigger()
    assert dialog.dictionary.model.rows() == []
    reader.window.actions_by_name["undo"].trigger()
    assert dialog.dictionary.model.rows() == [("Hansa", "Ort", "", "ja")]


def test_entry_for_a_weapon_class(reader: Reader, dialog: CorrectionsDialog, qtbot: QtBot) -> None:
    """It can be said in the menu, shows in the list, and stays what it is when it is edited."""
    reader.corrects("Hansa", "„Hansa“ immer behandeln als", "Waffenart")
    assert reader.told == "„Hansa“ ist immer eine Waffenart"
    dialog.show_page(Page.DICTIONARY)
    assert dialog.dictionary.model.rows() == [("Hansa", "Waffenart", "", "ja")]

    dialog.dictionary.table.selectRow(0)
    clicks(qtbot, dialog, "edit")
    editor = reader.dialog(EntryEditor)
    editor.is_inflected.setChecked(False)
    editor.accept()

    assert dialog.dictionary.model.rows() == [("Hansa", "Waffenart", "", "nein")]
    (row,) = (one for one in reader.window.side_panel.names.rows.values() if one.name == "Hansa")
    assert row.is_generic


def test_empty_entry_is_not_taken(reader: Reader, dialog: CorrectionsDialog, qtbot: QtBot) -> None:
    """An entry without a letter cannot be made."""
    dialog.show_page(Page.DICTIONARY)
    clicks(qtbot, dialog, "add")
    editor = reader.dialog(EntryEditor)

    editor.text.setText(" – ")
    editor.accept()

    assert editor.isVisible()
    assert dialog.dictionary.model.rows() == []


def test_export_and_import(reader: Reader, dialog: CorrectionsDialog, tmp_path: Path) -> None:
    """What was exported comes back with an import, which can be undone as a whole."""
    reader.corrects("Hansa", "„Hansa“ immer behandeln als", "Organisation")
    reader.corrects("Otto", "„Otto Tal“ nie markieren")
    path = tmp_path / "wörter.csv"
    dialog.words.export_to(path)
    rows = dialog.dictionary.model.rows()
    for _ in range(2):
        reader.window.actions_by_name["undo"].trigger()
    assert reader.kinds_of("Hansa") == ["person", "person"]

    dialog.words.import_from(path)
    reader.dialog(QMessageBox).close()
    assert dialog.dictionary.model.rows() == rows
    assert reader.kinds_of("Hansa") == ["organization", "organization"]

    reader.window.actions_by_name["undo"].trigger()
    assert dialog.dictionary.model.rows() == []
    assert reader.kinds_of("Hansa") == ["person", "person"]


def test_import_is_done_again_without_the_file(
    reader: Reader, dialog: CorrectionsDialog, tmp_path: Path
) -> None:
    """What was imported and undone comes back, even if the file is gone meanwhile."""
    path = tmp_path / "wörter.csv"
    path.write_text("text;kind\nBonn;Ort\n", encoding="utf-8")
    dialog.words.import_from(path)
    reader.dialog(QMessageBox).close()
    reader.window.actions_by_name["undo"].trigger()
    path.unlink()

    reader.window.actions_by_name["redo"].trigger()

    assert dialog.dictionary.model.rows() == [("Bonn", "Ort", "", "ja")]
    assert reader.kinds_of("Bonn") == ["place"]


def test_rows_that_are_refused(reader: Reader, dialog: CorrectionsDialog, tmp_path: Path) -> None:
    """An import takes the good rows and lists the others with their reasons."""
    path = tmp_path / "wörter.csv"
    path.write_text("text;kind\nBonn;Ort\nHansa;Berg\n;Ort\n", encoding="utf-8")

    dialog.words.import_from(path)
    box = reader.dialog(QMessageBox)

    assert box.text().split("\n") == ["1 Eintrag übernommen.", "2 Zeilen nicht übernommen."]
    assert box.detailedText().split("\n") == [
        "Zeile 3: ihre Art ist nicht bekannt",
        "Zeile 4: sie enthält keinen Text",
    ]
    assert reader.kinds_of("Bonn") == ["place"]
    box.close()


def test_file_that_is_no_dictionary(reader: Reader, dialog: CorrectionsDialog, tmp_path: Path) -> None:
    """A file with other columns changes nothing, and the dialog says what it lacks."""
    path = tmp_path / "farben.csv"
    path.write_text("Name;Farbe\nBonn;blau\n", encoding="utf-8")

    dialog.words.import_from(path)
    reader.waits(lambda: not reader.window._session.importing.is_busy())

    assert dialog.trouble.isVisible()
    assert "farben.csv fehlt eine Spalte" in dialog.trouble.text()
    assert dialog.dictionary.model.rows() == []
    assert not reader.window.actions_by_name["undo"].isEnabled()


def test_many_entries_at_once(
    reader: Reader, dialog: CorrectionsDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    """Rows that are chosen together leave together; their number is written as people write it."""
    path = tmp_path / "wörter.csv"
    rows = "".join(f"Wort {number:04};Ort\n" for number in range(1300))
    path.write_text(f"text;kind\n{rows}", encoding="utf-8")
    dialog.show_page(Page.DICTIONARY)
    dialog.words.import_from(path)
    box = reader.dialog(QMessageBox)
    assert box.text() == "1.300 Einträge übernommen."
    box.close()

    dialog.dictionary.table.selectAll()
    clicks(qtbot, dialog, "remove")
    assert dialog.dictionary.model.rows() == []
    assert "1.300 Einträge aus dem Wörterbuch entfernt" in reader.told

    reader.window.actions_by_name["undo"].trigger()
    assert len(dialog.dictionary.model.rows()) == 1300


def test_what_is_chosen_stays_chosen(reader: Reader, dialog: CorrectionsDialog, qtbot: QtBot) -> None:
    """Rows that are chosen stay so while others come and go between them."""
    for text in ("Alt", "Bonn", "Celle", "Emden"):
        puts_entry(reader, dialog, qtbot, text, "Ort")
    model, table = dialog.dictionary.model, dialog.dictionary.table
    qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualRect(model.index(1, 0)).center())
    for row in (2, 3):
        place = table.visualRect(model.index(row, 0)).center()
        qtbot.mouseClick(table.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, place)

    puts_entry(reader, dialog, qtbot, "Dessau", "Ort")

    chosen = [one.text for one in dialog.dictionary.chosen() if isinstance(one, DictionaryEntry)]
    assert chosen == ["Bonn", "Celle", "Emden"]


def test_same_and_different_in_the_library(reader: Reader, dialog: CorrectionsDialog, qtbot: QtBot) -> None:
    """Two names of different articles are declared one; the declaration can be withdrawn, and that undone."""
    reader.opens(OTHER_ARTICLE, "anderer.txt")
    reader.corrects("Berg", "Dasselbe wie, in allen Artikeln …")
    picker = reader.dialog(EntityPicker)
    qtbot.keyClicks(picker.filter, "anna")
    qtbot.keyClick(picker.filter, Qt.Key.Key_Return)
    listed = [("„Anna Berg“ und „Berg“ sind in allen Artikeln dasselbe", "Person")]
    assert dialog.declarations.model.rows() == listed

    dialog.show_page(Page.DECLARATIONS)
    dialog.declarations.table.selectRow(0)
    clicks(qtbot, dialog, "withdraw")
    assert dialog.declarations.model.rows() == []

    reader.window.actions_by_name["undo"].trigger()
    assert dialog.declarations.model.rows() == listed


def test_declaration_that_took_the_place_of_another(reader: Reader, dialog: CorrectionsDialog) -> None:
    """Its undo brings the other back; every step is undone and done again, one by one."""
    entities = {one.canonical_name: one for one in reader.window._session.annotations.entities}
    anna, otto = entities["Anna Berg"], entities["Otto Tal"]
    declare = reader.window.desk.for_all_articles.declare
    undo, redo = (reader.window.actions_by_name[name] for name in ("undo", "redo"))
    same = [("„Anna Berg“ und „Otto Tal“ sind in allen Artikeln dasselbe", "Person")]
    different = [("„Anna Berg“ und „Otto Tal“ sind in allen Artikeln verschieden", "Person")]
    declare(anna, otto, is_same=True)
    declare(anna, otto, is_same=False)
    dialog.declarations.table.selectRow(0)
    dialog.show_page(Page.DECLARATIONS)
    dialog.declarations.button("withdraw").click()

    seen = []
    for action in (undo, undo, undo, redo, redo, redo, undo, undo, undo):
        action.trigger()
        seen.append(dialog.declarations.model.rows())

    assert seen == [different, same, [], same, different, [], different, same, []]
    assert reader.coloured == ["Anna Berg", "Otto Tal", "Hansa", "Hansa"]


def test_trouble_with_the_disk(
    reader: Reader, dialog: CorrectionsDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the disk refuses is told in the dialog, and nothing is changed."""
    reader.corrects("Hansa", "Kein Name")

    def locked(*_arguments: object) -> None:
        raise StorageFailed("library.sqlite3", StorageFailure.LOCKED)

    monkeypatch.setattr(Corrections, "withdraw", locked)
    dialog.made.table.selectRow(0)
    clicks(qtbot, dialog, "withdraw")

    assert "Nichts wurde geändert" in dialog.trouble.text()
    assert what(dialog) == [("„Hansa“ ist kein Name", "")]


def test_the_dialog_changes_its_language(reader: Reader, dialog: CorrectionsDialog) -> None:
    """With the window, every word of it, and its rows."""
    reader.corrects("Hansa", "Kein Name")

    reader.window.actions_by_name["language_en"].trigger()
    reader.waits(lambda: dialog.windowTitle() == "Corrections and dictionary")

    assert [dialog.pages.tabText(page) for page in Page] == ["Corrections", "Dictionary", "Same or different"]
    assert [dialog.made.button(name).text() for name in ("open_article", "withdraw", "restore")] == [
        "Open the article",
        "Withdraw",
        "Restore",
    ]
    assert what(dialog) == [("“Hansa” is no name", "")]


def test_the_keyboard_stays_at_the_row(reader: Reader, dialog: CorrectionsDialog, qtbot: QtBot) -> None:
    """After a withdrawal by key one is still at its row, and not at the beginning of the dialog."""
    reader.corrects("Otto", "Ort")
    reader.corrects("Hansa", "Kein Name")
    dialog.activateWindow()
    dialog.made.table.setFocus()
    dialog.made.table.selectRow(1)

    button = dialog.made.button("withdraw")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)

    assert [state for _what, state in what(dialog)] == ["", "zurückgezogen"]
    assert QApplication.focusWidget() is dialog.made.table
    assert dialog.made.table.currentIndex().row() == 1


def test_undo_while_the_keyboard_is_in_a_filter(reader: Reader, dialog: CorrectionsDialog) -> None:
    """Ctrl+Z takes back what was typed there; where nothing was, it takes back the last correction."""
    reader.corrects("Hansa", "Ort")
    for window, field in (
        (dialog, dialog.made.filter),
        (reader.window, reader.window.library.search),
        (reader.window, reader.window.side_panel.filter),
    ):
        window.activateWindow()
        reader.waits(window.isActiveWindow)
        field.setFocus()

        reader.presses("Ctrl+Z")
        assert reader.kinds_of("Hansa") == ["person", "person"]
        reader.presses("Ctrl+Shift+Z")
        assert reader.kinds_of("Hansa") == ["place", "place"]

        reader.types("h")
        reader.presses("Ctrl+Z")
        assert field.text() == ""
        assert reader.kinds_of("Hansa") == ["place", "place"]


def test_dialog_is_open_once(reader: Reader, dialog: CorrectionsDialog) -> None:
    """Asking for the dialog again brings the open one to the front; after closing there is a new one."""
    reader.window.actions_by_name["corrections"].trigger()
    assert reader.window.findChildren(CorrectionsDialog) == [dialog]

    dialog.close()
    reader.waits(lambda: not reader.window.findChildren(CorrectionsDialog))
    reader.window.actions_by_name["corrections"].trigger()

    assert reader.dialog(CorrectionsDialog).isVisible()
