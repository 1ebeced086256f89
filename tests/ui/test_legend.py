"""The legend: counts, and a switch for each kind that stays switched."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.presentation.highlights import Layer
from reader.ui.main_window import MainWindow
from tests.fakes import FakeAnalysis
from tests.ui.reader import Reader

ARTICLE = """[person:Anna Berg] sprach in [place:Bonn] für die [organization:Seewacht] über den \
[weapon:Leopard 2] und [place:Köln] bei [other:Olympia]. {Anna Berg: „Gut“}, sagte [person:Berg=Anna Berg]."""
WORDS = {
    Layer.PERSON: ["Anna Berg", "Berg"],
    Layer.ORGANIZATION: ["Seewacht"],
    Layer.WEAPON: ["Leopard 2"],
    Layer.PLACE: ["Bonn", "Köln"],
    Layer.OTHER: ["Olympia"],
}


def test_counts(reader: Reader) -> None:
    """Each switch tells how many entities of its kind, or quotations, there are."""
    reader.opens(ARTICLE)

    chips = reader.window.top_bar.legend.chips
    assert {layer: chip.count for layer, chip in chips.items()} == {
        Layer.PERSON: 1,
        Layer.ORGANIZATION: 1,
        Layer.WEAPON: 1,
        Layer.PLACE: 2,
        Layer.QUOTATIONS: 1,
        Layer.OTHER: 1,
    }
    assert [chip.text() for chip in chips.values()] == [
        *("Personen", "Organisationen", "Waffensysteme", "Orte", "Zitate", "Andere Namen")
    ]


@pytest.mark.parametrize("layer", WORDS)
def test_switch_of_a_kind(reader: Reader, qtbot: QtBot, layer: Layer) -> None:
    """A click on a switch takes the colour from its kind alone, a second click gives it back."""
    reader.opens(ARTICLE)
    all_words = reader.coloured
    chip = reader.window.top_bar.legend.chips[layer]

    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert reader.coloured == [word for word in all_words if word not in WORDS[layer]]

    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert reader.coloured == all_words


def test_switch_of_quotations(reader: Reader, qtbot: QtBot) -> None:
    """The switch of the quotations takes their tint; the names in them keep their colour."""
    reader.opens(ARTICLE)
    chip = reader.window.top_bar.legend.chips[Layer.QUOTATIONS]
    assert reader.tinted == ["„Gut“"]

    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)

    assert reader.tinted == []
    assert "Anna Berg" in reader.coloured


def test_hidden_names_cannot_be_clicked(reader: Reader, qtbot: QtBot) -> None:
    """A name that is not shown as one is not clicked as one."""
    reader.opens(ARTICLE)
    qtbot.mouseClick(reader.window.top_bar.legend.chips[Layer.PERSON], Qt.MouseButton.LeftButton)

    reader.clicks_on("Anna Berg")

    assert reader.card_name == ""


def test_switch_by_key(reader: Reader) -> None:
    """Ctrl+1 to Ctrl+6 switch the kinds."""
    reader.opens(ARTICLE)

    for number, layer in enumerate(Layer, start=1):
        reader.presses(f"Ctrl+{number}")
        reader.waits(lambda layer=layer: layer.value in reader.window.settings.hidden_kinds)

    assert reader.coloured == reader.tinted == []


def test_switch_outlives_a_restart(
    open_window: Callable[..., MainWindow], qtbot: QtBot, analysis: FakeAnalysis, reader: Reader
) -> None:
    """What was switched off is still off in the next start, for another article, too."""
    qtbot.mouseClick(reader.window.top_bar.legend.chips[Layer.PLACE], Qt.MouseButton.LeftButton)
    reader.window.close()

    later = Reader(open_window(), qtbot, analysis, reader._folder)
    later.opens(ARTICLE)

    assert not later.window.top_bar.legend.chips[Layer.PLACE].isChecked()
    assert "Bonn" not in later.coloured
    assert "Anna Berg" in later.coloured


def test_other_names_have_a_switch_where_there_are_any(reader: Reader) -> None:
    """It stays while they are hidden by it; their names are clicked as all others are."""
    chip = reader.window.top_bar.legend.chips[Layer.OTHER]
    reader.opens("[person:Anna Berg] sprach.", "ohne.txt")
    assert not chip.isVisible()

    reader.opens(ARTICLE)
    assert chip.isVisible()
    reader.clicks_on("Olympia")
    assert reader.card_name == "Olympia"

    chip.click()
    assert chip.isVisible()
    assert reader.kinds_of("Olympia") == []


def test_narrow_window(reader: Reader) -> None:
    """In a narrow window the switches leave out their names and keep their counts; nothing is cut off."""
    reader.opens(ARTICLE)
    legend = reader.window.top_bar.legend
    assert all(chip.width() >= chip.width_of(is_compact=False) for chip in legend.chips.values())

    reader.window.resize(860, 520)

    reader.waits(
        lambda: all(chip.width() == chip.width_of(is_compact=True) for chip in legend.chips.values())
    )
    assert legend.chips[Layer.PERSON].accessibleName() == "Personen: 1"
