"""Finds where names of the catalogue stand, whatever they mean there.

Names match inflected (Leoparden), in compounds (Leopard-2-Panzern) and with variants (T-72B3).
"""

import re
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from reader.domain.mentions import MentionForm
from reader.knowledge.catalogue import HYPHENS, Catalogue, KnownName, spelling
from reader.nlp.weapon_classes import WeaponClasses, singulars
from reader.nlp.weapon_neighbours import Place
from reader.nlp.weapon_ships import CLOSING, OPENING, SHIP_CLASS

LONGEST_NAME = 6  # tokens
MARKS_WITHIN = str.maketrans("", "", '„“”"»«‚‘’›‹')
# Behind a system its standard or version: Rafale F5, Puma S1, Fuchs 1A8. By itself F5 may be another's name.
VERSION = re.compile(r"[A-Z]\d{1,2}[A-Z]?|\dA\d[A-Z]{0,2}\d?")
SHORTEST_COMPOUND, SHORTEST_CLASS = 9, 5  # letters
SURE = 0.98  # confidence


@dataclass(frozen=True, slots=True)
class WeaponMatch:
    """Tokens from `start_token` up to `end_token` that name a weapon; `name` is canonical.

    `is_ship`: it is one by what stands around it.
    """

    start_token: int
    end_token: int
    form: MentionForm
    is_generic: bool
    weapon_id: str | None
    name: str
    confidence: float
    is_ship: bool = False

    @property
    def tokens(self) -> range:
        return range(self.start_token, self.end_token)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name of the catalogue that may or may not mean the weapon here; `key` is its spelling there."""

    match: WeaponMatch
    place: Place
    needs_evidence: bool
    key: str


def names_in(doc: Doc, catalogue: Catalogue, classes: WeaponClasses) -> list[Candidate]:
    found = []
    position = 0
    while position < len(doc):
        candidate = _name_at(doc, position, catalogue, classes)
        if candidate is None:
            position += 1
        else:
            found.append(candidate)
            position = candidate.match.end_token
    return found


def _name_at(doc: Doc, start: int, catalogue: Catalogue, classes: WeaponClasses) -> Candidate | None:
    text = doc[start].text
    if not (text[0].isupper() or text[0].isdigit()):
        return None
    if not catalogue.may_begin(text):
        return _compound_in_one(text, start, catalogue, classes)
    for end in range(min(start + LONGEST_NAME, len(doc)), start, -1):
        span = doc[start:end]
        if "\n" in span.text or (end - start > 1 and not _is_name_part(doc[end - 1].text)):
            continue
        if known := catalogue.look_up(span.text):
            is_class = span.text.casefold().rpartition("-")[-1] in SHIP_CLASS
            form = MentionForm.PART if is_class else MentionForm.NAME
            close = _behind_marks(doc, start, end)
            candidate = _candidate(_with_version(doc, _named(start, close, known, form)), known, close)
            is_plural = span.text.casefold() == known.written.casefold() + "s"
            return replace(candidate, place=replace(candidate.place, is_plural=is_plural))
        last = doc[end - 1].text.translate(HYPHENS)
        if "-" in last and (compound := _compound(span.text, catalogue)):
            known, rest = compound
            is_doubtful = known.is_ambiguous and not classes.is_companion(rest)
            candidate = _candidate(_named(start, end, known, MentionForm.PART), known, end)
            return replace(candidate, needs_evidence=is_doubtful)
    return None


def _behind_marks(doc: Doc, start: int, end: int) -> int:
    """With the mark that closes a name in marks within it: BMPT „Terminator“."""
    is_open = any(doc[at].text in OPENING for at in range(start + 1, end))
    return end + 1 if is_open and end < len(doc) and doc[end].text in CLOSING else end


def _candidate(match: WeaponMatch, known: KnownName, end_of_name: int) -> Candidate:
    place = Place(
        match.start_token,
        match.end_token,
        known.needs_noun,
        noun=known.system.head,
        has_version=match.end_token > end_of_name,
        is_seldom_other=known.is_seldom_other,
        needs_article=known.needs_article,
    )
    return Candidate(match, place, known.is_ambiguous, spelling(known.written))


def _with_version(doc: Doc, match: WeaponMatch) -> WeaponMatch:
    end = match.end_token
    if end < len(doc) and doc[end - 1].whitespace_ and VERSION.fullmatch(doc[end].text):
        return replace(match, end_token=end + 1)
    return match


def _is_name_part(text: str) -> bool:
    """Whether a name can end so: Leopard 2A6, but not "gibt den Leopard 2A6 ab"."""
    return text[0].isupper() or (text[0].isdigit() and text[-1] != ".")


def _compound(text: str, catalogue: Catalogue) -> tuple[KnownName, str] | None:
    """The system a compound begins with, and its last word in lower case: Taurus-Lieferung."""
    pieces = text.translate(HYPHENS).translate(MARKS_WITHIN).split("-")
    for count in range(len(pieces) - 1, 0, -1):
        rest = pieces[count + (VERSION.fullmatch(pieces[count]) is not None) :]
        if not rest:
            continue
        is_word = (
            len(rest[0]) > 1 and " " not in "".join(rest) and rest[0][0].isupper() and not rest[0].isupper()
        )
        if is_word and (known := catalogue.look_up("-".join(pieces[:count]))):
            return known, rest[-1].casefold()
    return None


def _compound_in_one(text: str, at: int, catalogue: Catalogue, classes: WeaponClasses) -> Candidate | None:
    """Leopardpanzer, Shaheddrohnen, Patriotsysteme: a system and what it is, or what only systems have.

    A name that is something else, too, must stand before what its own system is: a Marsrakete is none.
    """
    if len(text) < SHORTEST_COMPOUND or not text[1:].islower() or classes.is_plain(text):
        return None
    begun = catalogue.begun_by(text)
    if begun is None or classes.is_none(text):
        return None
    known, rest = begun
    forms, head = set(singulars(rest)), known.system.head
    is_own = any(
        len(form) >= SHORTEST_CLASS and (head.endswith(form) or form.endswith(head)) for form in forms
    )
    is_kind = classes.is_plain(rest) or (rest in classes.companions and len(rest) >= SHORTEST_CLASS)
    if not is_kind or (known.is_ambiguous and not is_own):
        return None
    candidate = _candidate(_named(at, at + 1, known, MentionForm.PART), known, at + 1)
    return replace(candidate, needs_evidence=False)


def _named(start: int, end: int, known: KnownName, form: MentionForm) -> WeaponMatch:
    return WeaponMatch(start, end, form, False, known.system.id, known.system.name, SURE)  # noqa: FBT003
