"""Finds frames: the words of a sentence that say who says something, and the cue that tells so."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from spacy.tokens import Doc

from reader.domain.quotations import Medium
from reader.nlp.noun_phrases import PREPOSITIONS, Phrase, phrase_after, phrase_before, phrase_from
from reader.nlp.reporting_verbs import ACCORDING_NOUNS, ReportingVerb, ReportingVerbs

AUXILIARIES = frozenset("hat haben habe hatte hatten wird wurde wurden werden soll sollen".split())  # noqa: SIM905
CLAUSE_BORDERS = frozenset(",;:.!?–—")
FARTHEST_PREFIX = 25  # tokens between „teilte“ and „mit“
FARTHEST_PARTICIPLE = 18


class FrameKind(Enum):
    """How a frame is built."""

    VERB = auto()  # sagte X
    ACCORDING = auto()  # laut X, nach Angaben von X, X zufolge
    SO = auto()  # so X


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame in one sentence: its tokens, its cue, its speaker, in token numbers."""

    kind: FrameKind
    start: int
    end: int
    cue: tuple[int, ...]
    speaker: Phrase | None
    medium: Medium | None
    is_subject_first: bool = False


def find_frames(doc: Doc, start: int, end: int, verbs: ReportingVerbs, quoted: Sequence[bool]) -> list[Frame]:
    """The frames of the sentence from `start` to `end`; `quoted` tells the tokens in quotation marks."""
    found: list[Frame] = []
    position = start
    while position < end:
        frame = None if quoted[position] else _frame_at(doc, position, start, end, verbs, quoted)
        if frame is None:
            position += 1
        else:
            found.append(frame)
            position = max(frame.end if frame.kind is not FrameKind.VERB else position, position) + 1
    return found


def _frame_at(
    doc: Doc, position: int, start: int, end: int, verbs: ReportingVerbs, quoted: Sequence[bool]
) -> Frame | None:
    lower = doc[position].text.casefold()
    if lower == "laut":
        return _according(doc, position, position + 1, end)
    if lower in {"nach", "gemäß"}:
        return _according_noun(doc, position, end)
    if lower == "zufolge":
        return _zufolge(doc, position, start)
    if lower == "so":
        return _so(doc, position, start, end, quoted)
    is_noun = doc[position].text[0].isupper() and position != start
    return None if is_noun else _verb_frame(doc, position, start, end, verbs, quoted)


def _so(doc: Doc, position: int, start: int, end: int, quoted: Sequence[bool]) -> Frame | None:
    """„…“, so X."""
    if not _is_after_border(doc, position, start, quoted):
        return None
    speaker = phrase_from(doc, position + 1, end)
    if speaker is None or not _ends_clause(doc, speaker.end, end):
        return None
    return Frame(FrameKind.SO, position, speaker.end, (position,), speaker, Medium.SPEECH)


def _according(doc: Doc, cue: int, speaker_start: int, end: int) -> Frame | None:
    speaker = phrase_from(doc, speaker_start, end)
    if speaker is None:
        return None
    return Frame(FrameKind.ACCORDING, cue, speaker.end, (cue,), speaker, None)


def _according_noun(doc: Doc, position: int, end: int) -> Frame | None:
    """Nach Angaben der Polizei, nach seinen Worten, nach X' Ansicht."""
    for noun in range(position + 1, min(position + 4, end)):
        if doc[noun].text.casefold() not in ACCORDING_NOUNS:
            continue
        cue = tuple(range(position, noun + 1))
        speaker = None
        if noun + 1 < end:
            following = doc[noun + 1].text.casefold()
            begins = noun + 2 if following in {"von", "vom"} else noun + 1
            if following in {"von", "vom", "des", "der", "eines", "einer", "seiner", "ihrer"}:
                speaker = phrase_from(doc, begins, end)
        frame_end = speaker.end if speaker else noun + 1
        return Frame(FrameKind.ACCORDING, position, frame_end, cue, speaker, None)
    return None


def _zufolge(doc: Doc, position: int, start: int) -> Frame | None:
    """The phrase before „zufolge“: back to the last border that makes a noun phrase of it."""
    for begin in range(max(start, position - 10), position):
        is_border = begin == start or not doc[begin - 1].text[0].isalnum() or doc[begin - 1].text[0].islower()
        if not is_border:
            continue
        speaker = phrase_from(doc, begin, position)
        if speaker is not None and speaker.end == position:
            return Frame(FrameKind.ACCORDING, begin, position + 1, (position,), speaker, None)
    return None


def _verb_frame(
    doc: Doc, position: int, start: int, end: int, verbs: ReportingVerbs, quoted: Sequence[bool]
) -> Frame | None:
    lower = doc[position].text.casefold()
    if lower in verbs.joined:  # wie X mitteilte
        verb = verbs.joined[lower]
        return _framed(doc, position, start, end, verb.medium, (position,), quoted)
    for verb in verbs.finite.get(lower, ()):
        prefix = _prefix(doc, position, end, verb, quoted) if verb.prefix else None
        if verb.prefix and prefix is None:
            continue
        cue = (position,) if prefix is None else (position, prefix)
        return _framed(doc, position, start, end, verb.medium, cue, quoted)
    if lower in {"heißt", "hieß"} and position + 1 < end and doc[position + 1].text == "es":
        return Frame(FrameKind.VERB, position, position + 2, (position, position + 1), None, None)
    if lower in verbs.english:
        return _framed(doc, position, start, end, Medium.SPEECH, (position,), quoted)
    if lower in AUXILIARIES:
        return _perfect(doc, position, start, end, verbs, quoted)
    return None


def _prefix(doc: Doc, position: int, end: int, verb: ReportingVerb, quoted: Sequence[bool]) -> int | None:
    """Where the split prefix stands: at the end of the clause."""
    for place in range(position + 1, min(position + FARTHEST_PREFIX, end)):
        if (
            not quoted[place]
            and doc[place].text.casefold() == verb.prefix
            and _ends_clause(doc, place + 1, end)
        ):
            return place
    return None


def _perfect(
    doc: Doc, position: int, start: int, end: int, verbs: ReportingVerbs, quoted: Sequence[bool]
) -> Frame | None:
    """„hat … gesagt“: the participle closes the clause."""
    for place in range(position + 1, min(position + FARTHEST_PARTICIPLE, end)):
        if quoted[place]:
            continue
        verb = verbs.participles.get(doc[place].text.casefold())
        if verb is not None and _ends_clause(doc, place + 1, end):
            return _framed(doc, position, start, end, verb.medium, (position, place), quoted)
        if doc[place].text in {";", ".", ":"}:
            return None
    return None


def _framed(
    doc: Doc,
    position: int,
    start: int,
    end: int,
    medium: Medium,
    cue: tuple[int, ...],
    quoted: Sequence[bool],
) -> Frame | None:
    """A frame around a verb: its speaker stands before it or behind it."""
    begin = position
    while begin > start and not quoted[begin - 1] and doc[begin - 1].text not in CLAUSE_BORDERS:
        begin -= 1
    if begin < position and doc[begin].text.casefold() == "wie":
        begin += 1
        speaker = phrase_from(doc, begin, position) or phrase_after(doc, begin, position)
        return Frame(FrameKind.VERB, begin - 1, position + 1, cue, speaker, medium, is_subject_first=True)
    clause_end = _clause_end(doc, position, end, quoted)
    before = phrase_before(doc, begin, position)
    if before is None and begin < position and begin > start and doc[begin - 1].text == ",":
        before = _before_apposition(doc, begin, start, position)
    after = phrase_after(doc, position + 1, clause_end)
    is_subject_first = before is not None and before.end >= position - 2
    speaker = before if is_subject_first else after
    return Frame(
        FrameKind.VERB, begin, max(clause_end, *cue), cue, speaker, medium, is_subject_first=is_subject_first
    )


def _before_apposition(doc: Doc, begin: int, start: int, verb: int) -> Phrase | None:
    """„Lene Brandt, Sprecherin der Polizei, sagte“: nothing but the comma stands before the verb."""
    return phrase_before(doc, start, begin - 1) if begin == verb else None


def _clause_end(doc: Doc, position: int, end: int, quoted: Sequence[bool]) -> int:
    for place in range(position + 1, end):
        if quoted[place]:
            return place
        text = doc[place].text
        if text in CLAUSE_BORDERS:
            return place
    return end


def _is_after_border(doc: Doc, position: int, start: int, quoted: Sequence[bool]) -> bool:
    if position == start:
        return False
    return doc[position - 1].text in {",", "–", "—"} or quoted[position - 1]


def _ends_clause(doc: Doc, position: int, end: int) -> bool:
    if position >= end:
        return True
    text = doc[position].text
    return not text[0].isalnum() or text.casefold() in {"und", "oder"} or text.casefold() in PREPOSITIONS
