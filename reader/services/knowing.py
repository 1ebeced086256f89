"""Ties what the reader named to the knowledge base, where that is as sure as for what the machine found."""

from reader.domain.entities import Entity, EntityKind
from reader.knowledge.knowledge_index import KnowledgeIndex
from reader.nlp.entity_linker import EntityLinker
from reader.services.entity_drafts import Draft, EntityDrafts
from reader.services.samenesses import Samenesses


class Knowing:
    """Holds the knowledge base; nothing is read before something is to be looked up."""

    def __init__(self, index: KnowledgeIndex) -> None:
        self._index = index
        self._linker = EntityLinker(index)

    def link(self, drafts: EntityDrafts, samenesses: Samenesses) -> None:
        """Give what the reader corrected its entry; two with one entry become one, as the machine's do.

        What the reader split off or declared different stays what it is.
        """
        waiting = {draft.id: draft for draft in drafts.all() if _is_waiting(draft)}
        if not waiting:
            return
        entities = tuple(drafts.entities())
        proved = self._linker.proved(entities)
        holders = {draft.knowledge_id: draft for draft in drafts.all() if draft.knowledge_id is not None}
        for entity in entities:
            draft = waiting.get(entity.id)
            entry_id = proved.get(entity.id) or self._only_weapon(entity)
            if draft is None or entry_id is None:
                continue
            holder = holders.setdefault(entry_id, draft)
            if holder is draft:
                draft.knowledge_id = entry_id
            elif holder.kind is draft.kind and holder.key not in samenesses.apart_from(draft.key):
                drafts.absorb(holder, draft)
                holder.is_corrected = True

    def _only_weapon(self, entity: Entity) -> str | None:
        """A beast or a word of everyday that the reader calls a weapon is the only one called so."""
        if entity.kind is not EntityKind.WEAPON:
            return None
        found = self._index.find(entity.canonical_name, EntityKind.WEAPON)
        return found[0].id if len(found) == 1 else None


def _is_waiting(draft: Draft) -> bool:
    is_its_own = draft.is_split or bool(draft.namesake) or draft.is_generic
    return draft.is_corrected and draft.knowledge_id is None and not is_its_own
