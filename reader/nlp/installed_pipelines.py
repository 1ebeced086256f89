"""Which pipelines there are: our own, installed spaCy packages, folders. Does not import spaCy."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from reader.domain.annotations import PipelineName
from reader.domain.errors import LanguageModelBroken
from reader.nlp.basis import basis_of

OWN_MODEL = "de_lesart_news"
OWN_LANGUAGES = ("de", "en")
WITHOUT_MODEL = PipelineName("catalogue", "0.0.0")  # where nothing reads a language
MULTI_LANGUAGE = "xx"
ENTRY_POINTS = "spacy_models"  # the group in which spaCy packages register
META = "meta.json"


@dataclass(frozen=True, slots=True)
class InstalledPipeline:
    """A pipeline that can be chosen; `place` is what it is loaded by, a package or a folder."""

    place: str
    language: str
    name: PipelineName

    def reads(self, language: str) -> bool:
        return self.language in {language, MULTI_LANGUAGE}


def installed_pipelines() -> tuple[InstalledPipeline, ...]:
    """Every spaCy pipeline that is installed beside Lesart, by language and name."""
    found = {point.name: _of_package(point) for point in entry_points(group=ENTRY_POINTS)}
    return tuple(sorted(found.values(), key=lambda one: (one.language, one.name.name)))


def pipeline_in(folder: Path) -> InstalledPipeline:
    """The pipeline in this folder; the folder around it, as a package has one, will do.

    Raises:
        LanguageModelBroken: if there is none.
    """
    for place in (folder, *sorted(path.parent for path in folder.glob(f"*/{META}"))):
        name = _name_in(place)
        if name is not None and (place / "config.cfg").is_file():
            return InstalledPipeline(str(place), name.name.partition("_")[0], name)
    raise LanguageModelBroken("", str(folder))


def responsible_pipeline(language: str, resources: Path, pipelines: Mapping[str, str]) -> PipelineName | None:
    """The pipeline that would read the language now, with its basis; None if it is not there.

    It says by what annotations would be found, so that those of another one can be renewed. Reads a few
    megabytes the first time, later a small file at most.
    """
    name = _responsible_name(language, resources / "model", pipelines)
    return replace(name, basis=basis_of(resources)) if name is not None else None


def _responsible_name(language: str, models: Path, pipelines: Mapping[str, str]) -> PipelineName | None:
    chosen = pipelines.get(language)
    if chosen is None:
        return _name_in(models / OWN_MODEL) if language in OWN_LANGUAGES else WITHOUT_MODEL
    installed = next((one.name for one in installed_pipelines() if one.place == chosen), None)
    return installed or _name_in(Path(chosen))


def _of_package(point: EntryPoint) -> InstalledPipeline:
    version = point.dist.version if point.dist is not None else ""
    return InstalledPipeline(point.name, point.name.partition("_")[0], PipelineName(point.name, version))


def _name_in(folder: Path) -> PipelineName | None:
    try:
        meta = json.loads((folder / META).read_text(encoding="utf-8"))
        return PipelineName(f"{meta['lang']}_{meta['name']}", str(meta["version"]))
    except (OSError, ValueError, KeyError, TypeError):  # not there, no JSON, or another kind of file
        return None
