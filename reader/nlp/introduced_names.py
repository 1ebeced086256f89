"""Tells whose letters an article means that it introduces in brackets: those of a known body, or of its own.

„Kommando Spezialkräfte (KSK)“ is the known one; where the „Kreissparkasse Rottweil (KSK)“ is named, the
letters are hers for the whole article.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from reader.domain.entities import EntityKind
from reader.knowledge.entries import KnowledgeEntry
from reader.knowledge.knowledge_index import KnowledgeIndex
from reader.nlp.name_cluster import FoundName
from reader.nlp.name_forms import is_abbreviation, stem, stems
from reader.nlp.short_names import expands, spells

LONGEST_GAP = 3  # characters between a name and one in brackets behind it
SHORTEST_TELLING = 4  # letters
FEWEST_WORDS = 2  # of a beginning by which a body is known again
FEWEST_LETTERS = 4  # of an abbreviation that stands for just these words
HALF = 2
# Words that many bodies have in their names, by their stems.
ORDINARY = frozenset(
    one
    for word in (
        "Deutsche", "Internationale", "Nationale", "Europäische", "Österreichische", "Schweizerische",
        "Amerikanische", "Britische", "Französische", "Allgemeine", "Deutschland", "Europa", "Bund",
        "Bundesverband", "Verband", "Verein", "Vereinigung", "Gesellschaft", "Gemeinschaft", "Partei",
        "Institut", "Stiftung", "Zentrum", "Dienst", "Organisation", "Agentur", "Behörde", "Union",
        "Allianz", "Bewegung", "Gruppe", "Bündnis", "Verwaltung", "Kommission", "Rat", "Amt", "Association",
        "National", "International", "European", "German", "American", "British", "Federal", "Society",
        "Organization", "Institute", "Agency", "Service", "Group", "Party", "Movement", "Council",
        "eine", "einer", "nach", "zwischen", "gegen", "ohne", "with", "from",
    )
    for one in stems(word)
)  # fmt: skip
# What a body is described as that is not named, by the kinds of bodies: the US-Bundespolizei (FBI).
DESCRIPTIONS = {
    "polizei": {"police", "intelligence"},
    "dienst": {"intelligence"},
    "verfassungsschutz": {"intelligence"},
    "behörde": {"agency", "international", "intelligence", "space", "police"},
    "agentur": {"agency", "international", "intelligence", "space", "media"},
    "amt": {"agency", "international", "intelligence", "ministry", "police"},
    "aufsicht": {"agency", "international"},
    "notenbank": {"agency", "international", "bank"},
    "zentralbank": {"agency", "international", "bank"},
    "organisation": {"international", "ngo", "armed_group"},
    "armee": {"armed_forces", "armed_group"},
    "streitkräfte": {"armed_forces"},
    "ministerium": {"ministry"},
}
# These need to stand alone: the Industrieverband (BDI), but not the Deutsche Fischereiverband (DFV).
DESCRIPTIONS_ALONE = {
    "verband": {"ngo", "club", "international", "union", "company"},
    "gewerkschaft": {"union"},
    "bund": {"ngo", "union", "club", "international"},
    "club": {"ngo", "club"},
    "union": {"international", "club", "party"},
    "bündnis": {"international", "party", "ngo"},
    "allianz": {"international"},
    "sender": {"media"},
    "konzern": {"company"},
    "hersteller": {"company"},
    "bauer": {"company"},
    "truppe": {"armed_forces"},
    "miliz": {"armed_group"},
    "partei": {"party", "armed_group"},
}
# These show that the name is one in German of a body with foreign letters: Republikanische Volkspartei (CHP).
TRANSLATED = {"partei": {"party", "armed_group"}, "gewerkschaft": {"union"}}


def own_abbreviations(found: Iterable[FoundName], index: KnowledgeIndex) -> frozenset[str]:
    """The abbreviations of known bodies that the article introduces for others; `found` in their order."""
    names = [name for name in found if name.is_body]
    return frozenset(
        short.printed
        for long, short in pairwise(names)
        if _is_introduced(long, short) and _is_of_another(long.printed, short.printed, index)
    )


def may_be_called_so(long: str, short: str, entry: KnowledgeEntry) -> bool:
    """Whether an entity whose full name is `long` may be what the entry with the abbreviation `short` is."""
    is_introduced = is_abbreviation(short) and not is_abbreviation(long) and len(long) > len(short)
    return not is_introduced or short in long.split() or _explains(long, short, entry)


def _is_introduced(long: FoundName, short: FoundName) -> bool:
    """Whether the second stands in brackets right behind the first and is an abbreviation."""
    gap = short.mention.span.start - long.mention.span.end
    return 0 < gap <= LONGEST_GAP and is_abbreviation(short.printed) and expands(long.printed, short.printed)


def _is_of_another(long: str, short: str, index: KnowledgeIndex) -> bool:
    known = index.find(short, EntityKind.ORGANIZATION)
    return bool(known) and not any(_explains(long, short, entry) for entry in known)


def _explains(long: str, short: str, entry: KnowledgeEntry) -> bool:
    """Whether the long form is a name of the entry, has most words of one, or describes what it is."""
    said = stems(long)
    names = [stems(name) for name in entry.names if not is_abbreviation(name)]
    if any(_is_within(name, said) or _is_beginning(said, name) for name in names):
        return True
    telling = {word for word in said if len(word) >= SHORTEST_TELLING} - ORDINARY
    shared = telling.intersection(word for name in names for word in name)
    if telling and HALF * len(shared) >= len(telling):
        return True
    *before, last = said
    if ORDINARY.issuperset(before) and _is_described(last, entry, DESCRIPTIONS):
        return True
    if " " not in long and _is_described(last, entry, DESCRIPTIONS_ALONE):
        return True
    is_translated = any(_is_described(word, entry, TRANSLATED) for word in said)
    if not names and (is_translated or _capitals(long) == short):
        return True
    return (is_translated or _is_described(last, entry, DESCRIPTIONS)) and not spells(short, long)


def _capitals(name: str) -> str:
    """Allgemeiner Deutscher Automobil-Club → ADAC, if that is long enough to be no chance."""
    letters = "".join(character for character in name if character.isupper())
    return letters if len(letters) >= FEWEST_LETTERS else ""


def _is_within(name: Sequence[str], said: Sequence[str]) -> bool:
    """Partei Bündnis Sahra Wagenknecht has the whole name."""
    size = len(name)
    return any(tuple(said[at : at + size]) == tuple(name) for at in range(len(said) - size + 1))


def _is_beginning(said: Sequence[str], name: Sequence[str]) -> bool:
    """Bundesamt für Migration, without Flüchtlinge."""
    return len(said) >= FEWEST_WORDS and tuple(name[: len(said)]) == tuple(said)


def _is_described(noun: str, entry: KnowledgeEntry, descriptions: Mapping[str, Collection[str]]) -> bool:
    of_kind = (word for word, categories in descriptions.items() if entry.category in categories)
    return any(noun.endswith(stem(word)) for word in of_kind)
