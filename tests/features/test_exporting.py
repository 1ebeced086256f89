"""The promises of `export.feature`."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytest_bdd import parsers, scenarios, then, when

from reader.ui.exports import format_of
from tests.ui.windows import HAS_OWN_WINDOW

if TYPE_CHECKING:
    from tests.features.conftest import Story

pytestmark = HAS_OWN_WINDOW

scenarios("export.feature")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the exports go."""
    folder = tmp_path / "ablage"
    folder.mkdir()
    return folder


@when(parsers.parse('I export it as "{name}"'))
def export(story: "Story", place: Path, name: str) -> None:
    story.reader.window.exports.write(place / name, format_of(name, "html"))
    story.reader.waits(lambda: not story.reader.window._session.saving.is_busy())


@then(parsers.parse('the file "{name}" holds "{words}"'))
def holds(place: Path, name: str, words: str) -> None:
    assert words in (place / name).read_text(encoding="utf-8-sig")
