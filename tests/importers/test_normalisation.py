import unicodedata

import pytest

from reader.importers.normalisation import is_binary, settled


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\r\r\nb", "a\n\nb"),
        ("Tu\u0308r", "Tür"),
        ("Flug\u00adabwehr\u00adsystem", "Flugabwehrsystem"),
        ("a\u00ad\u0308", "ä"),
        ("\ufeffTitel", "Titel"),
        ("", ""),
    ],
)
def test_line_ends_form_and_soft_hyphens_are_settled(given: str, kept: str) -> None:
    """What DESIGN allows to change is changed."""
    assert settled(given) == kept


@pytest.mark.parametrize(
    "sign", ["\u00a0", "\u202f", "\u2028", "\u200b", "\u2011", "\t", "\f", "ﬁ", "…", "😀", "Å"]
)
def test_every_other_character_stays_what_it_is(sign: str) -> None:
    """No-break spaces, narrow spaces, ligatures and the like are the author's."""
    assert settled(f"a{sign}b") == f"a{sign}b"


def test_settling_twice_changes_nothing() -> None:
    """A settled text is in NFC and stays."""
    once = settled("e\u00ad\u0301\r\n\u1100\u1161\u11a8 \u0344\r")

    assert settled(once) == once
    assert unicodedata.is_normalized("NFC", once)


def test_halves_of_a_character_are_replaced() -> None:
    """A lone surrogate, which no file can hold, does not get into an article."""
    assert settled("a\ud800b\udcffc") == "a\ufffdb\ufffdc"


@pytest.mark.parametrize(
    ("text", "is_so"),
    [("Ein Text\x1a", False), ("Seite\f\tzwei\x85", False), ("a\x00b", True), ("\x01\x02\x03abc", True)],
)
def test_control_characters_tell_a_binary_file(text: str, is_so: bool) -> None:
    """A stray end-of-file mark does no harm, a null character does."""
    stray = text + "Wort " * 100 if not is_so else text

    assert is_binary(stray) is is_so
