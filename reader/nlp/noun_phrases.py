"""Finds the noun phrase that names a speaker, without a parser: by capitals, articles and names."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from spacy.tokens import Doc

PRONOUNS = frozenset({"er", "sie", "es", "man", "dieser", "diese", "beide", "he", "she", "they"})
DETERMINERS = frozenset(
    {
        "der", "die", "das", "den", "dem", "des", "ein", "eine", "einer", "eines", "einem", "einen",
        "sein", "seine", "seiner", "ihr", "ihre", "ihrer", "unser", "unsere", "kein", "keine",
        "mehrere", "viele", "einige", "zwei", "drei", "vier", "fünf", "beide", "alle", "manche", "laut",
        "the", "a", "an",
    }
)  # fmt: skip
PREPOSITIONS = frozenset(
    {
        "am", "an", "auf", "aus", "bei", "beim", "bis", "durch", "für", "gegen", "gegenüber", "hinter",
        "im", "in", "ins", "mit", "nach", "neben", "ohne", "seit", "trotz", "über", "um", "unter",
        "vom", "von", "vor", "während", "wegen", "wie", "zu", "zum", "zur", "zwischen", "anlässlich",
        "laut", "angesichts", "at", "on", "to", "with",
    }
)  # fmt: skip
GENITIVE = frozenset({"des", "der", "eines", "einer", "seiner", "ihrer", "von", "vom", "of"})
PARTICLES = frozenset(
    {
        "von", "van", "de", "der", "den", "zu", "zur", "bin", "al", "el", "du", "da", "und",
    }
)  # fmt: skip
WEEKDAYS = frozenset(
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag montagabend heute gestern".split()  # noqa: SIM905
)
LINKS = frozenset({"und", "van", "de", "zu", "and"})
OPENING_MARKS = frozenset('„»«"“')
CLOSING_MARKS = frozenset('“”«»"')
LONGEST = 14  # tokens


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens from `start` up to `end`."""

    start: int
    end: int


def phrase_from(doc: Doc, start: int, stop: int) -> Phrase | None:
    """The noun phrase or pronoun that begins exactly at `start`, at most up to `stop`."""
    if start >= stop:
        return None
    first = doc[start].text
    if first.casefold() in PRONOUNS and first.casefold() not in {"diese", "dieser", "beide"}:
        return Phrase(start, start + 1)
    position = start
    has_noun = False
    while position < stop and position - start < LONGEST:
        following = _taken(doc, position, stop, has_noun=has_noun)
        if following is None:
            break
        text = doc[position].text
        has_noun = has_noun or (text[0].isupper() and text.casefold() not in DETERMINERS)
        position = following
    if not has_noun:
        return None
    return Phrase(start, _with_apposition(doc, position, stop))


def _taken(doc: Doc, position: int, stop: int, *, has_noun: bool) -> int | None:
    """Where the phrase goes on behind this token; None if the token is no part of it."""
    text = doc[position].text
    lower = text.casefold()
    if text[0].isupper() or (text[0].isdigit() and not has_noun):
        return None if lower in WEEKDAYS and has_noun else position + 1
    if has_noun and text == "(":
        return _behind(doc, position, stop, {")"})
    if has_noun and text in OPENING_MARKS:
        return _behind(doc, position, stop, CLOSING_MARKS)
    if not text[0].isalpha() or not _noun_follows(doc, position + 1, stop):
        return None
    if has_noun:
        return position + 1 if lower in GENITIVE | LINKS else None
    return position + 1 if lower in DETERMINERS or lower not in PREPOSITIONS else None


def phrase_after(doc: Doc, start: int, stop: int) -> Phrase | None:
    """The first noun phrase from `start` on that is no prepositional one: skips „am Montag“, „dazu“."""
    position = start
    for _ in range(8):
        if position >= stop:
            return None
        text = doc[position].text
        lower = text.casefold()
        if lower in PREPOSITIONS:
            skipped = phrase_from(doc, position + 1, stop)
            position = skipped.end if skipped else position + 2
            continue
        if lower in {"dem", "den"} and (skipped := phrase_from(doc, position, stop)):
            position = skipped.end
            continue
        found = phrase_from(doc, position, stop)
        if found is not None:
            return found
        if not text[0].isalpha():
            return None
        position += 1
    return None


def phrase_before(doc: Doc, start: int, stop: int) -> Phrase | None:
    """The noun phrase at the beginning of a clause, up to its verb at `stop`."""
    position = start
    while position < stop and doc[position].text.casefold() in {
        "und",
        "aber",
        "doch",
        "denn",
        "auch",
        "sondern",
        "zudem",
    }:
        position += 1
    if position >= stop or doc[position].text.casefold() in PREPOSITIONS:
        return None
    return phrase_from(doc, position, stop)


def _noun_follows(doc: Doc, start: int, stop: int) -> bool:
    """A capitalised word comes after at most three others in lower case."""
    for token in doc[start : min(start + 4, stop)]:
        text = token.text
        if text[0].isupper() or text[0].isdigit() or text in {"„", "»", "«", "“"}:
            return True
        if not text[0].isalpha() or (text.casefold() in PREPOSITIONS and text.casefold() not in PARTICLES):
            return False
    return False


def _behind(doc: Doc, position: int, stop: int, closing: AbstractSet[str]) -> int | None:
    """The token behind the one that closes a bracket or mark, if it is near."""
    inside = doc[position + 1 : min(position + 8, stop)]
    return next((token.i + 1 for token in inside if token.text in closing), None)


def _with_apposition(doc: Doc, end: int, stop: int) -> int:
    """„Der Sprecher, Jan Thoma, …“: the name between two commas belongs to the phrase."""
    if end + 2 >= len(doc) or end >= stop or doc[end].text != ",":
        return end
    people = [span for span in doc.spans.get("names", []) if span.label_ == "PER" and span.start == end + 1]
    if people and people[0].end < len(doc) and doc[people[0].end].text in {",", "."}:
        return int(people[0].end)
    return end
