"""Finds mentions: takes what the tagger says and sets its borders right."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.nlp.cast import load_forenames
from reader.nlp.currencies import load_currencies
from reader.nlp.findings import Finding, read_label
from reader.nlp.name_borders import with_names_joined
from reader.nlp.role_finder import RoleWords, load_role_words
from reader.nlp.text_tags import confidence_of
from reader.nlp.word_lists import read_lines
from reader.nlp.works import with_works

MARKS = frozenset("\"'„“”‚‘’»«›‹`´.,;:?…–—-/*•|·") | {"``", "''", "...", "--"}
OPENING_MARKS = frozenset("„“»«‚‘›‹\"'")
CLOSING_MARKS = frozenset("“”«»‘’‹›\"'")
LONGEST_SHORTENED = 3  # letters of a word that a point may shorten: Chr., St.
CLOSERS = {")": "(", "]": "["}
NUMBER = re.compile(r"[\d.,:/%€$°–-]+")
# Words within a name; not those that mostly begin something else (der, dem, zu).
NAME_PARTICLES = frozenset(
    {"von", "van", "de", "di", "da", "del", "della", "dos", "du", "al", "bin", "ibn", "ter", "ten"}
)
ARTICLES = frozenset(
    {"der", "die", "das", "dem", "den", "des", "ein", "eine", "einen", "einem", "einer", "eines"}
)
SHOUTED_ARTICLES = frozenset({"DER", "DEM", "DEN", "DES"})  # not DIE: it belongs to DIE LINKE, DIE ZEIT
NEVER_LAST = ARTICLES | {
    "von",
    "für",
    "und",
    "oder",
    "in",
    "im",
    "zu",
    "zum",
    "zur",
    "am",
    "an",
    "bei",
    "mit",
    "auf",
}
LESS_SURE_KINDS = frozenset({EntityKind.PERSON, EntityKind.PLACE, EntityKind.OTHER})
FEWEST_WORDS, MOST_WORDS = 2, 5  # of a name beside a role that is believed without the tagger
BESIDE_ROLE_CONFIDENCE = 0.75  # measured on held-out articles: three of four
BODY = "rat"  # Stadtrat and Bundesrat are councils as well as their members; a German Landrat is a person
PEOPLE_OF_COUNCILS = frozenset({"Landrat"})
# General Motors, Rekordmeister Nordheim, Marktführer Weberstahl
TITLES_OF_FIRMS = frozenset({
    "General", "Admiral", "König", "Kaiser", "Prinz", "Meister", "Rekordmeister", "Weltmeister",
    "Europameister", "Vizemeister", "Vizeweltmeister", "Herbstmeister", "Tabellenführer", "Titelverteidiger",
    "Marktführer", "Weltmarktführer", "Händler",
})  # fmt: skip
SURE = 0.95  # confidence of a finding that no rule puts right
STAR_SIGN_WORDS = frozenset({"Sternzeichen", "Sternzeichens", "Tierkreiszeichen", "Tierkreiszeichens"})
POLITE = "Sie"  # within no name, but behind many an imperative: "Zeigen Sie Mut"
LEAST_CONFIDENCE = 0.45  # below, a name is wrong more often than right
BEHIND_RANKS = frozenset(
    {("a.", "D."), ("i.", "G."), ("d.", "R.")}
)  # retired, in the general staff, of the reserve
HONORARY = frozenset({"h.", "c."})  # of a doctor; in small letters no initials
GENITIVE_MARKS = frozenset("’'")
WITHOUT_GENITIVE_S = (
    "s",
    "ß",
    "x",
    "z",
    "ce",
)  # endings of names to which an apostrophe is put: Marx’ Antwort
OPENING_SINGLE_MARKS = frozenset("‚‘'’")
ORDINAL = re.compile(r"\d{1,2}\.")
LONGEST_QUOTED = 12  # tokens before a mark in which another may have opened the quotation
GUESSED = 0.7  # confidence below which another reading may be as good
FULL_NAME = 2  # words
UNKNOWN_PRECISION = 0.5  # of a label the training report says nothing of


@dataclass(frozen=True, slots=True)
class NameRules:
    """What the tagger's findings are checked against.

    `titles` and `not_names` are case-folded; `precisions` tell for every label how often the tagger
    is right with it, as measured on articles it was not trained on.
    """

    titles: frozenset[str]
    not_names: frozenset[str]
    currencies: frozenset[str]
    forenames: frozenset[str]
    roles: RoleWords
    precisions: Mapping[str, float]


def load_name_rules(lexicons: Path, precisions: Mapping[str, float]) -> NameRules:
    return NameRules(
        titles=frozenset(word.casefold() for word in read_lines(lexicons / "person_titles.txt")),
        not_names=frozenset(word.casefold() for word in read_lines(lexicons / "not_names.txt")),
        currencies=load_currencies(lexicons),
        forenames=frozenset(load_forenames(lexicons / "forenames.txt")),
        roles=load_role_words(lexicons),
        precisions=precisions,
    )


def find_mentions(doc: Doc, rules: NameRules) -> list[Finding]:
    """The tagger's entities, with true borders and without what can be no name.

    The confidence of a finding is what the encoder gives; another tagger gives none, and then it is the
    measured precision of the label.
    """
    findings = []
    for ent in doc.ents:
        reading = read_label(ent.label_)
        if reading is None:
            continue
        kind, form, is_generic = reading
        for start, end in _lines(doc, ent.start, ent.end):
            start, end = _trimmed(doc, start, end, kind)  # noqa: PLW2901  (the piece itself shrinks)
            if kind is EntityKind.PERSON and form is MentionForm.NAME:
                start = _without_titles(doc, start, end, rules)  # noqa: PLW2901  (as above)
            if start < end and _can_be_name(doc, start, end, kind, rules):
                confidence = confidence_of(doc, ent.start, ent.end)
                if confidence is None:
                    confidence = rules.precisions.get(ent.label_, UNKNOWN_PRECISION)
                if confidence < LEAST_CONFIDENCE:
                    continue
                if form is MentionForm.NAME:
                    end = _with_apostrophe(doc, start, end)  # noqa: PLW2901  (the piece itself grows)
                findings.append(Finding(start, end, kind, form, is_generic, round(confidence, 3)))
    apart = [part for finding in findings for part in _people_apart(doc, finding, rules)]
    titled = [
        _as_titled_person(doc, finding, rules) or _as_person_with_forename(doc, finding, rules) or finding
        for finding in (_with_surname(doc, finding, rules) for finding in apart)
    ]
    named = [finding for finding in titled if not _is_function(doc, finding, rules)]
    whole = with_names_joined(doc, with_works(doc, _with_people_beside_roles(doc, named, rules)))
    return _without_roles(doc, whole, rules)


def _people_apart(doc: Doc, finding: Finding, rules: NameRules) -> Iterator[Finding]:
    """The people of a list that were read as one: Ole Hansen Mehmet Aydin, in two lines."""
    words = [token.text for token in doc[finding.start : finding.end]]
    is_person = finding.kind is EntityKind.PERSON and finding.form is MentionForm.NAME
    if is_person and len(words) >= 2 * FULL_NAME and words[0] in rules.forenames:
        for at in range(FULL_NAME, len(words) - 1):
            if words[at] in rules.forenames and words[at - 1] not in rules.forenames:
                yield replace(finding, end=finding.start + at)
                yield replace(finding, start=finding.start + at)
                return
    yield finding


def _with_surname(doc: Doc, finding: Finding, rules: NameRules) -> Finding:
    """A forename behind a title with the surname that the tagger missed: Dr. Ines Kolb."""
    is_single = finding.kind is EntityKind.PERSON and finding.end - finding.start == 1
    if not is_single or not finding.start or finding.end >= len(doc):
        return finding
    is_titled = doc[finding.start - 1].text.casefold() in rules.titles
    is_forename = doc[finding.start].text in rules.forenames
    if not (is_titled and is_forename and _is_name_word(doc[finding.end].text, rules)):
        return finding
    return replace(finding, end=finding.end + 1)


def _is_function(doc: Doc, finding: Finding, rules: NameRules) -> bool:
    """Whether the tagger took what somebody is for an office: „der Landrat“, not „der Bundesrat“."""
    is_office = finding.kind is EntityKind.ORGANIZATION and finding.form is MentionForm.NAME
    if not is_office or finding.end - finding.start > 1 or not finding.start:
        return False
    lemma = rules.roles.lemma(doc[finding.start].text)
    is_body = lemma is None or (lemma.endswith(BODY) and lemma not in PEOPLE_OF_COUNCILS)
    return not is_body and doc[finding.start - 1].text.casefold() in ARTICLES


def _as_titled_person(doc: Doc, finding: Finding, rules: NameRules) -> Finding | None:
    """The person that a name behind a title is, if the tagger took it for a firm: Bundeskanzler Merz.

    None for a name that is surely no person: of which the tagger is sure (General Motors), or whose last
    letter may be that of a genitive (Chef Rheinmetalls).
    """
    is_open = finding.kind in {EntityKind.ORGANIZATION, EntityKind.OTHER} and finding.confidence < SURE
    if not is_open or finding.form is not MentionForm.NAME:
        return None
    start = _without_titles(doc, finding.start, finding.end, rules)
    title = doc[start - 1].text if start else ""
    role = rules.roles.lemma(title)
    is_title = role is not None or title.casefold() in rules.titles
    if not is_title or {title, role} & TITLES_OF_FIRMS or finding.end - start >= MOST_WORDS:
        return None
    words = [token.text for token in doc[start : finding.end]]
    if not all(_is_name_word(word, rules) and not word.isupper() for word in words):
        return None
    if start == finding.start and words[-1].endswith("s"):
        return None
    return replace(finding, start=start, kind=EntityKind.PERSON, confidence=SURE)


def _as_person_with_forename(doc: Doc, finding: Finding, rules: NameRules) -> Finding | None:
    """The person that forename and surname are, if the tagger rather guessed a firm: Ole Hansen in a list."""
    is_guess = finding.kind is EntityKind.ORGANIZATION and finding.confidence < GUESSED
    if not is_guess or finding.form is not MentionForm.NAME or finding.end - finding.start != FULL_NAME:
        return None
    first, last = (token.text for token in doc[finding.start : finding.end])
    if first not in rules.forenames or not _is_name_word(last, rules) or last.isupper():
        return None
    return replace(finding, kind=EntityKind.PERSON)


def _without_roles(doc: Doc, findings: list[Finding], rules: NameRules) -> list[Finding]:
    """A role right before a person is no second person: "Kremlsprecher" before "Ilja Sorokin"."""
    people = {finding.start for finding in findings if finding.kind is EntityKind.PERSON}
    return [
        finding
        for finding in findings
        if not (
            finding.kind is EntityKind.PERSON
            and finding.end == finding.start + 1
            and finding.end in people
            and rules.roles.lemma(doc[finding.start].text) is not None
        )
    ]


def _with_people_beside_roles(doc: Doc, findings: list[Finding], rules: NameRules) -> list[Finding]:
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
        while start > 0 and comma - start < MOST_WORDS and _is_name_word(doc[start - 1].text, rules):
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
        if _is_name_word(text, rules):
            end = place + 1
        elif place == start or text not in NAME_PARTICLES:
            break
    return end


def _is_name_word(text: str, rules: NameRules) -> bool:
    if not text[:1].isupper() or len(text) == 1 or not text.replace("-", "").isalpha():
        return False
    folded = text.casefold()
    return folded not in rules.titles and folded not in rules.not_names and rules.roles.lemma(text) is None


def _lines(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The pieces between line ends and full stops: no name goes over one."""
    first = start
    for place in range(start, end):
        if "\n" in doc[place].text or _is_full_stop(doc, start, place):
            if first < place:
                yield first, place
            first = place + 1
    if first < end:
        yield first, end


def _is_full_stop(doc: Doc, start: int, place: int) -> bool:
    """Whether a point ends a sentence, not an abbreviation (Chr.) or an initial."""
    before = doc[place - 1].text if place > start else ""
    is_shortened = len(before) <= LONGEST_SHORTENED and before.isalpha()
    return doc[place].text == "." and bool(before) and not is_shortened


def _trimmed(doc: Doc, start: int, end: int, kind: EntityKind) -> tuple[int, int]:
    """Without marks at either end, and without a bracket whose partner is outside.

    The quotation marks of a ship belong to its name: die Fregatte „Hessen“.
    """
    if kind is EntityKind.WEAPON and doc[start].text in OPENING_MARKS and doc[end - 1].text in CLOSING_MARKS:
        return start, end
    while start < end and _is_after_name(doc, start, end):
        end -= 1
    while start < end and _is_before_name(doc, start, end):
        start += 1
    if _is_number_of_list(doc, start, end):
        start += 1
    return start, end


def _is_number_of_list(doc: Doc, start: int, end: int) -> bool:
    """Whether the name begins with the number of its line: "1. Bayer Leverkusen", but not "1. FC Köln"."""
    if end - start < FEWEST_WORDS or not ORDINAL.fullmatch(doc[start].text):
        return False
    begins_line = start == 0 or "\n" in doc[start - 1].text
    return begins_line and not doc[start + 1].text.isupper()


def _is_before_name(doc: Doc, start: int, end: int) -> bool:
    first = doc[start].text
    if first in ARTICLES | SHOUTED_ARTICLES and end - start > 1:
        return True
    if first in CLOSERS.values():
        return not any(token.text in CLOSERS for token in doc[start:end])
    return first.isspace() or first in MARKS or first in CLOSERS


def _is_after_name(doc: Doc, start: int, end: int) -> bool:
    """Whether the last token does not belong to the name; the point of an abbreviation does (Chr.)."""
    last = doc[end - 1].text
    if last in NEVER_LAST and end - start > 1:
        return True
    if last in CLOSERS:
        return not any(token.text.startswith(CLOSERS[last]) for token in doc[start:end])
    if last == "." and end - start > 1:
        return len(doc[end - 2].text) > LONGEST_SHORTENED
    return last.isspace() or last in MARKS or last in CLOSERS.values()


def _without_titles(doc: Doc, start: int, end: int, rules: NameRules) -> int:
    """Where the name begins after titles and roles; a title alone stays what the tagger saw."""
    place = start
    while place < end - 1:
        word = doc[place].text
        is_title = word.casefold() in rules.titles or rules.roles.lemma(word) is not None
        before = doc[place - 1].text if place else ""
        is_retired = (before, word) in BEHIND_RANKS
        if not is_title and not is_retired and word not in HONORARY and word not in MARKS:
            break
        place += 1
    return place


def _with_apostrophe(doc: Doc, start: int, end: int) -> int:
    """The end of a name with the apostrophe of its genitive; not with the mark that closes a quotation."""
    if end + 1 >= len(doc) or doc[end].text not in GENITIVE_MARKS or doc[end - 1].whitespace_:
        return end
    is_genitive = doc[end - 1].text.endswith(WITHOUT_GENITIVE_S) and bool(doc[end].whitespace_)
    may_be_opened = any(
        token.text in OPENING_SINGLE_MARKS and (token.i == 0 or doc[token.i - 1].whitespace_)
        for token in doc[max(0, start - LONGEST_QUOTED) : start]
    )
    return end + 1 if is_genitive and not may_be_opened else end


def _can_be_name(doc: Doc, start: int, end: int, kind: EntityKind, rules: NameRules) -> bool:
    text = doc[start:end].text
    if kind is EntityKind.OTHER and text in rules.currencies:
        return True
    if POLITE in text.split(" ")[1:]:
        return False
    if (
        len(text.strip(".*'’\"")) <= 1
        or NUMBER.fullmatch(text)
        or not any(character.isalpha() for character in text)
    ):
        return False
    if start and doc[start - 1].text in STAR_SIGN_WORDS:
        return False
    words = [token.text.casefold() for token in doc[start:end] if token.text not in MARKS]
    if text.casefold() in rules.not_names or text.casefold().rstrip(".") in rules.titles:
        return False
    return not all(word in rules.not_names or NUMBER.fullmatch(word) for word in words)
