"""Short names of systems that the article names in full: the Poseidons of a P-8 Poseidon are no torpedoes."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from reader.domain.mentions import MentionForm
from reader.knowledge.catalogue import HYPHENS, Catalogue, WeaponSystem, spelling
from reader.nlp.weapon_candidates import SURE, Candidate, WeaponMatch
from reader.nlp.weapon_classes import WeaponClasses
from reader.nlp.weapon_neighbours import Place
from reader.nlp.weapon_ships import SHIP_PREFIXES

SHORTEST_NAME = 4  # letters of a name that no catalogue has by itself
LONGEST_NAME = 3  # words
BESIDE = 2  # tokens between a name and its class noun: Torpedo vom Typ „Poseidon“
PLURAL_ENDINGS = ("en", "n", "e")
ROMAN = re.compile(r"I{1,3}|I?V|VI{1,3}|I?X")
PART_OF_SYSTEM = "missile"  # a Patriot PAC-3 is fired by a Patriot


@dataclass(frozen=True, slots=True)
class ShortName:
    """One that a system of the article has. `is_own`: the rest of its full name is only a designation
    before it, so it is what the system is called; otherwise figures behind it were left out (Challenger 3).
    """

    system: WeaponSystem
    is_own: bool


def with_short_names(
    doc: Doc, candidates: list[Candidate], catalogue: Catalogue, classes: WeaponClasses
) -> list[Candidate]:
    """The candidates, with those that are short for a system of the article, in reading order.

    A name that means another system by itself is not short for one if the article names that other in full,
    too, or says beside the name what it is.
    """
    ids = {one.match.weapon_id for one in candidates if not one.needs_evidence}
    named = [system for system in catalogue.systems if system.id in ids]
    if not named:
        return candidates
    short = _short_names(named)
    contested = {
        one.key
        for one in candidates
        if (rival := _short_for(one.key, short)) is not None
        and rival.system.id != one.match.weapon_id
        and (one.match.weapon_id in ids or _is_told_apart(doc, one, rival.system, classes))
    }
    settled = [_settled(one, short, contested, catalogue) for one in candidates]
    taken = {at for one in candidates for at in one.match.tokens}
    unknown = {key: one for key, one in short.items() if one.is_own and catalogue.look_up(key) is None}
    found = [*settled, *_missed(doc, unknown, taken)]
    return sorted(found, key=lambda one: one.match.start_token)


def _short_names(named: Iterable[WeaponSystem]) -> dict[str, ShortName]:
    """Those of the systems, by spelling; not those that two of them share."""
    found: dict[str, ShortName] = {}
    shared: set[str] = set()
    for system in named:
        for full in system.names:
            for name, is_own in _parts(full):
                key = spelling(name)
                if key in found and found[key].system is not system:
                    shared.add(key)
                elif key not in found or is_own:
                    found[key] = ShortName(system, is_own)
    return {key: one for key, one in found.items() if key not in shared}


def _parts(full: str) -> Iterator[tuple[str, bool]]:
    """P-8 and Poseidon of P-8 Poseidon, Challenger of Challenger 3; nothing of Sea Tiger or HMS Somerset."""
    words = full.split()
    if words[0] in SHIP_PREFIXES:
        return
    first = 0
    while first < len(words) and _is_designation(words[first]):
        first += 1
    last = len(words)
    while last > first and _is_designation(words[last - 1]):
        last -= 1
    if first == last or (first == 0 and last == len(words)):
        return
    if first:
        yield " ".join(words[:first]), True
        yield " ".join(words[first:]), True
    yield " ".join(words[first:last]), first > 0


def _is_designation(word: str) -> bool:
    return any(map(str.isdigit, word)) or word.isupper() or ROMAN.fullmatch(word) is not None


def _settled(
    candidate: Candidate, short: Mapping[str, ShortName], contested: Collection[str], catalogue: Catalogue
) -> Candidate:
    known = _short_for(candidate.key, short)
    own = catalogue.by_id(candidate.match.weapon_id or "")
    is_other = known is not None and own is not None and known.system is not own
    if known is None or own is None or not is_other or candidate.key in contested:
        return candidate
    if not (known.is_own or _is_rather(known.system, own, candidate.key)):
        return candidate
    match = replace(candidate.match, weapon_id=known.system.id, name=known.system.name)
    return replace(candidate, match=match, place=replace(candidate.place, noun=known.system.head))


def _short_for(key: str, short: Mapping[str, ShortName]) -> ShortName | None:
    """What the name is short for; Leoparden, an alias by itself, as Leopard is."""
    forms = (key, *(key.removesuffix(ending) for ending in PLURAL_ENDINGS if key.endswith(ending)))
    return next((short[form] for form in forms if form in short), None)


def _is_rather(system: WeaponSystem, own: WeaponSystem, key: str) -> bool:
    """Whether a name whose figures are left out means `system`, not the one whose name it is in general.

    A Challenger does in an article on the Challenger 3; a Taurus not in one on the Taurus Neo.
    """
    is_alias = spelling(own.name) != key
    return is_alias or (system.category not in {own.category, PART_OF_SYSTEM})


def _is_told_apart(doc: Doc, candidate: Candidate, rival: WeaponSystem, classes: WeaponClasses) -> bool:
    """Whether a word beside the name is what its own system is, and not what the rival is."""
    match = candidate.match
    around = range(max(0, match.start_token - 1 - BESIDE), min(len(doc), match.end_token + 1))
    words = [doc[at].text for at in around if at not in match.tokens]
    if match.form is MentionForm.PART:
        words.append(doc[match.end_token - 1].text.translate(HYPHENS).rpartition("-")[2])
    lemmas = [lemma for word in words if word[:1].isupper() and (lemma := classes.lemma(word)) is not None]
    own = candidate.place.noun
    return any(lemma.endswith(own) and not lemma.endswith(rival.head) for lemma in lemmas)


def _missed(doc: Doc, short: Mapping[str, ShortName], taken: Collection[int]) -> Iterator[Candidate]:
    """Names that no catalogue has by themselves: Raptors, of the F-22 Raptor; they need evidence."""
    beginnings = {key[:SHORTEST_NAME] for key in short if len(key) >= SHORTEST_NAME}
    if not beginnings:
        return
    for token in doc:
        if token.i in taken or token.text[:SHORTEST_NAME].casefold() not in beginnings:
            continue
        for end in range(min(token.i + LONGEST_NAME, len(doc)), token.i, -1):
            found = _missed_at(doc, token.i, end, short)
            if found is not None and not any(at in taken for at in found.match.tokens):
                yield found
                break


def _missed_at(doc: Doc, start: int, end: int, short: Mapping[str, ShortName]) -> Candidate | None:
    text = doc[start:end].text.translate(HYPHENS)
    beginning, hyphen, rest = text.partition("-")
    forms = [(text, MentionForm.NAME), (text.removesuffix("s"), MentionForm.NAME)]
    if hyphen and rest[:1].isupper() and end == start + 1:
        forms.append((beginning, MentionForm.PART))
    for form_text, form in forms:
        known = short.get(spelling(form_text))
        is_name = form_text[:1].isupper() and len(form_text) >= SHORTEST_NAME and "\n" not in text
        if known is not None and is_name and form_text.replace(" ", "").isalpha():
            system = known.system
            match = WeaponMatch(start, end, form, False, system.id, system.name, SURE)  # noqa: FBT003
            is_plural = form_text != text and form is MentionForm.NAME
            place = Place(start, end, needs_noun=False, noun=system.head, is_plural=is_plural, is_short=True)
            return Candidate(match, place, needs_evidence=True, key=spelling(form_text))
    return None
