"""Turns an article into annotations.

Only this package knows spaCy; it hands out plain values from `reader.domain`. Start at `pipeline.py`:
`Pipeline.analyse` shows the steps. What the tagger finds becomes a `Finding` (`findings.py`); the steps
hang in a `spacy.Language` (`components.py`), so that displaCy and `spacy evaluate` work on it.
May import `reader.knowledge` and `reader.domain`.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


def load_pipeline(language: str, resources: Path | None = None, *, chosen: str | None = None) -> "Language":
    """A spaCy pipeline for texts in `language`: see `reader.nlp.pipeline.load_pipeline`."""
    # Late: spaCy takes 0.6 s to import, and every module of this package imports the package first.
    from reader.nlp.pipeline import load_pipeline as load  # noqa: PLC0415  (see above)

    return load(language, resources, chosen=chosen)
