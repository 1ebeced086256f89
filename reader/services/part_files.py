"""Part files: what is written beside a file before it takes that file's place.

Their names begin with a fingerprint of the file's name, and whoever writes one holds a lock on it: so what a
program that was killed left behind is told from what another one is writing just now.
"""

import contextlib
import sys
from hashlib import sha256
from pathlib import Path
from typing import IO, Any
from uuid import uuid4

if sys.platform != "win32":  # there nobody can take away an open file anyway
    import fcntl

BEGINNING, ENDING = ".lesart-", ".part"
FINGERPRINT_LENGTH = 12


def new_part(path: Path) -> Path:
    """A name for a part file of `path` that nothing bears yet."""
    return path.parent / f"{_beginning(path)}{uuid4().hex}{ENDING}"


def hold(file: IO[Any]) -> None:
    """Mark an open part file as one that is being written, until it is closed or the process is gone."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):  # a file system without locks: there nothing is ever taken away
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def remove_left(path: Path) -> None:
    """Take away the part files of `path` that nobody writes any more; what cannot be taken away stays."""
    for left in path.parent.glob(f"{_beginning(path)}*{ENDING}"):
        with contextlib.suppress(OSError):
            if left.is_file() and not left.is_symlink():
                _remove_unless_held(left)


def _remove_unless_held(left: Path) -> None:
    if sys.platform == "win32":
        left.unlink()
        return
    with left.open("r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        left.unlink()


def _beginning(path: Path) -> str:
    return (
        f"{BEGINNING}{sha256(path.name.encode(errors='surrogateescape')).hexdigest()[:FINGERPRINT_LENGTH]}-"
    )
