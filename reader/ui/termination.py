"""Closes the window when the system asks the program to end, so that what was just typed is saved."""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, QTimer


class Termination(QObject):
    """Calls `close` for SIGTERM and SIGINT.

    Python runs signal handlers only while Python code runs; in Qt's event loop a socket wakes it up.
    """

    def __init__(self, close: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._ours, self._theirs = socket.socketpair()
        for end in (self._ours, self._theirs):
            end.settimeout(0)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._drain)
        signal.set_wakeup_fd(self._theirs.fileno())
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: QTimer.singleShot(0, self, close))

    def _drain(self) -> None:
        self._ours.recv(64)
