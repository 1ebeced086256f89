"""Reads foreign files and texts in the background; only what the reader wanted last is waited for."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.domain.articles import Article, Source
from reader.domain.errors import CannotOpen, OpenFailure, ReaderError
from reader.importers import opener
from reader.ui.jobs import JobFailure, JobRunner, Lane

OPENING_SECONDS = 30.0
WARM_UP, OPEN = "warm up the opener", "open"  # how the keys of its jobs begin


class Opening(QObject):
    """Each wish of the reader may be for several files: the first that opens is the one to show."""

    opened = Signal(object, bool)  # Article, whether it is the one that is waited for
    failed = Signal(object)  # ReaderError
    busy_changed = Signal()

    def __init__(self, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._count = 0
        self._wish = 0  # counts what the reader wanted to see; only the newest wish is shown
        self._is_awaited = False  # whether the newest wish still waits for its article
        self._only_job = ""  # its key, if the wish is for one file alone

    def warm_up(self) -> None:
        """Let the worker load its parsers before the first file needs them."""
        self._jobs.submit(
            WARM_UP,
            opener.warm_up,
            lane=Lane.OPENING,
            seconds=OPENING_SECONDS,
            on_done=lambda _result: None,
            on_error=self._warm_up_failed,
        )

    def begin_wish(self) -> None:
        """What was wanted before is no longer shown; a single file that still opens is given up."""
        self._jobs.cancel(self._only_job)
        self._wish += 1
        self._is_awaited, self._only_job = False, ""

    def open(self, sources: Sequence[tuple[Callable[[], Article], Source]]) -> None:
        self.begin_wish()
        self._is_awaited = True
        for work, source in sources:
            self._count += 1
            key = f"{OPEN} {self._count}"
            self._only_job = key if len(sources) == 1 else ""
            self._jobs.submit(
                key,
                work,
                lane=Lane.OPENING,
                seconds=OPENING_SECONDS,
                on_done=partial(self._opened, self._wish),
                on_error=partial(self._failed, source),
            )
        self.busy_changed.emit()

    def is_busy(self) -> bool:
        return any(key.startswith(OPEN) for key in self._jobs.current_keys())

    def _opened(self, wish: int, article: Article) -> None:
        is_wanted = self._is_awaited and wish == self._wish
        if is_wanted:
            self._is_awaited = False
        self.opened.emit(article, is_wanted)

    def _failed(self, source: Source, failure: ReaderError | JobFailure) -> None:
        if isinstance(failure, JobFailure):
            failure = CannotOpen(source, OpenFailure(failure.value))
        self.failed.emit(failure)
        self.busy_changed.emit()

    def _warm_up_failed(self, failure: ReaderError | JobFailure) -> None:
        """A worker that died is replaced, and the file tells."""
        if isinstance(failure, ReaderError):
            self.failed.emit(failure)
