"""Score the heads of an encoder by themselves, without the steps that come behind it.

usage: score_encoder.py EXAMPLES.json.gz ENCODER_DIR [--sentences N] [--all-articles] [--json FILE]

ENCODER_DIR holds `encoder.onnx`, `pieces.json` and `checksums.json`. Scored are GermEval dev, batch b2 of
the corpus (it is held out as a whole) and the other held-out articles. A span counts only with exact borders
and label. If the weights were trained on all articles, say --all-articles: figures for the corpus would mean
nothing. Moods are scored on every tenth sentence of the treebanks, which training saw as well: that shows
that the head works, no more.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from corpus_marks import UNKNOWN
from training_rows import HELD_OUT_BATCH, is_held_out, load_documents

from reader.nlp.encoder import Encoder, Scores
from reader.nlp.tag_heads import DIRECT, MOODS, NAMES, QUOTATIONS, ROLES, columns_of, head_called, spans_of

GERMEVAL, BATCH_B2, OTHERS = "GermEval 2014 dev", "Lesart corpus, batch b2", "Lesart corpus, other batches"
MAIN_LABELS = ("PER", "ORG", "LOC")
TEXTS_AT_ONCE = 64

Document = dict[str, Any]
Counts = tuple[int, int, int]  # right, found, wanted
Row = dict[str, float]  # precision, recall, F1, number
Table = dict[str, Row]


def answers(encoder: Encoder, documents: Sequence[Document]) -> Iterator[tuple[Document, list[Scores]]]:
    for start in range(0, len(documents), TEXTS_AT_ONCE):
        batch = documents[start : start + TEXTS_AT_ONCE]
        texts = [[block["words"] for block in document["blocks"]] for document in batch]
        yield from zip(batch, encoder.scores(texts), strict=True)


def count_spans(answered: Iterable[tuple[Document, list[Scores]]], name: str) -> dict[str, Counts]:
    """By label how many spans are right, were found and were wanted."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    head = head_called(name)
    for document, scores in answered:
        for block, of_block in zip(document["blocks"], scores, strict=True):
            gold = {tuple(span) for span in block[name] if span[2] != UNKNOWN}
            unknown = [span for span in block[name] if span[2] == UNKNOWN]
            answer = {
                (one.start, one.end, one.label) for one in spans_of(head, of_block[:, columns_of(name)])
            }
            answer = {
                one for one in answer if not any(one[0] < end and start < one[1] for start, end, _ in unknown)
            }
            right.update(label for _, _, label in gold & answer)
            found.update(label for _, _, label in answer)
            wanted.update(label for _, _, label in gold)
    return {label: (right[label], found[label], wanted[label]) for label in sorted(found | wanted)}


def count_moods(answered: Iterable[tuple[Document, list[Scores]]]) -> dict[str, Counts]:
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    tags = head_called(MOODS).tags
    for document, scores in answered:
        for block, of_block in zip(document["blocks"], scores, strict=True):
            answer = {
                (place, tags[tag])
                for place, tag in enumerate(of_block[:, columns_of(MOODS)].argmax(axis=1))
                if tag
            }
            gold = {(start, mood) for start, _, mood in block[MOODS]}
            right.update(mood for _, mood in gold & answer)
            found.update(mood for _, mood in answer)
            wanted.update(mood for _, mood in gold)
    return {mood: (right[mood], found[mood], wanted[mood]) for mood in sorted(wanted)}


def figures(counts: Counts) -> Row:
    right, found, wanted = counts
    precision, recall = right / max(found, 1), right / max(wanted, 1)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return {"p": round(precision, 4), "r": round(recall, 4), "f": round(f1, 4), "count": wanted}


def report(title: str, counts: dict[str, Counts], groups: dict[str, Sequence[str]]) -> Table:
    """Print a table; give it back."""
    print(f"\n{title}")
    table = {label: figures(found) for label, found in counts.items()}
    for name, labels in groups.items():
        sums = np.sum([counts.get(label, (0, 0, 0)) for label in labels], axis=0)
        table[name] = figures((int(sums[0]), int(sums[1]), int(sums[2])))
    for label, row in table.items():
        show(label, row)
    return table


def show(label: str, row: Row) -> None:
    print(f"{label:28s} P {row['p']:.4f}  R {row['r']:.4f}  F1 {row['f']:.4f}  ({row['count']})")


def score(
    documents: Sequence[Document], encoder: Encoder, *, sentences: int | None, all_articles: bool
) -> dict[str, Any]:
    """Print the figures of all heads; give them back."""
    tables: dict[str, Any] = {}
    dev = [one for one in documents if one["name"].startswith("dev-")][:sentences]
    if dev:
        counts = count_spans(answers(encoder, dev), NAMES)
        counts = {label: found for label, found in counts.items() if not label.startswith("WEAPON")}
        groups = {"PER+ORG+LOC": MAIN_LABELS, "all 12 labels": tuple(counts)}
        tables[GERMEVAL] = report(f"GermEval 2014 dev, {len(dev)} sentences", counts, groups)
    names = [one["name"] for one in documents if one["source"] == "corpus"]
    held_out = [
        one for one in documents if one["source"] == "corpus" and is_held_out(one, names, all_articles=False)
    ]
    parts = {
        BATCH_B2: [one for one in held_out if one["name"].startswith(HELD_OUT_BATCH)],
        OTHERS: [one for one in held_out if not one["name"].startswith(HELD_OUT_BATCH)],
    }
    for part, articles in parts.items():
        if all_articles or not articles:
            continue
        answered = list(answers(encoder, articles))
        groups = {"PER+ORG+LOC": MAIN_LABELS, "WEAPON named and part": ("WEAPON", "WEAPONpart")}
        title = f"{part}, {len(articles)} held-out articles"
        tables[part] = report(title, count_spans(answered, NAMES), groups)
        for head in (DIRECT, QUOTATIONS, ROLES):
            tables[f"{part}, {head}"] = report(f"{title}: {head}", count_spans(answered, head), {})
    trees = [one for one in documents if one["source"] == "ud"][::10]
    if trees:
        title = "Moods of finite verbs, seen in training"
        tables[title] = report(title, count_moods(answers(encoder, trees)), {})
    return tables


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("examples", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("--sentences", type=int, help="score only so many sentences of GermEval")
    parser.add_argument("--all-articles", action="store_true", help="the articles were all trained on")
    parser.add_argument("--json", type=Path, help="write the figures there as well")
    chosen = parser.parse_args()
    tables = score(
        load_documents(chosen.examples),
        Encoder.load(chosen.encoder),
        sentences=chosen.sentences,
        all_articles=chosen.all_articles,
    )
    if chosen.json:
        chosen.json.write_text(json.dumps(tables, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
