"""Decodes the bytes of a text file of unknown encoding."""

import codecs

from charset_normalizer import from_bytes

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 65_536  # bytes that are looked at where a look at all would cost time
MOST_NULLS, FEW_NULLS = 0.4, 0.02  # of the high bytes of UTF-16, and of the low ones
GERMAN = frozenset("äöüÄÖÜß„“”‚‘’–—…»«›‹€§°éèêàâçñ´`²³½\u00a0")
# What Windows-1252 leaves open: a text in it holds none of these bytes.
OPEN_BYTES = frozenset({0x81, 0x8D, 0x8F, 0x90, 0x9D})


def decoded(content: bytes) -> str | None:
    """The text of `content`, or None if its encoding cannot be told.

    Byte-order marks first, then UTF-8, which hardly any other text is by chance, then UTF-16 without
    a mark, then Windows-1252 if what it gives looks like a European text, then a guess by statistics.
    """
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _strict(content, encoding)
    if (utf_16 := _utf_16_without_mark(content)) is not None:
        return utf_16
    if (text := _strict(content, "utf-8")) is not None:
        return text
    if (text := _truncated_utf_8(content)) is not None:
        return text
    if _looks_western(content):
        return content.decode("cp1252")
    best = from_bytes(content[:SAMPLE]).best()
    return _strict(content, best.encoding) if best is not None else None


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _truncated_utf_8(content: bytes) -> str | None:
    """A UTF-8 text whose last character was cut in the middle is read without it."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > len(content) - 4 and error.start > 0 and error.reason == "unexpected end of data":
            text = content[: error.start].decode("utf-8")
            return text if any(character > "\x7f" for character in text) else None
    return None


def _utf_16_without_mark(content: bytes) -> str | None:
    """Every other byte of a Western text in UTF-16 is null, and hardly any of the rest."""
    sample = content[: SAMPLE // 2 * 2]
    if len(sample) < 4 or len(content) % 2:  # noqa: PLR2004  (two characters at least)
        return None
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if second > MOST_NULLS * half and first < FEW_NULLS * half:
        return _strict(content, "utf-16-le")
    if first > MOST_NULLS * half and second < FEW_NULLS * half:
        return _strict(content, "utf-16-be")
    return None


def _looks_western(content: bytes) -> bool:
    sample = content[:SAMPLE]
    if 0 in sample or OPEN_BYTES & set(content):
        return False
    high = [character for character in sample.decode("cp1252", "replace") if character > "\x7f"]
    return sum(character in GERMAN for character in high) >= 0.8 * len(high)
