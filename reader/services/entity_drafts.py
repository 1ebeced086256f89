"""The entities of one article while corrections are applied to them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from reader.domain.entities import Entity, EntityId, EntityKey, EntityKind
from reader.domain.mentions import Mention, MentionForm
from reader.domain.spans import Span
from reader.services.stretches import Stretches


@dataclass(eq=False, slots=True)
class Draft:
    """An entity that may still change; `heir` is the one that took its last mention so far."""

    id: EntityId
    kind: EntityKind
    name: str
    is_generic: bool = False
    roles: tuple[str, ...] = ()
    names: dict[str, None] = field(default_factory=dict)  # all it was called so far, in order
    lost: set[str] = field(default_factory=set)  # words that are perhaps no longer a name of it
    knowledge_id: str | None = None
    places: dict["Place", None] = field(default_factory=dict)
    found: Entity | None = None  # as the machine found it
    machine: Entity | None = None  # the same, as long as nothing has changed
    is_corrected: bool = False
    is_split: bool = False
    namesake: str = ""
    heir: "Draft | None" = None

    @property
    def key(self) -> EntityKey:
        """Kind and name alone: namesakes have the same."""
        return EntityKey.of(self.kind, self.name)


@dataclass(eq=False, slots=True)
class Place:
    """One mention, and the draft it belongs to at the moment."""

    mention: Mention
    draft: Draft


class EntityDrafts:
    """All drafts of one article; finds mentions by place and entities by key quickly."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._places: Stretches[Place] = Stretches()
        self._drafts: list[Draft] = []
        self._by_id: dict[EntityId, Draft] = {}
        self._by_key: dict[EntityKey, dict[Draft, None]] = {}
        for entity in entities:
            draft = Draft(
                entity.id,
                entity.kind,
                entity.canonical_name,
                is_generic=entity.is_generic,
                roles=entity.roles,
                names=dict.fromkeys((entity.canonical_name, *entity.aliases)),
                knowledge_id=entity.knowledge_id,
                is_corrected=entity.is_corrected,
            )
            self._keep(draft)
            for mention in entity.mentions:
                self._put(Place(mention, draft))
            draft.found = draft.machine = entity
        self._ids = fresh_ids("e", self._by_id)

    def of_id(self, entity_id: EntityId) -> Draft | None:
        """Who the entity with this id has become; None if it has no mention any more."""
        draft = self._by_id.get(entity_id)
        while draft is not None and not draft.places:
            draft = draft.heir
        return draft

    def called(self, key: EntityKey) -> Draft | None:
        return next((draft for draft in self._by_key.get(key, ()) if draft.places), None)

    def known_as(self, key: EntityKey) -> Draft | None:
        """The only one of this kind that is also called so, by its own name or by another."""
        found = [
            draft
            for draft in self.all()
            if draft.kind is key.kind and any(name.casefold() == key.name for name in draft.names)
        ]
        return found[0] if len(found) == 1 else None

    def all(self) -> list[Draft]:
        return [draft for draft in self._drafts if draft.places]

    def all_called(self, key: EntityKey) -> list[Draft]:
        return [draft for draft in self._by_key.get(key, ()) if draft.places]

    def at(self, span: Span) -> list[Place]:
        """The mentions that stand exactly there, else those that overlap it."""
        overlapping = self.overlapping(span)
        return [place for place in overlapping if place.mention.span == span] or overlapping

    def overlapping(self, span: Span) -> list[Place]:
        return self._places.overlapping(span)

    def new(self, kind: EntityKind, name: str, *, is_generic: bool = False) -> Draft:
        draft = Draft(EntityId(next(self._ids)), kind, name, is_generic, is_corrected=True)
        self._keep(draft)
        return draft

    def call(self, draft: Draft, kind: EntityKind, name: str) -> None:
        """Give a draft another kind or name; what is known of another kind is not true of this one.

        It is true again of a draft that is once more of the kind that it was found as.
        """
        if (draft.kind, draft.name) == (kind, name):
            return
        del self._by_key[draft.key][draft]
        draft.lost.add(draft.name)
        if draft.name.casefold() != name.casefold():
            draft.namesake = ""
        is_other = draft.kind is not kind
        draft.kind, draft.name = kind, name
        if is_other:
            draft.roles = draft.found.roles if draft.found is not None and draft.found.kind is kind else ()
            draft.knowledge_id = _known_of(draft)
        draft.names[name] = None
        self._by_key.setdefault(draft.key, {})[draft] = None
        draft.machine = None

    def rank(self, draft: Draft, *, is_generic: bool) -> None:
        """Say whether a draft is a weapon class; what is known of a named system is not true of its class."""
        if draft.is_generic is not is_generic:
            draft.is_generic, draft.machine = is_generic, None
            draft.knowledge_id = _known_of(draft)

    def give(self, span: Span, mention: Mention, draft: Draft) -> None:
        """Put a mention there; those that overlap it give way."""
        for place in self.overlapping(span):
            self.remove(place, heir=draft)
        self._put(Place(mention, draft))

    def remove(self, place: Place, *, heir: Draft | None = None) -> None:
        self._places.remove(place.mention.span, place)
        self._take(place, heir)

    def move(self, place: Place, draft: Draft) -> None:
        if place.draft is draft:
            return
        self._take(place, draft)
        place.draft = draft
        self._give(place)

    def absorb(self, draft: Draft, other: Draft) -> None:
        """All mentions of `other` are mentions of `draft` from now on."""
        if draft is other:
            return
        for place in list(other.places):
            self.move(place, draft)
        draft.names.update(other.names)
        draft.lost |= other.lost
        if draft.kind is other.kind:
            draft.roles = tuple(dict.fromkeys((*draft.roles, *other.roles)))
            draft.knowledge_id = draft.knowledge_id or other.knowledge_id

    def settle(self) -> None:
        """Words like "she" go where the last name went that they stood for; no name, no entity."""
        for draft in self.all():
            is_named = draft.machine is not None or any(_is_name(place.mention) for place in draft.places)
            if is_named:
                continue
            heir = draft.heir if draft.heir is not None and draft.heir.places else None
            for place in list(draft.places):
                if heir is not None:
                    self.move(place, heir)
                else:
                    self.remove(place)

    def entities(self) -> Iterator[Entity]:
        """Those that have mentions, in order of first mention."""
        kept = self.all()
        firsts = {draft.id: min(place.mention.span for place in draft.places) for draft in kept}
        for draft in sorted(kept, key=lambda draft: firsts[draft.id]):
            yield draft.machine or _entity(draft)

    def _keep(self, draft: Draft) -> None:
        self._drafts.append(draft)
        self._by_id[draft.id] = draft
        self._by_key.setdefault(draft.key, {})[draft] = None

    def _put(self, place: Place) -> None:
        self._places.put(place.mention.span, place)
        self._give(place)

    def _give(self, place: Place) -> None:
        place.draft.places[place] = None
        place.draft.machine = place.draft.heir = None

    def _take(self, place: Place, heir: Draft | None) -> None:
        draft = place.draft
        del draft.places[place]
        draft.lost.add(place.mention.text)
        draft.machine = None
        if heir is not draft:
            draft.heir = heir


def corrected_mention(mention: Mention) -> Mention:
    """The mention as one that the reader vouches for."""
    return replace(mention, confidence=1.0, is_corrected=True)


def commonest_draft(places: Iterable[Place]) -> Draft | None:
    """The draft that most of the mentions belong to, of several the first."""
    counts = Counter(place.draft for place in places)
    return counts.most_common(1)[0][0] if counts else None


def _known_of(draft: Draft) -> str | None:
    """The entry of the knowledge base that it was linked to when found, if it is still of that kind."""
    found = draft.found
    if found is None or (found.kind, found.is_generic) != (draft.kind, draft.is_generic):
        return None
    return found.knowledge_id


def _is_name(mention: Mention) -> bool:
    return mention.is_corrected or mention.form not in {MentionForm.NOMINAL, MentionForm.PRONOUN}


def _entity(draft: Draft) -> Entity:
    mentions = tuple(sorted((place.mention for place in draft.places), key=lambda mention: mention.span))
    printed = " ".join(mention.text for mention in mentions)
    marked = (mention.text for mention in mentions if mention.is_corrected)
    return Entity(
        id=draft.id,
        kind=draft.kind,
        canonical_name=draft.name,
        mentions=mentions,
        aliases=tuple(
            name
            for name in dict.fromkeys((*draft.names, *_without_forms(marked, draft)))
            if name != draft.name and (name not in draft.lost or name in printed)
        ),
        roles=draft.roles,
        is_generic=draft.is_generic,
        knowledge_id=draft.knowledge_id,
        is_corrected=draft.is_corrected,
        namesake=draft.namesake,
    )


def _without_forms(texts: Iterable[str], draft: Draft) -> Iterator[str]:
    """The words that are not only a known name in the genitive or within a compound."""
    known = {draft.name, *draft.names}
    for text in texts:
        if text.removesuffix("s") not in known and not any(text.startswith(f"{name}-") for name in known):
            yield text


def fresh_ids(letter: str, taken: Iterable[str]) -> Iterator[str]:
    """e8, e9 … behind the highest number that is taken."""
    numbers = [int(known[1:]) for known in taken if known[:1] == letter and known[1:].isdecimal()]
    return (f"{letter}{number}" for number in count(max(numbers, default=0) + 1))
