"""Who appears in an article, and where; whether it is a woman or a man, as far as the text tells."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.domain.entities import Entity, EntityId, EntityKind
from reader.domain.mentions import Mention, MentionForm
from reader.domain.spans import Span
from reader.nlp.forms_of_address import FEMALE_ROLE, MALE_ROLE, is_female_before

FARTHEST = 40  # mentions back to the person meant
SPOKESPEOPLE = re.compile(
    r"\w*(?:sprecher|vertreter|mitarbeiter|beamte|kreis|quelle|experte|chef|minister|präsident|leiter|"
    r"vorsitzende|abgeordnete|politiker|sekretär|anwalt|anwält|gutachten|bericht|studie|statistik)\w*",
    re.IGNORECASE,
)
GENITIVE = re.compile(r"\S\s+(?:des|der|von|vom|aus|bei|beim|im|in)\s+(?:\S+[^\s,]\s+)?$")
OWNER = re.compile(r"(?:s|’|')\s+(?:[a-zäöüß]\S*\s+)*[A-ZÄÖÜ]")  # Merkels Sprecherin
# Beginnings that make another office of it, or one that somebody holds no more: Ministerpräsident, Exkanzler.
OTHER_OFFICE = frozenset({
    "ex-", "ex", "alt", "alt-", "vize", "vize-", "ehren", "ehren-", "minister", "general", "oberst",
})  # fmt: skip


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
        for one in self.inside(span):
            if one.entity.kind is not EntityKind.PERSON or one.mention.form is not MentionForm.NAME:
                continue
            before = words[: one.mention.span.start - span.start]
            after = words[one.mention.span.end - span.start - 1 :]
            is_owner = OWNER.match(after) is not None or (
                SPOKESPEOPLE.search(before) is not None and GENITIVE.search(before) is not None
            )
            if not is_owner:
                return one.entity
        return None

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


def is_role(head: str, role: str) -> bool:
    """The role itself, its last part, or one with more before it: Außenministerin, Ministerin."""
    if role.endswith(head):
        return role.removesuffix(head) not in OTHER_OFFICE
    return head.endswith(role) and "-" in head and head.removesuffix(role) not in OTHER_OFFICE
