"""Menus and shortcuts: one table, and one loop that makes the actions."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

SEPARATOR = ""


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: `name` is what the code calls it, `keys` are shortcuts in Qt's portable form.

    The keys of a local action count only in the part of the window that it is added to.
    """

    name: str
    menu: str
    keys: tuple[str, ...] = ()
    is_checkable: bool = False
    has_separator_before: bool = False
    is_local: bool = False


ACTIONS = (
    ActionSpec("open", "file", ("Ctrl+O",)),
    ActionSpec("paste", "file", ("Ctrl+V", "Ctrl+Shift+V")),
    ActionSpec("sample", "file"),
    ActionSpec("remove", "file", ("Del",), has_separator_before=True, is_local=True),
    ActionSpec("restore", "file", ("Ctrl+Z",)),
    ActionSpec("quit", "file", ("Ctrl+Q",), has_separator_before=True),
    ActionSpec("back", "go", ("Alt+Left",)),
    ActionSpec("forward", "go", ("Alt+Right",)),
    ActionSpec("next_name", "go", ("N",), has_separator_before=True),
    ActionSpec("previous_name", "go", ("Shift+N",)),
    ActionSpec("next_quotation", "go", ("Q",)),
    ActionSpec("previous_quotation", "go", ("Shift+Q",)),
    ActionSpec("find", "go", ("Ctrl+F",), has_separator_before=True),
    ActionSpec("filter", "go", ("Ctrl+L",)),
    ActionSpec("note", "go", ("Ctrl+E",)),
    ActionSpec("next_part", "go", ("F6",)),
    ActionSpec("previous_part", "go", ("Shift+F6",)),
    ActionSpec("library", "view", ("F9",), is_checkable=True),
    ActionSpec("side_panel", "view", ("F10",), is_checkable=True),
    ActionSpec("larger", "view", ("Ctrl++", "Ctrl+="), has_separator_before=True),
    ActionSpec("smaller", "view", ("Ctrl+-",)),
    ActionSpec("usual_size", "view", ("Ctrl+0",)),
    ActionSpec("theme_system", "theme", is_checkable=True),
    ActionSpec("theme_light", "theme", is_checkable=True),
    ActionSpec("theme_dark", "theme", is_checkable=True),
    ActionSpec("language_system", "language", is_checkable=True),
    ActionSpec("language_de", "language", is_checkable=True),
    ActionSpec("language_en", "language", is_checkable=True),
    ActionSpec("keys", "help", ("?", "F1")),
    ActionSpec("about", "help"),
)
MENUS = ("file", "go", "view", "help")
SUBMENUS = {"theme": "view", "language": "view"}


def make_actions(parent: QWidget) -> Mapping[str, QAction]:
    """Every action of the table, without words: `name_actions` gives them those."""
    made = {}
    for spec in ACTIONS:
        action = QAction(parent)
        action.setObjectName(f"action_{spec.name}")
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        action.setCheckable(spec.is_checkable)
        if spec.is_local:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        else:
            parent.addAction(action)
        made[spec.name] = action
    return made


def make_menus(bar: QMenuBar, actions: Mapping[str, QAction]) -> Mapping[str, QMenu]:
    """Fill the menu bar; the menus have no names yet: `name_menus` gives them those."""
    menus = {menu: bar.addMenu("") for menu in MENUS}
    for submenu, menu in SUBMENUS.items():
        menus[submenu] = QMenu(menus[menu])
    for spec in ACTIONS:
        if spec.has_separator_before:
            menus[spec.menu].addSeparator()
        menus[spec.menu].addAction(actions[spec.name])
    for submenu, menu in SUBMENUS.items():
        menus[menu].addSeparator()
        menus[menu].addMenu(menus[submenu])
    return menus


def name_menus(menus: Mapping[str, QMenu]) -> None:
    for name, text in menu_names().items():
        menus[name].setTitle(text)


def name_actions(actions: Mapping[str, QAction]) -> None:
    for name, text in action_names().items():
        actions[name].setText(text)


def menu_names() -> dict[str, str]:
    return {
        "file": QCoreApplication.translate("actions", "&File"),
        "go": QCoreApplication.translate("actions", "&Go"),
        "view": QCoreApplication.translate("actions", "&View"),
        "help": QCoreApplication.translate("actions", "&Help"),
        "theme": QCoreApplication.translate("actions", "&Theme"),
        "language": QCoreApplication.translate("actions", "&Language"),
    }


def action_names() -> dict[str, str]:
    return {
        "open": QCoreApplication.translate("actions", "&Open …"),
        "paste": QCoreApplication.translate("actions", "&Paste as article"),
        "sample": QCoreApplication.translate("actions", "Open the &sample article"),
        "remove": QCoreApplication.translate("actions", "&Remove from the library"),
        "restore": QCoreApplication.translate("actions", "&Undo the removal"),
        "quit": QCoreApplication.translate("actions", "&Quit"),
        "back": QCoreApplication.translate("actions", "&Back"),
        "forward": QCoreApplication.translate("actions", "&Forward"),
        "next_name": QCoreApplication.translate("actions", "Next &name"),
        "previous_name": QCoreApplication.translate("actions", "Previous name"),
        "next_quotation": QCoreApplication.translate("actions", "Next &quotation"),
        "previous_quotation": QCoreApplication.translate("actions", "Previous quotation"),
        "find": QCoreApplication.translate("actions", "F&ind in the article"),
        "filter": QCoreApplication.translate("actions", "Fi&lter the side panel"),
        "note": QCoreApplication.translate("actions", "Write a n&ote"),
        "next_part": QCoreApplication.translate("actions", "Next &part of the window"),
        "previous_part": QCoreApplication.translate("actions", "Previous part of the window"),
        "library": QCoreApplication.translate("actions", "&Library"),
        "side_panel": QCoreApplication.translate("actions", "&Side panel"),
        "larger": QCoreApplication.translate("actions", "&Larger text"),
        "smaller": QCoreApplication.translate("actions", "S&maller text"),
        "usual_size": QCoreApplication.translate("actions", "&Usual text size"),
        "theme_system": QCoreApplication.translate("actions", "As the &system"),
        "theme_light": QCoreApplication.translate("actions", "&Light"),
        "theme_dark": QCoreApplication.translate("actions", "&Dark"),
        "language_system": QCoreApplication.translate("actions", "As the &system"),
        "language_de": "&Deutsch",
        "language_en": "&English",
        "keys": QCoreApplication.translate("actions", "&Keys"),
        "about": QCoreApplication.translate("actions", "&About Lesart"),
    }
