"""A checkout of its own for the scripts under `resources/packaging`, with as little in it as they need."""

import importlib.util
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with a space in its path, whose lock file asks for nothing."""
    root = tmp_path / "a checkout"
    shutil.copytree(ROOT / "resources" / "packaging", root / "resources" / "packaging")
    (root / "resources" / "i18n").mkdir()
    (root / "requirements.lock").write_text("# nothing\n", encoding="utf-8")
    (root / "pyproject.toml").write_text("[project]\nname = 'lesart'\n\n[tool.ruff]\n", encoding="utf-8")
    return root


@pytest.fixture
def script(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """Load a script of the checkout as a module: `script("make_deb")`."""

    def load(name: str) -> ModuleType:
        path = checkout / "resources" / "packaging" / f"{name}.py"
        spec = importlib.util.spec_from_file_location(name, path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        monkeypatch.setitem(sys.modules, name, module)
        spec.loader.exec_module(module)
        return module

    return load


@pytest.fixture
def prepare(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("prepare")


@pytest.fixture
def add_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Put a shell script on the otherwise empty search path: `add_program("apt-get", "exit 1")`."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def add(name: str, script: str) -> None:
        (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (folder / name).chmod(0o755)

    return add
