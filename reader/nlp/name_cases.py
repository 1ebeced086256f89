"""The names of an article's people in the nominative: Merkels, Pistorius’, Merzens."""

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from reader.domain.spans import Span
from reader.nlp.name_forms import APOSTROPHES, QUOTES, without_genitive, without_marks
from reader.nlp.person_names import SUFFIXES, PersonName, read_name

AFTER_FUNCTION_IN_GENITIVE = re.compile(r"\bdes\s+[A-ZÄÖÜ][\w-]*\s+$", re.IGNORECASE)
FUNCTION_REACH = 60  # characters before a name
STOP = "."  # that the end of a sentence left on a name
LONGEST_SHORTENED = 3  # letters and point of what is no end of a sentence: Jr.
LONG_GENITIVES = ("sens", "zens", "xens")  # Merzens
ROMAN = re.compile(r"[IVX]+\.")  # Leo XIV.


def nominative_names(mentions: Sequence[tuple[Span, str]], text: str) -> list[PersonName]:
    marks = QUOTES.replace("'", "").replace("’", "")
    stripped = [_without_stop(surface.strip(marks)) for _, surface in mentions]
    forms = _Forms.of(stripped)
    return [
        read_name(_nominative(surface, span, text, forms))
        for (span, _), surface in zip(mentions, stripped, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Forms:
    """What the article calls people, in plain small letters: full names, bare ones, and parts of either.

    `surnames` are the last words of full names, genitives left out.
    """

    full: frozenset[str]
    surnames: frozenset[str]
    bare: frozenset[str]
    ends: frozenset[str]
    given: frozenset[str]

    @classmethod
    def of(cls, surfaces: Iterable[str]) -> "_Forms":
        words = [without_marks(surface.casefold()).split() for surface in surfaces if surface.split()]
        full = [name for name in words if len(name) > 1]
        known = frozenset(" ".join(name) for name in full)
        return cls(
            full=known,
            surnames=frozenset(name[-1] for name in full if _is_base(" ".join(name), known)),
            bare=frozenset(name[0] for name in words if len(name) == 1),
            ends=frozenset(name[-1] for name in words),
            given=frozenset(name[0] for name in full),
        )


def _nominative(surface: str, span: Span, text: str, forms: _Forms) -> str:
    words = without_marks(surface.casefold()).split()
    if not words:
        return surface
    shorter = words[-1].removesuffix("s")
    is_known = shorter in forms.ends or (len(words) == 1 and shorter in forms.given)
    if shorter != words[-1] and is_known and _is_inflected(words, forms):
        return surface[:-1].rstrip(APOSTROPHES)
    if len(words) == 1 and words[0].rstrip(APOSTROPHES) in forms.surnames:
        return surface.rstrip(APOSTROPHES)  # Ahrens Touristik, of Cord Ahrens
    if words[-1].endswith(LONG_GENITIVES) and words[-1].removesuffix("ens") in forms.ends:
        return surface.removesuffix("ens")
    if AFTER_FUNCTION_IN_GENITIVE.search(text[max(0, span.start - FUNCTION_REACH) : span.start]):
        return surface.rstrip(APOSTROPHES)  # the function has the ending: „des Landrats Peters“
    return without_genitive(surface, span, text)


def _is_inflected(words: Sequence[str], forms: _Forms) -> bool:
    """Whether a name with an s is that of somebody without; Klaus Peters and Ines Peter are two people."""
    if len(words) == 1:
        return words[0] not in forms.surnames
    *given, surname = words
    shorter = surname.removesuffix("s")
    if " ".join((*given, shorter)) in forms.full:
        return True
    bearers = [name for name in forms.full if name.endswith(f" {shorter}")]
    return shorter in forms.bare and surname not in forms.bare and not bearers


def _is_base(name: str, known: Container[str]) -> bool:
    """Whether the name is no genitive of another."""
    return not name.endswith("s") or name.removesuffix("s") not in known


def _without_stop(surface: str) -> str:
    """The name without the full stop of the sentence: Dong Jun. → Dong Jun; not of Jr. and of initials."""
    last = surface.rsplit(maxsplit=1)[-1] if surface.split() else ""
    is_shortened = len(last) <= LONGEST_SHORTENED or last in SUFFIXES or ROMAN.fullmatch(last) is not None
    return surface if is_shortened else surface.removesuffix(STOP)
