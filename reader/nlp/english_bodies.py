"""Tells whose a ministry is in English texts: Russia's Foreign Ministry, the Danish Ministry of Defence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.domain.spans import Span
from reader.knowledge.gazetteer import Gazetteer
from reader.nlp.findings import Finding

# What English calls the field of a ministry before and behind that word, how the knowledge base does, and the
# German word for it, by which the ministries of Germany and of the United States are known.
FIELDS = (
    ("Foreign(?: Affairs)?", "(?:Foreign|External) Affairs", "Foreign", "außen"),
    ("Defen[cs]e", "(?:National )?Defen[cs]e", "Defence", "verteidigungs"),
    ("Interior", "(?:the )?Interior|Internal Affairs", "Interior", "innen"),
    ("Finance", "Finance", "Finance", "finanz"),
    ("Justice", "Justice", "Justice", "justiz"),
    ("Health", "(?:Public )?Health", "Health", "gesundheits"),
    ("Econom(?:y|ics)", "(?:the )?Economy|Economic Affairs", "Economy", "wirtschafts"),
    ("Energy", "Energy", "Energy", "energie"),
    ("Education", "Education", "Education", "bildungs"),
    ("Transport(?:ation)?", "Transport(?:ation)?", "Transport", "verkehrs"),
    ("Commerce", "Commerce", "Commerce", "handels"),
    ("Agriculture", "Agriculture", "Agriculture", "landwirtschafts"),
    ("Environment", "(?:the )?Environment", "Environment", "umwelt"),
    ("Labou?r", "Labou?r", "Labour", "arbeits"),
)
_FIELD_BEFORE = "|".join(before for before, *_ in FIELDS)
_FIELD_BEHIND = "|".join(behind for _, behind, *_ in FIELDS)
BODY = re.compile(
    rf"(?:(?P<before>{_FIELD_BEFORE}) (?:ministry|department)|"
    rf"(?:ministry|department) (?:of|for) (?P<behind>{_FIELD_BEHIND})|(?P<office>(?:Foreign|Home) Office))"
    r"(?: of (?:the )?(?P<owner>[A-Z][\w-]+(?: [A-Z][\w-]+)*))?",
    re.IGNORECASE,
)
OWNER = re.compile(r"(?:[A-Z][\w.-]* ){0,2}(?:[A-Z][\w.-]*)(?=(?:['’]s?)? $)")
OWNER_BEHIND = re.compile(r" of (?:the )?([A-Z][\w-]+(?: [A-Z][\w-]+)*)")
REACH = 40  # characters before a body that its owner is looked for in
GERMANY, UNITED_STATES, UNITED_KINGDOM = "Germany", "United States", "United Kingdom"
WITH_ARTICLE = ("United ", "Netherlands", "Philippines")
HEADS = frozenset({"ministry", "department", "office"})
SURE = 0.9  # confidence of a body that the tagger missed


@dataclass(frozen=True, slots=True)
class EnglishBody:
    """A ministry and its country; `name` is what it is shown as."""

    state: str
    name: str


def english_body(name: str, span: Span, text: str, gazetteer: Gazetteer) -> EnglishBody | None:
    """Whose ministry `name` at `span` is; None if it is none, or if nothing beside it tells."""
    found = BODY.search(name)
    if found is None or name[found.end() :]:
        return None
    before = name[: found.start()] or text[max(0, span.start - REACH) : span.start]
    behind = found["owner"] or _owner_behind(span, text)
    state = _owner_before(before, gazetteer) or (gazetteer.place(behind) if behind else None)
    if state is None:
        return None
    return _body_of(state, found, gazetteer)


def _body_of(state: str, found: re.Match[str], gazetteer: Gazetteer) -> EnglishBody | None:
    if (office := found["office"]) is not None:
        if state == GERMANY and office.startswith("Foreign"):
            return _known(state, "außen", "Foreign", gazetteer)
        shown = gazetteer.organisation(office) if state == UNITED_KINGDOM else None
        return EnglishBody(state, shown) if shown is not None else None
    field = next(
        field
        for field in FIELDS
        if re.fullmatch(
            field[0] if found["before"] else field[1], found["before"] or found["behind"], re.IGNORECASE
        )
    )
    return _known(state, field[3], field[2], gazetteer)


def _known(state: str, german: str, field: str, gazetteer: Gazetteer) -> EnglishBody:
    prefix = {GERMANY: "bundes", UNITED_STATES: "us-"}.get(state)
    rule = f"{field} ministry of {'the ' if state.startswith(WITH_ARTICLE) else ''}{state}"
    shown = gazetteer.organisation(f"{prefix}{german}ministerium") if prefix is not None else None
    return EnglishBody(state, shown or gazetteer.organisation(rule) or rule)


def _owner_before(before: str, gazetteer: Gazetteer) -> str | None:
    """The country whose adjective or genitive stands right before: the South Korean, Britain's."""
    found = OWNER.search(before)
    words = found.group().split(" ") if found is not None else []
    for first in range(len(words)):
        owner = " ".join(words[first:])
        state = gazetteer.place(owner) or gazetteer.place_of_english(owner)
        if state is not None:
            return gazetteer.place(state)
    return None


def _owner_behind(span: Span, text: str) -> str | None:
    behind = OWNER_BEHIND.match(text, span.end)
    return behind[1] if behind is not None else None


def missed_english_bodies(doc: Doc, findings: Sequence[Finding], gazetteer: Gazetteer) -> Iterator[Finding]:
    """Ministries of countries that the tagger missed: Germany's foreign ministry."""
    taken = {place for finding in findings for place in range(finding.start, finding.end)}
    for token in doc:
        if token.text.casefold() not in HEADS:
            continue
        first, last = max(0, token.i - 2), min(len(doc), token.i + 5)
        words = doc[first:last]
        for found in BODY.finditer(words.text):
            body = doc.char_span(words.start_char + found.start(), words.start_char + found.end())
            if (
                body is None
                or not body.start <= token.i < body.end
                or not taken.isdisjoint(range(body.start, body.end))
            ):
                continue
            span = Span(body.start_char, body.end_char)
            if english_body(body.text, span, doc.text, gazetteer) is not None:
                yield Finding(body.start, body.end, EntityKind.ORGANIZATION, confidence=SURE)
