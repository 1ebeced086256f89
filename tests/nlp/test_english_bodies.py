"""Ministries in English texts belong to the country that stands beside them."""

# ruff: noqa: E501  (a case a line)
from pathlib import Path

import pytest

from reader.domain.spans import Span
from reader.knowledge.gazetteer import Gazetteer, load_gazetteer
from reader.nlp.english_bodies import english_body


@pytest.fixture(scope="module")
def gazetteer(resources: Path) -> Gazetteer:
    return load_gazetteer(resources, "en")


@pytest.mark.parametrize(
    ("text", "name", "state", "shown"),
    [
        ("The Russian Foreign Ministry agreed.", "Foreign Ministry", "Russia", "Foreign ministry of Russia"),
        ("Russia’s foreign ministry agreed.", "foreign ministry", "Russia", "Foreign ministry of Russia"),
        ("The Danish Ministry of Defence.", "Danish Ministry of Defence", "Denmark", "Defence ministry of Denmark"),
        ("South Korea's Defense Ministry.", "Defense Ministry", "South Korea", "Defence ministry of South Korea"),
        ("The Ministry of Health of Peru.", "Ministry of Health", "Peru", "Health ministry of Peru"),
        ("Britain's Finance Ministry.", "Finance Ministry", "United Kingdom", "Finance ministry of the United Kingdom"),
        ("The German Foreign Office.", "Foreign Office", "Germany", "Federal Foreign Office"),
        ("The German defence ministry.", "defence ministry", "Germany", "Federal Ministry of Defence"),
        ("The US Justice Department.", "Justice Department", "United States", "United States Department of Justice"),
    ],
)  # fmt: skip
def test_a_ministry_belongs_to_the_country_beside_it(
    gazetteer: Gazetteer, text: str, name: str, state: str, shown: str
) -> None:
    """Adjective, genitive, or the country behind it; in British and American spelling."""
    start = text.index(name)

    body = english_body(name, Span(start, start + len(name)), text, gazetteer)

    assert body is not None
    assert (body.state, body.name) == (state, shown)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Foreign Ministry agreed.", "Foreign Ministry"),
        ("The new Health Ministry agreed.", "Health Ministry"),
        ("The Gaza Health Ministry agreed.", "Health Ministry"),
        ("The French Foreign Office agreed.", "Foreign Office"),
        ("The Russian Ministry of Sound agreed.", "Ministry of Sound"),
        ("The Russian defence agreed.", "defence"),
    ],
)
def test_where_nothing_tells_whose_it_is_nobody_guesses(gazetteer: Gazetteer, text: str, name: str) -> None:
    """And what is no ministry stays what it is."""
    start = text.index(name)

    assert english_body(name, Span(start, start + len(name)), text, gazetteer) is None
