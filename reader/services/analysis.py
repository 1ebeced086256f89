"""Analyses articles: the work that a worker process does.

The functions stand at the top of the module so that they can be sent to another process. Every process
loads the pipeline of a language once. Importing this module does not import spaCy.
"""

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reader.domain.annotations import Annotations
from reader.domain.articles import Article

if TYPE_CHECKING:
    from reader.nlp.pipeline import Pipeline

NICENESS = 5
OURS: Mapping[str, str] = {}  # no other pipeline was chosen for any language


def give_way() -> None:
    """Make this process one that waits for others: text comes before colours."""
    if hasattr(os, "nice"):  # Windows has none
        os.nice(NICENESS)


def warm_up(resources: Path, language: str, pipelines: Mapping[str, str] = OURS) -> None:
    """Load the pipeline, so that the first analysis need not.

    Raises:
        LanguageModelBroken: if the model for the language is missing or damaged.
    """
    pipeline(language, resources, pipelines.get(language))


def analyse(article: Article, resources: Path, pipelines: Mapping[str, str] = OURS) -> Annotations:
    """The findings for the article, by the pipeline of its language.

    `pipelines` are the spaCy pipelines that the reader chose instead of ours, by language.

    Raises:
        LanguageModelBroken: if the model for the language is missing or damaged.
    """
    return pipeline(article.language, resources, pipelines.get(article.language)).analyse(article)


@cache
def pipeline(language: str, resources: Path, chosen: str | None = None) -> "Pipeline":
    """The pipeline of this process for a language.

    Raises:
        LanguageModelBroken: if the model for the language is missing or damaged.
    """
    # Late: spaCy takes 0.6 s to import, and the window's own process never needs it.
    from reader.nlp.pipeline import Pipeline  # noqa: PLC0415  (see above)

    return Pipeline.load(language, resources, chosen=chosen)
