"""What places a word comes from: by the gazetteer, by rule (Darmstädterin), or by both of its parts."""

import re
from collections.abc import Iterator
from dataclasses import replace

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.domain.spans import Span
from reader.knowledge.gazetteer import Gazetteer, Words
from reader.nlp.findings import Finding
from reader.nlp.name_cluster import FoundName

# First parts that stand for a country only before a hyphen.
FIRST_PARTS = frozenset({
    "anglo", "austro", "franco", "franko", "hispano", "indo", "israelo", "italo", "luso", "russo", "serbo",
    "sino", "turko", "us",
})  # fmt: skip
# What people with two homes are called after first: Deutschtürke, Russlanddeutsche, Afroamerikaner.
FIRST_OF_PEOPLE = (
    "deutsch", "afro", "anglo", "austro", "franko", "italo", "hispano", "lateinamerika", "kosovo", "russland",
    "wolga", "sudeten", "karpaten", "rumänien", "polen", "ungarn", "krim", "bosnien", "türkei",
)  # fmt: skip
SHORTEST_PEOPLE = 4  # letters of the rest: Este
INHABITANT_ENDING = re.compile(r"er(?:[:*_/]?-?[iI]n(?:nen)?|n|s)?$")
ADJECTIVE_ENDING = re.compile(r"isch(?:e[nrsm]?)?$")
# What a place has where an inhabitant has something else: Darmstädter, Mailänder, Mühlhäuser, Altenröder.
OTHER_VOWELS = (("städt", "stadt"), ("länd", "land"), ("häus", "hausen"), ("röd", "rode"), ("ing", "ingen"))
# Before that ending, and what the place has instead: Hannoveraner, Ankaraner, Jenenser, Genueser.
LONGER_ENDINGS = (
    ("an", ""), ("an", "a"), ("ens", "a"), ("ens", "e"), ("ens", ""), ("s", ""), ("es", "a"), ("ot", "a"),
    ("it", "a"), ("in", "o"),
)  # fmt: skip
VOWELS = "aeiouäöüy"
# What is no name behind the town it is in.
CLASSES = (
    "autobauer", "flugzeugbauer", "maschinenbauer", "panzerbauer", "hersteller", "konzern", "werft",
    "reederei", "denkfabrik", "firma", "unternehmen", "start-up", "startup",
)  # fmt: skip
SHORTEST_PLACE = 3  # letters that a word has before its ending
SHORTEST_ADJECTIVE = 5  # the same of an adjective whose place has a further ending: erzgebirgisch
# Before an adjective or an inhabitant they name a part of the place, or do not change what place it is.
PARTS_OF_PLACES = (
    "nordost", "nordwest", "südost", "südwest", "zentral", "mittel", "nieder", "unter", "ober", "nord", "süd",
    "ost", "west",
)  # fmt: skip
OF_THE_PLACE = ("gesamt", "außer", "inner", "anti", "pro")


def place_of_word(word: str, gazetteer: Gazetteer) -> str | None:
    """The one place that a word comes from: deutsche, deutsch-deutsche; None for deutsch-polnische."""
    if (whole := gazetteer.place_of_derived(word) or place_of_people(word, gazetteer)) is not None:
        return whole
    places = {gazetteer.place_of_derived(part) for part in word.split("-")}
    return places.pop() if len(places) == 1 else None


def place_of_people(word: str, gazetteer: Gazetteer) -> str | None:
    """Of people with two homes the one that tells what they are: Deutschtürke, Kosovoalbaner."""
    folded = word.casefold()
    for first in FIRST_OF_PEOPLE:
        rest = folded.removeprefix(first)
        if rest != folded and len(rest) >= SHORTEST_PEOPLE and (place := gazetteer.place_of_derived(rest)):
            return place
    return None


def of_each_place(name: FoundName, gazetteer: Gazetteer) -> Iterator[FoundName]:
    """The name; of a word that comes from two places, a mention of each: indisch-russisches.

    The first part of sino-russisch is no word by itself, and none; that of US-russisch is.
    """
    word, start = name.mention.text, name.mention.span.start
    if name.kind is EntityKind.PLACE and place_of_people(word, gazetteer) is not None:
        yield replace(name, mention=replace(name.mention, form=MentionForm.DERIVED))
        return
    first, hyphen, last = word.rpartition("-")
    place = gazetteer.place_of_derived(last) if hyphen else None
    if place is None or name.kind is not EntityKind.PLACE or gazetteer.place_of_derived(word) is not None:
        yield name
        return
    other = gazetteer.place_of_derived(first)
    if other == place or (other is None and first.casefold() not in FIRST_PARTS):
        yield name
        return
    for part, begin in ((first, start), (last, start + len(first) + len(hyphen))):
        if gazetteer.place_of_derived(part) or (part.isupper() and gazetteer.place(part)):
            span = Span(begin, begin + len(part))
            mention = replace(name.mention, span=span, text=part, form=MentionForm.DERIVED)
            yield replace(name, mention=mention)


def place_by_rule(word: str, gazetteer: Gazetteer) -> str | None:
    """The known place that a word comes from by the rules of spelling: Tübingerin, ostwestfälisch."""
    found = INHABITANT_ENDING.search(word)
    if found is not None and (known := gazetteer.place_of_derived(f"{word[: found.start()]}er")) is not None:
        return known  # Zürcherinnen
    for possible in possible_places(word):
        if (known := gazetteer.city(possible) or gazetteer.place(possible)) is not None:
            return known
    return place_of_part(word, gazetteer)


def place_of_part(word: str, gazetteer: Gazetteer) -> str | None:
    """Of Norditaliener, nordhessisch and prorussisch: what the gazetteer does not know as a whole."""
    folded = word.casefold()
    for before in OF_THE_PLACE:
        if folded.startswith(before) and (place := gazetteer.place_of_derived(folded[len(before) :])):
            return place
    part = next((one for one in PARTS_OF_PLACES if folded.startswith(one)), "")
    place = gazetteer.place_of_derived(folded[len(part) :]) if part else None
    if place is None or not place.isalpha() or place.isupper():
        return None
    return f"{part.capitalize()}{place.lower()}"


def comes_from_known_place(word: str, gazetteer: Gazetteer) -> bool:
    """Whether the gazetteer knows the place, what it is a part of, or both of two: nordsyrische."""
    parts = word.split("-")
    if len(parts) > 1 and all(gazetteer.place_of_derived(part) for part in parts):
        return True
    return gazetteer.place_of_derived(word) is not None or place_of_part(word, gazetteer) is not None


def as_from_town(finding: Finding, words: Words, gazetteer: Gazetteer) -> Finding:
    """The finding; what is called only after what it is and where has no name: Kieler | Werft."""
    if not finding.is_body or finding.knowledge_id is not None or len(words) != len(("Kieler", "Werft")):
        return finding
    first, last = words
    if not (first.endswith("er") and last.casefold().endswith(CLASSES) and last[:1].isupper()):
        return finding
    is_known = gazetteer.organisation(" ".join(words)) is not None
    if is_known or not (gazetteer.place_of_derived(first) or place_by_rule(first, gazetteer)):
        return finding
    return replace(finding, end=finding.start + 1, kind=EntityKind.PLACE, form=MentionForm.DERIVED)


def possible_places(word: str) -> Iterator[str]:
    """What the place may be called that an inhabitant or an adjective comes from, the likeliest first."""
    if (found := INHABITANT_ENDING.search(word)) is not None:
        base = word[: found.start()]
        if len(base) >= SHORTEST_PLACE:
            yield from _places_of_inhabitant(base)
    elif (found := ADJECTIVE_ENDING.search(word)) is not None:
        base = word[: found.start()]
        yield base
        yield from (base[: -len(old)] + new for old, new in OTHER_VOWELS[:2] if base.endswith(old))
        if len(base) >= SHORTEST_ADJECTIVE:
            yield from (base + "e", base + "en")


def _places_of_inhabitant(base: str) -> Iterator[str]:
    yield base
    yield from (base[: -len(old)] + new for old, new in OTHER_VOWELS if base.endswith(old))
    last, before = base[-1], base[-2]
    if last in "nl" and before not in VOWELS:
        yield f"{base[:-1]}e{last}"  # Dresdner, Basler
    yield from (base + "en", base + "e")
    if base.endswith("er"):
        yield base + "n"  # Kaiserslauterer
    for ending, instead in LONGER_ENDINGS:
        if base.endswith(ending) and len(base) - len(ending) >= SHORTEST_PLACE:
            yield base.removesuffix(ending) + instead
    if last == before:
        yield base[:-1]  # Lissabonner
    yield f"Bad {base}"  # Tölzer


def likely_place(word: str) -> str:
    """What the place of a word is most likely called, where nothing is known of it: Wettersinger."""
    found = INHABITANT_ENDING.search(word)
    if found is None or found.start() < SHORTEST_PLACE:
        found = ADJECTIVE_ENDING.search(word)
        return word[: found.start()] + "isch" if found is not None else word
    base = word[: found.start()]
    changed = (base[: -len(old)] + new for old, new in OTHER_VOWELS if base.endswith(old))
    return next(changed, base)
