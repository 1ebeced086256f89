"""What is open, what is selected, and what becomes of it: the one place that asks the services.

Views send their wishes here and listen to the signals; no view calls another.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.domain.annotations import Annotations
from reader.domain.articles import Article, ArticleId, Source, SourceKind
from reader.domain.entities import Entity, EntityId
from reader.domain.errors import (
    AnalysisFailed,
    ExportFailed,
    ReaderError,
    StorageFailed,
)
from reader.domain.quotations import Quotation, QuotationId
from reader.domain.spans import Span
from reader.importers.opener import open_file, open_text
from reader.presentation.doubts import without_doubtful
from reader.presentation.standing import entity_over, quotation_over, span_from
from reader.services import analysis
from reader.services.corrections import Corrections, Followed
from reader.services.library import Library, LibraryEntry
from reader.services.notebook import Notebook
from reader.services.other_articles import OtherArticle
from reader.ui.analysing import Analysing
from reader.ui.article_saving import ArticleSaving
from reader.ui.dictionary_importing import DictionaryImporting
from reader.ui.jobs import JobRunner
from reader.ui.library_keeping import LibraryKeeping
from reader.ui.note_keeping import NoteKeeping
from reader.ui.opening import Opening
from reader.ui.visits import Visits

if TYPE_CHECKING:
    from reader.domain.corrections import CorrectionId

INDEXING_STEP = timedelta(milliseconds=20)  # too short to be felt


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
        self.library = LibraryKeeping(library, self)
        self._corrections = corrections
        self.notes = NoteKeeping(notebook, corrections.note_keys, self)
        self.analysing = Analysing(jobs, resources, pipelines, self)
        self.saving = ArticleSaving(jobs, self)
        self.importing = DictionaryImporting(jobs, corrections.dictionary, self)
        self._opening = Opening(jobs, self)
        self._visits = Visits()
        self.article: Article | None = None
        self.article_id: ArticleId | None = None
        self.annotations: Annotations | None = None  # with all that the reader said
        self.misfits: tuple[CorrectionId, ...] = ()
        self._found: Annotations | None = None  # what the machine found
        self.entity: Entity | None = None
        self.quotation: Quotation | None = None
        self._least_confidence = 0.0
        self._connect_parts()

    def _connect_parts(self) -> None:
        for part in (self.library, self.notes, self.analysing, self._opening):
            part.failed.connect(self.failed)
        for busy in (self._opening, self.analysing, self.saving, self.importing):
            busy.busy_changed.connect(self.busy_changed)
        self.library.changed.connect(self.library_changed)
        self.notes.changed.connect(self.notes_changed)
        self._opening.opened.connect(self._opened)
        self.analysing.done.connect(self._analysed)

    # Opening.

    def warm_up(self, language: str) -> None:
        """Let the workers load their parsers and the language model before the first article needs them."""
        self._opening.warm_up()
        self.analysing.warm_up(language)

    def open_files(self, names: Sequence[str]) -> None:
        """Show the first file that can be opened; the others go to the library, to be read later."""
        if names:
            self._opening.open([(partial(open_file, name), Source(SourceKind.FILE, name)) for name in names])

    def open_text(self, text: str) -> None:
        """Open what the reader pasted."""
        self._opening.open([(partial(open_text, text), Source(SourceKind.CLIPBOARD))])

    def open_entry(self, article_id: ArticleId) -> None:
        """Open an article of the library, with the annotations it was left with."""
        article = self.library.article(article_id)
        if article is not None:
            self._opening.begin_wish()
            self._keep_and_show(article, known_as=article_id)

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
            keys = [wanted.key, *(one.key for one in annotations.entities)]
            heads = self._corrections.heads(keys)
            same = (one.id for one in annotations.entities if heads[one.key] == heads[wanted.key])
            return next(same, None)
        except StorageFailed as error:
            self.failed.emit(error)
            return None

    def others_of(self, entity: Entity) -> tuple[OtherArticle, ...]:
        """The other articles of the library with this entity, the newest first."""
        try:
            return self._corrections.articles_with(
                entity, besides=self.article_id, least_confidence=self._least_confidence
            )
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
        return self._visits.can_go(steps)

    def can_retry(self, error: ReaderError) -> bool:
        return isinstance(error, AnalysisFailed) and self.article is not None

    def retry(self) -> None:
        """Analyse the open article once more."""
        article = self.article
        if article is not None and (
            self.annotations is None or self.analysing.is_outdated(article, self.annotations)
        ):
            self.analysing.begin(article)
            self.busy_changed.emit()

    def is_busy(self) -> bool:
        """Whether something is opened or analysed."""
        return self.is_opening() or self.analysing.is_running()

    def is_opening(self) -> bool:
        return self._opening.is_busy()

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
        if article is not None and annotations is not None:
            self.saving.begin(article, annotations, format_name, path, on_done=on_done, on_error=on_error)

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

    def as_shown(self, entry: LibraryEntry) -> LibraryEntry:
        """The entry with as many quotations as are shown when it is opened."""
        shown = self.shown if entry.id == self.article_id else None
        count = entry.quotations_from(self._least_confidence) if shown is None else len(shown.quotations)
        return entry if count == entry.quotation_count else replace(entry, quotation_count=count)

    def show_from(self, least_confidence: float) -> None:
        """Hide findings that are less sure, from 0 (none) to 1."""
        if least_confidence != self._least_confidence:
            self._least_confidence = least_confidence
            self.annotations_changed.emit()
            self.selection_changed.emit()
            self.library_changed.emit()

    def use_pipelines(self, pipelines: Mapping[str, str]) -> None:
        """Let these read their languages from now on; the open article is read anew if that concerns it."""
        before, article = self.analysing.pipelines, self.article
        self.analysing.pipelines = pipelines
        if article is None or before.get(article.language) == pipelines.get(article.language):
            return
        self.analysing.cancel()
        self.analysing.begin(article)
        self.busy_changed.emit()

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
        self.jump_wanted.emit(span_from(position, self.annotations))

    # What the reader says about the findings.

    def keep_article(self) -> ArticleId | None:
        """The id of the open article; one that could not be kept so far is tried again."""
        if self.article_id is None and self.article is not None:
            self.article_id = self.library.keep(self.article)
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
        before = len(self.annotations.quotations) if self.annotations else 0
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
        if self.annotations is not None and len(self.annotations.quotations) != before:
            self.library_changed.emit()  # the list counts them
        return True

    # How it is done.

    def _opened(self, article: Article, is_wanted: bool) -> None:  # noqa: FBT001  (a Qt slot)
        if is_wanted:
            self._keep_and_show(article)
            return
        self.library.keep(article)
        self.library_changed.emit()
        self.busy_changed.emit()

    def _keep_and_show(self, article: Article, known_as: ArticleId | None = None) -> None:
        """An article of the library stays one, even if the disk does not take down that it was opened."""
        article_id = self.library.keep(article) or known_as
        if article_id is not None:
            self._visits.add(article_id)
        self._show(article, article_id)

    def _show(self, article: Article, article_id: ArticleId | None) -> None:
        self.analysing.cancel()
        self.article, self.article_id = article, article_id
        self.entity = self.quotation = None
        self._found = self.library.annotations(article_id, article)
        self._apply()
        self.article_changed.emit()
        self.annotations_changed.emit()
        self.selection_changed.emit()
        self.library_changed.emit()
        if self.annotations is None or self.analysing.is_outdated(article, self.annotations):
            self.analysing.begin(article)
        self.busy_changed.emit()

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
            self.quotation = quotation_over(places, self.annotations)
            if self.quotation is not None:
                speaker = self.quotation.attribution.entity
                self.entity = self.annotations.entity(speaker) if speaker is not None else None
                return
        spans = [mention.span for mention in entity.mentions] if entity else []
        self.entity = entity_over([entity_at] if entity_at else spans, self.annotations)

    def _analysed(self, annotations: Annotations) -> None:
        self.findings_coming.emit()
        self._found = annotations
        followed = self._keep_found(annotations)
        self._apply()
        self._select_again(None, None)
        self.annotations_changed.emit()
        self.selection_changed.emit()
        self.busy_changed.emit()
        if self.article_id is not None:
            self.library_changed.emit()
        if followed is not None:
            self.names_followed.emit(followed)

    def _keep_found(self, annotations: Annotations) -> Followed | None:
        if self.article_id is None:
            return None
        try:
            return self._corrections.keep_found(self.article_id, annotations)
        except StorageFailed as error:
            self.failed.emit(error)
            return None

    def _go(self, steps: int) -> None:
        if not self.can_go(steps):
            return
        self._opening.begin_wish()
        article_id = self._visits.go(steps)
        article = self.library.article(article_id)
        if article is not None:
            self._show(article, article_id)
