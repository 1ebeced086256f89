"""Scores of the encoder become spans."""

import numpy as np
import pytest

from reader.nlp.tag_heads import (
    COLUMNS,
    HEADS,
    NAMES,
    ROLES,
    Head,
    columns_of,
    head_called,
    spans_of,
    transitions,
)


def scores_for(head: str, *tags: str, sure: float = 9.0) -> np.ndarray:
    """Scores that prefer these tags, word by word."""
    known = head_called(head).tags
    scores = np.zeros((len(tags), len(known)), dtype=np.float32)
    for place, tag in enumerate(tags):
        scores[place, known.index(tag)] = sure
    return scores


def found(head: str, scores: np.ndarray) -> list[tuple[int, int, str]]:
    return [(one.start, one.end, one.label) for one in spans_of(head_called(head), scores)]


def test_the_columns_of_the_heads_lie_behind_one_another() -> None:
    """Every column belongs to one tag of one head."""
    columns = [column for head in HEADS for column in range(COLUMNS)[columns_of(head.name)]]

    assert columns == list(range(COLUMNS))


def test_a_name_of_several_words_is_one_span() -> None:
    scores = scores_for(NAMES, "O", "B-PER", "I-PER", "O")

    assert found(NAMES, scores) == [(1, 3, "PER")]


def test_names_that_touch_stay_apart() -> None:
    scores = scores_for(NAMES, "B-LOC", "B-LOC", "B-ORG")

    assert found(NAMES, scores) == [(0, 1, "LOC"), (1, 2, "LOC"), (2, 3, "ORG")]


def test_a_name_that_nothing_opens_is_opened() -> None:
    """`I-` cannot stand behind `O`: the likeliest allowed tags are taken."""
    scores = scores_for(NAMES, "O", "I-PER", "I-PER")
    scores[1, head_called(NAMES).tags.index("B-PER")] = 8.0

    assert found(NAMES, scores) == [(1, 3, "PER")]


def test_a_label_does_not_change_within_a_name() -> None:
    scores = scores_for(NAMES, "B-ORG", "I-LOC", "I-ORG")
    scores[1, head_called(NAMES).tags.index("I-ORG")] = 8.0

    assert found(NAMES, scores) == [(0, 3, "ORG")]


@pytest.mark.parametrize("head", [head for head in HEADS if head.is_spans])
def test_only_the_same_label_leads_into_a_span(head: Head) -> None:
    allowed = transitions(head.tags)
    pairs = {
        (before, tag)
        for row, before in enumerate(head.tags)
        for column, tag in enumerate(head.tags)
        if tag.startswith("I-") and allowed[row, column] == 0
    }

    assert pairs == {(f"{prefix}-{tag[2:]}", tag) for tag in head.tags if tag[0] == "I" for prefix in "BI"}


def test_the_confidence_is_the_mean_probability_of_the_words() -> None:
    scores = np.zeros((2, len(head_called(ROLES).tags)), dtype=np.float32)
    scores[:, head_called(ROLES).tags.index("B-cue")] = [np.log(4), 0]
    scores[1, head_called(ROLES).tags.index("I-cue")] = np.log(12)

    (span,) = spans_of(head_called(ROLES), scores)

    assert (span.start, span.end) == (0, 2)
    assert span.confidence == pytest.approx((4 / 8 + 12 / 16) / 2)


def test_no_words_have_no_spans() -> None:
    assert spans_of(head_called(NAMES), np.zeros((0, len(head_called(NAMES).tags)), dtype=np.float32)) == []
