"""What the quotation card says."""

from dataclasses import replace

import pytest

from reader.domain.annotations import Annotations, PipelineName
from reader.domain.entities import EntityKind
from reader.domain.quotations import Attribution, Medium, Phrase, Quotation, QuotationId, QuotationKind
from reader.domain.spans import Span
from reader.presentation.quotation_details import quotation_details_of
from tests.fakes import Marked, marked

TEXT = marked(
    "{Anna Weber: Das Amt habe {Ben Yıldız: „nichts“} und {: „gar nichts“} getan}, sagte "
    "[person:Weber=Anna Weber] über [person:Ben Yıldız]."
)


def found_in(text: Marked) -> Annotations:
    outer, *inner = text.quotations
    nested = tuple(replace(quotation, nested_in=outer.id) for quotation in inner)
    return Annotations("", "de", PipelineName("fake", "1"), text.entities, (outer, *nested))


def test_the_speaker_is_told_with_kind_and_words() -> None:
    """The name leads to the card of the entity; the words as printed stand beside it."""
    found = found_in(TEXT)
    speaker, cue = Phrase("die\nMinisterin", (Span(0, 14),)), Phrase("sagte … aus", (Span(0, 5), Span(9, 12)))
    outer = found.quotations[0]
    told = replace(outer.attribution, speaker=speaker, cue=cue, addressee=Phrase("dem Rat", (Span(0, 7),)))

    details = quotation_details_of(replace(outer, attribution=told, medium=Medium.WRITING), found)

    assert (details.speaker, details.speaker_entity) == ("Anna Weber", found.entities[0].id)
    assert details.speaker_kind is EntityKind.PERSON
    assert (details.speaker_as_printed, details.cue, details.addressee) == (
        *("die Ministerin", "sagte … aus", "dem Rat"),
    )
    assert (details.kind, details.medium) == (QuotationKind.INDIRECT, Medium.WRITING)


def test_a_speaker_without_an_entity_is_told_once() -> None:
    """His words as printed are his name already."""
    quotation = Quotation(QuotationId("q"), QuotationKind.REPORTED, (Span(0, 1),), "x")
    printed = Attribution(speaker=Phrase("ein Sprecher", (Span(0, 12),)))

    details = quotation_details_of(replace(quotation, attribution=printed), found_in(TEXT))

    assert (details.speaker, details.speaker_as_printed) == ("ein Sprecher", "")
    assert details.speaker_entity is details.speaker_kind is None


def test_nested_quotations_know_each_other() -> None:
    """The outer one lists what it holds, the inner ones tell what they stand in."""
    found = found_in(TEXT)
    outer, first, _second = (quotation_details_of(quotation, found) for quotation in found.quotations)

    assert [row.text for row in outer.holds] == ["„nichts“", "„gar nichts“"]
    assert outer.within is None
    assert first.within == outer.row
    assert first.holds == ()


@pytest.mark.parametrize(("confidence", "is_doubtful"), [(0.4, True), (0.95, False)])
def test_a_doubtful_finding_says_so(confidence: float, is_doubtful: bool) -> None:
    """The reader shall not trust it more than the machine does."""
    found = found_in(TEXT)
    quotation = replace(found.quotations[0], confidence=confidence)

    assert quotation_details_of(quotation, found).is_doubtful is is_doubtful
