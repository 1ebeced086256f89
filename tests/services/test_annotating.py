"""Workers that hang, die or have bugs stop no other file."""

import os
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from reader.domain.articles import Source, SourceKind
from reader.domain.errors import AnalysisFailed, AnalysisFailure, CannotOpen, OpenFailure
from reader.services import annotating
from reader.services.annotating import Outcome, annotate_all
from reader.services.exporting import Document


def work(
    name: str, *, language: str, resources: Path, pipelines: Mapping[str, str], library: Path | None
) -> Document:
    """Does what the name says, and tells what it was given."""
    if name == "dies":
        os._exit(3)
    if name == "hangs":
        time.sleep(600)
    if name == "has a bug":
        raise KeyError(name)
    if name == "cannot be opened":
        raise CannotOpen(Source(SourceKind.FILE, name), OpenFailure.NO_ARTICLE)
    return {
        "source": name,
        "language": language,
        "resources": str(resources),
        "pipelines": dict(pipelines),
        "library": library,
    }


def outcomes(*names: str, jobs: int = 2) -> list[Outcome]:
    return list(annotate_all(names, language="de", resources=Path("r"), jobs=jobs, work=work))


def test_a_file_that_fails_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the order of the files, each with what went wrong."""
    monkeypatch.setattr(annotating, "LEAST_SECONDS", 3.0)
    names = ("good", "dies", "has a bug", "hangs", "cannot be opened", "good again")

    found = outcomes(*names)

    assert [outcome.source for outcome in found] == list(names)
    assert [outcome.document is not None for outcome in found] == [True, False, False, False, False, True]
    reasons = [
        outcome.error.reason for outcome in found if isinstance(outcome.error, AnalysisFailed | CannotOpen)
    ]
    assert reasons == [
        AnalysisFailure.CRASHED,
        AnalysisFailure.CRASHED,
        AnalysisFailure.TIMED_OUT,
        OpenFailure.NO_ARTICLE,
    ]


def test_many_files_come_in_their_order() -> None:
    """However many workers there are."""
    names = [f"file {number}" for number in range(50)]

    assert [outcome.source for outcome in outcomes(*names, jobs=3)] == names


def test_no_files_give_no_outcomes() -> None:
    """And start nothing."""
    assert outcomes() == []


def test_every_worker_is_told_which_pipelines_were_chosen_and_where_the_library_lies() -> None:
    """A worker does not read the settings."""
    chosen, library = {"fr": "fr_core_news_md"}, Path("library.sqlite3")

    (outcome,) = annotate_all(
        ["good"],
        language="fr",
        resources=Path("r"),
        jobs=1,
        pipelines=chosen,
        library=library,
        work=work,
    )

    assert outcome.document is not None
    assert (outcome.document["pipelines"], outcome.document["library"]) == (chosen, library)
