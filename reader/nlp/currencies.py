"""What money is counted in: a name to the tagger, whose guidelines say so, but nothing a reader looks for."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.nlp.findings import Finding
from reader.nlp.word_lists import read_lines


def load_currencies(lexicons: Path) -> frozenset[str]:
    return frozenset(read_lines(lexicons / "currencies.txt"))


def is_currency(doc: Doc, finding: Finding, currencies: frozenset[str]) -> bool:
    """Whether the finding names money: "12 Millionen Euro", but not the place Franken."""
    return finding.kind is EntityKind.OTHER and doc[finding.start : finding.end].text in currencies


def apart_from_currencies(
    doc: Doc, findings: Iterable[Finding], currencies: frozenset[str]
) -> tuple[list[Finding], Sequence[Finding]]:
    """The findings in two: all others, and the currencies."""
    others: list[Finding] = []
    money: list[Finding] = []
    for finding in findings:
        (money if is_currency(doc, finding, currencies) else others).append(finding)
    return others, money
