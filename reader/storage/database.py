"""Opens the library file, brings it up to date, and says clearly what is wrong with it."""

import errno
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path

from reader.domain.errors import StorageFailed, StorageFailure
from reader.storage.migrations import MIGRATIONS

Migration = Callable[[sqlite3.Connection], None]

BUSY_MILLISECONDS = 500  # that the window may stand still; what failed is tried again later
COMPANIONS = ("", "-wal", "-shm")
FAILURES = {
    sqlite3.SQLITE_FULL: StorageFailure.DISK_FULL,
    sqlite3.SQLITE_BUSY: StorageFailure.LOCKED,
    sqlite3.SQLITE_LOCKED: StorageFailure.LOCKED,
    sqlite3.SQLITE_PROTOCOL: StorageFailure.LOCKED,
    sqlite3.SQLITE_CORRUPT: StorageFailure.DAMAGED,
    sqlite3.SQLITE_NOTADB: StorageFailure.DAMAGED,
    sqlite3.SQLITE_READONLY: StorageFailure.NOT_WRITABLE,
    sqlite3.SQLITE_CANTOPEN: StorageFailure.NOT_WRITABLE,
    sqlite3.SQLITE_PERM: StorageFailure.NOT_WRITABLE,
    sqlite3.SQLITE_IOERR: StorageFailure.NOT_WRITABLE,
}
PRIMARY_CODE = 0xFF  # SQLite's extended codes carry the primary one in the low byte


class Database:
    """One connection to the library file, to be used by one thread."""

    def __init__(self, connection: sqlite3.Connection, path: str) -> None:
        self._connection = connection
        self.path = path

    def transaction(self) -> AbstractContextManager[sqlite3.Connection]:
        """All that is written inside is written, or nothing of it.

        One inside another is a part of it.

        Raises:
            StorageFailed: if it could not be.
        """
        return self._begun("IMMEDIATE")

    def apart(self) -> AbstractContextManager[sqlite3.Connection]:
        """For what lies in temporary tables alone: the library file is not locked for it.

        Raises:
            StorageFailed: if it cannot be written.
        """
        return self._begun("DEFERRED")

    @contextmanager
    def _begun(self, how: str) -> Iterator[sqlite3.Connection]:
        is_within = self._connection.in_transaction
        if is_within:
            yield self._connection
            return
        with _told(self.path):
            self._connection.execute(f"BEGIN {how}")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def rows(self, query: str, values: Sequence[object] = ()) -> list[sqlite3.Row]:
        """The rows of a query. Raises `StorageFailed`."""
        with _told(self.path):
            return self._connection.execute(query, tuple(values)).fetchall()

    def state(self) -> tuple[int, int]:
        """Another one as soon as this or another connection has written. Raises `StorageFailed`."""
        return self._connection.total_changes, int(self.rows("PRAGMA data_version")[0][0])

    def has_table(self, name: str) -> bool:
        return bool(self.rows("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (name,)))

    def close(self) -> None:
        self._connection.close()


def open_database(
    path: Path, *, backups: Path | None = None, migrations: Sequence[Migration] = MIGRATIONS
) -> Database:
    """Open the library at `path`, made if it is not there, brought up to date if it is older.

    An existing file is copied to `backups` (beside it, if not given) before the first step.

    Raises:
        StorageFailed: if it is newer than this program, damaged, locked, or cannot be written.
    """
    with _told(str(path)):
        path.parent.mkdir(parents=True, exist_ok=True)
        is_new = not path.exists() or path.stat().st_size == 0
        connection = sqlite3.connect(path, isolation_level=None, timeout=BUSY_MILLISECONDS / 1000)
        try:
            _check_version(connection, path, migrations)  # before anything is changed
            if not is_new:
                _check(connection, path)
            _prepare(connection)
            _migrate(connection, path, backups or path.parent / "backups", migrations, is_new=is_new)
            _check_tables(connection, path, migrations)
        except BaseException:
            connection.close()
            raise
    return Database(connection, str(path))


def open_to_read(path: Path) -> Database:
    """Open the library at `path` as it is: nothing is made, changed or brought up to date.

    An older library may lack tables: see `Database.has_table`.

    Raises:
        StorageFailed: if it is newer than this program, damaged, locked, or cannot be read.
    """
    with _told(str(path)):
        # A library that nobody has open is read without the two files that a shared one needs beside it.
        is_shared = Path(f"{path}-wal").exists()
        address = f"{path.absolute().as_uri()}?mode=ro{'' if is_shared else '&immutable=1'}"
        connection = sqlite3.connect(
            address, uri=True, isolation_level=None, timeout=BUSY_MILLISECONDS / 1000
        )
        try:
            _check_version(connection, path, MIGRATIONS)
        except BaseException:
            connection.close()
            raise
        connection.row_factory = sqlite3.Row
    return Database(connection, str(path))


def database_in_memory() -> Database:
    """An empty library that is gone with the process; for tests."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _prepare(connection)
    for number, step in enumerate(MIGRATIONS, start=1):
        _take(connection, step, number)
    return Database(connection, ":memory:")


def set_aside(path: Path, *, now: datetime | None = None) -> Path:
    """Rename a damaged library, so that a new one can be begun; return its new name."""
    stamp = (now or datetime.now(UTC)).strftime("%Y-%m-%d-%H%M%S")
    kept = _unused(path.with_name(f"{path.stem}-damaged-{stamp}{path.suffix}"))
    for companion in COMPANIONS:
        part = Path(f"{path}{companion}")
        if part.exists():
            part.rename(f"{kept}{companion}")
    return kept


def _prepare(connection: sqlite3.Connection) -> None:
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    # With NORMAL a power cut may lose the last transactions of a WAL; a note must survive it.
    connection.execute("PRAGMA synchronous = FULL")


def _check_version(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> None:
    if _version(connection) > len(migrations):
        raise StorageFailed(str(path), StorageFailure.NEWER_VERSION)


def _check(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise StorageFailed(str(path), StorageFailure.DAMAGED)


def _check_tables(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> None:
    """A file of another program, or one whose tables are gone, is no library."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as model:
        for number, step in enumerate(migrations, start=1):
            _take(model, step, number)
        if not _columns(model) <= _columns(connection):
            raise StorageFailed(str(path), StorageFailure.DAMAGED)


def _columns(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    """Each table with each of its columns."""
    return set(
        map(
            tuple,
            connection.execute(
                """SELECT tables.name, columns.name
                FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns
                WHERE tables.type = 'table'"""
            ),
        )
    )


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _migrate(
    connection: sqlite3.Connection,
    path: Path,
    backups: Path,
    migrations: Sequence[Migration],
    *,
    is_new: bool,
) -> None:
    version = _version(connection)
    if version >= len(migrations):
        return
    if not is_new:
        backups.mkdir(parents=True, exist_ok=True)
        name = f"{path.stem}-version-{version}-before-{len(migrations)}{path.suffix}"
        with closing(sqlite3.connect(_unused(backups / name))) as copy:
            connection.backup(copy)  # with all that another process has written by now
    for number, step in enumerate(migrations[version:], start=version + 1):
        _take(connection, step, number)


def _take(connection: sqlite3.Connection, step: Migration, number: int) -> None:
    """One step and its number, both or neither."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have taken the step while this one waited.
        if _version(connection) < number:
            step(connection)
            connection.execute(f"PRAGMA user_version = {number:d}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _unused(path: Path) -> Path:
    """The path, or one like it where nothing lies yet."""
    numbered = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return next(free for free in chain([path], numbered) if not free.exists())


@contextmanager
def _told(path: str) -> Iterator[None]:
    """Turn the errors of SQLite and the disk into ours; those that are bugs in our SQL stay what they are."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        reason = FAILURES.get(code & PRIMARY_CODE) if code is not None else None
        if reason is None:
            raise
        raise StorageFailed(path, reason) from error
    except OSError as error:
        is_full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        raise StorageFailed(
            path, StorageFailure.DISK_FULL if is_full else StorageFailure.NOT_WRITABLE
        ) from error
