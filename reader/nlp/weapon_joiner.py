"""Joins the weapons that the catalogue knows with the names that the tagger sees."""

from collections.abc import Container, Sequence
from dataclasses import replace

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.nlp.body_names import UNIT
from reader.nlp.findings import Finding
from reader.nlp.weapon_candidates import WeaponMatch
from reader.nlp.weapon_finder import TRUSTED, FoundWeapons
from reader.nlp.weapon_odds import LEAST_SURE

# Of a weapon name that no catalogue confirms: lower than what the catalogue gives for a sure match.
TAGGER_SHARE = 0.8

CONFIDENCE_OF_PERSON = 0.8  # whom the tagger missed
OF_ORIGIN = frozenset({
    "built", "made", "produced", "manufactured", "designed", "developed", "supplied", "donated", "owned",
    "operated", "born", "based", "led", "backed", "flagged", "funded",
})  # fmt: skip
OF_NATION = ("ische", "ischen", "ischer", "isches", "ischem", "Deutsche", "Deutschen")
NO_NAMES = frozenset({"kaliber", "calibre", "caliber"})  # with which no name of a weapon begins
MAKERS = frozenset({
    "suchoi", "sukhoi", "mikojan", "mikoyan", "tupolew", "tupolev", "antonow", "iljuschin", "boeing",
    "lockheed", "dassault", "saab", "airbus", "northrop", "rheinmetall", "embraer", "hensoldt", "knds",
    "krauss-maffei",
})  # fmt: skip
BARE_CLASSES = frozenset({"jet", "jets"})  # of a weapon if the tagger says so
# Whose weapons stand in English articles: British Typhoons.
ORIGINS = frozenset({
    "American", "Argentine", "Australian", "Austrian", "Belarusian", "Belgian", "Brazilian", "British",
    "Bulgarian", "Canadian", "Chinese", "Croatian", "Czech", "Danish", "Dutch", "Egyptian", "Estonian",
    "Finnish", "French", "German", "Greek", "Hungarian", "Indian", "Indonesian", "Iranian", "Iraqi",
    "Israeli", "Italian", "Japanese", "Korean", "Latvian", "Lithuanian", "Moroccan", "Norwegian",
    "Pakistani", "Polish", "Portuguese", "Romanian", "Russian", "Saudi", "Serbian", "Slovak", "Soviet",
    "Spanish", "Swedish", "Swiss", "Syrian", "Taiwanese", "Thai", "Turkish", "Ukrainian", "US", "U.S.",
})  # fmt: skip
SHORTEST_WORD = 4  # letters
COUNTED = 2  # words: a body and how many it gets
VARIANT_WORDS = frozenset({
    "plus", "advanced", "block", "mark", "evolution", "super", "next", "light", "heavy", "extended",
    "enhanced", "improved", "modernized", "export", "naval", "maritime", "typ", "type", "modell", "version",
    "ausführung", "sentinel", "lightning", "guardian", "fighting", "falcon", "hornet", "eagle", "raptor",
})  # fmt: skip


def with_weapons(
    findings: Sequence[Finding], weapons: FoundWeapons, words: Sequence[str] = ()
) -> list[Finding]:
    """All findings; where the catalogue and the tagger overlap, the catalogue wins.

    It does not win inside a longer name of something else (Taurus Systems GmbH), and a weapon class
    does not win against a named system, nor against the name in a compound (Bundeswehr-Hubschrauber).
    A longer name of a system keeps its variant (Leopard 2A8).
    What the weapon finder denies, the puma of the zoo, is none even if the tagger says so,
    unless it is sure; a Panzergrenadier never is one. What no catalogue knows and the tagger only guesses
    is none either. A person called as a weapon, whom the tagger missed, is added.
    """
    classes = [_as_finding(match) for match in weapons.matches if match.is_generic]
    kept = dict.fromkeys(
        _without_class_words(finding, classes)
        for finding in findings
        if not _is_denied(finding, weapons, words)
    )
    tagged = set(kept)
    guesses = {finding for finding in tagged if _is_guess(finding, weapons)}
    at_token = {place: finding for finding in kept for place in range(finding.start, finding.end)}
    placed: set[tuple[int, int, str | None]] = set()
    for match in weapons.matches:
        weapon = _as_finding(match)
        rivals = {at_token[place] for place in range(weapon.start, weapon.end) if place in at_token}
        armed = {rival for rival in rivals if _is_origin_with_weapon(rival, weapon, words)}
        if any(_holds_against(finding, weapon) for finding in rivals - guesses - armed):
            continue
        longer = next((rival for rival in rivals if _is_variant(rival, weapon, words)), None)
        if longer is not None:
            start = _own_start(longer.start, weapon, words)
            weapon = replace(weapon, start=start, end=longer.end)
        for rival in rivals:
            kept.pop(rival, None)
        place_of_weapon = (weapon.start, weapon.end, weapon.knowledge_id)
        if place_of_weapon not in placed:  # F-18 and Hornet may both have grown to F-18 Hornet
            kept[weapon] = None
        placed.add(place_of_weapon)
    joined = [_doubted(_as_class(one, words)) if one in tagged else one for one in kept if one not in guesses]
    taken = {place for finding in joined for place in range(finding.start, finding.end)}
    missed = (person for person in weapons.people if taken.isdisjoint(person))
    return [*_without_counts(joined, words), *(_as_person(person) for person in missed)]


def _as_person(tokens: range) -> Finding:
    return Finding(tokens.start, tokens.stop, EntityKind.PERSON, confidence=CONFIDENCE_OF_PERSON)


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


def _is_denied(finding: Finding, weapons: FoundWeapons, words: Sequence[str]) -> bool:
    if finding.kind is not EntityKind.WEAPON:
        return False
    if not finding.is_generic and _is_lower(words[finding.start : finding.end]):
        return True  # the leopard that escaped
    if not finding.is_generic and any(word.casefold() in NO_NAMES for word in words[finding.start :][:1]):
        return True
    if not finding.is_generic and words[finding.end - 1 : finding.end] and _is_origin(words[finding.end - 1]):
        return True
    denied = weapons.never if finding.confidence >= TRUSTED else weapons.denied
    return all(
        place in denied or (place < len(words) and not words[place][0].isalnum())
        for place in range(finding.start, finding.end)
    )


def _is_origin(word: str) -> bool:
    """German-built tanks: it tells where they come from, not what they are."""
    return "-" in word and word.rpartition("-")[2] in OF_ORIGIN


def _is_lower(words: Sequence[str]) -> bool:
    """Whether the first of them is in lower case, as in no name of a weapon."""
    return bool(words) and words[0].islower()


def _is_guess(finding: Finding, weapons: FoundWeapons) -> bool:
    """Whether the tagger alone takes it for a weapon, and is not sure enough for this article."""
    least = LEAST_SURE if finding.is_generic else weapons.least_sure
    return finding.kind is EntityKind.WEAPON and finding.confidence < least


def _as_class(finding: Finding, words: Sequence[str]) -> Finding:
    """The tagger's finding; as a class of weapons if it is but the word for one: Luftwaffe verlegt Jets."""
    if finding.kind is not EntityKind.WEAPON or finding.end - finding.start > 1 or finding.is_generic:
        return finding
    word = words[finding.start].casefold() if finding.start < len(words) else ""
    is_class = finding.form is MentionForm.NAME and word in BARE_CLASSES
    name = word.capitalize().removesuffix("s")
    return replace(finding, is_generic=True, name=name) if is_class else finding


def _doubted(finding: Finding) -> Finding:
    if finding.kind is not EntityKind.WEAPON or finding.knowledge_id is not None:
        return finding
    return replace(finding, confidence=round(finding.confidence * TAGGER_SHARE, 3))


def _holds_against(finding: Finding, weapon: Finding) -> bool:
    if finding.kind is EntityKind.WEAPON:
        is_known = finding.knowledge_id is not None
        is_longer = finding.covers(weapon) and finding.end - finding.start > weapon.end - weapon.start
        is_name = is_known or (is_longer and not finding.is_generic)  # a class word alone is no name
        return finding.covers(weapon) and weapon.is_generic and is_name
    if weapon.is_generic and finding.form is MentionForm.PART:
        return True
    is_longer = finding.covers(weapon) and finding.end - finding.start > weapon.end - weapon.start
    if finding.kind is not EntityKind.OTHER:
        return is_longer
    is_in_marks = finding.start + 1 == weapon.start and finding.end - 1 == weapon.end
    is_title = not is_in_marks or weapon.end - weapon.start == 1  # no film is a Main Ground Combat System
    return is_longer and is_title and finding.confidence >= TRUSTED


def _is_origin_with_weapon(finding: Finding, weapon: Finding, words: Sequence[str]) -> bool:
    """Whether what looks like a body is weapons and whose they are: Swedish Gripens, Heer 96 Leopard 2."""
    before = words[finding.start : weapon.start]
    if not finding.is_body or not before or finding.end != weapon.end:
        return False
    if before[-1].isdigit() and weapon.knowledge_id is not None:
        return len(before) == 1 or (len(before) == COUNTED and _is_count(before[0], weapon, words))
    return len(before) == 1 and before[0] in ORIGINS and words[weapon.end - 1].endswith("s")


def _is_variant(finding: Finding, weapon: Finding, words: Sequence[str]) -> bool:
    """Whether the tagger's longer name is the system with its variant; Trident Dreizack are two names."""
    is_designation = any(map(str.isdigit, "".join(words[weapon.start : weapon.end])))  # K9 Vidar
    if not is_designation and any(_is_other_word(word) for word in words[weapon.end : finding.end]):
        return False
    is_named = finding.kind is EntityKind.WEAPON and not finding.is_generic and not weapon.is_generic
    return is_named and finding.knowledge_id is None and finding.covers(weapon)


def _own_start(start: int, weapon: Finding, words: Sequence[str]) -> int:
    """Where a variant begins, behind a number, a nation or the maker: 31 Abrams, Suchoi Su-35.

    What stands before a number belongs to none: (für das) Heer 105 Leopard 2.
    """
    name = weapon.start
    if name - start > 1 and words[name - 1].isdigit() and _is_count(words[name - 2], weapon, words):
        return name
    while start < name and (
        words[start].isdigit() or words[start].endswith(OF_NATION) or words[start].casefold() in MAKERS
    ):
        start += 1
    return start


def _is_count(before: str, weapon: Finding, words: Sequence[str]) -> bool:
    """Whether a number tells how many, with `before` before it; in MiG 29 Fulcrum it does not."""
    has_own_number = any(map(str.isdigit, "".join(words[weapon.start : weapon.end])))
    is_word = before.istitle() and len(before) >= SHORTEST_WORD and before.casefold() not in MAKERS
    return (has_own_number or is_word) and UNIT.fullmatch(before) is None


def _without_counts(findings: Sequence[Finding], words: Sequence[str]) -> list[Finding]:
    """The findings; how many weapons a body gets is no part of its name: Luftwaffe 20 | Eurofighter."""
    weapons = {finding.start for finding in findings if finding.kind is EntityKind.WEAPON}
    return [
        replace(finding, end=finding.end - 1) if _has_count(finding, weapons, words) else finding
        for finding in findings
    ]


def _has_count(finding: Finding, weapons: Container[int], words: Sequence[str]) -> bool:
    is_long = finding.kind is EntityKind.ORGANIZATION and finding.end - finding.start > 1
    if not is_long or finding.end not in weapons or not words[finding.end - 1].isdigit():
        return False
    return UNIT.fullmatch(words[finding.end - 2]) is None


def _is_other_word(word: str) -> bool:
    """Whether a word behind a system is no variant of it: long, a word, and none that variants have."""
    is_plain = word.isalpha() and not word.isupper() and len(word) >= SHORTEST_WORD
    return is_plain and word.casefold() not in VARIANT_WORDS
