"""What the tests of the library on disk share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.storage.database import Database, database_in_memory, open_database


@pytest.fixture
def database() -> Iterator[Database]:
    """An empty library in memory."""
    opened = database_in_memory()
    yield opened
    opened.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a library may lie; nothing is there yet."""
    return tmp_path / "data" / "library.sqlite3"


@pytest.fixture
def on_disk(path: Path) -> Iterator[Database]:
    """An empty library on disk."""
    opened = open_database(path)
    yield opened
    opened.close()
