"""What the reader corrected: in one article, in the dictionary for all, and across the library."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic

from reader.domain.annotations import Annotations
from reader.domain.articles import Article, ArticleId
from reader.domain.corrections import (
    Correction,
    CorrectionAction,
    CorrectionId,
    Sameness,
    SamenessId,
    StoredCorrection,
)
from reader.domain.entities import Entity, EntityKey
from reader.domain.errors import StorageFailed
from reader.services.correcting import Corrected, corrected
from reader.services.dictionary_keeping import DictionaryKeeping
from reader.services.knowing import Knowing
from reader.services.library import utc_now
from reader.services.note_moves import NoteMoves
from reader.services.note_places import NotePlaces
from reader.services.other_articles import OtherArticle, other_articles
from reader.services.renamings import Renaming, carried, renamings, without_contradictions
from reader.services.samenesses import Samenesses
from reader.storage.annotation_store import AnnotationStore
from reader.storage.article_store import ArticleStore
from reader.storage.correction_store import CorrectionStore, TitledCorrection
from reader.storage.database import Database
from reader.storage.entity_index import EntityIndex
from reader.storage.note_joins import NoteJoins
from reader.storage.note_store import NoteStore
from reader.storage.sameness_store import SamenessStore

INDEXING = timedelta(milliseconds=50)  # that one step may take
SOME_ARTICLES = 20


@dataclass(frozen=True, slots=True)
class Followed:
    """What went with entities that a new analysis calls otherwise; `unfollow` takes it back."""

    renamed: tuple[Renaming, ...]
    cause: str
    declarations: tuple[SamenessId, ...]


class Corrections:
    """Keeps what the reader said, and applies it.

    Every verb raises `StorageFailed` if the disk says no; then nothing has changed.
    """

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime] = utc_now,
        *,
        knowing: Knowing | None = None,
    ) -> None:
        """`knowing` links what the reader names to the knowledge base."""
        self._database = database
        self._corrections = CorrectionStore(database)
        self._samenesses = SamenessStore(database)
        self._index = EntityIndex(database)
        self._articles = ArticleStore(database)
        self._annotations = AnnotationStore(database)
        self._notes = NoteStore(database)
        self._note_moves = NoteMoves(self._notes, NoteJoins(database))
        self._note_places = NotePlaces(self._notes, self._note_moves, self._index)
        self._now = now
        self._knowing = knowing
        self.dictionary = DictionaryKeeping(database, self._notes, self._note_moves, self._changing)
        self._indexed: tuple[int, int] | None = None  # the state of the library when nothing was left to do
        self._ready = Samenesses()
        self._revision: int | None = None  # of the declarations that are ready

    def together(self) -> AbstractContextManager[None]:
        """All that is changed within counts as one change: it is made as a whole or not at all."""
        return self._changing()

    # Corrections of one article.

    def make(self, article_id: ArticleId, correction: Correction) -> CorrectionId:
        """Keep a correction; when this returns it is on disk."""
        with self._changing():
            before = self.entities_in(article_id)
            correction_id = self._corrections.add(article_id, correction, self._now())
            if _takes_notes(correction):
                self._note_moves.follow(before, self.entities_in(article_id), cause=_cause(correction_id))
        return correction_id

    def withdraw(self, correction_id: CorrectionId) -> None:
        """Let a correction do nothing from now on; `restore` undoes it."""
        with self._changing():
            moved = self._note_moves.take(_cause(correction_id))
            with self._notes_follow(correction_id, is_restored=False):
                self._corrections.set_withdrawn(correction_id, is_withdrawn=True)
            self._note_moves.undo(moved)

    def restore(self, correction_id: CorrectionId) -> None:
        with self._changing():
            moved = self._note_moves.take(_withdrawal(correction_id))
            with self._notes_follow(correction_id, is_restored=True):
                self._corrections.set_withdrawn(correction_id, is_withdrawn=False)
            self._note_moves.undo(moved)

    def of_article(self, article_id: ArticleId) -> tuple[StoredCorrection, ...]:
        """In the order they were made, withdrawn ones too."""
        return tuple(self._corrections.of_article(article_id))

    def all(self) -> tuple[TitledCorrection, ...]:
        """Those of all articles with their titles, the newest first, withdrawn ones too."""
        return tuple(self._corrections.all())

    def misfits(self) -> frozenset[CorrectionId]:
        """Those of all articles that hold but do nothing, for their words are not there any more."""
        texts: dict[ArticleId, str] = {}
        found = []
        for titled in self._corrections.all():
            stored = titled.stored
            if stored.is_withdrawn:
                continue
            if stored.article not in texts:
                article = self._articles.get(stored.article)
                texts[stored.article] = article.text if article is not None else ""
            text = texts[stored.article]
            if all(anchor.find_in(text) is None for anchor in stored.correction.anchors):
                found.append(stored.id)
        return frozenset(found)

    def apply(self, article_id: ArticleId | None, article: Article, annotations: Annotations) -> Corrected:
        """The annotations with all that the reader said; None as id for an article that was not kept."""
        own = self._corrections.of_article(article_id) if article_id is not None else []
        return corrected(article, annotations, own, self.dictionary.ready(), self._declared(), self._knowing)

    # A new analysis.

    def keep_found(self, article_id: ArticleId, annotations: Annotations) -> Followed | None:
        """Keep what a new analysis found; notes and declarations follow whom it calls otherwise.

        None where there was nothing to follow, or where it is not sure who is who.
        """
        with self._changing():
            if not self._samenesses.all() and not self._notes.all():
                self._annotations.put(article_id, annotations)
                return None
            before = self.entities_in(article_id)
            self._annotations.put(article_id, annotations)
            return self.follow(renamings(before, self.entities_in(article_id)))

    def follow(self, renamed: Sequence[Renaming]) -> Followed | None:
        """Let what was said of these by their old names count for the new ones; None if nothing was."""
        cause = self._note_moves.new_analysis()
        with self._changing():
            declared = self._samenesses.all()
            keys = {end for one in declared for end in (one.first, one.second)}
            concerned = tuple(
                one
                for one in without_contradictions(renamed, declared)
                if one.before.key in keys or self._notes.of(one.before.key) is not None
            )
            if not concerned:
                return None
            ids = tuple(self._samenesses.put(one) for one in carried(declared, concerned))
            samenesses = self._declared()
            for one in concerned:
                self._join_notes(one.after.key, cause=cause)
                head = samenesses.head(one.after.key)
                note = self._notes.of(one.before.key)
                if note is not None and note.entity != head:
                    name = samenesses.names.get(head, one.after.canonical_name)
                    self._note_moves.move(note, head, name, cause=cause)
        return Followed(concerned, cause, ids)

    def unfollow(self, followed: Followed) -> None:
        with self._changing():
            for sameness_id in followed.declarations:
                self._samenesses.withdraw(sameness_id)
            self._note_moves.undo(self._note_moves.take(followed.cause))

    # The same or different, in the whole library.

    def declare(self, first: Entity, second: Entity, *, is_same: bool) -> SamenessId:
        """Say that two entities are the same, by the name of the first, or that they are different."""
        with self._changing():
            for earlier in self._samenesses.all():
                if {earlier.first, earlier.second} == {first.key, second.key}:
                    self.withdraw_declaration(earlier.id)
            sameness_id = self._samenesses.put(
                Sameness(
                    SamenessId(0), first.key, second.key, first.canonical_name, second.canonical_name, is_same
                )
            )
            if is_same:
                self._join_notes(first.key, cause=f"declaration {sameness_id}")
        return sameness_id

    def withdraw_declaration(self, sameness_id: SamenessId) -> None:
        with self._changing():
            self._samenesses.withdraw(sameness_id)
            self._note_moves.undo(self._note_moves.take(f"declaration {sameness_id}"))

    def restore_declaration(self, sameness_id: SamenessId) -> None:
        """Let a declaration that was withdrawn hold again, in its old place among the others."""
        with self._changing():
            self._samenesses.restore(sameness_id)
            restored = next(one for one in self._samenesses.all() if one.id == sameness_id)
            if restored.is_same:
                self._join_notes(restored.first, cause=f"declaration {sameness_id}")

    def declarations(self) -> tuple[Sameness, ...]:
        """All that hold, in the order they were made."""
        return tuple(self._samenesses.all())

    def heads(self, keys: Iterable[EntityKey]) -> dict[EntityKey, EntityKey]:
        """For each key the first of those declared the same, by its newest name."""
        return self._note_places.heads(keys, self._declared())

    def note_key(self, entity: Entity) -> EntityKey:
        """Under which entity the note is kept; several on one and the same become one before."""
        if entity.knowledge_id is not None:
            with suppress(StorageFailed):  # what cannot be written can still be read
                self.index_some(timedelta())  # what was just corrected
                known = self._note_places.known(entity, self._declared())
                if len(known) > 1:
                    with self._changing():
                        self._note_places.join(known)
        return self.note_keys([entity])[entity.key]

    def note_keys(self, entities: Iterable[Entity]) -> dict[EntityKey, EntityKey]:
        """Under which entities the notes on these are kept."""
        return self._note_places.of(entities, self._declared())

    def articles_with(
        self, entity: Entity, *, besides: ArticleId | None = None, least_confidence: float = 0
    ) -> tuple[OtherArticle, ...]:
        """Articles with this entity, the newest first.

        That is: the same entry of the knowledge base, or the same kind and name, or declared the same.
        Mentions that are less sure do not count.
        """
        with suppress(StorageFailed):  # a full disk can still be read
            self.index_some()
        samenesses = self._declared()
        knowledge_ids = {entity.knowledge_id} if entity.knowledge_id else set()
        found = self._index.occurrences(samenesses.group(entity.key), knowledge_ids)
        apart = samenesses.apart_from(entity.key)
        wanted = [one for one in found if one.key not in apart and one.article != besides]
        return other_articles(wanted, least_confidence)

    def is_still(self, entity: Entity, name: str) -> bool:
        """Whether somebody of its kind and of this name is taken for the entity itself."""
        key = EntityKey.of(entity.kind, " ".join(name.split()))
        keys = self.heads((key, entity.key))
        return keys[key] == keys[entity.key]

    def article(self, article_id: ArticleId) -> Article | None:
        return self._articles.get(article_id)

    def entities_in(self, article_id: ArticleId) -> tuple[Entity, ...]:
        """The entities of an article, corrected; none if it was not analysed or cannot be read."""
        article = self._articles.get(article_id)
        annotations = self._annotations.get(article_id, article.text_digest) if article else None
        if article is None or annotations is None:
            return ()
        return self.apply(article_id, article, annotations).annotations.entities

    def same_in(self, entity: Entity, article_id: ArticleId) -> tuple[Entity, ...]:
        """Those of the entities in an article for whose sake `articles_with` names it."""
        samenesses = self._declared()
        group, apart = samenesses.group(entity.key), samenesses.apart_from(entity.key)
        return tuple(
            one
            for one in self.entities_in(article_id)
            if one.key not in apart
            and (
                one.key in group or (one.knowledge_id is not None and one.knowledge_id == entity.knowledge_id)
            )
        )

    def known_entities(self) -> tuple[Entity, ...]:
        """Every entity of the library by name and kind alone, in the order of the names."""
        with suppress(StorageFailed):
            self.index_some()
        return tuple(Entity.called(name, key) for key, name in self._index.names())

    def index_some(self, limit: timedelta = INDEXING) -> bool:
        """Bring the index of entities up to date for a moment; False when there is nothing left to do."""
        if self._indexed == self._database.state():
            return False
        end = monotonic() + limit.total_seconds()
        while stale := self._index.stale(most=SOME_ARTICLES):
            with self._database.transaction():
                for article_id in stale:
                    revision = self._index.revision()
                    self._index.put(article_id, self.entities_in(article_id), revision=revision)
                    if monotonic() > end:
                        return True
        self._indexed = self._database.state()
        return False

    # How it is done.

    def _declared(self) -> Samenesses:
        """The declarations, made ready anew when somebody changed them."""
        revision = self._index.revision()
        if revision != self._revision:
            self._ready, self._revision = Samenesses(self._samenesses.all()), revision
        return self._ready

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """All of a change or nothing; what was made ready from a change that failed is forgotten."""
        try:
            with self._database.transaction():
                yield
        except BaseException:
            self._revision = None
            self.dictionary.forget()
            raise

    @contextmanager
    def _notes_follow(self, correction_id: CorrectionId, *, is_restored: bool) -> Iterator[None]:
        """What was written on whom a correction split off goes back with its withdrawal, and returns."""
        stored = self._corrections.get(correction_id)
        before = self.entities_in(stored.article) if stored is not None else ()
        yield
        if stored is None:
            return
        after = self.entities_in(stored.article)
        if _takes_notes(stored.correction):
            self._note_moves.follow(before, after, cause=_cause(correction_id) if is_restored else None)
        elif not is_restored:
            self._note_moves.follow(before, after, cause=_withdrawal(correction_id))

    def _join_notes(self, key: EntityKey, *, cause: str) -> None:
        """The notes of all that are the same become one."""
        samenesses = self._declared()
        head = samenesses.head(key)
        for other in sorted(samenesses.group(key) - {head}, key=lambda one: (one.kind, one.name)):
            note = self._notes.of(other)
            if note is not None:
                self._note_moves.move(note, head, samenesses.names[head], cause=cause)


def _cause(correction_id: CorrectionId) -> str:
    return f"correction {correction_id}"


def _withdrawal(correction_id: CorrectionId) -> str:
    return f"withdrawal {correction_id}"


def _takes_notes(correction: Correction) -> bool:
    """Whether a note goes along: what is split off is somebody else, of whom nothing was written."""
    return correction.action is not CorrectionAction.SPLIT
