from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QColor, QImage

BLUE, WHITE = bytes((166, 91, 26, 0)), bytes((255, 255, 255, 0))


@pytest.fixture
def screen(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("virtual_screen")


def test_pixels_of_a_colour_are_counted_between_columns(screen: ModuleType) -> None:
    """Only the columns that are asked for count."""
    picture = screen.Picture(3, 2, BLUE + WHITE + BLUE + WHITE + WHITE + BLUE)

    assert picture.count("#1A5BA6", left=0, right=3) == 3
    assert picture.count("#1A5BA6", left=1, right=3) == 2


def test_picture_that_shows_the_same_again_is_known(screen: ModuleType) -> None:
    """What changed from one picture to the next is looked for in a third one."""
    before = screen.Picture(3, 1, WHITE + WHITE + WHITE)
    after = screen.Picture(3, 1, WHITE + BLUE + BLUE)
    half = screen.Picture(3, 1, BLUE + BLUE + WHITE)

    changes = before.changes_to(after)

    assert [picture.share_of(changes) for picture in (before, after, half)] == [0.0, 1.0, 0.5]


@pytest.mark.usefixtures("qapp")
def test_saved_picture_keeps_its_colours(screen: ModuleType, tmp_path: Path) -> None:
    """A saved picture is a PNG file with the same pixels."""
    screen.Picture(2, 1, BLUE + WHITE).save(tmp_path / "picture.png")

    image = QImage(str(tmp_path / "picture.png"))

    assert [image.pixelColor(x, 0) for x in (0, 1)] == [QColor("#1A5BA6"), QColor("#FFFFFF")]


def test_vain_waiting_says_for_what(screen: ModuleType) -> None:
    """A condition that never comes true is named."""
    with pytest.raises(TimeoutError, match="the window opens"):
        screen.wait_until(lambda: False, "the window opens", seconds=0)
