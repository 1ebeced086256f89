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
    ActionSpec("export", "file", ("Ctrl+Shift+E",), has_separator_before=True),
    ActionSpec("remove", "file", ("Del",), has_separator_before=True, is_local=True),
    ActionSpec("settings", "file", ("Ctrl+,",), has_separator_before=True),
    ActionSpec("quit", "file", ("Ctrl+Q",)),
    ActionSpec("undo", "edit", ("Ctrl+Z",)),
    ActionSpec("redo", "edit", ("Ctrl+Shift+Z", "Ctrl+Y")),
    ActionSpec("copy_quotation", "edit", ("Ctrl+Shift+C",), has_separator_before=True),
    ActionSpec("corrections", "edit", ("Ctrl+K",), has_separator_before=True),
    ActionSpec("is_person", "correct", ("P",), is_local=True),
    ActionSpec("is_organization", "correct", ("O",), is_local=True),
    ActionSpec("is_weapon", "correct", ("W",), is_local=True),
    ActionSpec("is_weapon_class", "correct", ("K",), is_local=True),
    ActionSpec("is_place", "correct", ("L",), is_local=True),
    ActionSpec("is_other", "correct", ("A",), is_local=True),
    ActionSpec("no_name", "correct", ("X",), is_local=True),
    ActionSpec("end_longer", "correct", ("Alt+Shift+Right",), has_separator_before=True, is_local=True),
    ActionSpec("end_shorter", "correct", ("Alt+Shift+Left",), is_local=True),
    ActionSpec("start_longer", "correct", ("Alt+Shift+Up",), is_local=True),
    ActionSpec("start_shorter", "correct", ("Alt+Shift+Down",), is_local=True),
    ActionSpec("same_as", "correct", ("M",), has_separator_before=True, is_local=True),
    ActionSpec("split_off", "correct", ("T",), is_local=True),
    ActionSpec("rename", "correct", ("F2",), is_local=True),
    ActionSpec("speaker", "correct", ("S",), has_separator_before=True, is_local=True),
    ActionSpec("extent", "correct", ("E",), is_local=True),
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
MENUS = ("file", "edit", "go", "view", "help")
SUBMENUS = {"correct": "edit", "theme": "view", "language": "view"}


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


def keys_of(name: str) -> str:
    """The first keys of an action as people write them; nothing if it has none."""
    keys = next((spec.keys for spec in ACTIONS if spec.name == name), ())
    return QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""


def name_menus(menus: Mapping[str, QMenu]) -> None:
    for name, text in menu_names().items():
        menus[name].setTitle(text)


def name_actions(actions: Mapping[str, QAction]) -> None:
    for name, text in action_names().items():
        actions[name].setText(text)


def menu_names() -> dict[str, str]:
    return {
        "file": QCoreApplication.translate("actions", "&File"),
        "edit": QCoreApplication.translate("actions", "&Edit"),
        "correct": QCoreApplication.translate("actions", "&Correct"),
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
        "export": QCoreApplication.translate("actions", "E&xport …"),
        "copy_quotation": QCoreApplication.translate("actions", "Copy the &quotation"),
        "remove": QCoreApplication.translate("actions", "&Remove from the library"),
        "settings": QCoreApplication.translate("actions", "Se&ttings …"),
        "quit": QCoreApplication.translate("actions", "&Quit"),
        "undo": QCoreApplication.translate("actions", "&Undo"),
        "redo": QCoreApplication.translate("actions", "&Redo"),
        "corrections": QCoreApplication.translate("actions", "C&orrections and dictionary …"),
        "is_person": QCoreApplication.translate("actions", "A &person"),
        "is_organization": QCoreApplication.translate("actions", "An &organisation"),
        "is_weapon": QCoreApplication.translate("actions", "A &weapon system"),
        "is_weapon_class": QCoreApplication.translate("actions", "A weapon &class"),
        "is_place": QCoreApplication.translate("actions", "A p&lace"),
        "is_other": QCoreApplication.translate("actions", "&Another name"),
        "no_name": QCoreApplication.translate("actions", "&No name, or no quotation"),
        "end_longer": QCoreApplication.translate("actions", "Name one word longer"),
        "end_shorter": QCoreApplication.translate("actions", "Name one word shorter"),
        "start_longer": QCoreApplication.translate("actions", "Name begins one word earlier"),
        "start_shorter": QCoreApplication.translate("actions", "Name begins one word later"),
        "same_as": QCoreApplication.translate("actions", "The sa&me as …"),
        "split_off": QCoreApplication.translate("actions", "Somebody or something else &here"),
        "rename": QCoreApplication.translate("actions", "&Rename …"),
        "speaker": QCoreApplication.translate("actions", "Quotation by another &speaker …"),
        "extent": QCoreApplication.translate("actions", "Selected words are the whole &quotation"),
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
