"""Tells that a note went with its entity to the name that a new analysis gave it; that can be undone."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from reader.services.corrections import Corrections, Followed
from reader.ui.done_bar import DoneBar
from reader.ui.history import History, Step
from reader.ui.reading_session import ReadingSession


class Following(QObject):
    """`flush` hands over what was typed so far: it belongs to whom it was typed on."""

    def __init__(
        self,
        session: ReadingSession,
        corrections: Corrections,
        history: History,
        done: DoneBar,
        *,
        flush: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._corrections = corrections
        self._history = history
        self._done = done
        self._flush = flush
        session.findings_coming.connect(flush)
        session.names_followed.connect(self._tell)

    def _tell(self, followed: Followed) -> None:
        latest: list[Followed] = [followed]

        def say() -> str:
            first, *others = followed.renamed
            before, after = first.before.canonical_name, first.after.canonical_name
            told = self.tr("“{0}” is called “{1}” now; what you said of it came along")
            if before.casefold() == after.casefold():
                told = self.tr("“{0}” is of another kind now; what you said of it came along")
            return told.format(before, after) + (f" (+ {len(others)})" if others else "")

        def follow() -> None:
            latest[:] = [again] if (again := self._corrections.follow(followed.renamed)) else []

        def unfollow() -> None:
            for one in latest:
                self._corrections.unfollow(one)

        self._history.add(Step(say, undo=lambda: self._change(unfollow), redo=lambda: self._change(follow)))
        self._done.say(say)

    def _change(self, change: Callable[[], object]) -> bool:
        self._flush()
        return self._session.change(change)
