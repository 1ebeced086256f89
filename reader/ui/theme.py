"""Fonts, colours and the style sheet of the window."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from reader.presentation.palette import DARK, LIGHT, Palette

READING_FONT = "Noto Serif"
WINDOW_FONT = "Inter"


def load_fonts(folder: Path) -> None:
    """Make the fonts that ship with the app known to Qt; the system's own stay available."""
    for file in sorted(folder.glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(file))


def window_font() -> QFont:
    font = QFont(WINDOW_FONT)
    font.setPixelSize(13)
    return font


def palette_for(theme: str) -> Palette:
    """The palette of the setting `theme`: light, dark, or as the system has it."""
    is_dark = system_is_dark() if theme == "system" else theme == "dark"
    return DARK if is_dark else LIGHT


def system_is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


def qt_palette(palette: Palette) -> QPalette:
    """The colours for what Qt paints itself: menus, dialogs, scroll bars."""
    roles = {
        QPalette.ColorRole.Window: palette.chrome,
        QPalette.ColorRole.WindowText: palette.ink,
        QPalette.ColorRole.Base: palette.card,
        QPalette.ColorRole.AlternateBase: palette.chrome,
        QPalette.ColorRole.Text: palette.ink,
        QPalette.ColorRole.Button: palette.chrome,
        QPalette.ColorRole.ButtonText: palette.ink,
        QPalette.ColorRole.ToolTipBase: palette.card,
        QPalette.ColorRole.ToolTipText: palette.ink,
        QPalette.ColorRole.PlaceholderText: palette.dim,
        QPalette.ColorRole.Highlight: palette.accent,
        QPalette.ColorRole.HighlightedText: palette.paper,
        QPalette.ColorRole.Link: palette.accent,
    }
    colours = QPalette()
    for role, colour in roles.items():
        colours.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        colours.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.faint))
    return colours


def style_sheet(palette: Palette) -> str:
    return STYLE.format(**{name: getattr(palette, name) for name in palette.__slots__})


STYLE = """
QMainWindow, QMenuBar, QStatusBar, QDialog {{ background: {chrome}; color: {ink}; }}
QMenuBar {{ padding: 1px 6px; }}
QMenuBar::item {{ padding: 4px 8px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {selected}; }}
QMenu {{ background: {card}; color: {ink}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 5px 28px 5px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {selected}; color: {ink}; }}
QMenu::item:disabled {{ color: {faint}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QStatusBar {{ border-top: 1px solid {line}; color: {dim}; font-size: 12px; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {dim}; font-size: 12px; padding: 3px 8px; }}
QSplitter::handle {{ background: {line}; }}
#top_bar {{ background: {chrome}; border-bottom: 1px solid {line}; }}
#article_title {{ color: {dim}; }}
#library_panel, #side_panel, #names_page, #quotations_page, #notes_page {{ background: {chrome}; }}
#article_view {{ background: {paper}; color: {ink}; selection-background-color: {accent};
    selection-color: {paper}; }}
#empty_page {{ background: {paper}; }}
QListView {{ background: {chrome}; border: none; outline: none; }}
QLineEdit {{ background: {card}; color: {ink}; border: 1px solid {line}; border-radius: 7px; padding: 6px 9px;
    selection-background-color: {accent}; selection-color: {paper}; }}
QComboBox {{ background: {card}; color: {ink}; border: 1px solid {line}; border-radius: 7px;
    padding: 6px 11px; }}
QSpinBox {{ background: {card}; color: {ink}; border: 1px solid {line}; border-radius: 7px;
    padding: 5px 9px; selection-background-color: {accent}; selection-color: {paper}; }}
QSpinBox:focus {{ border: 1px solid {accent}; }}
QSpinBox QLineEdit {{ background: transparent; border: none; padding: 0; }}
QSpinBox::up-button, QSpinBox::down-button {{ background: transparent; border: none; width: 28px; }}
QComboBox:focus, QComboBox:on {{ border: 1px solid {accent}; }}
QComboBox:disabled {{ color: {faint}; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QComboBox QAbstractItemView {{ background: {card}; color: {ink}; border: 1px solid {line}; outline: none;
    padding: 3px; }}
QComboBox QAbstractItemView::item {{ padding: 5px 7px; border: none; border-radius: 4px; }}
QComboBox QAbstractItemView::item:selected {{ background: {selected}; color: {ink}; }}
QCheckBox {{ spacing: 7px; }}
QCheckBox::indicator {{ width: 14px; height: 14px; background: {card}; border: 1px solid {faint};
    border-radius: 4px; }}
QCheckBox::indicator:checked {{ background: {accent}; border: 1px solid {accent}; }}
QCheckBox::indicator:focus {{ border: 1px solid {ink}; }}
QLineEdit:focus, QPlainTextEdit:focus {{ border: 1px solid {accent}; }}
QPlainTextEdit {{ background: {paper}; color: {ink}; border: 1px solid {line}; border-radius: 7px;
    padding: 4px; selection-background-color: {accent}; selection-color: {paper}; }}
QToolButton {{ border: none; border-radius: 6px; padding: 5px 8px; color: {ink}; background: transparent; }}
QToolButton:hover {{ background: {line}; }}
QToolButton:checked {{ background: {selected}; color: {accent}; }}
QToolButton:focus, QPushButton:focus {{ border: 1px solid {accent}; }}
QToolButton:disabled {{ color: {faint}; }}
QToolButton::menu-indicator {{ image: none; }}
QPushButton {{ background: {card}; color: {ink}; border: 1px solid {line};
    border-radius: 7px; padding: 6px 14px; }}
QPushButton:hover {{ background: {selected}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QPushButton[role="card"] {{ padding: 4px 10px; }}
#quotation_filter QToolButton {{ color: {dim}; padding: 4px 6px; font-size: 12px; }}
#quotation_filter QToolButton:checked {{ color: {accent}; }}
QTabBar {{ background: {chrome}; }}
QTabBar::tab {{ background: transparent; color: {dim}; padding: 9px 10px 8px 10px; border: none;
    border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {ink}; font-weight: 600; border-bottom: 2px solid {accent}; }}
QTabBar::tab:focus {{ color: {accent}; }}
#details_card, #quotation_card {{ background: {card}; border: 1px solid {line}; border-radius: 9px; }}
#details_card QScrollArea, #quotation_card QScrollArea {{ background: transparent; border: none;
    border-bottom: 1px solid {line}; }}
#details_body {{ background: transparent; border: none; }}
#card_meta, #card_state, #card_nothing, #quotation_summary, #quotation_explanation {{
    color: {dim}; font-size: 12px; }}
#known_sources, #known_nothing, #fact_label, #other_meta {{ color: {dim}; font-size: 12px; }}
QSlider::groove:horizontal {{ height: 4px; background: {line}; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {accent}; border-radius: 2px; }}
QSlider::handle:horizontal {{ background: {accent}; width: 14px; margin: -5px 0; border-radius: 7px; }}
QSlider::handle:horizontal:focus {{ background: {ink}; }}
#credits {{ background: {card}; color: {ink}; border: 1px solid {line}; border-radius: 7px;
    padding: 4px 8px; }}
#settings_hint {{ color: {dim}; font-size: 12px; }}
#settings_trouble {{ color: {weapon}; }}
#known_sources {{ font-size: 11px; }}
#fact_value, #known_figures, #known_line, #known_government {{ font-size: 12px; }}
#other_title {{ color: {accent}; }}
QToolButton#other_more {{ color: {dim}; padding: 2px 7px 6px 7px; }}
QPushButton#link {{ color: {accent}; background: transparent; border: 1px solid transparent; padding: 1px 0;
    border-radius: 2px; text-align: left; }}
QPushButton#link:hover {{ text-decoration: underline; }}
QPushButton#link:focus {{ border: 1px solid {accent}; }}
QLabel[role="heading"] {{ color: {dim}; font-size: 11px; font-weight: 600; letter-spacing: 1px; }}
#notice {{ background: {direct}; border-bottom: 1px solid {rule}; }}
#notice QLabel {{ color: {ink}; }}
#done_bar {{ background: {card}; border: 1px solid {line}; border-radius: 9px; }}
#done_bar QLabel {{ color: {ink}; }}
#done_bar QPushButton {{ border: none; color: {accent}; font-weight: 600; padding: 4px 10px; }}
#card_corrected {{ color: {accent}; font-size: 12px; padding: 1px 0px; border: none; text-align: left;
    background: transparent; }}
#card_corrected:hover, #card_corrected:focus {{ text-decoration: underline; border: none; }}
QLabel[role="menu_heading"] {{ color: {dim}; font-size: 11px; font-weight: 600; padding: 7px 12px 3px 9px; }}
#dialog_trouble {{ background: {direct}; color: {ink}; border: 1px solid {rule}; border-radius: 7px;
    padding: 6px 10px; }}
QListWidget, QTableView {{ background: {card}; color: {ink}; border: 1px solid {line}; border-radius: 7px;
    outline: none; selection-background-color: {selected}; selection-color: {ink}; }}
QTableView::item {{ padding: 4px 8px; border: none; }}
QTableView::item:selected {{ background: {selected}; color: {ink}; }}
QListWidget::item {{ padding: 4px 8px; }}
QListWidget::item:selected {{ background: {selected}; color: {ink}; }}
QHeaderView {{ background: {card}; border: none; }}
QHeaderView::section {{ background: {card}; color: {dim}; border: none; border-bottom: 1px solid {line};
    padding: 5px 11px; }}
QTabWidget::pane {{ border: none; }}
QPushButton:disabled {{ color: {faint}; }}
QScrollBar:vertical {{ background: transparent; width: 11px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {line}; min-height: 32px; border-radius: 5px; margin: 1px 2px; }}
QScrollBar::handle:vertical:hover {{ background: {faint}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    background: none; border: none; height: 0; }}
QToolTip {{ background: {card}; color: {ink}; border: 1px solid {line}; padding: 4px 6px; }}
"""
