"""One change of what the reader said: it is made, shown, told, and can be undone."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject

from reader.domain.spans import Span
from reader.services.corrections import Corrections
from reader.ui.article_view import ArticleView
from reader.ui.done_bar import DoneBar
from reader.ui.history import History, Step
from reader.ui.reading_session import ReadingSession

One = TypeVar("One")


class Changes(QObject):
    """Makes changes and undoes them; `before_change` hands over what was typed so far."""

    def __init__(
        self,
        session: ReadingSession,
        corrections: Corrections,
        view: ArticleView,
        history: History,
        done: DoneBar,
        *,
        before_change: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._corrections = corrections
        self._view = view
        self._history = history
        self._done = done
        self._before_change = before_change
        history.undone.connect(self._tell_undone)
        history.redone.connect(lambda step: done.say(step.say))
        done.undo_wanted.connect(history.undo)

    def make(
        self,
        say: Callable[[], str],
        *,
        do: Callable[[], object],
        undo: Callable[[], object],
        entity_at: Span | None = None,
        quotation_at: Span | None = None,
        back_at: Span | None = None,
    ) -> bool:
        """Do it, remember how it is undone, and say so; False if the disk said no."""
        is_here = entity_at is not None or quotation_at is not None
        article_id = self._session.article_id if is_here else None

        def change(act: Callable[[], object], place: Span | None) -> bool:
            self._before_change()

            def together() -> None:
                with self._corrections.together():
                    act()

            if self._session.article_id != article_id:
                return self._session.change(together)
            return self._session.change(
                together,
                entity_at=place if entity_at is not None else None,
                quotation_at=place if quotation_at is not None else None,
            )

        place = entity_at or quotation_at
        redo = partial(change, do, place)
        if not redo():
            return False
        self._history.add(Step(say, partial(change, undo, back_at or place), redo, article_id))
        self._view.forget_selection()
        self._done.say(say)
        return True

    def tell(self, say: Callable[[], str]) -> None:
        """Say why there was nothing to do."""
        self._done.say(say, can_undo=False)

    def _tell_undone(self, step: Step) -> None:
        self._done.say(lambda: self.tr("Undone: {0}").format(step.say()), can_undo=False)


def each(act: Callable[[One], object], ones: Iterable[One]) -> None:
    for one in ones:
        act(one)
