"""What people in office are called in full."""

import csv
import re
from pathlib import Path

from reader.knowledge.gazetteer import LIST_SEPARATOR, Words

NUMERAL = re.compile(r"\b[IVX]+\b")
NUMERAL_AT_END = re.compile(r"\b[IVX]+\b(?!\.? [A-Z])")  # Abdullah II. von Jordanien, not Carl XVI. Gustaf
WORD = re.compile(r"[^\s.]*[IVX](?=\. )|\.(?= )|\S+")  # as the tokenizer parts a numeral from its full stop
PARTICLES = ("von ", "van ", "de ", "da ", "dos ", "di ", "du ")
FEWEST_WORDS = 2  # of a name in full


def full_names(resources: Path) -> frozenset[Words]:
    """The names of more than one word that mean nobody else, also in other spellings: Volodymyr Zelenskyy.

    Without those of kings and popes that have nothing but a number behind their first name: Abdullah II. von
    Jordanien has the name of a country in it.
    """
    names = (
        _words(name)
        for row in _rows(resources)
        for name in (row["name"], row["name_en"], *row["aliases"].split(LIST_SEPARATOR))
        if name not in row["doubtful"].split(LIST_SEPARATOR) and NUMERAL_AT_END.search(name) is None
    )
    return frozenset(words for words in names if len(words) >= FEWEST_WORDS)


def surnames_with_particle(resources: Path) -> frozenset[Words]:
    """The surnames that begin with a small word, and nothing else does: von der Leyen; not bin Salman."""
    surnames = {row["surname"] for row in _rows(resources) if row["surname"].startswith(PARTICLES)}
    at_start = {surname[0].upper() + surname[1:] for surname in surnames}
    return frozenset(tuple(surname.split()) for surname in surnames | at_start)


def _rows(resources: Path) -> list[dict[str, str]]:
    with (resources / "knowledge" / "office_holders.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _words(name: str) -> Words:
    """The name as its words stand in a text: Carl | XVI | . | Gustaf."""
    return tuple(name.split()) if NUMERAL.search(name) is None else tuple(WORD.findall(name))
