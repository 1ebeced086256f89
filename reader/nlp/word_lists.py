"""Reads the word lists of `resources/lexicons`."""

from pathlib import Path


def read_lines(path: Path) -> list[str]:
    """The entries of a list: its lines without comments and empty ones.

    Raises:
        OSError: if the file is missing.
    """
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]
