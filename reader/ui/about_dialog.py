"""What this program is, and whose data it uses under which licences."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTextBrowser, QVBoxLayout, QWidget

from reader import __version__
from reader.knowledge.entries import Source
from reader.services.credits import Credit, model_credits, word_list_credits
from reader.ui import knowledge_words

SIZE = (560, 480)


class AboutDialog(QDialog):
    """Says what the program does, and lists the sources; a link is only reported, by its address."""

    link_wanted = Signal(str)

    def __init__(self, sources: Sequence[Source], resources: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Lesart"))
        self.resize(*SIZE)
        says = QLabel(
            self.tr(
                "Lesart {0} shows who and what an article is about, and who said what.\n\n"
                "It works offline; your notes stay on this computer. What it finds can be wrong: "
                "check it against the text."
            ).format(__version__),
            self,
        )
        says.setObjectName("about_text")
        says.setTextFormat(Qt.TextFormat.PlainText)
        says.setWordWrap(True)
        self.credits = QTextBrowser(self)
        self.credits.setObjectName("credits")
        self.credits.setAccessibleName(self.tr("Sources and licences"))
        self.credits.setOpenLinks(False)
        self.credits.anchorClicked.connect(self._follow)
        self.credits.setHtml(self._html(sources, resources))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(14)
        column.addWidget(says)
        column.addWidget(self.credits, stretch=1)
        column.addWidget(buttons)

    def _follow(self, address: QUrl) -> None:
        self.link_wanted.emit(address.toString())

    def _html(self, sources: Sequence[Source], resources: Path) -> str:
        known = [
            (_link(knowledge_words.source_title(source), source.address), source.licence)
            for source in sources
        ]
        return "".join((
            _part(self.tr("Program"), [("Lesart", "MIT")]),
            _part(self.tr("Knowledge base"), known),
            _part(self.tr("Language model"), _escaped(model_credits(resources))),
            _part(self.tr("Word lists"), _escaped(word_list_credits(resources))),
            _part(self.tr("Fonts"), [("Inter, Noto Serif", "SIL Open Font License 1.1")]),
        ))  # fmt: skip


def _escaped(credits_: Sequence[Credit]) -> list[tuple[str, str]]:
    return [(escape(credit.what), credit.licence) for credit in credits_]


def _link(text: str, address: str) -> str:
    return f'<a href="{escape(address)}">{escape(text)}</a>' if address else escape(text)


def _part(heading: str, rows: Sequence[tuple[str, str]]) -> str:
    """A heading, and a paragraph for each row: what it is, and its licence."""
    if not rows:
        return ""
    lines = "".join(f"<p>{what}<br><i>{escape(licence)}</i></p>" for what, licence in rows)
    return f"<h4>{escape(heading)}</h4>{lines}"
