"""Decides which mentions are the same entity, within one article."""

import re
from collections.abc import Iterable, Sequence

from reader.domain.entities import Entity, EntityId, EntityKind
from reader.domain.mentions import MentionForm
from reader.knowledge.gazetteer import Gazetteer
from reader.knowledge.knowledge_index import KnowledgeIndex
from reader.nlp.appositions import join_appositions
from reader.nlp.cluster_joiner import COUNCILS, join_expansions, join_short_forms, join_spellings
from reader.nlp.clusters import Clusters
from reader.nlp.derived_words import (
    likely_place,
    of_each_place,
    place_by_rule,
    place_of_word,
    possible_places,
)
from reader.nlp.english_parties import joins_english_party
from reader.nlp.functions_of_men import of_one
from reader.nlp.introduced_names import own_abbreviations
from reader.nlp.known_bodies import KnownBodies
from reader.nlp.known_names import KnownNames
from reader.nlp.name_cluster import Cluster, FoundName
from reader.nlp.name_forms import in_one_line, pieces, stem, stems
from reader.nlp.parties_of_article import PartiesOfArticle
from reader.nlp.party_words import countries_named
from reader.nlp.person_grouper import PeopleOfArticle
from reader.nlp.person_names import GivenNames
from reader.nlp.role_finder import FORMER, RoleWords, roles_beside
from reader.nlp.short_names import SHORTEST_PREFIX, shared_beginning
from reader.nlp.state_bodies import StateBody, state_body
from reader.nlp.town_names import own_words

ANYTHING = re.compile(r".*")
INHABITANT_ENDING = re.compile(r"(?:[eln]?i?an?)?(?:er|isch|sch|ist)\w{0,6}|n|en")


class EntityGrouper:
    """Groups the names of one article after another; knows gazetteer, words for functions and given names.

    With a knowledge base it tells known bodies from those that only have their letters.
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        roles: RoleWords,
        given_names: GivenNames | None = None,
        knowledge: KnowledgeIndex | None = None,
    ) -> None:
        self._known_bodies = KnownBodies(knowledge) if knowledge is not None else None
        self._gazetteer = gazetteer
        self._known_names = KnownNames(gazetteer)
        self._roles = roles
        self._given_names = given_names

    def group(self, found: Iterable[FoundName], text: str) -> tuple[Entity, ...]:
        """The entities in order of first mention, each with all its mentions."""
        ordered = sorted(found, key=lambda name: name.mention.span)
        clusters = Clusters()
        grouping = _Grouping(
            clusters, self._gazetteer, self._known_names, self._roles, text, self._given_names
        )
        grouping.parties.countries = countries_named(ordered, self._gazetteer)
        if self._known_bodies is not None:
            grouping.own_abbreviations = own_abbreviations(ordered, self._known_bodies.index)
            grouping.known_bodies = self._known_bodies
        grouping.add_people([name for name in ordered if _is(name, EntityKind.PERSON)])
        for name in ordered:
            if name.mention.form is MentionForm.NAME and name.kind is not EntityKind.PERSON:
                grouping.add_name(name)
        join_expansions(clusters, ordered, text, self._known_names.is_certain)
        join_appositions(clusters, ordered, text, self._gazetteer)
        join_spellings(clusters, self._known_names.is_known)
        for _ in range(2):  # Mazagon, once Mazagon Dock has been joined
            join_short_forms(clusters, text)
        for name in (one for found in ordered for one in of_each_place(found, self._gazetteer)):
            if name.mention.form is MentionForm.DERIVED:
                grouping.add_derived(name)
            elif name.mention.form is MentionForm.PART:
                grouping.add_part(name)
        in_order = sorted(clusters.all, key=lambda cluster: cluster.first_span())
        return tuple(
            self._entity(cluster, EntityId(f"e{number}"), text) for number, cluster in enumerate(in_order, 1)
        )

    def _entity(self, cluster: Cluster, entity_id: EntityId, text: str) -> Entity:
        name = self._known_names.without_genitive(cluster.kind, cluster.canonical_name(text))
        mentions = tuple(sorted((one.mention for one in cluster.found), key=lambda mention: mention.span))
        people = mentions if cluster.kind is EntityKind.PERSON else ()
        roles = [role for person in people for role in roles_beside(person.span, text, self._roles)]
        return Entity(
            id=entity_id,
            kind=cluster.kind,
            canonical_name=name,
            mentions=mentions,
            aliases=cluster.aliases(name, text),
            roles=of_one(roles),
            is_generic=cluster.is_generic,
            knowledge_id=cluster.knowledge_id,
        )


class _Grouping:
    """Puts the names of one article to its clusters."""

    def __init__(
        self,
        clusters: Clusters,
        gazetteer: Gazetteer,
        known_names: KnownNames,
        roles: RoleWords,
        text: str,
        given_names: GivenNames | None,
    ) -> None:
        self._clusters = clusters
        self._gazetteer = gazetteer
        self._known_names = known_names
        self._roles = roles
        self._given_names = given_names
        self._text = text
        self._people: PeopleOfArticle | None = None
        self.parties = PartiesOfArticle(text, gazetteer, known_names, clusters)
        self.known_bodies: KnownBodies | None = None
        self.own_abbreviations: frozenset[str] = frozenset()  # that mean other bodies than the known ones
        self._person_clusters: dict[int, Cluster] = {}
        self._capitalised: dict[tuple[EntityKind, str], list[tuple[str, Cluster]]] | None = None

    def add_people(self, found: Sequence[FoundName]) -> None:
        people = PeopleOfArticle(
            [(name.mention.span, in_one_line(name.mention.text)) for name in found],
            self._text,
            self._given_names,
        )
        self._people = people
        for name, number in zip(found, people.numbers, strict=True):
            if number not in self._person_clusters:
                shown = people.people[number].canonical_name()
                self._person_clusters[number] = self._clusters.new(EntityKind.PERSON, shown=shown)
            self._person_clusters[number].found.append(name)

    def add_name(self, name: FoundName) -> None:
        surface = name.printed
        if (body := self._state_body(name, surface)) is not None:
            self._add_body(name, body)
            return
        if joins_english_party(name, self._clusters, self._text, self._gazetteer):
            return
        is_body = name.kind is EntityKind.ORGANIZATION
        is_own = is_body and surface in self.own_abbreviations
        if is_body and not is_own and (party := self.parties.meant(name)):
            self._join_or_add(name, party, shown=party)
            return
        shown = None if is_own else name.name or self._known_names.shown(name.kind, surface)
        if shown is None and name.kind is EntityKind.PLACE:
            shown = self._known_names.city_shown(surface)
        keys = self._known_names.keys(name, surface, shown)
        cluster = self._clusters.known(name.kind, keys, is_generic=name.is_generic)
        if cluster is None:
            cluster = self._clusters.new(name.kind, is_generic=name.is_generic)
        cluster.shown = cluster.shown or shown
        cluster.knowledge_id = cluster.knowledge_id or name.knowledge_id
        self._clusters.add(cluster, name, keys)

    def _state_body(self, name: FoundName, surface: str) -> StateBody | None:
        if name.kind is not EntityKind.ORGANIZATION or name.knowledge_id is not None:
            return None
        return state_body(surface, name.mention.span, self._text, self._gazetteer)

    def _add_body(self, name: FoundName, body: StateBody) -> None:
        """The ukrainische Verteidigungsministerium is another one than the deutsche.

        The österreichische Bundesheer is that which is called so alone.
        """
        keys = [stems(body.name)]
        known = self.known_bodies.called_alone(body) if self.known_bodies is not None else None
        if known is not None and known.name_de not in COUNCILS:
            keys.append(stems(known.name_de))
        cluster = self._clusters.known(name.kind, keys)
        if cluster is None:
            cluster = self._clusters.new(name.kind, shown=body.name if known is None else known.name_de)
            cluster.state = body.state
        if known is not None:
            cluster.knowledge_id = cluster.knowledge_id or known.id
        self._clusters.add(cluster, name, keys)

    def add_derived(self, name: FoundName) -> None:
        """Ukrainische and Pariser belong to the place they come from, Sozialdemokraten to their party."""
        word = name.printed
        if joins_english_party(name, self._clusters, self._text, self._gazetteer):
            return
        place = place_of_word(word, self._gazetteer) if name.kind is EntityKind.PLACE else None
        shown = place or self.parties.foreign(name) or self._known_names.shown(name.kind, word)
        if shown is not None:
            self._join_or_add(name, shown, shown=shown)
            return
        cluster = self._named_place(name) or self._beginning(word, name.kind, rest=INHABITANT_ENDING)
        if cluster is not None:
            cluster.found.append(name)
            return
        self._join_or_add(name, likely_place(word) if name.kind is EntityKind.PLACE else word)

    def _named_place(self, name: FoundName) -> Cluster | None:
        """The place that an inhabitant comes from by rule: one of the article, or else a known one."""
        if name.kind is not EntityKind.PLACE:
            return None
        keys = [stems(place) for place in possible_places(name.printed)]
        if (named := self._clusters.known(EntityKind.PLACE, keys)) is not None:
            return named
        known = place_by_rule(name.printed, self._gazetteer)
        return self._clusters.known_or_new(EntityKind.PLACE, known, shown=known) if known else None

    def add_part(self, name: FoundName) -> None:
        """NATO-Generalsekretär belongs to the NATO, Donauufer to the Donau if the text names it."""
        if name.knowledge_id is not None or name.is_generic:
            self.add_name(name)
            return
        if (party := self.parties.in_compound(name)) is not None:
            self._join_or_add(name, party, shown=party)
            return
        word = name.printed
        known = (
            self._in_compound(word, name.kind)
            or (self._beginning(word, name.kind) if name.kind is EntityKind.ORGANIZATION else None)
            or (None if name.kind is EntityKind.PERSON else self._of_known_piece(name))
            or self._person_in(word, name)
            or self._beginning(word, name.kind)
            or self._of_known_piece(name)
            or self._of_known_beginning(name)
        )
        if known is not None:
            known.found.append(name)
            return
        candidates = self._pieces(word)
        if candidates or "-" not in word:
            self._join_or_add(name, candidates[0] if candidates else word)

    def _pieces(self, word: str) -> list[str]:
        """What may be the name in a compound: not what somebody is, nor that this is over (Alt-Bundesrat)."""
        candidates = pieces(word)
        if candidates and self._roles.lemma(candidates[-1]) is not None:
            candidates = [piece for piece in candidates[:-1] if piece.casefold() not in FORMER]
        return candidates

    def _of_known_piece(self, name: FoundName) -> Cluster | None:
        """The entity of the name in a compound that the gazetteer knows, though the text may not have it."""
        for piece in self._pieces(name.printed):
            for kind in (name.kind, EntityKind.PLACE, EntityKind.ORGANIZATION):
                shown = self._known_names.shown(kind, piece)
                if shown is not None:
                    return self._clusters.known_or_new(kind, shown, shown=shown)
        return None

    def _of_known_beginning(self, name: FoundName) -> Cluster | None:
        shown = self._known_names.beginning_of(name.kind, name.printed)
        return None if shown is None else self._clusters.known_or_new(name.kind, shown, shown=shown)

    def _join_or_add(self, name: FoundName, named: str, *, shown: str | None = None) -> None:
        """Put a derived word or a compound to the entity with this name, or make one."""
        self._clusters.known_or_new(name.kind, named, shown=shown).found.append(name)

    def _person_in(self, word: str, name: FoundName) -> Cluster | None:
        if self._people is not None and name.kind is not EntityKind.WEAPON:
            number = self._people.person_in_compound(word, name.mention.span)
            if number is not None and number in self._person_clusters:
                return self._person_clusters[number]
        return self._called_in(word)

    def _in_compound(self, word: str, kind: EntityKind) -> Cluster | None:
        for piece in self._pieces(word):
            key = stems(piece)
            shown = self._known_names.shown(kind, piece)
            cluster = self._clusters.known(kind, [key, stems(shown)] if shown else [key])
            if cluster is not None:
                return cluster
        return None

    def _called_in(self, word: str) -> Cluster | None:
        """The entity of whatever kind whose name stands in a compound."""
        if named := next(
            (found for piece in self._pieces(word) if (found := self._clusters.named_exactly(piece))), None
        ):
            return named
        return self._weapon_in(word)

    def _weapon_in(self, word: str) -> Cluster | None:
        """The only weapon that a compound is made with: Leopard-Hersteller, where the Leopard 2 is named."""
        begins = stem(word.partition("-")[0])
        weapons = [
            cluster
            for cluster in self._clusters.of_kind(EntityKind.WEAPON)
            if any(stem(form.split()[0]) == begins for form in cluster.forms() if form)
        ]
        return weapons[0] if "-" in word and len(weapons) == 1 else None

    def _beginning(self, word: str, kind: EntityKind, *, rest: re.Pattern[str] = ANYTHING) -> Cluster | None:
        """The entity with the longest name that the word begins with: Siemensianer, Donauufer."""
        if self._capitalised is None:
            self._capitalised = self._capitalised_words()
        best: tuple[int, Cluster | None] = (0, None)
        for part, cluster in self._capitalised.get((kind, word[:SHORTEST_PREFIX].casefold()), ()):
            length = shared_beginning(part, word, rest)
            if length > best[0]:
                best = (length, cluster)
        return best[1]

    def _capitalised_words(self) -> dict[tuple[EntityKind, str], list[tuple[str, Cluster]]]:
        """The words of all names by their first letters. Final once all names as such are grouped."""
        words: dict[tuple[EntityKind, str], list[tuple[str, Cluster]]] = {}
        for cluster in self._clusters.all:
            parts = {part for form in cluster.forms() for part in own_words(form.split())}
            for part in parts if not cluster.is_generic else ():
                if part[:1].isupper() and len(part) >= SHORTEST_PREFIX:
                    key = (cluster.kind, part[:SHORTEST_PREFIX].casefold())
                    words.setdefault(key, []).append((part, cluster))
        return words


def _is(name: FoundName, kind: EntityKind) -> bool:
    return name.kind is kind and name.mention.form is MentionForm.NAME
