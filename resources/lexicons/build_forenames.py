"""Make `forenames.txt`: given names that nearly all belong to women, or nearly all to men.

usage: build_forenames.py COMMON.csv BERLIN.csv

COMMON is common-forenames-by-country (sigpwned, CC0), BERLIN the given names of newborn children in Berlin
(CC BY 3.0 DE). A name that both sexes bear is left out.
"""

import collections
import csv
import sys
from pathlib import Path

HERE = Path(__file__).parent
FEWEST = 12  # children in Berlin
CLEAR = 0.97  # share of one sex


def main(common: Path, berlin: Path) -> None:
    women: collections.Counter[str] = collections.Counter()
    men: collections.Counter[str] = collections.Counter()
    with common.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            counts = women if row["Gender"] == "F" else men
            for name in (row["Localized Name"], row["Romanized Name"]):
                if name.isalpha():
                    counts[name] += FEWEST
    with berlin.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            women[row["vorname"]] += int(row["w"])
            men[row["vorname"]] += int(row["m"])
    entries = []
    for name in sorted(women.keys() | men.keys()):
        total = women[name] + men[name]
        share = women[name] / total if total else 0.5
        if total >= FEWEST and max(share, 1 - share) >= CLEAR and name.isalpha():
            entries.append(f"{name}\t{'f' if share >= CLEAR else 'm'}")
    head = (
        "# Given names of women (f) and men (m).\n"
        "# From common-forenames-by-country (CC0) and the given names of Berlin 2012-2023 (CC BY 3.0 DE);\n"
        "# made by build_forenames.py.\n"
    )
    (HERE / "forenames.txt").write_text(head + "\n".join(entries) + "\n", encoding="utf-8")
    print(len(entries), "names")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
