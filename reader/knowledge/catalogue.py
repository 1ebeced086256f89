"""The catalogue of weapon systems."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–", "-"))
SEPARATORS = re.compile(r"[\s\-./'’()„“”\"»«‚‘]")
# What may follow a name that ends in a figure: Leopard 2A6, T-72B3, F-16C, Su-35S, F-16 Block 70.
VARIANT = re.compile(r"(?:a\d{1,2}[a-z0-9]{0,3}|[a-z]{1,2}\d{0,2}[a-z]?|block\d{2})$")
BEGINNING = re.compile(r"[^\W\d_]+|\d+")
ROMAN_MARK = re.compile(r"(?:\s+Mk\.?)?\s+(?:I{1,3}|I?V|VI{1,3}|I?X)$")  # Merkava IV, Spitfire Mk IX
SHORTEST_IN_WORD = 4  # letters of a name that a word written in one begins with: Leopardpanzer
SHORTEST_INFLECTED = 4  # Buk and Tor keep their form; endings that no rule gives are aliases (Leoparden)
# What has a capital or a figure behind its first letter takes an S however short it is.
ABBREVIATION_INFLECTED = re.compile(r"(?P<stem>[A-ZÄÖÜ][\w-]*(?:[A-ZÄÖÜ]|\d[A-Z]))['’]?s")
POSSESSIVE = ("'s", "’s")
WITH_DATIVE_N = ("er", "el", "e")  # Mardern, Wieseln
ALIKE = 2  # systems with one spelling, from which on the hyphen decides
CLASS, ENGLISH_CLASS = "-Klasse", "-class"
# A letter and a figure without a hyphen are roads, lines, paper and languages, too: A 10, B2, U5.
LETTER_AND_FIGURE = re.compile(r"[a-z]\d{1,3}")


def spelling(name: str) -> str:
    """A name without case, spaces and hyphens: Iris-T SLM and IRIS T-SLM are the same."""
    return SEPARATORS.sub("", name.translate(HYPHENS)).casefold()


@dataclass(frozen=True, slots=True)
class WeaponSystem:
    """One system.

    `needs_context` are those of its names that are something else, too; `needs_noun` those so ordinary
    that only the words directly beside them can prove them. `seldom_other` are those of `needs_context` that
    are something else only where the sentence says so, `needs_article` those that are otherwise surnames.
    """

    id: str
    name: str
    category: str
    noun: str
    origin: str
    aliases: tuple[str, ...] = ()
    needs_context: tuple[str, ...] = ()
    needs_noun: tuple[str, ...] = ()
    seldom_other: tuple[str, ...] = ()
    needs_article: tuple[str, ...] = ()

    @property
    def head(self) -> str:
        """What it is in one word, case-folded: panzer, radar."""
        return self.noun.split()[-1].casefold()

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class KnownName:
    """What a look-up tells: the system, how the name is written there, and what proof it needs."""

    system: WeaponSystem
    written: str
    needs_context: bool = False
    needs_noun: bool = False
    is_seldom_other: bool = False
    needs_article: bool = False

    @property
    def is_ambiguous(self) -> bool:
        """Whether the name alone is no proof."""
        return self.needs_context or self.needs_noun


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Looks systems up by any of their names, inflected or with a variant."""

    systems: tuple[WeaponSystem, ...]
    _by_id: dict[str, WeaponSystem] = field(repr=False)
    _by_spelling: dict[str, tuple[KnownName, ...]] = field(repr=False)
    _beginnings: frozenset[str] = field(repr=False)
    _plain: dict[str, tuple[KnownName, ...]] = field(repr=False)  # names of one word, by their first letters

    def by_id(self, weapon_id: str) -> WeaponSystem | None:
        return self._by_id.get(weapon_id)

    def look_up(self, name: str) -> KnownName | None:
        """The system called `name`, or None; takes well under a millisecond."""
        for key in _keys(name):
            found = _closest(self._by_spelling.get(key, ()), name)
            if found is not None and not _is_plural(name, found.written):
                return _as_written(found, name, key)
        if "." in name:
            return None
        return self._variant(spelling(name), name)

    def begun_by(self, word: str) -> tuple[KnownName, str] | None:
        """The system whose name a word written in one begins with, and the rest: Shahed, drohnen."""
        folded = word.casefold()
        for known in self._plain.get(folded[:SHORTEST_IN_WORD], ()):
            name = known.written.casefold()
            if len(name) < len(folded) and folded.startswith(name):
                return known, folded[len(name) :]
        return None

    def may_begin(self, word: str) -> bool:
        """Whether a name can begin with this word: a quick test before `look_up`."""
        beginning = beginning_of(word)
        forms = (beginning, *_uninflected(beginning), *_uncounted(word))
        return any(form in self._beginnings for form in forms)

    def _variant(self, key: str, name: str) -> KnownName | None:
        if mark := ROMAN_MARK.search(name):
            return _closest(self._by_spelling.get(spelling(name[: mark.start()]), ()), name)
        for length in range(len(key) - 1, 1, -1):
            base = key[:length]
            known = _closest(self._by_spelling.get(base, ()), name)
            if known is None or not (base[-1].isdigit() and VARIANT.match(key[length:])):
                continue
            added = name[-(len(key) - length) :]
            if added[:-1].isupper() and added.endswith("s"):
                added = added[:-1]  # F-35Bs
            if added == added.upper() or any(character.isdigit() for character in added):
                return replace(known, needs_context=False, needs_noun=False)
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
            needs_noun=tuple(entry.get("needs_noun", ())),
            seldom_other=tuple(entry.get("seldom_other", ())),
            needs_article=tuple(entry.get("needs_article", ())),
        )
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["weapon"]
    )
    by_spelling: dict[str, tuple[KnownName, ...]] = {}
    for system in systems:
        for name in system.names:
            known = KnownName(
                system,
                name,
                needs_context=name in system.needs_context,
                needs_noun=name in system.needs_noun,
                is_seldom_other=name in system.seldom_other,
                needs_article=name in system.needs_article,
            )
            by_spelling[spelling(name)] = (*by_spelling.get(spelling(name), ()), known)
            if name.endswith(CLASS):
                english = name.removesuffix(CLASS) + ENGLISH_CLASS
                by_spelling.setdefault(spelling(english), (replace(known, written=english),))
    return Catalogue(
        systems=systems,
        _by_id={system.id: system for system in systems},
        _by_spelling=by_spelling,
        _beginnings=frozenset(beginning_of(name) for system in systems for name in system.names),
        _plain=_plain_names(known[0] for known in by_spelling.values()),
    )


def _plain_names(names: Iterable[KnownName]) -> dict[str, tuple[KnownName, ...]]:
    """Those of one word of letters, by the first of these; the longest first."""
    plain: dict[str, tuple[KnownName, ...]] = {}
    for known in sorted(names, key=lambda known: -len(known.written)):
        name = known.written.casefold()
        if name.isalpha() and len(name) >= SHORTEST_IN_WORD:
            plain[name[:SHORTEST_IN_WORD]] = (*plain.get(name[:SHORTEST_IN_WORD], ()), known)
    return plain


def beginning_of(name: str) -> str:
    """The first letters or the first figure of a name: what a token must begin with to begin it."""
    found = BEGINNING.search(name)
    return found.group().casefold() if found else ""


def _keys(name: str) -> Iterator[str]:
    """The spellings to look for: as it is, then without the ending of a case."""
    key = spelling(name)
    yield key
    yield from _uninflected(key)
    yield from _uncounted(name)


def _uncounted(name: str) -> Iterator[str]:
    """An abbreviation or a version without the ending, or a possessive: TOWs, MiGs, B-1Bs, the Buk's."""
    if (found := ABBREVIATION_INFLECTED.fullmatch(name)) is not None:
        yield spelling(found["stem"])
    elif name.endswith(POSSESSIVE):
        yield spelling(name[:-2])


def _uninflected(key: str) -> Iterator[str]:
    stem = key.removesuffix("s")
    if stem != key and (len(stem) >= SHORTEST_INFLECTED or stem[-1:].isdigit()):
        yield stem
    stem = key.removesuffix("n")
    if stem != key and len(stem) >= SHORTEST_INFLECTED and stem.endswith(WITH_DATIVE_N):
        yield stem


def _closest(known: tuple[KnownName, ...], name: str) -> KnownName | None:
    """Of systems whose names are spelled alike, the one that is written so: P-8 flies, P8 is a pistol."""
    if len(known) < ALIKE:
        return known[0] if known else None
    has_hyphen = "-" in name.translate(HYPHENS)
    return next((one for one in known if ("-" in one.written) == has_hyphen), known[0])


def _is_plural(name: str, written: str) -> bool:
    """Whether it only looks like a name with a final S: Tornados are no Tornado-S."""
    singular = name[:-2] if name.endswith(POSSESSIVE) else name
    return written.endswith("-S") and not singular.translate(HYPHENS).endswith(("-S", "-s"))


def _as_written(known: KnownName, name: str, key: str) -> KnownName | None:
    """The finding, doubted or denied where the text writes the name otherwise than the catalogue.

    HOT and LARS are not Hot and Lars; A10 is rather a motorway than the A-10.
    """
    if known.is_ambiguous and known.written.isupper() and known.written.isalpha():
        inflected = ABBREVIATION_INFLECTED.fullmatch(name)
        if not (name if inflected is None else inflected["stem"]).isupper():
            return None
    if LETTER_AND_FIGURE.fullmatch(key) and "-" in known.written and "-" not in name.translate(HYPHENS):
        return replace(known, needs_noun=True)
    return known
