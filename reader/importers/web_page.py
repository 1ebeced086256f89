"""Saved web pages: the article without navigation, comments, advertisements and scripts."""

import re

from reader.domain.articles import Article, Block, BlockKind, Source
from reader.domain.errors import CannotOpen, OpenFailure
from reader.domain.spans import Span
from reader.importers.decoding import decoded
from reader.importers.languages import language_of
from reader.importers.page_body import body_of, plain
from reader.importers.page_outline import outline_of, parsed
from reader.importers.page_particulars import cleaned_byline, one_line, particulars_of, shown_date
from reader.importers.plain_text import title_of
from reader.importers.second_look import second_look

DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
PAGE_BEGINNING = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
# Other declarations are wrong, or say nothing: what is called ISO 8859-1 is Windows-1252, which was tried.
TRUSTED = re.compile(
    r"(?:iso-8859-(?:[2-9]|1\d)|windows-125[013-8]|cp125[013-8]|koi8-[ru]|macintosh|gb\w*|big5\w*|euc-\w+|shift_jis)",
    re.IGNORECASE,
)
BEGINNING = 4096
WHITE_SPACE = re.compile(r"[ \t\n\r\f\v]+")
ARTICLE_SIGNS = re.compile(r"<article\b|NewsArticle|og:type[\"'][^>]*article", re.IGNORECASE)
PASSWORD = re.compile(r"type\s*=\s*[\"']?password", re.IGNORECASE)
LONGEST_FOR_SECOND_LOOK = 2_000_000  # characters; it is slow
MOST_WORDS = 1_500_000  # as many as a plain text may have
FEWEST_WORDS = 40  # of an article on a page that does not say that it has one
FEWEST_WORDS_WITH_SIGN = 12
LOGIN_WORDS = 120  # a page with a password field has an article only if it has more words


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
    if not TRUSTED.fullmatch(name):
        return text
    try:
        return content.decode(name)
    except (UnicodeError, LookupError):
        return text


def article_of_page(markup: str, source: Source, *, language: str) -> Article:
    """The article on the page.

    Raises:
        CannotOpen: if there is none.
    """
    tree = parsed(markup)
    if tree is None:
        raise CannotOpen(source, OpenFailure.NO_ARTICLE)
    outline = outline_of(tree)
    if outline.words[0] > MOST_WORDS:
        raise CannotOpen(source, OpenFailure.TOO_LARGE)
    given = particulars_of(tree)
    body = body_of(outline, title=given.title, description=given.description)
    if body.is_front_page and not given.is_article:
        raise CannotOpen(source, OpenFailure.NO_ARTICLE)
    parts = [(block.kind, one_line(block.words)) for block in body.blocks]
    if not _is_article(
        markup, parts
    ):  # written into the page by a script: search engines are told it all the same
        parts = [(BlockKind.PARAGRAPH, line) for words in given.body.split("\n") if (line := one_line(words))]
    if body.blocks and not _is_article(markup, parts) and len(markup) <= LONGEST_FOR_SECOND_LOOK:
        parts = second_look(markup)
    if not _is_article(markup, parts):
        raise CannotOpen(source, OpenFailure.NO_ARTICLE)
    title = _title(shown=one_line(body.headline), given=given.title)
    if title:
        parts.insert(0, (BlockKind.HEADLINE, title))
    text, blocks = _joined(parts)
    return Article(
        source=source,
        text=text,
        blocks=blocks,
        title=title or title_of(text, blocks),
        language=language_of(text) if language == "auto" else language,
        byline=given.byline or cleaned_byline(body.byline, given.outlet) or None,
        outlet=given.outlet or None,
        published=given.published or shown_date(body.labels) or None,
    )


def _title(*, shown: str, given: str) -> str:
    """The headline as the page shows it, unless that has a kicker before it that the title lacks."""
    if not shown or (given and plain(shown).endswith(plain(given))):
        return given
    return shown


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_article(markup: str, parts: list[tuple[BlockKind, str]]) -> bool:
    prose = [words for kind, words in parts if kind is not BlockKind.HEADING]
    count = sum(len(words.split()) for words in prose)
    if PASSWORD.search(markup) and count < LOGIN_WORDS:
        return False
    has_sentence = any(len(words.split()) >= 6 for words in prose)  # noqa: PLR2004  (a short sentence)
    return has_sentence and count >= (
        FEWEST_WORDS_WITH_SIGN if ARTICLE_SIGNS.search(markup) else FEWEST_WORDS
    )


def _joined(parts: list[tuple[BlockKind, str]]) -> tuple[str, tuple[Block, ...]]:
    blocks = []
    position = 0
    for kind, words in parts:
        blocks.append(Block(Span(position, position + len(words)), kind))
        position += len(words) + 2
    return "\n\n".join(words for _, words in parts), tuple(blocks)
