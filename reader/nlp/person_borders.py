"""Puts the borders of people's names right by the other names of the article."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.nlp.findings import Finding
from reader.nlp.name_borders import CLASSES
from reader.nlp.name_forms import APOSTROPHES
from reader.nlp.name_index import NameIndex, Words, forms_of
from reader.nlp.named_people import (
    NamedPeople,
    initials_as_letters,
    named_people,
    plain,
    spelling,
    with_own_particles,
    words_of,
)
from reader.nlp.person_names import GivenNames

NAMED_KINDS = frozenset({EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE})
SETTLED_KINDS = NAMED_KINDS | {EntityKind.OTHER}
INITIALS = re.compile(r"(?:[A-ZÄÖÜ]\.[- ]?)+")
CONFIDENCE = 0.95  # of the full name of somebody known
COUNCIL = "rat"
OWNER_AND_OWNED = 2  # words of "Brandts Verband"


def is_settleable(finding: Finding) -> bool:
    """Whether other names of the article may change its kind."""
    is_plain = finding.form is MentionForm.NAME and finding.knowledge_id is None
    return is_plain and finding.kind in SETTLED_KINDS


def without_shouting(doc: Doc, findings: Sequence[Finding]) -> list[Finding]:
    """The findings; of a line in capitals only the words that the text knows as names: MERZ WARNT."""
    people = [finding for finding in findings if finding.kind is EntityKind.PERSON]
    names = {word.casefold() for one in people for word in words_of(doc, one) if not word.isupper()}
    trimmed = []
    for finding in findings:
        kept = [at for at in range(finding.start, finding.end) if doc[at].text.casefold() in names]
        if finding.kind is EntityKind.PERSON and kept and doc[finding.start : finding.end].text.isupper():
            trimmed.append(replace(finding, start=kept[0], end=kept[-1] + 1))
        else:
            trimmed.append(finding)
    return trimmed


def with_particles(doc: Doc, findings: Sequence[Finding]) -> list[Finding]:
    """The findings; a bare Leyen grows by "von der" or "Ursula von der", if the article has the full name."""
    people = {words_of(doc, finding) for finding in findings if finding.kind is EntityKind.PERSON}
    by_last: dict[str, set[Words]] = {}
    for words in people:
        for called in (with_own_particles(words), words[1:], words):
            if len(called) > 1:
                by_last.setdefault(called[-1], set()).add(called)
    starts = [_start_of_longest(doc, finding, by_last) for finding in findings]
    inside = {
        place
        for finding, start in zip(findings, starts, strict=True)
        for place in range(start, finding.start)
    }
    return [
        finding if start == finding.start else replace(finding, start=start)
        for finding, start in zip(findings, starts, strict=True)
        if not inside.issuperset(range(finding.start, finding.end))
    ]


def _start_of_longest(doc: Doc, finding: Finding, by_last: Mapping[str, set[Words]]) -> int:
    """Where the longest of the known names begins that ends with the finding."""
    if finding.kind is not EntityKind.PERSON:
        return finding.start
    lasts = {form[0] for form in forms_of((doc[finding.end - 1].text,))}
    start = finding.start
    for called in {called for last in lasts for called in by_last.get(last, ())}:
        before = tuple(token.text for token in doc[max(0, finding.end - len(called)) : finding.end])
        if called in {*forms_of(before), *forms_of((before[0].lower(), *before[1:]))}:
            start = min(start, finding.end - len(called))
    return start


def with_initials(doc: Doc, findings: Sequence[Finding]) -> list[Finding]:
    """The findings; initials that were found apart are joined with the surname: C.-U. Ibsen."""
    joined: list[Finding] = []
    for finding in sorted(findings, key=lambda one: one.start):
        last = joined[-1] if joined else None
        if last is not None and _is_initials_of(doc, last, finding):
            joined[-1] = replace(finding, start=last.start)
        else:
            joined.append(finding)
    return joined


def _is_initials_of(doc: Doc, first: Finding, second: Finding) -> bool:
    is_beside = first.end == second.start and second.kind is EntityKind.PERSON
    return is_beside and INITIALS.fullmatch(doc[first.start : first.end].text) is not None


def without_owned(doc: Doc, findings: Sequence[Finding]) -> list[Finding]:
    """The findings; of "Brandts Verband" only Brandts, if the article has Anna Brandt in full."""
    people = named_people(doc, findings)
    return [part for finding in findings for part in _owner_and_owned(doc, finding, people)]


def _owner_and_owned(doc: Doc, finding: Finding, people: NamedPeople) -> Iterator[Finding]:
    """Brandts | Verband, Thomas' | Büro; of Kerns Partei Grüne Mitte the owner and the name of the party."""
    end = _end_of_owner(doc, finding, people) if is_settleable(finding) else finding.start
    if not finding.start < end < finding.end:
        yield finding
        return
    yield replace(finding, end=end, kind=EntityKind.PERSON)
    if finding.end - end >= OWNER_AND_OWNED:
        yield replace(finding, start=end + 1 if doc[end].text.casefold() in CLASSES else end)


def _end_of_owner(doc: Doc, finding: Finding, people: NamedPeople) -> int:
    """Where the genitive of a person's name ends with which the name begins; its start if there is none."""
    surnames = people.surnames
    first = plain((doc[finding.start].text,))
    for at in range(finding.start + 1, finding.end - 1):
        if doc[at].text.endswith("s") and _is_in_full(doc, finding.start, at, people):
            return at + 1
    if first not in surnames:
        return finding.start + any(form in surnames for form in forms_of(first))
    has_apostrophe = finding.start + 1 < finding.end and doc[finding.start + 1].text in APOSTROPHES
    return finding.start + 2 if has_apostrophe else finding.start


def _is_in_full(doc: Doc, start: int, surname: int, people: NamedPeople) -> bool:
    """Whether given names or initials of its bearer stand before a surname in the genitive: JD Vances."""
    before = initials_as_letters(token.text for token in doc[start:surname])
    forms = {*forms_of(plain((doc[surname].text,)))} - {plain((doc[surname].text,))}
    return any(before in people.given_by_surname.get(form, ()) for form in forms)


def with_spelt_surnames(
    doc: Doc, findings: Sequence[Finding], people: NamedPeople, given_names: GivenNames
) -> list[Finding]:
    """The findings; a given name has the surname that was missed behind it: Hesham | al-Kudah.

    If the article has the full name in another spelling: Hisham al-Qudah.
    """
    taken = {place for finding in findings for place in range(finding.start, finding.end)}
    bearers: dict[str, set[str]] = {}
    for (surname,), given in people.given_by_surname.items():
        bearers.setdefault(spelling(surname), set()).update(given)
    return [
        replace(finding, end=finding.end + 1, kind=EntityKind.PERSON)
        if _lacks_surname(doc, finding, taken, bearers, given_names)
        else finding
        for finding in findings
    ]


def _lacks_surname(
    doc: Doc,
    finding: Finding,
    taken: Collection[int],
    bearers: Mapping[str, Collection[str]],
    given_names: GivenNames,
) -> bool:
    is_single = is_settleable(finding) and finding.end - finding.start == 1
    if not is_single or finding.end >= len(doc) or finding.end in taken:
        return False
    surname = doc[finding.end].text
    if surname.islower():
        return False
    given = doc[finding.start].text
    return any(given_names.may_be_one(given, one) for one in bearers.get(spelling(surname), ()))


def with_known_people(texts: Sequence[str], findings: Sequence[Finding], known: NameIndex) -> list[Finding]:
    """The findings; the full names of known people are whole, where the tagger saw a part or nothing."""
    owners = {place: finding for finding in findings for place in range(finding.start, finding.end)}
    whole: list[Finding] = []
    replaced: set[Finding] = set()
    place = 0
    while place < len(texts):
        found = known.name_at(texts, place, ())
        if found is not None:
            person = Finding(found.start, found.end, EntityKind.PERSON, confidence=CONFIDENCE)
            parts = {owners[at] for at in range(found.start, found.end) if at in owners}
            if all(_may_be_part(part, person) for part in parts):
                whole.append(person)
                replaced |= parts
        place = found.end if found is not None else place + 1
    return [*(finding for finding in findings if finding not in replaced), *whole]


def _may_be_part(part: Finding, person: Finding) -> bool:
    """Whether the person's name has more than what the tagger saw; Ludwig Erhard is no Haus of that name."""
    is_shorter = person.covers(part) and part.end - part.start < person.end - person.start
    return is_shorter and part.kind in NAMED_KINDS and not part.is_generic


def with_missed(texts: Sequence[str], settled: Sequence[Finding], missed: Iterable[Finding]) -> list[Finding]:
    """All findings; a given name that was missed belongs to the person right behind it: Tayler | Jane Kern.

    A council there is none: Bundesrat Urs Kern.
    """
    people = {
        finding.start
        for finding in settled
        if finding.kind is EntityKind.PERSON and finding.form is MentionForm.NAME
    }
    first_names: dict[int, Finding] = {}
    others: list[Finding] = []
    for one in missed:
        is_before_person = one.end in people
        if is_before_person and one.kind is EntityKind.PERSON and one.form is MentionForm.NAME:
            first_names[one.end] = one
        elif not (is_before_person and _is_council(texts, one)):
            others.append(one)
    whole = (
        replace(finding, start=first_names[finding.start].start)
        if finding.start in first_names and finding.kind is EntityKind.PERSON
        else finding
        for finding in settled
    )
    return [*whole, *others]


def _is_council(texts: Sequence[str], finding: Finding) -> bool:
    return finding.kind is EntityKind.ORGANIZATION and texts[finding.end - 1].endswith(COUNCIL)
