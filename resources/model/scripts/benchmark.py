"""Measure how fast the German pipeline is, and a spaCy CNN beside it, in the same run.

usage: benchmark.py [DATA] [--beside PIPELINE_DIR …] [--articles N]

Reads 200 articles: those below DATA (`corpus/articles`), or else the samples of the app, again and again. Every
pipeline is measured in a process of its own: seconds to load, seconds to the first tagged article of about 400 words, words
a second of the tagger over all articles as one stream, and the most memory. Without --beside the CNN is made from
`baseline/config.cfg` untrained: its speed does not depend on what it has learnt.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from reader.importers.opener import open_file

MODEL = Path(__file__).resolve().parents[1]
ARTICLES = 200
FIRST_WORDS = 400
THREADS = 2
CNN_LABELS = ("PER", "ORG", "LOC", "MISC", "WEAPON", "WEAPONpart", "WEAPONgeneric")


def articles_of(data: Path | None) -> list[list[str]]:
    """The paragraphs of every article."""
    folder = None
    if data:
        below = (*data.rglob("corpus/articles"), *data.resolve().parent.rglob("corpus/articles"))
        folder = next((path for path in below if path.is_dir()), None)
    if folder:
        roots = [ET.parse(path).getroot() for path in sorted(folder.glob("*.xml"))]  # noqa: S314  (our own files)
        return [["".join(block.itertext()) for block in root] for root in roots]
    samples = [open_file(str(path)) for path in sorted((MODEL.parent / "samples").glob("*.html"))]
    return [[block.span.of(sample.text) for block in sample.blocks] for sample in samples]


def use_processors(count: int) -> None:
    """Leave all others aside, for this process and those it starts."""
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:count])


def measure(folder: Path, articles: list[list[str]]) -> dict[str, Any]:
    """What this process needs to load the pipeline of `folder` and to tag the articles."""
    import spacy  # noqa: PLC0415  (its import is no part of loading a pipeline)

    from reader.nlp import tagger, text_tags  # noqa: F401, PLC0415  (tells spaCy the component)

    begin = time.perf_counter()
    nlp = spacy.load(folder)
    loaded = time.perf_counter()
    first = first_article(articles)
    list(nlp.pipe(documents(nlp, first, 0, text_tags.TEXT_KEY)))
    answered = time.perf_counter()
    stream = (
        doc
        for number, article in enumerate(articles)
        for doc in documents(nlp, article, number, text_tags.TEXT_KEY)
    )
    words = sum(not (token.is_punct or token.is_space) for doc in nlp.pipe(stream) for token in doc)
    done = time.perf_counter()
    return {
        "load_s": round(loaded - begin, 2),
        "first_s": round(answered - loaded, 2),
        "words_per_s": round(words / (done - answered)),
        "words": words,
        "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "files_mb": round(sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6, 1),
    }


def measured_apart(pipeline: Path, data: Path | None, articles: int) -> dict[str, Any]:
    """What a process of its own needs."""
    command = [sys.executable, __file__, *([str(data)] if data else [])]
    command += ["--measure", str(pipeline), "--articles", str(articles)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def documents(nlp: Any, article: list[str], number: int, key: str) -> list[Any]:
    docs = [nlp.make_doc(paragraph) for paragraph in article]
    for doc in docs:
        doc.user_data[key] = number
    return docs


def first_article(articles: list[list[str]]) -> list[str]:
    """Paragraphs of about 400 words."""
    paragraphs: list[str] = []
    for paragraph in cycle(paragraph for article in articles for paragraph in article):
        paragraphs.append(paragraph)
        if sum(len(one.split()) for one in paragraphs) >= FIRST_WORDS:
            return paragraphs
    return paragraphs


def untrained_cnn(folder: Path) -> Path:
    """The CNN of the config as training begins with it."""
    import spacy  # noqa: PLC0415  (only here)
    from spacy.util import load_model_from_config  # noqa: PLC0415

    config = spacy.util.load_config(MODEL / "baseline" / "config.cfg")
    config["components"]["tok2vec"]["model"]["embed"]["include_static_vectors"] = False
    config["initialize"] = {}
    nlp = load_model_from_config(config, auto_fill=True)
    ner = nlp.get_pipe("ner")
    for label in CNN_LABELS:
        ner.add_label(label)
    nlp.initialize()
    nlp.to_disk(folder)
    return folder


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--beside", type=Path, nargs="+", help="spaCy pipelines to compare with")
    parser.add_argument("--pipeline", type=Path, default=MODEL / "de_lesart_news")
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    use_processors(THREADS)
    articles = list(islice(cycle(articles_of(chosen.data)), chosen.articles))
    if chosen.measure:
        print(json.dumps(measure(chosen.measure, articles)))
        return
    with tempfile.TemporaryDirectory() as folder:
        beside = chosen.beside or [untrained_cnn(Path(folder) / "spaCy CNN")]
        print(f"{'':24s}{'load s':>8s}{'first s':>9s}{'words/s':>9s}{'memory MB':>11s}{'files MB':>10s}")
        for pipeline in (chosen.pipeline, *beside):
            found = measured_apart(pipeline, chosen.data, chosen.articles)
            print(
                f"{pipeline.name:24s}{found['load_s']:8.2f}{found['first_s']:9.2f}{found['words_per_s']:9d}"
                f"{found['memory_mb']:11d}{found['files_mb']:10.1f}",
                flush=True,
            )
    print(f"{chosen.articles} articles, {found['words']} words; {THREADS} threads")


if __name__ == "__main__":
    main()
