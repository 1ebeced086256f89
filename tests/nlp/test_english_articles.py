"""What English articles name, as the whole pipeline reads them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.domain.articles import Article
from reader.domain.entities import Entity
from reader.nlp.pipeline import Pipeline

Read = Callable[[str], dict[str, Entity]]


@pytest.fixture(scope="module")
def read(resources: Path, article_of: Callable[..., Article]) -> Read:
    """The entities of a text by their names."""
    english = Pipeline.load("en", resources)

    def of(text: str) -> dict[str, Entity]:
        found = english.analyse(article_of(text, language="en")).entities
        return {entity.canonical_name: entity for entity in found}

    return of


def mentions(entity: Entity) -> list[str]:
    return [mention.text for mention in entity.mentions]


@pytest.mark.parametrize(
    ("text", "name", "mentioned"),
    [
        (
            "Britain said that British troops would leave. The UK and Great Britain have a base there.",
            "United Kingdom",
            ["Britain", "British", "UK", "Great Britain"],
        ),
        ("Germany is slow, the Germans said.", "Germany", ["Germany", "Germans"]),
        ("America waits. The Americans in the US vote.", "United States", ["America", "Americans", "US"]),
        (
            "Aid for Gaza came late. In the Gaza Strip, Gazans queued. Gaza City was calm.",
            "Gaza Strip",
            ["Gaza", "Gaza Strip", "Gazans"],
        ),
        (
            "Iran replied. Tehran said the Islamic Republic would help.",
            "Iran",
            ["Iran", "Islamic Republic"],
        ),
    ],
)
def test_a_country_is_one_entity_whatever_it_is_called(
    read: Read, text: str, name: str, mentioned: list[str]
) -> None:
    assert mentions(read(text)[name]) == mentioned


@pytest.mark.parametrize("text", ["South America grew.", "Latin America grew.", "Bank of America grew."])
def test_not_everything_american_is_the_united_states(read: Read, text: str) -> None:
    assert "United States" not in read(text)


def test_each_state_has_its_own_ministry(read: Read) -> None:
    found = read(
        "Russia's defence ministry said so. A German defence ministry spokesman disagreed, and Ukraine's "
        "foreign ministry left. The Chinese Foreign Ministry declined to comment, as did Poland's Ministry "
        "of Defence."
    )

    assert {name for name in found if "inistry" in name} == {
        "Defence ministry of Russia",
        "Federal Ministry of Defence",
        "Foreign ministry of Ukraine",
        "Foreign ministry of China",
        "Defence ministry of Poland",
    }


def test_a_ministry_is_whole_whatever_the_tagger_saw(read: Read) -> None:
    text = (
        "China's foreign ministry spokesman, Lin Jian, told reporters in Beijing that Beijing opposed sales."
    )

    assert mentions(read(text)["Foreign ministry of China"]) == ["foreign ministry"]


@pytest.mark.parametrize(
    ("text", "owner", "weapon"),
    [
        ("The aircraft would serve alongside Saab's Gripen fighters.", "Saab", "Gripen"),
        ("The Bundeswehr's Tornado jets took part.", "Bundeswehr", "Tornado"),
        ("Ukraine used Lockheed Martin's HIMARS at the front.", "Lockheed Martin", "HIMARS"),
    ],
)
def test_a_weapon_and_its_owner_are_two(read: Read, text: str, owner: str, weapon: str) -> None:
    assert {owner, weapon} <= set(read(text))


def test_a_firm_behind_its_country_is_no_town(read: Read) -> None:
    found = read("The boats will be built together with Norway's Kongsberg. Kongsberg will hire.")

    assert found["Kongsberg"].knowledge_id == "org-kongsberg"
    assert mentions(found["Kongsberg"]) == ["Kongsberg", "Kongsberg"]


def test_weapons_have_their_english_names(read: Read) -> None:
    found = read("Russia fired Kh-101 cruise missiles. The Type 26 frigate and the F-16 jets are late.")

    assert {"Kh-101", "Type 26", "F-16"} <= set(found)


def test_a_weapon_of_two_states_is_called_without_them(read: Read) -> None:
    assert mentions(read("Paris wants the Franco-German FCAS project.")["FCAS"]) == ["FCAS"]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The Bundestag met. Ute Halm, a Social Democrat, left.", "org-spd"),
        ("The Bundestag met. Ute Halm, a Green from Lower Saxony, left.", "org-gruene"),
        ("The House of Commons met. Ann Dole, a Conservative, left.", "org-tories"),
        ("Congress met. Ann Dole, a Republican from Texas, left.", "org-republikaner"),
    ],
)
def test_who_belongs_to_a_party_names_that_of_the_country(read: Read, text: str, party: str) -> None:
    assert party in {entity.knowledge_id for entity in read(text).values()}


@pytest.mark.parametrize(
    "text",
    [
        "The Swedish parliament met. Nils Berg, a Social Democrat, left.",
        "A conservative approach would help the greens in the garden.",
        "Canadian Conservatives met in the House of Commons.",
    ],
)
def test_parties_of_other_countries_are_not_those(read: Read, text: str) -> None:
    parties = {entity.knowledge_id for entity in read(text).values()}

    assert not parties & {"org-spd", "org-tories", "org-gruene"}


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Sen. Walter Langford, R-Ohio, said no. Sen. Bernie Kowal (D-Vermont) agreed.", "R-Ohio"),
        ("Air defence units shot down 12 drones.", "Air"),
        ("Laura Pember, the MP for Leeds, spoke.", "MP"),
        ("His successor, Rear Adm. Lise Munk, declined to comment.", "Rear Adm"),
    ],
)
def test_what_stands_beside_names_is_none(read: Read, text: str, other: str) -> None:
    assert other not in read(text)


def test_a_body_of_several_words_is_called_by_the_last(read: Read) -> None:
    found = read("The European Commission wants loans. The Commission said so. Each commission costs money.")

    assert mentions(found["European Commission"]) == ["European Commission", "Commission"]
