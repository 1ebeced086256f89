"""Countries behind the word for what they are."""

from pathlib import Path

import pytest

from reader.domain.entities import EntityKind
from reader.knowledge.gazetteer import load_gazetteer
from reader.nlp.findings import Finding
from reader.nlp.forms_of_state import FormsOfState


@pytest.fixture(scope="module")
def forms_of_state(resources: Path) -> FormsOfState:
    return FormsOfState(load_gazetteer(resources))


def left_of(name: str, forms_of_state: FormsOfState) -> list[tuple[str, EntityKind]]:
    """What is left of a name that the tagger took for an organisation."""
    texts = name.split()
    found = forms_of_state.apart(texts, [Finding(0, len(texts), EntityKind.ORGANIZATION)])
    return [(" ".join(texts[one.start : one.end]), one.kind) for one in found]


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Golfemirat Katar", "Katar"),
        ("Sultanats Oman", "Oman"),
        ("Haschemitische Königreich Jordanien", "Jordanien"),
        ("Großherzogtum Luxemburg", "Luxemburg"),
        ("Golfmonarchie Bahrain", "Bahrain"),
        ("Emirat Dubai", "Dubai"),
    ],
)
def test_a_country_is_named_without_the_word_for_its_form(
    name: str, country: str, forms_of_state: FormsOfState
) -> None:
    assert left_of(name, forms_of_state) == [(country, EntityKind.PLACE)]


@pytest.mark.parametrize("word", ["Golfemirat", "Königreichs", "Inselstaat", "Monarchie"])
def test_the_word_alone_is_no_name(word: str, forms_of_state: FormsOfState) -> None:
    assert left_of(word, forms_of_state) == []


@pytest.mark.parametrize("name", ["Republik Moldau", "Königreich Hannover", "Emirates", "Fürstentum Pless"])
def test_names_that_have_the_word_keep_it(name: str, forms_of_state: FormsOfState) -> None:
    assert [left for left, _ in left_of(name, forms_of_state)] == [name]


def test_a_country_of_several_words_is_known_in_every_case(forms_of_state: FormsOfState) -> None:
    texts = ["den", "Vereinigten", "Arabischen", "Emiraten"]

    found = list(forms_of_state.apart(texts, [Finding(1, 4, EntityKind.ORGANIZATION)]))

    assert [(one.kind, one.name) for one in found] == [(EntityKind.PLACE, "Vereinigte Arabische Emirate")]
