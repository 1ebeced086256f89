"""The settings dialog: what it changes, and that it counts at once."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import spacy
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from reader.domain.annotations import PipelineName
from reader.domain.articles import Article
from reader.domain.errors import LanguageModelBroken
from reader.nlp.installed_pipelines import InstalledPipeline, responsible_pipeline
from reader.paths import Paths
from reader.presentation.palette import DARK, LIGHT
from reader.services.library import LibraryEntry
from reader.services.settings import SettingsFile
from reader.ui import main_window
from reader.ui.main_window import MainWindow
from reader.ui.settings_dialog import SettingsDialog
from tests.fakes import FakeAnalysis, FakeJobs, Marked, marked
from tests.presentation.test_palette import contrast
from tests.ui.reader import Reader
from tests.ui.windows import HAS_OWN_WINDOW

pytestmark = HAS_OWN_WINDOW

ARTICLE = """Ein Besuch am See

[person:Anna Berg] traf [person:Otto Tal] in [place:Bonn]. {Anna Berg: „Gut“}, sagte [person:Berg=Anna Berg].
Später sagte er, {: das Wasser sei kalt}.
"""
GERMAN = InstalledPipeline("de_core_news_sm", "de", PipelineName("de_core_news_sm", "3.8.0"))
FRENCH = InstalledPipeline("fr_core_news_md", "fr", PipelineName("fr_core_news_md", "3.8.0"))


@pytest.fixture(autouse=True)
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two spaCy pipelines are installed."""
    monkeypatch.setattr(main_window, "installed_pipelines", lambda: (GERMAN, FRENCH))


def settings_of(reader: Reader) -> SettingsDialog:
    """The dialog, opened as readers do."""
    reader.window.actions_by_name["settings"].trigger()
    found = [dialog for dialog in reader.window.findChildren(SettingsDialog) if dialog.isVisible()]
    assert len(found) == 1
    return found[0]


def doubted(text: Marked, confidences: dict[str, float]) -> Marked:
    """The text with these mentions, and the second quotation, less sure."""
    entities = tuple(
        replace(
            entity,
            mentions=tuple(
                replace(mention, confidence=confidences.get(mention.text, 1.0)) for mention in entity.mentions
            ),
        )
        for entity in text.entities
    )
    first, second = text.quotations
    return replace(text, entities=entities, quotations=(first, replace(second, confidence=0.6)))


@pytest.fixture
def reading(reader: Reader, analysis: FakeAnalysis) -> Reader:
    """An article in which Otto Tal and the second mention of Berg are doubtful."""
    path = reader.writes(ARTICLE)
    analysis.learn(doubted(marked(ARTICLE), {"Otto Tal": 0.55, "Berg": 0.3}))
    reader.opens_files(path)
    return reader


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_doubtful_names_are_quieter_and_can_still_be_read(reading: Reader, theme: str) -> None:
    """Their letters have less colour, and no less contrast than the law of good reading asks for."""
    reading.window.actions_by_name[f"theme_{theme}"].trigger()
    palette = DARK if theme == "dark" else LIGHT
    shown = reading.window.view.extraSelections()
    colours = {one.cursor.selectedText(): one.format.foreground().color() for one in shown}

    assert colours["Anna Berg"] == QColor(palette.person)
    assert colours["Otto Tal"] != colours["Anna Berg"]
    assert colours["Otto Tal"].hslSaturationF() < colours["Anna Berg"].hslSaturationF()
    for ground in (palette.paper, palette.direct, palette.indirect):
        assert contrast(colours["Otto Tal"].name(), ground) >= 4.5


def quotations_listed(reader: Reader) -> list[int]:
    """How many quotations the library tells of each article, from the top."""
    entries = reader.window.library.entries.rows.values()
    return [entry.quotation_count for entry in entries if isinstance(entry, LibraryEntry)]


def test_hiding_what_is_doubtful(reading: Reader) -> None:
    """Text, lists, counts and keys do without it at once; everything comes back."""
    window = reading.window
    dialog = settings_of(reading)

    dialog.hidden_below.setValue(70)

    assert dialog.threshold.text() == "70 %"
    assert reading.coloured == ["Anna Berg", "Bonn"]
    assert reading.tinted == ["„Gut“"]
    assert reading.rows(window.side_panel.names) == ["PERSONEN", "Anna Berg", "ORTE", "Bonn"]
    assert [chip.count for chip in window.top_bar.legend.chips.values()] == [1, 0, 0, 1, 1, 0]
    assert "1 Zitat" in window.status.text()
    assert quotations_listed(reading) == [1]

    dialog.hidden_below.setValue(0)

    assert reading.coloured == ["Anna Berg", "Otto Tal", "Bonn", "Berg"]
    assert len(reading.tinted) == 2
    assert quotations_listed(reading) == [2]


def test_hiding_what_is_doubtful_in_other_articles(reading: Reader) -> None:
    """The library tells how many quotations will be shown there."""
    reading.opens("Anderswo\n\nEs regnete.", "anders.txt")

    reading.window.change_settings(hidden_below=70)

    assert quotations_listed(reading) == [0, 1]


def test_keys_pass_over_what_is_hidden(reading: Reader) -> None:
    """N goes to the next name that is shown."""
    reading.window.change_settings(hidden_below=70)
    reading.window.view.setFocus()
    reading.presses("N")
    reading.presses("N")

    assert (reading.card_name, reading.flashed) == ("Bonn", "Bonn")


def test_the_card_of_somebody_who_is_hidden(reading: Reader) -> None:
    """It closes, and opens again with the name."""
    reading.clicks_on("Otto")

    reading.window.change_settings(hidden_below=70)
    assert reading.card_name == ""

    reading.window.change_settings(hidden_below=50)
    assert reading.card_name == "Otto Tal"


def test_settings_are_kept(reading: Reader, paths: Paths) -> None:
    """On disk, as soon as they are changed."""
    dialog = settings_of(reading)

    dialog.hidden_below.setValue(45)
    dialog.text_size.setValue(24)

    kept = SettingsFile(paths.settings).load()
    assert (kept.hidden_below, kept.text_size) == (45, 24)


def test_the_dialog_follows_the_menus(reading: Reader, qtbot: QtBot) -> None:
    """What is changed by menu or key is changed in the dialog, and its words with the language."""
    dialog = settings_of(reading)
    assert dialog.windowTitle() == "Einstellungen"

    reading.window.actions_by_name["theme_dark"].trigger()
    reading.window.actions_by_name["larger"].trigger()
    reading.window.actions_by_name["language_en"].trigger()

    qtbot.waitUntil(lambda: dialog.windowTitle() == "Settings")
    assert dialog.theme.currentText() == "Dark"
    assert dialog.text_size.value() == 20
    assert dialog.interface_language.currentText() == "English"


def test_settings_open_once(reading: Reader, qtbot: QtBot) -> None:
    """A second wish brings the same dialog; a closed one is opened anew."""
    dialog = settings_of(reading)
    assert settings_of(reading) is dialog

    with qtbot.waitSignal(dialog.finished):
        dialog.close()

    assert settings_of(reading).isVisible()


def test_every_field_has_a_name(reading: Reader) -> None:
    """For those who do not see it."""
    dialog = settings_of(reading)
    fields = [dialog.theme, dialog.interface_language, dialog.text_size, dialog.hidden_below]

    names = [field.accessibleName() for field in (*fields, *dialog.pipelines.values())]

    assert all(names)
    assert len(names) == len(set(names))


# Pipelines.


def choose(dialog: SettingsDialog, language: str, place: str) -> None:
    choice = dialog.pipelines[language]
    number = choice.findData(place)
    assert number >= 0
    choice.setCurrentIndex(number)
    choice.activated.emit(number)


def test_pipelines_that_can_be_chosen(reading: Reader) -> None:
    """Our own for German and English, beside those installed; for others what is installed, or none."""
    dialog = settings_of(reading)

    offered = {
        language: [choice.itemText(number) for number in range(choice.count())]
        for language, choice in dialog.pipelines.items()
    }
    assert offered == {
        "de": ["Lesart", "de_core_news_sm 3.8.0"],
        "en": ["Lesart"],
        "fr": ["keines: nur Waffensysteme und direkte Rede", "fr_core_news_md 3.8.0"],
    }


def test_another_pipeline_reads_the_open_article_anew(
    reading: Reader, analysis: FakeAnalysis, jobs: FakeJobs
) -> None:
    """The old findings stay until the new ones are there, and so does what was selected."""
    reading.clicks_on("Anna")
    analysis.learn(marked(ARTICLE.replace("[place:Bonn]", "Bonn")))
    analysis.pipeline = GERMAN.name
    jobs.holds_analyses = True

    choose(settings_of(reading), "de", GERMAN.place)
    assert "Bonn" in reading.coloured
    assert "wird neu gelesen" in reading.window.status.text()

    jobs.release()
    assert reading.coloured == ["Anna Berg", "Otto Tal", "Berg"]
    assert reading.card_name == "Anna Berg"
    assert "wird neu gelesen" not in reading.window.status.text()


def test_corrections_survive_another_pipeline(reading: Reader, analysis: FakeAnalysis) -> None:
    """What the reader said counts over what any pipeline finds."""
    reading.clicks_on("Otto")
    reading.window.view.setFocus()
    reading.presses("X")
    assert "Otto Tal" not in reading.coloured
    analysis.pipeline = GERMAN.name

    choose(settings_of(reading), "de", GERMAN.place)

    reading.waits(lambda: len(analysis.analysed) > 1 and not reading.window._session.is_busy())
    assert reading.coloured == ["Anna Berg", "Bonn", "Berg"]


def test_a_pipeline_of_another_language_changes_nothing_here(reading: Reader, analysis: FakeAnalysis) -> None:
    """The article is not read again for it."""
    choose(settings_of(reading), "fr", FRENCH.place)

    assert reading.window.settings.pipelines == {"fr": "fr_core_news_md"}
    assert not reading.window._session.analysing.is_running()
    assert len(analysis.analysed) == 1


def test_findings_of_an_older_version_are_renewed(
    reader: Reader, analysis: FakeAnalysis, jobs: FakeJobs
) -> None:
    """When the article is opened again; until then the old ones are shown."""
    path = reader.writes(ARTICLE)
    analysis.pipeline = PipelineName("de_lesart_news", "0.0.1")
    reader.opens_files(path)
    reader.opens("Kurz und gut.", "anderes.txt")
    analysis.pipeline = None
    analysis.learn(marked(ARTICLE.replace("[place:Bonn]", "Bonn")))
    jobs.holds_analyses = True

    reader.window.actions_by_name["back"].trigger()
    assert "Bonn" in reader.coloured

    jobs.release()
    assert "Bonn" not in reader.coloured

    reader.window.actions_by_name["forward"].trigger()
    reader.window.actions_by_name["back"].trigger()
    assert not reader.window._session.is_busy()


def test_findings_without_the_knowledge_base_are_renewed(
    reader: Reader, analysis: FakeAnalysis, resources: Path, tmp_path: Path
) -> None:
    """An article that was read while the knowledge base was damaged gets its links when that is repaired."""
    (tmp_path / "damaged" / "knowledge").mkdir(parents=True)
    (tmp_path / "damaged" / "model").symlink_to(resources / "model")
    (tmp_path / "damaged" / "lexicons").symlink_to(resources / "lexicons")
    (tmp_path / "damaged" / "knowledge" / "index.msgpack").write_bytes(b"no knowledge")
    path = reader.writes(ARTICLE)
    analysis.pipeline = responsible_pipeline("de", tmp_path / "damaged", {})
    reader.opens_files(path)
    session = reader.window._session
    reader.opens("Kurz und gut.", "anderes.txt")
    analysis.pipeline = None
    analysis.knowledge_ids = {"Bonn": "place-bonn"}

    reader.window.actions_by_name["back"].trigger()
    reader.waits(lambda: not session.is_busy())

    known = {one.canonical_name: one.knowledge_id for one in session.annotations.entities}
    assert known["Bonn"] == "place-bonn"


def test_findings_of_an_older_program_are_renewed(reader: Reader, analysis: FakeAnalysis) -> None:
    """With the same language model, but other rules or other knowledge; what was corrected stays so."""
    path = reader.writes(ARTICLE)
    reader.opens_files(path)
    session = reader.window._session
    assert session.annotations is not None
    own = session.annotations.pipeline
    analysis.pipeline = replace(own, basis="older")
    reader.opens_files(reader.writes(ARTICLE + " Und mehr.", "aelter.txt"))
    reader.corrects("Anna Berg", "Organisation")
    reader.opens("Kurz und gut.", "anderes.txt")
    analysis.pipeline = None

    reader.window.actions_by_name["back"].trigger()
    reader.waits(lambda: session.annotations.pipeline == own)

    assert reader.kinds_of("Anna Berg") == ["organization"]
    count = len(analysis.analysed)
    for name in ("back", "forward"):
        reader.window.actions_by_name[name].trigger()
        reader.waits(lambda: session.annotations is not None and not session.is_busy())
    assert len(analysis.analysed) == count


def test_a_pipeline_that_is_gone(reading: Reader, jobs: FakeJobs) -> None:
    """It is named with a way to the settings; the article can be read."""

    def fail(article: Article) -> None:
        raise LanguageModelBroken(article.language, GERMAN.place)

    jobs.analyse = fail

    choose(settings_of(reading), "de", GERMAN.place)

    reading.waits(lambda: "de_core_news_sm" in reading.notice)
    assert "Deutsch" in reading.notice
    assert reading.window.notice.button.text() == "Einstellungen …"
    assert "Anna Berg" in reading.window.view.toPlainText()
    settings_of(reading).close()

    reading.window.notice.button.click()

    assert [dialog.isVisible() for dialog in reading.window.findChildren(SettingsDialog)][-1]


def test_a_pipeline_in_a_folder(reading: Reader, tmp_path: Path) -> None:
    """It is chosen for its language, also for one that had none before."""
    folder = tmp_path / "nl_proef"
    spacy.blank("nl", meta={"name": "proef", "version": "0.3"}).to_disk(folder)
    dialog = settings_of(reading)

    dialog.add_pipeline(folder)

    assert reading.window.settings.pipelines == {"nl": str(folder)}
    assert dialog.pipelines["nl"].currentText() == "nl_proef 0.3"
    assert dialog.pipelines["nl"].accessibleName() == "Niederländisch"
    reading.waits(dialog.pipelines["nl"].isVisible)
    hint = dialog.threshold_hint
    reading.waits(lambda: hint.height() >= hint.heightForWidth(hint.width()))
    assert not dialog.trouble.isVisible()


def test_a_folder_without_a_pipeline(reading: Reader, tmp_path: Path) -> None:
    """The dialog says so and nothing is changed."""
    dialog = settings_of(reading)

    dialog.add_pipeline(tmp_path)

    assert dialog.trouble.isVisible()
    assert str(tmp_path) in dialog.trouble.text()
    assert reading.window.settings.pipelines == {}


def test_a_choice_that_is_gone_stays_to_be_seen(
    open_window: Callable[..., MainWindow], qtbot: QtBot, analysis: FakeAnalysis, tmp_path: Path
) -> None:
    """Until another one is chosen."""
    reader = Reader(open_window(pipelines={"es": "es_weg"}), qtbot, analysis, tmp_path)

    dialog = settings_of(reader)

    assert dialog.pipelines["es"].currentText() == "es_weg"
    choose(dialog, "es", "")
    assert reader.window.settings.pipelines == {}
