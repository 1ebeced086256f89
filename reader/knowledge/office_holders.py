"""What people in office are called in full."""

import csv
import re
from pathlib import Path

from reader.knowledge.gazetteer import LIST_SEPARATOR, Words

NUMERAL = re.compile(r"\b[IVX]+\b")
FEWEST_WORDS = 2  # of a name in full


def full_names(resources: Path) -> frozenset[Words]:
    """The names of more than one word that mean nobody else, also in other spellings: Volodymyr Zelenskyy.

    Without those of kings and popes: Abdullah II. von Jordanien has the name of a country in it.
    """
    with (resources / "knowledge" / "office_holders.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = (
        tuple(name.split())
        for row in rows
        for name in (row["name"], row["name_en"], *row["aliases"].split(LIST_SEPARATOR))
        if name not in row["doubtful"].split(LIST_SEPARATOR) and NUMERAL.search(name) is None
    )
    return frozenset(words for words in names if len(words) >= FEWEST_WORDS)
