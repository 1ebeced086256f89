"""Score the pipeline on texts it was not trained on, and write the figures into the model card.

usage: evaluate.py DATA

DATA is a folder that has, somewhere below it or beside it, `germeval2014/dev.tsv` (GermEval 2014, CC BY
4.0) and `corpus/articles/*.xml` (the Lesart corpus). What is missing is left out, and said. Exits with 1 if
people, organisations and places together fall below the least F1, or if there is nothing to score.

Of the corpus, the articles that training leaves out are scored; besides, the reference articles and sentences of
`tests/data`, German and English, on which nothing is ever trained. At last the heads of the encoder are scored by
themselves.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import make_examples
from article_scores import MAIN_LABELS, read_article, score_articles
from card import write_scores
from corpus_marks import HELD_OUT_EVERY
from score_encoder import Table, report, score
from spacy.tokens import Doc
from spelling_scores import score_spellings
from training_rows import HELD_OUT_BATCH

from reader.nlp import load_pipeline
from reader.nlp.encoder import Encoder
from reader.nlp.findings import findings_of
from reader.nlp.installed_pipelines import OWN_MODEL
from reader.nlp.pipeline import Pipeline
from reader.nlp.text_tags import TAGGER
from reader.paths import resources_folder

LEAST_F1 = 0.85  # of people, organisations and places on GermEval
TESTS_DATA = Path(__file__).resolve().parents[3] / "tests" / "data"
ALL_STEPS = "All steps"
NAMED_WEAPONS = {"WEAPON": "MISC", "WEAPONpart": "MISCpart"}  # GermEval counts them among products


def main(data: str) -> int:
    if not data or not Path(data).is_dir():
        print("usage: make evaluate DATA=path   (a folder with germeval2014/dev.tsv and corpus/articles)")
        print(f"There is no folder {data!r}." if data else "No folder was given.")
        return 1
    folder = Path(data)
    germeval = _first(folder, "germeval2014/dev.tsv")
    corpus = _first(folder, "corpus/articles") or _first(folder.resolve().parent, "corpus/articles")
    if germeval is None and corpus is None:
        print(f"Below {folder} there is neither germeval2014/dev.tsv nor corpus/articles.")
        return 1
    tables: dict[str, Table] = {}
    remarks: list[str] = []
    f1 = LEAST_F1
    if germeval:
        tables[f"{ALL_STEPS}: GermEval 2014 dev"] = score_germeval(germeval)
        f1 = tables[f"{ALL_STEPS}: GermEval 2014 dev"]["PER+ORG+LOC"]["f"]
    else:
        print("germeval2014/dev.tsv is missing: no figures for it.")
    german, english = Pipeline.load("de"), Pipeline.load("en")
    for title, paths, pipeline, language in article_sets(corpus, german, english):
        golds = [read_article(path, language) for path in paths]
        found, said = score_articles(f"{ALL_STEPS}: {title}", golds, pipeline)
        tables |= found
        remarks += said
    tables[f"{ALL_STEPS}: unusual spellings and English"] = score_spellings(TESTS_DATA, german, english)
    tables |= score_heads(folder, germeval, corpus)
    if germeval and corpus:
        write_scores(tables, remarks)
    if f1 < LEAST_F1:
        print(f"PER, ORG and LOC together: F1 {f1:.4f} is below {LEAST_F1}.")
        return 1
    return 0


def article_sets(
    corpus: Path | None, german: Pipeline, english: Pipeline
) -> Iterator[tuple[str, list[Path], Pipeline, str]]:
    """What is scored, where it is, and by which pipeline."""
    if corpus is None:
        print("corpus/articles is missing: no figures for its held-out articles.")
    else:
        yield "Lesart corpus, held out", sorted(corpus.glob("*.xml"))[::HELD_OUT_EVERY], german, "de"
        yield "Lesart corpus, batch b2", sorted(corpus.glob(f"{HELD_OUT_BATCH}*.xml")), german, "de"
    yield "reference articles", sorted((TESTS_DATA / "articles").glob("ref-*.xml")), german, "de"
    yield "English articles", sorted((TESTS_DATA / "english").glob("*.xml")), english, "en"


def score_heads(folder: Path, germeval: Path | None, corpus: Path | None) -> dict[str, Table]:
    """Print what the encoder finds by itself."""
    model = resources_folder() / "model" / OWN_MODEL
    if not (model / TAGGER).is_dir():
        return {}
    training = json.loads((model / "meta.json").read_text(encoding="utf-8"))["training"]
    print("\nThe heads of the encoder by themselves, before all other steps:")
    documents = [
        *(make_examples.germeval(germeval, "dev") if germeval else ()),
        *(make_examples.corpus(corpus) if corpus else ()),
        *(
            document
            for path in sorted(folder.rglob("*.conllu"))
            for document in make_examples.universal_dependencies(path)
        ),
    ]
    encoder = Encoder.load(model / TAGGER)
    return score(documents, encoder, sentences=None, all_articles=training["all_articles"])


def score_germeval(path: Path) -> Table:
    """Print the figures of every label; give them back.

    Words for classes of weapons are names to us alone and do not count.
    """
    nlp = load_pipeline("de")
    sentences = list(germeval_sentences(path))
    docs = [Doc(nlp.vocab, words=words) for words, _ in sentences]
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for (_, names), doc in zip(sentences, nlp.pipe(docs), strict=True):
        gold = set(names)
        answer = {
            (one.start, one.end, NAMED_WEAPONS.get(one.label, one.label))
            for one in findings_of(doc)
            if not one.is_generic
        }
        right.update(label for _, _, label in gold & answer)
        found.update(label for _, _, label in answer)
        wanted.update(label for _, _, label in gold)
    counts = {label: (right[label], found[label], wanted[label]) for label in sorted(wanted)}
    title = f"GermEval 2014 dev, outer level, {len(sentences)} sentences, words given"
    return report(title, counts, {"PER+ORG+LOC": MAIN_LABELS, "all 12 labels": tuple(counts)})


def germeval_sentences(path: Path) -> Iterator[tuple[list[str], list[tuple[int, int, str]]]]:
    words: list[str] = []
    names: list[tuple[int, int, str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("#\t"):
            continue
        if not line.strip():
            if words:
                yield words, names
            words, names = [], []
            continue
        _, word, tag, *_ = line.split("\t")
        place = len(words)
        words.append(word)
        label = tag[2:].replace("OTH", "MISC")
        if tag.startswith("B-"):
            names.append((place, place + 1, label))
        elif tag.startswith("I-") and names:
            names[-1] = (names[-1][0], place + 1, names[-1][2])


def _first(folder: Path, ending: str) -> Path | None:
    return next((path for path in sorted(folder.rglob(ending)) if path.exists()), None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
