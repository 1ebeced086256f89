"""Ships by name: Fregatte „Hessen“, HMS Glasgow, Boote der Sund-Klasse."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

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
    for place in range(len(doc)):
        ship = _of_class(doc, place) or _with_prefix(doc, place) or _in_marks(doc, place)
        if ship is not None:
            yield ship


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
