"""Joins the weapons that the catalogue knows with the names that the tagger sees."""

from collections.abc import Sequence
from dataclasses import replace

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.nlp.findings import Finding
from reader.nlp.weapon_finder import TRUSTED, FoundWeapons, WeaponMatch

# Of a weapon name that no catalogue confirms: lower than what the catalogue gives for a sure match.
TAGGER_SHARE = 0.8
# After that; below are guesses: Ford Taurus, Žeimena, Toaster. Measured on batch b2 of the corpus.
LEAST_SURE = 0.7


def with_weapons(findings: Sequence[Finding], weapons: FoundWeapons) -> list[Finding]:
    """All findings; where the catalogue and the tagger overlap, the catalogue wins.

    It does not win inside a longer name of something else (Taurus Systems GmbH), and a weapon class
    does not win against a named system, nor against the name in a compound (Bundeswehr-Hubschrauber).
    A longer name of a system keeps its variant (Leopard 2A8).
    What the weapon finder denies, the puma of the zoo, is none even if the tagger says so,
    unless it is sure; a Panzergrenadier never is one. What no catalogue knows and the tagger only guesses
    is none either.
    """
    classes = [_as_finding(match) for match in weapons.matches if match.is_generic]
    kept = dict.fromkeys(
        _doubted(_without_class_words(finding, classes))
        for finding in findings
        if not _is_denied(finding, weapons)
    )
    at_token = {place: finding for finding in kept for place in range(finding.start, finding.end)}
    for match in weapons.matches:
        weapon = _as_finding(match)
        rivals = {at_token[place] for place in range(weapon.start, weapon.end) if place in at_token}
        if any(_holds_against(finding, weapon) for finding in rivals if not _is_guess(finding)):
            continue
        longer = next((rival for rival in rivals if _is_variant(rival, weapon)), None)
        if longer is not None:
            weapon = replace(weapon, start=longer.start, end=longer.end)
        for rival in rivals:
            kept.pop(rival, None)
        kept[weapon] = None
    return [finding for finding in kept if not _is_guess(finding)]


def _without_class_words(finding: Finding, classes: Sequence[Finding]) -> Finding:
    """A named system without the class word that stands behind it: Gripen E fighter jet."""
    if finding.kind is not EntityKind.WEAPON or finding.is_generic or finding.form is not MentionForm.NAME:
        return finding
    behind = (one.start for one in classes if finding.start < one.start < finding.end <= one.end)
    return replace(finding, end=min(behind, default=finding.end))


def _as_finding(match: WeaponMatch) -> Finding:
    return Finding(
        start=match.start_token,
        end=match.end_token,
        kind=EntityKind.WEAPON,
        form=match.form,
        is_generic=match.is_generic,
        confidence=match.confidence,
        knowledge_id=match.weapon_id,
        name=match.name or None,
    )


def _is_denied(finding: Finding, weapons: FoundWeapons) -> bool:
    if finding.kind is not EntityKind.WEAPON:
        return False
    denied = weapons.never if finding.confidence >= TRUSTED else weapons.denied
    return all(place in denied for place in range(finding.start, finding.end))


def _is_guess(finding: Finding) -> bool:
    """Whether the tagger alone takes it for a weapon, and is not sure."""
    return (
        finding.kind is EntityKind.WEAPON and finding.knowledge_id is None and finding.confidence < LEAST_SURE
    )


def _doubted(finding: Finding) -> Finding:
    if finding.kind is not EntityKind.WEAPON or finding.knowledge_id is not None:
        return finding
    return replace(finding, confidence=round(finding.confidence * TAGGER_SHARE, 3))


def _holds_against(finding: Finding, weapon: Finding) -> bool:
    if finding.kind is EntityKind.WEAPON:
        is_known = finding.knowledge_id is not None
        return finding.covers(weapon) and weapon.is_generic and (is_known or not finding.is_generic)
    if weapon.is_generic and finding.form is MentionForm.PART:
        return True
    is_longer = finding.covers(weapon) and finding.end - finding.start > weapon.end - weapon.start
    return is_longer and finding.kind is not EntityKind.OTHER


def _is_variant(finding: Finding, weapon: Finding) -> bool:
    is_named = finding.kind is EntityKind.WEAPON and not finding.is_generic and not weapon.is_generic
    return is_named and finding.knowledge_id is None and finding.covers(weapon)
