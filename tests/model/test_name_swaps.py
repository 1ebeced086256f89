"""Sentences get other names, and words that are cut at the end of a line."""

import random
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

NOTHING: dict[str, list[Any]] = {"direct": [], "quotations": [], "roles": []}


@pytest.fixture
def swaps() -> ModuleType:
    return import_module("name_swaps")


def block(text: str, *names: tuple[int, int, str], **others: list[list[Any]]) -> dict[str, Any]:
    return {"words": text.split(), "names": [list(name) for name in names], **NOTHING, **others}


def marked(found: dict[str, Any], head: str = "names") -> list[tuple[str, str]]:
    """The words of every span, with its label."""
    return [(" ".join(found["words"][start:end]), label) for start, end, label in found[head]]


def test_spans_move_with_the_words(swaps: ModuleType) -> None:
    """A longer name before them, a shorter one within them."""
    said = block(
        "Lene Brandt sagte , Kiew warte", (0, 2, "PER"), (4, 5, "LOC"),
        quotations=[[4, 6, "indirect"]], roles=[[0, 2, "speaker"], [2, 3, "cue"]],
    )  # fmt: skip

    changed = swaps.changed(said, {(0, 2): ("Mara",), (4, 5): ("Banja", "Luka")})

    assert changed["words"] == ["Mara", "sagte", ",", "Banja", "Luka", "warte"]
    assert marked(changed) == [("Mara", "PER"), ("Banja Luka", "LOC")]
    assert marked(changed, "quotations") == [("Banja Luka warte", "indirect")]
    assert marked(changed, "roles") == [("Mara", "speaker"), ("sagte", "cue")]


def test_the_block_itself_stays_as_it_is(swaps: ModuleType) -> None:
    """It comes again in the next epoch."""
    before = block("Kiew wartet", (0, 1, "LOC"))

    swaps.changed(before, {(0, 1): ("Banja", "Luka")})

    assert before == block("Kiew wartet", (0, 1, "LOC"))


def test_a_name_becomes_one_of_the_same_kind(swaps: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swaps, "SHARES", dict.fromkeys(swaps.SHARES, 1.0))
    document = {"blocks": [block("Lene Brandt traf Ole Kern", (0, 2, "PER"), (3, 5, "PER"))]}
    pool = swaps.NamePool([document])
    randomness = random.Random(1)  # noqa: S311  (repeatable)

    texts = {
        words
        for _ in range(60)
        for words, label in marked(swaps.with_other_names(document["blocks"][0], pool, randomness))
        if label == "PER"
    }

    assert texts == {"Brandt", "Kern", "Lene Brandt", "Lene Kern", "Ole Brandt", "Ole Kern"}


def test_weapons_come_from_the_catalogue(swaps: ModuleType) -> None:
    """None that is an ordinary word as well, for nothing around it would tell."""
    pool = swaps.NamePool([])
    randomness = random.Random(2)  # noqa: S311  (repeatable)

    drawn = {" ".join(pool.draw("WEAPON", randomness)) for _ in range(300)}

    assert len(drawn) > 100
    assert not drawn & {"Tor", "Mars", "Grad"}


@pytest.mark.parametrize(("text", "label"), [("Kanzler Brandts Rede", "PER"), ("Der Euro steigt", "MISC")])
def test_some_names_stay(swaps: ModuleType, monkeypatch: pytest.MonkeyPatch, text: str, label: str) -> None:
    """Genitives, whose ending another name would need, and kinds without a list."""
    monkeypatch.setattr(swaps, "SHARES", dict.fromkeys(swaps.SHARES, 1.0))
    before = block(text, (1, 2, label))
    pool = swaps.NamePool([{"blocks": [block("Lene Kern", (0, 2, "PER"))]}])

    assert swaps.with_other_names(before, pool, random.Random(3)) == before  # noqa: S311  (repeatable)


def test_words_that_are_cut_stay_in_their_span(swaps: ModuleType) -> None:
    before = block("In Braunschweig regnet es", (1, 2, "LOC"))

    cut = next(
        found
        for seed in range(50)
        if len((found := swaps.set_narrowly(before, random.Random(seed)))["words"]) > 4  # noqa: S311
    )

    ((name, label),) = marked(cut)
    assert name.replace("- ", "") == "Braunschweig"
    assert name != "Braunschweig"
    assert label == "LOC"
    assert "".join(cut["words"]).replace("-", "") == "".join(before["words"])
