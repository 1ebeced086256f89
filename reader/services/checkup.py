"""Checks that everything the app needs is in place and works."""

import os
import platform
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from reader import __version__
from reader.domain.articles import Article, Block, BlockKind, Source, SourceKind
from reader.domain.entities import EntityKind
from reader.domain.errors import LanguageModelBroken, StorageFailed, StorageFailure
from reader.domain.spans import Span
from reader.knowledge.knowledge_index import KnowledgeFailure, KnowledgeIndex
from reader.nlp.installed_pipelines import installed_pipelines, pipeline_in
from reader.paths import Paths
from reader.services import analysis
from reader.services.settings import SettingsFile
from reader.storage.article_store import ArticleStore
from reader.storage.database import COMPANIONS, open_database

LIBRARIES = ("spacy", "PySide6-Essentials", "trafilatura")
LANGUAGE = "de"
SENTENCE = "Die Ministerin Angela Neumann reiste am Montag nach Berlin."
PERSON = "Angela Neumann"
STORAGE_FAILURES = {
    StorageFailure.NEWER_VERSION: "was made by a newer version of the program",
    StorageFailure.DAMAGED: "is damaged",
    StorageFailure.LOCKED: "is locked by another program",
    StorageFailure.DISK_FULL: "cannot be checked: the disk is full",
    StorageFailure.NOT_WRITABLE: "cannot be opened",
}
KNOWLEDGE_FAILURES = {
    KnowledgeFailure.MISSING: "is missing",
    KnowledgeFailure.DAMAGED: "is damaged",
    KnowledgeFailure.OTHER_VERSION: "was made for another version of the program",
}


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the report."""

    subject: str
    finding: str
    is_good: bool = True


def checks(paths: Paths) -> Iterator[Check]:
    """One result after the other; no check stops the next. Writes nothing to the user's folders."""
    yield Check(
        "lesart", f"{__version__}, Python {platform.python_version()}, {platform.platform(terse=True)}"
    )
    yield Check("libraries", ", ".join(f"{name} {_version(name)}" for name in LIBRARIES))
    for subject, folder in (("data", paths.data), ("settings", paths.config), ("logs", paths.logs)):
        yield _folder(subject, folder)
    if paths.settings.exists():
        yield _guarded("settings", lambda: _settings(paths.settings))
    yield _guarded("resources", lambda: _resources(paths))
    yield _guarded("database", lambda: _database(paths.database))
    yield _guarded("knowledge", lambda: _knowledge(paths.resources))
    yield _guarded("model", lambda: _model(paths.resources))
    for language, place in sorted(SettingsFile(paths.settings).load().pipelines.items()):
        yield _guarded("pipeline", lambda: _chosen(language, place))  # noqa: B023  (called at once)


def _settings(path: Path) -> Check:
    try:
        tomllib.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:  # no UTF-8, or no TOML
        return Check("settings", f"{path} is damaged: {error}", is_good=False)
    return Check("settings", str(path))


def _guarded(subject: str, check: Callable[[], Check]) -> Check:
    try:
        return check()
    except LanguageModelBroken as error:
        return Check(subject, f"{error.path} is missing or damaged", is_good=False)
    except Exception as error:  # noqa: BLE001  (whatever is broken, the doctor tells and goes on)
        return Check(subject, f"{type(error).__name__}: {error}", is_good=False)


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:  # the frozen program carries no such notes
        return "(version unknown)"


def _folder(subject: str, folder: Path) -> Check:
    existing = next((parent for parent in (folder, *folder.parents) if parent.exists()), folder)
    if not existing.is_dir():
        return Check(subject, f"{existing} is not a folder", is_good=False)
    if not os.access(existing, os.W_OK | os.X_OK):
        return Check(subject, f"{folder}: {existing} cannot be written to", is_good=False)
    return Check(subject, str(folder) if existing == folder else f"{folder} (made at the first start)")


def _resources(paths: Paths) -> Check:
    needed = (paths.weapons, paths.lexicons, paths.models, paths.icons, paths.fonts, paths.translations)
    missing = [str(path) for path in (*needed, paths.sample) if not path.exists() or _is_empty(path)]
    if missing:
        return Check("resources", f"missing: {', '.join(missing)}", is_good=False)
    kind = "frozen" if getattr(sys, "frozen", False) else "files"
    return Check("resources", f"{paths.resources} ({kind})")


def _is_empty(path: Path) -> bool:
    return not any(path.iterdir()) if path.is_dir() else path.stat().st_size == 0


def _database(path: Path) -> Check:
    """Open a copy: the library itself is neither changed nor locked."""
    if not path.exists():
        return Check("database", f"{path} (made at the first start)")
    if not path.is_file():
        return Check("database", f"{path} is not a file", is_good=False)
    with tempfile.TemporaryDirectory(prefix="lesart-") as folder:
        copy = Path(folder) / path.name
        for companion in COMPANIONS:
            part = Path(f"{path}{companion}")
            if part.exists():
                shutil.copyfile(part, f"{copy}{companion}")
        try:
            database = open_database(copy)
        except StorageFailed as error:
            return Check("database", f"{path} {STORAGE_FAILURES[error.reason]}", is_good=False)
        with closing(database):
            articles = len(ArticleStore(database).all())
    return Check("database", f"{path}, {articles} articles")


def _knowledge(resources: Path) -> Check:
    index = KnowledgeIndex.load(resources)
    if index.trouble is not None:
        finding = f"{index.trouble.path} {KNOWLEDGE_FAILURES[index.trouble.failure]}"
        return Check("knowledge", finding, is_good=False)
    return Check("knowledge", f"{len(index)} entries")


def _chosen(language: str, place: str) -> Check:
    """Whether what the settings name to read a language instead of ours is there."""
    names = [one.name.name for one in installed_pipelines() if one.place == place]
    if not names and not Path(place).is_dir():
        return Check("pipeline", f"{place}, chosen for “{language}”, is not installed", is_good=False)
    return Check("pipeline", f"{language}: {names[0] if names else pipeline_in(Path(place)).name.name}")


def _model(resources: Path) -> Check:
    block = Block(Span(0, len(SENTENCE)), BlockKind.PARAGRAPH)
    article = Article(Source(SourceKind.CLIPBOARD), SENTENCE, (block,), SENTENCE, LANGUAGE)
    found = analysis.analyse(article, resources)
    people = [entity.canonical_name for entity in found.entities if entity.kind is EntityKind.PERSON]
    name = f"{found.pipeline.name} {found.pipeline.version}"
    if PERSON not in people:
        return Check("model", f"{name} does not find “{PERSON}”", is_good=False)
    return Check("model", f"{name} finds names")
