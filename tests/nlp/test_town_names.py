"""Towns that lie at a river or in a landscape."""

from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.knowledge.gazetteer import load_gazetteer
from reader.nlp.findings import Finding
from reader.nlp.name_borders import KnownBorders
from reader.nlp.town_names import own_words


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        ("In Oberlindau am Inn", ("Oberlindau", "Inn"), ["Oberlindau am Inn"]),
        ("In Oberlindau an der Donau", ("Oberlindau", "Donau"), ["Oberlindau an der Donau"]),
        ("In Brandenburg an der Havel", ("Brandenburg", "Havel"), ["Brandenburg an der Havel"]),
        ("In Rothenburg ob der Tauber", ("Rothenburg",), ["Rothenburg ob der Tauber"]),
        ("In Frankfurt ( Oder )", ("Frankfurt",), ["Frankfurt ( Oder )"]),
        ("In Kiel an der Förde entlang", ("Kiel", "Förde"), ["Kiel", "Förde"]),
        ("In Passau an der Donau", ("Passau", "Donau"), ["Passau", "Donau"]),
        ("Von Oberlindau am Inn entlang", ("Oberlindau", "Inn"), ["Oberlindau", "Inn"]),
        ("Weil am Rhein das Wasser steigt", ("Rhein",), ["Rhein"]),
        ("Heute in Weil am Rhein", ("Weil", "Rhein"), ["Weil am Rhein"]),
        ("Streit in Oberlindau ob der Lage", ("Oberlindau",), ["Oberlindau"]),
    ],
)
def test_a_town_has_its_river_where_the_name_has(
    resources: Path, tagged: Callable[..., Doc], text: str, names: tuple[str, ...], found: list[str]
) -> None:
    """A town that is known by its bare name lies there without being called so."""
    doc = tagged(text)
    places = [next(token.i for token in doc if token.text == name) for name in names]
    findings = [Finding(place, place + 1, EntityKind.PLACE, confidence=0.9) for place in places]

    whole = KnownBorders(load_gazetteer(resources)).put_right(doc, findings)

    assert [doc[one.start : one.end].text for one in whole] == found


def test_what_is_made_with_the_river_is_not_the_towns() -> None:
    """The Donauufer may be anywhere."""
    assert own_words(["Neuburg", "an", "der", "Donau"]) == ["Neuburg"]
    assert own_words(["Bad", "Salzach"]) == ["Bad", "Salzach"]
