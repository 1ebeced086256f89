"""A statement of the reader finds its place again."""

import pytest

from reader.domain.corrections import Anchor
from reader.domain.spans import Span

TEXT = "Anna Berg reist nach Bonn. Am Abend sprach Berg mit der Presse, ehe Berg wieder fuhr."


def nth(word: str, number: int, text: str = TEXT) -> Span:
    """Where the word stands for the `number`th time."""
    start = -1
    for _ in range(number):
        start = text.index(word, start + 1)
    return Span(start, start + len(word))


@pytest.mark.parametrize("number", [1, 2, 3])
def test_an_anchor_stands_where_it_was_set(number: int) -> None:
    """Also where the same word stands several times."""
    span = nth("Berg", number)

    assert Anchor.of(span, TEXT).find_in(TEXT) == span


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("before", ["Eilmeldung: ", "😀", "Berg, Berg, Berg. "])
def test_an_anchor_moves_with_its_words(number: int, before: str) -> None:
    """A newer program may read the text with more in front of it."""
    anchor = Anchor.of(nth("Berg", number), TEXT)
    span = nth("Berg", number)

    assert anchor.find_in(before + TEXT) == Span(span.start + len(before), span.end + len(before))


def test_an_anchor_is_known_by_one_side_where_the_other_has_changed() -> None:
    """Half of what stood around the words is enough."""
    anchor = Anchor.of(nth("Berg", 2), TEXT)
    changed = TEXT.replace("mit der Presse", "mit Journalisten").replace("Anna", "Dr. Anna")

    found = anchor.find_in(changed)

    assert found == nth("Berg", 2, changed)


@pytest.mark.parametrize(
    "text", ["", "Der Abend war kühl.", "Auf dem Berg liegt Schnee.", "Anna Berlin reist nach Bonn."]
)
def test_an_anchor_is_lost_where_its_words_are_gone(text: str) -> None:
    """The same word in other surroundings is another."""
    assert Anchor.of(nth("Berg", 2), TEXT).find_in(text) is None


def test_long_words_that_stand_once_are_found_anywhere() -> None:
    """Nothing else can be meant; what stands twice may be either."""
    anchor = Anchor.of(nth("Anna Berg", 1), TEXT)
    other = "Gestern sah man Anna Berg."

    assert anchor.find_in(other) == nth("Anna Berg", 1, other)
    assert anchor.find_in(other + " Auch Anna Berg lachte.") is None


@pytest.mark.parametrize(
    "anchor",
    [Anchor(Span(0, 0), ""), Anchor(Span(5, 5), "", "Anna ", "Berg"), Anchor(Span(900, 904), "Berg")],
)
def test_a_damaged_anchor_is_lost(anchor: Anchor) -> None:
    """Without words or without surroundings there is no place."""
    assert anchor.find_in("Am Abend sprach Anna Weber.") is None
