"""Brings a dictionary file into the library in the background; the reader goes on reading meanwhile."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from reader.domain.errors import DictionaryFileFailed, DictionaryFileFailure, ReaderError
from reader.services.dictionary_file import packed_dictionary
from reader.services.dictionary_import import DictionaryImport
from reader.services.dictionary_keeping import DictionaryKeeping
from reader.ui.jobs import JobFailure, JobRunner, Lane

IMPORT = "import"  # the key of its job
IMPORT_SECONDS = 120.0  # for a slow network drive
TURN_SECONDS = 0.012  # too short to be felt


class DictionaryImporting(QObject):
    """Reads the file in a worker, then prepares its entries here, a little at each turn of the event loop.

    Nothing counts before all is prepared, so it can be cancelled at any moment.
    """

    busy_changed = Signal()
    progressed = Signal()

    def __init__(self, jobs: JobRunner, dictionary: DictionaryKeeping, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._dictionary = dictionary
        self.path: Path | None = None  # of the file that is on its way
        self._coming: DictionaryImport | None = None
        self._steps: Iterator[None] = iter(())
        self._on_ready: Callable[[DictionaryImport], object] = _nobody
        self._on_error: Callable[[ReaderError], object] = _nobody
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._go_on)

    def begin(
        self,
        path: Path,
        *,
        on_ready: Callable[[DictionaryImport], object],
        on_error: Callable[[ReaderError], object],
    ) -> None:
        """`on_ready` takes the entries; an import that is still on its way is given up."""
        self.cancel()
        self.path, self._on_ready, self._on_error = path, on_ready, on_error
        self._jobs.submit(
            IMPORT,
            partial(packed_dictionary, path),
            lane=Lane.SAVING,
            seconds=IMPORT_SECONDS,
            on_done=self._prepare,
            on_error=self._failed,
        )
        self.busy_changed.emit()

    def cancel(self) -> None:
        """Give the import up: the dictionary stays as it is."""
        if not self.is_busy():
            return
        self._jobs.cancel(IMPORT)
        coming = self._coming
        self._end()
        if coming is not None:
            coming.forget()

    def is_busy(self) -> bool:
        return self.path is not None

    def share(self) -> float | None:
        """Which share of the entries is prepared; None while the file is being read."""
        return self._coming.done if self._coming is not None else None

    def _prepare(self, packed: tuple[bytes, ...]) -> None:
        self._coming = self._dictionary.importing(packed)
        self._steps = self._coming.steps()
        self._turns.start()
        self.progressed.emit()

    @Slot()
    def _go_on(self) -> None:
        """Prepare for a moment; then whatever else waits in the window has its turn."""
        coming, end = self._coming, monotonic() + TURN_SECONDS
        if coming is None:
            return
        try:
            for _turn in self._steps:
                if monotonic() > end:
                    self.progressed.emit()
                    return
        except ReaderError as error:
            self._failed(error)
            return
        self._turns.stop()
        try:
            self._on_ready(coming)
        finally:
            self._end()

    def _failed(self, failure: ReaderError | JobFailure) -> None:
        self._turns.stop()
        if isinstance(failure, JobFailure):
            failure = DictionaryFileFailed(str(self.path), DictionaryFileFailure(failure.value))
        try:
            self._on_error(failure)
        finally:
            self._end()

    def _end(self) -> None:
        self._turns.stop()
        self.path = self._coming = None
        self._steps = iter(())
        self._on_ready = self._on_error = _nobody
        self.busy_changed.emit()


def _nobody(_result: object) -> None:
    """Who is told while nothing is on its way."""
