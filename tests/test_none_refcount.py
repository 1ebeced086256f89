"""Guards against releases of Qt for Python that take the program down after some minutes.

PySide6 6.12.0 loses a reference to None at each call that returns nothing, on Python 3.11. Nothing is
seen at first; after some thousand calls the interpreter ends with "none_dealloc". From Python 3.12 on
None cannot be lost.
"""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QPainter, QPixmap, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

CALLS = 500


def lost_references(call: Callable[[], object]) -> int:
    """How many references to None go while `call` is made `CALLS` times."""
    call()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    return before - sys.getrefcount(None)


@pytest.fixture
def text(qtbot: QtBot) -> QTextEdit:
    edit = QTextEdit()
    qtbot.addWidget(edit)
    edit.setPlainText("Ein Satz. " * 10)
    return edit


def test_text_calls_keep_none(text: QTextEdit) -> None:
    """Moving a cursor, formatting and selecting take no reference to None."""
    cursor, form = QTextCursor(text.document()), QTextCharFormat()

    assert lost_references(lambda: cursor.setPosition(1)) < CALLS / 10
    assert lost_references(lambda: cursor.mergeCharFormat(form)) < CALLS / 10
    assert lost_references(lambda: text.setExtraSelections([])) < CALLS / 10


def test_window_calls_keep_none(text: QTextEdit) -> None:
    """Titles, sizes, repaints and the event loop take no reference to None."""
    assert lost_references(lambda: text.setWindowTitle("Artikel")) < CALLS / 10
    assert lost_references(lambda: text.resize(300, 300)) < CALLS / 10
    assert lost_references(lambda: text.viewport().update()) < CALLS / 10
    assert lost_references(QCoreApplication.processEvents) < CALLS / 10


def test_signals_and_timers_keep_none(qtbot: QtBot) -> None:
    """Signals and timers take no reference to None."""
    button = QPushButton()
    qtbot.addWidget(button)
    timer = QTimer(button)

    assert lost_references(button.clicked.emit) < CALLS / 10
    assert lost_references(lambda: timer.start(1000)) < CALLS / 10


@pytest.mark.usefixtures("qapp")
def test_painting_keeps_none() -> None:
    """Painting takes no reference to None."""
    pixmap = QPixmap(20, 20)
    painter = QPainter(pixmap)

    assert lost_references(lambda: painter.setOpacity(0.5)) < CALLS / 10
    assert lost_references(lambda: painter.drawText(1, 9, "a")) < CALLS / 10

    painter.end()
