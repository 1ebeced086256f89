"""What the reader chooses with the mouse or in a list, and where it leads."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from reader.domain.articles import ArticleId
from reader.domain.quotations import QuotationId
from reader.presentation.highlights import Highlight
from reader.presentation.note_rows import NoteRow
from reader.ui.navigation import Navigation
from reader.ui.notice_bar import NoticeBar
from reader.ui.reading_session import ReadingSession


class Choices(QObject):
    """`open_side_panel` shows the panel with the details, if it was closed."""

    def __init__(
        self,
        session: ReadingSession,
        navigation: Navigation,
        notice: NoticeBar,
        *,
        open_side_panel: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._navigation = navigation
        self._notice = notice
        self._open_side_panel = open_side_panel

    def highlight(self, highlight: Highlight) -> None:
        """A click on a name shows who it is, even if the side panel was closed."""
        self._open_side_panel()
        self._session.select_entity(highlight.entity)

    def quotation(self, quotation_id: str) -> None:
        """A click on quoted words shows whose they are, even if the side panel was closed."""
        self._open_side_panel()
        self._session.select_quotation(QuotationId(quotation_id))

    def note_row(self, row: NoteRow) -> None:
        if row.entity is not None:
            self._navigation.to_entity(row.entity)

    def entry(self, number: int) -> None:
        self._notice.clear()
        self._session.open_entry(ArticleId(number))

    def other_article(self, number: int) -> None:
        """Open another article with the entity of the card, at its first mention there."""
        entity = self._session.entity
        if entity is not None:
            self._notice.clear()
            self._session.open_entry_with(ArticleId(number), entity)
            self._navigation.to_mention(0)

    def back(self) -> None:
        self._notice.clear()
        self._session.go_back()

    def forward(self) -> None:
        self._notice.clear()
        self._session.go_forward()
