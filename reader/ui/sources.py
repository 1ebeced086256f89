"""Where articles come from: files that are named, chosen, dropped or pasted, and text from the clipboard."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.ui.notice_bar import Notice, NoticeBar
from reader.ui.reading_session import ReadingSession

WEB_LINK = re.compile(r"https?://", re.IGNORECASE)


class Sources(QObject):
    """Opens what the reader names; says so where that cannot be."""

    def __init__(
        self,
        session: ReadingSession,
        notice: NoticeBar,
        *,
        folder: Callable[[], str],
        keep_folder: Callable[[str], object],
        window: QWidget,
    ) -> None:
        """`folder` tells where the reader opened something last, `keep_folder` remembers it."""
        super().__init__(window)
        self._session = session
        self._notice = notice
        self._folder = folder
        self._keep_folder = keep_folder
        self._window = window

    def open_files(self, names: Sequence[str]) -> None:
        """Open files by their paths; a path may be given as a `file:` link, too."""
        self._notice.clear()
        files = [QUrl(name).toLocalFile() if name.startswith("file:") else name for name in names]
        self._session.open_files([name for name in files if not WEB_LINK.match(name)])
        if any(WEB_LINK.match(name) for name in files):
            self._notice.add(Notice(self._say_no_links))

    def open_mime(self, mime: QMimeData) -> None:
        """Open what was dropped or pasted: files, else text."""
        files = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
        self._notice.clear()
        if files:
            self.open_files(files)
        elif mime.hasUrls():
            self._notice.add(Notice(self._say_no_links))
        elif mime.text().strip():
            self._session.open_text(mime.text())
        else:
            self._notice.add(Notice(lambda: self.tr("The clipboard holds no text. Copy the article first.")))

    def paste(self) -> None:
        self.open_mime(QGuiApplication.clipboard().mimeData())

    def choose_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Open article"),
            self._folder(),
            self.tr("Articles (*.txt *.text *.md *.markdown *.html *.htm *.xhtml);;All files (*)"),
        )
        if names:
            self._keep_folder(str(Path(names[0]).parent))
            self.open_files(names)

    def _say_no_links(self) -> str:
        return self.tr("Links are not opened yet. Save the page in your browser and open that file.")
