"""Which entry of the knowledge base an entity has."""

from pathlib import Path

import pytest

from reader.domain.entities import Entity, EntityId, EntityKind
from reader.knowledge.entries import KnowledgeId
from reader.knowledge.knowledge_index import KnowledgeIndex
from reader.presentation.known import Knowledge


@pytest.fixture(scope="module")
def knowledge(resources: Path) -> Knowledge:
    return Knowledge(KnowledgeIndex.load(resources), resources)


def entity(name: str, kind: EntityKind, *, is_corrected: bool, knowledge_id: str | None = None) -> Entity:
    entry_id = KnowledgeId(knowledge_id) if knowledge_id is not None else None
    return Entity(EntityId("e1"), kind, name, (), is_corrected=is_corrected, knowledge_id=entry_id)


def test_what_the_analysis_did_not_link_has_none(knowledge: Knowledge) -> None:
    """Neither it nor what the reader said was sure."""
    assert knowledge.entry_of(entity("Taurus", EntityKind.WEAPON, is_corrected=True)) is None


def test_what_the_analysis_linked_keeps_its_entry(knowledge: Knowledge) -> None:
    linked = entity("Panther", EntityKind.WEAPON, is_corrected=True, knowledge_id="leopard-2")

    assert (found := knowledge.entry_of(linked)) is not None
    assert found.id == "leopard-2"
