"""Entities: the people, organisations, weapon systems and places themselves."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NewType

from reader.domain.mentions import Mention

EntityId = NewType("EntityId", str)

NAMESAKE = "\x1f"  # stands in no name


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

    `name` is case-folded, and goes on with what tells namesakes apart: make keys with `Entity.key`.
    """

    kind: EntityKind
    name: str

    @classmethod
    def of(cls, kind: EntityKind, name: str, *, namesake: str = "") -> "EntityKey":
        return cls(kind, name.casefold() + (NAMESAKE + namesake if namesake else ""))

    @property
    def namesake(self) -> str:
        """What tells the entity apart from others of the same name; mostly nothing."""
        return self.name.partition(NAMESAKE)[2]


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation, weapon system or place of an article, with all its mentions.

    `aliases` are the other names found in the text, `roles` the functions named with a person.
    A generic entity is a weapon class (Kampfpanzer), not a named system. `knowledge_id` is the id
    of the matching entry of the knowledge base, if the match is sure. `namesake` tells apart what the reader
    split off from another entity of the very same name.
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
    namesake: str = ""

    @classmethod
    def called(cls, name: str, key: EntityKey) -> "Entity":
        """An entity of which no more is known than its key and how its name is written."""
        return cls(EntityId(""), key.kind, name, (), namesake=key.namesake)

    def with_mentions(self, mentions: Collection[Mention]) -> "Entity":
        """The same with more mentions, in the order of the text."""
        if not mentions:
            return self
        return replace(self, mentions=tuple(sorted((*self.mentions, *mentions), key=lambda one: one.span)))

    @property
    def key(self) -> EntityKey:
        return EntityKey.of(self.kind, self.canonical_name, namesake=self.namesake)
