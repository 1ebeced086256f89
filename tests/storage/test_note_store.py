from datetime import UTC, datetime, timedelta

import pytest

from reader.domain.entities import EntityKey, EntityKind
from reader.domain.notes import Note
from reader.storage.database import Database
from reader.storage.note_store import NoteStore

ANNA = EntityKey(EntityKind.PERSON, "anna weber")
NOON = datetime(2025, 1, 1, 12, tzinfo=UTC)


@pytest.fixture
def notes(database: Database) -> NoteStore:
    return NoteStore(database)


def note(text: str, *, minute: float = 0, entity: EntityKey = ANNA) -> Note:
    return Note(entity, "Anna Weber", text, NOON + timedelta(minutes=minute))


@pytest.mark.parametrize(
    "text",
    [
        "Kurz",
        "**Fett** und 😀\n\n- Liste\u2028\t",
        "Ü" * 1_000_000,
        "'; DROP TABLE note; --",
        "\x00\x01",
        "Z\u0308",
    ],
    ids=lambda text: text[:12],
)
def test_a_note_is_given_back_as_it_was_written(notes: NoteStore, text: str) -> None:
    """Every character of it."""
    notes.put(note(text))

    assert notes.of(ANNA) == note(text)
    assert notes.all() == [note(text)]


def test_notes_are_told_apart_by_kind_and_name(notes: NoteStore) -> None:
    """Paris the city is not Paris the person."""
    city, person = EntityKey(EntityKind.PLACE, "paris"), EntityKey(EntityKind.PERSON, "paris")
    notes.put(note("Stadt", entity=city))
    notes.put(note("Mensch", entity=person))

    assert [notes.of(key).text for key in (city, person)] == ["Stadt", "Mensch"]
    assert notes.of(ANNA) is None


def test_the_last_changed_note_comes_first(notes: NoteStore) -> None:
    """As a reader expects of a list of notes."""
    for minute, name in ((2, "b"), (3, "c"), (1, "a")):
        notes.put(note(name, minute=minute, entity=EntityKey(EntityKind.PERSON, name)))

    assert [kept.text for kept in notes.all()] == ["c", "b", "a"]


@pytest.mark.parametrize(
    ("before", "after", "minutes", "remembered"),
    [
        ("Ein Anfang", "Ein Anfang und mehr", 60, []),
        ("Ein Ende", "Vorn: Ein Ende", 60, []),
        ("Ein Satz.", "Ein langer Satz.", 60, []),
        ("Ein Fheler", "Ein Fehler", 1, []),
        ("Ein Fheler", "Ein Fehler", 60, ["Ein Fheler"]),
        ("Ein Fheler", "Ein Fehler", -60, ["Ein Fheler"]),
        ("Was lange geschrieben wurde", "x", 1, ["Was lange geschrieben wurde"]),
        ("Anfang, eine lange Mitte, und ein Ende", "Anfang, und ein Ende", 1, []),
        ("Anfang, eine sehr lange Mitte mit vielen Worten, Ende", "Anfang, Ende", 1, [...]),
    ],
)
def test_what_a_note_said_before_is_remembered(
    notes: NoteStore, before: str, after: str, minutes: int, remembered: list[object]
) -> None:
    """Not each keystroke, but everything that would be missed."""
    notes.put(note(before))
    notes.put(note(after, minute=minutes))

    assert [old.text for old in notes.history(ANNA)] == [before for _ in remembered]
    assert notes.of(ANNA).text == after


def test_an_erased_note_is_remembered(notes: NoteStore) -> None:
    """However short it was there."""
    notes.put(note("Nur kurz"))
    notes.erase(ANNA)
    notes.erase(ANNA)

    assert notes.of(ANNA) is None
    assert notes.all() == []
    assert notes.history(ANNA) == [note("Nur kurz")]
