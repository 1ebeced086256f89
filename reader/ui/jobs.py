"""Work off the GUI thread: pure functions run in worker processes, results come back as calls.

A hostile document may hang or crash its parser, and loading a language model stalls the event loop
when it is done in a thread; so foreign files are read and articles are analysed in processes of
their own. A worker that hangs or dies is replaced by the pool.
"""

import logging
from collections.abc import Callable
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing import get_context
from typing import Any

from pebble import ProcessExpired, ProcessFuture, ProcessPool
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from reader.domain.errors import ReaderError

logger = logging.getLogger(__name__)

# A stale job may go on for this long: to kill its worker means to load the language model again.
GRACE_MILLISECONDS = 1500


class Lane(StrEnum):
    """Each lane has one worker of its own, so that opening never waits for an analysis."""

    OPENING = "opening"
    ANALYSIS = "analysis"


class JobFailure(StrEnum):
    """A job ended without a result and without saying why."""

    TIMED_OUT = "timed_out"
    CRASHED = "crashed"


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """The ticket of one submitted job."""

    key: str
    future: ProcessFuture[Any]
    on_done: Callable[[Any], None]
    on_error: Callable[[ReaderError | JobFailure], None]


class JobRunner(QObject):
    """Runs jobs; a newer job under the same key makes the older one stale: its result is dropped."""

    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Spawned, not forked: a fork of a process with Qt's threads may hang.
        self._pools = {lane: ProcessPool(max_workers=1, context=get_context("spawn")) for lane in Lane}
        self._current: dict[str, Job] = {}
        self._ended.connect(self._deliver)

    def submit(
        self,
        key: str,
        work: Callable[[], object],
        *,
        lane: Lane,
        seconds: float,
        on_done: Callable[[Any], None],
        on_error: Callable[[ReaderError | JobFailure], None],
    ) -> None:
        """Run `work`, a picklable call without arguments, for at most `seconds`.

        `on_done` and `on_error` are called on the GUI thread, neither of them for a stale job.
        """
        self.cancel(key)
        future = self._pools[lane].schedule(work, timeout=seconds)
        job = Job(key, future, on_done, on_error)
        self._current[key] = job
        future.add_done_callback(lambda _future: self._ended.emit(job))

    def cancel(self, key: str) -> None:
        """Make the job under `key` stale; take it from the queue, or end it after a short grace."""
        job = self._current.pop(key, None)
        if job is None or job.future.done():
            return
        if job.future.running():
            QTimer.singleShot(GRACE_MILLISECONDS, self, job.future.cancel)
        else:
            job.future.cancel()

    def current_keys(self) -> frozenset[str]:
        """The keys of the jobs that are waiting or running."""
        return frozenset(self._current)

    def stop(self) -> None:
        """End all workers, whatever they are doing. Nothing is delivered afterwards."""
        self._current.clear()
        for pool in self._pools.values():
            pool.stop()
        for pool in self._pools.values():
            pool.join()

    @Slot(object)
    def _deliver(self, job: Job) -> None:
        if self._current.get(job.key) is not job:
            return  # stale
        del self._current[job.key]
        try:
            result = job.future.result()
        except ReaderError as error:
            job.on_error(error)
        except CancelledError:
            return
        except FutureTimeoutError:
            job.on_error(JobFailure.TIMED_OUT)
        except ProcessExpired as error:
            logger.warning("the worker of job %s died with exit code %s", job.key, error.exitcode)
            job.on_error(JobFailure.CRASHED)
        except Exception:  # a bug in the worker's code: the window lives on, the log tells
            logger.exception("job %s failed", job.key)
            job.on_error(JobFailure.CRASHED)
        else:
            job.on_done(result)
