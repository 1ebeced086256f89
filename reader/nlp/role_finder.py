"""Finds the functions that the text names with a person: Verteidigungsministerin Odile Marchand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.domain.spans import Span
from reader.nlp.word_lists import read_lines

ENDINGS = ("", "s", "es", "n", "en", "r", "m", "nen")
ARTICLES = frozenset({"der", "die", "das", "dem", "den", "des", "ein", "eine", "einem", "einen", "einer"})
REACH = 120  # characters beside a name in which its function is looked for
WORD = re.compile(r"[\w][\w’'/-]*")
BEFORE = re.compile(
    r"([\w][\w’'/-]*)(?:\s+(?:a\.\s?D|i\.\s?G|d\.\s?R)\.)?,?\s+(?:(?:Dr\.|Prof\.|h\.\s?c\.|Professor|Professorin)\s+)*$"
)
# "der Sprecher des Ministeriums, Jan Thoma": an attribute stands between function and name.
BEFORE_WITH_ATTRIBUTE = re.compile(
    r"([\w][\w’'/-]*)\s+(?:de[sr]|von|vom|im|in|für|beim|bei|am)\s+[^,.;:!?()„“\"»«]{2,70},\s+$"
)
# "der Generalsekretär der NATO Mark Ruhland": the same without a comma.
BEFORE_WITH_GENITIVE = re.compile(r"([\w][\w’'/-]*)\s+(?:de[sr]|von|vom)\s+(?:[\w-]+\s+)?[A-ZÄÖÜ][\w-]*\s+$")
# "Verteidigungsminister und Vizekanzler Jan Thoma"; behind an article the two may be two people.
BEFORE_WITH_SECOND = re.compile(r"(?:^|(\w+)\s+)([A-ZÄÖÜ][\w’'/-]*)\s+und\s+([A-ZÄÖÜ][\w’'/-]*)\s+$")
ARTICLE = r"(?:(?:der|die|das|dem|den|ein|eine|einer|einem|einen)\s+)?"
SINCE = r"(?:(?:seit|bis)\s+(?:\w+\s+)??[A-ZÄÖÜ0-9]\w*\s+)?"
ADJECTIVES = r"(?:[a-zäöüß0-9][\w-]*(?:e|en|er|em|es)\s+){0,2}"
AFTER = re.compile(
    rf"^(?:\s+\([^)]{{1,30}}\))?,\s+(?:[0-9]{{1,3}},\s+)?{SINCE}({ARTICLE}){ADJECTIVES}([\w][\w’'/-]*)(\s+[A-ZÄÖÜ])?"
)
AFTER_COPULA = re.compile(
    rf"^(?:\s+\([^)]{{1,30}}\))?\s+(?:ist|war|wird|wurde|bleibt|blieb)\s+{SINCE}(?:(?:der|die|ein|eine)\s+)?(?!(?:de[mns]|keine?)\s)"
    rf"{ADJECTIVES}([A-ZÄÖÜ][\w’'/-]*)(\s+[A-ZÄÖÜ])?"
)
COPULA = re.compile(r"\b(?:ist|war|wird|wurde|bleibt|blieb|werde|sei)\s+$")
SECOND = re.compile(r"^\s+und\s+([A-ZÄÖÜ][\w’'/-]*)(?=\s*[,.)])")
LONGEST_ENGLISH = 3  # words: deputy prime minister
ENGLISH_APPOSITION = re.compile(
    r"^,\s+(?:the|an?|its|their)\s+(?P<role>[^,.;:!?]{3,60}?)(?=\s*[,.]|\s+(?:of|at|in|for|from|who|and)\b)"
)
ENGLISH_BEFORE_COMMA = re.compile(r"\b(?:an?|the|its|their)\s(?P<role>[^,.;:!?]{3,60}),\s+$", re.IGNORECASE)
RELATIONS = frozenset({"kollege", "kollegin"})  # what somebody is to another, no function
# Behind "der Anwalt der" these begin another's name.
OTHERS = frozenset({"familie", "familien", "frau", "herrn", "herren", "eheleute", "firma", "geschwister"})


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Words that say what a person is; `suffixes` also end compounds. All case-folded.

    `english` are English ones, some of several words.
    """

    words: frozenset[str]
    suffixes: frozenset[str]
    english: frozenset[str] = frozenset()

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

    def english_before(self, before: str) -> str | None:
        """The English function that the words before a name end with: Prime Minister, spokesman."""
        words = before.split()
        for count in range(LONGEST_ENGLISH, 0, -1):
            role = " ".join(words[-count:])
            if len(words) >= count and role.casefold() in self.english:
                return role
        return None


def load_role_words(lexicons: Path) -> RoleWords:
    entries = _entries(lexicons / "person_roles.txt")
    return RoleWords(
        words=frozenset(entry for entry in entries if not entry.startswith("-")),
        suffixes=frozenset(entry[1:] for entry in entries if entry.startswith("-")),
        english=frozenset(_entries(lexicons / "person_roles_en.txt")),
    )


def _entries(path: Path) -> list[str]:
    return [line.casefold() for line in read_lines(path)]


def roles_beside(span: Span, text: str, words: RoleWords) -> list[str]:
    """The functions named directly before or after the person at `span`."""
    before = text[max(0, span.start - REACH) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + REACH].partition("\n")[0]
    if english := _english(before, after, words):
        return english
    found = [*_before(before, words), *_after(after)]
    roles = (words.lemma(word) for word in found)
    return [role for role in roles if role is not None and role.casefold() not in RELATIONS]


def _english(before: str, after: str, words: RoleWords) -> list[str]:
    """Prime Minister before a name; "the mayor of Leeds" behind it; "a Navy spokesman," before one in commas.

    German words are not looked at.
    """
    in_commas = ENGLISH_BEFORE_COMMA.search(before) if after.startswith((",", ".")) else None
    role = words.english_before(in_commas["role"] if in_commas is not None else before)
    apposition = ENGLISH_APPOSITION.match(after)
    behind = words.english_before(apposition["role"]) if apposition is not None else None
    return [found for found in (role, behind) if found is not None]


def _before(before: str, words: RoleWords) -> Iterator[str]:
    last = BEFORE.search(before)
    second = BEFORE_WITH_SECOND.search(before)
    if second and (second[1] or "").casefold() not in ARTICLES and words.lemma(second[3]) is not None:
        yield second[2]
    if last:
        yield last[1]
    attribute = BEFORE_WITH_ATTRIBUTE.search(before)
    if attribute and COPULA.search(before[: attribute.start()]) is None:  # that is what another becomes
        yield attribute[1]
    genitive = BEFORE_WITH_GENITIVE.search(before)
    if genitive and last and last[1].casefold() not in OTHERS and words.lemma(last[1]) is None:
        yield genitive[1]


def _after(after: str) -> Iterator[str]:
    for match in (AFTER.search(after), AFTER_COPULA.search(after)):
        if match is None:
            continue
        *article, role, name = match.groups()
        if any(article) or not name:  # without an article, a name behind it is another person's
            yield role
            if second := SECOND.search(after[match.end(match.lastindex or 0) :]):
                yield second[1]
