"""Finds frames in sentences: verbs and nouns that report, and whoever speaks beside them."""

from collections.abc import Iterator
from dataclasses import replace

from reader.domain.quotations import Medium
from reader.nlp import clauses
from reader.nlp.clause_subjects import main_verb
from reader.nlp.clauses import Segment
from reader.nlp.frames import Frame, FrameKind, Order
from reader.nlp.function_words import (
    AUXILIARIES,
    BARE_OBJECTS,
    COORDINATORS,
    DASS,
    NOT_NOMINATIVE,
    PASSIVE,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
)
from reader.nlp.noun_phrases import (
    ChunkKind,
    chunks,
    is_addressee,
    may_be_subject,
    phrase_from,
    with_apposition,
    with_attributes,
)
from reader.nlp.reporting_verbs import ReportingVerb, ReportingVerbs
from reader.nlp.source_frames import SourceFrames
from reader.nlp.tokens import Range, Tokens

FARTHEST_COMMA = 4  # tokens from a noun to the comma before its content
FARTHEST_PREFIX = 45  # tokens between „teilte“ and „mit“
FARTHEST_PARTICIPLE = 45
LONGEST_APPOSITION = 3  # segments
LONGEST_SOURCE = 12  # tokens
NOBODY_SAYS = "heißen"  # the verb that has "es" for its subject, if it reports
HEADINGS = frozenset({"in", "im", "aus", "bei", "beim", "von", "vom"})
ENGLISH_VERB = ReportingVerb("say", "", Medium.SPEECH, frozenset({"clause", "sure"}))


def find_frames(
    tokens: Tokens, parts: list[Segment], start: int, end: int, verbs: ReportingVerbs
) -> list[Frame]:
    """The frames of the sentence from `start` to `end`, which has the segments `parts`."""
    finder = _FrameFinder(tokens, parts, start, end, verbs)
    return sorted(finder.find(), key=lambda frame: frame.cue[0])


class _FrameFinder:
    """Looks through one sentence."""

    def __init__(
        self, tokens: Tokens, parts: list[Segment], start: int, end: int, verbs: ReportingVerbs
    ) -> None:
        self._tokens = tokens
        self._parts = parts
        self._start = start
        self._end = end
        self._verbs = verbs
        self._last_subject: Range | None = None
        self._sources = SourceFrames(tokens, start, end, verbs.nouns)

    def find(self) -> Iterator[Frame]:
        for number, part in enumerate(self._parts):
            position = part.start
            while position < part.end:
                is_apart = self._tokens.quoted[position] or self._tokens.hidden[position]
                frame = None if is_apart else self._frame_at(position, number)
                if frame is None:
                    position += 1
                    continue
                if frame.kind is FrameKind.VERB and frame.speaker is not None:
                    self._last_subject = frame.speaker
                yield frame
                position = max(position + 1, frame.end if frame.kind is not FrameKind.VERB else position)

    def _frame_at(self, position: int, number: int) -> Frame | None:
        tokens = self._tokens
        lower = tokens.lowers[position]
        if tokens.is_capitalised(position) and lower in self._verbs.nouns.content:
            return self._noun(position, number)
        if self._sources.is_cue(position):
            return self._sources.frame_at(position, number)
        if lower in {"heißt", "hieß", "heisst"} or not tokens.is_capitalised(position):
            return self._verb(position, number)
        return None

    # die Ansicht, dass …

    def _noun(self, position: int, number: int) -> Frame | None:
        """A noun whose content follows it: behind a comma, perhaps behind a genitive."""
        tokens = self._tokens
        part = self._parts[number]
        speaker: Range | None = None
        end = position + 1
        if end < part.end:
            if tokens.lowers[end] in {"darauf", "daran", "davon", "darüber", "danach", "dafür"}:
                end += 1
            elif tokens.lowers[end] in {"des", "der", "von", "vom", "eines", "einer", "seiner", "ihrer"} or (
                end in tokens.names
            ):
                begins = end + (tokens.lowers[end] in {"von", "vom"})
                speaker = phrase_from(tokens, begins, part.end)
                end = speaker[1] if speaker else end
        while end < part.end and end < position + FARTHEST_COMMA and self._is_rest_of_verb(end):
            end += 1
        if end != part.end or number + 1 >= len(self._parts):
            return None
        cue: tuple[int, ...] = (position,)
        verb = main_verb(tokens, part.start, part.end)
        if speaker is None and verb is not None:
            cue = (verb, position) if verb < position else (position, verb)
            speaker = self._before(part.start, verb) or self._after(verb + 1, part.end)[0]
            if speaker is not None and (
                speaker[0] <= position < speaker[1] or tokens.lowers[speaker[0]] in {"es", "man"}
            ):
                speaker, cue = None, (position,)
        return Frame(FrameKind.NOUN, number, part.start, end, cue, speaker, None)

    def _is_rest_of_verb(self, place: int) -> bool:
        """„stellte die These AUF, …“, „hat den Wunsch GEÄUSSERT, …“: behind the noun, before its content."""
        tokens = self._tokens
        return tokens.is_word(place) and not tokens.is_capitalised(place) and not tokens.finite[place]

    # sagte X

    def _verb(self, position: int, number: int) -> Frame | None:
        lower = self._tokens.lowers[position]
        for verb in self._verbs.joined.get(lower, ()):  # wie X mitteilte
            if self._has_needs(verb, number, position):
                return self._framed(position, number, verb, (position,))
        is_auxiliary = lower in AUXILIARIES
        for verb in self._verbs.finite.get(lower, ()):
            if (verb.prefix and is_auxiliary) or not self._has_needs(verb, number, position):
                continue
            if not verb.prefix and self._is_participle(position, number):
                continue
            prefix = self._prefix(position, verb) if verb.prefix else None
            if verb.prefix and prefix is None:
                continue
            cue = [position, *([prefix] if prefix is not None else []), *self._needed(verb, number, position)]
            return self._framed(position, number, verb, tuple(sorted(set(cue))))
        if lower in self._verbs.english:
            return self._framed(position, number, ENGLISH_VERB, (position,))
        return self._perfect(position, number) if is_auxiliary else None

    def _is_participle(self, position: int, number: int) -> bool:
        """„wurden zu Haft verurteilt“: looks like „er verurteilt“, but an auxiliary stands before it."""
        tokens, part = self._tokens, self._parts[number]
        if tokens.lowers[position] not in self._verbs.closing or not self._ends_clause(position + 1):
            return False
        return any(tokens.lowers[place] in AUXILIARIES for place in range(part.start, position))

    def _has_needs(self, verb: ReportingVerb, number: int, position: int) -> bool:
        if not verb.needs:
            return True
        words = {self._tokens.lowers[place] for place in self._beside(number, position)}
        return all(words & group for group in verb.needs)

    def _needed(self, verb: ReportingVerb, number: int, position: int) -> list[int]:
        """The words that the verb needs, but for marks and „als“, which belong to what is said."""
        wanted = {word for group in verb.needs for word in group if word[0].isalpha()} - {"als", "für"}
        return [place for place in self._beside(number, position) if self._tokens.lowers[place] in wanted]

    def _beside(self, number: int, position: int) -> list[int]:
        """The words behind a verb and the first of its clause; all of it, where the verb stands last."""
        part = self._parts[number]
        if position >= clauses.last_word(self._tokens, part) - 1:
            return list(range(part.start, part.end))
        return [part.start, *range(position + 1, part.end)]

    def _prefix(self, position: int, verb: ReportingVerb) -> int | None:
        """Where the split prefix stands: at the end of the clause."""
        last = min(position + FARTHEST_PREFIX, self._end)
        for place in range(position + 1, last):
            if self._tokens.quoted[place] or self._tokens.lowers[place] != verb.prefix:
                continue
            if self._ends_clause(place + 1):
                return place
        return None

    def _ends_clause(self, position: int) -> bool:
        if position >= self._end:
            return True
        lower = self._tokens.lowers[position]
        return (
            not self._tokens.is_word(position)
            or lower in {"und", "oder", "dass"}
            or self._tokens.quoted[position]
        )

    def _perfect(self, position: int, number: int) -> Frame | None:
        """„hat … gesagt“: the participle closes the clause."""
        tokens = self._tokens
        crossed = False
        for place in range(position + 1, min(position + FARTHEST_PARTICIPLE, self._end)):
            if tokens.quoted[place]:
                crossed = True
                continue
            if tokens.texts[place] in {";", ":"}:
                return None
            found = self._verbs.closing.get(tokens.lowers[place], ())
            if not found or tokens.is_capitalised(place) or not self._closes(place):
                crossed = crossed or tokens.texts[place] == ","
                continue
            for verb in found:
                if verb.lemma in {"werden", "sein", "lassen"} and not verb.needs:
                    continue
                if self._has_needs(verb, number, position) and not (crossed and not verb.is_sure):
                    cue = tuple(sorted({position, place, *self._needed(verb, number, position)}))
                    frame = self._framed(position, number, verb, cue)
                    is_passive = tokens.lowers[position] in PASSIVE and verb.lemma != tokens.lowers[place]
                    return self._passive(frame) if frame and is_passive else frame
        return None

    def _passive(self, frame: Frame) -> Frame:
        """„Es wurde mitgeteilt, …“ says not who did."""
        speaker = frame.speaker
        is_nobody = speaker is not None and self._tokens.lowers[speaker[0]] == "es"
        return replace(frame, is_passive=True, speaker=None if is_nobody else speaker)

    def _closes(self, place: int) -> bool:
        return self._ends_clause(place + 1) or self._tokens.lowers[place + 1] in {
            *AUXILIARIES, "worden", "als", "haben", "gegen", "für", "mit", "von", "auf", "in", "im", "nach",
        }  # fmt: skip

    def _framed(self, position: int, number: int, verb: ReportingVerb, cue: tuple[int, ...]) -> Frame | None:
        """A frame around a verb; of „wie es in dem Bericht heißt“ the speaker is the report, never „es“."""
        frame = self._framed_by_subject(position, number, verb, cue)
        if frame is None or verb.lemma != NOBODY_SAYS:
            return frame
        return replace(frame, speaker=self._heading(number), addressee=None)

    def _framed_by_subject(
        self, position: int, number: int, verb: ReportingVerb, cue: tuple[int, ...]
    ) -> Frame | None:
        """A frame around a verb: its speaker stands before it or behind it."""
        tokens = self._tokens
        part = self._parts[number]
        begin = part.start
        is_joined = begin < position and tokens.lowers[begin] in COORDINATORS
        while begin < position and tokens.lowers[begin] in COORDINATORS:
            begin += 1
        first = tokens.lowers[begin]
        frame = Frame(FrameKind.VERB, number, part.start, part.end, cue, None, verb.medium, verb)
        how = self._how_clause(position, number)
        if how is not None:
            speaker, addressee = self._after(how + 1, position)
            return replace(frame, start=how, speaker=speaker, addressee=addressee, order=Order.HOW)
        if begin == position:
            return self._verb_first(frame, position, is_joined=is_joined)
        if first == "so" and position == begin + 1 and part.border:
            after, addressee = self._after(position + 1, self._clause_end(position, number))
            return replace(frame, speaker=after, addressee=addressee, order=Order.VERB_FIRST)
        is_subordinate = first in SUBORDINATORS | DASS and not self._is_inverted_noun(begin, position)
        if first == "wie" or is_subordinate:
            speaker, addressee = self._after(begin + 1, position)
            order = Order.HOW if first == "wie" else Order.LAST
            return replace(frame, speaker=speaker, addressee=addressee, order=order)
        if part.border == "," and first in RELATIVES and self._is_verb_last(part, position, cue):
            return self._relative(frame, begin, position)
        return self._main(frame, begin, position, is_joined=is_joined)

    def _how_clause(self, position: int, number: int) -> int | None:
        """„Wie der Leiter, Jan Thoma, in Kiel mitteilte, …“: where it begins before an apposition."""
        tokens = self._tokens
        if position < clauses.last_word(tokens, self._parts[number]) - 1:
            return None
        for earlier in range(number - 1, max(-1, number - 1 - LONGEST_APPOSITION), -1):
            part = self._parts[earlier]
            if clauses.finite_verb(tokens, part.start, part.end) is not None:
                return None
            if tokens.lowers[part.start] == "wie":
                return part.start
        return None

    def _main(self, frame: Frame, begin: int, position: int, *, is_joined: bool) -> Frame:
        """A main clause: something stands before its verb, the subject or another phrase."""
        tokens, part, number = self._tokens, self._parts[frame.segment], frame.segment
        if frame.verb is not None and frame.verb.lemma == NOBODY_SAYS:
            return replace(frame, order=Order.OTHER_FIRST)
        subject = self._before(begin, position)
        clause_end = self._clause_end(position, number)
        after, addressee = self._after(position + 1, clause_end)
        if subject is not None and tokens.lowers[subject[0]] == "es" and after is not None:
            return replace(frame, speaker=after, addressee=addressee)  # „Es sagten drei Zeugen, …“
        if subject is not None and not self._is_object(begin, subject, position, after):
            return replace(frame, speaker=subject, addressee=addressee)
        bare = tokens.lowers[begin] in BARE_OBJECTS and position == begin + 1
        order = Order.VERB_FIRST if bare and part.border else Order.OTHER_FIRST
        if after is None and is_joined:
            after = self._last_subject
        return replace(frame, speaker=after, addressee=addressee, order=order, has_bare_object=bare)

    def _is_inverted_noun(self, begin: int, position: int) -> bool:
        """„Während des Besuchs sagte X“: a preposition that looks like a conjunction."""
        if self._tokens.lowers[begin] not in {"während", "statt", "seit", "bis", "ohne", "um", "als"}:
            return False
        inner = phrase_from(self._tokens, begin + 1, position)
        return inner is not None and inner[1] == position

    def _is_verb_last(self, part: Segment, position: int, cue: tuple[int, ...]) -> bool:
        last = clauses.last_word(self._tokens, part)
        return last in cue and (last == position or position > part.start + 1)

    def _relative(self, frame: Frame, begin: int, position: int) -> Frame:
        """„X, der sagte, …“: the pronoun is the subject, unless another noun is."""
        inner, addressee = self._after(begin + 1, position)
        if inner is None and self._tokens.lowers[begin] in {"der", "die", "das", "welcher", "welche"}:
            inner = self._antecedent(begin)
        return replace(frame, speaker=inner, addressee=addressee, order=Order.LAST)

    def _antecedent(self, pronoun: int) -> Range | None:
        """The noun phrase that ends before the comma before the pronoun."""
        tokens = self._tokens
        stop = pronoun - 1
        for begin in range(max(self._start, stop - LONGEST_SOURCE), stop):
            phrase = phrase_from(tokens, begin, stop)
            if phrase is not None and phrase[1] == stop:
                return phrase
        return None

    def _before(self, begin: int, position: int) -> Range | None:
        """The subject in the first place of a main clause, up to its verb."""
        tokens = self._tokens
        if tokens.lowers[begin] in PREPOSITIONS | BARE_OBJECTS and not (
            tokens.lowers[begin] in BARE_OBJECTS and position > begin + 1
        ):
            return None
        phrase = phrase_from(tokens, begin, position)
        if phrase is None or tokens.lowers[begin] in NOT_NOMINATIVE:
            return None
        phrase = with_apposition(tokens, phrase, position)
        rest = phrase[1]
        if rest < position and tokens.lowers[rest] in PREPOSITIONS:
            inner = clauses.finite_verb(tokens, rest, position)
            if inner is None and "," not in tokens.texts[rest:position]:
                pieces = [
                    chunk for chunk in chunks(tokens, rest, position) if chunk.kind is ChunkKind.PREPOSITION
                ]
                return (phrase[0], pieces[-1].end)
        return phrase

    def _is_object(self, begin: int, subject: Range, position: int, after: Range | None) -> bool:
        """„Den Plan lobte sie“, „Die Kritik wies der Minister zurück“: an object in the first place."""
        tokens = self._tokens
        if after is None or tokens.lowers[subject[0]] in {"er", "ich", "wir", "man"}:
            return False
        first = tokens.lowers[after[0]]
        if (
            first in {"er", "sie", "man", "wir", "ich"}
            and after[1] - after[0] == 1
            and after[0] == position + 1
        ):
            return True
        is_bare = subject[1] - subject[0] == 1 and subject[0] not in tokens.names
        is_plain = tokens.is_capitalised(after[0]) and after[0] not in tokens.names
        if is_bare and begin == subject[0] and not is_plain and after[0] == position + 1:
            return tokens.lowers[begin] not in PRONOUNS  # „Neulich schrieb ein Amt“
        names = [tokens.names[place][0] for place in range(*after) if place in tokens.names]
        own = [tokens.names[place][0] for place in range(*subject) if place in tokens.names]
        return "PER" in names and "PER" not in own and after[0] == position + 1 and begin == subject[0]

    def _after(self, begin: int, stop: int) -> tuple[Range | None, Range | None]:
        """The subject behind a verb and whom it is said to."""
        tokens = self._tokens
        speaker: Range | None = None
        addressee: Range | None = None
        it: Range | None = None  # „so sagt es Jan Thoma“: the subject only where no other is
        for chunk in chunks(tokens, begin, stop):
            if chunk.kind is ChunkKind.PREPOSITION and chunk.end > chunk.start + 1:
                if tokens.lowers[chunk.start] != "gegenüber":
                    continue
                addressee = addressee or (chunk.start + 1, chunk.end)
            if chunk.kind is not ChunkKind.NOUN:
                continue
            if addressee is None and is_addressee(tokens, chunk.range):
                addressee = chunk.range
            elif tokens.lowers[chunk.start] == "es":
                it = it or chunk.range
            elif speaker is None and may_be_subject(tokens, chunk.range):
                speaker = with_attributes(tokens, chunk.range, self._end)
        return speaker or it, addressee

    def _verb_first(self, frame: Frame, position: int, *, is_joined: bool) -> Frame | None:
        """„…, sagte X“, „Der Leiter, Klaus Stahl, sagte: …“, „… und fügte hinzu, …“."""
        clause_end = self._clause_end(position, frame.segment)
        after, addressee = self._after(position + 1, clause_end)
        if frame.verb is not None and frame.verb.lemma == NOBODY_SAYS:
            return replace(frame, order=Order.VERB_FIRST)
        if is_joined or (after is None and self._last_subject is not None and position > self._start):
            return replace(frame, speaker=self._last_subject or self._opening(), addressee=addressee)
        if position == self._start:
            return None
        opening = self._opening()
        if (
            opening is not None
            and not (after is not None and self._verb_follows(frame.segment))
            and self._is_apposed(opening, position)
            and (after is None or opening[1] <= position)
        ):
            return replace(frame, speaker=opening, addressee=addressee or after)
        order = Order.VERB_FIRST
        return replace(frame, speaker=after, addressee=addressee, order=order)

    def _verb_follows(self, number: int) -> bool:
        """„Emre, sagt Tayfun, höre schlecht“: the frame stands in the middle of what it reports."""
        if number + 1 >= len(self._parts):
            return False
        return self._tokens.finite[self._parts[number + 1].start]

    def _heading(self, number: int) -> Range | None:
        """„…, heißt es in dem Bericht“, „Aus Moskau heißt es“: the paper speaks; „in Kiel“ is only where."""
        tokens, part = self._tokens, self._parts[number]
        for chunk in chunks(tokens, part.start, self._clause_end(part.start, number)):
            preposition = tokens.lowers[chunk.start]
            if chunk.kind is not ChunkKind.PREPOSITION or preposition not in HEADINGS:
                continue
            is_place = preposition == "in" and tokens.names.get(chunk.start + 1, ("",))[0] == "LOC"
            return (chunk.start + 1, chunk.end) if chunk.end > chunk.start + 1 and not is_place else None
        return None

    def _opening(self) -> Range | None:
        """The noun phrase at the beginning of the sentence, before a comma."""
        tokens = self._tokens
        begin = self._start
        while begin < self._end and (tokens.lowers[begin] in COORDINATORS or not tokens.is_word(begin)):
            begin += 1
        if begin >= self._end or tokens.lowers[begin] in NOT_NOMINATIVE | PREPOSITIONS:
            return None
        phrase = phrase_from(tokens, begin, self._end)
        return with_apposition(tokens, phrase, self._end) if phrase else None

    def _is_apposed(self, opening: Range, position: int) -> bool:
        """Nothing but an apposition or a relative clause stands between the phrase and its verb."""
        tokens = self._tokens
        if opening[1] >= self._end or tokens.texts[opening[1]] not in {",", "–"}:
            return False
        if opening[1] + 1 == position:
            return True
        between = [part for part in self._parts if opening[1] <= part.start and part.end < position]
        return bool(between) and all(self._is_aside(part) for part in between)

    def _is_aside(self, part: Segment) -> bool:
        tokens = self._tokens
        if clauses.is_relative(tokens, part) or tokens.lowers[part.start] in SUBORDINATORS:
            return True
        return clauses.finite_verb(tokens, part.start, part.end) is None

    def _clause_end(self, position: int, number: int) -> int:
        """The end of the segment of a verb, or where direct speech begins in it."""
        end = self._parts[number].end
        return next((place for place in range(position + 1, end) if self._tokens.quoted[place]), end)
