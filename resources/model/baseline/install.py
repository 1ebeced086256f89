"""Turn a trained pipeline into the one that ships: named, licensed, without training's leavings.

usage: install.py TRAINED_MODEL OUTPUT_DIR
"""

import json
import re
import shutil
import sys
from pathlib import Path

import spacy

PARTICULARS = {
    "name": "lesart_news",
    "version": "0.1.0",
    "description": (
        "German news: people, organisations, places, weapon systems and other names, "
        "also derived from them and as part of a word"
    ),
    "author": "The Lesart authors",
    "license": "CC BY 4.0 (weights)",
    "sources": [
        {
            "name": "GermEval 2014 Named Entity Recognition Shared Task, train split",
            "author": "Darina Benikova, Chris Biemann, Marc Reznicek",
            "license": "CC BY 4.0",
            "url": "https://sites.google.com/site/germeval2014ner/",
        },
        {"name": "Lesart corpus", "author": "The Lesart authors", "license": "CC BY 4.0", "url": ""},
        {
            "name": "Plenary protocols of the German Bundestag, for the subword vectors",
            "author": "Deutscher Bundestag",
            "license": "public domain (official works)",
            "url": "https://www.bundestag.de/protokolle",
        },
    ],
}
TRAINING_PATH = re.compile(r"(?m)^(train|dev|vectors) = \".*\"$")


def main(trained: Path, output: Path) -> None:
    nlp = spacy.load(trained)
    labels = {label for labels in nlp.pipe_labels.values() for label in labels}
    shutil.rmtree(output, ignore_errors=True)
    nlp.to_disk(output)
    # The words of the training texts are not needed: floret vectors have no keys.
    strings = sorted(labels | set(nlp.pipe_names))
    (output / "vocab" / "strings.json").write_text(json.dumps(strings, indent=1) + "\n", encoding="utf-8")
    config = (output / "config.cfg").read_text(encoding="utf-8")
    (output / "config.cfg").write_text(TRAINING_PATH.sub(r"\1 = null", config), encoding="utf-8")
    meta = json.loads((output / "meta.json").read_text(encoding="utf-8"))
    losses = [key for key in meta["performance"] if key.endswith("_loss")]
    for key in losses:
        del meta["performance"][key]
    meta.update(PARTICULARS)
    (output / "meta.json").write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
