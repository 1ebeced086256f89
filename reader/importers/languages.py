"""Tells in which language a text is."""

from functools import cache
from typing import Any

CANDIDATES = ["de", "en", "fr", "it", "es", "nl", "pl", "ru", "uk", "da", "sv", "tr", "cs", "pt"]
USUAL = "de"
SHORTEST = 40  # characters below which any guess is worth little
SAMPLE = 20_000


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language of `text`; German where it is too short to tell."""
    words = text[:SAMPLE]
    if len(words.strip()) < SHORTEST:
        return USUAL
    return _classify(words)


@cache
def _classifier() -> Any:  # noqa: ANN401  (the library has no types)
    # Imported late: with its model it takes 0.3 s, and a given language does not need it.
    from py3langid import langid  # noqa: PLC0415

    langid.set_languages(CANDIDATES)
    return langid.classify


def _classify(words: str) -> str:
    code, _score = _classifier()(words)
    return str(code)
