"""Finds bodies whose letters stand in brackets behind them, and the letters, where the tagger missed either.

Bewegung des 23. März (M23), Gruppe für eine Schweiz ohne Armee (GSoA), Volksmachtpartei (PPP).
"""

import re
from collections.abc import Iterator, Sequence

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.nlp.findings import Finding
from reader.nlp.name_forms import is_abbreviation
from reader.nlp.short_names import abbreviates, spells

HEADS = frozenset({
    "Aktion", "Aktionsbündnis", "Allianz", "Arbeitsgemeinschaft", "Bewegung", "Bund", "Bündnis", "Front",
    "Gesellschaft", "Gruppe", "Initiative", "Komitee", "Koalition", "Liga", "Netzwerk", "Organisation",
    "Partei", "Union", "Verband", "Verein", "Vereinigung", "Volksfront", "Zentrum",
})  # fmt: skip
WITHIN = frozenset({
    "für", "des", "der", "die", "das", "den", "dem", "zum", "zur", "gegen", "ohne", "ein", "eine", "einen",
    "von", "und", "in", "im", "am", "an", "mit", "zu",
})  # fmt: skip
BEHIND_HEAD = frozenset({"für", "zum", "zur", "des"})  # where a name goes on whatever its letters
LETTERS = re.compile(r"(?=[A-ZÄÖÜ])(?=\w*\d|(?:[^A-ZÄÖÜ]*[A-ZÄÖÜ]){2})[\w-]{2,8}")  # GSoA, M23
ORDINAL = re.compile(r"\d{1,2}\.?")
MOST_WORDS = 8
ENDINGS = ("partei", "liga", "befreiungsfront", "volksfront", "volksbewegung", "gewerkschaft", "miliz")
DESCRIPTIONS = re.compile(
    r"(?:regierungs|oppositions|schwester|koalitions|mutter|splitter|klein|groß|volks|einheits|präsidenten|"
    r"lokführer|islamisten|terror|rebellen|senats|links|rechts|mitte)(?:partei|miliz|gewerkschaft)",
    re.IGNORECASE,
)
CONFIDENCE = 0.85


def with_bracketed_bodies(texts: Sequence[str], findings: Sequence[Finding]) -> list[Finding]:
    """The findings in their order; bodies with letters in brackets behind them are whole."""
    kept = list(findings)
    for opening in (
        place for place, text in enumerate(texts[:-2]) if text == "(" and texts[place + 2] == ")"
    ):
        if not LETTERS.fullmatch(texts[opening + 1]):
            continue
        beside = [one for one in kept if opening - MOST_WORDS <= one.start <= opening + 1]
        for body in _missed(texts, opening, beside):
            parts = [one for one in beside if one.overlaps(body)]
            if all(_may_be_part(texts, part, body) for part in parts):
                kept = [*(one for one in kept if one not in parts), body]
    return sorted(kept, key=lambda one: one.start)


def _missed(texts: Sequence[str], opening: int, beside: Sequence[Finding]) -> Iterator[Finding]:
    letters = texts[opening + 1]
    is_found = any(one.is_body and one.start == opening + 1 for one in beside)
    before = next((one for one in beside if one.is_body and one.end == opening), None)
    start = _start_of_name(texts, opening, letters, is_found=is_found)
    if start is not None and (before is None or start < before.start):
        yield Finding(start, opening, EntityKind.ORGANIZATION, confidence=CONFIDENCE)
    name = " ".join(texts[before.start : before.end]) if before is not None else ""
    is_told = start is not None or (" " in name and abbreviates(letters, name))
    if not is_found and is_told:
        yield Finding(opening + 1, opening + 2, EntityKind.ORGANIZATION, confidence=CONFIDENCE)


def _start_of_name(texts: Sequence[str], end: int, letters: str, *, is_found: bool) -> int | None:
    """Where the name before the bracket begins: at a word for a body, or it is a compound of one."""
    last = texts[end - 1]
    if is_found and last[:1].isupper() and last.endswith(ENDINGS) and last.casefold() not in ENDINGS:
        before = texts[end - 2]
        is_longer = before[:1].isupper() and before.casefold() not in WITHIN
        return None if is_longer or DESCRIPTIONS.fullmatch(last) else end - 1
    for place in range(end - 1, max(-1, end - 1 - MOST_WORDS), -1):
        word = texts[place]
        if word in HEADS and place < end - 2:
            is_spelt = spells(letters, " ".join(texts[place:end]))
            is_named = is_found and texts[place + 1] in BEHIND_HEAD
            return place if is_spelt or is_named else None
        if not (word[:1].isupper() or word in WITHIN or ORDINAL.fullmatch(word) or word.endswith("es")):
            return None
    return None


def _may_be_part(texts: Sequence[str], part: Finding, body: Finding) -> bool:
    is_letters = part.form is MentionForm.NAME and is_abbreviation(" ".join(texts[part.start : part.end]))
    return body.covers(part) and part.kind is not EntityKind.PERSON and not is_letters
