"""Names of people in office that mean nobody else."""

from pathlib import Path

import pytest

from reader.knowledge.office_holders import full_names, surnames_with_particle


@pytest.mark.parametrize(
    "words",
    [
        ("Friedrich", "Merz"),
        ("Volodymyr", "Zelenskyy"),
        ("Carl", "XVI", ".", "Gustaf", "von", "Schweden"),
        ("Carl", "XVI", "Gustaf", "of", "Sweden"),
    ],
)
def test_full_names_stand_as_the_words_of_a_text(resources: Path, words: tuple[str, ...]) -> None:
    """In other spellings, too; the number of a king is parted from its full stop."""
    assert words in full_names(resources)


@pytest.mark.parametrize(
    "words", [("Abdullah", "II", ".", "von", "Jordanien"), ("Leo", "XIV", "."), ("Merz",)]
)
def test_numbers_and_surnames_make_no_full_name(resources: Path, words: tuple[str, ...]) -> None:
    """In the first is the name of a country, the others may be anybody's."""
    assert words not in full_names(resources)


def test_a_surname_with_a_small_word_is_a_name_at_the_beginning_of_a_sentence_too(resources: Path) -> None:
    """But in German, bin is a word."""
    surnames = surnames_with_particle(resources)

    assert {("von", "der", "Leyen"), ("Von", "der", "Leyen")} <= surnames
    assert ("bin", "Salman") not in surnames
