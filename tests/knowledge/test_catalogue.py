"""The catalogue of weapon systems, and the file it is read from."""

from collections import Counter
from pathlib import Path

import pytest

from reader.knowledge.catalogue import Catalogue, load_catalogue, spelling

FEWEST_SYSTEMS = 400
ORIGINS_BESIDE_ISO = {"SU", "EU", "YU"}


@pytest.fixture(scope="module")
def catalogue(resources: Path) -> Catalogue:
    return load_catalogue(resources / "knowledge" / "weapons.toml")


def test_the_catalogue_is_large_enough(catalogue: Catalogue) -> None:
    """Fewer systems than promised would be a loss."""
    assert len(catalogue.systems) >= FEWEST_SYSTEMS


def test_every_id_is_used_once(catalogue: Catalogue) -> None:
    """Notes and links hang on the id."""
    counts = Counter(system.id for system in catalogue.systems)

    assert [weapon_id for weapon_id, count in counts.items() if count > 1] == []


def test_no_name_belongs_to_two_systems(catalogue: Catalogue) -> None:
    """A name that means two systems would hide one of them; P-8 and P8 are told apart by the hyphen."""
    counts = Counter((spelling(name), "-" in name) for system in catalogue.systems for name in system.names)

    assert [name for name, count in counts.items() if count > 1] == []


@pytest.mark.parametrize(
    ("name", "weapon_id"),
    [
        ("P-8", "p-8-poseidon"),
        ("P-8s", "p-8-poseidon"),
        ("P‑8A", "p-8-poseidon"),
        ("P8", "p8"),
        ("P-38", "p-38-lightning"),
        ("P38", "p38"),
        ("M-16", "m16"),
        ("F-35", "f-35"),
    ],
)
def test_a_hyphen_tells_aircraft_from_pistols(catalogue: Catalogue, name: str, weapon_id: str) -> None:
    """Where only one system is spelled so, the hyphen does not matter."""
    found = catalogue.look_up(name)

    assert found is not None
    assert found.system.id == weapon_id


@pytest.mark.parametrize(
    ("form", "weapon_id"),
    [
        ("HARMs", "harm"),
        ("TOWs", "tow"),
        ("B-1Bs", "b-1"),
        ("TOW's", "tow"),
        ("Buk’s", "buk"),
        ("Msta-S's", "2s19-msta"),
    ],
)
def test_short_names_and_abbreviations_are_inflected_too(
    catalogue: Catalogue, form: str, weapon_id: str
) -> None:
    """Their capitals and figures tell them from words; and they may begin a name."""
    found = catalogue.look_up(form)

    assert found is not None
    assert (found.system.id, catalogue.may_begin(form)) == (weapon_id, True)


@pytest.mark.parametrize("word", ["Harms", "Tors", "Hots", "HARMSs"])
def test_words_are_no_abbreviations(catalogue: Catalogue, word: str) -> None:
    """Small letters in the place of capitals are another word."""
    assert catalogue.look_up(word) is None


def test_only_own_names_need_proof(catalogue: Catalogue) -> None:
    """A name with a slip of the pen in the list of doubtful ones would pass without proof."""
    strays = [
        name
        for system in catalogue.systems
        for name in (*system.needs_context, *system.needs_noun)
        if name not in system.names
    ]

    assert strays == []


def test_every_system_says_what_it_is_and_where_it_is_from(catalogue: Catalogue) -> None:
    """The details of a system show both."""
    incomplete = [
        system.id
        for system in catalogue.systems
        if not (system.noun and system.category)
        or not (system.origin in ORIGINS_BESIDE_ISO or (len(system.origin) == 2 and system.origin.isupper()))
    ]

    assert incomplete == []


@pytest.mark.parametrize(
    "name",
    [
        "Leopard", "Gepard", "Marder", "Puma", "Boxer", "Fuchs", "Wiesel", "Luchs", "Tiger", "Tornado",
        "Taurus", "Patriot", "Grad", "Tor", "Mars", "Milan", "Meteor", "Neptun", "Skorpion", "Biber", "Dachs",
        "Hawk",
    ],
)  # fmt: skip
def test_ordinary_words_are_known_to_be_ambiguous(catalogue: Catalogue, name: str) -> None:
    """The name alone is no proof."""
    known = catalogue.look_up(name)

    assert known is not None
    assert known.is_ambiguous


@pytest.mark.parametrize(
    ("name", "weapon_id"),
    [
        ("Leopard 2", "leopard-2"),
        ("LEOPARD-2", "leopard-2"),
        ("Leopard 2A6", "leopard-2"),
        ("Leopard‑2", "leopard-2"),
        ("Eurofightern", "eurofighter"),
        ("F-16s", "f-16"),
        ("Merkava IV", "merkava"),
        ("Tornado-S", "tornado-s"),
        ("Tornados", "tornado"),
        ("HIMARS", "himars"),
        ("Kinzhal", "ch-47m2-kinschal"),
    ],
)
def test_a_name_is_found_in_its_forms(catalogue: Catalogue, name: str, weapon_id: str) -> None:
    """Case, hyphens, variants, inflection and transliteration."""
    known = catalogue.look_up(name)

    assert known is not None
    assert known.system.id == weapon_id


@pytest.mark.parametrize("name", ["Lars", "Hot", "Harm", "Leopardenfell", "Taurusse", "Berlin", "", "2"])
def test_other_words_are_not_known(catalogue: Catalogue, name: str) -> None:
    """HOT and LARS are written in capitals."""
    assert catalogue.look_up(name) is None


def test_a_letter_and_a_figure_need_a_hyphen(catalogue: Catalogue) -> None:
    """A10 is rather a motorway."""
    with_hyphen, without = catalogue.look_up("A-10"), catalogue.look_up("A10")

    assert with_hyphen is not None
    assert without is not None
    assert (with_hyphen.is_ambiguous, without.is_ambiguous) == (False, True)
