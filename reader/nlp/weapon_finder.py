"""Finds weapon systems by the catalogue, and generic words for weapons by a lexicon.

Names match inflected (Leoparden), in compounds (Leopard-2-Panzern) and with variants (T-72B3). A name
that is an ordinary word, too (Tornado), counts only with evidence: a class noun or an army near it, or
a sure mention of the same system elsewhere in the article.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc

from reader.domain.mentions import MentionForm
from reader.knowledge.catalogue import Catalogue, KnownName, beginning_of

LONGEST_NAME = 5  # tokens
SURE, WITH_EVIDENCE, CLASS_WORD = 0.98, 0.9, 0.9
NEAR = 4  # tokens before an ambiguous name in which a class noun proves it
ENDINGS = ("", "n", "en", "s", "es", "e", "er", "ern")
TYPE_WORDS = frozenset({"typ", "typs", "modell", "modells", "bauart", "marke"})
SHIP_NOUNS = frozenset(
    {
        "fregatte", "korvette", "zerstörer", "flugzeugträger", "kreuzer", "lenkwaffenkreuzer", "u-boot",
        "schnellboot", "minenjagdboot", "kriegsschiff", "segelschulschiff", "einsatzgruppenversorger",
    }
)  # fmt: skip
OPENING, CLOSING = frozenset('„»«“"‚›‹”'), frozenset('“«»”"‘‹›')
WORD = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class WeaponMatch:
    """Tokens from `start_token` up to `end_token` that name a weapon; `name` is canonical."""

    start_token: int
    end_token: int
    form: MentionForm
    is_generic: bool
    weapon_id: str | None
    name: str
    confidence: float


@dataclass(frozen=True, slots=True)
class WeaponClasses:
    """Generic weapon words, and words that speak for or against a weapon in a sentence."""

    words: frozenset[str]
    heads: frozenset[str]
    exceptions: frozenset[str]
    military: frozenset[str]
    civilian: frozenset[str]

    def lemma(self, word: str) -> str | None:
        """The singular of a generic weapon word, lower case; None for any other word."""
        lower = word.casefold()
        for ending in ENDINGS:
            stem = lower.removesuffix(ending) if ending else lower
            if ending and stem == lower:
                continue
            for candidate in (
                stem,
                stem.replace("köpf", "kopf").replace("sätz", "satz").replace("fäust", "faust"),
            ):
                if self._is_class(candidate):
                    return candidate
        return None

    def _is_class(self, lemma: str) -> bool:
        if lemma in self.words:
            return True
        if lemma in self.exceptions:
            return False
        return any(lemma.endswith(head) for head in self._heads_of(lemma))

    def _heads_of(self, lemma: str) -> Iterator[str]:
        for start in range(len(lemma)):
            if lemma[start:] in self.heads:
                yield lemma[start:]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name of the catalogue that may or may not mean the weapon here."""

    match: WeaponMatch
    needs_evidence: bool


def load_weapon_classes(path: Path) -> WeaponClasses:
    """Read `weapon_classes.txt` and, beside it, `weapon_contexts.txt`."""
    lines = _lines(path)
    heads = frozenset(line[1:] for line in lines if line.startswith("-"))
    return WeaponClasses(
        words=frozenset(line for line in lines if line[0] not in "-!+"),
        heads=heads,
        exceptions=frozenset(line[1:] for line in lines if line.startswith("!")),
        military=frozenset(line[1:] for line in lines if line.startswith("+")),
        civilian=frozenset(_lines(path.with_name("weapon_contexts.txt"))),
    )


def find_weapons(doc: Doc, catalogue: Catalogue, classes: WeaponClasses) -> list[WeaponMatch]:
    """Named systems and weapon classes in reading order, without overlaps."""
    candidates = _names(doc, catalogue, classes)
    generic = _class_words(doc, classes, taken={i for c in candidates for i in _tokens(c.match)})
    sure = [candidate.match for candidate in candidates if not candidate.needs_evidence]
    weapon_places = sorted(match.start_token for match in [*sure, *generic])
    proven: set[str | None] = {match.weapon_id for match in sure if match.weapon_id}
    doubtful = [candidate.match for candidate in candidates if candidate.needs_evidence]
    with_evidence = [match for match in doubtful if _has_evidence(doc, match, weapon_places, classes)]
    proven |= {match.weapon_id for match in with_evidence}
    later = [
        match
        for match in doubtful
        if match not in with_evidence
        and match.weapon_id in proven
        and not _sentence_words(doc, match) & classes.civilian
    ]
    accepted = [replace(match, confidence=WITH_EVIDENCE) for match in [*with_evidence, *later]]
    found = [*sure, *accepted, *_ships(doc)]
    named = {i for match in found for i in _tokens(match)}
    found += [match for match in generic if not named & set(_tokens(match))]
    return sorted(found, key=lambda match: match.start_token)


def _names(doc: Doc, catalogue: Catalogue, classes: WeaponClasses) -> list[Candidate]:
    found = []
    position = 0
    while position < len(doc):
        candidate = _name_at(doc, position, catalogue, classes)
        if candidate is None:
            position += 1
        else:
            found.append(candidate)
            position = candidate.match.end_token
    return found


def _name_at(doc: Doc, start: int, catalogue: Catalogue, classes: WeaponClasses) -> Candidate | None:
    text = doc[start].text
    if not (text[0].isupper() or text[0].isdigit()) or not _may_begin(text, catalogue):
        return None
    for end in range(min(start + LONGEST_NAME, len(doc)), start, -1):
        span = doc[start:end]
        if "\n" in span.text or (end - start > 1 and not _is_name_part(doc[end - 1].text)):
            continue
        if known := catalogue.look_up(span.text):
            is_doubtful = known.is_ambiguous and not _is_variant(span.text, known)
            return Candidate(_named(start, end, known, MentionForm.NAME), is_doubtful)
        if "-" in doc[end - 1].text and (compound := _compound(span.text, catalogue)):
            known, rest = compound
            is_doubtful = known.is_ambiguous and classes.lemma(rest) is None and rest not in classes.military
            return Candidate(_named(start, end, known, MentionForm.PART), is_doubtful)
    return None


def _may_begin(text: str, catalogue: Catalogue) -> bool:
    beginning = beginning_of(text)
    if beginning in catalogue.beginnings:
        return True
    if beginning.removesuffix("s") in catalogue.beginnings:
        return True
    without_variant = re.sub(r"(?<=\d)[a-z].*$", "", beginning)
    return without_variant in catalogue.beginnings


def _is_name_part(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _compound(text: str, catalogue: Catalogue) -> tuple[KnownName, str] | None:
    """The system a compound begins with, and its last word in lower case: Taurus-Lieferung."""
    pieces = text.split("-")
    for count in range(len(pieces) - 1, 0, -1):
        rest = pieces[count:]
        is_word = (
            len(rest[0]) > 1 and " " not in "".join(rest) and rest[0][0].isupper() and not rest[0].isupper()
        )
        if is_word and (known := catalogue.look_up("-".join(pieces[:count]))):
            return known, rest[-1].casefold()
    return None


def _is_variant(text: str, known: KnownName) -> bool:
    """A figure proves the system: Leopard 2, where Leopard alone does not."""
    return any(c.isdigit() for c in text) and not any(
        any(c.isdigit() for c in name) for name in known.system.needs_context
    )


def _named(start: int, end: int, known: KnownName, form: MentionForm) -> WeaponMatch:
    return WeaponMatch(start, end, form, False, known.system.id, known.system.name, SURE)  # noqa: FBT003


def _has_evidence(doc: Doc, match: WeaponMatch, weapons: list[int], classes: WeaponClasses) -> bool:
    before = [token.text.casefold() for token in doc[max(0, match.start_token - NEAR) : match.start_token]]
    if any(word in TYPE_WORDS or classes.lemma(word) for word in before):
        return True
    words = _sentence_words(doc, match)
    if words & classes.civilian:
        return False
    sentence = doc[match.start_token].sent
    has_weapon = any(sentence.start <= place < sentence.end for place in weapons)
    return has_weapon or bool(words & classes.military)


def _sentence_words(doc: Doc, match: WeaponMatch) -> set[str]:
    sentence = doc[match.start_token].sent
    own = set(_tokens(match))
    return {token.text.casefold() for token in sentence if token.i not in own}


def _class_words(doc: Doc, classes: WeaponClasses, *, taken: set[int]) -> list[WeaponMatch]:
    found = []
    lemmas: dict[str, str | None] = {}  # a word is looked at once an article
    for token in doc:
        text = token.text
        if token.i in taken or not text[0].isupper() or not WORD.match(text):
            continue
        if text not in lemmas:
            lemmas[text] = classes.lemma(text)
        lemma = lemmas[text]
        if lemma is not None:
            name = lemma[0].upper() + lemma[1:]
            found.append(
                WeaponMatch(token.i, token.i + 1, MentionForm.NAME, True, None, name, CLASS_WORD)  # noqa: FBT003
            )
    return found


def _ships(doc: Doc) -> list[WeaponMatch]:
    """Ships by name: Fregatte „Hessen“; the marks belong to the name."""
    found = []
    for token in doc[:-3]:
        if token.text.casefold() not in SHIP_NOUNS or doc[token.i + 1].text not in OPENING:
            continue
        for end in range(token.i + 3, min(token.i + 7, len(doc))):
            if doc[end].text in CLOSING:
                name = doc[token.i + 2 : end].text
                found.append(
                    WeaponMatch(token.i + 1, end + 1, MentionForm.NAME, False, None, name, WITH_EVIDENCE)  # noqa: FBT003
                )
                break
    return found


def _tokens(match: WeaponMatch) -> range:
    return range(match.start_token, match.end_token)


def _lines(path: Path) -> list[str]:
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]
