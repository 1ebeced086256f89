"""Whether words are a form of a name."""

import pytest

from reader.services.name_endings import is_form_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nordrings", "Nordring"),
        ("Grünen", "Grüne"),
        ("Goldenen Sterns", "Goldener Stern"),
        ("NORDISCHEN BANK", "Nordische Bank"),
    ],
)
def test_a_case_is_a_form_of_the_name(text: str, name: str) -> None:
    assert is_form_of(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [("Bremen", "Bremer"), ("Goldenen", "Goldener Stern"), ("Stern", "Goldener Stern"), ("Adler", "Adlen")],
)
def test_another_word_is_no_form_of_the_name(text: str, name: str) -> None:
    assert not is_form_of(text, name)
