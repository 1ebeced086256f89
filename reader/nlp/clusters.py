"""The clusters of one article, found by kind and by what the names have in common."""

from collections.abc import Iterable

from reader.domain.entities import EntityKind
from reader.nlp.name_cluster import Cluster, FoundName, Key
from reader.nlp.name_forms import stems


class Clusters:
    """All clusters of one article, while they grow."""

    def __init__(self) -> None:
        self.all: list[Cluster] = []
        self._by_key: dict[tuple[EntityKind, bool, Key], Cluster] = {}

    def of_kind(self, kind: EntityKind) -> list[Cluster]:
        return [cluster for cluster in self.all if cluster.kind is kind and not cluster.is_generic]

    def known(self, kind: EntityKind, keys: Iterable[Key], *, is_generic: bool = False) -> Cluster | None:
        return next((found for key in keys if (found := self._by_key.get((kind, is_generic, key)))), None)

    def named_exactly(self, named: str) -> Cluster | None:
        """The cluster of whatever kind with this name."""
        key = stems(named)
        return next((c for kind in EntityKind if (c := self._by_key.get((kind, False, key)))), None)

    def new(self, kind: EntityKind, *, is_generic: bool = False, shown: str | None = None) -> Cluster:
        cluster = Cluster(kind, is_generic=is_generic, shown=shown)
        self.all.append(cluster)
        return cluster

    def known_or_new(self, kind: EntityKind, named: str, *, shown: str | None = None) -> Cluster:
        key = stems(named)
        cluster = self.known(kind, [key]) or self.named_exactly(named)
        if cluster is None:
            cluster = self.new(kind, shown=shown or named)
        self._call(cluster, key)
        return cluster

    def add(self, cluster: Cluster, name: FoundName, keys: Iterable[Key]) -> None:
        cluster.found.append(name)
        for key in keys:
            self._call(cluster, key)

    def merge(self, cluster: Cluster, other: Cluster) -> None:
        """Puts everything of `other` to `cluster`."""
        if cluster is other:
            return
        cluster.found.extend(other.found)
        cluster.shown = cluster.shown or other.shown
        cluster.knowledge_id = cluster.knowledge_id or other.knowledge_id
        self.all.remove(other)
        for key in other.keys:
            self._by_key[cluster.kind, cluster.is_generic, key] = cluster
        cluster.keys.extend(other.keys)

    def drop(self, cluster: Cluster) -> None:
        self.all.remove(cluster)
        for key in cluster.keys:
            del self._by_key[cluster.kind, cluster.is_generic, key]

    def _call(self, cluster: Cluster, key: Key) -> None:
        if self._by_key.setdefault((cluster.kind, cluster.is_generic, key), cluster) is cluster:
            cluster.keys.append(key)
