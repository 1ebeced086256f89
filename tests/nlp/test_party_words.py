"""Telling whose party is meant."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.domain.entities import Entity
from reader.knowledge.gazetteer import load_gazetteer
from reader.nlp.entity_grouper import EntityGrouper
from reader.nlp.role_finder import load_role_words
from tests.nlp.name_marking import marked_names

Group = Callable[[str], list[Entity]]


@pytest.fixture(scope="module")
def group(resources: Path) -> Group:
    grouper = EntityGrouper(load_gazetteer(resources), load_role_words(resources / "lexicons"))

    def grouped(marked: str) -> list[Entity]:
        text, found = marked_names(marked)
        return list(grouper.group(found, text))

    return grouped


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[organization/part:SP-Ständerat] Urs Kern sprach.", "SP Schweiz"),
        ("[organization/part:Mitte-Bundesrat] Urs Kern sprach.", "Die Mitte (Schweiz)"),
        ("[organization/part:FDP-Nationalrätin] Eva Kern sprach.", "FDP (Schweiz)"),
        ("Er war [organization:SP-Bundesrat].", "SP Schweiz"),
        ("Der Ständerat tagt. Die [organization:FDP] sagt Nein.", "FDP (Schweiz)"),
        ("Der Ständerat tagt, im Bundestag fehlt die [organization:FDP].", "FDP"),
        ("Der FDP-Stadtrat Urs Kern half der [organization:FDP].", "FDP"),
        ("ÖVP und [organization:Grünen] stritten.", "Grüne (Österreich)"),
        ("CDU und [organization:Grünen] stritten, wie ÖVP und FPÖ.", "Grüne"),
        ("Die [organization:Linke] in Spanien stritt.", "Linke (Spanien)"),
        ("In Bozen regiert die [organization:SVP].", "Südtiroler Volkspartei"),
        ("In Bern regiert die [organization:SVP] mit.", "SVP"),
    ],
)
def test_a_name_that_parties_of_several_lands_have_means_that_of_the_article(
    group: Group, marked: str, name: str
) -> None:
    """An office that is in one land alone tells, and the politics that the article is about."""
    assert [entity.canonical_name for entity in group(marked)] == [name]


@pytest.mark.parametrize("word", ["Alt-Bundesrat", "Ex-Ministerin"])
def test_a_former_function_names_nobody(group: Group, word: str) -> None:
    assert group(f"[organization/part:{word}] Urs Kern sprach.") == []
