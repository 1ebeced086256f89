"""A real window and the real pipeline, in one process, for every scenario; and what the steps say."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox
from pytest_bdd import given, parsers, then, when
from pytestqt.qtbot import QtBot

from reader.domain.annotations import Annotations
from reader.domain.articles import Article
from reader.domain.entities import EntityKind
from reader.domain.quotations import Quotation, QuotationKind
from reader.presentation.highlights import Layer
from reader.services.analysis import pipeline
from reader.ui.corrections_dialog import CorrectionsDialog
from reader.ui.main_window import MainWindow
from reader.ui.passage_label import PassageLabel
from tests.ui.reader import Reader, files
from tests.ui.windows import jobs, open_window, paths, window

__all__ = ["jobs", "open_window", "paths", "window"]

KINDS = {
    "a person": EntityKind.PERSON,
    "an organisation": EntityKind.ORGANIZATION,
    "a weapon system": EntityKind.WEAPON,
    "a place": EntityKind.PLACE,
}
PAGE = """<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{headline} – {outlet}</title>
<meta property="og:site_name" content="{outlet}"><meta property="og:type" content="article">
<meta name="author" content="{byline}"></head><body><nav><a href="#">Start</a></nav><main><article>
<h1>{headline}</h1><p>Die Ministerin Petra Lindner reiste am Montag nach Rostock. Dort sprach sie mit
Arbeitern über den Ausbau des Hafens, der in drei Jahren beginnen soll. Die Kosten stehen noch nicht fest.</p>
<p>Auch die Stadt will sich beteiligen. Der Rat berät darüber in der kommenden Woche, wie es hieß.</p>
</article><aside><h2>Mehr zum Thema</h2><ul><li><a href="#">Brücke gesperrt</a></li></ul></aside>
<section class="comments"><h2>Kommentare</h2><p>Das wird nie fertig!</p></section></main></body></html>"""


@dataclass
class Story:
    """What one scenario is about: the reader, the files at hand, and what was found last."""

    reader: Reader
    restart: Callable[[], Reader]
    folder: Path
    files: list[Path] = field(default_factory=list)
    quotation: Quotation | None = None
    analysed_before: int = 0

    @property
    def annotations(self) -> Annotations:
        annotations = self.reader.window._session.annotations
        assert annotations is not None
        return annotations

    def save(self, content: str | bytes, name: str = "") -> Path:
        path = self.folder / (name or f"artikel{len(self.files)}.txt")
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        self.files.append(path)
        return path


class RealAnalysis:
    """The German pipeline that ships; counts what it was asked."""

    def __init__(self, resources: Path) -> None:
        self._resources = resources
        self.count = 0

    def __call__(self, article: Article) -> Annotations:
        self.count += 1
        return pipeline("de", self._resources).analyse(article)


@pytest.fixture
def analysis(resources: Path) -> RealAnalysis:
    return RealAnalysis(resources)


@pytest.fixture
def story(
    window: MainWindow,
    open_window: Callable[..., MainWindow],
    qtbot: QtBot,
    analysis: RealAnalysis,
    tmp_path: Path,
) -> Story:
    def restart() -> Reader:
        return Reader(open_window(), qtbot, analysis, tmp_path)

    return Story(Reader(window, qtbot, analysis, tmp_path), restart, tmp_path)


# Given: what is at hand.


@given(parsers.parse("an article that says: {text}"))
def an_article(story: Story, text: str) -> None:
    story.save(text)


@given(parsers.parse("a file in {encoding} that says: {text}"))
def a_file(story: Story, encoding: str, text: str) -> None:
    story.save(text.encode(encoding))


@given(parsers.parse('a saved web page with the headline "{headline}" by "{byline}" from "{outlet}"'))
def a_page(story: Story, headline: str, byline: str, outlet: str) -> None:
    story.save(PAGE.format(headline=headline, byline=byline, outlet=outlet), "seite.html")


@given(parsers.parse("I copied: {text}"))
def copied(story: Story, text: str) -> None:
    story.reader.copies(text)


@given(parsers.parse("I am reading an article that says: {text}"))
@given(parsers.parse("I open another article that says: {text}"))
@when(parsers.parse("I open another article that says: {text}"))
def reading(story: Story, analysis: RealAnalysis, text: str) -> None:
    story.reader.opens_files(story.save(text))
    story.analysed_before = analysis.count


@given("an empty file")
def an_empty_file(story: Story) -> None:
    story.save(b"", "leer.txt")


@given("a picture")
def a_picture(story: Story) -> None:
    story.save(b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "bild.txt")


@given("a folder")
def a_folder(story: Story) -> None:
    story.files.append(story.folder / "ordner")
    story.files[-1].mkdir()


@given("a file that is gone")
def a_file_that_is_gone(story: Story) -> None:
    story.files.append(story.folder / "weg.txt")


@given("a huge file")
def a_huge_file(story: Story) -> None:
    with story.save(b"", "riesig.txt").open("wb") as file:
        file.truncate(200_000_000)


@given("a page without text")
def a_page_without_text(story: Story) -> None:
    story.save("<html><body><nav>Start</nav></body></html>", "seite.html")


# When: what the reader does.


@when("I open it")
def open_it(story: Story) -> None:
    story.reader.window.open_files([str(story.files[-1])])
    story.reader.waits(lambda: story.reader.notice or has_colours(story))


@when("I open them together")
def open_together(story: Story) -> None:
    story.reader.window.open_files([str(path) for path in story.files])
    story.reader.waits(lambda: story.reader.notice and has_colours(story))


def has_colours(story: Story) -> bool:
    """Whether the article that is shown is the last file, with its findings."""
    session = story.reader.window._session
    is_it = session.article is not None and session.article.source.name == str(story.files[-1])
    return is_it and session.annotations is not None


@when("I drop it on the window")
def drop_it(story: Story) -> None:
    mime = files(story.files[-1])
    assert story.reader.drops(mime, on=story.reader.window.empty_page)
    story.reader.waits(lambda: has_colours(story))


@when("I press Ctrl+V")
def paste(story: Story) -> None:
    story.reader.presses("Ctrl+V")
    story.reader.waits_for_colours()


@when(parsers.parse('I click on "{words}"'))
def click(story: Story, words: str) -> None:
    story.reader.clicks_on(words)


@when(parsers.parse('I click on the second "{words}"'))
def click_second(story: Story, words: str) -> None:
    story.reader.clicks_on(words, 1)


@when("I click on the last passage of the card")
def click_passage(story: Story, qtbot: QtBot) -> None:
    qtbot.mouseClick(story.reader.passages()[-1], Qt.MouseButton.LeftButton)


@when("I switch off places")
def switch_off_places(story: Story, qtbot: QtBot) -> None:
    chip = story.reader.window.top_bar.legend.chips[Layer.PLACE]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)


@when(parsers.parse('I write the note "{text}"'))
def write_note(story: Story, text: str) -> None:
    story.reader.writes_note(text)


@when(parsers.parse('I type "{text}" into the note'))
def type_into_note(story: Story, text: str) -> None:
    story.reader.presses("Ctrl+E")
    story.reader.types(text)


@when("I close the window and start again")
def start_again(story: Story) -> None:
    assert story.reader.window.close()
    story.reader = story.restart()


@when("I choose the article in the library")
@when("I choose the first article in the library")
def choose_in_library(story: Story) -> None:
    entries = story.reader.window.library.entries
    story.reader.clicks_row(entries, story.reader.rows(entries)[-1])


@when("the file is deleted")
def delete_file(story: Story) -> None:
    story.files[-1].unlink()


@when("I remove it from the library")
def remove(story: Story) -> None:
    story.reader.window.library.entries.setFocus()
    story.reader.presses("Del")


@when("I undo that")
def undo(story: Story, qtbot: QtBot) -> None:
    qtbot.mouseClick(story.reader.window.notice.button, Qt.MouseButton.LeftButton)


# Then: what the reader sees.


@then(parsers.parse('I read "{words}"'))
def reads(story: Story, words: str) -> None:
    assert words in story.reader.window.view.toPlainText()


@then(parsers.parse('I do not read "{words}"'))
def does_not_read(story: Story, words: str) -> None:
    assert words not in story.reader.window.view.toPlainText()


@then(parsers.parse('the title is "{title}"'))
def title_is(story: Story, title: str) -> None:
    assert story.reader.window.windowTitle() == f"{title} – Lesart"


@then(parsers.parse('"{words}" is highlighted as {kind}'))
def highlighted(story: Story, words: str, kind: str) -> None:
    shown = {highlight.mention.text: highlight.kind for highlight in story.reader.window.view._highlights}
    assert shown.get(words) is KINDS[kind]
    assert words in story.reader.coloured


@then(parsers.parse('"{words}" is not highlighted'))
def not_highlighted(story: Story, words: str) -> None:
    assert words not in story.reader.coloured


@then(parsers.parse('the card shows "{name}"'))
def card_shows(story: Story, name: str) -> None:
    assert story.reader.card_name == name


@when("I click on the speaker of the quotation")
def click_speaker(story: Story, qtbot: QtBot) -> None:
    speaker = story.reader.window.side_panel.quotation_card.findChild(PassageLabel, "quotation_speaker")
    qtbot.mouseClick(speaker, Qt.MouseButton.LeftButton)


@when("I filter the quotations by indirect speech")
def filter_by_indirect(story: Story) -> None:
    menu = story.reader.window.side_panel.quotation_filter.kind_menu
    next(action for action in menu.actions() if action.text() == "indirekt").trigger()


@when("I press Ctrl+Shift+C")
def copy_quotation(story: Story) -> None:
    story.reader.presses("Ctrl+Shift+C")


@then(parsers.parse('the list of quotations does not hold "{words}"'))
def quotation_not_listed(story: Story, words: str) -> None:
    assert words not in story.reader.rows(story.reader.window.side_panel.quotations)


@then(parsers.parse('a listed quotation holds "{words}"'))
def quotation_listed(story: Story, words: str) -> None:
    rows = story.reader.rows(story.reader.window.side_panel.quotations)
    assert any(words in row for row in rows)


@then(parsers.parse("the clipboard holds: {text}"))
def clipboard_holds(text: str) -> None:
    assert QGuiApplication.clipboard().text() == text


@then(parsers.parse('the quotation card shows "{words}" by "{speaker}"'))
def quotation_card_shows(story: Story, words: str, speaker: str) -> None:
    assert story.reader.speaker_on_card == speaker
    assert words in story.reader.quotation_on_card


@then("it says that this is direct speech, word for word")
def says_direct(story: Story) -> None:
    summary, explanation, *_ = story.reader.quotation_on_card
    assert summary.startswith("direkte Rede")
    assert explanation == "wörtlich, in Anführungszeichen"


@then(parsers.parse('the card lists the quotation "{words}"'))
def card_lists(story: Story, words: str) -> None:
    assert words in [passage.accessibleName() for passage in story.reader.passages()]


@then(parsers.parse('the list marks "{name}"'))
def list_marks(story: Story, name: str) -> None:
    assert story.reader.chosen(story.reader.window.side_panel.names) == name


@then(parsers.parse('"{words}" flashes'))
def flashes(story: Story, words: str) -> None:
    assert story.reader.flashed == words


@then(parsers.re(r'the note is "(?P<text>.*)"'))
def note_is(story: Story, text: str) -> None:
    assert story.reader.note == text


@then(parsers.parse('the window says "{message}"'))
def window_says(story: Story, message: str) -> None:
    assert message in story.reader.notice


@then("no dialog is in my way")
def no_dialog() -> None:
    assert QApplication.activeModalWidget() is None


@then(parsers.parse('the quotation "{text}" is by "{speaker}"'))
def quotation_is_by(story: Story, text: str, speaker: str) -> None:
    story.quotation = next(found for found in story.annotations.quotations if found.text == text)
    assert speaker_of(story) == speaker


@then(parsers.parse('a quotation with "{words}" is by "{speaker}"'))
def quotation_with_is_by(story: Story, words: str, speaker: str) -> None:
    story.quotation = next(found for found in story.annotations.quotations if words in found.text)
    assert speaker_of(story) == speaker


def speaker_of(story: Story) -> str:
    assert story.quotation is not None
    entity = story.annotations.entity(story.quotation.attribution.entity or "")
    return entity.canonical_name if entity is not None else ""


@then(parsers.parse("it is {kind} speech"))
def quotation_is_of(story: Story, kind: str) -> None:
    assert story.quotation is not None
    assert story.quotation.kind is QuotationKind(kind)


@then(parsers.parse('the pointer on "{words}" tells "{hint}"'))
def pointer_tells(story: Story, words: str, hint: str) -> None:
    assert story.reader.rests_on(words) == f"<qt>{hint}</qt>"


@then("nothing was analysed anew")
def nothing_analysed(story: Story, analysis: RealAnalysis) -> None:
    assert analysis.count == story.analysed_before


@then("the library is empty")
def library_is_empty(story: Story) -> None:
    assert story.reader.rows(story.reader.window.library.entries) == []


@then(parsers.parse('the library lists "{title}"'))
def library_lists(story: Story, title: str) -> None:
    assert title in story.reader.rows(story.reader.window.library.entries)


# Corrections and the dictionary.


@when(parsers.re(r'I correct "(?P<words>[^"]*)" with "(?P<line>[^"]*)"'))
def correct(story: Story, words: str, line: str) -> None:
    story.reader.corrects(words, line)


@when(parsers.re(r'I correct "(?P<words>[^"]*)" with "(?P<line>[^"]*)" and "(?P<inner>[^"]*)"'))
def correct_in_submenu(story: Story, words: str, line: str, inner: str) -> None:
    story.reader.corrects(words, line, inner)


@when(parsers.parse('I select "{words}"'))
def select(story: Story, words: str) -> None:
    story.reader.selects(words)


@when(parsers.parse('I press "{key}"'))
def press(story: Story, key: str) -> None:
    story.reader.comes_back()
    story.reader.presses(key)


@when("I open the list of corrections")
def open_corrections(story: Story) -> None:
    story.reader.window.actions_by_name["corrections"].trigger()


@when("I withdraw the first correction of the list")
def withdraw_first(story: Story, qtbot: QtBot) -> None:
    dialog = story.reader.dialog(CorrectionsDialog)
    dialog.made.table.selectRow(0)
    qtbot.mouseClick(dialog.made.button("withdraw"), Qt.MouseButton.LeftButton)


@when(parsers.parse("I import the dictionary: {rows}"))
def import_dictionary(story: Story, rows: str) -> None:
    path = story.folder / "wörter.csv"
    path.write_text(rows.replace("/", "\n"), encoding="utf-8")
    story.reader.window.actions_by_name["corrections"].trigger()
    story.reader.dialog(CorrectionsDialog).words.import_from(path)
    story.reader.waits(lambda: not story.reader.window._session.importing.is_busy())


@then(parsers.parse('it lists "{what}"'))
def lists_correction(story: Story, what: str) -> None:
    assert what in [row[0] for row in story.reader.dialog(CorrectionsDialog).made.model.rows()]


@then(parsers.re(r'I am told that "(?P<taken>[^"]*)" and "(?P<refused>[^"]*)"'))
def told_of_import(story: Story, taken: str, refused: str) -> None:
    box = story.reader.dialog(QMessageBox)
    assert box.text().split("\n") == [taken, refused]
    box.close()


@then(parsers.parse('"{words}" is not tinted'))
def not_tinted(story: Story, words: str) -> None:
    assert not [tinted for tinted in story.reader.tinted if words in tinted]
