"""Finding, checking and loading language models."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy

from reader.domain.articles import Article
from reader.domain.entities import EntityKind
from reader.domain.errors import LanguageModelBroken
from reader.nlp import load_pipeline
from reader.nlp.installed_pipelines import OWN_MODEL
from reader.nlp.language_models import has_language_model, load_language_model
from reader.nlp.pipeline import Pipeline

ArticleOf = Callable[..., Article]
Damage = Callable[[Path], None]


@pytest.fixture
def models(resources: Path, tmp_path: Path) -> Path:
    """A copy of the folder with the shipped German model, to be damaged."""
    shutil.copytree(resources / "model" / OWN_MODEL, tmp_path / OWN_MODEL)
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
    folder = models / OWN_MODEL
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


@pytest.mark.parametrize("language", ["fr", "sv", "xx", "tlh", ""])
def test_a_language_without_a_model_only_splits_words(language: str, tmp_path: Path) -> None:
    """Known to spaCy or not: the app can go on."""
    nlp = load_language_model(language, tmp_path)

    assert not has_language_model(language)
    assert nlp.pipe_names == []
    assert [token.text for token in nlp("One two.")][:2] == ["One", "two"]


@pytest.fixture
def french(tmp_path: Path) -> str:
    """The folder of a pipeline of another maker: other labels, and steps that we do not need."""
    nlp = spacy.blank("fr")
    ruler = nlp.add_pipe("entity_ruler")
    patterns = {
        "Jean Martin": "PERSON",
        "Bordeaux": "GPE",
        "Airbus": "ORG",
        "Tour de France": "EVENT",
        "lundi": "DATE",
    }
    ruler.add_patterns([{"label": label, "pattern": words} for words, label in patterns.items()])  # type: ignore[attr-defined]
    nlp.add_pipe("sentencizer", name="their_sentences")
    nlp.to_disk(tmp_path / "french")
    return str(tmp_path / "french")


def test_another_pipeline_can_be_chosen_for_a_language(
    french: str, resources: Path, article_of: ArticleOf
) -> None:
    """Its labels are read as ours; weapons and direct quotations come from our own steps."""
    text = (
        "Jean Martin est venu lundi à Bordeaux. « Nous livrons le Leopard 2 », a dit Jean Martin, "
        "d'Airbus, au Tour de France."
    )
    pipeline = Pipeline.load("fr", resources, chosen=french)
    found = pipeline.analyse(article_of(text, language="fr"))

    assert {entity.canonical_name: entity.kind for entity in found.entities} == {
        "Jean Martin": EntityKind.PERSON,
        "Bordeaux": EntityKind.PLACE,
        "Leopard 2": EntityKind.WEAPON,
        "Airbus": EntityKind.ORGANIZATION,
        "Tour de France": EntityKind.OTHER,
    }
    assert [one.text for one in found.quotations] == ["« Nous livrons le Leopard 2 »"]
    assert found.has_language_model
    assert pipeline.name.name.startswith("fr_")


def test_doc_ents_of_a_chosen_pipeline_have_our_labels(french: str, resources: Path) -> None:
    """As `load_pipeline` promises for every language."""
    nlp = load_pipeline("fr", resources, chosen=french)

    doc = nlp("Jean Martin est venu à Bordeaux.")

    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Jean Martin", "PER"), ("Bordeaux", "LOC")]


def test_a_chosen_pipeline_can_replace_ours_for_german(french: str, resources: Path) -> None:
    """All of our steps then work on what it finds."""
    assert "lesart_entity_grouper" in load_pipeline("de", resources, chosen=french).pipe_names


@pytest.mark.parametrize("name", ["no_such_package", "", "/no/such/folder", "json"])
def test_a_chosen_pipeline_that_is_not_there_is_reported(name: str, resources: Path) -> None:
    """The error tells the name that was chosen."""
    with pytest.raises(LanguageModelBroken) as broken:
        load_pipeline("fr", resources, chosen=name)

    assert (broken.value.language, broken.value.path) == ("fr", name)


def test_a_chosen_pipeline_that_finds_no_names_is_reported(tmp_path: Path, resources: Path) -> None:
    """It would leave every article without colours, and nobody would know why."""
    spacy.blank("fr").to_disk(tmp_path / "blank")

    with pytest.raises(LanguageModelBroken):
        load_pipeline("fr", resources, chosen=str(tmp_path / "blank"))
