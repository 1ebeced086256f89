"""English words for who or what comes from a place: Ukrainian, Danes, Turkish-made, Kyiv-based."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.knowledge.gazetteer import Gazetteer
from reader.nlp.findings import Finding
from reader.nlp.name_forms import without_possessive
from reader.nlp.name_index import NameIndex, Words

CONFIDENCE = 0.8  # of a word that only a list gives away
COMING_FROM = frozenset({EntityKind.PLACE, EntityKind.WEAPON, EntityKind.ORGANIZATION})
# That names of places stand before.
PARTICIPLES = ("ed", "born", "bound", "built", "held", "led", "made", "run")


@dataclass(frozen=True, slots=True)
class EnglishOrigins:
    """Knows the gazetteer and the names that mean one place wherever they stand."""

    gazetteer: Gazetteer
    certain: NameIndex

    def origin_at(self, texts: Sequence[str], place: int, taken: Collection[int]) -> Finding | None:
        """Ukrainian, Danes, South Korean."""
        if not self.gazetteer.derived_english:
            return None
        for end in (min(place + 2, len(texts)), place + 1):
            is_free = not any(at in taken for at in range(place, end))
            if is_free and self.gazetteer.place_of_english(" ".join(texts[place:end])) is not None:
                return Finding(place, end, EntityKind.PLACE, MentionForm.DERIVED, confidence=CONFIDENCE)
        first, _, rest = texts[place].partition("-")
        if rest.endswith(PARTICIPLES) and rest.islower() and self._is_place_name(first):
            return Finding(place, place + 1, EntityKind.PLACE, MentionForm.PART, confidence=CONFIDENCE)
        return None

    def as_derived(self, finding: Finding, words: Words) -> Finding:
        """The finding; Estonians, taken for the name of a place, only come from it, and so does Turkish-made.

        Nor does the adjective belong to the name behind it: Russian S-400, Russian-held Mariupol.
        """
        if not self.gazetteer.derived_english or finding.is_generic or finding.kind not in COMING_FROM:
            return finding
        if self.gazetteer.place_of_english(" ".join(words)) is not None:
            return replace(finding, kind=EntityKind.PLACE, form=MentionForm.DERIVED)
        if finding.form is MentionForm.DERIVED and self._is_country(words):
            return replace(finding, kind=EntityKind.PLACE, form=MentionForm.NAME)
        is_settled = finding.form is MentionForm.PART or finding.kind is EntityKind.ORGANIZATION
        return finding if is_settled or len(words) == 1 else self._without_adjective(finding, words)

    def _without_adjective(self, finding: Finding, words: Words) -> Finding:
        is_adjective = self.gazetteer.place_of_english(words[0]) is not None and "-" in words[0]
        if finding.form is MentionForm.DERIVED and is_adjective:
            return replace(finding, end=finding.start + 1)
        if is_adjective or (finding.kind is EntityKind.WEAPON and self._is_origin(words[0])):
            return replace(finding, start=finding.start + 1)
        return finding

    def _is_place_name(self, word: str) -> bool:
        """Whether a word with a participle behind it is a country or city: Kyiv-based, Iran-backed."""
        known = self.certain.name((word,))
        is_city = known is not None and known.kind is EntityKind.PLACE
        return word[:1].isupper() and (is_city or self.gazetteer.place(word) is not None)

    def _is_country(self, words: Words) -> bool:
        """Whether they are the name of a country itself, or its genitive: Greece's."""
        return self.gazetteer.place(without_possessive(" ".join(words))) is not None

    def _is_origin(self, word: str) -> bool:
        return self.gazetteer.place_of_english(word) is not None or self.gazetteer.place(word) is not None
