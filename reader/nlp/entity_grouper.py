"""Decides which mentions are the same entity, within one article."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from reader.domain.entities import Entity, EntityId, EntityKind
from reader.domain.mentions import MentionForm
from reader.knowledge.gazetteer import Gazetteer
from reader.nlp.name_cluster import Cluster, FoundName, Key
from reader.nlp.name_forms import in_one_line, is_abbreviation, pieces, stem, stems, without_possessive
from reader.nlp.person_grouper import PeopleOfArticle
from reader.nlp.person_names import GivenNames
from reader.nlp.role_finder import RoleWords, roles_beside
from reader.nlp.short_names import (
    FOREPARTS,
    abbreviates,
    abbreviates_parts,
    expands,
    is_short_organisation,
    is_short_place,
)
from reader.nlp.state_bodies import StateBody, state_body

BEHIND_BRACKETED = frozenset({")", ",", ";", "“"})
SHORTEST_PREFIX = 4  # letters that a name must have to be recognised as the beginning of a word
STATES = ("Freistaat ", "Freistaats ", "Freistaates ", "Bundesland ", "Hansestadt ", "Kanton ", "Kantons ")
ANYTHING = re.compile(r".*")
INHABITANT_ENDING = re.compile(r"(?:[eln]?i?an?)?(?:er|isch|sch|ist)\w{0,6}|n|en")


class EntityGrouper:
    """Groups the names of one article after another; knows gazetteer, words for functions and given names."""

    def __init__(self, gazetteer: Gazetteer, roles: RoleWords, given_names: GivenNames | None = None) -> None:
        self._gazetteer = gazetteer
        self._roles = roles
        self._given_names = given_names

    def group(self, found: Iterable[FoundName], text: str) -> tuple[Entity, ...]:
        """The entities in order of first mention, each with all its mentions."""
        ordered = sorted(found, key=lambda name: name.mention.span)
        grouping = _Grouping(self._gazetteer, text, self._given_names)
        grouping.add_people([name for name in ordered if _is(name, EntityKind.PERSON)])
        for name in ordered:
            if name.mention.form is MentionForm.NAME and name.kind is not EntityKind.PERSON:
                grouping.add_name(name)
        grouping.join_expansions(ordered)
        for _ in range(2):  # Mazagon, once Mazagon Dock has been joined
            grouping.join_short_forms()
        for name in ordered:
            if name.mention.form is MentionForm.DERIVED:
                grouping.add_derived(name)
            elif name.mention.form is MentionForm.PART:
                grouping.add_part(name)
        clusters = sorted(grouping.clusters, key=lambda cluster: cluster.first_span())
        return tuple(
            self._entity(cluster, EntityId(f"e{number}"), text) for number, cluster in enumerate(clusters, 1)
        )

    def _entity(self, cluster: Cluster, entity_id: EntityId, text: str) -> Entity:
        name = cluster.canonical_name(text)
        mentions = tuple(sorted((one.mention for one in cluster.found), key=lambda mention: mention.span))
        roles: dict[str, str] = {}
        if cluster.kind is EntityKind.PERSON:
            for mention in mentions:
                for role in roles_beside(mention.span, text, self._roles):
                    roles.setdefault(role.casefold(), role)
        return Entity(
            id=entity_id,
            kind=cluster.kind,
            canonical_name=name,
            mentions=mentions,
            aliases=cluster.aliases(name, text),
            roles=tuple(roles.values()),
            is_generic=cluster.is_generic,
            knowledge_id=cluster.knowledge_id,
        )


class _Grouping:
    """The clusters of one article, while they grow."""

    def __init__(self, gazetteer: Gazetteer, text: str, given_names: GivenNames | None) -> None:
        self.clusters: list[Cluster] = []
        self._gazetteer = gazetteer
        self._given_names = given_names
        self._text = text
        self._by_key: dict[tuple[EntityKind, bool, Key], Cluster] = {}
        self._people: PeopleOfArticle | None = None
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
                self._person_clusters[number] = self._new_cluster(EntityKind.PERSON, shown=shown)
            self._person_clusters[number].found.append(name)

    def add_name(self, name: FoundName) -> None:
        surface = name.printed
        body = self._state_body(name, surface)
        if body is not None:
            self._add_body(name, body)
            return
        shown = name.name or self._shown(name.kind, surface)
        if shown is None and name.kind is EntityKind.PLACE and surface.isupper():
            shown = self._gazetteer.city(surface)  # BERLIN in a headline or a dateline
        if name.kind is EntityKind.PLACE and surface.startswith(STATES):
            shown = shown or self._gazetteer.city(surface.partition(" ")[2])  # Freistaat Bayern
        keys = self._keys(name, surface, shown)
        cluster = self._known(name.kind, keys, is_generic=name.is_generic)
        if cluster is None:
            cluster = self._new_cluster(name.kind, is_generic=name.is_generic)
        cluster.shown = cluster.shown or shown
        cluster.knowledge_id = cluster.knowledge_id or name.knowledge_id
        self._add(cluster, name, keys)

    def _state_body(self, name: FoundName, surface: str) -> StateBody | None:
        if name.kind is not EntityKind.ORGANIZATION or name.knowledge_id is not None:
            return None
        return state_body(surface, name.mention.span, self._text, self._gazetteer)

    def _add_body(self, name: FoundName, body: StateBody) -> None:
        """The ukrainische Verteidigungsministerium is another one than the deutsche."""
        keys = [stems(body.name)]
        cluster = self._known(name.kind, keys)
        if cluster is None:
            cluster = self._new_cluster(name.kind, shown=body.name)
            cluster.state = body.state
        self._add(cluster, name, keys)

    def add_derived(self, name: FoundName) -> None:
        """Ukrainische and Pariser belong to the place they come from, Sozialdemokraten to their party."""
        word = name.printed
        place = self._gazetteer.place_of_derived(word) if name.kind is EntityKind.PLACE else None
        shown = place or self._shown(name.kind, word)
        if shown is not None:
            self._join_or_add(name, shown, shown=shown)
            return
        cluster = self._beginning(word, name.kind, rest=INHABITANT_ENDING)
        if cluster is not None:
            cluster.found.append(name)
            return
        self._join_or_add(name, _place_of_inhabitant(word) if name.kind is EntityKind.PLACE else word)

    def add_part(self, name: FoundName) -> None:
        """NATO-Generalsekretär belongs to the NATO, Donauufer to the Donau if the text names it."""
        if name.knowledge_id is not None or name.is_generic:
            self.add_name(name)
            return
        word = name.printed
        is_of_person = name.kind is EntityKind.PERSON
        known = (
            self._in_compound(word, name.kind)
            or (self._beginning(word, name.kind) if name.kind is EntityKind.ORGANIZATION else None)
            or (None if is_of_person else self._of_known_piece(name))
            or self._person_in(word, name)
            or self._beginning(word, name.kind)
            or self._of_known_piece(name)
        )
        if known is not None:
            known.found.append(name)
            return
        candidates = pieces(word)
        self._join_or_add(name, candidates[0] if candidates else word)

    def _of_known_piece(self, name: FoundName) -> Cluster | None:
        """The entity of the name in a compound that the gazetteer knows, though the text may not have it."""
        for piece in pieces(name.printed):
            for kind in (name.kind, EntityKind.PLACE, EntityKind.ORGANIZATION):
                shown = self._shown(kind, piece)
                if shown is not None:
                    return self._known_or_new(kind, shown, shown=shown)
        return None

    def join_expansions(self, ordered: Sequence[FoundName]) -> None:
        """Volksverteidigungseinheiten (YPG), and OSZE for a name with these initials."""
        names = [name for name in ordered if _is(name, EntityKind.ORGANIZATION)]
        cluster_of = {id(name): cluster for cluster in self.clusters for name in cluster.found}
        for name, following in pairwise(names):
            between = self._text[name.mention.span.end : following.mention.span.start]
            after = self._text[following.mention.span.end : following.mention.span.end + 1]
            texts = (name.printed, following.printed)
            if between.strip("„“»«\" '") == "(" and after in BEHIND_BRACKETED and expands(*texts):
                kept, joined = cluster_of[id(name)], cluster_of[id(following)]
                self._merge(kept, joined)
                cluster_of.update({id(one): kept for one in joined.found})
        self._join_abbreviations()

    def join_short_forms(self) -> None:
        """Landtag is the Hessischer Landtag if no other is named; Rheinmetall is the Rheinmetall AG."""
        for kind in (EntityKind.ORGANIZATION, EntityKind.PLACE):
            is_short_form = is_short_place if kind is EntityKind.PLACE else is_short_organisation
            clusters = self._of_kind(kind)
            longer: dict[str, dict[Cluster, str]] = {}
            for cluster in clusters:
                for form in cluster.forms():
                    for word in {stem(form)} if cluster.state else _words_to_be_called_by(form):
                        longer.setdefault(word, {})[cluster] = form
            for cluster in clusters:
                matching = {
                    other
                    for short in (cluster.forms() if self._may_be_short(cluster) else ())
                    for other, long in longer.get(stem(short.split()[0]) if short else "", {}).items()
                    if other is not cluster
                    and (is_short_form(short, long) or self._is_same_body(cluster, short, other, long))
                }
                if len(matching) == 1 and (kept := matching.pop()) in self.clusters:
                    self._merge(kept, cluster)

    def _is_same_body(self, bare: Cluster, name: str, body: Cluster, long: str) -> bool:
        """Die Luftwaffe, behind the ukrainische Luftwaffe; before it, but for the headline, it is another."""
        if not body.state or stems(name) != stems(long):
            return False
        headline_end = self._text.find("\n")
        starts = [one.mention.span.start for one in bare.found if one.mention.span.start > headline_end]
        return not starts or min(starts) > body.first_span().start

    def _may_be_short(self, cluster: Cluster) -> bool:
        """What is known by itself is not short for something longer: CDU, not CDU Sachsen."""
        return cluster.kind is EntityKind.PLACE or cluster.shown is None

    def _join_abbreviations(self) -> None:
        by_letter: dict[str, list[tuple[str, Cluster]]] = {}
        for cluster in self._of_kind(EntityKind.ORGANIZATION):
            for form in cluster.forms():
                by_letter.setdefault(form[:1].casefold(), []).append((form, cluster))
        for cluster in self._of_kind(EntityKind.ORGANIZATION):
            abbreviation = _abbreviation_of(cluster)
            if abbreviation is None or cluster.shown is not None:
                continue
            candidates = by_letter.get(abbreviation[:1].casefold(), [])
            for is_short in (abbreviates, abbreviates_parts):
                matching = {other for form, other in candidates if is_short(abbreviation, form)} - {cluster}
                if matching:
                    break
            if len(matching) == 1 and (kept := matching.pop()) in self.clusters:
                self._merge(kept, cluster)

    def _shown(self, kind: EntityKind, name: str) -> str | None:
        look_up = {
            EntityKind.PLACE: self._gazetteer.place,
            EntityKind.ORGANIZATION: self._gazetteer.organisation,
        }.get(kind)
        if look_up is None:
            return None
        if kind is EntityKind.ORGANIZATION and self._gazetteer.place_of_derived(name) is not None:
            return look_up(name)  # the club is called Bayern like the land, and is no inflected Bayer
        possessive = without_possessive(name)
        for form in (
            name,
            possessive,
            name.removesuffix("s"),
            name.removesuffix("n"),
            f"{name.removesuffix('en')}e",
        ):
            if found := look_up(form):
                return found
        first, _, rest = name.partition(" ")
        if rest and first.endswith(("en", "er", "es")):
            for base in (first[:-2] + "e", first[:-2] + "er", first[:-2] + "es"):
                for tail in (rest, rest.removesuffix("s"), rest.removesuffix("es")):
                    if found := look_up(f"{base} {tail}"):
                        return found
        return None

    def _keys(self, name: FoundName, surface: str, shown: str | None) -> frozenset[Key]:
        if name.knowledge_id is not None:
            return frozenset({("id", name.knowledge_id), stems(name.name or surface)})
        keys = {stems(surface)}
        first, _, rest = surface.partition(" ")
        if name.kind is EntityKind.ORGANIZATION and rest and first.endswith("er"):
            city = self._gazetteer.place_of_derived(first) or self._gazetteer.city(first.removesuffix("er"))
            keys.update({stems(f"{rest} {city}")} if city is not None else ())  # Wiener Volkshochschule
        if shown is not None:
            keys.add(stems(shown))
        if name.kind is EntityKind.PLACE:
            cities = (self._gazetteer.city(form) for form in (surface, surface.removesuffix("s")))
            keys.update(stems(city) for city in cities if city is not None)
        return frozenset(key for key in keys if key)

    def _known(self, kind: EntityKind, keys: Iterable[Key], *, is_generic: bool = False) -> Cluster | None:
        return next((found for key in keys if (found := self._by_key.get((kind, is_generic, key)))), None)

    def _new_cluster(
        self, kind: EntityKind, *, is_generic: bool = False, shown: str | None = None
    ) -> Cluster:
        cluster = Cluster(kind, is_generic=is_generic, shown=shown)
        self.clusters.append(cluster)
        return cluster

    def _add(self, cluster: Cluster, name: FoundName, keys: Iterable[Key]) -> None:
        cluster.found.append(name)
        for key in keys:
            if self._by_key.setdefault((cluster.kind, cluster.is_generic, key), cluster) is cluster:
                cluster.keys.append(key)

    def _join_or_add(self, name: FoundName, named: str, *, shown: str | None = None) -> None:
        """Put a derived word or a compound to the entity with this name, or make one."""
        self._known_or_new(name.kind, named, shown=shown).found.append(name)

    def _known_or_new(self, kind: EntityKind, named: str, *, shown: str | None = None) -> Cluster:
        key = stems(named)
        cluster = self._known(kind, [key]) or self._named_exactly(named)
        if cluster is None:
            cluster = self._new_cluster(kind, shown=shown or named)
        if self._by_key.setdefault((cluster.kind, cluster.is_generic, key), cluster) is cluster:
            cluster.keys.append(key)
        return cluster

    def _named_exactly(self, named: str) -> Cluster | None:
        key = stems(named)
        return next((c for kind in EntityKind if (c := self._by_key.get((kind, False, key)))), None)

    def _person_in(self, word: str, name: FoundName) -> Cluster | None:
        if self._people is not None and name.kind is not EntityKind.WEAPON:
            number = self._people.person_in_compound(word, name.mention.span)
            if number is not None and number in self._person_clusters:
                return self._person_clusters[number]
        return self._called_in(word)

    def _in_compound(self, word: str, kind: EntityKind) -> Cluster | None:
        for piece in pieces(word):
            key = stems(piece)
            shown = self._shown(kind, piece)
            cluster = self._known(kind, [key, stems(shown)] if shown else [key])
            if cluster is not None:
                return cluster
        return None

    def _called_in(self, word: str) -> Cluster | None:
        """The entity of whatever kind whose name stands in a compound."""
        if named := next((found for piece in pieces(word) if (found := self._named_exactly(piece))), None):
            return named
        return self._weapon_in(word)

    def _weapon_in(self, word: str) -> Cluster | None:
        """The only weapon that a compound is made with: Leopard-Hersteller, where the Leopard 2 is named."""
        begins = stem(word.partition("-")[0])
        weapons = [
            cluster
            for cluster in self._of_kind(EntityKind.WEAPON)
            if any(stem(form.split()[0]) == begins for form in cluster.forms() if form)
        ]
        return weapons[0] if "-" in word and len(weapons) == 1 else None

    def _beginning(self, word: str, kind: EntityKind, *, rest: re.Pattern[str] = ANYTHING) -> Cluster | None:
        """The entity with the longest name that the word begins with: Siemensianer, Donauufer."""
        if self._capitalised is None:
            self._capitalised = self._capitalised_words()
        best: tuple[int, Cluster | None] = (0, None)
        for part, cluster in self._capitalised.get((kind, word[:SHORTEST_PREFIX].casefold()), ()):
            length = _shared_beginning(part, word, rest)
            if length > best[0]:
                best = (length, cluster)
        return best[1]

    def _capitalised_words(self) -> dict[tuple[EntityKind, str], list[tuple[str, Cluster]]]:
        """The words of all names by their first letters. Final once all names as such are grouped."""
        words: dict[tuple[EntityKind, str], list[tuple[str, Cluster]]] = {}
        for cluster in self.clusters:
            parts = {part for form in cluster.forms() for part in form.split()}
            for part in parts if not cluster.is_generic else ():
                if part[:1].isupper() and len(part) >= SHORTEST_PREFIX:
                    key = (cluster.kind, part[:SHORTEST_PREFIX].casefold())
                    words.setdefault(key, []).append((part, cluster))
        return words

    def _of_kind(self, kind: EntityKind) -> list[Cluster]:
        return [cluster for cluster in self.clusters if cluster.kind is kind and not cluster.is_generic]

    def _merge(self, cluster: Cluster, other: Cluster) -> None:
        if cluster is other:
            return
        cluster.found.extend(other.found)
        cluster.shown = cluster.shown or other.shown
        cluster.knowledge_id = cluster.knowledge_id or other.knowledge_id
        self.clusters.remove(other)
        for key in other.keys:
            self._by_key[cluster.kind, cluster.is_generic, key] = cluster
        cluster.keys.extend(other.keys)


def _shared_beginning(name: str, word: str, rest: re.Pattern[str]) -> int:
    """How many letters of `name`, some endings left out, `word` begins with; 0 if its rest is not `rest`."""
    shortest = max(SHORTEST_PREFIX, len(stem(name)))
    for length in range(len(name), shortest - 1, -1):
        if word.casefold().startswith(name[:length].casefold()) and rest.fullmatch(word[length:].casefold()):
            return length
    return 0


def _is(name: FoundName, kind: EntityKind) -> bool:
    return name.kind is kind and name.mention.form is MentionForm.NAME


def _abbreviation_of(cluster: Cluster) -> str | None:
    return next((form for form in cluster.forms() if is_abbreviation(form) and form.isupper()), None)


def _words_to_be_called_by(name: str) -> set[str]:
    """The stems of what a short form of the name may begin with."""
    words = name.split()
    if not words:
        return set()
    if len(words) > 1:
        return {stem(words[0]), stem(words[-1])}
    forepart = FOREPARTS.match(name.casefold())
    return {stem(name[forepart.end() :])} if forepart else set()


def _place_of_inhabitant(word: str) -> str:
    """Stockholmer → Stockholm. Places that lose or change letters stand in the gazetteer."""
    for ending in ("erinnen", "erin", "ern", "ers", "er"):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_PREFIX:
            return word[: -len(ending)]
    return word
