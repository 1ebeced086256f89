"""Bodies with their letters in brackets are whole, and the letters are found."""

import pytest

from reader.domain.entities import EntityKind
from reader.nlp.bracketed_bodies import with_bracketed_bodies
from reader.nlp.findings import Finding


def bodies(sentence: str, *seen: str) -> list[str]:
    """The organisations in a sentence, of which the tagger has seen these."""
    texts = sentence.split()
    findings = []
    for name in seen:
        words = name.split()
        start = next(at for at in range(len(texts)) if texts[at : at + len(words)] == words)
        findings.append(Finding(start, start + len(words), EntityKind.ORGANIZATION))
    return [" ".join(texts[one.start : one.end]) for one in with_bracketed_bodies(texts, findings)]


@pytest.mark.parametrize(
    ("name", "letters", "seen"),
    [
        ("Gruppe für eine Schweiz ohne Armee", "GSoA", ("Gruppe", "Schweiz ohne Armee", "GSoA")),
        ("Aktion für ein sauberes Zürich", "ASZ", ()),
        ("Bewegung des 23. März", "M23", ("M23",)),
        ("Bewegung zum Sozialismus", "MAS", ("MAS",)),
        ("Volksmachtpartei", "PPP", ("PPP",)),
        ("Demokratische Allianz", "DA", ("Demokratische Allianz",)),
    ],
)
def test_a_body_and_its_letters_are_whole(name: str, letters: str, seen: tuple[str, ...]) -> None:
    assert bodies(f"Die {name} ( {letters} ) klagt .", *seen) == [name, letters]


@pytest.mark.parametrize(
    ("sentence", "seen"),
    [
        ("Die Regierungspartei ( CDU ) schweigt .", ("CDU",)),
        ("Die Gespräche der Gruppe mit der Nato ( NATO ) endeten .", ("Nato", "NATO")),
        ("Eine Gruppe klagte in Köln ( NRW ) erneut .", ()),
    ],
)
def test_a_description_or_another_name_is_no_long_form(sentence: str, seen: tuple[str, ...]) -> None:
    assert bodies(sentence, *seen) == list(seen)
