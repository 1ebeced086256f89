"""Other senses of a weapon's name that grammar or the article gives away: patriots, teams, people."""

import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from itertools import pairwise

from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.nlp.findings import Finding
from reader.nlp.weapon_classes import WeaponClasses
from reader.nlp.weapon_neighbours import DETERMINERS, Neighbours, Place

PERSON_NOUNS = frozenset({"patriot"})  # masculine words for somebody; the systems are neuter or feminine
TRADES = frozenset({"boxer", "boxerin", "ranger", "hunter", "warrior"})  # that somebody can have had
FORMER = ("früher", "ehemalig", "einstig", "former", "retired")
# Before the noun: of somebody; the system is "das Patriot" or "die Patriot".
MASCULINE = frozenset({
    "ein", "einen", "einem", "kein", "keinen", "den", "jeder", "jeden", "dieser", "mancher", "als",
    "ist", "war", "sei", "bin", "bist", "wäre", "bleibt",
})  # fmt: skip
BEFORE_SUBJECT = frozenset(
    {",", ".", ":", ";", "–", "und", "oder", "dass", "wenn", "weil", "wer", "(", "!", "?"}
)
ADJECTIVE_ENDINGS = ("er", "en")
LANGUAGE = re.compile(r"(?:Deutsch|Suaheli|Hindi|Urdu|Farsi|Paschtu|[A-ZÄÖÜ]\w+isch)")
LANGUAGE_REACH = 6  # tokens behind a name: "Rafale, das ist auf Französisch …"
ONE = frozenset({"ein", "eine", "einen", "einem", "einer"})
FEWEST_ANIMALS = 3  # that a sentence brings together: ein Fuchs, ein Dachs und ein Wiesel
MEANS = frozenset({"bedeutet", "bedeuten", "bedeute", "bedeutete", "means"})
NO_PEOPLE = frozenset({EntityKind.WEAPON, EntityKind.OTHER})
QUOTES = frozenset('„“”"»«‚‘’›‹')


def means_somebody(doc: Doc, start: int) -> bool:
    """Whether the word is a person there: "er sei ein guter Patriot", but not "ein Patriot-System"."""
    if doc[start].text.casefold() in TRADES:
        return start > 0 and doc[start - 1].text.casefold().startswith(FORMER)
    if doc[start].text.casefold() not in PERSON_NOUNS:
        return False
    before = _before(doc, start)
    if before >= 0 and doc[before].text.islower() and doc[before].text.endswith(ADJECTIVE_ENDINGS):
        adjective_before = _before(doc, before)
        if adjective_before >= 0 and doc[before].text not in MASCULINE | {"der", "einer"}:
            before = adjective_before
    word = doc[before].text.casefold() if before >= 0 else ""
    if word == "der":  # elsewhere it may be the genitive of die Patriot
        first = _before(doc, before)
        return first < 0 or doc[before].is_sent_start or doc[first].text.casefold() in BEFORE_SUBJECT
    return word in MASCULINE


def is_translation(doc: Doc, start: int) -> bool:
    """Whether the word only says what another one means, or is itself explained as a word.

    "Vilkas, das bedeutet Wolf"; "eine Rafale, das ist auf Französisch zunächst eine Böe".
    """
    before = _before(doc, start)
    if before >= 0 and doc[before].text.casefold() in MEANS:
        return True
    behind = [token.text for token in doc[start + 1 : start + 1 + LANGUAGE_REACH]]
    is_explained = behind[:1] == [","] and "." not in behind
    return is_explained and any(
        first == "auf" and LANGUAGE.fullmatch(second) for first, second in pairwise(behind)
    )


def is_in_company(doc: Doc, around: range, doubtful: Collection[int]) -> bool:
    """Whether a sentence brings several things together that are all animals, too, each with an "ein"."""
    counted = [at for at in around if at in doubtful and at and doc[at - 1].text.casefold() in ONE]
    return len({doc[at].text for at in counted}) >= FEWEST_ANIMALS


def teams_in(
    doc: Doc, places: Iterable[range], tagged: Mapping[int, Finding], nations: Container[str] = ()
) -> frozenset[str]:
    """Those names at `places` that are the end of an organisation's: Panthers, of the Carolina Panthers.

    In such an article the bare name is the team, unless something beside it says otherwise. British
    Challengers are no team, though: `nations` are adjectives of places.
    """
    return frozenset(
        doc[place.start : place.stop].text
        for place in places
        if (finding := tagged.get(place.start)) is not None
        and finding.kind is EntityKind.ORGANIZATION
        and finding.start < place.start
        and finding.end == place.stop
        and not (finding.start + 1 == place.start and doc[finding.start].text in nations)
    )


def people_in(
    near: Neighbours, places: Iterable[Place], tagged: Mapping[int, Finding], classes: WeaponClasses
) -> Iterator[range]:
    """Those names at `places` that are somebody of the article, with the given name: Bayraktar said.

    The name stands behind a given name; or the tagger takes it for no weapon, and it speaks; or one of
    these holds where it is the surname of somebody who is named elsewhere. A class noun beside it says
    otherwise.
    """
    doc = near.doc
    alone = [place for place in places if _is_alone(doc, place) and not _is_called_weapon(near, place)]
    full = {finding for finding in tagged.values() if _is_full_person(finding)}
    named = {place.start for place in alone if _has_given_name(doc, place, tagged, classes)}
    other = {place.start for place in alone if _is_tagged_otherwise(place, tagged)}
    speaks = {place.start for place in alone if _speaks(doc, place, classes.speaking)}
    surnames = {doc[finding.end - 1].text for finding in full}
    surnames |= {doc[at].text for at in named | other & speaks}
    for place in alone:
        start, text = place.start, doc[place.start].text
        is_surname = bool(surnames & {text, text.removesuffix("s")})
        if start in named:
            yield range(start - 1, place.end)
        elif start in other & speaks or (is_surname and start in other | speaks):
            yield range(start, place.end)


def is_before_person(place: Place, tagged: Mapping[int, Finding]) -> bool:
    """Whether it is what somebody does: "der frühere Boxer Dieter Kroll"."""
    behind, here = tagged.get(place.end), tagged.get(place.end - 1)
    is_behind = behind is not None and behind.start == place.end and _is_full_person(behind)
    is_within = here is not None and here.end > place.end and here.kind is EntityKind.PERSON
    return is_behind or is_within


def _is_full_person(finding: Finding) -> bool:
    is_name = finding.kind is EntityKind.PERSON and finding.form is MentionForm.NAME
    return is_name and finding.end - finding.start > 1


def _is_alone(doc: Doc, place: Place) -> bool:
    """Whether it is one word without an article, and no figure or noun behind it makes it a weapon."""
    before = doc[place.start - 1].text.casefold() if place.start else ""
    return place.end == place.start + 1 and "-" not in doc[place.start].text and before not in DETERMINERS


def _is_called_weapon(near: Neighbours, place: Place) -> bool:
    is_told = near.has_type_before(place) or near.has_class_behind(place)
    return is_told or place.start - 1 in near.generic


def _has_given_name(doc: Doc, place: Place, tagged: Mapping[int, Finding], classes: WeaponClasses) -> bool:
    """Whether a given name stands before it that is nothing else: Selçuk Bayraktar, but not Rafael Spike."""
    before = place.start - 1
    if before < 0 or doc[before].text not in classes.forenames:
        return False
    finding = tagged.get(before)
    return finding is None or finding.kind is EntityKind.PERSON or finding.end > place.start


def _is_tagged_otherwise(place: Place, tagged: Mapping[int, Finding]) -> bool:
    finding = tagged.get(place.start)
    return finding is not None and finding.kind not in NO_PEOPLE


def _speaks(doc: Doc, place: Place, speaking: Container[str]) -> bool:
    neighbours = [doc[at].text for at in (place.start - 1, place.end) if 0 <= at < len(doc)]
    return any(word in speaking for word in neighbours)


def _before(doc: Doc, place: int) -> int:
    """The token before, quotation marks aside; -1 at the beginning."""
    place -= 1
    while place >= 0 and doc[place].text in QUOTES:
        place -= 1
    return place
