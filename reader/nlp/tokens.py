"""The tokens of a document in plain lists, which are far faster to look at than spaCy's tokens."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from reader.domain.spans import Span
from reader.nlp.findings import NAMES_KEY
from reader.nlp.function_words import DETERMINERS
from reader.nlp.reporting_verbs import ReportingVerbs

Range = tuple[int, int]  # tokens from the first up to, not including, the second

OPENING_BRACKETS = frozenset("([{")
CLOSING_BRACKETS = frozenset(")]}")
GENITIVE_MARKS = frozenset("’'")


@dataclass(slots=True)
class Tokens:
    """Texts, the same in lower case, and places; `quoted` tells the tokens that are somebody's direct words.

    `names` are the named spans, by first token: label and end. `hidden` tells the tokens in brackets or in
    short marks: commas there end no clause; `finite` and so on those that look like verbs
    with a subject, in the indicative or subjunctive. `genitives` are the last tokens of names that stand in
    the genitive: Brandts, where the text has Brandt, and Peters’.
    """

    texts: list[str]
    lowers: list[str]
    starts: list[int]
    names: dict[int, tuple[str, int]]
    quoted: list[bool] = field(default_factory=list)
    hidden: list[bool] = field(default_factory=list)
    finite: list[bool] = field(default_factory=list)
    first_subjunctive: list[bool] = field(default_factory=list)
    second_subjunctive: list[bool] = field(default_factory=list)
    genitives: frozenset[int] = frozenset()

    @classmethod
    def of(cls, doc: Doc, verbs: ReportingVerbs) -> "Tokens":
        texts = [token.text for token in doc]
        names: dict[int, tuple[str, int]] = {}
        for span in doc.spans.get(NAMES_KEY, []):
            if span.start not in names or names[span.start][1] < span.end:
                names[span.start] = (span.label_, span.end)
        lowers = [text.lower() for text in texts]
        may_be_verb = [_may_be_verb(texts, lowers, place) for place in range(len(texts))]
        return cls(
            texts=texts,
            lowers=lowers,
            starts=[token.idx for token in doc],
            names=names,
            quoted=[False] * len(texts),
            hidden=_in_brackets(texts),
            genitives=_genitives(texts, [end - 1 for _, end in names.values()]),
            finite=[verb and verbs.is_finite(lower) for verb, lower in zip(may_be_verb, lowers, strict=True)],
            first_subjunctive=[
                verb and lower in verbs.first_subjunctive
                for verb, lower in zip(may_be_verb, lowers, strict=True)
            ],
            second_subjunctive=[
                verb and lower in verbs.second_subjunctive
                for verb, lower in zip(may_be_verb, lowers, strict=True)
            ],
        )

    def without_space(self, start: int, end: int) -> Range:
        """The range without white space at either end; empty if there is nothing else."""
        while start < end and self.texts[start].isspace():
            start += 1
        while end > start and self.texts[end - 1].isspace():
            end -= 1
        return start, end

    def __len__(self) -> int:
        return len(self.texts)

    def is_subjunctive(self, position: int) -> bool:
        """Whether a verb is in the Konjunktiv I, or in a Konjunktiv II that commonly replaces one."""
        return self.first_subjunctive[position] or self.second_subjunctive[position]

    def is_word(self, position: int) -> bool:
        return self.texts[position][0].isalnum()

    def is_capitalised(self, position: int) -> bool:
        return self.texts[position][0].isupper()

    def is_line_end(self, position: int) -> bool:
        return "\n" in self.texts[position]

    def end(self, position: int) -> int:
        """Where the token at `position` ends in the text."""
        return self.starts[position] + len(self.texts[position])

    def span(self, start: int, end: int) -> Span:
        """The characters of a range of tokens that is not empty."""
        return Span(self.starts[start], self.end(end - 1))

    def range_of(self, span: Span) -> Range:
        """The tokens that share a character with `span`."""
        first = max(0, bisect_right(self.starts, span.start) - 1)
        end = bisect_right(self.starts, max(span.start, span.end - 1))
        return first, max(first + 1, end)

    def word_count(self, pieces: Iterable[Range]) -> int:
        return sum(self.is_word(position) for start, end in pieces for position in range(start, end))

    def share_quoted(self, start: int, end: int) -> float:
        """How much of a range is direct speech."""
        return sum(self.quoted[start:end]) / max(1, end - start)

    def trimmed(self, start: int, end: int) -> Range | None:
        """The range without the punctuation and white space at its ends; marks and brackets stay."""
        while start < end and not self._may_begin(start):
            start += 1
        while end > start and not self._may_end(end - 1):
            end -= 1
        return (start, end) if start < end else None

    def _may_begin(self, position: int) -> bool:
        text = self.texts[position]
        return text[0].isalnum() or text[0] in "„»«‹›‚‘“\"'([§$€%+"

    def _may_end(self, position: int) -> bool:
        text = self.texts[position]
        return text[-1].isalnum() or text[-1] in "“”«»’‘›‹\"')]%€$§" or (len(text) > 1 and text[0].isalnum())


def _may_be_verb(texts: Sequence[str], lowers: Sequence[str], place: int) -> bool:
    """In lower case, no infinitive, and no adjective before its noun: „zu machen“, „ihre schräge Wand“."""
    if texts[place][0].isupper() or not texts[place][0].isalpha():
        return False
    if place == 0 or place + 1 >= len(texts):
        return True
    if lowers[place - 1] == "zu":
        return False
    return not (lowers[place - 1] in DETERMINERS and texts[place + 1][0].isupper())


def _genitives(texts: Sequence[str], lasts: Sequence[int]) -> frozenset[int]:
    known = {texts[last] for last in lasts}
    return frozenset(
        last
        for last in lasts
        if texts[last] in GENITIVE_MARKS or (texts[last].endswith("s") and texts[last][:-1] in known)
    )


def _in_brackets(texts: Sequence[str]) -> list[bool]:
    """A bracket that is not closed in its paragraph hides nothing."""
    hidden = [False] * len(texts)
    opened: int | None = None
    for position, text in enumerate(texts):
        if text in OPENING_BRACKETS:
            opened = position if opened is None else opened
        elif "\n" in text:
            opened = None
        elif text in CLOSING_BRACKETS and opened is not None:
            hidden[opened : position + 1] = [True] * (position + 1 - opened)
            opened = None
    return hidden
