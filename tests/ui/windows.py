"""Fixtures for a real window: `tests/ui` and `tests/features` share them."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.paths import Paths
from reader.services.settings import SettingsFile
from reader.ui import note_editor
from reader.ui.application import build
from reader.ui.main_window import MainWindow
from tests.fakes import FakeAnalysis, FakeJobs
from tests.ui.reader import Reader

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # else the tests would need a screen

# For tests in which a tool tip or a dialog opens: the screen of the tests cannot raise it, and says so.
HAS_OWN_WINDOW = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A profile of its own for every test."""
    return Paths.of_profile(tmp_path / "profile")


@pytest.fixture
def analysis() -> FakeAnalysis:
    return FakeAnalysis()


@pytest.fixture
def jobs(qapp: QApplication, analysis: FakeAnalysis) -> FakeJobs:
    look_as_usual(qapp)
    return FakeJobs(analysis)


def look_as_usual(qapp: QApplication) -> None:
    """Take the style that the program takes; to take it anew for every test would cost too much."""
    if qapp.style().objectName() != "fusion":
        qapp.setStyle("Fusion")


@pytest.fixture
def open_window(
    qtbot: QtBot, paths: Paths, jobs: FakeJobs, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., MainWindow]]:
    """Opens a window on the profile, in German unless told otherwise."""
    monkeypatch.setattr(note_editor, "QUIET_MILLISECONDS", 100)  # tests are less patient than people
    opened = []

    def make(**settings: object) -> MainWindow:
        file = SettingsFile(paths.settings)
        file.save(replace(file.load(), **{"interface_language": "de", "theme": "light", **settings}))
        window = build(paths, jobs)
        opened.append(window)
        window.resize(1280, 800)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield make
    for key in jobs.current_keys():
        jobs.cancel(key)
    for window in opened:
        window.hide()


@pytest.fixture
def window(open_window: Callable[..., MainWindow]) -> MainWindow:
    return open_window()


@pytest.fixture
def reader(window: MainWindow, qtbot: QtBot, analysis: FakeAnalysis, tmp_path: Path) -> Reader:
    return Reader(window, qtbot, analysis, tmp_path)
