"""Train small subword vectors (floret) on public-domain debates and the training texts.

usage: train_vectors.py DEBATES.txt.xz TRAIN.spacy OUTPUT_FILE

Source of the debates: plenary protocols of the German Bundestag (official works, public domain).
"""

import lzma
import re
import sys
import tempfile
from pathlib import Path

import floret
import spacy
from spacy.tokens import DocBin

WORDS = re.compile(r"\w+(?:[-.']\w+)*|[^\w\s]")
HYPHENATION = re.compile(r"(?<=[a-zäöüß])-\n(?=[a-zäöüß])")


def main(debates: Path, train: Path, output: Path) -> None:
    vocab = spacy.blank("de").vocab
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as text:
        for line in HYPHENATION.sub("", lzma.open(debates, "rt", encoding="utf-8").read()).splitlines():
            if words := WORDS.findall(line):
                text.write(" ".join(words) + "\n")
        for doc in DocBin().from_disk(train).get_docs(vocab):
            text.write(" ".join(token.text for token in doc) + "\n")
        text.flush()
        model = floret.train_unsupervised(
            text.name,
            model="cbow",
            mode="floret",
            hashCount=2,
            bucket=30_000,
            minn=4,
            maxn=5,
            dim=128,
            minCount=5,
            epoch=8,
            neg=10,
            thread=1,  # one thread: floret has no seed, and two would race
        )
    model.save_floret_vectors(str(output))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
