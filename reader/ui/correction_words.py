"""Words for people: what the reader corrected, in one phrase, in the language of the interface."""

from PySide6.QtCore import QCoreApplication

from reader.domain.corrections import (
    Correction,
    CorrectionAction,
    DictionaryEntry,
    EntityCorrection,
    QuotationCorrection,
    Sameness,
)
from reader.domain.entities import EntityKind
from reader.domain.errors import (
    DictionaryFileFailed,
    DictionaryFileFailure,
    ReaderError,
    StorageFailed,
    StorageFailure,
)
from reader.domain.quotations import QuotationKind
from reader.services.dictionary_file import RowRefusal
from reader.ui import messages

LONGEST_QUOTED = 60  # characters of a quotation that are repeated

# What a name can be: the action that says so, the kind, whether it is a class of weapons.
KINDS = (
    ("is_person", EntityKind.PERSON, False),
    ("is_organization", EntityKind.ORGANIZATION, False),
    ("is_weapon", EntityKind.WEAPON, False),
    ("is_weapon_class", EntityKind.WEAPON, True),
    ("is_place", EntityKind.PLACE, False),
    ("is_other", EntityKind.OTHER, False),
)


def correction(made: Correction) -> str:
    """What was said, such as: “Berg” is a person."""
    if isinstance(made, EntityCorrection):
        return _of_name(made)
    return _of_quotation(made)


def is_a(kind: EntityKind, *, is_generic: bool = False) -> str:
    """“{0}” is a …"""
    if is_generic:
        return QCoreApplication.translate("corrections", "“{0}” is a weapon class")
    phrases = {
        EntityKind.PERSON: QCoreApplication.translate("corrections", "“{0}” is a person"),
        EntityKind.ORGANIZATION: QCoreApplication.translate("corrections", "“{0}” is an organisation"),
        EntityKind.WEAPON: QCoreApplication.translate("corrections", "“{0}” is a weapon system"),
        EntityKind.PLACE: QCoreApplication.translate("corrections", "“{0}” is a place"),
        EntityKind.OTHER: QCoreApplication.translate("corrections", "“{0}” is another name"),
    }
    return phrases[kind]


def entry(made: DictionaryEntry) -> str:
    if made.kind is None:
        return QCoreApplication.translate("corrections", "“{0}” is never marked").format(made.text)
    if made.is_generic:
        return QCoreApplication.translate("corrections", "“{0}” is always a weapon class").format(made.text)
    phrases = {
        EntityKind.PERSON: QCoreApplication.translate("corrections", "“{0}” is always a person"),
        EntityKind.ORGANIZATION: QCoreApplication.translate("corrections", "“{0}” is always an organisation"),
        EntityKind.WEAPON: QCoreApplication.translate("corrections", "“{0}” is always a weapon system"),
        EntityKind.PLACE: QCoreApplication.translate("corrections", "“{0}” is always a place"),
        EntityKind.OTHER: QCoreApplication.translate("corrections", "“{0}” is always another name"),
    }
    return phrases[made.kind].format(made.text)


def sameness(first_name: str, second_name: str, *, is_same: bool) -> str:
    if is_same:
        words = QCoreApplication.translate("corrections", "“{0}” and “{1}” are the same in all articles")
    else:
        words = QCoreApplication.translate("corrections", "“{0}” and “{1}” are different in all articles")
    return words.format(first_name, second_name)


def declaration(made: Sameness) -> str:
    return sameness(made.first_name, made.second_name, is_same=made.is_same)


def kind_here(kind: EntityKind | None, *, is_generic: bool = False) -> str:
    """What an entry of the dictionary makes of its words."""
    if kind is None:
        return QCoreApplication.translate("corrections", "Never mark")
    return messages.kind_name(kind, is_generic=is_generic)


def not_changed(error: ReaderError) -> str:
    """Why a change was not made."""
    if isinstance(error, DictionaryFileFailed):
        return _dictionary_file(error)
    nothing = QCoreApplication.translate("corrections", "Nothing was changed.")
    reasons = {
        StorageFailure.LOCKED: QCoreApplication.translate(
            "corrections", "Another program holds the library. Close it and try again."
        ),
        StorageFailure.DISK_FULL: QCoreApplication.translate(
            "corrections", "The disk is full. Make room and try again."
        ),
    }
    if isinstance(error, StorageFailed):
        return f"{nothing} {reasons.get(error.reason) or messages.trouble(error)}"
    return nothing


def refusal(reason: RowRefusal) -> str:
    reasons = {
        RowRefusal.NO_TEXT: QCoreApplication.translate("corrections", "there is no text in it"),
        RowRefusal.NO_LETTER: QCoreApplication.translate(
            "corrections", "the text has neither letter nor digit"
        ),
        RowRefusal.TOO_LONG: QCoreApplication.translate("corrections", "the text is too long for a name"),
        RowRefusal.UNKNOWN_KIND: QCoreApplication.translate("corrections", "its kind is not known"),
        RowRefusal.UNKNOWN_INFLECTED: QCoreApplication.translate(
            "corrections", "“inflected” is neither yes nor no"
        ),
        RowRefusal.UNCLOSED: QCoreApplication.translate(
            "corrections", 'a quotation mark (") is not closed, and the rows below were taken for one cell'
        ),
    }
    return reasons[reason]


def _of_name(made: EntityCorrection) -> str:
    words = made.anchors[0].exact if made.anchors else ""
    before = made.dropped[0].exact if made.dropped else ""
    name = made.name or words
    phrases = {
        CorrectionAction.RESIZE: QCoreApplication.translate("corrections", "“{0}” instead of “{1}”"),
        CorrectionAction.MERGE: QCoreApplication.translate("corrections", "“{0}” is the same as “{1}”"),
        CorrectionAction.SPLIT: QCoreApplication.translate(
            "corrections", "“{0}” is somebody or something else here"
        ),
        CorrectionAction.RENAME: QCoreApplication.translate("corrections", "“{0}” is called “{1}”"),
    }
    if made.kind is None and made.is_whole:
        return QCoreApplication.translate("corrections", "“{0}” is no name").format(words)
    if made.kind is None:
        return QCoreApplication.translate("corrections", "“{0}” is no name here").format(words)
    if made.action in phrases:
        other = before if made.action is CorrectionAction.RESIZE else name
        return phrases[made.action].format(words, other)
    shown = name if made.action is CorrectionAction.RETYPE else words
    return is_a(made.kind, is_generic=made.is_generic).format(shown)


def _of_quotation(made: QuotationCorrection) -> str:
    words = _short(" … ".join(anchor.exact for anchor in made.anchors))
    speaker = made.speaker_name or (made.speaker_at[0].exact if made.speaker_at else "")
    kind = messages.quotation_kind_name(made.kind) if made.kind is not None else ""
    is_other_kind = made.action is CorrectionAction.EXTENT and made.anchors == made.replaced
    if made.kind is None:
        text = QCoreApplication.translate("corrections", "{0} is no quotation")
    elif made.action is CorrectionAction.SPEAKER and not speaker:
        text = QCoreApplication.translate("corrections", "It is not known who said {0}")
    elif made.action is CorrectionAction.SPEAKER:
        text = QCoreApplication.translate("corrections", "{0} is by {1}")
    elif is_other_kind:
        text = QCoreApplication.translate("corrections", "{0} is {2}")
    elif made.action is CorrectionAction.EXTENT:
        text = QCoreApplication.translate("corrections", "The quotation is {0}")
    elif speaker:
        text = QCoreApplication.translate("corrections", "{0} is a quotation by {1}")
    else:
        text = QCoreApplication.translate("corrections", "{0} is a quotation")
    return text.format(words, speaker, kind)


def _short(words: str) -> str:
    """The words in quotation marks, the middle left out where they are many."""
    one_line = " ".join(words.split())
    if len(one_line) > LONGEST_QUOTED:
        one_line = one_line[: LONGEST_QUOTED - 12].rstrip() + " … " + one_line[-9:].lstrip()
    return one_line if one_line[:1] in '„“»«"' else in_marks(one_line)


def in_marks(words: str) -> str:
    return QCoreApplication.translate("messages", "“{0}”").format(words)


def speech_kind(kind: QuotationKind) -> str:
    """The name of a kind of quotation, as the beginning of a line."""
    name = messages.quotation_kind_name(kind)
    return name[:1].upper() + name[1:]


def _dictionary_file(error: DictionaryFileFailed) -> str:
    reasons = {
        DictionaryFileFailure.NOT_FOUND: QCoreApplication.translate("corrections", "{0} is not there."),
        DictionaryFileFailure.NOT_PERMITTED: QCoreApplication.translate(
            "corrections", "{0} may not be read. Check its permissions."
        ),
        DictionaryFileFailure.UNREADABLE: QCoreApplication.translate("corrections", "{0} could not be read."),
        DictionaryFileFailure.EMPTY: QCoreApplication.translate("corrections", "{0} is empty."),
        DictionaryFileFailure.BINARY: QCoreApplication.translate("corrections", "{0} is not a CSV file."),
        DictionaryFileFailure.TOO_LARGE: QCoreApplication.translate(
            "corrections", "{0} is too large for a dictionary."
        ),
        DictionaryFileFailure.WRONG_COLUMNS: QCoreApplication.translate(
            "corrections",
            "{0} lacks a column: its first line must name the columns text and kind, and may name "
            "name and inflected.",
        ),
        DictionaryFileFailure.DISK_FULL: QCoreApplication.translate(
            "corrections", "{0} could not be written: the disk is full."
        ),
        DictionaryFileFailure.NOT_WRITABLE: QCoreApplication.translate(
            "corrections", "{0} could not be written. Check the permissions of the folder."
        ),
        DictionaryFileFailure.TIMED_OUT: QCoreApplication.translate(
            "corrections", "{0} was not imported: the disk or the network does not answer."
        ),
        DictionaryFileFailure.CRASHED: QCoreApplication.translate(
            "corrections", "{0} was not imported: something went wrong in Lesart. Try again."
        ),
    }
    return reasons[error.reason].format(messages.printable(error.path.rpartition("/")[2]))
