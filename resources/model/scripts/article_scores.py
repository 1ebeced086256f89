"""Scores what the reader finds in annotated articles: names, their grouping, quotations and speakers.

The articles are in the format of the Lesart corpus. A name counts only with exact borders and label. A quotation is found
if one of the same kind shares more than half of its characters with it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

from corpus_marks import name_label
from score_encoder import Counts, Row, Table, report, show

from reader.domain.annotations import Annotations
from reader.domain.articles import Article, Block, BlockKind, Source, SourceKind
from reader.domain.entities import EntityKind
from reader.domain.mentions import Mention
from reader.domain.quotations import Quotation, QuotationKind
from reader.domain.spans import Span
from reader.nlp.findings import FORM_SUFFIXES, GENERIC, LABELS
from reader.nlp.pipeline import Pipeline

MAIN_LABELS = ("PER", "ORG", "LOC")
GROUPS = {"PER+ORG+LOC": MAIN_LABELS, "WEAPON named and part": ("WEAPON", "WEAPONpart")}
SHOWN_LABELS = (*MAIN_LABELS, "LOCderiv", "WEAPON", "WEAPONpart", "WEAPONgeneric")
GROUPED_TAGS = ("per", "org", "loc", "wpn")
BLOCK_KINDS = {"title": BlockKind.HEADLINE, "h": BlockKind.HEADING, "p": BlockKind.PARAGRAPH}
QUOTATION_KINDS = tuple(kind.value for kind in QuotationKind)
HALF = 0.5

Name = tuple[int, int, str]  # start, end, label
Referent = tuple[str, str]  # tag and canonical name of what a name means
Pair = tuple["Gold", Annotations]


@dataclass(slots=True)
class Gold:
    """What the annotators of the corpus marked in one article."""

    article: Article
    names: list[tuple[Span, str]] = field(default_factory=list)
    quotations: dict[str, tuple[str, list[Span]]] = field(default_factory=dict)
    speakers: dict[str, list[Span]] = field(default_factory=dict)
    referents: dict[Span, Referent] = field(default_factory=dict)


def score_articles(
    title: str, golds: Sequence[Gold], pipeline: Pipeline
) -> tuple[dict[str, Table], list[str]]:
    """Print how well the reader does on these articles; give back the tables, and what fits into none."""
    pairs = [(gold, pipeline.analyse(gold.article)) for gold in golds]
    words = sum(gold.article.word_count for gold in golds)
    title = f"{title}, {len(golds)} articles, {words} words"
    names = report(f"{title}: names", name_counts(pairs), GROUPS)
    names["grouping, B-cubed"] = b_cubed(pairs)
    show("grouping, B-cubed", names["grouping, B-cubed"])
    quotations = report(f"{title}: quotations", quotation_counts(pairs), {"all kinds": QUOTATION_KINDS})
    twice, people = people_shown_twice(pairs)
    right, spoken = right_speakers(pairs)
    remark = (
        f"{title}: {twice} of {people} people shown twice; the right speaker for {right} of {spoken} "
        f"quotations that were found and have one ({right / max(spoken, 1):.3f})."
    )
    print(remark)
    return {f"{title}: names": names, f"{title}: quotations": quotations}, [remark]


def name_counts(pairs: Iterable[Pair]) -> dict[str, Counts]:
    """By label how many names are right, were found and were wanted."""
    tallies = {label: [0, 0, 0] for label in SHOWN_LABELS}
    for gold, answer in pairs:
        wanted = {(span.start, span.end, label) for span, label in gold.names}
        found = set(_names(answer))
        for place, names in enumerate((wanted & found, found, wanted)):
            for _, _, label in names:
                if label in tallies:
                    tallies[label][place] += 1
    return {label: (tally[0], tally[1], tally[2]) for label, tally in tallies.items()}


def b_cubed(pairs: Iterable[Pair]) -> Row:
    """B-cubed over the names of people, organisations, places and named weapons.

    Each name is weighed by the share of its entity that truly belongs to it; a name that was not found,
    or is none, counts nothing (Bagga and Baldwin 1998).
    """
    precisions: list[float] = []
    recalls: list[float] = []
    for gold, answer in pairs:
        true = entities_of(gold)
        owners = owners_of(answer)
        for entity in answer.entities:
            if entity.kind is EntityKind.OTHER or entity.is_generic:
                continue
            spans = set(_named(entity.mentions))
            precisions.extend(_share(spans, span, true, gold.referents) / len(spans) for span in spans)
        found = {number: {s for s, n in owners.items() if n == number} for number in set(owners.values())}
        for spans in true.values():
            recalls.extend(
                len(spans & found[owners[span]]) / len(spans) if span in owners else 0.0 for span in spans
            )
    precision, recall = sum(precisions) / max(len(precisions), 1), sum(recalls) / max(len(recalls), 1)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"p": round(precision, 4), "r": round(recall, 4), "f": round(f1, 4), "count": len(recalls)}


def people_shown_twice(pairs: Iterable[Pair]) -> tuple[int, int]:
    """Of how many people two entities hold names, and how many people there are."""
    people = twice = 0
    for gold, answer in pairs:
        owners = owners_of(answer)
        for (tag, _), spans in entities_of(gold).items():
            if tag == "per":
                people += 1
                twice += len({owners[span] for span in spans if span in owners}) > 1
    return twice, people


def entities_of(gold: Gold) -> dict[Referent, set[Span]]:
    true: dict[Referent, set[Span]] = {}
    for span, referent in gold.referents.items():
        true.setdefault(referent, set()).add(span)
    return true


def owners_of(answer: Annotations) -> dict[Span, int]:
    """The number of the entity that holds a name."""
    return {span: number for number, entity in enumerate(answer.entities) for span in _named(entity.mentions)}


def _named(mentions: Iterable[Mention]) -> Iterator[Span]:
    """Where names stand: the annotators marked neither "die Ministerin" nor "sie"."""
    return (one.span for one in mentions if one.form in FORM_SUFFIXES)


def _share(found: set[Span], span: Span, true: dict[Referent, set[Span]], of: dict[Span, Referent]) -> int:
    """How many names of an entity mean the same as the name at `span`; none if that is no name."""
    return len(found & true[of[span]]) if span in of else 0


def quotation_counts(pairs: Iterable[Pair]) -> dict[str, Counts]:
    """By kind how many quotations are right, were found and were wanted."""
    tallies = {kind: [0, 0, 0] for kind in QUOTATION_KINDS}
    for gold, answer in pairs:
        for quotation in answer.quotations:
            tallies[quotation.kind.value][1] += 1
        for kind, spans in gold.quotations.values():
            tallies[kind][2] += 1
            tallies[kind][0] += _match(answer, kind, spans) is not None
    return {kind: (tally[0], tally[1], tally[2]) for kind, tally in tallies.items()}


def right_speakers(pairs: Iterable[Pair]) -> tuple[int, int]:
    """How many quotations have the right speaker, of those that were found and have one."""
    right = spoken = 0
    for gold, answer in pairs:
        for number, (kind, spans) in gold.quotations.items():
            match = _match(answer, kind, spans)
            if match is not None and number in gold.speakers:
                spoken += 1
                right += _has_speaker(match, gold.speakers[number], answer)
    return right, spoken


def _match(answer: Annotations, kind: str, spans: Sequence[Span]) -> Quotation | None:
    return next((one for one in answer.quotations if one.kind.value == kind and _is_same(one, spans)), None)


def read_article(path: Path, language: str = "de") -> Gold:
    """The article of a file, and what its marks say."""
    text = ""
    blocks: list[Block] = []
    gold = Gold(Article(Source(SourceKind.FILE, str(path)), "", (), "", language))

    def read(element: ET.Element) -> None:
        nonlocal text
        start = len(text)
        text += element.text or ""
        for child in element:
            read(child)
            text += child.tail or ""
        _remember(gold, element, Span(start, len(text)))

    for block in ET.parse(path).getroot():  # noqa: S314  (our own files)
        text += "\n\n" if text else ""
        start = len(text)
        read(block)
        blocks.append(Block(Span(start, len(text)), BLOCK_KINDS[block.tag]))
    gold.article = Article(Source(SourceKind.FILE, str(path)), text, tuple(blocks), path.stem, language)
    return gold


def _remember(gold: Gold, element: ET.Element, span: Span) -> None:
    if label := name_label(element):
        gold.names.append((span, label))
        if element.tag in GROUPED_TAGS:
            gold.referents[span] = (element.tag, element.get("ref") or "".join(element.itertext()))
    elif element.tag == "q":
        gold.quotations.setdefault(element.get("id", ""), (element.get("kind", ""), []))[1].append(span)
    elif element.tag == "sp":
        for number in element.get("q", "").split():
            gold.speakers.setdefault(number, []).append(span)


def _names(answer: Annotations) -> Iterator[Name]:
    for mention, entity in answer.mentions():
        if mention.form in FORM_SUFFIXES:
            generic = GENERIC if entity.is_generic else ""
            label = LABELS[entity.kind] + generic + FORM_SUFFIXES[mention.form]
            yield mention.span.start, mention.span.end, label


def _is_same(quotation: Quotation, spans: Iterable[Span]) -> bool:
    wanted = {place for span in spans for place in range(span.start, span.end)}
    found = {place for span in quotation.content for place in range(span.start, span.end)}
    return len(wanted & found) > HALF * max(len(wanted), len(found))


def _has_speaker(quotation: Quotation, wanted: Iterable[Span], answer: Annotations) -> bool:
    """Whether the speaker's words, or any mention of the speaker, lie in the marked words."""
    attribution = quotation.attribution
    spans = list(attribution.speaker.spans) if attribution.speaker else []
    if attribution.entity and (entity := answer.entity(attribution.entity)):
        spans += [mention.span for mention in entity.mentions]
    return any(span.overlaps(other) for span in spans for other in wanted)
