"""A second opinion on web pages in which no article was found: the extraction of trafilatura."""

import logging
from collections.abc import Iterator
from typing import Any

from reader.domain.articles import BlockKind
from reader.importers.page_particulars import one_line

KINDS = {
    "p": BlockKind.PARAGRAPH,
    "head": BlockKind.HEADING,
    "quote": BlockKind.QUOTE,
}


def second_look(markup: str) -> list[tuple[BlockKind, str]]:
    """Kind and words of each block that may be of an article; lists are left out: most are of links."""
    # Imported late: it takes 0.25 s, and hardly any page needs it.
    import trafilatura  # noqa: PLC0415

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # a page without an article is told by us
    page: Any = trafilatura.bare_extraction(
        markup, include_comments=False, include_tables=False, favor_recall=True, with_metadata=False
    )
    return list(_blocks(page.body)) if page is not None and page.body is not None else []


def _blocks(body: Any) -> Iterator[tuple[BlockKind, str]]:  # noqa: ANN401  (lxml has no types)
    for element in body.iter(*KINDS):
        for line_break in element.iter("lb"):
            line_break.tail = "\n\n" + (line_break.tail or "")
        for words in "".join(element.itertext()).split("\n\n"):
            if line := one_line(words):
                yield KINDS[element.tag], line
