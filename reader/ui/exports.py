"""Saves the open article with all that is shown of it, in a format that others can read."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, QObject, QStandardPaths, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.domain.errors import ExportFailed, ExportFailure
from reader.services.export_formats import FORMATS
from reader.ui import messages
from reader.ui.notice_bar import Notice, NoticeBar
from reader.ui.reading_session import ReadingSession

SUBJECT = "export"  # how the subjects of its notices begin: two files that are on their way have one each
NOT_IN_NAMES = re.compile(r'[/\\:*?"<>|]')
LONGEST_NAME = 80
ENDING_MILLISECONDS = 5000  # a system that ends waits no longer
USUAL_FORMAT = "html"


def format_names() -> dict[str, str]:
    """The formats in the order in which they are offered."""
    return {
        "html": QCoreApplication.translate("exports", "Web page with the marked text"),
        "csv": QCoreApplication.translate("exports", "Table of quotations"),
        "json": QCoreApplication.translate("exports", "JSON for other programs"),
        "jsonl": QCoreApplication.translate("exports", "JSON in one line"),
    }


class Exports(QObject):
    """Asks where to, and writes the file whole or not at all; what went wrong is told in a notice."""

    def __init__(
        self,
        session: ReadingSession,
        notice: NoticeBar,
        action: QAction,
        *,
        folder: Callable[[], str],
        keep_folder: Callable[[str], object],
        window: QWidget,
    ) -> None:
        """`folder` tells where the reader exported to last, `keep_folder` remembers it."""
        super().__init__(window)
        self._session = session
        self._notice = notice
        self._action = action
        self._folder = folder
        self._keep_folder = keep_folder
        self._window = window
        self._told: set[str] = set()  # subjects of notices
        self._closes_window = self._is_ending = False
        action.triggered.connect(self.choose)
        session.article_changed.connect(self._enable)
        session.annotations_changed.connect(self._enable)
        self._enable()

    def choose(self) -> None:
        """Ask for a file and its format."""
        article = self._session.article
        if article is None or self._session.annotations is None:
            return
        dialog = QFileDialog(self._window, self.tr("Export article"))
        dialog.setObjectName("export_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        filters = {f"{name} (*.{FORMATS[key].ending})": key for key, name in format_names().items()}
        dialog.setNameFilters(list(filters))
        dialog.setDirectory(self._first_folder())
        dialog.filterSelected.connect(lambda chosen: _follow_filter(dialog, FORMATS[filters[chosen]].ending))
        dialog.setDefaultSuffix(FORMATS[USUAL_FORMAT].ending)
        dialog.selectFile(f"{file_name_of(article.title)}.{FORMATS[USUAL_FORMAT].ending}")
        dialog.fileSelected.connect(
            lambda name: self.write(Path(name), format_of(name, filters[dialog.selectedNameFilter()]))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _first_folder(self) -> str:
        """Where the last export went, if that is still there; else where documents lie, if there is such."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folders = (self._folder(), documents)
        return next((folder for folder in folders if folder and Path(folder).is_dir()), QDir.homePath())

    def write(self, path: Path, format_name: str) -> None:
        """Save the article in the background; how that ends is told."""
        if not self._session.saving.is_busy():
            self._forget()
        self._session.export(path, format_name, on_done=partial(self._written, path), on_error=self._failed)

    def may_close(self) -> bool:
        """False while a file is being written: the window closes as soon as it is there.

        Where it cannot be written the window stays, and tells. Whoever closes it once more will not wait.
        """
        if self._closes_window or not self._session.saving.is_busy():
            return True
        self._closes_window = True
        return False

    def end(self) -> None:
        """The system ends the program: the window closes soon, be the file there or not."""
        if self._session.saving.is_busy() and not self._is_ending:
            self._is_ending = True
            QTimer.singleShot(ENDING_MILLISECONDS, self, self._window.close)

    def _written(self, path: Path) -> None:
        self._keep_folder(str(path.parent))
        self._tell(str(path), partial(_success, path))
        self._close_if_wanted()

    def _failed(self, error: ExportFailed) -> None:
        self._closes_window = self._closes_window and self._is_ending
        self._tell(error.path, partial(_trouble, error))
        self._close_if_wanted()

    def _close_if_wanted(self) -> None:
        if self._closes_window and not self._session.saving.is_busy():
            self._window.close()

    def _tell(self, path: str, say: Callable[[], str]) -> None:
        subject = f"{SUBJECT} {path}"
        self._told.add(subject)
        self._notice.add(Notice(say, subject=subject))

    def _forget(self) -> None:
        for subject in self._told:
            self._notice.forget(subject)
        self._told.clear()

    def _enable(self) -> None:
        self._action.setEnabled(self._session.article is not None and self._session.annotations is not None)


def format_of(name: str, chosen: str) -> str:
    """The format that the ending of the file names, else the one that was chosen."""
    ending = Path(name).suffix.lstrip(".").casefold()
    return next((key for key, one in FORMATS.items() if one.ending == ending), chosen)


def file_name_of(title: str) -> str:
    """A name for a file that every system takes."""
    printable = "".join(character if character.isprintable() else " " for character in title)
    name = " ".join(NOT_IN_NAMES.sub(" ", printable).split())
    return name[:LONGEST_NAME].strip(". ") or "Lesart"


def _follow_filter(dialog: QFileDialog, ending: str) -> None:
    """Another format gives the name another ending."""
    dialog.setDefaultSuffix(ending)
    chosen = dialog.selectedFiles()
    if chosen and Path(chosen[0]).suffix.lstrip(".").casefold() in {one.ending for one in FORMATS.values()}:
        dialog.selectFile(Path(chosen[0]).with_suffix(f".{ending}").name)


def _success(path: Path) -> str:
    name = messages.printable(path.name)
    return QCoreApplication.translate("exports", "The article was saved as “{0}”.").format(name)


def _trouble(error: ExportFailed) -> str:
    reasons = {
        ExportFailure.DISK_FULL: QCoreApplication.translate(
            "exports", "“{0}” was not saved: the disk is full. Make room or choose another place."
        ),
        ExportFailure.NOT_PERMITTED: QCoreApplication.translate(
            "exports", "“{0}” was not saved: it may not be written there. Choose another place."
        ),
        ExportFailure.NO_FOLDER: QCoreApplication.translate(
            "exports", "“{0}” was not saved: its folder is gone. Choose another place."
        ),
        ExportFailure.NOT_WRITABLE: QCoreApplication.translate(
            "exports", "“{0}” was not saved: the place cannot be written to. Choose another one."
        ),
        ExportFailure.TIMED_OUT: QCoreApplication.translate(
            "exports", "“{0}” was not saved: the disk or the network does not answer. Choose another place."
        ),
        ExportFailure.CRASHED: QCoreApplication.translate(
            "exports", "“{0}” was not saved: something went wrong in Lesart. Try again."
        ),
    }
    return reasons[error.reason].format(messages.printable(Path(error.path).name))
