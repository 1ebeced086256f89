"""Stand-ins for what is slow: the language analysis and the worker processes.

Texts are written with marks, so that nobody counts characters. `[person:Berg]` is a name,
`[person:Berg=Anna Berg]` another name of an entity, `{Anna Berg: „Ich gehe“}` a quotation with its
speaker, `{: sie gehe}` one without; a quotation that does not begin with a quotation mark is indirect.
"""

import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer

from reader.domain.annotations import Annotations, PipelineName
from reader.domain.articles import Article
from reader.domain.entities import Entity, EntityId, EntityKind
from reader.domain.errors import ReaderError
from reader.domain.mentions import Mention
from reader.domain.quotations import Attribution, Quotation, QuotationId, QuotationKind
from reader.domain.spans import Span
from reader.nlp.installed_pipelines import responsible_pipeline
from reader.paths import resources_folder
from reader.services import analysis
from reader.ui.jobs import JobFailure, Lane

MARK = re.compile(r"\[(?P<kind>\w+):|(?:=(?P<entity>[^\][{}]*))?\]|\{(?P<speaker>[^\][{}:]*): ?|\}")
QUOTATION_MARKS = ("„", "»", "«", "“", '"')


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without its marks, and what they say."""

    text: str
    entities: tuple[Entity, ...]
    quotations: tuple[Quotation, ...]

    def annotations_for(self, article: Article) -> Annotations:
        return Annotations(
            article.text_digest, "de", PipelineName("fake", "1"), self.entities, self.quotations
        )

    def entity(self, name: str) -> Entity:
        return next(entity for entity in self.entities if entity.canonical_name == name)


def marked(source: str) -> Marked:
    """Read a text with marks."""
    plain, read = "", 0
    opened: list[tuple[str, int]] = []  # kind of a name or speaker of a quotation, and where it begins
    mentions: dict[tuple[EntityKind, str], list[Mention]] = {}
    spoken: list[tuple[str, Span]] = []
    for mark in MARK.finditer(source):
        plain, read = plain + source[read : mark.start()], mark.end()
        if mark["kind"] is not None or mark["speaker"] is not None:
            opened.append((mark["kind"] or mark["speaker"] or "", len(plain)))
            continue
        subject, start = opened.pop()
        span = Span(start, len(plain))
        if mark[0] == "}":
            spoken.append((subject, span))
        else:
            name = span.of(plain)
            mentions.setdefault((EntityKind(subject), mark["entity"] or name), []).append(Mention(span, name))
    plain += source[read:]
    entities = tuple(
        _entity(number, kind, name, found)
        for number, ((kind, name), found) in enumerate(mentions.items(), start=1)
    )
    ids = {entity.canonical_name: entity.id for entity in entities}
    spoken.sort(key=lambda found: found[1])
    quotations = tuple(
        _quotation(number, plain, span, ids.get(speaker))
        for number, (speaker, span) in enumerate(spoken, start=1)
    )
    return Marked(plain, entities, quotations)


def _entity(number: int, kind: EntityKind, name: str, mentions: list[Mention]) -> Entity:
    aliases = tuple(dict.fromkeys(mention.text for mention in mentions if mention.text != name))
    return Entity(EntityId(f"e{number}"), kind, name, tuple(mentions), aliases)


def _quotation(number: int, text: str, span: Span, speaker: EntityId | None) -> Quotation:
    words = span.of(text)
    kind = QuotationKind.DIRECT if words.startswith(QUOTATION_MARKS) else QuotationKind.INDIRECT
    return Quotation(QuotationId(f"q{number}"), kind, (span,), words, Attribution(entity=speaker))


class FakeAnalysis:
    """Finds in an article what the marked text of the same words says; nothing in all others."""

    def __init__(self) -> None:
        self._known: dict[str, Marked] = {}
        self.knowledge_ids: dict[str, str] = {}  # by canonical name
        self.analysed: list[str] = []
        self.pipeline: PipelineName | None = None  # whom the findings are by; None: by our own

    def learn(self, text: Marked) -> None:
        self._known[text.text.strip()] = text

    def __call__(self, article: Article) -> Annotations:
        self.analysed.append(article.title)
        known = self._known.get(article.text.strip(), Marked(article.text, (), ()))
        found = known.annotations_for(article)
        entities = tuple(
            replace(entity, knowledge_id=self.knowledge_ids.get(entity.canonical_name))
            for entity in found.entities
        )
        own = responsible_pipeline(article.language, resources_folder(), {})
        return replace(found, entities=entities, pipeline=self.pipeline or own or found.pipeline)


@dataclass(frozen=True, slots=True, eq=False)
class FakeJob:
    """A job that waits for the event loop."""

    key: str
    work: Callable[[], object]
    on_done: Callable[[Any], None]
    on_error: Callable[[ReaderError | JobFailure], None]


class FakeJobs(QObject):
    """Takes the place of `JobRunner`: runs each job here, in order, when the event loop comes round.

    `analyse` takes the place of the analysis. While `holds_analyses` is set, analyses are kept waiting.
    A failure in `failures` is the end of the next analysis.
    """

    def __init__(self, analyse: Callable[[Article], Annotations]) -> None:
        super().__init__()
        self.analyse = analyse
        self.holds_analyses = False
        self.failures: deque[JobFailure] = deque()
        self._waiting: dict[str, FakeJob] = {}

    def submit(
        self,
        key: str,
        work: Callable[[], object],
        *,
        lane: Lane,
        seconds: float,
        on_done: Callable[[Any], None],
        on_error: Callable[[ReaderError | JobFailure], None],
    ) -> None:
        assert seconds > 0, lane
        job = FakeJob(key, work, on_done, on_error)
        self._waiting[key] = job
        if not (self.holds_analyses and _is_analysis(work)):
            QTimer.singleShot(0, self, partial(self._run, job))

    def cancel(self, key: str) -> None:
        self._waiting.pop(key, None)

    def current_keys(self) -> frozenset[str]:
        return frozenset(self._waiting)

    def stop(self) -> None:
        self._waiting.clear()

    def release(self) -> None:
        """Let the analyses go on that were held."""
        self.holds_analyses = False
        for job in [job for job in self._waiting.values() if _is_analysis(job.work)]:
            self._run(job)

    def _run(self, job: FakeJob) -> None:
        if self._waiting.get(job.key) is not job:
            return  # stale
        del self._waiting[job.key]
        if _is_analysis(job.work) and self.failures:
            job.on_error(self.failures.popleft())
            return
        try:
            result = self._result(job.work)
        except ReaderError as error:
            job.on_error(error)
        else:
            job.on_done(result)

    def _result(self, work: Callable[[], object]) -> object:
        if isinstance(work, partial) and work.func is analysis.warm_up:
            return None
        if isinstance(work, partial) and _is_analysis(work):
            return self.analyse(work.args[0])
        return work()


def _is_analysis(work: Callable[[], object]) -> bool:
    return isinstance(work, partial) and work.func is analysis.analyse
