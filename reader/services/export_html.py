"""Writes annotated articles as one page that needs nothing else: no script, no picture, no network.

Headings are in German for German articles, in English for others: the page is about the article, and whoever
reads it may have no window whose language it could follow.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise

from reader.domain.entities import EntityKind
from reader.domain.quotations import QuotationKind
from reader.services.exporting import Document

# What HTML does not allow, and what would turn the direction of the text around it.
FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
BLOCK_TAGS = {"headline": "h2", "standfirst": "p", "heading": "h3", "list_item": "p", "quote": "blockquote"}
ENGLISH, GERMAN = 0, 1
WORDS = {
    EntityKind.PERSON: ("People", "Personen"),
    EntityKind.ORGANIZATION: ("Organisations", "Organisationen"),
    EntityKind.WEAPON: ("Weapon systems", "Waffensysteme"),
    EntityKind.PLACE: ("Places", "Orte"),
    EntityKind.OTHER: ("Other names", "Andere Namen"),
    QuotationKind.DIRECT: ("direct", "direkt"),
    QuotationKind.INDIRECT: ("indirect", "indirekt"),
    QuotationKind.INDIRECT_FREE_INDIRECT: ("indirect, goes on", "indirekt, fortgesetzt"),
    QuotationKind.FREE_INDIRECT: ("free indirect", "frei indirekt"),
    QuotationKind.REPORTED: ("reported", "berichtet"),
}
QUOTATIONS, UNNAMED = ("Quotations", "Zitate"), ("Not named", "Nicht genannt")
NOT_READ = "Not read"
NAME_MARKS, QUOTATION_MARKS = ("entities", "mentions"), ("quotations", "spans")
STYLE = """
:root { color-scheme: light dark; --paper: #fcfbf8; --ink: #22252a; --dim: #656a73; --line: #dfdbd2;
  --person: #1a5ba6; --organization: #0b6a5a; --weapon: #b0351b; --place: #6a4fa0; --other: #656a73;
  --direct: #fff0cc; --indirect: #f5efdf; --rule: #c08a14; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #1b1d21; --ink: #dfe1e5; --dim: #a2a8b2; --line: #34383f;
  --person: #8dbbf2; --organization: #6ccbb5; --weapon: #f29a84; --place: #bfa7ee; --other: #a2a8b2;
  --direct: #3a331f; --indirect: #2c2a24; --rule: #d9a93a; } }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1.125rem/1.6 "Source Serif 4", Charter, Georgia, serif; }
article { display: grid; grid-template-columns: minmax(0, 66ch) minmax(14rem, 22rem); gap: 3rem;
  justify-content: center; padding: 3rem 1.5rem; border-bottom: 1px solid var(--line); }
@media (max-width: 60rem) { article { grid-template-columns: minmax(0, 66ch); } }
.text { overflow-wrap: anywhere; white-space: pre-line; }
h1, h2 { line-height: 1.2; } h1 { font-size: 1.6rem; }
aside, .about { font: 0.875rem/1.5 system-ui, sans-serif; } .about, .count { color: var(--dim); }
aside h3 { margin: 1.5rem 0 0.25rem; font-size: 0.75rem; text-transform: uppercase; letter-spacing: 0.05em;
  color: var(--dim); }
aside ul { margin: 0; padding: 0; list-style: none; } aside li { margin: 0.25rem 0; }
aside a { color: inherit; }
.standfirst { font-size: 1.2rem; }
.name { text-decoration: underline 1px; text-underline-offset: 0.2em; }
.person { color: var(--person); } .organization { color: var(--organization); text-decoration-style: double; }
.weapon { color: var(--weapon); text-decoration-style: wavy; } .place { color: var(--place);
  text-decoration-style: dotted; } .other { color: var(--other); text-decoration-style: dashed; }
.quotation { background: var(--indirect); border-bottom: 2px dashed var(--rule); }
.direct { background: var(--direct); border-bottom-style: solid; }
"""
HEAD = (
    '<!DOCTYPE html>\n<html lang="de">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width">\n'
    '<meta http-equiv="Content-Security-Policy"'
    " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    f"<title>Lesart</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
)


@dataclass(slots=True)
class HtmlWriter:
    """All articles on one page, each with its names and quotations beside it."""

    is_many: bool
    is_file: bool = True
    _count: int = 0

    def begin(self) -> str:
        return HEAD

    def write(self, document: Document) -> str:
        self._count += 1
        if "error" in document:
            words = f"{document['source']}: {document['error']['message']}"
            return f"<article><p>{NOT_READ}: {_text(words)}</p></article>\n"
        return _Page(document, f"a{self._count}").written()

    def end(self) -> str:
        return "</body>\n</html>\n"


@dataclass(slots=True)
class _Page:
    """One article; `prefix` makes its anchors unlike those of others."""

    document: Document
    prefix: str
    _language: int = field(init=False)
    _names: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self._language = GERMAN if self.document["language"] == "de" else ENGLISH
        self._names = {entity["id"]: entity["name"] for entity in self.document["entities"]}

    def written(self) -> str:
        language = _text(self.document["language"])
        names, quotations = self._by_block(*NAME_MARKS), self._by_block(*QUOTATION_MARKS)
        blocks = "\n".join(map(self._block, self.document["blocks"], names, quotations))
        title = "" if self._shows_headline() else f"<h1>{_text(self.document['title'])}</h1>\n"
        return (
            f'<article lang="{language}" id="{self.prefix}">\n'
            f'<div class="text">\n{self._about()}{title}{blocks}\n</div>\n'
            f"<aside>\n{self._entities()}{self._quotations()}</aside>\n</article>\n"
        )

    def _shows_headline(self) -> bool:
        return any(block["kind"] == "headline" for block in self.document["blocks"])

    def _about(self) -> str:
        known = (self.document[key] for key in ("outlet", "byline", "published", "source"))
        parts = [_text(part) for part in known if part]
        return f'<p class="about">{" · ".join(parts)}</p>\n' if parts else ""

    def _block(self, block: Document, names: Sequence["_Mark"], quotations: Sequence["_Mark"]) -> str:
        kind: str = block["kind"]
        tag = BLOCK_TAGS.get(kind, "p")
        inner = "".join(self._runs(block["start"], block["end"], names, quotations))
        return f'<{tag} class="{_text(kind)}" dir="auto">{inner}</{tag}>'

    def _runs(
        self, start: int, end: int, names: Sequence["_Mark"], quotations: Sequence["_Mark"]
    ) -> Iterator[str]:
        """The characters of a block, cut wherever a name or a quotation begins or ends.

        Both may overlap in any way; runs that are each whole in their tags cannot be badly nested.
        """
        places = sorted({start, end, *(place for mark in (*names, *quotations) for place in mark.borders)})
        name_at, quotation_at = _by_run(names, places), _by_run(quotations, places)
        anchors = self._anchors((*names, *quotations))
        for first, last in pairwise(places):
            run = _text(self.document["text"][first:last])
            if name := name_at.get(first):
                run = _tagged(run, f"name {name.of['kind']}", name.of["name"])
            if quotation := quotation_at.get(first):
                run = _tagged(run, f"quotation {quotation.of['type']}", self._says(quotation.of))
            yield anchors.get(first, "") + run

    def _anchors(self, marks: Iterable["_Mark"]) -> Mapping[int, str]:
        """Where the lists lead to; of their own, for several marks may begin at one place."""
        anchors: dict[int, str] = {}
        for mark in marks:
            if mark.is_first:
                place = mark.borders[0]
                anchor = f'<span id="{self.prefix}-{_text(mark.of["id"])}"></span>'
                anchors[place] = anchors.get(place, "") + anchor
        return anchors

    def _by_block(self, what: str, places: str) -> Sequence[Sequence["_Mark"]]:
        """The marks of each block, cut at its borders."""
        blocks: Sequence[Document] = self.document["blocks"]
        ends = [block["end"] for block in blocks]
        found: list[list[_Mark]] = [[] for _ in blocks]
        for one in self.document[what]:
            is_first = True
            for span in one[places]:
                first = bisect_right(ends, span["start"])
                for at in range(first, len(blocks)):
                    block = blocks[at]
                    if block["start"] >= span["end"]:
                        break
                    borders = max(span["start"], block["start"]), min(span["end"], block["end"])
                    found[at].append(_Mark(borders, one, is_first=is_first))
                    is_first = False
        return found

    def _says(self, quotation: Document) -> str:
        """Kind and speaker, for the pointer that rests on a quotation."""
        kind = WORDS[QuotationKind(quotation["type"])][self._language]
        speaker = self._speaker(quotation)
        return f"{speaker} ({kind})" if speaker else kind

    def _speaker(self, quotation: Document) -> str:
        speaker = quotation["speaker"]
        if speaker is None:
            return ""
        return self._names.get(speaker["entity"]) or speaker["text"] or ""

    def _entities(self) -> str:
        written = ""
        for kind in EntityKind:
            found = [entity for entity in self.document["entities"] if entity["kind"] == kind.value]
            rows = "".join(
                f'<li><a class="name {kind.value}" href="#{self.prefix}-{_text(entity["id"])}">'
                f'{_text(entity["name"])}</a> <span class="count">{len(entity["mentions"])}</span></li>'
                for entity in found
            )
            if rows:
                written += f"<h3>{WORDS[kind][self._language]}</h3>\n<ul>{rows}</ul>\n"
        return written

    def _quotations(self) -> str:
        by_speaker: dict[str, list[Document]] = {}
        for quotation in self.document["quotations"]:
            by_speaker.setdefault(self._speaker(quotation), []).append(quotation)
        written = f"<h3>{QUOTATIONS[self._language]}</h3>\n" if by_speaker else ""
        for speaker, found in sorted(by_speaker.items(), key=lambda group: not group[0]):
            rows = "".join(
                f'<li><a href="#{self.prefix}-{one["id"]}">{_text(" ".join(one["text"].split()))}</a> '
                f'<span class="count">{WORDS[QuotationKind(one["type"])][self._language]}</span></li>'
                for one in found
            )
            written += f"<p><b>{_text(speaker) or UNNAMED[self._language]}</b></p>\n<ul>{rows}</ul>\n"
        return written


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where a name or a quotation stands in a block; `is_first` tells its first place in the article."""

    borders: tuple[int, int]
    of: Document
    is_first: bool


def _by_run(marks: Iterable[_Mark], places: Sequence[int]) -> Mapping[int, _Mark]:
    """The mark of every run by its first character; of marks within each other, the inner one."""
    found: dict[int, _Mark] = {}
    for mark in sorted(marks, key=lambda one: (one.borders[0], -one.borders[1])):
        first, last = (bisect_left(places, place) for place in mark.borders)
        found.update(dict.fromkeys(places[first:last], mark))
    return found


def _tagged(run: str, classes: str, title: str) -> str:
    return f'<span class="{_text(classes)}" title="{_text(title)}">{run}</span>'


def _text(words: str) -> str:
    return escape(FORBIDDEN.sub("", words))
