"""How the article tips the scales for names that the encoder wavers on."""

from pathlib import Path

import numpy as np
import pytest
import spacy

from reader.nlp.tag_heads import NAMES, columns_of, head_called
from reader.nlp.text_tags import SHARES, outside, register_extensions
from reader.nlp.weapon_classes import load_weapon_classes
from reader.nlp.weapon_odds import WeaponOdds

WEAPON = head_called(NAMES).tags.index("B-WEAPON")
HOWITZERS, PASSING, TRACTORS = 4.0, 1.0, 0.0  # how densely an article speaks of arms
ARTICLE, NOTE = 300, 10  # words


def odds(share: float, *, density: float, words: int = ARTICLE) -> WeaponOdds:
    """Those of a text of one word that the encoder takes for a weapon with this probability."""
    shares = outside(1)[:, columns_of(NAMES)]
    shares[0, WEAPON] = np.float16(share)
    return WeaponOdds(density, words, shares)


@pytest.mark.parametrize(
    ("share", "density", "expected"),
    [(0.05, HOWITZERS, True), (0.0, HOWITZERS, False), (0.05, PASSING, False), (0.5, PASSING, True)],
)
def test_among_howitzers_even_an_unlikely_weapon_is_one(share: float, density: float, expected: bool) -> None:
    """But not what the encoder excludes."""
    spoken = odds(share, density=density).speak_for(range(1), has_article=True, is_civilian=False)

    assert spoken is expected


def test_a_bare_name_needs_more_than_one_with_an_article() -> None:
    """Fuchs may be somebody, der Fuchs hardly."""
    likely = odds(0.2, density=HOWITZERS)

    assert likely.speak_for(range(1), has_article=True, is_civilian=False)
    assert not likely.speak_for(range(1), has_article=False, is_civilian=False)


def test_in_a_peaceful_article_nothing_is_likely_enough() -> None:
    """A fair for tractors shows the Jaguar; a short note may simply not have told yet."""
    assert not odds(0.99, density=TRACTORS).speak_for(range(1), has_article=True, is_civilian=False)
    assert odds(0.99, density=TRACTORS, words=NOTE).speak_for(range(1), has_article=True, is_civilian=False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aus dem Tierpark ist ein Gepard entlaufen. Die Polizei sucht das Raubtier mit einer Drohne.", 0),
        ("Die Armee meldet, dass ein Gepard eine Drohne traf. Soldaten bargen sie später im Wald.", 13),
    ],
)
def test_words_of_peace_outweigh_a_single_weapon(resources: Path, text: str, expected: float) -> None:
    """A zoo looks for its cheetah with a drone."""
    register_extensions()
    doc = spacy.blank("de").make_doc(text)
    doc._.set(SHARES, outside(len(doc)))
    classes = load_weapon_classes(resources / "lexicons" / "weapon_classes.txt")
    drone = next(token.i for token in doc if token.text == "Drohne")

    found = WeaponOdds.of(doc, classes, {drone})

    assert found is not None
    assert round(found.density) == expected


def test_storms_and_football_ask_for_more() -> None:
    """The jet in the storm is one only if the encoder is rather sure."""
    assert odds(0.95, density=HOWITZERS).speak_for(range(1), has_article=True, is_civilian=True)
    assert not odds(0.8, density=HOWITZERS).speak_for(range(1), has_article=True, is_civilian=True)


def test_a_word_with_a_figure_needs_no_word_of_the_encoder() -> None:
    """Aggregat 4 among rockets."""
    unknown = odds(0.0, density=HOWITZERS)

    assert unknown.speak_for(range(1), has_article=True, is_civilian=False, has_figure=True)
    assert not unknown.speak_for(range(1), has_article=True, is_civilian=False)


def test_what_no_catalogue_has_is_believed_where_arms_are_spoken_of() -> None:
    """The denser, the sooner."""
    least = [odds(0.5, density=density).least_sure for density in (HOWITZERS, PASSING, TRACTORS)]

    assert least == sorted(least)
    assert least[0] < 1 < least[-1]
