"""English words for kinds of weapons, without a tagger."""

from collections.abc import Callable
from pathlib import Path

import pytest
import spacy

from reader.knowledge.catalogue import load_catalogue
from reader.nlp.sentence_splitter import split_sentences
from reader.nlp.weapon_classes import load_weapon_classes
from reader.nlp.weapon_finder import find_weapons
from reader.nlp.weapon_phrases import load_weapon_phrases, singular
from reader.nlp.word_splitter import WordSplitter

WEAPONS = """
The army received ten [battle tanks] and six [infantry fighting vehicles].
[Tanks] rolled through Ashford.
New [Tanks] for the Brigade in Fenwick
The navy lost a [frigate], two [corvettes] and a [submarine].
They fired [cruise missiles], [ballistic missiles] and [intercontinental ballistic missiles].
[Surface-to-air missiles] hit both [fighter jets].
An [aircraft carrier] and three [destroyers] sailed.
Eighty [drones] circled; the [drone's] engine failed.
He counted the [howitzers], the [self-propelled howitzers] and the [mortars].
[Artillery shells] and [artillery ammunition] ran out.
Each [rifle] was counted, each [machine gun] cleaned.
The [air-defence systems] and the [air defense systems] were switched on.
The [armoured personnel carriers] stood beside two [armored vehicles].
A [maritime patrol aircraft] and a [transport plane] circled.
A [guided-missile frigate] left the harbour.
Six J-16 [fighters] took off.
The soldiers heard the [shells], and the [launchers] answered.
Four [unmanned aerial vehicles] fell into the sea.
The [anti-tank weapons] were Danish.
"""

NO_WEAPONS = """
The think tank in Fenwick warned of cuts.
He bought a tank of petrol for the mower.
The fish tank leaked, and so did the water tank.
The speeches drone on for hours.
A rescue helicopter took the hiker to hospital.
A farmer used a drone to count deer.
The rocket carried a satellite into orbit.
She ate a submarine sandwich.
Police used water cannon.
The submarine cable was cut.
Young fighters won two bouts on Saturday.
The private jet landed late, and the jet lag was bad.
The vehicle, the aircraft and the boat were sold.
She found shells on the beach.
The carrier lost my parcel.
It is not rocket science.
Two coal mines closed.
The artillery fired all night.
The Tanks won the match.
"""

SHIPS = """
The frigate [HMS Ashford] came home.
[USS John C. Fenwick] lay at anchor.
The sailors trained at HMAS Fenwick.
A corvette of the [Fenwick-class] followed.
The business-class seats were taken.
"""


@pytest.fixture(scope="module")
def marked(resources: Path) -> Callable[..., str]:
    """The text with the words for weapons in [ ], as they were found."""
    blank = spacy.blank("de")
    blank.tokenizer = WordSplitter(blank.tokenizer)
    catalogue = load_catalogue(resources / "knowledge" / "weapons.toml")
    classes = load_weapon_classes(resources / "lexicons" / "weapon_classes.txt")
    phrases = load_weapon_phrases(resources / "lexicons", "en")

    def mark(text: str, *, is_generic: bool = True) -> str:
        doc = blank(text)
        split_sentences(doc)
        matches = find_weapons(doc, catalogue, classes, phrases=phrases).matches
        found = [one for one in matches if one.is_generic is is_generic]
        for match in reversed(found):
            span = doc[match.start_token : match.end_token]
            text = f"{text[: span.start_char]}[{span.text}]{text[span.end_char :]}"
        return text

    return mark


def lines(table: str) -> list[str]:
    return [line for line in table.splitlines() if line]


@pytest.mark.parametrize("expected", lines(WEAPONS))
def test_words_for_weapons_are_found_whole(marked: Callable[..., str], expected: str) -> None:
    """With what belongs to them, in the plural, at the beginning, in a headline in capitals."""
    assert marked(expected.replace("[", "").replace("]", "")) == expected


@pytest.mark.parametrize("text", lines(NO_WEAPONS))
def test_figures_of_speech_and_peaceful_things_stay_unmarked(marked: Callable[..., str], text: str) -> None:
    """Think tanks, sandwiches, rescue helicopters, satellites, boxers."""
    assert marked(text) == text


@pytest.mark.parametrize("expected", lines(SHIPS))
def test_ships_are_told_by_their_prefix_or_class(marked: Callable[..., str], expected: str) -> None:
    """Bases and seats are none."""
    assert marked(expected.replace("[", "").replace("]", ""), is_generic=False) == expected


def test_other_languages_have_no_such_phrases(resources: Path) -> None:
    """A German text may speak of a Tank, of petrol."""
    assert load_weapon_phrases(resources / "lexicons", "de").heads == frozenset()


@pytest.mark.parametrize(
    ("word", "expected"),
    [("torpedoes", "torpedo"), ("batteries", "battery"), ("tank's", "tank"), ("cross", "cross")],
)
def test_a_plural_or_genitive_leads_to_the_singular(word: str, expected: str) -> None:
    assert singular(word) == expected


def test_a_class_is_named_in_the_singular(resources: Path) -> None:
    """The list of entities shows one line for all of them."""
    phrases = load_weapon_phrases(resources / "lexicons", "en")
    found = phrases.in_sentence(["They", "saw", "battle", "tanks"], 10, named=(), is_military=False)

    assert [(one.start, one.end, one.name) for one in found] == [(12, 14, "Battle tank")]
