"""The scripts that make the language model are imported as they import each other."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def scripts(resources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(resources / "model" / "scripts")
