"""Workers: real processes that hang, die and are replaced."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.domain.annotations import Annotations, PipelineName
from reader.domain.articles import Article, Source, SourceKind
from reader.domain.errors import CannotOpen, OpenFailure
from reader.services.output_file import FileOutput
from reader.services.saving import save
from reader.ui.jobs import JobFailure, JobRunner, Lane

MISSING = CannotOpen(Source(SourceKind.FILE, "weg.txt"), OpenFailure.NOT_FOUND)


# What the workers do; it stands at the top of the module so that it can be sent to them.


def number_of_process() -> int:
    return os.getpid()


def hang() -> None:
    time.sleep(3600)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def complain() -> None:
    raise MISSING


def have_a_bug() -> None:
    raise ZeroDivisionError


def save_and_hang(article: Article, annotations: Annotations, format_name: str, path: Path) -> None:
    FileOutput.write = lambda *_: hang()  # type: ignore[method-assign]
    save(article, annotations, format_name, path)


@pytest.fixture(scope="module")
def runner(qapp: QApplication) -> Iterator[JobRunner]:  # noqa: ARG001  (starts Qt)
    runner = JobRunner()
    yield runner
    runner.stop()


@pytest.fixture
def outcome(runner: JobRunner, qtbot: QtBot) -> Callable[..., Any]:
    """Runs a job and waits for what comes of it."""

    def run(work: Callable[[], object], *, seconds: float = 30, lane: Lane = Lane.OPENING) -> object:
        found: list[object] = []
        runner.submit("job", work, lane=lane, seconds=seconds, on_done=found.append, on_error=found.append)
        qtbot.waitUntil(lambda: bool(found), timeout=30_000)
        assert runner.current_keys() == frozenset()
        return found[0]

    return run


def test_work_is_done_elsewhere(outcome: Callable[..., Any]) -> None:
    """A job runs in another process, and the next one in the same: it has loaded what it needs."""
    first = outcome(number_of_process)

    assert first != os.getpid()
    assert outcome(number_of_process) == first


def test_each_lane_has_its_worker(outcome: Callable[..., Any]) -> None:
    """Opening never waits for an analysis."""
    assert outcome(number_of_process) != outcome(number_of_process, lane=Lane.ANALYSIS)


def test_trouble_comes_back(outcome: Callable[..., Any]) -> None:
    """What goes wrong with a file comes back as it was raised."""
    found = outcome(complain)

    assert isinstance(found, CannotOpen)
    assert (found.source, found.reason) == (MISSING.source, MISSING.reason)


def test_bug_in_a_worker(outcome: Callable[..., Any]) -> None:
    """A bug in the work is a failed job, no more."""
    assert outcome(have_a_bug) is JobFailure.CRASHED


def test_worker_that_hangs(outcome: Callable[..., Any]) -> None:
    """A job that takes too long is given up, and another worker does the next one."""
    before = outcome(number_of_process)

    assert outcome(hang, seconds=0.3) is JobFailure.TIMED_OUT
    assert outcome(number_of_process) not in {before, os.getpid()}


def test_worker_that_dies(outcome: Callable[..., Any]) -> None:
    """A worker that is killed at its work is reported and replaced."""
    before = outcome(number_of_process)

    assert outcome(die) is JobFailure.CRASHED
    assert outcome(number_of_process) not in {before, os.getpid()}


def test_idle_worker_that_dies(outcome: Callable[..., Any], qtbot: QtBot, runner: JobRunner) -> None:
    """A worker that is killed while it waits is replaced, and the next job does not notice."""
    before = outcome(number_of_process)
    os.kill(before, signal.SIGKILL)
    qtbot.waitUntil(lambda: not runner._pools[Lane.OPENING].active, timeout=10_000)

    assert outcome(number_of_process) not in {before, os.getpid()}


def test_job_for_a_dying_worker(outcome: Callable[..., Any]) -> None:
    """A job that is given to a worker in the moment of its death is done by the next one."""
    before = outcome(number_of_process)
    os.kill(before, signal.SIGKILL)

    assert outcome(number_of_process) not in {before, os.getpid()}


def test_worker_that_is_ended_while_it_saves(
    runner: JobRunner, qtbot: QtBot, tmp_path: Path, article_of: Callable[..., Article]
) -> None:
    """Nothing half-written stays."""
    article = article_of("Ein Streit im Rat")
    found = Annotations(article.text_digest, "de", PipelineName("p", "1"))
    work = partial(save_and_hang, article, found, "html", tmp_path / "rat.html")
    runner.submit("job", work, lane=Lane.SAVING, seconds=60, on_done=print, on_error=print)
    qtbot.waitUntil(lambda: any(tmp_path.iterdir()), timeout=30_000)

    runner.cancel("job")

    qtbot.waitUntil(lambda: not any(tmp_path.iterdir()), timeout=30_000)


def test_a_program_that_ends_while_it_saves(
    qapp: QApplication,  # noqa: ARG001  (starts Qt)
    qtbot: QtBot,
    tmp_path: Path,
    article_of: Callable[..., Article],
) -> None:
    """Nothing half-written stays."""
    article = article_of("Ein Streit im Rat")
    found = Annotations(article.text_digest, "de", PipelineName("p", "1"))
    runner = JobRunner()
    work = partial(save_and_hang, article, found, "html", tmp_path / "rat.html")
    runner.submit("job", work, lane=Lane.SAVING, seconds=60, on_done=print, on_error=print)
    qtbot.waitUntil(lambda: any(tmp_path.iterdir()), timeout=30_000)

    runner.stop()

    assert list(tmp_path.iterdir()) == []


def test_stale_result(runner: JobRunner, qtbot: QtBot) -> None:
    """Of two jobs under one key only the newer one is delivered, even if the older one hangs."""
    found: list[object] = []
    submit = partial(runner.submit, "job", lane=Lane.OPENING, seconds=30, on_error=found.append)
    submit(hang, on_done=lambda _result: found.append("old"))
    submit(number_of_process, on_done=lambda _result: found.append("new"))

    qtbot.waitUntil(lambda: bool(found), timeout=30_000)

    assert found == ["new"]
