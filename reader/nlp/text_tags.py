"""What the encoder says of a document, kept on the `Doc` for the steps that come later.

`doc._.head_shares` holds the probabilities of all tags of all heads for every token; `shares_of` and
`tagged_spans` read them. A document that no encoder has read has none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from reader.nlp.name_forms import LISTING
from reader.nlp.tag_heads import COLUMNS, HEADS, TaggedSpan, columns_of, head_called, spans_of

TAGGER = "lesart_tagger"  # the component that leaves it there
SHARES = "head_shares"
CONFIDENCES = "name_confidences"  # of doc.ents, by first token and end
TEXT_KEY = "lesart_text"  # in doc.user_data: documents behind one another that have the same are one text
CERTAIN, NEVER = np.float16(1), np.float16(0)
LEAST_SHARE = np.float32(1e-6)
SHORTEST_CUT = 2  # letters before the hyphen
LISTING_WORDS = frozenset(LISTING.split("|"))

Shares = NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a document between two line ends, without white space, and the numbers of their tokens.

    A word that the end of a line had cut ("Bundes- wehr") is one word of two tokens: the first is its place,
    `ends` is the number behind the last.
    """

    doc: Doc
    words: list[str]
    places: list[int]
    ends: list[int]

    def in_tokens(self, spans: Iterable[TaggedSpan]) -> list[TaggedSpan]:
        """Spans that count the words of the line, as spans that count the tokens of the document."""
        return [
            TaggedSpan(self.places[span.start], self.ends[span.end - 1], span.label, span.confidence)
            for span in spans
        ]


def register_extensions() -> None:
    """Give every `Doc` the places where the tagger leaves what it finds; may be called again."""
    for name in (SHARES, CONFIDENCES):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)


def shares_of(doc: Doc, head: str) -> Shares | None:
    """For every token the probabilities of the tags of a head; None if no encoder read the document."""
    shares = all_shares(doc)
    return None if shares is None else shares[:, columns_of(head)]


def tagged_spans(doc: Doc, head: str) -> list[TaggedSpan]:
    """The spans of a head, counted in tokens; none goes over a line end."""
    shares = shares_of(doc, head)
    if shares is None:
        return []
    spans: list[TaggedSpan] = []
    for line in lines_of(doc):
        scores = np.log(np.maximum(shares[line.places].astype(np.float32), LEAST_SHARE))
        spans.extend(line.in_tokens(spans_of(head_called(head), scores)))
    return spans


def confidence_of(doc: Doc, start: int, end: int) -> float | None:
    """How sure the encoder is of the entity at these tokens; None if no encoder found it."""
    confidences: dict[tuple[int, int], float] | None = (
        doc._.get(CONFIDENCES) if Doc.has_extension(CONFIDENCES) else None
    )
    return (confidences or {}).get((start, end))


def all_shares(doc: Doc) -> Shares | None:
    """The shares of all heads, to be joined; None if no encoder read the document."""
    shares: Shares | None = doc._.get(SHARES) if Doc.has_extension(SHARES) else None
    return shares


def join_shares(whole: Doc, parts: Sequence[Shares | None]) -> None:
    """Give `whole` the shares of the documents it was put together from; None if one was not read."""
    known = [part for part in parts if part is not None]
    if known and len(known) == len(parts):
        whole._.set(SHARES, np.concatenate(known))


def outside(length: int) -> Shares:
    """The shares of tokens that are outside of everything, as white space is."""
    shares = np.full((length, COLUMNS), NEVER)
    for head in HEADS:
        shares[:, columns_of(head.name).start] = CERTAIN
    return shares


def lines_of(doc: Doc) -> list[Line]:
    lines = [Line(doc, [], [], [])]
    is_cut = False
    for place, token in enumerate(doc):
        text = token.text
        line = lines[-1]
        if not text.isspace():
            if is_cut and text[0].islower() and text.rstrip(".") not in LISTING_WORDS:
                line.words[-1] = line.words[-1][:-1] + text
                line.ends[-1] = place + 1
            else:
                line.words.append(text)
                line.places.append(place)
                line.ends.append(place + 1)
            is_cut = text[-1] == "-" and text[:-1].isalpha() and len(text) > SHORTEST_CUT
        elif "\n" in text and line.words:
            lines.append(Line(doc, [], [], []))
            is_cut = False
    return lines
