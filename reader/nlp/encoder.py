"""Runs the encoder: words in, scores for every tag of every head out.

A text is read in windows. Where one window ends and the next begins they overlap, so that a sentence keeps
what stands before it. Knows onnxruntime and nothing of spaCy.
"""

import hashlib
import json
import os
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import accumulate, groupby
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from reader.nlp.tag_heads import COLUMNS
from reader.nlp.word_pieces import BEGIN, END, LONGEST_ABBREVIATION, WordPieces

WEIGHTS_FILE, PIECES_FILE, CHECKSUMS_FILE = "encoder.onnx", "pieces.json", "checksums.json"
WINDOW = 208  # pieces that a window adds
CONTEXT = 28  # pieces before them that are read again, and behind them where a sentence is cut
SHORT = 64  # pieces; rows up to here are read several at once
ROWS_AT_ONCE = 8
MOST_THREADS = 4
FEWEST_SHOUTED = 3  # words, in a line of capitals
SENTENCE_ENDS = frozenset({".", "!", "?", "…", ":", ";"})

Words = Sequence[str]
Scores = NDArray[np.float32]


class EncoderBroken(Exception):
    """The files of the encoder are missing, or are not those that were made."""


@dataclass(frozen=True, slots=True)
class Window:
    """Words `start` to `end` of a text are read; the scores of `first` to `last` are taken from it."""

    start: int
    first: int
    last: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """The pieces of a window, the places of those that answer (borders, and the first piece of every word),
    and for every word which of the answers is its own.
    """

    text: int
    window: Window
    pieces: list[int]
    places: list[int]
    answers: list[int]


class Encoder:
    """Reads words with the fine-tuned encoder. Not safe to share between threads."""

    def __init__(self, session: onnxruntime.InferenceSession, pieces: WordPieces) -> None:
        self._session = session
        self._pieces = pieces

    @classmethod
    def load(cls, folder: Path) -> "Encoder":
        """Raises `EncoderBroken` if a file is missing or differs from what was made."""
        try:
            files = checked_files(folder)
            pieces = WordPieces.of_json(files[PIECES_FILE])
            session = onnxruntime.InferenceSession(
                files[WEIGHTS_FILE], session_options(), providers=["CPUExecutionProvider"]
            )
        except (OSError, ValueError, KeyError) as error:
            raise EncoderBroken(str(folder)) from error
        return cls(session, pieces)

    def scores(self, texts: Sequence[Sequence[Words]]) -> list[list[Scores]]:
        """For every block of every text the scores of its words, one row a word, `COLUMNS` columns.

        The blocks of a text are read together, the texts apart from each other.
        """
        flat = [Text.of(blocks, self._pieces) for blocks in texts]
        rows = [text.row(number, window) for number, text in enumerate(flat) for window in windows_of(text)]
        answers = [np.zeros((len(text.words), COLUMNS), dtype=np.float32) for text in flat]
        batches = batches_of(rows)
        with ThreadPoolExecutor(min(MOST_THREADS, usable_processors())) as threads:
            for batch, read in zip(batches, threads.map(self._read, batches), strict=True):
                for row, found in zip(batch, read, strict=True):
                    window = row.window
                    wanted = row.answers[window.first - window.start : window.last - window.start]
                    answers[row.text][window.first : window.last] = found[wanted]
        return [text.by_block(answer) for text, answer in zip(flat, answers, strict=True)]

    def _read(self, rows: Sequence[Row]) -> NDArray[np.float32]:
        pieces = np.array([row.pieces for row in rows], dtype=np.int64)
        places = np.array([row.places for row in rows], dtype=np.int64)
        (scores,) = self._session.run(None, {"pieces": pieces, "places": places})
        return scores  # type: ignore[no-any-return]  # onnxruntime has no types


@dataclass(frozen=True, slots=True)
class Text:
    """The words of all blocks behind one another."""

    words: list[tuple[int, ...]]
    block_ends: list[int]  # numbers of words
    sentence_ends: list[int]  # likewise, those of blocks among them
    lengths: list[int]  # pieces up to every word, one more than there are words

    @classmethod
    def of(cls, blocks: Sequence[Words], pieces: WordPieces) -> "Text":
        words: list[tuple[int, ...]] = []
        block_ends: list[int] = []
        sentence_ends: list[int] = []
        for block in blocks:
            is_shouted = in_capitals(block)
            for word in block:
                words.append(pieces.of(pieces.in_usual_case(word) if is_shouted else word))
                if word in SENTENCE_ENDS:
                    sentence_ends.append(len(words))
            if block and sentence_ends[-1:] != [len(words)]:
                sentence_ends.append(len(words))
            block_ends.append(len(words))
        lengths = list(accumulate(map(len, words), initial=0))
        return cls(words, block_ends, sentence_ends, lengths)

    def by_block(self, scores: Scores) -> list[Scores]:
        return np.split(scores, self.block_ends[:-1]) if self.block_ends else []

    def row(self, number: int, window: Window) -> Row:
        """The pieces of a window: a border stands between blocks."""
        borders = frozenset(self.block_ends)
        pieces, places, answers = [BEGIN], [0], []
        for place in range(window.start, window.end):
            if place in borders and place > window.start:
                places.append(len(pieces))
                pieces.append(END)
            answers.append(len(places))
            if self.words[place]:  # white space has no piece: what follows answers for it
                places.append(len(pieces))
                pieces.extend(self.words[place])
        places.append(len(pieces))
        pieces.append(END)
        return Row(number, window, pieces, places, answers)


def in_capitals(words: Words) -> bool:
    """Whether all words are, as in some headlines; a few abbreviations are no headline."""
    spelt = [word for word in words if any(map(str.isalpha, word))]
    is_long = any(len(word) > LONGEST_ABBREVIATION for word in spelt)
    return is_long and len(spelt) >= FEWEST_SHOUTED and all(word.isupper() for word in spelt)


def windows_of(text: Text) -> list[Window]:
    """Windows that together hold every word once, cut behind a block, else a sentence, else a word.

    Their number is even where there are several: two cores read two at once.
    """
    windows: list[Window] = []
    first, count = 0, len(text.words)
    shares = -(-text.lengths[-1] // WINDOW)
    shares += shares % 2 if shares > 1 else 0
    while first < count:
        last = _cut(text, first, shares - len(windows))
        start = _context_start(text, first)
        is_whole = last == count or _is_in(text.sentence_ends, last)
        end = last if is_whole else min(count, _within(text, last, CONTEXT))
        windows.append(Window(start, first, last, end))
        first = last
    return windows


def _cut(text: Text, first: int, windows_left: int) -> int:
    """Where a window that begins at `first` ends: the rest of a text is shared out evenly."""
    remaining = text.lengths[-1] - text.lengths[first]
    shares = max(-(-remaining // WINDOW), windows_left)
    if shares <= 1:
        return len(text.words)
    furthest = _within(text, first, WINDOW)
    nearest = _within(text, first, remaining // shares // 2)
    wanted = _within(text, first, remaining // shares)
    for ends in (text.block_ends, text.sentence_ends):
        possible = ends[bisect_left(ends, nearest) : bisect_right(ends, furthest)]
        possible = [end for end in possible if end > first]
        if possible:
            return min(possible, key=lambda end: abs(end - wanted))
    return wanted


def _within(text: Text, first: int, room: int) -> int:
    """The end of the words from `first` that fit into `room` pieces; at least one word."""
    return max(first + 1, bisect_right(text.lengths, text.lengths[first] + room) - 1)


def _context_start(text: Text, first: int) -> int:
    """Where the sentences begin that are read again, or at least some words."""
    earliest = bisect_left(text.lengths, text.lengths[first] - CONTEXT)
    if earliest == 0 or first == 0:
        return 0
    ends = text.sentence_ends
    place = bisect_left(ends, earliest)
    return ends[place] if place < len(ends) and ends[place] < first else earliest


def _is_in(ordered: Sequence[int], number: int) -> bool:
    place = bisect_left(ordered, number)
    return place < len(ordered) and ordered[place] == number


def batches_of(rows: Sequence[Row]) -> list[list[Row]]:
    """Short rows of one length together, a long row by itself: so none is padded. The longest come first."""
    batches: list[list[Row]] = []
    for (pieces, _), group in groupby(sorted(rows, key=_lengths), key=_lengths):
        same = list(group)
        size = ROWS_AT_ONCE if pieces <= SHORT else 1
        batches.extend(same[start : start + size] for start in range(0, len(same), size))
    return batches[::-1]


def _lengths(row: Row) -> tuple[int, int]:
    return len(row.pieces), len(row.places)


def checked_files(folder: Path) -> dict[str, bytes]:
    """The files of the encoder by name; each has the SHA-256 sum that `checksums.json` tells."""
    sums: dict[str, str] = json.loads((folder / CHECKSUMS_FILE).read_text(encoding="utf-8"))
    files: dict[str, bytes] = {}
    for name in (WEIGHTS_FILE, PIECES_FILE):
        files[name] = (folder / name).read_bytes()
        if hashlib.sha256(files[name]).hexdigest() != sums[name]:
            raise EncoderBroken(str(folder / name))
    return files


def session_options() -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # several windows at once are faster than several threads for one
    options.inter_op_num_threads = 1
    options.enable_mem_pattern = False  # rows have many lengths
    options.log_severity_level = 3
    return options


def usable_processors() -> int:
    """How many this process may use, where the system tells."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
