"""An article is saved as a file whole or not at all, and what went wrong is told."""

import errno
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.domain.annotations import Annotations
from reader.domain.articles import Article
from reader.domain.errors import ExportFailed, ExportFailure
from reader.services import saving
from reader.services.output_file import FileOutput
from reader.services.saving import save
from tests.fakes import marked

Makes = Callable[..., Article]
Found = tuple[Article, Annotations]


@pytest.fixture
def found(article_of: Makes) -> Found:
    text = marked("Ein Streit im Rat\n\n[person:Anna Berg] blieb hart.")
    article = article_of(text.text)
    return article, text.annotations_for(article)


def reason_of(found: Found, path: Path) -> ExportFailure:
    with pytest.raises(ExportFailed) as caught:
        save(*found, "html", path)
    assert caught.value.path == str(path)
    return caught.value.reason


def test_the_file_holds_the_article(found: Found, tmp_path: Path) -> None:
    """And nothing else is left in the folder."""
    save(*found, "html", tmp_path / "rat.html")

    assert "Anna Berg" in (tmp_path / "rat.html").read_text("utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["rat.html"]


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, ExportFailure.DISK_FULL),
        (errno.EDQUOT, ExportFailure.DISK_FULL),
        (errno.EACCES, ExportFailure.NOT_PERMITTED),
        (errno.EROFS, ExportFailure.NOT_PERMITTED),
        (errno.ENOENT, ExportFailure.NO_FOLDER),
        (errno.EIO, ExportFailure.NOT_WRITABLE),
    ],
)
def test_the_old_file_stays_where_the_new_one_cannot_be_written(
    found: Found, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: ExportFailure
) -> None:
    """Whatever the disk says."""
    old = tmp_path / "alt.html"
    old.write_text("alt", encoding="utf-8")

    def fail(_output: FileOutput, _text: str) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(FileOutput, "write", fail)

    assert reason_of(found, old) is reason
    assert old.read_text("utf-8") == "alt"
    assert list(tmp_path.iterdir()) == [old]


def test_places_that_take_no_file(found: Found, tmp_path: Path) -> None:
    """A folder that is gone, and one where the file should be."""
    assert reason_of(found, tmp_path / "weg" / "rat.html") is ExportFailure.NO_FOLDER
    assert reason_of(found, tmp_path) is ExportFailure.NOT_WRITABLE


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk(found: Found) -> None:
    """A real one."""
    assert reason_of(found, Path("/dev/full")) is ExportFailure.DISK_FULL


def test_a_process_that_is_told_to_end_leaves_nothing_half_written(
    found: Found, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It ends as it would have, after the old file was left as it was and the new one taken away."""
    told: list[int] = []
    seen: list[list[str]] = []
    usual = signal.signal(signal.SIGTERM, lambda number, _frame: told.append(number))

    def end(_output: FileOutput, _text: str) -> None:
        seen.append([path.name for path in tmp_path.iterdir()])
        signal.raise_signal(signal.SIGTERM)

    monkeypatch.setattr(FileOutput, "write", end)
    try:
        save(*found, "html", tmp_path / "rat.html")
    finally:
        signal.signal(signal.SIGTERM, usual)

    assert [len(names) for names in seen] == [1]
    assert told == [signal.SIGTERM]
    assert list(tmp_path.iterdir()) == []


def test_the_usual_end_of_the_process_comes_back(found: Found, tmp_path: Path) -> None:
    """Also after a failure: a worker does other things later."""
    before = signal.getsignal(signal.SIGTERM)

    save(*found, "html", tmp_path / "rat.html")
    reason_of(found, tmp_path)

    assert signal.getsignal(signal.SIGTERM) is before


def test_every_reason_is_one_that_can_be_told() -> None:
    """None is made up."""
    assert set(saving.REASONS.values()) < set(ExportFailure)
