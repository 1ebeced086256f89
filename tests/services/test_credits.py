"""Sources and licences of the language data."""

from pathlib import Path

from reader.services.credits import model_credits, word_list_credits


def test_the_language_model_and_its_data(resources: Path) -> None:
    """The model comes first; everything has a licence."""
    found = model_credits(resources)

    assert found[0].what.startswith("de_lesart_news ")
    assert "multilingual-e5-small" in found[0].what
    assert "CC BY-SA 4.0" in found[0].licence
    assert any(credit.what.startswith("GermEval 2014") for credit in found)
    assert all(credit.licence for credit in found)


def test_the_word_lists(resources: Path) -> None:
    """Every file named beside the lists, without the marks of the table."""
    found = word_list_credits(resources)

    assert any("reporting_verbs.txt" in credit.what for credit in found)
    assert all(credit.licence.startswith("CC") for credit in found)
    assert not any("`" in credit.what for credit in found)


def test_a_file_that_is_missing(tmp_path: Path) -> None:
    """Then there is nothing to tell."""
    assert model_credits(tmp_path) == ()
    assert word_list_credits(tmp_path) == ()
