"""Tells which bodies of states are known by a name of their own: the österreichische Bundesheer."""

from dataclasses import dataclass

from reader.domain.entities import EntityKind
from reader.knowledge.entries import FactKind, KnowledgeEntry
from reader.knowledge.knowledge_index import KnowledgeIndex
from reader.nlp.state_bodies import StateBody


@dataclass(frozen=True, slots=True)
class KnownBodies:
    """Looks bodies of states up in the knowledge base."""

    index: KnowledgeIndex

    def called_alone(self, body: StateBody) -> KnowledgeEntry | None:
        """What the noun of a body alone is the name of, if that is of the same state."""
        noun = body.name.rpartition(" ")[2]
        if noun == body.name:
            return None
        entries = self.index.find(noun, EntityKind.ORGANIZATION)
        return next((entry for entry in entries if self._is_of(entry, body.state)), None)

    def _is_of(self, entry: KnowledgeEntry, state: str) -> bool:
        countries = (fact.entry for fact in entry.facts if fact.what is FactKind.COUNTRY)
        found = (self.index.entry(country) for country in countries if country is not None)
        return any(country is not None and state in country.names for country in found)
