"""Ships by name: Fregatte „Hessen“, HMS Glasgow, Boote der Sund-Klasse; the „Ford“ of a Gerald R. Ford."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Doc

from reader.domain.mentions import MentionForm

SHIP_CLASS = frozenset({"klasse", "class"})
SHIP_PREFIXES = frozenset({
    "HMS", "USS", "USNS", "HMAS", "HMCS", "HMNZS", "HNLMS", "HNoMS", "HDMS", "HSwMS", "HSMS", "SMS", "ORP",
    "ROKS", "RFA",
})  # fmt: skip
SHIP_NOUNS = frozenset({
    "fregatte", "korvette", "zerstörer", "flugzeugträger", "kreuzer", "lenkwaffenkreuzer", "u-boot",
    "schnellboot", "minenjagdboot", "kriegsschiff", "segelschulschiff", "einsatzgruppenversorger",
    "raketenkreuzer", "schlachtschiff", "landungsschiff", "patrouillenboot", "patrouillenschiff",
    "marineschiff", "minensuchboot", "korvetten", "fregatten", "hubschrauberträger", "panzerkreuzer",
})  # fmt: skip
VESSELS = frozenset({
    "schiff", "schiffe", "schiffen", "boot", "boote", "booten", "u-boote", "u-booten", "ship", "ships",
    "boat", "boats", "vessel", "vessels", "submarine", "submarines", "frigate", "frigates", "corvette",
    "corvettes", "destroyer", "destroyers", "carrier", "carriers", "cruiser", "cruisers", "sub", "subs",
    "minehunter", "minehunters",
})  # fmt: skip
NEAR = 4  # tokens between a ship and its class
LONGEST_QUOTED = 6  # tokens of a name in marks, with the marks
SHORTEST_NAME = 3  # letters
PARTICLES = frozenset({"de", "von", "van"})
FEMININE = frozenset({"die", "der", "the"})  # before a ship by name
NAVAL = frozenset({
    "carrier", "frigate", "corvette", "destroyer", "cruiser", "submarine", "landing_ship", "support_ship",
    "minehunter", "fast_boat",
})  # categories of the catalogue  # fmt: skip
OPENING, CLOSING = frozenset('„»«“"‚›‹”'), frozenset('“«»”"‘‹›')
INITIAL = re.compile(r"[A-Z]\.?")


@dataclass(frozen=True, slots=True)
class Ship:
    """Tokens from `start` up to `end` that name a ship or its class."""

    start: int
    end: int
    name: str
    form: MentionForm = MentionForm.NAME


def ships_in(doc: Doc) -> Iterator[Ship]:
    end = 0
    for place in range(len(doc)):
        if place < end:
            continue  # USS Gravely within the marks
        ship = _of_class(doc, place) or _with_prefix(doc, place) or _in_marks(doc, place)
        if ship is not None:
            end = ship.end
            yield ship


def again_in(
    doc: Doc, names: Mapping[str, str], taken: Collection[int], is_likely: Callable[[range], bool]
) -> Iterator[Ship]:
    """Where ships are named by their last words: die »Ford«, the carrier Ford.

    `names` lead from what ships are called to what is shown of them.

    Marks or a word for a ship before them are proof; behind an article, it must be likely that the tokens
    are one.
    """
    short = _short_names(names)
    if not short:
        return
    for token in doc:
        start = token.i
        if token.text not in short or start in taken or not start:
            continue
        for end in range(min(len(doc), start + LONGEST_QUOTED), start, -1):
            name = short.get(token.text, {}).get(doc[start:end].text)
            if name is None or any(at in taken for at in range(start, end)):
                continue
            before = doc[start - 1].text.casefold()
            if before in OPENING and end < len(doc) and doc[end].text in CLOSING:
                yield Ship(start - 1, end + 1, name)
            elif before in SHIP_NOUNS | VESSELS or (before in FEMININE and is_likely(range(start, end))):
                yield Ship(start, end, name)
            break


def _short_names(names: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """By the first word: the names without prefix, their ends, and Ludwigshafen of Ludwigshafen am Rhein.

    What two ships share is short for none.
    """
    found: dict[str, set[str]] = {}
    for name, shown in names.items():
        words = name.split()
        first = 1 if words[0] in SHIP_PREFIXES else 0
        parts = [words[start:] for start in range(first, len(words)) if _may_begin(words[start])]
        parts.append(list(takewhile(lambda word: word[0].isupper(), words[first:])))
        for part in parts:
            found.setdefault(" ".join(part), set()).add(shown)
    short: dict[str, dict[str, str]] = {}
    for name, whole in found.items():
        if name and len(whole) == 1:
            short.setdefault(name.split()[0], {})[name] = min(whole)
    return short


def _may_begin(word: str) -> bool:
    return word in PARTICLES or (word[0].isupper() and len(word) >= SHORTEST_NAME)


def _of_class(doc: Doc, place: int) -> Ship | None:
    """Boote der Sund-Klasse, the Visby-class corvette."""
    name, hyphen, last = doc[place].text.rpartition("-")
    if not hyphen or last.casefold() not in SHIP_CLASS or not place:
        return None
    around = {other.text.casefold() for other in doc[max(0, place - NEAR) : place + NEAR]}
    return Ship(place, place + 1, name, MentionForm.PART) if around & (SHIP_NOUNS | VESSELS) else None


def _with_prefix(doc: Doc, place: int) -> Ship | None:
    """HMS Glasgow, USS John C. Stennis; not "at HMAS Stirling", which is a base."""
    is_ashore = place > 0 and doc[place - 1].text == "at"
    if doc[place].text not in SHIP_PREFIXES or is_ashore:
        return None
    end = place + 1
    while end < len(doc) and not doc[end].is_sent_start and (_is_word(doc, end) or _is_initial(doc, end)):
        end += 1
    return Ship(place, end, doc[place:end].text) if end > place + 1 else None


def _is_word(doc: Doc, place: int) -> bool:
    text = doc[place].text
    return len(text) > 1 and text.istitle() and text.isalpha()


def _is_initial(doc: Doc, place: int) -> bool:
    """A letter of a name, or the point behind it; the word behind it belongs to the name as well."""
    text = doc[place].text
    is_point = text == "." and INITIAL.fullmatch(doc[place - 1].text) is not None
    return (is_point or INITIAL.fullmatch(text) is not None) and place + 1 < len(doc)


def _in_marks(doc: Doc, place: int) -> Ship | None:
    """Fregatte „Hessen“; the marks belong to the name."""
    if doc[place].text.casefold() not in SHIP_NOUNS or place + 2 >= len(doc):
        return None
    start = place + 1
    if doc[start].text not in OPENING:
        return None
    for end in range(start + 2, min(start + LONGEST_QUOTED, len(doc))):
        if doc[end].text in CLOSING:
            return Ship(start, end + 1, doc[start + 1 : end].text)
    return None
