"""Finds frames without a verb: laut X, nach Angaben von X, X zufolge, so X."""

from collections.abc import Callable

from reader.domain.quotations import Medium
from reader.nlp.frames import Frame, FrameKind, Order
from reader.nlp.function_words import (
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
)
from reader.nlp.noun_phrases import (
    OPENING_MARKS,
    behind_mark,
    phrase_from,
    with_attributes,
)
from reader.nlp.reporting_verbs import ReportingNouns
from reader.nlp.tokens import Range, Tokens

LONGEST_SOURCE = 12  # tokens
GENITIVE_ARTICLES = frozenset({
    "des", "der", "eines", "einer", "seiner", "seines", "ihrer", "ihres", "unserer", "unseres", "dieser",
    "dieses", "mehrerer",
})  # fmt: skip

Find = Callable[[int, int], Frame | None]


class SourceFrames:
    """Finds them in one sentence, from `start` to `end`."""

    def __init__(self, tokens: Tokens, start: int, end: int, nouns: ReportingNouns) -> None:
        self._tokens = tokens
        self._start = start
        self._end = end
        self._nouns = nouns
        self._finders: dict[str, Find] = {
            "laut": self._laut,
            "nach": self._according_noun,
            "gemäß": self._gemaess,
            "unter": self._according_noun,
            "aus": self._according_noun,
            "zufolge": self._zufolge,
            "demnach": self._demnach,
            "demzufolge": self._demnach,
            "wonach": self._demnach,
            "so": self._so,
        }

    def is_cue(self, position: int) -> bool:
        """Whether a word may begin such a frame."""
        return self._tokens.lowers[position] in self._finders

    def frame_at(self, position: int, number: int) -> Frame | None:
        """The frame whose cue is at `position`, in segment `number`."""
        return self._finders[self._tokens.lowers[position]](position, number)

    def _demnach(self, position: int, number: int) -> Frame:
        return Frame(FrameKind.ACCORDING, number, position, position + 1, (position,), None, None)

    def _laut(self, cue: int, number: int) -> Frame | None:
        speaker = self._source(cue + 1)
        if speaker is None:
            return None
        return Frame(FrameKind.ACCORDING, number, cue, speaker[1], (cue,), speaker, None)

    def _gemaess(self, position: int, number: int) -> Frame | None:
        """„gemäß ihren Angaben“, „gemäß einem Sprecher“, not „gemäß Artikel 3“."""
        found = self._according_noun(position, number)
        following = self._tokens.lowers[position + 1] if position + 1 < self._end else ""
        if found is None and (following in {"einem", "einer"} or position + 1 in self._tokens.names):
            return self._laut(position, number)
        return found

    def _source(self, begin: int) -> Range | None:
        speaker = phrase_from(self._tokens, begin, self._end) or self._odd_source(begin)
        if speaker is None:
            return None
        return with_attributes(self._tokens, speaker, self._end)

    def _odd_source(self, begin: int) -> Range | None:
        """„laut „Welt““, „laut dpa-Bericht“."""
        tokens = self._tokens
        if begin >= self._end:
            return None
        if tokens.texts[begin] in OPENING_MARKS:
            end = behind_mark(tokens, begin, self._end)
            return (begin, end) if end is not None else None
        is_compound = "-" in tokens.texts[begin] and tokens.texts[begin] != tokens.lowers[begin]
        return (begin, begin + 1) if is_compound or begin in tokens.names else None

    def _according_noun(self, position: int, number: int) -> Frame | None:
        """Nach Angaben der Polizei, nach seinen Worten, nach X' Ansicht, unter Berufung auf X."""
        tokens = self._tokens
        for noun in range(position + 1, min(position + 5, self._end)):
            lower = tokens.lowers[noun]
            if lower == "berufung" and noun + 1 < self._end and tokens.lowers[noun + 1] == "auf":
                speaker = self._source(noun + 2)
                return speaker and Frame(
                    FrameKind.ACCORDING, number, position, speaker[1], (position, noun), speaker, None
                )
            fits = (lower == "sicht") == (tokens.lowers[position] == "aus")
            if lower not in self._nouns.according or tokens.lowers[position] == "unter" or not fits:
                is_genitive = lower in DETERMINERS and noun > position + 1 and tokens.is_capitalised(noun - 1)
                is_word = tokens.is_word(noun) or noun in tokens.genitives
                if not is_word or lower in PREPOSITIONS or is_genitive:
                    return None
                continue
            return self._according_with(position, noun, number)
        return None

    def _according_with(self, position: int, noun: int, number: int) -> Frame:
        tokens = self._tokens
        speaker: Range | None = None
        end = noun + 1
        if end < self._end and tokens.lowers[end] in {"von", "vom", "aus"}:
            speaker = self._source(end + 1)
        elif end < self._end:
            genitive = tokens.lowers[end] in GENITIVE_ARTICLES
            is_name = end in tokens.names
            speaker = self._source(end) if genitive or is_name else None
        if speaker is None and noun - position > 1:
            speaker = (position + 1, noun)
            if not (tokens.is_capitalised(position + 1) or tokens.lowers[position + 1] in POSSESSIVES):
                speaker = None
        if speaker is not None:
            end = max(end, speaker[1])
        cue = (position, noun) if speaker and speaker[0] < noun else tuple(range(position, noun + 1))
        return Frame(FrameKind.ACCORDING, number, position, end, cue, speaker, None)

    def _zufolge(self, position: int, number: int) -> Frame | None:
        """The longest noun phrase that ends right before „zufolge“."""
        tokens = self._tokens
        first = max(self._start, position - LONGEST_SOURCE)
        for begin in range(first, position):
            if (
                begin > first
                and tokens.is_capitalised(begin - 1)
                and tokens.lowers[begin] not in {"den", "dem"}
            ):
                continue
            speaker = phrase_from(tokens, begin, position)
            if speaker is not None and speaker[1] == position:
                if tokens.lowers[begin] in {"einen", "die", "das"}:
                    continue
                return self._zufolge_with(begin, position, number)
        return None

    def _zufolge_with(self, begin: int, position: int, number: int) -> Frame:
        """„Angaben des Landrats zufolge“, „Brandts Worten zufolge“: the noun belongs to the cue."""
        tokens = self._tokens
        cue: tuple[int, ...] = (position,)
        speaker: Range | None = (begin, position)
        following = begin + 1 + (tokens.lowers[begin + 1] in {"von", "vom", "aus"})
        if tokens.lowers[begin] in self._nouns.according and following < position:
            cue, speaker = (begin, position), (following, position)
        elif begin in tokens.names and tokens.lowers[position - 1] in self._nouns.according:
            cue, speaker = (position - 1, position), (begin, position - 1)
        return Frame(FrameKind.ACCORDING, number, begin, position + 1, cue, speaker, None)

    def _so(self, position: int, number: int) -> Frame | None:
        """„…“, so X."""
        tokens = self._tokens
        if position == self._start:
            return None
        before = tokens.texts[position - 1]
        if before not in {",", "–", "—"} and not tokens.quoted[position - 1]:
            return None
        speaker = phrase_from(tokens, position + 1, self._end)
        if speaker is None:
            return None
        speaker = with_attributes(tokens, speaker, self._end)
        place = speaker[1]
        while place < self._end and tokens.lowers[place] in PREPOSITIONS | {"weiter"}:
            inner = phrase_from(tokens, place + 1, self._end)
            place = inner[1] if inner else place + 1
        if place < self._end and tokens.is_word(place):
            return None
        return Frame(
            FrameKind.SO, number, position, place, (position,), speaker, Medium.SPEECH, None, Order.VERB_FIRST
        )
