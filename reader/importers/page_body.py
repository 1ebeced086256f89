"""Finds the article among the blocks of a web page: headline, standfirst, body, and nothing else.

Blocks that are mere links are teasers. What is left and lies together is the article.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from reader.domain.articles import BlockKind
from reader.importers.page_blocks import MAIN_SHARE, PROSE_WORDS, SENTENCE_END, PageBlock, blocks_of
from reader.importers.page_outline import Outline

LABEL = re.compile(
    r"(?:anzeige|werbung|advertisement|artikel anhören|teilen|drucken|merken|vorlesen|mehr|weiterlesen|"
    r"bild vergrößern|(?:\d{1,2}[:.]\d{2}(?: uhr)?)|©.*)\W*$",
    re.IGNORECASE,
)
DATE_LINE = re.compile(
    r"(?:stand\W+\d|online seit|veröffentlicht|aktualisiert|lesezeit|\w{2,10}, (?=\d)|(?=\d{1,2}\.)).{0,60}$",
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
LONGEST_BYLINE = 14  # words
BODY_SHARE = 0.9
HIGHEST_CLIMB = 60
MOST_STANDFIRSTS = 2
LONGEST_LABEL = 60  # characters
CLOSE = 3
FRONT_PAGE_TEASERS = 5
FEWEST_PULLED_WORDS = 4


@dataclass(frozen=True, slots=True)
class PageBody:
    """The blocks of the article without its headline.

    `headline` and `byline` are as the page shows them, `labels` what stands between headline and text.
    """

    blocks: tuple[PageBlock, ...] = ()
    headline: str = ""
    byline: str = ""
    labels: tuple[str, ...] = ()
    is_front_page: bool = False


def body_of(outline: Outline, *, title: str, description: str) -> PageBody:
    """The article; `title` and `description` are what the page says of itself, if anything."""
    start = _start(outline)
    found = list(blocks_of(outline, start))
    if not any(block.is_prose for block in found):
        return PageBody()
    share = 1.0 if start in outline.articles else BODY_SHARE
    container = _container(outline, [block for block in found if block.is_prose], share=share)
    headline = _headline(found, container, title, outline)
    first = found.index(headline) + 1 if headline is not None else 0
    byline = next((block.words for block in found if _is_byline(block.words)), "")
    labels = takewhile(lambda block: not block.is_prose or _is_label(block), found[first:])
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
        labels=tuple(block.words for block in labels),
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
    for block in _without_pull_quotes(blocks):
        if block is standfirst or not (outline.holds(container, block.element) or block.is_prose):
            continue
        if not has_prose and (_is_label(block) or _same(block.words, title)):
            continue
        has_prose = has_prose or block.is_prose
        yield block


def _is_label(block: PageBlock) -> bool:
    """Whether a block before the first paragraph tells of the article and is no part of it."""
    if block.kind is BlockKind.HEADING:
        return False
    if _is_byline(block.words):
        return True
    if DATE_LINE.match(block.words) and not SENTENCE_END.search(block.words):
        return True
    if block.is_prose:
        return False
    return not _is_sentence(block) or DATE_LINE.match(block.words) is not None


def _without_teasers(found: Iterable[PageBlock]) -> Iterator[PageBlock]:
    in_teaser = False
    for block in found:
        is_sentence = block.words.endswith((".", "!", "?")) and not block.is_link
        if not is_sentence and len(block.words) < LONGEST_LABEL and TEASERS.match(block.words):
            in_teaser = True
            continue
        if block.kind is BlockKind.HEADING or block.is_prose or SENTENCE_END.search(block.words):
            in_teaser = in_teaser and block.is_link
        if not in_teaser and not block.is_link and not LABEL.match(block.words):
            yield block


def _without_pull_quotes(blocks: Sequence[PageBlock]) -> Iterator[PageBlock]:
    """A sentence of the text that is shown once more, large and with its speaker, is no second one."""
    text = " ".join(plain(block.words) for block in blocks if block.kind is BlockKind.PARAGRAPH)
    is_behind = False  # a pull quote, where its speaker stands
    for block in blocks:
        words = plain(block.words)
        count = len(words.split())
        is_repeated = count >= FEWEST_PULLED_WORDS and f" {words} " in f" {text} "
        is_behind = block.kind is BlockKind.QUOTE and (is_repeated or (is_behind and count < PROSE_WORDS))
        if not is_behind:
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
