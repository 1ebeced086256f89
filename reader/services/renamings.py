"""Which entities a new analysis calls otherwise, so that what the reader said of them goes with them.

Plain functions; nothing is stored here. Where it is not sure who is who, nothing is said.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from reader.domain.corrections import Sameness, SamenessId
from reader.domain.entities import Entity
from reader.domain.mentions import MentionForm

NOT_NAMES = {MentionForm.NOMINAL, MentionForm.PRONOUN}


@dataclass(frozen=True, slots=True)
class Renaming:
    """One and the same entity, as it was found before and as it is found now."""

    before: Entity
    after: Entity


def renamings(before: Iterable[Entity], after: Sequence[Entity]) -> tuple[Renaming, ...]:
    """Those of one article whose name or kind is another now, and who they surely are."""
    there = {entity.key for entity in after}
    gone = {entity.key: entity for entity in before if entity.key not in there}
    pairs = ((entity, _successor(entity, after)) for entity in gone.values())
    return tuple(Renaming(entity, successor) for entity, successor in pairs if successor is not None)


def without_contradictions(renamed: Iterable[Renaming], declared: Sequence[Sameness]) -> tuple[Renaming, ...]:
    """Those that do not make one of two that the reader declared different.

    Of these two, the one is meant whose name is a part of the new one; if it is neither, or both, nobody is.
    """
    renamed = tuple(renamed)
    different = {frozenset((one.first, one.second)) for one in declared if not one.is_same}

    def is_meant(one: Renaming) -> bool:
        rivals = [
            other
            for other in renamed
            if other.after.key == one.after.key and frozenset((one.before.key, other.before.key)) in different
        ]
        return not rivals or (_is_part(one) and not any(map(_is_part, rivals)))

    return tuple(filter(is_meant, renamed))


def carried(declared: Sequence[Sameness], renamed: Iterable[Renaming]) -> Iterator[Sameness]:
    """What was declared of them by their old names, said of the new ones, unless something is already."""
    known = {frozenset((one.first, one.second)) for one in declared}
    heirs = {one.before.key: (one.after.key, one.after.canonical_name) for one in renamed}
    for one in declared:
        ends = ((one.first, one.first_name), (one.second, one.second_name))
        choices = ([heirs[end[0]], end] if end[0] in heirs else [end] for end in ends)
        for (first, first_name), (second, second_name) in product(*choices):
            pair = frozenset((first, second))
            if first != second and pair not in known:
                known.add(pair)
                yield Sameness(SamenessId(0), first, second, first_name, second_name, one.is_same)


def _successor(entity: Entity, after: Sequence[Entity]) -> Entity | None:
    """The one with the same entry of the knowledge base, else the one of its kind that bears its name.

    Else the one of another kind that is called so, if nothing else bears the name.
    """
    if entity.knowledge_id is not None:
        known = [one for one in after if one.knowledge_id == entity.knowledge_id]
        if known:
            return known[0] if len(known) == 1 else None
    name = entity.canonical_name.casefold()
    bearers = [one for one in after if name in _names(one)]
    alike = [one for one in bearers if one.kind is entity.kind] or [
        one for one in bearers if len(bearers) == 1 and one.canonical_name.casefold() == name
    ]
    return alike[0] if len(alike) == 1 else None


def _is_part(one: Renaming) -> bool:
    before, after = (entity.canonical_name.casefold().split() for entity in (one.before, one.after))
    return set(before) <= set(after)


def _names(entity: Entity) -> set[str]:
    printed = (mention.text for mention in entity.mentions if mention.form not in NOT_NAMES)
    return {" ".join(name.split()).casefold() for name in (entity.canonical_name, *entity.aliases, *printed)}
