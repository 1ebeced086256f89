"""Tells in notices what went wrong, and offers a way out where there is one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from reader.domain.errors import LanguageModelBroken, ReaderError, StorageFailed
from reader.presentation.known import Knowledge
from reader.ui import knowledge_words, messages
from reader.ui.notice_bar import Notice, NoticeBar
from reader.ui.reading_session import ReadingSession


class Troubles(QObject):
    """Listens to the session; `open_settings` is the way out where a pipeline cannot be used."""

    def __init__(
        self,
        session: ReadingSession,
        knowledge: Knowledge,
        notice: NoticeBar,
        *,
        open_settings: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._knowledge = knowledge
        self._notice = notice
        self._open_settings = open_settings
        self._has_told_of_knowledge = False
        session.failed.connect(self._tell)
        session.notes_changed.connect(self._forget_if_saved)
        session.annotations_changed.connect(self._tell_of_knowledge)

    def _tell(self, error: ReaderError) -> None:
        notice = Notice(partial(messages.trouble, error))
        if isinstance(error, StorageFailed):
            notice = Notice(partial(messages.trouble, error), subject="storage", stays=True)
        elif isinstance(error, LanguageModelBroken) and self._session.analysing.is_chosen(error):
            say = partial(messages.chosen_pipeline_broken, error)
            act = self._open_settings
            notice = Notice(say, subject="analysis", offer=messages.way_to_settings, act=act)
        elif self._session.can_retry(error):
            retry = self._session.retry
            notice = Notice(notice.say, subject="analysis", offer=lambda: self.tr("Try again"), act=retry)
        self._notice.add(notice)

    def _tell_of_knowledge(self) -> None:
        """Once, with the first findings: before that nobody asks what is known."""
        trouble = self._knowledge.trouble if self._session.annotations is not None else None
        if trouble is not None and not self._has_told_of_knowledge:
            self._has_told_of_knowledge = True
            say = partial(knowledge_words.trouble, trouble)
            self._notice.add(Notice(say, subject="knowledge", stays=True))

    def _forget_if_saved(self) -> None:
        if not self._session.notes.unsaved():
            self._notice.forget("storage")
