"""English words for kinds of weapons, which are often several words: infantry fighting vehicles.

German compounds are single words and are told by their last part (`weapon_classes.py`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from pathlib import Path

from reader.knowledge.gazetteer import derived_english
from reader.nlp.weapon_classes import Words
from reader.nlp.word_lists import read_lines

ENGLISH = "en"
FILE = "weapon_classes_en.txt"
SIGNS = "-+&?~!"
SAME_IN_PLURAL = frozenset({"manpads"})
ABBREVIATIONS = frozenset({"FPV", "UAV"})
SHORTEST_TITLED = 4  # letters of a word that such headlines capitalise
FROM_HERE_TITLE = 0.6  # share of capitalised words from which a line is a headline in capitals

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundPhrase:
    """Tokens that are a word for a kind of weapon; `is_none`: they mean no weapon here."""

    start: int
    end: int
    name: str
    is_none: bool = False


@dataclass(frozen=True, slots=True)
class WeaponPhrases:
    """Heads with what may stand before them; all in the singular and lower case.

    `heads` stand alone, too. `modified` ones need a modifier, those `behind_names` a modifier or a named
    system, `among_arms` at least something else in the sentence that speaks of arms. In `others` a head means
    no weapon; `civilian_uses` are words in the sentence that tell the same. `nations` are adjectives of
    places (British Challengers).
    """

    nations: frozenset[str] = frozenset()
    heads: frozenset[Phrase] = frozenset()
    modified: frozenset[Phrase] = frozenset()
    behind_names: frozenset[Phrase] = frozenset()
    among_arms: frozenset[Phrase] = frozenset()
    modifiers: frozenset[Phrase] = frozenset()
    others: frozenset[Phrase] = frozenset()
    civilian_uses: Mapping[str, Words] = field(default_factory=dict)
    all_heads: frozenset[Phrase] = frozenset()
    last_words: frozenset[str] = frozenset()

    def in_sentence(
        self, words: Sequence[str], offset: int, *, named: Iterable[int], is_military: bool
    ) -> list[FoundPhrase]:
        """The phrases in the words of one sentence, the first of which is token `offset`.

        `named` are the tokens of named systems.
        """
        if not self.heads:
            return []
        systems = {at - offset for at in named}
        found = self._phrases(words, systems, is_military=is_military)
        if not is_military and any(not phrase.is_none for phrase in found):
            found = self._phrases(words, systems, is_military=True)
        return [replace(one, start=one.start + offset, end=one.end + offset) for one in found[::-1]]

    def _phrases(self, words: Sequence[str], systems: set[int], *, is_military: bool) -> list[FoundPhrase]:
        """The phrases, the last first."""
        lowers = [singular(word.casefold()) for word in words]
        plain = [word.casefold() for word in words]
        found: list[FoundPhrase] = []
        end = len(words)
        while end > 0:
            start = self._start(lowers, end, systems, is_military=is_military)
            if start is None or not _is_written_so(words, start, end):
                end -= 1
                continue
            before = (word if word in ABBREVIATIONS else word.casefold() for word in words[start : end - 1])
            name = " ".join([*before, lowers[end - 1]])
            is_none = self._is_another(lowers, start, end) or self._is_civilian(lowers[end - 1], plain)
            found.append(FoundPhrase(start, end, name[:1].upper() + name[1:], is_none=is_none))
            end = start
        return found

    def _start(self, lowers: Sequence[str], end: int, systems: set[int], *, is_military: bool) -> int | None:
        """Where the phrase begins that ends before `end`; None if none does."""
        if lowers[end - 1] not in self.last_words:
            return None
        first = self._before(lowers, end, self.all_heads)
        if first is None:
            return None
        head = tuple(lowers[first:end])
        start = first
        while (earlier := self._before(lowers, start, self.modifiers, systems)) is not None:
            start = earlier
        if start < first or head in self.heads:
            return start
        if head in self.behind_names | self.among_arms and first - 1 in systems:
            return start
        return start if head in self.among_arms and is_military else None

    @staticmethod
    def _before(
        lowers: Sequence[str], end: int, phrases: frozenset[Phrase], systems: Iterable[int] = ()
    ) -> int | None:
        """Where the longest of the phrases begins that ends before `end`, outside of named systems."""
        for start in range(max(0, end - 3), end):
            if tuple(lowers[start:end]) in phrases and set(systems).isdisjoint(range(start, end)):
                return start
        return None

    def _is_another(self, lowers: Sequence[str], start: int, end: int) -> bool:
        """Whether the words around make something else of it: think tank, tank of petrol."""
        return any(
            tuple(lowers[first : first + length]) in self.others
            for length in (2, 3)
            for first in range(max(0, start - length + 1), end)
            if first + length > end - 1
        )

    def _is_civilian(self, head: str, words: Iterable[str]) -> bool:
        uses = self.civilian_uses.get(head)
        return uses is not None and uses.meet(words)


def singular(word: str) -> str:
    """What a noun in lower case may be the plural or genitive of: drones, drone's."""
    word = word.removesuffix("'s").removesuffix("’s").rstrip("'’")
    if word in SAME_IN_PLURAL or word.endswith("ss"):
        return word
    if word.endswith("oes"):
        return word[:-2]
    if word.endswith("ries"):
        return word[:-3] + "y"
    return word.removesuffix("s")


def load_weapon_phrases(lexicons: Path, language: str) -> WeaponPhrases:
    """The phrases of a language; none for those whose words for weapons are compounds."""
    if language != ENGLISH:
        return WeaponPhrases()
    lines = read_lines(lexicons / FILE)
    by_sign: dict[str, set[Phrase]] = {sign: set() for sign in SIGNS}
    for line in lines:
        if line[0] in by_sign:
            by_sign[line[0]].add(tuple(singular(word) for word in line[1:].split()))
    uses = (line.partition("=") for line in lines if "=" in line)
    heads, modified, behind_names, among_arms, modifiers, others = (
        frozenset(by_sign[sign]) for sign in SIGNS
    )
    return WeaponPhrases(
        frozenset(derived_english(lexicons.parent)),
        heads,
        modified,
        behind_names,
        among_arms,
        modifiers,
        others,
        {head.strip(): Words.of(words.split()) for head, _, words in uses},
        all_heads := heads | modified | behind_names | among_arms,
        frozenset(head[-1] for head in all_heads),
    )


def _is_written_so(words: Sequence[str], start: int, end: int) -> bool:
    """In lower case but for the first word of the sentence, or in a headline whose words are capitalised."""
    first = len(list(takewhile(lambda word: not word[:1].isalnum(), words)))
    pieces = [word for at, word in enumerate(words[start:end], start) if at != first]
    if all(word[:1].islower() or word in ABBREVIATIONS for word in pieces):
        return True
    letters = [word for word in words if word[:1].isalpha() and len(word) >= SHORTEST_TITLED]
    return sum(word[:1].isupper() for word in letters) >= FROM_HERE_TITLE * len(letters)
