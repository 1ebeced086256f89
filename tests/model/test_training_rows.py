"""Examples become rows for training."""

from contextlib import closing
from importlib import import_module
from itertools import islice
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from reader.nlp.tag_heads import HEADS, NAMES, head_called
from reader.nlp.word_pieces import BEGIN, END, PADDING, WordPieces

LETTERS = 'abcdefghijklmnopqrstuvwxyzäöüßABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ„“»«”".'
NAMES_HEAD = HEADS.index(head_called(NAMES))


@pytest.fixture
def rows() -> ModuleType:
    return import_module("training_rows")


@pytest.fixture
def pieces() -> WordPieces:
    """A piece for every letter, and one that opens words."""
    return WordPieces([(piece, -1.0) for piece in ("<s>", "<pad>", "</s>", "<unk>", "▁", *LETTERS)])


def sentence(text: str, *names: tuple[int, int, str], source: str = "germeval") -> dict[str, Any]:
    block = {"words": text.split(), "names": names, "direct": [], "quotations": [], "roles": []}
    heads = ["names"] if source == "germeval" else ["names", "direct", "quotations", "roles"]
    return {"source": source, "name": "train-1", "heads": heads, "blocks": [block]}


def taught(rows: ModuleType, row: object) -> list[str]:
    """The tags of names that are to be learnt, in order."""
    tags = head_called(NAMES).tags
    return [tags[target] for target in row.targets[:, NAMES_HEAD] if target != rows.IGNORED]


def only_row(rows: ModuleType, pieces: WordPieces, document: dict[str, Any], seed: int = 1) -> object:
    (row,) = [row for row in rows.RowMaker(pieces, [document], seed).epoch() if len(row)][:1]
    return row


def test_a_word_is_taught_at_its_first_piece(rows: ModuleType, pieces: WordPieces) -> None:
    row = only_row(rows, pieces, sentence("Lene Brandt kam", (0, 2, "PER")))

    assert taught(rows, row) == ["B-PER", "I-PER", "O"]
    assert row.pieces[0] == BEGIN
    assert row.pieces[-1] == END
    assert [pieces.pieces[row.pieces[place]][0] for place in row.places] == ["<s>", "▁", "▁", "▁", "</s>"]


def test_a_head_that_a_data_set_does_not_answer_is_not_taught(rows: ModuleType, pieces: WordPieces) -> None:
    row = only_row(rows, pieces, sentence("Lene kam", (0, 1, "PER")))

    others = [number for number in range(len(HEADS)) if number != NAMES_HEAD]
    assert (row.targets[:, others] == rows.IGNORED).all()


def test_germeval_does_not_teach_that_tanks_are_nothing(rows: ModuleType, pieces: WordPieces) -> None:
    """It has no label for weapons: a word that looks like one is passed over, unless it is a name there."""
    row = only_row(rows, pieces, sentence("Der Panzer fuhr nach Panzerdorf", (4, 5, "LOC")))

    assert taught(rows, row) == ["O", "O", "O", "B-LOC"]


def test_the_corpus_does_teach_what_is_no_weapon(rows: ModuleType, pieces: WordPieces) -> None:
    row = only_row(rows, pieces, sentence("Panzer der Kröte", source="corpus"))

    assert taught(rows, row) == ["O", "O", "O"]


def test_plain_quotation_marks_become_those_of_newspapers(rows: ModuleType, pieces: WordPieces) -> None:
    document = sentence('" ja "')
    seen = set()
    for seed in range(30):
        row = only_row(rows, pieces, document, seed)
        marks = [pieces.pieces[number][0] for number in row.pieces]
        seen.add("".join(mark for mark in marks if mark in '„“»«”"'))

    assert {"„“", "»«", "«»"} <= seen


def test_every_article_stands_in_an_epoch_as_often_as_wanted(rows: ModuleType, pieces: WordPieces) -> None:
    document = sentence("kurzer text", source="corpus")

    assert len(rows.RowMaker(pieces, [document], 1).epoch()) == rows.CORPUS_REPEATS


def test_blocks_of_an_article_share_a_window_with_a_border_between(
    rows: ModuleType, pieces: WordPieces
) -> None:
    document = sentence("ab", source="corpus")
    document["blocks"] *= 2

    row = rows.RowMaker(pieces, [document], 1).epoch()[0]

    assert list(row.pieces).count(END) == 2
    assert taught(rows, row) == ["O", "O"]


def test_no_row_is_longer_than_the_encoder_reads(
    rows: ModuleType, pieces: WordPieces, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words in capitals have more pieces, so that a window of many short blocks may grow beyond it."""
    for length in ("SHORTEST_ROW", "LONGEST_ROW"):
        monkeypatch.setattr(rows, length, 2000)
    document = sentence("ab", source="corpus")
    document["blocks"] *= 900

    assert max(map(len, rows.RowMaker(pieces, [document], 1).epoch())) == rows.MOST_PIECES + 1


def test_the_same_seed_gives_the_same_rows(rows: ModuleType, pieces: WordPieces) -> None:
    documents = [sentence(f"satz {letter} .") for letter in "abcdefghij"]

    first, second = (rows.RowMaker(pieces, documents, 7).epoch() for _ in range(2))

    assert [row.pieces.tolist() for row in first] == [row.pieces.tolist() for row in second]


def test_every_epoch_is_varied_otherwise_and_can_be_made_by_itself(
    rows: ModuleType, pieces: WordPieces
) -> None:
    maker = rows.RowMaker(pieces, [sentence(f"satz {letter} .") for letter in "abcdefghij"], 7)

    first, second, again = ([row.pieces.tolist() for row in maker.epoch(number)] for number in (0, 1, 0))

    assert first == again
    assert first != second


def test_workers_prepare_the_same_batches(rows: ModuleType, pieces: WordPieces) -> None:
    maker = rows.RowMaker(pieces, [sentence("ab " * length) for length in range(1, 12)], 3)

    def some(workers: int) -> list[list[list[int]]]:
        with closing(rows.endless_batches(maker, 30, workers)) as batches:
            return [batch.pieces.tolist() for batch in islice(batches, 40)]

    assert some(2) == some(0)


def test_a_batch_is_padded_and_says_where(rows: ModuleType, pieces: WordPieces) -> None:
    short, long = (only_row(rows, pieces, sentence(text)) for text in ("ab", "ab ab ab"))

    batch = rows.padded([short, long])

    assert ((batch.pieces == PADDING) == (batch.is_piece == 0)).all()
    assert batch.is_word.sum(axis=1).tolist() == [len(short.places), len(long.places)]
    assert (batch.targets[batch.is_word == 0] == rows.IGNORED).all()


def test_no_batch_is_larger_than_allowed(rows: ModuleType, pieces: WordPieces) -> None:
    """All rows stand in exactly one."""
    documents = [sentence("ab " * length) for length in range(1, 40)]
    maker = rows.RowMaker(pieces, documents, 3)

    batches = list(rows.batches_of(maker, 0, 150))

    assert sum(len(batch.pieces) for batch in batches) == len(maker.epoch())
    assert all(batch.pieces.size <= 150 or len(batch.pieces) == 1 for batch in batches)


@pytest.mark.parametrize(
    ("name", "source", "is_out"),
    [
        ("train-8", "germeval", False),
        ("dev-8", "germeval", True),
        ("b1-001", "corpus", True),  # the first of every eight
        ("b1-002", "corpus", False),
        ("b2-002", "corpus", True),  # of the batch that is held out as a whole
        ("de_gsd-ud-dev-1", "ud", False),
    ],
)
def test_what_is_scored_is_not_trained_on(rows: ModuleType, name: str, source: str, is_out: bool) -> None:
    articles = ["b1-001", "b1-002", "b2-002"]

    document = {"name": name, "source": source}

    assert rows.is_held_out(document, articles, all_articles=False) is is_out


def test_the_words_of_weapons_are_known_from_the_corpus(rows: ModuleType) -> None:
    document = sentence("Der Leopard 2 kam", (1, 3, "WEAPON"), source="corpus")

    assert rows.weapon_words([document]) == {"Leopard"}


def test_every_place_has_targets(rows: ModuleType, pieces: WordPieces) -> None:
    """The borders, too: there is nothing to be learnt."""
    row = only_row(rows, pieces, sentence("ab ab"))

    assert len(row) == len(row.pieces)
    assert row.places.tolist() == [0, 1, 4, 7]
    assert len(row.targets) == len(row.places)
    assert row.pieces.dtype == row.places.dtype == np.int64
