"""Cuts words into the pieces that the encoder reads.

Training and reading use this one way, so that they agree. The words are spaCy's; a word keeps its number,
whatever the pieces make of its characters.
"""

from dataclasses import dataclass, field
from pathlib import Path

from tokenizers import Tokenizer

BEGIN, PADDING, END, UNKNOWN = range(4)  # the piece numbers that every vocabulary of ours begins with
WORD_MARK = "▁"  # opens a word; alone it stands before marks
MOST_PIECES = 16  # of one word: a web address says what it is in fewer
WORDS_KEPT = 50_000  # whose pieces are remembered


@dataclass(slots=True)
class WordPieces:
    """Knows the pieces of every word. Not safe to share between threads."""

    tokenizer: Tokenizer
    _word_mark: int = field(init=False)
    _known: dict[str, tuple[int, ...]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        mark = self.tokenizer.token_to_id(WORD_MARK)
        self._word_mark = UNKNOWN if mark is None else mark

    @classmethod
    def load(cls, path: Path) -> "WordPieces":
        return cls(Tokenizer.from_file(str(path)))

    @classmethod
    def of_json(cls, content: str) -> "WordPieces":
        return cls(Tokenizer.from_str(content))

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

    def _cut(self, word: str) -> tuple[int, ...]:
        if not word or word.isspace():
            return (END,) if "\n" in word else ()
        pieces: list[int] = self.tokenizer.encode(word, add_special_tokens=False).ids
        if len(pieces) > 1 and pieces[0] == self._word_mark and not any(map(str.isalnum, word)):
            pieces = pieces[1:]
        # Who writes "<pad>" in a text means no padding.
        return tuple(max(piece, UNKNOWN) for piece in pieces[:MOST_PIECES]) or (UNKNOWN,)
