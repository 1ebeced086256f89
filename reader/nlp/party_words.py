"""Tells whose Sozialdemokraten are meant: parties of many countries are called so."""

import re
from collections import Counter
from collections.abc import Iterable

from reader.domain.entities import EntityKind
from reader.domain.spans import Span
from reader.knowledge.gazetteer import Gazetteer
from reader.nlp.name_cluster import FoundName

HERE = "Deutschland"  # whose parties the gazetteer knows by such words
PARTY_WORD = re.compile(
    r"\w*(?:demokrat(?:in|innen|en)?|liberalen?|grünen?|linken?|sozialen?)", re.IGNORECASE
)
EVERYWHERE = re.compile(r"\w*(?:demokrat(?:in|innen|en)?|liberalen?)", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+")
SENTENCE_END = re.compile(r"[.!?\n]")
REACH = 200  # characters before a name that its sentence is looked for in
# Who shows that an article tells of politics here.
OF_GERMANY = (
    "CDU", "CSU", "SPD", "FDP", "AfD", "Grüne", "Linke", "BSW", "Bundestag", "Bundesrat", "Bundesregierung",
    "Bundeskanzleramt",
)  # fmt: skip


def is_party_word(word: str) -> bool:
    """Whether people are called so who belong to a party: Sozialdemokraten, Grüne; not SPD."""
    return PARTY_WORD.fullmatch(word) is not None


def is_said_everywhere(word: str) -> bool:
    """Whether parties of most countries are called so: Sozialdemokraten; the Grüne alone are rather ours."""
    return EVERYWHERE.fullmatch(word) is not None


def country_meant(span: Span, text: str, gazetteer: Gazetteer) -> str | None:
    """The country that stands right before a name, or that the sentence begins with: In Dänemark …"""
    before = SENTENCE_END.split(text[max(0, span.start - REACH) : span.start])[-1]
    words = WORD.findall(before)
    if words and (country := _country_of(words[-1], gazetteer)) is not None:
        return country
    begins = words[1:3] if words[:1] == ["In"] else []
    return next((country for word in begins if (country := _country_of(word, gazetteer)) is not None), None)


def countries_named(found: Iterable[FoundName], gazetteer: Gazetteer) -> Counter[str]:
    """How often an article names each country, or what comes from there."""
    places = (name.printed for name in found if name.kind is EntityKind.PLACE)
    return Counter(country for word in places if (country := _country_of(word, gazetteer)) is not None)


def _country_of(word: str, gazetteer: Gazetteer) -> str | None:
    derived = gazetteer.place_of_derived(word)
    names = (derived,) if derived is not None else (word, word.removesuffix("s"))
    return next((country for name in names if (country := gazetteer.place(name))), None)
