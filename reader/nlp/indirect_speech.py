"""Finds the words that a frame reports without quotation marks."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.nlp import clauses
from reader.nlp.clauses import Segment
from reader.nlp.frames import Frame, FrameKind, Order
from reader.nlp.function_words import (
    COORDINATORS,
    DASS,
    JOINING,
    PREPOSITIONS,
    QUESTIONS,
    SUBORDINATORS,
    TIMES,
)
from reader.nlp.noun_phrases import OPENING_MARKS, ChunkKind, behind_mark, chunks, is_addressee, phrase_from
from reader.nlp.reporting_verbs import CLAUSE, INFINITIVE
from reader.nlp.tokens import Range, Tokens

SHORTEST = 2  # words
SHORT_CLAUSE = 4  # tokens
MOST_ASIDES = 3  # relative clauses and the like between frame and content
MOSTLY = 0.7  # quoted, so it is direct speech,
FEW = 3  # if so few tokens of it are not
PURPOSES = frozenset({"um", "ohne", "statt", "anstatt"})
EVERYDAY_QUESTIONS = frozenset({"was", "wo", "wie"})  # which begin other clauses, too
SECOND_PLACE = 9  # tokens in which the verb of a main clause is expected


@dataclass(frozen=True, slots=True)
class Reported:
    """Reported words as token ranges, with the frame that reports them."""

    pieces: tuple[Range, ...]
    frame: Frame
    confidence: float


@dataclass(frozen=True, slots=True)
class FramedSentence:
    """One sentence: its tokens from `start` to `end`, cut into `parts`, and the frames in it."""

    start: int
    end: int
    parts: list[Segment]
    frames: list[Frame]


def reported_by(tokens: Tokens, frame: Frame, sentence: FramedSentence) -> Reported | None:
    """What `frame` reports in its sentence; None if it reports nothing there."""
    finder = _Content(tokens, frame, sentence)
    found = finder.find()
    if found is None:
        return None
    pieces = tuple(piece for piece in found.pieces if tokens.word_count([piece]) > 0)
    if tokens.word_count(pieces) < SHORTEST:
        return None
    length = sum(end - start for start, end in pieces)
    quoted = sum(sum(tokens.quoted[start:end]) for start, end in pieces)
    if quoted / length >= MOSTLY and length - quoted < FEW:
        return None
    return Reported(pieces, found.frame, found.confidence)


class _Content:
    """Looks for what one frame reports."""

    def __init__(self, tokens: Tokens, frame: Frame, sentence: FramedSentence) -> None:
        self._tokens = tokens
        self._frame = frame
        self._sentence = sentence
        self._last = clauses.without_final(tokens, sentence.start, sentence.end)

    def find(self) -> Reported | None:
        found = self._found()
        if found is None or not self._opens_with_direct_speech(found):
            return found
        return None

    def _opens_with_direct_speech(self, found: Reported) -> bool:
        """„…, „wir gehen“, und lachte“: nothing behind the marks is reported."""
        tokens = self._tokens
        start, end = found.pieces[0]
        if self._frame.kind is not FrameKind.VERB or tokens.texts[start] not in OPENING_MARKS:
            return False
        behind = behind_mark(tokens, start, end)
        if behind is None or behind >= end or tokens.texts[behind] != ",":
            return False
        return not clauses.has_subjunctive(tokens, behind, end)

    def _found(self) -> Reported | None:
        frame = self._frame
        if frame.kind is FrameKind.ACCORDING:
            return self._around()
        if frame.kind is FrameKind.SO or frame.order is Order.HOW:
            return self._before()
        if frame.kind is FrameKind.NOUN:
            return self._after(is_strict=True)
        if frame.order is Order.VERB_FIRST:
            if self._is_left_aside():
                return self._after(is_strict=True)
            return self._before() or self._after(is_strict=True)
        return self._after(is_strict=frame.order is Order.LAST)

    # laut X

    def _around(self) -> Reported | None:
        """„Laut X …“, „… nach Angaben von X …“: all the rest of the clause."""
        tokens, frame = self._tokens, self._frame
        left = self._left_border()
        right = self._right_border(frame.end)
        pieces = [tokens.trimmed(left, frame.start), tokens.trimmed(self._behind_aside(), right)]
        kept = tuple(piece for piece in pieces if piece is not None)
        is_clause = any(clauses.finite_verb(tokens, piece[0], piece[1]) is not None for piece in kept)
        return Reported(kept, frame, 0.85 if is_clause else 0.7) if kept else None

    def _behind_aside(self) -> int:
        """Where the clause goes on with its verb: „Laut Thoma, der es gesehen hat, fehlt Geld“."""
        tokens, parts, end = self._tokens, self._sentence.parts, self._frame.end
        number = next((at for at, part in enumerate(parts) if part.start == end + 1), None)
        if number is None or number + 1 >= len(parts) or tokens.texts[end] != ",":
            return end
        aside, following = parts[number], parts[number + 1]
        verb = clauses.finite_verb(tokens, aside.start, aside.end)
        is_aside = verb is None or clauses.is_relative(tokens, aside)
        goes_on = following.border == "," and tokens.finite[following.start]
        return following.start if is_aside and goes_on else end

    def _left_border(self) -> int:
        """Where the clause of the frame begins: at a conjunction that joins it to another, else far left."""
        tokens, frame, parts = self._tokens, self._frame, self._sentence.parts
        number = frame.segment
        begin = self._sentence.start
        for index in range(number, 0, -1):
            part = parts[index]
            first = tokens.lowers[part.start]
            if part.border in {";", ":"}:
                return part.start
            if index == number and (first in JOINING or (first == "wonach")):
                return part.start if first not in {"und", "doch", "aber"} else part.start + 1
            if self._has_clause_frame(index - 1) and index == number:
                return part.start
        return begin

    def _has_clause_frame(self, number: int) -> bool:
        """Whether another frame in that segment reports a clause."""
        return any(
            other.kind is FrameKind.VERB and other.segment == number and other.verb and other.verb.is_sure
            for other in self._sentence.frames
        )

    def _right_border(self, begin: int) -> int:
        tokens = self._tokens
        for index, part in enumerate(self._sentence.parts):
            if part.start <= begin:
                continue
            if part.border == ";":
                return part.start
            first = tokens.lowers[part.start]
            if first in {"während", "doch", "aber"} and self._frames_in(index):
                return part.start
            if self._begins_other_frame(index):
                return part.start
        return self._last

    # „…“, sagte X

    def _before(self) -> Reported | None:
        tokens, frame = self._tokens, self._frame
        start = self._sentence.start
        for part in self._sentence.parts[: frame.segment + 1]:
            if part.border == ";" or (part.border == ":" and not self._is_quoted_before(part.start)):
                start = part.start
        for other in self._sentence.frames:
            if other.cue[0] < frame.cue[0] and other.order is Order.VERB_FIRST and other.end < frame.start:
                start = max(start, other.end)
        left = tokens.trimmed(start, frame.start)
        right = self._continued(left)
        pieces = tuple(piece for piece in (left, right) if piece is not None)
        if not pieces or (left is not None and self._is_direct(left)):
            return None
        if any(clauses.has_subjunctive(tokens, *piece) for piece in pieces):
            return Reported(pieces, frame, 0.9)
        return Reported(pieces, frame, 0.7) if self._is_sure_before(left) else None

    def _is_direct(self, piece: Range) -> bool:
        """Whether a piece stands in quotation marks, or mostly."""
        tokens = self._tokens
        start, end = piece
        if tokens.share_quoted(start, end) >= MOSTLY:
            return True
        return tokens.texts[start] in OPENING_MARKS and behind_mark(tokens, start, end) == end

    def _is_sure_before(self, left: Range | None) -> bool:
        """Whether words in the indicative are reported by the frame behind them."""
        tokens, frame = self._tokens, self._frame
        if frame.kind is FrameKind.SO:
            return left is not None
        is_how = frame.order is Order.HOW
        is_sure = frame.verb is not None and frame.verb.is_sure and (is_how or not frame.is_passive)
        if left is None:
            return is_sure and frame.order is Order.HOW
        if tokens.lowers[left[0]] in DASS | QUESTIONS - EVERYDAY_QUESTIONS:
            return True
        is_clause = clauses.finite_verb(tokens, *left) is not None
        if not is_sure or frame.speaker is None or frame.order is Order.HOW:
            is_anybody = frame.speaker is not None and tokens.lowers[frame.speaker[0]] == "man"
            return is_sure and not is_anybody and (is_clause or frame.order is Order.HOW)
        before = self._sentence.parts[max(0, frame.segment - 1)]
        if tokens.lowers[before.start] in SUBORDINATORS | {"und"} or self._has_object():
            return False
        return is_clause or left[1] - left[0] <= SHORT_CLAUSE

    def _has_object(self) -> bool:
        """„…, bestätigte X die Nachricht“: the verb has an object, so it reports nothing before it."""
        frame = self._frame
        if frame.speaker is None:
            return False
        rest = chunks(self._tokens, max(frame.speaker[1], frame.cue[0] + 1), frame.end)
        return any(
            chunk.kind is ChunkKind.NOUN
            and not is_addressee(self._tokens, chunk.range)
            and not all(lower in TIMES for lower in self._tokens.lowers[chunk.start : chunk.end])
            for chunk in rest
        )

    def _is_quoted_before(self, position: int) -> bool:
        return position > 1 and self._tokens.quoted[position - 2]

    def _continued(self, left: Range | None) -> Range | None:
        """„Der Vertrag, sagte X, sei fertig“, „… sei fertig, sagte X, und werde …“."""
        tokens, parts = self._tokens, self._sentence.parts
        is_whole = left is not None and self._is_whole(left)
        for index in range(self._frame.segment + 1, len(parts)):
            part = parts[index]
            if part.start < self._frame.end or self._is_in_speaker(part):
                continue
            if part.border not in {",", "–", "—"} or self._begins_other_frame(index):
                return None
            first = tokens.lowers[part.start]
            is_joined = first in {"und", "aber", "doch", "sondern", "denn", "nicht"}
            if first in {"sondern", "nicht"}:
                return tokens.trimmed(part.start, self._stop(index))
            verb = clauses.finite_verb(tokens, part.start, part.end)
            is_aside = clauses.is_relative(tokens, part) or first in SUBORDINATORS
            if is_aside and (is_whole or self._frame.kind is FrameKind.SO):
                continue
            if not is_whole and verb is None:
                return tokens.trimmed(part.start, self._stop(index))
            subjunctive = clauses.has_subjunctive(tokens, part.start, part.end)
            if (not is_whole and verb is not None) or (
                subjunctive and (is_joined or first not in SUBORDINATORS)
            ):
                return tokens.trimmed(part.start, self._stop(index))
        return None

    def _is_in_speaker(self, part: Segment) -> bool:
        """„…, sagte ihr Kollege aus Hessen, Minister Jens Otto“: the apposition is no reported word."""
        speaker = self._frame.speaker
        return speaker is not None and part.start < speaker[1]

    def _is_whole(self, left: Range) -> bool:
        """„Der Vertrag“ and „Sie wolle“ are no whole clauses yet."""
        verb = clauses.finite_verb(self._tokens, *left)
        return verb is not None and (verb < left[1] - 1 or left[1] - left[0] > SHORT_CLAUSE)

    def _is_left_aside(self) -> bool:
        """„Als er kam, sagte X, …“: what stands before the frame is no reported clause."""
        tokens = self._tokens
        part = self._sentence.parts[max(0, self._frame.segment - 1)]
        first = tokens.lowers[part.start]
        if clauses.has_subjunctive(tokens, part.start, part.end):
            return False
        opening = tokens.lowers[self._sentence.parts[0].start]
        return first in SUBORDINATORS or opening in SUBORDINATORS

    # X sagte, …

    def _after(self, *, is_strict: bool) -> Reported | None:
        tokens, parts, frame = self._tokens, self._sentence.parts, self._frame
        asides = 0
        for index in range(frame.segment + 1, len(parts)):
            part = parts[index]
            if part.start < frame.cue[0] or (frame.speaker and part.start < frame.speaker[1] <= part.end):
                continue
            if self._begins_other_frame(index) or asides > MOST_ASIDES or part.border == ";":
                return None
            confidence = self._confidence(index, is_strict=is_strict or asides > 0)
            if confidence > 0:
                end = self._stop(index)
                piece = self._without_prefix(part.start, end)
                is_sentence = part.border == ":" and tokens.is_capitalised(part.start) and end == self._last
                if piece is not None and is_sentence:
                    piece = (piece[0], self._sentence.end)
                return Reported((piece,), frame, confidence) if piece else None
            asides += 1
        return self._without_comma()

    def _confidence(self, index: int, *, is_strict: bool) -> float:
        """How surely the segment begins what the frame reports; 0 if it does not."""
        tokens, part, verb = self._tokens, self._sentence.parts[index], self._frame.verb
        first = tokens.lowers[part.start]
        if first in DASS:
            return 0.95
        takes_clause = verb is None or CLAUSE in verb.uses
        if part.border == ":" and not tokens.quoted[part.start]:
            return 0.7 if takes_clause and not is_strict else 0.0
        if first in QUESTIONS and takes_clause:
            return 0.85 if self._is_question(part.start, is_strict=is_strict) else 0.0
        if first in SUBORDINATORS and not (first in PREPOSITIONS and self._takes_infinitive(part)):
            return 0.85 if takes_clause and self._main_clause_follows(index) else 0.0
        return self._confidence_without_conjunction(index, takes_clause=takes_clause, is_strict=is_strict)

    def _confidence_without_conjunction(self, index: int, *, takes_clause: bool, is_strict: bool) -> float:
        tokens, part = self._tokens, self._sentence.parts[index]
        place = clauses.finite_verb(tokens, part.start, part.end)
        infinitive = 0.8 if self._takes_infinitive(part) else 0.0
        if clauses.is_relative(tokens, part):
            return infinitive if place is None else 0.0
        if tokens.lowers[part.start] in {"und", "oder", "sowie"}:
            return 0.0
        main = self._confidence_of_main(index, place, is_strict=is_strict) if takes_clause else 0.0
        return main or infinitive

    def _takes_infinitive(self, part: Segment) -> bool:
        verb = self._frame.verb
        if (verb is not None and INFINITIVE not in verb.uses) or self._tokens.lowers[part.start] in PURPOSES:
            return False
        return clauses.is_infinitive(self._tokens, part.start, part.end)

    def _confidence_of_main(self, index: int, place: int | None, *, is_strict: bool) -> float:
        """The same for a main clause, whose finite verb is at `place`."""
        part, verb = self._sentence.parts[index], self._frame.verb
        is_sure = verb is not None and verb.is_sure and not is_strict
        if place is None:
            return 0.8 if is_sure and self._subjunctive_follows(index) else 0.0
        if self._tokens.is_subjunctive(place) and place > part.start:
            return 0.9
        return 0.6 if is_sure and part.start < place <= part.start + SECOND_PLACE else 0.0

    def _is_question(self, position: int, *, is_strict: bool) -> bool:
        """„fragte, welche Folgen …“, not „die Botschaft, welche …“."""
        first = self._tokens.lowers[position]
        verb = self._frame.verb
        if verb is None or ((is_strict or not verb.is_sure) and first in EVERYDAY_QUESTIONS):
            return False
        if not first.startswith("welch"):
            return True
        phrase = phrase_from(self._tokens, position + 1, self._last)
        return phrase is not None and self._tokens.is_capitalised(phrase[1] - 1)

    def _main_clause_follows(self, index: int) -> bool:
        """„… sagte, wenn er komme, werde man sehen“."""
        parts = self._sentence.parts
        return index + 1 < len(parts) and (self._tokens.is_subjunctive(parts[index + 1].start))

    def _subjunctive_follows(self, index: int) -> bool:
        """„… sagte, der Plan, der seit Mai vorliegt, sei fertig“."""
        parts = self._sentence.parts
        return any(self._tokens.is_subjunctive(part.start) for part in parts[index + 1 : index + 3])

    def _without_comma(self) -> Reported | None:
        """„Smith said that …“: English puts no comma; nor do some who write German."""
        tokens, frame = self._tokens, self._frame
        part = self._sentence.parts[frame.segment]
        for position in range(frame.cue[-1] + 1, min(frame.cue[-1] + 5, part.end)):
            if tokens.lowers[position] in {"dass", "daß", "that"} and not tokens.quoted[position]:
                return Reported(((position, self._stop(frame.segment)),), frame, 0.85)
        return None

    # Where content ends

    def _stop(self, index: int) -> int:
        """The end of what begins in segment `index`: the sentence, or where another frame takes over."""
        parts = self._sentence.parts
        for later in range(index + 1, len(parts)):
            if parts[later].border == ";" and not self._goes_on(later):
                return parts[later].start - 1
            borders = {":", ","} if self._is_after_direct_speech() else {":"}
            is_quoted = parts[later].border in borders and self._tokens.quoted[parts[later].start]
            if is_quoted or self._begins_other_frame(later) or self._returns_to_frame(parts[later]):
                return parts[later].start - 1
        return self._last

    def _is_after_direct_speech(self) -> bool:
        """„…“, sagte X auf die Frage, ob er bleibe, „…“: the sentence is direct speech."""
        return self._tokens.texts[self._sentence.start] in OPENING_MARKS

    def _returns_to_frame(self, part: Segment) -> bool:
        """„Den Vorwurf, sie habe verraten, hört sie oft“: the verb behind what its object reports."""
        frame = self._frame
        is_embedded = frame.kind is FrameKind.NOUN or frame.order is Order.LAST
        if not is_embedded or part.border != ",":
            return False
        return self._tokens.finite[part.start] and not self._tokens.is_subjunctive(part.start)

    def _goes_on(self, index: int) -> bool:
        part = self._sentence.parts[index]
        return clauses.has_subjunctive(self._tokens, part.start, part.end)

    def _begins_other_frame(self, index: int) -> bool:
        """„…, und fügte hinzu, …“, „…, sagte Y“: a frame that is no part of the reported words."""
        tokens = self._tokens
        part = self._sentence.parts[index]
        for other in self._frames_in(index):
            if other is self._frame or other.kind is not FrameKind.VERB or other.verb is None:
                continue
            if any(tokens.is_subjunctive(place) for place in other.cue):
                continue
            if other.order is Order.VERB_FIRST and other.verb.is_sure:
                return True
            first = tokens.lowers[part.start]
            if (
                first in COORDINATORS
                and other.order is not Order.LAST
                and other.cue[0] <= part.start + SECOND_PLACE
            ):
                return True
        return False

    def _frames_in(self, index: int) -> Sequence[Frame]:
        return [frame for frame in self._sentence.frames if frame.segment == index]

    def _without_prefix(self, start: int, end: int) -> Range | None:
        """„teilte, dass er komme, mit“: the split prefix behind the content is the frame's."""
        for place in self._frame.cue:
            if start < place < end:
                end = place
        return self._tokens.trimmed(start, end)
