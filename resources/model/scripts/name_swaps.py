"""Sentences with other names in them, and with words cut at the end of a line: for training.

A name is exchanged for another of the same kind, from the sentences themselves or from the lists of the reader, so that the
encoder learns the surroundings of names and sees more names than the sentences hold (mention replacement,
Dai and Adel 2020, arXiv:2010.11683).
"""

import csv
import random
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from reader.nlp.tag_heads import NAMES

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"
SHARES = {"PER": 0.03, "ORG": 0.05, "LOC": 0.03, "WEAPON": 0.35}  # of the names that are exchanged
LISTED_SHARE = 0.3  # of those, how many come from the lists; weapons always do
CUT_SHARE = 0.25  # of the long words of a sentence that is set narrowly
LONG_WORD = 8  # letters
SHORTEST_PART = 3  # of a word that is cut

Block = dict[str, Any]
Words = tuple[str, ...]


class NamePool:
    """Names by label, as words. Persons are put together of first names and surnames that were seen."""

    def __init__(self, documents: Iterable[dict[str, Any]]) -> None:
        seen: dict[str, set[Words]] = {label: set() for label in SHARES}
        for document in documents:
            for block in document["blocks"]:
                for start, end, label in block.get(NAMES, ()):
                    if label in seen:
                        seen[label].add(tuple(block["words"][start:end]))
        persons = sorted(name for name in seen["PER"] if len(name) == 2)
        self._first_names = [first for first, _ in persons]
        self._surnames = [last for _, last in persons]
        self._seen = {label: sorted(names) for label, names in seen.items()}
        self._listed = listed_names(KNOWLEDGE)

    def draw(self, label: str, randomness: random.Random) -> Words | None:
        """Some name of a kind; None if none is known."""
        if label == "PER" and self._first_names:
            surname = randomness.choice(self._surnames)
            return randomness.choice(((surname,), (randomness.choice(self._first_names), surname)))
        listed = self._listed.get(label, ())
        is_listed = listed and (label == "WEAPON" or randomness.random() < LISTED_SHARE)
        names = listed if is_listed else self._seen[label]
        return randomness.choice(names) if names else None


def listed_names(folder: Path) -> Mapping[str, Sequence[Words]]:
    """The names of the reader's own lists, without those that are ordinary words as well."""

    def column(name: str) -> list[Words]:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        names = {
            one
            for row in rows
            for one in (row["name"], *(row["aliases"] or "").split(";"))
            if one and one not in (row.get("doubtful") or "").split(";")
        }
        return sorted(tuple(name.split()) for name in names)

    weapons = tomllib.loads((folder / "weapons.toml").read_text(encoding="utf-8"))["weapon"]
    systems = {
        name
        for one in weapons
        for name in (one["name"], *one["aliases"])
        if name not in one.get("needs_noun", ())
    }
    return {
        "ORG": column("organisations.csv"),
        "LOC": column("places.csv"),
        "WEAPON": sorted(tuple(name.split()) for name in systems),
    }


def with_other_names(block: Block, pool: NamePool, randomness: random.Random) -> Block:
    """A block in which some names are others. Genitives stay: a name would need its ending."""
    changes: dict[tuple[int, int], Sequence[str]] = {}
    for start, end, label in block.get(NAMES, ()):
        if randomness.random() >= SHARES.get(label, 0) or block["words"][end - 1].endswith("s"):
            continue
        if name := pool.draw(label, randomness):
            changes[start, end] = name
    return changed(block, changes)


def set_narrowly(block: Block, randomness: random.Random) -> Block:
    """A block whose long words are cut here and there, the hyphen still in them."""
    changes: dict[tuple[int, int], Sequence[str]] = {}
    for place, word in enumerate(block["words"]):
        if len(word) >= LONG_WORD and word.isalpha() and randomness.random() < CUT_SHARE:
            cut = randomness.randint(SHORTEST_PART, len(word) - SHORTEST_PART)
            changes[place, place + 1] = (word[:cut] + "-", word[cut:])
    return changed(block, changes)


def changed(block: Block, changes: Mapping[tuple[int, int], Sequence[str]]) -> Block:
    """The block with other words in some places, and all its spans moved along."""
    if not changes:
        return block
    words: list[str] = []
    moved: list[int] = []  # where every old word begins now
    ends: list[int] = []  # where it ends
    place = 0
    by_start = {start: (end, new) for (start, end), new in changes.items()}
    while place < len(block["words"]):
        end, new = by_start.get(place, (place + 1, block["words"][place : place + 1]))
        moved.extend([len(words)] * (end - place))
        words.extend(new)
        ends.extend([len(words)] * (end - place))
        place = end
    spans = {
        head: [[moved[start], ends[end - 1], label] for start, end, label in found]
        for head, found in block.items()
        if head != "words"
    }
    return {"words": words, **spans}
