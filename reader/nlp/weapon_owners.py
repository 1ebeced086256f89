"""Parts weapons from whose they are in English texts: Saab's | Gripen, Franco-German | FCAS."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.knowledge.catalogue import Catalogue
from reader.nlp.derived_words import FIRST_PARTS
from reader.nlp.findings import Finding
from reader.nlp.name_forms import POSSESSIVES

OWNED = frozenset({EntityKind.WEAPON, EntityKind.ORGANIZATION, EntityKind.PLACE})
DOUBTED = 0.7  # confidence of what only the catalogue's word makes a weapon: Boeing's Apache


def weapons_apart(doc: Doc, findings: Sequence[Finding], catalogue: Catalogue) -> list[Finding]:
    """The findings in their order; a weapon's name has neither its owner nor the states that build it."""
    return [part for finding in findings for part in _apart(doc, finding, catalogue)]


def _apart(doc: Doc, finding: Finding, catalogue: Catalogue) -> Iterator[Finding]:
    is_name = finding.form is MentionForm.NAME and not finding.is_generic
    if not is_name or finding.kind not in OWNED or finding.end - finding.start == 1:
        yield finding
        return
    is_weapon = finding.kind is EntityKind.WEAPON
    if is_weapon and _is_of_two_states(doc[finding.start].text):
        yield replace(finding, start=finding.start + 1)
        return
    start = _behind_owner(doc, finding)
    if start is None:
        yield finding
        return
    rest = replace(finding, start=start)
    if is_weapon:
        yield replace(finding, end=start, kind=EntityKind.ORGANIZATION)
        yield rest
    elif catalogue.look_up(doc[start : finding.end].text) is not None:
        yield replace(finding, end=start)
        yield replace(rest, confidence=min(rest.confidence, DOUBTED))
    else:
        yield finding


def _behind_owner(doc: Doc, finding: Finding) -> int | None:
    """Where a name goes on behind a genitive; „Queen Mary's“ alone is all of it."""
    for place in range(finding.start, finding.end - 1):
        if doc[place].text.endswith(POSSESSIVES) and doc[place + 1].text[:1].isalnum():
            return place + 1
    return None


def _is_of_two_states(word: str) -> bool:
    first, hyphen, last = word.partition("-")
    return bool(hyphen) and first.casefold() in FIRST_PARTS and last[:1].isupper()
