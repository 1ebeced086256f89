"""Our steps as spaCy components, in the order of `STEPS`.

Each takes what the steps before it left on the `Doc` and adds its own. A factory reads its word lists
once, from the resources folder it is configured with.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from reader.domain.mentions import Mention
from reader.domain.quotations import Quotation
from reader.domain.spans import Span
from reader.knowledge.catalogue import load_catalogue
from reader.knowledge.gazetteer import ENGLISH, load_gazetteer
from reader.knowledge.knowledge_index import KnowledgeIndex
from reader.knowledge.office_holders import full_names, surnames_with_particle
from reader.nlp.body_references import with_nouns_for_bodies
from reader.nlp.bracketed_bodies import with_bracketed_bodies
from reader.nlp.cast import load_forenames
from reader.nlp.coreference import with_references
from reader.nlp.currencies import apart_from_currencies, load_currencies
from reader.nlp.english_body_nouns import with_english_nouns_for_bodies
from reader.nlp.english_names import with_english_names
from reader.nlp.english_senses import in_their_sense
from reader.nlp.entity_grouper import EntityGrouper
from reader.nlp.entity_linker import EntityLinker
from reader.nlp.findings import QUOTATIONS_KEY, Finding, findings_of, write_findings
from reader.nlp.german_references import ReferenceWords
from reader.nlp.mention_finder import find_mentions
from reader.nlp.name_cluster import FoundName
from reader.nlp.name_consistency import NameConsistency
from reader.nlp.name_rules import load_name_rules
from reader.nlp.person_names import load_given_names
from reader.nlp.quotation_finder import find_quotations, load_quotation_words
from reader.nlp.reporting_verbs import load_reporting_verbs
from reader.nlp.role_finder import load_role_words
from reader.nlp.sentence_splitter import split_sentences
from reader.nlp.speaker_attributor import attribute
from reader.nlp.tagged_quotations import tagged_quotations
from reader.nlp.weapon_classes import load_weapon_classes
from reader.nlp.weapon_finder import find_weapons
from reader.nlp.weapon_joiner import with_weapons
from reader.nlp.weapon_owners import weapons_apart
from reader.nlp.weapon_phrases import load_weapon_phrases

Component = Callable[[Doc], Doc]

MENTION_FINDER = "lesart_mention_finder"
SENTENCE_SPLITTER = "lesart_sentence_splitter"
WEAPON_FINDER = "lesart_weapon_finder"
NAME_CONSISTENCY = "lesart_name_consistency"
ENTITY_GROUPER = "lesart_entity_grouper"
QUOTATION_FINDER = "lesart_quotation_finder"
COREFERENCE = "lesart_coreference"
STEPS = (
    MENTION_FINDER,
    SENTENCE_SPLITTER,
    WEAPON_FINDER,
    NAME_CONSISTENCY,
    ENTITY_GROUPER,
    QUOTATION_FINDER,
    COREFERENCE,
)
# Steps whose words differ between the languages.
BY_LANGUAGE = (WEAPON_FINDER, NAME_CONSISTENCY, ENTITY_GROUPER, COREFERENCE)


@Language.factory(MENTION_FINDER)
def make_mention_finder(nlp: Language, name: str, resources: str) -> Component:  # noqa: ARG001  (spaCy's call)
    """Puts the tagger's findings right; `doc.ents` are then names as such."""
    rules = load_name_rules(Path(resources) / "lexicons", label_precisions(nlp.meta))

    def mention_finder(doc: Doc) -> Doc:
        write_findings(doc, find_mentions(doc, rules))
        return doc

    return mention_finder


@Language.component(SENTENCE_SPLITTER)
def sentence_splitter(doc: Doc) -> Doc:
    split_sentences(doc)
    return doc


@Language.factory(WEAPON_FINDER, default_config={"language": "de"})
def make_weapon_finder(nlp: Language, name: str, resources: str, language: str) -> Component:  # noqa: ARG001  (spaCy's call)
    """Adds the weapons that the catalogue knows, and the words for classes of weapons."""
    catalogue = load_catalogue(Path(resources) / "knowledge" / "weapons.toml")
    classes = load_weapon_classes(Path(resources) / "lexicons" / "weapon_classes.txt")
    phrases = load_weapon_phrases(Path(resources) / "lexicons", language)

    def weapon_finder(doc: Doc) -> Doc:
        found = weapons_apart(doc, findings_of(doc), catalogue)
        weapons = find_weapons(doc, catalogue, classes, found, phrases=phrases)
        write_findings(doc, with_weapons(found, weapons, [token.text for token in doc]))
        return doc

    return weapon_finder


@Language.factory(NAME_CONSISTENCY, default_config={"language": "de"})
def make_name_consistency(nlp: Language, name: str, resources: str, language: str) -> Component:  # noqa: ARG001  (spaCy's call)
    """Makes the names of the document agree."""
    rules = load_name_rules(Path(resources) / "lexicons", {})
    given_names = load_given_names(Path(resources) / "lexicons")
    people = [words for words in full_names(Path(resources)) if rules.may_name(words[0])]
    people.extend(surnames_with_particle(Path(resources)))
    consistency = NameConsistency(
        load_gazetteer(Path(resources), language), rules.not_names, given_names, people
    )

    def name_consistency(doc: Doc) -> Doc:
        whole = with_bracketed_bodies([token.text for token in doc], findings_of(doc))
        names, money = apart_from_currencies(doc, whole, rules.currencies)
        found = consistency.consistent(doc, names)
        if language == ENGLISH:
            found = list(in_their_sense([token.text for token in doc], found))
        write_findings(doc, [*found, *money])
        return doc

    return name_consistency


@Language.factory(ENTITY_GROUPER, default_config={"language": "de"})
def make_entity_grouper(nlp: Language, name: str, resources: str, language: str) -> Component:  # noqa: ARG001  (spaCy's call)
    """Groups the findings and links them to what is known; the entities are in `doc._.entities`."""
    folder = Path(resources)
    lexicons = folder / "lexicons"
    knowledge = _knowledge(folder)
    grouper = EntityGrouper(
        load_gazetteer(folder, language), load_role_words(lexicons), load_given_names(lexicons), knowledge
    )
    linker = EntityLinker(knowledge)
    currencies = load_currencies(lexicons)

    def entity_grouper(doc: Doc) -> Doc:
        found, _ = apart_from_currencies(doc, findings_of(doc), currencies)
        names = [_found_name(doc, finding) for finding in found]
        linked = linker.linked(grouper.group(names, doc.text))
        if language == ENGLISH:
            linked = with_english_nouns_for_bodies(doc, with_english_names(linked, _knowledge(folder)))
        doc._.entities = with_nouns_for_bodies(doc, linked)
        return doc

    return entity_grouper


@Language.factory(QUOTATION_FINDER, default_config={"is_direct_only": False})
def make_quotation_finder(
    nlp: Language,  # noqa: ARG001  (spaCy's call)
    name: str,  # noqa: ARG001  (spaCy's call)
    resources: str,
    is_direct_only: bool,  # noqa: FBT001  (spaCy passes settings by name)
) -> Component:
    """Finds quotations and their speakers; they are in `doc._.quotations` and `doc.spans`."""
    lexicons = Path(resources) / "lexicons"
    words = load_quotation_words(lexicons)
    forenames = load_forenames(lexicons / "forenames.txt")

    def quotation_finder(doc: Doc) -> Doc:
        found = find_quotations(doc, words, tagged=tagged_quotations(doc), is_direct_only=is_direct_only)
        doc._.quotations = tuple(attribute(found, doc._.entities, doc.text, forenames))
        doc.spans[QUOTATIONS_KEY] = quotation_spans(doc, doc._.quotations)
        return doc

    return quotation_finder


@Language.factory(COREFERENCE, default_config={"language": "de"})
def make_coreference(nlp: Language, name: str, resources: str, language: str) -> Component:  # noqa: ARG001  (spaCy's call)
    """Adds the roles and pronouns that mean a person to the entities in `doc._.entities`."""
    lexicons = Path(resources) / "lexicons"
    words = ReferenceWords(
        verbs=load_reporting_verbs(lexicons / "reporting_verbs.txt"),
        roles=load_role_words(lexicons),
        forenames=load_forenames(lexicons / "forenames.txt"),
        knowledge=_knowledge(Path(resources)),
    )

    def coreference(doc: Doc) -> Doc:
        doc._.entities, doc._.quotations = with_references(
            doc, doc._.entities, doc._.quotations, words, language
        )
        return doc

    return coreference


@lru_cache(maxsize=1)
def _knowledge(resources: Path) -> KnowledgeIndex:
    """The knowledge base, read once for all steps and languages."""
    return KnowledgeIndex.load(resources)


def quotation_spans(doc: Doc, quotations: Iterable[Quotation]) -> SpanGroup:
    """One span for every piece of a quotation: labelled with its kind, its id that of the quotation."""
    spans = [
        doc.char_span(piece.start, piece.end, label=one.kind.value, span_id=one.id, alignment_mode="expand")
        for one in quotations
        for piece in one.content
    ]
    return SpanGroup(doc, name=QUOTATIONS_KEY, spans=[span for span in spans if span is not None])


def label_precisions(meta: dict[str, Any]) -> dict[str, float]:
    """How often the tagger is right, by label, as its training report says."""
    by_label = meta.get("performance", {}).get("ents_per_type", {})
    return {label: float(scores["p"]) for label, scores in by_label.items()}


def _found_name(doc: Doc, finding: Finding) -> FoundName:
    words = doc[finding.start : finding.end]
    span = Span(words.start_char, words.end_char)
    return FoundName(
        mention=Mention(span, words.text, finding.form, finding.confidence),
        kind=finding.kind,
        is_generic=finding.is_generic,
        knowledge_id=finding.knowledge_id,
        name=finding.name,
    )
