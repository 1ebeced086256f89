"""Takes the marks within the lines of a Markdown text away: emphasis, links, code, pictures, escapes.

What begins a line (headings, lists, quotations) and what stands between fences stays: `plain_text` reads it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

# A line of ticks that closes them again (```make```) is code within the text, no fence.
FENCE = re.compile(
    r"^[ \t]*+(?P<fence>`{3,}+(?=[^`\n]*+\n)|~{3,}+)[^\n]*+\n(?P<code>.*?)"
    r"(?:^[ \t]*+(?P=fence)[`~]*+[ \t]*+$|\Z)",
    re.DOTALL | re.MULTILINE,
)
# Possessive, and without another beginning inside, so that no text makes it slow.
MARK = re.compile(
    r"""(?P<border>\n[ \t]*(?=\n))
    | (?P<escape>\\[!-/:-@\[-`{-~])
    | (?P<code>(?<!`)(?P<ticks>`{1,3}+)(?!`)[ ]?(?P<inner>[^`\n]++)(?P=ticks)(?!`))
    | (?P<picture>!\[[^\[\]\n]*+\]\([^()\n]*+(?:\([^()\n]*+\)[^()\n]*+)*+\)[ ]?)
    | (?P<target>\]\([^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+(?:[ ]++(?:"[^"\n]*+"|'[^'\n]*+'))?[ ]*+\))
    | (?P<address><(?P<link>https?://[^<>\s]++)>)
    | (?P<bracket>[\[\]])
    | (?P<run>\*++|_++|~~)""",
    re.VERBOSE,
)
LONGEST_BEGINNING = 12  # characters of a line
# Before an escape: it keeps "1\\. Mai" from being a list.
BEGINNING = re.compile(r"(?:\A|\n)[\s>]*\d*\Z")
OF_LINES = frozenset("#-+*_=>`~.)|:<")  # marks that mean something at the beginning of a line
LONGEST_RUN = 3  # of asterisks: strong and emphasised


@dataclass(slots=True)
class _Marks:
    """What of the text is to go, and the marks of a paragraph that are still open."""

    gone: list[tuple[int, int]] = field(default_factory=list)
    brackets: list[int] = field(default_factory=list)
    runs: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def close_paragraph(self) -> None:
        self.brackets.clear()
        self.runs.clear()


def without_inline_marks(text: str) -> str:
    """The text as it is to be read. Marks without a partner stay, as do the asterisks of Leser*innen."""
    pieces = []
    end = 0
    for start, stop in sorted(_gone(text)):
        pieces.append(text[end:start])
        end = stop
    return "".join([*pieces, text[end:]])


def _gone(text: str) -> list[tuple[int, int]]:
    marks = _Marks()
    for start, end in _prose(text):
        for mark in MARK.finditer(text, start, end):
            _read(text, mark, marks)
        marks.close_paragraph()
    return marks.gone


def _prose(text: str) -> Iterator[tuple[int, int]]:
    end = 0
    for fence in FENCE.finditer(text):
        yield end, fence.start()
        end = fence.end()
    yield end, len(text)


def _read(text: str, mark: re.Match[str], marks: _Marks) -> None:
    start, end = mark.span()
    match mark.lastgroup:
        case "border":
            marks.close_paragraph()
        case "escape":
            is_of_line = text[start + 1] in OF_LINES
            if not is_of_line or not BEGINNING.search(text, max(0, start - LONGEST_BEGINNING), start):
                marks.gone.append((start, start + 1))
        case "picture":
            marks.gone.append((start, end))
        case "code" | "address":
            inner = "inner" if mark["inner"] else "link"
            marks.gone += [(start, mark.start(inner)), (mark.end(inner), end)]
        case "target" | "bracket":
            _link(mark, marks)
        case _:
            _emphasise(text, start, end, marks)


def _link(mark: re.Match[str], marks: _Marks) -> None:
    """[words](target): what a bracket opens that a target closes."""
    if mark.group() == "[":
        marks.brackets.append(mark.start())
    elif marks.brackets:
        opening = marks.brackets.pop()
        if mark.lastgroup == "target":
            marks.gone += [(opening, opening + 1), mark.span()]


def _emphasise(text: str, start: int, end: int, marks: _Marks) -> None:
    """Open or close emphasis; within a word only doubled asterisks do: **Bürger**meister, Leser*innen."""
    run = text[start:end]
    before, after = text[start - 1 : start], text[end : end + 1]
    if len(run) > LONGEST_RUN:
        return
    parts_words = run == "**"
    if before.strip() and (parts_words or not after.isalnum()) and (opened := _opened(run, marks)):
        marks.gone += [*opened, (start, end)]
    elif after.strip() and (parts_words or not before.isalnum()):
        marks.runs.setdefault(run, []).append((start, end))


def _opened(run: str, marks: _Marks) -> list[tuple[int, int]]:
    """The run that this one closes; three asterisks close one and two, as well."""
    if same := marks.runs.get(run):
        return [same.pop()]
    one, two = marks.runs.get(run[:1]), marks.runs.get(run[:2])
    return [one.pop(), two.pop()] if len(run) == LONGEST_RUN and one and two else []
