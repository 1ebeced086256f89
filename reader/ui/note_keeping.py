"""Keeps what the reader writes: what the disk refuses is kept here, and tried again until it is saved."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from reader.domain.annotations import Annotations
from reader.domain.entities import Entity, EntityKey
from reader.domain.errors import StorageFailed
from reader.domain.notes import Note
from reader.services.notebook import Notebook

RETRY_MILLISECONDS = 3000


class NoteKeeping(QObject):
    """`note_keys` tells under which keys the notes on entities are kept."""

    changed = Signal()
    failed = Signal(object)  # StorageFailed

    def __init__(
        self,
        notebook: Notebook,
        note_keys: Callable[[Iterable[Entity]], dict[EntityKey, EntityKey]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._notebook = notebook
        self._note_keys = note_keys
        self._unsaved: dict[EntityKey, tuple[Entity, str]] = {}
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MILLISECONDS)
        self._retry.timeout.connect(self.save)

    def text_on(self, entity: Entity) -> str | None:
        """What the reader wrote on `entity`, saved or not yet saved; None if that cannot be read."""
        if entity.key in self._unsaved:
            return self._unsaved[entity.key][1]
        try:
            note = self._notebook.note_on(entity)
        except StorageFailed as error:
            self.failed.emit(error)
            return None
        return note.text if note else ""

    def all(self) -> tuple[Note, ...]:
        try:
            return self._notebook.notes()
        except StorageFailed as error:
            self.failed.emit(error)
            return ()

    def keys_in(self, annotations: Annotations | None) -> Mapping[EntityKey, EntityKey]:
        """Under which key the note on each entity of an article is kept."""
        entities = annotations.entities if annotations else ()
        try:
            return self._note_keys(entities)
        except StorageFailed as error:
            self.failed.emit(error)
            return {entity.key: entity.key for entity in entities}

    def write(self, entity: Entity, text: str) -> None:
        """Save the note; if that fails it is kept here and tried again until it is saved."""
        self._unsaved[entity.key] = (entity, text)
        self.save()

    def save(self) -> None:
        for key, (entity, text) in list(self._unsaved.items()):
            try:
                self._notebook.write(entity, text)
            except StorageFailed as error:
                self._retry.start()
                self.failed.emit(error)
                break
            del self._unsaved[key]
        self.changed.emit()

    def unsaved(self) -> tuple[tuple[Entity, str], ...]:
        return tuple(self._unsaved.values())
