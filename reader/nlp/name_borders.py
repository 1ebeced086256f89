"""Puts the borders of names right where words beside them, or what is known, tell better than the tagger."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.knowledge.gazetteer import Gazetteer, KnownKind
from reader.nlp.findings import Finding
from reader.nlp.name_forms import is_form_of_name
from reader.nlp.name_index import KINDS, forms_of
from reader.nlp.name_owners import as_decoration, owner_apart
from reader.nlp.tag_heads import NAMES, head_called
from reader.nlp.text_tags import shares_of
from reader.nlp.town_names import RIVERS, is_town_beside, towns

PAIRS = {"„": "“”", "“": "”", "»": "«", "«": "»", "‚": "‘’", "›": "‹", "‹": "›"}
QUOTED_KINDS = frozenset({EntityKind.ORGANIZATION, EntityKind.OTHER, EntityKind.WEAPON})
PARTICLES = frozenset({
    "van", "von", "vom", "zu", "zum", "zur", "de", "del", "della", "di", "da", "das", "dos", "du",
    "des", "den", "der", "ter", "ten", "te", "le", "la", "les", "el", "al", "bin", "ibn", "ben", "af", "av",
})  # fmt: skip
BEGIN_OTHERS = frozenset({"der", "den", "des", "das", "zu", "zum", "zur", "vom"})  # more than names
OPEN_PARTICLES = PARTICLES - BEGIN_OTHERS
MOST_PARTICLES = 3  # van den, de la, von und zu
GENERATIONS = frozenset({"senior", "junior", "sen.", "jun.", "Senior", "Junior", "sr.", "jr.", "Sr.", "Jr."})
MARK = re.compile(r"[^\w\s&-]")
FIRST_WORD = re.compile(r"\w+")
DERIVABLE = frozenset({EntityKind.ORGANIZATION, EntityKind.PLACE})
PARTS_OF_NAMES = DERIVABLE | {EntityKind.PERSON}
WITH_ADJECTIVES = DERIVABLE | {EntityKind.OTHER}
OF_CITY = "er"
STROKE = "/"
FEWEST = 2  # words of a name that may hold another
ENDING = re.compile(r"(?:(?<=ni)s(?:se[sn]?)?|ens|e[nrsm]?|n|s)$")
NAMING_ADJECTIVE = re.compile(r"ische[mnrs]?$|^deutsche[mnrs]?$", re.IGNORECASE)
BEFORE_SENTENCES = frozenset('.!?:„“"»«–')
INFLECTED = ("e", "er", "es")  # how adjectives end in known names
CASES = ("e", "en", "er", "es", "em")
MOST_BESIDE = 5  # words of a known name on either side of what the tagger saw
SHORTEST_INFLECTED = 4  # letters
CLASSES = frozenset({
    "dachverband", "branchenverband", "bundesamt", "konzern", "hochschule", "gewerkschaft", "sender",
    "zeitung", "nachrichtenagentur", "agentur", "firma", "hersteller", "rüstungskonzern", "autobauer",
    "versicherer", "institut", "denkfabrik", "hilfsorganisation", "organisation", "fluggesellschaft",
    "reederei", "werft", "miliz", "terrororganisation", "partei", "geheimdienst", "militärgeheimdienst",
    "auslandsgeheimdienst", "inlandsgeheimdienst", "nachrichtendienst", "marine", "parlament", "küstenwache",
})  # fmt: skip
STAR_SIGNS = frozenset({
    "widder", "stier", "zwillinge", "krebs", "löwe", "loewe", "jungfrau", "waage", "skorpion", "schütze",
    "schuetze", "steinbock", "wassermann", "fische",
    "aries", "taurus", "gemini", "cancer", "leo", "virgo", "libra", "scorpio", "sagittarius", "capricorn",
    "aquarius", "pisces",
})  # fmt: skip
FEWEST_STAR_SIGNS = 3  # different ones that begin lines of a horoscope
GENDER_FORM = re.compile(r"\b(?P<stem>[A-ZÄÖÜ][\w-]+?)(?:[:*_/]-?in(?:nen)?|Innen)\b")
SURE = 0.95  # confidence of what a list knows and a form proves
AGAIN = 0.8  # confidence of a name that only its other mention gives away
GOES_ON = [number for number, tag in enumerate(head_called(NAMES).tags) if tag.startswith("I-")]
DOUBTFUL = 0.6  # share of the last word below which a known name ends before it


def with_names_joined(doc: Doc, findings: Sequence[Finding]) -> list[Finding]:
    """The findings; names of people whole, with their particles, and names with the marks that enclose them.

    Matthijs van + den Bossche, Jean-Baptiste + Le Guennec, Ernst Hollerbach + senior; the weekly „Profil“.
    """
    joined: list[Finding] = []
    for finding in sorted(findings, key=lambda one: one.start):
        last = joined[-1] if joined else None
        if last is not None and _is_one_person(doc, last, finding):
            joined[-1] = replace(finding, start=last.start)
        elif last is None or last.end <= finding.start:
            joined.append(_with_marks(doc, _with_rest_of_person(doc, finding)))
        else:
            joined.append(finding)
    return joined


def _is_one_person(doc: Doc, first: Finding, second: Finding) -> bool:
    """Whether the second name, right behind the first, begins with a particle: Jean-Baptiste | Le Guennec."""
    are_people = first.kind is EntityKind.PERSON and second.kind is EntityKind.PERSON
    if not are_people or first.end != second.start or MentionForm.PART in {first.form, second.form}:
        return False
    return second.end - second.start > 1 and doc[second.start].text.casefold() in PARTICLES


def _with_rest_of_person(doc: Doc, finding: Finding) -> Finding:
    """A name that ends with a particle goes on to its surname; "senior" behind a full name is part of it."""
    if finding.kind is not EntityKind.PERSON or finding.form is not MentionForm.NAME:
        return finding
    end = finding.end
    if finding.end - finding.start > 1 and doc[end - 1].text.casefold() in OPEN_PARTICLES:
        while end < min(finding.end + MOST_PARTICLES, len(doc)) and doc[end].text in PARTICLES:
            end += 1
        end = end + 1 if end < len(doc) and doc[end].text.istitle() else finding.end
    if end - finding.start > 1 and end < len(doc) and doc[end].text in GENERATIONS:
        end += 1
    return finding if end == finding.end else replace(finding, end=end)


def _with_marks(doc: Doc, finding: Finding) -> Finding:
    """A name that quotation marks enclose has them, as titles have: „Hessen“, »Welt«."""
    start, end = finding.start - 1, finding.end
    if (
        finding.kind not in QUOTED_KINDS
        or finding.form is not MentionForm.NAME
        or start < 0
        or end >= len(doc)
    ):
        return finding
    is_enclosed = doc[end].text in PAIRS.get(doc[start].text, "") and not doc[start].whitespace_
    return replace(finding, start=start, end=end + 1) if is_enclosed else finding


def _closed(doc: Doc, finding: Finding) -> Finding:
    """The name of a unit with the mark that closes its byname: Geschwader 71 »Richthofen«."""
    texts = [token.text for token in doc[finding.start + 1 : finding.end + 1]]
    is_name = finding.kind is EntityKind.ORGANIZATION and finding.form is MentionForm.NAME
    opening = next((text for text in texts[:-1] if text in PAIRS), "") if is_name else ""
    is_open = opening != "" and not any(text in PAIRS[opening] for text in texts[:-1])
    return replace(finding, end=finding.end + 1) if is_open and texts[-1] in PAIRS[opening] else finding


class KnownBorders:
    """Puts the borders of names right by what the gazetteer knows."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._marked: dict[str, list[tuple[str, KnownKind]]] = {}
        self._stems = {
            tuple(map(stem_of, words)): kind for words, kind in gazetteer.certain.items() if len(words) > 1
        }
        names = (name.split() for name in gazetteer.organisations)
        self._with_adjective = {
            tuple(map(stem_of, words)) for words in names if words[1:] and NAMING_ADJECTIVE.search(words[0])
        }
        self._with_adjective.update(
            tuple(map(stem_of, map(str.casefold, words)))
            for words, kind in gazetteer.certain.items()
            if kind is KnownKind.ORGANISATION and words[1:] and words[0].endswith(OF_CITY)
        )
        self._inflected = {
            stems: words
            for words, kind in gazetteer.certain.items()
            if kind is KnownKind.ORGANISATION and words[1:] and words[0].endswith(INFLECTED)
            for stems in (tuple(map(stem_of, words)),)
        }
        self._first_inflected = frozenset(stems[0] for stems in self._inflected)
        self._first_stems = frozenset(stems[0] for stems in self._stems)
        for words, kind in gazetteer.certain.items():
            name = " ".join(words)
            if MARK.search(name) and (first := FIRST_WORD.match(name)):
                self._marked.setdefault(first.group(), []).append((name, kind))

    def put_right(self, doc: Doc, findings: Sequence[Finding]) -> list[Finding]:
        """The findings in their order, as far as the gazetteer knows better.

        Adjectives and inhabitants that stand alone are no organisations; a known name that the tagger took
        apart is whole: Bündnis 90/Die Grünen; a known organisation has neither its class before it nor a noun
        behind it; the signs of a horoscope are nobody.
        """
        signs = _star_signs(doc)
        names = [finding for finding in findings if signs.isdisjoint(range(finding.start, finding.end))]
        gazetteer = self._gazetteer
        owned = [part for finding in names for part in owner_apart(doc, finding, gazetteer)]
        apart = [part for finding in owned for part in _apart(doc, finding)]
        known = [
            self._within_known_name(doc, self._as_derived(doc, self._as_person_in_office(doc, finding)))
            for finding in apart
        ]
        known = [as_decoration(doc, finding, gazetteer) for finding in known]
        longer = [
            *self._longer_names(doc, known),
            *self._with_adjectives(doc, known),
            *towns(doc, known, gazetteer),
        ]
        for whole in (*self._whole_names(doc), *longer):
            parts = [finding for finding in known if finding.overlaps(whole)]
            if parts and all(whole.covers(part) for part in parts):
                known = [finding for finding in known if finding not in parts]
                known.append(replace(whole, confidence=max(part.confidence for part in parts)))
        known = [_closed(doc, _with_marks(doc, finding)) for finding in self._with_gender_forms(doc, known)]
        known = [*known, *self._in_another_case(doc, known)]
        return sorted([*known, *_quoted_again(doc, known)], key=lambda finding: finding.start)

    def _in_another_case(self, doc: Doc, findings: Sequence[Finding]) -> Iterator[Finding]:
        """Known names with an adjective that were missed: das Auswärtige Amt, des Roten Kreuzes."""
        taken = {place for finding in findings for place in range(finding.start, finding.end)}
        for place in range(1, len(doc) - 1):
            text = doc[place].text
            is_adjective = (
                text[:1].isupper() and text.endswith(CASES) and stem_of(text) in self._first_inflected
            )
            if not is_adjective or place in taken or _begins_sentence(doc, place):
                continue
            words = [token.text for token in doc[place : place + MOST_BESIDE]]
            for length in range(len(words), 1, -1):
                known = self._inflected.get(tuple(map(stem_of, words[:length])))
                is_free = taken.isdisjoint(range(place, place + length))
                if known is not None and is_free and is_form_of_name(words[:length], known):
                    taken.update(range(place, place + length))
                    yield Finding(place, place + length, EntityKind.ORGANIZATION, confidence=AGAIN)
                    break

    def _with_gender_forms(self, doc: Doc, findings: Sequence[Finding]) -> list[Finding]:
        """The findings; inhabitants of all genders are one word: Berliner:innen, Syrer*innen, Russ_innen."""
        known = list(findings)
        for match in GENDER_FORM.finditer(doc.text):
            span = doc.char_span(*match.span(), alignment_mode="expand")
            if span is None:
                continue
            word = Finding(span.start, span.end, EntityKind.PLACE, MentionForm.DERIVED, confidence=SURE)
            parts = [finding for finding in known if finding.overlaps(word)]
            if self._is_inhabitant(match["stem"]):
                known = [*(finding for finding in known if finding not in parts), word]
            elif len(parts) == 1 and parts[0].end < span.end:
                known[known.index(parts[0])] = replace(parts[0], end=span.end)
        return known

    def _is_inhabitant(self, stem: str) -> bool:
        forms = (stem, stem + "in", stem + "innen")
        return any(self._gazetteer.place_of_derived(form) for form in forms) or self._is_of_city(stem)

    def _as_person_in_office(self, doc: Doc, finding: Finding) -> Finding:
        """The person with the surname of somebody in office, if the tagger guessed something else: Söders."""
        is_single = finding.end - finding.start == 1 and finding.form is MentionForm.NAME
        if (
            not is_single
            or finding.kind not in DERIVABLE
            or finding.confidence >= SURE
            or finding.knowledge_id
        ):
            return finding
        is_known = any(form[0] in self._gazetteer.surnames for form in forms_of((doc[finding.start].text,)))
        return replace(finding, kind=EntityKind.PERSON) if is_known else finding

    def _as_derived(self, doc: Doc, finding: Finding) -> Finding:
        """The place behind a single word that is an adjective or an inhabitant: Berliner, österreichische.

        What is but the name of a country is no inhabitant: die Philippinen.
        """
        is_single = finding.end - finding.start == 1 and not finding.is_generic
        if is_single and finding.form is MentionForm.DERIVED and finding.kind is EntityKind.PLACE:
            word = doc[finding.start].text
            is_country = self._gazetteer.place(word) and not self._gazetteer.place_of_derived(word)
            return replace(finding, form=MentionForm.NAME) if is_country else finding
        if not is_single or finding.form is not MentionForm.NAME or finding.kind not in DERIVABLE:
            return finding
        word, gazetteer = doc[finding.start].text, self._gazetteer
        if gazetteer.place(word) or gazetteer.city(word) or (word,) in gazetteer.certain:
            return finding
        if finding.kind is EntityKind.ORGANIZATION and gazetteer.organisation(word):
            return finding  # the firm Bayer, not the inhabitant
        is_before_noun = finding.end < len(doc) and doc[finding.end].text[:1].isupper()
        if gazetteer.place_of_derived(word) or (is_before_noun and self._is_of_city(word)):
            return replace(finding, kind=EntityKind.PLACE, form=MentionForm.DERIVED)
        return finding

    def _is_of_city(self, word: str) -> bool:
        """Whether the word is a city's name and -er: Lwiwer."""
        return word.endswith(OF_CITY) and self._gazetteer.city(word.removesuffix(OF_CITY)) is not None

    def _within_known_name(self, doc: Doc, finding: Finding) -> Finding:
        """The known name in an organisation, without its class before it or a doubtful noun behind it.

        "im Auftrag der Vereinten Nationen Trümmer begutachten", "der Dachverband Economiesuisse".
        """
        words = [token.text for token in doc[finding.start : finding.end]]
        if finding.kind is not EntityKind.ORGANIZATION or len(words) < FEWEST or self.kind_of(words):
            return finding
        if not words[-1][:1].isalnum():
            return finding  # the apostrophe of a genitive: Siemens’
        kind = self.kind_of(words[1:])
        if kind is KnownKind.ORGANISATION and words[0].casefold().rstrip("s") in CLASSES:
            return replace(finding, start=finding.start + 1)
        kind, shares = self.kind_of(words[:-1]), shares_of(doc, NAMES)
        if kind is None or shares is None or shares[finding.end - 1, GOES_ON].sum() >= DOUBTFUL:
            return finding
        return replace(finding, end=finding.end - 1, kind=KINDS[kind])

    def kind_of(self, words: Sequence[str]) -> KnownKind | None:
        """What the words name surely, in any case: des Deutschen Roten Kreuzes."""
        if len(words) == 1:
            return self._gazetteer.certain.get((words[0],))
        return self._stems.get(tuple(map(stem_of, words)))

    def _longer_names(self, doc: Doc, findings: Sequence[Finding]) -> Iterator[Finding]:
        """Known names of which the tagger saw a part: Straße von Hormus, Bündnis Sahra Wagenknecht."""
        stems = [stem_of(token.text) for token in doc]
        for finding in findings:
            if finding.kind not in PARTS_OF_NAMES or finding.form is not MentionForm.NAME:
                continue
            longer = [
                (start, end)
                for start in range(max(0, finding.start - MOST_BESIDE), finding.start + 1)
                if stems[start] in self._first_stems
                for end in range(finding.end, min(len(stems), finding.end + MOST_BESIDE) + 1)
                if end - start > finding.end - finding.start and tuple(stems[start:end]) in self._stems
            ]
            if not longer:
                continue
            start, end = max(longer, key=lambda one: one[1] - one[0])
            whole = Finding(start, end, KINDS[self._stems[tuple(stems[start:end])]])
            if self._may_be_whole(doc, whole, finding, findings):
                yield whole

    def _may_be_whole(self, doc: Doc, whole: Finding, part: Finding, findings: Sequence[Finding]) -> bool:
        """Whether a known name is meant where its words stand: no place is named within that of a person."""
        if whole.kind is not EntityKind.PLACE:
            return True
        if part.kind is EntityKind.PERSON:
            return False
        parts = [one for one in findings if one.overlaps(whole)]
        if is_town_beside([token.text for token in doc[whole.start : whole.end]]):
            begins_sentence = whole.start < part.start and _begins_sentence(doc, whole.start)
            return not begins_sentence or len(parts) > 1  # „Weil am Rhein das Wasser steigt“
        return len(parts) == 1

    def _with_adjectives(self, doc: Doc, findings: Sequence[Finding]) -> Iterator[Finding]:
        """Organisations of whose names the tagger took the adjective for a word alone: Baltischen | Flotte.

        Within a sentence, adjectives like that have a capital only in names.
        """
        for finding in findings:
            place = finding.start
            is_word = finding.form is MentionForm.DERIVED and finding.end - place == 1
            word = doc[place].text
            is_naming = NAMING_ADJECTIVE.search(word) and not _begins_sentence(doc, place)
            if not (is_word and word.istitle() and (is_naming or word.endswith(OF_CITY))):
                continue
            stems = tuple(stem_of(token.text.casefold()) for token in doc[place : place + MOST_BESIDE])
            lengths = (
                length for length in range(len(stems), 1, -1) if stems[:length] in self._with_adjective
            )
            if length := next(lengths, 0):
                yield Finding(place, place + length, EntityKind.ORGANIZATION)

    def _whole_names(self, doc: Doc) -> Iterator[Finding]:
        """Known names with marks in them, which no tagger keeps together."""
        end = 0
        for token in doc:
            if token.idx < end or not (first := FIRST_WORD.match(token.text)):
                continue
            for name, kind in self._marked.get(first.group(), ()):
                span = doc.char_span(token.idx, token.idx + len(name))
                if span is not None and span.text == name:
                    yield Finding(span.start, span.end, KINDS[kind])
                    end = span.end_char
                    break


def _quoted_again(doc: Doc, findings: Sequence[Finding]) -> Iterator[Finding]:
    """The same name in marks elsewhere, where the tagger missed it: the „Hessen“ of a paragraph before."""
    names = {
        doc[one.start : one.end].text: one
        for one in findings
        if one.kind in QUOTED_KINDS and one.form is MentionForm.NAME and _is_in_marks(doc, one.start, one.end)
    }
    taken = {place for finding in findings for place in range(finding.start, finding.end)}
    for name, finding in names.items():
        for match in re.finditer(re.escape(name), doc.text):
            span = doc.char_span(*match.span())
            if span is not None and taken.isdisjoint(range(span.start, span.end)):
                yield replace(finding, start=span.start, end=span.end, confidence=AGAIN)


def _is_in_marks(doc: Doc, start: int, end: int) -> bool:
    return end - start > FEWEST and doc[end - 1].text in PAIRS.get(doc[start].text, "")


def _star_signs(doc: Doc) -> frozenset[int]:
    """Where the lines of a horoscope begin with their sign; in an interview, Krebs and Stier are people."""
    places = [
        token.i
        for token in doc
        if token.text.casefold() in STAR_SIGNS and doc.text[: token.idx].rstrip(" ")[-1:] in {"", "\n"}
    ]
    signs = {doc[place].text.casefold() for place in places}
    return frozenset(places) if len(signs) >= FEWEST_STAR_SIGNS else frozenset()


def _apart(doc: Doc, finding: Finding) -> Iterator[Finding]:
    """Two places with a stroke between them, as datelines have them: Rakka/Damaskus."""
    words = [token.text for token in doc[finding.start : finding.end]]
    at = words.index(STROKE) if STROKE in words else 0
    is_two = finding.kind is EntityKind.PLACE and 0 < at < len(words) - 1 and words[at + 1][:1].isupper()
    is_two = is_two and words[at + 1] not in RIVERS
    if not is_two or finding.form is not MentionForm.NAME:
        yield finding
        return
    yield replace(finding, end=finding.start + at)
    yield replace(finding, start=finding.start + at + 1)


def stem_of(word: str) -> str:
    """The word without the ending of its case: Deutschen → Deutsch, Kreuzes → Kreuz."""
    return ENDING.sub("", word) if len(word) >= SHORTEST_INFLECTED else word


def _begins_sentence(doc: Doc, place: int) -> bool:
    return place == 0 or not doc[place - 1].text.strip() or doc[place - 1].text in BEFORE_SENTENCES
