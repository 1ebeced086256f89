"""What the gazetteer knows a name as, in whatever form the text has it."""

from pathlib import Path

import pytest

from reader.domain.entities import EntityKind
from reader.knowledge.gazetteer import load_gazetteer
from reader.nlp.known_names import KnownNames

ORGANIZATION, PLACE = EntityKind.ORGANIZATION, EntityKind.PLACE


@pytest.fixture(scope="module")
def known(resources: Path) -> KnownNames:
    return KnownNames(load_gazetteer(resources))


@pytest.mark.parametrize(
    ("kind", "printed", "shown"),
    [
        (ORGANIZATION, "Frankfurter Allgemeinen Zeitung", "Frankfurter Allgemeine Zeitung"),
        (ORGANIZATION, "Neuen Zürcher Zeitung", "Neue Zürcher Zeitung"),
        (ORGANIZATION, "Deutschen Roten Kreuzes", "Deutsches Rotes Kreuz"),
        (ORGANIZATION, "Zweiten Deutschen Fernsehen", "ZDF"),
        (ORGANIZATION, "Siemens AG", "Siemens"),
        (ORGANIZATION, "BAE Systems plc", "BAE Systems"),
        (PLACE, "Schwarzen Meeres", "Schwarzes Meer"),
    ],
)
def test_a_known_name_is_shown_in_the_nominative_and_alone(
    known: KnownNames, kind: EntityKind, printed: str, shown: str
) -> None:
    """In any case, and without the legal form of a firm."""
    assert known.shown(kind, printed) == shown


def test_a_city_without_umlauts_is_shown_with_them(known: KnownNames) -> None:
    """As keyboards abroad write it, also in the genitive; Soest and Duisburg have none."""
    shown = [known.city_shown(name) for name in ("Koeln", "Muenchens", "Soest", "Duisburg")]

    assert shown == ["Köln", "München", None, None]
    assert known.shown(PLACE, "Oesterreich") == "Österreich"


@pytest.mark.parametrize(
    ("kind", "printed"),
    [
        (ORGANIZATION, "Deutsche Banken"),
        (ORGANIZATION, "Musterbau AG"),
        (PLACE, "Siemens AG"),
        (PLACE, "Deutschen Roten Kreuzes"),
    ],
)
def test_what_is_like_a_known_name_is_not_known(known: KnownNames, kind: EntityKind, printed: str) -> None:
    assert known.shown(kind, printed) is None
