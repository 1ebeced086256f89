"""What the tests of the language analysis share."""

from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from reader.domain.entities import Entity, EntityKind
from reader.knowledge.catalogue import load_catalogue
from reader.knowledge.gazetteer import load_gazetteer
from reader.nlp import load_pipeline
from reader.nlp.entity_grouper import EntityGrouper
from reader.nlp.findings import Finding, register_extensions
from reader.nlp.name_rules import NameRules, load_name_rules
from reader.nlp.pipeline import Pipeline
from reader.nlp.role_finder import load_role_words
from reader.nlp.sentence_splitter import split_sentences
from reader.nlp.weapon_classes import load_weapon_classes
from reader.nlp.weapon_finder import FoundWeapons, find_weapons
from reader.nlp.word_splitter import WordSplitter
from tests.nlp.name_marking import marked_names


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
def group(resources: Path) -> Callable[[str], list[Entity]]:
    """Groups the names marked in a text, as `marked_names` reads them, without a list of given names."""
    grouper = EntityGrouper(load_gazetteer(resources), load_role_words(resources / "lexicons"))

    def grouped(marked: str) -> list[Entity]:
        text, found = marked_names(marked)
        return list(grouper.group(found, text))

    return grouped


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


@pytest.fixture(scope="session")
def untagged() -> Language:
    """Splits German text into words as the pipeline does, and finds nothing."""
    blank = spacy.blank("de")
    blank.tokenizer = WordSplitter(blank.tokenizer)
    return blank


@pytest.fixture(scope="session")
def find(resources: Path, untagged: Language) -> Callable[..., FoundWeapons]:
    """Finds the weapons of a text by catalogue and lexicons."""
    catalogue = load_catalogue(resources / "knowledge" / "weapons.toml")
    classes = load_weapon_classes(resources / "lexicons" / "weapon_classes.txt")

    def found(text: str, **tagged: EntityKind) -> FoundWeapons:
        """`tagged` are the tagger's names, with _ for a space."""
        doc = untagged(text)
        split_sentences(doc)
        findings = [
            Finding(start, start + len(words), kind, confidence=0.8)
            for name, kind in tagged.items()
            if (words := name.split("_"))
            for start in range(len(doc))
            if [token.text for token in doc[start : start + len(words)]] == words
        ]
        return find_weapons(doc, catalogue, classes, findings)

    return found
