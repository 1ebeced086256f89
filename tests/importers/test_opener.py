"""What cannot be opened, and why."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.domain.articles import Article, SourceKind
from reader.domain.errors import CannotOpen, OpenFailure
from reader.importers import opener
from reader.importers.opener import LARGEST_TEXT, open_file, open_text

Opens = Callable[..., Article]
PARAGRAPH = "<p>Der Rat hat am Montag lange beraten und dann entschieden, dass die Brücke gebaut wird.</p>"


def failure_of(name: str | Path) -> OpenFailure:
    """Why the file cannot be opened."""
    with pytest.raises(CannotOpen) as caught:
        open_file(str(name))
    assert caught.value.source.name == str(name)
    return caught.value.reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", OpenFailure.EMPTY),
        (b" \r\n\t\n", OpenFailure.EMPTY),
        (b"\xef\xbb\xbf", OpenFailure.EMPTY),
        ("\u200b\u00a0\u00ad\n".encode(), OpenFailure.EMPTY),
        (b"\xff\xfe", OpenFailure.EMPTY),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), OpenFailure.BINARY),
        (b"\x7fELF\x02\x01\x01" + b"\0" * 90, OpenFailure.BINARY),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", OpenFailure.BINARY),
        (b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff" * 20, OpenFailure.BINARY),
        (b"SQLite format 3\0\x10\0\x02\x02", OpenFailure.BINARY),
        (b"PK\x03\x04\x14\0\x06\0word/document.xml", OpenFailure.UNKNOWN_FORMAT),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", OpenFailure.UNKNOWN_FORMAT),
        (b"{\\rtf1\\ansi Text}", OpenFailure.UNKNOWN_FORMAT),
        (b"Ein Text\0 mit einer Null", OpenFailure.BINARY),
        (bytes(range(1, 256)) * 20, OpenFailure.UNKNOWN_ENCODING),
    ],
    ids=lambda value: str(value)[:24],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "ohne_endung"])
def test_what_is_no_text_is_told(tmp_path: Path, content: bytes, reason: OpenFailure, name: str) -> None:
    """Whatever the file is called, its content decides."""
    path = tmp_path / name
    path.write_bytes(content)

    assert failure_of(path) is reason


def test_a_folder_is_told(tmp_path: Path) -> None:
    """Also one that is called like a text."""
    (tmp_path / "a.txt").mkdir()

    assert failure_of(tmp_path / "a.txt") is OpenFailure.IS_DIRECTORY


@pytest.mark.parametrize("name", ["fehlt.txt", "fehlt/a.txt", "x" * 300, "a\0b"])
def test_a_file_that_is_not_there_is_told(tmp_path: Path, name: str) -> None:
    """Vanished files, and names that no file can have."""
    assert failure_of(f"{tmp_path}/{name}") in {OpenFailure.NOT_FOUND, OpenFailure.UNREADABLE}


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_a_huge_file_is_refused_without_being_read(tmp_path: Path, name: str) -> None:
    """200 MB, which take no room on disk here."""
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(200_000_000)

    assert failure_of(path) is OpenFailure.TOO_LARGE


def test_a_file_that_grows_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The size that was looked up before is not trusted."""
    path = tmp_path / "a.txt"
    path.write_text("Ein Satz. " * 30)
    monkeypatch.setattr(opener, "LARGEST_TEXT", 100)
    monkeypatch.setattr(Path, "stat", lambda *_, **__: os.stat_result((0o100644, 0, 0, 1, 0, 0, 10, 0, 0, 0)))

    assert failure_of(path) is OpenFailure.TOO_LARGE


def test_pipes_devices_and_sockets_are_not_waited_for(tmp_path: Path) -> None:
    """Nobody writes into this pipe."""
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s"))

        assert failure_of(tmp_path / "pipe.txt") is OpenFailure.UNREADABLE
        assert failure_of(tmp_path / "s") is OpenFailure.UNREADABLE
        assert failure_of("/dev/zero") is OpenFailure.UNREADABLE


def test_links_in_a_circle_are_told(tmp_path: Path) -> None:
    """A link to itself leads nowhere."""
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")

    assert failure_of(tmp_path / "a.txt") is OpenFailure.UNREADABLE


def test_a_file_without_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked of the operating system in a way that holds for the administrator, too."""
    (tmp_path / "a.txt").write_text("Text.")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)

    assert failure_of(tmp_path / "a.txt") is OpenFailure.NOT_PERMITTED


@pytest.mark.parametrize("name", ["a\nb.txt", "Überschrift 😀.txt", b"kaputt\xff.txt", "-.txt", " .txt"])
def test_odd_names_are_opened(tmp_path: Path, name: str | bytes) -> None:
    """Line ends, emoji and bytes that are no UTF-8 are allowed in names."""
    path = tmp_path / (os.fsdecode(name) if isinstance(name, bytes) else name)
    path.write_text("Die Tür ist zu.", encoding="utf-8")

    article = open_file(str(path))

    assert article.text == "Die Tür ist zu."
    assert article.source.name == str(path)


def test_the_language_is_told_from_the_text(opened: Opens) -> None:
    """Unless it is given; very short texts are German."""
    english = "The minister said on Monday that the bridge will be built. The town was not asked about it."

    assert opened(english, language="auto").language == "en"
    assert opened("Der Rat hat entschieden, dass die Brücke gebaut wird.", language="auto").language == "de"
    assert opened("The end.", language="auto").language == "de"
    assert opened(english, language="de").language == "de"


@pytest.mark.parametrize("name", ["seite.html", "seite.HTM", "seite", "seite.txt"])
def test_web_pages_are_known_by_name_or_content(opened: Opens, name: str) -> None:
    """A saved page may have lost its ending."""
    article = opened(
        f"<!DOCTYPE html><html><body><h1>Brücke wird gebaut</h1>{PARAGRAPH * 4}</body></html>", name=name
    )

    assert article.title == "Brücke wird gebaut"
    assert "<p>" not in article.text


def test_a_text_about_markup_is_a_text(opened: Opens) -> None:
    """Angle brackets alone make no page."""
    assert opened("Im <body> steht <p>. Das ist HTML.").text == "Im <body> steht <p>. Das ist HTML."


def test_pasted_text_is_an_article() -> None:
    """With the rules of a plain text."""
    article = open_text("Titel\r\n\r\nEin Satz mit Mu\u0308ller\u00ad.")

    assert article.source.kind is SourceKind.CLIPBOARD
    assert article.text == "Titel\n\nEin Satz mit Müller."
    assert article.title == "Titel"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", OpenFailure.EMPTY),
        (" \n\u00a0", OpenFailure.EMPTY),
        ("\u200b\u00ad", OpenFailure.EMPTY),
        ("a\0b", OpenFailure.BINARY),
        ("x" * (LARGEST_TEXT + 1), OpenFailure.TOO_LARGE),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_nothing_to_paste_is_told(text: str, reason: OpenFailure) -> None:
    """The clipboard may be empty, or hold far too much."""
    with pytest.raises(CannotOpen) as caught:
        open_text(text)

    assert caught.value.reason is reason
