"""Tells whose a ministry or an army is, where an adjective says so: das ukrainische Außenministerium."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.domain.spans import Span
from reader.knowledge.gazetteer import Gazetteer
from reader.nlp.findings import Finding
from reader.nlp.name_forms import with_nominative_adjective

REACH = 40  # characters before a name that hold an adjective
ADJECTIVE = re.compile(r"(?<![\w-])([^\W\d_]+)\s+$")
# What every state has by the same name.
BODIES = (
    "ministerium", "ministeriums", "luftwaffe", "marine", "armee", "heer", "heeres", "streitkräfte",
    "streitkräften", "generalstab", "generalstabs", "generalstabes", "parlament", "parlaments", "botschaft",
    "zentralbank", "geheimdienst", "geheimdienstes", "geheimdiensts", "küstenwache", "präsidialamt",
    "präsidialamts", "präsidialamtes", "außenamt", "außenamts", "außenamtes", "verfassungsgericht",
    "verfassungsgerichts",
)  # fmt: skip
# Those that are surely such bodies behind the adjective or the genitive of a country.
SURE_BODY = re.compile(
    r"Generalstab(?:e?s)?|Küstenwache|Zentralbank|Parlaments?|"
    r"(?:Militär|Auslands|Inlands)geheimdienst(?:e?s)?|Präsidialamt(?:e?s)?|Verfassungsgerichts?|"
    r"(?:Verteidigungs|Außen|Innen|Finanz|Justiz|Gesundheits|Energie|Wirtschafts)ministeriums?"
)
# No names in themselves, but with an abbreviation behind them: die israelischen Streitkräfte (IDF).
FORCES = re.compile(r"Streitkräften?|Armee|Luftwaffe|Marine|Heer(?:es)?")
ABBREVIATION = re.compile(r"\( ?[A-Z]{2,} ?\)")
INDEFINITE = re.compile(r"(?:k?ein(?:e[mnrs]?)?|an?|jede[mnrs]?)")
SURE = 0.9  # confidence of a body that the tagger missed


@dataclass(frozen=True, slots=True)
class StateBody:
    """A body and the country or land that it belongs to; `name` is its name with the adjective."""

    state: str
    name: str


def state_body(name: str, span: Span, text: str, gazetteer: Gazetteer) -> StateBody | None:
    """Whose body `name` at `span` is; None if it is no such body or no adjective stands before it."""
    if " " in name or not name.casefold().endswith(BODIES):
        return None
    before = ADJECTIVE.search(text[max(0, span.start - REACH) : span.start])
    if before is None:
        return None
    if before[1].endswith("s") and (owner := gazetteer.place(before[1].removesuffix("s"))) is not None:
        return _of_owner(owner, _nominative(name), gazetteer)
    state = gazetteer.place_of_derived(before[1])
    if state is None:
        return None
    full = _with_adjective(before[1], _nominative(name))
    known = gazetteer.organisation(f"{before[1]} {name}") or gazetteer.organisation(full)
    return StateBody(state, known or full)


def missed_bodies(doc: Doc, findings: Sequence[Finding], gazetteer: Gazetteer) -> Iterator[Finding]:
    """Bodies of countries that the tagger missed: des ukrainischen Generalstabs, Russlands Armee."""
    taken = {place for finding in findings for place in range(finding.start, finding.end)}
    for finding in findings:
        place = finding.end
        is_word = finding.kind is EntityKind.PLACE and place - finding.start == 1 and place < len(doc)
        if not is_word or place in taken or not _is_body(doc, place):
            continue
        before = doc[finding.start - 1].text.casefold() if finding.start else ""
        word = doc[finding.start].text
        if finding.form is MentionForm.DERIVED:
            country = gazetteer.place_of_derived(word) if not INDEFINITE.fullmatch(before) else None
        else:
            country = word.removesuffix("s") if word.endswith("s") else None
        if country is not None and gazetteer.place(country) is not None:
            yield Finding(place, place + 1, EntityKind.ORGANIZATION, confidence=SURE)


def _is_body(doc: Doc, place: int) -> bool:
    if SURE_BODY.fullmatch(doc[place].text):
        return True
    is_abbreviated = ABBREVIATION.match(doc[place + 1 : place + 4].text) is not None
    return is_abbreviated and FORCES.fullmatch(doc[place].text) is not None


def _of_owner(state: str, noun: str, gazetteer: Gazetteer) -> StateBody:
    """Nordkoreas Verteidigungsministerium is the Nordkoreanische."""
    adjectives = (word for word, place in gazetteer.derived_places.items() if place == state)
    adjective = next((word for word in adjectives if word.endswith("ische")), None)
    full = f"{noun} von {state}" if adjective is None else _with_adjective(adjective, noun)
    return StateBody(state, gazetteer.organisation(full) or full)


def _nominative(name: str) -> str:
    if name.casefold().endswith(
        ("ministeriums", "parlaments", "generalstabs", "amts", "gerichts", "diensts")
    ):
        return name[:-1]
    if name.casefold().endswith(("heeres", "stabes", "amtes", "dienstes")):
        return name[:-2]
    return "Streitkräfte" if name == "Streitkräften" else name


def _with_adjective(adjective: str, noun: str) -> str:
    """Ukrainisches Verteidigungsministerium, Niedersächsischer Landtag."""
    base = re.sub(r"(?<=ch)e[nmrs]?$", "e", adjective)
    if base == adjective and not adjective.endswith("e"):
        return f"{adjective[0].upper()}{adjective[1:]} {noun}"  # Schweizer Armee
    return with_nominative_adjective(f"{base[0].upper()}{base[1:]} {noun}")
