"""An article as a text document: its structure as ordinary formats, without any highlight."""

from dataclasses import dataclass

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
)

from reader.domain.articles import Article, BlockKind
from reader.presentation.palette import Palette
from reader.ui.text_positions import PlacedBlock, TextPositions
from reader.ui.theme import READING_FONT, WINDOW_FONT

MEASURE = 66  # characters a line, between the 60 and 75 that read well
LINE_HEIGHT = 116  # per cent of the font's own, which is 1.36 of its size
HEADLINE_HEIGHT = 104  # at 100 and less Qt leaves out the colours of the second line
SIDE = 40  # pixels beside the column in a narrow window; the margin rules need them
TOP, BOTTOM = 36, 72
SAMPLE = "Die Lieferung hatte sich mehrfach verzögert, weil Bauteile fehlten."
# A document takes these for ends of blocks or for objects; one for one, so that positions stay.
NOT_SHOWN_AS_SUCH = str.maketrans(dict.fromkeys("\n\r\v\f\x00\u2028\u2029\ufdd0\ufdd1\ufffc", " "))


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """Sizes relative to the body text, margins in lines of it."""

    size: float
    weight: QFont.Weight
    above: float
    below: float
    line_height: int = LINE_HEIGHT
    is_serif: bool = True
    indent: int = 0


OVERLINE = BlockStyle(0.72, QFont.Weight.Normal, 0, 0.4, is_serif=False)
STYLES = {
    BlockKind.HEADLINE: BlockStyle(1.72, QFont.Weight.Bold, 0, 0.7, line_height=HEADLINE_HEIGHT),
    BlockKind.STANDFIRST: BlockStyle(1.04, QFont.Weight.Bold, 0, 0.75),
    BlockKind.HEADING: BlockStyle(0.94, QFont.Weight.DemiBold, 0.55, 0.2, is_serif=False),
    BlockKind.PARAGRAPH: BlockStyle(1, QFont.Weight.Normal, 0, 0.65),
    BlockKind.LIST_ITEM: BlockStyle(1, QFont.Weight.Normal, 0, 0.3, indent=1),
    BlockKind.QUOTE: BlockStyle(1, QFont.Weight.Normal, 0, 0.65, indent=1),
}


def fill(
    document: QTextDocument, article: Article, *, overline: str, palette: Palette, text_size: int
) -> TextPositions:
    """Replace the content of `document` by `article`; return where its characters stand.

    `overline` is a line above the article that is not part of its text; `text_size` is in pixels.
    """
    document.clear()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.setBlockFormat(_block_format(OVERLINE, text_size))
    overline_format = _char_format(OVERLINE, text_size)
    overline_format.setForeground(QColor(palette.dim))
    cursor.insertText(overline, overline_format)
    placed = []
    for block in article.blocks:
        style = STYLES[block.kind]
        char_format = _char_format(style, text_size)
        cursor.insertBlock(_block_format(style, text_size), char_format)
        placed.append(PlacedBlock(block.span, cursor.position()))
        cursor.insertText(block.span.of(article.text).translate(NOT_SHOWN_AS_SUCH), char_format)
    cursor.endEditBlock()
    return TextPositions(article.text, placed)


def set_column(document: QTextDocument, *, width: int, text_size: int) -> None:
    """Centre a column of `MEASURE` characters in `width` pixels; a narrow window narrows it."""
    font = QFont(READING_FONT)
    font.setPixelSize(text_size)
    column = QFontMetricsF(font).horizontalAdvance(SAMPLE) / len(SAMPLE) * MEASURE
    frame = document.rootFrame()
    wanted = QTextFrameFormat(frame.frameFormat())
    side = max((width - column) / 2, SIDE)
    wanted.setLeftMargin(side)
    wanted.setRightMargin(side)
    wanted.setTopMargin(TOP)
    wanted.setBottomMargin(BOTTOM)
    if wanted != frame.frameFormat():
        frame.setFrameFormat(wanted)


def _block_format(style: BlockStyle, text_size: int) -> QTextBlockFormat:
    line = text_size * 1.58
    wanted = QTextBlockFormat()
    wanted.setTopMargin(style.above * line)
    wanted.setBottomMargin(style.below * line)
    wanted.setLeftMargin(style.indent * line)
    wanted.setLineHeight(style.line_height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return wanted


def _char_format(style: BlockStyle, text_size: int) -> QTextCharFormat:
    font = QFont(READING_FONT if style.is_serif else WINDOW_FONT)
    font.setPixelSize(round(text_size * style.size))
    font.setWeight(style.weight)
    wanted = QTextCharFormat()
    wanted.setFont(font)
    return wanted
