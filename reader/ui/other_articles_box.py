"""The part of the details card that lists the other articles in which an entity occurs."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.presentation.palette import Palette
from reader.services.other_articles import OtherArticle
from reader.ui import messages
from reader.ui.tooltips import plain_tooltip

MOST_ARTICLES = 8  # more would push the note out of sight; a click shows them all
GAP = 4


class OtherArticlesBox(QWidget):
    """Title, date, number of mentions and outlet of each; a click or Enter opens it.

    A button beside each has a menu that says whether it is the same there.
    """

    article_wanted = Signal(int)  # ArticleId
    menu_wanted = Signal(object, QPoint)  # OtherArticle, and where the menu may open
    all_wanted = Signal()

    def __init__(
        self, articles: Sequence[OtherArticle], palette: Palette, parent: QWidget, *, shows_all: bool
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        shown = articles if shows_all else articles[:MOST_ARTICLES]
        for article in shown:
            line = ArticleLine(article, self._particulars(article), palette, self)
            line.chosen.connect(self.article_wanted)
            line.menu_wanted.connect(self.menu_wanted)
            column.addWidget(line)
        hidden = len(articles) - len(shown)
        if hidden:
            more = QToolButton(self)
            more.setObjectName("more_articles")
            more.setText(self.tr("%Ln more", "", hidden))
            more.clicked.connect(self.all_wanted)
            column.addWidget(more)

    def _particulars(self, article: OtherArticle) -> str:
        date = messages.publication_date(article.published) or self._opened(article)
        count = self.tr("%Ln mention(s)", "", article.mention_count)
        return " · ".join(part for part in (date, count, article.outlet or "") if part)

    def _opened(self, article: OtherArticle) -> str:
        """When it was opened, of an article that does not say when it was published."""
        opened = article.opened.astimezone().date()
        is_german = QLocale().language() == QLocale.Language.German
        day = QDate(opened.year, opened.month, opened.day)
        form = "dd.MM.yyyy" if is_german else "d MMM yyyy"
        return self.tr("opened {0}").format(QLocale().toString(day, form))


class ArticleLine(QWidget):
    """One article: its title in one line, its particulars below."""

    chosen = Signal(int)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, article: OtherArticle, particulars: str, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("other_article")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{article.title}, {particulars}")
        self.setToolTip(plain_tooltip(f"{article.title}\n{particulars}"))
        self._article = article
        self._title, self._particulars = article.title, particulars
        self._palette = palette
        self.title = QLabel(self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setObjectName("other_title")
        self.meta = QLabel(particulars, self)
        self.meta.setTextFormat(Qt.TextFormat.PlainText)
        self.meta.setObjectName("other_meta")
        for label in (self.title, self.meta):
            label.setMinimumWidth(1)
        self.more = QToolButton(self)
        self.more.setObjectName("other_more")
        self.more.setText("…")
        self.more.setCursor(Qt.CursorShape.ArrowCursor)
        self.more.setToolTip(self.tr("The same there, or not?"))
        self.more.setAccessibleName(f"{self.more.toolTip()} {article.title}")
        self.more.clicked.connect(self._open_menu_below)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.meta)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addLayout(column, stretch=1)
        row.addWidget(self.more)

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Polish, QEvent.Type.FontChange}:
            self._elide()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(QColor(self._palette.accent), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self._article.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._open_menu_below()
        else:
            self.menu_wanted.emit(self._article, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            if self.more.hasFocus():  # a button of Qt leaves Enter to what is around it
                self._open_menu_below()
            else:
                self.chosen.emit(self._article.id)
            return
        super().keyPressEvent(event)

    def _open_menu_below(self) -> None:
        below = self.more.mapToGlobal(QPoint(0, self.more.height()))
        self.menu_wanted.emit(self._article, below)

    def _elide(self) -> None:
        room = max(self.width() - self.more.sizeHint().width() - GAP, 1)
        for label, text in ((self.title, self._title), (self.meta, self._particulars)):
            one_line = " ".join(text.split())
            label.setText(label.fontMetrics().elidedText(one_line, Qt.TextElideMode.ElideRight, room))
