"""Opening: by menu, command line, drop and paste; and what cannot be opened."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.application import FirstStart
from reader.ui.main_window import MainWindow
from tests.fakes import FakeJobs, marked
from tests.ui.reader import Reader, files, words

ARTICLE = "Der Artikel\n\n[person:Anna Berg] kam nach [place:Bonn]."
OTHER = "Ein anderer Artikel\n\n[person:Otto Tal] blieb."
PARTS: dict[str, Callable[[MainWindow], QWidget]] = {
    "text": lambda window: window.view.viewport(),
    "menu bar": lambda window: window.menuBar(),
    "title": lambda window: window.top_bar.title,
    "legend": lambda window: window.top_bar.legend,
    "library": lambda window: window.library.entries.viewport(),
    "library search": lambda window: window.library.search,
    "names": lambda window: window.side_panel.names.viewport(),
    "filter": lambda window: window.side_panel.filter,
    "card": lambda window: window.side_panel.card.name,
    "note": lambda window: window.side_panel.card.note,
    "status bar": lambda window: window.statusBar(),
}


def test_menu(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+O asks for files, opens them, and begins in their folder the next time."""
    path = reader.writes(ARTICLE)
    asked = []

    def choose(_parent: QWidget, _title: str, folder: str, _filter: str) -> tuple[list[str], str]:
        asked.append(folder)
        return [str(path)], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    reader.presses("Ctrl+O")
    reader.waits_for_colours(path.name)
    reader.presses("Ctrl+O")

    assert reader.coloured == ["Anna Berg", "Bonn"]
    assert asked == ["", str(path.parent)]


def test_sample(reader: Reader, qtbot: QtBot) -> None:
    """The empty window offers a sample article."""
    button = reader.window.empty_page._buttons["sample"]
    assert button.text() == "Beispielartikel öffnen"

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    reader.waits_for_colours()

    assert reader.article.title == "Ottawa sagt weitere Flugabwehrsysteme zu"
    assert reader.window.windowTitle() == "Ottawa sagt weitere Flugabwehrsysteme zu – Lesart"


def test_text_is_there_before_its_colours(reader: Reader, jobs: FakeJobs) -> None:
    """The text is shown while the analysis still runs, and the window says what it is doing."""
    jobs.holds_analyses = True
    reader.window.open_files([str(reader.writes(ARTICLE))])

    reader.waits(lambda: "Anna Berg kam nach Bonn." in reader.window.view.toPlainText())

    assert reader.coloured == []
    assert "Namen und Zitate werden gesucht" in reader.window.status.text()
    jobs.release()
    assert reader.coloured == ["Anna Berg", "Bonn"]
    assert "gesucht" not in reader.window.status.text()


@pytest.mark.parametrize("part", PARTS)
def test_file_dropped(reader: Reader, part: str) -> None:
    """A file opens wherever in the window it is dropped."""
    reader.opens(OTHER, "anderer.txt")
    reader.clicks_on("Otto")
    path = reader.writes(ARTICLE)

    assert reader.drops(files(path), on=PARTS[part](reader.window))
    reader.waits_for_colours(path.name)

    assert reader.coloured == ["Anna Berg", "Bonn"]


@pytest.mark.parametrize("part", ["text", "menu bar", "library", "names", "card", "status bar"])
def test_text_dropped(reader: Reader, part: str) -> None:
    """Text opens as an article wherever it is dropped but on a text field."""
    reader.opens(OTHER, "anderer.txt")
    reader.clicks_on("Otto")

    assert reader.drops(words("Gezogener Text aus dem Browser."), on=PARTS[part](reader.window))
    reader.waits(lambda: reader.article.text == "Gezogener Text aus dem Browser.")


def test_text_dropped_on_a_note(reader: Reader) -> None:
    """Text dropped on a note goes into the note."""
    reader.opens(OTHER, "anderer.txt")
    reader.clicks_on("Otto")

    reader.drops(words("Fundstück"), on=PARTS["note"](reader.window))

    assert reader.note == "Fundstück"
    assert reader.article.title == "Ein anderer Artikel"


def test_drop_leaves_things_where_they_are(reader: Reader) -> None:
    """What is dropped is copied: a move would make its owner delete it."""
    window, mime = reader.window, words("Text")
    event = QDragEnterEvent(
        window.rect().center(),
        Qt.DropAction.MoveAction | Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    QApplication.sendEvent(window, event)

    assert event.isAccepted()
    assert event.dropAction() is Qt.DropAction.CopyAction


def test_several_files_dropped(reader: Reader) -> None:
    """Of several files the first is shown and all are in the library."""
    paths = [reader.writes(f"Artikel {name}\n\n[person:Anna Berg] kam.", f"{name}.txt") for name in "abc"]

    reader.drops(files(*paths), on=reader.window.empty_page)
    entries = reader.window.library.entries
    reader.waits(lambda: len(reader.rows(entries)) == 4)

    assert reader.article.title == "Artikel a"
    assert sorted(reader.rows(entries)[1:]) == ["Artikel a", "Artikel b", "Artikel c"]


def test_paste(reader: Reader) -> None:
    """Ctrl+V opens the text of the clipboard while no text field has the keyboard."""
    reader.opens(OTHER, "anderer.txt")
    text = marked(ARTICLE)
    reader._analysis.learn(text)
    reader.copies(text.text)

    reader.presses("Ctrl+V")
    reader.waits(lambda: reader.article.title == "Der Artikel")

    reader.waits(lambda: reader.coloured == ["Anna Berg", "Bonn"])


def test_paste_of_files(reader: Reader) -> None:
    """Files copied in a file manager are opened by pasting, too."""
    path = reader.writes(ARTICLE)
    QApplication.clipboard().setMimeData(files(path))

    reader.presses("Ctrl+V")
    reader.waits_for_colours(path.name)

    assert reader.coloured == ["Anna Berg", "Bonn"]


def test_paste_into_a_field(reader: Reader) -> None:
    """In a text field Ctrl+V pastes into the field."""
    reader.opens(OTHER, "anderer.txt")
    reader.copies("tal")
    reader.presses("Ctrl+L")

    reader.presses("Ctrl+V")

    assert reader.window.side_panel.filter.text() == "tal"
    assert reader.article.title == "Ein anderer Artikel"


@pytest.mark.parametrize("content", ["", "  \n "])
def test_paste_of_nothing(reader: Reader, content: str) -> None:
    """Pasting without a text says what to do."""
    reader.copies(content)

    reader.presses("Ctrl+V")

    assert reader.notice == "Die Zwischenablage enthält keinen Text. Kopieren Sie zuerst den Artikel."


def test_links(reader: Reader) -> None:
    """A web link, dropped or named, is told to be not opened yet; a file link is a file."""
    link = QMimeData()
    link.setUrls([QUrl("https://example.org/artikel")])
    reader.drops(link, on=reader.window.empty_page)
    assert reader.notice.startswith("Links lassen sich noch nicht öffnen.")

    reader.window.notice.close_all()
    reader.window.open_files(["https://example.org/artikel"])
    assert reader.notice.startswith("Links lassen sich noch nicht öffnen.")

    path = reader.writes(ARTICLE, "mit Leerzeichen & Ümlaut.txt")
    reader.window.open_files([QUrl.fromLocalFile(str(path)).toString()])
    reader.waits_for_colours(path.name)
    assert reader.notice == ""


def bad_files(folder: Path) -> dict[str, tuple[Path, str]]:
    """Files that cannot be opened, and what the window says of each."""
    (folder / "leer.txt").write_bytes(b"")
    (folder / "bild.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    (folder / "ordner").mkdir()
    (folder / "seite.html").write_text("<html><body><nav>Start</nav></body></html>")
    with (folder / "riesig.txt").open("wb") as file:
        file.truncate(200_000_000)
    return {
        "empty": (folder / "leer.txt", "„leer.txt“ ist leer"),
        "binary": (folder / "bild.txt", "„bild.txt“ ist kein Text"),
        "folder": (folder / "ordner", "„ordner“ ist ein Ordner"),
        "no article": (folder / "seite.html", "In „seite.html“ wurde kein Artikel gefunden"),
        "too large": (folder / "riesig.txt", "„riesig.txt“ ist zu groß"),
        "vanished": (folder / "weg.txt", "„weg.txt“ ist nicht da"),
    }


@pytest.mark.parametrize("kind", ["empty", "binary", "folder", "no article", "too large", "vanished"])
def test_bad_file(reader: Reader, tmp_path: Path, kind: str) -> None:
    """A file that cannot be opened is told in a line above the text; the article before stays."""
    reader.opens(ARTICLE)
    path, words_of_it = bad_files(tmp_path)[kind]

    reader.window.open_files([str(path)])
    reader.waits(lambda: reader.notice)

    assert reader.notice.startswith(words_of_it)
    assert QApplication.activeModalWidget() is None
    assert reader.coloured == ["Anna Berg", "Bonn"]


def test_bad_files_among_good_ones(reader: Reader, tmp_path: Path) -> None:
    """Bad files do not stop the others: the first good one is shown, each bad one is told once."""
    bad = bad_files(tmp_path)
    good = [reader.writes(ARTICLE, "gut.txt"), reader.writes(OTHER, "besser.txt")]

    reader.window.open_files([str(bad["empty"][0]), *map(str, good), str(bad["vanished"][0])])
    reader.waits_for_colours("gut.txt")
    reader.waits(lambda: len(reader.notice.splitlines()) == 2)

    assert [line.split("“")[0] for line in reader.notice.splitlines()] == ["„leer.txt", "„weg.txt"]
    entries = reader.rows(reader.window.library.entries)
    assert sorted(entries) == ["Der Artikel", "Ein anderer Artikel", "HEUTE"]


def test_many_bad_files(reader: Reader, tmp_path: Path) -> None:
    """Many bad files make no pile of messages."""
    names = [str(tmp_path / f"weg{number}.txt") for number in range(9)]

    reader.window.open_files(names)
    reader.waits(lambda: "weg8" in reader.notice)

    assert len(reader.notice.splitlines()) == 4
    assert reader.notice.splitlines()[0] == "6 frühere Meldungen"


def test_notice_goes_with_the_next_wish(reader: Reader, tmp_path: Path) -> None:
    """What went wrong is forgotten when the reader opens something else."""
    reader.window.open_files([str(tmp_path / "weg.txt")])
    reader.waits(lambda: reader.notice)

    reader.opens(ARTICLE)

    assert reader.notice == ""


def test_name_that_is_no_text(reader: Reader, tmp_path: Path) -> None:
    """A file whose name is not valid Unicode, or has a line end, is told in one readable line."""
    reader.window.open_files([str(tmp_path / "a\nb\udcff.txt")])
    reader.waits(lambda: reader.notice)

    assert reader.notice.startswith("„a\ufffdb\ufffd.txt“ ist nicht da")


@pytest.fixture
def start(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., FirstStart]]:
    """Starts the program on a profile, as far as to the question whether it is the first."""
    made = []

    def make(profile: str = "profile") -> FirstStart:
        made.append(FirstStart(tmp_path / profile, qapp))
        return made[-1]

    yield make
    for one in made:
        one.deleteLater()


def test_second_start(qtbot: QtBot, start: Callable[..., FirstStart]) -> None:
    """A second start hands its files to the first, by their full paths, and ends."""
    first, second = start(), start()
    assert not first.hand_over([])

    with qtbot.waitSignal(first.files_received) as received:
        assert second.hand_over(["artikel.txt", "/ä ö\udcff.txt", "https://example.org/x"])

    expected = [str(Path("artikel.txt").absolute()), "/ä ö\udcff.txt", "https://example.org/x"]
    assert received.args == [expected]


def test_starts_of_different_profiles(start: Callable[..., FirstStart]) -> None:
    """Each profile has a first start of its own."""
    first, other = start("a"), start("b")

    assert not first.hand_over([])
    assert not other.hand_over(["artikel.txt"])


def test_start_after_a_crash(qtbot: QtBot, start: Callable[..., FirstStart]) -> None:
    """The place of a start that was killed is taken by the next one."""
    crashed = start()
    assert not crashed.hand_over([])
    name = crashed._server.fullServerName()
    crashed._server.close()
    Path(name).write_bytes(b"")  # what a killed process leaves behind

    next_start, last = start(), start()
    assert not next_start.hand_over([])
    with qtbot.waitSignal(next_start.files_received):
        assert last.hand_over(["artikel.txt"])
