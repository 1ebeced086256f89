"""What the tests of the importers share."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.domain.articles import Article
from reader.importers.opener import open_file

Opens = Callable[..., Article]


@pytest.fixture
def opened(tmp_path: Path) -> Opens:
    """Opens text or bytes as a file: `opened("Die Tür.")`, `opened("# Titel", name="a.md")`."""

    def open_as_file(content: str | bytes, *, name: str = "artikel.txt", language: str = "de") -> Article:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return open_file(str(path), language=language)

    return open_as_file


@pytest.fixture
def blocks_of() -> Callable[[Article], list[str]]:
    """The blocks as lines: `headline: Die Überschrift`."""

    def lines(article: Article) -> list[str]:
        return [f"{block.kind.value}: {block.span.of(article.text)}" for block in article.blocks]

    return lines
