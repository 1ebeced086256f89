"""Finds the functions that the text names with a person: Verteidigungsministerin Odile Marchand."""

import re
from dataclasses import dataclass
from pathlib import Path

from reader.domain.spans import Span

ENDINGS = ("", "s", "es", "n", "en", "r", "m", "nen")
REACH = 120  # characters beside a name in which its function is looked for
WORD = re.compile(r"[\w][\w’'/-]*")
BEFORE = re.compile(
    r"([\w][\w’'/-]*)(?:\s+a\.\s?D\.)?,?\s+(?:(?:Dr\.|Prof\.|h\.\s?c\.|Professor|Professorin)\s+)*$"
)
# "der Sprecher des Ministeriums, Jan Thoma": an attribute stands between function and name.
BEFORE_WITH_ATTRIBUTE = re.compile(
    r"([\w][\w’'/-]*)\s+(?:de[sr]|von|vom|im|in|für|beim|bei|am)\s+[^,.;:!?()„“\"»«]{2,70},\s+$"
)
ARTICLE = r"(?:(?:der|die|das|dem|den|ein|eine|einer|einem|einen)\s+)?"
ADJECTIVES = r"(?:[a-zäöüß][\w-]*(?:e|en|er|em|es)\s+){0,2}"
AFTER = re.compile(
    rf"^(?:\s+\([^)]{{1,30}}\))?,\s+(?:[0-9]{{1,3}},\s+)?({ARTICLE}){ADJECTIVES}([\w][\w’'/-]*)(\s+[A-ZÄÖÜ])?"
)


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Words that say what a person is; `suffixes` also end compounds. All case-folded."""

    words: frozenset[str]
    suffixes: frozenset[str]

    def lemma(self, word: str) -> str | None:
        """The word in the nominative, if it says what a person is: Ministers → Minister."""
        if not word[:1].isupper():
            return None
        folded = word.casefold()
        for ending in ENDINGS:
            if not folded.endswith(ending):
                continue
            stem = folded[: len(folded) - len(ending)]
            if stem in self.words or any(stem[place:] in self.suffixes for place in range(len(stem))):
                keeps_ending = ending == "r"  # Vorsitzender is a nominative, too
                return word if keeps_ending else word[: len(stem)]
        return None


def load_role_words(lexicons: Path) -> RoleWords:
    lines = (lexicons / "person_roles.txt").read_text(encoding="utf-8").splitlines()
    entries = [line.strip().casefold() for line in lines if line.strip() and not line.startswith("#")]
    return RoleWords(
        words=frozenset(entry for entry in entries if not entry.startswith("-")),
        suffixes=frozenset(entry[1:] for entry in entries if entry.startswith("-")),
    )


def roles_beside(span: Span, text: str, words: RoleWords) -> list[str]:
    """The functions named directly before or after the person at `span`."""
    before = text[max(0, span.start - REACH) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + REACH].partition("\n")[0]
    found = [
        match.group(1) for match in (BEFORE.search(before), BEFORE_WITH_ATTRIBUTE.search(before)) if match
    ]
    if (match := AFTER.search(after)) and (match.group(1) or not match.group(3)):
        found.append(match.group(2))  # without an article, a name behind it is another person's
    return [role for word in found if (role := words.lemma(word)) is not None]
