"""What the window has below its menus: a bar over three columns, the article in the middle one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from reader.ui.article_view import ArticleView
from reader.ui.empty_page import EmptyPage
from reader.ui.find_bar import FindBar
from reader.ui.library_list import LibraryList
from reader.ui.notice_bar import NoticeBar
from reader.ui.overview_bar import OverviewBar
from reader.ui.side_panel import SidePanel
from reader.ui.stacking import below, beside
from reader.ui.top_bar import TopBar

LIBRARY_WIDTH, PANEL_WIDTH = 248, 346
SMALLEST_LIBRARY, SMALLEST_PANEL = 180, 260


class WindowBody(QWidget):
    """Lays the parts out. In place of the article stands the empty page, until one is open."""

    def __init__(
        self,
        top_bar: TopBar,
        library: LibraryList,
        view: ArticleView,
        overview: OverviewBar,
        empty_page: EmptyPage,
        notice: NoticeBar,
        find_bar: FindBar,
        side_panel: SidePanel,
    ) -> None:
        super().__init__()
        self._center = QStackedWidget(self)
        self._center.addWidget(beside(view, overview))
        self._center.addWidget(empty_page)
        self._columns = QSplitter(Qt.Orientation.Horizontal, self)
        self._columns.setHandleWidth(1)
        self._columns.setChildrenCollapsible(False)
        middle = below(notice, self._center, find_bar, growing=self._center)
        for part in (library, middle, side_panel):
            self._columns.addWidget(part)
        self._columns.setStretchFactor(1, 1)
        library.setMinimumWidth(SMALLEST_LIBRARY)
        side_panel.setMinimumWidth(SMALLEST_PANEL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top_bar)
        column.addWidget(self._columns, stretch=1)

    def show_article(self, *, is_open: bool) -> None:
        self._center.setCurrentIndex(0 if is_open else 1)

    def widths(self) -> tuple[int, ...]:
        return tuple(self._columns.sizes())

    def set_widths(self, widths: Sequence[int], *, window_width: int) -> None:
        """As the reader left them; without that the usual ones."""
        usual = (LIBRARY_WIDTH, window_width - LIBRARY_WIDTH - PANEL_WIDTH, PANEL_WIDTH)
        self._columns.setSizes(list(widths or usual))
