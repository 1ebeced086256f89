"""Texts with their quotations marked in place, so that nobody counts characters.

    [1:direct:„Wir bleiben“], sagte [sp 1:Ministerin Odile Marchand].

A number stands for one quotation; marks with the same number are its pieces. `sp` marks the speaker of the
quotations whose numbers follow, `per`, `org` and `loc` mark names. Marks may be nested.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import spacy
from spacy.tokens import Doc

from reader.domain.quotations import Phrase, Quotation
from reader.nlp.findings import NAMES_KEY, register_extensions
from reader.nlp.sentence_splitter import split_sentences

SHORT_KINDS = {
    "direct": "direct",
    "indirect": "indirect",
    "free": "indirect_free_indirect",
    "told": "free_indirect",
    "reported": "reported",
}
NAMES = ("per", "org", "loc")


@dataclass(slots=True)
class Wanted:
    """What the marks say of one quotation."""

    kind: str = ""
    pieces: list[str] = field(default_factory=list)
    speaker: str | None = None


@dataclass(slots=True)
class MarkedText:
    """The text without its marks, and the quotations by number."""

    text: str
    quotations: dict[str, Wanted]
    names: list[tuple[str, str]]

    def said(self) -> list[tuple[str, str, str | None]]:
        """Kind, words and speaker of every quotation, in reading order."""
        wanted = sorted(self.quotations.values(), key=lambda one: self.text.find(one.pieces[0]))
        return [(one.kind, " … ".join(one.pieces), one.speaker) for one in wanted]


def read_marks(marked: str) -> MarkedText:
    """Take the marks out of a text."""
    reader = _Reader(marked)
    text = reader.read()
    return MarkedText(text, reader.quotations, reader.names)


def said(quotations: Iterable[Quotation]) -> list[tuple[str, str, str | None]]:
    """The same of what was found."""
    return [(one.kind.value, one.text, _words(one.attribution.speaker)) for one in quotations]


def _words(phrase: Phrase | None) -> str | None:
    return phrase.text if phrase is not None else None


class _Reader:
    def __init__(self, marked: str) -> None:
        self._marked = marked
        self._place = 0
        self.quotations: dict[str, Wanted] = {}
        self.names: list[tuple[str, str]] = []

    def read(self) -> str:
        text = ""
        while self._place < len(self._marked):
            character = self._marked[self._place]
            self._place += 1
            if character == "]":
                break
            text += self._mark() if character == "[" else character
        return text

    def _mark(self) -> str:
        head, _, _ = self._marked[self._place :].partition(":")
        self._place += len(head) + 1
        role, _, numbers = head.partition(" ")
        if role in NAMES:
            words = self.read()
            self.names.append((role.upper(), words))
            return words
        if role == "sp":
            words = self.read()
            for number in numbers.split():
                self.quotations.setdefault(number, Wanted()).speaker = words
            return words
        kind, _, _ = self._marked[self._place :].partition(":")
        self._place += len(kind) + 1
        wanted = self.quotations.setdefault(head, Wanted())
        wanted.kind = SHORT_KINDS[kind]
        words = self.read()
        wanted.pieces.append(words)
        return words


BLANK = spacy.blank("de")


def document(marked: MarkedText) -> Doc:
    """The text in words and sentences, with the names that are marked: no tagger is needed."""
    register_extensions()
    doc = BLANK(marked.text)
    names = []
    for label, words in marked.names:
        start = marked.text.find(words)
        while start >= 0:
            span = doc.char_span(start, start + len(words), label=label)
            names.extend([span] if span is not None else [])
            start = marked.text.find(words, start + 1)
    doc.spans[NAMES_KEY] = names
    split_sentences(doc)
    return doc
