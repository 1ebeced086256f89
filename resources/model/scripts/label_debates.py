"""Let an encoder mark the names in unlabelled text, so that another can learn from what it is sure of (self-training).

usage: label_debates.py EXAMPLES.json.gz ENCODER_DIR DEBATES.txt.xz OUTPUT.json.gz [--sentences N]

Writes the examples and behind them N sentences of the debates whose every word the encoder is sure of, half of
them with names. Source: plenary protocols of the German Bundestag (public domain).
"""

import argparse
import gzip
import json
import lzma
import random
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language

from reader.nlp.encoder import Encoder, Scores
from reader.nlp.tag_heads import NAMES, columns_of, head_called, log_shares, spans_of

SEED = 2026
SENTENCES = 12_000
LEAST_PROBABILITY = 0.8  # of the likeliest tag of every word
FEWEST_WORDS, MOST_WORDS = 6, 60
LINE_SHARE = 0.12  # of the lines, so that all sessions are heard
TEXTS_AT_ONCE = 256

Document = dict[str, Any]


def sentences_of(nlp: Language, path: Path, randomness: random.Random) -> Iterator[list[str]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        chosen = (line.strip() for line in lines if randomness.random() < LINE_SHARE)
        for doc in nlp.pipe(line for line in chosen if line):
            for sentence in doc.sents:
                if FEWEST_WORDS <= len(sentence) <= MOST_WORDS:
                    yield [token.text for token in sentence]


def labelled(encoder: Encoder, sentences: Iterable[list[str]]) -> Iterator[Document]:
    """The sentences that the encoder is sure of."""
    waiting = iter(sentences)
    number = 0
    while batch := list(islice(waiting, TEXTS_AT_ONCE)):
        scores = encoder.scores([[words] for words in batch])
        for words, (of_words,) in zip(batch, scores, strict=True):
            names = of_words[:, columns_of(NAMES)]
            if is_sure(names):
                found = [[one.start, one.end, one.label] for one in spans_of(head_called(NAMES), names)]
                block = {"words": words, NAMES: found}
                yield {"source": "debates", "name": f"debates-{number}", "heads": [NAMES], "blocks": [block]}
                number += 1


def is_sure(scores: Scores) -> bool:
    return bool(np.exp(log_shares(scores)).max(axis=1).min() >= LEAST_PROBABILITY)


def half_with_names(documents: Iterable[Document], count: int) -> Iterator[Document]:
    left = {True: count // 2, False: count - count // 2}
    for document in documents:
        has_names = bool(document["blocks"][0][NAMES])
        if left[has_names]:
            left[has_names] -= 1
            yield document
        if not any(left.values()):
            return


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("examples", "encoder", "debates", "output"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--sentences", type=int, default=SENTENCES)
    chosen = parser.parse_args()
    nlp = spacy.blank("de")
    nlp.add_pipe("sentencizer")
    randomness = random.Random(SEED)  # noqa: S311  (repeatable, not secret)
    sentences = sentences_of(nlp, chosen.debates, randomness)
    found = list(half_with_names(labelled(Encoder.load(chosen.encoder), sentences), chosen.sentences))
    with gzip.GzipFile(chosen.output, "wb", mtime=0) as file:
        file.write(gzip.decompress(chosen.examples.read_bytes()))
        for document in found:
            file.write(json.dumps(document, ensure_ascii=False).encode() + b"\n")
    print(f"{len(found)} sentences, {sum(len(one['blocks'][0][NAMES]) for one in found)} names")


if __name__ == "__main__":
    main()
