"""The whole path with nothing in place of anything: real files, real workers, the real pipeline."""

import os
import signal
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui import analysing, opening, reading_session
from reader.ui.jobs import JobRunner, Lane
from reader.ui.main_window import MainWindow
from tests.fakes import FakeAnalysis
from tests.ui.reader import Reader
from tests.ui.windows import look_as_usual

ARTICLE = """Hafen wird ausgebaut

Die Ministerin Petra Lindner reiste am Montag nach Rostock. „Der Hafen muss wachsen“, sagte Lindner.

Die Bundeswehr verlegte zwei Leopard 2 nach Litauen.
"""
OTHER = """Brücke gesperrt

Der Bürgermeister Jens Ahlers sperrte die Brücke in Bremen. „Sicherheit geht vor“, sagte Ahlers.
"""


@pytest.fixture(scope="module")
def jobs(qapp: QApplication) -> Iterator[JobRunner]:
    """Real workers; to load the language model takes them seconds, so the tests share them."""
    look_as_usual(qapp)
    runner = JobRunner()
    yield runner
    runner.stop()


def worker_of(jobs: JobRunner, lane: Lane) -> int:
    """The process id of the worker of a lane."""
    return next(iter(jobs._pools[lane]._pool_manager.worker_manager.workers))


def saved(folder: Path, text: str, name: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_from_file_to_note(
    reader: Reader,
    open_window: Callable[..., MainWindow],
    qtbot: QtBot,
    analysis: FakeAnalysis,
    tmp_path: Path,
    jobs: JobRunner,
) -> None:
    """A file is opened, a name clicked, a note written; a restart, and dead workers, lose nothing."""
    reader.opens_files(saved(tmp_path, ARTICLE, "hafen.txt"))
    reader.clicks_on("Lindner", 1)
    assert reader.card_name == "Petra Lindner"
    reader.clicks_on("Hafen muss wachsen")
    assert reader.speaker_on_card == "Petra Lindner"
    reader.clicks_on("Lindner", 1)
    reader.writes_note("Termin im Mai")
    reader.clicks_on("Leopard 2")
    assert reader.card_name == "Leopard 2"
    reader.window.close()
    for lane in (Lane.OPENING, Lane.ANALYSIS):
        os.kill(worker_of(jobs, lane), signal.SIGKILL)

    later = Reader(open_window(), qtbot, analysis, tmp_path)
    later.clicks_row(later.window.library.entries, "Hafen wird ausgebaut")
    later.clicks_on("Petra Lindner")
    assert later.note == "Termin im Mai"
    later.opens_files(saved(tmp_path, OTHER, "bruecke.txt"))
    later.clicks_on("Ahlers")
    assert later.card_name == "Jens Ahlers"
    later.window.exports.write(tmp_path / "bruecke.json", "json")
    later.waits(lambda: not later.window._session.saving.is_busy())
    assert "Jens Ahlers" in (tmp_path / "bruecke.json").read_text("utf-8")


def test_analysis_that_hangs_or_dies(
    reader: Reader, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An analysis that hangs, or whose worker is killed, is told, and can be tried again."""
    for analyse, told in (
        (hang, "Die Auswertung dauerte zu lange und wurde abgebrochen."),
        (die, "Die Auswertung ist abgebrochen."),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(analysing.analysis, "analyse", analyse)
            patch.setattr(analysing, "ANALYSIS_SECONDS", 0.5)
            reader.window.open_files([str(saved(tmp_path, ARTICLE, f"{analyse.__name__}.txt"))])
            reader.waits(partial(has_notice, reader))
        assert reader.notice.startswith(told)
        assert "Petra Lindner" in reader.window.view.toPlainText()
        assert reader.window.notice.button.text() == "Noch einmal versuchen"

        qtbot.mouseClick(reader.window.notice.button, Qt.MouseButton.LeftButton)
        reader.waits_for_colours(f"{analyse.__name__}.txt")
        assert "Petra Lindner" in reader.coloured
        assert reader.notice == ""


def test_file_whose_reading_hangs_or_dies(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that makes its reader hang or crash is told, and the next file opens."""
    monkeypatch.setattr(opening, "OPENING_SECONDS", 1.0)
    for open_file, told in (
        (hang, "Das Lesen von „hafen.txt“ dauerte zu lange"),
        (die, "Das Lesen von „hafen.txt“ ist gescheitert"),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(reading_session, "open_file", open_file)
            reader.window.open_files([str(saved(tmp_path, ARTICLE, "hafen.txt"))])
            reader.waits(partial(has_notice, reader))
        assert reader.notice.startswith(told)

    monkeypatch.setattr(opening, "OPENING_SECONDS", 30.0)
    reader.window.open_files([str(saved(tmp_path, OTHER, "bruecke.txt"))])
    reader.waits(lambda: "Jens Ahlers" in reader.window.view.toPlainText())
    assert reader.notice == ""


def test_new_article_during_an_analysis(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new article does not wait for the analysis of the old one, and shows nothing of it."""
    with monkeypatch.context() as patch:
        patch.setattr(analysing.analysis, "analyse", hang)
        reader.window.open_files([str(saved(tmp_path, ARTICLE, "hafen.txt"))])
        reader.waits(lambda: "Petra Lindner" in reader.window.view.toPlainText())

    reader.opens_files(saved(tmp_path, OTHER, "bruecke.txt"))

    assert "Jens Ahlers" in reader.coloured
    assert reader.notice == ""


def has_notice(reader: Reader) -> bool:
    return reader.notice != ""


def hang(*_values: object) -> None:
    signal.pause()


def die(*_values: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)
