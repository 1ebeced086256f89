"""Words for people about quotations: kinds and media explained, a quotation with where it is from."""

from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from reader.domain.quotations import Medium, QuotationKind
from reader.presentation.citations import Citation
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


def short_kind(kind: QuotationKind) -> str:
    """The kind of speech in a word or two, for a list of kinds."""
    names = {
        QuotationKind.DIRECT: QCoreApplication.translate("quotations", "direct"),
        QuotationKind.INDIRECT: QCoreApplication.translate("quotations", "indirect"),
        QuotationKind.INDIRECT_FREE_INDIRECT: QCoreApplication.translate("quotations", "indirect, going on"),
        QuotationKind.FREE_INDIRECT: QCoreApplication.translate("quotations", "free indirect"),
        QuotationKind.REPORTED: QCoreApplication.translate("quotations", "reported"),
    }
    return names[kind]


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


def put_on_clipboard(citation: Citation) -> None:
    """Plain text, and HTML for programs that know it.

    The clipboard makes its object itself and is only filled: one made here would outlive Python and end the
    program with a segmentation fault.
    """
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(citation_text(citation))
    clipboard.mimeData().setHtml(citation_html(citation))


def citation_text(citation: Citation) -> str:
    """The quotation as it is printed, and in brackets what is known of where it is from."""
    origin = _listed(
        citation.speaker,
        citation.outlet,
        messages.publication_date(citation.published),
        _title(citation),
        messages.printable(citation.source),
    )
    return f"{citation.text} ({origin})" if origin else citation.text


def citation_html(citation: Citation) -> str:
    """The same with the outlet in italics and an address as a link."""
    source = escape(messages.printable(citation.source))
    origin = _listed(
        escape(citation.speaker),
        f"<i>{escape(citation.outlet)}</i>" if citation.outlet else "",
        escape(messages.publication_date(citation.published)),
        escape(_title(citation)),
        f'<a href="{source}">{source}</a>' if citation.is_address else source,
    )
    words = escape(citation.text)
    return f"<p>{words} ({origin})</p>" if origin else f"<p>{words}</p>"


def _title(citation: Citation) -> str:
    if not citation.title:
        return ""
    return QCoreApplication.translate("quotations", "“{0}”").format(citation.title)


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
