"""Finds weapon systems by the catalogue, and generic words for weapons by a lexicon.

A name that is something else, too (Tornado), counts only with evidence: see `weapon_evidence.py`.
"""

import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.knowledge.catalogue import Catalogue
from reader.nlp.findings import Finding
from reader.nlp.weapon_candidates import MARKS_WITHIN, Candidate, WeaponMatch, names_in
from reader.nlp.weapon_classes import WeaponClasses
from reader.nlp.weapon_evidence import Surroundings
from reader.nlp.weapon_naming import Naming, naming_in
from reader.nlp.weapon_neighbours import Neighbours, sentence_around
from reader.nlp.weapon_odds import LEAST_SURE, WeaponOdds
from reader.nlp.weapon_phrases import WeaponPhrases
from reader.nlp.weapon_senses import people_in, teams_in
from reader.nlp.weapon_ships import NAVAL, again_in, ships_in
from reader.nlp.weapon_short_names import with_short_names

WITH_EVIDENCE, CLASS_WORD = 0.9, 0.9
TRUSTED = 0.95  # confidence of the tagger that is proof enough
LIKELY_SHIP = 0.1  # share of the encoder's weapon tags for the last word of a ship's name
LONGEST_LIST = 8  # names in a row, of which the first or last is sure
WORD = re.compile(r"[^\W\d_]")
NO_PHRASES = WeaponPhrases()
BALLISTIC = ("ballistisch", "hypersonisch")  # adjectives that belong to the class word behind them


@dataclass(frozen=True, slots=True)
class FoundWeapons:
    """Named systems and weapon classes in reading order, without overlaps.

    `denied` are the tokens of names and words that look like weapons and are none here; `never` those of
    them that are none anywhere (Panzergrenadiere), however sure the tagger is. Below `least_sure` a named
    weapon that only the tagger knows is a guess: Ford Taurus, Žeimena, Toaster. `people` are the tokens of
    each person called as a weapon.
    """

    matches: tuple[WeaponMatch, ...]
    denied: frozenset[int]
    never: frozenset[int] = frozenset()
    least_sure: float = LEAST_SURE
    people: tuple[range, ...] = ()


def find_weapons(
    doc: Doc,
    catalogue: Catalogue,
    classes: WeaponClasses,
    tagged: Collection[Finding] = (),
    *,
    phrases: WeaponPhrases = NO_PHRASES,
) -> FoundWeapons:
    """What the catalogue and the lexicons know. `tagged`, the tagger's word, weighs with ambiguous names."""
    candidates = with_short_names(doc, names_in(doc, catalogue, classes), catalogue, classes)
    ships = list(_ships(doc))
    taken = {i for candidate in candidates for i in candidate.match.tokens}
    generic, unarmed, never = _class_words(doc, classes, taken=taken)
    named_phrases, other_phrases = _phrases(doc, phrases, classes, named=taken)
    generic = [match for match in generic if match.start_token not in other_phrases]
    spoken = {i for match in named_phrases for i in match.tokens}
    generic = [*named_phrases, *(match for match in generic if not spoken & set(match.tokens))]
    unarmed |= other_phrases
    near = Neighbours(doc, (), {i for match in generic for i in match.tokens})
    naming = naming_in(doc, near.generic)
    candidates = [one for one in candidates if naming.numbers.isdisjoint(one.match.tokens)]
    at_token = _by_token(tagged)
    people = tuple(people_in(near, (one.place for one in candidates), at_token, classes))
    of_people = {i for person in people for i in person}
    candidates = [one for one in candidates if one.match.start_token not in of_people]
    never |= naming.numbers | naming.others | of_people
    told = {i for name in (*naming.named, *naming.possible) for i in name}
    sure = [one.match for one in candidates if not one.needs_evidence or one.match.start_token in told]
    known_as = {match.start_token for match in sure}
    doubtful = [one for one in candidates if one.match.start_token not in known_as | naming.others]
    sure += _named_so(doc, naming, known_as)
    arms = {match.start_token for match in (*sure, *ships, *generic)}
    odds = WeaponOdds.of(
        doc, classes, arms, [(range(one.place.start, one.place.end), one.match.weapon_id) for one in doubtful]
    )
    proven, denied, surely_none = _weighed(
        doc,
        classes,
        doubtful,
        sure=[*sure, *ships],
        generic=generic,
        tagged=at_token,
        odds=odds,
        nations=phrases.nations,
    )
    if odds is not None:
        never |= denied if odds.are_peaceful else denied & surely_none
    least_sure = odds.least_sure if odds is not None else LEAST_SURE
    known = {i for match in (*sure, *proven) for i in match.tokens}
    found = [*sure, *proven, *(ship for ship in ships if not known & set(ship.tokens))]
    found += _ships_again(doc, catalogue, found, odds)
    named = {i for match in found for i in match.tokens}
    found += [match for match in generic if not named & set(match.tokens)]
    ordered = sorted(found, key=lambda match: match.start_token)
    not_here = frozenset(denied | unarmed | never)
    return FoundWeapons(tuple(ordered), not_here, frozenset(never), least_sure, people)


def _weighed(
    doc: Doc,
    classes: WeaponClasses,
    doubtful: list[Candidate],
    *,
    sure: list[WeaponMatch],
    generic: list[WeaponMatch],
    tagged: Mapping[int, Finding],
    odds: WeaponOdds | None,
    nations: Collection[str] = (),
) -> tuple[list[WeaponMatch], set[int], set[int]]:
    """Which ambiguous names mean weapons, the tokens of those that do not, and where the sentence says so."""
    trusted = {
        finding.start
        for finding in tagged.values()
        if finding.kind is EntityKind.WEAPON and finding.confidence >= TRUSTED
    }
    named = {i for match in sure for i in match.tokens}
    class_words = {i for match in generic for i in match.tokens}
    open_names = {i for candidate in doubtful for i in candidate.match.tokens}
    teams = teams_in(doc, (candidate.match.tokens for candidate in doubtful), tagged, nations)
    near = Neighbours(doc, named, class_words, open_names)
    surroundings = Surroundings(near, classes, tagged, trusted, teams, odds, nations)
    civilian = {
        candidate.match.weapon_id for candidate in doubtful if surroundings.is_civilian(candidate.place)
    }
    civilian |= _written_small(doc, doubtful)
    proven: list[Candidate] = []
    waiting = doubtful
    ids = {match.weapon_id for match in sure}
    for _ in range(LONGEST_LIST):  # a proven name proves its neighbour in a list
        found = {
            candidate: surroundings.prove(
                candidate.place,
                is_played_with=candidate.match.weapon_id in civilian,
                is_named=candidate.match.weapon_id in ids,
            )
            for candidate in waiting
        }
        new = [candidate for candidate, is_proven in found.items() if is_proven]
        if not new:
            break
        proven += new
        waiting = [candidate for candidate, is_proven in found.items() if not is_proven]
        named.update(i for candidate in new for i in candidate.match.tokens)
        ids.update(candidate.match.weapon_id for candidate in new)
    # An article that plays with both senses gives no proof beyond the sentence.
    certain = ids - civilian
    proven += [
        candidate
        for candidate in waiting
        if candidate.match.weapon_id in certain and surroundings.fits(candidate.place)
    ]
    proven_ids = {candidate.match for candidate in proven}
    denied = {
        i
        for candidate in waiting
        if candidate.match not in proven_ids and (odds is not None or candidate.match.weapon_id in civilian)
        for i in candidate.match.tokens
    }
    other_only = civilian - ids  # the article speaks of the animals alone
    surely_none = {
        i
        for candidate in waiting
        if candidate.match.weapon_id in other_only or surroundings.rule_out(candidate.place)
        for i in candidate.match.tokens
    }
    return [replace(candidate.match, confidence=WITH_EVIDENCE) for candidate in proven], denied, surely_none


def _written_small(doc: Doc, doubtful: Collection[Candidate]) -> set[str | None]:
    """Those whose names the article also writes as plain words: a leopard."""
    names = {doc[one.match.start_token].text.casefold() for one in doubtful if len(one.match.tokens) == 1}
    small = names and {token.text for token in doc if token.text in names}
    return {one.match.weapon_id for one in doubtful if doc[one.match.start_token].text.casefold() in small}


def _ships_again(
    doc: Doc, catalogue: Catalogue, found: list[WeaponMatch], odds: WeaponOdds | None
) -> Iterator[WeaponMatch]:
    """Where the ships among `found` are named by their last words only."""
    names = {
        doc[match.start_token : match.end_token].text.translate(MARKS_WITHIN): match
        for match in found
        if match.form is MentionForm.NAME and _is_ship(match, catalogue)
    }
    if not names:
        return
    shown = {name: match.name for name, match in names.items()}
    ids = {match.name: match.weapon_id for match in names.values()}
    taken = {i for match in found for i in match.tokens}

    def is_likely(tokens: range) -> bool:
        return odds is not None and odds.share(tokens) >= LIKELY_SHIP

    for ship in again_in(doc, shown, taken, is_likely):
        yield WeaponMatch(ship.start, ship.end, ship.form, False, ids[ship.name], ship.name, WITH_EVIDENCE)  # noqa: FBT003


def _is_ship(match: WeaponMatch, catalogue: Catalogue) -> bool:
    if match.weapon_id is None:
        return match.is_ship
    system = catalogue.by_id(match.weapon_id)
    return system is not None and system.category in NAVAL


def _by_token(tagged: Iterable[Finding]) -> dict[int, Finding]:
    """The names, no words for classes, at each of their tokens."""
    names = (finding for finding in tagged if not finding.is_generic)
    return {at: finding for finding in names for at in range(finding.start, finding.end)}


def _class_words(
    doc: Doc, classes: WeaponClasses, *, taken: set[int]
) -> tuple[list[WeaponMatch], set[int], set[int]]:
    """Weapon classes, the tokens of such words that mean none here, and of those that never do."""
    found = []
    unarmed = set()
    never = set()
    known: dict[str, tuple[str | None, bool]] = {}  # a word is looked at once an article
    for token in doc:
        text = token.text
        if token.i in taken or not text[0].isupper() or not WORD.match(text):
            continue
        if text not in known:
            lemma = classes.lemma(text)
            known[text] = lemma, lemma is None and (classes.is_none(text) or classes.is_begun_by_class(text))
        lemma, is_never = known[text]
        if is_never:
            never.add(token.i)
        if lemma is None:
            continue
        if classes.is_put_to_civilian_use(lemma, _sentence_words(doc, token.i)):
            unarmed.add(token.i)
            continue
        name = _capitalised(lemma, text)
        start = token.i - 1 if token.i and doc[token.i - 1].text.startswith(BALLISTIC) else token.i
        found.append(WeaponMatch(start, token.i + 1, MentionForm.NAME, True, None, name, CLASS_WORD))  # noqa: FBT003
    return found, unarmed, never


def _capitalised(lemma: str, printed: str) -> str:
    """The word in the singular with the capitals of the text: U-Boot."""
    parts, given = lemma.split("-"), printed.split("-")
    capitals = [one[:1].isupper() for one in given] if len(parts) == len(given) else []
    capitals = capitals or [True] + [False] * (len(parts) - 1)
    return "-".join(
        part[:1].upper() + part[1:] if is_capital else part
        for part, is_capital in zip(parts, capitals, strict=True)
    )


def _phrases(
    doc: Doc, phrases: WeaponPhrases, classes: WeaponClasses, *, named: set[int]
) -> tuple[list[WeaponMatch], set[int]]:
    """Weapon classes of several words, and the tokens of such words that mean none here."""
    if not phrases.heads:
        return [], set()
    found = []
    others: set[int] = set()
    starts = [token.i for token in doc if token.i == 0 or token.is_sent_start or "\n" in token.text]
    for start, end in pairwise((*starts, len(doc))):
        words = [token.text for token in doc[start:end]]
        systems = named.intersection(range(start, end))
        is_military = bool(systems) or classes.military.meet(word.casefold() for word in words)
        for one in phrases.in_sentence(words, start, named=systems, is_military=is_military):
            if one.is_none:
                others.update(range(one.start, one.end))
            elif named.isdisjoint(range(one.start, one.end)):
                found.append(
                    WeaponMatch(one.start, one.end, MentionForm.NAME, True, None, one.name, CLASS_WORD)  # noqa: FBT003
                )
    return found, others


def _sentence_words(doc: Doc, place: int) -> list[str]:
    return [doc[at].text.casefold() for at in sentence_around(doc, place, place + 1)]


def _named_so(doc: Doc, naming: Naming, known: Container[int]) -> Iterator[WeaponMatch]:
    """Weapons that no catalogue has, by what the article says of their names."""
    for name in dict.fromkeys(naming.named):
        if not any(at in known for at in name):
            text = doc[name.start : name.stop].text.translate(MARKS_WITHIN)
            yield WeaponMatch(name.start, name.stop, MentionForm.NAME, False, None, text, WITH_EVIDENCE)  # noqa: FBT003


def _ships(doc: Doc) -> list[WeaponMatch]:
    return [
        WeaponMatch(ship.start, ship.end, ship.form, False, None, ship.name, WITH_EVIDENCE, is_ship=True)  # noqa: FBT003
        for ship in ships_in(doc)
    ]
