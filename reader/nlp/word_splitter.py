"""Splits a text into words as German news needs it: spaCy's way, and the full stop behind a name.

For spaCy a figure with a point is an ordinal (3. Mai), and so the stop behind "eine Su-34." stays part of
the name; and so does that behind a capital letter (AfD., GmbH.).
"""

import re
from pathlib import Path
from typing import Any, TypeAlias

from spacy.tokens import Doc

Tokenizer: TypeAlias = Any  # spaCy's is compiled and has no types

# Su-34, K130, Iris-T: nothing that ends so is an ordinal or an abbreviation.
TYPE_NUMBER = re.compile(r"(?=.*[^\W\d])(?:.*\d|.*\d[A-Z]{1,3}\d?|.*\w-[A-Z]{1,3})")
FIGURE = re.compile(r"\d{1,4}|[IVX]{2,5}")
# AfD, GmbH, Bundes-AfD: what a point shortens ends in a small letter or is a capital alone.
ENDS_IN_CAPITAL = re.compile(r"(?:\w+-)*[^\W\d_]*[a-zäöüß][A-ZÄÖÜ]")
# After these a figure with a point is an ordinal even behind a name: am Montag, Bayern im 3. Quartal.
BEFORE_ORDINALS = frozenset(
    {"Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonnabend", "Sonntag"}
)
# Nor are these a name where they begin a sentence: „Die 3. Brigade“, „Im 2. Bezirk“.
NO_NAMES = frozenset(
    {
        "Der", "Die", "Das", "Dem", "Den", "Des", "Am", "Im", "Vom", "Zum", "Zur", "Beim", "Ab", "Bis",
        "Seit", "Ihr", "Ihre", "Ihrem", "Ihren", "Ihrer", "Sein", "Seine", "Seinem", "Seinen", "Seiner",
    }
)  # fmt: skip
BEHIND_ORDINALS = frozenset(
    {
        "Januar", "Jänner", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
        "Oktober", "November", "Dezember", "Jahrhundert", "Jahrhunderts", "Liga", "Bundesliga", "Klasse",
        "Platz", "Halbzeit", "Quartal", "Etage", "Stock", "Bundestag",
    }
)  # fmt: skip
# The network X, which is no initial behind these: „schrieb er auf X.“
NETWORK, BEFORE_NETWORK = "X", frozenset({"auf", "bei", "via", "über", "on", "to", "from"})
SHORTEST = 2  # characters: one and the stop


class WordSplitter:
    """A tokenizer that spaCy can call; it splits like `tokenizer` and takes final stops off."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self.vocab = tokenizer.vocab

    def __call__(self, text: str) -> Doc:
        doc: Doc = self._tokenizer(text)
        with_stop = [place for place in range(len(doc)) if _holds_final_stop(doc, place)]
        if with_stop:
            with doc.retokenize() as retokenizer:
                for place in with_stop:
                    token = doc[place]
                    retokenizer.split(token, [token.text[:-1], "."], heads=[(token, 0), (token, 1)])
        return doc

    def to_bytes(self, **settings: Any) -> bytes:  # noqa: ANN401  (spaCy's signature)
        written: bytes = self._tokenizer.to_bytes(**settings)
        return written

    def from_bytes(self, written: bytes, **settings: Any) -> "WordSplitter":  # noqa: ANN401  (spaCy's signature)
        self._tokenizer.from_bytes(written, **settings)
        return self

    def to_disk(self, path: Path, **settings: Any) -> None:  # noqa: ANN401  (spaCy's signature)
        self._tokenizer.to_disk(path, **settings)

    def from_disk(self, path: Path, **settings: Any) -> "WordSplitter":  # noqa: ANN401  (spaCy's signature)
        self._tokenizer.from_disk(path, **settings)
        return self


def _holds_final_stop(doc: Doc, place: int) -> bool:
    text: str = doc[place].text
    if len(text) < SHORTEST or not text.endswith(".") or text.endswith(".."):
        return False
    word = text[:-1]
    if TYPE_NUMBER.fullmatch(word) or ENDS_IN_CAPITAL.fullmatch(word):
        return True
    if word == NETWORK and place and doc[place - 1].text in BEFORE_NETWORK:
        return _ends_sentence(doc, place)
    return FIGURE.fullmatch(word) is not None and _follows_name(doc, place) and _ends_sentence(doc, place)


def _follows_name(doc: Doc, place: int) -> bool:
    before = doc[place - 1].text if place else ""
    return before[:1].isupper() and before[-1:].isalnum() and before not in BEFORE_ORDINALS | NO_NAMES


def _ends_sentence(doc: Doc, place: int) -> bool:
    """Whether what comes next may begin a sentence."""
    following = next((token.text for token in doc[place + 1 : place + 3] if not token.is_space), "")
    return not following[:1].islower() and following not in BEHIND_ORDINALS
