"""Cuts a sentence into segments at its commas, and tells what a segment begins with."""

from dataclasses import dataclass

from reader.nlp.function_words import PREPOSITIONS, RELATIVES
from reader.nlp.noun_phrases import phrase_from
from reader.nlp.tokens import Tokens

BORDERS = frozenset({",", ";", ":", "–", "—", "-"})
FINAL = frozenset({".", "!", "?", "…", "...", ".."})
FARTHEST_VERB = 18  # tokens from the border of a clause to the finite verb of a main clause


@dataclass(frozen=True, slots=True)
class Segment:
    """Tokens between two borders; `border` is the mark before it, empty at the beginning of a sentence."""

    start: int
    end: int
    border: str


def segments(tokens: Tokens, start: int, end: int) -> list[Segment]:
    """The segments of a sentence; borders in direct speech and in brackets do not count."""
    found: list[Segment] = []
    begin, border = start, ""
    for position in range(start, end):
        text = tokens.texts[position]
        is_border = text in BORDERS and not tokens.hidden[position]
        if not is_border or tokens.quoted[position]:
            continue
        if position > begin:
            found.append(Segment(begin, position, border))
        begin, border = position + 1, text
    if end > begin:
        found.append(Segment(begin, end, border))
    return found


def is_infinitive(tokens: Tokens, start: int, end: int) -> bool:
    """„… das System zu liefern“, „… sich anzuschließen“."""
    lowers = tokens.lowers
    for position in range(start, end):
        word = lowers[position]
        if word == "zu" and position + 1 < end and lowers[position + 1].endswith("n"):
            if not tokens.is_capitalised(position + 1):
                return True
        elif (
            position > start
            and word.endswith("en")
            and "zu" in word[2:-3]
            and not tokens.is_capitalised(position)
        ):
            return True
    return False


def is_relative(tokens: Tokens, segment: Segment) -> bool:
    """A relative clause: a relative pronoun first, and no finite verb in the second place."""
    first = tokens.lowers[segment.start]
    place = segment.start
    if first in PREPOSITIONS and segment.start + 1 < segment.end:
        place += 1
    if tokens.lowers[place] not in RELATIVES or tokens.is_capitalised(place):
        return False
    if place > segment.start:
        return not tokens.is_capitalised(place + 1) if place + 1 < segment.end else True
    last = last_word(tokens, segment)
    verb = finite_verb(tokens, segment.start + 1, segment.end)
    if verb is None:
        return True
    phrase = phrase_from(tokens, segment.start, segment.end)
    if phrase is not None and segment.start + 1 < phrase[1] < last and tokens.finite[phrase[1]]:
        return False  # „der Preis für Weizen ist gestiegen“
    if tokens.finite[last]:
        verb = last
    if verb == last and tokens.first_subjunctive[verb]:
        phrase = phrase_from(tokens, segment.start, verb)
        return phrase is None or phrase[1] == segment.start + 1  # not „der Preis für Weizen steige“
    return verb == last or (verb == segment.start + 1 and first not in {"das", "die", "der"})


def last_word(tokens: Tokens, segment: Segment) -> int:
    position = segment.end - 1
    while position > segment.start and not tokens.is_word(position):
        position -= 1
    return position


def finite_verb(tokens: Tokens, start: int, end: int) -> int | None:
    """The first finite verb that the lists know."""
    last = min(end, start + FARTHEST_VERB)
    return next((place for place in range(start, last) if tokens.finite[place]), None)


def has_subjunctive(tokens: Tokens, start: int, end: int) -> bool:
    return any(tokens.is_subjunctive(place) for place in range(start, end))


def without_final(tokens: Tokens, start: int, end: int) -> int:
    """The end of a sentence without its full stop."""
    while end > start and (tokens.texts[end - 1] in FINAL or tokens.texts[end - 1].isspace()):
        end -= 1
    return end
