"""One history of all that the reader changed, so that Ctrl+Z undoes it, whatever it was."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from reader.domain.articles import ArticleId


@dataclass(frozen=True, slots=True)
class Step:
    """One change. `undo` and `redo` are False where the disk said no: then nothing has changed.

    `say` tells what was done, in the language of that moment. `article` is the one it was done in, None
    for what concerns them all.
    """

    say: Callable[[], str]
    undo: Callable[[], bool]
    redo: Callable[[], bool]
    article: ArticleId | None = None


class History(QObject):
    """The steps that can be undone, and those that can be done again, for as long as the window is open."""

    changed = Signal()
    undone = Signal(object)  # the Step
    redone = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def add(self, step: Step) -> None:
        """Remember what has just been done; what was undone before cannot be done again any more."""
        self._done.append(step)
        self._undone.clear()
        self.changed.emit()

    def next_undo(self) -> Step | None:
        return self._done[-1] if self._done else None

    def next_redo(self) -> Step | None:
        return self._undone[-1] if self._undone else None

    def undo(self) -> None:
        if self._go(self._done, self._undone, lambda step: step.undo()):
            self.undone.emit(self._undone[-1])

    def redo(self) -> None:
        if self._go(self._undone, self._done, lambda step: step.redo()):
            self.redone.emit(self._done[-1])

    def _go(self, taken: list[Step], given: list[Step], act: Callable[[Step], bool]) -> bool:
        if not taken:
            return False
        step = taken[-1]
        if not act(step):
            return False
        given.append(taken.pop())
        self.changed.emit()
        return True
