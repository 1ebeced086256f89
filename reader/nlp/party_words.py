"""Tells whose Sozialdemokraten are meant: parties of many countries are called so.

The FDP of an article on the Ständerat is the Swiss one, the Grüne beside ÖVP and SPÖ are the Austrian ones.
"""

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
SWITZERLAND, AUSTRIA, SOUTH_TYROL = "Schweiz", "Österreich", "Südtirol"
# Names that parties of these lands have, too, with what they are shown as there.
PARTIES_ELSEWHERE = {
    SWITZERLAND: {
        "FDP": "FDP (Schweiz)",
        "SP": "SP Schweiz",
        "Mitte": "Die Mitte (Schweiz)",
        "Die Mitte": "Die Mitte (Schweiz)",
        "EVP": "Evangelische Volkspartei",
        "Grüne": "Grüne (Schweiz)",
        "Grünen": "Grüne (Schweiz)",
        "Die Grünen": "Grüne (Schweiz)",
    },
    AUSTRIA: {
        "VP": "ÖVP",
        "SP": "SPÖ",
        "FP": "FPÖ",
        "Grüne": "Grüne (Österreich)",
        "Grünen": "Grüne (Österreich)",
        "Die Grünen": "Grüne (Österreich)",
    },
    SOUTH_TYROL: {"SVP": "Südtiroler Volkspartei"},
}
SHARED_NAMES = frozenset(name for parties in PARTIES_ELSEWHERE.values() for name in parties)
# What people of a party are in the Schweiz alone; with "Grünen-" before it a Nationalrat may be Austrian.
SWISS_PARTY = "SVP"  # whose namesake in South Tyrol has no such offices
SWISS_OFFICE = re.compile(
    r"(?:Ständer[aä]t|Nationalr[aä]t|Bundesr[aä]t|Kantonsr[aä]t|Gro(?:ss|ß)r[aä]t|Regierungsr[aä]t)(?:s|es|e|en|in|innen)?"
)
# What shows that an article tells of the politics of a land.
POLITICS = {
    SWITZERLAND: re.compile(
        r"\b(?:\w+-)?(?:Ständer[aä]t|Kantonsr[aä]t|Bundesrätin|Grossr[aä]t)\w*\b|\bGrünliberale\w*\b|"
        r"\b(?:SVP|SP|GLP|FDP|Mitte)-(?:Nationalr[aä]t|Bundesr[aä]t)\w*|"
        r"\bSchweizer(?:ischen?)? (?:Nationalr|Bundesr|Parlament|Regierung|Parteien)\w*"
    ),
    AUSTRIA: re.compile(
        r"\b(?:ÖVP|SPÖ|FPÖ|Neos|Klubob(?:mann|frau))\b|"
        r"\b(?:(?:Tirol|Wien|Salzburg|Vorarlberg|Kärntn)er|"
        r"(?:steir|burgenländ|(?:nieder|ober)österreich)ischen?) [VSF]P\b"
    ),
    SOUTH_TYROL: re.compile(r"\b(?:Südtirol\w*|Bozen|Bozner)\b"),
}
SWISS_PLACE, SWISS_BODY = re.compile(r"\bSchweiz"), re.compile(r"\b(?:SVP|Nationalr[aä]t)")
GERMAN_POLITICS = re.compile(r"\b(?:CDU|CSU|SPD|AfD|BSW|Bundestag\w*|Bundesregierung|Bundeskanzler\w*)\b")
# Of these alone Austria has some, too.
GERMAN_OR_AUSTRIAN = re.compile(r"Bundesregierung|Bundeskanzler\w*")
OF_AUSTRIA = re.compile(r"\b(?:Wien|Österreich|österreichisch)")
ONLY_WITH_OFFICE = frozenset({"EVP"})  # alone it is a party of Europe, in the Schweiz, too
# Groups of the European Parliament, by what their people are called.
IN_EUROPE = re.compile(r"\s+im\s+(?:Europaparlament|EU-Parlament|Europäischen\s+Parlament)\b")
GROUPS = (
    ("Sozialdemokrat", "Progressive Allianz der Sozialdemokraten"),
    ("Sozialist", "Progressive Allianz der Sozialdemokraten"),
    ("Christdemokrat", "Europäische Volkspartei"),
    ("Liberale", "Renew Europe"),
)
BEHIND = re.compile(r"\s+(?:in\s+(?:der\s+|den\s+)?|aus\s+(?:der\s+|den\s+)?)?([A-ZÄÖÜ][\w-]+)")
# A party with what part of it is meant: Bundes-SPD, NRW-CDU. The Ost-CDU was another one.
PART_OF_PARTY = re.compile(
    r"(?!Ost-|Schwarz-|Rot-|CDU-|CSU-|SPD-|FDP-|AfD-)[A-ZÄÖÜ][\w]+-"
    r"(CDU|CSU|SPD|FDP|AfD|BSW|SSW|ÖVP|SPÖ|FPÖ|SVP|(?<=Bundes-)Grünen?|(?<=Landes-)Grünen?|(?<=Bundes-)Linken?)"
)
# What CDU and CSU are called together, where an article tells of politics here and of no other Union.
UNION, UNION_PARTIES = "Union", "CDU/CSU"
OF_UNION = re.compile(
    r"Unions(?:fraktion|part|abgeordnet|politik|minister|länder|chef|vize|kanzler|kandidat|lager|wähler|spitze)"
    r"[a-zäöüß]*"
)
OF_PARTIES = re.compile(r"\b(?:Jungen?|Schüler|Frauen|Senioren)[ -]Union\b|\bUnions(?:fraktion|parteien)")
OTHER_UNION = re.compile(r"\b(?:\w+ischen?|European|African) Union\b|\bUnion Berlin\b|\bFC Union\b")
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
    begun = next((country for word in begins if (country := _country_of(word, gazetteer)) is not None), None)
    behind = BEHIND.match(text, span.end) if begun is None else None
    if behind is None:
        return begun
    return gazetteer.place(behind[1]) or gazetteer.place(behind[1].removesuffix("s"))


def group_meant(word: str, span: Span, text: str) -> str | None:
    """The group that the word at `span` means before „im Europaparlament“: Sozialdemokraten."""
    if IN_EUROPE.match(text, span.end) is None:
        return None
    return next((group for beginning, group in GROUPS if word.startswith(beginning)), None)


def is_swiss_office(word: str) -> bool:
    """Whether somebody of a party is that in the Schweiz only: FDP-Ständerat, Mitte-Nationalrätin."""
    party, _, office = word.rpartition("-")
    is_swiss = party == SWISS_PARTY or party in PARTIES_ELSEWHERE[SWITZERLAND]
    return is_swiss and SWISS_OFFICE.fullmatch(office) is not None


def lands_told_of(text: str) -> frozenset[str]:
    """The lands, of those that share names of parties with others, whose politics an article tells of."""
    lands = {land for land, politics in POLITICS.items() if politics.search(text)}
    if SWISS_PLACE.search(text) and SWISS_BODY.search(text):
        lands.add(SWITZERLAND)
    if lands == {SOUTH_TYROL}:
        return frozenset(lands)  # whose SVP sits in no Bundestag
    lands.discard(SOUTH_TYROL)
    return frozenset() if _tells_of_germany(text) else frozenset(lands)


def _tells_of_germany(text: str) -> bool:
    found = GERMAN_POLITICS.finditer(text)
    if OF_AUSTRIA.search(text) is None:
        return next(found, None) is not None
    return any(GERMAN_OR_AUSTRIAN.fullmatch(one[0]) is None for one in found)


def part_of_party(word: str) -> str | None:
    """The party of which the word means a part: Bundes-SPD."""
    found = PART_OF_PARTY.fullmatch(word)
    return None if found is None else found[1]


def union_meant(word: str, text: str) -> str | None:
    """CDU and CSU together, for Union and Unionsfraktion; beside another Union it is open which one."""
    if OF_UNION.fullmatch(word):
        return UNION_PARTIES
    if word != UNION or not (GERMAN_POLITICS.search(text) or OF_PARTIES.search(text)):
        return None
    return UNION if OTHER_UNION.search(text) else UNION_PARTIES


def party_elsewhere(name: str, land: str) -> str | None:
    """What a party is shown as in that land, if it is called so there: the FDP in the Schweiz."""
    return PARTIES_ELSEWHERE.get(land, {}).get(name)


def countries_named(found: Iterable[FoundName], gazetteer: Gazetteer) -> Counter[str]:
    """How often an article names each country, or what comes from there."""
    places = (name.printed for name in found if name.kind is EntityKind.PLACE)
    return Counter(country for word in places if (country := _country_of(word, gazetteer)) is not None)


def _country_of(word: str, gazetteer: Gazetteer) -> str | None:
    derived = gazetteer.place_of_derived(word)
    names = (derived,) if derived is not None else (word, word.removesuffix("s"))
    return next((country for name in names if (country := gazetteer.place(name))), None)
