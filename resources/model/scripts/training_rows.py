"""Examples as rows of pieces and targets, varied anew in every epoch."""

import gzip
import itertools
import json
import multiprocessing
import random
import re
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from corpus_marks import HELD_OUT_EVERY, UNKNOWN
from name_swaps import NamePool, set_narrowly, with_other_names
from numpy.typing import NDArray

from reader.nlp.tag_heads import HEADS, NAMES, OUTSIDE
from reader.nlp.word_pieces import BEGIN, END, PADDING, WordPieces

IGNORED = -100
HELD_OUT_BATCH = "b2-"  # of the corpus, as a whole
LONGEST_ROW, SHORTEST_ROW = 256, 48  # pieces
MOST_PIECES = 511  # before the last border: the encoder knows 512 positions
CORPUS_REPEATS = 3  # a day of articles beside 24,000 sentences
SENTENCE_REPEATS = 3  # of our own
LIKE_GERMEVAL = frozenset({"germeval", "sentences"})
JOINED_SHARE = 0.1  # of the single sentences, which stand behind one another as in a paragraph
CAPITALS_SHARE, TRANSLITERATED_SHARE, SWISS_SHARE = 0.03, 0.03, 0.02
NARROW_SHARE = 0.02  # of the rows, in which words are cut at the ends of lines
NO_STOP_SHARE = 0.06  # of the single sentences: headlines and lists end without a full stop
PLAIN_MARKS = frozenset({'"', "``", "''"})
QUOTATION_MARKS = (("„", "“"), ("„", "“"), ("»", "«"), ("«", "»"), ("“", "”"), ('"', '"'))
TRANSLITERATION = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
SWISS = str.maketrans({"ß": "ss"})
# GermEval knows no weapons: what looks like one teaches neither that it is nor that it is not.
WEAPON_WORDS = re.compile(
    r"panzer|raket|drohne|gewehr|pistole|torpedo|haubitze|geschütz|kanone|granat|hubschrauber|kampfjet|bomber|"
    r"fregatte|korvette|u-boot|zerstörer|flugzeugträger|kampfflugzeug|abfangjäger|mörser|munition|waffe|"
    r"kreuzer|schlachtschiff|minen",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces, the places of the borders and of the first piece of every word among them, and for every head
    its targets at those places; `IGNORED` where nothing is to be learnt.
    """

    pieces: NDArray[np.int64]
    places: NDArray[np.int64]
    targets: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.pieces)


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of about one length, padded; `is_piece` and `is_word` are 0 where they are."""

    pieces: NDArray[np.int64]
    places: NDArray[np.int64]
    targets: NDArray[np.int64]
    is_piece: NDArray[np.float32]
    is_word: NDArray[np.float32]


def load_documents(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def is_held_out(document: dict[str, Any], corpus_names: Sequence[str], *, all_articles: bool) -> bool:
    name: str = document["name"]
    if document["source"] == "germeval":
        return name.startswith("dev-")
    if document["source"] != "corpus" or all_articles:
        return False
    return name.startswith(HELD_OUT_BATCH) or corpus_names.index(name) % HELD_OUT_EVERY == 0


def rows_to_measure(pieces: WordPieces, examples: Path, documents: int, seed: int) -> list[Row]:
    """Rows of about so many documents of all kinds, none of GermEval dev: to see what a network does with them."""
    train = [one for one in load_documents(examples) if not one["name"].startswith("dev-")]
    return RowMaker(pieces, train[:: len(train) // documents], seed).epoch()


class RowMaker:
    """Makes rows of documents; the same seed and documents give the same rows."""

    def __init__(
        self, pieces: WordPieces, documents: Sequence[dict[str, Any]], seed: int, *, is_varied: bool = True
    ) -> None:
        """Rows as they are written, if not `is_varied`."""
        self._pieces = pieces
        self._is_varied = is_varied
        self._names = NamePool(documents)
        self._documents = documents
        self.seed = seed
        self._random = random.Random(seed)  # noqa: S311  (repeatable, not secret)
        self._weapons = weapon_words(documents)

    def epoch(self, number: int = 0) -> list[Row]:
        """All documents once, those of our own more often, in any order; every epoch is varied otherwise."""
        self._random.seed(f"{self.seed} {number}")
        rows: list[Row] = []
        sentences = [one for one in self._documents if one["source"] != "corpus"]
        own = [one for one in sentences if one["source"] == "sentences"]
        sentences += own * (SENTENCE_REPEATS - 1)
        self._random.shuffle(sentences)
        waiting: dict[str, dict[str, Any]] = {}
        for sentence in sentences:
            source = sentence["source"]
            before = waiting.pop(source, None)
            if before is None and self._random.random() < JOINED_SHARE:
                waiting[source] = sentence
                continue
            joined = [before, sentence] if before else [sentence]
            rows.append(
                self._row([block for one in joined for block in one["blocks"]], sentence, is_apart=False)
            )
        rows.extend(self._row(alone["blocks"], alone, is_apart=False) for alone in waiting.values())
        for _ in range(CORPUS_REPEATS):
            for article in (one for one in self._documents if one["source"] == "corpus"):
                rows.extend(self._windows(article))
        self._random.shuffle(rows)
        return rows

    def _windows(self, article: dict[str, Any]) -> Iterator[Row]:
        """Neighbouring blocks as far as they fit; where the first window ends is left to chance."""
        window: list[dict[str, Any]] = []
        used, room = 0, self._random.randint(SHORTEST_ROW, LONGEST_ROW)
        for block in article["blocks"]:
            length = sum(len(self._pieces.of(word)) for word in block["words"]) + 1
            if window and used + length > room:
                yield self._row(window, article, is_apart=True)
                window, used, room = [], 0, LONGEST_ROW
            window.append(block)
            used += length
        yield self._row(window, article, is_apart=True)

    def _row(self, blocks: Sequence[dict[str, Any]], document: dict[str, Any], *, is_apart: bool) -> Row:
        """One row; a border stands between blocks that are apart."""
        vary = self._variation()
        is_narrow = self._random.random() < NARROW_SHARE
        nothing = [IGNORED] * len(HEADS)
        pieces, places, targets = [BEGIN], [0], [nothing]
        for number, block in enumerate(blocks):
            if number and is_apart and len(pieces) < MOST_PIECES:
                places.append(len(pieces))
                pieces.append(END)
                targets.append(nothing)
            if self._is_varied:
                block = with_other_names(block, self._names, self._random)  # noqa: PLW2901  (itself changes)
                if is_narrow:
                    block = set_narrowly(block, self._random)  # noqa: PLW2901  (likewise)
            words = block["words"]
            if document["source"] == "germeval" and self._is_varied:
                words = self._with_other_marks(words)
                if len(blocks) == 1 and words[-1] == "." and self._random.random() < NO_STOP_SHARE:
                    words = words[:-1]
            tags = [self._targets(block, head.name, head.tags, document) for head in HEADS]
            for place, word in enumerate(words):
                cut = self._pieces.of(vary(word))
                if not cut or len(pieces) + len(cut) > MOST_PIECES:
                    continue
                places.append(len(pieces))
                pieces.extend(cut)
                targets.append([one[place] for one in tags])
        places.append(len(pieces))
        pieces.append(END)
        targets.append(nothing)
        return Row(*(np.array(part, dtype=np.int64) for part in (pieces, places, targets)))

    def _targets(
        self, block: dict[str, Any], head: str, tags: Sequence[str], document: dict[str, Any]
    ) -> list[int]:
        words = block["words"]
        if head not in document["heads"]:
            return [IGNORED] * len(words)
        wanted = [OUTSIDE] * len(words)
        for start, end, label in block[head]:
            if "B-" + label in tags:
                wanted[start:end] = ["B-" + label] + ["I-" + label] * (end - start - 1)
            else:
                wanted[start:end] = [label] * (end - start)
        targets = [IGNORED if tag == UNKNOWN else tags.index(tag) for tag in wanted]
        if head == NAMES and document["source"] in LIKE_GERMEVAL:
            for place, word in enumerate(words):
                if (wanted[place] == OUTSIDE or wanted[place].endswith("MISC")) and self._is_weapon_word(
                    word
                ):
                    targets[place] = IGNORED
        return targets

    def _is_weapon_word(self, word: str) -> bool:
        return word in self._weapons or WEAPON_WORDS.search(word) is not None

    def _variation(self) -> Any:
        if not self._is_varied:
            return str
        chance = self._random.random()
        for share, change in (
            (CAPITALS_SHARE, str.upper),
            (TRANSLITERATED_SHARE, lambda word: word.translate(TRANSLITERATION)),
            (SWISS_SHARE, lambda word: word.translate(SWISS)),
        ):
            if chance < share:
                return change
            chance -= share
        return lambda word: word

    def _with_other_marks(self, words: Sequence[str]) -> list[str]:
        """GermEval writes every quotation mark as ", newspapers do not."""
        marks = self._random.choice(QUOTATION_MARKS)
        changed, is_open = [], False
        for word in words:
            if word in PLAIN_MARKS:
                word, is_open = marks[is_open], not is_open  # noqa: PLW2901  (the word itself changes)
            changed.append(word)
        return changed


def weapon_words(documents: Sequence[dict[str, Any]]) -> frozenset[str]:
    """The capitalised words that name weapons in the corpus."""
    return frozenset(
        word
        for document in documents
        if document["source"] == "corpus"
        for block in document["blocks"]
        for start, end, label in block[NAMES]
        if label.startswith("WEAPON")
        for word in block["words"][start:end]
        if word[:1].isupper() and len(word) > 2
    )


def endless_batches(maker: RowMaker, size: int, workers: int) -> Iterator[Batch]:
    """The batches of one epoch after another; the same whether or not workers prepare epochs meanwhile."""
    if not workers:
        for number in itertools.count():
            yield from batches_of(maker, number, size)
    context = multiprocessing.get_context("spawn")  # a fork would copy what torch holds
    with ProcessPoolExecutor(workers, context, initializer=_work_for, initargs=(maker,)) as pool:
        waiting = deque(pool.submit(_batches, number, size) for number in range(workers))
        try:
            for number in itertools.count(workers):
                batches = waiting.popleft().result()
                waiting.append(pool.submit(_batches, number, size))
                yield from batches
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


_own_maker: list[RowMaker] = []  # of a worker


def _work_for(maker: RowMaker) -> None:
    _own_maker[:] = [maker]


def _batches(number: int, size: int) -> list[Batch]:
    return list(batches_of(_own_maker[0], number, size))


def batches_of(maker: RowMaker, number: int, size: int) -> Iterator[Batch]:
    """An epoch: rows of like length together, at most `size` pieces in a batch, the batches in any order."""
    randomness = random.Random(f"{maker.seed} {number}")  # noqa: S311  (repeatable, not secret)
    by_length = sorted(maker.epoch(number), key=lambda row: len(row) + randomness.random())
    batches: list[list[Row]] = []
    for row in by_length:
        if not batches or len(row) * (len(batches[-1]) + 1) > size:
            batches.append([])
        batches[-1].append(row)
    randomness.shuffle(batches)
    yield from map(padded, batches)


def padded(rows: Sequence[Row]) -> Batch:
    longest, most_words = max(map(len, rows)), max(len(row.places) for row in rows)
    pieces = np.full((len(rows), longest), PADDING, dtype=np.int64)
    places = np.zeros((len(rows), most_words), dtype=np.int64)
    targets = np.full((len(rows), most_words, len(HEADS)), IGNORED, dtype=np.int64)
    is_word = np.zeros((len(rows), most_words), dtype=np.float32)
    for number, row in enumerate(rows):
        words = len(row.places)
        pieces[number, : len(row)] = row.pieces
        places[number, :words] = row.places
        targets[number, :words] = row.targets
        is_word[number, :words] = 1
    return Batch(pieces, places, targets, (pieces != PADDING).astype(np.float32), is_word)
