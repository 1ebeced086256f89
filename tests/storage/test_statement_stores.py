"""The dictionary, the declarations and the index of entities on disk."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from reader.domain.annotations import Annotations, PipelineName
from reader.domain.articles import Article, ArticleId
from reader.domain.corrections import (
    CorrectionAction,
    DictionaryEntry,
    DictionaryEntryId,
    EntityCorrection,
    Sameness,
    SamenessId,
)
from reader.domain.entities import Entity, EntityId, EntityKey, EntityKind
from reader.domain.mentions import Mention
from reader.domain.spans import Span
from reader.storage.annotation_store import AnnotationStore
from reader.storage.article_store import ArticleStore
from reader.storage.correction_store import CorrectionStore
from reader.storage.database import Database
from reader.storage.dictionary_store import DictionaryStore
from reader.storage.entity_index import EntityIndex
from reader.storage.sameness_store import SamenessStore

Makes = Callable[..., Article]
NOON = datetime(2025, 1, 1, 12, tzinfo=UTC)
ANNA = EntityKey(EntityKind.PERSON, "anna")
BEN = EntityKey(EntityKind.PERSON, "ben")


def entry(text: str, kind: EntityKind | None = None) -> DictionaryEntry:
    return DictionaryEntry(DictionaryEntryId(0), text, kind)


def sameness(first: EntityKey, second: EntityKey, *, is_same: bool = True) -> Sameness:
    return Sameness(SamenessId(0), first, second, first.name.title(), second.name.title(), is_same)


def entity(name: str, *, mentions: int = 1, knowledge_id: str | None = None) -> Entity:
    found = tuple(Mention(Span(number, number + 1), "x") for number in range(mentions))
    return Entity(EntityId("e1"), EntityKind.PERSON, name, found, knowledge_id=knowledge_id)


@pytest.fixture
def keep(database: Database, article_of: Makes) -> Callable[[str], ArticleId]:
    """Keeps an article that was analysed."""

    def put(title: str) -> ArticleId:
        article = article_of(title, name=title)
        article_id = ArticleStore(database).put(article, NOON)
        AnnotationStore(database).put(
            article_id, Annotations(article.text_digest, "de", PipelineName("p", "1"))
        )
        return article_id

    return put


Keeps = Callable[[str], ArticleId]


def test_what_only_a_newer_program_knows_is_left_out_and_left_alone(database: Database) -> None:
    """A kind may be added one day."""
    DictionaryStore(database).put_all([entry("Berg"), entry("Tal", EntityKind.PLACE)])
    SamenessStore(database).put(sameness(ANNA, BEN))
    with database.transaction() as connection:
        connection.execute("UPDATE dictionary_entry SET kind = 'event' WHERE text = 'Tal'")
        connection.execute("UPDATE sameness SET second_kind = 'event'")

    assert [known.text for known in DictionaryStore(database).all()] == ["Berg"]
    assert SamenessStore(database).all() == []
    assert database.rows("SELECT count(*) FROM dictionary_entry")[0][0] == 2


def test_a_weapon_class_is_kept_apart_from_weapon_systems(database: Database) -> None:
    """Also where one takes the place of the other."""
    store = DictionaryStore(database)
    weapon = entry("Hammer", EntityKind.WEAPON)
    store.put(weapon)

    for is_generic in (True, False, True):
        store.put(replace(weapon, is_generic=is_generic))
        (known,) = store.all()
        assert (known.kind, known.is_generic) == (EntityKind.WEAPON, is_generic)


def test_entries_come_in_the_order_of_their_texts(database: Database) -> None:
    """Whatever their case, and however they came in."""
    DictionaryStore(database).put_all([entry("zebra"), entry("Aal"), entry("Zander"), entry("aal")])

    assert [known.text for known in DictionaryStore(database).all()] == ["Aal", "aal", "Zander", "zebra"]


def test_a_pair_has_one_declaration(database: Database) -> None:
    """The later one, whichever of both comes first in it."""
    store = SamenessStore(database)
    store.put(sameness(ANNA, BEN))
    store.put(sameness(BEN, EntityKey(EntityKind.PLACE, "anna")))
    store.put(sameness(BEN, ANNA, is_same=False))

    assert [(declared.first.kind, declared.second.kind, declared.is_same) for declared in store.all()] == [
        (EntityKind.PERSON, EntityKind.PLACE, True),
        (EntityKind.PERSON, EntityKind.PERSON, False),
    ]


def test_an_article_is_stale_until_it_is_indexed(database: Database, keep: Keeps) -> None:
    """And again when findings, corrections, the dictionary or a declaration change."""
    index, corrections = EntityIndex(database), CorrectionStore(database)
    first, second = keep("Erster"), keep("Zweiter")
    stale = [set(index.stale(most=9))]

    def settle() -> None:
        for article_id in index.stale(most=9):
            index.put(article_id, (), revision=index.revision())
        stale.append(set(index.stale(most=9)))

    settle()
    made = corrections.add(first, EntityCorrection(CorrectionAction.MARK, (), None), NOON)
    stale.append(set(index.stale(most=9)))
    settle()
    corrections.set_withdrawn(made, is_withdrawn=True)
    stale.append(set(index.stale(most=9)))
    settle()
    keep("Zweiter")
    stale.append(set(index.stale(most=9)))
    settle()
    DictionaryStore(database).put(entry("Berg"))
    stale.append(set(index.stale(most=9)))
    settle()
    SamenessStore(database).put(sameness(ANNA, BEN))
    stale.append(set(index.stale(most=9)))

    both = {first, second}
    assert stale == [both, set(), {first}, set(), {first}, set(), {second}, set(), both, set(), both]


def test_what_was_removed_or_not_analysed_need_not_be_indexed(
    database: Database, keep: Keeps, article_of: Makes
) -> None:
    """It is once it comes back."""
    index = EntityIndex(database)
    removed = keep("Weg")
    ArticleStore(database).set_removed(removed, is_removed=True)
    ArticleStore(database).put(article_of("Neu"), NOON)
    assert index.stale(most=9) == []

    ArticleStore(database).set_removed(removed, is_removed=False)
    assert index.stale(most=9) == [removed]


def test_occurrences_are_found_by_key_and_by_knowledge_once_each(database: Database, keep: Keeps) -> None:
    """Two entities with one key count together."""
    index = EntityIndex(database)
    first, second = keep("Erster"), keep("Zweiter")
    index.put(first, [entity("Anna", mentions=2), entity("ANNA", knowledge_id="k")], revision=0)
    index.put(second, [entity("Ben", mentions=4, knowledge_id="k"), entity("Cem")], revision=0)

    found = index.occurrences({ANNA}, {"k"})
    assert {(one.article, one.title, one.key, one.name, one.mention_count) for one in found} == {
        (first, "Erster", ANNA, "Anna", 3),
        (second, "Zweiter", BEN, "Ben", 4),
    }
    assert index.occurrences({BEN}) == [one for one in found if one.key == BEN]
    assert index.occurrences(()) == []


def test_newer_entities_take_the_place_of_older_ones(database: Database, keep: Keeps) -> None:
    """What an article no longer has is not found there."""
    index = EntityIndex(database)
    article_id = keep("Erster")
    index.put(article_id, [entity("Anna")], revision=0)
    index.put(article_id, [entity("Ben")], revision=0)

    assert index.occurrences({ANNA}) == []
    assert [one.article for one in index.occurrences({BEN})] == [article_id]
