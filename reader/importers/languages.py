"""Tells in which language a text is."""

import re
from functools import cache
from typing import Any

CANDIDATES = ["de", "en", "fr", "it", "es", "nl", "pl", "ru", "uk", "da", "sv", "tr", "cs", "pt"]
USUAL = "de"
SHORTEST = 40  # characters below which any guess is worth little
SAMPLE = 20_000
# Small words that no other of the candidates has.
FUNCTION_WORDS = {
    "de": set(
        """das auch auf beim dem des durch ein eine einem einen einer für im ist mit nach nicht noch sei sich
        sie sind und vom von vor wegen werden wird wurde wurden zu zum zur über""".split()  # noqa: SIM905
    ),
    "en": set(
        """and are as been by for from had has have his is it its of on she that the their they this to was
        were which who will with""".split()  # noqa: SIM905
    ),
}
WORD = re.compile(r"[^\W\d_]+")
FEWEST, LEAST_SHARE, CLEAR_LEAD = 6, 0.12, 4


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language of `text`; German where it is too short to tell."""
    sample = text[:SAMPLE]
    if len(sample.strip()) < SHORTEST:
        return USUAL
    return _by_function_words(sample) or _classify(sample)


def _by_function_words(sample: str) -> str | None:
    """The language whose small words are many, which is quickly told; None if that does not decide."""
    words = WORD.findall(sample.casefold())
    counts = {code: sum(word in known for word in words) for code, known in FUNCTION_WORDS.items()}
    first, second = sorted(counts, key=counts.__getitem__, reverse=True)
    is_clear = counts[first] >= max(FEWEST, LEAST_SHARE * len(words), CLEAR_LEAD * counts[second])
    return first if is_clear else None


@cache
def _classifier() -> Any:  # noqa: ANN401  (the library has no types)
    # Imported late: with its model it takes 0.3 s, and a given language does not need it.
    from py3langid import langid  # noqa: PLC0415

    langid.set_languages(CANDIDATES)
    return langid.classify


def _classify(words: str) -> str:
    code, _score = _classifier()(words)
    return str(code)
