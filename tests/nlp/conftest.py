"""What the tests of the language analysis share."""

from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from reader.nlp import load_pipeline
from reader.nlp.findings import register_extensions
from reader.nlp.name_rules import NameRules, load_name_rules
from reader.nlp.pipeline import Pipeline


@pytest.fixture(scope="session")
def pipeline(resources: Path) -> Pipeline:
    """The German pipeline that ships."""
    return Pipeline.load("de", resources)


@pytest.fixture(scope="session")
def nlp(resources: Path) -> Language:
    """The German pipeline as spaCy sees it."""
    return load_pipeline("de", resources)


@pytest.fixture(scope="module")
def rules(resources: Path) -> NameRules:
    return load_name_rules(resources / "lexicons", {"PER": 0.8})


@pytest.fixture(scope="module")
def tagged() -> Callable[..., Doc]:
    """Makes a document of words parted by spaces, as if the tagger had found the given pieces of it."""
    blank = spacy.blank("de")
    register_extensions()

    def make(text: str, **labels: str) -> Doc:
        words = text.split(" ")
        doc = Doc(blank.vocab, words=words)
        ents = []
        for label, piece in labels.items():
            wanted = piece.split(" ")
            start = next(i for i in range(len(words)) if words[i : i + len(wanted)] == wanted)
            ents.append(Span(doc, start, start + len(wanted), label))
        doc.ents = ents
        return doc

    return make
