"""What somebody is, shortened before the name as in Austrian news: LHStv. Philip Wohlgemuth, NR-Abg. Kern."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from reader.domain.entities import EntityKind
from reader.nlp.findings import Finding

# Each as it is said of a man and of a woman.
FUNCTIONS = {
    "LH": ("Landeshauptmann", "Landeshauptfrau"),
    "LHStv": ("Landeshauptmann-Stellvertreter", "Landeshauptmann-Stellvertreterin"),
    "LH-Stv": ("Landeshauptmann-Stellvertreter", "Landeshauptmann-Stellvertreterin"),
    "LR": ("Landesrat", "Landesrätin"),
    "StR": ("Stadtrat", "Stadträtin"),
    "GR": ("Gemeinderat", "Gemeinderätin"),
    "BM": ("Bundesminister", "Bundesministerin"),
    "KO": ("Klubobmann", "Klubobfrau"),
    "Bgm": ("Bürgermeister", "Bürgermeisterin"),
    "Vbgm": ("Vizebürgermeister", "Vizebürgermeisterin"),
    "Abg": ("Abgeordneter", "Abgeordnete"),
    "NR-Abg": ("Nationalratsabgeordneter", "Nationalratsabgeordnete"),
    "NAbg": ("Nationalratsabgeordneter", "Nationalratsabgeordnete"),
    "LAbg": ("Landtagsabgeordneter", "Landtagsabgeordnete"),
    "LT-Abg": ("Landtagsabgeordneter", "Landtagsabgeordnete"),
    "OB": ("Oberbürgermeister", "Oberbürgermeisterin"),
    "StA": ("Staatsanwalt", "Staatsanwältin"),
    "OStA": ("Oberstaatsanwalt", "Oberstaatsanwältin"),
}
DEGREES = frozenset({"DI", "DDr", "MMag", "Mag", "Ing", "Prim", "OStR", "RA", "KommR", "Hofrat"})
OF_WOMAN = re.compile(r"\.?in$")
POINT = "."
SHORT_BEFORE = re.compile(
    rf"(?<![\w.-])(?P<short>{'|'.join(sorted(FUNCTIONS, key=len, reverse=True))})(?P<woman>\.?in)?\.?\s+"
    rf"(?:(?:Dr|Prof|{'|'.join(sorted(DEGREES))}|Dipl\.-Ing)\.?\s+)*$"
)
MOST_WORDS = 4  # of a name behind one


def function_before(before: str, name: str, women: Collection[str]) -> str | None:
    """The function, written out, that `before` ends with; of whom it is said, ending or given name tell."""
    found = SHORT_BEFORE.search(before)
    if found is None:
        return None
    is_woman = found["woman"] is not None or name.partition(" ")[0] in women
    return FUNCTIONS[found["short"]][is_woman]


def without_short_functions(texts: Sequence[str], findings: Sequence[Finding]) -> list[Finding]:
    """The findings; a shortened function or degree right before a person is no body, nor part of a name."""
    people = {one.start for one in findings if one.kind is EntityKind.PERSON}
    cut = [_behind_functions(texts, one) for one in findings]
    people.update(one.start for one in cut if one.kind is EntityKind.PERSON)
    return [one for one in cut if not (_is_short(texts, one) and _end(texts, one.end) in people)]


def _behind_functions(texts: Sequence[str], finding: Finding) -> Finding:
    """KO Wolf is a person, taken for a body or not."""
    if finding.kind not in {EntityKind.PERSON, EntityKind.ORGANIZATION}:
        return finding
    start = finding.start
    while start < finding.end - 1 and _is_shortened(texts[start]):
        start = _end(texts, start + 1)
    rest = texts[start : finding.end]
    is_name = 0 < len(rest) <= MOST_WORDS and all(word.istitle() for word in rest)
    is_function = start > finding.start and _base(texts[finding.start]) in FUNCTIONS
    if start == finding.start or not is_name or (finding.kind is not EntityKind.PERSON and not is_function):
        return finding
    return replace(finding, start=start, kind=EntityKind.PERSON)


def _is_short(texts: Sequence[str], finding: Finding) -> bool:
    words = [word for word in texts[finding.start : finding.end] if word != POINT]
    is_body = finding.kind in {EntityKind.ORGANIZATION, EntityKind.OTHER, EntityKind.PERSON}
    return is_body and all(_is_shortened(word) for word in words)


def _end(texts: Sequence[str], place: int) -> int:
    return place + 1 if place < len(texts) and texts[place] == POINT else place


def _is_shortened(word: str) -> bool:
    return _base(word) in FUNCTIONS or word.rstrip(POINT) in DEGREES


def _base(word: str) -> str:
    return OF_WOMAN.sub("", word.rstrip(POINT))
