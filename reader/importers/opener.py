"""Opens whatever the reader names: finds out what it is and lets the right importer read it.

The functions are pure and can be sent to a worker process.
"""

import stat
from pathlib import Path

from reader.domain.articles import Article, Source, SourceKind
from reader.domain.errors import CannotOpen, OpenFailure
from reader.importers.decoding import decoded
from reader.importers.languages import language_of
from reader.importers.normalisation import is_binary, is_blank, settled
from reader.importers.plain_text import article_of
from reader.importers.web_page import article_of_page, is_web_page, page_text

MEGABYTE = 1_000_000
LARGEST_TEXT = 10 * MEGABYTE
LARGEST_PAGE = 30 * MEGABYTE
PAGES = frozenset({".html", ".htm", ".xhtml"})
MARKDOWN = frozenset({".md", ".markdown"})
# Formats that begin with these bytes are no texts; some of them may be opened one day.
SIGNATURES = {
    b"%PDF-": OpenFailure.UNKNOWN_FORMAT,
    b"PK\x03\x04": OpenFailure.UNKNOWN_FORMAT,
    b"\xd0\xcf\x11\xe0": OpenFailure.UNKNOWN_FORMAT,
    b"{\\rtf": OpenFailure.UNKNOWN_FORMAT,
    b"\x7fELF": OpenFailure.BINARY,
    b"\x89PNG": OpenFailure.BINARY,
    b"GIF8": OpenFailure.BINARY,
    b"\xff\xd8\xff": OpenFailure.BINARY,
    b"\x1f\x8b": OpenFailure.BINARY,
}


def warm_up() -> None:
    """Do nothing: a worker that is asked for this has loaded what opening takes."""


def open_file(name: str, *, language: str = "auto") -> Article:
    """The article in the file called `name`; `language` is an ISO 639-1 code or `auto`.

    Raises:
        CannotOpen: whatever is wrong with the file, and nothing else.
    """
    source = Source(SourceKind.FILE, name)
    path = Path(name)
    suffix = path.suffix.casefold()
    content = _content(path, source, LARGEST_PAGE if suffix in PAGES else LARGEST_TEXT)
    for signature, reason in SIGNATURES.items():
        if content.startswith(signature):
            raise CannotOpen(source, reason)
    text = page_text(content) if suffix in PAGES else decoded(content)
    if text is None:
        is_null = b"\0" in content
        raise CannotOpen(source, OpenFailure.BINARY if is_null else OpenFailure.UNKNOWN_ENCODING)
    if is_binary(text):
        raise CannotOpen(source, OpenFailure.BINARY)
    if is_blank(text):
        raise CannotOpen(source, OpenFailure.EMPTY)
    if suffix in PAGES or is_web_page(text):
        return article_of_page(text, source, language=language)
    return _text_article(text, source, language=language, is_markdown=suffix in MARKDOWN)


def open_text(text: str, *, language: str = "auto") -> Article:
    """The article that was pasted.

    Raises:
        CannotOpen: if there is nothing to read in it, or far too much.
    """
    source = Source(SourceKind.CLIPBOARD)
    if is_blank(text):
        raise CannotOpen(source, OpenFailure.EMPTY)
    if len(text) > LARGEST_TEXT:
        raise CannotOpen(source, OpenFailure.TOO_LARGE)
    if is_binary(text):
        raise CannotOpen(source, OpenFailure.BINARY)
    return _text_article(text, source, language=language, is_markdown=False)


def _text_article(text: str, source: Source, *, language: str, is_markdown: bool) -> Article:
    clean = settled(text)
    code = language_of(clean) if language == "auto" else language
    article = article_of(clean, source, language=code, is_markdown=is_markdown)
    if not article.blocks:
        raise CannotOpen(source, OpenFailure.EMPTY)
    return article


def _content(path: Path, source: Source, largest: int) -> bytes:
    """The bytes of a regular file of at most `largest` of them; never waits for a pipe or a device."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise CannotOpen(source, OpenFailure.IS_DIRECTORY)
        if not stat.S_ISREG(status.st_mode):
            raise CannotOpen(source, OpenFailure.UNREADABLE)
        if status.st_size > largest:
            raise CannotOpen(source, OpenFailure.TOO_LARGE)
        with path.open("rb") as file:
            content = file.read(largest + 1)
    except FileNotFoundError as error:
        raise CannotOpen(source, OpenFailure.NOT_FOUND) from error
    except PermissionError as error:
        raise CannotOpen(source, OpenFailure.NOT_PERMITTED) from error
    except (OSError, ValueError) as error:  # a null character in a name is a ValueError
        raise CannotOpen(source, OpenFailure.UNREADABLE) from error
    if len(content) > largest:
        raise CannotOpen(source, OpenFailure.TOO_LARGE)
    if not content:
        raise CannotOpen(source, OpenFailure.EMPTY)
    return content
