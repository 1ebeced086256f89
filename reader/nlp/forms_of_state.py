"""Countries behind the word for what they are: das Golfemirat Katar, die Vereinigten Arabischen Emirate.

The word is no name, with the country or without; names of countries keep it, like Republik Moldau.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.knowledge.gazetteer import Gazetteer
from reader.nlp.findings import Finding
from reader.nlp.name_borders import stem_of

FORM = re.compile(
    r"(?:(?:Golf|Öl|Insel|Wüsten)(?:emirat|sultanat)|Emirat|Sultanat)s?|(?:Golf|Öl|Wüsten)?[Mm]onarchie|"
    r"(?:(?:Golf|Insel|Wüsten)königreich|Königreich|Scheichtum|Fürstentum|(?:Groß|Erz)?[Hh]erzogtum|"
    r"Kaiserreich|Zarenreich)(?:e?s)?|"
    r"(?:Golf|Insel|Wüsten|Stadt|Zwerg|Pazifik|Küsten|Binnen|Himalaja|Balkan)staat(?:e?s)?"
)
# Of these there are more than countries: Emirat Dubai.
OF_PARTS = re.compile(r"(?:Emirat|Scheichtum|Sultanat)(?:e?s)?")
NAMED = frozenset({EntityKind.ORGANIZATION, EntityKind.PLACE})


class FormsOfState:
    """Takes the words for forms of state off the names of countries; knows the gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._of_words = {
            tuple(map(stem_of, name.split())): shown
            for name, shown in gazetteer.places.items()
            if " " in name
        }

    def apart(self, texts: Sequence[str], findings: Sequence[Finding]) -> Iterator[Finding]:
        """The findings; what is left of a country's name is the country, and of a word alone nothing."""
        for finding in findings:
            words = texts[finding.start : finding.end]
            if finding.kind not in NAMED or finding.is_generic or finding.knowledge_id is not None:
                yield finding
            elif len(words) > 1:
                yield self._country(finding, words)
            elif not FORM.fullmatch(words[0]):
                yield finding

    def _country(self, finding: Finding, words: Sequence[str]) -> Finding:
        if finding.form is not MentionForm.NAME or self._gazetteer.place(" ".join(words)) is not None:
            return finding
        shown = self._of_words.get(tuple(stem_of(word.casefold()) for word in words))
        if shown is not None:
            return replace(finding, kind=EntityKind.PLACE, name=shown)
        at = next((place for place, word in enumerate(words[:-1]) if FORM.fullmatch(word)), None)
        if at is None:
            return finding
        name = " ".join(words[at + 1 :])
        is_part = OF_PARTS.fullmatch(words[at]) is not None and self._gazetteer.city(name) is not None
        if self._gazetteer.place(name) is None and not is_part:
            return finding
        return replace(finding, start=finding.start + at + 1, kind=EntityKind.PLACE)
