"""Measure how often a link to the knowledge base is right, on articles whose names are annotated.

usage: measure_links.py FOLDER ... [--list]

Each folder has articles as in tests/data/articles: names are elements, `ref` says whom a short form means.
Of every entity that gets a link, each mention that is annotated is looked at: the link is right if the
annotated name has the same kind and is, in full, a name of the entry. With --list every link is printed
with its first words in the text, to be read.
"""

import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from reader.domain.articles import Article, Block, BlockKind, Source, SourceKind
from reader.domain.entities import Entity, EntityKind
from reader.domain.spans import Span
from reader.knowledge.knowledge_index import KnowledgeIndex
from reader.nlp.entity_linker import EntityLinker
from reader.nlp.pipeline import Pipeline
from reader.paths import resources_folder

KINDS = {
    "per": EntityKind.PERSON, "org": EntityKind.ORGANIZATION, "loc": EntityKind.PLACE, "wpn": EntityKind.WEAPON,
}  # fmt: skip
BLOCKS = {"title": BlockKind.HEADLINE, "h": BlockKind.HEADING, "p": BlockKind.PARAGRAPH}
CONTEXT = 40


def read(path: Path) -> tuple[Article, dict[Span, tuple[EntityKind, str]]]:
    """The article, and its annotated names: kind and full name, by their place."""
    text, blocks, names = "", [], {}
    for element in ET.parse(path).getroot():  # noqa: S314  (our own files)
        start = len(text)
        for inner, begin, end in _inside(element, start):
            if inner.tag in KINDS:
                words = "".join(inner.itertext())
                names[Span(begin, end)] = (KINDS[inner.tag], inner.get("ref") or words)
        text += "".join(element.itertext())
        blocks.append(Block(Span(start, len(text)), BLOCKS[element.tag]))
        text += "\n\n"
    return Article(
        Source(SourceKind.FILE, path.name), text, tuple(blocks), blocks[0].span.of(text), "de"
    ), names


def _inside(element: ET.Element, start: int) -> Iterator[tuple[ET.Element, int, int]]:
    """Every element below with the places of its first and behind its last character."""
    at = start + len(element.text or "")
    for child in element:
        end = at + len("".join(child.itertext()))
        yield child, at, end
        yield from _inside(child, at)
        at = end + len(child.tail or "")


def main(arguments: list[str]) -> int:
    folders = [Path(argument) for argument in arguments if argument != "--list"]
    if not folders:
        print(__doc__, file=sys.stderr)
        return 2
    resources = resources_folder()
    pipeline, index = Pipeline.load("de", resources), KnowledgeIndex.load(resources)
    linker = EntityLinker(index)
    right: Counter[EntityKind] = Counter()
    wrong: Counter[EntityKind] = Counter()
    known: Counter[EntityKind] = Counter()
    linked: Counter[EntityKind] = Counter()
    for path in sorted(path for folder in folders for path in folder.glob("*.xml")):
        article, names = read(path)
        for entity in linker.linked(pipeline.analyse(article).entities):
            known[entity.kind] += not entity.is_generic
            if entity.knowledge_id is None:
                continue
            linked[entity.kind] += 1
            if "--list" in arguments:
                _tell(path, article, entity)
            entry_names = {entry.id for entry in [index.entry(entity.knowledge_id)] if entry is not None}
            for mention in entity.mentions:
                if mention.span not in names:
                    continue
                kind, name = names[mention.span]
                meant = {entry.id for entry in index.find(name, kind)}
                if meant and not meant & entry_names:
                    wrong[entity.kind] += 1
                    print(f"{path.stem}: {mention.text} is {name}, not {entity.knowledge_id}")
                elif meant:
                    right[entity.kind] += 1
    for kind in KINDS.values():
        judged = right[kind] + wrong[kind]
        precision = f"{right[kind] / judged:.3f}" if judged else "-"
        print(
            f"{kind:<13} {linked[kind]} of {known[kind]} entities linked; mentions: {precision} of {judged} right"
        )
    return 0


def _tell(path: Path, article: Article, entity: Entity) -> None:
    first = entity.mentions[0].span
    around = article.text[max(0, first.start - CONTEXT) : first.end + CONTEXT].replace("\n", " ")
    print(f"{path.stem}\t{entity.kind}\t{entity.canonical_name}\t{entity.knowledge_id}\t{around}")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
