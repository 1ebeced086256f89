"""Shows known weapons of English articles under their English names: Kh-101, not Ch-101."""

from collections.abc import Iterable
from dataclasses import replace

from reader.domain.entities import Entity, EntityKind
from reader.knowledge.knowledge_index import KnowledgeIndex


def with_english_names(entities: Iterable[Entity], index: KnowledgeIndex) -> tuple[Entity, ...]:
    """The entities; weapons of the knowledge base have the names that English texts use."""
    return tuple(_with_english_name(entity, index) for entity in entities)


def _with_english_name(entity: Entity, index: KnowledgeIndex) -> Entity:
    if entity.kind is not EntityKind.WEAPON or entity.knowledge_id is None:
        return entity
    entry = index.entry(entity.knowledge_id)
    name = _without_class(entry.name_en) if entry is not None else ""
    letters, shown = _letters(name), _letters(entity.canonical_name)
    is_printed = any(entity.canonical_name in mention.text for mention in entity.mentions)
    if not name or is_printed or shown in letters or letters in shown:
        return entity  # the F-16 needs no Fighting Falcon
    aliases = tuple(alias for alias in entity.aliases if alias != name)
    return replace(entity, canonical_name=name, aliases=aliases)


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name))


def _without_class(name: str) -> str:
    """The name without what it is: Type 26 frigate (City class)."""
    words = name.partition(" (")[0].split()
    while len(words) > 1 and words[-1].isalpha() and words[-1].islower():
        words.pop()
    return " ".join(words)
