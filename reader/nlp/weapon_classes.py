"""Generic words for weapons, and words that speak for or against a weapon."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reader.nlp.cast import load_forenames
from reader.nlp.reporting_verbs import load_reporting_verbs
from reader.nlp.word_lists import read_lines

ENDINGS = ("", "n", "en", "s", "es", "e", "er", "ern")
UMLAUTS = (("brüst", "brust"), ("köpf", "kopf"), ("sätz", "satz"), ("fäust", "faust"))


@dataclass(frozen=True, slots=True)
class Words:
    """A set of words; an entry that ends in "*" stands for all words that begin so."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]

    @classmethod
    def of(cls, entries: Iterable[str]) -> "Words":
        known = list(entries)
        return cls(
            frozenset(entry for entry in known if not entry.endswith("*")),
            tuple(entry[:-1] for entry in known if entry.endswith("*")),
        )

    def __contains__(self, word: str) -> bool:
        return word in self.whole or word.startswith(self.beginnings)

    def meet(self, words: Iterable[str]) -> bool:
        return any(word in self for word in words)


@dataclass(frozen=True, slots=True)
class WeaponClasses:
    """Words for kinds of weapons, in lower case, and what the words near a name say of it, case-folded.

    `heads` also end compounds, unless these are `exceptions`. `companions` end compounds that only a
    weapon begins (Taurus-Lieferung). Compounds that end in `people` are somebody (Panzergrenadiere).
    `supply` words speak of how weapons are delivered or moved. `civilian` words speak against a weapon
    behind an ambiguous name, the `unarmed` among them whatever else there is, those of `civilian_uses`
    against a class word (a drone that looks for fawns). `speaking` are verbs for what only people do,
    `forenames` what they are called.
    """

    words: frozenset[str]
    heads: frozenset[str]
    exceptions: frozenset[str]
    companions: frozenset[str]
    people: tuple[str, ...]
    military: Words
    supply: Words
    civilian: Words
    unarmed: Words
    civilian_uses: Mapping[str, Words]
    speaking: frozenset[str] = frozenset()
    forenames: frozenset[str] = frozenset()

    def lemma(self, word: str) -> str | None:
        """The singular of a generic weapon word, lower case; None for any other word."""
        return next((form for form in singulars(word) if self._is_class(form)), None)

    def is_none(self, word: str) -> bool:
        """Whether a word that ends like one is surely none: Polizeihubschrauber, Panzergrenadier.

        Of a word that is a head itself (Munition) it is open.
        """
        return self.is_person(word) or any(
            form in self.exceptions and form not in self.heads for form in singulars(word)
        )

    def is_person(self, word: str) -> bool:
        """Whether a compound is somebody; not one with a hyphen, which may begin with a name."""
        lower = word.casefold()
        return "-" not in word and any(lower.removesuffix(ending).endswith(self.people) for ending in ENDINGS)

    def is_companion(self, word: str) -> bool:
        """Whether this word, behind a hyphen, shows that a weapon stands before it."""
        return word in self.companions or self.lemma(word) is not None

    def is_plain(self, word: str) -> bool:
        """Whether it is one of the class words itself, no compound that ends with one."""
        return any(form in self.words or form in self.heads for form in singulars(word))

    def is_begun_by_class(self, word: str) -> bool:
        """Whether a compound with a hyphen begins with a class word: Drohnen-Debatte names no system."""
        beginning, hyphen, rest = word.partition("-")
        return bool(hyphen) and rest[:1].isupper() and not rest.isupper() and self.is_plain(beginning)

    def is_put_to_civilian_use(self, lemma: str, words: Iterable[str]) -> bool:
        uses = next((uses for head, uses in self.civilian_uses.items() if lemma.endswith(head)), None)
        return uses is not None and uses.meet(words)

    def _is_class(self, lemma: str) -> bool:
        if lemma in self.words:
            return True
        if lemma in self.exceptions:
            return False
        return any(lemma[start:] in self.heads for start in range(len(lemma)))


def singulars(word: str) -> Iterator[str]:
    """What the word may be the singular, plural or genitive of, in lower case."""
    lower = word.lower()  # keeps ß, for the name that is shown
    for ending in ENDINGS:
        if not lower.endswith(ending):
            continue
        stem = lower[: len(lower) - len(ending)]
        yield stem
        singular = stem
        for plural, base in UMLAUTS:
            singular = singular.replace(plural, base)
        if singular != stem:
            yield singular


def load_weapon_classes(path: Path) -> WeaponClasses:
    """Read `weapon_classes.txt` and, beside it, `weapon_contexts.txt` and the verbs that report speech."""
    lines = read_lines(path)
    contexts = [line.casefold() for line in read_lines(path.with_name("weapon_contexts.txt"))]
    exceptions = [line[1:] for line in lines if line[0] == "!"]
    uses = (line.partition("=") for line in contexts if "=" in line)
    verbs = load_reporting_verbs(path.with_name("reporting_verbs.txt"))
    return WeaponClasses(
        words=frozenset(line for line in lines if line[0] not in "-!+~^@"),
        heads=frozenset(line[1:] for line in lines if line[0] == "-"),
        exceptions=frozenset(exceptions + [word.casefold() for word in exceptions]),
        companions=frozenset(line[1:] for line in lines if line[0] == "~"),
        people=tuple(line[1:] for line in lines if line[0] == "@"),
        supply=Words.of(line[1:] for line in lines if line[0] == "^"),
        military=Words.of(line[1:] for line in lines if line[0] == "+"),
        civilian=Words.of(line.removeprefix("!") for line in contexts if "=" not in line),
        unarmed=Words.of(line[1:] for line in contexts if line[0] == "!"),
        civilian_uses={head.strip(): Words.of(words.split()) for head, _, words in uses},
        speaking=frozenset(verbs.finite) | verbs.english,
        forenames=frozenset(load_forenames(path.with_name("forenames.txt"))),
    )
