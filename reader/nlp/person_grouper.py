"""Which mentions of people are the same person."""

import re
from bisect import bisect_left, insort
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from reader.domain.spans import Span
from reader.nlp.forms_of_address import is_female_before
from reader.nlp.name_cases import nominative_names
from reader.nlp.name_forms import pieces, without_capitals
from reader.nlp.name_spellings import FRENCH_ENDING, is_slavic, spelt_loosely, transliterated
from reader.nlp.person_clues import CLUE_REACH, GENERATIONS, clues_beside, share_clue
from reader.nlp.person_names import (
    EASTERN_SURNAMES,
    JUNIOR,
    GivenNames,
    PersonName,
    are_initials,
    begins,
    can_be_one_given,
    is_initial,
    read_name,
)

# Several people with one surname: Familie Kessler, die beiden Kesslers.
FAMILY_BEFORE = re.compile(
    r"\b(?:Familien?|Eheleuten?|Ehepaar(?:e?s)?|Geschwistern?|Brüdern?|Gebrüdern?|Schwestern|Zwillingen?|"
    r"(?:Vater|Mutter)\s+und\s+(?:Sohn|Tochter))\s+$"
)
SEVERAL_BEFORE = re.compile(
    r"\b(?:die|den|der|zwei|zweier|drei|beiden?|beider|the|two|three|both)\s+$", re.IGNORECASE
)
WHOLE_FAMILY = frozenset({"die", "den", "der"})  # die Kesslers; not zwei Kesslers
# Of two people with one surname, the one whom the text means without a name: Ihr Mann widersprach.
RELATIVE = re.compile(
    r"\b(?:[Ii]hr|[Ss]ein|[Hh]is|[Hh]er)(?:e[mnrs]?|es)?\s+(?:\w+[enr]\s+)?"
    r"(?:(?P<man>(?:Ehe)?[Mm]ann(?:e?s)?|Gatten?|Bruders?|Vaters?|Sohne?s?|husband|brother|father|son)|"
    r"(?P<woman>(?:Ehe)?[Ff]rau|Gattin|Schwester|Mutter|Tochter|wife|sister|mother|daughter))\b"
    r"(?!\s+(?:[A-ZÄÖÜ]|von\s|des\s|der\s|of\s))"
)
ADDRESS_BEFORE = re.compile(r"\b(?:Frau|Herrn?|Mrs?\.?|Ms\.?)\s+(?:(?:Dr|Prof)\.\s+)*$")
CALLED_BEFORE = re.compile(
    r"(?P<last>[\w'’-]+)(?:,\s+(?:auch\s+|besser\s+)?(?:genannt|bekannt\s+(?:als|unter\s+dem\s+Namen))|\s+alias)\s+[„“»«\"]?$"
)
BETWEEN_TWO = frozenset({" und ", " and ", " oder ", " or ", " sowie "})
ALSO_CALLED = re.compile(r"\b(?:heißt|hieß|heißen|hießen)\s+(?:ebenfalls|auch|gleichfalls|genauso)\s+$")


@dataclass(slots=True)
class Person:
    """A person of one article, or a family, while grouping goes on.

    `named_at` tells where the text surely means this one of several namesakes, `clues` what stands beside
    the name there: function, party. By the surname somebody may be called with Frau or Herr (addressed) or
    without anything (bare). `shown` is what a family is called.
    """

    names: dict[PersonName, None] = field(default_factory=dict)
    named_at: list[int] = field(default_factory=list)
    clues: set[str] = field(default_factory=set)
    is_female: bool | None = None
    is_addressed: bool = False
    is_bare: bool = False
    shown: str | None = None
    given_names: GivenNames = field(default_factory=GivenNames)

    def canonical_name(self) -> str:
        """The fullest form, initials counting little; of equally full ones the one that came first.

        Of Orbán Viktor and Viktor Orbán the one that begins with what is known as a given name.
        """
        if self.shown is not None:
            return self.shown
        fullest = max(self.names, key=lambda name: _fullness(name.text))
        if not self.given_names.begins(fullest):
            turned = [name for name in self.names if name.words() == fullest.words()]
            fullest = next((name for name in turned if self.given_names.begins(name)), fullest)
        mixed_case = (name for name in self.names if name.text.casefold() == fullest.text.casefold())
        best = next((name for name in mixed_case if not name.text.isupper()), fullest)
        return without_capitals(best.text, shortest=1)


def _fullness(name: str) -> tuple[int, int]:
    """How many words the name has in full, and how many with its initials."""
    words = name.split()
    return sum(not is_initial(word) for word in words), len(words)


class PeopleOfArticle:
    """The people of one article: `numbers` tells for every mention which of `people` it means.

    Full names are read first, since a headline may use the bare surname before the text has the full name.
    """

    def __init__(
        self, mentions: Sequence[tuple[Span, str]], text: str, given_names: GivenNames | None = None
    ) -> None:
        self.people: list[Person] = []
        self._given_names = given_names or GivenNames()
        self._by_surname: dict[str, dict[int, None]] = {}
        self._by_given: dict[str, dict[int, None]] = {}
        self._by_half: dict[str, dict[int, None]] = {}
        self._by_loose: dict[str, dict[int, None]] = {}
        self._by_beginning: dict[tuple[str, ...], dict[int, None]] = {}
        self._by_words: dict[frozenset[str], dict[int, None]] = {}
        self._families: dict[str, int] = {}
        self._named: list[tuple[int, int]] = []  # where somebody was named, and who
        self._text = text
        names = nominative_names(mentions, text)
        places = [span for span, _ in mentions]
        numbers: list[int | None] = [None] * len(names)
        before: tuple[Span, int] | None = None
        for index, name in enumerate(names):
            if name.is_full and not are_initials(name.text):
                place = places[index]
                is_listed = before is not None and text[before[0].end : place.start] in BETWEEN_TWO
                number = self._person_of_full(name, place, other=before[1] if before and is_listed else None)
                numbers[index], before = number, (place, number)
        relatives = [(found.end(), found["woman"] is not None) for found in RELATIVE.finditer(text)]
        relatives.reverse()
        for index, name in enumerate(names):
            while relatives and relatives[-1][0] <= places[index].start:
                self._mean_relative(*relatives.pop())
            if numbers[index] is None:
                numbers[index] = self._person_of_bare(name, mentions[index][1], places[index])
        self.numbers = [number for number in numbers if number is not None]

    def person_in_compound(self, word: str, place: Span) -> int | None:
        """The person whose name stands in a word like Merz-Regierung."""
        for piece in pieces(word):
            found = self._called(piece.casefold(), place)
            if found is not None:
                return found
        return None

    def _person_of_full(self, name: PersonName, place: Span, *, other: int | None) -> int:
        """Who has the full name; not `other`, who stands beside it: Johann Wagner und Johannes Wagner."""
        number = self._known_by_full(name, other)
        if number is None:
            number = self._add(name)
            sex = is_female_before(self._text, place.start)
            self.people[number].is_female = self._given_names.is_female(name.given[0]) if sex is None else sex
        else:
            self._call(number, name)
        insort(self.people[number].named_at, place.start)
        insort(self._named, (place.start, number))
        self.people[number].clues |= clues_beside(self._text, place, name)
        return number

    def _known_by_full(self, name: PersonName, other: int | None) -> int | None:
        for number in self._by_words.get(name.words(), {}):  # Lin Mei-hua is Mei-hua Lin
            return number
        keys = self._surname_keys(name)
        same_surname = sorted({number for key in keys for number in self._by_surname.get(key, ())})
        halves = name.half_keys()
        half = sorted({number for key in keys for number in self._by_half.get(key, ())})
        whole = sorted({number for key in halves for number in self._by_surname.get(key, ())})
        loose = list(self._by_loose.get(name.loose_key(), ()))
        candidates: list[int] = list(dict.fromkeys([*same_surname, *half, *whole, *loose]))
        for number in candidates:
            names = self.people[number].names if number != other else ()
            if any(can_be_one_given(name, one, self._given_names) for one in names):
                return number
        for number in self._by_beginning.get(name.beginning(), {}):
            if any(begins(name, one) or begins(one, name) for one in self.people[number].names):
                return number
        return None

    def _person_of_bare(self, name: PersonName, surface: str, place: Span) -> int:
        if (family := self._family(name, surface, place)) is not None:
            return family
        if (called := self._told_to_be_called(place)) is not None:
            self._call(called, name)
            return called
        found = self._with_initials(name, place) if are_initials(name.text) else None
        if found is None:
            found = self._called(name.surname.casefold(), place, name)
        if found is None and name.text.endswith("s"):
            shorter = read_name(name.text[:-1])  # Suleimanis, of Soleimani
            found = self._called(shorter.surname.casefold(), place, shorter)
            name = name if found is None else shorter
        if found is None:
            found = self._add(name)
            self.people[found].clues |= clues_beside(self._text, place, name)
        else:
            self._call(found, name)
        if self._is_addressed(place):
            self.people[found].is_addressed = True
        else:
            self.people[found].is_bare = True
        insort(self._named, (place.start, found))
        return found

    def _is_addressed(self, place: Span) -> bool:
        return ADDRESS_BEFORE.search(self._text[max(0, place.start - CLUE_REACH) : place.start]) is not None

    def _told_to_be_called(self, place: Span) -> int | None:
        """Whose name stands right before: Mohamed Daglo, genannt Hemeti."""
        before = bisect_left(self._named, (place.start, 0))
        number = self._named[before - 1][1] if before else None
        told = CALLED_BEFORE.search(self._text[max(0, place.start - CLUE_REACH) : place.start])
        if number is None or told is None:
            return None
        words = {name.text.casefold() for name in self.people[number].names}
        return number if told["last"].casefold() in {text.split()[-1] for text in words} else None

    def _family(self, name: PersonName, surface: str, place: Span) -> int | None:
        """The family that is meant: die Geschwister Kern, beide Lindenaus."""
        before = self._text[max(0, place.start - CLUE_REACH) : place.start]
        called = FAMILY_BEFORE.search(before)
        is_whole = False
        if called is None or name.surname.casefold() in self._by_given:
            several = SEVERAL_BEFORE.search(before)
            if several is None or surface.casefold() != f"{name.text.casefold()}s":
                return None
            is_whole = several[0].strip().casefold() in WHOLE_FAMILY
        key = transliterated(name.surname.casefold())
        if key not in self._families:
            shown = f"Familie {name.text}" if is_whole else surface
            self.people.append(Person(names={name: None}, shown=shown))
            self._families[key] = len(self.people) - 1
        if called is not None:
            self.people[self._families[key]].shown = f"{called[0].split()[-1]} {name.text}"
        return self._families[key]

    def _called(self, key: str, place: Span, name: PersonName | None = None) -> int | None:
        common = transliterated(key)
        by_surname: list[int] = []
        spelt = self._given_names.surname(key)
        for form in (key, common, FRENCH_ENDING.sub("", common), *([spelt] if spelt else ())):
            by_surname = by_surname or list(self._by_surname.get(form, ()))
        halves = [number for number in self._by_half.get(key, ()) if number not in by_surname]
        if len(halves) == 1 and self._is_meant_by_half(halves[0], by_surname, place):
            return halves[0]
        if len(by_surname) > 1:
            return self._of_namesakes(by_surname, place, name)
        if by_surname:
            return by_surname[0]
        bearers = list(self._by_given.get(key, ()))
        if len(bearers) == 1:
            return bearers[0]
        if bearers and key in EASTERN_SURNAMES:
            return self._of_namesakes(bearers, place, name)  # Li Qiang and Li Hui
        loose = list(self._by_loose.get(spelt_loosely(key), ())) if is_slavic(key) else ()
        return loose[0] if len(loose) == 1 and not bearers else None

    def _is_meant_by_half(self, number: int, by_surname: Sequence[int], place: Span) -> bool:
        """Brunner is Urs Brunner-Okafor until somebody called Brunner appears."""
        is_first = not any(self._is_named_before(one, place) for one in by_surname)
        return is_first and (not by_surname or self._is_named_before(number, place))

    def _is_named_before(self, number: int, place: Span) -> bool:
        named_at = self.people[number].named_at
        return bool(named_at) and named_at[0] < place.start

    def _of_namesakes(self, numbers: Sequence[int], place: Span, name: PersonName | None) -> int:
        """Of namesakes, the one whom function, party or address fits, else who was read last."""
        clues = clues_beside(self._text, place, name)
        if not clues & GENERATIONS:
            numbers = self._without_juniors(numbers)
        fitting: Sequence[int] = [
            number for number in numbers if share_clue(clues, self.people[number].clues)
        ]
        if len(fitting) != 1:
            fitting = self._of_generation(fitting or numbers, clues)
        if len(fitting) != 1:
            fitting = self._called_so(self._of_sex(fitting, place), place)
        if len(fitting) > 1 and ALSO_CALLED.search(
            self._text[max(0, place.start - CLUE_REACH) : place.start]
        ):
            last = self._last_read(fitting, place.start)
            fitting = [number for number in fitting if number != last]
        found = self._last_read(fitting, place.start)
        if len(fitting) == 1:
            insort(self.people[found].named_at, place.start)
        if self.people[found].is_female is None:
            self.people[found].is_female = is_female_before(self._text, place.start)
        return found

    def _without_juniors(self, numbers: Sequence[int]) -> Sequence[int]:
        """Of Donald Trump and Donald Trump Jr., the one who is called Trump."""
        juniors = {
            (number, given)
            for number in numbers
            for name in self.people[number].names
            if name.suffix == JUNIOR
            for given in name.given[:1]
        }
        seniors = {
            given
            for number in numbers
            for name in self.people[number].names
            if not name.suffix
            for given in name.given[:1]
        }
        called = {number for number, given in juniors if given in seniors}
        return [number for number in numbers if number not in called] or numbers

    def _of_generation(self, numbers: Sequence[int], clues: Collection[str]) -> Sequence[int]:
        """Of father and son, the one who is not called the other: Kessler senior is not the son."""
        other = {"senior": "junior", "junior": "senior"}
        wrong = {other[clue] for clue in clues if clue in other}
        return [number for number in numbers if not wrong & self.people[number].clues] or numbers

    def _of_sex(self, numbers: Sequence[int], place: Span) -> Sequence[int]:
        """Of people with one surname, those that Frau or Herr before the name at `place` can mean."""
        is_female = is_female_before(self._text, place.start)
        if is_female is None:
            return numbers
        fitting = [number for number in numbers if self.people[number].is_female is is_female]
        unknown = [number for number in numbers if self.people[number].is_female is None]
        return fitting or unknown or numbers

    def _called_so(self, numbers: Sequence[int], place: Span) -> Sequence[int]:
        """Without those who are always called Frau or Herr, where the name stands alone as another's did."""
        if self._is_addressed(place) or not any(self.people[number].is_bare for number in numbers):
            return numbers
        return [
            number
            for number in numbers
            if self.people[number].is_bare or not self.people[number].is_addressed
        ]

    def _last_read(self, numbers: Sequence[int], position: int) -> int:
        """Of people with one surname, the one whom the text named last for sure before `position`."""

        def last_named(number: int) -> int:
            named_at = self.people[number].named_at
            return named_at[before - 1] if (before := bisect_left(named_at, position)) else -1

        return max(numbers, key=last_named)

    def _mean_relative(self, position: int, is_female: bool) -> None:  # noqa: FBT001  (the end of a pair)
        """Behind „ihr Mann“ a bare surname is the husband's, if he is the only man of that surname."""
        before = bisect_left(self._named, (position, 0))
        if not before:
            return
        whose = self._named[before - 1][1]
        keys = {key for name in self.people[whose].names for key in self._surname_keys(name)}
        namesakes = {number for key in keys for number in self._by_surname.get(key, ())} - {whose}
        meant = [number for number in namesakes if self.people[number].is_female is is_female]
        if len(meant) == 1 and self.people[whose].is_female is not is_female:
            insort(self.people[meant[0]].named_at, position)
            insort(self._named, (position, meant[0]))

    def _with_initials(self, name: PersonName, place: Span) -> int | None:
        for number in self._by_words.get(name.words(), {}):
            return number
        wanted = [word[0].casefold() for word in name.text.split()]
        clues = clues_beside(self._text, place, name)
        matching = [
            number
            for number, person in enumerate(self.people)
            if [word[0].casefold() for word in person.canonical_name().split()] == wanted
            and not (clues and person.clues and not share_clue(clues, person.clues))
        ]
        return matching[0] if len(matching) == 1 else None

    def _surname_keys(self, name: PersonName) -> frozenset[str]:
        spelt = self._given_names.surname(name.surname)
        return name.surname_keys() if spelt is None else name.surname_keys() | {spelt}

    def _add(self, name: PersonName) -> int:
        self.people.append(Person(given_names=self._given_names))
        self._call(len(self.people) - 1, name)
        return len(self.people) - 1

    def _call(self, number: int, name: PersonName) -> None:
        """Remember that the text calls this person so."""
        self.people[number].names[name] = None
        for key in self._surname_keys(name):
            self._by_surname.setdefault(key, {})[number] = None
        if name.is_full:
            self._by_words.setdefault(name.words(), {})[number] = None
            self._by_loose.setdefault(name.loose_key(), {})[number] = None
            self._by_beginning.setdefault(name.beginning(), {})[number] = None
        for key in name.half_keys():
            self._by_half.setdefault(key, {})[number] = None
        for called in name.called():
            self._by_given.setdefault(called.casefold(), {})[number] = None
