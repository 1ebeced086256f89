"""`lesart annotate` and `lesart doctor`, run as a user or another program runs them."""

import errno
import json
import os
import pty
import shutil
import signal
import sqlite3
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from reader import __version__, command_line
from reader.domain.articles import Source, SourceKind
from reader.domain.corrections import DictionaryEntry, DictionaryEntryId
from reader.domain.entities import EntityKind
from reader.domain.errors import (
    AnalysisFailed,
    AnalysisFailure,
    CannotOpen,
    LanguageModelBroken,
    OpenFailure,
    ReaderError,
    StorageFailed,
    StorageFailure,
)
from reader.paths import Paths
from reader.services.annotating import Outcome
from reader.services.checkup import checks
from reader.services.corrections import Corrections
from reader.storage.database import open_database
from tests.contract import breaches

ROOT = Path(__file__).parents[1]
ARTICLE = "Brücke gesperrt\n\nAnna Weber sagte: „Die Brücke ist zu.“ Am Abend sprach Weber in Köln. 😀\n"


def lesart(*arguments: str, cwd: Path, **settings: int | BinaryIO) -> subprocess.CompletedProcess[bytes]:
    """Run the program and wait for its end."""
    settings.setdefault("stdout", subprocess.PIPE)
    settings.setdefault("stderr", subprocess.PIPE)
    return subprocess.run(
        command(*arguments), cwd=cwd, env=environment(), check=False, timeout=120, **settings
    )


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "reader", *arguments]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with good and bad files."""
    folder = tmp_path_factory.mktemp("articles")
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "windows.txt").write_bytes(ARTICLE.replace("😀", "–").replace("\n", "\r\n").encode("cp1252"))
    (folder / "leer.txt").touch()
    (folder / "bild.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (folder / "ordner").mkdir()
    (folder / os.fsdecode(b"name\xff\n.txt")).write_text("Die Tür.", encoding="utf-8")
    with (folder / "riesig.txt").open("wb") as file:
        file.truncate(200_000_000)
    shutil.copy(ROOT / "resources" / "samples" / "ottawa.html", folder)
    return folder


NAMES = (
    "ottawa.html",
    "leer.txt",
    "a.txt",
    "fehlt.txt",
    "bild.txt",
    "ordner",
    "riesig.txt",
    "https://seite.example/artikel",
    os.fsdecode(b"name\xff\n.txt"),
    "windows.txt",
    "a.txt",
)
FAILURES = {
    "leer.txt": "empty",
    "fehlt.txt": "not_found",
    "bild.txt": "binary",
    "ordner": "is_directory",
    "riesig.txt": "too_large",
    "https://seite.example/artikel": "not_found",
}


@pytest.fixture(scope="module")
def annotated(folder: Path) -> subprocess.CompletedProcess[bytes]:
    """One run over all files, good and bad, with two workers."""
    return lesart("annotate", *NAMES, "--format", "jsonl", "--jobs", "2", cwd=folder)


@pytest.fixture(scope="module")
def documents(annotated: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in annotated.stdout.decode().splitlines()]


def test_every_input_has_its_line_in_input_order(documents: list[dict[str, Any]]) -> None:
    """Whatever finishes first, and whatever fails."""
    assert [os.fsencode(document["source"]) for document in documents] == [
        os.fsencode(name) for name in NAMES
    ]


def test_an_input_that_fails_is_an_error_line(documents: list[dict[str, Any]]) -> None:
    """With source, kind and a message, and nothing else."""
    failed = [document for document in documents if "error" in document]

    assert {document["source"]: document["error"]["kind"] for document in failed} == FAILURES
    assert all(list(document) == ["source", "error"] for document in failed)
    assert all(list(document["error"]) == ["kind", "message"] for document in failed)
    assert all(document["error"]["message"] for document in failed)


def test_every_annotated_article_keeps_the_contract(documents: list[dict[str, Any]]) -> None:
    """Names, order, nulls, kinds and positions."""
    assert [
        breach for document in documents if "error" not in document for breach in breaches(document)
    ] == []


def test_names_and_quotations_are_found(documents: list[dict[str, Any]]) -> None:
    """With the speaker's entity."""
    document = documents[2]
    people = [entity for entity in document["entities"] if entity["kind"] == "person"]

    assert [entity["name"] for entity in people] == ["Anna Weber"]
    assert [mention["text"] for mention in people[0]["mentions"]] == ["Anna Weber", "Weber"]
    assert [quotation["text"] for quotation in document["quotations"]] == ["„Die Brücke ist zu.“"]
    assert document["quotations"][0]["speaker"]["entity"] == people[0]["id"]


def test_the_text_of_a_plain_file_is_kept(documents: list[dict[str, Any]]) -> None:
    """In UTF-8 and in Windows-1252, with the line ends of Windows."""
    assert documents[2]["text"] == ARTICLE
    assert documents[9]["text"] == ARTICLE.replace("😀", "–")
    assert documents[10] == documents[2]


def test_failures_are_told_on_standard_error(annotated: subprocess.CompletedProcess[bytes]) -> None:
    """One line each, without a progress bar, for standard error is no terminal; the status is 1."""
    lines = annotated.stderr.decode().splitlines()

    assert [line.split(": ")[:2] for line in lines] == [
        ["lesart", name] for name in NAMES if name in FAILURES
    ]
    assert "addresses cannot be opened" in lines[-1]
    assert annotated.returncode == 1


def test_one_file_is_one_object_and_several_are_a_list(folder: Path) -> None:
    """The format json, to a file and to standard output; a good run says nothing and ends with 0."""
    one = lesart("annotate", "a.txt", "--output", "ein.json", "--lang", "sv", cwd=folder)
    two = lesart("--profile", "profil", "annotate", "a.txt", "windows.txt", "--lang", "de", cwd=folder)

    document = json.loads((folder / "ein.json").read_text("utf-8"))
    assert (one.returncode, one.stdout, one.stderr) == (0, b"", b"")
    assert (two.returncode, two.stderr) == (0, b"")
    assert breaches(document) == []
    assert document["language"] == "sv"
    assert document["pipeline"]["name"] == "catalogue"
    assert [(found["source"], found["language"]) for found in json.loads(two.stdout)] == [
        ("a.txt", "de"),
        ("windows.txt", "de"),
    ]


@pytest.mark.parametrize(("name", "beginning"), [("csv", "text,kind,speaker"), ("html", "<!DOCTYPE html>")])
def test_tables_and_pages_hold_all_files(folder: Path, name: str, beginning: str) -> None:
    """A file that fails is told on standard error, and the others are there."""
    done = lesart("annotate", "a.txt", "fehlt.txt", "a.txt", "--format", name, cwd=folder)

    written = done.stdout.decode()
    assert done.returncode == 1
    assert b"fehlt.txt: there is no such file" in done.stderr
    assert written.startswith(beginning)
    assert written.count("„Die Brücke ist zu.“") >= 2


@contextmanager
def interrupts(action: signal.Handlers | Callable[..., Any]) -> Iterator[None]:
    """What a program started within does with an interrupt: where we ignore it, that is inherited.

    And we may, for a shell without job control starts so whatever it runs in the background.
    """
    before = signal.signal(signal.SIGINT, action)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def interrupted(count: int, cwd: Path) -> tuple[int, bytes, bytes, bytes]:
    """Interrupt a run once its first line is there: its status, that line, the others, its errors."""
    arguments = command("annotate", *["ottawa.html"] * count, "--format", "jsonl", "--output", "/dev/stdout")
    with subprocess.Popen(
        arguments,
        cwd=cwd,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as running:
        assert running.stdout is not None
        first = running.stdout.readline()
        assert running.poll() is None
        os.killpg(running.pid, signal.SIGINT)
        rest, errors = running.communicate(timeout=60)
    return running.returncode, first, rest, errors


def test_lines_leave_as_soon_as_they_are_there(folder: Path) -> None:
    """The first can be read while the program still works; an interrupt ends it and its workers at once."""
    with interrupts(signal.default_int_handler):
        status, first, rest, errors = interrupted(200, folder)

    assert json.loads(first)["source"] == "ottawa.html"
    assert len(rest.splitlines()) < 199
    assert (status, errors) == (130, b"")


def test_what_runs_in_the_background_of_a_script_is_not_interrupted(folder: Path) -> None:
    """A shell starts it so that it ignores the interrupt, which is meant for what runs in front."""
    with interrupts(signal.SIG_IGN):
        status, first, rest, errors = interrupted(8, folder)

    assert rest == first * 7
    assert (status, errors) == (0, b"")


def test_a_reader_that_has_seen_enough_is_no_failure(folder: Path) -> None:
    """As in `lesart annotate … | head -1`."""
    arguments = command("annotate", *["a.txt"] * 30, "--format", "jsonl")
    with subprocess.Popen(
        arguments, cwd=folder, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        errors = running.stderr.read()

    assert (running.returncode, errors) == (0, b"")


def test_progress_is_shown_on_a_terminal(folder: Path) -> None:
    """On standard error, so that the result stays clean."""
    try:
        terminal, other_end = pty.openpty()
    except OSError:
        pytest.skip("this machine has no pseudo-terminals: /dev/pts is not mounted")
    termios.tcsetwinsize(other_end, (24, 80))
    done = lesart("annotate", "leer.txt", "fehlt.txt", "--format", "jsonl", cwd=folder, stderr=other_end)
    os.close(other_end)
    shown = b""
    while piece := read_terminal(terminal):
        shown += piece
    os.close(terminal)

    assert b"0/2" in shown
    assert b"\rlesart: leer.txt: the file is empty\r\n" in shown
    assert len(done.stdout.splitlines()) == 2


def read_terminal(terminal: int) -> bytes:
    """What is shown; nothing once nobody writes any more, which Linux tells as an input error."""
    try:
        return os.read(terminal, 4096)
    except OSError as error:
        if error.errno != errno.EIO:
            raise
        return b""


class Broken:
    """Outcomes that end with an error of the program in their middle."""

    def __init__(self, error: BaseException) -> None:
        self._error = error

    def __iter__(self) -> "Iterator[Outcome]":
        return self

    def __next__(self) -> Outcome:
        raise self._error

    def close(self) -> None:
        pass


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.of_profile(tmp_path / "profil")


Replaces = Callable[..., None]


@pytest.fixture
def outcomes(monkeypatch: pytest.MonkeyPatch) -> Replaces:
    """Put ready outcomes in the place of the analysis."""

    def replace(*given: Outcome) -> None:
        def annotate_all(*_: object, **__: object) -> Iterator[Outcome]:
            yield from given

        monkeypatch.setattr(command_line, "annotate_all", annotate_all)

    return replace


def run(paths: Paths, *arguments: str) -> int:
    return command_line.run(command_line.parse(arguments), paths)


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (AnalysisFailed(AnalysisFailure.TIMED_OUT), "timed_out", "the analysis took too long"),
        (AnalysisFailed(AnalysisFailure.CRASHED), "crashed", "the analysis crashed"),
        (
            LanguageModelBroken("de", "/m"),
            "language_model_broken",
            "the language model at /m is missing or damaged",
        ),
        (
            StorageFailed("/l", StorageFailure.LOCKED),
            "locked",
            "the library at /l is held by another program",
        ),
        *(
            (CannotOpen(Source(SourceKind.FILE, "a"), reason), reason.value, words)
            for reason, words in command_line.OPEN_FAILURES.items()
        ),
    ],
)
def test_every_error_has_a_kind_and_a_message(error: ReaderError, kind: str, words: str) -> None:
    """The kind is for programs, the message for people."""
    assert command_line.describe(error) == (kind, words)


def test_every_reason_has_its_words() -> None:
    """Whoever adds a reason is reminded."""
    assert set(command_line.OPEN_FAILURES) == set(OpenFailure)
    assert set(command_line.ANALYSIS_FAILURES) == set(AnalysisFailure)


@pytest.mark.usefixtures("capsys")
def test_an_output_file_appears_whole_or_not_at_all(
    paths: Paths, tmp_path: Path, outcomes: Replaces, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was there before stays if the run does not come to its end."""
    target = tmp_path / "aus.json"
    outcomes(Outcome("a", document={"source": "a"}))
    assert run(paths, "annotate", "a", "--output", str(target)) == 0
    before = target.read_text()

    for error, status in ((KeyboardInterrupt(), 130), (OSError(28, "No space left on device"), 1)):
        monkeypatch.setattr(command_line, "annotate_all", lambda *_, error=error, **__: Broken(error))
        assert run(paths, "annotate", "a", "--output", str(target)) == status

    assert target.read_text() == before
    assert [file.name for file in tmp_path.iterdir()] == ["aus.json"]


def test_being_told_to_end_leaves_no_half_of_a_file(folder: Path, tmp_path: Path) -> None:
    """The workers end, too: they hold standard output open otherwise."""
    arguments = command("annotate", *["ottawa.html"] * 500, "--output", str(tmp_path / "aus.json"))
    with subprocess.Popen(
        arguments, cwd=folder, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        while not list(tmp_path.iterdir()):
            assert running.poll() is None
        running.send_signal(signal.SIGTERM)
        result, errors = running.communicate(timeout=60)

    assert (running.returncode, result, errors) == (128 + signal.SIGTERM, b"", b"")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("ordner", "Is a directory"),
        ("fehlt/aus.json", "No such file or directory"),
        ("/dev/full", "No space left on device"),
    ],
)
def test_an_output_that_cannot_be_written_is_told(
    paths: Paths,
    folder: Path,
    outcomes: Replaces,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    target: str,
    words: str,
) -> None:
    """A folder, a place that is not there, a full disk."""
    monkeypatch.chdir(folder)
    outcomes(Outcome("a", document={"source": "a"}))

    assert run(paths, "annotate", "a", "--output", target) == 1
    assert capsys.readouterr().err == f"lesart: cannot write {target}: {words}\n"


@pytest.mark.parametrize("arguments", [("annotate", "leer.txt"), ("doctor",)])
def test_a_full_disk_behind_standard_output_is_told(folder: Path, arguments: tuple[str, ...]) -> None:
    """As in `lesart annotate … > file`."""
    with Path("/dev/full").open("wb") as full:
        done = lesart(*arguments, cwd=folder, stdout=full)

    assert done.returncode == 1
    assert b"cannot write the output: No space left on device" in done.stderr


@pytest.mark.parametrize("closed", ["<&-", "2>&-", "<&- 2>&-", ">&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_trouble(folder: Path, tmp_path: Path, closed: str) -> None:
    """Whoever starts the program may have closed them; only standard output is needed."""
    script = f'"$0" -m reader annotate leer.txt --output "{tmp_path}/aus.json" {closed}'
    done = subprocess.run(
        ["sh", "-c", script, sys.executable],
        cwd=folder,
        env=environment(),
        check=False,
        capture_output=True,
        timeout=60,
    )

    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert (tmp_path / "aus.json").exists() is (" >&-" not in f" {closed}")


@pytest.mark.parametrize(
    "arguments",
    [
        ["annotate"],
        ["annotate", "a", "--format", "xml"],
        ["annotate", "a", "--jobs", "0"],
        ["annotate", "a", "--jobs", "viele"],
        ["annotate", "a", "--lang", "French!"],
        ["annotate", "a", "--unbekannt"],
        ["annotate", "a", "--form", "json"],
        ["doctor", "a"],
        ["--unbekannt"],
        ["--profile"],
    ],
)
def test_wrong_usage_is_status_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """With a line that says what is wrong."""
    with pytest.raises(SystemExit) as caught:
        command_line.parse(arguments)

    assert caught.value.code == 2
    assert "error: " in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["--version"], ["annotate", "--help"], ["--help"], ["doctor", "--help"]]
)
def test_help_and_version_are_status_0(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """On standard output."""
    with pytest.raises(SystemExit) as caught:
        command_line.parse(arguments)

    assert caught.value.code == 0
    assert (__version__ if arguments == ["--version"] else "usage: lesart") in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "command_name", "profile", "files"),
    [
        ([], None, None, []),
        (["a.txt", "b.txt"], None, None, ["a.txt", "b.txt"]),
        (["./doctor"], None, None, ["./doctor"]),
        (["--profile", "doctor", "a.txt"], None, "doctor", ["a.txt"]),
        (["--profile=p", "annotate", "a.txt"], "annotate", "p", ["a.txt"]),
        (["annotate", "--profile", "p", "a.txt"], "annotate", "p", ["a.txt"]),
        (["annotate", "--", "--seltsam.txt"], "annotate", None, ["--seltsam.txt"]),
    ],
)
def test_commands_files_and_profile_are_told_apart(
    arguments: list[str], command_name: str | None, profile: str | None, files: list[str]
) -> None:
    """A file that is called like a command needs a path."""
    options = command_line.parse(arguments)

    assert (options.command, options.profile, options.files) == (command_name, profile, files)


# The doctor.

SUBJECTS = ["lesart", "libraries", "data", "settings", "logs", "resources", "database", "knowledge", "model"]


def findings(paths: Paths) -> dict[str, str]:
    """What is broken, by its subject."""
    return {check.subject: check.finding for check in checks(paths) if not check.is_good}


def broken_resources(paths: Paths, tmp_path: Path) -> Paths:
    """A copy of the resources that a test may break; large files are links."""
    copy = tmp_path / "resources"
    shutil.copytree(
        paths.resources, copy, copy_function=os.symlink, ignore=shutil.ignore_patterns("packaging")
    )
    return Paths(paths.data, paths.config, paths.logs, copy)


def test_the_doctor_finds_nothing_wrong(paths: Paths, capsys: pytest.CaptureFixture[str]) -> None:
    """One line for each check, status 0, and nothing is made on disk."""
    assert run(paths, "doctor") == 0

    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[1] for line in lines] == SUBJECTS
    assert {line.split()[0] for line in lines} == {"ok"}
    assert not paths.data.exists()


def test_the_doctor_tells_every_broken_thing(
    paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One does not hide the other; the status is 1."""
    broken = broken_resources(paths, tmp_path)
    (broken.models / "de_lesart_news" / "lesart_tagger" / "encoder.onnx").unlink()
    (broken.models / "de_lesart_news" / "lesart_tagger" / "encoder.onnx").write_bytes(b"kaputt")
    (broken.resources / "knowledge" / "index.msgpack").unlink()
    (broken.resources / "knowledge" / "index.msgpack").write_bytes(b"kaputt")
    broken.sample.unlink()
    paths.data.mkdir(parents=True)
    paths.database.write_bytes(b"Das ist keine Datenbank. " * 400)
    paths.config.mkdir()
    paths.settings.write_text("theme = ", encoding="utf-8")
    paths.logs.touch()

    assert run(broken, "doctor") == 1

    failed = {
        line.split()[1]: line for line in capsys.readouterr().out.splitlines() if line.startswith("FAIL")
    }
    assert set(failed) == {"settings", "logs", "resources", "database", "knowledge", "model"}
    assert f"{broken.resources / 'knowledge' / 'index.msgpack'} is damaged" in failed["knowledge"]
    assert "is missing or damaged" in failed["model"]
    assert "missing: " in failed["resources"]
    assert f"{paths.database} is damaged" in failed["database"]
    assert f"{paths.settings} is damaged" in failed["settings"]
    assert "is not a folder" in failed["logs"]


def test_the_doctor_knows_a_library_of_a_newer_program(paths: Paths) -> None:
    """And does not touch it."""
    paths.data.mkdir(parents=True)
    with closing(sqlite3.connect(paths.database)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = paths.database.read_bytes()

    assert findings(paths) == {"database": f"{paths.database} was made by a newer version of the program"}
    assert paths.database.read_bytes() == before


def test_the_doctor_misses_a_pipeline_that_was_chosen(paths: Paths) -> None:
    paths.settings.parent.mkdir(parents=True, exist_ok=True)
    paths.settings.write_text('[pipelines]\nfr = "fr_core_news_zz"\n', encoding="utf-8")

    wrong = [check for check in checks(paths) if not check.is_good]

    assert [check.subject for check in wrong] == ["pipeline"]
    assert "fr_core_news_zz, chosen for “fr”, is not installed" in wrong[0].finding


def test_the_doctor_knows_a_folder_where_the_library_should_be(paths: Paths) -> None:
    """A file is wanted."""
    paths.database.mkdir(parents=True)

    assert findings(paths) == {"database": f"{paths.database} is not a file"}


def test_the_doctor_knows_a_folder_that_cannot_be_written(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked in a way that holds for the administrator, too."""
    monkeypatch.setattr(os, "access", lambda *_: False)

    assert set(findings(paths)) == {"data", "settings", "logs"}


def test_the_doctor_misses_the_knowledge_base(paths: Paths, tmp_path: Path) -> None:
    """And finds everything else in order."""
    broken = broken_resources(paths, tmp_path)
    index = broken.resources / "knowledge" / "index.msgpack"
    index.unlink()

    assert findings(broken) == {"knowledge": f"{index} is missing"}


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A profile whose dictionary makes a bridge a weapon and never marks Köln."""
    paths = Paths.of_profile(tmp_path / "profil")
    with closing(open_database(paths.database)) as database:
        corrections = Corrections(database)
        corrections.dictionary.put(DictionaryEntry(DictionaryEntryId(0), "Brücke", EntityKind.WEAPON))
        corrections.dictionary.put(DictionaryEntry(DictionaryEntryId(0), "Köln", None))
    return tmp_path / "profil"


def names_in(done: subprocess.CompletedProcess[bytes]) -> dict[str, str]:
    """Name and kind of each entity of the one article."""
    document = json.loads(done.stdout)
    assert breaches(document) == []
    return {entity["name"]: entity["kind"] for entity in document["entities"]}


def test_the_readers_dictionary_counts_unless_it_is_left_out(folder: Path, profile: Path) -> None:
    """The library is read and not touched, nor is anything laid beside it."""
    library = profile / "data" / "library.sqlite3"
    before = library.read_bytes()
    with_dictionary = lesart("--profile", str(profile), "annotate", "a.txt", cwd=folder)
    plain = lesart("--profile", str(profile), "annotate", "a.txt", "--plain", cwd=folder)

    assert names_in(with_dictionary) == {"Brücke": "weapon", "Anna Weber": "person"}
    assert names_in(plain) == {"Anna Weber": "person", "Köln": "place"}
    assert (with_dictionary.stderr, plain.stderr) == (b"", b"")
    assert library.read_bytes() == before
    assert [file.name for file in library.parent.iterdir()] == [library.name]


def test_the_dictionary_counts_while_a_window_is_open(folder: Path, profile: Path) -> None:
    """With what the window has just written."""
    with closing(open_database(profile / "data" / "library.sqlite3")) as database:
        Corrections(database).dictionary.put(DictionaryEntry(DictionaryEntryId(0), "Brücke", None))
        done = lesart("--profile", str(profile), "annotate", "a.txt", cwd=folder)

    assert names_in(done) == {"Anna Weber": "person"}


def test_no_library_is_made_to_look_for_a_dictionary(folder: Path, tmp_path: Path) -> None:
    """There is nothing to read, and nothing to say about it."""
    done = lesart("--profile", str(tmp_path / "neu"), "annotate", "a.txt", cwd=folder)

    assert (done.returncode, done.stderr) == (0, b"")
    assert not (tmp_path / "neu" / "data").exists()


@pytest.mark.parametrize(
    ("content", "reason"), [(b"Das ist keine Datenbank. " * 90, "is damaged"), (None, "cannot be read")]
)
def test_a_library_that_cannot_be_read_stops_no_analysis(
    folder: Path, tmp_path: Path, content: bytes | None, reason: str
) -> None:
    """A warning says that the dictionary is left out."""
    library = Paths.of_profile(tmp_path).database
    library.parent.mkdir(parents=True)
    library.write_bytes(content) if content is not None else library.mkdir()
    done = lesart("--profile", str(tmp_path), "annotate", "a.txt", cwd=folder)

    assert "Köln" in names_in(done)
    assert done.returncode == 0
    assert done.stderr.decode().splitlines() == [
        f"lesart: your dictionary is left out: the library at {library} {reason}"
    ]
