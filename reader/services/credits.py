"""Where the data of the program come from, and under which licences they are used."""

import re
from dataclasses import dataclass
from pathlib import Path

CARD = Path("model", "MODEL_CARD.md")
WORD_LISTS = Path("lexicons", "SOURCES.md")
ROW = re.compile(r"^\|(?P<cells>.*)\|\s*$", re.MULTILINE)
RULE = re.compile(r"[\s|:-]+")
MARKUP = re.compile(r"[`*]")
LICENCE = "Licence"
BASE = "Comes from"
TRAINED_ON = "## What it was trained on"


@dataclass(frozen=True, slots=True)
class Credit:
    """Something that others made, and how it may be used; `what` and `licence` as their authors wrote it."""

    what: str
    licence: str


def word_list_credits(resources: Path) -> tuple[Credit, ...]:
    """The sources of the word lists; none if the file that names them is missing."""
    rows = _rows(_read(resources / WORD_LISTS))
    return tuple(Credit(f"{row[0]}: {row[1]}", row[2]) for row in rows[1:] if len(row) > 2)  # noqa: PLR2004


def model_credits(resources: Path) -> tuple[Credit, ...]:
    """The language model, then what it was trained on; none if its card is missing."""
    card = _read(resources / CARD)
    about, _, training = card.partition(TRAINED_ON)
    particulars = {row[0]: row[1] for row in _rows(about) if len(row) == 2}  # noqa: PLR2004
    name = card.partition("\n")[0].lstrip("# ")
    if LICENCE not in particulars:
        return ()
    model = Credit(f"{name}: {particulars.get(BASE, '')}", particulars[LICENCE])
    data = _rows(training.partition("\n## ")[0])[1:]
    return (model, *(Credit(row[0], row[2]) for row in data if len(row) > 2))  # noqa: PLR2004


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):  # what is not there cannot be told
        return ""


def _rows(text: str) -> list[list[str]]:
    """The rows of a table in Markdown, its heading first, without the rule below it."""
    lines = [match["cells"] for match in ROW.finditer(text) if not RULE.fullmatch(match["cells"])]
    return [[MARKUP.sub("", cell).strip() for cell in line.split("|")] for line in lines]
