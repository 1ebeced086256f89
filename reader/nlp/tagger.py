"""The encoder as a spaCy component: names become `doc.ents`, the rest stays on the `Doc` (`text_tags.py`).

spaCy knows the component once this module is imported (`spacy evaluate … --code` does that too).
"""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, islice
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.scorer import get_ner_prf
from spacy.tokens import Doc, Span
from spacy.training import Example

from reader.nlp.encoder import CHECKSUMS_FILE, PIECES_FILE, WEIGHTS_FILE, Encoder, Scores
from reader.nlp.tag_heads import HEADS, NAME_LABELS, NAMES, columns_of, head_called, log_shares, spans_of
from reader.nlp.text_tags import (
    CONFIDENCES,
    SHARES,
    TAGGER,
    TEXT_KEY,
    Line,
    lines_of,
    outside,
    register_extensions,
)

DOCS_AT_ONCE = 64


@dataclass(slots=True)
class Tagger:
    """Tags documents. It has no encoder before `from_disk`."""

    encoder: Encoder | None = None
    folder: Path | None = None

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
        if self.encoder is None:
            raise ValueError("the tagger has no encoder: load the pipeline from its folder")
        texts: list[list[Line]] = []
        for _, group in groupby(enumerate(docs), key=_text_of):
            texts.append([line for _, doc in group for line in lines_of(doc)])
        found = self.encoder.scores([[line.words for line in text] for text in texts])
        scored = zip(chain.from_iterable(texts), chain.from_iterable(found), strict=True)
        for _, lines in groupby(scored, key=lambda one: id(one[0].doc)):
            _write(list(lines))

    def score(self, examples: Iterable[Example], **settings: Any) -> dict[str, Any]:  # noqa: ANN401  (spaCy's call)
        """How well `doc.ents` fit: `nlp.evaluate` and `spacy evaluate` ask for it."""
        return get_ner_prf(examples, **settings)

    def to_disk(self, path: Path, *, exclude: Sequence[str] = ()) -> None:  # noqa: ARG002  (spaCy's call)
        """Copies the files it was read from."""
        if self.folder is None:
            raise ValueError("the tagger has no encoder to write")
        path.mkdir(parents=True, exist_ok=True)
        for name in (WEIGHTS_FILE, PIECES_FILE, CHECKSUMS_FILE):
            shutil.copyfile(self.folder / name, path / name)

    def from_disk(self, path: Path, *, exclude: Sequence[str] = ()) -> "Tagger":  # noqa: ARG002  (spaCy's call)
        """Raises `EncoderBroken` if a file is missing or differs from what was made."""
        self.encoder = Encoder.load(path)
        self.folder = path
        return self


@Language.factory(
    TAGGER,
    assigns=["doc.ents", f"doc._.{SHARES}", f"doc._.{CONFIDENCES}"],
    default_score_weights={"ents_f": 1.0},
)
def make_tagger(nlp: Language, name: str) -> Tagger:  # noqa: ARG001  (spaCy's call)
    register_extensions()
    return Tagger()


def _text_of(numbered: tuple[int, Doc]) -> tuple[bool, object]:
    """Equal for documents of one text; a document that names no text is one by itself."""
    number, doc = numbered
    return TEXT_KEY in doc.user_data, doc.user_data.get(TEXT_KEY, number)


def _write(scored: Sequence[tuple[Line, Scores]]) -> None:
    """Leave what the encoder says of the lines of one document on it."""
    doc = scored[0][0].doc
    shares = outside(len(doc))
    ents: list[Span] = []
    confidences: dict[tuple[int, int], float] = {}
    for line, scores in scored:
        if not line.words:
            continue
        for head in HEADS:
            columns = columns_of(head.name)
            shares[line.places, columns] = np.exp(log_shares(scores[:, columns]))
        for name in line.in_tokens(spans_of(head_called(NAMES), scores[:, columns_of(NAMES)])):
            ents.append(Span(doc, name.start, name.end, label=name.label))
            confidences[name.start, name.end] = name.confidence
    doc._.set(SHARES, shares)
    doc._.set(CONFIDENCES, confidences)
    doc.ents = ents
