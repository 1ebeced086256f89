import pytest

from reader.importers.decoding import decoded

TEXTS = (
    "Die Tür.",
    "Grüße",
    "„Ja“",
    "ÄRGER ÜBER ÖL",
    "Er sagte: „Nein“ – und ging.",
    "Das sei «genug», hiess es – mit Nachdruck.",
    "André und Zoë wohnen an der Côte d’Azur.",
    "Ein Satz ohne Sonderzeichen. " * 4000 + "Zum Schluss: Köln.",
    "Die Außenministerin forderte »neue Lösungen« … und das rasch: ‚sofort‘.\r\n" * 9,
)
UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")
ONE_BYTE = ("cp1252", "iso-8859-1", "iso-8859-15", "mac_roman", "cp850")
BYTE_ORDER_MARK = "\ufeff"


def can_write(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(text, encoding) for encoding in (*UNICODE, *ONE_BYTE) for text in TEXTS if can_write(text, encoding)],
    ids=lambda value: value[:12],
)
def test_umlauts_quotation_marks_and_dashes_are_right(text: str, encoding: str) -> None:
    """A text is read as it was written, in every usual encoding, however short it is."""
    read = decoded(text.encode(encoding))

    assert read is not None
    assert read.removeprefix(BYTE_ORDER_MARK) == text


@pytest.mark.parametrize("encoding", [*UNICODE])
@pytest.mark.parametrize("missing", range(1, 9))
def test_a_file_cut_off_in_the_middle_of_a_character_is_read(encoding: str, missing: int) -> None:
    """All whole characters are there, whichever byte the file ends with."""
    text = "Müller sagte: „Köln ist schön“ – und lachte 😀😀😀"

    read = decoded(text.encode(encoding)[:-missing])

    assert read is not None
    assert "Müller sagte: „Köln ist schön“ – und lachte" in read
    assert text.startswith(read.removeprefix(BYTE_ORDER_MARK))


def test_a_short_text_cut_off_in_its_only_umlaut_is_read() -> None:
    """With no other umlaut to tell by, the half character is left out."""
    assert decoded("Die Tür".encode()[:6]) == "Die T"


def test_a_damaged_byte_does_not_spoil_all_umlauts() -> None:
    """One broken byte in a long UTF-8 text is one strange sign, and the rest is right."""
    text = "Müller fährt über Köln. " * 20

    assert decoded(text.encode() + b"\xff" + text.encode()) == f"{text}\ufffd{text}"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Prezydent Andrzej Duda spotkał się z Lechem Wałęsą w Łodzi, podało źródło. " * 4, "cp1250"),
        ("Президент заявил сегодня, что переговоры возможны и нужны. " * 4, "cp1251"),
        ("Президент заявил сегодня, что переговоры возможны и нужны. " * 4, "koi8_r"),
    ],
)
def test_other_scripts_are_not_taken_for_western_ones(text: str, encoding: str) -> None:
    """Polish and Russian texts in their old encodings are guessed by statistics."""
    assert decoded(text.encode(encoding)) == text


def test_noise_is_no_text() -> None:
    """Bytes that fit no encoding are not forced into one."""
    noise = bytes((number * 151 + number // 7 * 89) % 255 + 1 for number in range(4000))

    assert decoded(noise) is None
