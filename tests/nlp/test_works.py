"""Titles of works are one name each."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from reader.nlp.mention_finder import find_mentions
from reader.nlp.name_rules import NameRules

Tagged = Callable[..., Doc]


@pytest.mark.parametrize(
    ("text", "labels", "expected"),
    [
        ("Der Film „ Ein Mann sucht Amerika “ kam", {"LOC": "Amerika"}, ["MISC: Ein Mann sucht Amerika"]),
        ("des Romans » Lau « wegen", {"PER": "Lau"}, ["MISC: Lau"]),
        ('der Kinderfilm " Emil in Oslo " kam', {}, ["MISC: Emil in Oslo"]),
        ("the film “ Oslo ” opened", {"LOC": "Oslo"}, ["MISC: Oslo"]),
        ("Die Firma „ Oslo “ zahlt", {"ORG": "Oslo"}, ["ORG: Oslo"]),
        ("Das Lied „ wie früher “ kam", {}, []),
        ("Ein Film „ Oslo \n\n Bonn “ kam", {"LOC": "Oslo"}, ["LOC: Oslo"]),
        ("Der Film „ Oslo kam", {"LOC": "Oslo"}, ["LOC: Oslo"]),
    ],
)
def test_a_quoted_title_is_one_name(
    tagged: Tagged, rules: NameRules, text: str, labels: dict[str, str], expected: list[str]
) -> None:
    """Behind a word for a work; not a firm, not what begins in small letters or is not closed in its line."""
    doc = tagged(text, **labels)

    found = find_mentions(doc, rules)

    assert [f"{one.label}: {doc[one.start : one.end].text}" for one in found] == expected
