"""Weapons and what only is called so, in short articles that speak of both, as the whole pipeline reads them.

Named weapons stand in [ ].
"""

import re
from collections.abc import Callable

import pytest

from reader.domain.articles import Article
from reader.domain.entities import Entity, EntityKind
from reader.domain.mentions import MentionForm
from reader.nlp.pipeline import Pipeline

MARK = re.compile(r"[\[\]]")
WRITTEN = {MentionForm.NAME, MentionForm.PART}

Marked = Callable[..., str]
Weapons = Callable[..., list[Entity]]


@pytest.fixture(scope="module")
def weapons(pipeline: Pipeline, article_of: Callable[..., Article]) -> Weapons:
    """The named weapons of a text."""

    def of(text: str, language: str = "de") -> list[Entity]:
        found = pipeline.analyse(article_of(text, language=language)).entities
        return [one for one in found if one.kind is EntityKind.WEAPON and not one.is_generic]

    return of


@pytest.fixture(scope="module")
def english_weapons(article_of: Callable[..., Article]) -> Weapons:
    english = Pipeline.load("en")

    def of(text: str) -> list[Entity]:
        found = english.analyse(article_of(text, language="en")).entities
        return [one for one in found if one.kind is EntityKind.WEAPON and not one.is_generic]

    return of


def marked(text: str, found: list[Entity]) -> str:
    spans = [one.span for entity in found for one in entity.mentions if one.form in WRITTEN]
    for span in sorted(spans, key=lambda span: -span.start):
        text = f"{text[: span.start]}[{text[span.start : span.end]}]{text[span.end :]}"
    return text


BOTH_SENSES = """
In der Tiefgarage der Kaserne hat ein Marder Kabel zerbissen. Der Marder sei mehrfach im Motorraum gewesen. \
Auf dem Hof standen zehn Schützenpanzer [Marder] bereit. Die [Marder] sollen in die Ukraine gehen.
Der Zoo Leipzig hat zwei Geparde aus Südafrika aufgenommen. Wenige Kilometer weiter verlud die Bundeswehr \
15 [Gepard] auf Züge. Die Ukraine erhält weitere [Gepard].
Das Festival eröffnet mit dem Actionfilm „Predator“. Ein Oberst spricht über die [Predator-Drohne], die das \
US-Militär jahrelang einsetzte.
Zwei Tiger sind aus einem Zirkus entlaufen. Die Polizei suchte den Tiger mit einer Drohne, auch ein \
Hubschrauber der Bundeswehr half.
Kiew bittet um Haubitzen, [Leoparden] und [Geparde]. Die [Leoparden] und [Geparde] würden an der \
Front gebraucht.
Die [Taurus-Debatte] reißt nicht ab. Wer [Taurus] will, muss es sagen. Für die [Taurus-Lieferung] ist \
auch die FDP.
"""

BORDERS = """
Das Paket umfasst [Javelins], dazu [Bradleys] und 31 [Abrams]. Die Panzer kommen aus Beständen der Armee.
Zwei Suchoi [Su-35] flogen ohne Transponder über die Ostsee.
Die [2S7 Pion] kam aus dem Depot. Die [Pion] verschießt Granaten vom Kaliber 203.
Die Luftwaffe verlegt Jets, darunter vier [Eurofighter].
Das Projekt [»Main Ground Combat System«] ([MGCS]) verzögert sich. Das [MGCS] soll 2040 kommen.
Bestellt sind für das Heer 105 [Leopard 2], für die Luftwaffe 20 [Eurofighter].
Der Bund kauft für die Luftwaffe 35 [F-35]. Die Slowakei kaufte von BAE 152 [CV90].
"""

ENGLISH = """
German [Leopards] and Ukrainian [Bradleys] attacked at dawn. Polish [Leopards] arrived first.
British [Challengers] have arrived in Poland, along with American [Abrams] tanks and French [Caesars].
A leopard was seen near Nairobi. Rangers chased the leopard with a drone. The army showed \
its [Leopard 2] tanks.
The army will raise two [Abrams] battalions and a [Bradley] brigade. Each battalion gets 44 [Abrams].
"""

IN_ONE = """
Die [Leopardpanzer] rollten am Morgen über die Brücke.
In der Nacht griff Russland mit [Shaheddrohnen] an.
Die [Taurusmarschflugkörper] fliegen weit.
Die [Patriotsysteme] der Niederlande folgen im Herbst.
Die [Kinschalrakete] verfehlte ihr Ziel.
Die Marsrakete der Nasa startet im Mai.
Der Granatwerfer lag im Gras.
Der Hammerwerfer gewann Gold.
"""


def lines(table: str) -> list[str]:
    return table.strip().splitlines()


@pytest.mark.parametrize("expected", [*lines(BOTH_SENSES), *lines(BORDERS), *lines(IN_ONE)])
def test_an_article_keeps_weapons_and_their_namesakes_apart(weapons: Weapons, expected: str) -> None:
    """Beside animals, films, numbers and makers, and in words written in one."""
    text = MARK.sub("", expected)

    assert marked(text, weapons(text)) == expected


@pytest.mark.parametrize("expected", lines(ENGLISH))
def test_an_english_article_keeps_nations_and_units_apart(english_weapons: Weapons, expected: str) -> None:
    text = MARK.sub("", expected)

    assert marked(text, english_weapons(text)) == expected


@pytest.mark.parametrize(
    ("text", "weapon_id"),
    [
        ("Ein Leopardpanzer der Bundeswehr blieb liegen. Der Leopard 2A7 wurde geborgen.", "leopard-2"),
        ("Russland griff mit Shaheddrohnen an, dazu mit 40 Geran-2.", "shahed-136"),
        ("Die Pioniere setzten das Minenwurfsystem Skorpion ein.", "skorpion"),
    ],
)
def test_all_its_names_are_one_weapon(weapons: Weapons, text: str, weapon_id: str) -> None:
    assert [one.knowledge_id for one in weapons(text)] == [weapon_id]


@pytest.mark.parametrize(
    "text",
    [
        "Der Zerstörer [„USS Gravely“] lief am Montag aus. Die [„Gravely“] kehrte am Freitag zurück.",
        'Die Fregatte ["Hessen"] lief am Montag aus. Die ["Hessen"] kehrte am Freitag zurück.',
    ],
)
def test_a_ship_is_mentioned_once_with_its_marks(weapons: Weapons, text: str) -> None:
    """Also with the prefix of its navy within them."""
    plain = MARK.sub("", text)
    assert marked(plain, weapons(plain)) == text
