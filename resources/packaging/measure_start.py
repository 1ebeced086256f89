"""Measure how long a reader waits: from the start of the process to painted text and painted highlights.

    python resources/packaging/measure_start.py [--runs N] [--words N] [--cold] [FILE]

Each run is a process of its own with a new profile, so the article is opened and analysed anew; a last one
opens it from the library it was left in. `--cold` empties the disk cache before each run, which only root
may do. Without FILE an article of about 400 words is made from the sample. Prints the median and the range in
milliseconds, and the memory that the window and its workers hold at the end, in MB.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from reader.paths import Paths
from reader.ui.application import build
from reader.ui.jobs import JobRunner
from reader.ui.main_window import MainWindow

LONGEST_MILLISECONDS = 120_000
CACHES = Path("/proc/sys/vm/drop_caches")
STAGES = ("window", "text", "highlights")


class Watch(QObject):
    """Notes when the window, the text and the highlights are first painted, in seconds since `begun`."""

    def __init__(self, window: MainWindow, begun: float) -> None:
        super().__init__(window)
        self.seconds: dict[str, float] = {}
        self._begun = begun
        self._next = "window"
        self._session = window._session  # noqa: SLF001  (a measurement looks inside)
        self._session.article_changed.connect(lambda: self._await("text"))
        self._session.annotations_changed.connect(self._annotated)
        window.installEventFilter(self)
        window.view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt calls it)
        if event.type() is QEvent.Type.Paint and self._next:
            stage, self._next = self._next, ""
            QTimer.singleShot(0, lambda: self._painted(stage))  # once the paint event is over
        return super().eventFilter(watched, event)

    def _annotated(self) -> None:
        if self._session.annotations is not None:
            self._await("highlights")

    def _await(self, stage: str) -> None:
        self._next = stage

    def _painted(self, stage: str) -> None:
        self.seconds.setdefault(stage, time.monotonic() - self._begun)
        if stage == "highlights":
            QApplication.quit()


def measured_run(file: str, profile: Path) -> dict[str, float]:
    """What one process, started just now, took for each stage; and its memory."""
    command = [sys.executable, __file__, "--profile", str(profile), "--begun", repr(time.monotonic()), file]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"A run failed:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout.splitlines()[-1])


def child(file: str, profile: Path, begun: float) -> None:
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    jobs = JobRunner()
    window = build(Paths.of_profile(profile), jobs)
    watch = Watch(window, begun)
    window.show()
    window.open_files([file])
    QTimer.singleShot(LONGEST_MILLISECONDS, application.quit)
    application.exec()
    found: dict[str, float] = dict(watch.seconds)
    found["MB window"] = _megabytes(os.getpid())
    for number, worker in enumerate(sorted(_workers(), key=_megabytes), start=1):
        found[f"MB worker {number}"] = _megabytes(worker)
    window.close()
    jobs.stop()
    print(json.dumps(found))


def _workers() -> list[int]:
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text(encoding="ascii")
    threads = Path(f"/proc/{os.getpid()}/task")
    others = " ".join((thread / "children").read_text(encoding="ascii") for thread in threads.iterdir())
    pids = {int(pid) for pid in f"{children} {others}".split()}
    return [pid for pid in pids if b"resource_tracker" not in Path(f"/proc/{pid}/cmdline").read_bytes()]


def _megabytes(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    resident = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(resident[1]) / 1024 if resident else 0.0


def article_of(words: int, folder: Path) -> str:
    """A file of about so many words, made of the paragraphs of the sample."""
    page = (Path(__file__).resolve().parents[1] / "samples" / "ottawa.html").read_text(encoding="utf-8")
    paragraphs = [re.sub(r"<[^>]+>", "", found) for found in re.findall(r"(?s)<p>(.*?)</p>", page)]
    text, number = "Ottawa sagt weitere Flugabwehrsysteme zu", 0
    while len(text.split()) < words:
        text += "\n\n" + " ".join(paragraphs[number % len(paragraphs)].split())
        number += 1
    file = folder / "article.txt"
    file.write_text(" ".join(text.split(" ")[:words]) + "\n", encoding="utf-8")
    return str(file)


def report(title: str, runs: list[dict[str, float]]) -> None:
    print(f"\n{title}, {len(runs)} run(s):")
    for key in runs[0]:
        values = [run[key] for run in runs if key in run]
        factor, unit = (1, "MB") if key.startswith("MB") else (1000, "ms")
        low, middle, high = (factor * f(values) for f in (min, statistics.median, max))
        name = key.removeprefix("MB ")
        print(
            f"  {name + ' memory' if unit == 'MB' else name + ' painted':22s} {middle:7.0f} {unit}   ({low:.0f} to {high:.0f})"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the start of the window.")
    parser.add_argument("file", nargs="?")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--words", type=int, default=400)
    parser.add_argument("--cold", action="store_true", help="empty the disk cache before each run; as root")
    parser.add_argument("--profile", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--begun", type=float, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.begun is not None:
        child(given.file, given.profile, given.begun)
        return
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="lesart-start-") as name:
        folder = Path(name)
        file = given.file or article_of(given.words, folder)
        runs = []
        for number in range(given.runs + 1):
            if given.cold:
                os.sync()
                CACHES.write_text("3", encoding="ascii")
            runs.append(measured_run(file, folder / f"profile{number}"))
        # The first run fills the disk cache for the others.
        report("cold start" if given.cold else "new article", runs if given.cold else runs[1:])
        last = folder / f"profile{given.runs}"
        report("same article once more", [measured_run(file, last) for _ in range(given.runs)])


if __name__ == "__main__":
    main()
