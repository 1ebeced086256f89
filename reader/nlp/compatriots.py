"""Finds people behind the word for a person of their country: der Däne Mortensen, die Polin Wysocka."""

from collections.abc import Sequence
from dataclasses import replace

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.knowledge.gazetteer import Gazetteer
from reader.nlp.findings import Finding
from reader.nlp.name_rules import MOST_WORDS
from reader.nlp.text_tags import Shares

# What stands before one person; only before those of the second line -n is no plural: des Esten Tamm.
BEFORE_ONE = frozenset({"der", "die", "ein", "eine", "einer"})
BEFORE_OBLIQUE = frozenset({"des", "dem", "den", "eines", "einem", "einen"})
ADJECTIVES = ("sche", "schen", "deutsche", "deutschen")  # which begin names of bodies: die Polnische Post
ADJECTIVE_ENDINGS = ("e", "en")
RATHER_A_NAME = 0.9  # share of no name below which the word behind is one: „hat der Däne Zeit“ has 1
CONFIDENCE = 0.8
NO_SURNAMES = frozenset({"Position"})  # the Pole Position


def with_compatriots(
    texts: Sequence[str],
    shares: Shares | None,
    findings: Sequence[Finding],
    gazetteer: Gazetteer,
    not_names: frozenset[str],
) -> list[Finding]:
    """The findings; the word behind somebody of a country is a person, whatever the tagger saw there."""
    found = list(findings)
    for place in range(1, len(texts) - 1):
        if not texts[place + 1].istitle() or not _is_compatriot(texts, place, gazetteer):
            continue
        end = _end_of_name(texts, shares, place + 1, found)
        names = texts[place + 1 : end]
        if not names or not all(_may_be_called(name, gazetteer, not_names) for name in names):
            continue
        whole = Finding(place, end, EntityKind.PERSON)
        parts = [one for one in found if one.overlaps(whole)]
        origin = Finding(place, place + 1, EntityKind.PLACE, MentionForm.DERIVED, confidence=CONFIDENCE)
        settled = [one for one in parts if one.start > place and _is_settled(one)]
        if settled and settled[0].kind is EntityKind.PERSON:  # the Ire is nobody else
            found = [origin if (one.start, one.end) == (place, place + 1) else one for one in found]
        if settled or not all(map(whole.covers, parts)):
            continue
        person = replace(whole, start=place + 1, confidence=CONFIDENCE)
        found = [*(one for one in found if one not in parts), origin, person]
    return sorted(found, key=lambda finding: finding.start)


def _is_settled(finding: Finding) -> bool:
    """Whether it is a person already, or surely none: Waffen, Ryanair-Chef."""
    is_word = finding.is_generic or finding.form is not MentionForm.NAME
    return finding.kind is EntityKind.PERSON or is_word or finding.knowledge_id is not None


def _is_compatriot(texts: Sequence[str], place: int, gazetteer: Gazetteer) -> bool:
    word = texts[place]
    if not word.istitle() or word.endswith(ADJECTIVES) or gazetteer.place_of_derived(word) is None:
        return False
    article = texts[place - 1].casefold()
    if article.endswith(ADJECTIVE_ENDINGS) and texts[place - 1].islower() and place > 1:
        article = texts[place - 2].casefold() if article not in BEFORE_OBLIQUE | BEFORE_ONE else article
    if word.endswith("n") and not word.endswith("in"):
        return article in BEFORE_OBLIQUE
    return word.endswith(("e", "in")) and article in BEFORE_OBLIQUE | BEFORE_ONE


def _end_of_name(texts: Sequence[str], shares: Shares | None, start: int, findings: Sequence[Finding]) -> int:
    """Where the name ends that begins at `start`: with what the tagger saw there, or what it doubts."""
    seen = [one.end for one in findings if one.start <= start < one.end]
    if seen:
        return max(seen)
    end = start
    while (
        shares is not None
        and end < min(len(texts), start + MOST_WORDS)
        and texts[end].istitle()
        and shares[end, 0] < RATHER_A_NAME
    ):
        end += 1
    return end


def _may_be_called(name: str, gazetteer: Gazetteer, not_names: frozenset[str]) -> bool:
    if not name[:1].isupper() or name in NO_SURNAMES or name.casefold() in not_names:
        return False
    known = (gazetteer.place(name), gazetteer.organisation(name), gazetteer.place_of_derived(name))
    return not any(known) and (name,) not in gazetteer.certain
