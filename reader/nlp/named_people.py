"""The people whose full names an article has, and what they may be called by."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.nlp.findings import Finding
from reader.nlp.name_forms import APOSTROPHES, without_marks
from reader.nlp.name_index import Words
from reader.nlp.name_spellings import bare_surname, is_slavic, spelt_loosely, transliterated
from reader.nlp.person_names import FAMILY_NAME_FIRST

PARTICLES = frozenset(
    {"von", "van", "de", "der", "den", "dem", "di", "da", "del", "du", "zu", "zur", "ter", "al"}
)
SHORTEST_NAME = 3  # letters of what somebody is called by
SHORTEST_HALF = 4  # letters of half a double name


@dataclass(frozen=True, slots=True)
class NamedPeople:
    """The people whose full names an article has, in plain letters: what they may be called by."""

    surnames: frozenset[Words]
    family_names: frozenset[Words]  # those that stand first: of Park Min-ho
    given: frozenset[Words]
    full: frozenset[frozenset[str]]
    transliterated: frozenset[str]  # their surnames, as all transliterations have them in common
    halves: frozenset[Words]  # of double surnames: of Brunner-Okafor
    given_by_surname: Mapping[Words, frozenset[str]]  # the first as it is printed, and all as one word


def named_people(doc: Doc, findings: Iterable[Finding]) -> NamedPeople:
    """What the full names say; a last word may stand alone for the person: Ben Berlin."""
    people = (words_of(doc, finding) for finding in findings if finding.kind is EntityKind.PERSON)
    printed = [words for words in people if len(words) > 1]
    full = [plain(words) for words in printed]
    given_by_surname: dict[Words, set[str]] = {}
    for words in printed:
        given = {words[0], initials_as_letters(words[:-1])}  # J. D. Vance is JD, too
        given_by_surname.setdefault(plain(words[-1:]), set()).update(given)
    surnames = frozenset(family_name_first(words) or words[-1:] for words in full)
    return NamedPeople(
        surnames=surnames,
        family_names=frozenset(first for words in full if (first := family_name_first(words))),
        given=frozenset(words[:1] for words in full if len(words[0]) >= SHORTEST_NAME or words[0].isalpha()),
        full=frozenset(frozenset(words) for words in full),
        transliterated=frozenset(spelling(words[0]) for words in surnames),
        halves=frozenset(
            (half,)
            for words in surnames
            for half in words[0].split("-")
            if half != words[0] and len(half) >= SHORTEST_HALF
        ),
        given_by_surname={surname: frozenset(given) for surname, given in given_by_surname.items()},
    )


def spelling(surname: str) -> str:
    """A surname as all transliterations have it in common; of a Slavic name even Russian and Ukrainian."""
    bare = bare_surname(surname)
    return spelt_loosely(bare) if is_slavic(bare) else transliterated(bare)


def initials_as_letters(given: Iterable[str]) -> str:
    """JD of J. D., Anna of Anna."""
    return "".join(given).replace(".", "")


def plain(words: Words) -> Words:
    return tuple(without_marks(word) for word in words)


def family_name_first(words: Words) -> Words | None:
    """The surname of Park Min-ho; None for a name in the usual order."""
    return words[:1] if FAMILY_NAME_FIRST.fullmatch(" ".join(words)) else None


def with_own_particles(words: Words) -> Words:
    """The surname with the particles before it: Ursula von der Leyen → von der Leyen."""
    at = len(words) - 1
    while at > 1 and words[at - 1] in PARTICLES:
        at -= 1
    return words[at:]


def is_compound_of(words: Words, surnames: frozenset[Words]) -> bool:
    """Whether a single word begins with a surname of the article: Macron-Partei."""
    first, hyphen, rest = words[0].partition("-")
    return len(words) == 1 and bool(hyphen) and rest[:1].isupper() and plain((first,)) in surnames


def words_of(doc: Doc, finding: Finding) -> Words:
    """The words of the finding without the apostrophe of a genitive: Pistorius | ’."""
    words = tuple(token.text for token in doc[finding.start : finding.end] if not token.is_space)
    return words[:-1] if len(words) > 1 and words[-1] in APOSTROPHES else words
