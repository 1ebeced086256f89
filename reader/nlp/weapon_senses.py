"""Other senses of a weapon's name that grammar or the article gives away: patriots, teams, translations."""

from collections.abc import Iterable, Mapping

from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.nlp.findings import Finding

PERSON_NOUNS = frozenset({"patriot"})  # masculine words for somebody; the systems are neuter or feminine
# Before the noun: of somebody; the system is "das Patriot" or "die Patriot".
MASCULINE = frozenset({
    "ein", "einen", "einem", "kein", "keinen", "den", "jeder", "jeden", "dieser", "mancher", "als",
    "ist", "war", "sei", "bin", "bist", "wäre", "bleibt",
})  # fmt: skip
BEFORE_SUBJECT = frozenset(
    {",", ".", ":", ";", "–", "und", "oder", "dass", "wenn", "weil", "wer", "(", "!", "?"}
)
ADJECTIVE_ENDINGS = ("er", "en")
MEANS = frozenset({"bedeutet", "bedeuten", "bedeute", "bedeutete", "means"})
QUOTES = frozenset('„“”"»«‚‘’›‹')


def means_somebody(doc: Doc, start: int) -> bool:
    """Whether the word is a person there: "er sei ein guter Patriot", but not "ein Patriot-System"."""
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
    """Whether the word only says what another one means: "Vilkas, das bedeutet Wolf"."""
    before = _before(doc, start)
    return before >= 0 and doc[before].text.casefold() in MEANS


def teams_in(doc: Doc, places: Iterable[range], tagged: Mapping[int, Finding]) -> frozenset[str]:
    """Those names at `places` that are the end of an organisation's: Panthers, of the Carolina Panthers.

    In such an article the bare name is the team, unless something beside it says otherwise.
    """
    return frozenset(
        doc[place.start : place.stop].text
        for place in places
        if (finding := tagged.get(place.start)) is not None
        and finding.kind is EntityKind.ORGANIZATION
        and finding.start < place.start
        and finding.end == place.stop
    )


def _before(doc: Doc, place: int) -> int:
    """The token before, quotation marks aside; -1 at the beginning."""
    place -= 1
    while place >= 0 and doc[place].text in QUOTES:
        place -= 1
    return place
