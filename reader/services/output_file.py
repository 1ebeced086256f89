"""Where results are written: a file that appears whole or not at all, or an open stream."""

import contextlib
import os
import stat
import sys
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self, TextIO

from reader.services import part_files

NEW_FILE_MODE = 0o666
MOST_TRIES = 3


class Output(Protocol):
    """Takes text."""

    def write(self, text: str) -> None: ...


class StreamOutput:
    """Writes to an open stream; each piece of text leaves at once."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()


class FileOutput:
    """Writes beside `path` and puts the result there at the end of the `with` block.

    After an error inside the block, or while writing, a file that was there before is untouched. What a
    process that was killed in such a block left behind is taken away by the next one for that file.
    Devices and pipes cannot be replaced: they are written to as they are.

    Raises:
        OSError: on entering, if the folder cannot be written to or `path` is a folder; on leaving, if the
            disk is full.
    """

    def __init__(self, path: Path) -> None:
        # The way to a pipe, as /dev/stdout may be, ends in no path: it is taken as it is.
        self._path = path if path.exists() and not path.is_file() else path.resolve()
        self._temporary: Path | None = None
        self._file: TextIO | None = None

    def __enter__(self) -> Self:
        if self._path.is_dir():
            raise IsADirectoryError(21, os.strerror(21), str(self._path))
        if self._path.exists() and not stat.S_ISREG(self._path.stat().st_mode):
            self._file = self._path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
            return self
        if self._path.exists() and not os.access(self._path, os.W_OK):
            raise PermissionError(13, os.strerror(13), str(self._path))
        part_files.remove_left(self._path)
        try:
            self._file = self._begin()
        except BaseException:
            if self._temporary is not None:
                self._temporary.unlink(missing_ok=True)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._close(is_good=kind is None)
        finally:
            if self._temporary is not None:
                self._temporary.unlink(missing_ok=True)

    def write(self, text: str) -> None:
        if self._file is not None:
            self._file.write(text)
            self._file.flush()

    def _begin(self) -> TextIO:
        """Open a part file, held against others that clear away what was left behind."""
        for _ in range(MOST_TRIES):
            # Named before it is made: a signal in between shall leave nothing behind.
            self._temporary = part_files.new_part(self._path)
            file = self._temporary.open("x", encoding="utf-8", errors="backslashreplace", newline="\n")
            part_files.hold(file)
            if self._temporary.exists():
                break
            file.close()  # it was cleared away before it was held
        return file

    def _close(self, *, is_good: bool) -> None:
        if self._file is None:
            return
        if not is_good:
            with contextlib.suppress(OSError):  # the first error is the one to tell
                self._file.close()
            return
        if self._temporary is None:
            self._file.close()
            return
        with self._file:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._temporary.chmod(self._mode())
            if sys.platform == "win32":
                self._file.close()  # an open file cannot be renamed there; elsewhere it is held to the last
            self._temporary.replace(self._path)

    def _mode(self) -> int:
        """The permissions of the file that is replaced, or those of any new file."""
        if self._path.exists():
            return stat.S_IMODE(self._path.stat().st_mode)
        mask = os.umask(0)
        os.umask(mask)
        return NEW_FILE_MODE & ~mask
