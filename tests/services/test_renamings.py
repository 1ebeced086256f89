"""Whom a new analysis calls otherwise is known only where it is sure."""

from dataclasses import replace

import pytest

from reader.domain.corrections import Sameness, SamenessId
from reader.domain.entities import Entity, EntityKey, EntityKind
from reader.services.renamings import Renaming, carried, renamings
from tests.fakes import marked

PERSON = EntityKind.PERSON


def names_of(before: str, after: str) -> list[tuple[str, str]]:
    """Old and new names, of two readings of a text."""
    found = renamings(marked(before).entities, marked(after).entities)
    return [(one.before.canonical_name, one.after.canonical_name) for one in found]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "[person:Berg] kam. [person:Ben] ging.",
            "[person:Berg=Anna Berg] kam. [person:Ben] ging.",
            [("Berg", "Anna Berg")],
        ),
        ("[person:Bergs=Anna Bergs] Rede.", "[person:Bergs=Anna Berg] Rede.", []),
        ("[person:Kranich] flog.", "[organization:Kranich] flog.", [("Kranich", "Kranich")]),
    ],
)
def test_who_bears_the_old_name_is_the_same(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    """By an alias or a mention of the same kind, or by the very name of another kind; else nobody knows."""
    assert names_of(before, after) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "[person:Berg] kam. [person:Berg] ging.",
            "[person:Berg=Anna Berg] kam. [person:Berg=Otto Berg] ging.",
        ),
        ("[person:Kranich] flog. Kranich fliegt.", "[organization:Kranich] flog. [place:Kranich] fliegt."),
        ("[person:Kranich] flog.", "[organization:Kranich=Kranich Luftfahrt] flog."),
        ("[person:Berg] kam.", "[person:Berg] kam mit [person:Berg=Otto Berg]."),
        ("[person:Berg] kam.", "Berg kam."),
    ],
    ids=["two of that name", "two other kinds", "another kind and name", "still there", "gone"],
)
def test_nobody_is_named_where_it_is_not_sure(before: str, after: str) -> None:
    assert names_of(before, after) == []


@pytest.mark.parametrize(("count", "expected"), [(1, ["Nordatlantikpakt"]), (2, [])])
def test_the_entry_of_the_knowledge_base_tells_who_it_is(count: int, expected: list[str]) -> None:
    """Whatever it is called now, unless two are that entry."""

    def known(entity: Entity) -> Entity:
        return replace(entity, knowledge_id="nato")

    before = marked("[organization:Nato] tagt.").entities
    after = marked("[organization:Nordatlantikpakt] tagt. [organization:Bündnis] zahlt.").entities

    found = renamings(map(known, before), [*map(known, after[:count]), *after[count:]])

    assert [one.after.canonical_name for one in found] == expected


def test_what_was_declared_is_said_of_new_names_once() -> None:
    """Also where both have new names; nothing is declared of one with itself, or against the reader."""
    anna, otto = (marked(f"[person:{name}]").entities[0] for name in ("Berg", "Tal"))
    new_anna, new_otto = (marked(f"[person:{name}]").entities[0] for name in ("Anna Berg", "Otto Tal"))
    declared = [
        Sameness(SamenessId(1), anna.key, otto.key, "Berg", "Tal", is_same=False),
        Sameness(SamenessId(2), anna.key, new_anna.key, "Berg", "Anna Berg", is_same=True),
        Sameness(SamenessId(3), EntityKey(PERSON, "ute"), anna.key, "Ute", "Berg", is_same=True),
    ]

    found = carried(declared, [Renaming(anna, new_anna), Renaming(otto, new_otto)])

    assert [(one.first_name, one.second_name, one.is_same) for one in found] == [
        ("Anna Berg", "Otto Tal", False),
        ("Anna Berg", "Tal", False),
        ("Berg", "Otto Tal", False),
        ("Ute", "Anna Berg", True),
    ]
