"""Carries out what the reader says about names and quotations; each of it can be undone.

A `Subject` is what the reader means: the words selected in the text, else the name or quotation that is
selected. Start at `Correcting.subject`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject

from reader.domain.articles import ArticleId
from reader.domain.corrections import (
    Correction,
    CorrectionId,
    DictionaryEntry,
    DictionaryEntryId,
    EntityCorrection,
    QuotationCorrection,
    Sameness,
    SamenessId,
    StoredCorrection,
)
from reader.domain.entities import Entity, EntityKind
from reader.domain.errors import StorageFailed
from reader.domain.mentions import Mention
from reader.domain.quotations import Quotation, QuotationKind
from reader.domain.spans import Span
from reader.presentation.corrections import corrections_on
from reader.services import wishes
from reader.services.corrections import Corrections, OtherArticle
from reader.services.dictionary_file import ImportReport, normalised
from reader.services.wishes import Edge
from reader.ui import correction_words
from reader.ui.article_view import ArticleView
from reader.ui.done_bar import DoneBar
from reader.ui.history import History, Step
from reader.ui.reading_session import ReadingSession

Id = TypeVar("Id")

LONGEST_NAME = 200  # characters; what is longer is no name


@dataclass(frozen=True, slots=True)
class Subject:
    """What the reader means: selected words, a mention of an entity, a quotation, or several of these."""

    words: Span | None = None
    mention: Mention | None = None
    entity: Entity | None = None
    quotation: Quotation | None = None


class Correcting(QObject):
    """Makes corrections of the open article, and entries and declarations for all; says what was done."""

    def __init__(
        self,
        session: ReadingSession,
        corrections: Corrections,
        view: ArticleView,
        history: History,
        done: DoneBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._corrections = corrections
        self._view = view
        self._history = history
        self._done = done
        self.before_change: Callable[[], object] = lambda: None
        history.undone.connect(self._tell_undone)
        history.redone.connect(lambda step: self._done.say(step.say))
        done.undo_wanted.connect(history.undo)

    # What is meant.

    def subject(self) -> Subject:
        """What the keyboard means at the moment; nothing, where mere white space is selected."""
        entity, quotation = self._session.entity, self._session.quotation
        words = self._view.selected_span()
        if words is None and self._view.textCursor().hasSelection():
            return Subject()
        if quotation is not None:
            return Subject(words, quotation=quotation)
        return Subject(words, self._mention_of(entity), entity)

    def subject_at(self, mention: Mention | None, quotation_id: str | None) -> Subject:
        """What the pointer means that is over this mention and quotation."""
        annotations = self._session.annotations
        if annotations is None:
            return Subject(self._view.selected_span())
        entity = next((one for found, one in annotations.mentions() if found == mention), None)
        quotation = next((one for one in annotations.quotations if one.id == quotation_id), None)
        return Subject(self._view.selected_span(), mention if entity else None, entity, quotation)

    def subject_of(self, entity_id: str | None = None, quotation_id: str | None = None) -> Subject:
        """What a row of the lists means."""
        annotations = self._session.annotations
        if annotations is None:
            return Subject()
        entity = next((one for one in annotations.entities if one.id == entity_id), None)
        quotation = next((one for one in annotations.quotations if one.id == quotation_id), None)
        mention = wishes.name_mention(entity) if entity is not None else None
        return Subject(None, mention, entity, quotation)

    def text_of(self, span: Span) -> str:
        article = self._session.article
        return " ".join(span.of(article.text).split()) if article is not None else ""

    def can_be_name(self, span: Span | None) -> bool:
        """Whether the words stand in one block, are short enough for a name, and are no mere signs."""
        article = self._session.article
        if span is None or article is None or len(span) > LONGEST_NAME:
            return False
        if not any(character.isalnum() for character in span.of(article.text)):
            return False
        return any(block.span.covers(span) for block in article.blocks)

    def others(self, entity: Entity | None, *, people_first: bool = False) -> list[Entity]:
        """The other entities of the article: of the same kind first, then the most mentioned."""
        annotations = self._session.annotations
        if annotations is None:
            return []
        kind = EntityKind.PERSON if people_first or entity is None else entity.kind
        found = [one for one in annotations.entities if entity is None or one.id != entity.id]
        return sorted(found, key=lambda one: (one.kind is not kind, -len(one.mentions)))

    def others_in_library(self, entity: Entity) -> list[Entity]:
        """All other entities that the library knows, those of the same kind first."""
        try:
            known = self._corrections.known_entities()
        except StorageFailed as error:
            self._session.failed.emit(error)
            return []
        found = [one for one in known if one.key != entity.key]
        return sorted(found, key=lambda one: one.kind is not entity.kind)

    def there(self, entity: Entity, article_id: ArticleId) -> tuple[list[Entity], list[Entity]]:
        """In another article: those that are taken for the same, and the others, of the same kind first."""
        try:
            same = list(self._corrections.same_in(entity, article_id))
            found = self._corrections.entities_in(article_id)
        except StorageFailed as error:
            self._session.failed.emit(error)
            return [], []
        others = [one for one in found if one not in same]
        return same, sorted(others, key=lambda one: (one.kind is not entity.kind, -len(one.mentions)))

    # Names.

    def is_a(self, subject: Subject, kind: EntityKind, *, is_generic: bool = False) -> None:
        """Mark the selected words so; without any, the whole entity is of this kind."""
        article, annotations = self._session.article, self._session.annotations
        if article is None:
            return
        if annotations is None:
            self._done.say(lambda: self.tr("The names have not been found yet."), can_undo=False)
        elif subject.words is not None:
            if not self.can_be_name(subject.words):
                self._done.say(lambda: self.tr("Select the words of one name."), can_undo=False)
                return
            made = wishes.marked(subject.words, kind, article, annotations, is_generic=is_generic)
            self._correct(made)
        elif subject.mention is not None and subject.entity is not None:
            if (subject.entity.kind, subject.entity.is_generic) != (kind, is_generic):
                self._correct(
                    wishes.retyped(subject.mention, subject.entity, kind, article, is_generic=is_generic)
                )
        else:
            self._ask_for_subject()

    def no_name(self, subject: Subject, *, is_whole: bool = True) -> None:
        article, mention, entity = self._session.article, subject.mention, subject.entity
        if article is not None and mention is not None and entity is not None:
            self._correct(wishes.no_name(mention, entity, article, is_whole=is_whole))
        else:
            self._ask_for_subject()

    def resize(self, subject: Subject, edge: Edge, step: int) -> None:
        span = self.resized_span(subject, edge, step)
        article, annotations = self._session.article, self._session.annotations
        mention, entity = subject.mention, subject.entity
        if span is None or article is None or annotations is None or mention is None or entity is None:
            return
        self._correct(wishes.resized(mention, entity, span, article, annotations))

    def resized_span(self, subject: Subject, edge: Edge, step: int) -> Span | None:
        if self._session.article is None or subject.mention is None:
            return None
        return wishes.moved(subject.mention.span, edge, step, self._session.article)

    def same_as(self, subject: Subject, other: Entity) -> None:
        article, mention, entity = self._session.article, subject.mention, subject.entity
        if article is not None and mention is not None and entity is not None:
            self._correct(wishes.merged(mention, entity, other, article))

    def split_off(self, subject: Subject) -> None:
        article, mention, entity = self._session.article, subject.mention, subject.entity
        if article is not None and mention is not None and entity is not None and len(entity.mentions) > 1:
            self._correct(wishes.split_off(mention, entity, article))

    def rename(self, subject: Subject, name: str) -> None:
        article, mention, entity = self._session.article, subject.mention, subject.entity
        if article is None or mention is None or entity is None:
            return
        if name.strip() and " ".join(name.split()) != entity.canonical_name:
            self._correct(wishes.renamed(mention, entity, name, article))

    def withdraw_all_on(self, shown: Entity | Quotation) -> bool:
        """Withdraw what was corrected of it in this article; False if nothing was."""
        article, article_id = self._session.article, self._session.article_id
        if article is None or article_id is None:
            return False
        try:
            stored = self._corrections.of_article(article_id)
        except StorageFailed as error:
            self._session.change_failed.emit(error)
            return True
        ids = [one.id for one in corrections_on(shown, stored, article.text)]
        if not ids:
            return False
        is_entity = isinstance(shown, Entity)
        span = wishes.name_mention(shown).span if isinstance(shown, Entity) else shown.content[0]
        name = shown.canonical_name if isinstance(shown, Entity) else self.text_of(span)
        self._do(
            lambda: self.tr("Corrections of “{0}” withdrawn").format(name),
            do=partial(_each, self._corrections.withdraw, ids[::-1]),
            undo=partial(_each, self._corrections.restore, ids),
            entity_at=span if is_entity else None,
            quotation_at=None if is_entity else span,
        )
        return True

    # Quotations.

    def quotation(self, subject: Subject, kind: QuotationKind, speaker: Entity | str | None) -> None:
        """The selected words are a quotation."""
        if self._session.article is not None and subject.words is not None:
            self._correct(wishes.quoted(subject.words, kind, speaker, self._session.article))

    def guessed_kind(self, span: Span) -> QuotationKind:
        article = self._session.article
        is_direct = article is not None and wishes.is_direct_speech(span, article.text)
        return QuotationKind.DIRECT if is_direct else QuotationKind.INDIRECT

    def not_a_quotation(self, subject: Subject) -> None:
        if self._session.article is not None and subject.quotation is not None:
            self._correct(wishes.not_quoted(subject.quotation, self._session.article))

    def speaker(self, subject: Subject, speaker: Entity | str | None) -> None:
        if self._session.article is not None and subject.quotation is not None:
            self._correct(wishes.spoken(subject.quotation, speaker, self._session.article))

    def extent(self, subject: Subject) -> None:
        """The quotation is just the selected words."""
        article, quotation, words = self._session.article, subject.quotation, subject.words
        if article is not None and quotation is not None and words is not None:
            self._correct(wishes.reaching(quotation, words, article))

    def quotation_kind(self, subject: Subject, kind: QuotationKind) -> None:
        article, quotation = self._session.article, subject.quotation
        if article is not None and quotation is not None and quotation.kind is not kind:
            self._correct(wishes.of_kind(quotation, kind, article))

    def quotation_around(self, span: Span) -> Quotation | None:
        """The innermost quotation that has words in common with these."""
        annotations = self._session.annotations
        found = [
            quotation
            for quotation in (annotations.quotations if annotations else ())
            if any(piece.overlaps(span) for piece in quotation.content)
        ]
        return min(found, key=lambda one: sum(map(len, one.content)), default=None)

    # For all articles.

    def always(self, text: str, kind: EntityKind | None, *, is_generic: bool = False) -> None:
        """Treat these words so in all articles; `kind` None: never mark them."""
        self.put_entry(DictionaryEntry(DictionaryEntryId(0), text, kind, is_generic=is_generic))

    def put_entry(self, entry: DictionaryEntry, *, instead_of: DictionaryEntry | None = None) -> bool:
        """Keep an entry of the dictionary; `instead_of` is the one that was edited."""
        entry = normalised(entry)
        edited = instead_of if instead_of is not None and instead_of.text != entry.text else None
        ids: list[DictionaryEntryId] = []
        before: list[DictionaryEntry] = []

        def do() -> None:
            before[:] = [one for one in self._corrections.dictionary() if one.text == entry.text]
            if edited is not None:
                self._corrections.remove_entry(edited.id)
            ids[:] = [self._corrections.put_entry(entry)]

        def undo() -> None:
            _each(self._corrections.remove_entry, ids)
            _each(self._corrections.put_entry, before)
            if edited is not None:
                self._corrections.put_entry(edited)

        return self._do(partial(correction_words.entry, entry), do=do, undo=undo)

    def remove_entries(self, entries: Sequence[DictionaryEntry]) -> bool:
        count = len(entries)
        before: list[DictionaryEntry] = []

        def do() -> None:
            before[:] = self._corrections.dictionary()
            _each(self._corrections.remove_entry, [one.id for one in entries])

        return self._do(
            lambda: self.tr("%n entry(s) removed from the dictionary", "", count),
            do=do,
            undo=lambda: self._corrections.set_dictionary(before),
        )

    def import_dictionary(self, path: Path) -> ImportReport | None:
        """Take the entries of a file; None if that failed."""
        before: list[DictionaryEntry] = []
        after: list[DictionaryEntry] = []
        reports: list[ImportReport] = []

        def do() -> None:
            if reports:  # the file may be gone, or another one, when it is done again
                self._corrections.set_dictionary(after)
                return
            before[:] = self._corrections.dictionary()
            report = self._corrections.import_csv(path)
            after[:] = self._corrections.dictionary()
            reports.append(report)

        is_done = self._do(
            lambda: self.tr("Dictionary imported from “{0}”").format(path.name),
            do=do,
            undo=lambda: self._corrections.set_dictionary(before),
        )
        return reports[0] if is_done else None

    def tell_apart(self, entity: Entity, other: OtherArticle, name: str) -> None:
        """The entity of another article is somebody else, who goes by this name there."""
        try:
            is_still = self._corrections.is_still(entity, name)
            article = self._corrections.article(other.id)
        except StorageFailed as error:
            self._session.change_failed.emit(error)
            return
        if is_still:
            self._done.say(lambda: self.tr("To be told apart they need two names."), can_undo=False)
            return
        if article is None:
            return
        made, ids = wishes.told_apart(entity, name, article), list[CorrectionId]()

        def do() -> None:
            if ids:
                self._corrections.restore(ids[0])
            else:
                ids.append(self._corrections.make(other.id, made))

        self._do(
            lambda: self.tr("“{0}” is somebody or something else in “{1}”").format(
                entity.canonical_name, other.title
            ),
            do=do,
            undo=lambda: self._corrections.withdraw(ids[0]),
        )

    def declare(self, first: Entity, second: Entity, *, is_same: bool) -> bool:
        """Say that two entities are the same, or different, in all articles."""
        pair = {first.key, second.key}
        ids: list[SamenessId] = []
        replaced: list[SamenessId] = []

        def do() -> None:
            if ids:
                _each(self._corrections.withdraw_declaration, replaced)
                self._corrections.restore_declaration(ids[0])
                return
            declared = self._corrections.declarations()
            replaced[:] = [one.id for one in declared if {one.first, one.second} == pair]
            ids.append(self._corrections.declare(first, second, is_same=is_same))

        def undo() -> None:
            self._corrections.withdraw_declaration(ids[0])
            _each(self._corrections.restore_declaration, replaced)

        names = (first.canonical_name, second.canonical_name)
        return self._do(partial(correction_words.sameness, *names, is_same=is_same), do=do, undo=undo)

    def withdraw_declarations(self, declared: Sequence[Sameness]) -> bool:
        """Let these declarations no longer hold."""
        names = [partial(correction_words.declaration, one) for one in declared]
        ids = [one.id for one in declared]
        return self._do(
            lambda: self._withdrawn(names),
            do=partial(_each, self._corrections.withdraw_declaration, ids),
            undo=partial(_each, self._corrections.restore_declaration, ids[::-1]),
        )

    def set_withdrawn(self, stored: Sequence[StoredCorrection], *, is_withdrawn: bool) -> bool:
        """Withdraw or restore corrections of any article, from the list of all."""
        act, back = self._corrections.withdraw, self._corrections.restore
        if not is_withdrawn:
            act, back = back, act
        names = [partial(correction_words.correction, one.correction) for one in stored]
        ids = [one.id for one in stored]
        return self._do(
            lambda: self._withdrawn(names) if is_withdrawn else _listed(names),
            do=partial(_each, act, ids),
            undo=partial(_each, back, ids[::-1]),
        )

    # How it is done.

    def _mention_of(self, entity: Entity | None) -> Mention | None:
        """The mention at the text cursor, else the first that is a name."""
        if entity is None:
            return None
        position = self._view.cursor_position()
        here = (mention for mention in entity.mentions if mention.span.contains(position))
        return next(here, wishes.name_mention(entity))

    def _ask_for_subject(self) -> None:
        self._done.say(lambda: self.tr("Select words or click a name first."), can_undo=False)

    def _correct(self, made: Correction) -> None:
        article_id = self._session.keep_article()
        if article_id is None:
            return
        ids: list[CorrectionId] = []
        span = made.anchors[0].span
        back = made.dropped[0].span if isinstance(made, EntityCorrection) and made.dropped else span
        is_quotation = isinstance(made, QuotationCorrection)

        def do() -> None:
            if ids:
                self._corrections.restore(ids[0])
            else:
                ids.append(self._corrections.make(article_id, made))

        self._do(
            partial(correction_words.correction, made),
            do=do,
            undo=lambda: self._corrections.withdraw(ids[0]),
            entity_at=None if is_quotation else span,
            quotation_at=span if is_quotation else None,
            back_at=back,
        )

    def _do(
        self,
        say: Callable[[], str],
        *,
        do: Callable[[], object],
        undo: Callable[[], object],
        entity_at: Span | None = None,
        quotation_at: Span | None = None,
        back_at: Span | None = None,
    ) -> bool:
        """Do it, remember how it is undone, and say so; False if the disk said no."""
        is_here = entity_at is not None or quotation_at is not None
        article_id = self._session.article_id if is_here else None

        def change(act: Callable[[], object], place: Span | None) -> bool:
            self.before_change()

            def together() -> None:
                with self._corrections.together():
                    act()

            if self._session.article_id != article_id:
                return self._session.change(together)
            return self._session.change(
                together,
                entity_at=place if entity_at is not None else None,
                quotation_at=place if quotation_at is not None else None,
            )

        place = entity_at or quotation_at
        redo = partial(change, do, place)
        if not redo():
            return False
        self._history.add(Step(say, partial(change, undo, back_at or place), redo, article_id))
        self._view.forget_selection()
        self._done.say(say)
        return True

    def _withdrawn(self, names: Sequence[Callable[[], str]]) -> str:
        return self.tr("Withdrawn: {0}").format(_listed(names))

    def _tell_undone(self, step: Step) -> None:
        self._done.say(lambda: self.tr("Undone: {0}").format(step.say()), can_undo=False)


def _each(act: Callable[[Id], object], ids: Iterable[Id]) -> None:
    for one in ids:
        act(one)


def _listed(names: Sequence[Callable[[], str]]) -> str:
    """The first, and that there are more."""
    return names[0]() + (f" (+ {len(names) - 1})" if len(names) > 1 else "")
