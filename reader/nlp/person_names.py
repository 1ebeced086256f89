"""The parts of a person's name, and what two names of one person have in common."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from reader.nlp.cast import load_forenames
from reader.nlp.name_forms import without_marks
from reader.nlp.name_spellings import FRENCH_ENDING, bare_surname, spelt_loosely, transliterated
from reader.nlp.word_lists import read_lines

PARTICLES = frozenset({
    "von", "van", "de", "der", "den", "dem", "di", "da", "del", "della", "dos", "das", "du", "la", "le", "lo",
    "zu", "zum", "zur", "al", "el", "bin", "ibn", "ben", "ter", "ten", "te", "af", "av",
})  # fmt: skip
FAMILY_NAME_FIRST = re.compile(r"\w+ \w+-[a-zäöüß]\w*")  # Park Min-ho
# Surnames of China, Korea and Vietnam, without marks: of three short words that begin with one, it is the
# surname: Kim Yo Jong, Nguyen Van Hai.
EASTERN_SURNAMES = frozenset({
    "ahn", "bae", "baek", "bui", "cai", "chen", "cho", "choe", "choi", "chung", "dang", "deng", "do",
    "dong", "duong", "gao", "guo", "han", "he", "ho", "hoang", "hong", "hu", "huang", "huynh", "hwang",
    "jang", "jeong", "jiang", "jo", "jung", "kang", "kim", "ko", "kwon", "lam", "le", "lee", "li",
    "liang", "lim", "lin", "liu", "luo", "luu", "ly", "ma", "mai", "moon", "ngo", "nguyen", "oh", "pak",
    "park", "pham", "phan", "qin", "ri", "roh", "ryu", "seo", "shin", "sin", "so", "son", "song", "sun",
    "suh", "tang", "to", "tran", "truong", "vo", "vu", "wang", "wu", "xi", "xie", "xu", "yang", "yi",
    "yoon", "yu", "yun", "zhang", "zhao", "zheng", "zhou", "zhu",
})  # fmt: skip
SYLLABLE = re.compile(r"[b-df-hj-np-tv-xz]{0,3}[aeiouy]{1,3}[b-df-hj-np-tv-xz]{0,2}")
EASTERN_WORDS = 3
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
CAPITALS = re.compile(r"[A-Z]{2}")
JUNIOR = "junior"
SHORTEST_SHORTENED = 3  # letters of a short form: Kat for Katharina
FEWEST_LETTERS_LEFT_OUT = 2


@dataclass(frozen=True, slots=True)
class GivenNames:
    """What is known of given names: the sex they tell, and which are forms of one name.

    `surnames` are those that are spelt in many ways, with one of the ways for all of them.
    """

    sexes: Mapping[str, bool] = field(default_factory=dict)
    forms: Mapping[str, frozenset[int]] = field(default_factory=dict)
    surnames: Mapping[str, str] = field(default_factory=dict)

    def surname(self, name: str) -> str | None:
        """What all spellings of a surname have in common that no rule knows: Gaddafi and Kadhafi."""
        return self.surnames.get(transliterated(bare_surname(name)))

    def begins(self, name: "PersonName") -> bool:
        """Whether the name's first word is a given name, and the last is none."""
        words = name.text.split()
        return self._is_given(words[0]) and not self._is_given(words[-1])

    def _is_given(self, word: str) -> bool:
        return word in self.sexes or without_marks(word) in self.sexes

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
        surnames={
            transliterated(name.strip().casefold()): line
            for line in read_lines(lexicons / "surname_forms.txt")
            for name in line.split(",")
        },
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
    def has_eastern_order(self) -> bool:
        """Whether it is in the order of Kim Yo Jong, whose given name is of two words."""
        return len(self.given) == 1 and " " in self.given[0]

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
        """The surname as it is even in Russian and in Ukrainian."""
        return spelt_loosely(bare_surname(self.surname))

    def half_keys(self) -> frozenset[str]:
        """Parts by which some call the person: of Brunner-Okafor, José Etxeberria Goñi, Nguyen Van Hai."""
        last = self.surname.casefold().rpartition(" ")[2]
        halves = last.split("-") if "-" in last else ()
        others = self.given[0].split()[-1:] if self.has_eastern_order else self.given[1:]
        return frozenset({*halves, *(word.casefold() for word in others)})

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
    words = [word for word in words[:-1] if word not in NOBILITY] + words[-1:]
    called = nickname[1].strip() if nickname and len(words) > 1 else ""
    if _is_eastern(words):
        return PersonName(name, (" ".join(words[1:]),), words[0], suffix, called)
    if not words[1:] or words[0].casefold() in PARTICLES:
        return PersonName(name, (), " ".join(words) or name, suffix, called)
    if FAMILY_NAME_FIRST.fullmatch(" ".join(words)):
        return PersonName(name, tuple(words[1:]), words[0], suffix, called)
    surname_at = next(
        (at for at, word in enumerate(words) if at and word.casefold() in PARTICLES), len(words) - 1
    )
    return PersonName(name, tuple(words[:surname_at]), " ".join(words[surname_at:]), suffix, called)


def _is_eastern(words: Sequence[str]) -> bool:
    """Whether they are surname and given name of somebody from China, Korea or Vietnam, in this order."""
    plain = [without_marks(word).casefold() for word in words]
    if len(plain) != EASTERN_WORDS or plain[0] not in EASTERN_SURNAMES or not all(map(str.istitle, words)):
        return False
    return all(SYLLABLE.fullmatch(word) for word in plain[1:])


def can_be_one_given(one: PersonName, other: PersonName, known: GivenNames) -> bool:
    """Whether the given names can be one person's: Joe and J., Donald and Donald J., Pepe and José „Pepe“."""
    if not one.given or not other.given or _have_other_initials(one.given[1:], other.given[1:]):
        return False
    if one.suffix != other.suffix and (JUNIOR in {one.suffix, other.suffix} or (one.suffix and other.suffix)):
        return False
    if any(known.may_be_one(*pair) for pair in product(one.called(), other.called())):
        return True
    if one.has_eastern_order is not other.has_eastern_order:
        return _ends_with(one.text, other.text) or _ends_with(other.text, one.text)
    if len(one.given) != len(other.given):
        shared = _plain(one.given) & _plain(other.given)
        if _plain((one.given[-1], other.given[-1])) <= shared:
            return True  # Duc Anh and Nguyen Duc Anh
    return are_initials_of(one.given, other.given) or are_initials_of(other.given, one.given)


def _have_other_initials(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether the second given names, of which one is an initial, tell two people: George W., George H. W."""
    pairs = zip(some, others, strict=False)
    return any(
        one[:1].casefold() != other[:1].casefold() for one, other in pairs if "." in {one[-1:], other[-1:]}
    )


def _ends_with(full: str, last: str) -> bool:
    """Nguyen Duc Anh is Duc Anh to some."""
    return f" {full}".casefold().endswith(f" {last}".casefold())


def begins(short: PersonName, full: PersonName) -> bool:
    """María del Carmen begins María del Carmen Soto."""
    words, more = (f"{' '.join(one.given)} {one.surname}".casefold().split() for one in (short, full))
    return 1 < len(words) < len(more) and more[: len(words)] == words


def are_initials_of(short: Collection[str], full: Collection[str]) -> bool:
    """J. of Joe, H.-G. of Harm-Gerd, C. Q. of Charles."""
    letters, names = _split_given(short), _split_given(full)
    is_more = len(letters) > len(names) and not (len(names) == 1 and all(map(is_initial, letters)))
    if is_more or not all(len(letter) == 1 for letter in letters[:1]):
        return False
    return all(name.startswith(letter) for letter, name in zip(letters, names, strict=False))


def are_initials(text: str) -> bool:
    """K. F., by which some are called in court."""
    words = text.split()
    return len(words) > 1 and all(map(is_initial, words))


def is_initial(word: str) -> bool:
    """K., H.-D. or JD."""
    return CAPITALS.fullmatch(word) is not None or all(len(part) <= 1 for part in re.split(r"[-.]", word))


def _split_given(given: Iterable[str]) -> list[str]:
    names = [" ".join(name) if CAPITALS.fullmatch(name) else name.casefold() for name in given]  # JD Vance
    return [part.casefold() for name in names for part in re.split(r"[-. ]", name) if part]


def _plain(given: Iterable[str]) -> frozenset[str]:
    return frozenset(without_marks(name.casefold()) for name in given)
