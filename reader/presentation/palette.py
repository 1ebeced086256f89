"""The colours, by what they mean.

Kinds keep a contrast of 4.5:1 on paper, on both quotation tints and on the flash; a test holds them to it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """One theme; each colour is `#RRGGBB`."""

    is_dark: bool
    paper: str
    chrome: str
    line: str
    ink: str
    dim: str
    faint: str
    selected: str
    accent: str
    person: str
    organization: str
    weapon: str
    place: str
    other: str
    direct: str
    indirect: str
    rule: str
    card: str
    flash: str


LIGHT = Palette(
    is_dark=False,
    paper="#FCFBF8",
    chrome="#F3F1EC",
    line="#DFDBD2",
    ink="#22252A",
    dim="#5F646D",
    faint="#8A8F98",
    selected="#E4ECF5",
    accent="#2B5C8F",
    person="#1A5BA6",
    organization="#0B6A5A",
    weapon="#B0351B",
    place="#6A4FA0",
    other="#5F646D",
    direct="#FFF0CC",
    indirect="#F5EFDF",
    rule="#C08A14",
    card="#FFFFFF",
    flash="#FFE08A",
)

DARK = Palette(
    is_dark=True,
    paper="#1B1D21",
    chrome="#222529",
    line="#34383F",
    ink="#DFE1E5",
    dim="#A2A8B2",
    faint="#7D838D",
    selected="#2A3A4E",
    accent="#8CB8EA",
    person="#8DBBF2",
    organization="#6CCBB5",
    weapon="#F29A84",
    place="#BFA7EE",
    other="#B2B7C0",
    direct="#3A331F",
    indirect="#2C2A24",
    rule="#D9A93A",
    card="#26292E",
    flash="#4F4317",
)
