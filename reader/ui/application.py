"""Starts the window: builds it from its parts, and hands the files of a second start to the first."""

import hashlib
import logging
import os
import sys
from collections.abc import Sequence
from functools import partial
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, Qt, QTranslator, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QMessageBox
from shiboken6 import isValid

from reader import __version__
from reader.domain.errors import StorageFailed, StorageFailure
from reader.knowledge.knowledge_index import KnowledgeIndex
from reader.paths import Paths
from reader.presentation.known import Knowledge
from reader.services.corrections import Corrections
from reader.services.knowing import Knowing
from reader.services.library import Library
from reader.services.notebook import Notebook
from reader.services.settings import Settings, SettingsFile
from reader.storage.annotation_store import AnnotationStore
from reader.storage.article_store import ArticleStore
from reader.storage.database import open_database, set_aside
from reader.storage.note_store import NoteStore
from reader.ui import messages
from reader.ui.icons import Icons
from reader.ui.jobs import JobRunner
from reader.ui.main_window import MainWindow
from reader.ui.notice_bar import Notice
from reader.ui.reading_session import ReadingSession
from reader.ui.termination import Termination
from reader.ui.theme import load_fonts, window_font

logger = logging.getLogger(__name__)

ANSWER_MILLISECONDS = 500  # a first start that does not answer in this time is not there
LOG_BYTES = 500_000
FIRST_LANGUAGE = "de"


class FirstStart(QObject):
    """Holds the place of the first start of a profile; later starts hand their files over."""

    files_received = Signal(object)  # list of str: a name need not be valid Unicode

    def __init__(self, profile: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        fingerprint = hashlib.sha256(str(profile).encode()).hexdigest()[:16]
        self._name = f"lesart-{fingerprint}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._receive)

    def hand_over(self, files: Sequence[str]) -> bool:
        """Give `files` to the first start; False if this one is the first, and holds its place now."""
        if self._send(files):
            return True
        if self._server.listen(self._name):
            return False
        if self._send(files):  # another one has begun to listen meanwhile
            return True
        QLocalServer.removeServer(self._name)  # left behind by a start that was killed
        self._server.listen(self._name)
        return False

    def _send(self, files: Sequence[str]) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(ANSWER_MILLISECONDS):
            return False
        socket.write(b"\0".join(os.fsencode(_absolute(file)) for file in files) or b"\0")
        socket.waitForBytesWritten(ANSWER_MILLISECONDS)
        socket.disconnectFromServer()
        return True

    def _receive(self) -> None:
        socket = self._server.nextPendingConnection()
        received = bytearray()
        socket.readyRead.connect(lambda: received.extend(socket.readAll().data()))
        socket.disconnected.connect(lambda: self._received(bytes(received), socket))

    def _received(self, received: bytes, socket: QLocalSocket) -> None:
        socket.deleteLater()
        self.files_received.emit([os.fsdecode(name) for name in received.split(b"\0") if name])


def _absolute(name: str) -> str:
    """The first start may run in another folder; links are left alone."""
    return name if "://" in name else str(Path(name).absolute())


class Translations:
    """Speaks the language of the setting, or the system's; English where there is no other."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._installed: list[QTranslator] = []

    def speak(self, setting: str) -> None:
        locale = QLocale.system() if setting == "system" else QLocale(setting)
        QLocale.setDefault(locale)
        self.fall_silent()
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        language = "de" if locale.language() == QLocale.Language.German else "en"
        for name, folder in ((f"qtbase_{language}", qt_folder), (f"lesart_{language}", str(self._folder))):
            translator = QTranslator()
            if translator.load(name, folder):
                QCoreApplication.installTranslator(translator)
                self._installed.append(translator)

    def fall_silent(self) -> None:
        for translator in self._installed:
            if isValid(translator):  # an application that is gone took them along
                QCoreApplication.removeTranslator(translator)
        self._installed = []


def run(paths: Paths, files: Sequence[str]) -> int:
    """Open the window with `files` and stay until it is closed; return the exit status."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("lesart")
    application.setApplicationDisplayName("Lesart")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("lesart")
    application.setStyle("Fusion")
    first = FirstStart(paths.data)
    if first.hand_over(files):
        return 0
    _log_to(paths.logs)
    jobs = JobRunner()
    try:
        window = build(paths, jobs)
    except StorageFailed as error:
        QMessageBox.critical(None, "Lesart", messages.trouble(error))
        jobs.stop()
        return 1
    first.files_received.connect(lambda names: _show_received(window, names))
    sys.excepthook = lambda kind, error, trace: _tell_of_bug(window, kind, error, trace)
    Termination(window.end, window)
    window.show()
    if files:
        window.open_files(list(files))
    status = application.exec()
    jobs.stop()
    return status


def build(paths: Paths, jobs: JobRunner) -> MainWindow:
    """Make the window from its parts. There must be a `QApplication`.

    Raises:
        StorageFailed: if the library can be neither opened nor set aside.
    """
    load_fonts(paths.fonts)
    settings_file = SettingsFile(paths.settings)
    settings = settings_file.load()
    translations = Translations(paths.translations)
    translations.speak(settings.interface_language)
    application = QApplication.instance()
    icons = Icons(paths.icons)
    if isinstance(application, QApplication):
        application.setFont(window_font())
        application.setWindowIcon(icons.application())
    set_aside_as = None
    try:
        database = open_database(paths.database)
    except StorageFailed as error:
        if error.reason is not StorageFailure.DAMAGED:
            raise
        set_aside_as = set_aside(paths.database)
        database = open_database(paths.database)
    library = Library(ArticleStore(database), AnnotationStore(database))
    index = KnowledgeIndex.load(paths.resources)
    corrections = Corrections(database, knowing=Knowing(index))
    session = ReadingSession(
        library,
        Notebook(NoteStore(database), key_of=corrections.note_key),
        corrections,
        jobs,
        resources=paths.resources,
        pipelines=settings.pipelines,
    )
    session.warm_up(FIRST_LANGUAGE)
    knowledge = Knowledge(index, paths.resources)
    window = MainWindow(session, corrections, settings, icons=icons, knowledge=knowledge, sample=paths.sample)
    session.setParent(window)

    def settings_changed(changed: Settings) -> None:
        nonlocal settings
        if changed.interface_language != settings.interface_language:
            translations.speak(changed.interface_language)
        settings = changed
        settings_file.save(changed)

    window.settings_changed.connect(settings_changed)
    window.destroyed.connect(database.close)
    window.destroyed.connect(translations.fall_silent)
    if set_aside_as is not None:
        window.notice.add(Notice(partial(messages.library_set_aside, set_aside_as), stays=True))
    return window


def _show_received(window: MainWindow, names: list[str]) -> None:
    if names:
        window.open_files(names)
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()


def _log_to(folder: Path) -> None:
    """Write the log there, or where the program was started if nothing can be written there."""
    handler: logging.Handler = logging.StreamHandler()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "lesart.log", maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8"
        )
    except OSError as error:
        sys.stderr.write(f"lesart: no log can be kept: {error}\n")
    logging.basicConfig(
        level=logging.WARNING, handlers=[handler], format="%(asctime)s %(name)s %(levelname)s %(message)s"
    )


def _tell_of_bug(
    window: MainWindow, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """A bug is logged and told; the window lives on, and with it what the reader wrote."""
    logger.error("bug", exc_info=(kind, error, trace))
    window.notice.add(Notice(partial(messages.bug, f"{kind.__name__}: {error}"), subject="bug"))
