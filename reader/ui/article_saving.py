"""Saves articles for others in the background, each in a file of its own."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.domain.annotations import Annotations
from reader.domain.articles import Article
from reader.domain.errors import ExportFailed, ExportFailure, ReaderError
from reader.services.saving import save
from reader.ui.jobs import JobFailure, JobRunner, Lane

EXPORT_SECONDS = 120.0  # for a slow network drive
EXPORT = "export"  # how the keys of its jobs begin


class ArticleSaving(QObject):
    """Files that are on their way; the reader goes on reading meanwhile."""

    busy_changed = Signal()

    def __init__(self, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._count = 0

    def begin(
        self,
        article: Article,
        annotations: Annotations,
        format_name: str,
        path: Path,
        *,
        on_done: Callable[[], None],
        on_error: Callable[[ExportFailed], None],
    ) -> None:
        def done(_result: object) -> None:
            self.busy_changed.emit()
            on_done()

        def failed(failure: ReaderError | JobFailure) -> None:
            self.busy_changed.emit()
            if isinstance(failure, JobFailure):
                failure = ExportFailed(str(path), ExportFailure(failure.value))
            if isinstance(failure, ExportFailed):
                on_error(failure)

        self._count += 1
        self._jobs.submit(
            f"{EXPORT} {self._count}",
            partial(save, article, annotations, format_name, path),
            lane=Lane.SAVING,
            seconds=EXPORT_SECONDS,
            on_done=done,
            on_error=failed,
        )
        self.busy_changed.emit()

    def is_busy(self) -> bool:
        return any(key.startswith(EXPORT) for key in self._jobs.current_keys())
