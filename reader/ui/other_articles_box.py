"""The part of the details card that lists the other articles in which an entity occurs."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from reader.presentation.palette import Palette
from reader.services.corrections import OtherArticle
from reader.ui import messages
from reader.ui.tooltips import plain_tooltip

MOST_ARTICLES = 8  # more would push the note out of sight; a click shows them all


class OtherArticlesBox(QWidget):
    """Title, date, outlet and number of mentions of each; a click or Enter opens it."""

    article_wanted = Signal(int)  # ArticleId
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
            column.addWidget(line)
        hidden = len(articles) - len(shown)
        if hidden:
            more = QToolButton(self)
            more.setObjectName("more_articles")
            more.setText(self.tr("%n more", "", hidden))
            more.clicked.connect(self.all_wanted)
            column.addWidget(more)

    def _particulars(self, article: OtherArticle) -> str:
        date = messages.publication_date(article.published or article.opened.date().isoformat())
        count = self.tr("%n mention(s)", "", article.mention_count)
        return " · ".join(part for part in (date, article.outlet or "", count) if part)


class ArticleLine(QWidget):
    """One article: its title in one line, its particulars below."""

    chosen = Signal(int)

    def __init__(self, article: OtherArticle, particulars: str, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("other_article")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{article.title}, {particulars}")
        self.setToolTip(plain_tooltip(f"{article.title}\n{particulars}"))
        self._article_id = article.id
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.meta)

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
            self.chosen.emit(self._article_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.chosen.emit(self._article_id)
            return
        super().keyPressEvent(event)

    def _elide(self) -> None:
        for label, text in ((self.title, self._title), (self.meta, self._particulars)):
            one_line = " ".join(text.split())
            label.setText(
                label.fontMetrics().elidedText(one_line, Qt.TextElideMode.ElideRight, max(self.width(), 1))
            )
