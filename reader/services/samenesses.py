"""What the reader declared the same or different for the whole library."""

from collections.abc import Iterable

from reader.domain.corrections import Sameness
from reader.domain.entities import EntityKey


class Samenesses:
    """Groups of entities declared the same; those declared different never come into one group.

    The declarations count in their order: what is the same goes by the name of the first.
    """

    def __init__(self, declared: Iterable[Sameness] = ()) -> None:
        declared = tuple(declared)
        self.different = tuple(one for one in declared if not one.is_same)
        self._above: dict[EntityKey, EntityKey] = {}
        self._groups: dict[EntityKey, set[EntityKey]] = {}
        self._apart: dict[EntityKey, set[EntityKey]] = {}
        self.names: dict[EntityKey, str] = {}
        for one in declared:
            self.names.setdefault(one.first, one.first_name)
            self.names.setdefault(one.second, one.second_name)
        for one in self.different:
            self._apart.setdefault(one.first, set()).add(one.second)
            self._apart.setdefault(one.second, set()).add(one.first)
        for one in declared:
            if one.is_same:
                self._join(one.first, one.second)

    def head(self, key: EntityKey) -> EntityKey:
        """The entity by whose name the group goes; the entity itself, where nothing was declared."""
        while key in self._above:
            key = self._above[key]
        return key

    def group(self, key: EntityKey) -> frozenset[EntityKey]:
        """All that are the same as this one, itself included."""
        head = self.head(key)
        return frozenset(self._groups.get(head, {head}))

    def apart_from(self, key: EntityKey) -> frozenset[EntityKey]:
        """What was declared different from this one or from one that is the same."""
        return frozenset(other for same in self.group(key) for other in self._apart.get(same, ()))

    def _join(self, first: EntityKey, second: EntityKey) -> None:
        head, joined = self.head(first), self.head(second)
        if head == joined or self.apart_from(first) & self.group(second):
            return
        self._above[joined] = head
        self._groups[head] = {*self.group(head), *self._groups.pop(joined, {joined})}
