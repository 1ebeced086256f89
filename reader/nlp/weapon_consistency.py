"""Makes the weapons of one article agree: what is a weapon in one sentence is one in the headline, too."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.knowledge.gazetteer import Gazetteer, KnownKind
from reader.nlp.findings import Finding
from reader.nlp.name_index import Words, forms_of
from reader.nlp.tag_heads import NAMES
from reader.nlp.text_tags import shares_of
from reader.nlp.weapon_neighbours import DETERMINERS
from reader.nlp.weapon_odds import WEAPON_TAGS

OTHER_READINGS = frozenset({EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE})
SHORTEST_NAME = 3  # letters
LEAST_SHARE = 0.1  # of the encoder's weapon tags, for a weapon that the article names elsewhere
CONFIDENCE = 0.8  # of a weapon that only its other mentions give away
ONE = frozenset({"ein", "eine", "einen", "einem", "einer", "eines", "a", "an"})  # before no organisation
MARKS = frozenset('„“”"»«‚‘’›‹')


class WeaponConsistency:
    """Settles weapons by the article and by what is known of organisations."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def settled(self, doc: Doc, findings: Sequence[Finding]) -> list[Finding]:
        """The findings with weapons that agree.

        A weapon of the article is one also where the tagger saw something vague, or hesitated; not if the
        same name is a person, a firm or a place there, too.
        """
        told = [self._as_place(doc, self._as_organisation(doc, finding)) for finding in findings]
        others = {_words(doc, finding) for finding in told if finding.kind in OTHER_READINGS}
        weapons = {
            words: finding
            for finding in told
            if _is_named_weapon(finding)
            and (words := _words(doc, finding)) not in others
            and len("".join(words)) >= SHORTEST_NAME
        }
        if not weapons:
            return told
        alike = [_as_weapon(doc, finding, weapons) for finding in told]
        taken = {place for finding in told for place in range(finding.start, finding.end)}
        unknown = {words: finding for words, finding in weapons.items() if finding.knowledge_id is None}
        return [*alike, *_missed(doc, unknown, taken)]

    def _as_organisation(self, doc: Doc, finding: Finding) -> Finding:
        """The finding; Unifil, which is known as a mission only, is no weapon; "eine Beretta" may be one."""
        before = doc[finding.start - 1].text.casefold() if finding.start else ""
        is_counted = before in ONE or before.isdigit()
        if not _is_named_weapon(finding) or finding.knowledge_id is not None or is_counted:
            return finding
        words = _words(doc, finding)
        is_certain = self._gazetteer.certain.get(words) is KnownKind.ORGANISATION
        if is_certain or self._gazetteer.organisation(" ".join(words)) is not None:
            return replace(finding, kind=EntityKind.ORGANIZATION)
        return finding

    def _as_place(self, doc: Doc, finding: Finding) -> Finding:
        """The finding; Sewastopol is a town where no ship or article stands before it."""
        before = doc[finding.start - 1].text if finding.start else ""
        is_bare = not before or (before[0].islower() and before not in DETERMINERS) or not before[0].isalnum()
        if (
            not _is_named_weapon(finding)
            or finding.knowledge_id is not None
            or not is_bare
            or before in MARKS
        ):
            return finding
        name = doc[finding.start : finding.end].text  # with its marks, which only a ship has
        is_known = self._gazetteer.city(name) is not None or self._gazetteer.place(name) is not None
        return replace(finding, kind=EntityKind.PLACE) if is_known else finding


def _is_named_weapon(finding: Finding) -> bool:
    is_weapon = finding.kind is EntityKind.WEAPON and finding.form is MentionForm.NAME
    return is_weapon and not finding.is_generic


def _as_weapon(doc: Doc, finding: Finding, weapons: Mapping[Words, Finding]) -> Finding:
    if finding.kind is not EntityKind.OTHER or finding.form is not MentionForm.NAME:
        return finding
    known = next((weapons[form] for form in forms_of(_words(doc, finding)) if form in weapons), None)
    if known is None:
        return finding
    return replace(finding, kind=EntityKind.WEAPON, knowledge_id=known.knowledge_id, name=known.name)


def _missed(doc: Doc, weapons: Mapping[Words, Finding], taken: set[int]) -> Iterator[Finding]:
    """Where the encoder gives a weapon of the article at least a chance."""
    shares = shares_of(doc, NAMES)
    if shares is None:
        return
    for token in doc:
        known = next((weapons[form] for form in forms_of((token.text,)) if form in weapons), None)
        if known is None or token.i in taken:
            continue
        if shares[token.i, WEAPON_TAGS].sum() >= LEAST_SHARE:
            yield replace(known, start=token.i, end=token.i + 1, confidence=CONFIDENCE)


def _words(doc: Doc, finding: Finding) -> Words:
    words = (token.text for token in doc[finding.start : finding.end])
    return tuple(word for word in words if not word.isspace() and word not in MARKS)
