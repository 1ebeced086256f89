"""Makes the names of one article agree, with each other and with what is known beforehand.

The tagger sees a few words at a time. A surname that it missed or took for a place is put right by
the full name that stands elsewhere in the article; a capital that it took for a person, by the gazetteer.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.knowledge.gazetteer import INHABITANTS_BEHIND_ARTICLE, Gazetteer
from reader.nlp.article_names import ArticleNames
from reader.nlp.body_names import is_title, with_bodies
from reader.nlp.compatriots import with_compatriots
from reader.nlp.derived_words import as_from_town, comes_from_known_place
from reader.nlp.english_firms import with_english_bodies
from reader.nlp.english_origins import EnglishOrigins
from reader.nlp.findings import Finding
from reader.nlp.forms_of_state import FormsOfState
from reader.nlp.inhabitant_finder import missed_inhabitants
from reader.nlp.name_borders import KnownBorders
from reader.nlp.name_forms import without_possessive
from reader.nlp.name_index import DETERMINERS, KINDS, KnownName, NameIndex, Words, forms_of
from reader.nlp.name_votes import owners_among, short_for_firms, votes_of, winner, with_genitives
from reader.nlp.named_people import (
    SHORTEST_NAME,
    NamedPeople,
    family_name_first,
    is_compound_of,
    named_people,
    plain,
    spelling,
    with_own_particles,
    words_of,
)
from reader.nlp.party_words import is_swiss_office
from reader.nlp.person_borders import (
    NAMED_KINDS,
    is_settleable,
    with_initials,
    with_known_people,
    with_missed,
    with_particles,
    with_spelt_surnames,
    without_owned,
    without_shouting,
)
from reader.nlp.person_kinds import (
    NO_NAME_BESIDE_ARTICLE,
    are_several,
    as_bearer,
    as_called,
    as_shop,
    as_vehicle,
    may_have_article,
)
from reader.nlp.person_names import GivenNames
from reader.nlp.state_bodies import missed_bodies
from reader.nlp.tag_heads import NAMES
from reader.nlp.text_tags import Shares, shares_of
from reader.nlp.weapon_consistency import WeaponConsistency

COMPANY = "company"
SEEN_OFTEN = 2  # times a single word must be found before it is looked for again
CONFIDENCE = 0.8  # of a name that only its other mentions or a list give away
SURE = 0.95  # share from which on the tagger's word, of a name or of no name, outweighs a list
RATHER_NO_NAME = 0.5  # share from which on a word is not taken for what somebody may be called, too
SURE_OF_NO_SURNAME = 0.99  # the same where somebody with this surname is in the article
BEFORE_PLACES = frozenset(
    {"in", "nach", "aus", "bei", "bis", "um", "ab", "über", "nahe", "richtung", "stadt"}
)
INITIAL = re.compile(r"[A-ZÄÖÜ]\.")  # of a surname that is not told: Robert K.
POSSESSIVES = frozenset({"'s", "’s"})
SHORTEST_TRANSLITERATED = 6  # letters from which on another spelling is no other name by chance


class NameConsistency:
    """Settles the kinds of names and finds those that were missed; knows the gazetteer."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        not_names: frozenset[str],
        given_names: GivenNames | None = None,
        people: Iterable[Words] = (),
    ) -> None:
        """`people` are the full names of those who are known."""
        self._gazetteer = gazetteer
        self._english = frozenset(gazetteer.derived_english.values())  # names of countries
        self._not_names = not_names
        self._given_names = given_names or GivenNames()
        self._people = NameIndex({words: KnownName(EntityKind.PERSON) for words in people})
        self._borders = KnownBorders(gazetteer)
        self._article_names = ArticleNames(gazetteer)
        self._forms_of_state = FormsOfState(gazetteer)
        self._weapons = WeaponConsistency(gazetteer)
        self._certain = NameIndex(
            {words: KnownName(KINDS[kind]) for words, kind in gazetteer.certain.items()}
        )
        self._origins = EnglishOrigins(gazetteer, self._certain)

    def consistent(self, doc: Doc, findings: Sequence[Finding]) -> list[Finding]:
        """The findings with settled kinds, and with the mentions that were missed."""
        texts = [token.text for token in doc]
        shares = shares_of(doc, NAMES)
        known = with_known_people(texts, findings, self._people)
        bordered = with_bodies(texts, self._borders.put_right(doc, known))
        alike = self._weapons.settled(doc, with_english_bodies(doc, texts, bordered, self._gazetteer))
        initialled = with_initials(doc, with_particles(doc, without_shouting(doc, alike)))
        with_people = with_compatriots(texts, shares, initialled, self._gazetteer, self._not_names)
        whole = as_called(texts, self._article_names.put_right(doc, with_people))
        shops = [as_vehicle(texts, as_shop(texts, one)) for one in self._forms_of_state.apart(texts, whole)]
        settled = with_particles(doc, self._settled(doc, texts, without_owned(doc, shops)))
        names = NameIndex(self._known_names(doc, settled))
        people = named_people(doc, settled)
        settled = [
            as_shop(texts, as_bearer(texts, finding, people))
            for finding in with_spelt_surnames(doc, settled, people, self._given_names)
            if not are_several(texts, finding, people, self._given_names)
        ]
        settled = [self._of_owner(doc, finding, names) or finding for finding in settled]
        settled = [self._origins.as_derived(finding, words_of(doc, finding)) for finding in settled]
        settled = [as_from_town(finding, words_of(doc, finding), self._gazetteer) for finding in settled]
        taken = {place for finding in settled for place in range(finding.start, finding.end)}
        missed = self._missed(texts, shares, names, taken, people)
        found = with_bodies(texts, with_missed(texts, settled, missed))
        found = [*found, *missed_inhabitants(texts, shares, found, self._gazetteer)]
        return [*found, *missed_bodies(doc, found, self._gazetteer)]

    def _settled(self, doc: Doc, texts: Sequence[str], findings: Sequence[Finding]) -> list[Finding]:
        votes = with_genitives(votes_of(doc, findings), self._certain)
        people = named_people(doc, findings)
        firms = short_for_firms(doc, findings)
        owners = frozenset(owners_among(doc, findings, people.surnames, self._certain))
        settled = []
        for finding in findings:
            kind = finding.kind
            if _is_unknown_weapon(finding) and self._is_of_person(people, words_of(doc, finding)):
                kind = EntityKind.PERSON
            elif _is_unknown_weapon(finding) and self._is_short_for_firm(words_of(doc, finding), firms):
                kind = EntityKind.ORGANIZATION
            if is_settleable(finding):
                words = words_of(doc, finding)
                is_owner = self._is_owner(texts, finding, words, owners)
                is_surname = is_owner or (
                    self._is_of_person(people, words) and not _is_place(texts, finding.start)
                )
                kind = self._corrected(finding, words, votes[words], is_surname=is_surname, is_owner=is_owner)
                if is_surname and people.family_names & {*forms_of(plain(words))}:
                    kind = EntityKind.PERSON  # no firm is called after those
                if not is_surname and kind is EntityKind.PERSON and self._is_short_for_firm(words, firms):
                    kind = EntityKind.ORGANIZATION
                is_compound = is_compound_of(words, people.surnames - firms)
                if kind is not EntityKind.PERSON and is_compound:
                    settled.append(replace(finding, kind=EntityKind.PERSON, form=MentionForm.PART))
                    continue
            settled.append(finding if kind is finding.kind else replace(finding, kind=kind))
        return settled

    def _is_short_for_firm(self, words: Words, firms: frozenset[Words]) -> bool:
        """Whether nobody is known to be called so, but the firm may be: Lockheed, of Lockheed Martin."""
        short = words[:-1] if words[-1] in POSSESSIVES else words
        is_known = any(form[0] in self._gazetteer.surnames for form in forms_of(short[:1]))
        return not is_known and not firms.isdisjoint(forms_of(short))

    def _is_of_person(self, people: NamedPeople, words: Words) -> bool:
        """A surname of the article, the parts of a full name in another order, or a given name only that."""
        forms = {plain(form) for form in forms_of(words)}
        if forms & people.surnames or (len(words) > 1 and frozenset(plain(words)) in people.full):
            return True
        if self._is_known(words):
            return False
        if len(words) == 1 and len(words[0]) >= SHORTEST_TRANSLITERATED:
            spelt = {spelling(form[0]) for form in forms_of(words)}
            if spelt & people.transliterated:
                return True  # Selenskij beside Wolodymyr Selenskyj
        return bool(forms & (people.given | people.halves))

    def _is_owner(
        self, texts: Sequence[str], finding: Finding, words: Words, owners: Collection[Words]
    ) -> bool:
        """Whether somebody who owns something in the article is called so, unless it is surely a firm."""
        if not any(plain(form) in owners for form in forms_of(words)):
            return False
        behind = texts[finding.end] if finding.end < len(texts) else ""
        return behind[:1].isupper() or finding.confidence < SURE_OF_NO_SURNAME

    def _is_known(self, words: Words) -> bool:
        """Whether the gazetteer has the name: Florence and Paris are cities, too."""
        name = " ".join(words)
        return self._certain.name(words) is not None or any(
            look_up(name) for look_up in (self._gazetteer.place, self._gazetteer.city)
        )

    def _corrected(
        self,
        finding: Finding,
        words: Words,
        votes: Counter[EntityKind],
        *,
        is_surname: bool,
        is_owner: bool,
    ) -> EntityKind:
        """What the article and the gazetteer make of a name: Ottawa is a city, no person.

        A person of that name in the article, or an organisation called after a city, stays what it is.
        """
        known = self._certain.name(words) or self._in_another_case(words)
        is_listed = known is not None and known.kind is EntityKind.ORGANIZATION
        may_be_surname = is_surname and not (is_listed and len(words) > 1)
        if may_be_surname and (is_owner or not self._is_firm(finding, words, votes)):
            return EntityKind.PERSON
        if self._is_country(words):
            return EntityKind.PLACE
        kind = winner(votes, finding.kind)
        if kind is EntityKind.PLACE:
            kind = self._place_or_firm(" ".join(words))
        if known is None or (kind is EntityKind.PLACE and self._gazetteer.city(" ".join(words))):
            return kind
        return kind if _outweighs(kind, finding, votes, known.kind) else known.kind

    def _place_or_firm(self, name: str) -> EntityKind:
        """What the tagger took for a place: bei Diehl, auch MSC."""
        is_firm = self._gazetteer.city(name) is None and COMPANY in self._gazetteer.kinds_of_body(name)
        return EntityKind.ORGANIZATION if is_firm else EntityKind.PLACE

    def _in_another_case(self, words: Words) -> KnownName | None:
        """A known name of several words: des Roten Halbmonds."""
        kind = self._borders.kind_of(words) if len(words) > 1 else None
        return KnownName(KINDS[kind]) if kind is not None else None

    def _is_country(self, words: Words) -> bool:
        """Whether the name is a country's, in the English genitive, too: Jordan's F-16s."""
        if any(self._gazetteer.place(" ".join(form)) for form in forms_of(words)):
            return True
        name = " ".join(words)
        return name.endswith(("'s", "’s")) and without_possessive(name) in self._english

    def _is_firm(self, finding: Finding, words: Words, votes: Counter[EntityKind]) -> bool:
        """Whether a surname is an organisation of that name: found so often, surely, or on the list."""
        if finding.kind is not EntityKind.ORGANIZATION:
            return False
        is_often = votes[EntityKind.ORGANIZATION] > 1
        is_sure = finding.confidence >= SURE_OF_NO_SURNAME
        return is_often or is_sure or self._certain.name(words) is not None

    def _known_names(self, doc: Doc, findings: Iterable[Finding]) -> dict[Words, KnownName]:
        known: dict[Words, KnownName] = {}
        names = (finding for finding in findings if finding.form is MentionForm.NAME)
        seen = Counter((words_of(doc, finding), finding.kind) for finding in names)
        for (words, kind), count in seen.items():
            if kind is EntityKind.PERSON and len(words) > 1 and INITIAL.fullmatch(words[-1]):
                known[words[-1:]] = KnownName(kind, is_surname=True)
            if kind not in NAMED_KINDS or not self._can_be_looked_for(words):
                continue
            if len(words) > 1 or count >= SEEN_OFTEN:
                known.setdefault(words, KnownName(kind))
            if kind is EntityKind.PERSON and len(words) > 1 and self._can_be_looked_for(words[-1:]):
                known[words[-1:]] = KnownName(kind, is_surname=True)
                surname = with_own_particles(words)
                for first in {surname[0], surname[0].capitalize()}:
                    known.setdefault((first, *surname[1:]), KnownName(kind, is_surname=True))
                known.setdefault(words[1:], KnownName(kind, is_surname=True))  # Sáenz de Moya
            if kind is EntityKind.PERSON and (words_called := family_name_first(words)):
                known[words_called] = KnownName(kind, is_surname=True)
        return known

    def _can_be_looked_for(self, words: Words) -> bool:
        last = words[-1]
        is_long = len(last) >= SHORTEST_NAME and words[0][:1].isupper()
        return is_long and last.casefold() not in self._not_names

    def _missed(
        self,
        texts: Sequence[str],
        shares: Shares | None,
        names: NameIndex,
        taken: set[int],
        people: NamedPeople,
    ) -> Iterator[Finding]:
        place = 0
        while place < len(texts):
            found = None if place in taken else self._name_at(texts, place, names, taken)
            if found is not None and shares is not None:
                sure = SURE_OF_NO_SURNAME if found.kind is EntityKind.PERSON else SURE
                is_sure = shares[found.start : found.end, 0].min() >= sure
                is_clear = (
                    texts[place - 1 : place] == ["told"]
                    or self._is_only_surname(texts, found)
                    or self._is_woman_of_country(texts, found)
                )
                if is_sure and not is_clear:
                    found = None  # the encoder is sure that this is no name
            if found is None and place not in taken and self._may_be_called(texts, place, people, shares):
                found = Finding(place, place + 1, EntityKind.PERSON, confidence=CONFIDENCE)
            if found is not None:
                yield as_shop(texts, found)
            place = found.end if found is not None else place + 1

    def _is_only_surname(self, texts: Sequence[str], found: Finding) -> bool:
        """Whether it is a surname of the article that is no word, as the knowledge base knows: Bessents."""
        words = tuple(texts[found.start : found.end])
        is_bare = found.kind is EntityKind.PERSON and len(words) == 1
        return is_bare and any(form[0] in self._gazetteer.surnames for form in forms_of(words))

    def _is_woman_of_country(self, texts: Sequence[str], found: Finding) -> bool:
        """Whether it is a word that means nothing else: Polin, Irinnen."""
        word = texts[found.start]
        is_inhabitant = found.form is MentionForm.DERIVED and word in self._gazetteer.inhabitants
        return is_inhabitant and word.endswith(("in", "innen"))

    def _may_be_called(
        self, texts: Sequence[str], place: int, people: NamedPeople, shares: Shares | None
    ) -> bool:
        """Whether a word is rather a name than none and the article calls somebody so, more or less.

        By given name, half a double name, without marks or in another transliteration.
        """
        text = texts[place]
        if not text.istitle() or text.casefold() in self._not_names or shares is None:
            return False
        has_article = may_have_article(texts, place, self._given_names)
        no_name = NO_NAME_BESIDE_ARTICLE if has_article else RATHER_NO_NAME
        if shares[place, 0] >= no_name or self._is_known((text,)) or _is_place(texts, place):
            return False
        return self._is_of_person(people, (text,))

    def _name_at(self, texts: Sequence[str], place: int, names: NameIndex, taken: set[int]) -> Finding | None:
        found = names.name_at(texts, place, taken)
        certain = self._certain.name_at(texts, place, taken)
        if certain is not None and is_title(texts, certain):
            certain = None
        if found is None or (found.name.is_surname and certain is not None and _is_place(texts, place)):
            found = certain
        if found is not None:
            return Finding(found.start, found.end, found.name.kind, confidence=CONFIDENCE)
        return (
            self._origins.origin_at(texts, place, taken)
            or self._country_at(texts, place)
            or self._compound_at(texts[place], place, names)
        )

    def _of_owner(self, doc: Doc, finding: Finding, names: NameIndex) -> Finding | None:
        """The name that a weapon class is compounded with: Hisbollah-Raketen."""
        if not finding.is_generic or finding.end - finding.start > 1:
            return None
        return self._compound_at(doc[finding.start].text, finding.start, names)

    def _compound_at(self, text: str, place: int, names: NameIndex) -> Finding | None:
        """Merz-Regierung, NATO-Staaten, Ukraine-Krieg; Berlin-Mitte is a name of its own."""
        first, hyphen, rest = text.partition("-")
        if not hyphen or not rest[:1].isupper() or rest.isupper() or len(rest) < SHORTEST_NAME:
            return None
        known = names.name((first,)) or self._certain.name((first,))
        if known is None and is_swiss_office(text):
            return Finding(place, place + 1, EntityKind.ORGANIZATION, MentionForm.PART, confidence=CONFIDENCE)
        if self._gazetteer.place(first):
            return Finding(place, place + 1, EntityKind.PLACE, MentionForm.PART, confidence=CONFIDENCE)
        if known is None or known.kind is EntityKind.PLACE:
            return None
        return Finding(place, place + 1, known.kind, MentionForm.PART, confidence=CONFIDENCE)

    def _country_at(self, texts: Sequence[str], place: int) -> Finding | None:
        text, form = texts[place], MentionForm.NAME
        if text[:1].islower():
            is_adjective = text.rstrip("enrms").endswith(("isch", "deutsch"))
            is_known = is_adjective and comes_from_known_place(text, self._gazetteer)
            form = MentionForm.DERIVED
        else:
            is_known = any(self._gazetteer.place(known) for known in (text, text.removesuffix("s")))
            is_inhabitant = text in self._gazetteer.inhabitants or (
                text in INHABITANTS_BEHIND_ARTICLE and place and texts[place - 1].casefold() in DETERMINERS
            )
            if is_inhabitant and (not is_known or text in INHABITANTS_BEHIND_ARTICLE):
                is_known, form = True, MentionForm.DERIVED
        return Finding(place, place + 1, EntityKind.PLACE, form, confidence=CONFIDENCE) if is_known else None


def _outweighs(kind: EntityKind, finding: Finding, votes: Counter[EntityKind], listed: EntityKind) -> bool:
    """Whether the kind that the article makes of a name stands against the list.

    However sure the tagger is, nobody is called Xinhua, and no place Maersk.
    """
    is_body = listed is EntityKind.ORGANIZATION and kind in {EntityKind.PERSON, EntityKind.PLACE}
    if finding.confidence >= SURE and not is_body:
        return True
    is_person = votes[EntityKind.PERSON] > 1
    return listed is EntityKind.PLACE and (kind is EntityKind.ORGANIZATION or is_person)


def _is_place(texts: Sequence[str], place: int) -> bool:
    return place > 0 and texts[place - 1].casefold() in BEFORE_PLACES


def _is_unknown_weapon(finding: Finding) -> bool:
    is_weapon = finding.kind is EntityKind.WEAPON and not finding.is_generic
    return is_weapon and finding.form is MentionForm.NAME and finding.knowledge_id is None
