"""Makes names of bodies whole that were cut: at a hyphen, a legal form, a river in brackets, or partners."""

from collections.abc import Sequence
from dataclasses import replace

from reader.domain.entities import EntityKind
from reader.nlp.findings import Finding
from reader.nlp.name_forms import is_legal_form

AND = frozenset({"und", "oder", "&"})
TRADES = ("spedition", "bäckerei", "metzgerei", "fleischerei", "tischlerei", "druckerei", "kanzlei")
SURE = 0.95
MINISTRY = ("ministerium", "ministeriums", "ministerien")  # Innen- und Außenministerium are two
RIVERS = frozenset({"Oder", "Saale", "Main", "Havel", "Spree", "Elbe", "Lahn", "Donau", "Inn"})
BRACKETED = 3  # tokens: "(", "Oder", ")"
PARTNERS = frozenset({"Partner", "Partners", "Söhne", "Sons"})  # Gerkan, Marg und Partner
AND_PARTNERS = AND | {"and"}


def with_whole_bodies(texts: Sequence[str], findings: Sequence[Finding]) -> list[Finding]:
    """The findings in their order; bodies that were cut are whole, and what is left of none is dropped."""
    whole: list[Finding] = []
    for finding in sorted(findings, key=lambda one: one.start):
        last = whole[-1] if whole else None
        if not finding.is_body:
            whole.append(finding)
        elif last is not None and last.is_body and _go_together(texts, last, finding):
            whole[-1] = replace(
                finding, start=last.start, confidence=max(last.confidence, finding.confidence)
            )
        else:
            whole.append(finding)
    bodies = [_with_river(texts, one) if one.is_body else one for one in whole if not _is_rest(texts, one)]
    return _with_partners(texts, bodies)


def _go_together(texts: Sequence[str], first: Finding, second: Finding) -> bool:
    """Whether two names are one: Industrie- | und Handelskammer, Nordheim | LLC, Spedition | Kern & Sohn."""
    if first.end == second.start:
        if second.end - second.start == 1:
            return is_legal_form(texts[second.start])
        return first.end - first.start == 1 and texts[first.start].casefold().endswith(TRADES)
    is_list = first.end + 1 == second.start and texts[first.end] in AND
    is_cut = texts[first.end - 1].endswith("-")
    return is_list and is_cut and not texts[second.end - 1].casefold().endswith(MINISTRY)


def _is_rest(texts: Sequence[str], finding: Finding) -> bool:
    """Whether it is a legal form alone, or a word that a hyphen leaves open."""
    if not finding.is_body or finding.end - finding.start > 1:
        return False
    word = texts[finding.start]
    return is_legal_form(word) or word.endswith("-")


def _with_river(texts: Sequence[str], finding: Finding) -> Finding:
    """Staatsanwaltschaft Frankfurt (Oder)."""
    behind = texts[finding.end : finding.end + BRACKETED]
    is_river = len(behind) == BRACKETED and behind[0] == "(" and behind[1] in RIVERS and behind[2] == ")"
    return replace(finding, end=finding.end + BRACKETED) if is_river else finding


def _with_partners(texts: Sequence[str], findings: Sequence[Finding]) -> list[Finding]:
    """Firms called by the names of several owners, the last of whom are not named."""
    kept = list(findings)
    for place in range(3, len(texts)):
        if texts[place] not in PARTNERS or texts[place - 1] not in AND_PARTNERS:
            continue
        start = _first_owner(texts, place - 2)
        firm = Finding(start, place + 1, EntityKind.ORGANIZATION, confidence=SURE)
        parts = [one for one in kept if one.overlaps(firm)]
        is_firm = start < place - 2 or texts[place - 1] == "&"
        if is_firm and parts and all(firm.covers(part) for part in parts):
            kept = sorted([*(one for one in kept if one not in parts), firm], key=lambda one: one.start)
    return kept


def _first_owner(texts: Sequence[str], last: int) -> int:
    """Where the names begin that stand with commas between them; `last` is the last of them."""
    start = last
    while start > 1 and texts[start - 1] == "," and texts[start - 2].istitle():
        start -= 2
    return start
