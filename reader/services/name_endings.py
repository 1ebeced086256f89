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
    """What a word may be a form of, each with the ending that it has there; first the word itself.

    Any word before another may be an adjective: the caller knows whether one follows.
    """
    yield word, ""
    for ending in ("s", "es", "n", "en", "e"):
        base = word.removesuffix(ending)
        if base != word and len(base) >= SHORTEST_INFLECTED:
            yield base, ending
    for ending in ADJECTIVE_ENDINGS:
        base = word.removesuffix(ending)
        if base != word and len(base) >= SHORTEST_INFLECTED:
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
    *others, last = text.casefold().split() or [""]
    *wanted, last_wanted = name.casefold().split() or [""]
    if len(others) != len(wanted) or not _may_end_so(last, last_wanted):
        return False
    return all(
        word == known or (known, ADJECTIVE) in bases_of(word)
        for word, known in zip(others, wanted, strict=True)
    )


def _may_end_so(word: str, wanted: str) -> bool:
    """Whether the last word of a name is a form of `wanted`; of adjectives those that surely are."""
    is_adjective = any(f"{wanted.removesuffix(end)}e".endswith(ADJECTIVES) for end in ADJECTIVE_ENDINGS)
    return any(base == wanted and (ending != ADJECTIVE or is_adjective) for base, ending in bases_of(word))
