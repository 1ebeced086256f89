"""The endings of German names: what the reader's dictionary lets follow a word."""

from collections.abc import Iterator

from reader.domain.entities import EntityKind
from reader.nlp.name_forms import ADJECTIVES

ADJECTIVE_ENDINGS = ("e", "er", "es", "en", "em")
SIBILANTS = ("s", "ß", "x", "z")  # Grass’ Werke; es for what is no name of a person: des Bundes
WITH_DATIVE_N = ("er", "el", "e")  # Mardern, Wieseln, Reservisten
SHORTEST_INFLECTED = 3
ADJECTIVE = "adjective"  # stands for one ending of an adjective in the place of another


def bases_of(word: str) -> Iterator[tuple[str, str]]:
    """What a word may be a form of, each with the ending that it has there; first the word itself."""
    yield word, ""
    for ending in ("s", "es", "n", "en", "e"):
        base = word.removesuffix(ending)
        if base != word and len(base) >= SHORTEST_INFLECTED:
            yield base, ending
    for ending in ADJECTIVE_ENDINGS:
        base = word.removesuffix(ending)
        if base != word and (base + "e").casefold().endswith(ADJECTIVES):
            yield from ((base + other, ADJECTIVE) for other in ADJECTIVE_ENDINGS if other != ending)


def may_follow(ending: str, word: str, kind: EntityKind | None) -> bool:
    """Whether `ending`, as `bases_of` tells it, makes a form of the last word of a name of this kind.

    Genitives: Selenskyjs, des Bundes. Plurals of weapons: Leoparden, Fregatten, Tornados. Dative: Mardern.
    """
    is_counted = kind in {EntityKind.WEAPON, EntityKind.OTHER, None}
    match ending:
        case "":
            return True
        case "s":
            return not word.endswith(SIBILANTS)
        case "es":
            return kind is not EntityKind.PERSON
        case "n":
            return word.endswith(WITH_DATIVE_N) and kind is not EntityKind.PERSON
        case "en" | "e":
            return is_counted
        case _:
            return False


def is_form_of(text: str, name: str) -> bool:
    """Whether the words are this name, whatever its case and with whatever ending."""
    words, wanted = text.casefold(), name.casefold()
    return any(base == wanted for base, _ in bases_of(words))
