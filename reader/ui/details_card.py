"""The card of the selected entity: what it is, what it says, where it stands, and the reader's note."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.domain.entities import Entity
from reader.domain.quotations import QuotationId
from reader.presentation.details import Details
from reader.presentation.known import Known
from reader.presentation.palette import LIGHT, Palette
from reader.services.other_articles import OtherArticle
from reader.ui import messages
from reader.ui.knowledge_box import KnowledgeBox
from reader.ui.note_editor import NoteEditor
from reader.ui.other_articles_box import OtherArticlesBox
from reader.ui.passage_label import PassageLabel
from reader.ui.theme import READING_FONT
from reader.ui.tooltips import plain_tooltip

FIRST_PASSAGES = 12  # more would only be scrolled past; a click shows them all
NO_BREAK = "\u00a0"
EDGES = 2  # pixels of the lines around the card and below the body: else it would scroll by just these
LOWEST_BODY = 40  # pixels: a heading and a line


class CardBody(QScrollArea):
    """Wants to be as high as what it shows, and scrolls where it may not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page_width = 0
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        page = self.widget()
        layout = page.layout() if page is not None else None
        if layout is None:
            return QSize(0, 0)
        return QSize(0, layout.totalHeightForWidth(self.page_width - EDGES) + EDGES)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(self.sizeHint().height(), LOWEST_BODY))


class DetailsCard(QFrame):
    """Shows `Details`; without any it says what a click would do."""

    jump_wanted = Signal(int)
    quotation_jump_wanted = Signal(str)
    link_wanted = Signal(str)
    article_wanted = Signal(int)
    article_menu_wanted = Signal(object, object, QPoint)  # Entity, OtherArticle, and where a menu may open
    withdraw_wanted = Signal(object)  # Entity: what was corrected of it
    content_changed = Signal()
    note_save_wanted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("details_card")
        self._colours = LIGHT
        self._details: Details | None = None
        self._entity: Entity | None = None
        self._noun = ""
        self._known: Known | None = None
        self._others: Sequence[OtherArticle] = ()
        self._shows_all = self._shows_all_others = False
        self.name = QLabel(self)
        self.name.setObjectName("card_name")
        self.name.setWordWrap(True)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        font = QFont(READING_FONT)
        font.setPixelSize(18)
        font.setBold(True)
        self.name.setFont(font)
        self.state = QLabel(self)
        self.state.setObjectName("card_state")
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.meta = QLabel(self)
        self.meta.setObjectName("card_meta")
        self.meta.setWordWrap(True)
        self.meta.setTextFormat(Qt.TextFormat.PlainText)
        self.corrected = QPushButton(self)
        self.corrected.setFlat(True)
        self.corrected.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard in the text
        self.corrected.setObjectName("card_corrected")
        self.corrected.clicked.connect(self._want_withdrawal)
        self.nothing = QLabel(self)
        self.nothing.setObjectName("card_nothing")
        self.nothing.setWordWrap(True)
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body = CardBody(self)
        self.note_heading = QLabel(self)
        self.note_heading.setProperty("role", "heading")
        self.note_heading.setContentsMargins(0, 4, 0, 0)
        self.note = NoteEditor(self)
        self.note.height_changed.connect(self.content_changed)
        self.note_heading.setBuddy(self.note)
        self.note.save_wanted.connect(self.note_save_wanted)
        self._lay_out()
        self.retranslate()
        self.set_details(None, None, note="")

    def retranslate(self) -> None:
        self.note_heading.setText(self.tr("NOTE"))
        self.corrected.setText(self.tr("Corrected by you · Withdraw"))
        self.note.setPlaceholderText(self.tr("Write a note. It is saved as you type."))
        self.note.setAccessibleName(self.tr("Note"))
        self._show_details()

    def set_palette(self, palette: Palette) -> None:
        self._colours = palette
        self._show_details()

    def set_details(
        self,
        details: Details | None,
        entity: Entity | None,
        *,
        note: str | None,
        noun: str = "",
        known: Known | None = None,
    ) -> None:
        """Show this entity and its note.

        `noun` says what a weapon system is. A note that could not be read is None: nothing can be written
        then, for it would take the place of the note.
        """
        if details is None or self._details is None or details.entity != self._details.entity:
            self._shows_all = self._shows_all_others = False
            self._others = ()
        self._details, self._noun = details, noun
        self._known, self._entity = known, entity
        self.note.set_note(entity if note is not None else None, note or "")
        self._show_details()

    def set_others(self, others: Sequence[OtherArticle]) -> None:
        """List other articles with the entity that is shown; the rest of the card stays where it is."""
        if self._details is not None and tuple(others) != tuple(self._others):
            self._others = others
            self._show_others()

    def height_in(self, width: int) -> int:
        """How high the card wants to be if it is `width` pixels wide."""
        layout = self.layout()
        if layout is None:
            return 0
        margins = layout.contentsMargins()
        self.body.page_width = width - margins.left() - margins.right()
        self.body.updateGeometry()
        return layout.totalHeightForWidth(width)

    def set_note_state(self, text: str) -> None:
        self.state.setText(text)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.name, stretch=1)
        head.addWidget(self.state, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.meta)
        column.addWidget(self.corrected)
        column.addWidget(self.nothing)
        column.addWidget(self.body, stretch=1)
        column.addWidget(self.note_heading)
        column.addWidget(self.note)

    def _show_details(self) -> None:
        details = self._details
        for widget in (self.name, self.state, self.meta, self.body, self.note_heading, self.note):
            widget.setVisible(details is not None)
        self.corrected.setVisible(self._entity is not None and self._entity.is_corrected)
        self.nothing.setVisible(details is None)
        if details is None:
            self.nothing.setText(self.tr("Click a name in the text or in the list to see who or what it is."))
            self.content_changed.emit()
            return
        self.name.setText(details.name)
        self.meta.setText(self._meta_of(details))
        page = QWidget()
        page.setObjectName("details_body")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 6, 6, 4)
        column.setSpacing(5)
        self._fill(column, page, details)
        column.addStretch(1)
        self.body.setWidget(page)
        self.content_changed.emit()

    def _meta_of(self, details: Details) -> str:
        parts = [messages.kind_name(details.kind, is_generic=details.is_generic)]
        parts += [", ".join(details.roles) or self._noun]
        named = sum(passage.is_name for passage in details.passages)
        parts.append(self.tr("%Ln mention(s)", "", named).replace(" ", NO_BREAK))
        if details.quotations:
            parts.append(self.tr("%Ln quotation(s)", "", len(details.quotations)).replace(" ", NO_BREAK))
        return " · ".join(part for part in parts if part)

    def _fill(self, column: QVBoxLayout, page: QWidget, details: Details) -> None:
        if details.aliases:
            column.addWidget(self._heading(self.tr("ALSO CALLED"), page))
            names = QLabel(", ".join(details.aliases), page)
            names.setTextFormat(Qt.TextFormat.PlainText)
            names.setWordWrap(True)
            column.addWidget(names)
        if self._known is not None:
            column.addWidget(self._heading(self.tr("KNOWN"), page))
            knowledge = KnowledgeBox(self._known, page)
            knowledge.link_wanted.connect(self.link_wanted)
            column.addWidget(knowledge)
        most = None if self._shows_all else FIRST_PASSAGES
        if details.quotations:
            column.addWidget(self._heading(self.tr("SAYS"), page))
            for row in details.quotations[:most]:
                kind = messages.quotation_kind_name(row.kind)
                label = PassageLabel.of_quotation(row, self._colours, page)
                label.setToolTip(plain_tooltip(kind))
                label.setAccessibleDescription(kind)
                label.jump_wanted.connect(partial(self._want_quotation, row.quotation))
                column.addWidget(label)
        column.addWidget(self._heading(self.tr("IN THE TEXT"), page))
        for passage in details.passages[:most]:
            self._add_passage(column, PassageLabel.of_passage(passage, self._colours, page))
        hidden = sum(max(0, len(rows) - FIRST_PASSAGES) for rows in (details.passages, details.quotations))
        if hidden and not self._shows_all:
            more = QToolButton(page)
            more.setObjectName("show_all")
            more.setText(self.tr("Show %Ln more", "", hidden))
            more.clicked.connect(self._show_all)
            column.addWidget(more)
        self._others_part = self._others_part_on(page)
        column.addWidget(self._others_part)

    def _want_withdrawal(self) -> None:
        if self._entity is not None:
            self.withdraw_wanted.emit(self._entity)

    def _want_article_menu(self, article: OtherArticle, point: QPoint) -> None:
        if self._entity is not None:
            self.article_menu_wanted.emit(self._entity, article, point)

    def _want_quotation(self, quotation: QuotationId, _position: int) -> None:
        self.quotation_jump_wanted.emit(quotation)

    def _add_passage(self, column: QVBoxLayout, label: PassageLabel) -> None:
        label.jump_wanted.connect(self.jump_wanted)
        column.addWidget(label)

    def _heading(self, text: str, parent: QWidget) -> QLabel:
        heading = QLabel(text, parent)
        heading.setProperty("role", "heading")
        heading.setContentsMargins(0, 6, 0, 0)
        return heading

    def _others_part_on(self, page: QWidget) -> QWidget:
        part = QWidget(page)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        if self._others:
            others = OtherArticlesBox(self._others, self._colours, part, shows_all=self._shows_all_others)
            others.article_wanted.connect(self.article_wanted)
            others.menu_wanted.connect(self._want_article_menu)
            others.all_wanted.connect(self._show_all_others)
            column.addWidget(self._heading(self.tr("ALSO IN"), part))
            column.addWidget(others)
        part.setVisible(bool(self._others))
        return part

    def _show_others(self) -> None:
        """Only this part of the card is made anew."""
        page = self.body.widget()
        layout = page.layout() if page is not None else None
        if page is None or layout is None:
            return
        old, self._others_part = self._others_part, self._others_part_on(page)
        layout.replaceWidget(old, self._others_part)
        old.hide()
        old.deleteLater()
        self.content_changed.emit()

    def _show_all_others(self) -> None:
        self._shows_all_others = True
        self._show_others()

    def _show_all(self) -> None:
        self._shows_all = True
        self._show_details()
