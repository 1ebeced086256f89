"""Finds mentions: takes what the tagger says and sets its borders right."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.nlp.english_words import is_no_english_name
from reader.nlp.findings import Finding, read_label
from reader.nlp.name_borders import with_names_joined
from reader.nlp.name_rules import FEWEST_WORDS, MOST_WORDS, SURE, NameRules
from reader.nlp.names_beside_roles import with_people_beside_roles
from reader.nlp.short_functions import without_short_functions
from reader.nlp.text_tags import confidence_of
from reader.nlp.word_splitter import BEFORE_NETWORK, NETWORK
from reader.nlp.works import with_works

MARKS = frozenset("\"'„“”‚‘’»«›‹`´.,;:?…–—-/*•|·") | {"``", "''", "...", "--"}
OPENING_MARKS = frozenset("„“»«‚‘›‹\"'")
CLOSING_MARKS = frozenset("“”«»‘’‹›\"'")
OPENS, CLOSES = "„", frozenset('“”"')  # the mark that only opens, and those that may close it
LONGEST_SHORTENED = 3  # letters of a word that a point may shorten: Chr., St.
CLOSERS = {")": "(", "]": "["}
NUMBER = re.compile(r"[\d.,:/%€$°–-]+")
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
BODY = "rat"  # Stadtrat and Bundesrat are councils as well as their members; a German Landrat is a person
PEOPLE_OF_COUNCILS = frozenset({"Landrat"})
# General Motors, Rekordmeister Nordheim, Marktführer Weberstahl
TITLES_OF_FIRMS = frozenset({
    "General", "Admiral", "König", "Kaiser", "Prinz", "Meister", "Rekordmeister", "Weltmeister",
    "Europameister", "Vizemeister", "Vizeweltmeister", "Herbstmeister", "Tabellenführer", "Titelverteidiger",
    "Marktführer", "Weltmarktführer", "Händler",
})  # fmt: skip
STAR_SIGN_WORDS = frozenset({"Sternzeichen", "Sternzeichens", "Tierkreiszeichen", "Tierkreiszeichens"})
POLITE = "Sie"  # within no name, but behind many an imperative: "Zeigen Sie Mut"
LEAST_CONFIDENCE = 0.45  # below, a name is wrong more often than right
# What dpa's services for single lands are called in its datelines: Wiesbaden (dpa/lhe).
REGIONAL_SERVICES = frozenset(
    {"lhe", "lnw", "lby", "lno", "lni", "lsw", "lrs", "lsa", "lth", "rps", "bb", "th", "sn", "sa", "mv"}
)
BEHIND_RANKS = frozenset(
    {("a.", "D."), ("i.", "G."), ("i.", "R."), ("d.", "R.")}
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
FEWEST_DIGITS_OF_YEAR = 3
# Behind these a surname is that of several people.
COUNTS = frozenset({"zwei", "drei", "vier", "fünf", "sechs", "beide", "beiden", "alle", "mehrere"})
RIVERS = frozenset({"Oder"})  # which are words as well, in small letters
BEFORE_RIVERS = frozenset({"die", "der"})
RIVER_CONFIDENCE = 0.9
LONGEST_QUOTED = 12  # tokens before a mark in which another may have opened the quotation
PARTY_PEOPLE = frozenset({"Linke", "Linken", "Linker", "Grüne", "Grünen", "Grüner", "Liberale", "Liberalen"})
GUESSED = 0.7  # confidence below which another reading may be as good
FULL_NAME = 2  # words
UNKNOWN_PRECISION = 0.5  # of a label the training report says nothing of


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
        pieces = [
            piece for line in _lines(doc, ent.start, ent.end) for piece in _outside_marks(doc, *line, kind)
        ]
        for start, end in pieces:
            start = _behind_network(doc, start, end)  # noqa: PLW2901  (the piece itself shrinks)
            start, end = _trimmed(doc, start, end, kind)  # noqa: PLW2901  (as above)
            if kind is EntityKind.PERSON and form is MentionForm.NAME:
                start = _without_titles(doc, start, end, rules)  # noqa: PLW2901  (as above)
                end = _end_of_owner(doc, start, end)  # noqa: PLW2901  (as above)
            if form is not MentionForm.NAME and doc[start:end].text in rules.currencies:
                kind, form = EntityKind.OTHER, MentionForm.NAME  # US-Dollar
            if start < end and _can_be_name(doc, start, end, kind, rules):
                confidence = confidence_of(doc, ent.start, ent.end)
                if confidence is None:
                    confidence = rules.precisions.get(ent.label_, UNKNOWN_PRECISION)
                if confidence < LEAST_CONFIDENCE:
                    continue
                if form is MentionForm.NAME:
                    end = _with_apostrophe(doc, start, end)  # noqa: PLW2901  (the piece itself grows)
                findings.append(Finding(start, end, kind, form, is_generic, round(confidence, 3)))
    apart = [
        part
        for finding in findings
        for part in _people_apart(doc, _without_party(doc, finding, rules), rules)
    ]
    titled = [
        _as_titled_person(doc, finding, rules) or _as_person_with_forename(doc, finding, rules) or finding
        for finding in (_with_surname(doc, finding, rules) for finding in apart)
    ]
    people = {finding.start for finding in titled if finding.kind is EntityKind.PERSON}
    named = [
        finding
        for finding in titled
        if not _is_function(doc, finding, rules, people) and not _is_of_several(doc, finding)
    ]
    whole = with_names_joined(doc, with_works(doc, with_people_beside_roles(doc, named, rules)))
    people_alone = without_short_functions([token.text for token in doc], _without_roles(doc, whole, rules))
    return [*people_alone, *_rivers(doc, whole)]


def _behind_network(doc: Doc, start: int, end: int) -> int:
    """Where somebody's name begins that the tagger saw together with the network: auf X. | Merz schwieg."""
    is_network = 0 < start < end and doc[start].text == NETWORK and doc[start - 1].text in BEFORE_NETWORK
    return start + 1 if is_network else start


def _rivers(doc: Doc, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Rivers that are words as well: the Oder, with an article and a capital, is no conjunction."""
    for token in doc:
        is_river = token.text in RIVERS and token.i and doc[token.i - 1].text.casefold() in BEFORE_RIVERS
        if is_river and not any(finding.start <= token.i < finding.end for finding in findings):
            yield Finding(token.i, token.i + 1, EntityKind.PLACE, confidence=RIVER_CONFIDENCE)


def _without_party(doc: Doc, finding: Finding, rules: NameRules) -> Finding:
    """The person behind the word for whose politician somebody is: der Linke Paul Mai."""
    is_long = finding.form is MentionForm.NAME and finding.end - finding.start > FULL_NAME
    if not is_long or doc[finding.start].text not in PARTY_PEOPLE:
        return finding
    names = [token.text for token in doc[finding.start + 1 : finding.end]]
    if names[0] not in rules.forenames or not all(map(rules.may_name, names)):
        return finding
    return replace(finding, start=finding.start + 1, kind=EntityKind.PERSON)


def _people_apart(doc: Doc, finding: Finding, rules: NameRules) -> Iterator[Finding]:
    """The people of a list that were read as one: Ole Hansen Mehmet Aydin, in two lines."""
    words = [token.text for token in doc[finding.start : finding.end]]
    is_person = finding.kind is EntityKind.PERSON and finding.form is MentionForm.NAME
    if is_person and len(words) >= 2 * FULL_NAME and words[0] in rules.forenames:
        for at in range(FULL_NAME, len(words) - 1):
            is_surname = words[at - 1] not in rules.forenames and words[at - 1][:1].isupper()
            if words[at] in rules.forenames and is_surname:
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
    if not (is_titled and is_forename and rules.may_name(doc[finding.end].text)):
        return finding
    return replace(finding, end=finding.end + 1)


def _is_of_several(doc: Doc, finding: Finding) -> bool:
    """Whether a surname in the plural means nobody in particular: zwei Webers."""
    is_single = finding.kind is EntityKind.PERSON and finding.end - finding.start == 1 and finding.start
    if not is_single or not doc[finding.start].text.endswith("s"):
        return False
    before = doc[finding.start - 1].text.casefold()
    return before in COUNTS or (before.isdigit() and len(before) < FEWEST_DIGITS_OF_YEAR)


def _is_function(doc: Doc, finding: Finding, rules: NameRules, people: Container[int]) -> bool:
    """Whether the tagger took what somebody is for an office: „der Landrat“, not „der Bundesrat“.

    A body's name right before a person is what this one is: Bundesrat Urs Kern.
    """
    is_office = finding.kind is EntityKind.ORGANIZATION and finding.form is MentionForm.NAME
    if not is_office or finding.end - finding.start > 1:
        return False
    lemma = rules.roles.lemma(doc[finding.start].text)
    if lemma is not None and finding.end in people:
        return True
    if not finding.start:
        return False
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
    if not all(rules.may_name(word) and not word.isupper() for word in words):
        return None
    if start == finding.start and words[-1].endswith("s"):
        return None
    return replace(finding, start=start, kind=EntityKind.PERSON, confidence=SURE)


def _as_person_with_forename(doc: Doc, finding: Finding, rules: NameRules) -> Finding | None:
    """The person that forename and surname are: Ole Hansen, taken for a firm or for what he flies."""
    is_guess = finding.kind is EntityKind.ORGANIZATION and finding.confidence < GUESSED
    is_weapon = finding.kind is EntityKind.WEAPON and not finding.is_generic
    if finding.form is not MentionForm.NAME or finding.end - finding.start != FULL_NAME:
        return None
    first, last = (token.text for token in doc[finding.start : finding.end])
    if first not in rules.forenames or not rules.may_name(last) or last.isupper():
        return None
    return replace(finding, kind=EntityKind.PERSON) if is_guess or is_weapon else None


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


def _outside_marks(doc: Doc, start: int, end: int, kind: EntityKind) -> Iterator[tuple[int, int]]:
    """The piece; what lies on either side of a mark that opens in it and does not close, if that is a name.

    „Die Deutschen „Kriegspartei“ is none, Bund Nordheim „Aufbruch is two.
    """
    texts = [token.text for token in doc[start:end]]
    at = texts.index(OPENS) if OPENS in texts[1:] else 0
    if not at or any(text in CLOSES for text in texts[at:]):
        yield start, end
        return
    if at > 1 or kind is EntityKind.PERSON:
        yield start, start + at
    if end - start - at > FEWEST_WORDS:
        yield start + at + 1, end


def _is_full_stop(doc: Doc, start: int, place: int) -> bool:
    """Whether a point ends a sentence, not an abbreviation (Chr.) or an initial."""
    before = doc[place - 1].text if place > start else ""
    return doc[place].text == "." and bool(before) and not _may_be_shortened(before)


def _may_be_shortened(word: str) -> bool:
    """Whether a point behind it may belong to it: Chr., St., an initial; not AfD, EU."""
    is_abbreviation = len(word) > 1 and word[-1].isupper()
    return len(word) <= LONGEST_SHORTENED and word.isalpha() and not is_abbreviation


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
        return not _may_be_shortened(doc[end - 2].text)
    return last.isspace() or last in MARKS or last in CLOSERS.values()


def _without_titles(doc: Doc, start: int, end: int, rules: NameRules) -> int:
    """Where the name begins after titles and roles; a title alone stays what the tagger saw."""
    place = start
    while place < end - 1:
        word = doc[place].text
        is_title = word.casefold() in rules.titles or rules.roles.lemma(word) is not None
        before = doc[place - 1].text if place else ""
        is_retired = not BEHIND_RANKS.isdisjoint({(before, word), (word, doc[place + 1].text)})
        if not is_title and not is_retired and word not in HONORARY and word not in MARKS:
            break
        place += 1
    return place


def _end_of_owner(doc: Doc, start: int, end: int) -> int:
    """Where somebody's name ends that the tagger saw together with what is owned: Hans' | Hund."""
    for at in range(start + 1, end - 1):
        is_owner = doc[at].text in GENITIVE_MARKS and doc[at - 1].text.endswith(WITHOUT_GENITIVE_S)
        if is_owner and doc[at].whitespace_ and doc[at + 1].text.istitle():
            return at + 1
    return end


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
    before = doc[start - 1].text if start else ""
    is_english = kind is not EntityKind.PERSON and is_no_english_name(text, before)
    is_title = text.casefold().rstrip(".") in rules.titles
    if before in STAR_SIGN_WORDS or is_english or is_title or _is_regional_service(doc, start, end):
        return False
    if text.casefold() in rules.not_names:
        return kind is EntityKind.PERSON and _is_surname(doc, text)
    words = [token.text.casefold() for token in doc[start:end] if token.text not in MARKS]
    return not all(word in rules.not_names or NUMBER.fullmatch(word) for word in words)


def _is_surname(doc: Doc, word: str) -> bool:
    """Whether the tagger sees somebody's full name with this surname: Matthias Winter."""
    full = (ent for ent in doc.ents if ent.end - ent.start > 1 and doc[ent.end - 1].text == word)
    readings = (read_label(ent.label_) for ent in full)
    return any(reading is not None and reading[0] is EntityKind.PERSON for reading in readings)


def _is_regional_service(doc: Doc, start: int, end: int) -> bool:
    is_beside_slash = "/" in {token.text for token in doc[max(0, start - 1) : end + 1]}
    return is_beside_slash and doc[start:end].text in REGIONAL_SERVICES
