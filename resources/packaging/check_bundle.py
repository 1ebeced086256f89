"""Tries the Debian package of `dist/` as a reader would, on a virtual screen.

    .venv/bin/python resources/packaging/check_bundle.py

The package is unpacked, not installed. The program gets a home of its own, and no Python on its search
path. It must find names and quotations, colour them in the window, keep a note over a restart, and leave
no process behind. Pictures of the window go to `build/bundle`.
"""

import json
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from virtual_screen import Picture, VirtualScreen, wait_until

from reader import __version__
from reader.presentation.palette import LIGHT

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "build" / "bundle"
SAMPLE = ROOT / "resources" / "samples" / "ottawa.html"
TITLE = "Lesart"
NOTE = "Nachfragen: gibt es eine zweite Quelle?"  # with letters that are shortcuts elsewhere
KINDS = {"person", "organization", "weapon", "place"}
LIBRARY_WIDTH, PANEL_WIDTH = 260, 360  # what lies left and right of the article, at most
SIMILAR = 0.8  # of the pixels of a note: the caret blinks
SLOWEST_SAVE = 2.0  # seconds, typing aside


class Bundle:
    """The unpacked program with a home of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._program = folder / "root" / "usr" / "bin" / "lesart"
        self._profile = folder / "profile"
        self._environment = {"HOME": str(folder), "PATH": str(folder / "nothing"), "LANG": "C.UTF-8"}

    def unpack(self, package: Path) -> None:
        command = ["dpkg-deb", "--extract", str(package), str(self._folder / "root")]
        subprocess.run(command, check=True)

    def answer(self, *words: str) -> str:
        """What the program prints without a window."""
        return subprocess.run(
            [self._program, "--profile", self._profile, *words],
            env=self._environment,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        ).stdout

    def open(self, screen: VirtualScreen) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [self._program, "--profile", self._profile, SAMPLE],
            env=self._environment | screen.environment,
        )

    def rows(self, query: str) -> list[tuple[str, ...]]:
        """What the library of the profile holds; nothing if there is none yet."""
        path = self._profile / "data" / "library.sqlite3"
        try:
            with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as library:
                return library.execute(query).fetchall()
        except sqlite3.OperationalError:
            return []

    def processes(self) -> list[str]:
        """The processes that run from the unpacked program."""
        inside = str(self._folder / "root")
        running = []
        for entry in Path("/proc").glob("[0-9]*/exe"):
            try:
                if str(entry.readlink()).startswith(inside):
                    running.append(entry.parent.name)
            except OSError:  # it has just ended, or is not ours
                continue
        return running


def main() -> None:
    packages = sorted((ROOT / "dist").glob(f"lesart_{__version__}_*.deb"))
    if not packages:
        sys.exit("There is no package in dist: run make bundle.")
    with tempfile.TemporaryDirectory(prefix="lesart-bundle-") as name:
        folder = Path(name)
        bundle = Bundle(folder)
        bundle.unpack(packages[-1])
        check_commands(bundle)
        with VirtualScreen(folder) as screen:
            try:
                written = check_first_start(bundle, screen)
                check_second_start(bundle, screen, written)
            except BaseException:
                screen.picture().save(PICTURES / "failure.png")
                raise
    say("The bundle works.")


def say(message: str) -> None:
    print(message, flush=True)


def demand(truth: object, message: str) -> None:
    if not truth:
        raise AssertionError(message)


def check_commands(bundle: Bundle) -> None:
    """The program finds names and quotations without a window."""
    bundle.answer("doctor")
    found = json.loads(bundle.answer("annotate", str(SAMPLE)))
    kinds = {entity["kind"] for entity in found["entities"]}
    speakers = [quotation["speaker"] for quotation in found["quotations"]]
    demand(kinds >= KINDS, f"of the kinds of names only {kinds} were found")
    demand(any(speakers), "no quotation has a speaker")
    say(f"lesart annotate: {len(found['entities'])} names, {len(speakers)} quotations")


def check_first_start(bundle: Bundle, screen: VirtualScreen) -> dict[int, bytes]:
    """The window colours names and keeps a note; returns what the note changed in the picture."""
    begin = time.monotonic()
    process = bundle.open(screen)
    wait_until(lambda: screen.has_window(TITLE), "the window opens")
    say(f"window after {time.monotonic() - begin:.1f} s")
    wait_until(lambda: bundle.rows("SELECT * FROM annotations"), "the worker analyses the article")
    say(f"analysed after {time.monotonic() - begin:.1f} s")
    width = screen.focus(TITLE)
    check_colours(screen, width)
    screen.press("n")
    screen.press("ctrl+e")
    before = settled(screen)
    screen.type(NOTE)
    seconds = wait_until(lambda: bundle.rows("SELECT text FROM note") == [(NOTE,)], "the note is kept")
    demand(seconds < SLOWEST_SAVE, f"the note was kept only after {seconds:.1f} s")
    after = settled(screen)
    after.save(PICTURES / "first-start.png")
    say(f"note kept {seconds:.1f} s after the last key")
    close(bundle, screen, process)
    return before.changes_to(after)


def check_colours(screen: VirtualScreen, width: int) -> None:
    """Names of people stand in the article in their colour, and lose it when people are switched off."""
    shown = wait_for_colours(screen, width)
    screen.press("ctrl+1")
    wait_until(lambda: coloured(screen, width) < shown / 2, "people lose their colour")
    screen.press("ctrl+1")
    wait_until(lambda: coloured(screen, width) >= shown * SIMILAR, "people get their colour back")
    say(f"names of people are coloured: {shown} pixels")


def coloured(screen: VirtualScreen, width: int) -> int:
    """How many pixels of the article have the colour of people."""
    return screen.picture().count(LIGHT.person, left=LIBRARY_WIDTH, right=width - PANEL_WIDTH)


def wait_for_colours(screen: VirtualScreen, width: int) -> int:
    """Wait until the article is shown with its names and nothing moves any more."""
    wait_until(lambda: coloured(screen, width) > 0, "names of people are coloured")
    wait_until(lambda: is_quiet(screen), "the window comes to rest")
    return coloured(screen, width)


def check_second_start(bundle: Bundle, screen: VirtualScreen, written: dict[int, bytes]) -> None:
    """After a restart the window shows the note again."""
    process = bundle.open(screen)
    wait_until(lambda: screen.has_window(TITLE), "the window opens again")
    wait_for_colours(screen, screen.focus(TITLE))
    screen.press("n")
    screen.press("ctrl+e")
    wait_until(lambda: screen.picture().share_of(written) > SIMILAR, "the note is shown again")
    settled(screen).save(PICTURES / "second-start.png")
    demand(bundle.rows("SELECT text FROM note") == [(NOTE,)], "the note is no longer in the library")
    say("note shown again after a restart")
    close(bundle, screen, process)


def close(bundle: Bundle, screen: VirtualScreen, process: subprocess.Popen[bytes]) -> None:
    screen.press("ctrl+q")
    status = process.wait(timeout=20)
    demand(status == 0, f"the program ended with status {status}")
    wait_until(lambda: not bundle.processes(), "all processes end", seconds=10)


def is_quiet(screen: VirtualScreen) -> bool:
    """Whether the picture stays the same for a moment."""
    before = screen.picture()
    time.sleep(0.3)
    return before == screen.picture()


def settled(screen: VirtualScreen) -> Picture:
    """The picture a moment after the last change; a blinking caret may keep it from full rest."""
    time.sleep(1)
    return screen.picture()


if __name__ == "__main__":
    main()
