"""Tells where a capital acts in an article: then its government may be meant (Moskau kündigte an)."""

import re
from dataclasses import dataclass
from pathlib import Path

from reader.domain.annotations import Annotations
from reader.domain.articles import Article
from reader.domain.entities import Entity, EntityKind
from reader.domain.mentions import Mention, MentionForm
from reader.knowledge.entries import FactKind, KnowledgeEntry, KnowledgeId

STAR = "*"
CLAUSE_END = '.,;:!?–()„“"»«\n'
WORD_BEFORE = re.compile(r"(\w+)[ ]$")
WORD_BEHIND = re.compile(r"(?: und [A-ZÄÖÜ][\w-]*)? (\w+)")  # Moskau und Teheran schickten
AUXILIARIES = frozenset({"hat", "hatte", "habe", "haben", "hatten"})
# A place behind these stands where something is; behind any capitalised noun it is an attribute of it.
NO_SUBJECT_BEHIND = frozenset({
    "ab", "an", "auf", "aus", "außerhalb", "bei", "bis", "durch", "für", "gegen", "hinter", "in", "innerhalb",
    "mit", "nach", "nahe", "neben", "ohne", "rund", "samt", "seit", "statt", "trotz", "um", "unter", "über",
    "via", "vom", "von", "vor", "wegen", "zu", "zum", "zur", "zwischen",
    "das", "dem", "den", "der", "des", "die", "ganz", "halb",
})  # fmt: skip
# They begin a sentence and are no noun that the place could belong to.
BEFORE_SUBJECT = frozenset({"Aber", "Auch", "Doch", "Nur", "Selbst", "Sogar", "Und"})


@dataclass(frozen=True, slots=True)
class ActingVerbs:
    """What governments do: finite forms, those that may stand before their subject, participles."""

    finite: frozenset[str]
    before_subject: frozenset[str]
    participles: frozenset[str]


def load_acting_verbs(lexicons: Path) -> ActingVerbs:
    lines = (lexicons / "acting_verbs.txt").read_text(encoding="utf-8").splitlines()
    entries = [line.partition("\t") for line in lines if line and not line.startswith("#")]
    forms = [(finite.removesuffix(STAR).split(), STAR in finite) for finite, _, _ in entries]
    return ActingVerbs(
        finite=frozenset(form for found, _ in forms for form in found),
        before_subject=frozenset(form for found, may_follow in forms if may_follow for form in found),
        participles=frozenset(participle for _, _, participle in entries),
    )


def country_acted_for(
    entity: Entity,
    entry: KnowledgeEntry | None,
    annotations: Annotations,
    article: Article,
    verbs: ActingVerbs,
) -> KnowledgeId | None:
    """The country whose government `entity` may mean; None if it is no capital, or only a place here.

    `entry` is what the knowledge base knows of the entity. The place acts if words are quoted from it, or
    if it is the subject of what governments do.
    """
    country = _governed_from(entry)
    if country is None or entity.kind is not EntityKind.PLACE:
        return None
    is_acting = bool(annotations.quotations_by(entity.id)) or any(
        _is_subject(mention, article.text, verbs)
        for mention in entity.mentions
        if mention.form is MentionForm.NAME
    )
    return country if is_acting else None


def _governed_from(entry: KnowledgeEntry | None) -> KnowledgeId | None:
    facts = () if entry is None else entry.facts
    return next((fact.entry for fact in facts if fact.what is FactKind.SEAT_OF_GOVERNMENT), None)


def _is_subject(mention: Mention, text: str, verbs: ActingVerbs) -> bool:
    before = WORD_BEFORE.search(text, max(0, mention.span.start - 40), mention.span.start)
    word = before.group(1) if before is not None else ""
    if word in verbs.before_subject:
        return True
    if word.casefold() in NO_SUBJECT_BEHIND or (word[:1].isupper() and word not in BEFORE_SUBJECT):
        return False
    behind = WORD_BEHIND.match(text, mention.span.end)
    if behind is None:
        return False
    verb = behind.group(1)
    if verb in verbs.finite or verb.removesuffix("n") in verbs.finite:
        return True
    return verb in AUXILIARIES and not verbs.participles.isdisjoint(_clause(text, behind.end()))


def _clause(text: str, start: int) -> list[str]:
    """The words from `start` to the end of the clause."""
    end = next((at for at in range(start, len(text)) if text[at] in CLAUSE_END), len(text))
    return text[start:end].split()
