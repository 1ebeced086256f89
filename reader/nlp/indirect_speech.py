"""Finds the words that a frame reports without quotation marks."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from reader.nlp.frames import Frame, FrameKind
from reader.nlp.reporting_verbs import ReportingVerbs

CONJUNCTIONS = frozenset(
    {
        "dass", "daß", "ob", "wie", "warum", "weshalb", "wieso", "wann", "wo", "was", "wer", "wen",
        "wem", "wohin", "woher", "welche", "welcher", "welches", "wieviel", "that", "whether",
    }
)  # fmt: skip
FINAL = frozenset({".", "!", "?", "…", "..."})
SHORTEST = 3  # tokens
FARTHEST_VERB = 30  # tokens from the comma to the subjunctive that proves a clause


@dataclass(frozen=True, slots=True)
class Reported:
    """Reported words as token ranges, with the frame that reports them."""

    pieces: tuple[tuple[int, int], ...]
    frame: Frame
    confidence: float


def reported_by(
    doc: Doc, frame: Frame, start: int, end: int, verbs: ReportingVerbs, quoted: Sequence[bool]
) -> Reported | None:
    """What `frame` reports in its sentence from `start` to `end`; None if it reports nothing here."""
    last = _without_end(doc, start, end)
    if frame.kind is FrameKind.ACCORDING:
        return _around(doc, frame, start, last)
    if frame.kind is FrameKind.SO or _is_last(doc, frame, start, last):
        return _before(doc, frame, start, quoted, verbs)
    return _after(doc, frame, last, verbs, quoted)


def is_frameless_report(doc: Doc, start: int, end: int, verbs: ReportingVerbs) -> bool:
    """Whether the main verb of a sentence stands in a clear Konjunktiv I: it goes on reporting."""
    words = [token.text.casefold() for token in doc[start : min(end, start + FARTHEST_VERB)]]
    if not words or words[0] in {"möge", "es lebe"}:
        return False
    for number, word in enumerate(words):
        if word in verbs.first_subjunctive and not (
            number and words[number - 1] in {"ich", ","} and word == "sei"
        ):
            return "ich" not in words
    return False


def _around(doc: Doc, frame: Frame, start: int, last: int) -> Reported | None:
    """„Laut X …“, „… nach Angaben von X …“: all the rest of the clause."""
    left = _trimmed(doc, start, frame.start)
    right = _trimmed(doc, frame.end, last)
    pieces = tuple(piece for piece in (left, right) if piece is not None and piece[1] - piece[0] >= 1)
    length = sum(end - begin for begin, end in pieces)
    return Reported(pieces, frame, 0.85) if length >= SHORTEST else None


def _before(
    doc: Doc, frame: Frame, start: int, quoted: Sequence[bool], verbs: ReportingVerbs
) -> Reported | None:
    """„Der Vertrag sei fertig, sagte X.“"""
    piece = _trimmed(doc, start, frame.start)
    if piece is None or piece[1] - piece[0] < SHORTEST or all(quoted[piece[0] : piece[1]]):
        return None
    has_subjunctive = any(verbs.is_subjunctive(token.text.casefold()) for token in doc[piece[0] : piece[1]])
    return Reported((piece,), frame, 0.9 if has_subjunctive else 0.7)


def _after(
    doc: Doc, frame: Frame, last: int, verbs: ReportingVerbs, quoted: Sequence[bool]
) -> Reported | None:
    """„X sagte, dass …“, „X sagte, ihr Land werde …“, „X kündigte an, … zu liefern“."""
    for comma in range(max(frame.cue[0], frame.speaker.end if frame.speaker else 0), last):
        if doc[comma].text not in {",", ":"} or quoted[comma]:
            continue
        begin = comma + 1
        if begin >= last or all(quoted[begin:last]):
            return None
        first = doc[begin].text.casefold()
        if first in CONJUNCTIONS or (first in {"so", "und"} and doc[comma].text == ","):
            return Reported(((begin, last),), frame, 0.95) if first in CONJUNCTIONS else None
        words = [token.text.casefold() for token in doc[begin : min(last, begin + FARTHEST_VERB)]]
        if any(verbs.is_subjunctive(word) for word in words):
            return Reported(((begin, last),), frame, 0.9)
        if "zu" in words[1:] or any("zu" in word[2:-2] and word.endswith("en") for word in words[-3:]):
            return Reported(((begin, last),), frame, 0.75)
    return _english_after(doc, frame, last)


def _english_after(doc: Doc, frame: Frame, last: int) -> Reported | None:
    """„Smith said that …“: English puts no comma."""
    begin = frame.cue[-1] + 1
    for position in range(begin, min(begin + 4, last)):
        if doc[position].text.casefold() == "that" and last - position > SHORTEST:
            return Reported(((position, last),), frame, 0.85)
    return None


def _is_last(doc: Doc, frame: Frame, start: int, last: int) -> bool:
    """The verb comes first in its clause, behind a comma: inverted, so what is said stands before it."""
    if frame.is_subject_first and doc[frame.start].text.casefold() != "wie":
        return False
    return (
        frame.start > start + 1
        and doc[frame.start - 1].text in {",", "–", "—"}
        and frame.start <= frame.cue[0] < last
    )


def _without_end(doc: Doc, start: int, end: int) -> int:
    last = end
    while last > start and (doc[last - 1].text in FINAL or doc[last - 1].text.isspace()):
        last -= 1
    return last


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """The range without commas, dashes and white space at its ends."""
    while (
        start < end
        and not doc[start].text[0].isalnum()
        and doc[start].text not in {"„", "»", "«", "“", '"', "("}
    ):
        start += 1
    while end > start and doc[end - 1].text in {",", "–", "—", ":", ";", " "} | FINAL:
        end -= 1
    return (start, end) if start < end else None
