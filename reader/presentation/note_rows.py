"""The rows of the side panel's list of notes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from reader.domain.annotations import Annotations
from reader.domain.entities import EntityId, EntityKey, EntityKind
from reader.domain.notes import Note

ITS_OWN: Mapping[EntityKey, EntityKey] = {}
LONGEST_BEGINNING = 300  # characters: more than any panel shows in two lines


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note, in one line; `entity` is None where the open article does not mention its entity."""

    key: EntityKey
    kind: EntityKind
    name: str
    beginning: str
    updated: datetime
    entity: EntityId | None


def note_rows(
    notes: Iterable[Note],
    annotations: Annotations | None,
    *,
    filter_words: str = "",
    note_keys: Mapping[EntityKey, EntityKey] = ITS_OWN,
) -> tuple[NoteRow, ...]:
    """All notes: those on entities of the open article first, then the newest first.

    `note_keys` tell of entities under which other key their notes are kept.
    """
    entities = annotations.entities if annotations else ()
    here = {note_keys.get(entity.key, entity.key): entity.id for entity in entities}
    wanted = filter_words.casefold().split()
    rows = [
        NoteRow(
            note.entity,
            note.entity.kind,
            note.entity_name,
            " ".join(note.text[:LONGEST_BEGINNING].split()),
            note.updated,
            here.get(note.entity),
        )
        for note in notes
        if all(word in f"{note.entity_name} {note.text}".casefold() for word in wanted)
    ]
    return tuple(sorted(rows, key=lambda row: (row.entity is None, -row.updated.timestamp())))
