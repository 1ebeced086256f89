"""Tells which party a name means in one article: the SPD, the FDP of the Schweiz, CDU and CSU together."""

from collections import Counter

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.knowledge.gazetteer import Gazetteer
from reader.nlp.clusters import Clusters
from reader.nlp.known_names import KnownNames
from reader.nlp.name_cluster import FoundName
from reader.nlp.name_forms import is_abbreviation, stems
from reader.nlp.party_brackets import BracketedParties
from reader.nlp.party_words import (
    AUSTRIA,
    HERE,
    OF_GERMANY,
    ONLY_WITH_OFFICE,
    SHARED_NAMES,
    SWITZERLAND,
    UNION,
    country_meant,
    group_meant,
    is_party_word,
    is_said_everywhere,
    is_swiss_office,
    lands_told_of,
    part_of_party,
    party_elsewhere,
    union_meant,
)


class PartiesOfArticle:
    """Looks parties of one article up; `clusters` are the names that are grouped so far."""

    def __init__(self, text: str, gazetteer: Gazetteer, known_names: KnownNames, clusters: Clusters) -> None:
        self._text = text
        self._gazetteer = gazetteer
        self._known_names = known_names
        self._clusters = clusters
        self._in_brackets = BracketedParties(text, gazetteer)
        self.countries: Counter[str] = Counter()  # how often each is named
        self._lands: frozenset[str] | None = None  # once they have been looked for
        self._unions: dict[str, str | None] = {}  # what words with Union mean here

    def meant(self, name: FoundName) -> str | None:
        """The name of a party, where it is not just what is printed; None for all else."""
        return self._of_germany(name) or self.foreign(name)

    def in_compound(self, name: FoundName) -> str | None:
        """The party in a word like NRW-CDU, Unionsfraktion, FDP-Ständerat."""
        return self._of_germany(name) or self._elsewhere(name)

    def foreign(self, name: FoundName) -> str | None:
        """The Sozialdemokraten of another country than Germany; None for all others."""
        if shared := self._in_brackets.named(name) or self._elsewhere(name):
            return shared
        word = name.printed.removeprefix("Die ")
        if group := group_meant(word, name.mention.span, self._text):
            return group
        german = self._known_names.shown(name.kind, word) if is_party_word(word) else None
        if german is None:
            return None
        country = country_meant(name.mention.span, self._text, self._gazetteer)
        if country is not None:
            called = word if is_abbreviation(german) else german
            return None if country == HERE else f"{called} ({country})"
        return word if is_said_everywhere(word) and self._is_of_elsewhere() else None

    def _elsewhere(self, name: FoundName) -> str | None:
        """The FDP of the Schweiz, the Grüne of Österreich: who has the same name as a party here."""
        word = name.printed
        is_compound = name.mention.form is MentionForm.PART or is_swiss_office(word)
        called = word.partition("-")[0] if is_compound else word
        if called not in SHARED_NAMES or name.kind is not EntityKind.ORGANIZATION:
            return None
        if is_swiss_office(word):
            is_austrian = self._land_told_of(called) == AUSTRIA
            return party_elsewhere(called, AUSTRIA if is_austrian else SWITZERLAND)
        land = country_meant(name.mention.span, self._text, self._gazetteer)
        if land is None and called not in ONLY_WITH_OFFICE:
            land = self._land_told_of(called)
        return None if land is None else party_elsewhere(called, land)

    def _land_told_of(self, party: str) -> str | None:
        """The one land of which the article tells that has a party called so."""
        if self._lands is None:
            self._lands = lands_told_of(self._text)
        lands = [land for land in self._lands if party_elsewhere(party, land) is not None]
        return lands[0] if len(lands) == 1 else None

    def _of_germany(self, name: FoundName) -> str | None:
        """CDU and CSU for the Union, and the party of which a word means a part: Bundes-SPD."""
        word = name.printed
        if name.kind is not EntityKind.ORGANIZATION:
            return None
        if word.startswith(UNION):
            if word not in self._unions:
                self._unions[word] = union_meant(word, self._text)
            return self._unions[word]
        party = part_of_party(word)
        if party is None:
            return None
        land = self._land_told_of(party)
        elsewhere = party_elsewhere(party, land) if land is not None else None
        return elsewhere or self._known_names.shown(name.kind, party)

    def _is_of_elsewhere(self) -> bool:
        """Whether the article tells more of another country than of Germany, and nothing of its politics."""
        if self._clusters.known(EntityKind.ORGANIZATION, [stems(name) for name in OF_GERMANY]) is not None:
            return False
        return any(count > self.countries[HERE] for count in self.countries.values())
