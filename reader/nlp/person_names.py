"""The parts of a person's name, and what two names of one person have in common."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from pathlib import Path

from reader.nlp.cast import load_forenames
from reader.nlp.name_forms import without_marks
from reader.nlp.word_lists import read_lines

PARTICLES = frozenset({
    "von", "van", "de", "der", "den", "dem", "di", "da", "del", "della", "dos", "das", "du", "la", "le", "lo",
    "zu", "zum", "zur", "al", "el", "bin", "ibn", "ben", "ter", "ten", "te", "af", "av",
})  # fmt: skip
# Two transliterations or spellings of one name: Selenskyj and Zelensky, Lawrow and Lavrov, Schoigu and
# Shoigu, Chatib and Khatib, Müller and Mueller, Medwedjew and Medwedew, Marija and Maria.
TRANSLITERATIONS = (
    (re.compile(r"(?<=[aeo])[jyi]$"), "i"),
    (re.compile(r"(?<=[a-z])(?:yj|ij|iy|yy|ii|y|i)$"), "i"),
    (re.compile(r"(?<=[eo])ff$"), "v"),
    (re.compile(r"(?<=[bdfgklmnprtvw])[jy](?=e[a-z])|(?<=i)[jy](?=[aeou])"), ""),
    (re.compile("dj(?=[aeiou])"), "d"),  # Đorđe and Djordje
    (re.compile("q(?!u)"), "k"),  # al-Qudah and al-Kudah
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
UKRAINIAN_G = str.maketrans("h", "g")  # Luhanskyj is Luganski in Russian
FAMILY_NAME_FIRST = re.compile(r"\w+ \w+-[a-zäöüß]\w*")  # Park Min-ho
ARABIC_ARTICLES = ("al-", "el-", "as-", "ad-", "an-", "ar-", "asch-", "ash-")
NICKNAME = re.compile(r"\s*[\"„“”«»‚‘’'(]([^\"„“”«»‚‘’'()]+)[\"“”«»‘’')]\s*")
# What tells father and son with the same name apart, by how the father and the son are called.
SUFFIXES = {
    "Jr": "junior", "Jr.": "junior", "jr.": "junior", "jun.": "junior", "junior": "junior",
    "Junior": "junior", "Sr": "senior", "Sr.": "senior", "sr.": "senior", "sen.": "senior",
    "senior": "senior", "Senior": "senior",
    "II": "ii", "III": "iii", "IV": "iv",
}  # fmt: skip
# Words of a name by which nobody is told from others: Konrad Graf zu Waldburg is Graf Waldburg, too.
NOBILITY = frozenset({
    "Graf", "Gräfin", "Freiherr", "Freifrau", "Freiin", "Baron", "Baronin", "Fürst", "Fürstin", "Prinz",
    "Prinzessin", "Ritter", "Edler", "Herzog", "Herzogin", "Sir", "Dame", "Lord", "Lady",
})  # fmt: skip
REMEMBERED = 4096  # names of which the common spelling is kept; namesakes are compared again and again
SHORTEST_SPELT = 6  # letters from which on two spellings of a name are hardly two names
GERMAN_LETTERS = frozenset("äöüß")
ARABIC_VOWEL = re.compile(r"o(?=lah\b)")  # Hisbollah, Hizbullah
JUNIOR = "junior"
SHORTEST_SHORTENED = 3  # letters of a short form: Kat for Katharina
FEWEST_LETTERS_LEFT_OUT = 2


@dataclass(frozen=True, slots=True)
class GivenNames:
    """What is known of given names: the sex they tell, and which are forms of one name."""

    sexes: Mapping[str, bool] = field(default_factory=dict)
    forms: Mapping[str, frozenset[int]] = field(default_factory=dict)

    def is_female(self, given: str) -> bool | None:
        """True for a woman, False for a man, None if the name tells neither."""
        return self.sexes.get(given, self.sexes.get(given.partition("-")[0]))

    def may_be_one(self, one: str, other: str) -> bool:
        """Whether two given names may be one person's: Wladimir and Volodymyr, Katha and Katharina."""
        first, second = transliterated(one.casefold()), transliterated(other.casefold())
        if first == second or self.forms.get(first, frozenset()) & self.forms.get(second, frozenset()):
            return True
        return self._is_shortened(one, other) or self._is_shortened(other, one)

    def _is_shortened(self, short: str, full: str) -> bool:
        """Katha for Katharina; Anna is a name of its own beside Annalena."""
        if len(short) < SHORTEST_SHORTENED or len(full) - len(short) < FEWEST_LETTERS_LEFT_OUT:
            return False
        return short not in self.sexes and full in self.sexes and full.startswith(short)


def load_given_names(lexicons: Path) -> GivenNames:
    """Raises `OSError` if a list is missing."""
    forms: dict[str, set[int]] = {}
    for number, line in enumerate(read_lines(lexicons / "given_name_forms.txt")):
        for name in line.split(","):
            forms.setdefault(transliterated(name.strip().casefold()), set()).add(number)
    return GivenNames(
        sexes=load_forenames(lexicons / "forenames.txt"),
        forms={name: frozenset(numbers) for name, numbers in forms.items()},
    )


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in its parts, in the nominative; `given` is empty for a bare surname.

    `suffix` tells a father from a son of the same name, `nickname` stood in quotation marks.
    """

    text: str
    given: tuple[str, ...]
    surname: str
    suffix: str = ""
    nickname: str = ""

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
        bare = bare_surname(last)
        common = transliterated(bare)
        return frozenset({whole, last, bare, common, FRENCH_ENDING.sub("", common)}) - {""}

    def beginning(self) -> tuple[str, ...]:
        """The first two words: María del of María del Carmen Soto."""
        return tuple(f"{' '.join(self.given)} {self.surname}".casefold().split()[:2])

    def loose_key(self) -> str:
        """The surname as it is even in Russian and in Ukrainian; alone it does not tell who is meant."""
        return transliterated(self.surname.casefold()).translate(UKRAINIAN_G)

    def half_keys(self) -> frozenset[str]:
        """Parts by which some texts call the person, too: of Brunner-Okafor, of José Etxeberria Goñi."""
        last = self.surname.casefold().rpartition(" ")[2]
        halves = last.split("-") if "-" in last else ()
        return frozenset({*halves, *(word.casefold() for word in self.given[1:])})

    def called(self) -> Iterator[str]:
        """The names by which friends call the person."""
        yield from self.given[:1]
        if self.nickname:
            yield self.nickname


def read_name(name: str) -> PersonName:
    """The name in its parts; a name of one word, or one that begins with a particle, is a surname."""
    nickname = NICKNAME.search(name, 1)
    plain = NICKNAME.sub(" ", name, count=1) if nickname else name
    words = plain.split()
    suffix = SUFFIXES.get(words[-1], "") if len(words) > 1 else ""
    if suffix:
        words = words[:-1]
    words = [word for word in words if word not in NOBILITY] or words
    called = nickname[1].strip() if nickname and len(words) > 1 else ""
    if not words[1:] or words[0].casefold() in PARTICLES:
        return PersonName(name, (), " ".join(words) or name, suffix, called)
    if FAMILY_NAME_FIRST.fullmatch(" ".join(words)):
        return PersonName(name, tuple(words[1:]), words[0], suffix, called)
    surname_at = next(
        (at for at, word in enumerate(words) if at and word.casefold() in PARTICLES), len(words) - 1
    )
    return PersonName(name, tuple(words[:surname_at]), " ".join(words[surname_at:]), suffix, called)


def bare_surname(surname: str) -> str:
    """A surname in small letters without its Arabic article: al-Assad → assad."""
    name = surname.casefold()
    return next((name.removeprefix(article) for article in ARABIC_ARTICLES if name.startswith(article)), name)


def can_be_one_given(one: PersonName, other: PersonName, known: GivenNames) -> bool:
    """Whether the given names can be one person's: Joe and J., Donald and Donald J., Pepe and José „Pepe“."""
    if not one.given or not other.given:
        return False
    if one.suffix != other.suffix and (JUNIOR in {one.suffix, other.suffix} or (one.suffix and other.suffix)):
        return False
    if any(known.may_be_one(*pair) for pair in product(one.called(), other.called())):
        return True
    if len(one.given) != len(other.given):
        shared = _plain(one.given) & _plain(other.given)
        if _plain((one.given[-1], other.given[-1])) <= shared:
            return True  # Duc Anh and Nguyen Duc Anh
    return are_initials_of(one.given, other.given) or are_initials_of(other.given, one.given)


def begins(short: PersonName, full: PersonName) -> bool:
    """María del Carmen begins María del Carmen Soto."""
    words, more = (f"{' '.join(one.given)} {one.surname}".casefold().split() for one in (short, full))
    return 1 < len(words) < len(more) and more[: len(words)] == words


def are_initials_of(short: Collection[str], full: Collection[str]) -> bool:
    """J. of Joe, H.-G. of Harm-Gerd."""
    letters, names = _split_given(short), _split_given(full)
    if len(letters) > len(names) or not all(len(letter) == 1 for letter in letters[:1]):
        return False
    return all(name.startswith(letter) for letter, name in zip(letters, names, strict=False))


def are_initials(text: str) -> bool:
    """K. F., by which some are called in court."""
    words = text.split()
    return len(words) > 1 and all(len(word.rstrip(".")) == 1 for word in words)


@lru_cache(maxsize=REMEMBERED)
def transliterated(name: str) -> str:
    """A case-folded name as all transliterations have it in common; no spelling that anyone uses."""
    plain = without_marks(name)
    for pattern, replacement in TRANSLITERATIONS:
        plain = pattern.sub(replacement, plain)
    return plain


def in_any_spelling(name: str) -> str | None:
    """A name that is no person's as all transliterations have it in common; None if it tells too little.

    Names with German letters are spelt in one way: Münster is not Munster.
    """
    folded = name.casefold()
    if len(name) < SHORTEST_SPELT or not name[:1].isupper() or not GERMAN_LETTERS.isdisjoint(folded):
        return None
    return ARABIC_VOWEL.sub("u", transliterated(folded).replace("q", "k")).replace("hesb", "hisb")


def _split_given(given: Iterable[str]) -> list[str]:
    return [part for name in given for part in re.split(r"[-.]", name.casefold()) if part]


def _plain(given: Iterable[str]) -> frozenset[str]:
    return frozenset(without_marks(name.casefold()) for name in given)
