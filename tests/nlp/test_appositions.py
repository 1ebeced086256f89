"""What a state's body is, right before its name."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.domain.entities import Entity, EntityKind
from reader.knowledge.gazetteer import load_gazetteer
from reader.nlp.entity_grouper import EntityGrouper
from reader.nlp.role_finder import load_role_words
from tests.nlp.name_marking import marked_names

Bodies = Callable[[str], dict[str, list[str]]]


@pytest.fixture(scope="module")
def bodies(resources: Path) -> Bodies:
    """The mentions of each organisation among the names marked in a text."""
    grouper = EntityGrouper(load_gazetteer(resources), load_role_words(resources / "lexicons"))

    def of_text(marked: str) -> dict[str, list[str]]:
        text, found = marked_names(marked)
        return {
            entity.canonical_name: _surfaces(entity)
            for entity in grouper.group(found, text)
            if entity.kind is EntityKind.ORGANIZATION
        }

    return of_text


def _surfaces(entity: Entity) -> list[str]:
    return [mention.text for mention in entity.mentions]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("der [place/derived:russische] [organization:Militärgeheimdienst] [organization:GRU]", "GRU"),
        ("das [place/derived:israelische] [organization:Parlament] [organization:Knesset]", "Knesset"),
        ("der [place/derived:britische] [organization:Auslandsgeheimdienst] [organization:MI6]", "MI6"),
    ],
)
def test_a_body_and_what_it_is_are_one(bodies: Bodies, marked: str, name: str) -> None:
    assert list(bodies(marked)) == [name]


def test_what_a_body_is_means_it_later_too(bodies: Bodies) -> None:
    later = "Der [place/derived:russische] [organization:Militärgeheimdienst] schwieg."

    found = bodies(
        f"Der [place/derived:russische] [organization:Militärgeheimdienst] [organization:GRU] kam. {later}"
    )

    assert found == {"GRU": ["Militärgeheimdienst", "GRU", "Militärgeheimdienst"]}


def test_a_noun_before_two_bodies_is_neither(bodies: Bodies) -> None:
    noun = "[place/derived:russische] [organization:Geheimdienst]"

    found = bodies(f"Der {noun} [organization:FSB] und der {noun} [organization:GRU] kamen. Der {noun} ging.")

    assert found == {"FSB": ["FSB"], "GRU": ["GRU"], "Russischer Geheimdienst": ["Geheimdienst"]}


def test_a_firm_behind_a_service_is_another_body(bodies: Bodies) -> None:
    """„Weil der chinesische Geheimdienst Siemens ausspähte“."""
    found = bodies(
        "weil der [place/derived:chinesische] [organization:Geheimdienst] [organization:Siemens] ausspähte"
    )

    assert list(found) == ["Chinesischer Geheimdienst", "Siemens"]
