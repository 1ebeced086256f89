"""Finding, checking and loading language models."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.domain.errors import LanguageModelBroken
from reader.nlp import load_pipeline
from reader.nlp.language_models import MODELS, has_language_model, load_language_model

Damage = Callable[[Path], None]


@pytest.fixture
def models(resources: Path, tmp_path: Path) -> Path:
    """A copy of the folder with the shipped German model, to be damaged."""
    shutil.copytree(resources / "model" / MODELS["de"], tmp_path / MODELS["de"])
    return tmp_path


def remove_folder(folder: Path) -> None:
    shutil.rmtree(folder)


def remove_settings(folder: Path) -> None:
    (folder / "config.cfg").unlink()


def cut_settings(folder: Path) -> None:
    settings = folder / "config.cfg"
    settings.write_bytes(settings.read_bytes()[:200])


def cut_weights(folder: Path) -> None:
    largest = max(
        (path for path in folder.rglob("*") if path.is_file()), key=lambda path: path.stat().st_size
    )
    largest.write_bytes(largest.read_bytes()[:1000])


def put_a_file_in_its_place(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("not a model", encoding="utf-8")


@pytest.mark.parametrize(
    "damage", [remove_folder, remove_settings, cut_settings, cut_weights, put_a_file_in_its_place]
)
def test_a_damaged_or_missing_model_is_reported(models: Path, damage: Damage) -> None:
    """The error says which language and where, whatever went wrong inside."""
    folder = models / MODELS["de"]
    damage(folder)

    with pytest.raises(LanguageModelBroken) as broken:
        load_language_model("de", models)

    assert (broken.value.language, broken.value.path) == ("de", str(folder))


def test_a_pipeline_with_a_missing_model_is_reported(tmp_path: Path) -> None:
    """The caller of `load_pipeline` sees the same error."""
    with pytest.raises(LanguageModelBroken):
        load_pipeline("de", tmp_path)


def test_a_whole_model_is_loaded(models: Path) -> None:
    """The copy is as good as the original."""
    assert load_language_model("de", models).lang == "de"


@pytest.mark.parametrize("language", ["en", "fr", "xx", "tlh", ""])
def test_a_language_without_a_model_only_splits_words(language: str, tmp_path: Path) -> None:
    """Known to spaCy or not: the app can go on."""
    nlp = load_language_model(language, tmp_path)

    assert not has_language_model(language)
    assert nlp.pipe_names == []
    assert [token.text for token in nlp("One two.")][:2] == ["One", "two"]
