"""Shortened functions and degrees before names are no bodies; a reader finds them written out."""

import pytest
from spacy.language import Language

from reader.domain.entities import Entity, EntityKind


def read(nlp: Language, text: str) -> tuple[Entity, ...]:
    return tuple(nlp(text)._.entities)


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("Das sagte LH Anton Mattle am Montag in Innsbruck.", "Anton Mattle", "Landeshauptmann"),
        ("Das sagte LH Johanna Brandl am Montag.", "Johanna Brandl", "Landeshauptfrau"),
        ("Das sagte LHStv. Philip Kern am Montag.", "Philip Kern", "Landeshauptmann-Stellvertreter"),
        ("Das sagte NR-Abg. Franz Hörl am Montag.", "Franz Hörl", "Nationalratsabgeordneter"),
        ("Das sagte LRin Astrid Mair am Montag.", "Astrid Mair", "Landesrätin"),
        ("Das sagte BM Mag. Klaudia Berger am Montag.", "Klaudia Berger", "Bundesministerin"),
        ("Das sagte Bgm. Karl Kern am Montag.", "Karl Kern", "Bürgermeister"),
        ("Das sagte KO Jakob Wolf am Montag.", "Jakob Wolf", "Klubobmann"),
        ("Das sagte Oberst i. R. Gernot Pachl am Montag.", "Gernot Pachl", "Oberst"),
        ("Das sagte Pfarrer i.R. Karl Hinz am Montag.", "Karl Hinz", "Pfarrer"),
        ("Das sagte Sozialministerin Mag. Anna Reiter am Montag.", "Anna Reiter", "Sozialministerin"),
    ],
)
def test_a_shortened_function_is_written_out(nlp: Language, sentence: str, name: str, role: str) -> None:
    """It is no organisation, no initial, and no end of a sentence."""
    found = [entity for entity in read(nlp, sentence) if entity.kind is not EntityKind.PLACE]

    assert [(entity.kind, entity.canonical_name, entity.roles) for entity in found] == [
        (EntityKind.PERSON, name, (role,))
    ]


def test_a_surname_behind_a_shortened_function_is_its_bearer(nlp: Language) -> None:
    (wolf,) = read(nlp, "KO Jakob Wolf redete lange. Danach kritisierte KO Wolf das Budget.")

    assert [mention.text for mention in wolf.mentions] == ["Jakob Wolf", "Wolf"]


def test_short_names_of_parties_are_austrian_behind_a_land(nlp: Language) -> None:
    entities = read(nlp, "Die Tiroler VP wies das zurück. Auch die Wiener FP klagte.")

    assert [entity.knowledge_id for entity in entities if entity.kind is EntityKind.ORGANIZATION] == [
        "org-oevp",
        "org-fpoe",
    ]
