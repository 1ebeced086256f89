"""The library and the notebook, on a real database."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.domain.annotations import Annotations, PipelineName
from reader.domain.articles import Article
from reader.domain.entities import Entity, EntityId, EntityKey, EntityKind
from reader.domain.mentions import Mention
from reader.domain.spans import Span
from reader.services.library import Library
from reader.services.notebook import Notebook
from reader.storage.annotation_store import AnnotationStore
from reader.storage.article_store import ArticleStore
from reader.storage.database import Database, database_in_memory, open_database
from reader.storage.note_store import NoteStore

Makes = Callable[..., Article]
NOON = datetime(2025, 1, 1, 12, tzinfo=UTC)


class Clock:
    """Goes on by a minute at each look."""

    def __init__(self) -> None:
        self.looks = 0

    def __call__(self) -> datetime:
        self.looks += 1
        return NOON + timedelta(minutes=self.looks)


@pytest.fixture
def database() -> Iterator[Database]:
    with closing(database_in_memory()) as opened:
        yield opened


@pytest.fixture
def library(database: Database) -> Library:
    return Library(ArticleStore(database), AnnotationStore(database), Clock())


@pytest.fixture
def notebook(database: Database) -> Notebook:
    return Notebook(NoteStore(database), Clock())


def entity(name: str, kind: EntityKind = EntityKind.PERSON, entity_id: str = "e1") -> Entity:
    return Entity(EntityId(entity_id), kind, name, (Mention(Span(0, len(name)), name),))


def found_in(article: Article) -> Annotations:
    return Annotations(article.text_digest, "de", PipelineName("p", "1"), entities=(entity("Anna Weber"),))


def test_an_article_is_reopened_with_what_was_found_in_it(library: Library, article_of: Makes) -> None:
    """No new analysis is needed."""
    article = article_of("Anna Weber reist\n\nSie fährt nach Köln.")
    article_id = library.keep(article)
    library.keep_annotations(article_id, found_in(article))

    assert library.article(article_id) == article
    assert library.annotations(article_id, article) == found_in(article)


def test_findings_are_not_given_for_a_changed_text(library: Library, article_of: Makes) -> None:
    """The file was edited in between."""
    article = article_of("Anna Weber reist\n\nSie fährt nach Köln.")
    article_id = library.keep(article)
    library.keep_annotations(article_id, found_in(article))

    assert library.annotations(article_id, replace(article, text=article.text + "!")) is None


def test_entries_tell_what_the_list_needs(library: Library, article_of: Makes) -> None:
    """The last opened first, and whether it was analysed."""
    first = article_of("Erster\n\nEin Satz.")
    first_id = library.keep(replace(first, outlet="Tagesbote", published="2024-05-14"))
    second_id = library.keep(article_of("Zweiter\n\nEin anderer Satz."))
    library.keep_annotations(first_id, found_in(first))

    entries = library.entries()
    assert [entry.id for entry in entries] == [second_id, first_id]
    assert [entry.is_analysed for entry in entries] == [False, True]
    assert [entry.word_count for entry in entries] == [4, 3]
    assert (entries[1].outlet, entries[1].published, entries[1].opened) == (
        "Tagesbote",
        "2024-05-14",
        NOON + timedelta(minutes=1),
    )


def test_an_article_that_is_opened_again_comes_first(library: Library, article_of: Makes) -> None:
    """And is there once."""
    first = library.keep(article_of("Erster\n\nEin Satz."))
    second = library.keep(article_of("Zweiter\n\nEin Satz."))
    library.keep(article_of("Erster\n\nEin Satz."))

    assert [entry.id for entry in library.entries()] == [first, second]


def test_removing_can_be_undone(library: Library, article_of: Makes) -> None:
    """The findings stay with the article."""
    article = article_of("Anna Weber reist\n\nSie fährt.")
    article_id = library.keep(article)
    library.keep_annotations(article_id, found_in(article))

    library.remove(article_id)
    assert library.entries() == ()
    assert library.search("reist") == ()

    library.restore(article_id)
    assert [entry.id for entry in library.search("reist")] == [article_id]
    assert library.annotations(article_id, article) == found_in(article)


def test_a_note_is_the_same_in_every_article(notebook: Notebook) -> None:
    """Whatever id the entity has there, and however its name is capitalised."""
    notebook.write(entity("Anna Weber", entity_id="e1"), "Kennt Köln.")

    for other in (entity("Anna Weber", entity_id="e7"), entity("ANNA WEBER"), entity("anna weber")):
        note = notebook.note_on(other)
        assert note is not None
        assert note.text == "Kennt Köln."
    assert notebook.note_on(entity("Anna Weber", EntityKind.PLACE)) is None


@pytest.mark.parametrize(
    ("one", "other"), [("Straße", "STRASSE"), ("Łódź", "łódź"), ("Iris-T", "IRIS-T"), ("Ümit", "ümit")]
)
def test_names_are_the_same_whatever_their_case(one: str, other: str) -> None:
    """Also where a letter changes with its case."""
    assert entity(one).key == entity(other).key


def test_an_empty_note_is_taken_away(notebook: Notebook, database: Database) -> None:
    """Also one of white space; what it said before is kept in the history."""
    notebook.write(entity("Anna Weber"), "Kennt Köln.")
    notebook.write(entity("Anna Weber"), " \n\t\u00a0")

    assert notebook.note_on(entity("Anna Weber")) is None
    assert notebook.notes() == ()
    history = NoteStore(database).history(EntityKey(EntityKind.PERSON, "anna weber"))
    assert [note.text for note in history] == ["Kennt Köln."]


def test_notes_keep_the_white_space_that_the_reader_wrote(notebook: Notebook) -> None:
    """The editor saves while typing: a space at the end is one that more words will follow."""
    notebook.write(entity("Anna Weber"), "  Kennt Köln \n")

    assert [note.text for note in notebook.notes()] == ["  Kennt Köln \n"]


def test_the_last_changed_note_comes_first(notebook: Notebook) -> None:
    """With the time of its change."""
    for name in ("Anna Weber", "Ben Yıldız", "Anna Weber"):
        notebook.write(entity(name), f"Zu {name}.")

    assert [(note.entity_name, note.updated) for note in notebook.notes()] == [
        ("Anna Weber", NOON + timedelta(minutes=3)),
        ("Ben Yıldız", NOON + timedelta(minutes=2)),
    ]


def test_library_and_notes_are_there_after_a_restart(tmp_path: Path, article_of: Makes) -> None:
    """On disk, as in the window."""
    path = tmp_path / "library.sqlite3"
    article = article_of("Anna Weber reist\n\nSie fährt nach Köln.")
    with closing(open_database(path)) as database:
        library = Library(ArticleStore(database), AnnotationStore(database))
        article_id = library.keep(article)
        library.keep_annotations(article_id, found_in(article))
        Notebook(NoteStore(database)).write(entity("Anna Weber"), "Kennt Köln.")

    with closing(open_database(path)) as database:
        library = Library(ArticleStore(database), AnnotationStore(database))
        assert [entry.title for entry in library.entries()] == ["Anna Weber reist"]
        assert library.annotations(article_id, article) == found_in(article)
        assert [note.text for note in Notebook(NoteStore(database)).notes()] == ["Kennt Köln."]
