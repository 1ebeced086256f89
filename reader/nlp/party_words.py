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
WORD = re.compile(r"[^\W\d_]+")
SENTENCE_END = re.compile(r"[.!?\n]")
REACH = 200  # characters before and behind a name that its sentence is looked for in


def is_party_word(word: str) -> bool:
    """Whether people are called so who belong to a party: Sozialdemokraten, Grüne; not SPD."""
    return PARTY_WORD.fullmatch(word) is not None


def country_meant(span: Span, text: str, gazetteer: Gazetteer) -> str | None:
    """The country of the adjective before a name, else the only one that the sentence names."""
    start = max(0, span.start - REACH)
    before = SENTENCE_END.split(text[start : span.start])[-1]
    words = WORD.findall(before)
    if words and (country := _country_of(words[-1], gazetteer)) is not None:
        return country
    behind = SENTENCE_END.split(text[span.end : span.end + REACH])[0]
    named = {_country_of(word, gazetteer) for word in (*words, *WORD.findall(behind))} - {None}
    return HERE if HERE in named else named.pop() if len(named) == 1 else None


def countries_named(found: Iterable[FoundName], gazetteer: Gazetteer) -> Counter[str]:
    """How often an article names each country, or what comes from there."""
    places = (name.printed for name in found if name.kind is EntityKind.PLACE)
    return Counter(country for word in places if (country := _country_of(word, gazetteer)) is not None)


def _country_of(word: str, gazetteer: Gazetteer) -> str | None:
    derived = gazetteer.place_of_derived(word)
    names = (derived,) if derived is not None else (word, word.removesuffix("s"))
    return next((country for name in names if (country := gazetteer.place(name))), None)
