"""Everything that can go wrong without being a bug.

    ReaderError
    ├── CannotOpen         a source could not be read; the user can do something about it
    ├── AnalysisFailed     the analysis of an article did not finish
    ├── LanguageModelBroken    a language model is missing or damaged
    ├── StorageFailed      the library on disk could not be read or written
    ├── DictionaryFileFailed   the reader's dictionary could not be read from or written to a file
    └── ExportFailed       an article could not be saved as a file of its own

Errors carry fields, not sentences: messages for people are made where they are shown. They cross
process borders, so each hands its fields to `Exception.__init__`.
"""

from enum import StrEnum

from reader.domain.articles import Source


class ReaderError(Exception):
    """Trouble that is not a bug."""


class OpenFailure(StrEnum):
    """Why a source could not be opened."""

    NOT_FOUND = "not_found"
    IS_DIRECTORY = "is_directory"
    NOT_PERMITTED = "not_permitted"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    BINARY = "binary"
    TOO_LARGE = "too_large"
    UNKNOWN_ENCODING = "unknown_encoding"
    UNKNOWN_FORMAT = "unknown_format"
    NO_ARTICLE = "no_article"
    TIMED_OUT = "timed_out"
    CRASHED = "crashed"


class CannotOpen(ReaderError):
    """The source could not be read; the user can do something about it."""

    def __init__(self, source: Source, reason: OpenFailure) -> None:
        super().__init__(source, reason)
        self.source = source
        self.reason = reason


class AnalysisFailure(StrEnum):
    """Why an analysis did not finish."""

    TIMED_OUT = "timed_out"
    CRASHED = "crashed"


class AnalysisFailed(ReaderError):
    """The worker hung or died; the text is still there to read."""

    def __init__(self, reason: AnalysisFailure) -> None:
        super().__init__(reason)
        self.reason = reason


class LanguageModelBroken(ReaderError):
    """The language model at `path` is missing or damaged."""

    def __init__(self, language: str, path: str) -> None:
        super().__init__(language, path)
        self.language = language
        self.path = path


class StorageFailure(StrEnum):
    """Why the library could not be read or written."""

    NEWER_VERSION = "newer_version"
    DAMAGED = "damaged"
    LOCKED = "locked"
    DISK_FULL = "disk_full"
    NOT_WRITABLE = "not_writable"


class StorageFailed(ReaderError):
    """The library file at `path` could not be read or written."""

    def __init__(self, path: str, reason: StorageFailure) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason


class DictionaryFileFailure(StrEnum):
    """Why a file with entries of the dictionary could not be read or written."""

    NOT_FOUND = "not_found"
    NOT_PERMITTED = "not_permitted"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    BINARY = "binary"
    TOO_LARGE = "too_large"
    WRONG_COLUMNS = "wrong_columns"
    DISK_FULL = "disk_full"
    NOT_WRITABLE = "not_writable"
    TIMED_OUT = "timed_out"
    CRASHED = "crashed"


class DictionaryFileFailed(ReaderError):
    """The file at `path` holds no dictionary, or could not be read or written."""

    def __init__(self, path: str, reason: DictionaryFileFailure) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason


class ExportFailure(StrEnum):
    """Why an article could not be saved as a file."""

    DISK_FULL = "disk_full"
    NOT_PERMITTED = "not_permitted"
    NO_FOLDER = "no_folder"
    NOT_WRITABLE = "not_writable"
    TIMED_OUT = "timed_out"
    CRASHED = "crashed"


class ExportFailed(ReaderError):
    """The file at `path` was not written."""

    def __init__(self, path: str, reason: ExportFailure) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason
