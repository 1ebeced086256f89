"""Tells which party people of an English article belong to: a Green from Lower Saxony, the Tories.

Parties of many countries are called so; the politics that the article tells of show which one is meant.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.domain.spans import Span
from reader.knowledge.gazetteer import Gazetteer
from reader.nlp.clusters import Clusters
from reader.nlp.findings import Finding
from reader.nlp.name_cluster import FoundName

GERMANY, BRITAIN, AMERICA = "Germany", "United Kingdom", "United States"
# Their words with the entry of the party in the knowledge base, and how it is shown.
PARTIES = {
    "Social Democrat": (GERMANY, "org-spd", "Social Democratic Party"),
    "Christian Democrat": (GERMANY, "org-cdu", "Christian Democratic Union"),
    "Free Democrat": (GERMANY, "org-fdp", "Free Democratic Party"),
    "Green": (GERMANY, "org-gruene", "Alliance 90/The Greens"),
    "Conservative": (BRITAIN, "org-tories", "Conservative Party"),
    "Tory": (BRITAIN, "org-tories", "Conservative Party"),
    "Liberal Democrat": (BRITAIN, "org-liberaldemokraten", "Liberal Democrats"),
    "Lib Dem": (BRITAIN, "org-liberaldemokraten", "Liberal Democrats"),
    "Democrat": (AMERICA, "org-demokraten", "Democratic Party"),
    "Democratic": (AMERICA, "org-demokraten", "Democratic Party"),
    "Republican": (AMERICA, "org-republikaner", "Republican Party"),
}
PLURALS = {"Tories": "Tory"}
# What shows that an article tells of the politics of a country.
POLITICS = {
    GERMANY: re.compile(
        r"\b(?:Bundestag|Bundesrat|Bundeswehr|CDU|CSU|SPD|FDP|AfD|BSW|"
        r"German(?:y[’']s)? (?:coalition|government|chancellor|parliament|governing|ruling))\b"
    ),
    BRITAIN: re.compile(
        r"\b(?:Commons|House of Lords|Westminster|Whitehall|Downing Street|Labour|SNP|Tory|Tories|"
        r"Lib Dems?)\b"
    ),
    AMERICA: re.compile(
        r"\b(?:Congress|Capitol|White House|Senate|House of Representatives|Sen\.|Rep\.|Trump|GOP|"
        r"congress(?:wo)?man|U\.?S\.? (?:House|senators?|lawmakers?))"
    ),
}
# Where parties are called like those of Germany.
OTHER_POLITICS = re.compile(
    r"\b(?:Austrian?|Vienna|Swedish|Sweden|Riksdag|Danish|Denmark|Folketing|Norwegian|Storting|Swiss|Finnish|"
    r"Luxembourg|Czech|Romanian?|Dutch|Belgian|Portuguese|Canadian?|Australian?) (?:\w+ )?"
    r"(?:parliament|coalition|government|chancellor|prime minister|election|Social Democrats?|Greens?|"
    r"Christian Democrats?|Conservatives?|Democrats?|Republicans?)"
)
LAST_WORDS = frozenset(name.rpartition(" ")[2] for name in PARTIES)
BEFORE_MEMBER = frozenset({"a", "an", "fellow", "former"})
CONFIDENCE = 0.8  # of what only its word gives away


@dataclass(frozen=True, slots=True)
class EnglishParty:
    """A party: its entry in the knowledge base and the name to show."""

    knowledge_id: str
    name: str


def english_party(name: str, span: Span, text: str, gazetteer: Gazetteer) -> EnglishParty | None:
    """The party that people called so belong to, if the article shows in which country."""
    word = PLURALS.get(name) or name.removesuffix("'s").removesuffix("’s").removesuffix("s")
    found = PARTIES.get(word)
    if found is None:
        return None
    country, knowledge_id, shown = found
    before = text[: span.start].split()[-1:]
    adjective = gazetteer.place_of_english(before[0]) if before else None
    is_elsewhere = adjective is not None and gazetteer.place(adjective) not in {None, country}
    is_told = POLITICS[country].search(text) is not None or adjective == country
    if is_elsewhere or not is_told or (adjective is None and OTHER_POLITICS.search(text)):
        return None
    return EnglishParty(knowledge_id, shown)


def joins_english_party(name: FoundName, clusters: Clusters, text: str, gazetteer: Gazetteer) -> bool:
    """Whether a name was put to the party that it means: the Social Democrats to the SPD."""
    is_body = name.kind is EntityKind.ORGANIZATION and gazetteer.derived_english
    party = english_party(name.printed, name.mention.span, text, gazetteer) if is_body else None
    if party is not None:
        cluster = clusters.known_or_new(name.kind, party.name, shown=party.name)
        cluster.knowledge_id = cluster.knowledge_id or party.knowledge_id
        cluster.found.append(name)
    return party is not None


def with_parties(doc: Doc, findings: Sequence[Finding], gazetteer: Gazetteer) -> list[Finding]:
    """The findings in their order, with the people of parties that were missed or read as two."""
    kept = list(findings)
    for place, token in enumerate(doc):
        if token.text.removesuffix("s") not in LAST_WORDS and token.text not in PLURALS:
            continue
        start = (
            place - 1
            if place and f"{doc[place - 1].text} {token.text}".removesuffix("s") in PARTIES
            else place
        )
        members = Finding(
            start, place + 1, EntityKind.ORGANIZATION, MentionForm.DERIVED, confidence=CONFIDENCE
        )
        rivals = [one for one in kept if one.overlaps(members)]
        is_new = not rivals and _are_people(doc, start, place + 1)
        is_cut = bool(rivals) and all(_is_part(one, members) for one in rivals)
        span = Span(doc[start].idx, token.idx + len(token))
        if is_cut or (is_new and english_party(doc[start : place + 1].text, span, doc.text, gazetteer)):
            kept = [*(one for one in kept if one not in rivals), members]
    return sorted(kept, key=lambda one: one.start)


def _is_part(one: Finding, members: Finding) -> bool:
    """Whether it is less than the words for somebody of a party: Social | Democrat."""
    is_same = (one.start, one.end) == (members.start, members.end)
    return members.covers(one) and not is_same and one.kind is EntityKind.ORGANIZATION


def _are_people(doc: Doc, start: int, end: int) -> bool:
    """Whether the words stand alone: a Green from Kiel, Republicans; not a Green Deal."""
    following = doc[end].text if end < len(doc) else "."
    before = doc[start - 1].text.casefold() if start else ""
    is_plural = doc[end - 1].text.endswith("s")
    return not following[:1].isupper() and (is_plural or before in BEFORE_MEMBER)
