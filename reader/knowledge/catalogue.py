"""The catalogue of weapon systems."""

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

SEPARATORS = re.compile(r"[\s\-–‑./'’]")
# What may follow a name that ends in a figure: Leopard 2A6, T-72B3, F-16C, Su-35S.
VARIANT = re.compile(r"(?:a\d{1,2}[a-z0-9]{0,3}|[a-z]{1,2}\d{0,2}[a-z]?)$")
SHORTEST_INFLECTED = 4  # Buk and Tor keep their form; other endings than -s are aliases (Leoparden)


def spelling(name: str) -> str:
    """A name without case, spaces and hyphens: Iris-T SLM and IRIS T-SLM are the same."""
    return SEPARATORS.sub("", name).casefold()


@dataclass(frozen=True, slots=True)
class WeaponSystem:
    """One system. `needs_context` are those of its names that are ordinary words, too."""

    id: str
    name: str
    category: str
    noun: str
    origin: str
    aliases: tuple[str, ...] = ()
    needs_context: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class KnownName:
    """What a look-up tells: the system, and whether the name alone is no proof."""

    system: WeaponSystem
    is_ambiguous: bool


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Looks systems up by any of their names, inflected or with a variant."""

    systems: tuple[WeaponSystem, ...]
    _by_id: dict[str, WeaponSystem] = field(repr=False)
    _by_spelling: dict[str, KnownName] = field(repr=False)
    beginnings: frozenset[str] = field(repr=False)

    def by_id(self, weapon_id: str) -> WeaponSystem | None:
        return self._by_id.get(weapon_id)

    def look_up(self, name: str) -> KnownName | None:
        """The system called `name`, or None; takes well under a millisecond."""
        key = spelling(name)
        if found := self._by_spelling.get(key):
            return found
        stem = key.removesuffix("s")
        if len(stem) >= SHORTEST_INFLECTED and (found := self._by_spelling.get(stem)):
            return found
        return None if "." in name else self._variant(key, name)

    def _variant(self, key: str, name: str) -> KnownName | None:
        for length in range(len(key) - 1, 1, -1):
            base = key[:length]
            if not (base[-1].isdigit() and base in self._by_spelling and VARIANT.match(key[length:])):
                continue
            added = name[-(len(key) - length) :]
            if added == added.upper() or any(character.isdigit() for character in added):
                return KnownName(self._by_spelling[base].system, is_ambiguous=False)
        return None


def load_catalogue(path: Path) -> Catalogue:
    """Read `weapons.toml`.

    Raises:
        OSError, tomllib.TOMLDecodeError, KeyError: if the file is missing or damaged.
    """
    systems = tuple(
        WeaponSystem(
            id=entry["id"],
            name=entry["name"],
            category=entry["category"],
            noun=entry["noun"],
            origin=entry["origin"],
            aliases=tuple(entry["aliases"]),
            needs_context=tuple(entry.get("needs_context", ())),
        )
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["weapon"]
    )
    by_spelling = {
        spelling(name): KnownName(system, is_ambiguous=name in system.needs_context)
        for system in systems
        for name in system.names
    }
    return Catalogue(
        systems=systems,
        _by_id={system.id: system for system in systems},
        _by_spelling=by_spelling,
        beginnings=frozenset(beginning_of(name) for system in systems for name in system.names),
    )


def beginning_of(name: str) -> str:
    """The first word or figure of a name: what a token must begin with to begin it."""
    return re.split(r"[\s\-–‑./'’]", name, maxsplit=1)[0].casefold()
