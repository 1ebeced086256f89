"""The reader's settings, kept as TOML."""

import contextlib
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import msgspec
import tomlkit
from tomlkit.exceptions import TOMLKitError

SMALLEST_TEXT, LARGEST_TEXT = 12, 40
LARGEST_SHARE = 100
SMALLEST_WINDOW, LARGEST_WINDOW = 320, 10_000  # pixels of each side


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default. What is out of bounds is brought back into them."""

    theme: str = "system"  # system, light, dark
    interface_language: str = "system"  # system, de, en
    text_size: int = 19  # of the article, in pixels
    hidden_kinds: tuple[str, ...] = ()  # person, organization, weapon, place, quotations, other
    library_visible: bool = True  # the list at the left
    side_panel_visible: bool = True  # names, quotations, notes
    window_size: tuple[int, int] = (1280, 800)  # width and height in pixels
    splitter_sizes: tuple[int, ...] = ()  # widths of library, article, side panel; () as it comes
    last_folder: str = ""  # where the last file was opened
    export_folder: str = ""  # where the last export was written
    hidden_below: int = 0  # per cent: findings of which the machine is less sure are not shown
    # spaCy pipelines, installed or as folders, that read a language instead of ours: fr = "fr_core_news_md"
    pipelines: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        bounded = min(max(self.text_size, SMALLEST_TEXT), LARGEST_TEXT)
        object.__setattr__(self, "text_size", bounded)
        sides = tuple(min(max(side, SMALLEST_WINDOW), LARGEST_WINDOW) for side in self.window_size)
        object.__setattr__(self, "window_size", sides)
        if any(width < 0 for width in self.splitter_sizes):
            object.__setattr__(self, "splitter_sizes", ())
        object.__setattr__(self, "hidden_below", min(max(self.hidden_below, 0), LARGEST_SHARE))
        if self.theme not in {"system", "light", "dark"}:
            object.__setattr__(self, "theme", "system")
        if self.interface_language not in {"system", "de", "en"}:
            object.__setattr__(self, "interface_language", "system")


class SettingsFile:
    """Reads and writes the settings; keys that it does not know stay in the file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Settings:
        """The settings; defaults for what is missing or wrong.

        A file that is no TOML is set aside as `settings.damaged.toml`. Never raises for what is on disk.
        """
        document = self._document()
        good: dict[str, Any] = {}
        for one in fields(Settings):
            if one.name in document:
                try:
                    good[one.name] = msgspec.convert(document[one.name], one.type)
                except msgspec.ValidationError:
                    continue  # this key falls back to its default, the others count
        return Settings(**good)

    def save(self, settings: Settings) -> bool:
        """Write all settings at once or not at all; False if the disk says no, nothing is lost but that."""
        document = self._document()
        for one in fields(Settings):
            document[one.name] = _plain(getattr(settings, one.name))
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            _replace(self._path, tomlkit.dumps(document))
        except OSError:
            return False
        return True

    def _document(self) -> dict[str, Any]:
        try:
            return tomlkit.parse(self._path.read_text(encoding="utf-8"))
        except OSError:  # not there, or not to be read
            return tomlkit.document()
        except (UnicodeDecodeError, TOMLKitError):
            with contextlib.suppress(OSError):  # a folder that cannot be written: the next save tells
                self._path.replace(self._path.with_suffix(".damaged.toml"))
            return tomlkit.document()


def _replace(path: Path, text: str) -> None:
    """Write beside the file, then put it in its place: a crash leaves the old file or the new one."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
        try:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).replace(path)
        except OSError:
            Path(file.name).unlink(missing_ok=True)
            raise


def _plain(value: Any) -> Any:  # noqa: ANN401  (whatever a setting may be)
    """The value as TOML knows it; a path with bytes that are no UTF-8 cannot be kept as it is."""
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Mapping):
        return dict(value)
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
