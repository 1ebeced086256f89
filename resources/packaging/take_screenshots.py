"""Takes the pictures of the README: the sample article in the window, light and dark.

    .venv/bin/python resources/packaging/take_screenshots.py [FOLDER]

The pictures go to `resources/packaging/screenshots`, or to FOLDER. A new profile is used and thrown away.
"""

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from reader.domain.entities import EntityKind
from reader.paths import Paths
from reader.ui.application import build
from reader.ui.jobs import JobRunner
from reader.ui.main_window import MainWindow

FOLDER = Path(__file__).parent / "screenshots"
SIZE = (1440, 900)
NOTE = "Seit wann im Amt? Frühere Zusagen vergleichen."
THEMES = ("light", "dark")
WAIT_MILLISECONDS = 100
SETTLED_MILLISECONDS = 2500  # the note is saved, nothing flashes any more
LONGEST_MILLISECONDS = 60_000


class Photographer:
    """Waits for the findings, chooses a person, writes a note, and takes one picture a theme."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self._window = window
        self._session = window._session  # noqa: SLF001  (a picture needs a selection)
        self._folder = folder
        self._wait = QTimer(window, interval=WAIT_MILLISECONDS)
        self._wait.timeout.connect(self._choose_person)
        self._wait.start()

    def _choose_person(self) -> None:
        if self._session.annotations is None:
            return
        self._wait.stop()
        people = [one for one in self._session.annotations.entities if one.kind is EntityKind.PERSON]
        self._session.select_entity(people[0].id)
        self._window.side_panel.card.note.setPlainText(NOTE)
        QTimer.singleShot(SETTLED_MILLISECONDS, self._window, self._take)

    def _take(self) -> None:
        for theme in THEMES:
            self._window.change_settings(theme=theme)
            path = self._folder / f"window-{theme}.png"
            if not self._window.grab().save(str(path)):
                sys.exit(f"{path} cannot be written.")
            print(path)
        QApplication.quit()


def main(folder: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    jobs = JobRunner()
    with tempfile.TemporaryDirectory(prefix="lesart-pictures-") as profile:
        paths = Paths.of_profile(Path(profile))
        window = build(paths, jobs)
        window.change_settings(interface_language="de", theme=THEMES[0])
        window.resize(*SIZE)
        window.show()
        window.open_files([str(paths.sample)])
        photographer = Photographer(window, folder)
        QTimer.singleShot(LONGEST_MILLISECONDS, application.quit)
        application.exec()
        del photographer
        window.close()
        jobs.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
