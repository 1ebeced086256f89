"""The script that builds the index is imported as any other module."""

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from reader.knowledge.knowledge_index import KnowledgeIndex


@pytest.fixture(scope="session")
def build(resources: Path) -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(resources / "knowledge")
        yield import_module("build")


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
