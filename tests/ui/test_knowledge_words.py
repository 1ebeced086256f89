"""What is known beforehand, in German and in English."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication

from reader.domain.entities import EntityKind
from reader.knowledge.entries import Fact, FactKind, KnowledgeEntry, KnowledgeId
from reader.knowledge.figures import Figure, FigureKind, Unit
from reader.paths import resources_folder
from reader.ui import knowledge_words
from reader.ui.application import Translations

Speaks = Callable[[str], None]


@pytest.fixture
def speaks(qapp: QApplication) -> Iterator[Speaks]:  # noqa: ARG001  (translations need it)
    """Chooses the language of the interface."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # windows of other tests still speak
    before = QLocale()
    translations = Translations(resources_folder() / "i18n")
    yield translations.speak
    translations.fall_silent()
    QLocale.setDefault(before)


def weight(value: float, **settings: object) -> Figure:
    return Figure(FigureKind.WEIGHT, value, Unit.TONNES, **settings)


@pytest.mark.parametrize(
    ("figure", "german", "english"),
    [
        (weight(62.5), "62,5 t", "62.5 t"),
        (weight(62.0, is_about=True), "ca. 62 t", "about 62 t"),
        (weight(0.35), "0,35 t", "0.35 t"),
        (Figure(FigureKind.RANGE, 60, Unit.KILOMETRES, upto=120), "60–120 km", "60–120 km"),
        (Figure(FigureKind.SPEED, 2.5, Unit.MACH), "Mach 2,5", "Mach 2.5"),
        (Figure(FigureKind.CEILING, 15000, Unit.METRES), "15.000 m", "15,000 m"),
        (Figure(FigureKind.RANGE, 4000, Unit.METRES), "4000 m", "4000 m"),
        (Figure(FigureKind.CREW, 4), "4", "4"),
        (Figure(FigureKind.RATE_OF_FIRE, 600, Unit.ROUNDS_PER_MINUTE), "600 Schuss/min", "600 rounds/min"),
    ],
)
def test_figures(speaks: Speaks, figure: Figure, german: str, english: str) -> None:
    """Numbers have the decimal sign of the language, and a unit that never stands alone on a line."""
    shown = {}
    for language in ("de", "en"):
        speaks(language)
        shown[language] = knowledge_words.figure_value(figure)

    assert {language: text.replace("\u00a0", " ") for language, text in shown.items()} == {
        "de": german,
        "en": english,
    }
    assert all(" " not in text for text in shown.values())


@pytest.mark.parametrize(
    ("date", "german"),
    [("1979", "1979"), ("2024-08", "August 2024"), ("2025-05-06", "6. Mai 2025"), ("?", "?")],
)
def test_dates(speaks: Speaks, date: str, german: str) -> None:
    """A year stays a year; a month and a day are written out."""
    speaks("de")

    assert knowledge_words.date_words(date) == german


def test_an_office_tells_of_what_and_since_when(speaks: Speaks) -> None:
    """The country or organisation stands beside the office."""
    land = KnowledgeEntry(KnowledgeId("country-x"), EntityKind.PLACE, "Nordland", name_en="Northland")
    office = Fact(FactKind.OFFICE, "Präsidentin", "President", since="2021", entry=land.id)
    person = KnowledgeEntry(KnowledgeId("person-x"), EntityKind.PERSON, "Anna Berg", facts=(office,))

    shown = {}
    for language in ("de", "en"):
        speaks(language)
        shown[language] = knowledge_words.fact_lines(person, {land.id: land}.get)

    assert shown["de"] == (("Amt", "Präsidentin (Nordland), seit\u00a02021"),)
    assert shown["en"] == (("Office", "President (Northland), since\u00a02021"),)


def test_the_other_language_rather_than_nothing(speaks: Speaks) -> None:
    """A line that was written in one language only is shown in both."""
    entry = KnowledgeEntry(KnowledgeId("x"), EntityKind.WEAPON, "X", line_de="Ein Boot.")
    speaks("en")

    assert knowledge_words.entry_line(entry) == "Ein Boot."


def test_addresses_of_wikipedia(speaks: Speaks) -> None:
    """The article in the language of the interface comes first; odd characters are quoted."""
    entry = KnowledgeEntry(
        KnowledgeId("x"), EntityKind.WEAPON, "X", wikipedia_de="Küstenwache/Boot 7", wikipedia_en="C&A?"
    )
    speaks("en")

    assert knowledge_words.wikipedia_addresses(entry) == (
        ("en", "https://en.wikipedia.org/wiki/C%26A%3F"),
        ("de", "https://de.wikipedia.org/wiki/K%C3%BCstenwache/Boot_7"),
    )


def test_everything_in_the_base_can_be_said(speaks: Speaks) -> None:
    """Every fact and figure has a label and a value."""
    speaks("de")

    assert all(
        knowledge_words.figure_words(entry_with(figures=(Figure(what, 5),))).endswith("\u00a05")
        for what in FigureKind
    )
    unsaid = [
        what
        for what in FactKind
        if not knowledge_words.fact_lines(entry_with(facts=(Fact(what, "etwas"),)), lambda _id: None)
    ]
    assert unsaid == [FactKind.CLASS, FactKind.SEAT_OF_GOVERNMENT]


def entry_with(**fields: object) -> KnowledgeEntry:
    return KnowledgeEntry(KnowledgeId("x"), EntityKind.WEAPON, "X", **fields)
