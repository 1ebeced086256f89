"""What is open, what is selected, and what becomes of it: the one place that asks the services.

Views send their wishes here and listen to the signals; no view calls another.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.domain.annotations import Annotations
from reader.domain.articles import Article, ArticleId, Source, SourceKind
from reader.domain.entities import Entity, EntityId, EntityKey
from reader.domain.errors import (
    AnalysisFailed,
    AnalysisFailure,
    CannotOpen,
    ExportFailed,
    ExportFailure,
    LanguageModelBroken,
    OpenFailure,
    ReaderError,
    StorageFailed,
)
from reader.domain.notes import Note
from reader.domain.quotations import Quotation, QuotationId
from reader.domain.spans import Span
from reader.importers import opener
from reader.importers.opener import open_file, open_text
from reader.nlp.installed_pipelines import responsible_pipeline
from reader.presentation.doubts import without_doubtful
from reader.services import analysis
from reader.services.corrections import Corrections, Followed, OtherArticle
from reader.services.library import Library, LibraryEntry
from reader.services.notebook import Notebook
from reader.services.saving import save
from reader.ui.jobs import JobFailure, JobRunner, Lane

if TYPE_CHECKING:
    from reader.domain.corrections import CorrectionId

OPENING_SECONDS = 30.0
ANALYSIS_SECONDS = 60.0
SECONDS_PER_WORD = 0.01  # a hundred times what the analysis takes here: only a hang is longer
EXPORT_SECONDS = 120.0  # for a slow network drive
RETRY_MILLISECONDS = 3000
INDEXING_STEP = timedelta(milliseconds=20)  # too short to be felt
WARM_UP_OPENER, WARM_UP, ANALYSE = "warm up the opener", "warm up", "analyse"
OPEN = "open"  # how the keys of opening jobs begin
EXPORT = "export"


class ReadingSession(QObject):
    """The open article with its annotations, the selection, and the way to library and notebook."""

    article_changed = Signal()
    annotations_changed = Signal()
    selection_changed = Signal()
    jump_wanted = Signal(object)  # Span
    library_changed = Signal()
    notes_changed = Signal()
    busy_changed = Signal()
    failed = Signal(object)  # ReaderError
    change_failed = Signal(object)  # ReaderError: a correction or the like was not made
    corrections_changed = Signal()
    findings_coming = Signal()  # what was typed so far belongs to whom it was typed on
    names_followed = Signal(object)  # Followed

    def __init__(
        self,
        library: Library,
        notebook: Notebook,
        corrections: Corrections,
        jobs: JobRunner,
        *,
        resources: Path,
        pipelines: Mapping[str, str] = analysis.OURS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._notebook = notebook
        self._corrections = corrections
        self._jobs = jobs
        self._resources = resources
        self.pipelines = pipelines  # that the reader chose instead of ours, by language
        self.article: Article | None = None
        self.article_id: ArticleId | None = None
        self.annotations: Annotations | None = None  # with all that the reader said
        self.misfits: tuple[CorrectionId, ...] = ()
        self._found: Annotations | None = None  # what the machine found
        self.entity: Entity | None = None
        self.quotation: Quotation | None = None
        self._opened_count = self._export_count = 0
        self._wish = 0  # counts what the reader wanted to see; only the newest wish is shown
        self._is_awaited = False  # whether the newest wish still waits for its article
        self._least_confidence = 0.0
        self._only_job = ""  # its key, if the wish is for one file alone
        self._visited: list[ArticleId] = []
        self._place = -1
        self._unsaved: dict[EntityKey, tuple[Entity, str]] = {}
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MILLISECONDS)
        self._retry.timeout.connect(self.save_notes)

    # Opening.

    def warm_up(self, language: str) -> None:
        """Let the workers load their parsers and the language model before the first article needs them."""
        self._jobs.submit(
            WARM_UP_OPENER,
            opener.warm_up,
            lane=Lane.OPENING,
            seconds=OPENING_SECONDS,
            on_done=lambda _result: None,
            on_error=self._warm_up_failed,
        )
        self._jobs.submit(
            WARM_UP,
            partial(analysis.warm_up, self._resources, language, self.pipelines),
            lane=Lane.ANALYSIS,
            seconds=ANALYSIS_SECONDS,
            on_done=lambda _result: None,
            on_error=self._warm_up_failed,
        )

    def open_files(self, names: Sequence[str]) -> None:
        """Show the first file that can be opened; the others go to the library, to be read later."""
        if names:
            self._open([(partial(open_file, name), Source(SourceKind.FILE, name)) for name in names])

    def open_text(self, text: str) -> None:
        """Open what the reader pasted."""
        self._open([(partial(open_text, text), Source(SourceKind.CLIPBOARD))])

    def open_entry(self, article_id: ArticleId) -> None:
        """Open an article of the library, with the annotations it was left with."""
        article = self._article(article_id)
        if article is not None:
            self._begin_wish()
            self._keep_and_show(article)

    def open_entry_with(self, article_id: ArticleId, entity: Entity) -> None:
        """Open an article of the library and select the same entity there."""
        self.open_entry(article_id)
        if self.article_id == article_id and self.annotations is not None:
            self.select_entity(self._same_entity(entity, self.annotations))

    def _same_entity(self, wanted: Entity, annotations: Annotations) -> EntityId | None:
        """The entity with that name, else with that entry of the knowledge base, else declared the same."""
        for entity in annotations.entities:
            if entity.key == wanted.key:
                return entity.id
        for entity in annotations.entities:
            if entity.knowledge_id is not None and entity.knowledge_id == wanted.knowledge_id:
                return entity.id
        try:
            head = self._corrections.note_key(wanted.key)
            heads = self._corrections.note_keys(one.key for one in annotations.entities)
            return next((one.id for one in annotations.entities if heads[one.key] == head), None)
        except StorageFailed as error:
            self.failed.emit(error)
            return None

    def others_of(self, entity: Entity) -> tuple[OtherArticle, ...]:
        """The other articles of the library with this entity, the newest first."""
        try:
            return self._corrections.articles_with(entity, besides=self.article_id)
        except StorageFailed as error:
            self.failed.emit(error)
            return ()

    def index_more(self) -> bool:
        """Take a short step to know what occurs where; False when all is known."""
        try:
            return self._corrections.index_some(INDEXING_STEP)
        except StorageFailed:  # `others_of` tells
            return False

    def go_back(self) -> None:
        self._go(-1)

    def go_forward(self) -> None:
        self._go(1)

    def can_go(self, steps: int) -> bool:
        return 0 <= self._place + steps < len(self._visited)

    def can_retry(self, error: ReaderError) -> bool:
        return isinstance(error, AnalysisFailed) and self.article is not None

    def retry(self) -> None:
        """Analyse the open article once more."""
        article = self.article
        if article is not None and (self.annotations is None or self._is_outdated(article, self.annotations)):
            self._analyse(article, self.article_id)
            self.busy_changed.emit()

    def is_busy(self) -> bool:
        """Whether something is opened or analysed."""
        return self.is_opening() or self.is_analysing()

    def is_opening(self) -> bool:
        return any(key.startswith(OPEN) for key in self._jobs.current_keys())

    def is_analysing(self) -> bool:
        return ANALYSE in self._jobs.current_keys()

    # Saving for others.

    def export(
        self,
        path: Path,
        format_name: str,
        *,
        on_done: Callable[[], None],
        on_error: Callable[[ExportFailed], None],
    ) -> None:
        """Save the open article with what is shown of it; the reader goes on reading meanwhile."""
        article, annotations = self.article, self.shown
        if article is None or annotations is None:
            return

        def done(_result: object) -> None:
            self.busy_changed.emit()
            on_done()

        def failed(failure: ReaderError | JobFailure) -> None:
            self.busy_changed.emit()
            if isinstance(failure, JobFailure):
                failure = ExportFailed(str(path), ExportFailure(failure.value))
            if isinstance(failure, ExportFailed):
                on_error(failure)

        self._export_count += 1
        self._jobs.submit(
            f"{EXPORT} {self._export_count}",
            partial(save, article, annotations, format_name, path),
            lane=Lane.SAVING,
            seconds=EXPORT_SECONDS,
            on_done=done,
            on_error=failed,
        )
        self.busy_changed.emit()

    def is_exporting(self) -> bool:
        return any(key.startswith(EXPORT) for key in self._jobs.current_keys())

    # What is shown of what was found.

    @property
    def shown(self) -> Annotations | None:
        """The annotations without what is too doubtful to be shown."""
        return (
            None if self.annotations is None else without_doubtful(self.annotations, self._least_confidence)
        )

    @property
    def shown_entity(self) -> Entity | None:
        """The selected entity with those of its mentions that are shown; None if none is."""
        shown = self.shown
        return shown.entity(self.entity.id) if shown is not None and self.entity is not None else None

    def show_from(self, least_confidence: float) -> None:
        """Hide findings that are less sure, from 0 (none) to 1."""
        if least_confidence != self._least_confidence:
            self._least_confidence = least_confidence
            self.annotations_changed.emit()
            self.selection_changed.emit()

    def use_pipelines(self, pipelines: Mapping[str, str]) -> None:
        """Let these read their languages from now on; the open article is read anew if that concerns it."""
        if pipelines == self.pipelines:
            return
        before, self.pipelines = self.pipelines, pipelines
        article = self.article
        if article is None or before.get(article.language) == pipelines.get(article.language):
            return
        self._jobs.cancel(ANALYSE)
        self._analyse(article, self.article_id)
        self.busy_changed.emit()

    def is_chosen(self, error: LanguageModelBroken) -> bool:
        """Whether the pipeline that is broken is one that the reader chose."""
        return self.pipelines.get(error.language) == error.path

    # Selecting.

    def select_entity(self, entity_id: EntityId | None) -> None:
        found = self.annotations.entity(entity_id) if self.annotations and entity_id else None
        self.entity, self.quotation = found, None
        self.selection_changed.emit()

    def select_quotation(self, quotation_id: QuotationId) -> None:
        """Select a quotation, and with it its speaker, or nobody where the speaker is not known."""
        if self.annotations is None:
            return
        quotation = next((found for found in self.annotations.quotations if found.id == quotation_id), None)
        speaker = quotation.attribution.entity if quotation else None
        self.quotation = quotation
        self.entity = self.annotations.entity(speaker) if speaker is not None else None
        self.selection_changed.emit()

    def jump_to(self, position: int) -> None:
        """Show the mention or quotation that begins at `position`."""
        spans = [mention.span for mention, _ in self.annotations.mentions()] if self.annotations else []
        spans += [found.content[0] for found in self.annotations.quotations] if self.annotations else []
        there = [span for span in spans if span.start == position]
        self.jump_wanted.emit(there[0] if there else Span(position, position + 1))

    # What the reader says about the findings.

    def keep_article(self) -> ArticleId | None:
        """The id of the open article; one that could not be kept so far is tried again."""
        if self.article_id is None and self.article is not None:
            self.article_id = self._keep(self.article)
            self.library_changed.emit()
        return self.article_id

    def change(
        self,
        change: Callable[[], object],
        *,
        entity_at: Span | None = None,
        quotation_at: Span | None = None,
    ) -> bool:
        """Change corrections, the dictionary or declarations, and show it; False if that failed.

        What is selected stays so, or it is what stands then at `entity_at` or `quotation_at`.
        """
        try:
            change()
        except ReaderError as error:
            self.change_failed.emit(error)
            return False
        self._apply()
        self._select_again(entity_at, quotation_at)
        self.annotations_changed.emit()
        self.selection_changed.emit()
        self.corrections_changed.emit()
        return True

    # The library.

    def entries(self, words: str = "") -> tuple[LibraryEntry, ...]:
        try:
            return self._library.search(words) if words.strip() else self._library.entries()
        except ReaderError as error:
            self.failed.emit(error)
            return ()

    def remove_entry(self, article_id: ArticleId) -> bool:
        """Take an article out of the list; `restore_entry` undoes it. False if that failed."""
        return self._change_entry(self._library.remove, article_id)

    def restore_entry(self, article_id: ArticleId) -> bool:
        return self._change_entry(self._library.restore, article_id)

    # Notes.

    def note_text(self, entity: Entity) -> str | None:
        """What the reader wrote on `entity`, saved or not yet saved; None if that cannot be read."""
        if entity.key in self._unsaved:
            return self._unsaved[entity.key][1]
        try:
            note = self._notebook.note_on(entity)
        except StorageFailed as error:
            self.failed.emit(error)
            return None
        return note.text if note else ""

    def notes(self) -> tuple[Note, ...]:
        try:
            return self._notebook.notes()
        except StorageFailed as error:
            self.failed.emit(error)
            return ()

    def note_keys(self) -> dict[EntityKey, EntityKey]:
        """Under which key the note on each entity of the open article is kept."""
        keys = [entity.key for entity in self.annotations.entities] if self.annotations else []
        try:
            return self._corrections.note_keys(keys)
        except StorageFailed as error:
            self.failed.emit(error)
            return {key: key for key in keys}

    def write_note(self, entity: Entity, text: str) -> None:
        """Save the note; if that fails it is kept here and tried again until it is saved."""
        self._unsaved[entity.key] = (entity, text)
        self.save_notes()

    def save_notes(self) -> None:
        for key, (entity, text) in list(self._unsaved.items()):
            try:
                self._notebook.write(entity, text)
            except StorageFailed as error:
                self._retry.start()
                self.failed.emit(error)
                break
            del self._unsaved[key]
        self.notes_changed.emit()

    def unsaved_notes(self) -> tuple[tuple[Entity, str], ...]:
        return tuple(self._unsaved.values())

    # How it is done.

    def _begin_wish(self) -> None:
        """What was wanted before is no longer shown; a single file that still opens is given up."""
        self._jobs.cancel(self._only_job)
        self._wish += 1
        self._is_awaited, self._only_job = False, ""

    def _open(self, sources: Sequence[tuple[partial[Article], Source]]) -> None:
        self._begin_wish()
        self._is_awaited = True
        for work, source in sources:
            self._opened_count += 1
            key = f"{OPEN} {self._opened_count}"
            self._only_job = key if len(sources) == 1 else ""
            self._jobs.submit(
                key,
                work,
                lane=Lane.OPENING,
                seconds=OPENING_SECONDS,
                on_done=partial(self._opened, self._wish),
                on_error=partial(self._opening_failed, source),
            )
        self.busy_changed.emit()

    def _opened(self, wish: int, article: Article) -> None:
        if self._is_awaited and wish == self._wish:
            self._is_awaited = False
            self._keep_and_show(article)
            return
        self._keep(article)
        self.library_changed.emit()
        self.busy_changed.emit()

    def _opening_failed(self, source: Source, failure: ReaderError | JobFailure) -> None:
        if isinstance(failure, JobFailure):
            failure = CannotOpen(source, OpenFailure(failure.value))
        self.failed.emit(failure)
        self.busy_changed.emit()

    def _change_entry(self, change: Callable[[ArticleId], None], article_id: ArticleId) -> bool:
        try:
            change(article_id)
        except StorageFailed as error:
            self.failed.emit(error)
            return False
        self.library_changed.emit()
        return True

    def _keep(self, article: Article) -> ArticleId | None:
        """Keep the article; one that cannot be kept can be read all the same."""
        try:
            return self._library.keep(article)
        except StorageFailed as error:
            self.failed.emit(error)
            return None

    def _keep_and_show(self, article: Article) -> None:
        article_id = self._keep(article)
        if article_id is not None and (not self._visited or self._visited[self._place] != article_id):
            self._visited[self._place + 1 :] = [article_id]
            self._place = len(self._visited) - 1
        self._show(article, article_id)

    def _show(self, article: Article, article_id: ArticleId | None) -> None:
        self._jobs.cancel(ANALYSE)
        self.article, self.article_id = article, article_id
        self.entity = self.quotation = None
        self._found = self._kept_annotations(article_id, article)
        self._apply()
        self.article_changed.emit()
        self.annotations_changed.emit()
        self.selection_changed.emit()
        self.library_changed.emit()
        if self.annotations is None or self._is_outdated(article, self.annotations):
            self._analyse(article, article_id)
        self.busy_changed.emit()

    def _kept_annotations(self, article_id: ArticleId | None, article: Article) -> Annotations | None:
        if article_id is None:
            return None
        try:
            return self._library.annotations(article_id, article)
        except StorageFailed as error:
            self.failed.emit(error)
            return None

    def _apply(self) -> None:
        """Let the reader's word count over what was found; as it was found, if that cannot be read."""
        self.annotations, self.misfits = self._found, ()
        if self.article is None or self._found is None:
            return
        try:
            corrected = self._corrections.apply(self.article_id, self.article, self._found)
        except StorageFailed as error:
            self.failed.emit(error)
            return
        self.annotations, self.misfits = corrected.annotations, corrected.misfits

    def _select_again(self, entity_at: Span | None, quotation_at: Span | None) -> None:
        """Select what stands there now, else what was selected and is still there."""
        entity, quotation = self.entity, self.quotation
        self.entity = self.quotation = None
        if self.annotations is None:
            return
        if entity_at is None and (quotation_at is not None or quotation is not None):
            places = (quotation_at,) if quotation_at else quotation.content if quotation else ()
            self.quotation = _quotation_at(places, self.annotations)
            if self.quotation is not None:
                speaker = self.quotation.attribution.entity
                self.entity = self.annotations.entity(speaker) if speaker is not None else None
                return
        spans = [mention.span for mention in entity.mentions] if entity else []
        self.entity = _entity_at([entity_at] if entity_at else spans, self.annotations)

    def _is_outdated(self, article: Article, annotations: Annotations) -> bool:
        """Whether another pipeline, another version of it, or another program would read the article now."""
        now = responsible_pipeline(article.language, self._resources, self.pipelines)
        return now is not None and now != annotations.pipeline

    def _analyse(self, article: Article, article_id: ArticleId | None) -> None:
        self._jobs.submit(
            ANALYSE,
            partial(analysis.analyse, article, self._resources, self.pipelines),
            lane=Lane.ANALYSIS,
            seconds=ANALYSIS_SECONDS + SECONDS_PER_WORD * article.word_count,
            on_done=partial(self._analysed, article_id),
            on_error=self._analysis_failed,
        )

    def _analysed(self, article_id: ArticleId | None, annotations: Annotations) -> None:
        self.findings_coming.emit()
        self._found = annotations
        followed = self._keep_found(article_id, annotations)
        self._apply()
        self._select_again(None, None)
        self.annotations_changed.emit()
        self.selection_changed.emit()
        self.busy_changed.emit()
        if article_id is not None:
            self.library_changed.emit()
        if followed is not None:
            self.names_followed.emit(followed)

    def _keep_found(self, article_id: ArticleId | None, annotations: Annotations) -> Followed | None:
        if article_id is None:
            return None
        try:
            return self._corrections.keep_found(article_id, annotations)
        except StorageFailed as error:
            self.failed.emit(error)
            return None

    def _analysis_failed(self, failure: ReaderError | JobFailure) -> None:
        self.busy_changed.emit()
        if isinstance(failure, JobFailure):
            failure = AnalysisFailed(AnalysisFailure(failure.value))
        self.failed.emit(failure)

    def _warm_up_failed(self, failure: ReaderError | JobFailure) -> None:
        """A damaged model is told at once; a worker that died is replaced, and the article tells."""
        if isinstance(failure, ReaderError):
            self.failed.emit(failure)

    def _go(self, steps: int) -> None:
        if not self.can_go(steps):
            return
        self._begin_wish()
        self._place += steps
        article_id = self._visited[self._place]
        article = self._article(article_id)
        if article is not None:
            self._show(article, article_id)

    def _article(self, article_id: ArticleId) -> Article | None:
        try:
            article = self._library.article(article_id)
        except StorageFailed as error:
            self.failed.emit(error)
            return None
        if article is None:
            self.failed.emit(CannotOpen(Source(SourceKind.FILE), OpenFailure.UNREADABLE))
        return article


def _entity_at(spans: Sequence[Span], annotations: Annotations) -> Entity | None:
    """Whose mention stands at the first of the places that has one; at the very place, if there is one."""
    mentions = annotations.mentions()
    for span in spans:
        there = [
            (mention.span != span, entity) for mention, entity in mentions if mention.span.overlaps(span)
        ]
        if there:
            return min(there, key=lambda found: found[0])[1]
    return None


def _quotation_at(spans: Sequence[Span], annotations: Annotations) -> Quotation | None:
    """The quotation that has the most in common with these places, and nothing else if it can be."""

    def difference(quotation: Quotation) -> int:
        pairs = [(span, piece) for span in spans for piece in quotation.content]
        shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a, b in pairs)
        return sum(map(len, quotation.content)) - 2 * shared

    there = [
        quotation
        for quotation in annotations.quotations
        if any(piece.overlaps(span) for piece in quotation.content for span in spans)
    ]
    return min(there, key=difference, default=None)
