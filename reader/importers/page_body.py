"""Finds the article on a web page: headline, paragraphs, subheadings, lists, quotations, and nothing else.

Elements that are never part of an article are left out by their tag, their role and their class; blocks
that are mere links are teasers. What is left and lies together is the article.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
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
LABEL = re.compile(
    r"(?:anzeige|werbung|advertisement|artikel anhören|teilen|drucken|merken|vorlesen|mehr|weiterlesen|"
    r"bild vergrößern|(?:\d{1,2}[:.]\d{2}(?: uhr)?)|©.*)\W*$",
    re.IGNORECASE,
)
DATE_LINE = re.compile(
    r"(?:stand|online seit|veröffentlicht|aktualisiert|lesezeit|\w{2,10}, (?=\d)|(?=\d{1,2}\.)).{0,60}$",
    re.IGNORECASE,
)
TEASERS = re.compile(
    r"(?:lesen sie (?:auch|mehr)|mehr (?:zum|zu|dazu|aus)\b|auch interessant|das könnte sie|passend zum|"
    r"weitere (?:artikel|themen|nachrichten)|meistgelesen|read more|related|newsletter|links:?$|kommentare\b|"
    r"verwandte)",
    re.IGNORECASE,
)
BYLINE = re.compile(
    r"(?:von|text|autor(?:in)?|ein (?:kommentar|interview|bericht) von|by)\b:?\s+(?=[A-ZÄÖÜ])", re.IGNORECASE
)
SENTENCE_END = re.compile(r"[.!?…:][\"“”«»’)]*$")
PROSE_WORDS = 8  # a shorter block may be anything
LONGEST_BYLINE = 14  # words
LINKED_WORDS = 12  # a shorter sentence that is a link is a teaser
MOSTLY_LINK = 0.8
LINE, PARAGRAPH = "\x1e", "\x1d"  # stand for a line break and an empty line until the block is whole
EMPTY_LINES = re.compile(r"\n[ \t\r]*\n\s*")
MAIN_SHARE, BODY_SHARE = 0.5, 0.9
HIGHEST_CLIMB = 60
MOST_STANDFIRSTS = 2
LONGEST_LABEL = 60  # characters
LONGEST_TEASER = 50  # words
CLOSE = 3
FRONT_PAGE_TEASERS = 5


@dataclass(slots=True)
class PageBlock:
    """A block as it stands on the page; `element` is the number of the element around it."""

    kind: BlockKind
    words: str
    element: int
    linked: int = 0
    is_in_link: bool = False
    is_standfirst: bool = False
    is_headline: bool = False

    @property
    def is_link(self) -> bool:
        """Whether the block is but a way to another page; some link whole sentences of their text."""
        if self.linked < MOSTLY_LINK * len(self.words):
            return False
        is_text = self.kind is BlockKind.PARAGRAPH and SENTENCE_END.search(self.words) is not None
        return self.is_in_link or not is_text or len(self.words.split()) < LINKED_WORDS

    @property
    def is_prose(self) -> bool:
        return (
            self.kind is not BlockKind.HEADING and not self.is_link and len(self.words.split()) >= PROSE_WORDS
        )


@dataclass(frozen=True, slots=True)
class PageBody:
    """The blocks of the article without its headline. `headline` and `byline` are as the page shows them."""

    blocks: tuple[PageBlock, ...] = ()
    headline: str = ""
    byline: str = ""
    is_front_page: bool = False


def body_of(outline: Outline, *, title: str, description: str) -> PageBody:
    """The article; `title` and `description` are what the page says of itself, if anything."""
    start = _start(outline)
    found = list(_Walk(outline, start).blocks())
    if not any(block.is_prose for block in found):
        return PageBody()
    share = 1.0 if start in outline.articles else BODY_SHARE
    container = _container(outline, [block for block in found if block.is_prose], share=share)
    headline = _headline(found, container, title, outline)
    first = found.index(headline) + 1 if headline is not None else 0
    byline = next((block.words for block in found if _is_byline(block.words)), "")
    blocks = tuple(
        _placed(
            [block for block in found[first:] if block is not headline],
            outline,
            container,
            title=title,
            description=description,
        )
    )
    teasers = sum(block.is_link and block.kind is BlockKind.HEADING for block in found)
    prose = sum(block.is_prose for block in blocks)
    return PageBody(
        blocks=blocks,
        headline=headline.words if headline is not None else "",
        byline=byline,
        is_front_page=teasers >= max(FRONT_PAGE_TEASERS, prose),
    )


def _start(outline: Outline) -> int:
    """The article element that holds most of the words, else the main element, else the page."""
    for candidates in (outline.articles, outline.mains):
        outermost = (
            [
                number
                for number in candidates
                if not any(outline.holds(other, number) for other in candidates if other != number)
            ]
            if len(candidates) <= HIGHEST_CLIMB
            else candidates
        )
        best = max(outermost, key=outline.words.__getitem__, default=0)
        total = sum(outline.words[number] for number in outermost)
        if best and outline.words[best] > MAIN_SHARE * total and outline.words[best] >= PROSE_WORDS:
            return _with_headline(outline, best)
    return 0


def _with_headline(outline: Outline, element: int) -> int:
    """The element, or one closely around it that holds the headline, too."""
    number = element
    for _ in range(CLOSE):
        if outline.headlines[number]:
            return number
        number = outline.parents[number]
        if number < 0 or outline.words[number] > 2 * outline.words[element]:
            return element
    return element


def _container(outline: Outline, prose: list[PageBlock], *, share: float) -> int:
    """The innermost element that holds this share of the prose."""
    held: Counter[int] = Counter()
    total = 0
    for block in prose:
        count = len(block.words.split())
        total += count
        number = block.element
        for _ in range(HIGHEST_CLIMB):
            held[number] += count
            number = outline.parents[number]
            if number < 0:
                break
    around = [number for number, count in held.items() if count >= share * total]
    return max(around, default=0)  # an inner element has a higher number than those around it


def _headline(found: list[PageBlock], container: int, title: str, outline: Outline) -> PageBlock | None:
    """The heading that shows the title, else the first-level one before the prose."""
    first_prose = next(
        (
            place
            for place, block in enumerate(found)
            if block.is_prose and outline.holds(container, block.element)
        ),
        0,
    )
    before = [block for block in found[: first_prose + 1] if block.kind is BlockKind.HEADING]
    if title:
        for block in before:
            if _shows(block.words, title):
                return block
    return next((block for block in reversed(before) if block.is_headline), None)


def _placed(
    found: list[PageBlock], outline: Outline, container: int, *, title: str, description: str
) -> Iterator[PageBlock]:
    """The standfirst, which may stand before the body, and the blocks of the body."""
    end = container + outline.sizes[container]
    blocks = list(_without_teasers(block for block in found if block.element < end))
    prose = next((place for place, block in enumerate(blocks) if block.is_prose), len(blocks))
    beginning = [
        block
        for block in blocks[: prose + 1]
        if _is_sentence(block) and not DATE_LINE.match(block.words) and not _is_byline(block.words)
    ]
    standfirst = next(iter(beginning), None)
    marked = sum(block.is_standfirst and block.is_prose for block in blocks)  # more than two: the class lies
    if standfirst is not None and not (
        (standfirst.is_standfirst and marked <= MOST_STANDFIRSTS)
        or not outline.holds(container, standfirst.element)
        or _begins_alike(standfirst.words, description)
    ):
        standfirst = None
    if standfirst is not None:
        yield replace(standfirst, kind=BlockKind.STANDFIRST)
    has_prose = False
    for block in blocks:
        if block is standfirst or not (outline.holds(container, block.element) or block.is_prose):
            continue
        if not has_prose and (_is_label(block) or _same(block.words, title)):
            continue
        has_prose = has_prose or block.is_prose
        yield block


def _is_label(block: PageBlock) -> bool:
    """Whether a block before the first paragraph tells of the article and is no part of it."""
    if block.kind is BlockKind.HEADING or (block.is_prose and not _is_byline(block.words)):
        return False
    return not _is_sentence(block) or DATE_LINE.match(block.words) is not None


def _without_teasers(found: Iterable[PageBlock]) -> Iterator[PageBlock]:
    in_teaser = False
    for block in found:
        if len(block.words) < LONGEST_LABEL and TEASERS.match(block.words):
            in_teaser = True
            continue
        if block.kind is BlockKind.HEADING or block.is_prose or SENTENCE_END.search(block.words):
            in_teaser = in_teaser and block.is_link
        if not in_teaser and not block.is_link and not LABEL.match(block.words):
            yield block


def _is_sentence(block: PageBlock) -> bool:
    return block.kind is BlockKind.PARAGRAPH and (
        block.is_prose or SENTENCE_END.search(block.words) is not None
    )


def _is_byline(words: str) -> bool:
    return (
        BYLINE.match(words) is not None
        and len(words.split()) <= LONGEST_BYLINE
        and not SENTENCE_END.search(words)
    )


def _shows(words: str, title: str) -> bool:
    """Whether a heading is the title, perhaps with a word or two before it, or is a good part of it."""
    shown, wanted = plain(words), plain(title)
    if not shown or not wanted:
        return False
    return shown.endswith(wanted) or shown == wanted or (len(shown.split()) >= 3 and shown in wanted)  # noqa: PLR2004


def _same(one: str, other: str) -> bool:
    return plain(one) == plain(other)


def _begins_alike(words: str, description: str) -> bool:
    one, other = plain(words), plain(description.rstrip(" .…"))
    return one == other or (len(other) > 40 and one.startswith(other))  # noqa: PLR2004  (no mere phrase)


def plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


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
        self.standfirsts += _is_standfirst(element)
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
        self.standfirsts -= _is_standfirst(element)
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
        for words in _paragraphs("".join(self.pieces)):
            yield PageBlock(
                kind=self.kinds[-1] if self.kinds else BlockKind.PARAGRAPH,
                words=words,
                element=self.block,
                linked=self.linked,
                is_in_link=self.outer_links > 0,
                is_standfirst=self.standfirsts > 0,
                is_headline=self.headlines > 0,
            )
        self.pieces.clear()
        self.linked = self.breaks = 0

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
    return bool(_names(element) & STANDFIRST)
