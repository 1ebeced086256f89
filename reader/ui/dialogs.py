"""The few dialogs: keys, and the question before something would be lost."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from reader.presentation.highlights import Layer
from reader.ui.actions import action_names
from reader.ui.legend import shortcut_of

KEY_COLUMNS = 2  # all keys below each other would not fit on a small screen


def show_keys(parent: QWidget, actions: Mapping[str, QAction]) -> None:
    """List every action that has a shortcut."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(QCoreApplication.translate("dialogs", "Keys"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    names = action_names()
    listed = [
        (
            names[name].replace("&", "").replace(" …", ""),
            QKeySequence.listToString(action.shortcuts(), QKeySequence.SequenceFormat.NativeText),
        )
        for name, action in actions.items()
        if action.shortcuts()
    ]
    layers = QCoreApplication.translate("dialogs", "Show or hide a kind or the quotations")
    first, last = (
        shortcut_of(layer).toString(QKeySequence.SequenceFormat.NativeText)
        for layer in (Layer.PERSON, Layer.OTHER)
    )
    listed.append((layers, f"{first} … {last}"))
    height = -(-len(listed) // KEY_COLUMNS)
    for number, (text, keys) in enumerate(listed):
        column_number, row = divmod(number, height)
        grid.addWidget(QLabel(text), row, 3 * column_number)
        grid.addWidget(QLabel(keys.replace("; ", " / ")), row, 3 * column_number + 1)
    grid.setColumnMinimumWidth(2, 24)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 20, 24, 16)
    column.addLayout(grid)
    column.addSpacing(12)
    column.addWidget(buttons)
    dialog.open()


class UnsavedNotesBox(QMessageBox):
    """Asks what to do with notes that cannot be saved; they can be copied, and so be rescued by hand."""

    def __init__(self, parent: QWidget, texts: Sequence[str]) -> None:
        super().__init__(parent)
        self._texts = texts
        self.setIcon(QMessageBox.Icon.Warning)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle(self.tr("Notes not saved"))
        self.setText(self.tr("%Ln note(s) could not be saved.", "", len(texts)))
        self.setInformativeText(self.tr("Make room on the disk, or close what holds the library."))
        self._again = self.addButton(self.tr("Try again"), QMessageBox.ButtonRole.AcceptRole)
        self._copy = self.addButton(self.tr("Copy the notes and stay"), QMessageBox.ButtonRole.ActionRole)
        self.addButton(self.tr("Stay"), QMessageBox.ButtonRole.RejectRole)

    def asks_for_another_try(self) -> bool:
        """Wait for the answer. True: try again; False: stay open."""
        self.exec()
        if self.clickedButton() is self._copy:
            QGuiApplication.clipboard().setText("\n\n".join(self._texts))
        return self.clickedButton() is self._again
