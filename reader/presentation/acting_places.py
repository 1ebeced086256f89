"""Tells where a capital acts in an article: then its government may be meant (Moskau kündigte an)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.domain.annotations import Annotations
from reader.domain.articles import Article
from reader.domain.entities import Entity, EntityKind
from reader.domain.mentions import Mention, MentionForm
from reader.knowledge.entries import FactKind, KnowledgeEntry, KnowledgeId

STAR = "*"
PARTICLE, ALL_OF = "/", "+"  # stimmt/zu, stimmt/sich+ab
ENGLISH = "en"
CLAUSE_END = '.,;:!?–()„“"»«\n'
WORD_BEFORE = re.compile(r"(\w+)[ ]$")
# Moskau und Teheran schickten
WORD_BEHIND = re.compile(r"(?: (?:und|and) [A-ZÄÖÜ][\w-]*)? (?:also |now |again |auch |nun |selbst )?(\w+)")
SCORE = re.compile(r"\d+[:–-]\d+")
# Before participles, infinitives, and what a place is that does not act itself.
PERFECT = frozenset({"hat", "hatte", "habe", "haben", "hatten", "hätte", "hätten", "has", "had", "have"})
FUTURE = frozenset({"wird", "werde", "werden", "würde", "würden", "will", "would"})
MODALS = frozenset({
    "muss", "musste", "müsse", "müssen", "soll", "sollte", "solle", "sollen", "darf", "durfte", "dürfe",
    "dürfen", "kann", "konnte", "könne", "können", "must", "should", "may", "could", "might", "can", "cannot",
})  # fmt: skip
PERFECT_INFINITIVE = ("haben", "have")  # soll geliefert haben
SUBJECTS = frozenset({"man", "er", "ich", "wir", "you", "one"})  # „Berlin müsse man sehen“, „Rom nannte er“
PASSIVE = frozenset({"been", "be"})
BEING = frozenset({"ist", "sei", "war", "is", "was"})
WILLING = frozenset({"bereit", "entschlossen", "beigetreten", "ready", "willing", "determined"})
# A place behind these stands where something is; behind any capitalised noun it is an attribute of it.
NO_SUBJECT_BEHIND = frozenset({
    "ab", "an", "auf", "aus", "außerhalb", "bei", "bis", "durch", "für", "gegen", "hinter", "in", "innerhalb",
    "mit", "nach", "nahe", "neben", "ohne", "rund", "samt", "seit", "statt", "trotz", "um", "unter", "über",
    "via", "vom", "von", "vor", "wegen", "zu", "zum", "zur", "zwischen",
    "das", "dem", "den", "der", "des", "die", "ganz", "halb",
    "a", "about", "across", "against", "around", "at", "behind", "between", "beyond", "by", "for", "from",
    "inside", "into", "like", "near", "of", "off", "on", "outside", "over", "than", "the", "through",
    "to", "toward", "towards", "under", "with", "within", "without",
})  # fmt: skip
# They begin a sentence and are no noun that the place could belong to.
BEFORE_SUBJECT = frozenset({
    "Aber", "Auch", "Doch", "Nur", "Selbst", "Sogar", "Und", "Dass", "Wenn", "Weil", "Während", "Nachdem",
    "After", "Although", "And", "But", "Even", "If", "That", "When", "While", "Yet",
})  # fmt: skip
# Where somebody else rules, too: who is meant, and the country, meant if the article names it.
OTHERS_AT = {KnowledgeId("place-bruessel"): KnowledgeId("org-europaeische-union")}


@dataclass(frozen=True, slots=True)
class ActingVerbs:
    """What governments do: finite forms, those that may stand before their subject, participles, infinitives.

    `particles` are what must stand in the clause beside the finite forms of some: stimmt … zu. Behind
    "hat" or "wird" and the subject stand `behind_subject`, of the verbs that may stand before it.
    """

    finite: frozenset[str]
    before_subject: frozenset[str]
    behind_subject: frozenset[str]
    participles: frozenset[str]
    infinitives: frozenset[str]
    particles: Mapping[str, frozenset[str]]


def load_acting_verbs(lexicons: Path) -> dict[str, ActingVerbs]:
    """The verbs of each language."""
    return {"de": _german(lexicons / "acting_verbs.txt"), ENGLISH: _english(lexicons / "acting_verbs_en.txt")}


def _german(path: Path) -> ActingVerbs:
    entries = [line.split("\t") for line in _lines(path)]
    forms = [(finite.removesuffix(STAR).split(), STAR in finite) for finite, _, _ in entries]
    parted = [form.split(PARTICLE) for found, _ in forms for form in found if PARTICLE in form]
    return ActingVerbs(
        finite=frozenset(form for found, _ in forms for form in found if PARTICLE not in form),
        before_subject=frozenset(form for found, may_follow in forms if may_follow for form in found),
        behind_subject=frozenset(
            form for finite, *others in entries if STAR in finite for form in others if form
        ),
        participles=frozenset(participle for _, participle, _ in entries),
        infinitives=frozenset(infinitive for _, _, infinitive in entries if infinitive),
        particles=_by_form(parted),
    )


def _by_form(parted: Iterable[Sequence[str]]) -> dict[str, frozenset[str]]:
    particles: dict[str, frozenset[str]] = {}
    for form, particle in parted:
        particles[form] = particles.get(form, frozenset()) | {particle}
    return particles


def _english(path: Path) -> ActingVerbs:
    entries = [line.split() for line in _lines(path)]
    return ActingVerbs(
        finite=frozenset(form for present, past, _, _ in entries for form in (present, past)),
        before_subject=frozenset(),
        behind_subject=frozenset(),
        participles=frozenset(participle for _, _, participle, _ in entries),
        infinitives=frozenset(infinitive for _, _, _, infinitive in entries),
        particles={},
    )


def _lines(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def country_acted_for(
    entity: Entity,
    entry: KnowledgeEntry | None,
    annotations: Annotations,
    article: Article,
    verbs: Mapping[str, ActingVerbs],
) -> KnowledgeId | None:
    """The country, or union, whose government `entity` may mean; None if it is only a place here.

    `entry` is what the knowledge base knows of the entity. The place acts if words are quoted from it, or
    if it is the subject of what governments do; `verbs` tell what that is in the language of the article.
    """
    country = _governed_from(entry)
    if entry is None or country is None or entity.kind is not EntityKind.PLACE:
        return None
    spoken = verbs[ENGLISH if article.language.startswith(ENGLISH) else "de"]
    is_acting = bool(annotations.quotations_by(entity.id)) or any(
        _is_subject(mention, article.text, spoken)
        for mention in entity.mentions
        if mention.form is MentionForm.NAME
    )
    if not is_acting:
        return None
    is_named = any(other.knowledge_id == country for other in annotations.entities)
    return country if is_named else OTHERS_AT.get(entry.id, country)


def _governed_from(entry: KnowledgeEntry | None) -> KnowledgeId | None:
    if entry is None:
        return None
    if any(fact.what is FactKind.CAPITAL and fact.text_de == entry.name_de for fact in entry.facts):
        return entry.id  # Singapur and Monaco are governed from themselves
    return next((fact.entry for fact in entry.facts if fact.what is FactKind.SEAT_OF_GOVERNMENT), None)


def _is_subject(mention: Mention, text: str, verbs: ActingVerbs) -> bool:
    before = WORD_BEFORE.search(text, max(0, mention.span.start - 40), mention.span.start)
    word = before.group(1) if before is not None else ""
    if word in verbs.before_subject:
        return True
    if word in PERFECT | FUTURE:
        return not verbs.behind_subject.isdisjoint(_clause(text, mention.span.end))
    if word.casefold() in NO_SUBJECT_BEHIND or (word[:1].isupper() and word not in BEFORE_SUBJECT):
        return False
    behind = WORD_BEHIND.match(text, mention.span.end)
    if behind is None:
        return False
    verb, clause = behind.group(1), _clause(text, behind.end())
    is_result = "Uhr" not in clause and any(SCORE.fullmatch(word) for word in clause)
    if is_result or clause[:1] == ["by"] or not SUBJECTS.isdisjoint(clause[:1]):
        return False
    return _acts(verb, frozenset(clause), verbs)


def _acts(verb: str, clause: frozenset[str], verbs: ActingVerbs) -> bool:
    """Whether a verb, with what stands behind it in its clause, is what governments do."""
    singular = verb.removesuffix("n")
    if verb in verbs.finite or singular in verbs.finite:
        return True
    particles = verbs.particles.get(verb) or verbs.particles.get(singular)
    if particles is not None:
        return any(clause.issuperset(needed.split(ALL_OF)) for needed in particles)
    if verb in MODALS:
        is_perfect = not clause.isdisjoint(PERFECT_INFINITIVE)
        done = verbs.participles if is_perfect else verbs.infinitives
        return clause.isdisjoint(PASSIVE) and not done.isdisjoint(clause)
    if verb in PERFECT:
        return not verbs.participles.isdisjoint(clause)
    if verb in FUTURE:
        return not verbs.infinitives.isdisjoint(clause) and "been" not in clause
    return verb in BEING and not WILLING.isdisjoint(clause)


def _clause(text: str, start: int) -> list[str]:
    """The words from `start` to the end of the clause."""
    end = next((at for at in range(start, len(text)) if _ends_clause(text, at)), len(text))
    return text[start:end].split()


def _ends_clause(text: str, at: int) -> bool:
    """Whether a mark ends the clause; the colon of a result does not."""
    return text[at] in CLAUSE_END and not (text[at] == ":" and text[at - 1].isdigit())
