"""The program as the system starts and ends it."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts the program with its window on a profile of its own."""
    started: list[subprocess.Popen[str]] = []

    def run(*files: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "reader", "--profile", str(tmp_path / "profile"), *files]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        program = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
        started.append(program)
        return program

    yield run
    for program in started:
        if program.poll() is None:
            program.kill()
        program.communicate()


def titles(profile: Path) -> list[str]:
    """What the library of a profile holds, seen from outside."""
    library = profile / "data" / "library.sqlite3"
    if not library.exists():
        return []
    connection = sqlite3.connect(library)
    try:
        return [row[0] for row in connection.execute("SELECT title FROM article ORDER BY title")]
    except sqlite3.OperationalError:  # it is being made
        return []
    finally:
        connection.close()


def test_files_of_two_starts_and_an_end(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    """The files of the command line are opened, those of a second start, too; SIGTERM ends it cleanly."""
    one, two = tmp_path / "eins.txt", tmp_path / "zwei.txt"
    one.write_text("Artikel eins\n\nEs regnet in Köln.\n", encoding="utf-8")
    two.write_text("Artikel zwei\n\nEs schneit in Ulm.\n", encoding="utf-8")
    profile = tmp_path / "profile"

    first = start(str(one))
    qtbot.waitUntil(lambda: titles(profile) == ["Artikel eins"], timeout=30_000)
    second = start(str(two))
    assert second.wait(30) == 0
    qtbot.waitUntil(lambda: titles(profile) == ["Artikel eins", "Artikel zwei"], timeout=30_000)
    first.send_signal(signal.SIGTERM)

    _out, errors = first.communicate(timeout=30)
    assert first.returncode == 0
    assert "Traceback" not in errors
    assert "leaked" not in errors


def test_the_window_opens_without_a_log(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    """Where no log can be written, articles are read all the same, and the terminal tells why."""
    article, profile = tmp_path / "eins.txt", tmp_path / "profile"
    article.write_text("Artikel eins\n\nEs regnet in Köln.\n", encoding="utf-8")
    profile.mkdir()
    (profile / "logs").write_text("no folder", encoding="utf-8")

    program = start(str(article))
    qtbot.waitUntil(lambda: titles(profile) == ["Artikel eins"], timeout=30_000)
    program.send_signal(signal.SIGTERM)

    _out, errors = program.communicate(timeout=30)
    assert program.returncode == 0
    assert "no log can be kept" in errors
    assert "Traceback" not in errors
