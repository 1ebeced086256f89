"""Finding the pipelines that can be chosen, and the one that reads a language."""

import json
import shutil
import subprocess
import sys
from importlib.metadata import Distribution, EntryPoint
from pathlib import Path

import pytest
import spacy

from reader.domain.annotations import PipelineName
from reader.domain.articles import Article, Source, SourceKind
from reader.domain.errors import LanguageModelBroken
from reader.nlp import basis
from reader.nlp import installed_pipelines as module
from reader.nlp.basis import basis_of
from reader.nlp.installed_pipelines import (
    OWN_LANGUAGES,
    installed_pipelines,
    pipeline_in,
    responsible_pipeline,
)
from reader.nlp.pipeline import Pipeline


class FakePackage(Distribution):
    """An installed package of which only the version is asked."""

    version = "3.8.0"

    def read_text(self, filename: str) -> None:
        raise NotImplementedError(filename)

    def locate_file(self, path: str) -> None:
        raise NotImplementedError(path)


@pytest.fixture
def packages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two spaCy packages and one for all languages are installed."""
    names = ("fr_core_news_md", "de_core_news_sm", "xx_ent_wiki_sm")
    points = [EntryPoint(name, name, module.ENTRY_POINTS)._for(FakePackage()) for name in names]
    monkeypatch.setattr(module, "entry_points", lambda group: points if group == "spacy_models" else [])


@pytest.fixture
def french(tmp_path: Path) -> Path:
    """The folder of a pipeline for French."""
    nlp = spacy.blank("fr", meta={"name": "essai", "version": "1.2"})
    folder = tmp_path / "fr_essai" / "fr_essai-1.2"
    folder.parent.mkdir()
    nlp.to_disk(folder)
    return folder


@pytest.mark.usefixtures("packages")
def test_installed_packages() -> None:
    """By language, with their version."""
    found = installed_pipelines()

    assert [(one.place, one.language, one.name.version) for one in found] == [
        ("de_core_news_sm", "de", "3.8.0"),
        ("fr_core_news_md", "fr", "3.8.0"),
        ("xx_ent_wiki_sm", "xx", "3.8.0"),
    ]
    assert [one.place for one in found if one.reads("fr")] == ["fr_core_news_md", "xx_ent_wiki_sm"]


def test_pipeline_in_a_folder(french: Path) -> None:
    """The folder itself, or the one around it."""
    for folder in (french, french.parent):
        found = pipeline_in(folder)

        assert (found.place, found.language) == (str(french), "fr")
        assert found.name == PipelineName("fr_essai", "1.2")


@pytest.mark.parametrize("content", [None, "", "[]", "{}", '{"lang": "fr"}'])
def test_no_pipeline_in_a_folder(tmp_path: Path, content: str | None) -> None:
    """The error names the folder."""
    if content is not None:
        (tmp_path / "meta.json").write_text(content, encoding="utf-8")

    with pytest.raises(LanguageModelBroken) as caught:
        pipeline_in(tmp_path)

    assert caught.value.path == str(tmp_path)


@pytest.mark.parametrize("language", [*OWN_LANGUAGES, "fr"])
def test_responsible_is_who_answers(resources: Path, language: str) -> None:
    """The name that is foretold is the one that the annotations bear."""
    article = Article(Source(SourceKind.CLIPBOARD), "", (), "", language)

    found = Pipeline.load(language, resources).analyse(article)

    assert responsible_pipeline(language, resources, {}) == found.pipeline
    assert found.pipeline.basis == basis_of(resources)


@pytest.mark.usefixtures("packages")
def test_responsible_is_the_chosen_one(resources: Path, french: Path) -> None:
    """A folder or a package; None if it is gone."""
    rests_on = basis_of(resources)

    def responsible(chosen: str) -> PipelineName | None:
        return responsible_pipeline("fr", resources, {"fr": chosen})

    assert responsible(str(french)) == PipelineName("fr_essai", "1.2", rests_on)
    assert responsible("fr_core_news_md") == PipelineName("fr_core_news_md", "3.8.0", rests_on)
    assert responsible(str(french / "weg")) is None


def test_a_damaged_model_is_not_responsible(tmp_path: Path) -> None:
    """Without our model nobody knows by what an article would be read."""
    assert responsible_pipeline("de", tmp_path, {}) is None


def test_our_description_says_the_version(resources: Path) -> None:
    """A new version of the model renews what the old one found."""
    meta = json.loads((resources / "model" / "de_lesart_news" / "meta.json").read_text(encoding="utf-8"))

    found = responsible_pipeline("de", resources, {})

    assert found == PipelineName("de_lesart_news", meta["version"], basis_of(resources))


@pytest.fixture
def small_resources(tmp_path: Path) -> Path:
    """What is known beforehand and the word lists, as far as a fingerprint is concerned."""
    for name in ("knowledge/index.msgpack", "knowledge/weapons.toml", "lexicons/verbs.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("alt")
    return tmp_path


def test_repaired_knowledge_renews_what_was_found_without(resources: Path, tmp_path: Path) -> None:
    """What was found while the index was damaged is by another pipeline than what is found now."""
    for folder in resources.iterdir():
        if folder.name != "knowledge":
            (tmp_path / folder.name).symlink_to(folder)
    shutil.copytree(resources / "knowledge", tmp_path / "knowledge", ignore=shutil.ignore_patterns("*.py"))
    index = tmp_path / "knowledge" / "index.msgpack"
    whole = index.read_bytes()

    def responsible() -> PipelineName | None:
        basis_of.cache_clear()  # as a new start of the program does
        return responsible_pipeline("de", tmp_path, {})

    good = responsible()
    index.write_bytes(whole[: len(whole) // 2])
    assert responsible() not in {good, None}
    index.write_bytes(whole)
    assert responsible() == good


def fingerprint(resources: Path) -> str:
    """As a new start of the program makes it."""
    basis_of.cache_clear()
    return basis_of(resources)


@pytest.mark.parametrize(
    "name", ["knowledge/index.msgpack", "knowledge/weapons.toml", "lexicons/verbs.txt", "lexicons/nouns.txt"]
)
def test_other_knowledge_or_words_are_another_basis(small_resources: Path, name: str) -> None:
    """Changed, new or gone; what is as it was has the fingerprint that it had."""
    before = fingerprint(small_resources)
    assert fingerprint(small_resources) == before

    (small_resources / name).write_text("neu")
    changed = fingerprint(small_resources)
    (small_resources / name).unlink()

    assert len({before, changed, fingerprint(small_resources)}) == (2 if name == "lexicons/nouns.txt" else 3)


def test_another_program_is_another_basis(small_resources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its rules may be others."""
    before = fingerprint(small_resources)

    monkeypatch.setattr(basis, "__version__", "99.0")

    assert fingerprint(small_resources) != before


def test_asking_does_not_import_spacy() -> None:
    """The window asks, and it must not wait for spaCy."""
    code = (
        "import sys; from reader.nlp.installed_pipelines import installed_pipelines;"
        "installed_pipelines(); print('spacy' in sys.modules)"
    )

    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert answer.stdout.strip() == "False"
