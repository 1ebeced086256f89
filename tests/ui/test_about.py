"""The dialog about the program."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from reader.knowledge.knowledge_index import KnowledgeIndex
from reader.paths import resources_folder
from reader.ui.about_dialog import AboutDialog
from tests.ui.reader import Reader
from tests.ui.windows import HAS_OWN_WINDOW

pytestmark = HAS_OWN_WINDOW


def about(reader: Reader) -> AboutDialog:
    reader.window.actions_by_name["about"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, AboutDialog)
    return dialog


def test_sources_and_licences(reader: Reader) -> None:
    """Every source of the knowledge base, the language model and the word lists are named."""
    shown = about(reader).credits.toPlainText()

    for source in KnowledgeIndex.load(resources_folder()).sources:
        assert f"{source.title_de}\n{source.licence}" in shown.replace("\u2028", "\n")
    assert "multilingual-e5-small" in shown
    assert "reporting_verbs.txt" in shown
    assert "SIL Open Font License" in shown


def test_a_link_opens_on_click(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the browser, not in the dialog."""
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(opened.append(url)) or True)
    dialog = about(reader)
    before = dialog.credits.toPlainText()

    dialog.credits.anchorClicked.emit(QUrl("https://www.geonames.org"))

    assert opened == [QUrl("https://www.geonames.org")]
    assert dialog.credits.toPlainText() == before
