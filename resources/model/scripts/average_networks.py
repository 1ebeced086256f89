"""Write the mean of the weights of two networks of one kind.

usage: average_networks.py FIRST_DIR SECOND_DIR OUTPUT_DIR

The second was trained on from the first (`train_encoder.py --goes-on`). Their mean keeps what the first knew and what the
second learnt besides better than either (Wortsman et al. 2022, arXiv:2109.01903). Needs torch.
"""

import json
import sys
from pathlib import Path

import torch


def main(first: Path, second: Path, output: Path) -> None:
    one, other = (torch.load(folder / "network.pt", weights_only=True) for folder in (first, second))
    output.mkdir(parents=True, exist_ok=True)
    torch.save({name: (one[name] + other[name]) / 2 for name in other}, output / "network.pt")
    reports = [
        json.loads((folder / "training.json").read_text(encoding="utf-8")) for folder in (first, second)
    ]
    totals = {key: round(sum(report[key] for report in reports), 1) for key in ("steps", "pieces", "minutes")}
    report = {**reports[1], **totals, "stages": reports}
    del report["dev_f1"]  # is that of the second, not of the mean
    (output / "training.json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
