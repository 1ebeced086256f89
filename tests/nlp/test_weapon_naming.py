"""What sentences say of names: how weapons are called, and what is none."""

import re
from collections.abc import Callable

import pytest
from spacy.language import Language

from reader.nlp.sentence_splitter import split_sentences
from reader.nlp.weapon_finder import FoundWeapons
from reader.nlp.weapon_naming import naming_in

Find = Callable[..., FoundWeapons]
CALLED_SO = """
In Kassel rollte ein geschütztes Fahrzeug namens [Mungo] vom Band.
Ein Schützenpanzer namens [Drache] wurde vorgeführt.
Sein Nachbar, ein Schützenpanzer, der ebenfalls [Marder] heißt, wird gewartet.
Das Heer hat einen Bergepanzer, der auf den Namen [Büffel] hört.
Der Koloss, ein Fahrzeug der Pioniere, hört auf den Namen [Büffel], 43 Tonnen schwer.
Auch [Tulpe] heißt ein Mörser.
Auch [Tulpe] heißt bekanntlich ein Mörser.
Hört auf den Namen [Büffel], 43 Tonnen, sehr zutraulich.
Auch [Tulpe] heißt ein neuer Mörser.
Die Rakete trug den Decknamen [„Kirschkern“].
Es war eine Rakete, die die Propaganda später [Donnerkeil 3] nannte.
Die Haubitze mit dem Namen [„Donar“] schoss weit.
Ein Kampfpanzer, den seine Besatzung nur [Elsa] nennt, blieb liegen.
Der Flakpanzer heißt künftig [Krähe].
Deckname der Rakete: „Igel“.
Ein Geländewagen namens [Enok] stand daneben.
"""

NOT_CALLED_SO = """
Ein Hund namens Puma bellte die Soldaten an.
Ein Mädchen namens Rafale lachte.
Ein Bataillon namens Leopard übte den Angriff.
Die Feldspritze namens Panther spritzt.
Auch Igel heißt ein Tier, das die Soldaten mögen.
Ein Soldat, der Fuchs heißt, fährt den Panzer.
Ein Geländewagen namens Kuckuck stand daneben.
Der Kater hört auf den Namen Büffel, 5 Kilo schwer.
Der Panzer heißt nicht umsonst so.
"""

NO_WEAPONS = [
    ("Die Drohne heißt Zubr, was Wisent bedeutet.", "Wisent"),
    ("Der Panzer Lesnik, auf Deutsch Förster, ist alt.", "Förster"),
    ("Die Drohne ist nach dem Falken benannt.", "Falken"),
    ("Die Fregatte nahm am Manöver Seewind teil.", "Seewind"),
    ("Das Schiff mied den Taifun „Uwan“.", "Uwan"),
    ("Flug MH17 wurde abgeschossen.", "MH17"),
    ("Auf Flug MH17 saßen Kinder. MH17 war eine Boeing.", "MH17"),
    ("Der Linienflug LH 400 landete.", "LH 400"),
    ("Der ICE 73 fiel aus.", "ICE 73"),
    ("Die Bundesstraße B 52 ist gesperrt.", "B 52"),
]


@pytest.fixture(scope="module")
def marked(find: Find, untagged: Language) -> Callable[[str], str]:
    """The text with the named weapons in [ ], found without a tagger."""

    def mark(text: str) -> str:
        doc = untagged(text)
        named = [one for one in find(text).matches if not one.is_generic]
        for match in reversed(named):
            span = doc[match.start_token : match.end_token]
            text = f"{text[: span.start_char]}[{span.text}]{text[span.end_char :]}"
        return text

    return mark


def lines(table: str) -> list[str]:
    return [line for line in table.splitlines() if line]


@pytest.mark.parametrize("expected", lines(CALLED_SO))
def test_what_a_weapon_is_called_is_its_name(marked: Callable[[str], str], expected: str) -> None:
    """Whatever the name is elsewhere; a vehicle that may be civilian needs a name that the catalogue has."""
    assert marked(re.sub(r"[\[\]]", "", expected)) == expected


@pytest.mark.parametrize("text", lines(NOT_CALLED_SO))
def test_what_animals_people_and_troops_are_called_is_no_weapon(
    marked: Callable[[str], str], text: str
) -> None:
    """Dogs, girls, battalions, field sprayers."""
    assert marked(text) == text


def test_the_animal_beside_the_vehicle_stays_an_animal(marked: Callable[[str], str]) -> None:
    """Both readings in one article."""
    text = "Ein geschütztes Fahrzeug namens [Mungo] rollt an. Im Zoo nebenan wohnt ein Mungo."

    assert marked(text.replace("[", "").replace("]", "")) == text


@pytest.mark.parametrize(("text", "words"), NO_WEAPONS)
def test_meanings_of_names_and_numbers_of_flights_are_denied(
    untagged: Language, text: str, words: str
) -> None:
    """Translations, what something is named after, manoeuvres, storms, flights, trains, roads."""
    doc = untagged(text)
    split_sentences(doc)
    naming = naming_in(doc, generic=())
    denied = {doc[at].text for at in naming.others | naming.numbers}

    assert set(words.split()) <= denied
