"""Tells whose a ministry or an army is, where an adjective says so: das ukrainische Außenministerium."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.domain.spans import Span
from reader.knowledge.gazetteer import Gazetteer
from reader.nlp.english_bodies import english_body, missed_english_bodies
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
    "verfassungsgerichts", "nationalrat", "nationalrats", "nationalrates",
    "bundesrat", "bundesrats", "bundesrates",
)  # fmt: skip
# Those that are surely such bodies behind the adjective or the genitive of a country.
SURE_BODY = re.compile(
    r"Generalstab(?:e?s)?|Küstenwache|Selbstverteidigungsstreitkräften?|Zentralbank|Parlaments?|"
    r"(?:Militär|Auslands|Inlands)geheimdienst(?:e?s)?|Präsidialamt(?:e?s)?|Verfassungsgerichts?|"
    r"(?:Verteidigungs|Außen|Innen|Finanz|Justiz|Gesundheits|Energie|Wirtschafts)ministeriums?"
)
# No names in themselves, but with an abbreviation behind them: die israelischen Streitkräfte (IDF).
FORCES = re.compile(r"Streitkräften?|Armee|Luftwaffe|Marine|Heer(?:es)?")
ABBREVIATION = re.compile(r"\( ?[A-Z]{2,} ?\)")
INDEFINITE = re.compile(r"(?:k?ein(?:e[mnrs]?)?|an?|jede[mnrs]?)")
# The lands of Germany and Austria, which have ministries and parliaments, too.
LANDS = frozenset({
    "Baden-Württemberg", "Bayern", "Brandenburg", "Hessen", "Mecklenburg-Vorpommern", "Niedersachsen",
    "Nordrhein-Westfalen", "Rheinland-Pfalz", "Saarland", "Sachsen", "Sachsen-Anhalt", "Schleswig-Holstein",
    "Thüringen", "Burgenland", "Kärnten", "Niederösterreich", "Oberösterreich", "Salzburg", "Steiermark",
    "Tirol", "Vorarlberg",
})  # fmt: skip
# Where governments sit that are told of by their seat; Berlin, Wien and Bern may mean a land, too.
SEATS = {
    "Kiew": "Ukraine", "Kyjiw": "Ukraine", "Moskau": "Russland", "Minsk": "Belarus",
    "Warschau": "Polen", "Prag": "Tschechien", "Budapest": "Ungarn", "Bukarest": "Rumänien",
    "Sofia": "Bulgarien", "Belgrad": "Serbien", "Athen": "Griechenland", "Ankara": "Türkei",
    "Rom": "Italien", "Paris": "Frankreich", "Madrid": "Spanien", "Lissabon": "Portugal",
    "London": "Großbritannien", "Dublin": "Irland", "Den Haag": "Niederlande", "Kopenhagen": "Dänemark",
    "Stockholm": "Schweden", "Oslo": "Norwegen", "Helsinki": "Finnland", "Tallinn": "Estland",
    "Riga": "Lettland", "Vilnius": "Litauen", "Teheran": "Iran", "Bagdad": "Irak", "Damaskus": "Syrien",
    "Beirut": "Libanon", "Kairo": "Ägypten", "Riad": "Saudi-Arabien", "Peking": "China",
    "Tokio": "Japan", "Seoul": "Südkorea", "Pjöngjang": "Nordkorea", "Islamabad": "Pakistan",
    "Kabul": "Afghanistan", "Ottawa": "Kanada", "Canberra": "Australien",
    "Stuttgart": "Baden-Württemberg", "München": "Bayern", "Potsdam": "Brandenburg",
    "Wiesbaden": "Hessen", "Schwerin": "Mecklenburg-Vorpommern", "Hannover": "Niedersachsen",
    "Düsseldorf": "Nordrhein-Westfalen", "Mainz": "Rheinland-Pfalz", "Saarbrücken": "Saarland",
    "Dresden": "Sachsen", "Magdeburg": "Sachsen-Anhalt", "Kiel": "Schleswig-Holstein",
    "Erfurt": "Thüringen",
}  # fmt: skip
# What sits there; an embassy in Kiew is another state's, the navy in Kiel is no land's.
AT_SEAT = re.compile(
    r"(?:ministerium|parlament|präsidialamt|generalstab|zentralbank|verfassungsgericht)(?:e?s)?$",
    re.IGNORECASE,
)
SEAT_BEHIND = re.compile(r"\s+(?:in|im)\s+((?:Den\s+)?[A-ZÄÖÜ]\w+)(?![\w-])")
OWNER_BEHIND = re.compile(
    r"\s+(?:der\s+(?:(?:Streitkräfte|Armee)\s+der\s+)?(?P<feminine>[A-ZÄÖÜ][\w-]+)|(?P<genitive>[A-ZÄÖÜ][\w-]+s)\b)"
)
NAMED_WITH_OWNER = re.compile(
    r"(?P<noun>[A-ZÄÖÜ]\w+)\s+(?:der\s+(?P<feminine>[A-ZÄÖÜ][\w-]+)|(?P<genitive>[A-ZÄÖÜ][\w-]+s))"
)
FORCES_BETWEEN = 3  # words: "Generalstab", "der", "Streitkräfte", before "der"
HERE = "Deutschland"
SURE = 0.9  # confidence of a body that the tagger missed


@dataclass(frozen=True, slots=True)
class StateBody:
    """A body and the country or land that it belongs to; `name` is its name with the adjective."""

    state: str
    name: str


def state_body(name: str, span: Span, text: str, gazetteer: Gazetteer) -> StateBody | None:
    """Whose body `name` at `span` is; None if it is no such body or nothing beside it tells."""
    if gazetteer.derived_english:
        english = english_body(name, span, text, gazetteer)
        return StateBody(english.state, english.name) if english is not None else None
    if with_owner := NAMED_WITH_OWNER.fullmatch(name):
        return _with_owner(with_owner, name, gazetteer)
    if " " in name or not name.casefold().endswith(BODIES):
        return None
    before = ADJECTIVE.search(text[max(0, span.start - REACH) : span.start])
    adjective = before[1] if before is not None else ""
    owner = _owner(adjective, gazetteer) or _owner_behind(span, text, gazetteer)
    if owner is not None:
        return _of_owner(owner, _nominative(name), gazetteer)
    state = gazetteer.place_of_derived(adjective)
    full = _with_adjective(adjective, _nominative(name)) if state is not None else ""
    if state is None or (state == HERE and full.endswith("rat")):
        return None  # the Bundesrat is called so alone here
    return StateBody(
        state, gazetteer.organisation(f"{adjective} {name}") or gazetteer.organisation(full) or full
    )


def _with_owner(found: re.Match[str], name: str, gazetteer: Gazetteer) -> StateBody | None:
    """The body of a name with its state: Außenministerium Finnlands, Verteidigungsministerium der Ukraine."""
    feminine, genitive = found["feminine"], found["genitive"]
    owner = gazetteer.place(feminine) if feminine else _owner(genitive, gazetteer)
    is_body = found["noun"].casefold().endswith(BODIES) and gazetteer.organisation(name) is None
    return _of_owner(owner, _nominative(found["noun"]), gazetteer) if owner is not None and is_body else None


def _owner(word: str, gazetteer: Gazetteer) -> str | None:
    """The country or land that a word is the genitive of: Ukraines, Hessens."""
    base = word.removesuffix("s")
    return (base if base in LANDS else gazetteer.place(base)) if base != word else None


def _owner_behind(span: Span, text: str, gazetteer: Gazetteer) -> str | None:
    """Whose a body is where this stands behind it: Generalstab der Streitkräfte der Ukraine."""
    seat = SEAT_BEHIND.match(text, span.end) if AT_SEAT.search(text[span.start : span.end]) else None
    if seat is not None:
        return SEATS.get(seat[1])
    behind = OWNER_BEHIND.match(text, span.end)
    if behind is None:
        return None
    return (
        gazetteer.place(behind["feminine"]) if behind["feminine"] else _owner(behind["genitive"], gazetteer)
    )


def missed_bodies(doc: Doc, findings: Sequence[Finding], gazetteer: Gazetteer) -> Iterator[Finding]:
    """Bodies of countries that the tagger missed: des ukrainischen Generalstabs, Russlands Armee."""
    if gazetteer.derived_english:
        yield from missed_english_bodies(doc, findings, gazetteer)
        return
    taken = {place for finding in findings for place in range(finding.start, finding.end)}
    for finding in findings:
        place = finding.end
        is_word = finding.kind is EntityKind.PLACE and place - finding.start == 1
        if is_word and finding.form is MentionForm.NAME:
            yield from _before_owner(doc, finding.start, taken, gazetteer)
        if not is_word or place >= len(doc) or place in taken or not _is_body(doc, place):
            continue
        before = doc[finding.start - 1].text.casefold() if finding.start else ""
        word = doc[finding.start].text
        if finding.form is MentionForm.DERIVED:
            country = gazetteer.place_of_derived(word) if not INDEFINITE.fullmatch(before) else None
        else:
            country = word.removesuffix("s") if word.endswith("s") else None
        if country is not None and (country in LANDS or gazetteer.place(country) is not None):
            yield Finding(place, place + 1, EntityKind.ORGANIZATION, confidence=SURE)


def _before_owner(doc: Doc, owner: int, taken: set[int], gazetteer: Gazetteer) -> Iterator[Finding]:
    """The body right before its country: Generalstab der Ukraine, Verteidigungsministerium Russlands."""
    word = doc[owner].text
    if _owner(word, gazetteer) is not None:
        place = owner - 1
    elif owner > 1 and doc[owner - 1].text == "der" and gazetteer.place(word) is not None:
        is_of_forces = owner > FORCES_BETWEEN and doc[owner - 2].text in {"Streitkräfte", "Armee"}
        place = owner - 4 if is_of_forces and doc[owner - 3].text == "der" else owner - 2
    else:
        return
    if place >= 0 and place not in taken and SURE_BODY.fullmatch(doc[place].text):
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
        ("ministeriums", "parlaments", "generalstabs", "amts", "gerichts", "diensts", "rats")
    ):
        return name[:-1]
    if name.casefold().endswith(("heeres", "stabes", "amtes", "dienstes", "rates")):
        return name[:-2]
    return "Streitkräfte" if name == "Streitkräften" else name


def _with_adjective(adjective: str, noun: str) -> str:
    """Ukrainisches Verteidigungsministerium, Niedersächsischer Landtag."""
    base = re.sub(r"(?<=ch)e[nmrs]?$", "e", adjective)
    if base == adjective and not adjective.endswith("e"):
        return f"{adjective[0].upper()}{adjective[1:]} {noun}"  # Schweizer Armee
    return with_nominative_adjective(f"{base[0].upper()}{base[1:]} {noun}")
