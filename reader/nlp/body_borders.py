"""Makes names of bodies whole that were cut: at a hyphen, before a legal form or a river in brackets."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.nlp.findings import Finding

AND = frozenset({"und", "oder", "&"})
LEGAL_FORMS = frozenset({
    "GmbH", "gGmbH", "AG", "SE", "KG", "KGaA", "OHG", "UG", "eG", "LLC", "LLP", "Ltd", "Ltd.", "Inc", "Inc.",
    "Corp", "Corp.", "plc", "PLC", "SpA", "NV", "BV", "AB", "ASA", "Oyj",
})  # fmt: skip
MINISTRY = ("ministerium", "ministeriums", "ministerien")  # Innen- und Außenministerium are two
RIVERS = frozenset({"Oder", "Saale", "Main", "Havel", "Spree", "Elbe", "Lahn", "Donau", "Inn"})
BRACKETED = 3  # tokens: "(", "Oder", ")"


def with_whole_bodies(doc: Doc, findings: Sequence[Finding]) -> list[Finding]:
    """The findings in their order; bodies that were cut are whole, and what is left of none is dropped."""
    whole: list[Finding] = []
    for finding in sorted(findings, key=lambda one: one.start):
        last = whole[-1] if whole else None
        if not _is_body(finding):
            whole.append(finding)
        elif last is not None and _is_body(last) and _go_together(doc, last, finding):
            whole[-1] = replace(
                finding, start=last.start, confidence=max(last.confidence, finding.confidence)
            )
        else:
            whole.append(finding)
    return [_with_river(doc, one) if _is_body(one) else one for one in whole if not _is_rest(doc, one)]


def _is_body(finding: Finding) -> bool:
    return finding.kind is EntityKind.ORGANIZATION and finding.form is MentionForm.NAME


def _go_together(doc: Doc, first: Finding, second: Finding) -> bool:
    """Whether two names are one: Industrie- | und Handelskammer, Nordheim Brewing | LLC."""
    if first.end == second.start:
        return second.end - second.start == 1 and doc[second.start].text in LEGAL_FORMS
    is_list = first.end + 1 == second.start and doc[first.end].text in AND
    is_cut = doc[first.end - 1].text.endswith("-")
    return is_list and is_cut and not doc[second.end - 1].text.casefold().endswith(MINISTRY)


def _is_rest(doc: Doc, finding: Finding) -> bool:
    """Whether it is a legal form alone, or a word that a hyphen leaves open."""
    if not _is_body(finding) or finding.end - finding.start > 1:
        return False
    word = doc[finding.start].text
    return word in LEGAL_FORMS or word.endswith("-")


def _with_river(doc: Doc, finding: Finding) -> Finding:
    """Staatsanwaltschaft Frankfurt (Oder)."""
    behind = [token.text for token in doc[finding.end : finding.end + BRACKETED]]
    is_river = len(behind) == BRACKETED and behind[0] == "(" and behind[1] in RIVERS and behind[2] == ")"
    return replace(finding, end=finding.end + BRACKETED) if is_river else finding
