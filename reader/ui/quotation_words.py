"""Words for people about quotations: kinds and media explained."""

from PySide6.QtCore import QCoreApplication

from reader.domain.quotations import Medium, QuotationKind
from reader.presentation.quotation_details import QuotationDetails
from reader.ui import messages


def summary(details: QuotationDetails) -> str:
    """Kind and medium, and whether the finding is to be trusted: direct speech · spoken · doubtful."""
    parts = [messages.quotation_kind_name(details.kind)]
    if details.medium is not None:
        parts.append(medium_name(details.medium))
    if details.is_doubtful:
        parts.append(QCoreApplication.translate("quotations", "doubtful"))
    if details.is_corrected:
        parts.append(QCoreApplication.translate("quotations", "corrected by you"))
    return " · ".join(parts)


def explanation(kind: QuotationKind) -> str:
    """What the name of a kind means, in half a line."""
    explanations = {
        QuotationKind.DIRECT: QCoreApplication.translate("quotations", "word for word, in quotation marks"),
        QuotationKind.INDIRECT: QCoreApplication.translate(
            "quotations", "in other words, with a clause that says whose they are"
        ),
        QuotationKind.INDIRECT_FREE_INDIRECT: QCoreApplication.translate(
            "quotations", "goes on in the subjunctive, without saying again whose words they are"
        ),
        QuotationKind.FREE_INDIRECT: QCoreApplication.translate(
            "quotations", "reads like the report, but gives what somebody else says or thinks"
        ),
        QuotationKind.REPORTED: QCoreApplication.translate(
            "quotations", "tells what was spoken of, not what was said"
        ),
    }
    return explanations[kind]


def medium_name(medium: Medium) -> str:
    names = {
        Medium.SPEECH: QCoreApplication.translate("quotations", "spoken"),
        Medium.WRITING: QCoreApplication.translate("quotations", "written"),
        Medium.THOUGHT: QCoreApplication.translate("quotations", "thought"),
    }
    return names[medium]


def speaker_not_named() -> str:
    return QCoreApplication.translate("quotations", "Speaker not named")
