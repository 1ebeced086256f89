"""Quotations: their card, their list with its filters, copying them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QMenu
from pytestqt.qtbot import QtBot

from reader.domain.quotations import Medium, Phrase, Quotation, QuotationKind
from reader.domain.spans import Span
from reader.ui.highlight_painter import rule_pieces
from reader.ui.passage_label import PassageLabel
from tests.fakes import FakeAnalysis, FakeJobs, Marked, marked
from tests.ui.reader import Reader
from tests.ui.windows import HAS_OWN_WINDOW

pytestmark = HAS_OWN_WINDOW

ARTICLE = """Ein Streit im Rat

[person:Anna Berg] blieb hart. {Anna Berg: Das Amt habe {Otto Tal: „nichts“} getan}, \
sagte [person:Berg=Anna Berg].

{Otto Tal: „Das stimmt nicht“}, rief [person:Otto Tal]. {: Alles sei gut}, hieß es.
"""
Opens = Callable[..., None]


@pytest.fixture
def opens(reader: Reader, analysis: FakeAnalysis, tmp_path: Path) -> Opens:
    """Opens `ARTICLE` with its quotations as `change` makes them."""

    def read(change: Callable[[Marked], tuple[Quotation, ...]], source: str = ARTICLE) -> None:
        text = marked(source)
        analysis.learn(replace(text, quotations=change(text)))
        path = tmp_path / "streit.txt"
        path.write_text(text.text, encoding="utf-8")
        reader.opens_files(path)

    return read


def nested(text: Marked) -> tuple[Quotation, ...]:
    outer, inner, *others = text.quotations
    return outer, replace(inner, nested_in=outer.id), *others


def attributed(text: Marked) -> tuple[Quotation, ...]:
    first, *others = text.quotations
    said_by = replace(
        first.attribution,
        speaker=Phrase("Berg", (Span(0, 4),)),
        cue=Phrase("sagte", (Span(0, 5),)),
        addressee=Phrase("dem Rat", (Span(0, 7),)),
    )
    told = replace(first, attribution=said_by, medium=Medium.SPEECH, confidence=0.5)
    return told, *others


def test_the_card_of_a_quotation(reader: Reader, opens: Opens) -> None:
    """It tells whose words they are, of which kind, and how the text says so."""
    opens(attributed)

    reader.clicks_on("Das Amt")

    assert reader.speaker_on_card == "Anna Berg"
    assert reader.quotation_on_card == [
        "indirekte Rede · gesprochen · unsicher",
        "in anderen Worten, mit einem Satz, der sagt, wessen Worte es sind",
        "Das Amt habe „nichts“ getan",
        *("SPRECHER IM WORTLAUT", "Berg"),
        *("ANGEZEIGT DURCH", "sagte"),
        *("AN", "dem Rat"),
    ]


@pytest.mark.parametrize(
    ("kind", "summary"),
    [
        (QuotationKind.DIRECT, "direkte Rede"),
        (QuotationKind.INDIRECT, "indirekte Rede"),
        (QuotationKind.INDIRECT_FREE_INDIRECT, "fortgesetzte indirekte Rede"),
        (QuotationKind.FREE_INDIRECT, "erlebte Rede"),
        (QuotationKind.REPORTED, "Redebericht"),
    ],
)
def test_every_kind_is_told(reader: Reader, opens: Opens, kind: QuotationKind, summary: str) -> None:
    """The pointer and the card name the kind, the card explains it as well; the tint is there."""
    opens(lambda text: tuple(replace(found, kind=kind) for found in text.quotations))

    assert reader.rests_on("Das stimmt") == f"<qt>Otto Tal – {summary}</qt>"
    assert "„Das stimmt nicht“" in reader.tinted
    reader.clicks_on("Das stimmt")

    assert reader.quotation_on_card[0] == summary
    assert reader.quotation_on_card[1] != ""


def test_nested_quotations_lead_to_each_other(reader: Reader, opens: Opens, qtbot: QtBot) -> None:
    """The innermost words under the pointer count; the card leads to what is around them and back."""
    opens(nested)
    card = reader.window.side_panel.quotation_card
    reader.clicks_on("nichts")
    assert reader.rests_on("nichts") == "<qt>Otto Tal – direkte Rede</qt>"
    assert reader.quotation_on_card[-2:] == ["STEHT IN", "Das Amt habe „nichts“ getan"]

    qtbot.mouseClick(card.body.widget().findChild(PassageLabel, "quotation_other"), Qt.MouseButton.LeftButton)

    assert reader.speaker_on_card == "Anna Berg"
    assert reader.quotation_on_card[-2:] == ["ENTHÄLT", "„nichts“"]
    assert reader.flashed == "Das Amt habe „nichts“ getan"


def test_pieces_and_paragraphs_are_one_quotation(reader: Reader, opens: Opens) -> None:
    """Each piece leads to the same card, which shows all of it; each is tinted."""
    source = "Titel\n\n{Anna Berg: „Erst kam}\n\n{: der Regen“}, sagte [person:Anna Berg], {: „dann Schnee“}."

    def joined(text: Marked) -> tuple[Quotation, ...]:
        first, second, third = text.quotations
        content = tuple(found.content[0] for found in (first, second, third))
        return (replace(first, content=content, text="\n".join(span.of(text.text) for span in content)),)

    opens(joined, source)

    for words in ("Erst kam", "der Regen", "dann Schnee"):
        reader.clicks_on("Titel")
        assert reader.speaker_on_card == ""
        reader.clicks_on(words)
        assert reader.rests_on(words) == "<qt>Anna Berg – direkte Rede</qt>"
        assert reader.speaker_on_card == "Anna Berg"
        assert reader.quotation_on_card[2] == "„Erst kam … der Regen“ … „dann Schnee“"
    assert reader.tinted == ["„Erst kam", "der Regen“", "„dann Schnee“"]


def test_a_name_in_a_quotation_is_a_name(reader: Reader) -> None:
    """A click on it shows who that is, not the quotation around it."""
    reader.opens("{Anna Berg: „Ich traf [person:Otto Tal] nicht“}, sagte [person:Anna Berg].")

    reader.clicks_on("Otto Tal")

    assert (reader.card_name, reader.speaker_on_card) == ("Otto Tal", "")


def test_the_speaker_leads_to_his_card_and_the_words_to_the_text(reader: Reader, qtbot: QtBot) -> None:
    """A click on the words or on the button shows them; a click on the speaker shows who that is."""
    reader.opens(ARTICLE)
    panel = reader.window.side_panel
    reader.clicks_on("Das stimmt")

    qtbot.mouseClick(panel.quotation_card.jump, Qt.MouseButton.LeftButton)
    assert reader.flashed == "„Das stimmt nicht“"
    speaker = panel.quotation_card.body.widget().findChild(PassageLabel, "quotation_speaker")
    qtbot.mouseClick(speaker, Qt.MouseButton.LeftButton)

    assert (reader.card_name, reader.speaker_on_card) == ("Otto Tal", "")


def test_rows_and_keys_show_the_card(reader: Reader) -> None:
    """As a click in the text does."""
    reader.opens(ARTICLE)
    panel = reader.window.side_panel
    panel.tabs.setCurrentIndex(1)

    reader.clicks_row(panel.quotations, "Alles sei gut")
    assert reader.speaker_on_card == "Sprecher nicht genannt"
    reader.window.view.setFocus()
    reader.presses("Shift+Q")

    assert reader.speaker_on_card == "Otto Tal"
    assert reader.quotation_on_card[2] == "„Das stimmt nicht“"


def test_a_click_on_a_quotation_opens_the_side_panel(reader: Reader) -> None:
    """Else nothing would be seen of it."""
    reader.opens(ARTICLE)
    reader.presses("F10")

    reader.clicks_on("Das stimmt")

    assert reader.speaker_on_card == "Otto Tal"


def test_a_note_on_the_speaker(reader: Reader) -> None:
    """The key for notes shows the card of the speaker, where the note is written."""
    reader.opens(ARTICLE)
    reader.clicks_on("Das stimmt")

    reader.presses("Ctrl+E")

    assert reader.card_name == "Otto Tal"
    assert reader.window.side_panel.card.note.hasFocus()


def test_the_card_offers_corrections(reader: Reader, qtbot: QtBot) -> None:
    """The button opens the menu of the quotation; what is no quotation has no card."""
    reader.opens(ARTICLE)
    reader.window.change_settings(interface_language="en")
    reader.clicks_on("Das stimmt")

    qtbot.mouseClick(reader.window.side_panel.quotation_card.correct, Qt.MouseButton.LeftButton)
    reader.chooses("No quotation")

    assert reader.speaker_on_card == ""
    assert "„Das stimmt nicht“" not in reader.tinted


def test_markup_on_the_card(reader: Reader) -> None:
    """What looks like HTML is shown, not obeyed."""
    reader.opens("{Anna <i>Berg</i>: „<u>Ja</u> &amp; nein“}, sagte [person:Anna <i>Berg</i>].")

    reader.clicks_on("<u>Ja")

    assert reader.speaker_on_card == "Anna <i>Berg</i>"
    label = reader.window.side_panel.quotation_card.body.widget().findChild(PassageLabel, "quotation_speaker")
    assert "Anna &lt;i&gt;Berg" in label.text()


def test_filter_by_kind(reader: Reader) -> None:
    """Ticking kinds leaves only theirs, says how many of all that are, and can be taken back."""
    reader.opens(ARTICLE)
    panel = reader.window.side_panel
    bar = panel.quotation_filter
    assert [action.text() for action in bar.kind_menu.actions()] == ["direkt", "indirekt", "", "Alle Arten"]

    line_of(bar.kind_menu, "direkt").trigger()
    assert reader.rows(panel.quotations) == ["Otto Tal", "„nichts“", "„Das stimmt nicht“"]
    assert bar.count.text() == "2 von 4"
    assert bar.kind_button.text().startswith("direkt")
    line_of(bar.kind_menu, "indirekt").trigger()
    assert bar.count.text() == ""
    assert bar.kind_button.text().startswith("2 Arten")
    line_of(bar.kind_menu, "Alle Arten").trigger()

    assert bar.kind_button.text().startswith("Alle Arten")
    assert panel.tabs.tabText(1) == "Zitate 4"


def test_filters_combine_and_say_if_nothing_is_left(reader: Reader) -> None:
    """Kind, speaker and words; the empty list tells that a filter is the reason."""
    reader.opens(ARTICLE)
    panel = reader.window.side_panel
    bar = panel.quotation_filter

    line_of(bar.speaker_menu, "Otto Tal").trigger()
    assert reader.rows(panel.quotations) == ["Otto Tal", "„nichts“", "„Das stimmt nicht“"]
    panel.filter.setText("stimmt")
    assert reader.rows(panel.quotations) == ["Otto Tal", "„Das stimmt nicht“"]
    assert bar.count.text() == "1 von 4"
    line_of(bar.kind_menu, "indirekt").trigger()

    assert reader.rows(panel.quotations) == []
    assert panel.quotations._placeholder == "Kein Zitat passt zum Filter."


def test_another_article_shows_all_of_its_quotations(reader: Reader) -> None:
    """Filters hold for the article that they were set in."""
    reader.opens(ARTICLE)
    panel = reader.window.side_panel
    line_of(panel.quotation_filter.speaker_menu, "Otto Tal").trigger()
    panel.filter.setText("stimmt")

    reader.opens("[person:Eva Nord] winkt. {Eva Nord: „Ja“}. {: Es sei gut}.", "andere.txt")

    assert reader.rows(panel.quotations) == ["Eva Nord", "„Ja“", "Sprecher nicht genannt", "Es sei gut"]
    assert panel.filter.text() == ""
    assert panel.quotation_filter.speaker_button.text().startswith("Alle Sprecher")


def test_a_filter_outlives_a_correction_and_another_language(reader: Reader) -> None:
    """Only another article takes it back."""
    reader.opens(ARTICLE)
    reader.window.change_settings(interface_language="en")
    panel = reader.window.side_panel
    line_of(panel.quotation_filter.speaker_menu, "Otto Tal").trigger()

    reader.corrects("Das stimmt", "No quotation")

    assert reader.rows(panel.quotations) == ["Otto Tal", "„nichts“"]
    assert panel.quotation_filter.count.text() == "1 of 3"


def test_several_kinds_are_ticked_one_after_the_other(reader: Reader, qtbot: QtBot) -> None:
    """A click in the menu of kinds does not close it; the space bar does the same."""
    reader.opens(ARTICLE)
    reader.window.side_panel.tabs.setCurrentIndex(1)
    menu = reader.window.side_panel.quotation_filter.kind_menu
    menu.popup(reader.window.mapToGlobal(reader.window.rect().center()))

    place = menu.actionGeometry(line_of(menu, "direkt")).center()
    qtbot.mouseMove(menu, place)
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    menu.setActiveAction(line_of(menu, "indirekt"))
    qtbot.keyClick(menu, Qt.Key.Key_Space)

    assert menu.isVisible()
    assert [line_of(menu, kind).isChecked() for kind in ("direkt", "indirekt")] == [True, True]
    menu.close()


def line_of(menu: QMenu, text: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == text)


PAGE = """<!DOCTYPE html><html lang="de"><head><meta charset="utf-8">
<title>Streit &amp; Rat – Seeblatt</title>
<meta property="og:site_name" content="Seeblatt"><meta property="article:published_time" content="2025-03-09">
</head><body><article><h1>Streit &amp; Rat</h1><p>{}</p><p>Über den Ausbau des Hafens, der in drei Jahren
beginnen soll, berät der Rat in der kommenden Woche. Die Kosten stehen noch nicht fest, hieß es.</p>
</article></body></html>"""


def test_copy_from_the_card(reader: Reader, qtbot: QtBot) -> None:
    """The words as printed, and in brackets whose they are and where they stand."""
    reader.opens(ARTICLE)
    reader.clicks_on("Das Amt")

    qtbot.mouseClick(reader.window.side_panel.quotation_card.copy, Qt.MouseButton.LeftButton)

    clipboard = QGuiApplication.clipboard()
    assert clipboard.text() == "Das Amt habe „nichts“ getan (Anna Berg, „Ein Streit im Rat“, artikel.txt)"
    assert (
        "<p>Das Amt habe „nichts“ getan (Anna Berg, „Ein Streit im Rat“, artikel.txt)</p>"
        in clipboard.mimeData().html()
    )
    assert reader.told == "Zitat mit Quelle kopiert"


@pytest.mark.parametrize(
    ("language", "copied"),
    [
        ("de", "„Das stimmt nicht“ (Otto Tal, Seeblatt, 9. März 2025, „Streit & Rat“, seite.html)"),
        ("en", "„Das stimmt nicht“ (Otto Tal, Seeblatt, 9 March 2025, “Streit & Rat”, seite.html)"),
    ],
)
def test_copy_by_key(
    reader: Reader, analysis: FakeAnalysis, jobs: FakeJobs, tmp_path: Path, language: str, copied: str
) -> None:
    """Outlet and date are told in the language of the window; what looks like markup is none."""
    words = "{Otto Tal: „Das stimmt nicht“}, rief [person:Otto Tal]."
    path = tmp_path / "seite.html"
    path.write_text(PAGE.format(marked(words).text), encoding="utf-8")
    jobs.holds_analyses = True
    reader.window.open_files([str(path)])
    reader.waits(lambda: reader.window._session.article)
    analysis.learn(marked(reader.article.text.replace(marked(words).text, words)))
    jobs.release()
    reader.window.change_settings(interface_language=language)
    reader.window.view.setFocus()
    assert not reader.window.actions_by_name["copy_quotation"].isEnabled()

    reader.presses("Q")
    reader.presses("Ctrl+Shift+C")

    assert QGuiApplication.clipboard().text() == copied
    assert "<i>Seeblatt</i>" in QGuiApplication.clipboard().mimeData().html()
    assert "Streit &amp; Rat" in QGuiApplication.clipboard().mimeData().html()


@pytest.mark.parametrize("place", ["text", "list"])
def test_copy_by_menu(reader: Reader, place: str) -> None:
    """A right click in the text or on the row; what is not known leaves no commas behind."""
    reader.opens(ARTICLE)
    reader.window.change_settings(interface_language="en")
    if place == "text":
        reader.right_clicks_on("Alles sei")
    else:
        rows = reader.window.side_panel.quotations
        reader.window.side_panel.tabs.setCurrentIndex(1)
        index = rows.rows.index_of(reader._row(rows, "Alles sei gut"))
        rows.scrollTo(index)
        rows.customContextMenuRequested.emit(rows.visualRect(index).center())

    reader.chooses("Copy with its source")

    assert QGuiApplication.clipboard().text() == "Alles sei gut (“Ein Streit im Rat”, artikel.txt)"


def test_what_a_person_said(reader: Reader, qtbot: QtBot) -> None:
    """The card of a person lists it in reading order with its kinds, and each leads to its whole words."""
    said = " ".join(f"{{Anna Berg: [person:Berg=Anna Berg] sei {number} Jahre alt}}." for number in range(14))
    reader.opens(f"[person:Anna Berg] spricht. {said}\n\n" + "Es regnete.\n\n" * 60)
    reader.clicks_on("Anna Berg")
    card = reader.window.side_panel.card
    spoken = [label for label in reader.passages() if "Jahre alt" in label.accessibleName()][:12]
    assert [label.accessibleName() for label in spoken[:2]] == [
        "Berg sei 0 Jahre alt",
        "Berg sei 1 Jahre alt",
    ]
    assert {label.accessibleDescription() for label in spoken} == {"indirekte Rede"}

    card.body.widget().findChild(QAbstractButton, "show_all").click()
    spoken = [label for label in reader.passages() if label.accessibleDescription() == "indirekte Rede"]
    assert len(spoken) == 14
    qtbot.mouseClick(spoken[13], Qt.MouseButton.LeftButton)

    assert reader.flashed == "Berg sei 13 Jahre alt"
    assert reader.card_name == "Anna Berg"


def test_the_rule_of_a_quotation_leaves_out_what_is_not_quoted() -> None:
    """It goes on beside one line of a frame, but not beside a paragraph between two pieces."""
    first, second, third = (QRectF(0, top, 100, 20) for top in (0, 24, 200))

    assert rule_pieces([second, first, third]) == [(0, 44), (200, 220)]
    assert rule_pieces([first, QRectF(0, 38, 100, 20)]) == [(0, 58)]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("size", [(860, 520), (1280, 800), (1920, 1080)])
def test_no_button_of_the_card_loses_its_words(reader: Reader, size: tuple[int, int], language: str) -> None:
    """At every size and in both languages; and where there is room the card does not scroll."""
    reader.opens(ARTICLE)
    reader.window.change_settings(interface_language=language)
    panel = reader.window.side_panel
    panel.tabs.setCurrentIndex(1)
    reader.window.resize(*size)
    reader.clicks_on("Das stimmt")
    card, bar = panel.quotation_card, panel.quotation_filter
    buttons = (card.jump, card.copy, card.correct, bar.kind_button, bar.speaker_button)

    reader.waits(lambda: all(button.width() >= button.sizeHint().width() for button in buttons))
    reader.waits(lambda: panel.rect().contains(card.geometry()))
    if size != (860, 520):
        reader.waits(lambda: card.body.verticalScrollBar().maximum() == 0)


def test_the_chosen_row_is_in_sight(reader: Reader) -> None:
    """The card takes its room first; the row is scrolled to where it can still be seen."""
    reader.opens(
        "Titel\n\n" + "\n\n".join(f"{{: „Satz {number} ist kurz“}}, hieß es." for number in range(40))
    )
    rows = reader.window.side_panel.quotations
    reader.window.side_panel.tabs.setCurrentIndex(1)

    reader.window._session.select_quotation("q12")

    reader.waits(lambda: rows.viewport().rect().contains(rows.visualRect(rows.currentIndex())))
    assert reader.chosen(rows) == "„Satz 11 ist kurz“"


def test_enter_on_quoted_words(reader: Reader) -> None:
    """Enter at the text cursor shows the quotation there, as a click does."""
    reader.opens(ARTICLE)
    reader.window.view.setFocus()
    reader.presses("Q")
    reader.clicks_on("Streit")
    assert reader.speaker_on_card == ""
    start = reader.article.text.index("Das stimmt")
    reader.window.view.jump_to(Span(start, start + 3))

    reader.presses("Return")

    assert reader.speaker_on_card == "Otto Tal"


def test_a_quotation_that_is_hidden_has_no_card(reader: Reader, opens: Opens) -> None:
    """What is too doubtful to be shown is not shown on a card either."""
    opens(attributed)
    reader.clicks_on("Das Amt")
    assert reader.speaker_on_card == "Anna Berg"

    reader.window.change_settings(hidden_below=80)

    reader.waits(lambda: reader.speaker_on_card == "")
    assert "Das Amt habe „nichts“ getan" not in reader.tinted
