"""The rules of the house, proved on the code itself."""

import ast
import importlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from reader.paths import Paths

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "reader").rglob("*.py"))
PACKAGES = [path for path in MODULES if path.name == "__init__.py"]
EMPTY_WORDS = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "handler", "base"}


def module_name(path: Path) -> str:
    """reader.nlp.pipeline for reader/nlp/pipeline.py."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def test_imports_point_down() -> None:
    """The contracts of pyproject.toml hold: layers, and who may know Qt, spaCy and SQLite."""
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS


@pytest.mark.parametrize("path", PACKAGES, ids=module_name)
def test_a_package_begins_with_a_docstring_and_nothing_else(path: Path) -> None:
    """What lives here and where to begin; the first and the language package also name what they hand out."""
    tree = ast.parse(path.read_text("utf-8"))
    allowed = ast.Assign | ast.ImportFrom | ast.FunctionDef | ast.If
    others = [node for node in tree.body[1:] if not isinstance(node, allowed)]

    assert ast.get_docstring(tree)
    assert others == []
    assert len(tree.body) == 1 or module_name(path) in {"reader", "reader.nlp"}


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_module_says_what_it_is_for(path: Path) -> None:
    """And its name says something, too."""
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))
    assert not EMPTY_WORDS & set(path.stem.split("_"))


IMPORT_ALL = """
import importlib, os, sys
from pathlib import Path
root, *modules = sys.argv[1:]
opened, heavy = [], {"PySide6", "spacy", "thinc", "trafilatura", "onnxruntime"}
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], str):
        path = Path(arguments[0])
        if path.is_relative_to(root) and ".venv" not in path.parts and path.suffix not in {".py", ".pyc"}:
            opened.append(str(path))
sys.addaudithook(watch)
for name in modules:
    importlib.import_module(name)
print(opened)
print(sorted({name.partition(".")[0] for name in sys.modules} & heavy))
"""


def test_importing_reads_no_file_and_loads_no_heavy_library() -> None:
    """Whatever is not the window or the language analysis can be imported in no time."""
    light = [
        module_name(path)
        for path in MODULES
        if not {"ui", "nlp", "__main__.py"} & set(path.relative_to(ROOT / "reader").parts)
    ]
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, str(ROOT), *light],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
        text=True,
    )

    assert done.stdout.splitlines() == ["[]", "[]"]


def test_every_resource_that_the_code_names_is_there(tmp_path: Path) -> None:
    """Nobody types a path twice: they stand in paths.py."""
    paths = Paths.of_profile(tmp_path)
    named = [
        name
        for name, value in vars(Paths).items()
        if isinstance(value, property) and getattr(paths, name).is_relative_to(paths.resources)
    ]

    assert len(named) >= 7
    assert [name for name in named if not getattr(paths, name).exists()] == []


def test_every_file_that_the_code_names_by_its_ending_is_there() -> None:
    """Word lists, tables, icons."""
    wanted = {
        name
        for path in MODULES
        for name in re.findall(r'"([\w-]+\.(?:txt|csv|svg|otf|ttf|toml))"', path.read_text("utf-8"))
    } - {"settings.toml", ".damaged.toml"}
    there = {path.name for path in (ROOT / "resources").rglob("*") if path.is_file()}

    assert wanted
    assert wanted - there == set()


def test_there_is_one_version() -> None:
    """The package and the project name the same."""
    project = (ROOT / "pyproject.toml").read_text("utf-8")

    assert f'version = "{importlib.import_module("reader").__version__}"' in project
