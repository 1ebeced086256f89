import os
from dataclasses import fields, replace
from pathlib import Path

import pytest

from reader.services.settings import LARGEST_TEXT, SMALLEST_TEXT, Settings, SettingsFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def loaded(path: Path, content: str | bytes) -> Settings:
    """The settings in a file with this content."""
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return SettingsFile(path).load()


CHANGED = Settings(
    theme="dark",
    interface_language="de",
    text_size=22,
    hidden_kinds=("place", "quotations"),
    library_visible=False,
    side_panel_visible=False,
    window_size=(1000, 700),
    splitter_sizes=(200, 600, 300),
    hidden_below=60,
    last_folder="/home/anna/Ärger \"x\"\n'😀'",
    export_folder="/home/anna/ablage",
    pipelines={"fr": "fr_core_news_md", "nl": "/srv/modellen/nl"},
)


def test_a_first_start_has_the_defaults(path: Path) -> None:
    """And makes no file."""
    assert SettingsFile(path).load() == Settings()
    assert not path.exists()


def test_settings_come_back_as_they_were_saved(path: Path) -> None:
    """Every one of them."""
    assert all(getattr(CHANGED, field.name) != field.default for field in fields(Settings))

    assert SettingsFile(path).save(CHANGED) is True
    assert SettingsFile(path).load() == CHANGED


def test_keys_and_remarks_of_others_stay(path: Path) -> None:
    """A newer version, or the reader by hand, may have written them."""
    loaded(path, '# von Hand\nfuture = [1, 2]\ntext_size = 20 # groß\n\n[plugin]\nkey = "x"\n')

    SettingsFile(path).save(Settings(text_size=30))

    text = path.read_text("utf-8")
    assert "# von Hand" in text
    assert "future = [1, 2]" in text
    assert '[plugin]\nkey = "x"' in text
    assert SettingsFile(path).load().text_size == 30


@pytest.mark.parametrize(
    "line",
    [
        "theme = 3",
        'theme = "pink"',
        'text_size = "groß"',
        "text_size = true",
        "text_size = 1.5",
        'library_visible = "ja"',
        "library_visible = 1",
        "window_size = [1]",
        "window_size = [1, 2, 3]",
        'window_size = ["a", "b"]',
        "hidden_kinds = 7",
        "hidden_kinds = [7]",
        "splitter_sizes = [-1, 5]",
        "last_folder = []",
        "interface_language = 1979-05-27",
        "[window_size]\nwidth = 3",
    ],
)
def test_a_wrong_value_falls_back_and_the_others_count(path: Path, line: str) -> None:
    """One mistake does not cost all settings."""
    settings = loaded(path, f"side_panel_visible = false\n{line}\n")

    assert settings == Settings(side_panel_visible=False)


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("text_size = 1", "text_size", SMALLEST_TEXT),
        ("text_size = 9999", "text_size", LARGEST_TEXT),
        ("window_size = [0, -5]", "window_size", (320, 320)),
        ("window_size = [99999, 700]", "window_size", (10_000, 700)),
    ],
)
def test_what_is_out_of_bounds_is_brought_back(path: Path, line: str, name: str, value: object) -> None:
    """A window of no size could not be seen."""
    assert getattr(loaded(path, line), name) == value


@pytest.mark.parametrize("content", ["theme = ", "[[[", b"\xff\xfe\x00", "theme = 'a'\ntheme = 'b'"])
def test_a_damaged_file_is_set_aside(path: Path, content: str | bytes) -> None:
    """Its owner can look into it; saving does not overwrite it."""
    assert loaded(path, content) == Settings()
    SettingsFile(path).save(CHANGED)

    kept = path.with_name("settings.damaged.toml").read_bytes()
    assert kept == (content if isinstance(content, bytes) else content.encode())
    assert SettingsFile(path).load() == CHANGED


def test_a_damaged_file_that_cannot_be_set_aside_is_no_crash(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window opens with the defaults."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)

    assert loaded(path, "theme = ") == Settings()
    assert SettingsFile(path).save(CHANGED) is False


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """Nothing but this change is lost."""
    (tmp_path / "file").touch()
    (tmp_path / "settings.toml").mkdir()

    assert SettingsFile(tmp_path / "file" / "settings.toml").save(CHANGED) is False
    assert SettingsFile(tmp_path / "settings.toml").save(CHANGED) is False
    assert SettingsFile(tmp_path / "settings.toml").load() == Settings()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["file", "settings.toml"]


def test_a_full_disk_leaves_the_old_settings(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And no half of a new file."""
    SettingsFile(path).save(CHANGED)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    assert SettingsFile(path).save(Settings()) is False
    assert SettingsFile(path).load() == CHANGED
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]


def test_a_folder_with_odd_bytes_can_be_remembered(path: Path) -> None:
    """As far as a text can hold them."""
    assert SettingsFile(path).save(replace(CHANGED, last_folder="/tmp/\udcff")) is True  # noqa: S108
    assert SettingsFile(path).load() == replace(CHANGED, last_folder="/tmp/?")  # noqa: S108
