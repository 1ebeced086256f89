"""Parties whose letters stand in brackets behind a word for their people: die Sozialdemokraten (LSDP)."""

import re

from reader.domain.spans import Span
from reader.knowledge.gazetteer import Gazetteer
from reader.nlp.name_cluster import FoundName
from reader.nlp.name_forms import is_abbreviation
from reader.nlp.party_words import HERE, country_meant, is_said_everywhere

IN_BRACKETS = re.compile(r"([A-ZÄÖÜ][a-zäöü]+) \(([A-ZÄÖÜ][\w-]{1,7})\)")
PARTY = "party"
MOST_LETTERS = 3  # of what is short, whatever its capitals: Ap


class BracketedParties:
    """The parties that one text tells of so."""

    def __init__(self, text: str, gazetteer: Gazetteer) -> None:
        self._by_end: dict[int, str] = {}
        self._by_letters: dict[str, str] = {}
        for found in IN_BRACKETS.finditer(text):
            word, letters = found.groups()
            is_place = gazetteer.place(letters) or gazetteer.city(letters)
            is_short = is_abbreviation(letters) or len(letters) <= MOST_LETTERS
            if not is_said_everywhere(word) or not is_short or is_place:
                continue
            span = Span(*found.span(1))
            named = _name(word, letters, country_meant(span, text, gazetteer), gazetteer)
            self._by_end[span.end] = named
            if named != letters:
                self._by_letters[letters] = named

    def named(self, name: FoundName) -> str | None:
        """The party that a word before brackets means, or the letters in them if others have them, too."""
        return self._by_end.get(name.mention.span.end) or self._by_letters.get(name.printed)


def _name(word: str, letters: str, country: str | None, gazetteer: Gazetteer) -> str:
    """The name of a party; the SAP of Schweden is not the firm."""
    kinds = gazetteer.kinds_of_body(letters)
    if not kinds or PARTY in kinds:
        return gazetteer.organisation(letters) or letters
    return f"{letters} ({word})" if country in {None, HERE} else f"{word} ({country})"
