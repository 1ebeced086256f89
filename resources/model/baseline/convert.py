"""Turn GermEval 2014 and the Lesart corpus into spaCy's training files.

usage: convert.py GERMEVAL_DIR CORPUS_DIR OUTPUT_DIR

Writes `train.spacy` and `dev.spacy` (both sources mixed; the GermEval dev split and every eighth
corpus article are never trained on) and, for scoring alone, `germeval_dev.spacy` and
`corpus_dev.spacy`.

Sources: GermEval 2014 (CC BY 4.0), the Lesart corpus (CC BY 4.0).
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.util import filter_spans

HELD_OUT_EVERY = 8
CORPUS_WEIGHT = 2  # a corpus article counts twice: GermEval has five times as many sentences
CAPITALS_SHARE = 0.04  # sentences that are seen once more in capitals, as some headlines are
ASCII_SHARE = 0.03  # and once more with ae, oe, ue, ss

CORPUS_LABELS = {
    "per": "PER",
    "org": "ORG",
    "loc": "LOC",
    "misc": "MISC",
    "wpn": "WEAPON",
    "wpg": "WEAPONgeneric",
}
CORPUS_FORMS = {None: "", "d": "deriv", "p": "part"}
PLAIN_MARKS = frozenset({'"', "``", "''"})
QUOTATION_MARKS = (("„", "“"), ("»", "«"), ("«", "»"), ("“", "”"), ('"', '"'))
TRANSLITERATION = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


def germeval_sentences(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Yield words and BIO tags of the outer level, from the two- or the four-column form."""
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("#\t"):
            continue
        if not line.strip():
            if words:
                yield words, tags
            words, tags = [], []
            continue
        columns = line.split("\t")
        word, tag = (columns[0], columns[1]) if len(columns) == 2 else (columns[1], columns[2])
        words.append(word)
        tags.append(tag.replace("OTH", "MISC"))


def germeval_doc(nlp: Language, words: list[str], tags: list[str]) -> Doc:
    doc = Doc(nlp.vocab, words=words)
    doc.ents = Doc(nlp.vocab, words=words, ents=tags).ents
    return doc


def with_other_marks(words: list[str], randomness: random.Random) -> list[str]:
    """GermEval writes every quotation mark as ", newspapers do not."""
    opening, closing = randomness.choice(QUOTATION_MARKS)
    is_open = False
    changed = []
    for word in words:
        if word not in PLAIN_MARKS:
            changed.append(word)
            continue
        changed.append(closing if is_open else opening)
        is_open = not is_open
    return changed


def marked_names(element: ET.Element, start: int) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and label of the names in `element`, whose text begins at `start`."""
    if element.tag in CORPUS_LABELS:
        label = CORPUS_LABELS[element.tag] + CORPUS_FORMS[element.get("k")]
        yield start, start + len("".join(element.itertext())), label
    place = start + len(element.text or "")
    for child in element:
        yield from marked_names(child, place)
        place += len("".join(child.itertext())) + len(child.tail or "")


def corpus_docs(nlp: Language, path: Path) -> Iterator[Doc]:
    """Yield one document a block: headline, heading or paragraph."""
    for block in ET.parse(path).getroot():  # noqa: S314  (our own files)
        text = "".join(block.itertext())
        marked = list(marked_names(block, 0))
        doc = nlp.make_doc(text)
        spans = [doc.char_span(start, end, label, alignment_mode="expand") for start, end, label in marked]
        doc.ents = filter_spans([span for span in spans if span is not None])
        yield doc


def respelt(nlp: Language, doc: Doc, words: list[str]) -> Doc:
    copy = Doc(nlp.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc])
    copy.ents = [Span(copy, ent.start, ent.end, ent.label_) for ent in doc.ents]
    return copy


def augmented(nlp: Language, doc: Doc, randomness: random.Random) -> Iterator[Doc]:
    yield doc
    if randomness.random() < CAPITALS_SHARE:
        yield respelt(nlp, doc, [token.text.upper() for token in doc])
    if randomness.random() < ASCII_SHARE:
        yield respelt(nlp, doc, [token.text.translate(TRANSLITERATION) for token in doc])


def main(germeval: Path, corpus: Path, output: Path) -> None:
    randomness = random.Random(2026)  # noqa: S311  (repeatable, not secret)
    nlp = spacy.blank("de")
    train: list[Doc] = []
    for words, tags in germeval_sentences(germeval / "train.tsv"):
        train.extend(augmented(nlp, germeval_doc(nlp, with_other_marks(words, randomness), tags), randomness))
    germeval_dev = [
        germeval_doc(nlp, words, tags) for words, tags in germeval_sentences(germeval / "dev.tsv")
    ]
    corpus_dev: list[Doc] = []
    for number, path in enumerate(sorted(corpus.glob("*.xml"))):
        docs = list(corpus_docs(nlp, path))
        if number % HELD_OUT_EVERY == 0:
            corpus_dev.extend(docs)
            continue
        for _ in range(CORPUS_WEIGHT):
            for doc in docs:
                train.extend(augmented(nlp, doc, randomness))
    randomness.shuffle(train)
    output.mkdir(parents=True, exist_ok=True)
    DocBin(docs=train).to_disk(output / "train.spacy")
    DocBin(docs=germeval_dev).to_disk(output / "germeval_dev.spacy")
    DocBin(docs=corpus_dev).to_disk(output / "corpus_dev.spacy")
    DocBin(docs=[*germeval_dev[::2], *corpus_dev]).to_disk(output / "dev.spacy")
    print(f"train {len(train)}, GermEval dev {len(germeval_dev)}, corpus dev {len(corpus_dev)} documents")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
