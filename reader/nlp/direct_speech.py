"""Tells which words in quotation marks are somebody's words, and finds their frame."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.domain.quotations import Medium, QuotationKind
from reader.nlp import clauses
from reader.nlp.clause_subjects import main_verb, subject_and_addressee
from reader.nlp.frames import Frame, FrameKind, Order
from reader.nlp.function_words import (
    COORDINATORS,
    DASS,
    DETERMINERS,
    NAME_PARTICLES,
    NAMING_ENDINGS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
)
from reader.nlp.indirect_speech import FramedSentence
from reader.nlp.noun_phrases import (
    OPENING_MARKS,
    has_person,
    phrase_from,
)
from reader.nlp.quotation_drafts import Draft
from reader.nlp.tokens import Range, Tokens

WHOLE_WORDS = 5  # words in marks that are a quotation without any frame
FRAGMENT_WORDS = 2
LONGEST_LABEL = 8  # tokens before the colon of „Brandt: …“
NAMING_VERBS = frozenset({"nennen", "bezeichnen", "sprechen", "halten"})  # which give a name to something
NEAR = 3  # tokens between a mark and the verb behind it
INNER_END = frozenset({".", "!", "?", "…", "..."})
DASHES = frozenset({"–", "—", "-"})


@dataclass(frozen=True, slots=True)
class MarkedRange:
    """What stands in quotation marks, one piece a paragraph; `depth` counts the marks around it."""

    pieces: tuple[Range, ...]
    depth: int

    @property
    def start(self) -> int:
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        return self.pieces[-1][1]


class DirectSpeech:
    """Finds direct speech in one document."""

    def __init__(
        self,
        tokens: Tokens,
        sentences: Sequence[FramedSentence],
        naming_nouns: frozenset[str],
        *,
        knows_frames: bool = True,
    ) -> None:
        """Whole sentences' worth of words in marks are speech without a frame where frames are not known."""
        self._knows_frames = knows_frames
        self._tokens = tokens
        self._sentences = sentences
        self._naming_nouns = naming_nouns

    def find(self, marked: Sequence[MarkedRange], reported: Sequence[bool]) -> list[Draft]:
        """The direct quotations; `reported` tells the tokens that lie in indirect speech."""
        found: list[Draft] = []
        before: Draft | None = None  # not one within another's marks
        number = 0
        for one in marked:
            while number + 1 < len(self._sentences) and self._sentences[number].end <= one.start:
                number += 1
            if not self._sentences or not self._may_be_speech(one):
                continue
            draft = self._draft(one, number, is_inside=reported[one.start] and reported[one.end - 1])
            if draft is None:
                continue
            if before is not None and one.depth == 0 and self._goes_on(before, draft):
                before.pieces.extend(draft.pieces)
                continue
            found.append(draft)
            before = draft if one.depth == 0 else before
        return found

    # Speech or name

    def _may_be_speech(self, one: MarkedRange) -> bool:
        """Not names, titles, and words behind „sogenannte“."""
        tokens = self._tokens
        before = tokens.lowers[one.start - 1] if one.start else ""
        words = tokens.word_count(one.pieces)
        if words == 0 or before in self._naming_nouns:
            return False
        inner = (one.start + 1, one.end - 1)
        for place in (one.start, one.start + 1):
            name = tokens.names.get(place)
            if name is not None and name[1] >= inner[1] and words <= WHOLE_WORDS:
                return False
        if self._ends_sentence(one) or not tokens.is_capitalised(min(inner[0], one.end - 1)):
            return True
        return not before.endswith(NAMING_ENDINGS)

    def _is_all_capitals(self, inner: Range, particles: frozenset[str]) -> bool:
        """„Polizei von Husum“, „Republik Sacha“: a name, not a thought."""
        tokens = self._tokens
        return inner[1] - inner[0] > 1 and all(
            tokens.is_capitalised(place) or not tokens.is_word(place) or tokens.lowers[place] in particles
            for place in range(*inner)
        )

    def _ends_sentence(self, one: MarkedRange) -> bool:
        return self._tokens.texts[max(one.start, one.end - 2)] in INNER_END

    def _draft(self, one: MarkedRange, number: int, *, is_inside: bool) -> Draft | None:
        tokens = self._tokens
        words = tokens.word_count(one.pieces)
        sentence = self._sentence_of(one, number)
        frame = self._frame(one, sentence)
        is_inside = is_inside or self._is_second_half(one, sentence)
        is_adjacent = frame is not None and self._is_adjacent(one, frame)
        before = tokens.texts[one.start - 1] if one.start else ""
        is_whole = words >= WHOLE_WORDS or (self._ends_sentence(one) and words >= FRAGMENT_WORDS)
        if frame is not None and self._is_in_speaker(one, frame):
            return None
        if not is_whole and not is_adjacent:
            inner = (one.start + 1, one.end - 1)
            particles = NAME_PARTICLES if frame is None else frozenset[str]()
            is_given = frame is not None and frame.verb is not None and frame.verb.lemma in NAMING_VERBS
            if before != ":" and not is_given and self._is_all_capitals(inner, particles):
                return None
            if words < FRAGMENT_WORDS and not self._is_quoted_word(one, is_inside=is_inside):
                return None
            if frame is None and not is_inside and before != ":":
                return None
        elif frame is None and not is_inside and before != ":" and not self._is_sentence(one, sentence):
            return None
        draft = Draft(QuotationKind.DIRECT, list(one.pieces), 0.95 if frame else 0.7, medium=Medium.SPEECH)
        if not is_whole and not is_adjacent:
            draft.confidence = 0.6
        if frame is not None:
            draft.take_frame(frame, (sentence.start, sentence.end))
            draft.medium = frame.medium or Medium.SPEECH
        elif before == ":":
            draft.speaker = self._label(sentence.start, one.start)
        return draft

    def _is_second_half(self, one: MarkedRange, sentence: FramedSentence) -> bool:
        """„Ich bin“, sagt X, „froh“: behind a comma, small, in a sentence that opens with speech."""
        tokens = self._tokens
        if one.start <= sentence.start or tokens.texts[one.start - 1] not in {",", *DASHES}:
            return False
        is_small = not tokens.is_capitalised(min(one.start + 1, one.end - 1))
        return is_small and tokens.texts[sentence.start] in OPENING_MARKS

    def _is_in_speaker(self, one: MarkedRange, frame: Frame) -> bool:
        """„Ein Sprecher der „Polizei von Husum“ sagte“: part of the speaker's name."""
        phrases = (frame.speaker, frame.addressee)
        return any(phrase is not None and phrase[0] <= one.start < phrase[1] for phrase in phrases)

    def _is_sentence(self, one: MarkedRange, sentence: FramedSentence) -> bool:
        """Whether the marks stand around a whole sentence, not around a title within one."""
        if not self._knows_frames:
            return True
        end = clauses.without_final(self._tokens, sentence.start, sentence.end)
        if self._ends_sentence(one) or one.depth > 0:
            return True
        return one.start <= sentence.start and (one.end >= end or self._tokens.texts[one.end] in {",", ":"})

    def _is_quoted_word(self, one: MarkedRange, *, is_inside: bool) -> bool:
        """One word alone is a quotation only within what somebody says, and if it is no noun."""
        inner = self._tokens.texts[min(one.start + 1, one.end - 1)]
        return is_inside and inner[0].islower()

    # Frames

    def _sentence_of(self, one: MarkedRange, number: int) -> FramedSentence:
        """The sentence, or all those over which the quotation stretches, as one."""
        last = number
        while last + 1 < len(self._sentences) and self._sentences[last].end < one.end:
            last += 1
        if last == number:
            return self._sentences[number]
        many = self._sentences[number : last + 1]
        frames = [frame for sentence in many for frame in sentence.frames]
        parts = [part for sentence in many for part in sentence.parts]
        return FramedSentence(many[0].start, many[-1].end, parts, frames)

    def _frame(self, one: MarkedRange, sentence: FramedSentence) -> Frame | None:
        tokens = self._tokens
        behind = self._frame_behind(one, sentence)
        if behind is not None:
            return behind
        before = [
            frame
            for frame in sentence.frames
            if frame.cue[0] < one.start and frame.kind is not FrameKind.NOUN
        ]
        leads_up = one.start > sentence.start and tokens.texts[one.start - 1] in {":", ","} | DASHES
        if leads_up:
            is_near = bool(before) and before[-1].end >= one.start - 1
            opened = None if is_near else self._open_before(one, sentence)
            return opened or (before[-1] if before else None)
        if before:
            return before[-1]
        after = [
            frame for frame in sentence.frames if frame.cue[0] >= one.end and frame.kind is not FrameKind.NOUN
        ]
        return after[0] if after else None

    def _frame_behind(self, one: MarkedRange, sentence: FramedSentence) -> Frame | None:
        """„…“, sagte X: whatever verb stands there, it is a frame."""
        tokens = self._tokens
        place = one.end
        while place < sentence.end and place - one.end < 2 and tokens.texts[place] in {",", *DASHES}:  # noqa: PLR2004
            place += 1
        if (
            place < sentence.end
            and tokens.lowers[place] in COORDINATORS
            and self._is_led_up_to(one, sentence)
        ):
            return None  # „…“, sagte X, „…“, und fügt hinzu: „…“
        for frame in sentence.frames:
            if frame.kind is not FrameKind.NOUN and place <= frame.cue[0] <= place + 1:
                return frame
            if frame.start == place and frame.kind in {FrameKind.SO, FrameKind.ACCORDING}:
                return frame
            if frame.order is Order.HOW and frame.start == place:
                return frame
        if place == one.end:
            return None
        return self._open_behind(place, sentence) or self._inserted(place, sentence)

    def _is_led_up_to(self, one: MarkedRange, sentence: FramedSentence) -> bool:
        """Whether a frame ends with a comma right before the marks."""
        if one.start <= sentence.start or self._tokens.texts[one.start - 1] not in {",", *DASHES}:
            return False
        return any(frame.cue[0] < one.start for frame in sentence.frames)

    def _inserted(self, start: int, sentence: FramedSentence) -> Frame | None:
        """„Ich bin“, er stockt, „froh“: a main clause between two halves, and be it no verb of speech."""
        tokens = self._tokens
        for segment, part in enumerate(sentence.parts):
            if part.start != start or part.end + 1 >= sentence.end:
                continue
            mark = part.end + (tokens.texts[part.end] in {",", *DASHES})
            if tokens.texts[mark] not in OPENING_MARKS or tokens.is_capitalised(mark + 1):
                return None
            verb = main_verb(tokens, start, part.end)
            speaker = self._subject(start, verb, sentence.end)[0] if verb is not None else None
            if verb is None or speaker is None or speaker[0] != start:
                return None
            return Frame(
                FrameKind.VERB, segment, start, part.end, (verb,), speaker, Medium.SPEECH, None,
                Order.SUBJECT_FIRST,
            )  # fmt: skip
        return None

    def _open_behind(self, verb: int, sentence: FramedSentence) -> Frame | None:
        """A verb that no list knows, with its subject behind it: „…“, lacht sie."""
        tokens = self._tokens
        if verb >= sentence.end or not tokens.is_word(verb) or tokens.is_capitalised(verb):
            return None
        lower = tokens.lowers[verb]
        if lower in PREPOSITIONS | SUBORDINATORS | COORDINATORS | DASS | RELATIVES | DETERMINERS | PRONOUNS:
            return None
        part = next((part for part in sentence.parts if part.start <= verb < part.end), None)
        stop = part.end if part else sentence.end
        speaker, addressee = self._subject(verb + 1, stop, sentence.end)
        if speaker is None or speaker[0] > verb + NEAR:
            return None
        is_nobody = tokens.lowers[speaker[0]] == "es"  # „so steht es im Bericht“
        segment = sentence.parts.index(part) if part else 0
        return Frame(
            FrameKind.VERB,
            segment,
            verb,
            stop,
            (verb,),
            None if is_nobody else speaker,
            Medium.SPEECH,
            None,
            Order.VERB_FIRST,
            addressee,
        )

    def _open_before(self, one: MarkedRange, sentence: FramedSentence) -> Frame | None:
        """„Sie nickte: …“: any main clause before a colon; its subject speaks."""
        tokens = self._tokens
        before = [part for part in sentence.parts if part.end <= one.start]
        if tokens.texts[one.start - 1] != ":" or not before:
            return None
        part = before[-1]
        if tokens.lowers[part.start] in DASS | SUBORDINATORS:
            return None
        verb = main_verb(tokens, part.start, part.end)
        if verb is None and len(before) == 1:
            return None
        if verb is None or (verb == part.start and len(before) > 1):
            part_of_subject = before[0]
            verb = part.start if verb is None else verb
            speaker, addressee = self._subject(part_of_subject.start, part_of_subject.end, part.start)
        else:
            speaker, addressee = self._subject(part.start, verb, sentence.end)
            if speaker is None or tokens.lowers[part.start] in PREPOSITIONS:
                speaker, addressee = self._subject(verb + 1, part.end, sentence.end)
        if speaker is None:
            return None
        segment = sentence.parts.index(part)
        return Frame(FrameKind.VERB, segment, part.start, part.end, (verb,), speaker, Medium.SPEECH, None,
                     Order.SUBJECT_FIRST, addressee)  # fmt: skip

    def _subject(self, start: int, stop: int, end: int) -> tuple[Range | None, Range | None]:
        return subject_and_addressee(self._tokens, start, stop, end)

    def _is_adjacent(self, one: MarkedRange, frame: Frame) -> bool:
        """Nothing but a comma, a colon or a verb lies between the marks and the frame."""
        tokens = self._tokens
        if frame.cue[0] >= one.end:
            gap = tokens.texts[
                one.end : min(frame.start if frame.start >= one.end else frame.cue[0], one.end + 4)
            ]
            return len(gap) <= 2 and not any(text[0].isalnum() for text in gap)  # noqa: PLR2004
        return tokens.texts[one.start - 1] == ":"

    def _label(self, start: int, end: int) -> Range | None:
        """„Brandt: „…““: a short phrase and a colon."""
        if end - 1 <= start or self._tokens.texts[end - 1] != ":" or end - start > LONGEST_LABEL:
            return None
        return phrase_from(self._tokens, start, end - 1)

    def _goes_on(self, before: Draft, draft: Draft) -> bool:
        """„A“, sagte X, „B“ is one quotation: what lies between is one frame, closed by a comma."""
        tokens = self._tokens
        start, end = before.end, draft.start
        if start >= end or any(tokens.is_line_end(place) for place in range(start, end)):
            return False
        is_half = not tokens.is_capitalised(min(draft.start + 1, draft.end - 1))
        if not self._is_one_frame(before.frame, draft.frame, (start, end), is_half=is_half):
            return False
        if "." in tokens.texts[start:end]:
            return False
        first, last = tokens.texts[start], tokens.texts[end - 1]
        inner_end = tokens.texts[start - 2] if start > 1 else ""
        is_open = first in {",", *DASHES} or inner_end == ","  # English puts the comma before the mark
        return is_open and last in {",", ":", *DASHES} and inner_end != "."

    def _is_one_frame(self, first: Frame | None, second: Frame | None, gap: Range, *, is_half: bool) -> bool:
        """Whether the frame in the gap between two pieces is the first's, and the second has no other.

        What goes on with a small letter (`is_half`) may have a frame of its own behind it: „…“, sagt X,
        „ist Geld“, fügt er hinzu, „…“.
        """
        is_between = first is not None and gap[0] <= first.cue[0] < gap[1]
        if is_half and not is_between:
            is_inserted = second is not None and second.order is Order.VERB_FIRST
            return is_inserted and second is not None and gap[0] <= second.cue[0] < gap[1]
        if first is None or second is None or second.cue == first.cue:
            return is_between
        return is_between and is_half and not self._are_two_people(first, second)

    def _are_two_people(self, first: Frame, second: Frame) -> bool:
        """„Ja“, sagt Ina Voss, „nein“, sagt Jan Thoma: each is named, and they share no name."""
        tokens, phrases = self._tokens, (first.speaker, second.speaker)
        named = [
            set(tokens.lowers[slice(*phrase)]) for phrase in phrases if phrase and has_person(tokens, phrase)
        ]
        return len(named) == len(phrases) and named[0].isdisjoint(named[1])
