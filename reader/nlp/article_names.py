"""Sets the names of an article right by its other names: nicknames, two names in one, compounds.

The tagger sees a few words at a time; the article as a whole knows that Robert K. and Jana K. are two.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.knowledge.gazetteer import Gazetteer, KnownKind
from reader.nlp.findings import Finding
from reader.nlp.name_forms import POSSESSIVES, is_abbreviation
from reader.nlp.name_index import Words, without_long_genitive
from reader.nlp.name_spellings import transliterated
from reader.nlp.party_words import is_swiss_office, part_of_party

OPENING = frozenset("\"„“»«‚‘'(")
CLOSING = frozenset("\"“”«»‘’')")
FEWEST_OF_TWO = 3  # words of what may be two names
SHORTEST_SURNAME = 5  # letters of a surname that makes a person of what was taken for a place
STATES = frozenset(
    {"Freistaat", "Bundesland", "Hansestadt", "Kanton", "Republik", "Königreich", "Fürstentum"}
)
# First words of places that nobody is called by.
BEFORE_PLACES = frozenset({
    "Bad", "Sankt", "St.", "Neu", "Alt", "Groß", "Klein", "Ober", "Unter", "Nieder", "Burg", "Schloss", "Kap",
    "Port", "San", "Santa", "Villa", "Fort", "Mount", "Lake", "Camp", "Lager", "Haus", "Platz", "Hafen",
})  # fmt: skip
# What the second part of a compound is where the whole is a body of its own: EU-Kommission, Goethe-Institut.
BODIES = (
    "kommission", "parlament", "rat", "gericht", "gerichtshof", "ministerium", "bank", "fonds", "agentur",
    "institut", "verband", "verein", "bund", "universität", "hochschule", "schule", "akademie", "museum",
    "theater", "stiftung", "klinik", "klinikum", "krankenhaus", "marine", "luftwaffe", "armee", "heer",
    "orchester", "zeitung", "club", "klub", "amt", "behörde", "organisation", "union", "liga", "kammer",
    "werk", "gesellschaft", "zentrum", "partei", "allianz", "kongress", "senat", "post", "bahn",
)  # fmt: skip


def with_nicknames(doc: Doc, findings: Sequence[Finding]) -> list[Finding]:
    """The findings; a nickname in marks belongs to the name around it: Wolf-Dieter „Wolle“ Hensel."""
    people = _People.of(doc, findings)
    whole = [
        person
        for place in range(len(doc) - 3)
        if doc[place].text in OPENING
        and doc[place + 2].text in CLOSING
        and (person := people.around_nickname(doc, place)) is not None
    ]
    taken = {place for person in whole for place in range(person.start, person.end)}
    others = [one for one in findings if taken.isdisjoint(range(one.start, one.end))]
    return sorted([*others, *whole], key=lambda finding: finding.start)


@dataclass(frozen=True, slots=True)
class _People:
    """The people that the tagger saw, by the numbers of their first token and of the one behind the last."""

    by_start: Mapping[int, Finding]
    by_end: Mapping[int, Finding]
    surnames: Collection[str]

    @classmethod
    def of(cls, doc: Doc, findings: Sequence[Finding]) -> "_People":
        people = [one for one in findings if _is_name(one, EntityKind.PERSON)]
        return cls(
            by_start={one.start: one for one in people},
            by_end={one.end: one for one in people},
            surnames={doc[one.end - 1].text for one in people},
        )

    def around_nickname(self, doc: Doc, opening: int) -> Finding | None:
        """The whole name around a nickname, if there is a person on either side of it.

        The tagger may have seen the nickname as part of the one or of the other.
        """
        nickname, behind = doc[opening + 1].text, opening + 3
        if not nickname.istitle() or not doc[behind].text.istitle() or doc[opening].whitespace_:
            return None
        firsts = (self.by_end.get(end) for end in range(opening, behind))
        first = next((one for one in firsts if one is not None and one.start < opening), None)
        if first is None:
            return None
        lasts = (self.by_start.get(start) for start in range(opening, behind + 1))
        last = next((one for one in lasts if one is not None and one.end > behind), None)
        if last is None and doc[behind].text not in self.surnames:
            return None
        return replace(first, end=behind + 1 if last is None else last.end)


@dataclass(frozen=True, slots=True)
class ArticleNames:
    """What the names of an article tell about each other; knows the gazetteer."""

    gazetteer: Gazetteer

    def put_right(self, doc: Doc, findings: Sequence[Finding]) -> list[Finding]:
        """The findings in their order: with nicknames, two names apart, people as such, compounds as such."""
        whole = [_without_owned_noun(doc, finding) for finding in with_nicknames(doc, findings)]
        full = {_key(_words(doc, one)) for one in whole if _is_person(one)}
        apart = [part for finding in whole for part in self._apart(doc, finding, full)]
        bare = {_key(words) for one in apart if len(words := _words(doc, one)) == 1 and _is_person(one)}
        people = [self._as_state(doc, self._as_person(doc, finding, bare)) for finding in apart]
        names = {_words(doc, one) for one in people if _is_name(one, EntityKind.ORGANIZATION)}
        return [self._as_compound(doc, finding, names) for finding in people]

    def _apart(self, doc: Doc, finding: Finding, full: Collection[Words]) -> Iterator[Finding]:
        """Two names that the tagger read as one: Robert K. | Jana K., Sejm | Małgorzata Kidawa."""
        words = _words(doc, finding)
        cut = self._place_between(words, full) if finding.form is MentionForm.NAME else None
        if cut is None:
            yield finding
            return
        place = finding.start + cut
        kind = EntityKind.PERSON if _key(words[:cut]) in full else finding.kind
        yield replace(finding, end=place, kind=kind)
        yield replace(finding, start=place, kind=EntityKind.PERSON)

    def _place_between(self, words: Words, full: Collection[Words]) -> int | None:
        if len(words) < FEWEST_OF_TWO:
            return None
        for cut in range(1, len(words) - 1):
            is_first_known = self._is_organisation(words[:cut]) or (cut > 1 and _key(words[:cut]) in full)
            if is_first_known and _key(words[cut:]) in full:
                return cut
        return None

    def _is_organisation(self, words: Words) -> bool:
        return self.gazetteer.certain.get(words) is KnownKind.ORGANISATION

    def _as_person(self, doc: Doc, finding: Finding, bare: set[Words]) -> Finding:
        """A place that ends like somebody's surname: Dovilė Šakalienė, if the article has Šakalienė, too."""
        words = _words(doc, finding)
        is_full = _is_name(finding, EntityKind.PLACE) and len(words) > 1 and all(map(str.istitle, words))
        if (
            not is_full
            or words[0] in BEFORE_PLACES
            or len(words[-1]) < SHORTEST_SURNAME
            or _key(words[-1:]) not in bare
        ):
            return finding
        is_place = any(
            self.gazetteer.city(name) or self.gazetteer.place(name) for name in (words[-1], " ".join(words))
        )
        return finding if is_place else replace(finding, kind=EntityKind.PERSON)

    def _as_state(self, doc: Doc, finding: Finding) -> Finding:
        """Freistaat Bayern is a place."""
        words = _words(doc, finding)
        is_state = _is_name(finding, EntityKind.ORGANIZATION) and words[0].removesuffix("s") in STATES
        name = " ".join(words[1:])
        if not is_state or not (self.gazetteer.place(name) or self.gazetteer.city(name)):
            return finding
        return replace(finding, kind=EntityKind.PLACE)

    def _as_compound(self, doc: Doc, finding: Finding, names: set[Words]) -> Finding:
        """A compound is a mention of the name in it, unless it is the name of a body itself.

        Bundeswehr-Brigade and YPG-Miliz are such, EU-Kommission and UN-Sicherheitsrat are none.
        """
        if finding.end - finding.start > 1 or finding.is_generic or finding.knowledge_id is not None:
            return finding
        word = doc[finding.start].text
        if finding.form is MentionForm.PART:
            forms = {word, _without_genitive(word), without_long_genitive(word)}
            is_body = any(self._is_organisation((form,)) for form in forms)
            kind = EntityKind.ORGANIZATION
            return replace(finding, form=MentionForm.NAME, kind=kind) if is_body else finding
        if not _is_name(finding, EntityKind.ORGANIZATION) or self.gazetteer.organisation(word) is not None:
            return finding
        first, hyphen, head = word.rpartition("-")
        is_party = part_of_party(word) is not None or is_swiss_office(word)  # der Mitte-Bundesrat
        if not is_party and (not hyphen or not head.istitle() or head.casefold().endswith(BODIES)):
            return finding
        if is_party or self._is_organisation((first,)) or ((first,) in names and is_abbreviation(first)):
            return replace(finding, form=MentionForm.PART)
        return finding


def _without_owned_noun(doc: Doc, finding: Finding) -> Finding:
    """Nordic Freight's union is no name, Nordic Freight's is."""
    for place in range(finding.start, finding.end - 1):
        if doc[place].text.endswith(POSSESSIVES) and doc[place + 1].text.islower():
            return replace(finding, end=place + 1)
    return finding


def _without_genitive(word: str) -> str:
    """Europaparlaments → Europaparlament; an abbreviation is no genitive (BMWs)."""
    return word if word[-2:-1].isupper() else word.removesuffix("s")


def _is_name(finding: Finding, kind: EntityKind) -> bool:
    return finding.kind is kind and finding.form is MentionForm.NAME


def _is_person(finding: Finding) -> bool:
    return _is_name(finding, EntityKind.PERSON)


def _key(words: Words) -> Words:
    """The words as all spellings of the name have them in common."""
    return tuple(transliterated(word.casefold()) for word in words)


def _words(doc: Doc, finding: Finding) -> Words:
    return tuple(token.text for token in doc[finding.start : finding.end] if not token.is_space)
