"""Knowledge entries: what is known of a person, organisation, weapon system or place beforehand.

They hold plain values only, never each other, so the garbage collector need not watch them (`gc=False`).
"""

from enum import StrEnum
from typing import NewType

import msgspec

from reader.domain.entities import EntityKind
from reader.knowledge.figures import Figure

KnowledgeId = NewType("KnowledgeId", str)


class FactKind(StrEnum):
    """What a fact tells; the values are kept in the index."""

    CLASS = "class"  # battle tank, party, city
    ORIGIN = "origin"
    MAKER = "maker"
    IN_SERVICE = "in_service"
    CAPITAL = "capital"
    SEAT_OF_GOVERNMENT = "seat_of_government"  # said of the city, with its country
    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    LED_BY = "led_by"
    OFFICE = "office"
    COUNTRY = "country"


class Fact(msgspec.Struct, frozen=True, gc=False):
    """One line of the details card; IN_SERVICE has no text, only `since`.

    `since` is a year, a month or a day, as in 2019-05-20. `entry` is the entry that the text names; with
    an office, it is the country or organisation whose office it is.
    """

    what: FactKind
    text_de: str = ""
    text_en: str = ""
    since: str = ""
    entry: KnowledgeId | None = None


class KnowledgeEntry(msgspec.Struct, frozen=True, gc=False):
    """One thing; what nobody is sure of is empty.

    `category` is a word of the tables: tank, party, city; a country's is “country”, people have none.
    `ambiguous` are those of its names that mean something else, too. `as_of` is the month, as in
    2026-11, in which the facts were looked at; `sources` are keys of `Source`.
    """

    id: KnowledgeId
    kind: EntityKind
    name_de: str
    category: str = ""
    name_en: str = ""
    surname: str = ""
    aliases: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    line_de: str = ""
    line_en: str = ""
    facts: tuple[Fact, ...] = ()
    figures: tuple[Figure, ...] = ()
    wikipedia_de: str = ""
    wikipedia_en: str = ""
    as_of: str = ""
    sources: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name once, the German one first."""
        return tuple(dict.fromkeys(filter(None, (self.name_de, *self.aliases, self.name_en))))


class Source(msgspec.Struct, frozen=True, gc=False):
    """Where facts come from, to be shown in the app; `address` is empty for our own lists."""

    key: str
    title_de: str
    title_en: str
    licence: str
    address: str = ""
