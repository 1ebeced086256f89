"""Where data, settings and resources lie: in a checkout, installed, or frozen."""

import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs

_HERE = Path(__file__).resolve().parent


def resources_folder() -> Path:
    """The folder of read-only files that ship with the app."""
    if getattr(sys, "frozen", False):
        return Path(sys._MEIPASS) / "resources"  # type: ignore[attr-defined]  # noqa: SLF001  (PyInstaller's only interface)
    installed = _HERE / "_resources"
    return installed if installed.is_dir() else _HERE.parent / "resources"


@dataclass(frozen=True, slots=True)
class Paths:
    """Every folder and file the app uses. Making one touches nothing on disk."""

    data: Path
    config: Path
    logs: Path
    resources: Path

    @classmethod
    def of_user(cls) -> "Paths":
        """The user's own folders, as the operating system wants them."""
        folders = platformdirs.PlatformDirs("lesart", appauthor=False)
        return cls(
            data=folders.user_data_path,
            config=folders.user_config_path,
            logs=folders.user_log_path,
            resources=resources_folder(),
        )

    @classmethod
    def of_profile(cls, profile: Path) -> "Paths":
        """Everything under one folder."""
        profile = profile.resolve()
        return cls(
            data=profile / "data",
            config=profile / "config",
            logs=profile / "logs",
            resources=resources_folder(),
        )

    @property
    def database(self) -> Path:
        return self.data / "library.sqlite3"

    @property
    def backups(self) -> Path:
        return self.data / "backups"

    @property
    def settings(self) -> Path:
        return self.config / "settings.toml"

    @property
    def models(self) -> Path:
        return self.resources / "model"

    @property
    def weapons(self) -> Path:
        return self.resources / "knowledge" / "weapons.toml"

    @property
    def lexicons(self) -> Path:
        return self.resources / "lexicons"

    @property
    def translations(self) -> Path:
        return self.resources / "i18n"

    @property
    def icons(self) -> Path:
        return self.resources / "icons"

    @property
    def fonts(self) -> Path:
        return self.resources / "fonts"

    @property
    def sample(self) -> Path:
        return self.resources / "samples" / "ottawa.html"
