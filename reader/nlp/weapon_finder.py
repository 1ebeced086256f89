"""Finds weapon systems by the catalogue, and generic words for weapons by a lexicon.

Names match inflected (Leoparden), in compounds (Leopard-2-Panzern) and with variants (T-72B3). A name
that is something else, too (Tornado), counts only with evidence: see `weapon_evidence.py`.
"""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.knowledge.catalogue import HYPHENS, Catalogue, KnownName
from reader.nlp.findings import Finding
from reader.nlp.weapon_classes import WeaponClasses
from reader.nlp.weapon_evidence import Surroundings
from reader.nlp.weapon_naming import Naming, naming_in
from reader.nlp.weapon_neighbours import Neighbours, Place, sentence_around
from reader.nlp.weapon_odds import LEAST_SURE, WeaponOdds
from reader.nlp.weapon_phrases import WeaponPhrases
from reader.nlp.weapon_senses import teams_in
from reader.nlp.weapon_ships import SHIP_CLASS, ships_in

LONGEST_NAME = 6  # tokens
SURE, WITH_EVIDENCE, CLASS_WORD = 0.98, 0.9, 0.9
TRUSTED = 0.95  # confidence of the tagger that is proof enough
LONGEST_LIST = 8  # names in a row, of which the first or last is sure
MARKS_WITHIN = str.maketrans("", "", '„“”"»«‚‘’›‹')
WORD = re.compile(r"[^\W\d_]")
# Behind a system its standard or version: Rafale F5, Puma S1, Fuchs 1A8. By itself F5 may be another's name.
VERSION = re.compile(r"[A-Z]\d{1,2}[A-Z]?|\dA\d[A-Z]{0,2}\d?")
NO_PHRASES = WeaponPhrases()
BALLISTIC = ("ballistisch", "hypersonisch")  # adjectives that belong to the class word behind them


@dataclass(frozen=True, slots=True)
class WeaponMatch:
    """Tokens from `start_token` up to `end_token` that name a weapon; `name` is canonical."""

    start_token: int
    end_token: int
    form: MentionForm
    is_generic: bool
    weapon_id: str | None
    name: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name of the catalogue that may or may not mean the weapon here."""

    match: WeaponMatch
    needs_evidence: bool
    needs_noun: bool
    noun: str
    has_version: bool = False
    is_plural: bool = False
    is_seldom_other: bool = False
    needs_article: bool = False

    @property
    def place(self) -> Place:
        match = self.match
        return Place(
            match.start_token,
            match.end_token,
            self.needs_noun,
            noun=self.noun,
            has_version=self.has_version,
            is_plural=self.is_plural,
            is_seldom_other=self.is_seldom_other,
            needs_article=self.needs_article,
        )


@dataclass(frozen=True, slots=True)
class FoundWeapons:
    """Named systems and weapon classes in reading order, without overlaps.

    `denied` are the tokens of names and words that look like weapons and are none here; `never` those of
    them that are none anywhere (Panzergrenadiere), however sure the tagger is. Below `least_sure` a named
    weapon that only the tagger knows is a guess: Ford Taurus, Žeimena, Toaster.
    """

    matches: tuple[WeaponMatch, ...]
    denied: frozenset[int]
    never: frozenset[int] = frozenset()
    least_sure: float = LEAST_SURE


def find_weapons(
    doc: Doc,
    catalogue: Catalogue,
    classes: WeaponClasses,
    tagged: Iterable[Finding] = (),
    *,
    phrases: WeaponPhrases = NO_PHRASES,
) -> FoundWeapons:
    """What the catalogue and the lexicons know. `tagged`, the tagger's word, weighs with ambiguous names."""
    candidates = _names(doc, catalogue, classes)
    ships = list(_ships(doc))
    taken = {i for candidate in candidates for i in _tokens(candidate.match)}
    generic, unarmed, never = _class_words(doc, classes, taken=taken)
    named_phrases, other_phrases = _phrases(doc, phrases, classes, named=taken)
    generic = [match for match in generic if match.start_token not in other_phrases]
    spoken = {i for match in named_phrases for i in _tokens(match)}
    generic = [*named_phrases, *(match for match in generic if not spoken & set(_tokens(match)))]
    unarmed |= other_phrases
    naming = naming_in(doc, {i for match in generic for i in _tokens(match)})
    candidates = [one for one in candidates if naming.numbers.isdisjoint(_tokens(one.match))]
    never |= naming.numbers | naming.others
    told = {i for name in (*naming.named, *naming.possible) for i in name}
    sure = [one.match for one in candidates if not one.needs_evidence or one.match.start_token in told]
    known_as = {match.start_token for match in sure}
    doubtful = [one for one in candidates if one.match.start_token not in known_as | naming.others]
    sure += _named_so(doc, naming, known_as)
    odds = WeaponOdds.of(doc, classes, {match.start_token for match in (*sure, *ships, *generic)})
    proven, denied, surely_none = _weighed(
        doc, classes, doubtful, sure=[*sure, *ships], generic=generic, tagged=tagged, odds=odds
    )
    if odds is not None:
        never |= denied if odds.are_peaceful else denied & surely_none
    least_sure = odds.least_sure if odds is not None else LEAST_SURE
    known = {i for match in (*sure, *proven) for i in _tokens(match)}
    found = [*sure, *proven, *(ship for ship in ships if not known & set(_tokens(ship)))]
    named = {i for match in found for i in _tokens(match)}
    found += [match for match in generic if not named & set(_tokens(match))]
    ordered = sorted(found, key=lambda match: match.start_token)
    return FoundWeapons(tuple(ordered), frozenset(denied | unarmed | never), frozenset(never), least_sure)


def _weighed(
    doc: Doc,
    classes: WeaponClasses,
    doubtful: list[Candidate],
    *,
    sure: list[WeaponMatch],
    generic: list[WeaponMatch],
    tagged: Iterable[Finding],
    odds: WeaponOdds | None,
) -> tuple[list[WeaponMatch], set[int], set[int]]:
    """Which ambiguous names mean weapons, the tokens of those that do not, and where the sentence says so."""
    names = [finding for finding in tagged if not finding.is_generic]
    at_token = {at: finding for finding in names for at in range(finding.start, finding.end)}
    trusted = {
        finding.start
        for finding in names
        if finding.kind is EntityKind.WEAPON and finding.confidence >= TRUSTED
    }
    named = {i for match in sure for i in _tokens(match)}
    class_words = {i for match in generic for i in _tokens(match)}
    open_names = {i for candidate in doubtful for i in _tokens(candidate.match)}
    teams = teams_in(doc, (_tokens(candidate.match) for candidate in doubtful), at_token)
    near = Neighbours(doc, named, class_words, open_names)
    surroundings = Surroundings(near, classes, at_token, trusted, teams, odds)
    civilian = {
        candidate.match.weapon_id for candidate in doubtful if surroundings.is_civilian(candidate.place)
    }
    proven: list[Candidate] = []
    waiting = doubtful
    for _ in range(LONGEST_LIST):  # a proven name proves its neighbour in a list
        found = {
            candidate: surroundings.prove(
                candidate.place, is_played_with=candidate.match.weapon_id in civilian
            )
            for candidate in waiting
        }
        new = [candidate for candidate, is_proven in found.items() if is_proven]
        if not new:
            break
        proven += new
        waiting = [candidate for candidate, is_proven in found.items() if not is_proven]
        named.update(i for candidate in new for i in _tokens(candidate.match))
    # An article that plays with both senses gives no proof beyond the sentence.
    ids = {match.weapon_id for match in (*sure, *(candidate.match for candidate in proven))} - civilian
    proven += [
        candidate
        for candidate in waiting
        if candidate.match.weapon_id in ids and surroundings.fits(candidate.place)
    ]
    proven_ids = {candidate.match for candidate in proven}
    denied = {
        i
        for candidate in waiting
        if candidate.match not in proven_ids and (odds is not None or candidate.match.weapon_id in civilian)
        for i in _tokens(candidate.match)
    }
    surely_none = {
        i for candidate in waiting if surroundings.rule_out(candidate.place) for i in _tokens(candidate.match)
    }
    return [replace(candidate.match, confidence=WITH_EVIDENCE) for candidate in proven], denied, surely_none


def _names(doc: Doc, catalogue: Catalogue, classes: WeaponClasses) -> list[Candidate]:
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
    if not (text[0].isupper() or text[0].isdigit()) or not catalogue.may_begin(text):
        return None
    for end in range(min(start + LONGEST_NAME, len(doc)), start, -1):
        span = doc[start:end]
        if "\n" in span.text or (end - start > 1 and not _is_name_part(doc[end - 1].text)):
            continue
        if known := catalogue.look_up(span.text):
            is_class = span.text.casefold().rpartition("-")[-1] in SHIP_CLASS
            form = MentionForm.PART if is_class else MentionForm.NAME
            candidate = _candidate(_with_version(doc, _named(start, end, known, form)), known, end)
            is_plural = span.text.casefold() == known.written.casefold() + "s"
            return replace(candidate, is_plural=is_plural)
        last = doc[end - 1].text.translate(HYPHENS)
        if "-" in last and (compound := _compound(span.text, catalogue)):
            known, rest = compound
            is_doubtful = known.is_ambiguous and not classes.is_companion(rest)
            candidate = _candidate(_named(start, end, known, MentionForm.PART), known, end)
            return replace(candidate, needs_evidence=is_doubtful)
    return None


def _candidate(match: WeaponMatch, known: KnownName, end_of_name: int) -> Candidate:
    noun = known.system.noun.split()[-1].casefold()
    has_version = match.end_token > end_of_name
    return Candidate(
        match,
        known.is_ambiguous,
        known.needs_noun,
        noun,
        has_version,
        is_seldom_other=known.is_seldom_other,
        needs_article=known.needs_article,
    )


def _with_version(doc: Doc, match: WeaponMatch) -> WeaponMatch:
    end = match.end_token
    if end < len(doc) and doc[end - 1].whitespace_ and VERSION.fullmatch(doc[end].text):
        return replace(match, end_token=end + 1)
    return match


def _is_name_part(text: str) -> bool:
    """Whether a name can end so: Leopard 2A6, but not "gibt den Leopard 2A6 ab"."""
    return text[0].isupper() or text[0].isdigit()


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


def _named(start: int, end: int, known: KnownName, form: MentionForm) -> WeaponMatch:
    return WeaponMatch(start, end, form, False, known.system.id, known.system.name, SURE)  # noqa: FBT003


def _class_words(
    doc: Doc, classes: WeaponClasses, *, taken: set[int]
) -> tuple[list[WeaponMatch], set[int], set[int]]:
    """Weapon classes, the tokens of such words that mean none here, and of those that never do."""
    found = []
    unarmed = set()
    never = set()
    lemmas: dict[str, str | None] = {}  # a word is looked at once an article
    for token in doc:
        text = token.text
        if token.i in taken or not text[0].isupper() or not WORD.match(text):
            continue
        if text not in lemmas:
            lemmas[text] = classes.lemma(text)
        lemma = lemmas[text]
        if lemma is None:
            if classes.is_none(text):
                never.add(token.i)
            continue
        if classes.is_put_to_civilian_use(lemma, _sentence_words(doc, token.i)):
            unarmed.add(token.i)
            continue
        name = lemma[0].upper() + lemma[1:]
        start = token.i - 1 if token.i and doc[token.i - 1].text.startswith(BALLISTIC) else token.i
        found.append(WeaponMatch(start, token.i + 1, MentionForm.NAME, True, None, name, CLASS_WORD))  # noqa: FBT003
    return found, unarmed, never


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
        WeaponMatch(ship.start, ship.end, ship.form, False, None, ship.name, WITH_EVIDENCE)  # noqa: FBT003
        for ship in ships_in(doc)
    ]


def _tokens(match: WeaponMatch) -> range:
    return range(match.start_token, match.end_token)
