"""Finds frames whose verb no list knows: that they report is told by the subjunctive beside them.

„Einer scherzte, man habe mehr Kaffee als Argumente verbraucht“, „Aus Moskau kam Widerspruch: Man habe …“.
"""

from collections.abc import Iterator, Sequence

from reader.domain.quotations import Medium
from reader.nlp import clauses
from reader.nlp.clause_subjects import main_verb, subject_and_addressee
from reader.nlp.clauses import Segment
from reader.nlp.frames import Frame, FrameKind, Order
from reader.nlp.function_words import COORDINATORS, DASS, PREPOSITIONS, QUESTIONS, RELATIVES, SUBORDINATORS
from reader.nlp.noun_phrases import (
    has_person,
    phrase_from,
)
from reader.nlp.reporting_verbs import CLAUSE, ReportingVerb
from reader.nlp.tokens import Tokens

OPEN_VERB = ReportingVerb("", "", Medium.SPEECH, frozenset({CLAUSE}))
NEAR = 3  # tokens between a verb and its subject
LONGEST_HEADING = 8  # tokens of „Fazit der Meteorologin: …“


def open_frames(tokens: Tokens, parts: Sequence[Segment], known: Sequence[Frame]) -> Iterator[Frame]:
    """The frames of a sentence beside those that are known."""
    taken = {frame.segment for frame in known}
    reporting = [_is_report(tokens, part) for part in parts]
    for index, part in enumerate(parts):
        if index in taken or reporting[index] or tokens.quoted[part.start]:
            continue
        is_followed = (
            index + 1 < len(parts) and reporting[index + 1] and parts[index + 1].border in {",", ":"}
        )
        is_preceded = index > 0 and part.border == "," and any(reporting[:index])
        frame = _inverted(tokens, index, part) if is_preceded or (is_followed and index) else None
        if frame is None and is_followed:
            frame = _before(tokens, index, part, is_colon=parts[index + 1].border == ":")
        if frame is not None:
            yield frame


def _is_report(tokens: Tokens, part: Segment) -> bool:
    """Whether a segment is a main clause in the Konjunktiv I."""
    first = tokens.lowers[part.start]
    if first in DASS | SUBORDINATORS or tokens.quoted[part.start]:
        return False
    place = clauses.finite_verb(tokens, part.start, part.end)
    if place is None or not tokens.first_subjunctive[place]:
        return False
    return not (part.border == "," and clauses.is_relative(tokens, part))


def _inverted(tokens: Tokens, index: int, part: Segment) -> Frame | None:
    """„…, scherzte einer“, „…, davon ist er überzeugt, …“: the verb first, its subject behind it."""
    verb = part.start
    lower = tokens.lowers[verb]
    if lower in {"davon", "so", "da"} and verb + 1 < part.end:
        verb += 1
    elif lower in PREPOSITIONS | SUBORDINATORS | COORDINATORS | DASS | RELATIVES | QUESTIONS:
        return None
    if tokens.is_capitalised(verb) or not tokens.is_word(verb) or tokens.is_subjunctive(verb):
        return None
    speaker, addressee = subject_and_addressee(tokens, verb + 1, part.end, part.end)
    if speaker is None or speaker[0] > verb + NEAR:
        return None
    return Frame(
        FrameKind.VERB, index, part.start, part.end, (verb,), speaker, Medium.SPEECH, OPEN_VERB,
        Order.VERB_FIRST, addressee,
    )  # fmt: skip


def _before(tokens: Tokens, index: int, part: Segment, *, is_colon: bool) -> Frame | None:
    """„Einer scherzte, …“, „Ihr Fazit: …“: a main clause, or before a colon a mere heading."""
    begin = part.start
    while begin < part.end and tokens.lowers[begin] in COORDINATORS:
        begin += 1
    if begin >= part.end or tokens.lowers[begin] in SUBORDINATORS | DASS:
        return None
    if part.border == "," and clauses.is_relative(tokens, part):
        return None
    verb = main_verb(tokens, begin, part.end)
    if verb is None:
        return _heading(tokens, index, part, begin) if is_colon else None
    speaker, addressee = subject_and_addressee(tokens, begin, verb, verb)
    if speaker is None or speaker[0] != begin:
        speaker, addressee = subject_and_addressee(tokens, verb + 1, part.end, part.end)
    if speaker is None and not is_colon:
        return None
    return Frame(
        FrameKind.VERB, index, part.start, part.end, (verb,), speaker, Medium.SPEECH, OPEN_VERB,
        Order.SUBJECT_FIRST, addressee,
    )  # fmt: skip


def _heading(tokens: Tokens, index: int, part: Segment, begin: int) -> Frame | None:
    """„Fazit der Meteorologin: …“, „Seine Begründung: …“."""
    if part.end - begin > LONGEST_HEADING:
        return None
    phrase = phrase_from(tokens, begin, part.end)
    if phrase is None or phrase[1] != part.end:
        return None
    genitive = next(
        (place for place in range(begin + 1, part.end) if tokens.lowers[place] in {"der", "des"}), None
    )
    speaker = phrase if has_person(tokens, phrase) else None
    if speaker is None and genitive is not None:
        speaker = phrase_from(tokens, genitive, part.end)
    return Frame(FrameKind.VERB, index, part.start, part.end, (begin,), speaker, Medium.SPEECH, OPEN_VERB)
