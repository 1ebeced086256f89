"""Cuts a web page into blocks and leaves out what is never part of an article.

That is told by an element's tag, its role and its class; a class may lie, so what holds most of the words
of the page stays. Blocks that are mere links are marked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from reader.domain.articles import BlockKind
from reader.importers.page_outline import INLINE, SILENT, Outline, tag_of, word_set

HEADINGS = word_set("h1 h2 h3 h4 h5 h6")
LISTED = word_set("li dd dt")
PAGE_TAGS = word_set("html body main article")
# Left out unless most of the words of the page are in it: some pages are one big form or table.
BESIDE_TAGS = word_set("nav aside footer form menu table figure details")
BESIDE_ROLES = word_set("navigation complementary banner contentinfo dialog search menu alert")
BESIDE = word_set(
    """abo ad ads adslot advert advertisement advertising anzeige author authorline authors autor autoren
    banner bildunterschrift bookmark breadcrumb breadcrumbs byline caption copyright footer
    kommentar login meistgelesen menu metainfo mostread nav navbar navigation newsletter offcanvas
    paywall player poll popular promo promotion recirculation recommendation recommendations
    recommended related share sharing sidebar skip social socialmedia sponsored subscribe
    subscription tags teaser teasers toc werbung"""
)
NEVER = word_set("kommentare forum disqus consent cookie cookies cmp outbrain taboola")
STANDFIRST = word_set(
    "lead intro vorspann standfirst summary teaser teasertext dek subline subtitle leadtext anrisstext"
)
WORD = re.compile(r"[A-ZÄÖÜ]?[a-zäöü]+|[A-ZÄÖÜ]+")
WHITE_SPACE = re.compile(r"[ \t\n\r\f\v]+")
SENTENCE_END = re.compile(r"[.!?…:][\"“”«»’)]*$")
PROSE_WORDS = 8  # a shorter block may be anything
LINKED_WORDS = 12  # a shorter sentence that is a link is a teaser
MOSTLY_LINK = 0.8
LINE, PARAGRAPH = "\x1e", "\x1d"  # stand for a line break and an empty line until the block is whole
EMPTY_LINES = re.compile(r"\n[ \t\r]*\n\s*")
MAIN_SHARE = 0.5
LONGEST_TEASER = 50  # words


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A block as it stands on the page; `element` is the number of the element around it.

    A link is but a way to another page; prose is long enough to be a paragraph of an article.
    """

    kind: BlockKind
    words: str
    element: int
    is_link: bool = False
    is_prose: bool = False
    is_standfirst: bool = False
    is_headline: bool = False


def blocks_of(outline: Outline, start: int) -> Iterator[PageBlock]:
    """The blocks in the element of this number, in reading order."""
    return _Walk(outline, start).blocks()


@dataclass(slots=True)
class _Walk:
    """Goes through the elements in order and collects blocks; leaves out what is beside the article."""

    outline: Outline
    start: int
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    links: int = 0
    outer_links: int = 0
    preformatted: int = 0
    breaks: int = 0
    block: int = 0
    kinds: list[BlockKind] = field(default_factory=list)
    standfirsts: int = 0
    are_standfirsts: list[bool] = field(default_factory=list)
    headlines: int = 0

    def blocks(self) -> Iterator[PageBlock]:
        walk = etree.iterwalk(self.outline.tree, events=("start", "end"))
        number = -1
        open_elements: list[int] = []
        skipped = False
        for event, element in walk:
            tag = tag_of(element)
            if event == "start":
                number += 1
                open_elements.append(number)
                skipped = self._is_beside(element, tag, number)
                if skipped:
                    number += self.outline.sizes[number] - 1
                    walk.skip_subtree()
                    if not _is_inline(element, tag) and tag not in SILENT:
                        yield from self._ended()
                    continue
                yield from self._opened(element, tag, open_elements)
                continue
            this = open_elements.pop()
            if skipped:
                skipped = False
            else:
                yield from self._closed(element, tag, open_elements)
            if element.tail and open_elements and self._is_inside(open_elements[-1]):
                self._add(element.tail)
            if this == self.start:
                yield from self._ended()
                return

    def _opened(self, element: Any, tag: str, open_elements: list[int]) -> Iterator[PageBlock]:  # noqa: ANN401
        number = open_elements[-1]
        if not _is_inline(element, tag):
            yield from self._ended()
            self.block = number
            self.outer_links = self.links
            if tag in HEADINGS:
                self.kinds.append(BlockKind.HEADING)
            elif tag in LISTED:
                self.kinds.append(BlockKind.LIST_ITEM)
            elif tag == "blockquote":
                self.kinds.append(BlockKind.QUOTE)
        self.are_standfirsts.append(_is_standfirst(element))
        self.standfirsts += self.are_standfirsts[-1]
        self.headlines += tag == "h1"
        self.links += tag == "a"
        self.preformatted += tag == "pre"
        if tag == "q":
            self.pieces.append("„")
        if tag == "br":
            self.breaks += 1
            self.pieces.append(LINE)
            if self.breaks > 1:
                yield from self._ended()
        if element.text and self._is_inside(number):
            self._add(element.text)

    def _closed(self, element: Any, tag: str, open_elements: list[int]) -> Iterator[PageBlock]:  # noqa: ANN401
        if tag == "q":
            self.pieces.append("“")
        if not _is_inline(element, tag):
            yield from self._ended()
            self.block = open_elements[-1] if open_elements else 0
            self.outer_links = self.links - (tag == "a")
            if tag in HEADINGS or tag in LISTED or tag == "blockquote":
                self.kinds.pop()
        self.standfirsts -= self.are_standfirsts.pop()
        self.headlines -= tag == "h1"
        self.links -= tag == "a"
        self.preformatted -= tag == "pre"

    def _add(self, text: str) -> None:
        if text.strip(" \t\r\n\f"):
            self.breaks = 0
        self.pieces.append(EMPTY_LINES.sub(PARAGRAPH, text) if self.preformatted else text)
        if self.links:
            self.linked += len(WHITE_SPACE.sub(" ", text).strip())

    def _ended(self) -> Iterator[PageBlock]:
        for words in _paragraphs("".join(self.pieces)) if self.pieces else ():
            kind = self.kinds[-1] if self.kinds else BlockKind.PARAGRAPH
            count = len(words.split())
            is_link = self._is_link(words, kind, count)
            yield PageBlock(
                kind=kind,
                words=words,
                element=self.block,
                is_link=is_link,
                is_prose=kind is not BlockKind.HEADING and not is_link and count >= PROSE_WORDS,
                is_standfirst=self.standfirsts > 0,
                is_headline=self.headlines > 0,
            )
        self.pieces.clear()
        self.linked = self.breaks = 0

    def _is_link(self, words: str, kind: BlockKind, count: int) -> bool:
        """Whether nearly all of it is linked; but some sites link whole sentences of their text."""
        if self.linked < MOSTLY_LINK * len(words):
            return False
        is_text = kind is BlockKind.PARAGRAPH and SENTENCE_END.search(words) is not None
        return self.outer_links > 0 or not is_text or count < LINKED_WORDS

    def _is_inside(self, number: int) -> bool:
        return self.outline.holds(self.start, number)

    def _is_beside(self, element: Any, tag: str, number: int) -> bool:  # noqa: ANN401
        """Whether the element is never part of an article."""
        if tag in SILENT or tag.startswith("amp-"):
            return True
        if self.outline.holds(number, self.start) or not (element.attrib or tag in BESIDE_TAGS):
            return False
        if _is_hidden(element):
            return True
        if self._is_page_part(tag, number):
            return tag == "article" and _is_teaser(element, self.outline.words[number])
        names = _names(element)
        is_most = self.outline.words[number] > MAIN_SHARE * self.outline.words[self.start]
        is_odd = tag in BESIDE_TAGS or element.get("role") in BESIDE_ROLES
        if _is_never(names) or (is_odd and not is_most):
            return tag != "figure" or element.find(".//blockquote") is None
        is_named_so = bool(names & BESIDE) and not is_most
        return is_named_so and not (names & STANDFIRST and element.find(".//a") is None)

    def _is_page_part(self, tag: str, number: int) -> bool:
        outline = self.outline
        return tag in PAGE_TAGS or bool(outline.headlines[number] or outline.bodies[number])


def _paragraphs(text: str) -> Iterator[str]:
    """The text in one line; in several, if it has empty lines or each of its lines ends a sentence."""
    for part in text.split(PARAGRAPH):
        lines = [line for given in part.split(LINE) if (line := WHITE_SPACE.sub(" ", given).strip())]
        are_whole = all(SENTENCE_END.search(line) and len(line.split()) >= PROSE_WORDS for line in lines[:-1])
        for words in lines if are_whole else [" ".join(lines)]:
            if any(character.isalnum() for character in words):
                yield words


def _is_inline(element: Any, tag: str) -> bool:  # noqa: ANN401
    if tag == "cite" and tag_of(element.getparent()) == "blockquote":
        return False  # the speaker of the quote, not the title of a work
    return tag in INLINE and "display:block" not in (element.get("style") or "").replace(" ", "")


def _is_hidden(element: Any) -> bool:  # noqa: ANN401
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or "display:none" in (element.get("style") or "").replace(" ", "")
    )


def _is_teaser(element: Any, words: int) -> bool:  # noqa: ANN401
    """Whether an article inside an article is only the way to another page."""
    return bool(_names(element) & BESIDE) and words < LONGEST_TEASER


def _names(element: Any) -> frozenset[str]:  # noqa: ANN401
    """The words of the class and the id, in lower case: comment, list for commentList."""
    given = f"{element.get('class') or ''} {element.get('id') or ''}"
    return frozenset(word.casefold() for word in WORD.findall(given)) if given.strip() else frozenset()


def _is_never(names: frozenset[str]) -> bool:
    return bool(names & NEVER) or any(name.startswith("comment") and name != "commentary" for name in names)


def _is_standfirst(element: Any) -> bool:  # noqa: ANN401
    return bool(element.attrib) and bool(_names(element) & STANDFIRST)
