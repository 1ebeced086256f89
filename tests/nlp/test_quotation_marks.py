"""Pairing of quotation marks, above all of badly paired ones."""

import itertools
import random

import pytest

from reader.domain.spans import Span
from reader.nlp.quotation_marks import Marked, pair_marks

MARKS = "„“”»«›‹‚‘’\"'"


def pairs(text: str) -> list[Marked]:
    """The marked text; a line is a paragraph."""
    starts = itertools.accumulate((len(line) + 1 for line in text.split("\n")), initial=0)
    lines = [
        Span(start, start + len(line)) for start, line in zip(starts, text.split("\n"), strict=False) if line
    ]
    return pair_marks(text, lines)


def words(text: str) -> list[str]:
    return [text[one.start : one.end] for one in pairs(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Er sagte „ja“ und „nein“.", ["„ja“", "„nein“"]),
        ("Er sagte »ja« und «nein».", ["»ja«", "«nein»"]),
        ("“Yes,” he said, “we ‘can’ do it.”", ["“Yes,”", "“we ‘can’ do it.”", "‘can’"]),
        ("„Sie rief ‚Halt!‘ und lief“", ["„Sie rief ‚Halt!‘ und lief“", "‚Halt!‘"]),
        ("»Sie rief ›Halt!‹ und lief«", ["»Sie rief ›Halt!‹ und lief«", "›Halt!‹"]),
        ('Er sagte "ja" und "nein".', ['"ja"', '"nein"']),
        ('Er sagte „ja" und „nein”.', ['„ja"', "„nein”"]),
        (",,Ja'' rief er und ``Nein''", [",,Ja''", "``Nein''"]),
        ("Er rief >>Ja<< und ging", [">>Ja<<"]),
        ("Peter's Haus, Hans' Hof, das war's", []),
        ("Das Brett ist 6' lang und 12\" breit", []),
        ("Er sagte: „ja", []),
        ("nein“ sagte er", []),
    ],
)
def test_marks_find_their_partners(text: str, found: list[str]) -> None:
    """Each style, nested, mixed, typed with two characters; apostrophes and lone marks pair with nothing."""
    assert words(text) == found


def test_the_depth_counts_the_marks_around() -> None:
    """A quotation in a quotation lies one deeper."""
    assert [one.depth for one in pairs("„Sie rief ‚Halt!‘ und lief“")] == [0, 1]


def test_an_open_mark_ends_with_its_paragraph() -> None:
    """Unless the next paragraph repeats it, nothing of it is quoted."""
    assert words("Er rief: „Halt\nDann war „Ruhe“ im Saal") == ["„Ruhe“"]


def test_a_repeated_mark_goes_on() -> None:
    """One span a paragraph."""
    text = "Er rief: „Halt\n„Und zwar sofort“, dann war Ruhe"

    (marked,) = pairs(text)

    assert [span.of(text) for span in marked.spans] == ["„Halt", "„Und zwar sofort“"]


@pytest.mark.parametrize("seed", range(40))
def test_random_marks_give_spans_that_do_not_cross(seed: int) -> None:
    """Whatever the mix, spans lie in the text, begin and end with a mark, and are nested or apart."""
    chance = random.Random(seed)  # noqa: S311  (no secret)
    text = "".join(chance.choice(MARKS + " \n.aB") for _ in range(200))

    spans = [Span(one.start, one.end) for one in pairs(text)]

    assert all(text[span.start] in MARKS and text[span.end - 1] in MARKS for span in spans)
    for one, other in itertools.combinations(spans, 2):
        assert one.covers(other) or other.covers(one) or not one.overlaps(other)
