"""A dictionary file comes into the library step by step, and counts all at once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.domain.corrections import DictionaryEntry, DictionaryEntryId
from reader.domain.entities import EntityKind
from reader.services.corrections import Corrections
from reader.services.dictionary_file import packed_dictionary
from reader.services.dictionary_import import DictionaryImport
from reader.services.dictionary_keeping import DictionaryKeeping
from reader.storage.database import open_database

PERSON, PLACE = EntityKind.PERSON, EntityKind.PLACE
NEW = DictionaryEntryId(0)
MANY = "text,kind\n" + "".join(f"Wort {number:04},place\n" for number in range(2500))

Opens = Callable[[], DictionaryKeeping]


@pytest.fixture
def opens(tmp_path: Path) -> Iterator[Opens]:
    """Opens the same library as another program would."""
    databases = []

    def make() -> DictionaryKeeping:
        databases.append(open_database(tmp_path / "library.db"))
        return Corrections(databases[-1]).dictionary

    yield make
    for database in databases:
        database.close()


@pytest.fixture
def dictionary(opens: Opens) -> DictionaryKeeping:
    return opens()


@pytest.fixture
def coming(dictionary: DictionaryKeeping, tmp_path: Path) -> Callable[[str], DictionaryImport]:
    """The import of a file with this content."""

    def make(content: str) -> DictionaryImport:
        path = tmp_path / "wörter.csv"
        path.write_text(content, encoding="utf-8")
        return dictionary.importing(packed_dictionary(path))

    return make


Coming = Callable[[str], DictionaryImport]


def texts(dictionary: DictionaryKeeping) -> list[str]:
    return [entry.text for entry in dictionary.entries()]


def test_nothing_counts_before_it_is_taken(
    dictionary: DictionaryKeeping, opens: Opens, coming: Coming
) -> None:
    """Whoever stops before the last step, even by the power going off, has imported nothing."""
    many = coming(MANY)
    for _turn in many.steps():
        assert dictionary.entries() == ()
        assert opens().entries() == ()

    dictionary.take(many)

    assert len(dictionary.entries()) == len(opens().entries()) == 2500


def test_what_is_remembered_is_what_is_on_disk(
    dictionary: DictionaryKeeping, opens: Opens, coming: Coming
) -> None:
    """With the same ids and in the same order; one that was removed comes back as the one it was."""
    removed = dictionary.put(DictionaryEntry(NEW, "Wort 0007", PERSON))
    dictionary.put(DictionaryEntry(NEW, "aal", PERSON))
    dictionary.put(DictionaryEntry(NEW, "Zander", PERSON))
    dictionary.remove(removed)
    many = coming(MANY + "Zander,place\nAal,place\n")
    many.run()

    dictionary.take(many)

    assert dictionary.entries() == opens().entries()
    ids = {entry.text: entry.id for entry in dictionary.entries()}
    assert ids["Wort 0007"] == removed
    assert len(set(ids.values())) == 2503


def test_a_report_tells_what_was_replaced(dictionary: DictionaryKeeping, coming: Coming) -> None:
    """In the dictionary or by a later row of the file; what means the same replaces nothing."""
    dictionary.put(DictionaryEntry(NEW, "Berg", PERSON, "Anna Berg"))
    dictionary.put(DictionaryEntry(NEW, "Hammer", PERSON))
    dictionary.put(DictionaryEntry(NEW, "Panzer", EntityKind.WEAPON))
    few = coming(
        "text,kind,name\nBerg,person,Anna Berg\nHammer,place,\nBurg,place,\nBurg,person,\n"
        "Panzer,weapon class,\n"
    )
    few.run()

    report = dictionary.take(few)

    assert (report.taken, report.replaced, report.refused) == (5, 3, ())


def test_a_change_meanwhile_is_kept(dictionary: DictionaryKeeping, opens: Opens, coming: Coming) -> None:
    """By the reader or by another program, before or after the last step."""
    many = coming(MANY)
    for number, _turn in enumerate(many.steps()):
        if number == 5:
            dictionary.put(DictionaryEntry(NEW, "Berg", PERSON))
    opens().put(DictionaryEntry(NEW, "Tal", PERSON))
    assert not many.is_ready()

    dictionary.take(many)

    assert {"Berg", "Tal", "Wort 0000"} <= set(texts(dictionary))
    assert dictionary.entries() == opens().entries()


def test_an_import_that_was_given_up_leaves_nothing(dictionary: DictionaryKeeping, coming: Coming) -> None:
    steps = coming(MANY).steps()
    for _ in range(3):
        next(steps)

    few = coming("text,kind\nBerg,person\n")
    few.run()
    dictionary.take(few)

    assert texts(dictionary) == ["Berg"]


def test_all_entries_as_they_were(dictionary: DictionaryKeeping, opens: Opens, coming: Coming) -> None:
    """Undoing an import, and doing it again."""
    dictionary.put(DictionaryEntry(NEW, "Wort 0007", PERSON))
    dictionary.put(DictionaryEntry(NEW, "Berg", PERSON))
    before = dictionary.entries()
    many = coming(MANY)
    many.run()
    dictionary.take(many)
    after = dictionary.entries()

    for wanted in (before, after, before):
        dictionary.set_all(wanted)
        assert dictionary.entries() == opens().entries() == wanted
