"""The card of the selected quotation: whose words, of which kind, and how the text says so."""

from functools import partial
from html import escape

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.presentation.palette import LIGHT, Palette
from reader.presentation.quotation_details import QuotationDetails
from reader.presentation.quotation_rows import QuotationRow
from reader.ui import quotation_words
from reader.ui.details_card import CardBody
from reader.ui.highlight_painter import kind_colour
from reader.ui.passage_label import PassageLabel
from reader.ui.theme import READING_FONT

WORDS_PIXELS = 15
SPEAKER_PIXELS = 18
SIDE, BETWEEN = 14, 6


class QuotationCard(QFrame):
    """Shows `QuotationDetails`; reports what the reader wants with them."""

    jump_wanted = Signal(str)  # each signal comes with the id of the quotation
    copy_wanted = Signal(str)
    correction_wanted = Signal(str, QPoint)  # and where a menu may open
    quotation_chosen = Signal(str)
    speaker_chosen = Signal(str)  # the id of the entity
    content_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quotation_card")
        self._colours = LIGHT
        self._details: QuotationDetails | None = None
        self.body = CardBody(self)
        self.jump = self._button("quotation_jump")
        self.copy = self._button("quotation_copy")
        self.correct = self._button("quotation_correct")
        self._lay_out()
        self.jump.clicked.connect(lambda: self.jump_wanted.emit(self._quotation()))
        self.copy.clicked.connect(lambda: self.copy_wanted.emit(self._quotation()))
        self.correct.clicked.connect(self._want_correction)
        self.retranslate()

    @property
    def details(self) -> QuotationDetails | None:
        return self._details

    def retranslate(self) -> None:
        self.jump.setText(self.tr("In the text"))
        self.jump.setToolTip(self.tr("Show the quotation in the text"))
        self.copy.setText(self.tr("Copy"))
        self.copy.setToolTip(self.tr("Copy the quotation with its source"))
        self.correct.setToolTip(self.tr("Correct the quotation"))
        for button in (self.jump, self.copy, self.correct):
            button.setAccessibleName(button.toolTip())
        self._fit_buttons()
        self._show_details()

    def set_palette(self, palette: Palette) -> None:
        self._colours = palette
        self._show_details()

    def set_details(self, details: QuotationDetails | None) -> None:
        if details != self._details:
            self._details = details
            self._show_details()

    def height_in(self, width: int) -> int:
        """How high the card wants to be if it is `width` pixels wide."""
        layout = self.layout()
        if layout is None:
            return 0
        margins = layout.contentsMargins()
        self.body.page_width = width - margins.left() - margins.right()
        self.body.updateGeometry()
        return layout.totalSizeHint().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_buttons()

    def _fit_buttons(self) -> None:
        """Leave out the longest word for want of room."""
        self.correct.setText(self.tr("Correct …"))
        needed = sum(button.sizeHint().width() + BETWEEN for button in (self.jump, self.copy, self.correct))
        if needed > self.width() - 2 * SIDE:
            self.correct.setText("…")

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setProperty("role", "card")
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 8, 0, 0)
        buttons.setSpacing(BETWEEN)
        for button in (self.jump, self.copy, self.correct):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 12, SIDE, 12)
        column.setSpacing(2)
        column.addWidget(self.body, stretch=1)
        column.addLayout(buttons)

    def _show_details(self) -> None:
        details = self._details
        if details is not None:
            page = QWidget()
            page.setObjectName("details_body")
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 6, 4)
            column.setSpacing(4)
            self._fill(column, page, details)
            column.addStretch(1)
            self.body.setWidget(page)
            self.body.verticalScrollBar().setValue(0)
        self.content_changed.emit()

    def _fill(self, column: QVBoxLayout, page: QWidget, details: QuotationDetails) -> None:
        column.addWidget(self._speaker(details, page))
        column.addWidget(_line(quotation_words.summary(details), "quotation_summary", page))
        explanation = quotation_words.explanation(details.kind)
        column.addWidget(_line(explanation, "quotation_explanation", page))
        words = PassageLabel.of_quotation(details.row, self._colours, page, pixels=WORDS_PIXELS)
        words.setObjectName("quotation_words")
        words.jump_wanted.connect(lambda: self.jump_wanted.emit(details.quotation))
        column.addSpacing(4)
        column.addWidget(words)
        for heading, text in (
            (self.tr("SAID BY, AS PRINTED"), details.speaker_as_printed),
            (self.tr("SIGNALLED BY"), details.cue),
            (self.tr("SAID TO"), details.addressee),
        ):
            if text:
                column.addWidget(_heading(heading, page))
                column.addWidget(_line(text, "quotation_phrase", page))
        if details.within is not None:
            column.addWidget(_heading(self.tr("WITHIN"), page))
            column.addWidget(self._other(details.within, page))
        if details.holds:
            column.addWidget(_heading(self.tr("HOLDS"), page))
            for row in details.holds:
                column.addWidget(self._other(row, page))

    def _speaker(self, details: QuotationDetails, page: QWidget) -> QLabel:
        """The name of the speaker; one that is among the names of the article leads to its card."""
        name = details.speaker or quotation_words.speaker_not_named()
        kind = details.speaker_kind
        ink = self._colours.ink if details.speaker else self._colours.dim
        colour = kind_colour(kind, self._colours).name() if kind is not None else ink
        html = (
            f"<span style=\"font-family:'{READING_FONT}'; font-size:{SPEAKER_PIXELS}px; font-weight:bold; "
            f'color:{colour}">{escape(name)}</span>'
        )
        if details.speaker_entity is None:
            label = QLabel(html, page)
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setWordWrap(True)
        else:
            label = PassageLabel(html, name, 0, self._colours, page)
            label.jump_wanted.connect(partial(self._choose_speaker, details.speaker_entity))
        label.setObjectName("quotation_speaker")
        label.setAccessibleName(name)
        return label

    def _other(self, row: QuotationRow, page: QWidget) -> PassageLabel:
        label = PassageLabel.of_quotation(row, self._colours, page)
        label.setObjectName("quotation_other")
        label.jump_wanted.connect(lambda: self.quotation_chosen.emit(row.quotation))
        return label

    def _choose_speaker(self, entity: str, _position: int) -> None:
        self.speaker_chosen.emit(entity)

    def _want_correction(self) -> None:
        below = self.correct.mapToGlobal(self.correct.rect().bottomLeft())
        self.correction_wanted.emit(self._quotation(), below)

    def _quotation(self) -> str:
        return self._details.quotation if self._details is not None else ""


def _line(text: str, name: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _heading(text: str, parent: QWidget) -> QLabel:
    heading = _line(text, "", parent)
    heading.setProperty("role", "heading")
    heading.setContentsMargins(0, 6, 0, 0)
    return heading
