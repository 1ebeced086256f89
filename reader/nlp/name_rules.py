"""What the tagger's findings are checked against."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reader.nlp.cast import load_forenames
from reader.nlp.currencies import load_currencies
from reader.nlp.role_finder import RoleWords, load_role_words
from reader.nlp.word_lists import read_lines

SURE = 0.95  # confidence of a finding that no rule puts right
FEWEST_WORDS, MOST_WORDS = 2, 5  # of a name beside a role that is believed without the tagger


@dataclass(frozen=True, slots=True)
class NameRules:
    """What the tagger's findings are checked against.

    `titles` and `not_names` are case-folded; `precisions` tell for every label how often the tagger
    is right with it, as measured on articles it was not trained on.
    """

    titles: frozenset[str]
    not_names: frozenset[str]
    currencies: frozenset[str]
    forenames: frozenset[str]
    roles: RoleWords
    precisions: Mapping[str, float]

    def may_name(self, word: str) -> bool:
        """Whether the word can be part of a person's name: capitalised, no title, no function."""
        if not word[:1].isupper() or len(word) == 1 or not word.replace("-", "").isalpha():
            return False
        folded = word.casefold()
        return folded not in self.titles and folded not in self.not_names and self.roles.lemma(word) is None


def load_name_rules(lexicons: Path, precisions: Mapping[str, float]) -> NameRules:
    return NameRules(
        titles=frozenset(word.casefold() for word in read_lines(lexicons / "person_titles.txt")),
        not_names=frozenset(word.casefold() for word in read_lines(lexicons / "not_names.txt")),
        currencies=load_currencies(lexicons),
        forenames=frozenset(load_forenames(lexicons / "forenames.txt")),
        roles=load_role_words(lexicons),
        precisions=precisions,
    )
