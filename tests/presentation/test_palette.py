import pytest

from reader.presentation.palette import DARK, LIGHT, Palette

KINDS = ("person", "organization", "weapon", "place", "other")
GROUNDS = ("paper", "direct", "indirect", "flash")
LEAST = 4.5


def brightness(colour: str) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((brightness(one), brightness(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("kind", KINDS)
def test_names_can_be_read_on_every_ground(palette: Palette, kind: str, ground: str) -> None:
    """On paper, on quotations and when they flash."""
    assert contrast(getattr(palette, kind), getattr(palette, ground)) >= LEAST


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("words", "grounds"),
    [
        ("ink", ("paper", "direct", "indirect", "flash", "chrome", "card", "selected")),
        ("dim", ("paper", "chrome", "card")),
    ],
)
def test_words_can_be_read_on_every_ground(palette: Palette, words: str, grounds: tuple[str, ...]) -> None:
    """In the article and in the panels."""
    assert all(contrast(getattr(palette, words), getattr(palette, ground)) >= LEAST for ground in grounds)


def test_kinds_have_colours_of_their_own() -> None:
    """No two are the same."""
    for palette in (LIGHT, DARK):
        assert len({getattr(palette, kind) for kind in KINDS}) == len(KINDS)
