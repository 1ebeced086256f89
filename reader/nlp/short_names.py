"""Tells whether one name is short for another: Bafa, HSV, Rheinmetall, Landtag, Frankfurt."""

import re

from reader.nlp.name_forms import initials, is_abbreviation, stem

AFTER_SHORT_NAMES = frozenset(
    {"ag", "se", "gmbh", "kg", "inc", "inc.", "corp.", "ltd", "ltd.", "plc", "group", "gruppe", "–"}
)
PLACE_CONNECTORS = frozenset({"am", "an", "im", "in", "ob", "bei"})
LANDSCAPES = frozenset(
    {"Channel", "Strait", "Straits", "Gulf", "Canal", "Peninsula", "Golf", "Kanal", "Meerenge"}
)
COUNTRIES = frozenset({"Emirate"})  # called by the last word of their names
FOR_ANOTHER = frozenset({"Pro", "Contra", "Anti"})  # Pro Bahn is not the Bahn
# What an authority is called without when it is named again: Bundesinnenministerium, UN-Sicherheitsrat.
FOREPARTS = re.compile(r"bundes|landes|staats|eu-|un-|us-|nato-")
LONGEST_SHORT_NAME = 8  # letters of a short name in brackets: Bafa, Seco
SHORTEST_ABBREVIATION = 3  # letters that can be told to be the initials of a name
FEWEST_CAPITALS = 2  # of a name whose abbreviation takes letters from within its words, too
SHORTEST_PREFIX = 4  # letters that a name must have to be recognised as the beginning of a word
# A party in brackets behind an organisation is where somebody belongs, not another name of it.
PARTIES = frozenset(
    {"CDU", "CSU", "SPD", "FDP", "AfD", "Grüne", "Linke", "BSW", "ÖVP", "SPÖ", "FPÖ", "SVP", "Neos", "SSW"}
)


def expands(name: str, bracketed: str) -> bool:
    """Whether one of two names, the second in brackets, is short for the other."""
    if bracketed in PARTIES and not initials(name).startswith(bracketed[:1]):
        return False
    is_short = " " not in bracketed and len(bracketed) <= LONGEST_SHORT_NAME < len(name)
    if (is_abbreviation(bracketed) or is_short) and not is_abbreviation(name):
        return True
    if abbreviates_beginning(bracketed, name):
        return True
    return is_abbreviation(name) and len(bracketed) > len(name)


def abbreviates(abbreviation: str, name: str) -> bool:
    """Whether its letters are the initials of the name, some words left out: IVW, HSV."""
    letters, capitals = abbreviation.casefold(), _capitals(name)
    if len(letters) < SHORTEST_ABBREVIATION:
        return letters == capitals and " " in name
    if letters[:1] != capitals[:1] or len(name) <= len(letters):
        return False
    return _in_order(letters, capitals)


def abbreviates_parts(abbreviation: str, name: str) -> bool:
    """Whether its letters are all initials of the name and some more from within: EVG, TKMS."""
    letters, capitals = abbreviation.casefold(), _capitals(name)
    if len(capitals) < FEWEST_CAPITALS or len(letters) < SHORTEST_ABBREVIATION or letters[0] != capitals[0]:
        return False
    return _in_order(capitals, letters) and _in_order(letters, name.casefold())


def abbreviates_beginning(short: str, name: str) -> bool:
    """Whether only its first word is short for what the name begins with: TH Nordheim, LG Nordheim."""
    letters, _, rest = short.partition(" ")
    beginning = name.removesuffix(f" {rest}")
    if not rest or beginning == name or not is_abbreviation(letters):
        return False
    folded, word, capitals = letters.casefold(), beginning.casefold(), _capitals(beginning)
    is_begun = folded[0] == word[0] and len(word) > len(folded) and _in_order(capitals, folded)
    return is_begun and _in_order(folded, word)


def is_short_organisation(short: str, long: str) -> bool:
    """Rheinmetall for Rheinmetall AG, Landtag for Hessischer Landtag, National Council for the Swiss one.

    Sky Shield for the European Sky Shield Initiative.
    """
    if short == long:
        return False
    if " " in short:
        words, called = [stem(word) for word in long.split()], [stem(word) for word in short.split()]
        count = len(called)
        return called in (words[:count], words[1 : 1 + count], words[-count:])
    first, *others = long.split()
    if not others:
        return _is_without_forepart(short, long)
    if stem(first) == stem(short):
        return True
    if first in FOR_ANOTHER:
        return False
    return stem(others[-1]) == stem(short) and not any(word[:1].islower() for word in (first, *others))


def is_short_place(short: str, long: str) -> bool:
    """Frankfurt for Frankfurt am Main, Channel for English Channel, Emirate for the Vereinigte Arabische."""
    first, *others = long.split()
    if (short in LANDSCAPES and others == [short]) or (short in COUNTRIES and others[-1:] == [short]):
        return True
    if " " in short or not others or stem(first) != stem(short):
        return False
    return others[0] in PLACE_CONNECTORS or others[0].startswith("(")


def spells(letters: str, name: str) -> bool:
    """Whether the letters are all in the name in their order and begin it: KSK, Kreissparkasse."""
    folded, word = letters.casefold(), name.casefold()
    return folded[:1] == word[:1] and _in_order(folded, word)


def shared_beginning(name: str, word: str, rest: re.Pattern[str]) -> int:
    """How many letters of `name`, some endings left out, `word` begins with; 0 if its rest is not `rest`."""
    shortest = max(SHORTEST_PREFIX, len(stem(name)))
    for length in range(len(name), shortest - 1, -1):
        if word.casefold().startswith(name[:length].casefold()) and rest.fullmatch(word[length:].casefold()):
            return length
    return 0


def _is_without_forepart(short: str, long: str) -> bool:
    forepart = FOREPARTS.match(long.casefold())
    return forepart is not None and stem(long.casefold()[forepart.end() :]) == stem(short)


def _capitals(name: str) -> str:
    """The initials of a name; of an abbreviation within it all letters: Hamburger SV → hsv."""
    words = re.split(r"[\s-]+", name)
    return "".join(word if word.isupper() else word[:1] for word in words if word[:1].isupper()).casefold()


def _in_order(letters: str, text: str) -> bool:
    remaining = iter(text)
    return all(letter in remaining for letter in letters)
