"""The part of the details card that tells what is known of an entity beforehand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.knowledge.entries import KnowledgeEntry
from reader.presentation.known import Known
from reader.ui import knowledge_words
from reader.ui.link_button import LinkButton


class KnowledgeBox(QWidget):
    """A line of explanation, facts, figures, where they come from, and links."""

    link_wanted = Signal(str)  # the address

    def __init__(self, known: Known, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("knowledge")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(5)
        entry = known.entry
        if known.government_of is not None:
            country = knowledge_words.entry_name(known.government_of)
            self._add(self.tr("May mean the government here: {0}").format(country), "known_government")
        if entry is None:
            self._add(self.tr("Nothing is known beforehand about “{0}”.").format(known.name), "known_nothing")
            return
        self._add(knowledge_words.entry_line(entry), "known_line")
        self._add_facts(knowledge_words.fact_lines(entry, known.entry_of))
        self._add(knowledge_words.figure_words(entry), "known_figures")
        self._add_links(entry)
        self._add(knowledge_words.source_words(entry, known.sources), "known_sources")

    def _add(self, text: str, name: str) -> None:
        if text:
            self._column.addWidget(_words(text, name, self))

    def _add_facts(self, lines: tuple[tuple[str, str], ...]) -> None:
        if not lines:
            return
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for number, (label, value) in enumerate(lines):
            said = QLabel(label, self)
            said.setObjectName("fact_label")
            grid.addWidget(said, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_words(value, "fact_value", self), number, 1)
        self._column.addLayout(grid)

    def _add_links(self, entry: KnowledgeEntry) -> None:
        addresses = knowledge_words.wikipedia_addresses(entry)
        if not addresses:
            return
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for language, address in addresses:
            text = f"Wikipedia ({language})"
            spoken = f"{text}: {knowledge_words.entry_name(entry)}"
            link = LinkButton(text, hint=address, spoken=spoken, parent=self)
            link.clicked.connect(lambda _checked=False, address=address: self.link_wanted.emit(address))
            row.addWidget(link)
        row.addStretch(1)
        self._column.addLayout(row)


def _words(text: str, name: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
