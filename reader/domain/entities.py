"""Entities: the people, organisations, weapon systems and places themselves."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from reader.domain.mentions import Mention

EntityId = NewType("EntityId", str)


class EntityKind(StrEnum):
    """The values are part of the JSON contract; spaCy's labels are PER, ORG, WEAPON, LOC, MISC."""

    PERSON = "person"
    ORGANIZATION = "organization"
    WEAPON = "weapon"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class EntityKey:
    """What makes an entity the same in every article; the reader's notes hang on it.

    `name` is case-folded: make keys with `Entity.key`.
    """

    kind: EntityKind
    name: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation, weapon system or place of an article, with all its mentions.

    `aliases` are the other names found in the text, `roles` the functions named with a person.
    A generic entity is a weapon class (Kampfpanzer), not a named system. `knowledge_id` is the id
    of the matching entry of the knowledge base, if the match is sure.
    """

    id: EntityId
    kind: EntityKind
    canonical_name: str
    mentions: tuple[Mention, ...]
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    is_generic: bool = False
    knowledge_id: str | None = None
    is_corrected: bool = False

    @property
    def key(self) -> EntityKey:
        return EntityKey(self.kind, self.canonical_name.casefold())
