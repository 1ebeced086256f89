"""What the words beside a name tell of its bearer: function, party, father or son."""

import re
from collections.abc import Iterable

from reader.domain.spans import Span
from reader.nlp.person_names import SUFFIXES, PersonName

CLUE_BEFORE = re.compile(r"(?P<clue>[A-ZÄÖÜ][\w-]+)\s+(?:(?:Dr\.|Prof\.)\s+)*$")
CLUE_BEHIND = re.compile(r"\s\((?P<clue>[\w/-]+)\)")
CLUE_REACH = 60  # characters to either side of a name
SHORTEST_CLUE = 3  # letters
GENERATIONS = frozenset({"junior", "senior"})
CHILD, PARENT = frozenset({"sohn", "tochter", "junior"}), frozenset({"vater", "mutter", "senior"})
GENERATION_BEFORE = re.compile(
    r"\b(?:(?P<junior>jüngeren?|younger)|(?P<senior>älteren?|elder|older))\s+$", re.IGNORECASE
)
SUFFIX_BEHIND = re.compile(r"\s(?P<suffix>[\w.]+)")
AND_CHILD = re.compile(r"\s+(?:und|and)\s+(?:sein|ihr|his|her)e?\s+(?:Sohn|Tochter|son|daughter)\b")


def clues_beside(text: str, place: Span, name: PersonName | None = None) -> set[str]:
    """The noun before a name and what stands in brackets behind it, case-folded; father or son."""
    behind = text[place.end : place.end + CLUE_REACH]
    matches = (
        CLUE_BEFORE.search(text[max(0, place.start - CLUE_REACH) : place.start]),
        CLUE_BEHIND.match(behind),
    )
    found = {match["clue"].casefold() for match in matches if match is not None}
    suffix = SUFFIX_BEHIND.match(behind)
    if name is not None and name.suffix:
        found.add(name.suffix)
    elif suffix is not None and suffix["suffix"] in SUFFIXES:
        found.add(SUFFIXES[suffix["suffix"]])
    if generation := GENERATION_BEFORE.search(text[max(0, place.start - CLUE_REACH) : place.start]):
        found.add(generation.lastgroup or "")
    if found & CHILD:
        found.add("junior")
    if found & PARENT or AND_CHILD.match(behind):
        found.add("senior")
    return found


def share_clue(some: Iterable[str], others: Iterable[str]) -> bool:
    """The same word, or one that ends in the other: Außenminister and Minister."""
    return any(
        len(one) >= SHORTEST_CLUE
        and len(other) >= SHORTEST_CLUE
        and (one.endswith(other) or other.endswith(one))
        for one in some
        for other in others
    )
