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


def test_what_the_reader_names_has_the_entry_of_that_name(knowledge: Knowledge) -> None:
    """The name is the reader's word; kind and name have to agree."""
    taurus = entity("Taurus", EntityKind.WEAPON, is_corrected=True)

    assert (found := knowledge.entry_of(taurus)) is not None
    assert found.id == "taurus"
    assert knowledge.entry_of(entity("Taurus", EntityKind.PLACE, is_corrected=True)) is None


def test_what_the_analysis_did_not_link_has_none(knowledge: Knowledge) -> None:
    """It was not sure."""
    assert knowledge.entry_of(entity("Taurus", EntityKind.WEAPON, is_corrected=False)) is None


def test_what_the_analysis_linked_keeps_its_entry(knowledge: Knowledge) -> None:
    linked = entity("Panther", EntityKind.WEAPON, is_corrected=True, knowledge_id="leopard-2")

    assert (found := knowledge.entry_of(linked)) is not None
    assert found.id == "leopard-2"
