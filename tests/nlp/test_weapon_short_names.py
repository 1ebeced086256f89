"""Short names of weapons, of ships and of people in one article, by catalogue, without a tagger."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.nlp.findings import Finding
from reader.nlp.weapon_finder import FoundWeapons
from reader.nlp.weapon_joiner import with_weapons

Find = Callable[..., FoundWeapons]


@pytest.fixture(scope="module")
def named(find: Find, untagged: Language) -> Callable[..., list[tuple[str, str | None]]]:
    def told(text: str, **tagged: EntityKind) -> list[tuple[str, str | None]]:
        doc = untagged(text)
        return [
            (doc[match.start_token : match.end_token].text, match.weapon_id or match.name)
            for match in find(text, **tagged).matches
            if not match.is_generic
        ]

    return told


Named = Callable[..., list[tuple[str, str | None]]]


@pytest.mark.parametrize(
    ("text", "short", "weapon_id"),
    [
        (
            "Die Marine fliegt P-8 Poseidon. Die Poseidons der Marine suchen U-Boote.",
            "Poseidons",
            "p-8-poseidon",
        ),
        ("Zwei P-8A landeten. Die Poseidon der Marine sucht U-Boote.", "Poseidon", "p-8-poseidon"),
        ("Vier F-15 Eagle landeten. Die Eagles der Luftwaffe tragen Raketen.", "Eagles", "f-15"),
        ("Vier F-22 Raptor landeten. Die Raptors tragen Raketen.", "Raptors", "f-22"),
        ("Vier F-22 Raptor landeten. Ein Raptor-Pilot der Luftwaffe flog weiter.", "Raptor-Pilot", "f-22"),
        ("Die S-400 Triumf ist neu. Die Triumf verschießt Raketen.", "Triumf", "s-400"),
        ("Eine P-3 Orion kreist. Die Orion der Marine sucht U-Boote.", "Orion", "p-3-orion"),
        (
            "London zeigt den Challenger 3. Die Armee fährt den Panzer Challenger.",
            "Challenger",
            "challenger-3",
        ),
        ("Die Armee nutzt den Leopard 1. Die Leoparden der Armee rollen an.", "Leoparden", "leopard-1"),
    ],
)
def test_a_short_name_is_that_of_the_system_named_in_full(
    named: Named, text: str, short: str, weapon_id: str
) -> None:
    """Whatever else is called so."""
    assert (short, weapon_id) in named(text)


@pytest.mark.parametrize(
    ("text", "short", "weapon_id"),
    [
        ("Moskau testet den Torpedo Poseidon.", "Poseidon", "poseidon"),
        ("Eine P-8 Poseidon sucht den Torpedo Poseidon.", "Poseidon", "poseidon"),
        (
            "Die Armee hat Leopard 1 und Leopard 2. Die Leoparden der Armee rollen an.",
            "Leoparden",
            "leopard-2",
        ),
        ("Das Heer schießt mit Taurus Neo. Die Raketen vom Typ Taurus sind älter.", "Taurus", "taurus"),
        ("Das Heer hat Patriot PAC-3. Das Flugabwehrsystem Patriot ist alt.", "Patriot", "patriot"),
        ("Der NH90 Sea Tiger fliegt. Der Kampfhubschrauber Tiger auch.", "Tiger", "tiger"),
    ],
)
def test_a_name_keeps_its_own_system_if_the_article_says_so(
    named: Named, text: str, short: str, weapon_id: str
) -> None:
    """By its class noun, its full name, or because nobody shortens the other so."""
    assert (short, weapon_id) in named(text)


def test_what_is_short_for_a_weapon_elsewhere_needs_its_article(named: Named) -> None:
    """Raptors by themselves are in no catalogue."""
    assert named("Die Raptors tragen Raketen.") == []


@pytest.mark.parametrize(
    ("text", "short", "ship"),
    [
        (
            "Der Flugzeugträger »Gerald R. Ford« kommt. Die »Ford« wird von Zerstörern begleitet.",
            "»Ford«",
            "Gerald R. Ford",
        ),
        ("Die Fregatte »Hessen« kommt. An Bord der »Hessen« ist Platz.", "»Hessen«", "Hessen"),
        (
            "Die Korvette »Ludwigshafen am Rhein« kommt. Die »Ludwigshafen« ist neu.",
            "»Ludwigshafen«",
            "Ludwigshafen am Rhein",
        ),
        ("HMS Somerset left the port. The frigate Somerset is old.", "Somerset", "HMS Somerset"),
        (
            "USS Winston S. Churchill left the port. The destroyer Churchill is new.",
            "Churchill",
            "USS Winston S. Churchill",
        ),
    ],
)
def test_a_ship_is_known_by_the_end_of_its_name(
    find: Find, named: Named, text: str, short: str, ship: str
) -> None:
    """In marks, or behind a word for a ship."""
    names = {match.name for match in find(text).matches if not match.is_generic}

    assert short in [words for words, _ in named(text)]
    assert names == {ship}


@pytest.mark.parametrize(
    "text",
    [
        "USS Gerald R. Ford left the port. A Ford dealer waved.",
        "HMS Somerset left the port. Farmers in Somerset waved.",
        "Die Fregatte »Hessen« kommt. In Hessen regnet es.",
        "In der Stadt läuft der »Tatort«. Ein »Ford« parkte dort.",
    ],
)
def test_what_only_is_called_as_a_ship_is_none(named: Named, text: str) -> None:
    """A dealer, a county, a state, a car."""
    assert [words for words, _ in named(text) if words in {"Ford", "»Ford«", "Somerset", "Hessen"}] == []


BAYKAR = "Selcuk_Bayraktar"


@pytest.mark.parametrize(
    "text",
    [
        "Selcuk Bayraktar kam. Bayraktar sagte, das Werk werde öffnen.",
        "Selcuk Bayraktar came. Bayraktar said the plant would open.",
        "Selcuk Bayraktar kam. „Wir fangen an“, sagte Bayraktar.",
    ],
)
def test_who_speaks_is_no_weapon(named: Named, text: str) -> None:
    """If the article names somebody so."""
    assert named(text, **{BAYKAR: EntityKind.PERSON}) == []


@pytest.mark.parametrize(
    "text",
    [
        "Selcuk Bayraktar kam. Die Bayraktar fliegt lange.",
        "Selcuk Bayraktar kam. Kiew setzte die Drohne Bayraktar ein.",
        "Selcuk Bayraktar kam. Eine Bayraktar-Drohne stürzte ab.",
    ],
)
def test_what_flies_is_a_weapon_beside_its_maker(named: Named, text: str) -> None:
    """An article, a class noun or a compound tells."""
    found = named(text, **{BAYKAR: EntityKind.PERSON})

    assert [weapon_id for _, weapon_id in found] == ["bayraktar-tb2"]


def test_a_given_name_makes_a_person_whom_the_tagger_missed(find: Find) -> None:
    """Nobody gives one to a drone."""
    words = ["Haluk", "sprach", "mit", "Karl", "Bayraktar", "."]

    found = with_weapons([], find(" ".join(words)), words)

    assert [(one.kind, words[one.start : one.end]) for one in found] == [
        (EntityKind.PERSON, ["Karl", "Bayraktar"])
    ]


def test_a_trade_before_a_name_is_no_vehicle(named: Named) -> None:
    """Though the army has the vehicle in the next sentence."""
    text = "Der frühere Boxer Dieter Kroll kam. Die Bundeswehr zeigte den Radpanzer Boxer."

    assert named(text, Dieter_Kroll=EntityKind.PERSON) == [("Boxer", "boxer")]


@pytest.mark.parametrize("name", ["Eisenkuppel", "Davids Schleuder", "Arrow 3", "Iron Dome", "Hetz 3"])
def test_known_systems_have_their_german_names(named: Named, name: str) -> None:
    """As German news writes them."""
    assert [words for words, _ in named(f"Das Flugabwehrsystem {name} fing zwei Raketen ab.")] == [name]


@pytest.mark.parametrize("word", ["German-built", "Turkish-made", "US-supplied"])
def test_where_a_weapon_comes_from_is_none(word: str) -> None:
    """Even if the tagger says so."""
    words = [word, "tanks", "arrived", "."]
    tagged = Finding(0, 1, EntityKind.WEAPON, MentionForm.PART, confidence=0.99)

    assert with_weapons([tagged], FoundWeapons((), frozenset()), words) == []


def test_two_names_of_one_weapon_are_one_mention(find: Find) -> None:
    """Where the tagger sees both as one name."""
    words = ["Zwei", "F-18", "Hornet", "der", "Luftwaffe", "flogen", "."]
    tagged = Finding(1, 3, EntityKind.WEAPON, confidence=0.98)

    found = with_weapons([tagged], find(" ".join(words)), words)

    assert [words[one.start : one.end] for one in found] == [["F-18", "Hornet"]]
