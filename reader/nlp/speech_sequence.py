"""Follows who speaks from sentence to sentence: speech that goes on without a frame keeps its speaker."""

from collections.abc import Iterator, Sequence

from reader.domain.quotations import Medium, QuotationKind
from reader.nlp.clause_subjects import speaker_of_narration
from reader.nlp.clauses import Segment
from reader.nlp.frameless_speech import is_frameless_report
from reader.nlp.frames import FrameKind, Order
from reader.nlp.function_words import HEARSAY
from reader.nlp.indirect_speech import FramedSentence
from reader.nlp.quotation_drafts import Draft
from reader.nlp.tokens import Range, Tokens

SILENCE = 1  # sentences of narration after which no speech goes on without a frame
ANYBODY = frozenset({"man", "es"})


def with_frameless(
    tokens: Tokens, sentences: Sequence[FramedSentence], drafts: Sequence[Draft]
) -> list[Draft]:
    """Add the sentences that go on reporting; give quotations without a speaker the one before.

    Whoever acts in a sentence of narration right before is nearer than who spoke before it.
    """
    sequence = _Sequence(tokens)
    ordered = sorted(drafts, key=lambda draft: (draft.start, -draft.end))
    found: list[Draft] = []
    place = 0
    for sentence in sentences:
        begin = place
        while place < len(ordered) and ordered[place].start < sentence.end:
            place += 1
        found.extend(sequence.go_on(sentence, ordered[begin:place]))
    return found


class _Sequence:
    """What is known when a sentence begins: who spoke last, who acted last, how long nobody spoke."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._last: Draft | None = None
        self._actor: Range | None = None
        self._silence = SILENCE + 1

    def go_on(self, sentence: FramedSentence, drafts: Sequence[Draft]) -> list[Draft]:
        """The quotations of a sentence: `drafts`, and the sentence itself if it goes on reporting."""
        own = list(drafts)
        if not any(self._is_framed(one) for one in own):
            own = [*self._frameless(sentence, own), *(one for one in own if not self._is_vague(one))]
        for draft in own:
            if draft.speaker is None and draft.frame is None:
                draft.speaker = self._speaker()
                draft.confidence = min(draft.confidence, 0.6)
        self._remember(sentence, own)
        return own

    def _remember(self, sentence: FramedSentence, own: Sequence[Draft]) -> None:
        if own:
            self._last = next((one for one in reversed(own) if one.speaker), own[-1])
            self._actor, self._silence = None, 0
        else:
            self._actor = speaker_of_narration(self._tokens, sentence.parts)
            self._silence += 1

    def _speaker(self) -> Range | None:
        if self._actor is not None:
            return self._actor
        return self._last.speaker if self._last is not None and self._silence <= SILENCE else None

    def _frameless(self, sentence: FramedSentence, own: Sequence[Draft]) -> Iterator[Draft]:
        last = self._last
        goes_on = last is not None and self._silence == 0
        parts = _outside(sentence.parts, own)
        if not parts or not is_frameless_report(self._tokens, parts, goes_on=goes_on):
            if not own and last is not None and self._silence == 0:
                yield from self._hearsay(sentence, last)
            return
        kind = QuotationKind.INDIRECT_FREE_INDIRECT
        draft = Draft(kind, [(sentence.start, sentence.end)], 0.8 if goes_on else 0.6)
        draft.speaker, draft.medium = self._actor, Medium.SPEECH
        if draft.speaker is None and last is not None:
            draft.speaker, draft.medium = last.speaker, last.medium
        for direct in own:
            direct.speaker = direct.speaker or draft.speaker
        yield draft

    def _hearsay(self, sentence: FramedSentence, last: Draft) -> Iterator[Draft]:
        """„Das Geld soll im Mai fließen.“ right behind somebody's words: that is told by the same one."""
        if HEARSAY & set(self._tokens.lowers[sentence.start : sentence.end]):
            draft = Draft(QuotationKind.FREE_INDIRECT, [(sentence.start, sentence.end)], 0.5)
            draft.speaker, draft.medium = last.speaker, last.medium
            yield draft

    def _is_framed(self, draft: Draft) -> bool:
        """Not by a frame that is itself reported: „Die Firma habe zugesagt, …“."""
        frame = draft.frame
        if frame is None:
            return draft.kind is not QuotationKind.DIRECT
        if frame.kind is FrameKind.NOUN or frame.order is Order.LAST:
            return False
        return frame.kind is not FrameKind.VERB or not self._is_reported(draft)

    def _is_reported(self, draft: Draft) -> bool:
        return any(self._tokens.first_subjunctive[place] for place in draft.cue)

    def _is_vague(self, draft: Draft) -> bool:
        """„Man gehe davon aus, dass …“ within reported speech: no quotation of its own."""
        if draft.kind is QuotationKind.DIRECT or not self._is_reported(draft):
            return False
        return draft.speaker is None or self._tokens.lowers[draft.speaker[0]] in ANYBODY


def _outside(parts: Sequence[Segment], drafts: Sequence[Draft]) -> list[Segment]:
    """The segments that no indirect quotation covers."""
    pieces = [piece for one in drafts if one.kind is not QuotationKind.DIRECT for piece in one.pieces]
    return [part for part in parts if not any(start <= part.start < end for start, end in pieces)]
