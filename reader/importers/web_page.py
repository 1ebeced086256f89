"""Saved web pages: the article without navigation, comments, advertisements and scripts."""

import re
from collections.abc import Iterator
from typing import Any

from reader.domain.articles import Article, Block, BlockKind, Source
from reader.domain.errors import CannotOpen, OpenFailure
from reader.domain.spans import Span
from reader.importers.decoding import decoded
from reader.importers.languages import language_of
from reader.importers.normalisation import settled

DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
PAGE_BEGINNING = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
BEGINNING = 4096
WHITE_SPACE = re.compile(r"[ \t\n\r\f\v]+")
ARTICLE_SIGNS = re.compile(r"<article\b|NewsArticle|og:type[\"'][^>]*article", re.IGNORECASE)
PASSWORD = re.compile(r"type\s*=\s*[\"']?password", re.IGNORECASE)
FEWEST_WORDS = 40  # of an article on a page that does not say that it has one
FEWEST_WORDS_WITH_SIGN = 12
LOGIN_WORDS = 120  # a page with a password field has an article only if it has more words
KINDS = {
    "p": BlockKind.PARAGRAPH,
    "head": BlockKind.HEADING,
    "quote": BlockKind.QUOTE,
    "item": BlockKind.LIST_ITEM,
}
TEASERS = re.compile(
    r"(?:lesen sie auch|mehr zum thema|lesen sie mehr|auch interessant|weitere artikel|das könnte sie|"
    r"read more|related|mehr dazu|newsletter|anzeige$|advertisement)",
    re.IGNORECASE,
)


def is_web_page(text: str) -> bool:
    """Whether the text begins as an HTML page does."""
    return PAGE_BEGINNING.match(text[:BEGINNING]) is not None


def page_text(content: bytes) -> str | None:
    """The markup in `content`; None if its encoding cannot be told.

    UTF-8 wins over what the page declares: other encodings are hardly ever valid UTF-8 by chance, and
    pages that were saved anew often keep a declaration that is no longer true.
    """
    text = decoded(content)
    declared = DECLARED.search(content[:BEGINNING])
    if declared is None or text is None or _is_utf_8(content):
        return text
    name = declared.group(1).decode("ascii")
    if name.casefold() in {"utf-8", "iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"}:
        return text  # what is declared so is in truth Windows-1252, which was tried
    try:
        return content.decode(name)
    except (UnicodeDecodeError, LookupError):
        return text


def article_of_page(markup: str, source: Source, *, language: str) -> Article:
    """The article on the page.

    Raises:
        CannotOpen: if there is none.
    """
    # Imported late: it takes 0.25 s, and plain texts do not need it.
    import trafilatura  # noqa: PLC0415

    page: Any = trafilatura.bare_extraction(
        markup, include_comments=False, include_tables=False, favor_recall=True, with_metadata=True
    )
    parts = list(_parts(page.body)) if page is not None and page.body is not None else []
    if page is None or not _is_article(markup, parts):
        raise CannotOpen(source, OpenFailure.NO_ARTICLE)
    title = _one_line(page.title or "")
    parts = list(_arranged(parts, title=title, description=_one_line(page.description or "")))
    text, blocks = _joined(parts)
    title = title or next(words for _, words in parts)
    return Article(
        source=source,
        text=text,
        blocks=blocks,
        title=title,
        language=language_of(text) if language == "auto" else language,
        byline=_one_line(page.author or "") or None,
        outlet=_one_line(page.sitename or "") or None,
        published=page.date or None,
    )


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _parts(body: Any) -> Iterator[tuple[BlockKind, str]]:  # noqa: ANN401  (lxml has no types)
    """Kind and words of each block of the extracted body."""
    for element in body:
        if element.tag == "list":
            for entry in element.iter("item"):
                yield from _part(BlockKind.LIST_ITEM, entry)
        elif element.tag in {"p", "head", "quote"}:
            yield from _part(KINDS[element.tag], element)
        elif element.tag in {"div", "section", "article"}:
            yield from _parts(element)


def _part(kind: BlockKind, element: Any) -> Iterator[tuple[BlockKind, str]]:  # noqa: ANN401
    for line_break in element.iter("lb"):
        line_break.tail = "\n\n" + (line_break.tail or "")
    for words in "".join(element.itertext()).split("\n\n"):
        if line := _one_line(words):
            yield kind, line


def _is_article(markup: str, parts: list[tuple[BlockKind, str]]) -> bool:
    prose = [words for kind, words in parts if kind in {BlockKind.PARAGRAPH, BlockKind.QUOTE}]
    count = sum(len(words.split()) for words in prose)
    if PASSWORD.search(markup) and count < LOGIN_WORDS:
        return False
    has_sentence = any(len(words.split()) >= 6 for words in prose)  # noqa: PLR2004  (a short sentence)
    return has_sentence and count >= (
        FEWEST_WORDS_WITH_SIGN if ARTICLE_SIGNS.search(markup) else FEWEST_WORDS
    )


def _arranged(
    parts: list[tuple[BlockKind, str]], *, title: str, description: str
) -> Iterator[tuple[BlockKind, str]]:
    """The headline once and first, the standfirst marked, teasers and their lists left out."""
    if title:
        yield BlockKind.HEADLINE, title
    in_teaser = False
    is_first = True
    for kind, words in parts:
        if is_first and title and _same(words, title):
            continue
        if kind is BlockKind.HEADING or (kind is BlockKind.PARAGRAPH and len(words) < 40):  # noqa: PLR2004
            in_teaser = TEASERS.match(words) is not None
            if in_teaser:
                continue
        if in_teaser and kind is BlockKind.LIST_ITEM:
            continue
        in_teaser = False
        is_standfirst = is_first and kind is BlockKind.PARAGRAPH and description and _same(words, description)
        yield (BlockKind.STANDFIRST if is_standfirst else kind), words
        is_first = False


def _joined(parts: list[tuple[BlockKind, str]]) -> tuple[str, tuple[Block, ...]]:
    blocks = []
    position = 0
    for kind, words in parts:
        blocks.append(Block(Span(position, position + len(words)), kind))
        position += len(words) + 2
    return "\n\n".join(words for _, words in parts), tuple(blocks)


def _same(one: str, other: str) -> bool:
    return one.casefold().strip(" .") == other.casefold().strip(" .")


def _one_line(words: str) -> str:
    return WHITE_SPACE.sub(" ", settled(words)).strip()
