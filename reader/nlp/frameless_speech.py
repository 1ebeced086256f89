"""Finds speech that goes on without a frame: „Das Gegenteil sei der Fall.“"""

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
from reader.nlp.reporting_verbs import ReportingVerbs
from reader.nlp.tokens import Tokens

# No reported speech, though in the subjunctive.
SET_PHRASES = (
    ("es", "sei", "denn"), ("sei", "es"), ("wie", "dem", "auch", "sei"), ("es", "lebe"), ("man", "nehme"),
    ("gott", "sei", "dank"), ("koste", "es"), ("komme", "was"), ("als", "sei"), ("als", "habe"),
    ("als", "wäre"), ("als", "hätte"), ("als", "würde"), ("sei", "angemerkt"), ("sei", "erwähnt"),
    ("sei", "gesagt"),
)  # fmt: skip


def is_frameless_report(
    tokens: Tokens, parts: list[Segment], verbs: ReportingVerbs, *, goes_on: bool
) -> bool:
    """Whether a sentence without a frame reports: the verb of a main clause is in the Konjunktiv I.

    Where reported speech `goes_on`, a Konjunktiv II will do, unless it is conditional.
    """
    start, end = parts[0].start, parts[-1].end
    if tokens.share_quoted(start, end) > 0.5 or tokens.lowers[start] in {"möge", "mögen"}:  # noqa: PLR2004
        return False
    words = tokens.lowers[start:end]
    if FIRST_PERSON & set(words) and "wir" not in words:
        return False
    second = False
    for part in parts:
        for position in range(part.start, part.end):
            word = tokens.lowers[position]
            if tokens.quoted[position] or tokens.is_capitalised(position) or _is_set_phrase(tokens, position):
                continue
            if not verbs.is_subjunctive(word) or not _is_main(tokens, part, position):
                continue
            if word in verbs.first_subjunctive:
                return True
            second = second or word not in PRESUMING
    return second and goes_on and not IRREAL & set(words) and not verbs.is_subjunctive(words[0])


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
