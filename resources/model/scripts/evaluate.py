"""Score the German pipeline on texts it was not trained on.

usage: evaluate.py DATA

DATA is a folder that has, somewhere below it or beside it, `germeval2014/dev.tsv` (GermEval 2014, CC BY
4.0) and `corpus/articles/*.xml` (the Lesart corpus). What is missing is left out, and said. Exits with 1 if
people, organisations and places together fall below the least F1, or if there is nothing to score.

A name counts only with exact borders and label. Of the corpus, the articles that training leaves out are
scored. A quotation is found if one of the same kind shares more than half of its characters with it. At last the heads
of the encoder are scored by themselves, and their figures are written into the model card.
"""

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

import make_examples
import spacy
from card import write_scores
from corpus_marks import HELD_OUT_EVERY, name_label
from score_encoder import score
from spacy.tokens import Doc

from reader.domain.annotations import Annotations
from reader.domain.articles import Article, Block, BlockKind, Source, SourceKind
from reader.domain.entities import EntityKind
from reader.domain.quotations import Quotation
from reader.domain.spans import Span
from reader.nlp import load_pipeline
from reader.nlp.encoder import Encoder
from reader.nlp.findings import FORM_SUFFIXES, GENERIC, LABELS, findings_of
from reader.nlp.language_models import OWN_MODEL
from reader.nlp.pipeline import Pipeline
from reader.nlp.text_tags import TAGGER
from reader.paths import resources_folder

LEAST_F1 = 0.85  # of people, organisations and places on GermEval
MAIN_LABELS = ("PER", "ORG", "LOC")
GROUPED_TAGS = ("per", "org", "loc", "wpn")
BLOCK_KINDS = {"title": BlockKind.HEADLINE, "h": BlockKind.HEADING, "p": BlockKind.PARAGRAPH}
HALF = 0.5

Named = tuple[str, int, int, str]  # document, start, end, label
Referent = tuple[str, str]  # tag and canonical name of what a name means


@dataclass(slots=True)
class Gold:
    """What the annotators of the corpus marked in one article."""

    article: Article
    names: list[tuple[Span, str]] = field(default_factory=list)
    quotations: dict[str, tuple[str, list[Span]]] = field(default_factory=dict)
    speakers: dict[str, list[Span]] = field(default_factory=dict)
    referents: dict[Span, Referent] = field(default_factory=dict)


def main(data: str) -> int:
    if not data or not Path(data).is_dir():
        print("usage: make evaluate DATA=path   (a folder with germeval2014/dev.tsv and corpus/articles)")
        print(f"There is no folder {data!r}." if data else "No folder was given.")
        return 1
    folder = Path(data)
    germeval = _first(folder, "germeval2014/dev.tsv")
    corpus = _first(folder, "corpus/articles") or _first(folder.resolve().parent, "corpus/articles")
    if germeval is None and corpus is None:
        print(f"Below {folder} there is neither germeval2014/dev.tsv nor corpus/articles.")
        return 1
    f1 = score_germeval(germeval) if germeval else LEAST_F1
    if germeval is None:
        print("germeval2014/dev.tsv is missing: no figures for it.")
    if corpus is None:
        print("corpus/articles is missing: no figures for weapons and quotations.")
    else:
        score_corpus(corpus)
    score_heads(folder, germeval, corpus)
    if f1 < LEAST_F1:
        print(f"PER, ORG and LOC together: F1 {f1:.4f} is below {LEAST_F1}.")
        return 1
    return 0


def score_heads(folder: Path, germeval: Path | None, corpus: Path | None) -> None:
    """Print what the encoder finds by itself, and write it into the model card."""
    model = resources_folder() / "model" / OWN_MODEL
    if not (model / TAGGER).is_dir():
        return
    training = json.loads((model / "meta.json").read_text(encoding="utf-8"))["training"]
    print("\nThe heads of the encoder by themselves, before all other steps:")
    documents = [
        *(make_examples.germeval(germeval, "dev") if germeval else ()),
        *(make_examples.corpus(spacy.blank("de"), corpus.parent) if corpus else ()),
        *(
            document
            for path in sorted(folder.rglob("*.conllu"))
            for document in make_examples.universal_dependencies(path)
        ),
    ]
    encoder = Encoder.load(model / TAGGER)
    tables = score(documents, encoder, sentences=None, all_articles=training["all_articles"])
    if germeval and corpus:
        write_scores(tables)


def score_germeval(path: Path) -> float:
    """Print the figures; return the F1 of people, organisations and places."""
    nlp = load_pipeline("de")
    sentences = list(germeval_sentences(path))
    docs = [Doc(nlp.vocab, words=words) for words, _ in sentences]
    gold: set[Named] = set()
    found: set[Named] = set()
    entities: set[Named] = set()
    for number, ((_, names), doc) in enumerate(zip(sentences, nlp.pipe(docs), strict=True)):
        gold |= {(str(number), start, end, label) for start, end, label in names}
        found |= {(str(number), one.start, one.end, one.label) for one in findings_of(doc)}
        entities |= {(str(number), ent.start, ent.end, ent.label_) for ent in doc.ents}
    print(f"GermEval 2014 dev, outer level, {len(sentences)} sentences, words given:")
    for label in sorted({name[3] for name in gold}):
        _print_names(label, gold, found, lambda name, label=label: name[3] == label)
    return _print_names("PER+ORG+LOC (doc.ents)", gold, entities, lambda name: name[3] in MAIN_LABELS)


def germeval_sentences(path: Path) -> Iterator[tuple[list[str], list[tuple[int, int, str]]]]:
    words: list[str] = []
    names: list[tuple[int, int, str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("#\t"):
            continue
        if not line.strip():
            if words:
                yield words, names
            words, names = [], []
            continue
        _, word, tag, *_ = line.split("\t")
        place = len(words)
        words.append(word)
        label = tag[2:].replace("OTH", "MISC")
        if tag.startswith("B-"):
            names.append((place, place + 1, label))
        elif tag.startswith("I-") and names:
            names[-1] = (names[-1][0], place + 1, names[-1][2])


def score_corpus(folder: Path) -> None:
    pipeline = Pipeline.load("de")
    held_out = sorted(folder.glob("*.xml"))[::HELD_OUT_EVERY]
    golds = [read_article(path) for path in held_out]
    begin = time.perf_counter()
    answers = [pipeline.analyse(gold.article) for gold in golds]
    seconds = time.perf_counter() - begin
    words = sum(gold.article.word_count for gold in golds)
    print(f"\nLesart corpus, {len(golds)} held-out articles, {words} words:")
    names = {(g.article.title, span.start, span.end, label) for g in golds for span, label in g.names}
    found = {
        (gold.article.title, *name)
        for gold, answer in zip(golds, answers, strict=True)
        for name in _names(answer)
    }
    for label in (*MAIN_LABELS, "LOCderiv", "WEAPON", "WEAPONpart", "WEAPONgeneric"):
        _print_names(label, names, found, lambda name, label=label: name[3] == label)
    _print_names("PER+ORG+LOC", names, found, lambda name: name[3] in MAIN_LABELS)
    score_grouping(golds, answers)
    score_quotations(golds, answers)
    print(f"\n{words / seconds:.0f} words per second")


def score_grouping(golds: list[Gold], answers: list[Annotations]) -> None:
    """B-cubed over the names of people, organisations, places and named weapons, and people shown twice.

    Each name is weighed by the share of its entity that truly belongs to it; a name that was not found,
    or is none, counts nothing. A person is shown twice if two entities hold names of theirs.
    """
    precisions: list[float] = []
    recalls: list[float] = []
    people = shown_twice = 0
    for gold, answer in zip(golds, answers, strict=True):
        true: dict[Referent, set[Span]] = {}
        for span, referent in gold.referents.items():
            true.setdefault(referent, set()).add(span)
        owners: dict[Span, int] = {}
        for number, entity in enumerate(answer.entities):
            spans = {mention.span for mention in entity.mentions}
            owners.update(dict.fromkeys(spans, number))
            if entity.kind is EntityKind.OTHER or entity.is_generic:
                continue
            precisions.extend(_share(spans, span, true, gold.referents) / len(spans) for span in spans)
        found = {number: {s for s, n in owners.items() if n == number} for number in set(owners.values())}
        for referent, spans in true.items():
            recalls.extend(
                len(spans & found[owners[span]]) / len(spans) if span in owners else 0.0 for span in spans
            )
            if referent[0] == "per":
                people += 1
                shown_twice += len({owners[span] for span in spans if span in owners}) > 1
    precision, recall = sum(precisions) / max(len(precisions), 1), sum(recalls) / max(len(recalls), 1)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    print(f"\n{'grouping, B-cubed':24s} P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}  ({len(recalls)})")
    print(f"{'people shown twice':24s} {shown_twice} of {people}")


def _share(found: set[Span], span: Span, true: dict[Referent, set[Span]], of: dict[Span, Referent]) -> int:
    """How many names of an entity mean the same as the name at `span`; none if that is no name."""
    return len(found & true[of[span]]) if span in of else 0


def score_quotations(golds: list[Gold], answers: list[Annotations]) -> None:
    counts: dict[str, list[int]] = {}
    right_speakers = with_speaker = 0
    for gold, answer in zip(golds, answers, strict=True):
        for quotation in answer.quotations:
            counts.setdefault(quotation.kind.value, [0, 0, 0])[1] += 1
        for number, (kind, spans) in gold.quotations.items():
            tally = counts.setdefault(kind, [0, 0, 0])
            tally[2] += 1
            match = next(
                (one for one in answer.quotations if one.kind.value == kind and _is_same(one, spans)), None
            )
            if match is None:
                continue
            tally[0] += 1
            if number in gold.speakers:
                with_speaker += 1
                right_speakers += _has_speaker(match, gold.speakers[number], answer)
    print("\nquotations:")
    for kind, (both, system, wanted) in sorted(counts.items()):
        _print_figures(kind, both, system, wanted)
    totals = [sum(tally[index] for tally in counts.values()) for index in range(3)]
    _print_figures("all kinds", *totals)
    if with_speaker:
        print(f"{'right speaker':24s} {right_speakers / with_speaker:.3f} of {with_speaker} found quotations")


def read_article(path: Path) -> Gold:
    text = ""
    blocks: list[Block] = []
    gold = Gold(Article(Source(SourceKind.FILE, str(path)), "", (), "", "de"))

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
    gold.article = Article(Source(SourceKind.FILE, str(path)), text, tuple(blocks), path.stem, "de")
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


def _names(answer: Annotations) -> Iterator[tuple[int, int, str]]:
    for mention, entity in answer.mentions():
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


def _first(folder: Path, ending: str) -> Path | None:
    return next((path for path in sorted(folder.rglob(ending)) if path.exists()), None)


def _print_names(title: str, gold: set[Named], found: set[Named], is_meant: Callable[[Named], bool]) -> float:
    wanted, system = set(filter(is_meant, gold)), set(filter(is_meant, found))
    return _print_figures(title, len(wanted & system), len(system), len(wanted))


def _print_figures(title: str, both: int, system: int, wanted: int) -> float:
    precision, recall = both / max(system, 1), both / max(wanted, 1)
    f1 = 2 * precision * recall / (precision + recall) if both else 0.0
    print(f"{title:24s} P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}  ({wanted})")
    return f1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
