"""Weighs whether a name that is something else, too, means the weapon here: Tornado, Leopard, Grad.

What stands directly beside the name proves it: a class noun (Kampfjets vom Typ Tornado), another system
(Leopard 2 und Marder), a version (Rafale F5), the tagger's word. Of the other names, also a word for an army
or a weapon in the sentence does, or that they are delivered, if nothing there speaks of zoos, storms or
football.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.nlp.findings import Finding
from reader.nlp.weapon_classes import WeaponClasses
from reader.nlp.weapon_neighbours import ARTICLES, COUNTS, QUOTES, Neighbours, Place
from reader.nlp.weapon_odds import WeaponOdds
from reader.nlp.weapon_senses import is_before_person, is_in_company, is_translation, means_somebody

# Before these names an operation, a work or a town is called so, whatever else the sentence speaks of.
OTHERS = frozenset({
    "operation", "manöver", "übung", "unternehmen", "mission", "codename", "codenamen", "film", "roman",
    "buch", "serie", "album", "spiel", "computerspiel", "firma", "hersteller", "team", "verein", "ort",
    "stadt", "dorf", "gemeinde",
})  # fmt: skip
WORKS = ("film", "roman", "serie", "thriller", "krimi")  # which compounds end with
SURE = 0.95  # confidence of the tagger that no article outweighs
MASCULINE = frozenset({"den", "dem", "des", "ein", "einen", "einem", "eines"})  # which stand before no firm
OF = frozenset({"der", "des", "von"})
LEAST_FLEET = 10  # no zoo has so many of one animal
LIKELY_SHORT = 0.3  # share of the encoder's weapon tags for what is a weapon only as a short name
FIGURED = re.compile(r"[A-Z]\d{1,2}[A-Z]?")  # F5
TITLES = frozenset({"herr", "herrn", "frau", "dr.", "prof.", "mr.", "mrs.", "professor", "doktor"})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of the document: what stands near a place, and the tagger's names.

    `trusted` are the tokens of the weapons that the tagger is sure of, `teams` names that the article gives
    to a team besides; `odds`, if an encoder read the document, tell what it thinks of every token. `nations`
    are English adjectives of places.
    """

    near: Neighbours
    classes: WeaponClasses
    tagged: Mapping[int, Finding]
    trusted: Collection[int] = ()
    teams: Collection[str] = ()
    odds: WeaponOdds | None = None
    nations: Collection[str] = ()

    @property
    def doc(self) -> Doc:
        return self.near.doc

    def prove(self, place: Place, *, is_played_with: bool = False, is_named: bool = False) -> bool:
        """Whether the name at `place` means the weapon; `is_named`: the same surely does elsewhere.

        In an article that plays with both senses of the name the tagger's word alone proves nothing, nor
        does what stands in another clause, if the sentence has the name twice.
        """
        if self._is_titled(place) or self._is_another(place) or self._is_version(place):
            return False
        is_civilian = self.is_civilian(place)
        if self._is_certain(place, is_civilian=is_civilian):
            return True
        if self._is_of_team(place):
            return False
        if self.odds is None:
            return self._is_plausible(place, is_civilian=is_civilian, is_played_with=is_played_with)
        return self._is_read_so(
            place, self.odds, is_civilian=is_civilian, is_played_with=is_played_with, is_named=is_named
        )

    def _is_read_so(
        self, place: Place, odds: WeaponOdds, *, is_civilian: bool, is_played_with: bool, is_named: bool
    ) -> bool:
        """What the encoder makes of it, and what the sentence and the article are about."""
        if not is_civilian and place.is_plural and self._is_of_nation(place) and odds.are_armed:
            return True  # French Caesars, whatever the encoder makes of them
        is_open = not is_played_with or odds.share(range(place.start, place.end)) >= LIKELY_SHORT
        is_open = is_open or self.near.count(place) >= LEAST_FLEET
        is_again = (
            is_named and is_played_with and self._is_whole(place) and not self._is_beside_unarmed(place)
        )
        if not is_civilian and is_open and (is_again or self._is_moved(place)):
            return True
        return self._is_likely(place, is_civilian=is_civilian, is_played_with=is_played_with)

    def _is_certain(self, place: Place, *, is_civilian: bool) -> bool:
        """Whether the name itself or what stands directly beside it leaves no doubt."""
        if self.near.has_type_before(place) or place.start - 1 in self.near.generic:  # Kampfpanzer Panther
            return True
        is_with_article = self.near.has_article(place) or place.is_plural
        if place.needs_article and is_with_article and not self._is_longer(place):
            return True
        if is_civilian:
            return False
        if place.is_seldom_other:
            return not self._is_bare_person(place)
        return self.odds is not None and (self._is_told_beside(place) or self._is_of_army(place))

    def _is_plausible(self, place: Place, *, is_civilian: bool, is_played_with: bool) -> bool:
        """What the sentence says, if no encoder read it."""
        if place.start in self.trusted:
            return True
        if is_civilian:
            return self.near.has_class_before(place) and not self._is_tagged_otherwise(place)
        if self._is_told_beside(place) or (self._is_tagged_weapon(place) and not is_played_with):
            return True
        if self._is_supplied(place):
            return True
        is_one_of_two = is_played_with and self.near.is_repeated(place)
        around = self.near.clause(place) if is_one_of_two else self.near.sentence(place)
        is_open = not place.needs_noun and not self._is_tagged_otherwise(place)
        return is_open and self._is_military(place, around)

    def fits(self, place: Place) -> bool:
        """Whether nothing speaks against the weapon; enough if the article names it elsewhere."""
        if self._is_titled(place) or self._is_another(place) or self.is_civilian(place):
            return False
        if self._is_of_team(place) or self._is_beside_unarmed(place):
            return False
        if self.odds is not None and place.is_short:
            return self.odds.share(range(place.start, place.end)) >= LIKELY_SHORT
        if self.odds is not None:
            is_open = self.near.has_figure(place) or self._is_vague(place)
            is_open = is_open or self.odds.allow(range(place.start, place.end))
            return is_open and not self._is_bare_person(place) and not self.near.is_where(place)
        if self._is_tagged_otherwise(place):
            return False
        is_sure = not place.needs_noun and not place.is_short
        return is_sure or self._is_military(place, self.near.sentence(place))

    def _is_vague(self, place: Place) -> bool:
        """Whether the tagger sees a name of no certain kind, without marks: "wer Taurus will"."""
        findings = self._findings(place)
        is_other = bool(findings) and all(one.kind is EntityKind.OTHER for one in findings)
        is_same = is_other and (findings[0].start, findings[-1].end) == (place.start, place.end)
        return is_same and not place.needs_noun and self.doc[place.start - 1].text not in QUOTES

    def rule_out(self, place: Place) -> bool:
        """Whether the sentence speaks of zoos, football or a place: none, however sure the tagger is."""
        is_other = self._is_another(place) or self._is_of_team(place)
        return is_other or self.is_civilian(place) or self.near.is_where(place)

    def _is_unarmed(self, place: Place) -> bool:
        return self.classes.unarmed.meet(self.near.sentence_words(place))

    def _is_beside_unarmed(self, place: Place) -> bool:
        """Whether the sentence before or behind speaks of zoos: Das Tier lebte im Gehege."""
        return any(self.classes.unarmed.meet(words) for words in self.near.words_beside(place))

    def _is_likely(self, place: Place, *, is_civilian: bool, is_played_with: bool) -> bool:
        if self.odds is None or (is_civilian and (self._is_unarmed(place) or not self._has_article(place))):
            return False
        if self.near.is_where(place) and not self.near.is_listed(place):
            return False
        has_article = self._is_whole(place) if is_played_with else self._has_article(place)
        return self.odds.speak_for(
            range(place.start, place.end),
            has_article=has_article or self.near.is_paired(place),
            is_civilian=is_civilian,
            is_played_with=is_played_with,
            has_figure=self.near.has_figure(place),
        )

    def _is_whole(self, place: Place) -> bool:
        """Whether it stands behind an article and begins no compound: a Puma-Sprecher may be of a firm."""
        return self._has_article(place) and "-" not in self.doc[place.end - 1].text

    def _has_article(self, place: Place) -> bool:
        """Whether an article, a number or a nation stands before it: German Leopards."""
        before = self.tagged.get(place.start - 1)
        is_nation = before is not None and before.end == place.start and before.form is MentionForm.DERIVED
        return is_nation or self._is_of_nation(place) or self.near.has_article(place)

    def _is_of_nation(self, place: Place) -> bool:
        return place.start > 0 and self.doc[place.start - 1].text in self.nations

    def _is_moved(self, place: Place) -> bool:
        """Whether an army, or somebody who delivers or retires it, acts upon it: fährt den Marder."""
        if place.needs_noun or self._is_tagged_otherwise(place) or not self._has_article(place):
            return False
        is_supplied = self.classes.supply.meet(self.near.sentence_words(place))
        return is_supplied or self._is_military(place, self.near.clause(place))

    def _is_of_army(self, place: Place) -> bool:
        """Ein Tornado der Luftwaffe."""
        behind = [self.doc[at].text.casefold() for at in self.near.behind(place)[:2]]
        return len(behind) > 1 and behind[0] in OF and behind[1] in self.classes.military

    def _is_longer(self, place: Place) -> bool:
        """Whether the tagger sees a longer name of something else: Sherman Act."""
        return any(
            one.kind is not EntityKind.WEAPON and (one.start < place.start or one.end > place.end)
            for one in self._findings(place)
        )

    def _is_bare_person(self, place: Place) -> bool:
        """Whether the tagger sees a person, and no article stands before: Michail Kalaschnikow."""
        people = [one for one in self._findings(place) if one.kind is EntityKind.PERSON]
        return bool(people) and (people[0].start < place.start or not self.near.has_article(place))

    def is_civilian(self, place: Place) -> bool:
        words = self.near.sentence_words(place)
        if self.classes.civilian.meet(words):
            return True
        around = self.near.sentence(place)
        is_armed = any(at in self.near.named or at in self.near.generic for at in around)
        is_of_arms = is_armed or self.classes.military.meet(words) or self.classes.supply.meet(words)
        return not is_of_arms and is_in_company(self.doc, around, self.near.doubtful)

    def _is_titled(self, place: Place) -> bool:
        return place.start > 0 and self.doc[place.start - 1].text.casefold() in TITLES

    def _is_told_beside(self, place: Place) -> bool:
        """Whether a class, another system or a version stands directly beside the name."""
        if (
            self.near.has_class_before(place)
            or self.near.has_class_behind(place)
            or self.near.is_listed(place)
        ):
            return True
        return place.has_version and not self._is_tagged_otherwise(place)

    def _is_another(self, place: Place) -> bool:
        """Operation Panther; Karl „Panther“ Jansen; a patriot; the boxer Dieter Kroll; a translation."""
        if means_somebody(self.doc, place.start) or is_before_person(place, self.tagged):
            return True
        if is_translation(self.doc, place.start):
            return True
        before = [at for at in self.near.before(place) if self.doc[at].text not in QUOTES]
        word = self.doc[before[0]].text.casefold() if before else ""
        is_called_so = word in OTHERS or word.endswith(WORKS)
        return is_called_so or self._is_nickname(place)

    def _is_of_team(self, place: Place) -> bool:
        return self.doc[place.start : place.end].text in self.teams

    def _is_nickname(self, place: Place) -> bool:
        """„Puma“ between a given name and a surname."""
        first, last = place.start - 2, place.end + 1
        if first < 0 or last >= len(self.doc) or self.doc[place.start - 1].text not in QUOTES:
            return False
        is_enclosed = self.doc[place.end].text in QUOTES and self._is_person_word(last)
        return is_enclosed and self._is_person_word(first)

    def _is_person_word(self, at: int) -> bool:
        finding = self.tagged.get(at)
        if finding is not None and finding.kind is EntityKind.PERSON:
            return True
        is_name = self.doc[at].text.istitle() and self.doc[at].text.isalpha()
        return is_name and at not in self.near.generic and at not in self.near.named

    def _is_version(self, place: Place) -> bool:
        """Whether it is only the version of what stands before it: F5 of a Kaan F5 that is unknown."""
        before = self.tagged.get(place.start - 1)
        is_known = place.start - 1 in self.near.named or (
            before is not None and before.kind is EntityKind.WEAPON
        )
        return is_known and FIGURED.fullmatch(self.doc[place.start : place.end].text) is not None

    def _is_supplied(self, place: Place) -> bool:
        """„Berlin liefert keine Taurus“: delivered or moved, without an article, and a state or person named.

        A name as ordinary as Boxer must be counted, and an army be near.
        """
        words = self.near.sentence_words(place)
        if self._is_tagged_otherwise(place) or not self.classes.supply.meet(words):
            return False
        before = self.doc[place.start - 1].text.casefold() if place.start else ""
        is_counted = before.isdigit() or before in COUNTS
        if place.needs_noun:
            return is_counted and self.classes.military.meet(words)
        is_named = any(
            at in self.tagged for at in self.near.sentence(place) if not place.start <= at < place.end
        )
        return is_named and (is_counted or before not in ARTICLES)

    def _is_tagged_weapon(self, place: Place) -> bool:
        return any(finding.kind is EntityKind.WEAPON for finding in self._findings(place))

    def _is_tagged_otherwise(self, place: Place) -> bool:
        findings = self._findings(place)
        if any(finding.kind is EntityKind.WEAPON for finding in findings):
            return False
        return any(self._speaks_against(finding, place) for finding in findings)

    def _findings(self, place: Place) -> list[Finding]:
        found = (self.tagged.get(at) for at in range(place.start, place.end))
        return list(dict.fromkeys(finding for finding in found if finding is not None))

    def _speaks_against(self, finding: Finding, place: Place) -> bool:
        """A product may be a weapon, and no firm has an article before it; a longer name is another.

        Nor are the Patriots a team where they stand beside rockets.
        """
        before = self.doc[place.start - 1].text.casefold() if place.start else ""
        if finding.start < place.start or finding.end > place.end:
            return True
        if finding.kind is EntityKind.OTHER:
            return False
        if place.is_plural and self._has_weapon(place, self.near.sentence(place)):
            return False
        is_firm = before not in MASCULINE or finding.confidence >= SURE
        return finding.kind is not EntityKind.ORGANIZATION or is_firm

    def _is_military(self, place: Place, around: range) -> bool:
        return self._has_weapon(place, around) or self.classes.military.meet(self.near.words(place, around))

    def _has_weapon(self, place: Place, around: range) -> bool:
        others = (at for at in around if not place.start <= at < place.end)
        return any(at in self.near.named or at in self.near.generic for at in others)
