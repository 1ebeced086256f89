"""The encoder as a spaCy component: names become `doc.ents`, the rest stays on the `Doc`.

`doc._.head_shares` then holds the probabilities of the other heads; `shares_of` and `tagged_spans` read
them. spaCy finds the component once this module is imported (`spacy evaluate … --code` does it too).
"""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby, islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span

from reader.nlp.encoder import CHECKSUMS_FILE, PIECES_FILE, WEIGHTS_FILE, Encoder, Scores
from reader.nlp.tag_heads import (
    COLUMNS,
    HEADS,
    NAME_LABELS,
    NAMES,
    TaggedSpan,
    columns_of,
    head_called,
    log_shares,
    spans_of,
)

TAGGER = "lesart_tagger"
SHARES = "head_shares"
CONFIDENCES = "name_confidences"
TEXT_KEY = "lesart_text"  # in doc.user_data: documents behind one another that have the same are one text
DOCS_AT_ONCE = 64
CERTAIN, NEVER = np.float16(1), np.float16(0)

Shares = NDArray[np.float16]


@dataclass(slots=True)
class Tagger:
    """Tags documents; without an encoder (before `from_disk`) it cannot."""

    _encoder: Encoder | None = None
    _folder: Path | None = field(default=None)

    @property
    def labels(self) -> tuple[str, ...]:
        """What `doc.ents` are labelled with."""
        return NAME_LABELS

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = DOCS_AT_ONCE) -> Iterator[Doc]:
        """Tags documents together; those of one text are read as one, in their order."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            self._tag(batch)
            yield from batch

    def _tag(self, docs: Sequence[Doc]) -> None:
        if self._encoder is None:
            raise ValueError("the tagger has no encoder: load it with spacy.load")
        texts: list[list[Line]] = []
        for _, group in groupby(enumerate(docs), key=lambda one: one[1].user_data.get(TEXT_KEY, one[0])):
            texts.append([line for _, doc in group for line in lines_of(doc)])
        found = self._encoder.scores([[line.words for line in text] for text in texts])
        scored = zip(chain.from_iterable(texts), chain.from_iterable(found), strict=True)
        for _, lines in groupby(scored, key=lambda one: id(one[0].doc)):
            _write(list(lines))

    def to_disk(self, path: Path, *, exclude: Sequence[str] = ()) -> None:  # noqa: ARG002  (spaCy's call)
        """Copies the files it was read from."""
        if self._folder is None:
            raise ValueError("the tagger has no encoder to write")
        path.mkdir(parents=True, exist_ok=True)
        for name in (WEIGHTS_FILE, PIECES_FILE, CHECKSUMS_FILE):
            shutil.copyfile(self._folder / name, path / name)

    def from_disk(self, path: Path, *, exclude: Sequence[str] = ()) -> "Tagger":  # noqa: ARG002  (spaCy's call)
        """Raises `EncoderBroken` if a file is missing or differs from what was made."""
        self._encoder = Encoder.load(path)
        self._folder = path
        return self


@Language.factory(
    TAGGER,
    assigns=["doc.ents", f"doc._.{SHARES}", f"doc._.{CONFIDENCES}"],
    default_score_weights={"ents_f": 1.0},
)
def make_tagger(nlp: Language, name: str) -> Tagger:  # noqa: ARG001  (spaCy's call)
    register_extensions()
    return Tagger()


def register_extensions() -> None:
    """Give every `Doc` the places where the tagger leaves what it finds; may be called again."""
    for name in (SHARES, CONFIDENCES):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)


def shares_of(doc: Doc, head: str) -> Shares | None:
    """For every token the probabilities of the tags of a head; None if no encoder read the document."""
    shares: Shares | None = doc._.get(SHARES) if Doc.has_extension(SHARES) else None
    return None if shares is None else shares[:, columns_of(head)]


def tagged_spans(doc: Doc, head: str) -> list[TaggedSpan]:
    """The spans of a head, counted in tokens; none goes over a line end."""
    shares = shares_of(doc, head)
    if shares is None:
        return []
    spans = []
    for line in lines_of(doc):
        scores = np.log(np.maximum(shares[line.places].astype(np.float32), 1e-6))
        spans.extend(_in_tokens(line, spans_of(head_called(head), scores)))
    return spans


def joined_shares(pieces: Sequence[Doc]) -> Shares | None:
    """The shares of documents that stand behind one another."""
    found: list[Shares | None] = [doc._.get(SHARES) for doc in pieces]
    known = [shares for shares in found if shares is not None]
    return np.concatenate(known) if known and len(known) == len(found) else None


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a document between two line ends, without white space, and their token numbers."""

    doc: Doc
    words: list[str]
    places: list[int]


def lines_of(doc: Doc) -> list[Line]:
    lines = [Line(doc, [], [])]
    for place, token in enumerate(doc):
        text = token.text
        if not text.isspace():
            lines[-1].words.append(text)
            lines[-1].places.append(place)
        elif "\n" in text and lines[-1].words:
            lines.append(Line(doc, [], []))
    return lines


def _write(scored: Sequence[tuple[Line, Scores]]) -> None:
    """Leave what the encoder says of the lines of one document on it."""
    doc = scored[0][0].doc
    shares = _nothing(len(doc))
    names: list[TaggedSpan] = []
    for line, scores in scored:
        if not line.words:
            continue
        for head in HEADS:
            columns = columns_of(head.name)
            shares[line.places, columns] = np.exp(log_shares(scores[:, columns]))
        names.extend(_in_tokens(line, spans_of(head_called(NAMES), scores[:, columns_of(NAMES)])))
    doc._.set(SHARES, shares)
    doc._.set(CONFIDENCES, {(name.start, name.end): name.confidence for name in names})
    doc.ents = [Span(doc, name.start, name.end, label=name.label) for name in names]


def _in_tokens(line: Line, spans: Iterable[TaggedSpan]) -> list[TaggedSpan]:
    places = line.places
    return [
        TaggedSpan(places[one.start], places[one.end - 1] + 1, one.label, one.confidence) for one in spans
    ]


def _nothing(length: int) -> Shares:
    """Shares of tokens that are outside of everything, as white space is."""
    shares = np.full((length, COLUMNS), NEVER)
    for head in HEADS:
        shares[:, columns_of(head.name).start] = CERTAIN
    return shares
