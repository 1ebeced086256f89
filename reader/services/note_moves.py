"""Notes follow the entities they were written on, when those are renamed or become one."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

from reader.domain.entities import Entity, EntityKey
from reader.domain.notes import Note
from reader.domain.spans import Span
from reader.storage.note_joins import NoteJoin, NoteJoins
from reader.storage.note_store import NoteStore

BETWEEN = "\n\n"  # two notes that become one
ANALYSIS = "analysis "  # how the causes begin where the machine found another name


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where the notes are that went with their entities to other names.

    In an article that still has the old name, the note is found by this.
    """

    moved: Mapping[EntityKey, EntityKey]

    def of(self, key: EntityKey) -> EntityKey:
        """Under which key the note on `key` is kept."""
        passed = {key}
        there = self.moved.get(key, key)
        while there in self.moved and there not in passed:
            passed.add(there)
            there = self.moved[there]
        return key if there in passed else there


class NoteMoves:
    """Moves and joins notes; what they said before is in the history of each.

    Every verb raises `StorageFailed`; call it within the transaction of what makes the notes move.
    """

    def __init__(self, notes: NoteStore, joins: NoteJoins) -> None:
        self._notes = notes
        self._joins = joins

    def follow(self, before: Sequence[Entity], after: Sequence[Entity], *, cause: str | None) -> None:
        """Where an entity of `before` is not in `after`, its note goes to the one with its mentions."""
        there = {entity.key for entity in after}
        gone = [entity for entity in before if entity.key not in there]
        noted = [(entity, note) for entity in gone if (note := self._notes.of(entity.key)) is not None]
        if not noted:
            return
        holders = [(mention.span, entity) for entity in after for mention in entity.mentions]
        for entity, note in noted:
            heir = _heir(entity, holders)
            if heir is not None:
                self.move(note, heir.key, heir.canonical_name, cause=cause)

    def move(self, note: Note, key: EntityKey, name: str, *, cause: str | None) -> None:
        """Let the note be one on `key`; a note that is there already keeps its text before it.

        With a cause it can be undone.
        """
        there = self._notes.of(key)
        moved = _joined(there, Note(key, name, note.text, note.updated))
        self._notes.erase(note.entity)
        self._notes.put(moved)
        if cause is not None:
            self._joins.add(cause, NoteJoin(note, key, there.text if there else None, moved.text))

    def new_analysis(self) -> str:
        """A cause for what moves because an article was read anew."""
        return ANALYSIS + uuid4().hex

    def whereabouts(self) -> Whereabouts:
        """Where notes went when an article was read anew, of names without a note of their own."""
        return Whereabouts(self._joins.moved(ANALYSIS))

    def causes(self, beginning: str) -> set[str]:
        """All that begin so and made notes move."""
        return self._joins.causes(beginning)

    def take(self, cause: str) -> list[NoteJoin]:
        """What moved for this cause, to be given to `undo`; it is forgotten with that."""
        return self._joins.take(cause)

    def undo(self, joins: Iterable[NoteJoin]) -> None:
        """Take apart what was joined; text that was written since stays where it was written."""
        for join in joins:
            there = self._notes.of(join.into)
            if join.text_before is None:
                if there is not None:  # else it has gone on from there, or the reader erased it
                    self._notes.erase(join.into)
                    self._restore(replace(join.note, text=there.text, updated=there.updated))
                continue
            if there is not None and there.text == join.text_after:
                self._notes.put(replace(there, text=join.text_before))
            self._restore(join.note)

    def _restore(self, note: Note) -> None:
        self._notes.put(_joined(self._notes.of(note.entity), note))


def _joined(there: Note | None, note: Note) -> Note:
    """The note, behind the text of the one that is there; neither text stands there twice."""
    if there is None or there.text in note.text:
        return note
    text = there.text if note.text in there.text else there.text + BETWEEN + note.text
    return replace(there, text=text, updated=max(there.updated, note.updated))


def _heir(entity: Entity, holders: Iterable[tuple[Span, Entity]]) -> Entity | None:
    """Who has most of the entity's mentions now."""
    spans = [mention.span for mention in entity.mentions]
    shares: Counter[int] = Counter()
    found: dict[int, Entity] = {}
    for span, holder in holders:
        if any(span.overlaps(one) for one in spans):
            shares[id(holder)] += 1
            found[id(holder)] = holder
    return found[shares.most_common(1)[0][0]] if shares else None
