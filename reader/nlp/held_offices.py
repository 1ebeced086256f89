"""Whose minister somebody is, and whether still: what tells a function from the same one of another."""

import re
from collections.abc import Iterable, Sequence

from reader.domain.entities import Entity, EntityId, EntityKind
from reader.domain.mentions import Mention, MentionForm
from reader.domain.spans import Span
from reader.knowledge.entries import Fact, FactKind, KnowledgeEntry
from reader.knowledge.knowledge_index import KnowledgeIndex
from reader.nlp.cast import Cast
from reader.nlp.role_finder import RoleWords
from reader.nlp.short_names import PARTIES

REACH = 80  # characters beside a name
FORMER = re.compile(
    r"\b(?:(?:frühere|ehemalige|einstige|vormalige)[rnms]?|former|ex|late|then|outgoing)[\s-](?:[\w'’-]+\s+){0,5}$",
    re.IGNORECASE,
)
FORMER_BEHIND = re.compile(
    r"^(?:\s+\([^)]{1,30}\))?,\s+(?:(?:der|die|ein|eine)\s+)?(?:frühere|ehemalige|einstige|vormalige)[rn]?\s|"
    r"^,\s+(?:(?:the|an?)\s+)?(?:former|ex)[\s-]|^\s+war\s+(?:bis|von|früher|einst|zuvor|lange|jahrelang)\s"
)
# Before a name: somebody who holds the same office as another, „ihre deutsche Kollegin“.
COLLEAGUE = re.compile(r"\b\w*kolleg(?:e|en|in)\s+$", re.IGNORECASE)
COLLEAGUE_REACH = 24  # characters before the name
# „Jens Kern, Vorsitzender der Nordfraktion“, „der Chef der EVP-Fraktion, Jens Kern“.
LEADS_GROUP = r"\b(?:Chef|Chefin|Vorsitzende[rn]?)\s+(?:der|des|von)\s+[\w&/-]*[Ff]raktion\b"
LEADS_GROUP_BEHIND = re.compile(rf"^(?:\s+\([^)]{{1,30}}\))?,\s+(?:der|die)?\s*{LEADS_GROUP}")
LEADS_GROUP_BEFORE = re.compile(rf"{LEADS_GROUP}(?:\s+\([^)]{{1,30}}\))?,?\s+$")
GROUP_LEADERS = frozenset({"fraktionschef", "fraktionsvorsitzende", "fraktionsvorsitzender"})
PARTY_LEADERS = frozenset({"parteichef", "parteivorsitzende", "parteivorsitzender"})
NAMES_OF_PARTIES = "|".join(sorted({party.casefold() for party in PARTIES} | {"grünen", "linken"}))
LEADER_OF_PARTY = re.compile(rf"(?:{NAMES_OF_PARTIES})-(?:chef|vorsitzende)r?(?:in)?")
HEADS_OF_STATE = frozenset({"präsident", "staatspräsident", "bundespräsident"})
HEAD_OF_STATE = "staatschef"
# What somebody who leads a body may be called in the knowledge base, by the word behind its hyphen.
OFFICES_OF_LEADERS = {
    "chef": ("vorsitzende", "vorsitzender", "chef", "generalsekretär", "präsident", "vorstandschef"),
    "vorsitzende": ("vorsitzende", "vorsitzender"),
    "vorsitzender": ("vorsitzende", "vorsitzender"),
    "generalsekretär": ("generalsekretär",),
}
FEDERAL_COUNCILLORS = frozenset({"bundesrat", "bundesrätin"})
SWISS_MINISTRY = ("org-eidgenoessisches-", "country-ch")  # the president is one of the ministers
OF_LAND = " von "  # Ministerpräsident von Bayern
LONGEST_FUNCTION = 4  # words between the adjective of a state and the name
APPOSITION = re.compile(r"^(?:\s+\([^)]{1,30}\))?,\s+(?:(?:der|die|the)\s+)?$")


class HeldOffices:
    """What the text and the knowledge base tell of the offices of the people in one article."""

    def __init__(
        self, cast: Cast, entities: Sequence[Entity], roles: RoleWords, knowledge: KnowledgeIndex | None
    ) -> None:
        self._cast = cast
        self._roles = roles
        self._knowledge = knowledge
        self._places = {
            mention.span.start: (mention, entity)
            for entity in entities
            if entity.kind is EntityKind.PLACE
            for mention in entity.mentions
        }
        self._entries: dict[str, KnowledgeEntry | None] = {}
        self._states: dict[EntityId, frozenset[EntityId]] = {}

    def is_former(self, person: Entity) -> bool:
        """Whether the person is said to have been it once, and nowhere to be it now."""
        text = self._cast.text
        return any(
            FORMER.search(text[max(0, one.span.start - REACH) : one.span.start].rpartition("\n")[2])
            or FORMER_BEHIND.match(text[one.span.end : one.span.end + REACH])
            for one in _names(person)
        )

    def is_colleague(self, person: Entity) -> bool:
        starts = (mention.span.start for mention in person.mentions)
        text = self._cast.text
        return any(COLLEAGUE.search(text[max(0, start - COLLEAGUE_REACH) : start]) for start in starts)

    def is_of(self, person: Entity, adjective: Span) -> bool:
        """Whether the text tells of which state the person holds an office, or the knowledge base does."""
        found = self._places.get(adjective.start)
        if found is None or found[0].span != adjective or found[0].form is not MentionForm.DERIVED:
            return False
        place = found[1]
        if person.id not in self._states:
            self._states[person.id] = frozenset(self._states_beside(person))
        if place.id in self._states[person.id]:
            return True
        if self._states[person.id] or place.knowledge_id is None:
            return False
        return any(
            fact.entry == place.knowledge_id or fact.text_de.endswith(f"{OF_LAND}{place.canonical_name}")
            for fact in self._offices(person)
        )

    def is_called(self, person: Entity, head: str) -> bool:
        """Whether the text tells something of the person that „der Fraktionschef“ or „der Staatschef“ means.

        `head` is in lower case. Of presidents only those of a state are meant.
        """
        head = head.removesuffix("in")
        roles = [role.lower().removesuffix("in") for role in person.roles]
        if head in PARTY_LEADERS:
            return any(LEADER_OF_PARTY.fullmatch(role) for role in roles)
        if head in GROUP_LEADERS:
            return self._leads_group(person)
        if head != HEAD_OF_STATE or HEADS_OF_STATE.isdisjoint(roles):
            return False
        offices = (fact for fact in self._offices(person) if fact.text_de.lower() in HEADS_OF_STATE)
        return any(self._states_beside(person)) or any(fact.entry is not None for fact in offices)

    def is_federal_councillor(self, person: Entity, head: str) -> bool:
        """Whether „der Mitte-Bundesrat“ or „die Bundesrätin“ may be said of the person, a Swiss minister."""
        if head.rpartition("-")[2] not in FEDERAL_COUNCILLORS:
            return False
        return any((fact.entry or "").startswith(SWISS_MINISTRY) for fact in self._offices(person))

    def leads(self, person: Entity, word: Span, head: str) -> bool:
        """Whether the knowledge base tells that the person leads the body in the word at `word`: SPD-Chef."""
        offices = OFFICES_OF_LEADERS.get(head.rpartition("-")[2].removesuffix("in"), ())
        bodies = {one.entity.knowledge_id for one in self._cast.inside(word)} - {None}
        return any(
            fact.entry in bodies and fact.text_de.lower().removesuffix("in").endswith(offices)
            for fact in self._offices(person)
        )

    def _leads_group(self, person: Entity) -> bool:
        text = self._cast.text
        return any(
            LEADS_GROUP_BEHIND.match(text[one.span.end : one.span.end + REACH])
            or LEADS_GROUP_BEFORE.search(text[max(0, one.span.start - REACH) : one.span.start])
            for one in _names(person)
        )

    def known_offices(self, person: Entity, *, is_german: bool = True) -> tuple[str, ...]:
        """Titles that the knowledge base gives, in lower case."""
        facts = self._offices(person)
        offices = (fact.text_de.partition(OF_LAND)[0] if is_german else fact.text_en for fact in facts)
        return tuple(office.lower() for office in offices)

    def _offices(self, person: Entity) -> list[Fact]:
        if self._knowledge is None or person.knowledge_id is None:
            return []
        if person.knowledge_id not in self._entries:
            self._entries[person.knowledge_id] = self._knowledge.entry(person.knowledge_id)
        entry = self._entries[person.knowledge_id]
        facts = entry.facts if entry is not None else ()
        return [fact for fact in facts if fact.what is FactKind.OFFICE]

    def _states_beside(self, person: Entity) -> Iterable[EntityId]:
        text = self._cast.text
        for one in _names(person):
            around = Span(max(0, one.span.start - REACH), one.span.end + REACH)
            for found in self._cast.inside(around):
                if found.entity.kind is not EntityKind.PLACE:
                    continue
                place = found.mention
                if place.span.end <= one.span.start:
                    between = text[place.span.end : one.span.start]
                    is_part = place.form is MentionForm.PART
                    is_beside = not between.strip() if is_part else self._is_function(between)
                else:
                    behind = text[one.span.end : place.span.start]
                    is_beside = place.form is MentionForm.DERIVED and APPOSITION.fullmatch(behind) is not None
                if is_beside:
                    yield found.entity.id

    def _is_function(self, words: str) -> bool:
        """Whether nothing but a function stands between state and name: „ukrainische Präsident Selenskyj“."""
        parts = words.removeprefix("'s").removeprefix("’s").split()
        if not 0 < len(parts) <= LONGEST_FUNCTION:
            return False
        if " ".join(parts).casefold() in self._roles.english:
            return True
        is_title = all(part[0].isupper() for part in parts)
        return is_title and any(self._roles.lemma(part) is not None for part in parts)


def _names(person: Entity) -> list[Mention]:
    return [mention for mention in person.mentions if mention.form is MentionForm.NAME]
