"""The bar above everything: library, back and forward, the title, the legend."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from reader.presentation.palette import Palette
from reader.ui.icons import Icons
from reader.ui.legend import Legend
from reader.ui.tooltips import plain_tooltip

LEAST_TITLE = 60
SPACES = 60  # margins and gaps of the bar


class ElidedLabel(QLabel):
    """A line of text that gives way to its neighbours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._full = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_full_text(self, text: str) -> None:
        self._full = text
        self.setToolTip(plain_tooltip(text))
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        metrics = QFontMetrics(self.font())
        self.setText(metrics.elidedText(self._full, Qt.TextElideMode.ElideRight, self.width() - 4))


class TopBar(QWidget):
    """Buttons for actions, the title of the article, and the legend."""

    def __init__(self, actions: Mapping[str, QAction], icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icons = icons
        self._actions = actions
        self.title = ElidedLabel(self)
        self.title.setObjectName("article_title")
        self.legend = Legend(self)
        self.legend.full_width_changed.connect(self.fit_legend)
        self._buttons = {
            name: self._button(name) for name in ("library", "open", "back", "forward", "find", "side_panel")
        }
        self._look = QToolButton(self)
        self._look.setObjectName("look_button")
        self._look.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._look)
        for name in ("larger", "smaller", "usual_size"):
            menu.addAction(actions[name])
        menu.addSeparator()
        for name in ("theme_system", "theme_light", "theme_dark"):
            menu.addAction(actions[name])
        menu.addSeparator()
        for name in ("language_system", "language_de", "language_en"):
            menu.addAction(actions[name])
        self._look.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(4)
        for name in ("library", "open", "back", "forward"):
            row.addWidget(self._buttons[name])
        row.addSpacing(10)
        row.addWidget(self.title, stretch=1)
        row.addSpacing(10)
        row.addWidget(self.legend)
        row.addSpacing(6)
        row.addWidget(self._look)
        row.addWidget(self._buttons["find"])
        row.addWidget(self._buttons["side_panel"])
        self.retranslate()

    def retranslate(self) -> None:
        self.legend.retranslate()
        self._look.setToolTip(self.tr("Text size, theme and language"))
        self._look.setAccessibleName(self.tr("Text size, theme and language"))
        for name, button in self._buttons.items():
            action = self._actions[name]
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            words = action.text().replace("&", "").replace(" …", "")
            button.setToolTip(f"{words} ({keys})" if keys else words)
            button.setAccessibleName(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_legend()

    def fit_legend(self) -> None:
        """Show the names of the kinds where they leave the title some room."""
        buttons = sum(button.sizeHint().width() + 4 for button in (*self._buttons.values(), self._look))
        room = self.width() - buttons - LEAST_TITLE - SPACES
        self.legend.set_compact(self.legend.full_width() > room)

    def set_palette(self, palette: Palette) -> None:
        self.legend.set_palette(palette)
        pictures = {"find": "search", "side_panel": "panel"}
        for name in self._buttons:
            self._actions[name].setIcon(self._icons.icon(pictures.get(name, name), palette.dim))
            self._actions[name].setIconVisibleInMenu(False)
        self._look.setIcon(self._icons.icon("text_size", palette.dim))

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"button_{name}")
        button.setDefaultAction(self._actions[name])
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        return button
