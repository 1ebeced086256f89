"""Annotates many files, each in a worker process: none can hang, kill or stop the others."""

import logging
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from reader.domain.errors import AnalysisFailed, AnalysisFailure, ReaderError
from reader.services import analysis
from reader.services.exporting import Document, article_document
from reader.services.statements import statements_of

logger = logging.getLogger(__name__)

LEAST_SECONDS = 120.0  # reading a small file and loading the language model, on a slow machine
SECONDS_PER_BYTE = 60 / 100_000  # twenty times what the analysis takes here: only a hang is longer
AHEAD = 4  # files for each worker that are waiting or done while the first is not

Work = Callable[..., Document]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The document of one file, or why there is none."""

    source: str
    document: Document | None = None
    error: ReaderError | None = None


def annotate(
    name: str,
    *,
    language: str,
    resources: Path,
    pipelines: Mapping[str, str],
    library: Path | None = None,
) -> Document:
    """Open and analyse one file, each language by the pipeline that `pipelines` names, else by our own.

    With a `library`, what the reader said there for all articles wins. Runs in a worker process.

    Raises:
        CannotOpen: if the file cannot be read.
        LanguageModelBroken: if the model for its language is missing or damaged.
        StorageFailed: if the library cannot be read.
    """
    # Late: reading HTML takes 0.4 s to import, which only the workers need.
    from reader.importers.opener import open_file  # noqa: PLC0415  (see above)

    article = open_file(name, language=language)
    annotations = analysis.analyse(article, resources, pipelines)
    if library is not None:
        annotations = statements_of(library, resources).apply(article, annotations)
    return article_document(article, annotations)


def annotate_all(
    names: Sequence[str],
    *,
    language: str,
    resources: Path,
    jobs: int,
    pipelines: Mapping[str, str] = analysis.OURS,
    library: Path | None = None,
    work: Work = annotate,
) -> Iterator[Outcome]:
    """The outcomes in the order of `names`, each as soon as it is there.

    A file that hangs or kills its worker is an outcome with an error, and the worker is replaced. When
    the caller stops early, all work ends.
    """
    # Spawned, not forked: the same on all systems, and safe beside the pool's threads.
    pool = ProcessPool(max_workers=max(1, min(jobs, len(names))), context=get_context("spawn"))
    waiting: deque[tuple[str, ProcessFuture[Document]]] = deque()
    remaining = iter(names)
    try:
        while True:
            while len(waiting) < jobs * AHEAD and (name := next(remaining, None)) is not None:
                settings = {
                    "language": language,
                    "resources": resources,
                    "pipelines": pipelines,
                    "library": library,
                }
                waiting.append((name, pool.schedule(work, [name], settings, timeout=_seconds_for(name))))
            if not waiting:
                break
            yield _outcome(*waiting.popleft())
    finally:
        pool.stop()
        pool.join()


def _outcome(name: str, future: "ProcessFuture[Document]") -> Outcome:
    try:
        return Outcome(name, document=future.result())
    except ReaderError as error:
        return Outcome(name, error=error)
    except FutureTimeoutError:
        return Outcome(name, error=AnalysisFailed(AnalysisFailure.TIMED_OUT))
    except ProcessExpired as error:
        logger.warning("the worker for %s died with exit code %s", name, error.exitcode)
        return Outcome(name, error=AnalysisFailed(AnalysisFailure.CRASHED))
    except Exception as error:  # noqa: BLE001  (a bug: this file fails, the others go on)
        logger.warning("%s: %s: %s", name, type(error).__name__, error)
        return Outcome(name, error=AnalysisFailed(AnalysisFailure.CRASHED))


def _seconds_for(name: str) -> float:
    try:
        return LEAST_SECONDS + Path(name).stat().st_size * SECONDS_PER_BYTE
    except (OSError, ValueError):  # not there, or no possible name: the worker will tell
        return LEAST_SECONDS
