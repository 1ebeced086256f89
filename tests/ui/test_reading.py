"""Names in the text: painted, clicked, found in the list and on the card."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument
from pytestqt.qtbot import QtBot

from reader.domain.spans import Span
from reader.presentation.palette import LIGHT
from reader.ui.passage_label import PassageLabel
from tests.fakes import FakeJobs
from tests.ui.reader import Reader
from tests.ui.windows import HAS_OWN_WINDOW

ARTICLE = """Ein Besuch am See

Die Forscherin [person:Anna Berg] reiste nach [place:Konstanz]. Dort traf [person:Berg=Anna Berg] den \
Imker [person:Otto Tal]. {Anna Berg: „Der See ist klar“}, sagte [person:Berg=Anna Berg].

{Otto Tal: Der Honig sei süß}, erwiderte [person:Tal=Otto Tal]. Die [organization:Seewacht] nickte, ein \
[weapon:Leopard 2] stand im Museum. {: „So ist das“}, hieß es.
"""


def first_place_of(colour: str, image: QImage) -> QPoint:
    """The first pixel from the top that has just this colour."""
    wanted = QColor(colour)
    for y in range(image.height()):
        for x in range(image.width()):
            if image.pixelColor(x, y) == wanted:
                return QPoint(x, y)
    raise AssertionError(f"nothing is painted in {colour}")


def test_click_at_the_painted_place(reader: Reader, qtbot: QtBot) -> None:
    """A click where the colour of people is on the screen brings the card of the first person."""
    reader.opens(ARTICLE)
    viewport = reader.window.view.viewport()
    image = viewport.grab().toImage()
    place = first_place_of(LIGHT.person, image) / image.devicePixelRatio()

    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place + QPoint(2, 0))

    assert reader.card_name == "Anna Berg"


def test_click_selects_row_and_mentions(reader: Reader) -> None:
    """A click on a short name selects the whole person: her row, her card, all her mentions."""
    reader.opens(ARTICLE)

    reader.clicks_on("Berg", 1)

    panel = reader.window.side_panel
    assert reader.chosen(panel.names) == "Anna Berg"
    assert panel.card.meta.text().replace("\u00a0", " ") == "Person · 3 Nennungen · 1 Zitat"
    assert [label.accessibleName() for label in reader.passages()] == [
        "„Der See ist klar“",
        "Die Forscherin Anna Berg reiste nach Konstanz. Dort traf Berg den …",
        "… Berg reiste nach Konstanz. Dort traf Berg den Imker Otto Tal. „Der See ist klar“, …",
        "… Otto Tal. „Der See ist klar“, sagte Berg.",
    ]


def test_click_on_a_row_jumps(reader: Reader) -> None:
    """A click on a row selects the entity and flashes its first mention."""
    reader.opens(ARTICLE)

    reader.clicks_row(reader.window.side_panel.names, "Otto Tal")

    assert reader.card_name == "Otto Tal"
    assert reader.flashed == "Otto Tal"


def test_click_on_a_passage_jumps(reader: Reader, qtbot: QtBot) -> None:
    """A passage of the card brings its place into sight and flashes it, until the flash is over."""
    reader.opens(
        "[person:Anna Berg] kam.\n\n" + "Es regnete.\n\n" * 60 + "Dann ging [person:Berg=Anna Berg]."
    )
    reader.clicks_on("Anna Berg")
    view = reader.window.view
    assert reader.point_of("Berg", 1).y() > view.viewport().height()

    qtbot.mouseClick(reader.passages()[-1], Qt.MouseButton.LeftButton)

    assert reader.flashed == "Berg"
    assert 0 < reader.point_of("Berg", 1).y() < view.viewport().height()
    reader.waits(lambda: reader.flashed == "")


def test_click_with_a_closed_side_panel(reader: Reader) -> None:
    """A click on a name opens the side panel that was closed; F10 closes it again."""
    reader.opens(ARTICLE)
    reader.presses("F10")
    assert not reader.window.side_panel.isVisible()

    reader.clicks_on("Otto Tal")
    assert reader.card_name == "Otto Tal"

    reader.presses("F10")
    assert not reader.window.side_panel.isVisible()


def test_click_beside_names(reader: Reader) -> None:
    """A click on words that are no name takes the selection back."""
    reader.opens(ARTICLE)
    reader.clicks_on("Anna Berg")

    reader.clicks_on("Besuch")

    assert reader.card_name == ""
    assert reader.chosen(reader.window.side_panel.names) == ""


def test_click_on_a_quotation(reader: Reader) -> None:
    """A click on quoted words selects the quotation and its speaker."""
    reader.opens(ARTICLE)

    reader.clicks_on("See ist klar")

    assert reader.speaker_on_card == "Anna Berg"
    assert reader.chosen(reader.window.side_panel.quotations) == "„Der See ist klar“"
    assert reader.chosen(reader.window.side_panel.names) == "Anna Berg"


def test_click_on_a_quotation_of_nobody(reader: Reader) -> None:
    """A quotation without a known speaker does not keep the card of somebody else."""
    reader.opens(ARTICLE)
    reader.clicks_on("Anna Berg")

    reader.clicks_on("So ist das")

    assert reader.card_name == ""
    assert reader.speaker_on_card == "Sprecher nicht genannt"


@HAS_OWN_WINDOW
def test_pointer_on_a_quotation(reader: Reader) -> None:
    """The pointer on quoted words shows whose they are and of which kind."""
    reader.opens(ARTICLE)

    assert reader.rests_on("Honig sei") == "<qt>Otto Tal – indirekte Rede</qt>"
    assert reader.rests_on("See ist") == "<qt>Anna Berg – direkte Rede</qt>"


def test_quotations_by_speaker(reader: Reader) -> None:
    """The tab of quotations groups them by speaker; those of nobody come last."""
    reader.opens(ARTICLE)
    panel = reader.window.side_panel

    assert reader.rows(panel.quotations) == [
        *("Anna Berg", "„Der See ist klar“"),
        *("Otto Tal", "Der Honig sei süß"),
        *("Sprecher nicht genannt", "„So ist das“"),
    ]
    assert panel.tabs.tabText(1) == "Zitate 3"


def test_filter(reader: Reader) -> None:
    """The filter keeps the rows that hold its words, and says so if there are none."""
    reader.opens(ARTICLE)
    panel = reader.window.side_panel
    reader.presses("Ctrl+L")

    reader.types("tal")
    assert reader.rows(panel.names) == ["PERSONEN", "Otto Tal"]

    reader.types("xx")
    assert reader.rows(panel.names) == []
    assert panel.names._placeholder == "Nichts gefunden."


def test_next_name_by_key(reader: Reader) -> None:
    """N goes from name to name in reading order, Shift+N goes back, and hidden kinds are left out."""
    reader.opens(ARTICLE)
    reader.window.view.setFocus()
    seen = []
    for key in ("N", "N", "N", "Shift+N"):
        reader.presses(key)
        seen.append(reader.flashed)
    assert seen == ["Anna Berg", "Konstanz", "Berg", "Konstanz"]

    reader.presses("Ctrl+1")
    reader.waits(lambda: "Anna Berg" not in reader.coloured)
    reader.presses("N")

    assert reader.flashed == "Seewacht"


def test_next_quotation_by_key(reader: Reader) -> None:
    """Q goes from quotation to quotation and from the last to the first."""
    reader.opens(ARTICLE)
    reader.window.view.setFocus()
    seen = []
    for key in ("Q", "Q", "Q", "Q", "Shift+Q"):
        reader.presses(key)
        seen.append(reader.flashed)

    assert seen == [
        "„Der See ist klar“",
        "Der Honig sei süß",
        "„So ist das“",
        "„Der See ist klar“",
        "„So ist das“",
    ]


def test_arrow_keys_in_the_list(reader: Reader) -> None:
    """The arrow keys go from row to row and show each entity."""
    reader.opens(ARTICLE)
    names = reader.window.side_panel.names
    reader.clicks_row(names, "Anna Berg")
    names.setFocus()

    reader.presses("Down")

    assert reader.card_name == "Otto Tal"


def test_mark_beside_the_scroll_bar(reader: Reader, qtbot: QtBot) -> None:
    """A click on a mark beside the scroll bar jumps to the mention nearest to it."""
    reader.opens(ARTICLE)
    reader.clicks_on("Anna Berg")
    overview = reader.window.overview

    qtbot.mouseClick(overview, Qt.MouseButton.LeftButton, pos=QPoint(5, overview.height() - 2))

    assert reader.flashed == "Berg"
    assert reader.window.view.cursor_position() == reader.article.text.rindex("Berg")


def test_find(reader: Reader) -> None:
    """The find bar selects place after place, starts over at the end, and gives the keyboard back."""
    reader.opens(ARTICLE)
    window = reader.window
    reader.presses("Ctrl+F")
    reader.types("Berg")
    found = [window.view.textCursor().selectionStart()]
    for _ in range(3):
        reader.presses("Return")
        found.append(window.view.textCursor().selectionStart())

    assert len(set(found)) == 3
    assert found[3] == found[0]

    reader.types("xyz")
    assert window.find_bar.state.text() == "Nicht gefunden"

    reader.presses("Esc")
    assert not window.find_bar.isVisible()
    assert window.view.hasFocus()


def test_names_after_characters_beyond_the_basic_plane(reader: Reader) -> None:
    """Emoji, old scripts and composed characters before a name do not shift its colour."""
    reader.opens("Hallo 😀👩‍🚀𐍈\n\nHeute 🎉 kam x\u0302y [person:Anna 🌊 Berg] nach [place:Köln].")

    assert reader.coloured == ["Anna 🌊 Berg", "Köln"]
    reader.clicks_on("Köln")
    assert reader.card_name == "Köln"


def test_names_in_a_file_with_other_line_ends(reader: Reader) -> None:
    """A file with CR LF shows its names where they are."""
    path = reader.writes("Titel\n\nErst kam [person:Anna Berg].\n\nDann kam [person:Otto Tal].\n")
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    reader.opens_files(path)

    assert reader.coloured == ["Anna Berg", "Otto Tal"]


def test_names_with_no_break_spaces(reader: Reader) -> None:
    """A no-break space in or before a name does not shift it."""
    reader.opens("Am 3.\u00a0Mai kam [person:Anna\u00a0Berg] mit\u202f[person:Otto Tal].")

    reader.clicks_on("Otto")

    assert reader.card_name == "Otto Tal"
    assert reader.coloured[-1] == "Otto Tal"


def test_text_stays_where_it_is(reader: Reader, jobs: FakeJobs) -> None:
    """Colours come, go and come again, and no letter moves."""
    jobs.holds_analyses = True
    path = reader.writes(ARTICLE)
    reader.window.open_files([str(path)])
    reader.waits(reader.window.view.toPlainText)
    words = [word for word in path.read_text(encoding="utf-8").split() if len(word) > 3]

    def places() -> list[QPoint]:
        return [reader.point_of(word) for word in words]

    before = places()
    assert reader.coloured == []
    jobs.release()
    assert "Anna Berg" in reader.coloured
    assert places() == before
    reader.presses("Ctrl+1")
    reader.waits(lambda: "Anna Berg" not in reader.coloured)
    assert places() == before
    reader.presses("Ctrl+5")
    reader.waits(lambda: not reader.tinted)
    assert places() == before


@HAS_OWN_WINDOW
def test_markup_is_shown_as_it_is(reader: Reader) -> None:
    """What looks like HTML in a title, a name, a quotation or a note is shown, not obeyed."""
    title = "<b>Fett</b> & <img src='file:///etc/hostname'>"
    reader.opens(f"{title}\n\n[person:Anna <i>Berg</i>] lebt. {{Anna <i>Berg</i>: „<u>Ja</u> &amp; nein“}}")

    reader.clicks_on("Anna <i>")
    reader.writes_note("<h1>Notiz</h1> &lt;")

    card = reader.window.side_panel.card
    assert title in reader.window.view.toPlainText()
    assert reader.card_name == "Anna <i>Berg</i>"
    assert reader.window.top_bar.title.toolTip() == (
        "<qt>&lt;b&gt;Fett&lt;/b&gt; &amp; &lt;img src=&#x27;file:///etc/hostname&#x27;&gt;</qt>"
    )
    assert reader.rests_on("<u>Ja") == "<qt>Anna &lt;i&gt;Berg&lt;/i&gt; – direkte Rede</qt>"
    assert shown(reader.passages()[0]) == "„<u>Ja</u> &amp; nein“"
    assert reader.note == "<h1>Notiz</h1> &lt;"
    assert card.name.textFormat() is Qt.TextFormat.PlainText


def shown(label: PassageLabel) -> str:
    """The characters that a rich label shows."""
    document = QTextDocument()
    document.setHtml(label.text())
    return document.toPlainText()


def test_nothing_is_fetched(reader: Reader, tmp_path: Path) -> None:
    """Nothing that an article names is read from the disk."""
    picture = tmp_path / "bild.png"
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    image.save(str(picture))
    view = reader.window.view

    for name in (QUrl.fromLocalFile(str(picture)), QUrl("bild.png")):
        resource = view.document().resource(QTextDocument.ResourceType.ImageResource.value, name)

        assert resource.isNull()


def test_text_size_keeps_the_place(reader: Reader) -> None:
    """Larger letters, another theme or language do not take the reader elsewhere in the article."""
    reader.opens("\n\n".join(f"Absatz Nummer {number} ist hier." for number in range(300)))
    view = reader.window.view
    view.jump_to(Span(reader.article.text.index("Nummer 200"), reader.article.text.index("Nummer 200") + 6))

    for change in ({"text_size": 27}, {"theme": "dark"}, {"interface_language": "en"}):
        reader.window.change_settings(**change)

        assert 0 <= reader.point_of("Nummer 200").y() <= view.viewport().height(), change
