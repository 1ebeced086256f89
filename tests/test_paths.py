import sys
from dataclasses import fields
from pathlib import Path

import pytest

from reader import paths as module
from reader.paths import Paths, resources_folder


def test_a_profile_keeps_everything_under_one_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Data, settings and logs; whatever folder the program is in later."""
    monkeypatch.chdir(tmp_path)
    paths = Paths.of_profile(Path("profil"))

    places = (paths.data, paths.config, paths.logs, paths.database, paths.backups, paths.settings)
    assert all(place.is_relative_to(tmp_path / "profil") for place in places)
    assert list(tmp_path.iterdir()) == []


def test_the_user_has_folders_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the desktop wants them."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    paths = Paths.of_user()

    if sys.platform == "linux":
        assert paths.database == tmp_path / "data" / "lesart" / "library.sqlite3"
        assert paths.settings == tmp_path / "config" / "lesart" / "settings.toml"
        assert paths.logs.is_relative_to(tmp_path / "state" / "lesart")
    assert {field.name for field in fields(paths)} == {"data", "config", "logs", "resources"}


def test_resources_lie_beside_the_package_inside_it_or_in_the_frozen_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a checkout, installed, frozen."""
    package = tmp_path / "site-packages" / "reader"
    monkeypatch.setattr(module, "_HERE", package)
    assert resources_folder() == tmp_path / "site-packages" / "resources"

    (package / "_resources").mkdir(parents=True)
    assert resources_folder() == package / "_resources"

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "frozen"), raising=False)
    assert resources_folder() == tmp_path / "frozen" / "resources"
