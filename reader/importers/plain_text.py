"""Plain text and Markdown: finds the blocks of a text and leaves its characters alone.

Only of Markdown the marks within the lines are taken away: they would stand between words and their meaning.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from reader.domain.articles import Article, Block, BlockKind, Source
from reader.domain.spans import Span
from reader.importers.markdown_marks import FENCE, without_inline_marks
from reader.importers.normalisation import INVISIBLE

LONGEST_HEADLINE = 160
LONGEST_TITLE = 80
LONGEST_WRAPPED = 200  # characters; no text is hard-wrapped at more
FULL_STOPS = (".", "!", "?", "…", ".“", "!“", "?“", ".«", ".»", '."', ".”")
SENTENCE_ENDS = (*FULL_STOPS, ":", ";", ",")
MOST = 0.7
LINE_END = re.compile(r"[\n\v\f\x85\u2028\u2029]|\Z")
EDGE = re.compile(rf"[\s{INVISIBLE}]*")
LIST_MARKER = re.compile(r"(?:[-*+•‣–]|\d{1,3}[.)])\s+(?=\S)")
NUMBERED = re.compile(r"\d")
MARKDOWN_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
MARKDOWN_QUOTE = re.compile(r"(?:>\s?)+")
MARKDOWN_RULE = re.compile(r"(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,})$")
MARKDOWN_UNDERLINE = re.compile(r"(=+|-+)$")
# Says nothing: pictures, comments, targets of links, empty markers, lines of a table. Possessive, so that no
# text makes it slow.
MARKDOWN_SILENT = re.compile(
    r"(?:!\[[^\]]*+\]\([^)]*+\)|<!--.*?-->|\[[^\]]++\]:[ \t]*+\S[^\n]*+|[\s#>*+|:=-])++$", re.DOTALL
)
FRONT_MATTER = re.compile(r"---[ \t]*\n(\w[\w -]*:.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
PARTICULAR = re.compile(r"^(\w+):[ \t]*(.*?)[ \t]*$", re.MULTILINE)
PARTICULARS = {
    "title": ("title", "titel"),
    "byline": ("author", "byline", "autor"),
    "outlet": ("outlet", "source", "quelle", "site"),
    "published": ("date", "published", "datum"),
}


@dataclass(slots=True)
class Line:
    """One line without its end; `start` and `end` leave out the white space at its ends."""

    start: int
    end: int

    def is_blank(self) -> bool:
        return self.start >= self.end


@dataclass(frozen=True, slots=True)
class FoundBlocks:
    """The blocks of a text and what its front matter says."""

    blocks: tuple[Block, ...]
    particulars: dict[str, str] = field(default_factory=dict)


def article_of(text: str, source: Source, *, language: str, is_markdown: bool = False) -> Article:
    """The article that a settled text is."""
    text = without_inline_marks(text) if is_markdown else text
    found = _markdown_blocks(text) if is_markdown else FoundBlocks(tuple(_blocks(text, 0)))
    particulars = {key: value for key, value in found.particulars.items() if key != "title"}
    title = found.particulars.get("title") or title_of(text, found.blocks)
    return Article(
        source=source, text=text, blocks=found.blocks, title=title, language=language, **particulars
    )


def title_of(text: str, blocks: tuple[Block, ...]) -> str:
    """The headline, else the beginning of the first block."""
    if not blocks:
        return ""
    headline = next((block for block in blocks if block.kind is BlockKind.HEADLINE), blocks[0])
    words = " ".join(headline.span.of(text).split())
    if headline.kind is BlockKind.HEADLINE or len(words) <= LONGEST_TITLE:
        return words
    return words[:LONGEST_TITLE].rpartition(" ")[0] + " …"


def _lines(text: str, start: int, end: int) -> Iterator[Line]:
    position = start
    for line_end in LINE_END.finditer(text, start, end):
        last = line_end.start()
        first = _edge(text, position, last)
        while last > first and (text[last - 1].isspace() or text[last - 1] in INVISIBLE):
            last -= 1
        yield Line(first, last)
        position = line_end.end()


def _edge(text: str, position: int, end: int) -> int:
    """Where the first character after white space stands, at most `end`."""
    edge = EDGE.match(text, position, end)
    return edge.end() if edge else position


def _blocks(text: str, start: int) -> Iterator[Block]:
    groups = list(_groups(text, start, len(text)))
    if groups and _begins_with_headline(text, groups):
        groups[:1] = [groups[0][:1], groups[0][1:]]
    one_a_line = _has_a_paragraph_a_line(text, groups)
    is_first = True
    for number, group in enumerate(groups):
        for part in ([line] for line in group) if one_a_line else _without_lists(text, group):
            kind, first = _kind(text, part, is_first=is_first, is_alone=number + 1 == len(groups))
            yield Block(Span(first, part[-1].end), kind)
            is_first = False


def _groups(text: str, start: int, end: int) -> Iterator[list[Line]]:
    """Lines between blank lines."""
    group: list[Line] = []
    for line in _lines(text, start, end):
        if line.is_blank():
            if group:
                yield group
            group = []
        else:
            group.append(line)
    if group:
        yield group


def _begins_with_headline(text: str, groups: list[list[Line]]) -> bool:
    """Whether the first line stands alone, though no blank line follows it.

    It does if it is no sentence and was not broken for want of room: the next word would have had its
    place on the line, and no word goes on there. A headline may have two lines, so there must be a sentence
    right below it.
    """
    first, *others = groups[0]
    if not others or first.end - first.start > LONGEST_HEADLINE:
        return False
    if text[first.end - 1] == "-" and text[others[0].start].islower():
        return False
    if text[first.start : first.end].endswith(SENTENCE_ENDS) or LIST_MARKER.match(text, others[0].start):
        return False
    if not any(text[line.start : line.end].endswith(FULL_STOPS) for line in others):
        return False
    next_word = text[others[0].start : others[0].end].split(maxsplit=1)[0]
    widest = max(line.end - line.start for group in groups for line in group)
    return first.end - first.start + 1 + len(next_word) <= widest


def _has_a_paragraph_a_line(text: str, groups: list[list[Line]]) -> bool:
    """Whether lines are whole paragraphs: they end a sentence, or are far too long to be wrapped."""
    inner = [line for group in groups for line in group[:-1]]
    if not inner:
        return False
    ended = sum(text[line.start : line.end].endswith(FULL_STOPS) for line in inner)
    longest = max(line.end - line.start for line in inner)
    return ended >= MOST * len(inner) or longest > LONGEST_WRAPPED


def _without_lists(text: str, group: list[Line]) -> Iterator[list[Line]]:
    """A group cut before each list item, so that an item is a block of its own."""
    part = [group[0]]
    for before, line in pairwise(group):
        marker = LIST_MARKER.match(text, line.start, line.end)
        goes_on = NUMBERED.match(text, line.start) and not LIST_MARKER.match(text, before.start)
        if marker and not goes_on:
            yield part
            part = []
        part.append(line)
    yield part


def _kind(text: str, part: list[Line], *, is_first: bool, is_alone: bool) -> tuple[BlockKind, int]:
    """What a group of lines is, and where it begins behind a list marker."""
    start, end = part[0].start, part[-1].end
    marker = LIST_MARKER.match(text, start, end)
    if marker and not is_first:
        return BlockKind.LIST_ITEM, marker.end()
    words = text[start:end]
    if not is_first or is_alone or len(part) > 2 or len(words) > LONGEST_HEADLINE:  # noqa: PLR2004  (two lines)
        return BlockKind.PARAGRAPH, start
    return (BlockKind.PARAGRAPH if words.endswith(SENTENCE_ENDS) else BlockKind.HEADLINE), start


def _markdown_blocks(text: str) -> FoundBlocks:
    matter = FRONT_MATTER.match(text)
    particulars = _particulars(matter.group(1)) if matter else {}
    blocks: list[Block] = []
    position = matter.end() if matter else 0
    for fence in FENCE.finditer(text, position):
        blocks.extend(_markdown_prose(text, position, fence.start(), has_headline=bool(blocks)))
        blocks.extend(_markdown_code(text, *fence.span("code")))
        position = fence.end()
    blocks.extend(_markdown_prose(text, position, len(text), has_headline=bool(blocks)))
    if not any(block.kind is BlockKind.HEADLINE for block in blocks):
        return FoundBlocks(tuple(_first_line_as_headline(text, blocks)), particulars)
    return FoundBlocks(tuple(blocks), particulars)


def _markdown_prose(text: str, start: int, end: int, *, has_headline: bool) -> list[Block]:
    blocks: list[Block] = []
    for group in _groups(text, start, end):
        for part in _markdown_parts(text, group):
            if block := _markdown_block(text, part, has_headline=has_headline or bool(blocks)):
                blocks.append(block)
    return blocks


def _markdown_code(text: str, start: int, end: int) -> Iterator[Block]:
    """What stands between fences, as it is."""
    lines = [line for line in _lines(text, start, end) if not line.is_blank()]
    if lines:
        yield Block(Span(lines[0].start, lines[-1].end), BlockKind.PARAGRAPH)


def _particulars(matter: str) -> dict[str, str]:
    given = {key.casefold(): value.strip("\"'") for key, value in PARTICULAR.findall(matter)}
    found = {
        name: next((given[key] for key in keys if given.get(key)), "") for name, keys in PARTICULARS.items()
    }
    return {name: value for name, value in found.items() if value}


def _markdown_parts(text: str, group: list[Line]) -> Iterator[list[Line]]:
    part: list[Line] = []
    for line in group:
        if part and _underlines(text, part, line):
            yield [*part, line]
            part = []
            continue
        begins = MARKDOWN_HEADING.match(text, line.start) or LIST_MARKER.match(text, line.start, line.end)
        stands_alone = part and (
            MARKDOWN_HEADING.match(text, part[0].start)
            or MARKDOWN_RULE.match(text, part[0].start, part[0].end)
        )
        if part and (begins or stands_alone or MARKDOWN_RULE.match(text, line.start, line.end)):
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _underlines(text: str, part: list[Line], line: Line) -> bool:
    """Whether `line` makes a heading of the lines before it."""
    start, end = part[0].start, part[0].end
    is_prose = not (
        MARKDOWN_HEADING.match(text, start)
        or MARKDOWN_QUOTE.match(text, start)
        or LIST_MARKER.match(text, start, end)
        or MARKDOWN_SILENT.match(text, start, end)
    )
    return is_prose and MARKDOWN_UNDERLINE.match(text, line.start, line.end) is not None


def _markdown_block(text: str, part: list[Line], *, has_headline: bool) -> Block | None:
    """The block of these lines, without its marker; None where there is nothing to read."""
    start, end = part[0].start, part[-1].end
    if MARKDOWN_SILENT.match(text, start, end):
        return None
    if len(part) > 1 and (underline := MARKDOWN_UNDERLINE.match(text, part[-1].start, end)):
        is_headline = not has_headline and underline.group().startswith("=")
        kind = BlockKind.HEADLINE if is_headline else BlockKind.HEADING
        return Block(Span(start, part[-2].end), kind)
    if heading := MARKDOWN_HEADING.match(text, start, end):
        is_headline = not has_headline and len(heading.group(1)) == 1
        stripped = text[start:end].rstrip("# ")
        kind = BlockKind.HEADLINE if is_headline else BlockKind.HEADING
        return Block(Span(heading.end(), max(start + len(stripped), heading.end() + 1)), kind)
    if quote := MARKDOWN_QUOTE.match(text, start, end):
        return Block(Span(quote.end(), end), BlockKind.QUOTE) if quote.end() < end else None
    if marker := LIST_MARKER.match(text, start, end):
        return Block(Span(marker.end(), end), BlockKind.LIST_ITEM)
    return Block(Span(start, end), BlockKind.PARAGRAPH)


def _first_line_as_headline(text: str, blocks: list[Block]) -> Iterator[Block]:
    for number, block in enumerate(blocks):
        words = block.span.of(text)
        is_headline = (
            number == 0
            and len(blocks) > 1
            and block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}
            and len(words) <= LONGEST_HEADLINE
            and not words.endswith(SENTENCE_ENDS)
        )
        yield Block(block.span, BlockKind.HEADLINE) if is_headline else block
