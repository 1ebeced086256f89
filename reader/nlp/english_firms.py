"""Finds firms of English texts that stand behind their country: Norway's Kongsberg, Italy's Leonardo."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.knowledge.gazetteer import Gazetteer, KnownKind
from reader.nlp.english_parties import with_parties
from reader.nlp.findings import Finding

POSSESSIVES = ("'s", "’s", "s'", "s’")
SURE = 0.9  # confidence of a firm that the tagger missed
AGAIN = 0.8  # the same where it stands without its country


def with_english_bodies(
    doc: Doc, texts: Sequence[str], findings: Sequence[Finding], gazetteer: Gazetteer
) -> list[Finding]:
    """The findings in their order, with what only English texts call bodies so: parties and firms."""
    if not gazetteer.derived_english:
        return list(findings)
    whole = [_with_head(texts, one) for one in findings]
    return with_firms(texts, with_parties(doc, whole, gazetteer), gazetteer)


def with_firms(texts: Sequence[str], findings: Sequence[Finding], gazetteer: Gazetteer) -> list[Finding]:
    """The findings in their order, with the firms that a country has, and with all their mentions."""
    firms = list(_owned(texts, findings, gazetteer))
    names = {texts[firm.start] for firm in firms}
    owned = {firm.start for firm in firms}
    firms.extend(
        Finding(place, place + 1, EntityKind.ORGANIZATION, confidence=AGAIN)
        for place, text in enumerate(texts if names else ())
        if text in names and place not in owned
    )
    kept = [_as_body(texts, one, names) for one in findings]
    taken = {place for one in kept for place in range(one.start, one.end)}
    kept.extend(firm for firm in firms if firm.start not in taken)
    return sorted(kept, key=lambda one: one.start)


def _owned(texts: Sequence[str], findings: Sequence[Finding], gazetteer: Gazetteer) -> Iterator[Finding]:
    """What is called like a town or a word, but is a known body: Norway's Kongsberg, Italy's Leonardo."""
    named = {place: one for one in findings for place in range(one.start, one.end)}
    for owner in findings:
        place = owner.end
        is_owner = owner.kind is EntityKind.PLACE and texts[owner.end - 1].endswith(POSSESSIVES)
        if not is_owner or place >= len(texts) or gazetteer.place(_called(texts, owner)) is None:
            continue
        word, following = texts[place], texts[place + 1] if place + 1 < len(texts) else "."
        is_alone = not following[:1].isupper() and not following[:1].isdigit()
        seen = named.get(place)
        is_open = seen is None or (seen.kind is EntityKind.PLACE and seen.end == place + 1)
        is_place = gazetteer.certain.get((word,)) is KnownKind.PLACE or gazetteer.place(word) is not None
        if is_alone and is_open and word.istitle() and not is_place and gazetteer.organisation(word):
            yield Finding(place, place + 1, EntityKind.ORGANIZATION, confidence=SURE)


def _with_head(texts: Sequence[str], finding: Finding) -> Finding:
    """A ministry of which the tagger saw only what it is for: foreign | ministry."""
    is_cut = finding.is_body and texts[finding.end : finding.end + 1] in (["ministry"], ["Ministry"])
    return replace(finding, end=finding.end + 1) if is_cut else finding


def _called(texts: Sequence[str], owner: Finding) -> str:
    return re.sub(r"\s?['’]s?$", "", " ".join(texts[owner.start : owner.end]))


def _as_body(texts: Sequence[str], finding: Finding, names: set[str]) -> Finding:
    """The firm that the article names with its country elsewhere."""
    is_place = finding.kind is EntityKind.PLACE and finding.form is MentionForm.NAME
    is_named = is_place and finding.end - finding.start == 1 and texts[finding.start] in names
    return replace(finding, kind=EntityKind.ORGANIZATION) if is_named else finding
