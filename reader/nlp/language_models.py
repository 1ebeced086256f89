"""Finds, checks and loads language models.

The app brings one, a folder under `resources/model/` that spaCy can load, which reads German and English.
For any language the reader may choose another pipeline: the name of an installed package, or a folder.
Languages without either get a blank pipeline, which only splits a text into words.
"""

from importlib import import_module
from pathlib import Path

import spacy
from spacy.language import Language

from reader.domain.errors import LanguageModelBroken
from reader.nlp.installed_pipelines import MULTI_LANGUAGE, OWN_LANGUAGES, OWN_MODEL
from reader.nlp.text_tags import TAGGER
from reader.nlp.word_splitter import WordSplitter

# Tells spaCy of the tagger. Imported with the first model: it brings the runtime of the encoder, which an
# article in a language without a model does not need.
COMPONENTS = "reader.nlp.tagger"
NAME_FINDERS = ("ner", "entity_ruler", "span_ruler")
BEFORE_NAME_FINDERS = ("tok2vec", "transformer", "curated_transformer")  # what they may listen to


def has_language_model(language: str) -> bool:
    """Whether the app brings a model for this language; says nothing of its state."""
    return language in OWN_LANGUAGES


def load_language_model(language: str, models: Path) -> Language:
    """The tagger for this language, without our own steps.

    Raises:
        LanguageModelBroken: if the folder of the model is missing or damaged.
    """
    if not has_language_model(language):
        return _blank(language)
    folder = models / OWN_MODEL
    try:
        import_module(COMPONENTS)
        nlp = spacy.load(folder)
    except Exception as error:  # a damaged file makes spaCy raise whatever its readers raise
        raise LanguageModelBroken(language, str(folder)) from error
    if TAGGER not in nlp.pipe_names:
        raise LanguageModelBroken(language, str(folder))
    # For English as well: measured, it reads "Nils-Aslak" better in one word, as in the German it learnt.
    nlp.tokenizer = WordSplitter(nlp.tokenizer)
    return nlp


def load_chosen_pipeline(language: str, name: str) -> Language:
    """The pipeline called `name`, a package or a folder, as far as it finds names.

    Raises:
        LanguageModelBroken: if it cannot be loaded, or finds no names.
    """
    try:
        nlp = spacy.load(name)
    except (Exception, SystemExit) as error:  # a package may do anything when it is imported
        raise LanguageModelBroken(language, name) from error
    for step in nlp.component_names:
        if step not in NAME_FINDERS + BEFORE_NAME_FINDERS:
            nlp.remove_pipe(step)
    if not set(NAME_FINDERS) & set(nlp.pipe_names):
        raise LanguageModelBroken(language, name)
    return nlp


def _blank(language: str) -> Language:
    try:
        return spacy.blank(language)
    except (ImportError, OSError):  # a language spaCy does not know, or whose word splitter is not installed
        return spacy.blank(MULTI_LANGUAGE)
