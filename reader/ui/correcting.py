"""Carries out what the reader says about names and quotations of the open article; each can be undone.

A `Subject` is what the reader means: the words selected in the text, else the name or quotation that is
selected. Start at `Correcting.subject`.
"""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from reader.domain.corrections import (
    Correction,
    CorrectionId,
    EntityCorrection,
    QuotationCorrection,
)
from reader.domain.entities import Entity, EntityKind
from reader.domain.errors import StorageFailed
from reader.domain.mentions import Mention
from reader.domain.quotations import Quotation, QuotationKind
from reader.domain.spans import Span
from reader.presentation.corrections import corrections_on
from reader.services import wishes
from reader.services.corrections import Corrections
from reader.services.wishes import Edge
from reader.ui import correction_words
from reader.ui.article_view import ArticleView
from reader.ui.changes import Changes, each
from reader.ui.reading_session import ReadingSession

LONGEST_NAME = 200  # characters; what is longer is no name


@dataclass(frozen=True, slots=True)
class Subject:
    """What the reader means: selected words, a mention of an entity, a quotation, or several of these."""

    words: Span | None = None
    mention: Mention | None = None
    entity: Entity | None = None
    quotation: Quotation | None = None


class Correcting(QObject):
    """Makes corrections of the open article, through `Changes`."""

    def __init__(
        self,
        session: ReadingSession,
        corrections: Corrections,
        changes: Changes,
        view: ArticleView,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._corrections = corrections
        self._changes = changes
        self._view = view

    # What is meant.

    def subject(self) -> Subject:
        """What the keyboard means at the moment; nothing, where mere white space is selected."""
        entity, quotation = self._session.entity, self._session.quotation
        words = self._view.selected_span()
        if words is None and self._view.textCursor().hasSelection():
            return Subject()
        if words is not None:
            return Subject(words, *self._name_in(words), quotation)
        if quotation is not None:
            return Subject(quotation=quotation)
        return Subject(None, self._mention_of(entity), entity)

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
        if span is None or article is None or self.is_too_long(span):
            return False
        if not any(character.isalnum() for character in span.of(article.text)):
            return False
        return any(block.span.covers(span) for block in article.blocks)

    def is_too_long(self, span: Span) -> bool:
        """Whether nobody is called by so many words: a paragraph, or the whole article."""
        return len(span) > LONGEST_NAME

    def too_long(self) -> str:
        return self.tr("A name has {0} characters at most: select its words alone.").format(LONGEST_NAME)

    def others(self, entity: Entity | None, *, people_first: bool = False) -> list[Entity]:
        """The other entities of the article: of the same kind first, then the most mentioned."""
        annotations = self._session.annotations
        if annotations is None:
            return []
        kind = EntityKind.PERSON if people_first or entity is None else entity.kind
        found = [one for one in annotations.entities if entity is None or one.id != entity.id]
        return sorted(found, key=lambda one: (one.kind is not kind, -len(one.mentions)))

    # Names.

    def ask_for_name(self, subject: Subject) -> None:
        """Say that there is no name in it that one could correct."""
        if subject.words is not None and self.is_too_long(subject.words):
            self._changes.tell(self.too_long)
        elif subject.words is not None:
            self._changes.tell(lambda: self.tr("Select the words of one name."))
        else:
            self._changes.tell(lambda: self.tr("Select words or click a name first."))

    def is_a(self, subject: Subject, kind: EntityKind, *, is_generic: bool = False) -> None:
        """Mark the selected words so; without any, the whole entity is of this kind."""
        article, annotations = self._session.article, self._session.annotations
        if article is None:
            return
        if annotations is None:
            self._changes.tell(lambda: self.tr("The names have not been found yet."))
        elif subject.words is not None:
            if not self.can_be_name(subject.words):
                self.ask_for_name(subject)
                return
            made = wishes.marked(subject.words, kind, article, annotations, is_generic=is_generic)
            self._correct(made)
        elif subject.mention is not None and subject.entity is not None:
            if (subject.entity.kind, subject.entity.is_generic) != (kind, is_generic):
                self._correct(
                    wishes.retyped(subject.mention, subject.entity, kind, article, is_generic=is_generic)
                )
        else:
            self.ask_for_name(subject)

    def no_name(self, subject: Subject, *, is_whole: bool = True) -> None:
        article, mention, entity = self._session.article, subject.mention, subject.entity
        if article is not None and mention is not None and entity is not None:
            self._correct(wishes.no_name(mention, entity, article, is_whole=is_whole))
        else:
            self.ask_for_name(subject)

    def resize(self, subject: Subject, edge: Edge, step: int) -> None:
        span = self.resized_span(subject, edge, step)
        article, annotations = self._session.article, self._session.annotations
        mention, entity = subject.mention, subject.entity
        if mention is None or entity is None:
            self.ask_for_name(subject)
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
        if article is None or mention is None or entity is None:
            self.ask_for_name(subject)
        elif len(entity.mentions) > 1:
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
        self._changes.make(
            lambda: self.tr("Corrections of “{0}” withdrawn").format(name),
            do=partial(each, self._corrections.withdraw, ids[::-1]),
            undo=partial(each, self._corrections.restore, ids),
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

    # How it is done.

    def _mention_of(self, entity: Entity | None) -> Mention | None:
        """The mention at the text cursor, else the first that is a name."""
        if entity is None:
            return None
        position = self._view.cursor_position()
        here = (mention for mention in entity.mentions if mention.span.contains(position))
        return next(here, wishes.name_mention(entity))

    def _name_in(self, words: Span) -> tuple[Mention | None, Entity | None]:
        """The name that the words are, or are a part of; none if they touch several."""
        annotations = self._session.annotations
        there = [] if annotations is None else annotations.mentions()
        touched = [(mention, entity) for mention, entity in there if mention.span.overlaps(words)]
        return touched[0] if len({entity.id for _mention, entity in touched}) == 1 else (None, None)

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

        self._changes.make(
            partial(correction_words.correction, made),
            do=do,
            undo=lambda: self._corrections.withdraw(ids[0]),
            entity_at=None if is_quotation else span,
            quotation_at=span if is_quotation else None,
            back_at=back,
        )
