"""English words that are names elsewhere keep their sense."""

import pytest

from reader.domain.entities import EntityKind
from reader.nlp.english_senses import in_their_sense
from reader.nlp.findings import Finding

PLACE, ORGANIZATION, PERSON = EntityKind.PLACE, EntityKind.ORGANIZATION, EntityKind.PERSON


def kinds_of(text: str, name: str, kind: EntityKind) -> list[EntityKind]:
    """Of what is left of the one finding."""
    words = text.split()
    at = words.index(name)
    return [finding.kind for finding in in_their_sense(words, [Finding(at, at + 1, kind)])]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Turkey sandwich was cold", "Turkey", PLACE),
        ("The Turkey was roasted", "Turkey", PLACE),
        ("The Apple fell from the tree", "Apple", ORGANIZATION),
        ("Shell collectors met", "Shell", ORGANIZATION),
        ("The Labour ward was closed", "Labour", ORGANIZATION),
    ],
)
def test_an_ordinary_word_is_no_name(text: str, name: str, kind: EntityKind) -> None:
    """What stands beside it tells."""
    assert kinds_of(text, name, kind) == []


@pytest.mark.parametrize(
    ("text", "name", "kind", "becomes"),
    [
        ("My neighbour Chad waters plants", "Chad", PLACE, PERSON),
        ("Her brother Jordan plays", "Jordan", PLACE, PERSON),
        ("In the Amazon rainforest", "Amazon", ORGANIZATION, PLACE),
    ],
)
def test_relatives_are_people_and_a_river_is_a_place(
    text: str, name: str, kind: EntityKind, becomes: EntityKind
) -> None:
    """Whatever the list of names says."""
    assert kinds_of(text, name, kind) == [becomes]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Turkey deal was signed", "Turkey", PLACE),
        ("Turkey was hit", "Turkey", PLACE),
        ("The Apple chief spoke", "Apple", ORGANIZATION),
        ("Our neighbour Jordan took in refugees", "Jordan", PLACE),
        ("Its neighbour Chad closed the border", "Chad", PLACE),
        ("The Amazon warehouse closed", "Amazon", ORGANIZATION),
        ("Labour was beaten", "Labour", ORGANIZATION),
    ],
)
def test_countries_and_companies_stay(text: str, name: str, kind: EntityKind) -> None:
    """Also with an article, before a noun."""
    assert kinds_of(text, name, kind) == [kind]
