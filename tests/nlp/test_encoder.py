"""Words are cut into pieces, read in windows, and answered word by word."""

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

from reader.nlp.encoder import (
    CHECKSUMS_FILE,
    CONTEXT,
    PIECES_FILE,
    ROWS_AT_ONCE,
    WEIGHTS_FILE,
    WINDOW,
    Encoder,
    EncoderBroken,
    Text,
    in_capitals,
    usable_processors,
    windows_of,
)
from reader.nlp.tag_heads import COLUMNS
from reader.nlp.word_pieces import BEGIN, END, MOST_PIECES, PADDING, WordPieces

VOCABULARY = ("<s>", "<pad>", "</s>", "<unk>", "▁", "▁Haus", "▁Boot", "boot", ".", ",", "a", "b", "▁(", "(")


@pytest.fixture
def pieces() -> WordPieces:
    """A vocabulary of a few pieces; long ones are likelier than their letters."""
    return WordPieces(
        [(piece, -5.0 if len(piece) == 1 else -1.0) for piece in VOCABULARY], {"ﬁ": "ab", "\xad": ""}
    )


class EchoingSession:
    """Answers every piece that it is asked for with its number, and remembers how many rows came at once."""

    def __init__(self) -> None:
        self.shapes: list[tuple[int, ...]] = []

    def run(self, _outputs: None, inputs: dict[str, np.ndarray]) -> list[np.ndarray]:
        pieces = inputs["pieces"]
        self.shapes.append(pieces.shape)
        asked = np.take_along_axis(pieces, inputs["places"], axis=1)
        return [np.repeat(asked[:, :, None], COLUMNS, axis=2).astype(np.float32)]


def of(pieces: WordPieces, *words: str) -> list[list[str]]:
    return [[VOCABULARY[number] for number in pieces.of(word)] for word in words]


def test_a_word_begins_with_the_word_mark(pieces: WordPieces) -> None:
    assert of(pieces, "Hausboot") == [["▁Haus", "boot"]]


def test_marks_cost_one_piece(pieces: WordPieces) -> None:
    """Alone the tokenizer would write a word mark before a full stop."""
    assert of(pieces, ".", ",", "(") == [["."], [","], ["▁("]]


def test_white_space_has_no_pieces_and_a_line_end_is_a_border(pieces: WordPieces) -> None:
    assert pieces.of("  ") == ()
    assert pieces.of("\n\n") == (END,)


def test_the_likeliest_pieces_are_taken(pieces: WordPieces) -> None:
    """Two long pieces, though the same letters have pieces of their own."""
    likely = WordPieces([*pieces.pieces, ("▁ab", -2.0), ("abb", -3.0)])

    assert [likely.pieces[number][0] for number in likely.of("ababb")] == ["▁ab", "abb"]


def test_neighbouring_strangers_are_one_unknown_piece(pieces: WordPieces) -> None:
    assert of(pieces, "☃☃a☃") == [["▁", "<unk>", "a", "<unk>"]]


def test_a_character_without_a_piece_is_read_as_others(pieces: WordPieces) -> None:
    """A ligature as its letters; a soft hyphen not at all."""
    assert pieces.of("ﬁ") == pieces.of("ab")
    assert pieces.of("Haus\xadboot") == pieces.of("Hausboot")


def test_a_letter_with_a_combining_mark_is_one_letter() -> None:
    with_umlaut = WordPieces([*((piece, 0.0) for piece in VOCABULARY[:5]), ("ü", -1.0), ("u", -1.0)])

    assert with_umlaut.of("u\u0308") == with_umlaut.of("ü")


def test_every_word_has_a_piece(pieces: WordPieces) -> None:
    """Also one whose characters are all strange."""
    assert all(pieces.of(word) for word in ("☃", "\u200b", "\xad"))


def test_an_endless_word_is_cut_short(pieces: WordPieces) -> None:
    assert len(pieces.of("ab" * 500)) == MOST_PIECES


@pytest.mark.parametrize(
    ("line", "is_shouted"),
    [
        ("BRAND IN KÖLN GELÖSCHT", True),
        ("BRAND IN KÖLN : 3 TOTE", True),
        ("Brand in KÖLN GELÖSCHT", False),
        ("CDU , SPD , FDP", False),
        ("3 : 2", False),
        ("", False),
    ],
)
def test_a_line_of_capitals_is_told_from_abbreviations(line: str, is_shouted: bool) -> None:
    assert in_capitals(line.split()) is is_shouted


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("CDU", "CDU"),  # known in capitals alone
        ("BLEIBT", "bleibt"),  # in small letters alone
        ("HAUS", "Haus"),
        ("BAD-HAUS", "Bad-Haus"),
        ("GRÜNE", "Grüne"),  # not known at all
    ],
)
def test_a_word_in_capitals_is_read_as_it_is_usually_written(word: str, read: str) -> None:
    known = WordPieces([(piece, -1.0) for piece in (*VOCABULARY, "▁CDU", "▁bleibt")])

    assert known.in_usual_case(word) == read


def test_a_headline_in_capitals_is_read_in_usual_case(pieces: WordPieces) -> None:
    text = Text.of([["HAUS", "HAUSBOOT", "BOOT"], ["HAUS", "ab"]], pieces)

    assert text.words[:2] == [pieces.of("Haus"), pieces.of("Hausboot")]
    assert text.words[3] == pieces.of("HAUS")


def test_every_word_is_answered_with_its_first_piece(pieces: WordPieces) -> None:
    encoder = Encoder(EchoingSession(), pieces)

    ((first, second),) = encoder.scores([[["Hausboot", "."], ["Boot"]]])

    assert [VOCABULARY[int(number)] for number in first[:, 0]] == ["▁Haus", "."]
    assert [VOCABULARY[int(number)] for number in second[:, 0]] == ["▁Boot"]


def test_a_border_stands_between_blocks(pieces: WordPieces) -> None:
    text = Text.of([["Haus"], ["Boot"]], pieces)

    (window,) = windows_of(text)

    assert text.row(0, window).pieces == [BEGIN, *pieces.of("Haus"), END, *pieces.of("Boot"), END]


def test_only_borders_and_first_pieces_are_asked_for(pieces: WordPieces) -> None:
    """White space has no piece: what follows answers for it."""
    text = Text.of([["Hausboot", " ", "a"], ["Boot"]], pieces)

    (window,) = windows_of(text)
    row = text.row(0, window)

    asked = [VOCABULARY[row.pieces[place]] for place in row.places]
    assert asked == ["<s>", "▁Haus", "▁", "</s>", "▁Boot", "</s>"]
    assert [asked[answer] for answer in row.answers] == ["▁Haus", "▁", "▁", "▁Boot"]


@pytest.mark.parametrize("length", [WINDOW + 10, 2 * WINDOW + 10, 3 * WINDOW - 10, 4 * WINDOW + 10])
def test_windows_are_even_in_number(length: int, pieces: WordPieces) -> None:
    """Two cores are then busy to the end."""
    text = Text.of([["Haus"] * length], pieces)

    assert len(windows_of(text)) % 2 == 0


@pytest.mark.parametrize(
    "blocks",
    [
        [],
        [[]],
        [["Haus"] * 10],
        [["Haus"] * (3 * WINDOW)],
        [[*["Hausboot"] * 9, "."] * 60],
        [["Haus", "."] * 30] * 12,
        [[], ["Haus"] * WINDOW, [], ["Boot"] * 2],
    ],
)
def test_windows_hold_every_word_once_and_fit(blocks: list[list[str]], pieces: WordPieces) -> None:
    text = Text.of(blocks, pieces)

    windows = windows_of(text)

    assert [place for one in windows for place in range(one.first, one.last)] == list(range(len(text.words)))
    assert all(one.start <= one.first < one.last <= one.end for one in windows)
    assert all(text.lengths[one.last] - text.lengths[one.first] <= WINDOW for one in windows)
    assert all(text.lengths[one.end] - text.lengths[one.start] <= WINDOW + 2 * CONTEXT for one in windows)


def test_windows_are_cut_behind_sentences_and_about_equally_long(pieces: WordPieces) -> None:
    text = Text.of([[*["Haus"] * 19, "."] * 12], pieces)

    windows = windows_of(text)

    assert [one.last - one.first for one in windows] == [120, 120]
    assert all(one.last == one.end for one in windows)


def test_a_window_rereads_the_sentence_before_it(pieces: WordPieces) -> None:
    text = Text.of([[*["Haus"] * 19, "."] * 12], pieces)

    second = windows_of(text)[1]

    assert second.start == second.first - 20


def test_a_sentence_that_is_cut_is_read_on_to_its_context(pieces: WordPieces) -> None:
    text = Text.of([["Haus"] * (WINDOW + 50)], pieces)

    first = windows_of(text)[0]

    assert first.end == first.last + CONTEXT


def test_the_scores_of_a_long_text_are_those_of_its_words(pieces: WordPieces) -> None:
    """Whatever the windows are."""
    words = ["Haus", "Boot", "a", "."] * WINDOW
    encoder = Encoder(EchoingSession(), pieces)

    ((scores,),) = encoder.scores([[words]])

    assert [int(number) for number in scores[:, 0]] == [pieces.of(word)[0] for word in words]


def test_texts_keep_their_order_whatever_is_read_first(pieces: WordPieces) -> None:
    encoder = Encoder(EchoingSession(), pieces)

    answers = encoder.scores([[["Haus"] * 90], [["Boot"]], [], [["a"] * 30]])

    assert [[len(block) for block in text] for text in answers] == [[90], [1], [], [30]]
    assert int(answers[1][0][0, 0]) == VOCABULARY.index("▁Boot")


def test_short_rows_of_one_length_are_read_together_and_long_ones_alone(pieces: WordPieces) -> None:
    session = EchoingSession()

    Encoder(session, pieces).scores([[["Haus"] * length] for length in (100, 10, 100, 10, 11)])

    assert sorted(session.shapes) == [(1, 13), (1, 102), (1, 102), (2, 12)]


def test_few_rows_are_read_at_once_however_many_there_are(pieces: WordPieces) -> None:
    """So memory does not grow with the number of texts."""
    session = EchoingSession()

    Encoder(session, pieces).scores([[["Haus"]]] * 100)

    assert max(rows for rows, _ in session.shapes) == ROWS_AT_ONCE
    assert sum(rows for rows, _ in session.shapes) == 100


def write(folder: Path, files: dict[str, bytes], names: Sequence[str] = (WEIGHTS_FILE, PIECES_FILE)) -> None:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    sums = {name: hashlib.sha256(files[name]).hexdigest() for name in names}
    (folder / CHECKSUMS_FILE).write_text(json.dumps(sums), encoding="utf-8")


@pytest.mark.parametrize(
    "damage", ["missing", "changed", "cut", "no sums", "sums lack it", "sums are no JSON"]
)
def test_a_damaged_encoder_is_not_loaded(damage: str, tmp_path: Path) -> None:
    """Its files are missing, or are not those that were made."""
    write(tmp_path, {WEIGHTS_FILE: b"weights", PIECES_FILE: b"{}"})
    weights, sums = tmp_path / WEIGHTS_FILE, tmp_path / CHECKSUMS_FILE
    match damage:
        case "missing":
            weights.unlink()
        case "changed":
            weights.write_bytes(b"weighty")
        case "cut":
            weights.write_bytes(b"wei")
        case "no sums":
            sums.unlink()
        case "sums lack it":
            sums.write_text("{}", encoding="utf-8")
        case _:
            sums.write_text("weights", encoding="utf-8")

    with pytest.raises(EncoderBroken):
        Encoder.load(tmp_path)


@pytest.mark.parametrize("word", ["<s>", "<pad>", "</s>"])
def test_no_word_is_taken_for_padding_or_a_border(word: str, pieces: WordPieces) -> None:
    """Even if a text writes them as the vocabulary does."""
    assert not {BEGIN, PADDING, END} & {*pieces.of(word)}


def test_no_more_processors_are_used_than_the_process_may_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {1, 3}, raising=False)

    assert usable_processors() == 2


def test_the_runtime_has_nobody_to_report_to() -> None:
    """Later versions of onnxruntime for Linux send telemetry when they are imported."""
    libraries = list((Path(onnxruntime.__file__).parent / "capi").glob("onnxruntime_pybind11_state*"))

    assert libraries
    assert [path.name for path in libraries if b"events.data.microsoft.com" in path.read_bytes()] == []
