"""The dictionary as a CSV file: bad rows are told, good ones taken, and nothing is harmed on the way."""

import os
import random
from dataclasses import replace
from pathlib import Path

import pytest

from reader.domain.corrections import DictionaryEntry, DictionaryEntryId
from reader.domain.entities import EntityKind
from reader.domain.errors import DictionaryFileFailed, DictionaryFileFailure
from reader.services import dictionary_file
from reader.services.dictionary_file import (
    ReadDictionary,
    RefusedRow,
    RowRefusal,
    normalised,
    read_dictionary,
    write_dictionary,
)

NONE = DictionaryEntryId(0)
BERG = DictionaryEntry(NONE, "Berg", EntityKind.PERSON, "Anna Berg")
HAMMER = DictionaryEntry(NONE, "Hammer", EntityKind.WEAPON, is_inflected=False)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "wörter.csv"


def read(path: Path, content: str | bytes) -> ReadDictionary:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_dictionary(path)


def failure(path: Path) -> DictionaryFileFailure:
    with pytest.raises(DictionaryFileFailed) as caught:
        read_dictionary(path)
    assert caught.value.path == str(path)
    return caught.value.reason


@pytest.mark.parametrize(
    "content",
    [
        "text,kind,name,inflected\nBerg,person,Anna Berg,yes\nHammer,weapon,,no\n",
        "Text;Art;Name;gebeugt\r\nBerg;Person;Anna Berg;ja\r\nHammer;Waffensystem;;nein\r\n",
        "\ufeffkind\ttext\tinflected\tname\nPER\tBerg\t1\tAnna Berg\nWAFFE\tHammer\t0\t\n",
        'name,notes,text,kind,inflected\n"Anna Berg",x,Berg,person,true\n\n,,,\n,"y, z",Hammer,Waffe,false',
        "Wort;Typ;Name;Flektiert\nBerg;Mensch;Anna  Berg ;x\n Hammer ;weapon system;;Falsch\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_table_of_any_spreadsheet_is_read(path: Path, content: str, encoding: str) -> None:
    """English or German, with commas, semicolons or tabs, in any order and with columns of others."""
    if encoding == "cp1252":
        content = content.removeprefix("\ufeff")

    assert read(path, content.encode(encoding)) == ReadDictionary((BERG, HAMMER), ())


def test_umlauts_of_an_old_excel_are_read(path: Path) -> None:
    """It does not know UTF-8."""
    (found,) = read(path, "text;kind\nÄgäis „Süd“;Ort\n".encode("cp1252")).entries

    assert found.text == "Ägäis „Süd“"


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Person", EntityKind.PERSON),
        ("Organisation", EntityKind.ORGANIZATION),
        ("organization", EntityKind.ORGANIZATION),
        ("Waffe", EntityKind.WEAPON),
        ("Ort", EntityKind.PLACE),
        ("place", EntityKind.PLACE),
        ("Sonstiges", EntityKind.OTHER),
        ("nie", None),
        ("NEVER", None),
    ],
)
def test_kinds_are_known_in_both_languages(path: Path, word: str, kind: EntityKind | None) -> None:
    """Never is one of them."""
    assert [entry.kind for entry in read(path, f"text,kind\nBerg,{word}\n").entries] == [kind]


@pytest.mark.parametrize(
    "word", ["weapon class", "weapon_class", "Waffenart", "Waffengattung", "WAFFENKLASSE"]
)
def test_a_weapon_class_is_told_from_a_weapon_system(path: Path, word: str) -> None:
    """Panzer may be any of them."""
    panzer, leopard = read(path, f"text,kind\nPanzer,{word}\nLeopard 2,weapon\n").entries

    assert (panzer.kind, panzer.is_generic) == (EntityKind.WEAPON, True)
    assert (leopard.kind, leopard.is_generic) == (EntityKind.WEAPON, False)


def test_bad_rows_are_told_by_their_number_and_the_others_taken(path: Path) -> None:
    """The number is the one beside the row in a spreadsheet."""
    found = read(
        path,
        "text,kind,name,inflected\n"
        "Berg,person,Anna Berg,yes\n"
        ",person,,\n"
        "\n"
        "Burg,Schloss,,\n"
        '"Zwei\nZeilen",place\n'
        "–,person,,\n"
        f"{'Z' * 201},person,,\n"
        "Tal,place,,vielleicht\n"
        "Tal\n"
        "Hammer,weapon,,no,zuviel\n",
    )

    assert [entry.text for entry in found.entries] == ["Berg", "Zwei Zeilen", "Hammer"]
    assert found.refused == (
        RefusedRow(3, RowRefusal.NO_TEXT),
        RefusedRow(5, RowRefusal.UNKNOWN_KIND),
        RefusedRow(7, RowRefusal.NO_LETTER),
        RefusedRow(8, RowRefusal.TOO_LONG),
        RefusedRow(9, RowRefusal.UNKNOWN_INFLECTED),
        RefusedRow(10, RowRefusal.UNKNOWN_KIND),
    )


def test_a_quotation_mark_that_is_not_closed_is_told(path: Path) -> None:
    """With the row where it opens; what stands before is taken, and line breaks in a cell are no trouble."""
    found = read(path, 'text,kind\nBerg,person\n"Zwei\nZeilen ""A""",place\n"Tal,place\nHammer,weapon\n')

    assert [entry.text for entry in found.entries] == ["Berg", 'Zwei Zeilen "A"']
    assert found.refused == (RefusedRow(4, RowRefusal.UNCLOSED),)


def test_a_cell_without_measure_is_one_bad_row(path: Path) -> None:
    """The rows around it are taken."""
    found = read(path, f"text,kind\nBerg,person\n{'Z' * 200_000},place\nTal,place\n")

    assert [entry.text for entry in found.entries] == ["Berg", "Tal"]
    assert found.refused == (RefusedRow(3, RowRefusal.TOO_LONG),)


@pytest.mark.parametrize("line", ["sep=;\n", "SEP=;\r\n"])
def test_the_line_that_names_the_separator_for_excel_is_understood(path: Path, line: str) -> None:
    found = read(path, f"{line}text;kind\nBerg, Anna;person\n;place\n")

    assert [entry.text for entry in found.entries] == ["Berg, Anna"]
    assert found.refused == (RefusedRow(4, RowRefusal.NO_TEXT),)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", DictionaryFileFailure.EMPTY),
        (b"\n \n", DictionaryFileFailure.EMPTY),
        (b"\xef\xbb\xbf", DictionaryFileFailure.EMPTY),
        (b"name,datum\nBerg,gestern\n", DictionaryFileFailure.WRONG_COLUMNS),
        (b"text\nBerg\n", DictionaryFileFailure.WRONG_COLUMNS),
        (b"Berg,person\n", DictionaryFileFailure.WRONG_COLUMNS),
        (b"\x89PNG\r\n\x1a\n\0\0", DictionaryFileFailure.BINARY),
        (b"text,kind\nBerg,person\0\n", DictionaryFileFailure.BINARY),
        (b"\xff\xfe\x00", DictionaryFileFailure.BINARY),
        (b"text,kind\n\x81\x8d\x8f,person\n", DictionaryFileFailure.BINARY),
    ],
)
def test_what_is_no_dictionary_is_refused_whole(
    path: Path, content: bytes, reason: DictionaryFileFailure
) -> None:
    """With the reason, and nothing taken from it."""
    path.write_bytes(content)

    assert failure(path) is reason


def test_files_that_cannot_be_read_say_why(tmp_path: Path, path: Path) -> None:
    """Not there, a folder, too large."""
    assert failure(path) is DictionaryFileFailure.NOT_FOUND
    assert failure(tmp_path) is DictionaryFileFailure.UNREADABLE
    with path.open("wb") as file:
        file.truncate(dictionary_file.MOST_BYTES + 1)
    assert failure(path) is DictionaryFileFailure.TOO_LARGE


def test_a_folder_that_is_not_there_cannot_be_written_to(tmp_path: Path) -> None:
    """Told with the path."""
    with pytest.raises(DictionaryFileFailed) as caught:
        write_dictionary(tmp_path / "fehlt" / "wörter.csv", [BERG])
    assert caught.value.reason is DictionaryFileFailure.NOT_WRITABLE


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_told() -> None:
    """And nothing else is said of it."""
    with pytest.raises(DictionaryFileFailed) as caught:
        write_dictionary(Path("/dev/full"), [BERG])
    assert caught.value.reason is DictionaryFileFailure.DISK_FULL


@pytest.mark.parametrize(
    "text", ["=1+1", "+49 Band", "-Minus", "@Konto", "'=Halb", "''@ganz", "'Apostroph", '"Zitat", ja', "a;b"]
)
def test_what_looks_like_a_formula_comes_back_unharmed(path: Path, text: str) -> None:
    """And a spreadsheet does not take it for one."""
    entry = DictionaryEntry(NONE, text, EntityKind.OTHER, text)

    write_dictionary(path, [entry])

    assert read_dictionary(path).entries == (entry,)
    assert not path.read_text("utf-8-sig").splitlines()[1].startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize("seed", range(30))
def test_writing_and_reading_loses_nothing(path: Path, seed: int) -> None:
    """Whatever the words are made of."""
    dice = random.Random(seed)  # noqa: S311  (no secret)

    def words(least: int) -> str:
        return "".join(dice.choices("aÄß '\"=+-@;,\t\n\u2028\u00a0😀„“\\", k=dice.randrange(least, 20)))

    entries = tuple(
        normalised(DictionaryEntry(NONE, "X" + words(0), kind, words(0), dice.random() < 0.5, is_generic))
        for kind, is_generic in dice.choices(
            [(None, False), (EntityKind.WEAPON, True), *((kind, False) for kind in EntityKind)],
            k=dice.randrange(1, 20),
        )
    )

    write_dictionary(path, entries)

    assert read_dictionary(path) == ReadDictionary(entries, ())


def test_a_hundred_thousand_rows_are_read(path: Path) -> None:
    """All of them."""
    entries = [replace(BERG, text=f"Berg {number}") for number in range(100_000)]
    write_dictionary(path, entries)

    assert len(read_dictionary(path).entries) == 100_000


def test_random_bytes_never_crash(path: Path) -> None:
    """They are refused or read, and that is all."""
    for length in (1, 10, 1000, 100_000):
        path.write_bytes(os.urandom(length))
        with pytest.raises(DictionaryFileFailed):
            read_dictionary(path)
