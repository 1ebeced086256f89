"""Finds where "the minister", "he" and "she" mean a person of an English article, but only where it is sure.

"The minister" is whoever alone has this function in the article; "he" begins a sentence and means who acted
in the one before, if nobody else there can be meant.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reader.domain.entities import Entity, EntityId, EntityKind
from reader.domain.mentions import MentionForm
from reader.nlp.cast import Cast
from reader.nlp.english_cast import is_english_role
from reader.nlp.held_offices import HeldOffices
from reader.nlp.role_finder import LONGEST_ENGLISH, RoleWords
from reader.nlp.tokens import Range, Tokens

PRONOUNS = {"he": False, "she": True}
LONGEST_NAME = 6  # words
LONGEST_OPENING = 9  # words before the name of who acts
INTRODUCTIONS = frozenset({
    "but", "and", "later", "still", "yet", "then", "instead", "on", "in", "at", "after", "before", "during",
    "earlier", "however", "meanwhile", "last", "afterwards", "today", "yesterday",
})  # fmt: skip
GENITIVE = ("'s", "’s", "'", "’")
BETWEEN = frozenset({"the", "a", "an", "its", "their", "british", "of", "'s", "’s"})
# What follows a function that stands alone: a verb, or what begins another part of the sentence.
VERBS = frozenset({
    "said", "says", "told", "tells", "met", "left", "went", "took", "made", "gave", "came", "became",
    "began", "wrote", "spoke", "saw", "thought", "knew", "held", "kept", "stood", "found", "brought",
    "sent", "paid", "led", "ran", "won", "lost", "rose", "fell", "put", "set", "cut", "read", "did",
    "wants", "plans", "hopes", "believes", "expects", "needs", "faces", "leads", "lives", "works", "remains",
    "insists", "argues", "warns", "thinks", "makes", "takes", "goes", "comes", "gets", "gives", "sees",
    "had", "has", "was", "is", "will", "would", "could", "should", "may", "might", "does",
})  # fmt: skip
FOLLOWERS = VERBS | frozenset({
    "also", "then", "later", "and", "but", "who", "on", "to", "at", "after", "before", "during", "while",
    "with", "'s", "’s", "never", "again", "himself", "herself",
})  # fmt: skip
# Nouns for somebody whom "he" or "she" may mean instead, besides functions.
PEOPLE = frozenset({
    "man", "woman", "boy", "girl", "driver", "officer", "soldier", "suspect", "victim", "son",
    "daughter", "father", "mother", "brother", "sister", "husband", "wife", "friend", "colleague",
    "neighbour", "neighbor", "student", "worker", "official", "expert", "guest", "player", "partner",
    "opponent", "rival", "predecessor", "successor", "doctor", "patient", "passenger", "gunman",
    "attacker", "witness", "child", "teenager", "baby", "person", "member", "candidate", "critic",
    "host", "actor", "actress", "singer", "writer", "owner", "boss", "deputy", "guard", "prisoner",
    "nephew", "niece", "uncle", "aunt", "counterpart", "one", "someone", "somebody", "everyone",
    "nobody",
})  # fmt: skip
DETERMINERS = frozenset({
    "a", "an", "the", "his", "her", "their", "its", "another", "one", "this", "that", "every", "'s", "’s",
})  # fmt: skip
NOUN_REACH = 4  # words from a determiner to its noun
APPOSITION_REACH = 12  # words from a function to the name behind a comma
PARTS = frozenset({"head", "chair", "fellow"})  # alone these mostly mean something else
AGE = re.compile(r"[0-9]{2}-year-olds?")
OF_STATE = "LOCderiv"


@dataclass(frozen=True, slots=True)
class EnglishReference:
    """Tokens that mean a person."""

    place: Range
    form: MentionForm
    entity: Entity


class EnglishReferences:
    """The search through one article; `tokens` know what is direct speech."""

    def __init__(
        self,
        tokens: Tokens,
        cast: Cast,
        roles: RoleWords,
        reporting: frozenset[str],
        holders: HeldOffices,
    ) -> None:
        """`reporting` are the verbs that report speech, in lower case."""
        self._holders = holders
        self._tokens = tokens
        self._reporting = reporting
        self._cast = cast
        self._roles = roles
        self._people = [one for one in cast.people if one.roles and not holders.is_former(one)]
        self._topic: Entity | None = None
        self._others: dict[EntityId, Entity] = {}  # everybody else in the sentence before
        self._has_others = False  # somebody without a name
        self._has_ship = False
        self._unnamed: frozenset[str] = frozenset()  # what people without a name were in the sentence before
        self._found: list[EnglishReference] = []

    def find(self, sentences: Iterable[Range]) -> list[EnglishReference]:
        for sentence in sentences:
            self._read(sentence)
        return self._found

    def _read(self, sentence: Range) -> None:
        start, end = sentence
        here: list[EnglishReference] = []
        before = self._unnamed
        self._unnamed = frozenset(self._unnamed_functions(start, end))
        for place, head in self._nominals(start, end):
            bearer = self._bearer(place, head) or self._known_holder(place, head, start)
            if bearer is not None and head.rpartition(" ")[2] not in before:
                here.append(EnglishReference(place, MentionForm.NOMINAL, bearer))
        named = self._named(sentence)
        here += self._aged(sentence, named)
        present = {one.id: one for one in (*(person for _, person in named), *(one.entity for one in here))}
        pronoun = self._pronoun(sentence)
        meant = None
        if pronoun is not None:
            meant = self._antecedent(pronoun, named)
            if meant is not None:
                here.append(EnglishReference((pronoun, pronoun + 1), MentionForm.PRONOUN, meant))
                present[meant.id] = meant
        here += self._resumed(sentence, named, here)
        self._found += sorted(here, key=lambda one: one.place)
        topic = meant if pronoun is not None else self._actor(sentence, named, here)
        self._topic = topic
        self._others = {key: one for key, one in present.items() if one is not topic}
        self._has_others = self._mentions_others(sentence, here)
        self._has_ship = self._mentions_ship(sentence)

    def _named(self, sentence: Range) -> list[tuple[Range, Entity]]:
        """The people named outside of direct speech, with their places."""
        found = []
        for one in self._cast.inside(self._tokens.span(*sentence)):
            place = self._tokens.range_of(one.mention.span)
            if one.entity.kind is EntityKind.PERSON and not self._tokens.quoted[place[0]]:
                found.append((place, one.entity))
        return found

    def _nominals(self, start: int, end: int) -> Iterator[tuple[Range, str]]:
        """The defence secretary, with a verb or the like behind: where, and the function in lower case."""
        tokens = self._tokens
        for place in range(start, end - 1):
            is_name = place + 1 in tokens.names and not self._has_adjective(place)
            if tokens.lowers[place] != "the" or tokens.quoted[place] or is_name:
                continue
            begin = place + 2 if self._has_adjective(place) else place + 1
            for count in range(min(LONGEST_ENGLISH, end - begin), 0, -1):
                stop = begin + count
                head = " ".join(tokens.lowers[begin:stop])
                if head in self._roles.english and head not in PARTS:
                    if self._stands_alone(stop, end):
                        yield (place, stop), head
                    break

    def _unnamed_functions(self, start: int, end: int) -> Iterator[str]:
        """A spokesman for the mayor: somebody without a name."""
        tokens = self._tokens
        for place in range(start, end):
            is_indefinite = tokens.lowers[place] in {"a", "an", "another"}
            if not is_indefinite or tokens.quoted[place] or self._is_apposed(place):
                continue
            for at in range(place + 1, min(place + 1 + NOUN_REACH, end)):
                if tokens.lowers[at] in self._roles.english and not self._is_named(at + 1, end):
                    yield tokens.lowers[at]

    def _has_adjective(self, article: int) -> bool:
        """The German chancellor: behind the article is the adjective of a state."""
        return self._tokens.names.get(article + 1) == (OF_STATE, article + 2)

    def _aged(self, sentence: Range, named: Sequence[tuple[Range, Entity]]) -> Iterator[EnglishReference]:
        """The 43-year-old: who acted in the sentence before, if nobody else was there."""
        tokens, topic = self._tokens, self._topic
        if topic is None or self._others or self._has_others or named:
            return
        for place in range(sentence[0], sentence[1] - 1):
            if tokens.lowers[place] != "the" or tokens.quoted[place]:
                continue
            stop = place + 1
            while stop < sentence[1] and self._is_glued(stop):
                stop += 1
            age = "".join(tokens.lowers[place + 1 : stop + 1])
            if AGE.fullmatch(age) and self._stands_alone(stop + 1, sentence[1]):
                yield EnglishReference((place, stop + 1), MentionForm.NOMINAL, topic)

    def _is_glued(self, place: int) -> bool:
        """Whether the next token follows without a space."""
        return place + 1 < len(self._tokens) and self._tokens.end(place) == self._tokens.starts[place + 1]

    def _stands_alone(self, stop: int, end: int) -> bool:
        if stop >= end:
            return True
        lower = self._tokens.lowers[stop]
        if stop in self._tokens.names or self._tokens.is_capitalised(stop):
            return False
        if lower == ",":
            return stop + 1 >= end or not self._tokens.is_capitalised(stop + 1)
        is_verb = lower.endswith("ed") and lower.isalpha()
        return is_verb or lower in FOLLOWERS or not self._tokens.is_word(stop)

    def _bearer(self, place: Range, head: str) -> Entity | None:
        """The only one with this function, named before; not if somebody without one acted just before."""
        position, topic = self._tokens.starts[place[0]], self._topic
        bearers = [
            one
            for one in self._people
            if one.mentions[0].span.start < position
            and any(is_english_role(head, role) for role in one.roles)
            and self._is_of_state(one, place[0])
        ]
        if len(bearers) > 1:
            is_only = topic is not None and not any(one.id in self._others for one in bearers)
            bearers = [one for one in bearers if is_only and topic is not None and one.id == topic.id]
        if len(bearers) != 1:
            return None
        is_doubtful = topic is not None and topic.id != bearers[0].id and not topic.roles
        return None if is_doubtful else bearers[0]

    def _known_holder(self, place: Range, head: str, start: int) -> Entity | None:
        """Keir Starmer arrived. The British prime minister …: of whom the knowledge base tells it.

        Who acted in the sentence before, or whoever alone holds it in the state that is told; and only if the
        article tells it of nobody.
        """
        has_state = self._has_adjective(place[0])
        if any(is_english_role(head, role) for one in self._cast.people for role in one.roles):
            return None
        acted = [self._topic] if self._topic is not None and place[0] == start else []
        known = [
            one
            for one in (self._cast.people if has_state else acted)
            if one.mentions[0].span.start < self._tokens.starts[place[0]]
            and not self._holders.is_former(one)
            and any(is_english_role(head, title) for title in self._known_offices(one))
            and self._is_of_state(one, place[0])
        ]
        return known[0] if len(known) == 1 else None

    def _known_offices(self, person: Entity) -> tuple[str, ...]:
        return self._holders.known_offices(person, is_german=False)

    def _is_of_state(self, person: Entity, article: int) -> bool:
        adjective = self._tokens.span(article + 1, article + 2)
        return not self._has_adjective(article) or self._holders.is_of(person, adjective)

    def _resumed(
        self, sentence: Range, named: Sequence[tuple[Range, Entity]], here: Sequence[EnglishReference]
    ) -> list[EnglishReference]:
        """Tom Berg said that he would come: the one who speaks, if nobody else can be meant."""
        tokens = self._tokens
        found: list[EnglishReference] = []
        ends = {place[1]: one for place, one in (*named, *((one.place, one.entity) for one in here))}
        people = {
            one.id: one for one in (self._topic, *self._others.values(), *ends.values()) if one is not None
        }
        for place in range(sentence[0] + 2, sentence[1]):
            if tokens.lowers[place] not in PRONOUNS or tokens.quoted[place]:
                continue
            verb = place - 2 if tokens.lowers[place - 1] == "that" else place - 1
            speaker = ends.get(verb) if tokens.lowers[verb] in self._reporting else None
            is_female = PRONOUNS[tokens.lowers[place]]
            if speaker is None or self._cast.is_female(speaker) is not is_female or self._has_others:
                continue
            fitting = [one for one in people.values() if self._cast.is_female(one) is not (not is_female)]
            if fitting == [speaker] and not self._mentions_others((sentence[0], place), here):
                found.append(EnglishReference((place, place + 1), MentionForm.PRONOUN, speaker))
        return found

    def _pronoun(self, sentence: Range) -> int | None:
        """He or she as the first word outside of direct speech, or behind "On Friday," and "But"."""
        tokens = self._tokens
        words = [at for at in range(*sentence) if tokens.is_word(at) and not tokens.quoted[at]][
            :LONGEST_OPENING
        ]
        place = next((at for at in words if tokens.lowers[at] in PRONOUNS), None)
        if place is None or place == words[0]:
            return place
        is_behind_comma = tokens.texts[place - 1] == ","
        is_opened = tokens.lowers[words[0]] in INTRODUCTIONS
        return place if is_opened and (is_behind_comma or place == words[1]) else None

    def _antecedent(self, pronoun: int, named: Sequence[tuple[Range, Entity]]) -> Entity | None:
        topic, is_female = self._topic, PRONOUNS[self._tokens.lowers[pronoun]]
        if topic is None or self._cast.is_female(topic) is (not is_female):
            return None
        is_known = self._cast.is_female(topic) is not None
        if not is_known and (self._others or " " not in topic.canonical_name):
            return None
        others = [one for one in self._others.values() if self._cast.is_female(one) is not (not is_female)]
        if others or self._has_others or (is_female and self._has_ship):
            return None
        if any(place[0] < pronoun for place, _ in named):
            return None
        speaks = any(self._reports(place) for place, _ in named)  # "He was late, Tom Berg said"
        if speaks:
            return None
        if not is_known:
            self._cast.learn(topic, is_female=is_female)
        return topic

    def _reports(self, place: Range) -> bool:
        beside = (place[0] - 1, place[1])
        return any(at < len(self._tokens) and self._tokens.lowers[at] in self._reporting for at in beside)

    def _actor(
        self, sentence: Range, named: Sequence[tuple[Range, Entity]], here: Sequence[EnglishReference]
    ) -> Entity | None:
        """Whose name or function the sentence begins with, outside of direct speech."""
        tokens = self._tokens
        places = sorted([*named, *((one.place, one.entity) for one in here)], key=lambda one: one[0])
        if not places:
            return None
        (start, end), person = places[0]
        before = [at for at in range(sentence[0], start) if not tokens.quoted[at] and tokens.is_word(at)]
        is_joined = end < len(tokens) and tokens.lowers[end] in {*GENITIVE, "and", "or", "&"}
        if is_joined or tokens.lowers[end - 1].endswith(GENITIVE):
            return None
        if len(before) == 1 and before[0] > sentence[0] and tokens.lowers[before[0]] in self._reporting:
            return person  # behind direct speech
        if self._is_function(before, start, end):
            return person
        role = self._roles.english_before(" ".join(tokens.texts[at] for at in before))
        if role is not None and before:
            before = before[: -len(role.split())]
        if len(before) > LONGEST_OPENING or not all(self._may_precede(at) for at in before):
            return None
        return person

    def _is_function(self, before: Sequence[int], start: int, end: int) -> bool:
        """The head of the agency, Tom Berg, said: a function in front of the name in commas."""
        tokens = self._tokens
        if not before or end >= len(tokens) or tokens.lowers[before[0]] not in {"the", "a", "an"}:
            return False
        is_set_off = tokens.texts[start - 1] == "," and tokens.texts[end] == ","
        words = [tokens.lowers[at] for at in before]
        has_verb = any(word in self._reporting or word in VERBS or word.endswith("ed") for word in words)
        return is_set_off and not has_verb and any(word in self._roles.english for word in words[:4])

    def _may_precede(self, place: int) -> bool:
        """British Defence Secretary: capitalised, a function, or an article."""
        lower = self._tokens.lowers[place]
        is_opener = lower in INTRODUCTIONS or lower in {"for", "with", "by", "like", "according", "to"}
        if is_opener or lower in PRONOUNS:
            return False
        return self._tokens.is_capitalised(place) or lower in BETWEEN or lower in self._roles.english

    def _mentions_ship(self, sentence: Range) -> bool:
        """Whether a weapon is spoken of: a ship is "she"."""
        named = self._cast.inside(self._tokens.span(*sentence))
        return any(one.entity.kind is EntityKind.WEAPON for one in named)

    def _mentions_others(self, sentence: Range, here: Sequence[EnglishReference]) -> bool:
        """Whether somebody without a name is spoken of."""
        tokens = self._tokens
        starts = {one.place[0] for one in here}
        return any(
            tokens.lowers[place] in DETERMINERS
            and place not in starts
            and not tokens.quoted[place]
            and not self._is_apposed(place)
            and self._has_person_noun(place, sentence[1])
            for place in range(*sentence)
        )

    def _is_apposed(self, place: int) -> bool:
        """Tom Berg, a former ambassador: what the one before the comma is."""
        tokens = self._tokens
        end = place - 1
        if end > 1 and tokens.texts[end - 1].isdigit() and tokens.texts[end - 2] == ",":
            end -= 2  # Tom Berg, 54, a farmer
        if end < 1 or tokens.texts[end] != ",":
            return False
        return any(tokens.names.get(at) == ("PER", end) for at in range(max(0, end - LONGEST_NAME), end))

    def _has_person_noun(self, place: int, end: int) -> bool:
        tokens = self._tokens
        for at in range(place + 1, min(place + 1 + NOUN_REACH, end)):
            lower = tokens.lowers[at]
            if not tokens.is_word(at) or tokens.names.get(at, ("", 0))[0] == "PER":
                return False
            if lower in PEOPLE or lower.endswith(("man", "woman")) or lower in self._roles.english:
                return not self._is_named(at + 1, end)
        return False

    def _is_named(self, place: int, end: int) -> bool:
        """Whether a name follows, perhaps behind a comma: the captain, Commander Freja Lind."""
        tokens = self._tokens
        if any(
            tokens.names.get(at, ("", 0))[0] == "PER" for at in range(place, min(place + NOUN_REACH, end))
        ):
            return True
        last = min(place + APPOSITION_REACH, end)
        comma = next((at for at in range(place, last) if tokens.texts[at] == ","), None)
        return comma is not None and tokens.names.get(comma + 1, ("", 0))[0] == "PER"
