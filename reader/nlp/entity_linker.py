"""Ties entities to entries of the knowledge base, where that is sure.

A link that is wrong is worse than none. An entity gets one if an entry of its kind has its name and no
other entry has; a name that means something else, too, needs proof in the article, and a bare surname
the office that goes with it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.domain.entities import Entity, EntityId, EntityKind
from reader.domain.mentions import MentionForm
from reader.knowledge.catalogue import spelling
from reader.knowledge.entries import FactKind, KnowledgeEntry, KnowledgeId
from reader.knowledge.knowledge_index import KnowledgeIndex
from reader.nlp.introduced_names import may_be_called_so
from reader.nlp.name_forms import is_abbreviation, is_form_of_name, stems

COUNTRY, BUILDING, ARMED_GROUP = "country", "building", "armed_group"
# What shows whose politics an article tells of.
INSTITUTIONS = frozenset({"party", "parliament", "ministry", "government", "court"})
# What every state has, some by the same name.
OF_STATES = INSTITUTIONS | {"agency", "armed_forces", "intelligence", "police", ARMED_GROUP}
OF_ONE_STATE = re.compile(r"(?:\w+(?:ische|deutsche)[rs]?|Schweizer) [A-ZÄÖÜ]\w*(?:ministerium|amt|rat)$")
WITH_COUNTRY = re.compile(r" \([A-ZÄÖÜ][\w -]+\)$")
SECRET = frozenset({"intelligence"})  # whose abbreviations hardly mean anything else where their country is
SHORTEST_SERVICE = 3  # letters
# Whom the article calls so, and nothing of an office, is a namesake of whoever holds one.
TRADES = frozenset({
    "architekt", "bäcker", "dachdecker", "friseur", "fußballer", "gärtner", "handwerker", "hausarzt",
    "hausmeister", "klempner", "koch", "kellner", "maler", "maurer", "metzger", "mittelfeldspieler",
    "pfleger", "rentner", "schreiner", "schüler", "stürmer", "tischler", "torhüter", "torwart", "trainer",
    "verteidiger", "zahnarzt",
})  # fmt: skip
LANDS = frozenset({"Deutschland", "Deutschlands", "Österreich", "Österreichs", "Schweiz"})
LONG_WORD = 10  # letters of a word that says what a body is: Naturschutzbund, not Verband
SHORTEST_WORD = 4  # letters of a doubtful name that its kind alone can prove: Stern; not BR
# What an office is called, by the word for it in the knowledge base.
OFFICE_WORDS = {
    "ministerpräsident": ("ministerpräsident", "premierminister", "premier", "regierungschef", "landeschef"),
    "premierminister": ("premierminister", "ministerpräsident", "premier", "regierungschef"),
    "bundespräsident": ("bundespräsident", "staatsoberhaupt"),
    "bundeskanzler": ("kanzler", "regierungschef"),
    "staatspräsident": ("präsident", "staatschef", "staatsoberhaupt"),
    "präsident": ("präsident", "staatschef", "staatsoberhaupt", "chef"),
    "parteivorsitzender": ("vorsitzender", "chef", "parteichef"),
    "fraktionsvorsitzender": ("fraktionsvorsitzender", "fraktionschef"),
    "vorstandsvorsitzender": ("vorstandsvorsitzender", "vorstandschef", "konzernchef", "chef"),
    "vorsitzender": ("vorsitzender", "chef"),
}


HEADS = frozenset({"präsident", "vorsitzender", "chef", "sprecher", "direktor", "generalsekretär"})
FEDERAL = "bundes"  # the Bundesaußenminister is called Außenminister, too


class EntityLinker:
    """Links the entities of one article after the other; holds the knowledge base."""

    def __init__(self, index: KnowledgeIndex) -> None:
        self._index = index

    def linked(self, entities: Iterable[Entity]) -> tuple[Entity, ...]:
        """The entities with the ids of their entries, one for each entry; an id that is there stays."""
        found = [self._as_building(entity) for entity in entities]
        proved = self.proved(found)
        return _without_doubles(
            replace(entity, knowledge_id=proved[entity.id])
            if entity.id in proved
            else self._called_as_printed(entity)
            for entity in found
        )

    def proved(self, entities: Sequence[Entity]) -> dict[EntityId, KnowledgeId]:
        """The ids of the entries of those entities of one article for which they are sure."""
        article = _Evidence(self._index)
        for entity in entities:
            if (entry := self._sure(entity)) is not None:
                article.add(entity, entry)
        found = ((entity.id, self._proved(entity, article)) for entity in entities)
        return {entity_id: entry.id for entity_id, entry in found if entry is not None}

    def _called_as_printed(self, entity: Entity) -> Entity:
        """The entity under a name of the text, if it is shown as a known body that it may not be.

        The Demokratische Partei of Korea is not called Demokraten.
        """
        shown = entity.canonical_name
        names = [name for name in entity.aliases if not is_abbreviation(name)] or list(entity.aliases)
        if entity.kind is not EntityKind.ORGANIZATION or entity.knowledge_id is not None or not names:
            return entity
        printed = [mention.text for mention in entity.mentions if mention.form is MentionForm.NAME]
        words = set(stems(shown))
        is_printed = any(
            words.issuperset(stems(name)) or is_form_of_name(name.split(), shown.split())
            for name in (*names, *printed)
        )
        if is_printed or not self._index.find(shown, EntityKind.ORGANIZATION):
            return entity
        fullest = max(names, key=lambda name: len(name.split()))
        others = tuple(name for name in entity.aliases if name != fullest)
        return replace(entity, canonical_name=fullest, aliases=others)

    def _as_building(self, entity: Entity) -> Entity:
        """The Pentagon is a place that acts, even where the tagger took it for an organisation."""
        name = entity.canonical_name
        if entity.kind is not EntityKind.ORGANIZATION or self._index.find(name, EntityKind.ORGANIZATION):
            return entity
        places = self._index.find(name, EntityKind.PLACE)
        is_building = len(places) == 1 and places[0].category == BUILDING
        return replace(entity, kind=EntityKind.PLACE) if is_building else entity

    def _sure(self, entity: Entity) -> KnowledgeEntry | None:
        """The entry that the names alone prove."""
        if entity.knowledge_id is not None:
            return self._index.entry(entity.knowledge_id)
        sure = [
            entry
            for name, entry in self._candidates(entity)
            if (not _is_doubtful(name, entry) and not _is_shown_for_another(name, entity, entry))
            or _is_written_out(entity, entry)
        ]
        if _is_namesake(entity, sure):
            return None
        if len({entry.id for entry in sure}) > 1:
            sure = self._in_full(entity, sure)
        return sure[0] if len({entry.id for entry in sure}) == 1 else None

    def _in_full(self, entity: Entity, sure: list[KnowledgeEntry]) -> list[KnowledgeEntry]:
        """Those that the full name means, where others have its abbreviation: Südtiroler Volkspartei."""
        name = entity.canonical_name
        if " " not in name or not all(map(is_abbreviation, entity.aliases)):
            return sure
        return [entry for entry in sure if name in entry.names]

    def _proved(self, entity: Entity, article: "_Evidence") -> KnowledgeEntry | None:
        """The entry that the names prove together with the rest of the article."""
        if (sure := article.entry_of(entity)) is not None:
            return sure
        candidates = self._candidates(entity)
        proved = {entry.id: entry for name, entry in candidates if article.proves(entity, name, entry)}
        if entity.kind is EntityKind.PERSON and not candidates:
            bearers = self._index.with_surname(entity.canonical_name)
            proved = {entry.id: entry for entry in bearers if article.has_office(entity, entry)}
        return next(iter(proved.values())) if len(proved) == 1 else None

    def _candidates(self, entity: Entity) -> list[tuple[str, KnowledgeEntry]]:
        """Each name in the text with the entries that have it; people have to be named in full."""
        if entity.is_generic or entity.kind is EntityKind.OTHER:
            return []
        return [
            pair
            for name in _names_of(entity)
            if entity.kind is not EntityKind.PERSON or _is_full(name)
            for pair in self._named(name, entity)
            if entity.kind is not EntityKind.ORGANIZATION
            or may_be_called_so(entity.canonical_name, name, pair[1])
        ]

    def _named(self, name: str, entity: Entity) -> list[tuple[str, KnowledgeEntry]]:
        """The entries with this name, or with what it is the genitive of."""
        for form in (name, name.removesuffix("s")):
            found = self._index.find(form, entity.kind)
            if len(found) > 1 and any(mention.form is MentionForm.DERIVED for mention in entity.mentions):
                found = tuple(entry for entry in found if entry.category == COUNTRY)
            if found:
                exactly = [entry for entry in found if form in entry.names]  # NVA and N-VA
                return [(form, entry) for entry in exactly or found]
        return []


def _without_doubles(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """The entities, those with one entry of the knowledge base as one: Lai Ching-te and William Lai."""
    kept: dict[tuple[EntityKind, str], Entity] = {}
    for entity in entities:
        key = (entity.kind, entity.knowledge_id or f"{entity.id} is not known")
        kept[key] = _joined(kept[key], entity) if key in kept else entity
    return tuple(replace(entity, id=EntityId(f"e{number}")) for number, entity in enumerate(kept.values(), 1))


def _joined(first: Entity, second: Entity) -> Entity:
    names = dict.fromkeys((*first.aliases, second.canonical_name, *second.aliases))
    return replace(
        first,
        mentions=tuple(sorted((*first.mentions, *second.mentions), key=lambda mention: mention.span)),
        aliases=tuple(name for name in names if name != first.canonical_name),
        roles=tuple(dict.fromkeys((*first.roles, *second.roles))),
    )


class _Evidence:
    """What is sure about an article: the entries that its names prove, and whose countries they are."""

    def __init__(self, index: KnowledgeIndex) -> None:
        self._index = index
        self._entries: dict[str, KnowledgeEntry] = {}
        self._ids: set[KnowledgeId] = set()
        self._countries: Counter[KnowledgeId] = Counter()
        self._politics: Counter[KnowledgeId] = Counter()

    def add(self, entity: Entity, entry: KnowledgeEntry) -> None:
        self._entries[entity.id] = entry
        self._ids.add(entry.id)
        for country in _countries_of(entry):
            self._countries[country] += len(entity.mentions)
            if entry.category in INSTITUTIONS:
                self._politics[country] += len(entity.mentions)

    def entry_of(self, entity: Entity) -> KnowledgeEntry | None:
        return self._entries.get(entity.id)

    def proves(self, entity: Entity, name: str, entry: KnowledgeEntry) -> bool:
        """Whether the article shows that the doubtful `name` means `entry`."""
        if entry.kind is EntityKind.PERSON:
            return self.has_office(entity, entry)
        if entry.kind is not EntityKind.ORGANIZATION or not _is_written_so(name, entry):
            return self._is_the_place(entity, entry)
        if entry.id in self._ids:
            return True  # the article has it in full, too
        if entry.category in SECRET and len(name) >= SHORTEST_SERVICE and is_abbreviation(name):
            return self._is_in(entry)
        is_group = entry.category == ARMED_GROUP and len(name) >= SHORTEST_WORD and not is_abbreviation(name)
        if entry.category in OF_STATES and not is_group:
            return self._is_of_politics_here(entry)
        # The Afrikakorps is known by any of its names where Russland is named.
        is_here = self._is_in(entry) and not self._is_noun_for_another(name)
        return is_here and (is_group or (name in _shown(entry) and len(name) >= SHORTEST_WORD))

    def _is_noun_for_another(self, name: str) -> bool:
        """Whether a body of the article is called so in its full name: die Allianz beside the NATO."""
        return any(
            full != name and full.split()[-1] == name for one in self._entries.values() for full in one.names
        )

    def _is_the_place(self, entity: Entity, entry: KnowledgeEntry) -> bool:
        """Whether the article tells of the state that a place is or governs: Georgia, not in the USA."""
        if entry.category != COUNTRY:
            return _is_seat(entry) and self._is_in(entry)
        is_derived = any(mention.form is MentionForm.DERIVED for mention in entity.mentions)
        return is_derived or self._is_in(entry)

    def has_office(self, entity: Entity, entry: KnowledgeEntry) -> bool:
        """Whether the person is named with an office of `entry`, and the article with whose office it is."""
        roles = [role.casefold() for role in entity.roles]
        return any(
            _is_called(role, fact.text_de) and self._is_told_of(fact.entry, role)
            for fact in entry.facts
            if fact.what is FactKind.OFFICE
            for role in roles
        )

    def _is_of_politics_here(self, institution: KnowledgeEntry) -> bool:
        """Greens and federal councils are in many countries: the politics must be those of one only."""
        countries = set(self._politics or self._countries)
        return countries != set() and countries == _countries_of(institution)

    def _is_in(self, entry: KnowledgeEntry) -> bool:
        """Whether the article tells of the country that the entry belongs to."""
        return not self._countries.keys().isdisjoint(_countries_of(entry))

    def _is_told_of(self, led: KnowledgeId | None, role: str) -> bool:
        if led is None:
            return False
        entry = self._index.entry(led)
        if led in self._ids or (
            entry is not None and not self._countries.keys().isdisjoint(_countries_of(entry))
        ):
            return True
        if entry is not None and entry.kind is EntityKind.ORGANIZATION and _is_head_of(entry, role):
            return True
        before = role.rpartition("-")[0]
        named = (self._index.find(before, kind) for kind in (EntityKind.ORGANIZATION, EntityKind.PLACE))
        return any(led == entry.id for entries in named for entry in entries)


def _names_of(entity: Entity) -> tuple[str, ...]:
    """The names that may prove what it is.

    With a country behind it, only this one: FDP (Schweiz). That of the Schweizer Bundesrat without the
    adjective is another's.
    """
    if WITH_COUNTRY.search(entity.canonical_name):
        return (entity.canonical_name,)
    first, _, bare = entity.canonical_name.partition(" ")
    is_adjective = first.endswith(("er", "es", "e"))
    aliases = (alias for alias in entity.aliases if not (is_adjective and alias == bare))
    return tuple(dict.fromkeys((entity.canonical_name, *aliases)))


def _is_doubtful(name: str, entry: KnowledgeEntry) -> bool:
    """Whether the name alone does not prove the entry; with the adjective of its state a body's name does."""
    if name in entry.names and OF_ONE_STATE.match(name):
        return False
    return spelling(name) in {spelling(doubtful) for doubtful in entry.ambiguous}


def _is_namesake(entity: Entity, entries: Iterable[KnowledgeEntry]) -> bool:
    """Whether a person is told by another trade than the office: the baker called like the chancellor."""
    roles = [role.casefold() for role in entity.roles]
    offices = [fact.text_de for entry in entries for fact in entry.facts if fact.what is FactKind.OFFICE]
    has_office = any(_is_called(role, office) for role in roles for office in offices)
    return not has_office and any(_masculine(role) in TRADES for role in roles)


def _is_shown_for_another(name: str, entity: Entity, entry: KnowledgeEntry) -> bool:
    """Whether the text itself has only a doubtful name: Christdemokraten, which is shown as CDU."""
    if not any(_is_doubtful(alias, entry) for alias in entity.aliases):
        return False
    printed = [mention.text for mention in entity.mentions]
    is_inflected = any(stems(text) == stems(name) for text in printed)
    return not is_inflected and spelling(name) not in spelling(" ".join(printed))


def _is_written_out(entity: Entity, entry: KnowledgeEntry) -> bool:
    """Whether the text has a sure name of several words in whatever case: der Demokratischen Bürgerpartei.

    Beside its letters, which it is asked of, a Naturschutzbund is that of Deutschland.
    """
    if entity.kind is not EntityKind.ORGANIZATION:
        return False
    sure = [name.split() for name in entry.names if " " in name and not _is_doubtful(name, entry)]
    printed = [alias.split() for alias in entity.aliases if " " in alias]
    said = {entity.canonical_name, *entity.aliases}
    is_of_land = any(
        " ".join(known[:-1]) in said and known[-1] in LANDS and len(known[0]) >= LONG_WORD for known in sure
    )
    return is_of_land or any(is_form_of_name(words, known) for words in printed for known in sure)


def _is_written_so(name: str, entry: KnowledgeEntry) -> bool:
    """Whether capitals agree: BUND is not the Bund."""
    return name in entry.names


def _shown(entry: KnowledgeEntry) -> tuple[str, str]:
    """The names under which the entry is shown in German and in English articles."""
    return entry.name_de, entry.name_en


def _is_seat(place: KnowledgeEntry) -> bool:
    """Whether a country is governed from there: Wellington, in an article that names New Zealand."""
    return any(fact.what is FactKind.SEAT_OF_GOVERNMENT for fact in place.facts)


def _is_full(name: str) -> bool:
    """Whether a person's name is more than a surname; kings and popes have a number."""
    return len(name.split()) > 1


def _countries_of(entry: KnowledgeEntry) -> set[KnowledgeId]:
    """The country that the entry is, lies in, belongs to or has an office of."""
    if entry.category == COUNTRY:
        return {entry.id}
    return {
        fact.entry
        for fact in entry.facts
        if fact.what in {FactKind.COUNTRY, FactKind.OFFICE}
        and fact.entry is not None
        and fact.entry.startswith("country-")
    }


def _is_head_of(body: KnowledgeEntry, role: str) -> bool:
    """Whether a case-folded function begins with the body: kommissionspräsidentin, Europäische Kommission."""
    last_words = {name.split()[-1].casefold() for name in body.names}
    rests = {role.removeprefix(word).removeprefix("s") for word in last_words if role.startswith(word)}
    return any(_masculine(rest) in HEADS for rest in rests)


def _is_called(role: str, office: str) -> bool:
    """Whether a function in the text is the word for an office: US-Präsidentin is Präsident.

    Of an office with more words, the first says what it is.
    """
    called = _masculine(role.rpartition("-")[2])
    head = _masculine(office.split(maxsplit=1)[0].casefold())
    words = OFFICE_WORDS.get(head, (head, head.removeprefix(FEDERAL)))
    return any(called.endswith(word) for word in words)


def _masculine(word: str) -> str:
    """A case-folded word for a function as it is said of men: kanzlerin → kanzler, vorsitzende → …r."""
    if word.endswith("vorsitzende"):
        return word + "r"
    if word.endswith("chefin"):
        return word.removesuffix("in")
    return word.removesuffix("in") if word.endswith(("erin", "entin", "ärin")) else word
