"""Under which entity a note is kept, so that it is one and the same in every article."""

from collections.abc import Iterable, Sequence

from reader.domain.entities import Entity, EntityKey
from reader.services.note_moves import NoteMoves
from reader.services.samenesses import Samenesses
from reader.storage.entity_index import EntityIndex
from reader.storage.note_store import NoteStore


class NotePlaces:
    """Finds the note of an entity that goes by other names elsewhere.

    Every verb raises `StorageFailed` if the disk says no.
    """

    def __init__(self, notes: NoteStore, moves: NoteMoves, index: EntityIndex) -> None:
        self._notes = notes
        self._moves = moves
        self._index = index

    def heads(self, keys: Iterable[EntityKey], samenesses: Samenesses) -> dict[EntityKey, EntityKey]:
        """For each key the first of those declared the same, by its newest name."""
        whereabouts = self._moves.whereabouts()
        return {key: whereabouts.of(samenesses.head(key)) for key in keys}

    def of(self, entities: Iterable[Entity], samenesses: Samenesses) -> dict[EntityKey, EntityKey]:
        """Under which keys the notes on these are kept.

        Where nothing is written on the name itself, it is another name of the same entry of the knowledge
        base: Litauen and Lithuania have one note.
        """
        entities = tuple(entities)
        places = self.heads((entity.key for entity in entities), samenesses)
        noted = self._index.noted() if any(entity.knowledge_id for entity in entities) else {}
        for entity in entities:
            elsewhere = _not_apart(entity, noted, samenesses)
            if elsewhere and self._notes.of(places[entity.key]) is None:
                places[entity.key] = elsewhere[0]
        return places

    def known(self, entity: Entity, samenesses: Samenesses) -> list[EntityKey]:
        """Where notes on its entry of the knowledge base are, the last changed first.

        Of several, all but one were written before it was known that they speak of the same.
        """
        return _not_apart(entity, self._index.noted(), samenesses) if entity.knowledge_id else []

    def join(self, keys: Sequence[EntityKey]) -> None:
        """Let the notes on these become one, under the first."""
        notes = [note for key in keys if (note := self._notes.of(key)) is not None]
        for note in notes[1:]:
            self._moves.move(note, notes[0].entity, notes[0].entity_name, cause=None)


def _not_apart(entity: Entity, noted: dict[str, list[EntityKey]], samenesses: Samenesses) -> list[EntityKey]:
    """Where notes on its entry of the knowledge base are, without those declared different from it."""
    apart = samenesses.apart_from(entity.key)
    return [key for key in noted.get(entity.knowledge_id or "", ()) if key not in apart]
