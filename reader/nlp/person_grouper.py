"""Which mentions of people are the same person."""

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reader.domain.spans import Span
from reader.nlp.forms_of_address import is_female_before
from reader.nlp.name_forms import (
    APOSTROPHES,
    QUOTES,
    pieces,
    without_capitals,
    without_genitive,
    without_marks,
)

PARTICLES = frozenset({
    "von", "van", "de", "der", "den", "dem", "di", "da", "del", "della", "dos", "das", "du", "la", "le", "lo",
    "zu", "zum", "zur", "al", "el", "bin", "ibn", "ben", "ter", "ten", "te", "af", "av",
})  # fmt: skip
# Two transliterations or spellings of one name: Selenskyj and Zelensky, Lawrow and Lavrov, Schoigu and
# Shoigu, Chatib and Khatib, Müller and Mueller.
TRANSLITERATIONS = (
    (re.compile(r"(?<=[aeo])[jyi]$"), "i"),
    (re.compile(r"(?<=[a-z])(?:yj|ij|iy|yy|ii|y|i)$"), "i"),
    (re.compile(r"(?<=[eo])ff$"), "v"),
    (re.compile("x"), "ks"),
    (re.compile("tsch|tch|(?<!s)ch|kh"), "x"),
    (re.compile("sch|zh|sh(?=[aeiou])"), "sh"),
    (re.compile("æ|ae"), "a"),
    (re.compile("ø|oe"), "o"),
    (re.compile("ou|ue"), "u"),
    (re.compile("w"), "v"),
    (re.compile("z"), "s"),
    (re.compile("j(?=[aeou])"), "y"),
    (re.compile(r"(.)\1"), r"\1"),
)
FRENCH_ENDING = re.compile("(?<=[iy]n)e$")  # Poutine, Eltsine; a given name may be another: Martine
FAMILY_NAME_FIRST = re.compile(r"\w+ \w+-[a-zäöüß]\w*")  # Park Min-ho
CLUE_BEFORE = re.compile(r"(?P<clue>[A-ZÄÖÜ][\w-]+)\s+(?:(?:Dr\.|Prof\.)\s+)*$")
CLUE_BEHIND = re.compile(r"\s\((?P<clue>[\w/-]+)\)")
AFTER_FUNCTION_IN_GENITIVE = re.compile(r"\bdes\s+[A-ZÄÖÜ][\w-]*\s+$", re.IGNORECASE)
CLUE_REACH = 60  # characters to either side of a name
SHORTEST_CLUE = 3  # letters
ARABIC_ARTICLES = ("al-", "el-", "as-", "ad-", "an-", "ar-", "asch-")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in its parts, in the nominative; `given` is empty for a bare surname."""

    text: str
    given: tuple[str, ...]
    surname: str

    @property
    def is_full(self) -> bool:
        return bool(self.given)

    def words(self) -> frozenset[str]:
        """All its words, in whatever order and with or without a hyphen: Jong-un, Jong Un."""
        return frozenset(re.split(r"[\s-]+", self.text.casefold()))

    def surname_keys(self) -> frozenset[str]:
        """What the text may call the person by, case-folded: von der Leyen and Leyen."""
        whole = self.surname.casefold()
        last = whole.split()[-1] if whole else ""
        bare = next((last.removeprefix(art) for art in ARABIC_ARTICLES if last.startswith(art)), last)
        common = transliterated(bare)
        return frozenset({whole, last, bare, common, FRENCH_ENDING.sub("", common)}) - {""}

    def half_keys(self) -> frozenset[str]:
        """Parts by which some texts call the person, too: of Brunner-Okafor, of José Etxeberria Goñi."""
        halves = self.surname.casefold().split("-") if "-" in self.surname else ()
        return frozenset({*halves, *(word.casefold() for word in self.given[1:])})


@dataclass(slots=True)
class Person:
    """A person of one article, while grouping goes on.

    `named_at` tells where the text surely means this one of several namesakes, `clues` what stands beside
    the name there: function, party.
    """

    names: dict[PersonName, None] = field(default_factory=dict)
    named_at: list[int] = field(default_factory=list)
    clues: set[str] = field(default_factory=set)
    is_female: bool | None = None

    def canonical_name(self) -> str:
        """The fullest form; of equally full ones the one that came first."""
        fullest = max(self.names, key=lambda name: len(name.text.split()))
        mixed_case = (name for name in self.names if name.text.casefold() == fullest.text.casefold())
        best = next((name for name in mixed_case if not name.text.isupper()), fullest)
        return without_capitals(best.text, shortest=1)


class PeopleOfArticle:
    """The people of one article: `numbers` tells for every mention which of `people` it means.

    Full names are read first, since a headline may use the bare surname before the text has the full name.
    """

    def __init__(self, mentions: Sequence[tuple[Span, str]], text: str) -> None:
        self.people: list[Person] = []
        self._by_surname: dict[str, dict[int, None]] = {}
        self._by_given: dict[str, dict[int, None]] = {}
        self._by_half: dict[str, dict[int, None]] = {}
        self._by_words: dict[frozenset[str], dict[int, None]] = {}
        self._text = text
        names = _read_names(mentions, text)
        places = [span for span, _ in mentions]
        numbers: list[int | None] = [None] * len(names)
        for index, name in enumerate(names):
            if name.is_full and not _is_initials(name.text):
                numbers[index] = self._person_of_full(name, places[index])
        for index, name in enumerate(names):
            if numbers[index] is None:
                numbers[index] = self._person_of_bare(name, places[index])
        self.numbers = [number for number in numbers if number is not None]

    def person_in_compound(self, word: str, place: Span) -> int | None:
        """The person whose name stands in a word like Merz-Regierung."""
        for piece in pieces(word):
            found = self._named(piece.casefold(), place)
            if found is not None:
                return found
        return None

    def _person_of_full(self, name: PersonName, place: Span) -> int:
        number = self._known_by_full(name)
        if number is None:
            number = self._add(name)
            self.people[number].is_female = is_female_before(self._text, place.start)
        else:
            self._call(number, name)
        insort(self.people[number].named_at, place.start)
        self.people[number].clues |= _clues(self._text, place)
        return number

    def _known_by_full(self, name: PersonName) -> int | None:
        for number in self._by_words.get(name.words(), {}):  # Lin Mei-hua is Mei-hua Lin
            return number
        namesakes = {number for key in name.surname_keys() for number in self._by_surname.get(key, ())}
        for number in sorted(namesakes):
            if any(_same_given(name.given, one.given) for one in self.people[number].names):
                return number
        for number in self._by_half.get(name.surname.casefold(), {}):  # J. Ruiz is Juan Ruiz Ortega
            if any(_are_initials_of(name.given, one.given) for one in self.people[number].names):
                return number
        return None

    def _person_of_bare(self, name: PersonName, place: Span) -> int:
        found = self._with_initials(name.text) if _is_initials(name.text) else None
        if found is None:
            found = self._named(name.surname.casefold(), place)
        if found is None:
            return self._add(name)
        self._call(found, name)
        return found

    def _named(self, key: str, place: Span) -> int | None:
        common = transliterated(key)
        by_surname: list[int] = []
        for form in (key, common, FRENCH_ENDING.sub("", common)):
            by_surname = by_surname or list(self._by_surname.get(form, ()))
        if len(by_surname) > 1:
            return self._of_namesakes(by_surname, place)
        if by_surname:
            return by_surname[0]
        for others in (self._by_given, self._by_half):
            if len(bearers := list(others.get(key, ()))) == 1:
                return bearers[0]
        return None

    def _of_namesakes(self, numbers: Sequence[int], place: Span) -> int:
        """Of namesakes, the one whom function, party or address fits, else who was read last."""
        clues = _clues(self._text, place)
        fitting: Sequence[int] = [
            number for number in numbers if _share_clue(clues, self.people[number].clues)
        ]
        if len(fitting) != 1:
            fitting = self._of_sex(fitting or numbers, place)
        found = self._last_read(fitting, place.start)
        if len(fitting) == 1:
            insort(self.people[found].named_at, place.start)
        if self.people[found].is_female is None:
            self.people[found].is_female = is_female_before(self._text, place.start)
        return found

    def _of_sex(self, numbers: Sequence[int], place: Span) -> Sequence[int]:
        """Of people with one surname, those that Frau or Herr before the name at `place` can mean."""
        is_female = is_female_before(self._text, place.start)
        if is_female is None:
            return numbers
        fitting = [number for number in numbers if self.people[number].is_female is is_female]
        unknown = [number for number in numbers if self.people[number].is_female is None]
        return fitting or unknown or numbers

    def _last_read(self, numbers: Sequence[int], position: int) -> int:
        """Of people with one surname, the one whom the text named last for sure before `position`."""

        def last_named(number: int) -> int:
            named_at = self.people[number].named_at
            return named_at[before - 1] if (before := bisect_left(named_at, position)) else -1

        return max(numbers, key=last_named)

    def _with_initials(self, text: str) -> int | None:
        wanted = [word[0].casefold() for word in text.split()]
        matching = [
            number
            for number, person in enumerate(self.people)
            if [word[0].casefold() for word in person.canonical_name().split()] == wanted
        ]
        return matching[0] if len(matching) == 1 else None

    def _add(self, name: PersonName) -> int:
        self.people.append(Person())
        self._call(len(self.people) - 1, name)
        return len(self.people) - 1

    def _call(self, number: int, name: PersonName) -> None:
        """Remember that the text calls this person so."""
        self.people[number].names[name] = None
        for key in name.surname_keys():
            self._by_surname.setdefault(key, {})[number] = None
        if name.is_full:
            self._by_words.setdefault(name.words(), {})[number] = None
        for key in name.half_keys():
            self._by_half.setdefault(key, {})[number] = None
        if name.given:
            self._by_given.setdefault(name.given[0].casefold(), {})[number] = None


def _read_names(mentions: Sequence[tuple[Span, str]], text: str) -> list[PersonName]:
    stripped = [surface.strip(QUOTES.replace("'", "").replace("’", "")) for _, surface in mentions]
    endings = {surface.split()[-1].casefold() for surface in stripped if surface.split()}
    return [
        _read_name(_nominative(surface, span, text, endings))
        for (span, _), surface in zip(mentions, stripped, strict=True)
    ]


def _nominative(surface: str, span: Span, text: str, endings: Iterable[str]) -> str:
    words = surface.split()
    last = words[-1].casefold() if words else ""
    if last.endswith("s") and last[:-1] in endings:
        return surface[:-1].rstrip(APOSTROPHES)
    if AFTER_FUNCTION_IN_GENITIVE.search(text[max(0, span.start - CLUE_REACH) : span.start]):
        return surface.rstrip(APOSTROPHES)  # the function has the ending: „des Landrats Peters“
    return without_genitive(surface, span, text) if surface else surface


def _read_name(name: str) -> PersonName:
    words = name.split()
    if not words[1:] or words[0].casefold() in PARTICLES:
        return PersonName(name, (), name)
    if FAMILY_NAME_FIRST.fullmatch(name):
        return PersonName(name, tuple(words[1:]), words[0])
    surname_at = next(
        (at for at, word in enumerate(words) if at and word.casefold() in PARTICLES), len(words) - 1
    )
    return PersonName(name, tuple(words[:surname_at]), " ".join(words[surname_at:]))


def _same_given(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the given names can be one person's: Joe and J., Donald and Donald J."""
    if not one or not other:
        return False
    first, second = one[0].casefold().rstrip("."), other[0].casefold().rstrip(".")
    if first == second or transliterated(first) == transliterated(second):
        return True
    if len(one) != len(other) and {one[-1], other[-1]} <= {*one} & {*other}:
        return True  # Duc Anh and Nguyen Duc Anh
    return _are_initials_of(one, other) or _are_initials_of(other, one)


def _are_initials_of(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """J. of Joe, H.-G. of Harm-Gerd."""
    letters, names = _split_given(short), _split_given(full)
    if len(letters) > len(names) or not all(len(letter) == 1 for letter in letters[:1]):
        return False
    return all(name.startswith(letter) for letter, name in zip(letters, names, strict=False))


def _split_given(given: tuple[str, ...]) -> list[str]:
    return [part for name in given for part in re.split(r"[-.]", name.casefold()) if part]


def _is_initials(text: str) -> bool:
    words = text.split()
    return len(words) > 1 and all(len(word.rstrip(".")) == 1 for word in words)


def transliterated(name: str) -> str:
    """A case-folded name as all transliterations have it in common; no spelling that anyone uses."""
    plain = without_marks(name)
    for pattern, replacement in TRANSLITERATIONS:
        plain = pattern.sub(replacement, plain)
    return plain


def _clues(text: str, place: Span) -> set[str]:
    """The noun before a name and what stands in brackets behind it, case-folded."""
    found = (
        CLUE_BEFORE.search(text[max(0, place.start - CLUE_REACH) : place.start]),
        CLUE_BEHIND.match(text[place.end : place.end + CLUE_REACH]),
    )
    return {match["clue"].casefold() for match in found if match is not None}


def _share_clue(some: Iterable[str], others: Iterable[str]) -> bool:
    """The same word, or one that ends in the other: Außenminister and Minister."""
    return any(
        len(one) >= SHORTEST_CLUE
        and len(other) >= SHORTEST_CLUE
        and (one.endswith(other) or other.endswith(one))
        for one in some
        for other in others
    )
