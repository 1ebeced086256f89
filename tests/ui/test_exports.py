"""The open article is saved for others: as a page, a table, or for programs."""

import csv
import errno
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from reader.domain.errors import ExportFailed, ExportFailure
from reader.services.export_formats import FORMATS
from reader.services.output_file import FileOutput
from reader.ui import exports as exports_module
from reader.ui.exports import _trouble, file_name_of, format_names, format_of
from reader.ui.jobs import JobFailure, Lane
from tests.fakes import FakeAnalysis, FakeJobs
from tests.ui.reader import Reader
from tests.ui.windows import HAS_OWN_WINDOW

pytestmark = HAS_OWN_WINDOW

ARTICLE = """Ein Streit im Rat

[person:Anna Berg] blieb hart. {Anna Berg: „Das bleibt so“}, sagte [person:Berg=Anna Berg].
"""


def export_dialog(reader: Reader) -> QFileDialog:
    """Ask for an export, as from the menu; return the dialog that opens."""
    reader.window.actions_by_name["export"].trigger()
    dialog = reader.window.findChild(QFileDialog, "export_dialog")
    assert dialog is not None
    return dialog


def exports(reader: Reader, path: Path) -> None:
    """Save under this path."""
    dialog = export_dialog(reader)
    dialog.selectFile(str(path))
    dialog.accept()
    reader.waits(lambda: reader.window.findChild(QFileDialog, "export_dialog") is None)
    reader.waits(lambda: not reader.window._session.saving.is_busy())


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "ablage"
    folder.mkdir()
    return folder


def test_a_table_of_what_is_shown(reader: Reader, target: Path) -> None:
    """One row a quotation, and a notice that says where it is."""
    reader.opens(ARTICLE)

    exports(reader, target / "zitate.csv")

    with (target / "zitate.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["text"], row["speaker"], row["article"]) == (
        "„Das bleibt so“",
        "Anna Berg",
        "Ein Streit im Rat",
    )
    assert reader.notice == "Der Artikel wurde als „zitate.csv“ gespeichert."


def test_the_ending_chooses_the_format(reader: Reader, target: Path) -> None:
    """Without an ending it is a web page, and its name says so."""
    reader.opens(ARTICLE)

    exports(reader, target / "rat.json")
    exports(reader, target / "rat")

    assert json.loads((target / "rat.json").read_text("utf-8"))["title"] == "Ein Streit im Rat"
    assert "„Das bleibt so“" in (target / "rat.html").read_text("utf-8")
    assert sorted(path.name for path in target.iterdir()) == ["rat.html", "rat.json"]


def test_another_format_changes_the_name(reader: Reader) -> None:
    """The dialog suggests the title, with the ending of the format that is chosen."""
    reader.opens(ARTICLE)
    dialog = export_dialog(reader)
    assert Path(dialog.selectedFiles()[0]).name == "Ein Streit im Rat.html"
    table = dialog.nameFilters()[1]

    dialog.selectNameFilter(table)
    dialog.filterSelected.emit(table)

    assert Path(dialog.selectedFiles()[0]).name == "Ein Streit im Rat.csv"
    dialog.reject()


def test_the_folder_is_remembered(reader: Reader, target: Path) -> None:
    """The next export begins where the last one went, apart from where files are opened."""
    reader.opens(ARTICLE)
    exports(reader, target / "eins.html")
    assert reader.window.settings.export_folder == str(target)
    assert reader.window.settings.last_folder == ""

    dialog = export_dialog(reader)

    assert Path(dialog.directory().absolutePath()) == target
    dialog.reject()


def test_a_folder_that_is_gone_is_not_offered(
    reader: Reader, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The dialog opens at home then, if there is no place for documents."""
    monkeypatch.setenv("HOME", str(target))
    reader.opens(ARTICLE)
    reader.window.change_settings(export_folder=str(target / "weg"))

    dialog = export_dialog(reader)

    assert Path(dialog.directory().absolutePath()) == target
    dialog.reject()


def test_there_is_nothing_to_export_before_the_findings(reader: Reader, jobs: FakeJobs) -> None:
    """Nor without an article."""
    action = reader.window.actions_by_name["export"]
    assert not action.isEnabled()
    jobs.holds_analyses = True
    reader.window.open_files([str(reader.writes(ARTICLE))])
    reader.waits(reader.window.view.toPlainText)
    assert not action.isEnabled()

    jobs.release()

    assert action.isEnabled()


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "Die Festplatte ist voll."),
        (errno.EACCES, "Dort darf nicht geschrieben werden."),
        (errno.EROFS, "Dort darf nicht geschrieben werden."),
        (errno.ENOENT, "Der Ordner ist nicht mehr da."),
        (errno.EIO, "An diesen Ort kann nicht geschrieben werden."),
    ],
)
def test_what_went_wrong_is_told_and_the_old_file_stays(
    reader: Reader, target: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: str
) -> None:
    """The reader goes on reading; the folder that failed is not remembered."""
    reader.opens(ARTICLE)
    old = target / "alt.html"
    old.write_text("alt", encoding="utf-8")

    def fail(_output: FileOutput, _text: str) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(FileOutput, "write", fail)
    reader.window.exports.write(old, "html")
    reader.waits(lambda: not reader.window._session.saving.is_busy())

    assert reader.notice.startswith("„alt.html“ wurde nicht gespeichert:")
    assert told in reader.notice
    assert [path.name for path in target.iterdir()] == ["alt.html"]
    assert old.read_text("utf-8") == "alt"
    assert reader.window.settings.export_folder == ""


def test_saving_is_shown_while_it_lasts(reader: Reader, target: Path) -> None:
    """In the line at the bottom; the window goes on meanwhile, and two files can be on their way."""
    reader.opens(ARTICLE)
    status = reader.window.status

    for name in ("eins.html", "zwei.json"):
        reader.window.exports.write(target / name, "html")
    assert status.text().endswith(" · wird gespeichert …")
    assert list(target.iterdir()) == []

    reader.waits(lambda: "gespeichert" not in status.text())
    assert sorted(path.name for path in target.iterdir()) == ["eins.html", "zwei.json"]


def test_each_of_two_files_has_its_notice(reader: Reader, target: Path) -> None:
    """What goes wrong with one does not hide that the other is there; a later export begins anew."""
    reader.opens(ARTICLE)
    for path in (target / "weg" / "eins.html", target / "zwei.html"):
        reader.window.exports.write(path, "html")
    reader.waits(lambda: not reader.window._session.saving.is_busy())

    assert reader.notice.splitlines() == [
        "„eins.html“ wurde nicht gespeichert: Der Ordner ist nicht mehr da. Wählen Sie einen anderen Ort.",
        "Der Artikel wurde als „zwei.html“ gespeichert.",
    ]

    exports(reader, target / "drei.html")
    assert reader.notice == "Der Artikel wurde als „drei.html“ gespeichert."


def test_what_was_shown_is_saved(reader: Reader, target: Path, analysis: FakeAnalysis) -> None:
    """Even if another article is opened before the file is there."""
    reader.opens(ARTICLE)
    reader.window.exports.write(target / "rat.html", "html")
    reader.opens("Ein anderer Artikel\n\n[person:Otto Tal] blieb.", "anderer.txt")

    assert "Anna Berg" in (target / "rat.html").read_text("utf-8")
    assert analysis.analysed == ["Ein Streit im Rat", "Ein anderer Artikel"]


@pytest.mark.parametrize(
    ("failure", "told"),
    [
        (JobFailure.TIMED_OUT, "Festplatte oder Netz antworten nicht."),
        (JobFailure.CRASHED, "In Lesart ging etwas schief."),
    ],
)
def test_a_worker_that_does_not_come_back(
    reader: Reader, jobs: FakeJobs, target: Path, failure: JobFailure, told: str
) -> None:
    """A network drive that hangs, a worker that dies: that is told, too."""
    reader.opens(ARTICLE)
    lanes: list[Lane] = []

    def fail(
        _key: str, _work: object, *, lane: Lane, on_error: Callable[..., None], **_others: object
    ) -> None:
        lanes.append(lane)
        on_error(failure)

    jobs.submit = fail
    reader.window.exports.write(target / "rat.html", "html")

    assert lanes == [Lane.SAVING]
    assert told in reader.notice


def test_closing_the_window_waits_for_the_file(reader: Reader, target: Path) -> None:
    """It closes by itself once the file is there."""
    reader.opens(ARTICLE)
    reader.window.exports.write(target / "rat.html", "html")

    reader.window.close()
    assert reader.window.isVisible()

    reader.waits(lambda: not reader.window.isVisible())
    assert [path.name for path in target.iterdir()] == ["rat.html"]


def test_a_file_that_failed_keeps_the_window_open(reader: Reader, target: Path) -> None:
    """Else nobody would learn that it is not there; closing it again closes it."""
    reader.opens(ARTICLE)
    reader.window.exports.write(target / "weg" / "rat.html", "html")

    reader.window.close()
    reader.waits(lambda: "Der Ordner ist nicht mehr da." in reader.notice)
    assert reader.window.isVisible()

    reader.window.close()
    assert not reader.window.isVisible()


def test_whoever_closes_twice_does_not_wait(
    reader: Reader, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when the disk hangs."""
    reader.opens(ARTICLE)
    monkeypatch.setattr(FakeJobs, "_run", lambda *_: None)
    reader.window.exports.write(target / "rat.html", "html")

    reader.window.close()
    assert reader.window.isVisible()
    reader.window.close()

    assert not reader.window.isVisible()


@pytest.mark.parametrize("folder", [".", "weg"])
def test_a_system_that_ends_waits_for_the_file_or_its_failure(
    reader: Reader, target: Path, folder: str
) -> None:
    """Nobody is there to read a notice: the window closes either way."""
    reader.opens(ARTICLE)
    reader.window.exports.write(target / folder / "rat.html", "html")

    reader.window.end()
    assert reader.window.isVisible()

    reader.waits(lambda: not reader.window.isVisible())
    assert [path.name for path in target.iterdir()] == (["rat.html"] if folder == "." else [])


def test_a_system_that_ends_waits_for_no_disk_that_hangs(
    reader: Reader, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.opens(ARTICLE)
    monkeypatch.setattr(exports_module, "ENDING_MILLISECONDS", 1)
    monkeypatch.setattr(FakeJobs, "_run", lambda *_: None)
    reader.window.exports.write(target / "rat.html", "html")

    reader.window.end()

    reader.waits(lambda: not reader.window.isVisible())


@pytest.mark.parametrize("reason", ExportFailure)
def test_every_failure_has_its_words(reason: ExportFailure) -> None:
    """With the name of the file."""
    assert "rat.html" in _trouble(ExportFailed("/ablage/rat.html", reason))


def test_every_format_is_offered() -> None:
    """Those of the command line, and no other."""
    assert set(format_names()) == set(FORMATS)


@pytest.mark.parametrize(
    ("name", "chosen", "format_name"),
    [("a.CSV", "html", "csv"), ("a.jsonl", "html", "jsonl"), ("a", "json", "json"), ("a.v2", "csv", "csv")],
)
def test_an_unknown_ending_leaves_the_choice(name: str, chosen: str, format_name: str) -> None:
    """A known one counts more than what was chosen in the list."""
    assert format_of(name, chosen) == format_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Rat: „Ja/Nein“?", "Rat „Ja Nein“"),
        ("../../etc/passwd", "etc passwd"),
        ("a\nb\x00c\u202ed", "a b c d"),
        ("...", "Lesart"),
        ("", "Lesart"),
        ("x" * 300, "x" * 80),
    ],
)
def test_a_title_becomes_the_name_of_a_file(title: str, name: str) -> None:
    """One that every system takes."""
    assert file_name_of(title) == name
