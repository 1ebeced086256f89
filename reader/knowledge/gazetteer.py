"""Known names with their aliases: countries, adjectives of places, organisations."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

ADJECTIVE_ENDINGS = ("", "e", "en", "er", "es", "em")
INHABITANT_ENDINGS = ("", "n", "en", "s", "nen")
LIST_SEPARATOR = ";"


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Looks up names without regard to case.

    `places` are names of countries and their aliases, `derived_places` adjectives and inhabitants
    in every form, `organisations` names that are written in several ways; the values are the names
    to show.
    """

    places: Mapping[str, str] = field(default_factory=dict)
    derived_places: Mapping[str, str] = field(default_factory=dict)
    organisations: Mapping[str, str] = field(default_factory=dict)

    def place(self, name: str) -> str | None:
        """The country that `name` is a name of: Vereinigte Staaten → USA."""
        return self.places.get(name.casefold())

    def place_of_derived(self, word: str) -> str | None:
        """The place that an adjective or an inhabitant comes from: ukrainische → Ukraine."""
        return self.derived_places.get(word.casefold())

    def organisation(self, name: str) -> str | None:
        return self.organisations.get(name.casefold())


def load_gazetteer(resources: Path) -> Gazetteer:
    places: dict[str, str] = {}
    derived: dict[str, str] = {}
    with (resources / "knowledge" / "countries.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name = row["name"]
            for known in (name, *_listed(row["aliases"])):
                places[known.casefold()] = name
            for adjective in _listed(row["adjectives"]):
                _add_forms(derived, adjective, name, ADJECTIVE_ENDINGS)
            for inhabitant in _listed(row["inhabitants"]):
                _add_forms(derived, inhabitant, name, INHABITANT_ENDINGS)
    for word, name in _pairs(resources / "lexicons" / "place_adjectives.txt"):
        _add_forms(derived, word, name, ADJECTIVE_ENDINGS)
    organisations: dict[str, str] = {}
    for name, aliases in _pairs(resources / "lexicons" / "organisation_names.txt"):
        for known in (name, *_listed(aliases)):
            organisations[known.casefold()] = name
    return Gazetteer(places, derived, organisations)


def _listed(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(LIST_SEPARATOR) if part.strip()]


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    """The lines `left = right` of a lexicon."""
    for line in path.read_text(encoding="utf-8").splitlines():
        left, equals, right = line.partition("=")
        if equals and not line.startswith("#"):
            yield left.strip(), right.strip()


def _add_forms(forms: dict[str, str], word: str, name: str, endings: tuple[str, ...]) -> None:
    # An entry that stands earlier wins: kongolesisch is said of the larger country.
    for ending in endings:
        forms.setdefault(word.casefold() + ending, name)
