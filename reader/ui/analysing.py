"""Has articles analysed in the background, one at a time, by the pipelines that are chosen."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.domain.annotations import Annotations
from reader.domain.articles import Article
from reader.domain.errors import AnalysisFailed, AnalysisFailure, LanguageModelBroken, ReaderError
from reader.nlp.installed_pipelines import responsible_pipeline
from reader.services import analysis
from reader.ui.jobs import JobFailure, JobRunner, Lane

ANALYSIS_SECONDS = 60.0
SECONDS_PER_WORD = 0.01  # a hundred times what the analysis takes here: only a hang is longer
WARM_UP, ANALYSE = "warm up", "analyse"


class Analysing(QObject):
    """`pipelines` are those that the reader chose instead of ours, by language."""

    done = Signal(object)  # Annotations of the article that was last asked for
    failed = Signal(object)  # ReaderError
    busy_changed = Signal()

    def __init__(
        self, jobs: JobRunner, resources: Path, pipelines: Mapping[str, str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._resources = resources
        self.pipelines = pipelines

    def warm_up(self, language: str) -> None:
        """Let the worker load the language model before the first article needs it."""
        self._jobs.submit(
            WARM_UP,
            partial(analysis.warm_up, self._resources, language, self.pipelines),
            lane=Lane.ANALYSIS,
            seconds=ANALYSIS_SECONDS,
            on_done=lambda _result: None,
            on_error=self._warm_up_failed,
        )

    def begin(self, article: Article) -> None:
        self._jobs.submit(
            ANALYSE,
            partial(analysis.analyse, article, self._resources, self.pipelines),
            lane=Lane.ANALYSIS,
            seconds=ANALYSIS_SECONDS + SECONDS_PER_WORD * article.word_count,
            on_done=self.done.emit,
            on_error=self._failed,
        )

    def cancel(self) -> None:
        self._jobs.cancel(ANALYSE)

    def is_running(self) -> bool:
        return ANALYSE in self._jobs.current_keys()

    def is_outdated(self, article: Article, annotations: Annotations) -> bool:
        """Whether another pipeline, another version of it, or another program would read the article now."""
        now = responsible_pipeline(article.language, self._resources, self.pipelines)
        return now is not None and now != annotations.pipeline

    def is_chosen(self, error: LanguageModelBroken) -> bool:
        """Whether the pipeline that is broken is one that the reader chose."""
        return self.pipelines.get(error.language) == error.path

    def _failed(self, failure: ReaderError | JobFailure) -> None:
        self.busy_changed.emit()
        if isinstance(failure, JobFailure):
            failure = AnalysisFailed(AnalysisFailure(failure.value))
        self.failed.emit(failure)

    def _warm_up_failed(self, failure: ReaderError | JobFailure) -> None:
        """A damaged model is told at once; a worker that died is replaced, and the article tells."""
        if isinstance(failure, ReaderError):
            self.failed.emit(failure)
