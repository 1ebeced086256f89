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
MOST_NULLS, FEW_NULLS = 0.4, 0.1  # of the high bytes of UTF-16, and of the low ones
MOST_DAMAGES, FEW_DAMAGES = 0.02, 3  # of the characters beyond ASCII: a text with more is in another encoding
# One byte a character; the earlier wins where two are equally good.
SINGLE_BYTE = ("cp1252", "iso-8859-15", "mac_roman", "cp850")
UMLAUTS = frozenset("äöüÄÖÜßẞ")
OTHER_LETTERS = frozenset("éèêëàâáçñóòôíìîïúùûåøæœšžÅØÆŒŠŽÉÈÇ")
OPENING = frozenset("„“‚‘«»‹›–—…¿¡•·")
CLOSING = frozenset("“”‘’«»‹›–—…°§€£%•·†²³½¼¾®™´")
BETWEEN = frozenset("’´–·")  # d’Ivoire, Köln–Bonn, Autor·innen
LEAST_PLAUSIBLE = 0.55
MOST_HIGH_LETTERS = 0.35  # of the letters of a European text; of other scripts nearly all are high
FEW_LETTERS = 12  # too few to count shares


def decoded(content: bytes) -> str | None:
    """The text of `content`, or None if its encoding cannot be told.

    Byte-order marks first, then UTF-16 without a mark, then UTF-8, which hardly any other text is by
    chance, then the encoding of one byte a character that gives the most plausible European text, then a
    guess by statistics.
    """
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _whole(content, encoding)
    if (wide := _utf_16_without_mark(content)) is not None:
        return _whole(content, wide)
    if (text := _whole(content, "utf-8")) is not None:
        return text
    if (single := _single_byte(content)) is not None:
        return content.decode(single, "replace")
    if (text := _whole(content, "utf-8", is_certain=False)) is not None:
        return text
    best = from_bytes(content[:SAMPLE]).best()
    return _strict(content, best.encoding) if best is not None else None


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _whole(content: bytes, encoding: str, *, is_certain: bool = True) -> str | None:
    """The text in an encoding of several bytes a character; None if it is not in this encoding.

    A last character that was cut in the middle is left out; a few damaged ones are shown as such.
    If it shall be certain, some whole character must speak for the encoding.
    """
    if (text := _strict(content, encoding)) is not None:
        return text
    text = codecs.getincrementaldecoder(encoding)("replace").decode(content)
    damages = text.count("\ufffd")
    good = sum(character > "\x7f" for character in text) - damages if encoding == "utf-8" else len(text)
    if is_certain and not good:
        return None
    return text if damages <= MOST_DAMAGES * good or damages < min(good, FEW_DAMAGES) else None


def _utf_16_without_mark(content: bytes) -> str | None:
    """Every other byte of a Western text in UTF-16 is null, and hardly any of the rest."""
    sample = content[: SAMPLE // 2 * 2]
    if len(sample) < 4:  # noqa: PLR2004  (two characters at least)
        return None
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if second > MOST_NULLS * half and first < FEW_NULLS * half:
        return "utf-16-le"
    if first > MOST_NULLS * half and second < FEW_NULLS * half:
        return "utf-16-be"
    return None


def _single_byte(content: bytes) -> str | None:
    """The encoding that gives the most plausible text; None if none gives a European one."""
    if 0 in content[:SAMPLE]:
        return None
    sample = _around_high_bytes(content)
    best = max(SINGLE_BYTE, key=lambda encoding: _plausibility(sample.decode(encoding, "replace")))
    return best if _plausibility(sample.decode(best, "replace")) >= LEAST_PLAUSIBLE else None


def _around_high_bytes(content: bytes) -> bytes:
    """A part of `content` with high bytes in it: the first may come late in a long text."""
    first = len(content) - len(content.lstrip(bytes(range(0x80))))
    return content[max(0, first - SAMPLE // 2) : first + SAMPLE // 2]


def _plausibility(text: str) -> float:
    """How well the characters beyond ASCII fit a European text, from 0 to 1."""
    letters = [character for character in text if character.isalpha()]
    high_letters = sum(character > "\x7f" for character in letters)
    if len(letters) >= FEW_LETTERS and high_letters > MOST_HIGH_LETTERS * len(letters):
        return 0.0
    padded = f" {text} "
    weights = [
        _weight(padded[position - 1], padded[position], padded[position + 1])
        for position in range(1, len(padded) - 1)
        if padded[position] > "\x7f"
    ]
    return sum(weights) / len(weights) if weights else 0.0


def _weight(before: str, character: str, after: str) -> float:
    """How well a character fits between its neighbours: letters into words, signs to their borders."""
    if character.isalpha():
        if character not in UMLAUTS | OTHER_LETTERS or (character.isupper() and before.islower()):
            return 0.0
        return 1.0 if character in UMLAUTS else 0.7
    if character == "\u00a0":
        return 1.0
    if before.isalpha() and after.isalpha():
        return 0.5 if character in BETWEEN else 0.0
    if after.isalpha():
        return 1.0 if character in OPENING else 0.0
    return 1.0 if character in OPENING | CLOSING else 0.0
