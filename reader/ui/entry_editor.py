"""Asks for one entry of the reader's dictionary."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reader.domain.corrections import DictionaryEntry, DictionaryEntryId
from reader.domain.entities import EntityKind
from reader.services.dictionary_file import LONGEST_TEXT
from reader.ui import correction_words
from reader.ui.correction_words import KINDS
from reader.ui.fields import ChoiceBox, TickBox
from reader.ui.stacking import align_labels

# What an entry can make of its words: a kind, and whether that is a class of weapons; None: no name.
MEANINGS: tuple[tuple[EntityKind | None, bool], ...] = (
    *((kind, is_generic) for _action, kind, is_generic in KINDS),
    (None, False),
)


class EntryEditor(QDialog):
    """Edits an entry, or makes one; stays open where `keep` says that it could not be kept."""

    def __init__(
        self, parent: QWidget, entry: DictionaryEntry | None, keep: Callable[[DictionaryEntry], bool]
    ) -> None:
        super().__init__(parent)
        self.setObjectName("entry_editor")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Edit the entry") if entry else self.tr("New entry"))
        self._id = entry.id if entry else DictionaryEntryId(0)
        self._keep = keep
        self.text = QLineEdit(entry.text if entry else "", self)
        self.kind = ChoiceBox(self)
        for kind, is_generic in MEANINGS:
            self.kind.addItem(correction_words.kind_here(kind, is_generic=is_generic))
        self.kind.setCurrentIndex(MEANINGS.index((entry.kind, entry.is_generic)) if entry else 0)
        self.name = QLineEdit(entry.name if entry else "", self)
        self.name.setPlaceholderText(self.tr("as the words, if empty"))
        for field in (self.text, self.name):
            field.setMaxLength(LONGEST_TEXT)
        self.is_inflected = TickBox(self.tr("Also with German endings, and within compounds"), self)
        self.is_inflected.setChecked(entry.is_inflected if entry else True)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(9)
        form.addRow(self.tr("&Words"), self.text)
        form.addRow(self.tr("In all &articles"), self.kind)
        form.addRow(self.tr("&Shown as"), self.name)
        form.addRow("", self.is_inflected)
        align_labels(form)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(14)
        column.addLayout(form)
        column.addWidget(self._buttons)
        self.text.textChanged.connect(self._switch)
        self.kind.currentIndexChanged.connect(self._switch)
        self.resize(460, self.sizeHint().height())
        self._switch()

    def accept(self) -> None:
        if not self._is_complete():
            return
        kind, is_generic = self._meaning()
        entry = DictionaryEntry(
            self._id,
            self.text.text(),
            kind,
            self.name.text() if kind is not None else "",
            self.is_inflected.isChecked(),
            is_generic,
        )
        if self._keep(entry):
            super().accept()

    def _meaning(self) -> tuple[EntityKind | None, bool]:
        return MEANINGS[self.kind.currentIndex()]

    def _is_complete(self) -> bool:
        return any(character.isalnum() for character in self.text.text())

    def _switch(self) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self._is_complete())
        self.name.setEnabled(self._meaning()[0] is not None)
