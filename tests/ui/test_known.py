"""What the details card tells of an entity beforehand."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reader.paths import Paths
from reader.ui import application
from reader.ui.link_button import LinkButton
from reader.ui.main_window import MainWindow
from tests.fakes import FakeAnalysis
from tests.ui.reader import Reader

ARTICLE = """Ein Besuch am See

[person:Anna Berg] sah einen [weapon:Leopard 2] in [place:Berlin]. {Berlin: Es werde nicht weiter verhandelt.}
"""


def known(reader: Reader, name: str) -> str:
    """What stands in a part of the card; nothing if the part is not there."""
    found = reader.window.side_panel.card.body.widget().findChildren(QLabel, name)
    return "\n".join(label.text().replace("\u00a0", " ") for label in found)


@pytest.fixture
def reading(reader: Reader, analysis: FakeAnalysis) -> Reader:
    analysis.knowledge_ids = {"Leopard 2": "leopard-2", "Berlin": "place-berlin"}
    reader.opens(ARTICLE)
    return reader


def test_what_is_known_of_a_weapon(reading: Reader) -> None:
    """The card explains it, with origin, age, figures, the state of knowledge and its source."""
    reading.clicks_on("Leopard")

    assert known(reading, "known_line").startswith("Deutscher Kampfpanzer")
    assert known(reading, "fact_value").splitlines()[0] == "Deutschland"
    assert "seit 1979" in known(reading, "fact_value").splitlines()
    assert "Gewicht ca. 62 t" in known(reading, "known_figures")
    stand = "Stand: November 2026 · Quelle: Eigene Zusammenstellung für Lesart (CC BY 4.0)"
    assert known(reading, "known_sources") == stand
    assert "Kampfpanzer" in reading.window.side_panel.card.meta.text()


def test_in_the_language_of_the_interface(reading: Reader) -> None:
    """After a change of the language everything is said in the other one."""
    reading.clicks_on("Leopard")

    reading.window.actions_by_name["language_en"].trigger()

    reading.waits(lambda: known(reading, "known_line").startswith("German main battle tank"))
    assert "main battle tank" in reading.window.side_panel.card.meta.text()
    assert "Weight about 62 t" in known(reading, "known_figures")
    assert known(reading, "fact_value").splitlines()[0] == "Germany"


def test_nothing_known(reading: Reader) -> None:
    """Of whom nothing is known, the card says just that."""
    reading.clicks_on("Anna")

    assert known(reading, "known_nothing") == "Über „Anna Berg“ ist nichts Näheres bekannt."
    assert known(reading, "known_sources") == ""


def test_a_capital_that_speaks_may_be_a_government(reading: Reader) -> None:
    """Words quoted from a capital are those of a government."""
    reading.clicks_on("Berlin")

    assert known(reading, "known_government") == "Kann hier die Regierung meinen: Deutschland"


def test_wikipedia_opens_on_click_only(
    reading: Reader, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The address is shown to the pointer; nothing is opened before the click, or Enter, or the space bar."""
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(opened.append(url)) or True)
    reading.clicks_on("Leopard")
    link = reading.window.side_panel.card.findChildren(LinkButton)[0]
    address = "https://de.wikipedia.org/wiki/Leopard_2"
    assert (link.text(), link.toolTip(), opened) == ("Wikipedia (de)", f"<qt>{address}</qt>", [])

    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)

    assert opened == [QUrl(address)]
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        qtbot.keyClick(link, key)
    assert opened == [QUrl(address)] * 3


def test_no_browser(reading: Reader, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a browser the address is told, to be copied."""
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    reading.clicks_on("Leopard")

    qtbot.mouseClick(reading.window.side_panel.card.findChildren(LinkButton)[0], Qt.MouseButton.LeftButton)

    assert "https://de.wikipedia.org/wiki/Leopard_2" in reading.notice


def test_damaged_knowledge(
    open_window: Callable[..., MainWindow],
    qtbot: QtBot,
    analysis: FakeAnalysis,
    paths: Paths,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without the knowledge base the window says so, and all else works."""
    broken = paths.data.parent / "knowledge" / "index.msgpack"
    broken.parent.mkdir(parents=True)
    broken.write_bytes(b"no knowledge")
    monkeypatch.setattr(
        application.KnowledgeIndex, "load", lambda _folder: application.KnowledgeIndex(broken)
    )
    analysis.knowledge_ids = {"Leopard 2": "leopard-2"}
    reader = Reader(open_window(), qtbot, analysis, paths.data.parent)
    reader.opens(ARTICLE)
    reader.clicks_on("Leopard")

    assert f"Die Wissensbasis ist beschädigt: {broken}" in reader.notice
    assert reader.card_name == "Leopard 2"
    assert known(reader, "known_nothing")
