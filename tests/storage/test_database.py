"""The library file: opened, brought up to date, and never made worse."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.domain.articles import ArticleId
from reader.domain.entities import EntityKey, EntityKind
from reader.domain.errors import StorageFailed, StorageFailure
from reader.domain.notes import Note
from reader.storage import database as module
from reader.storage.annotation_store import AnnotationStore
from reader.storage.article_store import ArticleStore
from reader.storage.correction_store import CorrectionStore
from reader.storage.database import Database, database_in_memory, open_database, open_to_read, set_aside
from reader.storage.dictionary_store import DictionaryStore
from reader.storage.migrations import MIGRATIONS
from reader.storage.note_store import NoteStore
from reader.storage.sameness_store import SamenessStore

LIBRARIES = sorted((Path(__file__).parents[1] / "data" / "libraries").glob("version_*.sqlite3"))
FAVRE = EntityKey(EntityKind.PERSON, "céline favre")
NOW = datetime(2025, 1, 1, 12, tzinfo=UTC)


def note(text: str, name: str = "anna weber") -> Note:
    return Note(EntityKey(EntityKind.PERSON, name), name.title(), text, NOW)


def failure_of(path: Path) -> StorageFailure:
    """Why the library at `path` cannot be opened."""
    with pytest.raises(StorageFailed) as caught:
        open_database(path)
    assert caught.value.path == str(path)
    return caught.value.reason


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def tables_of(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    return [tuple(row) for row in connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name")]


def test_a_new_library_is_made_with_its_folders(path: Path) -> None:
    """The first start finds nothing on disk."""
    open_database(path).close()

    assert version_of(path) == len(MIGRATIONS)
    assert not (path.parent / "backups").exists()


def test_there_is_a_library_of_every_version() -> None:
    """Whoever appends a step keeps a file of the new version, too."""
    assert [version_of(library) for library in LIBRARIES] == list(range(1, len(MIGRATIONS) + 1))


@pytest.mark.parametrize("old", LIBRARIES, ids=lambda path: path.stem)
def test_every_version_is_brought_up_to_date_with_all_its_content(old: Path, path: Path) -> None:
    """Articles, what was found in them, notes and corrections are there after the last step."""
    path.parent.mkdir()
    shutil.copy(old, path)

    with closing(open_database(path)) as database:
        stored = ArticleStore(database).all()
        article = ArticleStore(database).get(stored[0].id)
        assert article is not None
        found = AnnotationStore(database).get(stored[0].id, article.text_digest)
        assert [entry.title for entry in stored] == ["Bundesrat will Nachtzüge fördern"]
        assert article.blocks[0].span.of(article.text) == "Bundesrat will Nachtzüge fördern"
        assert found is not None
        assert [mention.text for mention, _ in found.mentions()] == [
            mention.span.of(article.text) for mention, _ in found.mentions()
        ]
        if version_of(old) > 1:
            kept = NoteStore(database).of(FAVRE)
            assert kept is not None
            assert kept.text == "Tritt im Herbst zurück."
            assert [before.text for before in NoteStore(database).history(FAVRE)] == [
                "Sitzt in der Verkehrskommission."
            ]
        if version_of(old) > 2:
            assert [
                correction.is_withdrawn for correction in CorrectionStore(database).of_article(stored[0].id)
            ] == [
                True,
                False,
            ]
            assert [entry.text for entry in DictionaryStore(database).all()] == ["Bern", "Bundesrat"]
            assert [declared.is_same for declared in SamenessStore(database).all()] == [False]
    assert version_of(path) == len(MIGRATIONS)


@pytest.mark.parametrize("old", LIBRARIES[:-1], ids=lambda path: path.stem)
def test_an_old_library_has_the_tables_of_a_new_one(old: Path, path: Path) -> None:
    """All ways lead to the same tables."""
    path.parent.mkdir()
    shutil.copy(old, path)

    with closing(open_database(path)) as upgraded, closing(database_in_memory()) as new:
        assert tables_of(upgraded._connection) == tables_of(new._connection)


def test_an_old_library_is_copied_before_the_first_step(path: Path) -> None:
    """With what still stood in its log, and without overwriting an earlier copy."""
    path.parent.mkdir()
    for _ in range(2):
        shutil.copy(LIBRARIES[0], path)
        open_database(path).close()

    copies = sorted((path.parent / "backups").iterdir())
    assert [version_of(copy) for copy in copies] == [1, 1]
    with closing(sqlite3.connect(copies[0])) as copy:
        assert copy.execute("SELECT count(*) FROM article").fetchone() == (1,)


def test_a_library_of_today_is_not_copied(path: Path) -> None:
    """Every start would be slower otherwise."""
    open_database(path).close()
    open_database(path).close()

    assert [file.name for file in path.parent.iterdir()] == ["library.sqlite3"]


def test_a_step_that_fails_leaves_the_library_as_it_was(path: Path) -> None:
    """The step and its number stand or fall together, and the next start tries again."""

    def half(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE half (id INTEGER)")
        connection.execute("CREATE TABLE article (id INTEGER)")  # is there already

    with pytest.raises(sqlite3.OperationalError):
        open_database(path, migrations=(*MIGRATIONS, half))

    assert version_of(path) == len(MIGRATIONS)
    with closing(open_database(path)) as database:
        assert database.rows("SELECT name FROM sqlite_master WHERE name = 'half'") == []


def test_the_library_of_a_newer_program_is_refused_and_not_touched(path: Path) -> None:
    """It may hold what this program would destroy."""
    path.parent.mkdir()
    shutil.copy(LIBRARIES[-1], path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    before = path.read_bytes()

    assert failure_of(path) is StorageFailure.NEWER_VERSION
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"Das ist keine Datenbank, sondern ein Brief. " * 90,
        lambda content: content[:100],
        lambda content: content[: len(content) // 2],
        lambda content: content[:16] + os.urandom(84) + content[100:],
        lambda content: content[:4096] + b"\xff" * (len(content) - 4096),
        lambda content: b"\0" * len(content),
    ],
    ids=["letter", "beginning", "half", "header", "pages", "nulls"],
)
def test_a_damaged_library_is_told_and_can_be_set_aside(path: Path, damage: Callable[[bytes], bytes]) -> None:
    """A new one is begun, and the damaged file is kept for whoever can read it."""
    path.parent.mkdir()
    damaged = damage(LIBRARIES[-1].read_bytes())
    path.write_bytes(damaged)

    assert failure_of(path) is StorageFailure.DAMAGED
    kept = set_aside(path, now=NOW)
    open_database(path).close()
    assert kept.name == "library-damaged-2025-01-01-120000.sqlite3"
    assert kept.read_bytes() == damaged


def test_two_damaged_libraries_of_one_second_are_both_kept(path: Path) -> None:
    """Nothing is overwritten."""
    path.parent.mkdir()
    kept = []
    for content in (b"eins", b"zwei"):
        path.write_bytes(content)
        kept.append(set_aside(path, now=NOW))

    assert [file.read_bytes() for file in kept] == [b"eins", b"zwei"]


def test_a_database_of_another_program_is_no_library(path: Path) -> None:
    """Though SQLite can read it and its number is right."""
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE article (headline TEXT)")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")

    assert failure_of(path) is StorageFailure.DAMAGED


def test_an_empty_file_is_a_new_library(path: Path) -> None:
    """A start that was killed right away may leave one."""
    path.parent.mkdir()
    path.touch()

    open_database(path).close()
    assert version_of(path) == len(MIGRATIONS)


def test_a_folder_or_file_in_the_way_is_told(tmp_path: Path) -> None:
    """A library cannot lie in a file, nor be a folder."""
    (tmp_path / "file").touch()

    assert failure_of(tmp_path) is StorageFailure.NOT_WRITABLE
    assert failure_of(tmp_path / "file" / "library.sqlite3") is StorageFailure.NOT_WRITABLE
    assert failure_of(Path("/dev/null/x/library.sqlite3")) is StorageFailure.NOT_WRITABLE


def test_a_backup_that_cannot_be_made_stops_the_first_step(path: Path) -> None:
    """Without a copy the old library stays as it is."""
    path.parent.mkdir()
    shutil.copy(LIBRARIES[0], path)
    (path.parent / "backups").touch()

    assert failure_of(path) is StorageFailure.NOT_WRITABLE
    assert version_of(path) == 1


def test_a_library_that_another_program_holds_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a while, not at once: most locks are short."""
    monkeypatch.setattr(module, "BUSY_MILLISECONDS", 10)
    with (
        closing(open_database(path)) as database,
        closing(sqlite3.connect(path, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(StorageFailed) as caught:
            NoteStore(database).put(note("Hallo"))
        other.execute("ROLLBACK")
        NoteStore(database).put(note("Hallo"))

        assert caught.value.reason is StorageFailure.LOCKED
        assert [kept.text for kept in NoteStore(database).all()] == ["Hallo"]


def test_a_full_disk_is_told_and_loses_nothing(on_disk: Database) -> None:
    """What was there before is there still, and there is room again later."""
    notes = NoteStore(on_disk)
    notes.put(note("Vorher"))
    pages = on_disk.rows("PRAGMA page_count")[0][0]
    on_disk.rows(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(StorageFailed) as caught:
        notes.put(note("Nachher. " * 100_000))
    assert caught.value.reason is StorageFailure.DISK_FULL
    assert [kept.text for kept in notes.all()] == ["Vorher"]

    on_disk.rows("PRAGMA max_page_count = 100000")
    notes.put(note("Nachher. " * 100_000))
    assert [kept.text for kept in notes.all()] == ["Nachher. " * 100_000]


def test_a_library_that_cannot_be_written_can_be_read(on_disk: Database) -> None:
    """A write is told; reading goes on."""
    notes = NoteStore(on_disk)
    notes.put(note("Vorher"))
    on_disk.rows("PRAGMA query_only = ON")

    with pytest.raises(StorageFailed) as caught:
        notes.put(note("Nachher"))
    assert caught.value.reason is StorageFailure.NOT_WRITABLE
    assert [kept.text for kept in notes.all()] == ["Vorher"]


def test_a_transaction_is_written_whole_or_not_at_all(database: Database) -> None:
    """Also when our own code fails in the middle."""

    def fail_in_the_middle() -> None:
        with database.transaction() as connection:
            connection.execute("INSERT INTO note VALUES ('person', 'a', 'A', 'Text', '2025-01-01')")
            raise KeyError

    with pytest.raises(KeyError):
        fail_in_the_middle()

    assert database.rows("SELECT * FROM note") == []


def test_a_bug_in_our_queries_is_not_called_a_damage(database: Database) -> None:
    """Bugs reach whoever can mend them."""
    with pytest.raises(sqlite3.OperationalError):
        database.rows("SELECT nothing FROM nowhere")


def test_what_one_process_writes_another_reads(path: Path) -> None:
    """A window and the command line may be open at the same time."""
    with closing(open_database(path)) as one, closing(open_database(path)) as other:
        NoteStore(one).put(note("Von eins"))
        NoteStore(other).put(note("Von zwei", "ben"))

        assert {kept.text for kept in NoteStore(one).all()} == {"Von eins", "Von zwei"}


def test_a_library_in_memory_is_like_one_on_disk(on_disk: Database) -> None:
    """Tests may use it."""
    with closing(database_in_memory()) as memory:
        assert tables_of(memory._connection) == tables_of(on_disk._connection)


OPENER = """
import sys
from pathlib import Path
from reader.storage.database import open_database
sys.stdin.readline()
open_database(Path(sys.argv[1])).close()
"""


def test_processes_that_start_at_the_same_time_make_one_library(path: Path) -> None:
    """None of them fails, and no step is taken twice."""
    command = [sys.executable, "-c", OPENER, str(path)]
    starts = [subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)]
    for start in starts:
        assert start.stdin is not None
        start.stdin.write(b"\n")
        start.stdin.flush()

    assert [start.communicate()[1] for start in starts] == [b""] * 4
    assert version_of(path) == len(MIGRATIONS)


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from reader.domain.entities import EntityKey, EntityKind
from reader.domain.notes import Note
from reader.storage.database import open_database
from reader.storage.note_store import NoteStore
notes = NoteStore(open_database(Path(sys.argv[1])))
first = int(sys.argv[2])
for number in range(first, first + 100_000):
    key = EntityKey(EntityKind.PERSON, f"n{number}")
    notes.put(Note(key, "N", f"Notiz {number} " * 50, datetime.now(UTC)))
    print(number, flush=True)
"""


def test_a_note_that_was_saved_survives_a_kill(path: Path) -> None:
    """Killed without warning, again and again: every note that was told to be saved is there."""
    saved: list[int] = []
    for attempt in range(12):
        command = [sys.executable, "-c", WRITER, str(path), str(attempt * 1_000_000)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            saved.extend(int(writer.stdout.readline()) for _ in range(attempt + 1))
            writer.send_signal(signal.SIGKILL)
            saved.extend(int(line) for line in writer.stdout if line.endswith("\n"))

    with closing(open_database(path)) as database:
        texts = {kept.entity.name: kept.text for kept in NoteStore(database).all()}
    assert all(texts[f"n{number}"] == f"Notiz {number} " * 50 for number in saved)
    assert len(saved) >= 78


def test_an_article_that_is_not_there_is_none(database: Database) -> None:
    """Ids may be old."""
    assert ArticleStore(database).get(ArticleId(99)) is None


def test_a_library_can_be_read_without_touching_it(path: Path) -> None:
    """Whether somebody has it open or not; writing is refused."""
    with closing(open_database(path)) as database:
        NoteStore(database).put(note("Hallo"))
        with closing(open_to_read(path)) as read:
            assert [kept.text for kept in NoteStore(read).all()] == ["Hallo"]
    before = path.read_bytes()
    with closing(open_to_read(path)) as read:
        assert [kept.text for kept in NoteStore(read).all()] == ["Hallo"]
        with pytest.raises(StorageFailed) as caught:
            NoteStore(read).put(note("Nein"))

    assert caught.value.reason is StorageFailure.NOT_WRITABLE
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("old", LIBRARIES, ids=lambda path: path.stem)
def test_a_library_that_is_only_read_is_not_brought_up_to_date(old: Path, path: Path) -> None:
    """What it lacks can be asked for."""
    path.parent.mkdir()
    shutil.copy(old, path)

    with closing(open_to_read(path)) as read:
        assert read.has_table("dictionary_entry") is (version_of(old) > 2)
    assert version_of(path) == version_of(old)


def test_what_cannot_be_read_is_told(path: Path) -> None:
    """Not there, newer, no library at all."""
    reasons = []
    path.parent.mkdir()
    for prepare in (
        lambda: None,
        lambda: path.write_bytes(b"Ein Brief. " * 500),
        lambda: shutil.copy(LIBRARIES[-1], path),
    ):
        prepare()
        if len(reasons) == 2:
            with closing(sqlite3.connect(path)) as connection:
                connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
        with pytest.raises(StorageFailed) as caught:
            open_to_read(path)
        reasons.append(caught.value.reason)

    assert reasons == [
        StorageFailure.NOT_WRITABLE,
        StorageFailure.DAMAGED,
        StorageFailure.NEWER_VERSION,
    ]
    assert len(list(path.parent.iterdir())) == 1


def test_a_transaction_inside_another_is_a_part_of_it(database: Database) -> None:
    """Both are written or neither."""

    def fail_after_the_inner() -> None:
        with database.transaction():
            NoteStore(database).put(note("Innen"))
            raise KeyError

    with pytest.raises(KeyError):
        fail_after_the_inner()
    assert NoteStore(database).all() == []

    with database.transaction():
        NoteStore(database).put(note("Innen"))
    assert [kept.text for kept in NoteStore(database).all()] == ["Innen"]
