"""Knowledge that is damaged is told; knowledge that is whole finds everything in it."""

import tomllib
from pathlib import Path

import pytest

from reader.knowledge.catalogue import load_catalogue


def test_every_system_is_found_by_each_of_its_names(resources: Path) -> None:
    """Its first word or figure announces it."""
    catalogue = load_catalogue(resources / "knowledge" / "weapons.toml")

    lost = [
        name
        for system in catalogue.systems
        for name in system.names
        if (found := catalogue.look_up(name)) is None
        or found.system is not system
        or not catalogue.may_begin(name)
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ("weapon = [", tomllib.TOMLDecodeError),
        ("", KeyError),
        ('weapon = [{ id = "a", name = "A" }]', KeyError),
        (None, FileNotFoundError),
    ],
)
def test_a_damaged_catalogue_is_told(tmp_path: Path, content: str | None, error: type[Exception]) -> None:
    """Nobody goes on without weapons unknowingly."""
    path = tmp_path / "weapons.toml"
    if content is not None:
        path.write_text(content, encoding="utf-8")

    with pytest.raises(error):
        load_catalogue(path)
