"""The rows of the side panel's list of names."""

from collections.abc import Mapping
from dataclasses import dataclass

from reader.domain.annotations import Annotations
from reader.domain.entities import Entity, EntityId, EntityKey, EntityKind
from reader.presentation.doubts import is_name
from reader.presentation.highlights import SHOWN_KINDS


@dataclass(frozen=True, slots=True)
class EntityRow:
    """One entity.

    `count` is how often it is named, `meant_count` how often meant without its name (the minister, she).
    `places` tell where in the article either happens, each from 0 to 1.
    """

    entity: EntityId
    kind: EntityKind
    name: str
    detail: str
    count: int
    places: tuple[float, ...]
    is_generic: bool
    has_note: bool
    is_corrected: bool = False
    meant_count: int = 0


@dataclass(frozen=True, slots=True)
class EntitySection:
    """All rows of one kind, the most mentioned first, weapon classes after named systems."""

    kind: EntityKind
    rows: tuple[EntityRow, ...]


def entity_sections(
    annotations: Annotations,
    *,
    text_length: int,
    filter_words: str = "",
    noted: frozenset[EntityKey] = frozenset(),
    nouns: Mapping[EntityId, str] | None = None,
) -> tuple[EntitySection, ...]:
    """The side panel's list; kinds without a row are left out.

    `filter_words` must each occur in a name, an alias or the detail. `nouns` say what a weapon
    system is (Flugabwehrsystem).
    """
    sections = []
    for kind in SHOWN_KINDS:
        rows = [
            _row(entity, text_length, noted=noted, noun=(nouns or {}).get(entity.id, ""))
            for entity in annotations.entities
            if entity.kind is kind and _matches(entity, filter_words, noun=(nouns or {}).get(entity.id, ""))
        ]
        if rows:
            rows.sort(key=lambda row: (row.is_generic, -row.count, row.places))
            sections.append(EntitySection(kind, tuple(rows)))
    return tuple(sections)


def kind_counts(annotations: Annotations) -> dict[EntityKind, int]:
    """How many entities there are of each kind."""
    counts = dict.fromkeys(SHOWN_KINDS, 0)
    for entity in annotations.entities:
        counts[entity.kind] += 1
    return counts


def _row(entity: Entity, text_length: int, *, noted: frozenset[EntityKey], noun: str) -> EntityRow:
    length = max(text_length, 1)
    return EntityRow(
        entity=entity.id,
        kind=entity.kind,
        name=entity.canonical_name,
        detail=", ".join(entity.roles[:2]) or noun,
        count=sum(map(is_name, entity.mentions)),
        places=tuple(sorted(mention.span.start / length for mention in entity.mentions)),
        is_generic=entity.is_generic,
        has_note=entity.key in noted,
        is_corrected=entity.is_corrected,
        meant_count=sum(not is_name(mention) for mention in entity.mentions),
    )


def _matches(entity: Entity, filter_words: str, *, noun: str) -> bool:
    searched = " ".join((entity.canonical_name, *entity.aliases, *entity.roles, noun)).casefold()
    return all(word in searched for word in filter_words.casefold().split())
