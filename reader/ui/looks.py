"""How the window looks: the colours of the setting, or of the system."""

from PySide6.QtWidgets import QApplication, QWidget

from reader.ui.session_presenter import SessionPresenter
from reader.ui.theme import palette_for, qt_palette, style_sheet
from reader.ui.top_bar import TopBar


class Looks:
    """Gives all parts of the window their colours, when they have become others."""

    def __init__(self, window: QWidget, top_bar: TopBar, presenter: SessionPresenter) -> None:
        self._window = window
        self._top_bar = top_bar
        self._presenter = presenter
        self._name = ""

    def apply(self, theme: str) -> None:
        """Take the colours of this setting."""
        palette = palette_for(theme)
        name = "dark" if palette.is_dark else "light"
        if name == self._name:
            return
        self._name = name
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(qt_palette(palette))
        self._window.setStyleSheet(style_sheet(palette))
        self._top_bar.set_palette(palette)
        self._presenter.set_palette(palette)
