"""Known names with their aliases: countries, cities and regions, adjectives of places, organisations."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

ADJECTIVE_ENDINGS = ("", "e", "en", "er", "es", "em")
INHABITANT_ENDINGS = ("", "n", "en", "s", "nen")
WITHOUT_ENGLISH_PLURAL = ("ese", "ois", "men", "sh", "nch", "tch", "ss")
# Poles of the earth, monks, an order of knights, places, Schotter, and adjectives before a firm's name.
INHABITANTS_ALSO_ELSE = frozenset({
    "Balten", "Deutsche", "Deutschen", "Deutscher", "Dominikaner", "Este", "Flame", "Flamen", "Friesen",
    "Hessen", "Malteser", "Maltesern", "Maltesers", "Marshaller", "Niedersachsen", "Ostfriesen", "Pole",
    "Polen", "Poles", "Sachse", "Sachsen", "Sarde", "Schotte", "Schwabe", "Schwaben", "Schweden",
    "Schweizer", "Ungarn", "Westfalen",
})  # fmt: skip
# Of those, the words that behind an article are inhabitants after all: ein Sachse, die Schotten.
INHABITANTS_BEHIND_ARTICLE = frozenset({
    "Balten", "Flame", "Flamen", "Friesen", "Hessen", "Niedersachsen", "Ostfriesen", "Pole", "Polen",
    "Sachse", "Sachsen", "Sarde", "Schotte", "Schwabe", "Schwaben", "Schweden", "Schweizer", "Ungarn",
    "Westfalen",
})  # fmt: skip
WITHOUT_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
LIST_SEPARATOR = ";"
SHORTEST_SURNAME = 4  # letters
ENGLISH = "en"

Words: TypeAlias = tuple[str, ...]


class KnownKind(StrEnum):
    """What a certain name is the name of."""

    PLACE = "place"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Looks up names without regard to case.

    `places` are names of countries and their aliases, `cities` those of cities and regions,
    `derived_places` adjectives and inhabitants in every form, `organisations` names that are written in
    several ways; the values are the names to show, for English texts the English ones. `certain` are names,
    by their words, that hardly mean anything else; here case counts. `derived_english`, only for English
    texts, are adjectives and inhabitants, each with the English name of the place; case counts, too: a Pole
    is no pole. `inhabitants`, only for German texts, are those in every form that are nothing else, not even
    a place; case counts. `surnames` are those of people in office that are nothing else. `body_kinds` tells
    what is called by a name: party, intelligence.
    """

    places: Mapping[str, str] = field(default_factory=dict)
    cities: Mapping[str, str] = field(default_factory=dict)
    derived_places: Mapping[str, str] = field(default_factory=dict)
    organisations: Mapping[str, str] = field(default_factory=dict)
    certain: Mapping[Words, KnownKind] = field(default_factory=dict)
    derived_english: Mapping[str, str] = field(default_factory=dict)
    inhabitants: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    body_kinds: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def place(self, name: str) -> str | None:
        """The country that `name` is a name of: Vereinigte Staaten → USA."""
        return self.places.get(name.casefold())

    def city(self, name: str) -> str | None:
        """The city or region that `name` is a name of: Kyjiw → Kiew."""
        return self.cities.get(name.casefold())

    def place_of_derived(self, word: str) -> str | None:
        """The place that an adjective or an inhabitant comes from: ukrainische → Ukraine, Polish → Poland."""
        return self.place_of_english(word) or self.derived_places.get(word.casefold())

    def place_of_english(self, words: str) -> str | None:
        """The place of English words that come from it, alone or with a participle: Turkish-made."""
        first, hyphen, rest = words.partition("-")
        is_adjective = hyphen and rest.islower() and rest.isalpha()
        return self.derived_english.get(first if is_adjective else words)

    def organisation(self, name: str) -> str | None:
        return self.organisations.get(name.casefold())

    def kinds_of_body(self, name: str) -> frozenset[str]:
        """What the organisations with this name are: SAP is a company; empty if none is known."""
        return self.body_kinds.get(name.casefold(), frozenset())


def load_gazetteer(resources: Path, language: str = "de") -> Gazetteer:
    knowledge = resources / "knowledge"
    is_english = language == ENGLISH
    places, derived = _countries(knowledge / "countries.csv", is_english=is_english)
    inhabitants: frozenset[str] = frozenset()
    if not is_english:
        others = resources / "lexicons" / "inhabitants.txt"
        inhabitants = _inhabitants(knowledge / "countries.csv", others)
        for word, name in _pairs(resources / "lexicons" / "place_adjectives.txt"):
            _add_forms(derived, word, name, ADJECTIVE_ENDINGS)
        for word, name in _pairs(others):
            _add_forms(derived, word, name, INHABITANT_ENDINGS)
    certain: dict[Words, KnownKind] = {}
    cities = _cities(knowledge / "places.csv", certain, is_english=is_english)
    organisations = _organisations(knowledge / "organisations.csv", certain, is_english=is_english)
    english = derived_english(resources) if is_english else {}
    known = places.keys() | cities.keys() | organisations.keys()
    surnames = frozenset(name for name in _surnames(resources) if name.casefold() not in known)
    return Gazetteer(
        places,
        cities,
        derived,
        organisations,
        certain,
        english,
        inhabitants,
        surnames,
        _body_kinds(knowledge / "organisations.csv"),
    )


def _surnames(resources: Path) -> Iterator[str]:
    """Of people in office, those of one word that is nothing else: Putin, not Weber."""
    words = set((resources / "lexicons" / "surnames_also_words.txt").read_text(encoding="utf-8").splitlines())
    for row in _rows(resources / "knowledge" / "office_holders.csv"):
        for name in (row["surname"], *_surnames_in(row["aliases"])):
            if len(name) >= SHORTEST_SURNAME and " " not in name and name not in words:
                yield name


def _surnames_in(aliases: str) -> list[str]:
    """The last words of other spellings: Volodymyr Zelenskyy."""
    return [alias.split()[-1] for alias in _listed(aliases) if " " in alias]


def _cities(path: Path, certain: dict[Words, KnownKind], *, is_english: bool) -> dict[str, str]:
    """Names of cities and regions; those that are no words of the language go to `certain`, too."""
    cities: dict[str, str] = {}
    for row in _rows(path):
        shown = (row["name_en"] if is_english else "") or row["name"]
        for known in _names(row, is_english=is_english):
            for written in {known, transcribed(known)}:
                cities.setdefault(written.casefold(), shown)
                if known not in _listed(row["doubtful"]):
                    certain[tuple(written.split())] = KnownKind.PLACE
    return cities


def _organisations(path: Path, certain: dict[Words, KnownKind], *, is_english: bool) -> dict[str, str]:
    """Names of organisations; those that are no ordinary words go to `certain`, too."""
    organisations: dict[str, str] = {}
    english: dict[str, str] = {}
    for row in _rows(path):
        doubtful, shown = _listed(row["doubtful"]), _shown_organisation(row, is_english=is_english)
        for known in (row["name"], *_listed(row["aliases"])):
            # A doubtful name may be another's: ESG, and in English, where Independent is no rarity, any word.
            is_others = known in doubtful and (is_english or known.isupper())
            organisations[known.casefold()] = known if is_others else shown
            if known not in doubtful:
                certain[tuple(known.split())] = KnownKind.ORGANISATION
        if row["name_en"]:
            english[row["name_en"].casefold()] = shown
            words = tuple(row["name_en"].split())
            if is_english and len(words) > 1 and row["name_en"] not in (*doubtful, *_listed(row["shared"])):
                certain.setdefault(words, KnownKind.ORGANISATION)  # Alternative for Germany
    return {**english, **organisations} if is_english else organisations


def _body_kinds(path: Path) -> dict[str, frozenset[str]]:
    kinds: dict[str, frozenset[str]] = {}
    for row in _rows(path):
        for known in (row["name"], row["name_en"], *_listed(row["aliases"])):
            kinds[known.casefold()] = kinds.get(known.casefold(), frozenset()) | {row["kind"]}
    return kinds


def _names(row: dict[str, str], *, is_english: bool) -> list[str]:
    """Each name of a place; the English one is used in English texts only: Nice."""
    english = [row["name_en"]] if is_english and row["name_en"] else []
    return [row["name"], *_listed(row["aliases"]), *english]


def _shown_organisation(row: dict[str, str], *, is_english: bool) -> str:
    """The name to show; a longer English one is not, if the short one is used in English, too."""
    name, english = row["name"], row["name_en"]
    if not is_english or not english or (name in english and name.casefold() != english.casefold()):
        return name
    return english


def _countries(path: Path, *, is_english: bool) -> tuple[dict[str, str], dict[str, str]]:
    """Names of countries, and German words derived from them, each with the country."""
    places: dict[str, str] = {}
    derived: dict[str, str] = {}
    for row in _rows(path):
        name = row["name_en"] if is_english else row["name"]
        for known in _names(row, is_english=is_english):
            places[known.casefold()] = name
            places.setdefault(transcribed(known).casefold(), name)
        if is_english:
            continue
        for adjective in _listed(row["adjectives"]):
            _add_forms(derived, adjective, name, ADJECTIVE_ENDINGS)
        for inhabitant in _listed(row["inhabitants"]):
            _add_forms(derived, inhabitant, name, INHABITANT_ENDINGS)
    return places, derived


def _inhabitants(countries: Path, others: Path) -> frozenset[str]:
    """Every form of the words for inhabitants, case kept; of cities, they end in -er."""
    words = [word for row in _rows(countries) for word in _listed(row["inhabitants"])]
    words.extend(word for word, _ in _pairs(others))
    words.extend([word.replace("ß", "ss") for word in words])  # as in Switzerland
    forms = {word + ending for word in words for ending in INHABITANT_ENDINGS}
    return frozenset(forms - INHABITANTS_ALSO_ELSE)


def derived_english(resources: Path) -> dict[str, str]:
    """Which place English adjectives and words for inhabitants come from: Swedish, Swedes."""
    countries = _rows(resources / "knowledge" / "countries.csv")
    pairs = [(word, row["name_en"]) for row in countries for word in _listed(row["derived_en"])]
    pairs.extend(_pairs(resources / "lexicons" / "place_adjectives_en.txt"))
    words = {word for word, _ in pairs}
    derived: dict[str, str] = {}
    for word, name in pairs:
        derived.setdefault(word, name)
        is_man = word.endswith("man") and f"{word[:-2]}en" in words  # Frenchman, not German
        if not is_man and not word.endswith(WITHOUT_ENGLISH_PLURAL):
            derived.setdefault(word + "s", name)
    return derived


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


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
        forms.setdefault(transcribed(word).casefold() + ending, name)


def transcribed(name: str) -> str:
    """The name in the letters that every keyboard has: Muenchen."""
    return name.translate(WITHOUT_UMLAUTS)
