"""What is drawn by hand is there: arrows, ticks, and the signs behind a name."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.domain.entities import EntityId, EntityKind
from reader.presentation.entity_rows import EntityRow
from reader.presentation.palette import DARK, LIGHT, Palette
from reader.ui.correction_words import KINDS
from reader.ui.entry_editor import MEANINGS
from reader.ui.fields import ChoiceBox, NumberBox, TickBox
from reader.ui.row_painting import TICK_GAP, TICK_WIDTH, marked_name
from reader.ui.theme import qt_palette, style_sheet

THEMES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def drawn(widget: QWidget, palette: Palette, qtbot: QtBot) -> QImage:
    """What the widget looks like in the window."""
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.setPalette(qt_palette(palette))
    frame.setStyleSheet(style_sheet(palette))
    widget.setParent(frame)
    widget.adjustSize()
    QApplication.sendPostedEvents()
    return widget.grab().toImage()


def colours(image: QImage, left: int, right: int) -> set[str]:
    """Those between two columns, without the edges of the field."""
    rows = range(4, image.height() - 4)
    return {image.pixelColor(x, y).name().upper() for x in range(left, right) for y in rows}


@THEMES
def test_a_number_has_its_arrows(palette: Palette, qtbot: QtBot) -> None:
    """At the right, one above the other."""
    box = NumberBox()
    box.setValue(5)

    image = drawn(box, palette, qtbot)

    for top, bottom in ((0, image.height() // 2), (image.height() // 2, image.height())):
        half = image.copy(0, top, image.width(), bottom - top)
        found = colours(half, image.width() - 22, image.width() - 10)
        assert palette.card in found
        assert len(found) > 1


def test_the_arrows_change_a_number(qtbot: QtBot) -> None:
    """The upper one makes it larger, the lower one smaller."""
    box = NumberBox()
    qtbot.addWidget(box)
    box.setStyleSheet(style_sheet(LIGHT))
    box.setValue(5)
    box.show()

    for part, number in ((0.25, 6), (0.75, 5)):
        place = QPoint(box.width() - 16, round(box.height() * part))
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=place)
        assert box.value() == number


@THEMES
def test_a_choice_has_its_arrow(palette: Palette, qtbot: QtBot) -> None:
    """At the right, on the paper of a field."""
    box = ChoiceBox()
    box.addItem("Person")

    image = drawn(box, palette, qtbot)

    found = colours(image, image.width() - 22, image.width() - 10)
    assert palette.card in found
    assert len(found) > 1


@THEMES
def test_a_tick_can_be_seen(palette: Palette, qtbot: QtBot) -> None:
    """The box has the colour of the theme with something in it; without the tick it is empty."""
    ticked, empty = TickBox(), TickBox()
    ticked.setChecked(True)

    inside = [colours(drawn(box, palette, qtbot), 4, 11) for box in (ticked, empty)]

    assert palette.accent in inside[0]
    assert len(inside[0]) > 1
    assert inside[1] == {palette.card}


def test_an_entry_can_mean_every_kind_of_the_menu() -> None:
    """And nothing, for words that are never marked."""
    assert (*((kind, is_generic) for _name, kind, is_generic in KINDS), (None, False)) == MEANINGS
    assert {kind for kind, _is_generic in MEANINGS} == {*EntityKind, None}


@pytest.mark.parametrize("has_note", [True, False])
@pytest.mark.parametrize("is_corrected", [True, False])
def test_a_long_name_leaves_its_signs_room(qapp: QApplication, has_note: bool, is_corrected: bool) -> None:
    """The pen of the note stays; the tick of the correction stands behind, not on the name."""
    font = QFont(qapp.font())
    row = EntityRow(
        EntityId("e1"),
        EntityKind.PERSON,
        "Otto von Tal zu Bergheim-Lauterbach",
        detail="",
        count=1,
        places=(),
        is_generic=False,
        has_note=has_note,
        is_corrected=is_corrected,
    )

    shown = marked_name(row, font, 140)

    tick = TICK_GAP + TICK_WIDTH if is_corrected else 0
    assert QFontMetrics(font).horizontalAdvance(shown) + tick <= 140
    assert shown.endswith("…  ✎" if has_note else "…")
