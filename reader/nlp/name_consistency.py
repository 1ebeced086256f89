"""Makes the names of one article agree: what is a person once is a person throughout.

The tagger sees a few words at a time. A surname that it missed or took for a place is put right by
the full name that stands elsewhere in the article.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.knowledge.gazetteer import Gazetteer
from reader.nlp.findings import Finding
from reader.nlp.name_forms import APOSTROPHES, is_abbreviation

NAMED_KINDS = frozenset({EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE})
SHORTEST_NAME = 3  # letters of a name that is looked for again
SEEN_OFTEN = 2  # times a single word must be found before it is looked for again
CLEAR_MAJORITY = 2  # times as often as the other kind
CONFIDENCE = 0.8  # of a name that only its other mentions give away
# Of the organisations that the gazetteer knows, these are no ordinary words.
SURE_ORGANISATIONS = frozenset(
    {"Bundestag", "Bundeswehr", "Bundesrat", "Kreml", "Nato", "Opec", "Pentagon", "Unicef"}
)
DETERMINERS = frozenset(
    {
        "der",
        "die",
        "das",
        "dem",
        "den",
        "des",
        "ein",
        "eine",
        "einen",
        "einem",
        "einer",
        "eines",
        "kein",
        "keine",
    }
)
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name that the article has elsewhere."""

    kind: EntityKind
    is_surname: bool = False


def consistent(
    doc: Doc, findings: Sequence[Finding], *, gazetteer: Gazetteer, not_names: frozenset[str]
) -> list[Finding]:
    """The findings with settled kinds, and with the mentions that were missed."""
    settled = _settled(doc, findings, gazetteer)
    taken = {place for finding in settled for place in range(finding.start, finding.end)}
    known = _known_names(doc, settled, not_names)
    return [*settled, *_missed(doc, known, taken, gazetteer)]


def _settled(doc: Doc, findings: Sequence[Finding], gazetteer: Gazetteer) -> list[Finding]:
    votes: dict[Words, Counter[EntityKind]] = {}
    for finding in findings:
        if _is_settleable(finding):
            words = _words(doc, finding)
            votes.setdefault(words, Counter())[finding.kind] += 1
    for finding in findings:
        words = _words(doc, finding)
        if finding.kind is EntityKind.PERSON and len(words) > 1 and (surname := words[-1:]) in votes:
            votes[surname][EntityKind.PERSON] += 1
    settled = []
    for finding in findings:
        kind = finding.kind
        if _is_settleable(finding):
            words = _words(doc, finding)
            kind = _winner(votes[words], kind, is_country=gazetteer.place(" ".join(words)) is not None)
        settled.append(finding if kind is finding.kind else replace(finding, kind=kind))
    return settled


def _is_settleable(finding: Finding) -> bool:
    is_plain = finding.form is MentionForm.NAME and finding.knowledge_id is None
    return is_plain and finding.kind in NAMED_KINDS


def _winner(votes: Counter[EntityKind], kind: EntityKind, *, is_country: bool) -> EntityKind:
    if is_country:
        return EntityKind.PLACE
    (first, count), *others = votes.most_common()
    return first if not others or count >= CLEAR_MAJORITY * others[0][1] else kind


def _known_names(doc: Doc, findings: Iterable[Finding], not_names: frozenset[str]) -> dict[Words, KnownName]:
    known: dict[Words, KnownName] = {}
    seen = Counter(
        (_words(doc, finding), finding.kind) for finding in findings if finding.form is MentionForm.NAME
    )
    for (words, kind), count in seen.items():
        if kind not in NAMED_KINDS or not _can_be_looked_for(words, not_names):
            continue
        if len(words) > 1 or count >= SEEN_OFTEN:
            known.setdefault(words, KnownName(kind))
        if kind is EntityKind.PERSON and len(words) > 1 and _can_be_looked_for(words[-1:], not_names):
            known[words[-1:]] = KnownName(kind, is_surname=True)
    return known


def _can_be_looked_for(words: Words, not_names: frozenset[str]) -> bool:
    last = words[-1]
    return len(last) >= SHORTEST_NAME and words[0][:1].isupper() and last.casefold() not in not_names


def _missed(
    doc: Doc, known: Mapping[Words, KnownName], taken: set[int], gazetteer: Gazetteer
) -> Iterator[Finding]:
    texts = [token.text for token in doc]
    lengths: dict[str, set[int]] = {}
    for words in known:
        lengths.setdefault(words[0], set()).add(len(words))
    place = 0
    while place < len(texts):
        found = None
        if place not in taken:
            found = _known_at(texts, place, known, lengths, taken) or _gazetteer_name(
                texts[place], place, gazetteer
            )
        if found is not None:
            yield found
        place = found.end if found is not None else place + 1


def _known_at(
    texts: Sequence[str],
    place: int,
    known: Mapping[Words, KnownName],
    lengths: Mapping[str, set[int]],
    taken: set[int],
) -> Finding | None:
    text = texts[place]
    if not text[:1].isupper():
        return None
    possible = {*lengths.get(text, ()), *lengths.get(_without_genitive((text,))[0], ())}
    for length in sorted(possible, reverse=True):
        if any(index in taken for index in range(place, place + length)):
            continue
        words = tuple(texts[place : place + length])
        for form in (words, _without_genitive(words)):
            name = known.get(form)
            if name is not None and not (name.is_surname and _follows_determiner(texts, place)):
                return Finding(place, place + length, name.kind, confidence=CONFIDENCE)
    return None


def _gazetteer_name(text: str, place: int, gazetteer: Gazetteer) -> Finding | None:
    kind, form = EntityKind.PLACE, MentionForm.NAME
    if text[:1].islower():
        is_known = text.rstrip("enrms").endswith(("isch", "deutsch")) and gazetteer.place_of_derived(text)
        form = MentionForm.DERIVED
    else:
        nominative = text.removesuffix("s")
        is_known = gazetteer.place(text) or gazetteer.place(nominative)
        if not is_known and (is_abbreviation(text) or nominative in SURE_ORGANISATIONS):
            kind, is_known = (
                EntityKind.ORGANIZATION,
                gazetteer.organisation(nominative) or gazetteer.organisation(text),
            )
    return Finding(place, place + 1, kind, form, confidence=CONFIDENCE) if is_known else None


def _follows_determiner(texts: Sequence[str], place: int) -> bool:
    """Whether an article stands before it: "der Fischer" is no Herr Fischer."""
    return place > 0 and texts[place - 1].casefold() in DETERMINERS


def _without_genitive(words: Words) -> Words:
    return (*words[:-1], words[-1].rstrip(APOSTROPHES).removesuffix("s").rstrip(APOSTROPHES))


def _words(doc: Doc, finding: Finding) -> Words:
    return tuple(token.text for token in doc[finding.start : finding.end] if not token.is_space)
