"""Small dialogs that ask for one thing: an entity of the article, or a name."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.domain.entities import Entity
from reader.ui import messages

MOST_LISTED = 300  # of a whole library; whoever looks for more types on
LIST_KEYS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class EntityPicker(QDialog):
    """A list of entities with a filter above it; `choose` is called with the one that is chosen.

    Where it `takes_words`, the words of the filter can be chosen too, for who is not in the list.
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        entities: Sequence[Entity],
        choose: Callable[[Entity | str | None], object],
        *,
        takes_words: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("entity_picker")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._entities = entities
        self._choose = choose
        self._takes_words = takes_words
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Name …"))
        self.filter.setAccessibleName(title)
        self.filter.setClearButtonEnabled(True)
        self.filter.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Names in the article"))
        self.list.itemActivated.connect(self.accept)
        self.list.itemClicked.connect(self.accept)
        self.filter.textChanged.connect(self._fill)
        self.filter.returnPressed.connect(self.accept)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        heading = QLabel(title, self)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(heading)
        column.addWidget(self.filter)
        column.addWidget(self.list, stretch=1)
        column.addWidget(buttons)
        self.resize(380, 400)
        self._fill("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys go through the list while the keyboard is in the filter."""
        if watched is self.filter and isinstance(event, QKeyEvent) and event.key() in LIST_KEYS:
            if event.type() is QEvent.Type.KeyPress:
                self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def accept(self) -> None:
        if self.list.currentRow() < 0:
            return
        chosen = self.list.currentItem().data(Qt.ItemDataRole.UserRole)
        super().accept()
        self._choose(chosen)

    def _fill(self, words: str) -> None:
        self.list.clear()
        wanted = words.casefold().split()
        for entity in self._entities:
            if self.list.count() == MOST_LISTED:
                break
            names = " ".join((entity.canonical_name, *entity.aliases)).casefold()
            if all(word in names for word in wanted):
                kind = messages.kind_name(entity.kind, is_generic=entity.is_generic)
                self._add(f"{entity.canonical_name}  ·  {kind}", entity)
        if self._takes_words and words.strip():
            self._add(self.tr("“{0}”, who is not in the list").format(words.strip()), words.strip())
        self.list.setCurrentRow(0)

    def _add(self, text: str, value: Entity | str) -> None:
        item = QListWidgetItem(text, self.list)
        item.setData(Qt.ItemDataRole.UserRole, value)


class NamePicker(QDialog):
    """Asks for a name; `choose` is called with it."""

    def __init__(self, parent: QWidget, title: str, name: str, choose: Callable[[str], object]) -> None:
        super().__init__(parent)
        self.setObjectName("name_picker")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._choose = choose
        self.name = QLineEdit(name, self)
        self.name.setAccessibleName(title)
        self.name.setMaxLength(200)
        self.name.selectAll()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.name.textChanged.connect(lambda text: ok.setEnabled(bool(text.strip())))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        heading = QLabel(title, self)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(heading)
        column.addWidget(self.name)
        column.addWidget(buttons)
        self.resize(420, self.sizeHint().height())

    def accept(self) -> None:
        name = self.name.text()
        if name.strip():
            super().accept()
            self._choose(name)


def pick_entity(
    parent: QWidget,
    title: str,
    entities: Sequence[Entity],
    choose: Callable[..., object],
    *,
    takes_words: bool = False,
) -> None:
    EntityPicker(parent, title, entities, choose, takes_words=takes_words).open()


def pick_name(parent: QWidget, title: str, name: str, choose: Callable[[str], object]) -> None:
    NamePicker(parent, title, name, choose).open()
