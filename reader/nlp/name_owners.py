"""Parts owners from what is theirs, and decorations from organisations.

NATO's | Maritime Command, Deutschlands | Bundesbank; the Orden des Goldenen Sterns is no organisation.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.knowledge.gazetteer import Gazetteer
from reader.nlp.findings import Finding
from reader.nlp.name_forms import POSSESSIVES
from reader.nlp.name_index import KINDS

OWNED = frozenset({EntityKind.ORGANIZATION, EntityKind.PLACE})
DECORATIONS = frozenset({"orden", "ordens", "medaille", "verdienstorden", "verdienstordens", "ehrenzeichen"})
# The members of a religious order: Orden der Barmherzigen Schwestern.
MEMBERS = ("schwestern", "brüder", "brüdern", "er", "ern", "ten", "innen", "ritter")
BEFORE_DECORATION = 2  # words: "Orden", "des"


def owner_apart(doc: Doc, finding: Finding, gazetteer: Gazetteer) -> Iterator[Finding]:
    """The owner in the genitive and what is owned, if the owner is known and the whole is not; else all."""
    words = [token.text for token in doc[finding.start : finding.end]]
    found = _owner(words, gazetteer) if _may_be_owned(finding, words, gazetteer) else None
    if found is None:
        yield finding
        return
    count, kind = found
    yield replace(finding, end=finding.start + count, kind=kind)
    yield replace(finding, start=finding.start + count)


def _may_be_owned(finding: Finding, words: list[str], gazetteer: Gazetteer) -> bool:
    is_plain = finding.form is MentionForm.NAME and finding.knowledge_id is None and finding.kind in OWNED
    return is_plain and len(words) > 1 and tuple(words) not in gazetteer.certain


def _owner(words: list[str], gazetteer: Gazetteer) -> tuple[int, EntityKind] | None:
    """How many words the owner has, and what it is."""
    for at, word in enumerate(words[:-1]):
        if word.endswith(POSSESSIVES) and words[at + 1][:1].isupper():
            owner = (*words[:at], word[:-2]) if word[:-2] else tuple(words[:at])
            is_name = tuple(words[: at + 1]) in gazetteer.certain or f"{' '.join(owner)}'s".casefold() in (
                gazetteer.organisations
            )
            kind = None if is_name else _kind_of(owner, gazetteer)
            return None if kind is None else (at + 1, kind)
    first = words[0]
    is_country = first.endswith("s") and gazetteer.place(first.removesuffix("s")) is not None
    is_other = gazetteer.place(first) or gazetteer.city(first) or (first,) in gazetteer.certain
    if not is_country or is_other or not words[1][:1].isupper():
        return None
    return 1, EntityKind.PLACE


def _kind_of(owner: tuple[str, ...], gazetteer: Gazetteer) -> EntityKind | None:
    name = " ".join(owner)
    if gazetteer.place(name) or gazetteer.city(name) or name in gazetteer.derived_english.values():
        return EntityKind.PLACE
    known = gazetteer.certain.get(owner)
    return None if known is None else KINDS[known]


def as_decoration(doc: Doc, finding: Finding, gazetteer: Gazetteer) -> Finding:
    """The decoration that an organisation behind "Orden des" is part of; its name is in the genitive."""
    start = finding.start - BEFORE_DECORATION
    is_open = finding.kind is EntityKind.ORGANIZATION and finding.form is MentionForm.NAME
    if not is_open or start < 0 or doc[start].text.casefold() not in DECORATIONS:
        return finding
    article, words = doc[start + 1].text, tuple(token.text for token in doc[finding.start : finding.end])
    is_of_members = article == "der" and words[-1].casefold().endswith(MEMBERS)
    if article not in {"des", "der"} or is_of_members or words in gazetteer.certain:
        return finding
    return replace(finding, start=start, kind=EntityKind.OTHER)
