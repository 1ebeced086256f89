"""Measures a parsed web page once, so that every later question about it is cheap.

Elements are known by their number in document order. Nothing here recurses: a page may nest as deeply as
it likes.
"""

from dataclasses import dataclass, field
from typing import Any

from lxml import etree, html


def word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


INLINE = word_set(
    """a abbr acronym b bdi bdo big br cite code data del dfn em font i ins kbd label mark nobr q s samp
    small span strike strong sub sup time tt u var wbr"""
)
SILENT = word_set(
    """audio base button canvas dialog embed figcaption head iframe img input link map math meta noscript
    object picture script select style svg template textarea title video"""
)
ROOT = -1


@dataclass(slots=True)
class Outline:
    """Knows of each element its parent, how many elements it holds (itself included), and what is in it.

    `words` counts those that no link carries, `headlines` the first-level headings, `bodies` what is marked
    as the body of an article.
    """

    tree: Any
    parents: list[int] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    words: list[int] = field(default_factory=list)
    headlines: list[int] = field(default_factory=list)
    bodies: list[int] = field(default_factory=list)
    articles: list[int] = field(default_factory=list)
    mains: list[int] = field(default_factory=list)

    def holds(self, outer: int, inner: int) -> bool:
        return outer <= inner < outer + self.sizes[outer]


def parsed(markup: str) -> Any:  # noqa: ANN401  (lxml has no types)
    """The page as a tree; None if there is no element in it."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def outline_of(tree: Any) -> Outline:  # noqa: ANN401
    outline = Outline(tree)
    stack: list[int] = []
    links = 0
    silent = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = tag_of(element)
        if event == "start":
            number = len(outline.parents)
            outline.parents.append(stack[-1] if stack else ROOT)
            is_body = element.get("itemprop") == "articleBody"
            outline.headlines.append(int(tag == "h1"))
            outline.bodies.append(int(is_body))
            outline.sizes.append(1)
            links += tag == "a"
            silent += tag in SILENT
            outline.words.append(_count(element.text) if not links and not silent else 0)
            stack.append(number)
            if tag == "article" or is_body:
                outline.articles.append(number)
            if tag == "main" or element.get("role") == "main":
                outline.mains.append(number)
            continue
        number = stack.pop()
        links -= tag == "a"
        silent -= tag in SILENT
        if not stack:
            continue
        outer = stack[-1]
        outline.sizes[outer] += outline.sizes[number]
        outline.words[outer] += outline.words[number]
        outline.headlines[outer] += outline.headlines[number]
        outline.bodies[outer] += outline.bodies[number]
        if not links and not silent:
            outline.words[outer] += _count(element.tail)
    return outline


def tag_of(element: Any) -> str:  # noqa: ANN401
    """The name of the tag; empty for what is no element (an entity, a comment)."""
    return element.tag if isinstance(element.tag, str) else ""


def _count(words: str | None) -> int:
    return len(words.split()) if words else 0
