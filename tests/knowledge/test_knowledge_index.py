"""The knowledge base looks things up by id and by name."""

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TypeAlias

import msgspec
import pytest

from reader.domain.entities import EntityKind
from reader.knowledge.entries import Fact, FactKind, KnowledgeEntry, KnowledgeId, Source
from reader.knowledge.figures import Figure, FigureKind, Unit
from reader.knowledge.knowledge_index import KnowledgeFailure, KnowledgeIndex, encoded

MakeIndex: TypeAlias = Callable[[bytes | None], KnowledgeIndex]

OWN = Source("own", "Eigenes", "Own", "CC0 1.0")
FALKE = KnowledgeEntry(
    id=KnowledgeId("falke-3"),
    kind=EntityKind.WEAPON,
    name_de="Falke 3",
    name_en="Falcon 3",
    aliases=("Falke",),
    ambiguous=("Falke",),
    line_de="Ein Flugzeug.",
    facts=(Fact(FactKind.IN_SERVICE, since="1979"),),
    figures=(
        Figure(FigureKind.CREW, 2),
        Figure(FigureKind.RANGE, 300, Unit.KILOMETRES, upto=420.5, is_about=True),
    ),
    as_of="2026-11",
    sources=("own",),
)
PERSON = KnowledgeEntry(
    id=KnowledgeId("person-lena-okoro"), kind=EntityKind.PERSON, name_de="Lena Okoro", surname="Okoro"
)
FALKE_HEIGHTS = KnowledgeEntry(
    id=KnowledgeId("place-falkenhoehe"), kind=EntityKind.PLACE, name_de="Falkenhöhe", aliases=("Falke",)
)
NEW_FALKE = KnowledgeEntry(
    id=KnowledgeId("falke-4"), kind=EntityKind.WEAPON, name_de="Falke 4", aliases=("Falke",)
)


def test_an_entry_comes_back_as_it_was(index_of: MakeIndex) -> None:
    """With ranges, fractions and everything that is empty."""
    index = index_of(encoded([FALKE, PERSON], [OWN]))

    assert (index.entry("falke-3"), index.entry("person-lena-okoro")) == (FALKE, PERSON)
    assert index.sources == (OWN,)
    assert index.trouble is None


@pytest.mark.parametrize("name", ["Falke 3", "FALKE-3", "falke3", "Falcon 3"])
def test_a_name_is_found_however_it_is_written(index_of: MakeIndex, name: str) -> None:
    """Case, spaces, hyphens; German and English."""
    assert index_of(encoded([FALKE], [])).find(name, EntityKind.WEAPON) == (FALKE,)


def test_all_entries_with_a_name_are_found(index_of: MakeIndex) -> None:
    """Whoever links decides between them."""
    index = index_of(encoded([FALKE, NEW_FALKE, FALKE_HEIGHTS], []))

    assert index.find("Falke", EntityKind.WEAPON) == (FALKE, NEW_FALKE)
    assert index.find("Falke", EntityKind.PLACE) == (FALKE_HEIGHTS,)
    assert index.find("Falke", EntityKind.PERSON) == ()


def test_the_entry_that_is_shown_by_a_name_comes_first(index_of: MakeIndex) -> None:
    """Before those that have it as a further name."""
    own_name = KnowledgeEntry(id=KnowledgeId("falke"), kind=EntityKind.WEAPON, name_de="Falke")

    found = index_of(encoded([FALKE, own_name], [])).find("Falke", EntityKind.WEAPON)

    assert found == (own_name, FALKE)


def test_a_surname_leads_to_its_bearers_only_where_it_is_asked_for(index_of: MakeIndex) -> None:
    """A surname alone proves nobody."""
    index = index_of(encoded([PERSON], []))

    assert index.with_surname("OKORO") == (PERSON,)
    assert index.find("Okoro", EntityKind.PERSON) == ()


def test_what_nobody_knows_is_not_found(index_of: MakeIndex) -> None:
    """An id of an older knowledge base, too."""
    index = index_of(encoded([FALKE], []))

    assert index.entry("adler-1") is None
    assert index.find("", EntityKind.WEAPON) == ()
    assert index.source("unknown") is None


def test_the_file_is_read_when_something_is_asked(index_of: MakeIndex, tmp_path: Path) -> None:
    """Loading costs nothing, and later the file is not needed any more."""
    index = index_of(encoded([FALKE], []))

    assert index.entry("falke-3") == FALKE

    (tmp_path / "knowledge" / "index.msgpack").unlink()
    assert index.entry("falke-3") == FALKE
    assert index.trouble is None


@pytest.mark.parametrize("is_on", [True, False])
def test_a_look_up_leaves_the_garbage_collector_as_it_was(index_of: MakeIndex, is_on: bool) -> None:
    """Also where a damaged file is told."""
    before = gc.isenabled()
    for content in (encoded([FALKE], []), b"junk"):
        index = index_of(content)
        try:
            (gc.enable if is_on else gc.disable)()
            index.entry("falke-3")
            index.find("Falke 3", EntityKind.WEAPON)
            index.with_surname("Okoro")
            assert gc.isenabled() is is_on
        finally:
            (gc.enable if before else gc.disable)()


def with_version(content: bytes, version: int) -> bytes:
    return msgspec.msgpack.encode({**msgspec.msgpack.decode(content), "version": version})


def with_changed_letter(content: bytes) -> bytes:
    return content.replace(b"Ein Flugzeug.", b"Kein Flugzeug"[: len(b"Ein Flugzeug.")])


WHOLE = encoded([FALKE], [OWN])


@pytest.mark.parametrize(
    ("content", "failure"),
    [
        (None, KnowledgeFailure.MISSING),
        (b"", KnowledgeFailure.DAMAGED),
        (b"\x00\xff no index", KnowledgeFailure.DAMAGED),
        (WHOLE[: len(WHOLE) // 2], KnowledgeFailure.DAMAGED),
        (with_changed_letter(WHOLE), KnowledgeFailure.DAMAGED),
        (WHOLE + b"\x00", KnowledgeFailure.DAMAGED),
        (msgspec.msgpack.encode([1, 2]), KnowledgeFailure.DAMAGED),
        (with_version(WHOLE, 99), KnowledgeFailure.OTHER_VERSION),
    ],
    ids=["no file", "empty", "junk", "cut off", "a changed letter", "more behind", "another thing", "newer"],
)  # fmt: skip
def test_a_broken_index_is_told_and_knows_nothing(
    index_of: MakeIndex, tmp_path: Path, content: bytes | None, failure: KnowledgeFailure
) -> None:
    """Nothing is raised: the article is read all the same."""
    index = index_of(content)

    assert index.entry("falke-3") is None
    assert index.find("Falke 3", EntityKind.WEAPON) == ()
    assert index.sources == ()
    assert index.trouble is not None
    assert (index.trouble.failure, index.trouble.path) == (failure, tmp_path / "knowledge" / "index.msgpack")


def test_a_folder_in_the_place_of_the_index_is_told(index_of: MakeIndex, tmp_path: Path) -> None:
    """It can be neither read nor mistaken for a missing file."""
    (tmp_path / "knowledge" / "index.msgpack").mkdir(parents=True)
    index = index_of(None)

    assert index.trouble is not None
    assert index.trouble.failure is KnowledgeFailure.DAMAGED


def test_the_index_that_ships_is_what_the_tables_say(build: ModuleType, resources: Path) -> None:
    """If this fails: `.venv/bin/python resources/knowledge/build.py`."""
    assert (resources / "knowledge" / "index.msgpack").read_bytes() == build.built()


def test_the_script_says_whether_the_index_is_up_to_date(
    build: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without writing anything."""
    index = tmp_path / "index.msgpack"
    index.write_bytes(b"old")
    monkeypatch.setattr(build, "FOLDER", tmp_path)
    monkeypatch.setattr(build, "built", lambda _folder: b"new")
    monkeypatch.setattr(sys, "argv", ["build.py", "--check"])

    assert build.main() == 1
    assert index.read_bytes() == b"old"

    monkeypatch.setattr(sys, "argv", ["build.py"])
    assert build.main() == 0
    assert index.read_bytes() == b"new"


def test_every_entry_that_ships_can_be_read_and_found(resources: Path) -> None:
    """By its id, and by each of its names."""
    index = KnowledgeIndex.load(resources)

    lost = [
        (knowledge_id, name)
        for knowledge_id in index.ids()
        for name in index.entry(knowledge_id).names
        if index.entry(knowledge_id) not in index.find(name, index.entry(knowledge_id).kind)
    ]

    assert len(index) > 3000
    assert lost == []
