"""Code points here, UTF-16 there: the one translation between them."""

import pytest
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from reader.domain.articles import Article, Block, BlockKind, Source, SourceKind
from reader.domain.spans import Span
from reader.presentation.palette import LIGHT
from reader.ui.article_document import fill

TEXTS = (
    "Ein Satz.\n\nNoch ein Satz.",
    "😀 vorn\n\nmitten 🎉🎉 drin\n\nhinten 𐍈",
    "Zeile\u2028Umbruch\u00a0fest\u202fschmal\tTab\vsenkrecht\fSeite\n\nEnde",
    "\n\n  eingerückt  \n\n\nnach Leerzeilen\ufffc\n",
    "👩‍🚀e\u0308\u200bx",
)


def article_with(text: str) -> Article:
    """An article whose paragraphs stand between empty lines."""
    blocks, position = [], 0
    for paragraph in text.split("\n\n"):
        inner = paragraph.strip(" \n")
        if inner:
            start = text.index(inner, position)
            blocks.append(Block(Span(start, start + len(inner)), BlockKind.PARAGRAPH))
            position = start + len(inner)
    return Article(Source(SourceKind.FILE, "a.txt"), text, tuple(blocks), "", "de")


@pytest.mark.parametrize("text", TEXTS)
def test_every_character_is_found_again(qtbot: QtBot, text: str) -> None:  # noqa: ARG001  (starts Qt)
    """Every character of a block stands in the document where it is said to, and is found from there."""
    document, article = QTextDocument(), article_with(text)
    positions = fill(document, article, overline="Überzeile 😀", palette=LIGHT, text_size=19)

    for block in article.blocks:
        for position in range(block.span.start, block.span.end):
            place = positions.to_qt(position)
            assert place is not None
            assert positions.to_text(place) == position
            character = text[position]
            if character.isprintable():
                shown = document.characterAt(place).encode("utf-16-le", "surrogatepass")
                assert character.encode("utf-16-le").startswith(shown) or character == "\ufffc"


def test_places_outside_of_the_blocks(qtbot: QtBot) -> None:  # noqa: ARG001  (starts Qt)
    """White space between blocks is not in the document, the line above the article not in the text."""
    document, article = QTextDocument(), article_with("  Eins\n\n\nZwei")
    positions = fill(document, article, overline="oben", palette=LIGHT, text_size=19)

    assert positions.to_qt(0) is None
    assert positions.to_qt(article.text.index("\n") + 1) is None
    assert positions.to_text(1) is None


def test_span_over_several_blocks(qtbot: QtBot) -> None:  # noqa: ARG001  (starts Qt)
    """A span that goes over blocks has one piece in each, and none between them."""
    document, article = QTextDocument(), article_with("Eins 😀 zwei\n\ndrei\n\nvier")
    positions = fill(document, article, overline="", palette=LIGHT, text_size=19)
    span = Span(article.text.index("😀"), article.text.index("vier") + 2)

    pieces = positions.pieces_to_qt(span)

    whole = document.toRawText()
    units = whole.encode("utf-16-le")
    assert [units[2 * start : 2 * end].decode("utf-16-le") for start, end in pieces] == [
        *("😀 zwei", "drei", "vi")
    ]
