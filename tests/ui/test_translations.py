"""The words of the window in both languages."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from reader.ui import messages
from reader.ui.application import Translations

PLACE = re.compile(r"\{\d\}|%Ln?")


@pytest.fixture(scope="module")
def folder(resources: Path) -> Path:
    return resources / "i18n"


@pytest.fixture(scope="module")
def collected(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The German file after `make translations`."""
    copy = tmp_path_factory.mktemp("i18n") / "lesart_de.ts"
    shutil.copy(folder / "lesart_de.ts", copy)
    sources = sorted(Path(messages.__file__).parent.glob("*.py"))
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    options = ("-silent", "-no-obsolete", "-locations", "none")
    subprocess.run([tool, *options, *sources, "-ts", copy], check=True)
    return copy


def texts(file: Path) -> dict[tuple[str, str], list[str]]:
    """Context and English text of each message, and its translations; an unfinished one is empty."""
    found = {}
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314  (our own file)
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = translation.findall("numerusform") or [translation]
            is_done = translation.get("type") is None
            found[context.findtext("name", ""), message.findtext("source", "")] = [
                (form.text or "") if is_done else "" for form in forms
            ]
    return found


def test_every_text_is_german(folder: Path, collected: Path) -> None:
    """No text of the code is missing in the German file or unfinished, and none is left over."""
    assert texts(collected).keys() == texts(folder / "lesart_de.ts").keys()
    assert [text for text, forms in texts(collected).items() if not all(forms)] == []


def test_plurals(folder: Path) -> None:
    """What is counted has two forms in both languages."""
    german, english = (texts(folder / f"lesart_{language}.ts") for language in ("de", "en"))
    counted = [text for text in german if "%Ln" in text[1]]

    assert sorted(counted) == sorted(english)
    assert all(len(german[text]) == len(english[text]) == 2 for text in counted)
    assert english["DetailsCard", "%Ln mention(s)"] == ["%Ln mention", "%Ln mentions"]


def test_places_to_fill_in(folder: Path) -> None:
    """A translation fills in what the English text fills in."""
    for (_context, source), forms in texts(folder / "lesart_de.ts").items():
        for form in forms:
            assert sorted(PLACE.findall(form)) == sorted(PLACE.findall(source)), source


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("setting", "word"), [("de", "Waffensystem"), ("en", "Weapon system")])
def test_speaking(folder: Path, setting: str, word: str) -> None:
    """The language of the setting is spoken."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # windows of other tests still speak
    translations = Translations(folder)

    translations.speak(setting)

    assert QCoreApplication.translate("messages", "Weapon system") == word
