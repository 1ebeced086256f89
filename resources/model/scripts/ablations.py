"""Learn what each part of the model is worth: train it anew without that part, for as many steps, and compare.

usage: ablations.py DATA WORK [--steps N] [--pipelines DIR …]

WORK is the working folder of an earlier `train.py`, whose examples, vocabulary, wheels and environment are used. All
variants begin with the base encoder and take the same steps, far fewer than the weights that ship: compare them with
each other alone. Prints a table as Markdown: F1 of the heads by themselves, size, speed, time to load, memory. The
pipelines named besides are measured in the same run (`de_lesart_news` always is). What is there already is
not trained again.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmark import ARTICLES, MODEL, THREADS, measured_apart, use_processors
from score_encoder import BATCH_B2, GERMEVAL
from train import run

from reader.nlp.text_tags import TAGGER

STEPS = 500
VARIANTS: dict[str, tuple[str, ...]] = {
    "everything": (),
    "without the corpus": ("--without", "corpus"),
    "without variations": ("--without", "variations"),
    "six layers": ("--layers", "6"),
}
FLOAT = "everything, 32 bits"
LABELS = ("PER", "ORG", "LOC", "MISC", "PER+ORG+LOC", "all 12 labels")
WEAPONS = ("WEAPON named and part", "WEAPONgeneric")
COSTS = ("files_mb", "words_per_s", "load_s", "first_s", "memory_mb")
HEADINGS = ("weights", *LABELS, *(f"b2 {label}" for label in WEAPONS))
COST_HEADINGS = ("MB", "words/s", "load s", "first s", "memory MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--pipelines", type=Path, nargs="*", default=[])
    chosen = parser.parse_args()
    use_processors(THREADS)
    folder: Path = chosen.work / "ablations"
    python = chosen.work / "environment" / "bin" / "python"
    inputs = [chosen.work / name for name in ("wheels", "examples.json.gz", "vocabulary")]
    pipelines: dict[str, Path] = {"as shipped": MODEL / "de_lesart_news"}
    for name, arguments in VARIANTS.items():
        trained = folder / name
        if not (trained / "network.pt").exists():
            run(python, "train_encoder.py", *inputs, trained, "--steps", chosen.steps, *arguments)
        pipelines[name] = exported(python, inputs, trained, folder / f"{name}, pipeline")
    pipelines[FLOAT] = exported(
        python, inputs, folder / "everything", folder / f"{FLOAT}, pipeline", "--float", "--plain"
    )
    pipelines |= {path.name: path for path in chosen.pipelines}
    print(f"\n| {' | '.join((*HEADINGS, *COST_HEADINGS))} |")
    print("|" + "---|" * len((*HEADINGS, *COST_HEADINGS)))
    for name, path in pipelines.items():
        costs = measured_apart(path, chosen.data, ARTICLES)
        row = [name, *qualities(path, inputs[1]), *(f"{costs[key]:,}" for key in COSTS)]
        print(f"| {' | '.join(row)} |", flush=True)


def exported(python: Path, inputs: list[Path], trained: Path, pipeline: Path, *how: str) -> Path:
    """The spaCy pipeline of a trained network, its figures beside it."""
    wheels, examples, vocabulary = inputs
    scores = scores_beside(pipeline)
    if not pipeline.exists():
        with tempfile.TemporaryDirectory() as folder:
            encoder = Path(folder) / "encoder"
            run(python, "export_encoder.py", trained, vocabulary, wheels, examples, encoder, *how)
            run(sys.executable, "score_encoder.py", examples, encoder, "--json", scores)
            run(sys.executable, "assemble.py", encoder, scores, trained / "training.json", pipeline)
    return pipeline


def scores_beside(pipeline: Path) -> Path:
    return pipeline.with_name(f"{pipeline.name}, scores.json")


def qualities(pipeline: Path, examples: Path) -> list[str]:
    """F1 by label; empty for a pipeline without our encoder."""
    if not (pipeline / TAGGER).is_dir():
        return [""] * (len(HEADINGS) - 1)
    with tempfile.TemporaryDirectory() as folder:
        scores = scores_beside(pipeline)
        if not scores.exists():
            scores = Path(folder) / "scores.json"
            run(sys.executable, "score_encoder.py", examples, pipeline / TAGGER, "--json", scores)
        tables: dict[str, Any] = json.loads(scores.read_text(encoding="utf-8"))
    rows = [tables[GERMEVAL][label] for label in LABELS] + [tables[BATCH_B2][label] for label in WEAPONS]
    return [f"{row['f']:.3f}" for row in rows]


if __name__ == "__main__":
    main()
