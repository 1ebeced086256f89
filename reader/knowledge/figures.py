"""Key figures of weapon systems: what they tell, in which units, and what is plausible."""

from enum import StrEnum
from typing import TypeAlias

import msgspec

Value: TypeAlias = int | float
Bounds: TypeAlias = tuple[Value, Value]


class FigureKind(StrEnum):
    """What a figure tells; the values are those of the files in `resources/knowledge/weapon_details`."""

    CREW = "crew"
    WEIGHT = "weight"
    LENGTH = "length"
    WIDTH = "width"
    HEIGHT = "height"
    WINGSPAN = "wingspan"
    ROTOR_DIAMETER = "rotor_diameter"
    SPEED = "speed"
    RANGE = "range"
    CEILING = "ceiling"
    PAYLOAD = "payload"
    WARHEAD = "warhead"
    CALIBRE = "calibre"
    RATE_OF_FIRE = "rate_of_fire"
    DISPLACEMENT = "displacement"
    ENGAGEMENT_ALTITUDE = "engagement_altitude"
    ENDURANCE = "endurance"
    ENGINE_POWER = "engine_power"
    PASSENGERS = "passengers"
    CAPACITY = "capacity"


class Unit(StrEnum):
    """The values are printed; they are the same in German and English but for `rounds/min`."""

    TONNES = "t"
    KILOGRAMS = "kg"
    MILLIMETRES = "mm"
    CENTIMETRES = "cm"
    METRES = "m"
    KILOMETRES = "km"
    KILOMETRES_PER_HOUR = "km/h"
    MACH = "Mach"
    KNOTS = "kn"
    MINUTES = "min"
    HOURS = "h"
    KILOWATTS = "kW"
    HORSEPOWER = "PS"
    ROUNDS_PER_MINUTE = "rounds/min"


class Figure(msgspec.Struct, frozen=True, gc=False):
    """A number, or what lies between two; `is_about` is shown as “ca.”. Crew and places have no unit."""

    what: FigureKind
    value: Value
    unit: Unit | None = None
    upto: Value | None = None
    is_about: bool = False


_LENGTHS: dict[Unit | None, Bounds] = {
    Unit.MILLIMETRES: (20, 3_000),
    Unit.CENTIMETRES: (5, 3_000),
    Unit.METRES: (0.1, 400),
}
_MASSES: dict[Unit | None, Bounds] = {Unit.KILOGRAMS: (0.05, 60_000), Unit.TONNES: (0.3, 400)}
_DISTANCES: dict[Unit | None, Bounds] = {Unit.METRES: (10, 100_000), Unit.KILOMETRES: (0.1, 30_000)}

# The units a figure may have, each with the least and the greatest value that is plausible.
PLAUSIBLE: dict[FigureKind, dict[Unit | None, Bounds]] = {
    FigureKind.CREW: {None: (0, 6_500)},
    FigureKind.WEIGHT: _MASSES,
    FigureKind.LENGTH: _LENGTHS,
    FigureKind.WIDTH: _LENGTHS,
    FigureKind.HEIGHT: _LENGTHS,
    FigureKind.WINGSPAN: {Unit.METRES: (0.2, 100), Unit.CENTIMETRES: (20, 500)},
    FigureKind.ROTOR_DIAMETER: {Unit.METRES: (0.2, 40)},
    FigureKind.SPEED: {
        Unit.KILOMETRES_PER_HOUR: (3, 30_000), Unit.MACH: (0.4, 27), Unit.KNOTS: (3, 220),
    },
    FigureKind.RANGE: _DISTANCES,
    FigureKind.CEILING: {Unit.METRES: (50, 40_000), Unit.KILOMETRES: (0.05, 40)},
    FigureKind.PAYLOAD: {Unit.KILOGRAMS: (0.1, 130_000), Unit.TONNES: (0.1, 300)},
    FigureKind.WARHEAD: {Unit.KILOGRAMS: (0.1, 12_000), Unit.TONNES: (0.1, 20)},
    FigureKind.CALIBRE: {Unit.MILLIMETRES: (4, 800), Unit.CENTIMETRES: (2, 80)},
    FigureKind.RATE_OF_FIRE: {Unit.ROUNDS_PER_MINUTE: (0.2, 12_000)},
    FigureKind.DISPLACEMENT: {Unit.TONNES: (20, 120_000)},
    FigureKind.ENGAGEMENT_ALTITUDE: {Unit.METRES: (5, 200_000), Unit.KILOMETRES: (0.01, 1_500)},
    FigureKind.ENDURANCE: {Unit.MINUTES: (5, 10_000), Unit.HOURS: (0.1, 3_000)},
    FigureKind.ENGINE_POWER: {Unit.KILOWATTS: (1, 250_000), Unit.HORSEPOWER: (1, 350_000)},
    FigureKind.PASSENGERS: {None: (1, 2_500)},
    FigureKind.CAPACITY: {None: (1, 5_000)},
}  # fmt: skip


def is_plausible(figure: Figure) -> bool:
    """Whether the figure has a unit of its kind and lies, both ends, within reason."""
    bounds = PLAUSIBLE[figure.what].get(figure.unit)
    if bounds is None or (figure.upto is not None and figure.upto <= figure.value):
        return False
    return bounds[0] <= figure.value and (figure.upto or figure.value) <= bounds[1]
