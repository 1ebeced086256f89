"""The script that builds the index is imported as any other module."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from reader.knowledge.knowledge_index import KnowledgeIndex


@pytest.fixture
def build(resources: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(resources / "knowledge")
    return import_module("build")


@pytest.fixture
def index_of(tmp_path: Path) -> Callable[[bytes | None], KnowledgeIndex]:
    """An index whose file has this content; with None there is no file."""

    def make(content: bytes | None) -> KnowledgeIndex:
        folder = tmp_path / "knowledge"
        folder.mkdir(exist_ok=True)
        if content is not None:
            (folder / "index.msgpack").write_bytes(content)
        return KnowledgeIndex.load(tmp_path)

    return make
