"""Bodies whose names were cut."""

from collections.abc import Callable

import pytest

from reader.domain.entities import EntityKind
from reader.nlp.body_borders import with_whole_bodies
from reader.nlp.findings import Finding


@pytest.fixture(scope="module")
def whole() -> Callable[[str], list[str]]:
    """The bodies in a text whose words are parted by spaces, where the tagger saw those between strokes."""

    def found(marked: str) -> list[str]:
        words: list[str] = []
        findings = []
        for number, piece in enumerate(marked.split(" | ")):
            start = len(words)
            words.extend(piece.split(" "))
            if number % 2:
                findings.append(Finding(start, len(words), EntityKind.ORGANIZATION))
        return [" ".join(words[one.start : one.end]) for one in with_whole_bodies(words, findings)]

    return found


def test_a_trade_and_the_firm_behind_it_are_one_name() -> None:
    words = ["Die", "Spedition", "Kern", "&", "Söhne", "fehlt"]
    parts = [Finding(1, 2, EntityKind.ORGANIZATION), Finding(2, 5, EntityKind.ORGANIZATION)]

    assert [(one.start, one.end) for one in with_whole_bodies(words, parts)] == [(1, 5)]


@pytest.mark.parametrize(
    ("marked", "bodies"),
    [
        ("die | Industrie- | und | Handelskammer Nordheim | rät", ["Industrie- und Handelskammer Nordheim"]),
        ("das | Innen- | und | Außenministerium | rät", ["Außenministerium"]),
        ("die | Nordheim Brewing | zahlt", ["Nordheim Brewing"]),
        ("die | Staatsanwaltschaft Frankfurt | ( Oder ) klagt", ["Staatsanwaltschaft Frankfurt ( Oder )"]),
        ("die | Staatsanwaltschaft Frankfurt | ( gestern ) klagt", ["Staatsanwaltschaft Frankfurt"]),
        ("eine | AG | zahlt", []),
        ("die Klage von Gerkan , | Marg | und Partner ruht", ["Gerkan , Marg und Partner"]),
        ("das Büro | Sauer & Partner | plant", ["Sauer & Partner"]),
        ("die | SPD | und Partner beraten", ["SPD"]),
    ],
)
def test_a_name_is_whole(whole: Callable[[str], list[str]], marked: str, bodies: list[str]) -> None:
    """Two ministries stay two, and what is left of none is dropped."""
    assert whole(marked) == bodies


def test_a_legal_form_belongs_to_the_firm_before_it() -> None:
    words = ["Nordheim", "Brewing", "LLC", "zahlt"]
    firm, form = Finding(0, 2, EntityKind.ORGANIZATION), Finding(2, 3, EntityKind.ORGANIZATION)

    assert [(one.start, one.end) for one in with_whole_bodies(words, [firm, form])] == [(0, 3)]
