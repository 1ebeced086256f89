"""Turn the data sets into one file of examples, a JSON document a line.

usage: make_examples.py DATA CORPUS OUTPUT.json.gz

DATA is a folder with `ner/germeval2014`, `ner/mobie` and `morphology`, CORPUS one with articles, `*.xml`. The
articles and sentences of this project, beside the scripts, are taken as well. A document has
`source`, `name`, `heads` (the questions it answers) and `blocks`; a block has `words` and, for every head,
`[start, end, label]` counted in words.

Sources: GermEval 2014 (CC BY 4.0), MobIE (CC BY 4.0), the Lesart corpus (CC BY 4.0), Universal Dependencies German GSD
(CC BY-SA 4.0) and PUD (CC BY-SA 3.0).
"""

import gzip
import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import spacy
from corpus_marks import UNKNOWN, name_label
from spacy.language import Language

from reader.nlp.tag_heads import (
    DIRECT,
    INDICATIVE,
    MOODS,
    NAME_LABELS,
    NAMES,
    QUOTATIONS,
    ROLES,
    SUBJUNCTIVE,
)

OWN_ARTICLES = Path(__file__).resolve().parents[1] / "articles"
OWN_SENTENCES = OWN_ARTICLES.with_name("sentences")
MARK = re.compile(r"\[([A-Z]+(?:deriv|part)?) ([^][]+)\]")
# Bodies and party members that GermEval mostly leaves unmarked and the corpus marks: they teach nothing there.
OPEN_WORDS = re.compile(
    r"\w*(?:ministeri|regierung|landtag|parlament|senat|staatsanwaltschaft|kanzleramt|polizei|kongress|demokrat|"
    r"liberale|rathaus|gericht|behörde|streitkräfte|luftwaffe|marine|heer|armee)\w*",
    re.IGNORECASE,
)
MOBIE_LABELS = {
    "organization": "ORG", "organization-company": "ORG", "person": "PER", "location": "LOC",
    "location-city": "LOC", "location-street": "LOC", "location-stop": "LOC",
}  # fmt: skip
# What GermEval may call a name and MobIE has no label of ours for teaches nothing.
MOBIE_UNKNOWN = frozenset({"location-route", "disaster-type", "money"})
MOBIE_NAME_TAGS = frozenset({"NE", "FM", "CARD", "TRUNC"})  # of speech, in the STTS
ENGLISH = "e"  # the names of English articles begin so
CORPUS_ROLES = {"sp": "speaker", "cue": "cue"}
FINITE_MOODS = {"Mood=Ind": INDICATIVE, "Mood=Sub": SUBJUNCTIVE}

Document = dict[str, Any]
Marked = tuple[int, int, str]


def germeval(path: Path, name: str) -> Iterator[Document]:
    words: list[str] = []
    names: list[list[Any]] = []
    number = 0
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("#\t"):
            continue
        if not line.strip():
            if words:
                block = {"words": words, NAMES: names}
                yield {"source": "germeval", "name": f"{name}-{number}", "heads": [NAMES], "blocks": [block]}
            words, names, number = [], [], number + 1
            continue
        columns = line.split("\t")
        word, tag = (columns[0], columns[1]) if len(columns) == 2 else (columns[1], columns[2])
        place = len(words)
        words.append(word)
        label = tag[2:].replace("OTH", "MISC")
        if tag.startswith("B-") or (tag.startswith("I-") and not (names and names[-1][1] == place)):
            names.append([place, place + 1, label])
        elif tag.startswith("I-"):
            names[-1][1] = place + 1


def sentences(path: Path) -> Iterator[Document]:
    """Single sentences with names in brackets, `[ORG Deutsche Bank]`, marked as GermEval does."""
    nlp = spacy.blank("de")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        names: list[tuple[int, int, str]] = []
        text, end = "", 0
        for mark in MARK.finditer(line):
            text += line[end : mark.start()]
            names.append((len(text), len(text) + len(mark[2]), mark[1].replace("OTH", "MISC")))
            text, end = text + mark[2], mark.end()
        doc = nlp.make_doc(text + line[end:])
        spans = [doc.char_span(*name, alignment_mode="expand") for name in names]
        marked = [(span.start, span.end, span.label_) for span in spans if span is not None]
        taken = {place for start, end, _ in marked for place in range(start, end)}
        marked += [
            (token.i, token.i + 1, UNKNOWN)
            for token in doc
            if token.i not in taken and token.text[0].isupper() and OPEN_WORDS.fullmatch(token.text)
        ]
        block = {"words": [token.text for token in doc], NAMES: marked}
        yield {"source": "sentences", "name": f"{path.stem}-{number}", "heads": [NAMES], "blocks": [block]}


def mobie(path: Path) -> Iterator[Document]:
    """Messages on traffic and firms; only names that GermEval would mark, what it may mark is left open."""
    rows: list[list[str]] = []
    number = 0
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        columns = line.split("\t")
        if len(columns) == 4 and not line.startswith("-DOCSTART-"):
            rows.append(columns)
        elif rows:
            names: list[list[Any]] = []
            for place, row in enumerate(rows):
                label = mobie_label(row)
                if label is None:
                    continue
                if row[3].startswith("I-") and names and names[-1][1:] == [place, label]:
                    names[-1][1] = place + 1
                else:
                    names.append([place, place + 1, label])
            block = {"words": [row[0].lstrip("#@") or row[0] for row in rows], NAMES: names}
            yield {
                "source": "mobie",
                "name": f"mobie-{path.stem}-{number}",
                "heads": [NAMES],
                "blocks": [block],
            }
            rows, number = [], number + 1


def mobie_label(row: list[str]) -> str | None:
    """The label of a row of word, tag of speech, chunk and name."""
    word, speech, _, tag = row
    if tag[2:] in MOBIE_LABELS:
        return MOBIE_LABELS[tag[2:]]
    is_capitalised = word.lstrip("#@")[:1].isupper()
    is_like_name = is_capitalised and (speech in MOBIE_NAME_TAGS or "-" in word)
    is_derived = speech == "ADJA" and (word.endswith("er") or "isch" in word)
    return UNKNOWN if is_like_name or is_derived or tag[2:] in MOBIE_UNKNOWN else None


def corpus(folder: Path) -> Iterator[Document]:
    german, english = spacy.blank("de"), spacy.blank("en")
    for path in sorted(folder.glob("*.xml")):
        nlp = english if path.name.startswith(ENGLISH) else german
        blocks = [corpus_block(nlp, block) for block in ET.parse(path).getroot()]  # noqa: S314  (our own files)
        heads = [NAMES, DIRECT, QUOTATIONS, ROLES]
        yield {"source": "corpus", "name": path.stem, "heads": heads, "blocks": blocks}


def corpus_block(nlp: Language, block: ET.Element) -> dict[str, Any]:
    doc = nlp.make_doc("".join(block.itertext()))
    marked: dict[str, list[Marked]] = {NAMES: [], DIRECT: [], QUOTATIONS: [], ROLES: []}

    def read(element: ET.Element, start: int) -> None:
        end = start + len("".join(element.itertext()))
        for head, label in readings(element):
            span = doc.char_span(start, end, alignment_mode="expand")
            if span is not None:
                marked[head].append((span.start, span.end, label))
        place = start + len(element.text or "")
        for child in element:
            read(child, place)
            place += len("".join(child.itertext())) + len(child.tail or "")

    read(block, 0)
    spans = {head: outermost(found) for head, found in marked.items()}
    return {"words": [token.text for token in doc], **spans}


def readings(element: ET.Element) -> Iterator[tuple[str, str]]:
    if label := name_label(element):
        yield NAMES, label if label in NAME_LABELS else UNKNOWN
    elif element.tag == "q":
        kind = element.get("kind", "")
        yield (DIRECT if kind == "direct" else QUOTATIONS), kind
    elif element.tag in CORPUS_ROLES:
        yield ROLES, CORPUS_ROLES[element.tag]


def outermost(spans: Iterable[Marked]) -> list[Marked]:
    """Of spans that overlap, the longest; a head gives a word one tag."""
    kept: list[Marked] = []
    for span in sorted(spans, key=lambda one: (one[0] - one[1], one[0])):
        if all(span[1] <= other[0] or other[1] <= span[0] for other in kept):
            kept.append(span)
    return sorted(kept)


def universal_dependencies(path: Path) -> Iterator[Document]:
    words: list[str] = []
    moods: list[Marked] = []
    number = 0
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if not line.strip():
            if words:
                block = {"words": words, MOODS: moods}
                yield {"source": "ud", "name": f"{path.stem}-{number}", "heads": [MOODS], "blocks": [block]}
            words, moods, number = [], [], number + 1
            continue
        columns = line.split("\t")
        if line.startswith("#") or not columns[0].isdigit():
            continue
        features = columns[5].split("|")
        if "VerbForm=Fin" in features:
            moods.extend(
                (len(words), len(words) + 1, FINITE_MOODS[one]) for one in features if one in FINITE_MOODS
            )
        words.append(columns[1])


def main(data: Path, articles: Path, output: Path) -> None:
    documents = [
        *germeval(data / "ner" / "germeval2014" / "train.tsv", "train"),
        *germeval(data / "ner" / "germeval2014" / "dev.tsv", "dev"),
        *corpus(articles),
        *corpus(OWN_ARTICLES),
        *(one for path in sorted(OWN_SENTENCES.glob("*.txt")) for one in sentences(path)),
        *(one for path in sorted((data / "ner" / "mobie").glob("*.conll")) for one in mobie(path)),
        *(
            one
            for path in sorted((data / "morphology").glob("*.conllu"))
            for one in universal_dependencies(path)
        ),
    ]
    output.parent.mkdir(parents=True, exist_ok=True)
    with gzip.GzipFile(output, "wb", mtime=0) as file:
        for document in documents:
            file.write(json.dumps(document, ensure_ascii=False).encode() + b"\n")
    words = sum(len(block["words"]) for document in documents for block in document["blocks"])
    print(f"{len(documents)} documents, {words} words")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
