"""A large dictionary comes in the background: the window lives, and it is all or nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox

from reader.domain.errors import StorageFailed, StorageFailure
from reader.storage.dictionary_store import DictionaryStore
from reader.ui import dictionary_importing
from reader.ui.corrections_dialog import CorrectionsDialog, Page
from reader.ui.jobs import JobFailure
from reader.ui.main_window import MainWindow
from tests.fakes import FakeJobs
from tests.ui.reader import Reader
from tests.ui.windows import HAS_OWN_WINDOW

pytestmark = HAS_OWN_WINDOW

ARTICLE = "[person:Anna Berg] traf [person:Otto Tal] in Bonn."
COUNT = 3500


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with many entries, one of which the article has, and one row that is bad."""
    path = tmp_path / "wörter.csv"
    rows = "".join(f"Wort {number:05};Ort\n" for number in range(COUNT - 1))
    path.write_text(f"text;kind\nBonn;Ort\n{rows};Ort\n", encoding="utf-8")
    return path


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the work only one step is done at each turn, so that there are many turns."""
    monkeypatch.setattr(dictionary_importing, "TURN_SECONDS", 0.0)


@pytest.fixture
def dialog(reader: Reader) -> CorrectionsDialog:
    reader.opens(ARTICLE)
    reader.window.actions_by_name["corrections"].trigger()
    dialog = reader.dialog(CorrectionsDialog)
    dialog.show_page(Page.DICTIONARY)
    return dialog


def is_busy(reader: Reader) -> bool:
    return reader.window._session.importing.is_busy()


def words(dialog: CorrectionsDialog) -> list[str]:
    return [row[0] for row in dialog.dictionary.model.rows()]


def begins(reader: Reader, dialog: CorrectionsDialog, path: Path) -> None:
    """The import is on its way, and some of the entries are prepared."""
    dialog.words.import_from(path)
    reader.waits(lambda: (reader.window._session.importing.share() or 0) > 0)


@pytest.mark.usefixtures("slow")
def test_the_window_lives_meanwhile(reader: Reader, dialog: CorrectionsDialog, path: Path) -> None:
    """It says what goes on, does other things, and in the end tells what was taken."""
    begins(reader, dialog, path)
    assert dialog.dictionary.hint.text().startswith("„wörter.csv“ wird übernommen: ")
    assert "ein Wörterbuch wird importiert …" in reader.window.status.text()
    assert not dialog.dictionary.button("import").isEnabled()
    assert dialog.dictionary.button("stop_import").isVisible()
    reader.corrects("Otto", "Ort")
    assert reader.kinds_of("Otto Tal") == ["place"]
    assert is_busy(reader)
    assert words(dialog) == []

    box = reader.dialog(QMessageBox)

    assert box.text().split("\n") == ["3.500 Einträge übernommen.", "1 Zeile nicht übernommen."]
    box.close()
    assert len(words(dialog)) == COUNT
    assert reader.kinds_of("Bonn") == ["place"]
    assert "importiert" not in reader.window.status.text()
    assert dialog.dictionary.button("import").isEnabled()
    assert not dialog.dictionary.button("stop_import").isVisible()


@pytest.mark.usefixtures("slow")
def test_one_step_of_the_history(reader: Reader, dialog: CorrectionsDialog, path: Path) -> None:
    dialog.words.import_from(path)
    reader.dialog(QMessageBox).close()

    reader.window.actions_by_name["undo"].trigger()
    assert words(dialog) == []
    assert not reader.window.actions_by_name["undo"].isEnabled()
    reader.window.actions_by_name["redo"].trigger()
    assert len(words(dialog)) == COUNT


@pytest.mark.usefixtures("slow")
def test_stopping(reader: Reader, dialog: CorrectionsDialog, path: Path) -> None:
    """Nothing was taken, and it can be begun again."""
    begins(reader, dialog, path)

    dialog.dictionary.button("stop_import").click()

    assert not is_busy(reader)
    assert dialog.trouble.text() == "Der Import wurde abgebrochen: nichts wurde übernommen."
    assert words(dialog) == []
    assert not reader.window.actions_by_name["undo"].isEnabled()
    dialog.words.import_from(path)
    reader.dialog(QMessageBox).close()
    assert len(words(dialog)) == COUNT


@pytest.mark.usefixtures("slow")
def test_a_dictionary_that_changes_meanwhile(reader: Reader, dialog: CorrectionsDialog, path: Path) -> None:
    """What the reader says while the import goes on is not lost."""
    begins(reader, dialog, path)
    reader.waits(lambda: (reader.window._session.importing.share() or 0) > 0.6)

    reader.corrects("Otto", "„Otto Tal“ nie markieren")
    reader.dialog(QMessageBox).close()

    assert len(words(dialog)) == COUNT + 1
    assert "Otto Tal" in words(dialog)
    assert reader.kinds_of("Otto Tal") == []


@pytest.mark.usefixtures("slow")
def test_a_dialog_that_is_closed_meanwhile(reader: Reader, dialog: CorrectionsDialog, path: Path) -> None:
    """The import goes on, and the window tells how it ended."""
    begins(reader, dialog, path)
    dialog.close()

    box = reader.dialog(QMessageBox)

    assert box.text().startswith("3.500 Einträge übernommen.")
    box.close()
    assert reader.kinds_of("Bonn") == ["place"]


@pytest.mark.usefixtures("slow")
def test_closing_the_window_waits_for_the_import(
    reader: Reader, dialog: CorrectionsDialog, path: Path, open_window: Callable[..., MainWindow]
) -> None:
    begins(reader, dialog, path)

    reader.window.close()
    assert reader.window.isVisible()
    reader.waits(lambda: not reader.window.isVisible())

    assert len(open_window().desk._corrections.dictionary.entries()) == COUNT


@pytest.mark.usefixtures("slow")
def test_closing_the_window_twice_gives_the_import_up(
    reader: Reader, dialog: CorrectionsDialog, path: Path, open_window: Callable[..., MainWindow]
) -> None:
    """All or nothing."""
    begins(reader, dialog, path)

    for _ in range(2):
        reader.window.close()

    assert not reader.window.isVisible()
    assert open_window().desk._corrections.dictionary.entries() == ()


@pytest.mark.usefixtures("slow")
def test_a_full_disk(
    reader: Reader, dialog: CorrectionsDialog, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is taken; the dialog says why, and the window is not closed over it."""

    def full(_store: DictionaryStore) -> None:
        raise StorageFailed("library.db", StorageFailure.DISK_FULL)

    monkeypatch.setattr(DictionaryStore, "take_staged", full)
    begins(reader, dialog, path)
    reader.window.close()

    reader.waits(lambda: not is_busy(reader))

    assert reader.window.isVisible()
    assert "Nichts wurde geändert." in dialog.trouble.text()
    assert words(dialog) == []


@pytest.mark.parametrize("failure", JobFailure)
def test_a_disk_that_does_not_answer(
    reader: Reader,
    dialog: CorrectionsDialog,
    path: Path,
    jobs: FakeJobs,
    failure: JobFailure,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(_key: str, _work: object, *, on_error: Callable[[JobFailure], None], **_rest: object) -> None:
        QTimer.singleShot(0, jobs, lambda: on_error(failure))

    monkeypatch.setattr(jobs, "submit", fails)

    dialog.words.import_from(path)
    reader.waits(lambda: not is_busy(reader))

    assert "wörter.csv wurde nicht importiert" in dialog.trouble.text()
    assert words(dialog) == []
