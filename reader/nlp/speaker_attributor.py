"""Says who a speaker is: the entity that the printed speaker names. Better nobody than the wrong one."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reader.domain.entities import Entity, EntityId, EntityKind
from reader.domain.mentions import Mention, MentionForm
from reader.domain.quotations import Quotation
from reader.domain.spans import Span

FEMALE, MALE = frozenset({"sie", "she"}), frozenset({"er", "he"})
# „ein Sprecher des Ministeriums“: somebody who is not named; the ministry is not the speaker.
UNNAMED = re.compile(r"(?:ein|eine|einer|mehrere|viele|einige|zwei|drei|andere|weitere)\s")
SPOKESPEOPLE = re.compile(
    r"\w*(?:sprecher|vertreter|mitarbeiter|beamte|kreis|quelle|experte|chef|minister|präsident|leiter|"
    r"vorsitzende|abgeordnete|politiker|sekretär|anwalt|anwält|gutachten|bericht|studie|statistik)\w*",
    re.IGNORECASE,
)
GENITIVE = re.compile(r"\S\s+(?:des|der|von|vom|aus|bei|beim|im|in)\s+(?:\S+[^\s,]\s+)?$")
OWNER = re.compile(r"(?:s|’|')\s+(?:[a-zäöüß]\S*\s+)*[A-ZÄÖÜ]")  # Merkels Sprecherin
DEFINITE = re.compile(r"(?:der|die|das|dieser|diese)\s+(?:[a-zäöüß]\S*\s+){0,2}(?P<head>[\w-]+)")
OF_AGE = re.compile(r"\d{2}-jährige[rn]?")
# Words for any person of one sex.
ANY_WOMAN = frozenset({"politikerin", "frau", "expertin", "abgeordnete", "ministerin", "juristin", "autorin"})
ANY_MAN = frozenset({"politiker", "mann", "experte", "abgeordnete", "minister", "jurist", "autor"})
FEMALE_ROLE = re.compile(r".{3,}in")
MALE_ROLE = re.compile(r".*(?:er|or|ent|eur|ist|präsident|kanzler|general|mann|anwalt)")
FARTHEST = 40  # mentions back to the person meant
SENTENCE_END = re.compile(r"[.!?…]\s")


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
    lines = path.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {name: sex == "f" for name, sex in pairs}


def attribute(
    quotations: Iterable[Quotation], entities: Sequence[Entity], text: str, forenames: Mapping[str, bool]
) -> list[Quotation]:
    """The quotations with the entity of their speaker, where the printed speaker tells it."""
    cast = _Cast(entities, text, forenames)
    found: list[Quotation] = []
    for quotation in quotations:
        speaker = quotation.attribution.speaker
        entity = cast.entity_of(speaker.text, speaker.spans[0]) if speaker and speaker.spans else None
        found.append(replace(quotation, attribution=replace(quotation.attribution, entity=entity)))
    return found


class _Cast:
    """Who appears in an article, and where."""

    def __init__(self, entities: Sequence[Entity], text: str, forenames: Mapping[str, bool]) -> None:
        named = [Named(mention, entity) for entity in entities for mention in entity.mentions]
        self._named = sorted(named, key=lambda one: one.mention.span)
        self._starts = [one.mention.span.start for one in self._named]
        self._people = [one for one in self._named if one.entity.kind is EntityKind.PERSON]
        self._people_starts = [one.mention.span.start for one in self._people]
        self._text = text
        self._forenames = forenames

    def entity_of(self, words: str, span: Span) -> EntityId | None:
        lower = words.lower()
        if lower in FEMALE | MALE:
            return self._of_pronoun(span, is_female=lower in FEMALE)
        inside = self._inside(span)
        if person := self._person(words, span, inside):
            return person
        if not UNNAMED.match(lower):
            for one in inside:
                is_speaking = one.entity.kind in {EntityKind.ORGANIZATION, EntityKind.PLACE}
                if is_speaking and _stands_alone(words, one.mention, span):
                    return one.entity.id
        return self._of_role(words, span)

    def _inside(self, span: Span) -> list[Named]:
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [one for one in self._named[first:last] if one.mention.span.end <= span.end]

    def _person(self, words: str, span: Span, inside: Sequence[Named]) -> EntityId | None:
        """The first person who is named, but not as whose the speaker is: „Merkels Sprecherin“."""
        for one in inside:
            if one.entity.kind is not EntityKind.PERSON or one.mention.form is not MentionForm.NAME:
                continue
            before = words[: one.mention.span.start - span.start]
            after = words[one.mention.span.end - span.start - 1 :]
            is_owner = OWNER.match(after) is not None or (
                SPOKESPEOPLE.search(before) is not None and GENITIVE.search(before) is not None
            )
            if not is_owner:
                return one.entity.id
        return None

    def _before(self, position: int) -> Iterator[Named]:
        """People mentioned before `position`, the nearest first."""
        place = bisect_left(self._people_starts, position)
        yield from reversed(self._people[max(0, place - FARTHEST) : place])

    def _of_pronoun(self, span: Span, *, is_female: bool) -> EntityId | None:
        return self._nearest(span, is_female=is_female)

    def _of_role(self, words: str, span: Span) -> EntityId | None:
        """„die Ministerin“: the person last named who has this role; „die 48-Jährige“: the nearest woman."""
        found = DEFINITE.match(words[:1].lower() + words[1:])
        if found is None:
            return None
        head = found.group("head").lower()
        for one in self._before(span.start):
            if any(_is_role(head, role.lower()) for role in one.entity.roles):
                return one.entity.id
        is_whole = found.end() == len(words)
        is_female = words[:3].lower() == "die"
        if is_whole and (OF_AGE.fullmatch(head) or head in ANY_WOMAN | ANY_MAN or _is_one(head, is_female)):
            return self._nearest(span, is_female=is_female)
        return None

    def _nearest(self, span: Span, *, is_female: bool) -> EntityId | None:
        """The one fitting person of the nearest sentence that has any; nobody if there are two."""
        paragraph = max(self._text.rfind("\n", 0, span.start), 0)
        begin = max(self._text.rfind("\n", 0, max(paragraph - 2, 0)), 0)
        chosen: Named | None = None
        for one in self._before(span.start):
            if one.mention.span.start < begin:
                break
            sex = self._is_female(one.entity)
            if sex is not None and sex is not is_female:
                continue
            if chosen is None:
                chosen = one
            elif chosen.entity is not one.entity:
                between = self._text[one.mention.span.end : chosen.mention.span.start]
                is_surer = sex is None and self._is_female(chosen.entity) is not None
                if is_surer or SENTENCE_END.search(between) or "\n" in between:
                    break
                return None
        return chosen.entity.id if chosen is not None else None

    def _is_female(self, entity: Entity) -> bool | None:
        """By given name, else by role; None if neither tells."""
        first = entity.canonical_name.partition(" ")[0].partition("-")[0]
        if " " in entity.canonical_name and first in self._forenames:
            return self._forenames[first]
        roles = [role.lower() for role in entity.roles]
        if any(FEMALE_ROLE.fullmatch(role) for role in roles):
            return True
        return False if any(MALE_ROLE.fullmatch(role) for role in roles) else None


def _is_one(head: str, is_female: bool) -> bool:  # noqa: FBT001  (the one thing asked)
    """A word for one man or one woman that is nobody's office: der Historiker, die Klägerin."""
    if SPOKESPEOPLE.fullmatch(head):
        return False
    return (FEMALE_ROLE if is_female else MALE_ROLE).fullmatch(head) is not None


def _is_role(head: str, role: str) -> bool:
    """The role itself, its last part, or one with more before it: Außenministerin, Ministerin."""
    return role == head or role.endswith(head) or (head.endswith(role) and "-" in head)


def _stands_alone(words: str, mention: Mention, span: Span) -> bool:
    """The name is the phrase, but for an article or a word before it: „das Ministerium“, „Moskau“."""
    if mention.form is MentionForm.DERIVED:
        return False
    before = words[: mention.span.start - span.start]
    if SPOKESPEOPLE.search(before) or (GENITIVE.search(before.lower()) and len(before.split()) > 1):
        return False
    if mention.form is MentionForm.PART and SPOKESPEOPLE.fullmatch(mention.text):
        return False
    return len(before.split()) <= 3  # noqa: PLR2004  (an article and two more words)
