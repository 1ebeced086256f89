"""Who appears in an article, and where; whether it is a woman or a man, as far as the text tells."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.domain.entities import Entity, EntityId, EntityKind
from reader.domain.mentions import Mention, MentionForm
from reader.domain.spans import Span
from reader.nlp.forms_of_address import ADJECTIVAL, FEMALE_ROLE, MALE_ROLE, is_female_before
from reader.nlp.function_words import DETERMINERS, PREPOSITIONS
from reader.nlp.word_lists import read_lines

FARTHEST = 40  # mentions back to the person meant
SPOKESPEOPLE = re.compile(
    r"\w*(?:sprecher|vertreter|mitarbeiter|beamte|kreis|quelle|experte|chef|minister|präsident|leiter|"
    r"vorsitzende|abgeordnete|politiker|sekretär|anwalt|anwält|gutachten|bericht|studie|statistik)\w*",
    re.IGNORECASE,
)
GENITIVE = re.compile(r"\S\s+(?:des|der|von|vom|aus|bei|beim|im|in)\s+(?:\S+[^\s,]\s+)?$")
# What stands before "Thiel" in "die Sprecherin des neuen Landrats Thiel", "ein Anwalt von Thiel".
WHOSE = re.compile(
    r"[A-ZÄÖÜ]\S*[^\s,]\s+(?:des|der|von|vom|beim?)\s+(?:[a-zäöüß]\S*\s+)*(?:(?P<title>[A-ZÄÖÜ]\S*[^\s,])\s+)?$"
)
OWNED = re.compile(r"\s+(?P<adjectives>(?:[a-zäöüß]\S*(?:e|en|er|es|em)\s+)*)[A-ZÄÖÜ]")  # Merkels Sprecherin
GENITIVE_ENDINGS = ("s", "’", "'")
ADDRESSES = frozenset({"frau", "herr", "herrn"})
# Beginnings that make another office of it, or one that somebody holds no more: Ministerpräsident, Exkanzler.
OTHER_OFFICE = frozenset({
    "ex-", "ex", "alt", "alt-", "vize", "vize-", "ehren", "ehren-", "minister", "general", "oberst",
    "premier",
})  # fmt: skip
# What else the holders of an office are called, in the form for men: „die Regierungschefin“.
OTHER_WORDS = {
    "regierungschef": ("ministerpräsident", "kanzler", "premierminister", "premier"),
    "premier": ("ministerpräsident", "premierminister"),
    "premierminister": ("ministerpräsident", "premier"),
    "ministerpräsident": ("premierminister", "premier"),
    "ressortchef": ("minister",),
    "chefdiplomat": ("außenminister",),
    "kommissionschef": ("kommissionspräsident",),
    "behördenchef": ("präsident",),
    "kanzleramtschef": ("kanzleramtsminister",),
    "kanzleramtsminister": ("kanzleramtschef",),
    "rathauschef": ("bürgermeister",),
    "stadtoberhaupt": ("bürgermeister", "stadtpräsident"),
    "parteichef": ("parteivorsitzende",),
    "parteivorsitzende": ("parteichef",),
    "fraktionschef": ("fraktionsvorsitzende",),
    "fraktionsvorsitzende": ("fraktionschef",),
    "konzernchef": ("vorstandsvorsitzende", "vorstandschef"),
    "vorstandschef": ("vorstandsvorsitzende", "konzernchef"),
    "vorstandsvorsitzende": ("vorstandschef", "konzernchef"),
    "unternehmenschef": ("vorstandsvorsitzende", "vorstandschef", "geschäftsführer", "konzernchef"),
    "firmenchef": ("vorstandsvorsitzende", "vorstandschef", "geschäftsführer"),
    "manager": ("vorstandsvorsitzende", "vorstandschef", "konzernchef", "geschäftsführer", "firmenchef"),
    "autor": ("schriftsteller",),
    "schriftsteller": ("romanautor", "krimiautor"),
    "wissenschaftler": (
        "forscher", "professor", "physiker", "chemiker", "biologe", "geologe", "ökonom", "politologe",
        "soziologe", "historiker", "virologe", "epidemiologe", "psychologe", "meteorologe", "archäologe",
        "mathematiker", "informatiker",
    ),
    "forscher": (
        "wissenschaftler", "politologe", "soziologe", "physiker", "chemiker", "biologe", "geologe",
        "historiker", "virologe",
    ),
    "politologe": ("politikwissenschaftler",),
    "politikwissenschaftler": ("politologe",),
    "ökonom": ("volkswirt", "wirtschaftswissenschaftler"),
    "volkswirt": ("ökonom",),
    "jurist": ("anwalt", "anwält", "richter", "rechtler"),
    "mediziner": ("arzt", "ärzt", "virologe", "chirurg"),
    "diplomat": ("botschafter", "gesandte", "konsul"),
    "monarch": ("könig", "kaiser"),
    "general": ("generalmajor", "generalleutnant", "generaloberst", "generalinspekteur"),
    "admiral": ("vizeadmiral",),
    "offizier": (
        "leutnant", "hauptmann", "major", "oberst", "general", "admiral", "generaloberst", "korvettenkapitän",
        "fregattenkapitän",
    ),
}  # fmt: skip


FEDERAL = "bundes"
LEADERS = frozenset({"chef", "vorsitzende"})  # of one body: the AfD-Chefin is its Vorsitzende


@dataclass(frozen=True, slots=True)
class Named:
    """A mention and what it names."""

    mention: Mention
    entity: Entity


def load_forenames(path: Path) -> dict[str, bool]:
    """Given names that tell a woman (True) or a man (False).

    Raises:
        OSError: if the file is missing.
    """
    pairs = (line.split("\t") for line in read_lines(path))
    return {name: sex == "f" for name, sex in pairs}


class Cast:
    """Who appears in an article, and where."""

    def __init__(self, entities: Sequence[Entity], text: str, forenames: Mapping[str, bool]) -> None:
        named = [Named(mention, entity) for entity in entities for mention in entity.mentions]
        self._named = sorted(named, key=lambda one: one.mention.span)
        self._starts = [one.mention.span.start for one in self._named]
        self._people = [one for one in self._named if one.entity.kind is EntityKind.PERSON]
        self._people_starts = [one.mention.span.start for one in self._people]
        self._forenames = forenames
        self._sexes: dict[EntityId, bool | None] = {}
        self.text = text

    @property
    def people(self) -> list[Entity]:
        """Everybody once, in order of first mention."""
        return list({one.entity.id: one.entity for one in self._people}.values())

    def inside(self, span: Span) -> list[Named]:
        """What is named within `span`, in reading order."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [one for one in self._named[first:last] if one.mention.span.end <= span.end]

    def people_before(self, position: int) -> Iterator[Named]:
        """People mentioned before `position`, the nearest first."""
        place = bisect_left(self._people_starts, position)
        yield from reversed(self._people[max(0, place - FARTHEST) : place])

    def person_in(self, words: str, span: Span) -> Entity | None:
        """The first person named in a phrase, but not as whose the phrase is: „Merkels Sprecherin“."""
        return next(
            (one.entity for one in self._names_of_people(span) if not _is_owner(one, words, span)), None
        )

    def has_owner(self, words: str, span: Span) -> bool:
        """Whether the phrase is somebody else, called by a person: „die Sprecherin von Lene Brandt“."""
        return any(_is_owner(one, words, span) for one in self._names_of_people(span))

    def _names_of_people(self, span: Span) -> Iterator[Named]:
        for one in self.inside(span):
            if one.entity.kind is EntityKind.PERSON and one.mention.form is MentionForm.NAME:
                yield one

    def is_female(self, entity: Entity) -> bool | None:
        """By given name, by what stands before the name, or by role; None if nothing tells."""
        if entity.id not in self._sexes:
            self._sexes[entity.id] = self._sex(entity)
        return self._sexes[entity.id]

    def learn(self, entity: Entity, *, is_female: bool) -> None:
        """Remember what a pronoun has told of somebody of whom nothing else did."""
        self._sexes[entity.id] = is_female

    def _sex(self, entity: Entity) -> bool | None:
        first = entity.canonical_name.partition(" ")[0].partition("-")[0]
        if " " in entity.canonical_name and first in self._forenames:
            return self._forenames[first]
        for mention in entity.mentions:
            if mention.form is not MentionForm.NAME:
                continue
            if (sex := is_female_before(self.text, mention.span.start)) is not None:
                return sex
        roles = [role.lower() for role in entity.roles]
        if any(FEMALE_ROLE.fullmatch(role) for role in roles):
            return True
        return False if any(MALE_ROLE.fullmatch(role) for role in roles) else None


def _is_owner(one: Named, words: str, span: Span) -> bool:
    """Whether the phrase `words` at `span` is somebody or something of the person in it.

    A person with a function of their own behind a genitive is one (die Sprecherin des Landrats Thiel), but
    not behind what is no person (die Sprecherin des Landtags Ina Voss).
    """
    before = words[: one.mention.span.start - span.start]
    behind = OWNED.match(words[one.mention.span.end - span.start :])
    if behind is not None and _is_genitive(one):
        adjectives = behind["adjectives"].split()
        if not PREPOSITIONS & {*adjectives} and not DETERMINERS & {*adjectives}:
            return True
    whose = WHOSE.search(before)
    if whose is None:
        return False
    return whose["title"] is None or _is_title_of(whose["title"].casefold(), one.entity)


def _is_genitive(one: Named) -> bool:
    """Whether the name is printed in the genitive; the s of Jens Rickers is his own."""
    printed, (*given, surname) = one.mention.text.split()[-1], one.entity.canonical_name.split()
    return printed.endswith(GENITIVE_ENDINGS) and not (given and printed == surname)


def _is_title_of(word: str, person: Entity) -> bool:
    """A function of the person in whatever case: „des Ministers“, „des Vorsitzenden“."""
    return word in ADDRESSES or any(word.startswith(role.casefold().rstrip("r")) for role in person.roles)


def is_role(head: str, role: str) -> bool:
    """The role itself, its last part, or one with more before it: Außenministerin, Ministerin."""
    head, role = _for_both(head), _for_both(role)
    if role.endswith(head):
        return role.removesuffix(head) not in OTHER_OFFICE
    if head.startswith(FEDERAL) and role.startswith(FEDERAL):
        return role.endswith(head.removeprefix(FEDERAL))  # the Bundesverkehrsminister is a Bundesminister
    return head.endswith(role) and "-" in head and head.removesuffix(role) not in OTHER_OFFICE


def is_other_word(head: str, role: str) -> bool:
    """Whether the role is also called so: Regierungschefin, Ministerpräsidentin; both in lower case."""
    head, role = (_for_both(word).removesuffix("in") for word in (head, role))
    (body, _, leader), (other_body, _, other) = head.rpartition("-"), role.rpartition("-")
    if body and body == other_body:
        return {leader, other} <= LEADERS
    others = OTHER_WORDS.get(head) or OTHER_WORDS.get(head + "e", ())
    if head.startswith("offizier"):
        return role.endswith(others)  # an Oberstleutnant, too
    stems = (other.removesuffix("e") for other in others)
    role = role.removesuffix("e")
    return any(role.endswith(other) and role.removesuffix(other) not in OTHER_OFFICE for other in stems)


def _for_both(role: str) -> str:
    """Vorsitzender → vorsitzende, which may be a woman or a man."""
    return role.removesuffix("r") if ADJECTIVAL.fullmatch(role.removesuffix("r")) else role
