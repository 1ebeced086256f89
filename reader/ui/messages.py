"""Words for people: what kinds are called and what went wrong, in the language of the interface."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, Qt

from reader.domain.entities import EntityKind
from reader.domain.errors import (
    AnalysisFailed,
    AnalysisFailure,
    CannotOpen,
    LanguageModelBroken,
    OpenFailure,
    ReaderError,
    StorageFailed,
    StorageFailure,
)
from reader.domain.quotations import QuotationKind

DAYS_OF_WEEK = 7


def kind_name(kind: EntityKind, *, is_generic: bool = False) -> str:
    """What one entity of `kind` is."""
    if is_generic:
        return QCoreApplication.translate("messages", "Weapon class")
    names = {
        EntityKind.PERSON: QCoreApplication.translate("messages", "Person"),
        EntityKind.ORGANIZATION: QCoreApplication.translate("messages", "Organisation"),
        EntityKind.WEAPON: QCoreApplication.translate("messages", "Weapon system"),
        EntityKind.PLACE: QCoreApplication.translate("messages", "Place"),
        EntityKind.OTHER: QCoreApplication.translate("messages", "Other name"),
    }
    return names[kind]


def section_name(kind: EntityKind) -> str:
    """The heading above the entities of `kind`."""
    names = {
        EntityKind.PERSON: QCoreApplication.translate("messages", "People"),
        EntityKind.ORGANIZATION: QCoreApplication.translate("messages", "Organisations"),
        EntityKind.WEAPON: QCoreApplication.translate("messages", "Weapon systems"),
        EntityKind.PLACE: QCoreApplication.translate("messages", "Places"),
        EntityKind.OTHER: QCoreApplication.translate("messages", "Other names"),
    }
    return names[kind]


def quotation_kind_name(kind: QuotationKind) -> str:
    names = {
        QuotationKind.DIRECT: QCoreApplication.translate("messages", "direct speech"),
        QuotationKind.INDIRECT: QCoreApplication.translate("messages", "indirect speech"),
        QuotationKind.INDIRECT_FREE_INDIRECT: QCoreApplication.translate(
            "messages", "indirect speech that goes on"
        ),
        QuotationKind.FREE_INDIRECT: QCoreApplication.translate("messages", "free indirect speech"),
        QuotationKind.REPORTED: QCoreApplication.translate("messages", "reported speech"),
    }
    return names[kind]


def trouble(error: ReaderError) -> str:
    """What went wrong and what the reader can do about it."""
    if isinstance(error, CannotOpen):
        return _cannot_open(error)
    if isinstance(error, StorageFailed):
        return _storage_failed(error)
    if isinstance(error, LanguageModelBroken):
        return QCoreApplication.translate(
            "messages",
            "The language model is missing or damaged: {0}. Install Lesart again.",
        ).format(error.path)
    if isinstance(error, AnalysisFailed) and error.reason is AnalysisFailure.TIMED_OUT:
        return QCoreApplication.translate(
            "messages",
            "The analysis took too long and was given up. The text can be read without it.",
        )
    return QCoreApplication.translate("messages", "The analysis broke off. The text can be read without it.")


def _cannot_open(error: CannotOpen) -> str:
    reasons = {
        OpenFailure.NOT_FOUND: QCoreApplication.translate(
            "messages", "{0} is not there. Was it moved or renamed?"
        ),
        OpenFailure.IS_DIRECTORY: QCoreApplication.translate(
            "messages", "{0} is a folder. Open one of the files in it."
        ),
        OpenFailure.NOT_PERMITTED: QCoreApplication.translate(
            "messages", "{0} may not be read. Check its permissions."
        ),
        OpenFailure.UNREADABLE: QCoreApplication.translate(
            "messages", "{0} could not be read. Is it an ordinary file, and its disk still there?"
        ),
        OpenFailure.EMPTY: QCoreApplication.translate("messages", "{0} is empty: there is nothing to read."),
        OpenFailure.BINARY: QCoreApplication.translate(
            "messages", "{0} is not a text. Lesart opens text, Markdown and saved web pages."
        ),
        OpenFailure.TOO_LARGE: QCoreApplication.translate(
            "messages", "{0} is too large for an article. Open a part of it."
        ),
        OpenFailure.UNKNOWN_ENCODING: QCoreApplication.translate(
            "messages", "The encoding of {0} is not known. Save it as UTF-8 and open it again."
        ),
        OpenFailure.UNKNOWN_FORMAT: QCoreApplication.translate(
            "messages", "Lesart cannot open this kind of file yet: {0}. Copy its text and paste it."
        ),
        OpenFailure.NO_ARTICLE: QCoreApplication.translate(
            "messages", "No article was found in {0}. Copy the text in your browser and paste it."
        ),
        OpenFailure.TIMED_OUT: QCoreApplication.translate(
            "messages", "Reading {0} took too long and was given up. Copy its text and paste it."
        ),
        OpenFailure.CRASHED: QCoreApplication.translate(
            "messages", "Reading {0} failed; the file may be damaged. Copy its text and paste it."
        ),
    }
    name = Path(error.source.name).name if error.source.name else ""
    pasted = QCoreApplication.translate("messages", "The clipboard")
    quoted = QCoreApplication.translate("messages", "“{0}”").format(printable(name))
    return reasons[error.reason].format(quoted if name else pasted)


def printable(name: str) -> str:
    """A file name as it can be shown: bytes that are no text, line ends and the like become marks."""
    shown = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(character if character.isprintable() else "\ufffd" for character in shown)


def _storage_failed(error: StorageFailed) -> str:
    reasons = {
        StorageFailure.NEWER_VERSION: QCoreApplication.translate(
            "messages", "The library was made by a newer Lesart. Update Lesart to open it: {0}"
        ),
        StorageFailure.DAMAGED: QCoreApplication.translate("messages", "The library is damaged: {0}"),
        StorageFailure.LOCKED: QCoreApplication.translate(
            "messages",
            "Another program holds the library: {0}. Close it; what you wrote is kept here meanwhile.",
        ),
        StorageFailure.DISK_FULL: QCoreApplication.translate(
            "messages",
            "The disk is full. Make room; what you wrote is kept here and saved as soon as it fits.",
        ),
        StorageFailure.NOT_WRITABLE: QCoreApplication.translate(
            "messages", "The library cannot be written: {0}. Check its permissions."
        ),
    }
    return reasons[error.reason].format(error.path)


def period_name(day: QDate, today: QDate) -> str:
    """The heading above what was opened on `day`: the longer ago, the coarser."""
    days = day.daysTo(today)
    if days <= 0:
        return QCoreApplication.translate("messages", "Today")
    if days == 1:
        return QCoreApplication.translate("messages", "Yesterday")
    if days < DAYS_OF_WEEK:
        return QCoreApplication.translate("messages", "Last 7 days")
    return QLocale().toString(day, "MMMM yyyy")


def publication_date(published: str | None) -> str:
    """An ISO date as people write it; as it is, if it is none."""
    if not published:
        return ""
    day = QDate.fromString(published[:10], Qt.DateFormat.ISODate)
    if not day.isValid():
        moment = QDateTime.fromString(published, Qt.DateFormat.ISODate)
        day = moment.date()
    if not day.isValid():
        return published
    is_german = QLocale().language() == QLocale.Language.German
    return QLocale().toString(day, "d. MMMM yyyy" if is_german else "d MMMM yyyy")


def bug(what: str) -> str:
    return QCoreApplication.translate(
        "messages", "Something went wrong in Lesart ({0}). Your notes are safe; the log tells more."
    ).format(what)


def chosen_pipeline_broken(error: LanguageModelBroken) -> str:
    return QCoreApplication.translate(
        "messages",
        "The pipeline chosen for this language ({0}) cannot be used: {1}. It is missing, damaged, or finds "
        "no names. The text can be read without it; choose another one in the settings.",
    ).format(language_name(error.language), error.path)


def way_to_settings() -> str:
    return QCoreApplication.translate("messages", "Settings …")


def language_name(language: str) -> str:
    """What a language is called, by its ISO code; in that language itself, where we have no word for it."""
    names = {
        "de": QCoreApplication.translate("messages", "German"),
        "en": QCoreApplication.translate("messages", "English"),
        "fr": QCoreApplication.translate("messages", "French"),
        "it": QCoreApplication.translate("messages", "Italian"),
        "es": QCoreApplication.translate("messages", "Spanish"),
        "nl": QCoreApplication.translate("messages", "Dutch"),
        "pl": QCoreApplication.translate("messages", "Polish"),
        "ru": QCoreApplication.translate("messages", "Russian"),
        "uk": QCoreApplication.translate("messages", "Ukrainian"),
    }
    own_name = QLocale(language).nativeLanguageName() if QLocale(language) != QLocale.c() else ""
    return names.get(language) or own_name or language


def number(count: int) -> str:
    """A count as it is written in the language of the interface: 12.345 or 12,345."""
    return QLocale().toString(count)


def no_browser(address: str) -> str:
    return QCoreApplication.translate("messages", "No browser opened {0}. Copy the address yourself.").format(
        address
    )


def library_set_aside(path: Path) -> str:
    return QCoreApplication.translate(
        "messages", "The library was damaged and a new one was begun. The old one is kept as {0}."
    ).format(path)
