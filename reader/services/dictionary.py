"""The reader's own dictionary: finds its words in an article, in whatever form they stand there.

The words lie in a tree by their tokens, so that a dictionary of 100,000 entries costs an article no more
than a small one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reader.domain.articles import Article
from reader.domain.corrections import DictionaryEntry
from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.domain.spans import Span
from reader.services.name_endings import ADJECTIVE, bases_of, may_follow

TOKEN = re.compile(r"\w+|[^\w\s]")
HYPHEN = "-"
HYPHENS = str.maketrans(dict.fromkeys("‐‑‒", HYPHEN))
SHORTEST_IN_CAPITALS = 3  # letters of a word that is found in a headline in capitals


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign, and whether white space stands before it."""

    text: str
    start: int
    end: int
    is_spaced: bool


@dataclass(frozen=True, slots=True)
class DictionaryMatch:
    """A place where an entry stands; of a compound (Leopard-2-Panzer) the whole word."""

    entry: DictionaryEntry
    span: Span
    form: MentionForm


@dataclass(slots=True)
class _Branch:
    """What begins alike: by the next token, what goes on; and the entry that ends here."""

    following: dict[str, "_Branch"] = field(default_factory=dict)
    entry: DictionaryEntry | None = None


class _Tree:
    """The entries by their first word; what goes on from a word is put in order when a text has it."""

    def __init__(self) -> None:
        self._waiting: dict[str, list[tuple[str, DictionaryEntry]]] = {}
        self._branches: dict[str, _Branch] = {}

    def put(self, text: str, entry: DictionaryEntry) -> None:
        word = text.partition(" ")[0]
        if not word.isalnum():
            found = TOKEN.search(text)
            if found is None:
                return
            word = found.group().translate(HYPHENS)
        self._waiting.setdefault(word, []).append((text, entry))

    def following(self, word: str) -> _Branch | None:
        """What goes on from the first word `word`."""
        for text, entry in self._waiting.pop(word, ()):
            branch = self._branches.setdefault(word, _Branch())
            for token in TOKEN.findall(text.translate(HYPHENS))[1:]:
                branch = branch.following.setdefault(token, _Branch())
            branch.entry = branch.entry or entry
        return self._branches.get(word)


class ReadersDictionary:
    """The entries of the dictionary, ready for use; of 100,000 they are so in a fraction of a second."""

    def __init__(self, entries: Iterable[DictionaryEntry] = ()) -> None:
        self._tree, self._capitals = _Tree(), _Tree()
        self._is_empty = True
        for entry in entries:
            self.add(entry)

    def add(self, entry: DictionaryEntry) -> None:
        """Take one more entry, before the first article is looked at."""
        self._is_empty = False
        self._tree.put(entry.text, entry)
        capitals = entry.text.upper()
        if capitals != entry.text and len(entry.text) >= SHORTEST_IN_CAPITALS:
            self._capitals.put(capitals, entry)

    def matches(self, article: Article) -> Iterator[DictionaryMatch]:
        """Where entries stand, in reading order and without overlaps; of several the longest."""
        if self._is_empty:
            return
        for block in article.blocks:
            tokens = _tokens(block.span.of(article.text), block.span.start)
            place = 0
            while place < len(tokens):
                found = self._longest(tokens, place)
                if found is None:
                    place += 1
                    continue
                match, place = found
                yield match

    def entry_of(self, name: str) -> DictionaryEntry | None:
        """The entry with just these words."""
        tokens = _tokens(name)
        found = _longest_end(self._tree, tokens, 0) if tokens and not self._is_empty else None
        is_it = found is not None and TOKEN.findall(found[1].text.translate(HYPHENS)) == [
            one.text for one in tokens
        ]
        return found[1] if found is not None and is_it else None

    def _longest(self, tokens: Sequence[Token], place: int) -> tuple[DictionaryMatch, int] | None:
        if _is_inside_word(tokens, place):
            return None
        ends = (_longest_end(tree, tokens, place) for tree in (self._tree, self._capitals))
        found = max((end for end in ends if end is not None), key=lambda end: end[0], default=None)
        if found is None:
            return None
        after, entry = found
        form, after = _form(tokens, after)
        span = Span(tokens[place].start, tokens[after - 1].end)
        return DictionaryMatch(entry, span, form), after


def _longest_end(tree: _Tree, tokens: Sequence[Token], place: int) -> tuple[int, DictionaryEntry] | None:
    """Behind which token the longest entry that begins at `place` ends; the exact form before others."""
    longest = None
    branches: list[tuple[_Branch, bool]] = []
    for number in range(place, len(tokens)):
        grown: list[tuple[_Branch, bool]] = []
        for base, ending in bases_of(tokens[number].text):
            if number == place:
                first = tree.following(base)
                found = [(first, False)] if first is not None else []
            else:
                found = [
                    (branch.following[base], is_inflected)
                    for branch, is_inflected in branches
                    if base in branch.following
                ]
            for following, is_inflected in found:
                if ending in {"", ADJECTIVE}:
                    grown.append((following, is_inflected or bool(ending)))
                entry = following.entry
                if entry is None or not _fits(entry, base, ending, is_inflected=is_inflected):
                    continue
                if longest is None or longest[0] <= number:
                    longest = (number + 1, entry)
        if not grown:
            break
        branches = grown
    return longest


def _fits(entry: DictionaryEntry, base: str, ending: str, *, is_inflected: bool) -> bool:
    if not (ending or is_inflected):
        return True
    if not entry.is_inflected or (is_inflected and entry.kind is EntityKind.PERSON):
        return False
    return may_follow(ending, base, entry.kind)


def _is_inside_word(tokens: Sequence[Token], place: int) -> bool:
    """Whether a hyphen joins it to a word before: only the first part of a compound is the name."""
    token = tokens[place]
    return place > 1 and not token.is_spaced and _is_joining(tokens, place - 1)


def _is_joining(tokens: Sequence[Token], place: int) -> bool:
    return (
        tokens[place].text == HYPHEN and not tokens[place].is_spaced and tokens[place - 1].text[-1].isalnum()
    )


def _form(tokens: Sequence[Token], after: int) -> tuple[MentionForm, int]:
    """The form of what ends before the token `after`, and where the whole word ends."""
    form = MentionForm.NAME
    while after < len(tokens) and _is_joining(tokens, after):
        form = MentionForm.PART
        after += 1
        if after == len(tokens) or tokens[after].is_spaced or not tokens[after].text[0].isalnum():
            break
        after += 1
    return form, after


def _tokens(text: str, start: int = 0) -> list[Token]:
    return [
        Token(
            found.group().translate(HYPHENS),
            start + found.start(),
            start + found.end(),
            found.start() > 0 and text[found.start() - 1].isspace(),
        )
        for found in TOKEN.finditer(text)
    ]
