"""What the details card tells of an entity that no article says: the entry of the knowledge base."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reader.domain.annotations import Annotations
from reader.domain.articles import Article
from reader.domain.entities import Entity
from reader.knowledge.entries import KnowledgeEntry, Source
from reader.knowledge.knowledge_index import KnowledgeIndex, KnowledgeTrouble
from reader.presentation.acting_places import ActingVerbs, country_acted_for, load_acting_verbs


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the entity called `name`; `entry` is None if that is nothing.

    `government_of` is the country whose government the entity may mean in this article. `sources` are
    those of the entry, `entry_of` gives the entries that its facts name.
    """

    name: str
    entry: KnowledgeEntry | None = None
    government_of: KnowledgeEntry | None = None
    sources: tuple[Source, ...] = ()
    entry_of: Callable[[str], KnowledgeEntry | None] = lambda _id: None


class Knowledge:
    """Looks entities up. Files are read when something is asked for the first time."""

    def __init__(self, index: KnowledgeIndex, resources: Path) -> None:
        self._index = index
        self.resources = resources

    @property
    def trouble(self) -> KnowledgeTrouble | None:
        return self._index.trouble

    @property
    def sources(self) -> tuple[Source, ...]:
        return self._index.sources

    def entry_of(self, entity: Entity) -> KnowledgeEntry | None:
        return self._index.entry(entity.knowledge_id) if entity.knowledge_id is not None else None

    def known_of(self, entity: Entity, annotations: Annotations, article: Article) -> Known:
        entry = self.entry_of(entity)
        country = None
        if entry is not None:
            country = country_acted_for(entity, entry, annotations, article, self._acting_verbs)
        return Known(
            name=entity.canonical_name,
            entry=entry,
            government_of=self._index.entry(country) if country is not None else None,
            sources=tuple(one for one in self.sources if entry is not None and one.key in entry.sources),
            entry_of=self._index.entry,
        )

    @cached_property
    def _acting_verbs(self) -> dict[str, ActingVerbs]:
        return load_acting_verbs(self.resources / "lexicons")
