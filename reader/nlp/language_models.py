"""Finds, checks and loads language models.

A language model is a folder under `resources/model/` that spaCy can load. Languages without one get a
blank pipeline, which only splits a text into words.
"""

from importlib import import_module
from pathlib import Path

import spacy
from spacy.language import Language

from reader.domain.errors import LanguageModelBroken
from reader.nlp.text_tags import TAGGER
from reader.nlp.word_splitter import WordSplitter

MODELS = {"de": "de_lesart_news"}
MULTI_LANGUAGE = "xx"
# Tells spaCy of the tagger. Imported with the first model: it brings the runtime of the encoder, which an
# article in a language without a model does not need.
COMPONENTS = "reader.nlp.tagger"


def has_language_model(language: str) -> bool:
    """Whether a model for this language belongs to the app; says nothing of its state."""
    return language in MODELS


def load_language_model(language: str, models: Path) -> Language:
    """The tagger for this language, without our own steps.

    Raises:
        LanguageModelBroken: if the folder of the model is missing or damaged.
    """
    name = MODELS.get(language)
    if name is None:
        return _blank(language)
    folder = models / name
    try:
        import_module(COMPONENTS)
        nlp = spacy.load(folder)
    except Exception as error:  # a damaged file makes spaCy raise whatever its readers raise
        raise LanguageModelBroken(language, str(folder)) from error
    if TAGGER not in nlp.pipe_names:
        raise LanguageModelBroken(language, str(folder))
    nlp.tokenizer = WordSplitter(nlp.tokenizer)
    return nlp


def _blank(language: str) -> Language:
    try:
        return spacy.blank(language)
    except (ImportError, OSError):  # a language spaCy does not know, or whose word splitter is not installed
        return spacy.blank(MULTI_LANGUAGE)
