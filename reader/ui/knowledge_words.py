"""What is known beforehand, in the words of the interface: facts, figures with their units, dates."""

from collections.abc import Callable
from urllib.parse import quote

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt

from reader.knowledge.entries import Fact, FactKind, KnowledgeEntry, Source
from reader.knowledge.figures import Figure, FigureKind, Unit, Value
from reader.knowledge.knowledge_index import KnowledgeFailure, KnowledgeTrouble
from reader.ui import messages

YEAR, MONTH = len("2026"), len("2026-11")
NO_BREAK = "\u00a0"
DECIMALS = 2  # no figure is known more exactly
SPACED_FROM = 10_000  # a year or 4000 m is read without a separator


def is_german() -> bool:
    """Whether the interface speaks German; else it speaks English."""
    return QLocale().language() == QLocale.Language.German


def entry_name(entry: KnowledgeEntry) -> str:
    return entry.name_de if is_german() else entry.name_en or entry.name_de


def entry_line(entry: KnowledgeEntry) -> str:
    """The line that says what it is; the other language rather than nothing."""
    return (entry.line_de or entry.line_en) if is_german() else (entry.line_en or entry.line_de)


def entry_class(entry: KnowledgeEntry) -> str:
    """What kind of thing it is, in one word: battle tank, party, city; empty if nobody says."""
    return next((_text(fact) for fact in entry.facts if fact.what is FactKind.CLASS), "")


def fact_lines(
    entry: KnowledgeEntry, entry_of: Callable[[str], KnowledgeEntry | None]
) -> tuple[tuple[str, str], ...]:
    """Label and value of each fact but the class; `entry_of` gives the entries that facts name."""
    labels = _fact_labels()
    return tuple(
        (labels[fact.what], _fact_value(fact, entry_of)) for fact in entry.facts if fact.what in labels
    )


def figure_words(entry: KnowledgeEntry) -> str:
    """All figures in one line that breaks between them only."""
    labels = _figure_labels()
    shown = (f"{labels[figure.what]} {figure_value(figure)}" for figure in entry.figures)
    return " · ".join(words.replace(" ", NO_BREAK) for words in shown)


def figure_value(figure: Figure) -> str:
    """62,5 t; ca. 62 t; 60–120 km; with the decimal sign of the language."""
    value = _number(figure.value)
    if figure.upto is not None:
        value = f"{value}–{_number(figure.upto)}"
    if figure.unit is Unit.MACH:
        value = f"Mach{NO_BREAK}{value}"
    elif figure.unit is not None:
        value = f"{value}{NO_BREAK}{_unit(figure.unit)}"
    about = QCoreApplication.translate("knowledge", "about {0}").format(value)
    return about.replace(" ", NO_BREAK) if figure.is_about else value


def source_words(entry: KnowledgeEntry, sources: tuple[Source, ...]) -> str:
    """When it was looked at, and where it comes from."""
    lines = []
    if entry.as_of:
        lines.append(QCoreApplication.translate("knowledge", "As of {0}").format(date_words(entry.as_of)))
    named = ", ".join(f"{source_title(source)} ({source.licence})" for source in sources)
    if named:
        lines.append(QCoreApplication.translate("knowledge", "Source: {0}").format(named))
    return " · ".join(lines)


def source_title(source: Source) -> str:
    return source.title_de if is_german() else source.title_en


def wikipedia_addresses(entry: KnowledgeEntry) -> tuple[tuple[str, str], ...]:
    """Language and address of each article, that in the language of the interface first."""
    titles = [("de", entry.wikipedia_de), ("en", entry.wikipedia_en)]
    if not is_german():
        titles.reverse()
    return tuple(
        (language, f"https://{language}.wikipedia.org/wiki/{quote(title.replace(' ', '_'))}")
        for language, title in titles
        if title
    )


def date_words(date: str) -> str:
    """A year, a month or a day as people write it; as it is, if it is none."""
    if len(date) <= YEAR:
        return date
    if len(date) == MONTH:
        day = QDate.fromString(f"{date}-01", Qt.DateFormat.ISODate)
        return QLocale().toString(day, "MMMM yyyy") if day.isValid() else date
    return messages.publication_date(date)


def trouble(found: KnowledgeTrouble) -> str:
    """What is wrong with the knowledge base, and what the reader can do."""
    reasons = {
        KnowledgeFailure.MISSING: QCoreApplication.translate("knowledge", "Knowledge base missing: {0}"),
        KnowledgeFailure.DAMAGED: QCoreApplication.translate("knowledge", "Knowledge base damaged: {0}"),
        KnowledgeFailure.OTHER_VERSION: QCoreApplication.translate(
            "knowledge", "Knowledge base of another version: {0}"
        ),
    }
    remedy = QCoreApplication.translate(
        "knowledge", "Details about names stay empty, all else works. Install Lesart again."
    )
    return f"{reasons[found.failure].format(found.path)}. {remedy}"


def _text(fact: Fact) -> str:
    return (fact.text_de or fact.text_en) if is_german() else (fact.text_en or fact.text_de)


def _fact_value(fact: Fact, entry_of: Callable[[str], KnowledgeEntry | None]) -> str:
    since = ""
    if fact.since:
        since = QCoreApplication.translate("knowledge", "since {0}").format(date_words(fact.since))
        since = since.replace(" ", NO_BREAK)
    named = entry_of(fact.entry) if fact.entry is not None and fact.what is FactKind.OFFICE else None
    text = f"{_text(fact)} ({entry_name(named)})" if named is not None else _text(fact)
    return ", ".join(part for part in (text, since) if part)


def _number(value: Value) -> str:
    if isinstance(value, float) and not value.is_integer():
        shown = QLocale().toString(value, "f", DECIMALS)
        return shown.rstrip("0").rstrip(QLocale().decimalPoint())
    return QLocale().toString(int(value)) if value >= SPACED_FROM else str(int(value))


def _unit(unit: Unit) -> str:
    if unit is Unit.ROUNDS_PER_MINUTE:
        return QCoreApplication.translate("knowledge", "rounds/min")
    if unit is Unit.HORSEPOWER:
        return QCoreApplication.translate("knowledge", "PS", "metric horsepower")
    return unit.value


def _fact_labels() -> dict[FactKind, str]:
    """Facts without a label are told elsewhere."""
    return {
        FactKind.ORIGIN: QCoreApplication.translate("knowledge", "Origin"),
        FactKind.MAKER: QCoreApplication.translate("knowledge", "Maker"),
        FactKind.IN_SERVICE: QCoreApplication.translate("knowledge", "In service"),
        FactKind.CAPITAL: QCoreApplication.translate("knowledge", "Capital"),
        FactKind.HEAD_OF_STATE: QCoreApplication.translate("knowledge", "Head of state"),
        FactKind.HEAD_OF_GOVERNMENT: QCoreApplication.translate("knowledge", "Head of government"),
        FactKind.LED_BY: QCoreApplication.translate("knowledge", "Led by"),
        FactKind.OFFICE: QCoreApplication.translate("knowledge", "Office"),
        FactKind.COUNTRY: QCoreApplication.translate("knowledge", "Country"),
    }


def _figure_labels() -> dict[FigureKind, str]:
    return {
        FigureKind.CREW: QCoreApplication.translate("knowledge", "Crew"),
        FigureKind.WEIGHT: QCoreApplication.translate("knowledge", "Weight"),
        FigureKind.LENGTH: QCoreApplication.translate("knowledge", "Length"),
        FigureKind.WIDTH: QCoreApplication.translate("knowledge", "Width"),
        FigureKind.HEIGHT: QCoreApplication.translate("knowledge", "Height"),
        FigureKind.WINGSPAN: QCoreApplication.translate("knowledge", "Wingspan"),
        FigureKind.ROTOR_DIAMETER: QCoreApplication.translate("knowledge", "Rotor diameter"),
        FigureKind.SPEED: QCoreApplication.translate("knowledge", "Speed"),
        FigureKind.RANGE: QCoreApplication.translate("knowledge", "Range"),
        FigureKind.CEILING: QCoreApplication.translate("knowledge", "Ceiling"),
        FigureKind.PAYLOAD: QCoreApplication.translate("knowledge", "Payload"),
        FigureKind.WARHEAD: QCoreApplication.translate("knowledge", "Warhead"),
        FigureKind.CALIBRE: QCoreApplication.translate("knowledge", "Calibre"),
        FigureKind.RATE_OF_FIRE: QCoreApplication.translate("knowledge", "Rate of fire"),
        FigureKind.DISPLACEMENT: QCoreApplication.translate("knowledge", "Displacement"),
        FigureKind.ENGAGEMENT_ALTITUDE: QCoreApplication.translate("knowledge", "Engagement altitude"),
        FigureKind.ENDURANCE: QCoreApplication.translate("knowledge", "Endurance"),
        FigureKind.ENGINE_POWER: QCoreApplication.translate("knowledge", "Engine power"),
        FigureKind.PASSENGERS: QCoreApplication.translate("knowledge", "Passengers"),
        FigureKind.CAPACITY: QCoreApplication.translate("knowledge", "Capacity"),
    }
