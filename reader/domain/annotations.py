"""Annotations: all findings for one article."""

from dataclasses import dataclass

from reader.domain.entities import Entity, EntityId
from reader.domain.mentions import Mention
from reader.domain.quotations import Quotation


@dataclass(frozen=True, slots=True)
class PipelineName:
    """Which pipeline, in which version, found the annotations.

    `basis` is a fingerprint of what else they rest on: the rules of the program and what it knows beforehand.
    """

    name: str
    version: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Annotations:
    """All findings for the article whose text has the digest `text_digest`.

    `entities` are in order of first mention, `quotations` in reading order.
    `has_language_model` is False where only catalogue names and direct quotations were looked for.
    """

    text_digest: str
    language: str
    pipeline: PipelineName
    entities: tuple[Entity, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    has_language_model: bool = True

    def entity(self, entity_id: EntityId) -> Entity | None:
        return next((entity for entity in self.entities if entity.id == entity_id), None)

    def quotations_by(self, entity_id: EntityId) -> tuple[Quotation, ...]:
        return tuple(found for found in self.quotations if found.attribution.entity == entity_id)

    def mentions(self) -> list[tuple[Mention, Entity]]:
        """All mentions with their entities, in reading order."""
        pairs = [(mention, entity) for entity in self.entities for mention in entity.mentions]
        return sorted(pairs, key=lambda pair: pair[0].span)
