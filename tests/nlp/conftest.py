"""What the tests of the language analysis share."""

from pathlib import Path

import pytest
from spacy.language import Language

from reader.nlp import load_pipeline
from reader.nlp.pipeline import Pipeline


@pytest.fixture(scope="session")
def pipeline(resources: Path) -> Pipeline:
    """The German pipeline that ships."""
    return Pipeline.load("de", resources)


@pytest.fixture(scope="session")
def nlp(resources: Path) -> Language:
    """The German pipeline as spaCy sees it."""
    return load_pipeline("de", resources)
