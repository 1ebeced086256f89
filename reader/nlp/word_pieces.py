"""Cuts words into the pieces that the encoder reads.

Training and reading use this one way, so that they agree. The words are spaCy's; a word keeps its number,
whatever the pieces make of its characters. The pieces are those of a unigram model (SentencePiece): of all
ways to cut a word the likeliest is taken.
"""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

BEGIN, PADDING, END, UNKNOWN = range(4)  # the piece numbers that every vocabulary of ours begins with
WORD_MARK = "▁"  # opens a word; alone it stands before marks
UNKNOWN_PENALTY = 10.0  # below the rarest piece
LONGEST_ABBREVIATION = 4  # letters
MOST_PIECES = 16  # of one word: a web address says what it is in fewer
MOST_CHARACTERS = 100  # of a word that are looked at
WORDS_KEPT = 50_000  # whose pieces are remembered

Piece = tuple[str, float]  # and the logarithm of its probability


@dataclass(slots=True)
class WordPieces:
    """Knows the pieces of every word. Not safe to share between threads.

    `characters` tells what is read for a character that has no piece of its own: "fi" for a ligature.
    """

    pieces: Sequence[Piece]
    characters: Mapping[str, str] = field(default_factory=dict)
    _numbers: dict[str, tuple[int, float]] = field(init=False)
    _longest: int = field(init=False)
    _unknown_score: float = field(init=False)
    _table: dict[int, str] = field(init=False)
    _known: dict[str, tuple[int, ...]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        real = list(enumerate(self.pieces))[UNKNOWN + 1 :]
        self._numbers = {piece: (number, score) for number, (piece, score) in real}
        self._longest = max(map(len, self._numbers), default=0)
        self._unknown_score = min((score for _, score in self._numbers.values()), default=0) - UNKNOWN_PENALTY
        self._table = str.maketrans(dict(self.characters))

    @classmethod
    def load(cls, path: Path) -> "WordPieces":
        return cls.of_json(path.read_bytes())

    @classmethod
    def of_json(cls, content: str | bytes) -> "WordPieces":
        read = json.loads(content)
        return cls([(piece, score) for piece, score in read["pieces"]], read["characters"])

    def of(self, word: str) -> tuple[int, ...]:
        """The pieces of a word, at least one; white space has none, and a line end is a border.

        Marks cost one piece: the word mark that would stand before them is left out.
        """
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= WORDS_KEPT:
                self._known.clear()
            known = self._known[word] = self._cut(word)
        return known

    def in_usual_case(self, word: str) -> str:
        """A word in capitals as a newspaper would write it elsewhere: the encoder has seen few capitals.

        What has a piece only in capitals (CDU) keeps them, what has one only in small letters (bleibt)
        gets those; the rest is taken for a noun or name.
        """
        parts = []
        for part in word.split("-"):
            forms = {form: WORD_MARK + form in self._numbers for form in (part.lower(), part.capitalize())}
            is_known = any(forms.values())
            if not is_known and len(part) <= LONGEST_ABBREVIATION and WORD_MARK + part in self._numbers:
                parts.append(part)
            else:
                is_small = forms[part.lower()] and not forms[part.capitalize()]
                parts.append(part.lower() if is_small else part.capitalize())
        return "-".join(parts)

    def _cut(self, word: str) -> tuple[int, ...]:
        if not word or word.isspace():
            return (END,) if "\n" in word else ()
        read = unicodedata.normalize("NFC", word[:MOST_CHARACTERS]).translate(self._table)
        pieces = [piece for part in read.split() for piece in self._likeliest(WORD_MARK + part)]
        pieces = pieces or self._likeliest(WORD_MARK)
        if len(pieces) > 1 and self.pieces[pieces[0]][0] == WORD_MARK and not any(map(str.isalnum, word)):
            pieces = pieces[1:]
        return tuple(pieces[:MOST_PIECES])

    def _likeliest(self, text: str) -> list[int]:
        """The pieces with the greatest sum of scores; neighbouring strangers are one unknown piece."""
        best: list[tuple[float, int, int]] = [
            (0.0, 0, 0)
        ]  # up to every place: score, where it came from, piece
        for end in range(1, len(text) + 1):
            before = end - 1
            found = (best[before][0] + self._unknown_score, before, UNKNOWN)
            for start in range(max(0, end - self._longest), end):
                piece = self._numbers.get(text[start:end])
                if piece is not None:
                    score = best[start][0] + piece[1]
                    if score > found[0]:
                        found = (score, start, piece[0])
            best.append(found)
        pieces: list[int] = []
        place = len(text)
        while place:
            _, place, piece_number = best[place]
            if piece_number != UNKNOWN or pieces[-1:] != [UNKNOWN]:
                pieces.append(piece_number)
        return pieces[::-1]
