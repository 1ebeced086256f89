"""The app without a window: `lesart annotate` and `lesart doctor`.

Results go to standard output, all else to standard error. Exit status: 0 good, 1 something failed,
2 wrong usage, 130 interrupted.
"""

import argparse
import io
import os
import re
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, nullcontext
from pathlib import Path
from typing import Any

from reader import __version__
from reader.domain.errors import (
    AnalysisFailed,
    CannotOpen,
    LanguageModelBroken,
    OpenFailure,
    ReaderError,
    StorageFailed,
    StorageFailure,
)
from reader.paths import Paths
from reader.services.annotating import Outcome, annotate_all
from reader.services.checkup import checks
from reader.services.export_formats import FORMATS
from reader.services.exporting import Document, failure_document
from reader.services.output_file import FileOutput, Output, StreamOutput
from reader.services.settings import SettingsFile
from reader.services.statements import statements_of

PROGRAM = "lesart"
COMMANDS = ("annotate", "doctor")
GOOD, FAILED, INTERRUPTED = 0, 1, 130
DESCRIPTION = "A desktop reader for news: who and what an article is about, and who said what."
COMMANDS_HELP = """\
commands:
  lesart annotate FILE...   print what is found in articles, as JSON, HTML or CSV
  lesart doctor             check that everything the program needs is in place
  Each tells more with --help. To open a file called "doctor", write ./doctor.
"""
FORMAT_HELP = (
    "jsonl: one line for each file, at once; html: one page with all of them; csv: a row for each quotation"
)
ANNOTATE_DESCRIPTION = (
    "Print what is found in articles. Your own dictionary and what you declared the same or different count, "
    "as in the window; corrections of single articles do not."
)
PLAIN_HELP = "leave your dictionary and declarations out: print what the program finds by itself"
PROFILE_HELP = "keep library, notes and settings under DIR (or set LESART_PROFILE)"

OPEN_FAILURES = {
    OpenFailure.NOT_FOUND: "there is no such file",
    OpenFailure.IS_DIRECTORY: "this is a folder, not a file",
    OpenFailure.NOT_PERMITTED: "the file may not be read",
    OpenFailure.UNREADABLE: "the file could not be read",
    OpenFailure.EMPTY: "the file is empty",
    OpenFailure.BINARY: "this is not a text",
    OpenFailure.TOO_LARGE: "the file is too large",
    OpenFailure.UNKNOWN_ENCODING: "the encoding of the text is unknown",
    OpenFailure.UNKNOWN_FORMAT: "files of this kind cannot be read",
    OpenFailure.NO_ARTICLE: "no article was found on the page",
    OpenFailure.TIMED_OUT: "opening took too long",
    OpenFailure.CRASHED: "the file made its reader crash",
}
ADDRESS = re.compile(r"\w+://")
ANALYSIS_FAILURES = {
    "timed_out": "the analysis took too long",
    "crashed": "the analysis crashed",
}
STORAGE_FAILURES = {
    StorageFailure.NEWER_VERSION: "was written by a newer version of the program",
    StorageFailure.DAMAGED: "is damaged",
    StorageFailure.LOCKED: "is held by another program",
}


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the arguments; `command` is None where the window is wanted.

    Raises:
        SystemExit: with 2 for wrong usage, with 0 after `--help` and `--version`.
    """
    if _command_in(arguments) is None:
        return _window_parser().parse_args(arguments)
    return _commands_parser().parse_args(arguments)


def run(options: argparse.Namespace, paths: Paths) -> int:
    """Carry out a command; return the exit status."""
    _fill_closed_streams()
    if sys.stdout is None:
        return complain("there is nowhere to write to: standard output is closed")
    _speak_utf8()
    signal.signal(signal.SIGTERM, _end)  # half a file of `--output` shall not stay behind
    try:
        return doctor(paths) if options.command == "doctor" else annotate(options, paths)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever reads has seen enough
        _give_up_output()
        return GOOD
    except OSError as error:
        path = options.output if options.command == "annotate" else None
        if path is None:
            _give_up_output()
        return complain(f"cannot write {path or 'the output'}: {error.strerror or error}")


def annotate(options: argparse.Namespace, paths: Paths) -> int:
    """Print the annotations of all files, in their order; those that fail do not stop the others.

    Raises:
        OSError: if the output cannot be written.
    """
    outcomes = annotate_all(
        options.files,
        language=options.lang,
        resources=paths.resources,
        jobs=options.jobs,
        pipelines=SettingsFile(paths.settings).load().pipelines,
        library=None if options.plain else _library(paths.database),
    )
    with closing(outcomes), _output(options.output) as output:  # type: ignore[type-var]  # a generator
        failures = _write_all(outcomes, output, options)
    return FAILED if failures else GOOD


def doctor(paths: Paths) -> int:
    """Print one line for every check."""
    broken = False
    for check in checks(paths):
        broken = broken or not check.is_good
        print(f"{'ok  ' if check.is_good else 'FAIL'} {check.subject:12} {check.finding}", flush=True)
    return FAILED if broken else GOOD


def complain(message: str) -> int:
    """Tell on standard error what failed; return the exit status for it."""
    print(f"{PROGRAM}: {message}", file=sys.stderr)
    return FAILED


def describe(error: ReaderError) -> tuple[str, str]:
    """The kind of an error, as it stands in the output, and a sentence for people."""
    match error:
        case CannotOpen(reason=OpenFailure.NOT_FOUND) if ADDRESS.match(error.source.name):
            return OpenFailure.NOT_FOUND.value, "addresses cannot be opened; save the page and name the file"
        case CannotOpen():
            return error.reason.value, OPEN_FAILURES[error.reason]
        case AnalysisFailed():
            return error.reason.value, ANALYSIS_FAILURES[error.reason.value]
        case LanguageModelBroken():
            return "language_model_broken", f"the language model at {error.path} is missing or damaged"
        case StorageFailed():
            return error.reason.value, f"the library at {error.path} {_storage_trouble(error)}"
        case _:
            return "failed", str(error)


def _write_all(outcomes: Iterable[Outcome], output: Output, options: argparse.Namespace) -> int:
    """Write a document for every outcome; return how many inputs failed."""
    failures = 0
    make = FORMATS[options.format].writer
    writer = make(is_many=len(options.files) > 1, is_file=options.output is not None)
    output.write(writer.begin())
    for outcome in _with_progress(outcomes, len(options.files)):
        document = outcome.document
        if document is None:
            failures += 1
            document = _failure(outcome)
        output.write(writer.write(document))
    output.write(writer.end())
    return failures


def _library(path: Path) -> Path | None:
    """The library whose dictionary counts; None if there is none or, after a warning, if it is unreadable."""
    try:
        if not path.exists():
            return None
        statements_of(path)
    except StorageFailed as error:
        trouble = _storage_trouble(error)
    except OSError:  # a folder that may not be looked into
        trouble = "cannot be read"
    else:
        return path
    complain(f"your dictionary is left out: the library at {path} {trouble}")
    return None


def _storage_trouble(error: StorageFailed) -> str:
    return STORAGE_FAILURES.get(error.reason, "cannot be read")


def _failure(outcome: Outcome) -> Document:
    kind, message = describe(outcome.error or ReaderError())
    source = outcome.source if outcome.source.isprintable() else ascii(outcome.source)
    complain(f"{source}: {message}")
    return failure_document(outcome.source, kind=kind, message=message)


def _with_progress(outcomes: Iterable[Outcome], count: int) -> Iterator[Outcome]:
    if not sys.stderr.isatty():
        yield from outcomes
        return
    # Late: tqdm takes 0.05 s to import, and only a terminal shows its bar.
    from tqdm import tqdm  # noqa: PLC0415  (see above)

    with tqdm(total=count, unit="article", file=sys.stderr, leave=False) as bar:
        for outcome in outcomes:
            bar.clear()  # a message shall not stand in the bar
            yield outcome
            bar.update()


def _output(path: str | None) -> Any:  # noqa: ANN401  (one of two context managers that give an Output)
    return FileOutput(Path(path)) if path is not None else nullcontext(StreamOutput(sys.stdout))


def _give_up_output() -> None:
    """What is still to be written goes nowhere: the flush at the end of the program shall not fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fill_closed_streams() -> None:
    """Keep the numbers of closed standard streams from being given to pipes and files."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.dup2(os.open(os.devnull, os.O_RDWR), number)
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  (open as long as the program)


def _end(number: int, _frame: object) -> None:
    raise SystemExit(128 + number)


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale; what no encoding can write becomes an escape that JSON knows."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _command_in(arguments: Sequence[str]) -> str | None:
    """The first argument that is neither an option nor the folder of `--profile`, if it is a command."""
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--profile":
            next(waiting, None)
        elif not argument.startswith("-"):
            return argument if argument in COMMANDS else None
    return None


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        description=DESCRIPTION,
        epilog=COMMANDS_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    parser.add_argument("--profile", metavar="DIR", help=PROFILE_HELP)
    parser.add_argument("files", metavar="FILE", nargs="*", help="an article to open in the window")
    parser.set_defaults(command=None)
    return parser


def _commands_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=PROGRAM, description=DESCRIPTION, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    parser.add_argument("--profile", metavar="DIR", help=PROFILE_HELP)
    commands = parser.add_subparsers(dest="command", required=True)
    annotating = commands.add_parser(
        "annotate",
        help="print what is found in articles",
        description=ANNOTATE_DESCRIPTION,
        allow_abbrev=False,
    )
    annotating.add_argument("files", metavar="FILE", nargs="+", help="text, Markdown or HTML")
    annotating.add_argument("--format", choices=tuple(FORMATS), default="json", help=FORMAT_HELP)
    annotating.add_argument("--plain", action="store_true", help=PLAIN_HELP)
    annotating.add_argument("--output", metavar="PATH", help="write to PATH, which appears when all is done")
    annotating.add_argument("--jobs", metavar="N", type=_count, default=1, help="files at the same time (1)")
    annotating.add_argument(
        "--lang",
        type=_language,
        default="auto",
        metavar="CODE",
        help="the language of the articles: de, en, another two-letter code, or auto (auto)",
    )
    checking = commands.add_parser(
        "doctor",
        help="check the installation",
        description="Check that everything the program needs is there.",
        allow_abbrev=False,
    )
    for command in (annotating, checking):
        command.add_argument("--profile", metavar="DIR", default=argparse.SUPPRESS, help=PROFILE_HELP)
    return parser


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of 1 or more")
    return int(text)


def _language(code: str) -> str:
    """Raises `argparse.ArgumentTypeError` for what cannot be the code of a language."""
    if code == "auto" or re.fullmatch(r"[a-z]{2,3}", code):
        return code
    raise argparse.ArgumentTypeError(f"{code!r} is no code like de, en or auto")
