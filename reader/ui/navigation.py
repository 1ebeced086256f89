"""Takes the reader from name to name and from quotation to quotation."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reader.domain.entities import EntityId
from reader.domain.quotations import QuotationId
from reader.presentation.highlights import Layer, Strength, highlights_for
from reader.ui.article_view import ArticleView
from reader.ui.reading_session import ReadingSession


class Navigation:
    """Chooses in the session what lies next to the place where the reader is, and jumps there."""

    def __init__(self, session: ReadingSession, view: ArticleView) -> None:
        self._session = session
        self._view = view

    def to_name(self, step: int, *, hidden: frozenset[Layer]) -> None:
        """The next (`step` 1) or previous (-1) name that is highlighted; no pronoun is one."""
        if self._session.shown is None:
            return
        painted = highlights_for(self._session.shown, hidden=hidden)
        found = [highlight for highlight in painted if highlight.strength is not Strength.MEANT]
        number = neighbour([name.mention.span.start for name in found], self._view.cursor_position(), step)
        if number is not None:
            self._session.select_entity(found[number].entity)
            self._session.jump_to(found[number].mention.span.start)

    def to_quotation(self, step: int) -> None:
        if self._session.shown is None:
            return
        found = sorted(self._session.shown.quotations, key=lambda quotation: quotation.content[0])
        starts = [quotation.content[0].start for quotation in found]
        number = neighbour(starts, self._view.cursor_position(), step)
        if number is not None:
            self.to_this_quotation(found[number].id)

    def to_entity(self, entity_id: EntityId) -> None:
        """Select the entity and show its first mention."""
        self._session.select_entity(entity_id)
        self.to_mention(0)

    def to_mention(self, number: int) -> None:
        """Show a mention of the selected entity, counted from 0 in reading order."""
        entity = self._session.shown_entity
        if entity is not None:
            starts = sorted(mention.span.start for mention in entity.mentions)
            self._session.jump_to(starts[number])

    def to_this_quotation(self, quotation_id: QuotationId) -> None:
        """Select a quotation and show its beginning."""
        self._session.select_quotation(quotation_id)
        self.to_words_of(quotation_id)

    def to_words_of(self, quotation_id: QuotationId) -> None:
        """Show where a quotation begins; what is selected stays selected."""
        annotations = self._session.shown
        quotations = annotations.quotations if annotations is not None else ()
        for quotation in quotations:
            if quotation.id == quotation_id:
                self._view.jump_to(quotation.content[0])


def neighbour(starts: Sequence[int], position: int, step: int) -> int | None:
    """The number of the start after (before) `position`; from the last it goes on with the first."""
    if not starts:
        return None
    number = bisect_right(starts, position) if step > 0 else bisect_left(starts, position) - 1
    return number % len(starts)
