"""Shows a reading session in the parts of the window: each signal of the session ends here."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor

from reader.domain.entities import Entity, EntityId, EntityKind
from reader.domain.quotations import Quotation, QuotationId
from reader.presentation.details import details_of
from reader.presentation.entity_rows import entity_sections, kind_counts
from reader.presentation.highlights import Layer, highlights_for, is_direct, tints_for
from reader.presentation.known import Knowledge
from reader.presentation.note_rows import note_rows
from reader.presentation.palette import LIGHT, Palette
from reader.presentation.quotation_details import quotation_details_of
from reader.presentation.quotation_rows import quotation_kinds, speaker_groups, speaker_name, speakers
from reader.ui import knowledge_words, messages
from reader.ui.article_view import ArticleView
from reader.ui.highlight_painter import Selected, kind_colour
from reader.ui.legend import Legend
from reader.ui.library_list import LibraryList
from reader.ui.overview_bar import OverviewBar
from reader.ui.reading_session import ReadingSession
from reader.ui.row_painting import reading_minutes
from reader.ui.side_panel import SidePanel

NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of the window that show a session."""

    view: ArticleView
    legend: Legend
    overview: OverviewBar
    library: LibraryList
    side_panel: SidePanel


class SessionPresenter(QObject):
    """Asks `presentation` what to show and hands it to the parts."""

    def __init__(
        self,
        session: ReadingSession,
        parts: Parts,
        knowledge: Knowledge,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._parts = parts
        self._knowledge = knowledge
        self._colours = LIGHT
        self._hidden: frozenset[Layer] = frozenset()
        self._nouns: dict[EntityId, str] = {}
        self._others = QTimer(self, singleShot=True, interval=0)
        self._others.timeout.connect(self._show_others)
        session.article_changed.connect(self.show_article)
        session.annotations_changed.connect(self.show_annotations)
        session.selection_changed.connect(self.show_selection)
        session.library_changed.connect(self.show_entries)
        session.library_changed.connect(self._others.start)
        session.notes_changed.connect(self._show_changed_notes)
        session.busy_changed.connect(self.show_lists)
        session.article_changed.connect(parts.side_panel.show_beginning)
        session.article_changed.connect(parts.side_panel.reset_filters)
        parts.side_panel.filter_changed.connect(self.show_lists)
        parts.library.search_changed.connect(self.show_entries)
        parts.side_panel.card.note.typed.connect(self.show_note_state)

    def set_palette(self, palette: Palette) -> None:
        self._colours = palette
        parts = self._parts
        for part in (parts.view, parts.legend, parts.overview, parts.library, parts.side_panel):
            part.set_palette(palette)
        self._show_overview()

    def set_hidden(self, hidden: frozenset[Layer]) -> None:
        self._hidden = hidden
        self._parts.legend.set_hidden(hidden)
        self._paint()

    def show_everything(self) -> None:
        """Say all words anew, as after a change of the language."""
        self.show_article()
        self.show_annotations()
        self.show_selection()
        self.show_entries()

    def show_article(self) -> None:
        article = self._session.article
        overline = ""
        if article is not None:
            minutes = self.tr("%Ln minute(s)", "", reading_minutes(article.word_count))
            date = messages.publication_date(article.published)
            parts = ((article.outlet or "").upper(), date, minutes)
            overline = "  ·  ".join(part.replace(" ", NO_BREAK) for part in parts if part)
        self._parts.view.set_article(article, overline=overline)

    def show_annotations(self) -> None:
        annotations = self._session.shown
        self._nouns = {}
        counts = dict.fromkeys(Layer, 0)
        if annotations is not None:
            for entity in annotations.entities:
                entry = self._knowledge.entry_of(entity) if entity.kind is EntityKind.WEAPON else None
                if entry is not None:
                    self._nouns[entity.id] = knowledge_words.entry_class(entry)
            counts |= {Layer(kind.value): count for kind, count in kind_counts(annotations).items()}
            counts[Layer.QUOTATIONS] = len(annotations.quotations)
        self._parts.legend.set_counts(counts)
        self._paint()
        self.show_lists()

    def show_lists(self) -> None:
        """Fill the lists of the side panel, as the filter has it."""
        annotations, article = self._session.shown, self._session.article
        panel, notes = self._parts.side_panel, self._session.notes.all()
        words = panel.filter.text()
        panel.set_placeholders(*self._placeholders(is_filtered=bool(words.strip())))
        if annotations is not None:
            panel.quotation_filter.set_choices(quotation_kinds(annotations), speakers(annotations))
        keys = self._session.notes.keys_in(self._session.annotations)
        panel.set_notes(note_rows(notes, annotations, filter_words=words, note_keys=keys), len(notes))
        if annotations is None or article is None:
            panel.set_names(())
            panel.set_quotations((), 0)
            return
        kept = {note.entity for note in notes}
        noted = frozenset(key for key, kept_under in keys.items() if kept_under in kept)
        panel.set_names(
            entity_sections(
                annotations,
                text_length=len(article.text),
                filter_words=words,
                noted=noted,
                nouns=self._nouns,
            )
        )
        groups = speaker_groups(annotations, panel.wanted_quotations())
        panel.set_quotations(groups, len(annotations.quotations))
        self._mark_chosen_rows()

    def show_entries(self) -> None:
        library = self._parts.library
        entries = self._session.library.entries(library.search.text())
        library.set_entries(tuple(map(self._session.as_shown, entries)), self._session.article_id)

    def show_selection(self) -> None:
        entity, quotation = self._session.shown_entity, self._shown_quotation()
        chosen = Selected(entity.id if entity else None, quotation.id if quotation else None)
        self._parts.view.set_selected(chosen)
        self._show_card(None if quotation else entity)
        annotations = self._session.shown
        self._parts.side_panel.show_quotation(
            quotation_details_of(quotation, annotations) if quotation and annotations else None
        )
        self._mark_chosen_rows()  # now that the card leaves the lists their room
        self._show_overview()

    def _shown_quotation(self) -> Quotation | None:
        """The selected quotation as it is shown; None while it is hidden as too doubtful."""
        selected, annotations = self._session.quotation, self._session.shown
        if selected is None or annotations is None:
            return None
        return next((found for found in annotations.quotations if found.id == selected.id), None)

    def show_note_state(self) -> None:
        card, entity = self._parts.side_panel.card, self._session.entity
        if entity is None or not card.note.isEnabled():
            return
        unsaved = {other.key for other, _text in self._session.notes.unsaved()}
        if entity.key in unsaved:
            card.set_note_state(self.tr("not saved yet"))
        elif card.note.has_unsaved_text():
            card.set_note_state("…")
        else:
            card.set_note_state(self.tr("saved") if card.note.toPlainText() else "")

    def status_text(self) -> str:
        """The line at the bottom of the window."""
        article, annotations = self._session.article, self._session.shown
        if article is None or self._session.is_opening():
            if self._session.is_opening():
                return self.tr("opening …")
            return self.tr("a dictionary is being imported …") if self._session.importing.is_busy() else ""
        parts = [messages.language_name(article.language)]
        parts.append(self.tr("%Ln word(s)", "", article.word_count))
        if annotations is not None:
            parts.append(self.tr("%Ln quotation(s)", "", len(annotations.quotations)))
            indirect = sum(not is_direct(quotation) for quotation in annotations.quotations)
            if indirect:
                parts.append(self.tr("{0} indirect").format(messages.number(indirect)))
            if not annotations.has_language_model:
                parts.append(self.tr("no language model: weapon systems and direct speech only"))
            if self._session.analysing.is_running():
                parts.append(self.tr("is read anew …"))
        elif self._session.is_busy():
            parts.append(self.tr("looking for names and quotations …"))
        if self._session.saving.is_busy():
            parts.append(self.tr("is being saved …"))
        if self._session.importing.is_busy():
            parts.append(self.tr("a dictionary is being imported …"))
        return " · ".join(parts)

    def _placeholders(self, *, is_filtered: bool) -> tuple[str, str, str]:
        """What the lists of names, quotations and notes say while they are empty."""
        annotations, nothing = self._session.shown, self.tr("Nothing found.")
        quotations = self.tr("No quotations were found.")
        if annotations is not None and annotations.quotations:
            quotations = self.tr("No quotation fits the filter.")
        if is_filtered:
            return nothing, quotations if annotations is not None else nothing, nothing
        notes = self.tr("No notes yet. Click a name and write.")
        if self._session.article is None:
            return "", "", notes
        if annotations is not None:
            return self.tr("No names were found."), quotations, notes
        if self._session.analysing.is_running():
            return self.tr("Names are looked for …"), self.tr("Quotations are looked for …"), notes
        unknown = self.tr("The article was not analysed.")
        return unknown, unknown, notes

    def _show_changed_notes(self) -> None:
        self.show_lists()
        self.show_note_state()

    def _paint(self) -> None:
        annotations = self._session.shown
        if annotations is None:
            self._parts.view.set_highlights((), ())
            return
        self._parts.view.set_highlights(
            highlights_for(annotations, hidden=self._hidden),
            tints_for(annotations, hidden=self._hidden),
            hint_of=self._hint_of,
        )

    def _hint_of(self, quotation_id: QuotationId) -> str:
        """Whose words a quotation is, for the pointer that rests on it."""
        annotations = self._session.shown
        if annotations is None:
            return ""
        quotation = next(found for found in annotations.quotations if found.id == quotation_id)
        speaker = speaker_name(quotation, annotations) or self.tr("Speaker not named")
        return f"{speaker} – {messages.quotation_kind_name(quotation.kind)}"

    def _mark_chosen_rows(self) -> None:
        entity, quotation = self._session.entity, self._session.quotation
        self._parts.side_panel.show_chosen(entity.id if entity else None, quotation.id if quotation else None)

    def _show_card(self, entity: Entity | None) -> None:
        article, annotations = self._session.article, self._session.shown
        card = self._parts.side_panel.card
        if entity is None or article is None or annotations is None:
            card.set_details(None, None, note="")
            return
        card.note.flush()  # before the note is read: the same entity may have been typed on just now
        details = details_of(entity, annotations, article)
        known = self._knowledge.known_of(entity, annotations, article)
        card.set_details(
            details,
            entity,
            note=self._session.notes.text_on(entity),
            noun=knowledge_words.entry_class(known.entry) if known.entry is not None else "",
            known=known,
        )
        self._others.start()
        self.show_note_state()

    def _show_others(self) -> None:
        """Behind the card, which does not wait for it. The index of the library is completed step by step."""
        entity = self._session.shown_entity
        if entity is None or self._session.quotation is not None:
            return
        self._parts.side_panel.card.set_others(self._session.others_of(entity))
        if self._session.index_more():
            self._others.start()

    def _show_overview(self) -> None:
        entity, article = self._session.shown_entity, self._session.article
        if entity is None or article is None:
            self._parts.overview.set_places((), QColor())
            return
        length = max(len(article.text), 1)
        places = sorted(mention.span.start / length for mention in entity.mentions)
        self._parts.overview.set_places(places, kind_colour(entity.kind, self._colours))
