"""Corrections, dictionary and declarations are kept, withdrawn and found again, on a real database."""

import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.domain.articles import Article, ArticleId
from reader.domain.corrections import (
    Anchor,
    Correction,
    CorrectionAction,
    CorrectionId,
    DictionaryEntry,
    DictionaryEntryId,
    EntityCorrection,
    QuotationCorrection,
)
from reader.domain.entities import Entity, EntityKey, EntityKind
from reader.domain.errors import DictionaryFileFailed, StorageFailed, StorageFailure
from reader.domain.mentions import MentionForm
from reader.domain.quotations import QuotationKind
from reader.domain.spans import Span
from reader.services import wishes
from reader.services.corrections import Corrections, Followed
from reader.services.library import Library
from reader.services.notebook import Notebook
from reader.storage.annotation_store import AnnotationStore
from reader.storage.article_store import ArticleStore
from reader.storage.database import Database, database_in_memory, open_database
from reader.storage.note_store import NoteStore
from tests.fakes import Marked, marked

Makes = Callable[..., Article]
NOON = datetime(2025, 1, 1, 12, tzinfo=UTC)
PERSON, ORGANIZATION, PLACE = EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE
Action = CorrectionAction
NEW = DictionaryEntryId(0)


class Clock:
    """Goes on by a minute at each look."""

    def __init__(self) -> None:
        self.looks = 0

    def __call__(self) -> datetime:
        self.looks += 1
        return NOON + timedelta(minutes=self.looks)


class Desk:
    """The services over one database, with short words for what a reader does."""

    def __init__(self, database: Database, article_of: Makes) -> None:
        clock = Clock()
        self.database = database
        self.corrections = Corrections(database, clock)
        self.library = Library(ArticleStore(database), AnnotationStore(database), clock)
        self.notebook = Notebook(NoteStore(database), clock, self.corrections.note_key)
        self._article_of = article_of

    def keep(self, source: str, *, published: str | None = None) -> ArticleId:
        """Keep an article and what the machine found in it."""
        text: Marked = marked(source)
        article = replace(self._article_of(text.text, name=source), published=published)
        article_id = self.library.keep(article)
        self.library.keep_annotations(article_id, text.annotations_for(article))
        return article_id

    def reads_anew(self, article_id: ArticleId, source: str) -> Followed | None:
        """Keep what a newer pipeline finds in the same text."""
        found = marked(source).annotations_for(self.article(article_id))
        return self.corrections.keep_found(article_id, found)

    def article(self, article_id: ArticleId) -> Article:
        article = self.library.article(article_id)
        assert article is not None
        return article

    def entities(self, article_id: ArticleId) -> dict[str, Entity]:
        """By name, as the reader sees them."""
        article = self.article(article_id)
        found = self.library.annotations(article_id, article)
        assert found is not None
        applied = self.corrections.apply(article_id, article, found).annotations
        return {entity.canonical_name: entity for entity in applied.entities}

    def correct(
        self,
        article_id: ArticleId,
        action: CorrectionAction,
        words: tuple[str, ...],
        kind: EntityKind | None = PERSON,
        name: str = "",
    ) -> CorrectionId:
        """Say something of the whole entities with these names."""
        entities = self.entities(article_id)
        text = self.article(article_id).text
        anchors = tuple(Anchor.of(entities[word].mentions[0].span, text) for word in words)
        return self.corrections.make(article_id, EntityCorrection(action, anchors, kind, name, is_whole=True))

    def note(self, article_id: ArticleId, name: str) -> str | None:
        note = self.notebook.note_on(self.entities(article_id)[name])
        return note.text if note else None

    def notes(self) -> list[str]:
        return sorted(note.text for note in self.notebook.notes())

    def others(self, article_id: ArticleId, name: str) -> list[tuple[str, int]]:
        """Title and number of mentions of the other articles with this entity."""
        entity = self.entities(article_id)[name]
        found = self.corrections.articles_with(entity, besides=article_id)
        return [(article.title, article.mention_count) for article in found]


@pytest.fixture
def desk(article_of: Makes) -> Iterator[Desk]:
    with closing(database_in_memory()) as database:
        yield Desk(database, article_of)


TWO = "Erster\n\n[person:Anna Berg] traf [person:Ben]. Dann ging [person:Berg=Anna Berg]."


def test_a_correction_is_made_withdrawn_and_restored(desk: Desk) -> None:
    """It is listed all the while."""
    article_id = desk.keep(TWO)
    made = desk.correct(article_id, Action.NOT_AN_ENTITY, ("Ben",), None)
    states = [list(desk.entities(article_id))]
    desk.corrections.withdraw(made)
    states.append(list(desk.entities(article_id)))
    desk.corrections.restore(made)
    states.append(list(desk.entities(article_id)))

    assert states == [["Anna Berg"], ["Anna Berg", "Ben"], ["Anna Berg"]]
    assert [stored.id for stored in desk.corrections.of_article(article_id)] == [made]


def test_corrections_outlive_a_new_analysis(desk: Desk) -> None:
    """They are not part of the findings."""
    article_id = desk.keep(TWO)
    desk.correct(article_id, Action.MERGE, ("Anna Berg", "Ben"), PERSON, "Anna Berg")
    again = desk.keep(TWO)

    assert again == article_id
    assert [mention.text for mention in desk.entities(article_id)["Anna Berg"].mentions] == [
        "Anna Berg",
        "Ben",
        "Berg",
    ]


def test_corrections_follow_the_text_of_a_file_that_was_edited(desk: Desk, article_of: Makes) -> None:
    """Those whose words are gone are told; those of the earlier text stay as they are."""
    article_id = desk.keep(TWO)
    lost = desk.correct(article_id, Action.NOT_AN_ENTITY, ("Ben",), None)
    desk.correct(article_id, Action.RENAME, ("Anna Berg",), PERSON, "A. Berg")
    edited = marked("Neu gesetzt\n\n[person:Anna Berg] traf niemanden. Dann ging [person:Berg=Anna Berg].")
    article = article_of(edited.text, name=TWO)
    new_id = desk.library.keep(article)
    result = desk.corrections.apply(new_id, article, edited.annotations_for(article))
    desk.library.keep(article)

    own = desk.corrections.of_article(new_id)
    assert [entity.canonical_name for entity in result.annotations.entities] == ["A. Berg"]
    assert [stored.correction.action for stored in own if stored.id in result.misfits] == [
        Action.NOT_AN_ENTITY
    ]
    assert len(own) == 2
    assert desk.corrections.of_article(article_id)[0].id == lost
    assert list(desk.entities(article_id)) == ["A. Berg"]


def test_pasted_texts_have_nothing_in_common(desk: Desk, article_of: Makes) -> None:
    """The clipboard is no file that was edited."""
    first = desk.library.keep(article_of("Eins.", name=""))
    desk.corrections.make(first, EntityCorrection(Action.MARK, (), PERSON))
    second = desk.library.keep(article_of("Zwei.", name=""))

    assert desk.corrections.of_article(second) == ()


def test_all_corrections_are_listed_with_their_articles(desk: Desk) -> None:
    """The newest first."""
    first, second = desk.keep(TWO), desk.keep("Zweiter\n\n[person:Ben] kam.")
    desk.correct(first, Action.NOT_AN_ENTITY, ("Ben",), None)
    withdrawn = desk.correct(second, Action.RENAME, ("Ben",), PERSON, "Benjamin")
    desk.corrections.withdraw(withdrawn)

    assert [
        (listed.title, listed.stored.correction.action, listed.stored.is_withdrawn)
        for listed in desk.corrections.all()
    ] == [("Zweiter", Action.RENAME, True), ("Erster", Action.NOT_AN_ENTITY, False)]
    assert desk.corrections.all()[0].stored.made > desk.corrections.all()[1].stored.made


def test_every_correction_comes_back_as_it_was_made(desk: Desk) -> None:
    """With all its fields."""
    article_id = desk.keep(TWO)
    anchor = Anchor.of(desk.entities(article_id)["Ben"].mentions[0].span, desk.article(article_id).text)
    made: list[Correction] = [
        EntityCorrection(Action.RESIZE, (anchor, anchor), PLACE, "😀 Ben", True, (anchor,), True),
        EntityCorrection(Action.NOT_AN_ENTITY, (), None),
        QuotationCorrection(
            Action.EXTENT, (anchor,), QuotationKind.DIRECT, PERSON, "Ben", (anchor,), (anchor,)
        ),
        QuotationCorrection(Action.NOT_A_QUOTATION, (anchor,), None),
    ]
    for correction in made:
        desk.corrections.make(article_id, correction)

    assert [stored.correction for stored in desk.corrections.of_article(article_id)] == made


def test_a_correction_that_cannot_be_read_stops_no_other(desk: Desk) -> None:
    """The damaged one stays where it is."""
    article_id = desk.keep(TWO)
    damaged = desk.correct(article_id, Action.NOT_AN_ENTITY, ("Anna Berg",), None)
    good = desk.correct(article_id, Action.NOT_AN_ENTITY, ("Ben",), None)
    with desk.database.transaction() as connection:
        connection.execute("UPDATE correction SET content = x'c1ff' WHERE id = ?", (damaged,))

    assert list(desk.entities(article_id)) == ["Anna Berg"]
    assert [listed.stored.id for listed in desk.corrections.all()] == [good]
    assert desk.database.rows("SELECT count(*) FROM correction")[0][0] == 2


def test_an_article_that_was_not_kept_can_be_corrected_by_the_dictionary(
    desk: Desk, article_of: Makes
) -> None:
    """The disk may be full."""
    text = marked("[place:Berg] schweigt.")
    article = article_of(text.text)
    desk.corrections.dictionary.put(DictionaryEntry(NEW, "Berg", None))

    assert desk.corrections.apply(None, article, text.annotations_for(article)).annotations.entities == ()


# The dictionary.


def test_an_entry_counts_in_all_articles_until_it_is_removed(desk: Desk) -> None:
    """And again when it is put back."""
    first, second = desk.keep("[place:Hammer] fällt."), desk.keep("Der Hammer ist da.")
    entry = DictionaryEntry(NEW, " Hammer ", EntityKind.WEAPON)
    entry_id = desk.corrections.dictionary.put(entry)
    kinds = [[desk.entities(article)["Hammer"].kind for article in (first, second)]]
    desk.corrections.dictionary.remove(entry_id)
    kinds.append([entity.kind for article in (first, second) for entity in desk.entities(article).values()])
    desk.corrections.dictionary.put(entry)

    assert kinds == [[EntityKind.WEAPON] * 2, [PLACE]]
    assert desk.entities(second)["Hammer"].kind is EntityKind.WEAPON
    assert [entry.text for entry in desk.corrections.dictionary.entries()] == ["Hammer"]


def test_a_text_has_one_entry(desk: Desk) -> None:
    """A later one takes its place."""
    first = desk.corrections.dictionary.put(DictionaryEntry(NEW, "Hammer", None))
    second = desk.corrections.dictionary.put(DictionaryEntry(NEW, "Hammer", PLACE, "Hammer an der See"))

    assert first == second
    assert desk.corrections.dictionary.entries() == (
        DictionaryEntry(first, "Hammer", PLACE, "Hammer an der See"),
    )


def test_a_dictionary_goes_out_and_in_again(desk: Desk, tmp_path: Path, article_of: Makes) -> None:
    """To another library, and with a report."""
    for text, kind in (("Hammer", None), ("=Berg", PLACE), ("Zange", PERSON)):
        desk.corrections.dictionary.put(DictionaryEntry(NEW, text, kind, is_inflected=kind is None))
    desk.corrections.dictionary.export_csv(tmp_path / "wörter.csv")
    with closing(database_in_memory()) as database:
        other = Desk(database, article_of)
        other.corrections.dictionary.put(DictionaryEntry(NEW, "Zange", None))
        report = other.corrections.dictionary.import_csv(tmp_path / "wörter.csv")

        assert (report.taken, report.replaced, report.refused) == (3, 1, ())
        assert [replace(entry, id=NEW) for entry in other.corrections.dictionary.entries()] == [
            replace(entry, id=NEW) for entry in desk.corrections.dictionary.entries()
        ]


def test_entries_that_are_removed_together_give_back_their_notes(desk: Desk) -> None:
    """As one that is removed alone does."""
    here = desk.keep(TWO)
    desk.notebook.write(desk.entities(here)["Ben"], "Kennt Anna.")
    desk.corrections.dictionary.put(DictionaryEntry(NEW, "Ben", PERSON, "Benjamin"))
    desk.corrections.dictionary.put(DictionaryEntry(NEW, "Cem", PLACE))
    assert desk.note(here, "Benjamin") == "Kennt Anna."

    desk.corrections.dictionary.remove_some(desk.corrections.dictionary.entries())

    assert desk.corrections.dictionary.entries() == ()
    assert desk.note(here, "Ben") == "Kennt Anna."


def test_the_dictionary_is_read_anew_only_when_it_changes(desk: Desk) -> None:
    """A large one takes a moment; what failed, or another window changed, is seen all the same."""
    here = desk.keep(TWO)
    desk.corrections.dictionary.put(DictionaryEntry(NEW, "Anna Berg", PLACE))
    first, entities = desk.corrections.dictionary.entries(), desk.entities(here)

    desk.corrections.declare(entities["Anna Berg"], entities["Ben"], is_same=False)
    assert desk.corrections.dictionary.entries() is first

    def fail() -> None:
        with desk.corrections.together():
            desk.corrections.dictionary.put(DictionaryEntry(NEW, "Ben", PLACE))
            assert [entry.text for entry in desk.corrections.dictionary.entries()] == ["Anna Berg", "Ben"]
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert desk.corrections.dictionary.entries() == first
    other = Corrections(desk.database)
    other.dictionary.put(DictionaryEntry(NEW, "Cem", PLACE))
    assert [entry.text for entry in desk.corrections.dictionary.entries()] == ["Anna Berg", "Cem"]


def test_a_file_that_is_no_dictionary_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    """Not even a part."""
    desk.corrections.dictionary.put(DictionaryEntry(NEW, "Hammer", None))
    (tmp_path / "a.csv").write_bytes(b"text,kind\nZange,person\n\0")

    with pytest.raises(DictionaryFileFailed):
        desk.corrections.dictionary.import_csv(tmp_path / "a.csv")
    assert [entry.text for entry in desk.corrections.dictionary.entries()] == ["Hammer"]


# Across articles.


def test_an_entity_is_found_in_other_articles(desk: Desk) -> None:
    """By name and kind, the newest first, with date and number of mentions."""
    here = desk.keep(TWO)
    desk.keep("Alt\n\n[person:ANNA BERG] kam.", published="2024-03-01T10:00:00+02:00")
    desk.keep("Neu\n\n[person:Anna Berg], [person:Berg=Anna Berg].", published="2024-05-01")
    desk.keep("Anders\n\n[place:Anna Berg] und [person:Anna].", published="2024-06-01")
    removed = desk.keep("Weg\n\n[person:Anna Berg].", published="2024-07-01")
    desk.library.remove(removed)

    assert desk.others(here, "Anna Berg") == [("Neu", 2), ("Alt", 1)]
    assert desk.others(here, "Ben") == []
    assert [
        article.published for article in desk.corrections.articles_with(desk.entities(here)["Anna Berg"])
    ] == [
        None,
        "2024-05-01",
        "2024-03-01T10:00:00+02:00",
    ]


def test_mentions_in_other_articles_are_counted_as_they_are_there(desk: Desk) -> None:
    """Names alone, and of these only those that are sure enough to be shown."""
    here = desk.keep("Erster\n\n[person:Ben] kam.")
    there = desk.keep("Zweiter\n\n[person:Ben] kam. [person:Ben] blieb. [person:Er=Ben] ging.")
    article = desk.article(there)
    found = desk.library.annotations(there, article)
    assert found is not None
    (ben,) = found.entities
    first, second, he = ben.mentions
    mentions = (first, replace(second, confidence=0.5), replace(he, form=MentionForm.PRONOUN))
    desk.library.keep_annotations(there, replace(found, entities=(replace(ben, mentions=mentions),)))
    entity = desk.entities(here)["Ben"]

    counts = {
        least: [one.mention_count for one in desk.corrections.articles_with(entity, least_confidence=least)]
        for least in (0, 0.5, 0.51)
    }

    assert counts == {0: [2, 1], 0.5: [2, 1], 0.51: [1, 1]}
    desk.library.keep_annotations(there, replace(found, entities=(replace(ben, mentions=(mentions[1],)),)))
    hidden = desk.corrections.articles_with(entity, besides=here, least_confidence=0.6)
    assert hidden == ()


def test_an_entity_is_found_by_its_knowledge(desk: Desk) -> None:
    """Under another name."""
    here = desk.keep(TWO)
    other = desk.keep("Neu\n\n[person:A. Berg] kam.")
    found = desk.library.annotations(other, desk.article(other))
    assert found is not None
    known = replace(found, entities=(replace(found.entities[0], knowledge_id="person-berg"),))
    desk.library.keep_annotations(other, known)
    entity = replace(desk.entities(here)["Anna Berg"], knowledge_id="person-berg")

    assert [article.id for article in desk.corrections.articles_with(entity, besides=here)] == [other]


def test_what_was_corrected_is_found_as_it_is_now(desk: Desk) -> None:
    """In the article and in the dictionary, there and back."""
    here, there = desk.keep(TWO), desk.keep("Neu\n\n[person:Benno] kam.")
    found = [desk.others(here, "Ben")]
    made = desk.correct(there, Action.RENAME, ("Benno",), PERSON, "Ben")
    found.append(desk.others(here, "Ben"))
    desk.corrections.withdraw(made)
    found.append(desk.others(here, "Ben"))
    desk.corrections.dictionary.put(DictionaryEntry(NEW, "Benno", PERSON, "Ben"))
    found.append(desk.others(here, "Ben"))

    assert found == [[], [("Neu", 1)], [], [("Neu", 1)]]


def test_entities_declared_the_same_are_found_together(desk: Desk) -> None:
    """And those declared different are not, whatever else they have in common."""
    here, there = desk.keep(TWO), desk.keep("Neu\n\n[person:A. Berg] kam mit [person:Anna Berg].")
    first, second = desk.entities(here)["Anna Berg"], desk.entities(there)["A. Berg"]
    same = desk.corrections.declare(first, second, is_same=True)
    assert desk.others(here, "Anna Berg") == [("Neu", 2)]
    assert list(desk.entities(there)) == ["Anna Berg"]

    desk.corrections.withdraw_declaration(same)
    assert desk.others(here, "Anna Berg") == [("Neu", 1)]

    desk.corrections.declare(replace(first, knowledge_id="x"), second, is_same=False)
    assert [declared.is_same for declared in desk.corrections.declarations()] == [False]


def test_a_later_declaration_takes_the_place_of_an_earlier_one(desk: Desk) -> None:
    """Whichever of the two was named first."""
    article_id = desk.keep(TWO)
    berg, ben = desk.entities(article_id)["Anna Berg"], desk.entities(article_id)["Ben"]
    desk.corrections.declare(berg, ben, is_same=True)
    desk.corrections.declare(ben, berg, is_same=False)

    assert [(declared.first_name, declared.is_same) for declared in desk.corrections.declarations()] == [
        ("Ben", False)
    ]
    assert list(desk.entities(article_id)) == ["Anna Berg", "Ben"]


def test_an_old_library_is_indexed_step_by_step(desk: Desk) -> None:
    """What is done stays done; a step without time does one article."""
    for number in range(5):
        desk.keep(f"Titel {number}\n\n[person:Anna Berg] kam.")
    steps = [desk.corrections.index_some(timedelta(0)) for _ in range(6)]

    assert steps == [True] * 5 + [False]


def test_an_article_that_cannot_be_read_does_not_stop_the_index(desk: Desk) -> None:
    """It has no entities."""
    here, damaged = desk.keep(TWO), desk.keep("Neu\n\n[person:Anna Berg] kam.")
    with desk.database.transaction() as connection:
        connection.execute("UPDATE article SET content = x'c1' WHERE id = ?", (damaged,))

    assert desk.others(here, "Anna Berg") == []
    assert desk.corrections.index_some() is False


# Notes follow.


def test_a_renamed_entity_keeps_its_note(desk: Desk) -> None:
    """There and back, with what was written meanwhile."""
    article_id = desk.keep(TWO)
    desk.notebook.write(desk.entities(article_id)["Ben"], "Kennt Anna.")
    made = desk.correct(article_id, Action.RENAME, ("Ben",), PERSON, "Benjamin")
    assert desk.note(article_id, "Benjamin") == "Kennt Anna."

    desk.notebook.write(desk.entities(article_id)["Benjamin"], "Kennt Anna gut.")
    desk.corrections.withdraw(made)
    assert desk.note(article_id, "Ben") == "Kennt Anna gut."

    desk.corrections.restore(made)
    desk.corrections.withdraw(made)
    desk.corrections.restore(made)
    assert desk.note(article_id, "Benjamin") == "Kennt Anna gut."
    assert desk.notes() == ["Kennt Anna gut."]


def test_renamed_twice_and_withdrawn_in_any_order_the_note_is_where_the_entity_is(desk: Desk) -> None:
    """Also if the first goes before the second."""
    article_id = desk.keep(TWO)
    desk.notebook.write(desk.entities(article_id)["Ben"], "Kennt Anna.")
    first = desk.correct(article_id, Action.RENAME, ("Ben",), PERSON, "Benno")
    second = desk.correct(article_id, Action.RETYPE, ("Benno",), PLACE, "Bennohausen")
    assert desk.note(article_id, "Bennohausen") == "Kennt Anna."

    desk.corrections.withdraw(first)
    assert desk.note(article_id, "Bennohausen") == "Kennt Anna."

    desk.corrections.withdraw(second)
    assert desk.note(article_id, "Ben") == "Kennt Anna."
    assert desk.notes() == ["Kennt Anna."]


@pytest.mark.parametrize("is_merged", [True, False])
def test_two_notes_become_one_and_two_again(desk: Desk, is_merged: bool) -> None:
    """By merging in the article, or by a declaration for the library."""
    article_id = desk.keep(TWO)
    desk.notebook.write(desk.entities(article_id)["Anna Berg"], "Ministerin.")
    desk.notebook.write(desk.entities(article_id)["Ben"], "Ihr Deckname?")
    entities = desk.entities(article_id)
    if is_merged:
        merged = desk.correct(article_id, Action.MERGE, ("Anna Berg", "Ben"), PERSON, "Anna Berg")
        undo = lambda: desk.corrections.withdraw(merged)  # noqa: E731
    else:
        same = desk.corrections.declare(entities["Anna Berg"], entities["Ben"], is_same=True)
        undo = lambda: desk.corrections.withdraw_declaration(same)  # noqa: E731
    assert desk.notes() == ["Ministerin.\n\nIhr Deckname?"]
    assert desk.note(article_id, "Anna Berg") == "Ministerin.\n\nIhr Deckname?"

    undo()
    assert desk.note(article_id, "Anna Berg") == "Ministerin."
    assert desk.note(article_id, "Ben") == "Ihr Deckname?"


@pytest.mark.parametrize("is_merged", [True, False])
def test_what_was_written_on_joined_notes_is_not_lost(desk: Desk, is_merged: bool) -> None:
    """It stays with the first; the second has its own words back."""
    article_id = desk.keep(TWO)
    desk.notebook.write(desk.entities(article_id)["Anna Berg"], "Ministerin.")
    desk.notebook.write(desk.entities(article_id)["Ben"], "Ihr Deckname?")
    entities = desk.entities(article_id)
    if is_merged:
        merged = desk.correct(article_id, Action.MERGE, ("Anna Berg", "Ben"), PERSON, "Anna Berg")
    else:
        same = desk.corrections.declare(entities["Anna Berg"], entities["Ben"], is_same=True)
    desk.notebook.write(desk.entities(article_id)["Anna Berg"], "Ministerin. Ihr Deckname? Ja!")
    if is_merged:
        desk.corrections.withdraw(merged)
    else:
        desk.corrections.withdraw_declaration(same)

    assert desk.note(article_id, "Anna Berg") == "Ministerin. Ihr Deckname? Ja!"
    assert desk.note(article_id, "Ben") == "Ihr Deckname?"


def test_the_note_of_the_same_is_one_wherever_they_occur(desk: Desk) -> None:
    """Read and written under either name."""
    here, there = desk.keep(TWO), desk.keep("Neu\n\n[person:A. Berg] kam.")
    first, second = desk.entities(here)["Anna Berg"], desk.entities(there)["A. Berg"]
    desk.notebook.write(second, "Ministerin.")
    same = desk.corrections.declare(first, second, is_same=True)
    assert desk.note(here, "Anna Berg") == desk.note(there, "A. Berg") == "Ministerin."

    desk.notebook.write(second, "Ministerin a. D.")
    assert desk.note(here, "Anna Berg") == "Ministerin a. D."
    assert [note.entity_name for note in desk.notebook.notes()] == ["Anna Berg"]

    desk.corrections.withdraw_declaration(same)
    assert (desk.note(here, "Anna Berg"), desk.note(there, "A. Berg")) == (None, "Ministerin a. D.")


def keep_known(desk: Desk, source: str, **known: str) -> ArticleId:
    """Keep an article in which these names are those of entries of the knowledge base."""
    article_id = desk.keep(source)
    article = desk.article(article_id)
    found = desk.library.annotations(article_id, article)
    assert found is not None
    linked = tuple(replace(one, knowledge_id=known.get(one.canonical_name)) for one in found.entities)
    desk.library.keep_annotations(article_id, replace(found, entities=linked))
    desk.corrections.index_some()
    return article_id


def test_the_note_is_one_under_all_names_of_a_known_entity(desk: Desk) -> None:
    """Litauen and Lithuania: read, changed and taken away under either name, listed once."""
    german = keep_known(desk, "Eins\n\n[place:Litauen] und [place:Lettland].", Litauen="lt", Lettland="lv")
    english = keep_known(desk, "Two\n\n[place:Lithuania] and [place:Latvia].", Lithuania="lt", Latvia="lv")
    desk.notebook.write(desk.entities(german)["Litauen"], "Am Meer.")
    assert desk.note(english, "Lithuania") == "Am Meer."
    assert desk.note(english, "Latvia") is None

    desk.notebook.write(desk.entities(english)["Lithuania"], "Am Meer, seit 2004 dabei.")
    assert desk.note(german, "Litauen") == "Am Meer, seit 2004 dabei."
    assert [note.entity_name for note in desk.notebook.notes()] == ["Litauen"]
    entities = desk.entities(english).values()
    keys = desk.corrections.note_keys(entities)
    assert {key.name: kept.name for key, kept in keys.items()} == {
        "lithuania": "litauen",
        "latvia": "latvia",
    }

    desk.notebook.write(desk.entities(english)["Lithuania"], "")
    assert desk.note(german, "Litauen") is None


def test_the_note_of_a_known_entity_is_found_after_it_was_renamed(desk: Desk) -> None:
    """Renamed in one article it has one note in all of them."""
    first = keep_known(desk, "Eins\n\n[place:Litauen] lud ein.", Litauen="lt")
    second = keep_known(desk, "Zwei\n\n[place:Litauen] sagte ab.", Litauen="lt")
    desk.notebook.write(desk.entities(first)["Litauen"], "Am Meer.")

    desk.correct(first, Action.RENAME, ("Litauen",), PLACE, "Republik Litauen")

    assert desk.note(first, "Republik Litauen") == desk.note(second, "Litauen") == "Am Meer."


def test_two_notes_on_what_turns_out_to_be_the_same_become_one(desk: Desk) -> None:
    """No word is lost; what was declared different keeps its own."""
    german, english = (
        desk.keep("Eins\n\n[place:Litauen] lud ein."),
        desk.keep("Two\n\n[place:Lithuania] won."),
    )
    first, second = desk.entities(german)["Litauen"], desk.entities(english)["Lithuania"]
    desk.notebook.write(first, "Am Meer.")
    desk.notebook.write(second, "By the sea.")
    for article_id, entity in ((german, first), (english, second)):
        found = desk.library.annotations(article_id, desk.article(article_id))
        assert found is not None
        known = replace(found, entities=(replace(entity, knowledge_id="lt"),))
        desk.library.keep_annotations(article_id, known)
    different = desk.corrections.declare(first, second, is_same=False)
    assert (desk.note(german, "Litauen"), desk.note(english, "Lithuania")) == ("Am Meer.", "By the sea.")

    desk.corrections.withdraw_declaration(different)

    assert desk.note(german, "Litauen") == desk.note(english, "Lithuania") == "By the sea.\n\nAm Meer."


def test_who_only_bears_the_same_name_is_told_apart(desk: Desk) -> None:
    """With all mentions; the note stays with those that it was written on, undone and done again, too."""
    here = desk.keep(TWO)
    there = desk.keep("Zweiter\n\n[person:Anna Berg] siegte. [person:Berg=Anna Berg] strahlte.")
    anna = desk.entities(there)["Anna Berg"]
    desk.notebook.write(anna, "Ministerin.")
    made = wishes.told_apart(anna, "Anna Berg (Läuferin)", desk.article(there))

    made_id = desk.corrections.make(there, made)
    for _ in range(2):
        assert [mention.text for mention in desk.entities(there)["Anna Berg (Läuferin)"].mentions] == [
            "Anna Berg",
            "Berg",
        ]
        assert desk.others(here, "Anna Berg") == desk.others(there, "Anna Berg (Läuferin)") == []
        assert desk.note(here, "Anna Berg") == "Ministerin."
        assert desk.note(there, "Anna Berg (Läuferin)") is None

        desk.corrections.withdraw(made_id)
        assert desk.others(here, "Anna Berg") == [("Zweiter", 2)]
        assert desk.note(there, "Anna Berg") == "Ministerin."
        desk.corrections.restore(made_id)


@pytest.mark.parametrize("earlier", ["", "Ministerin."])
def test_a_note_on_who_was_told_apart_comes_back_with_her(desk: Desk, earlier: str) -> None:
    """Undone it joins the other note, done again both are where they were."""
    there = desk.keep("Zweiter\n\n[person:Anna Berg] siegte. [person:Berg=Anna Berg] strahlte.")
    anna = desk.entities(there)["Anna Berg"]
    desk.notebook.write(anna, earlier)
    made_id = desk.corrections.make(there, wishes.told_apart(anna, "Läuferin", desk.article(there)))
    desk.notebook.write(desk.entities(there)["Läuferin"], "Läuft schnell.")

    for _ in range(2):
        desk.corrections.withdraw(made_id)
        assert desk.note(there, "Anna Berg") == f"{earlier}\n\nLäuft schnell.".strip()

        desk.corrections.restore(made_id)
        assert desk.note(there, "Läuferin") == "Läuft schnell."
        note = desk.notebook.note_on(anna)
        assert (note.text if note else "") == earlier


def test_who_is_told_apart_is_no_longer_what_is_known(desk: Desk) -> None:
    """The entry of the knowledge base is not hers, nor a declaration on her name about her."""
    here = desk.keep("Erster\n\n[person:A. Berg] kam.")
    there = desk.keep("Zweiter\n\n[person:Anna Berg] siegte.")
    anna = replace(desk.entities(there)["Anna Berg"], knowledge_id="berg")
    article = desk.article(there)
    found = desk.library.annotations(there, article)
    assert found is not None
    desk.library.keep_annotations(there, replace(found, entities=(anna,)))
    desk.corrections.declare(desk.entities(here)["A. Berg"], anna, is_same=True)

    desk.corrections.make(there, wishes.told_apart(anna, "Anna Berg II", article))

    assert desk.entities(there)["Anna Berg II"].knowledge_id is None
    assert desk.others(here, "A. Berg") == []


def test_what_makes_another_article_one_with_it_is_told(desk: Desk) -> None:
    """The same name, the same entry, declared the same; not what was declared different."""
    here = desk.keep("Erster\n\n[person:Anna Berg] kam.")
    there = desk.keep("Zweiter\n\n[person:Anna Berg], [person:A. Berg], [person:B. Berg] und [person:Otto].")
    article = desk.article(there)
    found = desk.library.annotations(there, article)
    assert found is not None
    known = dict.fromkeys(("A. Berg", "B. Berg"), "berg")
    linked = tuple(replace(one, knowledge_id=known.get(one.canonical_name)) for one in found.entities)
    desk.library.keep_annotations(there, replace(found, entities=linked))
    anna = replace(desk.entities(here)["Anna Berg"], knowledge_id="berg")

    def same() -> list[str]:
        return [one.canonical_name for one in desk.corrections.same_in(anna, there)]

    assert same() == ["Anna Berg", "A. Berg", "B. Berg"]
    desk.corrections.declare(anna, desk.entities(there)["B. Berg"], is_same=False)
    assert same() == ["Anna Berg", "A. Berg"]
    desk.corrections.declare(anna, desk.entities(there)["Otto"], is_same=True)
    assert same() == ["Anna Berg", "A. Berg"]
    assert "Otto" not in desk.entities(there)


def test_a_note_goes_with_an_entry_of_the_dictionary(desk: Desk) -> None:
    """And comes back when the entry is removed."""
    article_id = desk.keep("[place:Hammer] fällt.")
    desk.notebook.write(desk.entities(article_id)["Hammer"], "Ein Ort?")
    entry_id = desk.corrections.dictionary.put(DictionaryEntry(NEW, "Hammer", EntityKind.WEAPON, "Hammer II"))
    assert desk.note(article_id, "Hammer II") == "Ein Ort?"

    desk.corrections.dictionary.remove(entry_id)
    assert desk.note(article_id, "Hammer") == "Ein Ort?"


WORDS = ("Ministerin", "Gegner", "Quelle", "Ort", "Zeuge", "Rätsel")


# Namesakes.

BOTH = "Erster\n\n[person:Berg] kam. Später ging [person:Berg]."


def both(desk: Desk, article_id: ArticleId) -> tuple[Entity, Entity]:
    """The two that are called Berg, in order of first mention."""
    first, second = desk.corrections.entities_in(article_id)
    return first, second


def splits_last(desk: Desk, article_id: ArticleId, *, is_older: bool = False) -> CorrectionId:
    """The last mention of the first Berg is somebody else's; older programs knew of no namesakes."""
    berg = desk.corrections.entities_in(article_id)[0]
    made = wishes.split_off(berg.mentions[-1], berg, desk.article(article_id))
    return desk.corrections.make(article_id, replace(made, namesake="") if is_older else made)


def texts(desk: Desk, *entities: Entity) -> list[str | None]:
    notes = [desk.notebook.note_on(entity) for entity in entities]
    return [note.text if note else None for note in notes]


def test_who_is_split_off_has_a_note_of_his_own_though_the_name_is_the_same(desk: Desk) -> None:
    """What was written stays with the other; undone the two notes are one, and done again two."""
    article_id, other = desk.keep(BOTH), desk.keep("Zweiter\n\n[person:Berg] kam.")
    desk.notebook.write(desk.entities(article_id)["Berg"], "Ministerin.")
    made = splits_last(desk, article_id)
    assert texts(desk, *both(desk, article_id)) == ["Ministerin.", None]

    desk.notebook.write(both(desk, article_id)[1], "Ihr Mann.")
    assert texts(desk, *both(desk, article_id)) == ["Ministerin.", "Ihr Mann."]
    assert desk.note(other, "Berg") == "Ministerin."
    assert [note.entity_name for note in desk.notebook.notes()] == ["Berg", "Berg"]

    desk.corrections.withdraw(made)
    assert desk.note(article_id, "Berg") == "Ministerin.\n\nIhr Mann."

    desk.corrections.restore(made)
    assert texts(desk, *both(desk, article_id)) == ["Ministerin.", "Ihr Mann."]


def test_what_was_written_on_namesakes_stays_where_it_is(desk: Desk) -> None:
    """Of those who were split off by an older program."""
    article_id = desk.keep(BOTH)
    splits_last(desk, article_id, is_older=True)
    desk.notebook.write(both(desk, article_id)[1], "Wer von beiden?")

    assert texts(desk, *both(desk, article_id)) == ["Wer von beiden?", "Wer von beiden?"]


def test_a_namesake_is_not_found_where_the_other_is(desk: Desk) -> None:
    """Nor is the other found as the namesake."""
    article_id, other = desk.keep(BOTH), desk.keep("Zweiter\n\n[person:Berg] kam.")
    splits_last(desk, article_id)
    first, second = both(desk, article_id)

    assert [one.title for one in desk.corrections.articles_with(first, besides=article_id)] == ["Zweiter"]
    assert desk.corrections.articles_with(second, besides=article_id) == ()
    assert desk.others(other, "Berg") == [("Erster", 1)]
    assert {one.key for one in desk.corrections.known_entities()} == {first.key, second.key}


def test_the_note_of_a_namesake_stays_with_him(desk: Desk) -> None:
    """When an edited text puts him elsewhere, a new analysis finds others, or he gets a name."""
    article_id = desk.keep(BOTH)
    splits_last(desk, article_id)
    desk.notebook.write(both(desk, article_id)[1], "Ihr Mann.")

    desk.reads_anew(article_id, BOTH.replace("Berg] kam", "Berg=Anna Berg] kam"))
    assert desk.note(article_id, "Berg") == "Ihr Mann."

    entity = desk.entities(article_id)["Berg"]
    mention = entity.mentions[0]
    desk.corrections.make(article_id, wishes.renamed(mention, entity, "Otto Berg", desk.article(article_id)))
    assert desk.note(article_id, "Otto Berg") == "Ihr Mann."
    assert desk.entities(article_id)["Otto Berg"].key == EntityKey(PERSON, "otto berg")


def test_a_namesake_is_of_another_kind_and_back(desk: Desk) -> None:
    """He does not become one with whom he was split off from; merged with her, he does."""
    article_id = desk.keep(BOTH)
    article = desk.article(article_id)
    splits_last(desk, article_id)
    desk.notebook.write(both(desk, article_id)[0], "Ministerin.")
    desk.notebook.write(both(desk, article_id)[1], "Ihr Mann.")

    for kind in (PLACE, PERSON):
        second = both(desk, article_id)[1]
        desk.corrections.make(article_id, wishes.retyped(second.mentions[0], second, kind, article))
        assert both(desk, article_id)[1].kind is kind
        assert texts(desk, *both(desk, article_id)) == ["Ministerin.", "Ihr Mann."]

    first, second = both(desk, article_id)
    desk.corrections.make(article_id, wishes.merged(second.mentions[0], second, first, article))
    assert desk.note(article_id, "Berg") == "Ministerin.\n\nIhr Mann."


def test_several_mentions_that_are_split_off_are_one(desk: Desk) -> None:
    article_id = desk.keep("Erster\n\n[person:Berg] kam. [person:Berg] sah. [person:Berg] ging.")
    for _ in range(2):
        splits_last(desk, article_id)

    assert [len(entity.mentions) for entity in both(desk, article_id)] == [1, 2]


@pytest.mark.parametrize(("name", "expected"), [("a. berg", True), ("Anna  Berg", True), ("Ben", False)])
def test_all_names_of_those_declared_the_same_are_the_same(desk: Desk, name: str, expected: bool) -> None:
    """By none of them somebody can be told apart."""
    here, there = desk.keep(TWO), desk.keep("Neu\n\n[person:A. Berg] kam.")
    anna = desk.entities(here)["Anna Berg"]
    desk.corrections.declare(anna, desk.entities(there)["A. Berg"], is_same=True)

    assert desk.corrections.is_still(anna, name) is expected


def test_the_old_name_is_the_same_after_a_new_analysis(desk: Desk) -> None:
    article_id = desk.keep(SHORT)
    desk.notebook.write(desk.entities(article_id)["Berg"], "Ministerin.")
    desk.reads_anew(article_id, FULL)

    assert desk.corrections.is_still(desk.entities(article_id)["Anna Berg"], "Berg")


# What a new analysis calls otherwise.

SHORT = "Erster\n\n[person:Berg] traf [person:Ben]."
FULL = "Erster\n\n[person:Berg=Anna Berg] traf [person:Ben]."


def test_a_note_follows_to_the_name_that_a_new_analysis_gives(desk: Desk) -> None:
    """Undone it is back, and a further analysis of the same kind leaves it there."""
    article_id = desk.keep(SHORT)
    desk.notebook.write(desk.entities(article_id)["Berg"], "Ministerin.")

    followed = desk.reads_anew(article_id, FULL)
    assert desk.note(article_id, "Anna Berg") == "Ministerin."
    assert [note.entity_name for note in desk.notebook.notes()] == ["Anna Berg"]

    assert followed is not None
    desk.corrections.unfollow(followed)
    assert [note.entity_name for note in desk.notebook.notes()] == ["Berg"]
    assert desk.reads_anew(article_id, FULL) is None
    assert desk.note(article_id, "Anna Berg") is None

    desk.corrections.follow(followed.renamed)
    assert desk.note(article_id, "Anna Berg") == "Ministerin."


def test_a_note_follows_to_another_kind(desk: Desk) -> None:
    article_id = desk.keep("Erster\n\nDer [person:Kranich] flog.")
    desk.notebook.write(desk.entities(article_id)["Kranich"], "Fluglinie?")

    desk.reads_anew(article_id, "Erster\n\nDer [organization:Kranich] flog.")

    assert desk.note(article_id, "Kranich") == "Fluglinie?"


def test_a_note_that_follows_joins_the_one_that_is_there(desk: Desk) -> None:
    """No word of either is lost, and they can be taken apart."""
    article_id, other = desk.keep(SHORT), desk.keep("Zweiter\n\n[person:Anna Berg] kam.")
    desk.notebook.write(desk.entities(other)["Anna Berg"], "Ministerin.")
    desk.notebook.write(desk.entities(article_id)["Berg"], "Kennt Ben.")

    followed = desk.reads_anew(article_id, FULL)
    assert desk.notes() == ["Ministerin.\n\nKennt Ben."]

    assert followed is not None
    desk.corrections.unfollow(followed)
    assert desk.notes() == ["Kennt Ben.", "Ministerin."]


def test_a_note_that_followed_is_found_where_the_old_name_is_left(desk: Desk) -> None:
    """It is one note in all articles, whichever of the names they have."""
    article_id, other = desk.keep(SHORT), desk.keep("Zweiter\n\n[person:Berg] kam allein.")
    desk.notebook.write(desk.entities(other)["Berg"], "Ministerin.")

    desk.reads_anew(article_id, FULL)
    assert desk.note(other, "Berg") == "Ministerin."

    desk.notebook.write(desk.entities(other)["Berg"], "Ministerin a. D.")
    assert desk.note(article_id, "Anna Berg") == "Ministerin a. D."
    assert desk.notes() == ["Ministerin a. D."]


def test_a_note_comes_back_with_the_old_name(desk: Desk) -> None:
    """From analysis to analysis it is with its entity, and erased there it is gone."""
    article_id = desk.keep(SHORT)
    desk.notebook.write(desk.entities(article_id)["Berg"], "Ministerin.")

    desk.reads_anew(article_id, FULL)
    desk.reads_anew(article_id, SHORT.replace("Berg]", "Berg=A. Berg]"))
    assert desk.notes() == ["Ministerin."]
    desk.reads_anew(article_id, FULL)
    desk.reads_anew(article_id, SHORT)
    assert desk.notes() == ["Ministerin."]

    desk.notebook.write(desk.entities(article_id)["Berg"], "")
    desk.notebook.write(desk.entities(article_id)["Berg"], "Neu.")
    assert desk.notes() == ["Neu."]
    assert desk.note(article_id, "Berg") == "Neu."


def test_a_note_stays_where_it_is_not_sure_whose_it_is(desk: Desk) -> None:
    article_id = desk.keep("Erster\n\n[person:Berg] traf [person:Berg].")
    desk.notebook.write(desk.entities(article_id)["Berg"], "Ministerin.")

    followed = desk.reads_anew(article_id, "Erster\n\n[person:Berg=Anna Berg] traf [person:Berg=Otto Berg].")

    assert followed is None
    assert [(note.entity_name, note.text) for note in desk.notebook.notes()] == [("Berg", "Ministerin.")]


def test_what_was_declared_the_same_stays_so_after_a_new_analysis(desk: Desk) -> None:
    """By the new name as by the old one, with one note; undone it speaks of the old one alone."""
    article_id, other = desk.keep(SHORT), desk.keep("Zweiter\n\n[person:A. B.] kam.")
    berg, short = desk.entities(article_id)["Berg"], desk.entities(other)["A. B."]
    desk.corrections.declare(berg, short, is_same=True)
    desk.notebook.write(short, "Ministerin.")

    followed = desk.reads_anew(article_id, FULL)
    assert desk.others(article_id, "Anna Berg") == [("Zweiter", 1)]
    assert desk.note(article_id, "Anna Berg") == desk.note(other, "A. B.") == "Ministerin."
    assert desk.notes() == ["Ministerin."]

    assert followed is not None
    desk.corrections.unfollow(followed)
    assert desk.others(article_id, "Anna Berg") == []
    assert desk.note(other, "A. B.") == "Ministerin."


def test_what_was_declared_different_stays_so_after_a_new_analysis(desk: Desk) -> None:
    """Mentions that bear the other's name are not drawn in under the new name; each keeps the note."""
    first = desk.keep("Erster\n\n[person:Berg] traf [person:Ben]. Dann kam [person:Bergmann].")
    entities = desk.entities(first)
    desk.corrections.declare(entities["Berg"], entities["Bergmann"], is_same=False)
    for name in ("Berg", "Bergmann"):
        desk.notebook.write(entities[name], f"Von {name}.")

    desk.reads_anew(
        first,
        "Erster\n\n[person:Berg=Anna Berg] traf [person:Ben]. Dann kam [person:Bergmann=Anna Berg].",
    )

    assert list(desk.entities(first)) == ["Anna Berg", "Ben", "Bergmann"]
    assert desk.note(first, "Anna Berg") == "Von Berg."
    assert desk.note(first, "Bergmann") == "Von Bergmann."


@pytest.mark.parametrize(
    ("action", "words", "kind", "name"),
    [
        (Action.MERGE, ("Berg", "Ben"), PERSON, "Ben"),
        (Action.RENAME, ("Berg",), PERSON, "Ute Berg"),
        (Action.RETYPE, ("Berg",), PLACE, "Berg"),
    ],
)
def test_a_correction_of_the_whole_entity_acts_by_any_name(
    desk: Desk, action: CorrectionAction, words: tuple[str, ...], kind: EntityKind, name: str
) -> None:
    """As does the note on it."""
    article_id = desk.keep(SHORT)
    desk.correct(article_id, action, words, kind, name)
    desk.notebook.write(desk.entities(article_id)[name], "Wer?")
    before = desk.entities(article_id)

    desk.reads_anew(article_id, FULL)

    after = desk.entities(article_id)
    assert {one: found.kind for one, found in after.items()} == {
        one: found.kind for one, found in before.items()
    }
    assert desk.note(article_id, name) == "Wer?"


def test_a_marked_mention_stays_one_of_the_entity_by_any_name(desk: Desk) -> None:
    article_id = desk.keep("Erster\n\n[person:Anna Berg] kam. Es war die Berg.")
    article = desk.article(article_id)
    found = desk.library.annotations(article_id, article)
    assert found is not None
    start = article.text.index("die Berg") + len("die ")
    made = wishes.marked(Span(start, start + len("Berg")), PERSON, article, found)
    desk.corrections.make(article_id, replace(made, name="Anna Berg"))

    desk.reads_anew(article_id, "Erster\n\n[person:Anna Berg=Dr. Anna Berg] kam. Es war die Berg.")

    mentions = desk.entities(article_id)["Dr. Anna Berg"].mentions
    assert [mention.text for mention in mentions] == ["Anna Berg", "Berg"]


@pytest.mark.parametrize("seed", range(25))
def test_no_word_of_a_note_is_ever_lost(desk: Desk, seed: int) -> None:
    """Whatever is corrected, declared and withdrawn, in whatever order."""
    dice = random.Random(seed)  # noqa: S311  (no secret)
    articles = [
        desk.keep(TWO),
        desk.keep("Zwei\n\n[person:Ben], [person:Cem] und [place:Dorn]."),
        desk.keep("Drei\n\n[person:Anna Berg], [person:Cem], [person:Berg] und [place:Dorn]."),
    ]
    written = []
    undoes: list[Callable[[], object]] = []
    for word in WORDS:
        article_id = dice.choice(articles)
        entities = list(desk.entities(article_id).values())
        entity = dice.choice(entities)
        before = desk.notebook.note_on(entity)
        desk.notebook.write(entity, f"{before.text if before else ''} {word}.")
        written.append(word)
        name = dice.choice(["Anna Berg", "Ben", "Cem", "Neu", entity.canonical_name])
        match dice.randrange(4):
            case 0:
                other = dice.choice(entities)
                declared = desk.corrections.declare(entity, other, is_same=dice.random() < 0.8)
                undoes.append(lambda it=declared: desk.corrections.withdraw_declaration(it))
            case 1:
                entry = desk.corrections.dictionary.put(
                    DictionaryEntry(NEW, entity.canonical_name, PERSON, name)
                )
                undoes.append(lambda it=entry: desk.corrections.dictionary.remove(it))
            case _:
                action = dice.choice([Action.RENAME, Action.MERGE, Action.RETYPE])
                made = desk.correct(
                    article_id, action, (entity.canonical_name,), dice.choice([PERSON, PLACE]), name
                )
                undoes.append(lambda it=made: desk.corrections.withdraw(it))
        if undoes and dice.random() < 0.4:
            undoes.pop(dice.randrange(len(undoes)))()

        assert [there for there in written if not any(f"{there}." in note for note in desk.notes())] == []
    while undoes:
        undoes.pop(dice.randrange(len(undoes)))()
    assert [there for there in written if not any(f"{there}." in note for note in desk.notes())] == []


# Trouble with the disk.


def test_a_full_disk_changes_nothing(article_of: Makes, tmp_path: Path) -> None:
    """Neither the correction nor the note; there is room again later."""
    with closing(open_database(tmp_path / "library.sqlite3")) as database:
        desk = Desk(database, article_of)
        article_id = desk.keep(TWO)
        desk.notebook.write(desk.entities(article_id)["Ben"], "Kennt Anna. " * 5_000)
        pages = database.rows("PRAGMA page_count")[0][0]
        database.rows(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StorageFailed) as caught:
            desk.correct(article_id, Action.RENAME, ("Ben",), PERSON, "Benjamin " * 1_000)

        assert caught.value.reason is StorageFailure.DISK_FULL
        assert list(desk.entities(article_id)) == ["Anna Berg", "Ben"]
        assert desk.note(article_id, "Ben") == "Kennt Anna. " * 5_000

        database.rows("PRAGMA max_page_count = 100000")
        desk.correct(article_id, Action.RENAME, ("Ben",), PERSON, "Benjamin")
        assert desk.note(article_id, "Benjamin") == "Kennt Anna. " * 5_000


def test_a_library_that_cannot_be_written_is_read(desk: Desk) -> None:
    """Where else an entity occurs, and the note on it, are told as far as they were known."""
    here = keep_known(desk, "Eins\n\n[place:Litauen] lud ein.", Litauen="lt")
    there = keep_known(desk, "Two\n\n[place:Lithuania] won.", Lithuania="lt")
    desk.notebook.write(desk.entities(here)["Litauen"], "Am Meer.")
    desk.corrections.dictionary.put(DictionaryEntry(NEW, "Ben", PERSON))
    desk.database.rows("PRAGMA query_only = ON")

    assert desk.others(here, "Litauen") == [("Two", 1)]
    assert desk.note(there, "Lithuania") == "Am Meer."
    assert {entity.canonical_name for entity in desk.corrections.known_entities()} == {"Litauen", "Lithuania"}


def test_a_dictionary_that_could_not_be_kept_does_not_count(article_of: Makes, tmp_path: Path) -> None:
    """Neither now nor after the next change."""
    with closing(open_database(tmp_path / "library.sqlite3")) as database:
        desk = Desk(database, article_of)
        article_id = desk.keep(TWO)
        rows = "".join(f"Wort {number},person\n" for number in range(20_000))
        (tmp_path / "wörter.csv").write_text(f"text,kind\nBen,never\n{rows}", encoding="utf-8")
        database.rows(f"PRAGMA max_page_count = {database.rows('PRAGMA page_count')[0][0] + 2}")
        with pytest.raises(StorageFailed):
            desk.corrections.dictionary.import_csv(tmp_path / "wörter.csv")
        assert list(desk.entities(article_id)) == ["Anna Berg", "Ben"]
        assert desk.corrections.dictionary.entries() == ()

        desk.corrections.dictionary.put(DictionaryEntry(NEW, "Berg", None))
        assert list(desk.entities(article_id)) == ["Anna Berg", "Ben"]


def test_a_declaration_that_could_not_be_kept_does_not_count(article_of: Makes, tmp_path: Path) -> None:
    """Neither now nor after the next change."""
    with closing(open_database(tmp_path / "library.sqlite3")) as database:
        desk = Desk(database, article_of)
        article_id = desk.keep(TWO)
        entities = desk.entities(article_id)
        desk.notebook.write(entities["Anna Berg"], "Ministerin. " * 5_000)
        desk.notebook.write(entities["Ben"], "Ihr Deckname? " * 5_000)
        database.rows(f"PRAGMA max_page_count = {database.rows('PRAGMA page_count')[0][0]}")
        with pytest.raises(StorageFailed):
            desk.corrections.declare(entities["Anna Berg"], entities["Ben"], is_same=True)
        desk.corrections.dictionary.put(DictionaryEntry(NEW, "Berg", None))

        assert list(desk.entities(article_id)) == ["Anna Berg", "Ben"]
        assert desk.note(article_id, "Ben") == "Ihr Deckname? " * 5_000


WRITER = """
import sys
from pathlib import Path
from reader.domain.articles import ArticleId
from reader.domain.corrections import Anchor, CorrectionAction, EntityCorrection
from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.domain.spans import Span
from reader.services.corrections import Corrections, Followed
from reader.storage.article_store import ArticleStore
from reader.storage.database import open_database
database = open_database(Path(sys.argv[1]))
text = ArticleStore(database).get(ArticleId(1)).text
at = Anchor.of(Span(text.index("Ben"), text.index("Ben") + 3), text)
for number in range(int(sys.argv[2]), 100_000):
    name = f"Ben {number}"
    correction = EntityCorrection(CorrectionAction.RENAME, (at,), EntityKind.PERSON, name, is_whole=True)
    Corrections(database).make(ArticleId(1), correction)
    print(number, flush=True)
"""


def test_a_kill_in_the_middle_leaves_entity_and_note_together(article_of: Makes, tmp_path: Path) -> None:
    """Every correction that was told to be kept is there, and the note is on the entity as it is called."""
    path = tmp_path / "library.sqlite3"
    with closing(open_database(path)) as database:
        desk = Desk(database, article_of)
        article_id = desk.keep(TWO)
        desk.notebook.write(desk.entities(article_id)["Ben"], "Kennt Anna.")
    for attempt in range(5):
        command = [sys.executable, "-c", WRITER, str(path), str(attempt * 1000)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            kept = [int(writer.stdout.readline()) for _ in range(attempt + 1)]
            writer.send_signal(signal.SIGKILL)
            kept.extend(int(line) for line in writer.stdout if line.endswith("\n"))

        with closing(open_database(path)) as database:
            desk = Desk(database, article_of)
            (name,) = [name for name in desk.entities(article_id) if name.startswith("Ben ")]
            assert int(name.removeprefix("Ben ")) >= kept[-1]
            assert desk.note(article_id, name) == "Kennt Anna."
            assert desk.notes() == ["Kennt Anna."]


def test_two_windows_see_what_the_other_says(article_of: Makes, tmp_path: Path) -> None:
    """Corrections, dictionary and declarations."""
    path = tmp_path / "library.sqlite3"
    with closing(open_database(path)) as one, closing(open_database(path)) as other:
        here, there = Desk(one, article_of), Desk(other, article_of)
        article_id = here.keep(TWO)
        assert list(there.entities(article_id)) == ["Anna Berg", "Ben"]
        here.corrections.dictionary.put(DictionaryEntry(NEW, "Ben", None))
        assert list(there.entities(article_id)) == ["Anna Berg"]
        there.correct(article_id, Action.RENAME, ("Anna Berg",), PERSON, "A. Berg")

        assert list(here.entities(article_id)) == ["A. Berg"]


def test_a_library_of_before_corrections_is_indexed_when_it_is_asked(
    article_of: Makes, tmp_path: Path
) -> None:
    """Its articles were analysed by an older program."""
    old = Path(__file__).parents[1] / "data" / "libraries" / "version_2.sqlite3"
    shutil.copy(old, tmp_path / "library.sqlite3")
    with closing(open_database(tmp_path / "library.sqlite3")) as database:
        desk = Desk(database, article_of)
        here = desk.keep("Neu\n\n[person:Céline Favre] reist.")

        assert desk.others(here, "Céline Favre") == [("Bundesrat will Nachtzüge fördern", 2)]
