"""Finds inhabitants that the tagger missed: Kronstederin, where Kronsteden is named; Kiewer Ärzte."""

import re
from collections.abc import Iterable, Iterator, Sequence

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.knowledge.gazetteer import Gazetteer, KnownKind
from reader.nlp.derived_words import possible_places
from reader.nlp.findings import Finding
from reader.nlp.text_tags import Shares

INHABITANT = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{3,}er(?:in(?:nen)?|n|s)?")
FEMALE = ("erin", "erinnen")
MARKS = frozenset('„“”»«"')
SHORTEST_TOWN = 5  # letters of a town after which no other word is called by chance
SURE_OF_NO_NAME = 0.95
CONFIDENCE = 0.8


def missed_inhabitants(
    texts: Sequence[str], shares: Shares | None, findings: Sequence[Finding], gazetteer: Gazetteer
) -> Iterator[Finding]:
    """Words that are made from a town of the article, or from a known one in front of a noun or of women."""
    if shares is None:
        return
    taken = {place for finding in findings for place in range(finding.start, finding.end)}
    people = {
        texts[place]
        for finding in findings
        if finding.kind is EntityKind.PERSON
        for place in range(finding.start, finding.end)
    }
    towns = _towns(texts, findings)
    for place, text in enumerate(texts):
        if place in taken or text in people or not INHABITANT.fullmatch(text) or _is_title(texts, place):
            continue
        if shares[place, 0] >= SURE_OF_NO_NAME:
            continue
        is_before_noun = place + 1 < len(texts) and texts[place + 1].istitle()
        is_clear = text.endswith(FEMALE) or (text.endswith("er") and is_before_noun)
        possible = list(possible_places(text))
        is_named = any(_is_named(town, towns) for town in possible)
        if is_named or (is_clear and any(_is_known(town, gazetteer) for town in possible)):
            yield Finding(place, place + 1, EntityKind.PLACE, MentionForm.DERIVED, confidence=CONFIDENCE)


def _is_title(texts: Sequence[str], place: int) -> bool:
    """Whether it begins what somebody or something is called in marks: die „Tölzer Buam“."""
    is_within = 0 < place < len(texts) - 2
    return is_within and MARKS.issuperset((texts[place - 1], texts[place + 2]))


def _towns(texts: Sequence[str], findings: Iterable[Finding]) -> frozenset[str]:
    """The names of one word, and the first words of longer ones, of the places of the article."""
    named = (
        texts[finding.start]
        for finding in findings
        if finding.kind is EntityKind.PLACE and finding.form is MentionForm.NAME
    )
    return frozenset(name.casefold() for name in named)


def _is_named(town: str, towns: frozenset[str]) -> bool:
    return len(town) >= SHORTEST_TOWN and town.casefold() in towns


def _is_known(town: str, gazetteer: Gazetteer) -> bool:
    return gazetteer.certain.get(tuple(town.split())) is KnownKind.PLACE
