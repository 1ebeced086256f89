"""Letters in brackets are those of the name before them, also where a known body has the same."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.domain.entities import Entity
from reader.knowledge.gazetteer import load_gazetteer
from reader.knowledge.knowledge_index import KnowledgeIndex
from reader.nlp.entity_grouper import EntityGrouper
from reader.nlp.entity_linker import EntityLinker
from reader.nlp.role_finder import load_role_words
from tests.nlp.name_marking import marked_names

Link = Callable[[str], list[Entity]]


@pytest.fixture(scope="module")
def linked(resources: Path) -> Link:
    knowledge = KnowledgeIndex.load(resources)
    roles = load_role_words(resources / "lexicons")
    grouper = EntityGrouper(load_gazetteer(resources), roles, knowledge=knowledge)
    linker = EntityLinker(knowledge)

    def entities(marked: str) -> list[Entity]:
        text, found = marked_names(marked)
        return list(linker.linked(grouper.group(found, text)))

    return entities


def introduced(linked: Link, long: str, short: str) -> Entity:
    text = f"Die [organization:{long}] ([organization:{short}]) zahlt. Die [organization:{short}] hilft."
    (entity,) = linked(text)
    assert len(entity.mentions) == 3
    return entity


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("Kreissparkasse Rottweil", "KSK"),
        ("Stadtwerke Potsdam", "SWP"),
        ("Maschinenwerk Dessau", "MAD"),
        ("Nationale Einheit", "UN"),
        ("Bund Deutscher Imker", "BDI"),
        ("Bürgerbündnis Wertheim", "BSW"),
        ("Agentur für Familien", "AfD"),
        ("Normenausschuss Technik", "NATO"),
        ("Arbeitskreis Weinbau Oberrhein", "AWO"),
        ("Deutscher Fischereiverband", "DFV"),
    ],
)
def test_another_body_with_known_letters_is_itself(linked: Link, long: str, short: str) -> None:
    """It has its own name, and no entry of the knowledge base; its letters mean it in the whole article."""
    entity = introduced(linked, long, short)

    assert entity.canonical_name == long
    assert entity.knowledge_id is None


@pytest.mark.parametrize(
    ("long", "short", "knowledge_id"),
    [
        ("Kommando Spezialkräfte", "KSK", "org-ksk"),
        ("Allgemeine Deutsche Automobil-Club", "ADAC", "org-adac"),
        ("Europäischen Union", "EU", "org-europaeische-union"),
        ("Bundesamt für Migration", "BAMF", "org-bundesamt-fuer-migration-und-fluechtlinge"),
        ("Bundesverband der Industrie", "BDI", "org-bundesverband-der-deutschen-industrie"),
        (
            "Deutsche Gesellschaft für Auswärtige Politik in Berlin",
            "DGAP",
            "org-deutsche-gesellschaft-fuer-auswaertige-politik",
        ),
        ("US-Bundespolizei", "FBI", "org-fbi"),
        ("Weltgesundheitsbehörde", "WHO", "org-weltgesundheitsorganisation"),
        ("Polizeigewerkschaft", "GdP", "org-gewerkschaft-der-polizei"),
        ("Republikanische Volkspartei", "CHP", "org-chp"),
    ],
)
def test_a_name_or_a_description_of_the_known_body_links_to_it(
    linked: Link, long: str, short: str, knowledge_id: str
) -> None:
    """The name in full, with more or fewer words, in German, or a word for what it is."""
    assert introduced(linked, long, short).knowledge_id == knowledge_id


def test_a_name_is_not_taken_from_an_entry_that_is_not_meant(linked: Link) -> None:
    """The Demokratische Partei of another country is not called Demokraten."""
    (entity,) = linked("Die [organization:Demokratische Partei] ([organization:DP]) liegt vorn.")

    assert entity.canonical_name == "Demokratische Partei"
    assert entity.knowledge_id is None


@pytest.mark.parametrize(
    ("marked", "knowledge_id"),
    [
        (
            "[organization:Bundesheer] übt\n\nDas österreichische [organization:Bundesheer] übt.",
            "org-bundesheer",
        ),
        ("Soldaten des österreichischen [organization:Bundesheeres] üben.", "org-bundesheer"),
        ("Der österreichische [organization:Nationalrat] tagt.", "org-nationalrat"),
        ("Das tschechische [organization:Bundesheer] übt.", None),
        ("Der slowakische [organization:Nationalrat] tagt.", None),
        (
            "Das ukrainische [organization:Parlament] [organization:Werchowna Rada] tagt.",
            "org-werchowna-rada",
        ),
    ],
)
def test_a_body_with_the_adjective_of_its_own_state_is_the_known_one(
    linked: Link, marked: str, knowledge_id: str | None
) -> None:
    (entity,) = linked(marked)

    assert entity.knowledge_id == knowledge_id


def test_letters_that_are_written_out_are_not_another_s(linked: Link) -> None:
    """HNA is no short form of the Hauptverwaltung für Aufklärung."""
    entities = linked(
        "Die [organization:Hessische Neue Allgemeine] ([organization:HNA]) fragte die "
        "[organization:Hauptverwaltung für Aufklärung]."
    )

    assert len(entities) == 2


def test_an_armed_group_is_known_where_its_country_is_told_of(linked: Link) -> None:
    entities = linked("Das [organization:Afrikakorps] kämpft für [place:Russland].")

    assert [entity.knowledge_id for entity in entities] == ["org-africa-corps", "country-ru"]
    assert linked("Das [organization:Afrikakorps] kämpfte.")[0].knowledge_id is None
