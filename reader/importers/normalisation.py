"""Settles the characters of a text once; afterwards it never changes."""

import re
import unicodedata

SOFT_HYPHEN = "\u00ad"
BYTE_ORDER_MARK = "\ufeff"
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
VISIBLE = re.compile(rf"[^\s{INVISIBLE}]")
HALF_CHARACTER = re.compile(r"[\ud800-\udfff]")
LINE_ENDS = re.compile(r"\r\n|\r")
# No text has these: they come from binary files. Tab, line feed, vertical tab, form feed, return, NEL may be.
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
MOST_CONTROLS = 0.01  # of all characters; a stray escape or end-of-file mark does no harm


def settled(text: str) -> str:
    """`text` with line feeds as line ends, in NFC, without soft hyphens and byte-order mark.

    Nothing else is changed, so the characters of a plain text stay what they are; but halves of a
    character, which only the clipboard can hold, could not be kept on disk.
    """
    whole = HALF_CHARACTER.sub("\ufffd", text)
    joined = LINE_ENDS.sub("\n", whole.removeprefix(BYTE_ORDER_MARK)).replace(SOFT_HYPHEN, "")
    return unicodedata.normalize("NFC", joined)  # last: a soft hyphen may part a letter from its accent


def is_blank(text: str) -> bool:
    """Whether there is nothing to see in the text."""
    return VISIBLE.search(text) is None


def is_binary(text: str) -> bool:
    """Whether a decoded file is no text after all."""
    if "\x00" in text:
        return True
    return len(CONTROL.findall(text)) > MOST_CONTROLS * len(text)
