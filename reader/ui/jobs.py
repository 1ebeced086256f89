"""Work off the GUI thread: pure functions run in worker processes, results come back as calls.

A hostile document may hang or crash its parser, and loading a language model stalls the event loop
when it is done in a thread; so foreign files are read and articles are analysed in processes of
their own. A worker that hangs or dies at its work is replaced by its pool; a pool that breaks, as it
does when its only worker dies while it waits, is replaced here, and nobody but the log hears of it.
"""

import logging
from collections.abc import Callable
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from multiprocessing import get_context
from typing import Any

from pebble import ProcessExpired, ProcessFuture, ProcessPool
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from reader.domain.errors import ReaderError
from reader.services import analysis

logger = logging.getLogger(__name__)

# A stale job may go on for this long: to kill its worker means to load the language model again.
GRACE_MILLISECONDS = 1500
WATCH_MILLISECONDS = 500  # a job that a breaking pool has swallowed is found after this time
MOST_TRIES = 3  # a job that is there whenever a pool breaks is the one that breaks it


class Lane(StrEnum):
    """Each lane has one worker of its own, so that opening waits for no analysis and no slow disk."""

    OPENING = "opening"
    ANALYSIS = "analysis"
    SAVING = "saving"


class JobFailure(StrEnum):
    """A job ended without a result and without saying why."""

    TIMED_OUT = "timed_out"
    CRASHED = "crashed"


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for: the work, how long it may take, and who is told."""

    key: str
    work: Callable[[], object]
    lane: Lane
    seconds: float
    on_done: Callable[[Any], None]
    on_error: Callable[[ReaderError | JobFailure], None]


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """The ticket of one order that was handed to a pool, for the `tries`-th time."""

    order: Order
    future: ProcessFuture[Any]
    tries: int


class JobRunner(QObject):
    """Runs jobs; a newer job under the same key makes the older one stale: its result is dropped."""

    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools = {lane: _new_pool(lane) for lane in Lane}
        self._broken: list[ProcessPool] = []
        self._current: dict[str, Job] = {}
        self._ended.connect(self._deliver)
        self._watch = QTimer(self, interval=WATCH_MILLISECONDS)
        self._watch.timeout.connect(self._look_after_pools)

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
        self._hand_over(Order(key, work, lane, seconds, on_done, on_error), tries=1)

    def cancel(self, key: str) -> None:
        """Make the job under `key` stale; take it from the queue, or end it after a short grace."""
        job = self._current.pop(key, None)
        if job is None or job.future.done():
            return
        if job.future.running():
            # Qt for Python holds the object of a bound method weakly: the future may be gone by then.
            QTimer.singleShot(GRACE_MILLISECONDS, self, partial(_cancel, job.future))
        else:
            job.future.cancel()

    def current_keys(self) -> frozenset[str]:
        """The keys of the jobs that are waiting or running."""
        return frozenset(self._current)

    def stop(self) -> None:
        """End all workers, whatever they are doing. Nothing is delivered afterwards."""
        self._watch.stop()
        self._current.clear()
        pools = [*self._pools.values(), *self._broken]
        for pool in pools:
            pool.stop()
        for pool in pools:
            pool.join()

    def _hand_over(self, order: Order, *, tries: int) -> None:
        self._replace_if_broken(order.lane)
        job = Job(order, self._pools[order.lane].schedule(order.work, timeout=order.seconds), tries)
        self._current[order.key] = job
        self._watch.start()
        job.future.add_done_callback(lambda _future: self._ended.emit(job))

    def _replace_if_broken(self, lane: Lane) -> None:
        if not self._pools[lane].active:
            logger.warning("the idle worker of lane %s died and is replaced", lane.value)
            self._broken.append(self._pools[lane])
            self._pools[lane] = _new_pool(lane)

    @Slot()
    def _look_after_pools(self) -> None:
        """Find the jobs that a breaking pool has swallowed."""
        for job in list(self._current.values()):
            if self._is_current(job) and not self._pools[job.order.lane].active:
                self._try_again(job)
        if not self._current:
            self._watch.stop()

    def _try_again(self, job: Job) -> None:
        """Hand the order to a pool that lives; give up if it was there each time that one broke."""
        if job.tries < MOST_TRIES:
            self._hand_over(job.order, tries=job.tries + 1)
            return
        del self._current[job.order.key]
        job.order.on_error(JobFailure.CRASHED)

    def _is_current(self, job: Job) -> bool:
        return self._current.get(job.order.key) is job

    @Slot(object)
    def _deliver(self, job: Job) -> None:
        if not self._is_current(job):
            return  # stale
        order = job.order
        try:
            result = job.future.result()
        except BrokenProcessPool:  # the worker had died before it got to this job
            self._try_again(job)
            return
        except CancelledError:
            failure: ReaderError | JobFailure | None = None
        except ReaderError as error:
            failure = error
        except FutureTimeoutError:
            failure = JobFailure.TIMED_OUT
        except ProcessExpired as error:
            logger.warning("the worker of job %s died with exit code %s", order.key, error.exitcode)
            failure = JobFailure.CRASHED
        except Exception:  # a bug in the worker's code: the window lives on, the log tells
            logger.exception("job %s failed", order.key)
            failure = JobFailure.CRASHED
        else:
            del self._current[order.key]
            order.on_done(result)
            return
        del self._current[order.key]
        if failure is not None:
            order.on_error(failure)


def _cancel(future: "ProcessFuture[object]") -> None:
    future.cancel()


def _new_pool(lane: Lane) -> ProcessPool:
    """One worker; spawned, not forked, because a fork of a process with Qt's threads may hang."""
    initializer = analysis.give_way if lane is Lane.ANALYSIS else None
    return ProcessPool(max_workers=1, context=get_context("spawn"), initializer=initializer)
