"""Names of people that stand beside what they are, where the tagger saw a part or nothing."""

from collections.abc import Iterator

from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.nlp.findings import Finding
from reader.nlp.name_rules import FEWEST_WORDS, MOST_WORDS, SURE, NameRules

# Words within a name; not those that mostly begin something else (der, dem, zu).
NAME_PARTICLES = frozenset(
    {"von", "van", "de", "di", "da", "del", "della", "dos", "du", "al", "bin", "ibn", "ter", "ten"}
)
LESS_SURE_KINDS = frozenset({EntityKind.PERSON, EntityKind.PLACE, EntityKind.OTHER})
BESIDE_ROLE_CONFIDENCE = 0.75  # measured on held-out articles: three of four


def with_people_beside_roles(doc: Doc, findings: list[Finding], rules: NameRules) -> list[Finding]:
    """Whole names where the tagger saw a part, something else or nothing: Fischhändler Aslak Sara Gaup."""
    people = list(findings)
    for start, end in _names_beside_roles(doc, rules):
        person = Finding(start, end, EntityKind.PERSON, confidence=BESIDE_ROLE_CONFIDENCE)
        parts = [finding for finding in people if finding.overlaps(person)]
        is_known = any(_is_settled(part, person, doc) for part in parts)
        if not is_known and all(_may_grow(part, person) for part in parts):
            people = [finding for finding in people if finding not in parts]
            people.append(person)
    return people


def _is_settled(part: Finding, person: Finding, doc: Doc) -> bool:
    """Whether the tagger's own name is as good: whole, or a full name that only ends a sequence of nouns."""
    if part.kind is not person.kind:
        return False
    is_full = part.end == person.end and part.end - part.start > 1
    is_same = part.start == person.start and part.end == person.end
    return is_same or (is_full and _is_apposition(doc, part))


def _may_grow(part: Finding, person: Finding) -> bool:
    return part.kind in LESS_SURE_KINDS and person.covers(part) and part.confidence < SURE


def _is_apposition(doc: Doc, part: Finding) -> bool:
    """Whether the role stands behind a comma: "das Bild Ziad Haddadin, ein Baggerführer"."""
    return part.end < len(doc) and doc[part.end].text == ","


def _names_beside_roles(doc: Doc, rules: NameRules) -> Iterator[tuple[int, int]]:
    """Sequences of capitalised words after a role, and before a role in apposition."""
    for place in range(len(doc) - 2):
        if rules.roles.lemma(doc[place].text) is None:
            continue
        end = _end_of_name(doc, place + 1, rules)
        if end - place > FEWEST_WORDS:
            yield place + 1, end
        comma = _comma_of_apposition(doc, place)
        start = comma
        while start > 0 and comma - start < MOST_WORDS and rules.may_name(doc[start - 1].text):
            start -= 1
        is_bounded = start == 0 or not doc[start - 1].text[:1].isupper()
        if FEWEST_WORDS <= comma - start < MOST_WORDS and is_bounded:
            yield start, comma


def _comma_of_apposition(doc: Doc, role: int) -> int:
    """Where the comma is in "Odile Marchand, die kanadische Ministerin"; 0 if there is none."""
    place = role - 1
    while place > max(0, role - MOST_WORDS) and doc[place].text.islower():
        place -= 1
    return place if place > 0 and doc[place].text == "," else 0


def _end_of_name(doc: Doc, start: int, rules: NameRules) -> int:
    """Where a sequence of given names, particles and surname ends."""
    end = start
    for place in range(start, min(start + MOST_WORDS, len(doc))):
        text = doc[place].text
        if rules.may_name(text):
            end = place + 1
        elif place == start or text not in NAME_PARTICLES:
            break
    return end
