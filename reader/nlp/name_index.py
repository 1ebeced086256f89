"""Finds known names among the words of a text."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from reader.domain.entities import EntityKind
from reader.knowledge.gazetteer import KnownKind
from reader.nlp.name_forms import APOSTROPHES

KINDS = {KnownKind.PLACE: EntityKind.PLACE, KnownKind.ORGANISATION: EntityKind.ORGANIZATION}
LONGEST_CAPITALS = 4  # letters of a word in capitals that may be an abbreviation
SHORTEST_WITH_ENDING = 9  # letters of a name with the longer ending of the genitive
DETERMINERS = frozenset(
    {
        "der", "die", "das", "dem", "den", "des", "ein", "eine", "einen", "einem", "einer", "eines", "kein",
        "keine",
    }
)  # fmt: skip

BEFORE_FAMILIES = frozenset({"die", "den", "der"})

Words: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownName:
    """What a name means; a surname is not looked for behind an article: "der Fischer" is no Herr Fischer."""

    kind: EntityKind
    is_surname: bool = False


@dataclass(frozen=True, slots=True)
class PlacedName:
    """A known name at its place: the words from `start` up to, not including, `end`."""

    start: int
    end: int
    name: KnownName


class NameIndex:
    """Looks names of several words up, also in the genitive and in capitals."""

    def __init__(self, names: Mapping[Words, KnownName]) -> None:
        self._names = names
        lengths: dict[str, set[int]] = {}
        for words in names:
            lengths.setdefault(words[0], set()).add(len(words))
        self._lengths = {word: sorted(found, reverse=True) for word, found in lengths.items()}

    def name(self, words: Words) -> KnownName | None:
        return next((found for form in forms_of(words) if (found := self._names.get(form))), None)

    def name_at(self, texts: Sequence[str], place: int, taken: Collection[int]) -> PlacedName | None:
        """The longest name that begins at `place` and whose words are not `taken`."""
        text = texts[place]
        if not text[:1].isupper() and text not in self._lengths:
            return None
        beginnings = {text, _nominative(text), _without_capitals(text), without_long_genitive(text)}
        possible = {length for beginning in beginnings for length in self._lengths.get(beginning, ())}
        for length in sorted(possible, reverse=True):
            if any(at in taken for at in range(place, place + length)):
                continue
            found = self.name(tuple(texts[place : place + length]))
            is_word = found is not None and found.is_surname and _follows_determiner(texts, place)
            if found is not None and (not is_word or self._is_family(texts, place, length)):
                return PlacedName(place, place + length, found)
        return None

    def _is_family(self, texts: Sequence[str], place: int, length: int) -> bool:
        """Whether a surname stands in the plural: die Okonkwos."""
        text, before = texts[place], texts[place - 1].casefold()
        is_plural = text.endswith("s") and text[-2] not in "s-" and (text,) not in self._names
        return length == 1 and is_plural and before in BEFORE_FAMILIES


def forms_of(words: Words) -> Iterator[Words]:
    """A name as it is, without the ending of the genitive, and without the capitals of a headline."""
    yield words
    yield without_genitive(words)
    yield tuple(_without_capitals(word) for word in words)
    if (short := without_long_genitive(words[-1])) is not words[-1]:
        yield (*words[:-1], short)


def without_genitive(words: Words) -> Words:
    return (*words[:-1], _nominative(words[-1]))


def _nominative(word: str) -> str:
    return word.rstrip(APOSTROPHES).removesuffix("s").rstrip(APOSTROPHES)


def without_long_genitive(word: str) -> str:
    """Bundesrates → Bundesrat; a short word that ends so is rather a name itself (Mercedes)."""
    return word[:-2] if len(word) >= SHORTEST_WITH_ENDING and word.endswith("es") else word


def _without_capitals(word: str) -> str:
    return word.capitalize() if len(word) > LONGEST_CAPITALS and word.isupper() else word


def _follows_determiner(texts: Sequence[str], place: int) -> bool:
    return place > 0 and texts[place - 1].casefold() in DETERMINERS
