"""Corrections with mouse and keys: each can be undone, is kept, and moves nothing."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.domain.errors import StorageFailed, StorageFailure
from reader.domain.quotations import QuotationKind
from reader.services.corrections import Corrections
from reader.ui.actions import keys_of
from reader.ui.correction_words import KINDS
from reader.ui.keyed_menu import KeyedMenu
from reader.ui.main_window import MainWindow
from reader.ui.picker import EntityPicker, NamePicker
from reader.ui.row_list import RowList
from reader.ui.row_models import ROW_ROLE, Heading
from tests.fakes import FakeAnalysis
from tests.ui.reader import Reader
from tests.ui.windows import HAS_OWN_WINDOW

pytestmark = HAS_OWN_WINDOW

ARTICLE = "[person:Anna Berg] traf [person:Otto Tal] in Bonn. [person:Hansa] und [person:Hansa] schweigen."
SPOKEN = "[person:Anna Berg], [person:Otto Tal] kamen. {Anna Berg: „Wir gehen“}, sagte sie. Alle blieben."


def heading(rows: RowList, text: str) -> Heading:
    shown = (rows.rows.index(number).data(ROW_ROLE) for number in range(rows.rows.rowCount()))
    return next(one for one in shown if isinstance(one, Heading) and one.text == text)


# Names.


def test_another_kind(reader: Reader) -> None:
    """Two clicks make an organisation of a person, wherever in the article the name stands."""
    reader.opens(ARTICLE)

    reader.corrects("Hansa", "Organisation")

    assert reader.kinds_of("Hansa") == ["organization", "organization"]
    assert reader.card_name == "Hansa"
    assert reader.told == "„Hansa“ ist eine Organisation"


def test_no_name(reader: Reader) -> None:
    """What is no name is marked nowhere any more; elsewhere it stays if the reader wants that."""
    reader.opens(ARTICLE)

    reader.corrects("Hansa", "Hier kein Name, sonst schon")
    assert reader.kinds_of("Hansa") == ["person"]

    reader.corrects("Hansa", "Kein Name", number=1)
    assert reader.kinds_of("Hansa") == []
    assert reader.card_name == ""


@pytest.mark.parametrize(
    ("key", "kind"), [("P", "person"), ("O", "organization"), ("W", "weapon"), ("L", "place")]
)
def test_marking_words_with_a_key(reader: Reader, key: str, kind: str) -> None:
    """Select words, press a key: they are a name of that kind, and it is selected."""
    reader.opens(ARTICLE)
    reader.selects("Bonn")

    reader.presses(key)

    assert reader.kinds_of("Bonn") == [kind]
    assert reader.card_name == "Bonn"
    assert reader.chosen(reader.window.side_panel.names) == "Bonn"


def test_other_names_have_a_heading_of_their_own(reader: Reader) -> None:
    """What is marked as another name is listed at the end, counted and filtered as the others are."""
    reader.opens(ARTICLE)
    panel = reader.window.side_panel
    assert "ANDERE NAMEN" not in reader.rows(panel.names)

    reader.corrects("Hansa", "Anderer Name")
    assert reader.rows(panel.names) == ["PERSONEN", "Anna Berg", "Otto Tal", "ANDERE NAMEN", "Hansa"]
    assert reader.kinds_of("Hansa") == ["other", "other"]
    assert heading(panel.names, "ANDERE NAMEN").count == 1

    panel.filter.setText("hans")
    assert reader.rows(panel.names) == ["ANDERE NAMEN", "Hansa"]
    panel.filter.clear()
    reader.comes_back()
    reader.presses("Ctrl+Z")
    assert "ANDERE NAMEN" not in reader.rows(panel.names)


def test_marking_words_over_a_name(reader: Reader) -> None:
    """Words marked over a name take its place."""
    reader.opens("Die [organization:Bank] von Bonn und [person:Otto Tal] schwieg.")
    reader.selects("Bank von Bonn")

    reader.corrects("Bank", "Organisation")

    assert reader.coloured == ["Bank von Bonn", "Otto Tal"]


def test_key_on_the_selected_name(reader: Reader) -> None:
    """Without selected words the keys mean the name that was clicked."""
    reader.opens(ARTICLE)
    reader.clicks_on("Hansa")

    reader.presses("L")

    assert reader.kinds_of("Hansa") == ["place", "place"]


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        (["Alt+Shift+Right"], "Anna Berg traf"),
        (["Alt+Shift+Left"], "Anna"),
        (["Alt+Shift+Down"], "Berg"),
        (["Alt+Shift+Down", "Alt+Shift+Up"], "Anna Berg"),
    ],
)
def test_longer_and_shorter(reader: Reader, keys: list[str], name: str) -> None:
    """Keys move the ends of a name by a word; what is called so is called by the new words."""
    reader.opens(ARTICLE)
    reader.clicks_on("Anna")

    for key in keys:
        reader.presses(key)

    assert reader.coloured[0] == name
    assert reader.card_name == name


def test_longer_by_menu_shows_what_comes_of_it(reader: Reader) -> None:
    """The menu lists the words that the name would have."""
    reader.opens("Die [organization:Bank] von Bonn schwieg.")

    reader.corrects("Bank", "Länger oder kürzer", "„Bank von“")

    assert reader.coloured == ["Bank von"]


def test_the_same_as_another(reader: Reader) -> None:
    """Two entities become one, with the name of the one that was chosen."""
    reader.opens("[person:Anna Berg] kam. [person:A. B.] ging. [person:A. B.] schwieg.")

    reader.corrects("A. B.", "Dasselbe wie", "Anna Berg")

    assert reader.rows(reader.window.side_panel.names) == ["PERSONEN", "Anna Berg"]
    assert reader.card_name == "Anna Berg"


def test_the_same_as_one_that_is_looked_for(reader: Reader, qtbot: QtBot) -> None:
    """M opens a list of the other names; typing filters it, Enter chooses."""
    reader.opens(ARTICLE)
    reader.clicks_on("Hansa")
    reader.presses("M")
    picker = reader.dialog(EntityPicker)

    qtbot.keyClicks(picker.filter, "tal")
    qtbot.keyClick(picker.filter, Qt.Key.Key_Return)

    assert reader.card_name == "Otto Tal"
    assert reader.rows(reader.window.side_panel.names) == ["PERSONEN", "Otto Tal", "Anna Berg"]


def test_splitting_a_mention_off(reader: Reader) -> None:
    """One mention becomes somebody else; the others stay."""
    reader.opens("[person:Anna Berg] kam. [person:Berg=Anna Berg] ging. [person:Otto Tal] blieb.")

    reader.corrects("Berg", "Hier jemand oder etwas anderes", number=1)

    assert reader.rows(reader.window.side_panel.names) == ["PERSONEN", "Anna Berg", "Berg", "Otto Tal"]
    assert reader.card_name == "Berg"


def test_a_namesake_has_a_note_of_his_own(reader: Reader) -> None:
    """Split off under the same name, he does not share the note; the list has both."""
    reader.opens("[person:Berg] kam. Später ging [person:Berg].")
    reader.clicks_on("Berg")
    reader.writes_note("Ministerin.")

    reader.corrects("Berg", "Hier jemand oder etwas anderes", number=1)
    reader.comes_back()
    assert reader.note == ""
    reader.writes_note("Ihr Mann.")

    reader.clicks_on("Berg")
    assert reader.note == "Ministerin."
    reader.clicks_on("Berg", number=1)
    assert reader.note == "Ihr Mann."
    assert reader.rows(reader.window.side_panel.notes) == ["IN DIESEM ARTIKEL", "Berg", "Berg"]


def test_another_name(reader: Reader, qtbot: QtBot) -> None:
    """F2 asks for the name that is shown for somebody."""
    reader.opens(ARTICLE)
    reader.clicks_on("Hansa")
    reader.presses("F2")
    picker = reader.dialog(NamePicker)

    picker.name.setText("Hansa AG & Co.")
    qtbot.keyClick(picker.name, Qt.Key.Key_Return)

    assert reader.card_name == "Hansa AG & Co."
    assert "Hansa AG & Co." in reader.rows(reader.window.side_panel.names)


def test_note_stays_with_the_name(reader: Reader) -> None:
    """A note goes along when its name becomes another kind, and back with the undo."""
    reader.opens(ARTICLE)
    reader.clicks_on("Hansa")
    reader.window.side_panel.card.note.setFocus()
    reader.types("fragen")

    reader.corrects("Hansa", "Organisation")
    assert reader.note == "fragen"

    reader.window.view.setFocus()
    reader.presses("Ctrl+Z")
    assert reader.note == "fragen"
    assert reader.kinds_of("Hansa") == ["person", "person"]


# For all articles.


def test_always_and_never(reader: Reader) -> None:
    """What is said for all articles holds at once here and in the next one, inflected too."""
    reader.opens(ARTICLE)
    reader.selects("Bonn")
    reader.corrects("Bonn", "„Bonn“ immer behandeln als", "Ort")
    reader.corrects("Hansa", "„Hansa“ nie markieren")

    assert reader.kinds_of("Bonn") == ["place"]
    assert reader.kinds_of("Hansa") == []

    reader.opens("Die [organization:Hansa] gehört zu Bonns Firmen.", "anderer.txt")
    assert reader.coloured == ["Bonns"]


def test_replaced_entry_comes_back(reader: Reader) -> None:
    """Undoing an entry brings back the one that had its words before."""
    reader.opens(ARTICLE)
    reader.corrects("Hansa", "„Hansa“ immer behandeln als", "Ort")
    reader.corrects("Hansa", "„Hansa“ immer behandeln als", "Organisation")
    assert reader.kinds_of("Hansa") == ["organization", "organization"]

    reader.presses("Ctrl+Z")
    assert reader.kinds_of("Hansa") == ["place", "place"]

    reader.presses("Ctrl+Z")
    assert reader.kinds_of("Hansa") == ["person", "person"]


# Quotations.


def test_another_speaker(reader: Reader) -> None:
    """A right click on a quotation gives it to somebody else, or to nobody."""
    reader.opens(SPOKEN)

    reader.corrects("gehen", "Wer spricht …", "Otto Tal")
    assert reader.speaker_of("gehen") == "Otto Tal"

    reader.corrects("gehen", "Wer spricht …", "Nicht bekannt")
    assert reader.speaker_of("gehen") == ""


def test_speaker_who_is_not_in_the_list(reader: Reader, qtbot: QtBot) -> None:
    """S asks who says it; whoever is typed there is the speaker."""
    reader.opens(SPOKEN)
    reader.clicks_on("gehen")
    reader.presses("S")
    picker = reader.dialog(EntityPicker)

    qtbot.keyClicks(picker.filter, "eine Nachbarin")
    qtbot.keyClick(picker.filter, Qt.Key.Key_Return)

    assert reader.speaker_of("gehen") == "eine Nachbarin"


@pytest.mark.parametrize("way", ["menu", "key"])
def test_no_quotation(reader: Reader, way: str) -> None:
    """What is no quotation is not tinted any more."""
    reader.opens(SPOKEN)

    if way == "menu":
        reader.corrects("gehen", "Kein Zitat")
    else:
        reader.clicks_on("gehen")
        reader.presses("X")

    assert reader.tinted == []
    reader.presses("Ctrl+Z")
    assert reader.tinted == ["„Wir gehen“"]


def test_marking_a_quotation(reader: Reader) -> None:
    """Selected words become a quotation by somebody of the article."""
    reader.opens(SPOKEN)
    reader.selects("Alle blieben.")

    reader.corrects("blieben", "Indirekte Rede von", "Otto Tal")

    assert reader.tinted == ["„Wir gehen“", "Alle blieben."]
    assert reader.speaker_of("Alle blieben") == "Otto Tal"


def test_another_extent(reader: Reader) -> None:
    """Selected words become the whole of a quotation, whose speaker stays."""
    reader.opens(SPOKEN)
    reader.selects("„Wir gehen“, sagte sie")

    reader.corrects("gehen", "Das ganze Zitat")

    assert reader.tinted == ["„Wir gehen“, sagte sie"]
    assert reader.speaker_of("gehen") == "Anna Berg"


def test_row_menus(reader: Reader) -> None:
    """The rows of the side panel have the same menus."""
    reader.opens(SPOKEN)
    panel = reader.window.side_panel

    reader.right_clicks_row(panel.quotations, "„Wir gehen“")
    reader.chooses("Wer spricht …", "Otto Tal")
    reader.right_clicks_row(panel.names, "Anna Berg")
    reader.chooses("Ort")

    assert reader.speaker_of("gehen") == "Otto Tal"
    assert reader.kinds_of("Anna Berg") == ["place"]


def test_menu_by_key(reader: Reader) -> None:
    """Shift+F10 opens the menu of the name at the text cursor."""
    reader.opens(ARTICLE)
    reader.clicks_on("Hansa")
    reader.presses("Shift+F10")

    reader.chooses("Waffensystem")

    assert reader.kinds_of("Hansa") == ["weapon", "weapon"]


def test_every_key_of_a_name_stands_in_its_menu(reader: Reader) -> None:
    """What has a key tells it in the menu, so that the key can be learnt there."""
    reader.opens(ARTICLE)

    menu = reader.right_clicks_on("Hansa")

    assert isinstance(menu, KeyedMenu)
    shown = {line.text().partition("\t")[2] for line in menu.lines()}
    of_a_name = (*(name for name, _kind, _is_generic in KINDS), "no_name", "same_as", "split_off", "rename")
    assert {keys_of(name) for name in of_a_name} <= shown
    menu.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_X, Qt.Key.Key_L])
def test_the_keys_of_the_menu_work_in_it(reader: Reader, qtbot: QtBot, key: Qt.Key) -> None:
    """They choose their line for what was clicked on, and the menu closes."""
    reader.opens(ARTICLE)
    menu = reader.right_clicks_on("Hansa")

    qtbot.keyClick(menu, key)

    reader.waits(lambda: QApplication.activePopupWidget() is None)
    assert reader.kinds_of("Hansa") == ([] if key is Qt.Key.Key_X else ["place", "place"])


# Undo.


def test_one_history_for_all(reader: Reader) -> None:
    """Ctrl+Z goes back through everything in turn, Ctrl+Shift+Z forward; the menu says what."""
    reader.opens(ARTICLE)
    undo = reader.window.actions_by_name["undo"]
    assert not undo.isEnabled()
    reader.corrects("Hansa", "Organisation")
    reader.corrects("Otto", "„Otto Tal“ nie markieren")
    reader.window.library.entries.setFocus()
    reader.presses("Del")

    assert undo.text().startswith("&Rückgängig: „Anna Berg traf")
    reader.presses("Ctrl+Z")
    assert len(reader.rows(reader.window.library.entries)) == 2
    assert undo.text() == "&Rückgängig: „Otto Tal“ wird nie markiert"
    reader.presses("Ctrl+Z")
    reader.presses("Ctrl+Z")
    assert reader.coloured == ["Anna Berg", "Otto Tal", "Hansa", "Hansa"]
    assert reader.kinds_of("Hansa") == ["person", "person"]
    assert not undo.isEnabled()

    reader.presses("Ctrl+Shift+Z")
    reader.presses("Ctrl+Shift+Z")
    assert reader.kinds_of("Hansa") == ["organization", "organization"]
    assert reader.kinds_of("Otto Tal") == []


def test_undo_button(reader: Reader, qtbot: QtBot) -> None:
    """What was done is said with a button that undoes it."""
    reader.opens(ARTICLE)
    reader.corrects("Hansa", "Organisation")

    qtbot.mouseClick(reader.window.desk.done.button, Qt.MouseButton.LeftButton)

    assert reader.kinds_of("Hansa") == ["person", "person"]
    assert reader.told == "Zurückgenommen: „Hansa“ ist eine Organisation"


def test_undo_in_the_note_is_about_the_note(reader: Reader) -> None:
    """While a note is written, Ctrl+Z takes back typing, not a correction."""
    reader.opens(ARTICLE)
    reader.corrects("Hansa", "Organisation")
    reader.window.side_panel.card.note.setFocus()
    reader.types("abc")

    reader.presses("Ctrl+Z")

    assert reader.note == ""
    assert reader.kinds_of("Hansa") == ["organization", "organization"]


def test_undo_of_what_was_done_in_another_article(reader: Reader, qtbot: QtBot) -> None:
    """The undo works from another article too, says so, and offers to go there."""
    reader.opens(ARTICLE)
    reader.corrects("Hansa", "Organisation")
    reader.opens("Gestern fuhr [person:Anna Berg] weiter.", "anderer.txt")
    reader.comes_back()

    reader.presses("Ctrl+Z")
    assert "in einem anderen Artikel" in reader.notice
    assert reader.coloured == ["Anna Berg"]

    qtbot.mouseClick(reader.window.notice.button, Qt.MouseButton.LeftButton)
    reader.waits_for_colours("artikel.txt")
    assert reader.kinds_of("Hansa") == ["person", "person"]


# Kept, shown, and nothing lost.


def test_after_a_restart(
    reader: Reader, open_window: Callable[..., MainWindow], qtbot: QtBot, analysis: FakeAnalysis
) -> None:
    """A correction is there again after a restart, and the card says whose it is."""
    reader.opens(ARTICLE)
    reader.corrects("Hansa", "Organisation")
    reader.window.close()

    later = Reader(open_window(), qtbot, analysis, reader._folder)
    later.opens(ARTICLE)
    later.clicks_on("Hansa")

    assert later.kinds_of("Hansa") == ["organization", "organization"]
    assert later.window.side_panel.card.corrected.isVisible()


def test_withdrawing_from_the_card(reader: Reader, qtbot: QtBot) -> None:
    """The card of a corrected name withdraws what was corrected; others have no such button."""
    reader.opens(ARTICLE)
    reader.clicks_on("Anna")
    assert not reader.window.side_panel.card.corrected.isVisible()
    reader.corrects("Hansa", "Organisation")

    qtbot.mouseClick(reader.window.side_panel.card.corrected, Qt.MouseButton.LeftButton)

    assert reader.kinds_of("Hansa") == ["person", "person"]
    reader.presses("Ctrl+Z")
    assert reader.kinds_of("Hansa") == ["organization", "organization"]


def test_withdrawing_what_was_said_of_a_quotation(reader: Reader) -> None:
    """The menu of a corrected quotation makes it again what the machine found."""
    reader.opens(SPOKEN)
    reader.corrects("gehen", "Wer spricht …", "Otto Tal")
    reader.corrects("gehen", "Andere Art", "Erlebte Rede")

    reader.corrects("gehen", "Meine Korrekturen daran zurückziehen")

    assert reader.speaker_of("gehen") == "Anna Berg"
    quotation = reader.window._session.quotation
    assert quotation is not None
    assert quotation.kind is QuotationKind.DIRECT


def test_nothing_moves(reader: Reader) -> None:
    """A correction leaves the text where it is and the entity selected."""
    reader.opens("\n\n".join(["[person:Hansa] schwieg lange und gründlich." for _ in range(60)]))
    bar = reader.window.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value(), reader.window.view.mapToGlobal(QPoint(0, 0))
    reader.window.view.setFocus()
    visible = next(
        number
        for number in range(60)
        if 100 < reader.point_of("Hansa", number).y() < reader.window.view.viewport().height() - 100
    )

    reader.corrects("Hansa", "Organisation", number=visible)

    assert (bar.value(), reader.window.view.mapToGlobal(QPoint(0, 0))) == before
    assert reader.chosen(reader.window.side_panel.names) == "Hansa"


def test_full_disk(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be kept is not done: the window says why, and shows what is on disk."""
    reader.opens(ARTICLE)

    def full(*_arguments: object) -> None:
        raise StorageFailed("library.sqlite3", StorageFailure.DISK_FULL)

    monkeypatch.setattr(Corrections, "make", full)
    reader.corrects("Hansa", "Organisation")

    assert reader.kinds_of("Hansa") == ["person", "person"]
    assert "Nichts wurde geändert" in reader.notice
    assert not reader.window.actions_by_name["undo"].isEnabled()

    monkeypatch.undo()
    reader.corrects("Hansa", "Organisation")
    assert reader.notice == ""
    assert reader.kinds_of("Hansa") == ["organization", "organization"]


@pytest.mark.parametrize("key", ["P", "X", "T", "M", "F2", "Alt+Shift+Right"])
def test_keys_without_a_subject(reader: Reader, key: str) -> None:
    """A key that has nothing to work on says what it wants, and does nothing."""
    reader.opens(ARTICLE)
    reader.window.view.setFocus()

    reader.presses(key)

    assert reader.told == "Erst Wörter auswählen oder auf einen Namen klicken."
    assert not reader.window.actions_by_name["undo"].isEnabled()


@pytest.mark.parametrize("words", ["  ", "–", "Bonn.\n\nHansa"])
def test_selected_words_that_are_no_name(reader: Reader, words: str) -> None:
    """White space, signs, and words of two paragraphs become no name; nor does what was selected before."""
    reader.opens("Am Hafen: [person:Anna Berg]  –  und Bonn.\n\nHansa schwieg.")
    reader.clicks_on("Anna")
    reader.selects(words)

    reader.presses("L")

    assert reader.kinds_of("Anna Berg") == ["person"]
    assert reader.coloured == ["Anna Berg"]
    assert reader.told
    assert not reader.window.actions_by_name["undo"].isEnabled()


def test_a_whole_article_is_no_name(reader: Reader) -> None:
    """Whoever selects far too much is told how long a name can be, by the key and in the menu."""
    reader.opens("[person:Anna Berg] kam. " + "Alle anderen blieben noch eine Weile am Hafen. " * 20)
    reader.window.view.setFocus()
    reader.presses("Ctrl+A")
    too_long = "Ein Name hat höchstens 200 Zeichen: nur seine Wörter auswählen."

    reader.presses("O")
    assert reader.told == too_long
    assert reader.coloured == ["Anna Berg"]
    assert not reader.window.actions_by_name["undo"].isEnabled()

    menu = reader.right_clicks_on("Hafen")
    lines = {action.text(): action.isEnabled() for action in menu.actions()}
    menu.close()
    assert lines[too_long] is False
    assert not any("immer behandeln" in line for line in lines)


def test_undo_after_several_new_analyses(reader: Reader, analysis: FakeAnalysis) -> None:
    """What the reader said can still be taken back, and made again, step by step."""
    reader.opens(ARTICLE)
    session = reader.window._session
    reader.corrects("Hansa", "Organisation")
    reader.corrects("Otto", "Kein Name")
    for _ in range(3):
        count = len(analysis.analysed)
        session.analysing.begin(reader.article)
        reader.waits(lambda count=count: len(analysis.analysed) > count and not session.is_busy())
    reader.comes_back()

    reader.presses("Ctrl+Z")
    assert (reader.kinds_of("Otto Tal"), reader.kinds_of("Hansa")) == (["person"], ["organization"] * 2)
    reader.presses("Ctrl+Z")
    assert reader.kinds_of("Hansa") == ["person"] * 2
    for _ in range(2):
        reader.presses("Ctrl+Shift+Z")
    assert (reader.kinds_of("Otto Tal"), reader.kinds_of("Hansa")) == ([], ["organization"] * 2)


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("Otto", ["Anna Berg", "Hansa", "Hansa"]),  # a part of his name
        ("Bonn", ["Anna Berg", "Otto Tal", "Hansa", "Hansa"]),
        ("Otto Tal in Bonn. Hansa", ["Anna Berg", "Otto Tal", "Hansa", "Hansa"]),
    ],
)
def test_a_key_means_the_selected_words(reader: Reader, words: str, rest: list[str]) -> None:
    """Not the name on the card, which is elsewhere; where they are not one name, nothing is done."""
    reader.opens(ARTICLE)
    reader.clicks_on("Anna")
    reader.selects(words)

    reader.presses("X")

    assert reader.coloured == rest


def test_a_key_on_selected_words_leaves_the_quotation_of_the_card(reader: Reader) -> None:
    """X means the words, not the quotation that was clicked before."""
    reader.opens(SPOKEN)
    reader.clicks_on("gehen")
    reader.selects("Otto")

    reader.presses("X")

    assert reader.tinted == ["„Wir gehen“"]
    assert reader.coloured == ["Anna Berg"]


def test_letters_in_lists_and_fields_are_letters(reader: Reader) -> None:
    """The keys of corrections work in the text alone: nobody corrects by typing elsewhere."""
    reader.opens(ARTICLE)
    reader.clicks_on("Hansa")
    reader.window.side_panel.names.setFocus()
    reader.presses("O")
    reader.window.side_panel.filter.setFocus()
    reader.types("o")

    assert reader.kinds_of("Hansa") == ["person", "person"]
    assert QApplication.focusWidget() is reader.window.side_panel.filter
