"""Hiding doubtful findings."""

from dataclasses import replace

import pytest

from reader.domain.annotations import Annotations, PipelineName
from reader.domain.entities import Entity
from reader.domain.mentions import MentionForm
from reader.presentation.doubts import DOUBTFUL, is_doubtful, without_doubtful
from reader.presentation.entity_rows import entity_sections, kind_counts
from reader.presentation.highlights import highlights_for
from reader.presentation.quotation_rows import speaker_name
from tests.fakes import marked

TEXT = marked(
    "[person:Anna Weber] und [person:Weber=Anna Weber] in [place:Köln]. "
    "{Anna Weber: „Gut, {Köln: sehr gut}“}, sagte [person:sie=Anna Weber]."
)
FORMS = {"sie": MentionForm.PRONOUN}


def found(**confidences: float) -> Annotations:
    """The findings of the text; a word as keyword gives the confidence of its mentions, q1 of a quotation."""
    entities = tuple(_sure(entity, confidences) for entity in TEXT.entities)
    outer, inner = TEXT.quotations
    quotations = (
        replace(outer, confidence=confidences.get("q1", 1.0)),
        replace(inner, confidence=confidences.get("q2", 1.0), nested_in=outer.id),
    )
    return Annotations("", "de", PipelineName("fake", "1"), entities, quotations)


def _sure(entity: Entity, confidences: dict[str, float]) -> Entity:
    mentions = (
        replace(
            mention,
            confidence=confidences.get(mention.text.replace(" ", "_"), 1.0),
            form=FORMS.get(mention.text, MentionForm.NAME),
        )
        for mention in entity.mentions
    )
    return replace(entity, mentions=tuple(mentions))


def painted(annotations: Annotations) -> list[str]:
    return [highlight.span.of(TEXT.text) for highlight in highlights_for(annotations)]


def test_without_a_threshold_everything_stays() -> None:
    """The very same findings."""
    everything = found(Weber=0.01)

    assert without_doubtful(everything, 0.0) is everything


def test_a_mention_below_the_threshold_is_hidden() -> None:
    """In text, row and count; one that has just that confidence stays."""
    left = without_doubtful(found(Weber=0.49, Köln=0.5), 0.5)

    assert painted(left) == ["Anna Weber", "Köln", "sie"]
    rows = [row for section in entity_sections(left, text_length=100) for row in section.rows]
    assert [(row.name, row.count, row.meant_count) for row in rows] == [("Anna Weber", 1, 1), ("Köln", 1, 0)]


def test_an_entity_without_a_sure_name_is_hidden_with_its_pronouns() -> None:
    """What it said stays, and loses its link."""
    left = without_doubtful(found(Anna_Weber=0.4, Weber=0.4), 0.5)

    assert [entity.canonical_name for entity in left.entities] == ["Köln"]
    assert sum(kind_counts(left).values()) == 1
    assert [speaker_name(quotation, left) for quotation in left.quotations] == ["", "Köln"]


def test_entities_stay_in_the_order_of_what_is_left_of_them() -> None:
    """As is promised of annotations."""
    left = without_doubtful(found(Anna_Weber=0.4, Weber=0.4, sie=1.0), 0.0)
    assert [entity.canonical_name for entity in left.entities] == ["Anna Weber", "Köln"]

    text = marked("[person:Ada Lenz], [place:Ulm], [person:Lenz=Ada Lenz]")
    first, second = text.entities
    doubted = replace(first.mentions[0], confidence=0.1)
    person = replace(first, mentions=(doubted, first.mentions[1]))
    both = Annotations("", "de", PipelineName("fake", "1"), (person, second))

    assert [entity.canonical_name for entity in without_doubtful(both, 0.5).entities] == ["Ulm", "Ada Lenz"]


@pytest.mark.parametrize(("hidden", "left"), [("q1", ["q2"]), ("q2", ["q1"])])
def test_quotations_below_the_threshold_are_hidden(hidden: str, left: list[str]) -> None:
    """An inner one stands alone when the outer one is gone."""
    shown = without_doubtful(found(**{hidden: 0.2}), 0.5).quotations

    assert [quotation.id for quotation in shown] == left
    assert [quotation.nested_in for quotation in shown] == [None]


def test_what_is_doubtful() -> None:
    """Below the border, not at it."""
    mention = TEXT.entities[0].mentions[0]

    assert is_doubtful(replace(mention, confidence=DOUBTFUL - 0.001))
    assert not is_doubtful(replace(mention, confidence=DOUBTFUL))
