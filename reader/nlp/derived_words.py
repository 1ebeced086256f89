"""What places a word comes from, also where it is made of two: deutsch-französisch."""

from reader.knowledge.gazetteer import Gazetteer

# First parts that stand for a country only before a hyphen.
FIRST_PARTS = frozenset({
    "anglo", "austro", "franco", "franko", "hispano", "indo", "israelo", "italo", "luso", "russo", "serbo",
    "sino", "turko", "us",
})  # fmt: skip


def place_of_word(word: str, gazetteer: Gazetteer) -> str | None:
    """The one place that a word comes from: deutsche, deutsch-deutsche; None for deutsch-polnische."""
    if (whole := gazetteer.place_of_derived(word)) is not None:
        return whole
    places = {gazetteer.place_of_derived(part) for part in word.split("-")}
    return places.pop() if len(places) == 1 else None


def is_of_two_places(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a word with a hyphen comes from two places, and so belongs to neither of them."""
    first, hyphen, last = word.rpartition("-")
    if not hyphen or gazetteer.place_of_derived(word) is not None:
        return False
    place = gazetteer.place_of_derived(last)
    if place is None:
        return False
    return first.casefold() in FIRST_PARTS or gazetteer.place_of_derived(first) not in {None, place}
