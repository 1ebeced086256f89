"""Saves an article with its findings in a file of its own: the work that a worker process does."""

import errno
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.domain.annotations import Annotations
from reader.domain.articles import Article
from reader.domain.errors import ExportFailed, ExportFailure
from reader.services.export_formats import exported
from reader.services.output_file import FileOutput

REASONS = {
    errno.ENOSPC: ExportFailure.DISK_FULL,
    errno.EDQUOT: ExportFailure.DISK_FULL,
    errno.EACCES: ExportFailure.NOT_PERMITTED,
    errno.EPERM: ExportFailure.NOT_PERMITTED,
    errno.EROFS: ExportFailure.NOT_PERMITTED,
    errno.ENOENT: ExportFailure.NO_FOLDER,
}


class _Ended(BaseException):
    """The process was told to end."""


def save(article: Article, annotations: Annotations, format_name: str, path: Path) -> None:
    """Write the file whole or not at all, also if the process is told to end in the middle.

    Raises:
        ExportFailed: if it cannot be written; a file that was there before is untouched.
    """
    with _ending_tidily():
        try:
            with FileOutput(path) as output:
                output.write(exported(article, annotations, format_name))
        except OSError as error:
            reason = REASONS.get(error.errno or 0, ExportFailure.NOT_WRITABLE)
            raise ExportFailed(str(path), reason) from error


@contextmanager
def _ending_tidily() -> Iterator[None]:
    """Let what is open be closed before the process ends in the way it would have."""

    def end(_number: int, _frame: object) -> None:
        raise _Ended

    usual = signal.signal(signal.SIGTERM, end)
    try:
        yield
    except _Ended:
        signal.signal(signal.SIGTERM, usual)
        signal.raise_signal(signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, usual)
