"""English words that are names elsewhere: the Turkey sandwich, my neighbour Chad, the Amazon river."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.nlp.findings import Finding

# What shows, right behind a name, that it is an ordinary word there.
THINGS = {
    "Apple": frozenset({
        "cider", "crumble", "juice", "orchard", "orchards", "pie", "pies", "sauce", "tart", "tree", "trees",
    }),
    "Chile": frozenset({"con", "pepper", "peppers", "sauce"}),
    "China": frozenset({
        "cabinet", "cabinets", "cup", "cups", "doll", "dolls", "plate", "plates", "teacup", "teapot", "vase",
    }),
    "Georgia": frozenset({"peach", "peaches"}),
    "Labour": frozenset({"pain", "pains", "room", "ward", "wards"}),
    "Orange": frozenset({"juice", "peel", "tree", "trees"}),
    "Shell": frozenset({"beach", "collection", "collector", "collectors", "necklace"}),
    "Target": frozenset({"practice", "audience"}),
    "Turkey": frozenset({
        "breast", "breasts", "burger", "carcass", "dinner", "farm", "farmer", "farmers", "feathers", "leg",
        "legs", "meat", "neck", "roast", "sandwich", "sandwiches", "soup", "stuffing",
    }),
    "Visa": frozenset({"applicant", "applicants", "application", "applications", "ban", "bans"}),
}  # fmt: skip
# What no company or country is with an article before it, and one of these words behind.
WITH_ARTICLE = frozenset({"Apple", "Orange", "Shell", "Turkey"})
ARTICLES = frozenset({"a", "an", "the"})
AUXILIARIES = frozenset({"fell", "had", "has", "is", "rolled", "tasted", "was", "were"})
RIVER = "Amazon"
OF_RIVER = frozenset({
    "basin", "deforestation", "delta", "forest", "forests", "jungle", "rainforest", "rainforests", "region",
    "river", "tributary",
})  # fmt: skip
OWNERS = frozenset({"her", "his", "my", "our", "their"})
FAMILY = frozenset({
    "aunt", "boyfriend", "brother", "cousin", "daughter", "father", "girlfriend", "grandfather",
    "grandmother", "grandson", "husband", "mother", "nephew", "niece", "sister", "son", "stepson", "uncle",
    "wife",
})  # fmt: skip
FRIENDS = frozenset({
    "classmate", "colleague", "flatmate", "friend", "neighbor", "neighbour", "roommate",
})  # fmt: skip
WORDS_BEFORE = 2  # the name that tell whose it is
OWNERS_OF_FRIENDS = frozenset({"her", "his", "my"})  # our neighbour Chad may be the country


def in_their_sense(texts: Sequence[str], findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings; without those that are ordinary words, rivers as places, and relatives as people."""
    for finding in findings:
        if finding.end - finding.start != 1 or finding.form is MentionForm.PART:
            yield finding
            continue
        word = texts[finding.start]
        before = [text.casefold() for text in texts[max(0, finding.start - WORDS_BEFORE) : finding.start]]
        behind = texts[finding.end] if finding.end < len(texts) else ""
        if word == RIVER and behind.casefold() in OF_RIVER:
            yield replace(finding, kind=EntityKind.PLACE)
        elif finding.kind is EntityKind.PLACE and _is_relative(before):
            yield replace(finding, kind=EntityKind.PERSON, form=MentionForm.NAME)
        elif not _is_word(word, before, behind):
            yield finding


def _is_relative(before: Sequence[str]) -> bool:
    """My brother Jordan, my neighbour Chad."""
    owner, noun = before if len(before) == WORDS_BEFORE else ("", "")
    return (owner in OWNERS and noun in FAMILY) or (owner in OWNERS_OF_FRIENDS and noun in FRIENDS)


def _is_word(word: str, before: Sequence[str], behind: str) -> bool:
    """A turkey sandwich, the apple fell."""
    if behind in THINGS.get(word, ()):
        return True
    return word in WITH_ARTICLE and behind in AUXILIARIES and before[-1:] != [] and before[-1] in ARTICLES
