"""Who or what stands at a place, as the selection and jumps ask."""

from reader.domain.annotations import Annotations, PipelineName
from reader.domain.spans import Span
from reader.presentation.standing import entity_over, quotation_over, span_from
from tests.fakes import marked

TEXT = marked("[person:Anna Berg] rief {Anna Berg: „Er sagte ‚Gut‘ zu [person:Berg=Otto Berg]“} und ging.")
FOUND = Annotations("", "de", PipelineName("p", "1"), TEXT.entities, TEXT.quotations)


def span_of(words: str) -> Span:
    start = TEXT.text.index(words)
    return Span(start, start + len(words))


def test_the_first_place_with_a_name_counts() -> None:
    """Though the words are more than the name; where nobody is named, nobody is found."""
    entity = entity_over([span_of("ging"), span_of("zu Berg“")], FOUND)

    assert entity is not None
    assert entity.canonical_name == "Otto Berg"
    assert entity_over([span_of("ging")], FOUND) is None


def test_a_quotation_is_found_by_a_part_of_it() -> None:
    quotation = quotation_over([span_of("sagte ‚Gut")], FOUND)

    assert quotation is not None
    assert quotation.text.startswith("„Er sagte")
    assert quotation_over([span_of("ging")], FOUND) is None


def test_a_jump_shows_what_begins_there() -> None:
    """Else the one character."""
    anna = span_of("Anna Berg")

    assert span_from(anna.start, FOUND) == anna
    assert len(span_from(anna.start + 1, FOUND)) == 1
    assert len(span_from(anna.start, None)) == 1
