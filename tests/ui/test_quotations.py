"""Quotations: their card, their list with its filters, copying them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.domain.quotations import Medium, Phrase, Quotation, QuotationKind
from reader.domain.spans import Span
from reader.ui.passage_label import PassageLabel
from tests.fakes import FakeAnalysis, Marked, marked
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
