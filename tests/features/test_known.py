"""The promises of known.feature."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel
from pytest_bdd import parsers, scenarios, then, when
from pytestqt.qtbot import QtBot

from reader.ui.link_button import LinkButton
from reader.ui.other_articles_box import ArticleLine
from tests.features.conftest import Story
from tests.ui.windows import HAS_OWN_WINDOW

pytestmark = HAS_OWN_WINDOW

scenarios("known.feature")


@pytest.fixture(autouse=True)
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """The web pages that were opened; no browser is started."""
    pages: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(pages.append(url)) or True)
    return pages


def card_text(story: Story) -> str:
    body = story.reader.window.side_panel.card.body.widget()
    return "\n".join(label.text() for label in body.findChildren(QLabel)).replace("\u00a0", " ")


def other_articles(story: Story) -> list[ArticleLine]:
    return story.reader.window.side_panel.card.body.widget().findChildren(ArticleLine)


@then(parsers.parse('the card tells "{words}"'))
def card_tells(story: Story, words: str) -> None:
    assert words in card_text(story)


@then(parsers.parse('the card does not tell "{words}"'))
def card_does_not_tell(story: Story, words: str) -> None:
    assert words not in card_text(story)


@when(parsers.parse('I click on the link "{text}"'))
def click_link(story: Story, qtbot: QtBot, text: str) -> None:
    links = story.reader.window.side_panel.card.findChildren(LinkButton)
    qtbot.mouseClick(next(link for link in links if link.text() == text), Qt.MouseButton.LeftButton)


@then("no web page is opened")
def nothing_opened(opened: list[QUrl]) -> None:
    assert opened == []


@then(parsers.parse('the web page "{address}" is opened'))
def page_opened(opened: list[QUrl], address: str) -> None:
    assert opened == [QUrl(address)]


@then(parsers.parse('the card lists the other article "{title}"'))
def lists_other(story: Story, title: str) -> None:
    story.reader.waits(lambda: other_articles(story))
    assert [line.accessibleName().startswith(title) for line in other_articles(story)] == [True]


@when("I click on that other article")
def click_other(story: Story, qtbot: QtBot) -> None:
    qtbot.mouseClick(other_articles(story)[0], Qt.MouseButton.LeftButton)


@when(parsers.parse("I hide findings below {share:d} %"))
def hide_below(story: Story, share: int) -> None:
    window = story.reader.window
    window.actions_by_name["settings"].trigger()
    window._settings_dialog.hidden_below.setValue(share)
