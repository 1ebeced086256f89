"""Reading the base encoder, and writing what was measured."""

import json
import struct
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest


def test_four_bit_weights_are_read() -> None:
    """A block: a scale, then bytes whose low halves come before their high halves."""
    base_encoder = import_module("base_encoder")
    low, high = range(16), range(15, -1, -1)
    block = struct.pack("<e", 0.5) + bytes(one | other << 4 for one, other in zip(low, high, strict=True))

    weights = base_encoder.four_bit(np.frombuffer(block, np.uint8))

    assert weights.reshape(-1).tolist() == [(weight - 8) * 0.5 for weight in (*low, *high)]


def test_another_file_is_not_taken_for_the_base_encoder() -> None:
    with pytest.raises(ValueError, match="E5S1"):
        import_module("base_encoder").BaseEncoder(b"GGUF" + bytes(64))


def test_scores_are_written_between_the_marks_of_the_card(tmp_path: Path) -> None:
    """What stood there before is gone, what stands around it stays."""
    card = tmp_path / "MODEL_CARD.md"
    card.write_text("Before\n<!-- scores -->\nold\n<!-- end of scores -->\nAfter\n", encoding="utf-8")
    tables = {"Set": {"PER": {"p": 0.5, "r": 0.25, "f": 0.3333, "count": 8}}}

    for _ in range(2):
        import_module("card").write_scores(tables, ["Two of 97 people."], card)

    text = card.read_text(encoding="utf-8")
    assert text.startswith("Before\n<!-- scores -->\n")
    assert text.endswith("<!-- end of scores -->\nAfter\n")
    assert text.count("| PER | 0.500 | 0.250 | 0.333 | 8 |") == 1
    assert text.count("- Two of 97 people.") == 1
    assert "old" not in text


def test_spans_are_scored_strictly() -> None:
    """Borders and label must fit; what lies on words without a known label counts neither way."""
    score_encoder = import_module("score_encoder")
    from reader.nlp.tag_heads import COLUMNS, NAMES, columns_of, head_called  # noqa: PLC0415  (after the path is set)

    tags = head_called(NAMES).tags
    scores = np.zeros((5, COLUMNS), dtype=np.float32)
    for place, tag in enumerate(("B-PER", "I-PER", "B-LOC", "B-ORG", "B-WEAPON")):
        scores[place, columns_of(NAMES).start + tags.index(tag)] = 9
    gold = [(0, 2, "PER"), (2, 3, "ORG"), (3, 5, "ORG"), (4, 5, "?")]
    document = {"blocks": [{"words": list("abcde"), "names": gold}]}

    counts = score_encoder.count_spans([(document, [scores])], NAMES)

    assert counts == {"LOC": (0, 1, 0), "ORG": (0, 1, 2), "PER": (1, 1, 1)}


def test_figures_of_nothing_are_nought() -> None:
    score_encoder = import_module("score_encoder")

    assert score_encoder.figures((0, 0, 0)) == {"p": 0.0, "r": 0.0, "f": 0.0, "count": 0}
    assert score_encoder.figures((2, 4, 2)) == {"p": 0.5, "r": 1.0, "f": 0.6667, "count": 2}


def test_a_model_of_two_stages_reports_the_steps_of_both(tmp_path: Path) -> None:
    """Each stage is told beside the sum; the rest is what the last one says."""
    stages = [
        {"steps": 600, "pieces": 90, "minutes": 1.5, "rounded": False},
        {"steps": 400, "pieces": 60, "minutes": 1.0, "rounded": True},
    ]
    paths = [tmp_path / "first.json", tmp_path / "second.json"]
    for path, stage in zip(paths, stages, strict=True):
        path.write_text(json.dumps(stage), encoding="utf-8")

    import_module("train").write_report(paths, tmp_path / "both.json")

    assert json.loads((tmp_path / "both.json").read_text(encoding="utf-8")) == {
        "steps": 1000, "pieces": 150, "minutes": 2.5, "rounded": True, "stages": stages
    }  # fmt: skip
