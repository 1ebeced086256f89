"""The side panel: names, quotations and notes of the article, a filter, and the details card."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from reader.domain.entities import EntityId
from reader.domain.quotations import QuotationId
from reader.presentation.entity_rows import EntityRow, EntitySection
from reader.presentation.note_rows import NoteRow
from reader.presentation.palette import Palette
from reader.presentation.quotation_details import QuotationDetails
from reader.presentation.quotation_rows import QuotationFilter, QuotationRow, SpeakerGroup
from reader.ui import messages, quotation_words
from reader.ui.details_card import DetailsCard
from reader.ui.fields import FilterField
from reader.ui.quotation_card import QuotationCard
from reader.ui.quotation_filter import QuotationFilterBar
from reader.ui.row_list import RowList
from reader.ui.row_models import Heading, ListedRow
from reader.ui.row_painting import EntityDelegate, NoteDelegate, QuotationDelegate
from reader.ui.stacking import below

CARD_SHARE = 0.54  # of the panel, at most: the rest is for the lists
ROOM_ABOVE_CARD = 205  # pixels for tabs, filter and a few rows
LOWEST_CARD = 215


class Page(IntEnum):
    """The tabs, from the left."""

    NAMES = 0
    QUOTATIONS = 1
    NOTES = 2


class SidePanel(QWidget):
    """Lists what was found; the session decides what a choice means."""

    entity_chosen = Signal(str)
    quotation_chosen = Signal(str)
    note_chosen = Signal(object)  # NoteRow
    filter_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.filter = FilterField(self)
        self.filter.setObjectName("filter")
        self.filter.setClearButtonEnabled(True)
        self.names = RowList("names_list", EntityDelegate(), self)
        self.quotations = RowList("quotations_list", QuotationDelegate(), self)
        self.notes = RowList("notes_list", NoteDelegate(), self)
        self.quotation_filter = QuotationFilterBar(self)
        self.card = DetailsCard(self)
        self.quotation_card = QuotationCard(self)
        self.quotation_card.hide()
        self._counts = dict.fromkeys(Page, 0)
        self._chosen: tuple[EntityId | None, QuotationId | None] = (None, None)
        self._lay_out()
        self.filter.textChanged.connect(self.filter_changed)
        self.quotation_filter.changed.connect(lambda: self.filter_changed.emit(self.filter.text()))
        self.names.row_chosen.connect(self._entity_row_chosen)
        self.quotations.row_chosen.connect(self._quotation_row_chosen)
        self.notes.row_chosen.connect(self.note_chosen)
        self.card.content_changed.connect(self._fit_card)
        self.quotation_card.content_changed.connect(self._fit_card)
        self.retranslate()

    def retranslate(self) -> None:
        self.tabs.setAccessibleName(self.tr("Names, quotations and notes"))
        self.filter.setPlaceholderText(self.tr("Filter …"))
        self.filter.setAccessibleName(self.tr("Filter names, quotations and notes"))
        self.names.setAccessibleName(self.tr("Names in the article"))
        self.quotations.setAccessibleName(self.tr("Quotations in the article"))
        self.notes.setAccessibleName(self.tr("Notes"))
        self._name_tabs()
        self.quotation_filter.retranslate()
        self.card.retranslate()
        self.quotation_card.retranslate()

    def set_palette(self, palette: Palette) -> None:
        for rows in (self.names, self.quotations, self.notes):
            rows.delegate.set_palette(palette)
            rows.viewport().update()
        self.card.set_palette(palette)
        self.quotation_card.set_palette(palette)

    def set_names(self, sections: Sequence[EntitySection]) -> None:
        rows: list[Heading | ListedRow] = []
        for section in sections:
            rows.append(Heading(messages.section_name(section.kind).upper(), len(section.rows)))
            rows.extend(self._listed_entity(row) for row in section.rows)
        self.names.set_rows(rows)

    def set_quotations(self, groups: Sequence[SpeakerGroup], count: int) -> None:
        rows: list[Heading | ListedRow] = []
        for group in groups:
            speaker = group.speaker or quotation_words.speaker_not_named()
            rows.append(Heading(speaker, len(group.rows)))
            rows.extend(_listed_quotation(row, speaker) for row in group.rows)
        self.quotations.set_rows(rows)
        self.quotation_filter.set_counts(sum(len(group.rows) for group in groups), count)
        self._counts[Page.QUOTATIONS] = count
        self._name_tabs()

    def set_notes(self, notes: Sequence[NoteRow], count: int) -> None:
        rows: list[Heading | ListedRow] = []
        for heading, is_here in ((self.tr("IN THIS ARTICLE"), True), (self.tr("IN OTHER ARTICLES"), False)):
            found = [row for row in notes if (row.entity is not None) is is_here]
            if found:
                rows.append(Heading(heading, len(found)))
                rows.extend(ListedRow(row, f"{row.name}: {row.beginning}", row.beginning) for row in found)
        self.notes.set_rows(rows)
        self._counts[Page.NOTES] = count
        self._name_tabs()

    def show_chosen(self, entity: EntityId | None, quotation: QuotationId | None) -> None:
        """Mark the rows of the selected entity and quotation."""
        scrolls = (entity, quotation) != self._chosen  # else the reader may have scrolled away from it
        self._chosen = (entity, quotation)
        self.names.show_chosen(self._row_of(self.names, entity), scrolls=scrolls)
        self.quotations.show_chosen(self._row_of(self.quotations, quotation), scrolls=scrolls)

    def wanted_quotations(self) -> QuotationFilter:
        """Which quotations the reader wants to see."""
        return self.quotation_filter.chosen(self.filter.text())

    def reset_filters(self) -> None:
        """Another article: what was looked for in the last one hides nothing."""
        self.quotation_filter.reset()
        self.filter.clear()

    def show_quotation(self, details: QuotationDetails | None) -> None:
        """Show the card of this quotation in the place of the details; None: show the details."""
        self.quotation_card.set_details(details)
        self.card.setVisible(details is None)
        self.quotation_card.setVisible(details is not None)
        self._fit_card()
        layout = self.layout()
        if layout is not None:
            layout.activate()

    def set_placeholders(self, names: str, quotations: str, notes: str) -> None:
        """What each list says while it is empty."""
        for rows, text in ((self.names, names), (self.quotations, quotations), (self.notes, notes)):
            rows.set_placeholder(text)

    def show_beginning(self) -> None:
        for rows in (self.names, self.quotations, self.notes):
            rows.scrollToTop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_card()

    def _fit_card(self) -> None:
        """Give the card the height of its content, as far as the lists keep enough room."""
        most = max(min(self.height() * CARD_SHARE, self.height() - ROOM_ABOVE_CARD), LOWEST_CARD)
        for card in (card for card in (self.card, self.quotation_card) if not card.isHidden()):
            card.setFixedHeight(round(min(card.height_in(self.width() - 24), most)))

    def _listed_entity(self, row: EntityRow) -> ListedRow:
        named = ", ".join(part for part in (row.name, row.detail) if part)
        hint = f"{named}\n{self.tr('named %Ln time(s)', '', row.count)}"
        if row.meant_count:
            hint += f"\n{self.tr('meant %Ln more time(s) by an office or a pronoun', '', row.meant_count)}"
        spoken = f"{named}, {messages.number(row.count)}"
        if row.is_corrected:
            corrected = self.tr("corrected by you")
            spoken, hint = f"{spoken}, {corrected}", f"{hint}\n{corrected}"
        return ListedRow(row, spoken, hint)

    def _row_of(self, rows: RowList, wanted: str | None) -> object:
        for value in rows.rows.values():
            if isinstance(value, EntityRow) and value.entity == wanted:
                return value
            if isinstance(value, QuotationRow) and value.quotation == wanted:
                return value
        return None

    def _entity_row_chosen(self, row: EntityRow) -> None:
        self.entity_chosen.emit(row.entity)

    def _quotation_row_chosen(self, row: QuotationRow) -> None:
        self.quotation_chosen.emit(row.quotation)

    def _name_tabs(self) -> None:
        texts = {
            Page.NAMES: self.tr("Names"),
            Page.QUOTATIONS: self.tr("Quotations %Ln", "", self._counts[Page.QUOTATIONS]),
            Page.NOTES: self.tr("Notes %Ln", "", self._counts[Page.NOTES]),
        }
        for page, text in texts.items():
            if page >= self.tabs.count():
                self.tabs.addTab(text)
            self.tabs.setTabText(page, text)

    def _lay_out(self) -> None:
        pages = QStackedWidget(self)
        quotations = below(self.quotation_filter, self.quotations, growing=self.quotations)
        for page in (self.names, quotations, self.notes):
            pages.addWidget(page)
        self.tabs.currentChanged.connect(pages.setCurrentIndex)
        tabs, inner, around = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        tabs.setContentsMargins(12, 0, 12, 0)
        tabs.addWidget(self.tabs)
        inner.setContentsMargins(12, 10, 12, 6)
        inner.addWidget(self.filter)
        around.setContentsMargins(12, 8, 12, 12)
        around.addWidget(self.card)
        around.addWidget(self.quotation_card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tabs)
        column.addLayout(inner)
        column.addWidget(pages, stretch=1)
        column.addLayout(around)


def _listed_quotation(row: QuotationRow, speaker: str) -> ListedRow:
    kind = messages.quotation_kind_name(row.kind)
    return ListedRow(row, f"{speaker}, {kind}: {row.text}", f"{speaker} – {kind}\n{row.text}")
