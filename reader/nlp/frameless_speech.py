"""Finds speech that goes on without a frame: „Das Gegenteil sei der Fall.“"""

from collections.abc import Sequence

from reader.nlp import clauses
from reader.nlp.clauses import Segment
from reader.nlp.function_words import (
    DASS,
    FIRST_PERSON,
    IRREAL,
    PRESUMING,
    QUESTIONS,
    RELATIVES,
    SUBORDINATORS,
)
from reader.nlp.tokens import Tokens

MOSTLY = 0.75  # quoted
WISHES = frozenset({"möge", "mögen"})
# No reported speech, though in the subjunctive.
SET_PHRASES = (
    ("es", "sei", "denn"), ("sei", "es"), ("wie", "dem", "auch", "sei"), ("es", "lebe"), ("man", "nehme"),
    ("gott", "sei", "dank"), ("koste", "es"), ("komme", "was"), ("als", "sei"), ("als", "habe"),
    ("als", "wäre"), ("als", "hätte"), ("als", "würde"), ("sei", "angemerkt"), ("sei", "erwähnt"),
    ("sei", "gesagt"),
)  # fmt: skip


def is_frameless_report(tokens: Tokens, parts: Sequence[Segment], *, goes_on: bool) -> bool:
    """Whether a sentence without a frame reports: the verb of a main clause is in the Konjunktiv I.

    Where reported speech `goes_on`, the Konjunktiv I of a subordinate clause will do, or a Konjunktiv II,
    unless it is conditional.
    """
    start, end = parts[0].start, parts[-1].end
    words = tokens.lowers[start:end]
    if tokens.share_quoted(start, end) > MOSTLY or words[0] in WISHES or FIRST_PERSON & set(words):
        return False
    places = [
        (part, place)
        for part in parts
        for place in range(part.start, part.end)
        if tokens.is_subjunctive(place) and not tokens.quoted[place] and not _is_set_phrase(tokens, place)
    ]
    if any(tokens.first_subjunctive[place] and _is_main(tokens, part, place) for part, place in places):
        return True
    if not goes_on or tokens.is_subjunctive(start) or IRREAL & set(words):
        return False
    return any(
        tokens.first_subjunctive[place] or _is_main(tokens, part, place)
        for part, place in places
        if words[place - start] not in PRESUMING
    )


def _is_main(tokens: Tokens, part: Segment, position: int) -> bool:
    """The verb is that of a main clause: second, or first behind a clause that came before."""
    first = tokens.lowers[part.start]
    if first in SUBORDINATORS or first in DASS:
        return False
    is_last = position == clauses.last_word(tokens, part) and position > part.start + 1
    return not (is_last and part.border == "," and first in RELATIVES | QUESTIONS)


def _is_set_phrase(tokens: Tokens, position: int) -> bool:
    return any(
        tuple(tokens.lowers[position - place : position - place + len(phrase)]) == phrase
        for phrase in SET_PHRASES
        for place in range(len(phrase))
        if position >= place
    )
