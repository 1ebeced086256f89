from dataclasses import replace

import pytest

from reader.domain.annotations import Annotations, PipelineName
from reader.domain.entities import Entity, EntityId, EntityKind
from reader.domain.mentions import Mention, MentionForm
from reader.domain.quotations import Quotation, QuotationId, QuotationKind
from reader.domain.spans import Span
from reader.presentation.highlights import Highlight, Layer, Strength, highlights_for, name_part, tints_for
from tests.fakes import Marked, marked


def found_in(text: Marked) -> Annotations:
    return Annotations("", "de", PipelineName("fake", "1"), text.entities, text.quotations)


def painted(text: Marked, highlights: list[Highlight]) -> list[str]:
    return [highlight.span.of(text.text) for highlight in highlights]


TEXT = marked(
    "[person:Anna Weber] von der [organization:Nato] sah den [weapon:Leopard 2] in [place:Köln]. "
    "{Anna Weber: „Gut“}"
)


@pytest.mark.parametrize(
    ("hidden", "words"),
    [
        ([], ["Anna Weber", "Nato", "Leopard 2", "Köln"]),
        ([Layer.PLACE], ["Anna Weber", "Nato", "Leopard 2"]),
        ([Layer.PERSON, Layer.WEAPON], ["Nato", "Köln"]),
        ([Layer.QUOTATIONS], ["Anna Weber", "Nato", "Leopard 2", "Köln"]),
        (list(Layer), []),
    ],
)
def test_hidden_kinds_are_not_painted(hidden: list[Layer], words: list[str]) -> None:
    """Switching one kind off leaves the others highlighted."""
    assert painted(TEXT, highlights_for(found_in(TEXT), hidden=frozenset(hidden))) == words


@pytest.mark.parametrize(
    ("hidden", "words"),
    [([], ["Olympia", "Paris"]), ([Layer.OTHER], ["Paris"]), ([Layer.PLACE], ["Olympia"])],
)
def test_other_names_are_painted_as_the_others_are(hidden: list[Layer], words: list[str]) -> None:
    """By whomever they were found."""
    text = marked("[other:Olympia] in [place:Paris]")

    assert painted(text, highlights_for(found_in(text), hidden=frozenset(hidden))) == words


def test_names_are_painted_in_reading_order() -> None:
    """Whatever the order of their entities."""
    text = marked("[person:Anna] traf [person:Ben] und [person:Anna].")

    assert painted(text, highlights_for(found_in(text))) == ["Anna", "Ben", "Anna"]


@pytest.mark.parametrize(
    ("places", "kept"),
    [
        ([(0, 4), (4, 8)], [(0, 4), (4, 8)]),
        ([(0, 4), (3, 8)], [(0, 4)]),
        ([(0, 4), (0, 8)], [(0, 8)]),
        ([(0, 8), (2, 4), (8, 9)], [(0, 8), (8, 9)]),
        ([(0, 4), (0, 4)], [(0, 4)]),
        ([], []),
    ],
)
def test_highlights_do_not_overlap(places: list[tuple[int, int]], kept: list[tuple[int, int]]) -> None:
    """The first wins, and of those that begin together the longest."""
    entities = tuple(
        Entity(EntityId(f"e{number}"), EntityKind.PERSON, "A", (Mention(Span(*place), "A"),))
        for number, place in enumerate(places)
    )
    found = Annotations("", "de", PipelineName("fake", "1"), entities)

    assert [(run.span.start, run.span.end) for run in highlights_for(found)] == kept


@pytest.mark.parametrize(
    ("words", "form", "part"),
    [
        ("Leopard-2-Panzern", MentionForm.PART, "Leopard-2"),
        ("LEOPARD-2-Panzer", MentionForm.PART, "LEOPARD-2"),
        ("Leo-2-Besatzung", MentionForm.PART, "Leo-2"),
        ("Unbekannt-Panzer", MentionForm.PART, "Unbekannt"),
        ("Leopard-2-Panzern", MentionForm.NAME, "Leopard-2-Panzern"),
        ("Leopardpanzer", MentionForm.PART, "Leopardpanzer"),
    ],
)
def test_of_a_compound_only_the_name_is_painted(words: str, form: MentionForm, part: str) -> None:
    """As far as it can be told apart."""
    mention = Mention(Span(10, 10 + len(words)), words, form)
    weapon = Entity(EntityId("e1"), EntityKind.WEAPON, "Leopard 2", (mention,), ("Leo 2",))

    assert name_part(mention, weapon) == Span(10, 10 + len(part))


@pytest.mark.parametrize(
    ("words", "part"),
    [("EU-Staaten", "EU"), ("Nicht-EU-Staaten", "EU"), ("Anti-EU", "EU"), ("EU-27-Gipfel", "EU")],
)
def test_a_name_within_a_compound_is_painted_where_it_stands(words: str, part: str) -> None:
    """At its beginning, in the middle or at the end."""
    mention = Mention(Span(5, 5 + len(words)), words, MentionForm.PART)
    union = Entity(EntityId("e1"), EntityKind.ORGANIZATION, "Europäische Union", (mention,), ("EU",))

    found = name_part(mention, union)

    assert Span(found.start - 5, found.end - 5).of(words) == part


def test_who_is_only_meant_and_what_is_doubtful_is_painted_otherwise() -> None:
    """A name for sure, a name perhaps, and a pronoun."""
    mentions = (
        Mention(Span(0, 4), "Berg"),
        Mention(Span(5, 9), "Berg", confidence=0.3),
        Mention(Span(10, 13), "sie", MentionForm.PRONOUN, 0.3),
        Mention(Span(14, 26), "die Ministerin", MentionForm.NOMINAL),
    )
    found = Annotations(
        "",
        "de",
        PipelineName("fake", "1"),
        (Entity(EntityId("e1"), EntityKind.PERSON, "Berg", mentions),),
        (Quotation(QuotationId("q1"), QuotationKind.INDIRECT, (Span(0, 9),), "", confidence=0.3),),
    )

    assert [highlight.strength for highlight in highlights_for(found)] == [
        Strength.SURE,
        Strength.DOUBTFUL,
        Strength.MEANT,
        Strength.MEANT,
    ]
    assert [tint.is_doubtful for tint in tints_for(found)] == [True]


def test_quotations_are_tinted_direct_and_indirect() -> None:
    """Each in its own way; the legend switches both off."""
    text = marked("{Anna: „Ich gehe“}, sagte [person:Anna]. Ben sagte, {: er bleibe}.")

    tints = tints_for(found_in(text))
    assert [(tint.span.of(text.text), tint.is_direct) for tint in tints] == [
        ("„Ich gehe“", True),
        ("er bleibe", False),
    ]
    assert tints_for(found_in(text), hidden=frozenset({Layer.QUOTATIONS})) == []


def test_an_inner_quotation_is_tinted_over_the_outer_one() -> None:
    """It comes later in the list; pieces of one quotation are tinted each."""
    outer = Quotation(QuotationId("q2"), QuotationKind.DIRECT, (Span(0, 9), Span(15, 30)), "")
    inner = replace(outer, id=QuotationId("q1"), content=(Span(15, 20),))
    found = Annotations("", "de", PipelineName("fake", "1"), quotations=(inner, outer))

    assert [(tint.quotation, tint.span) for tint in tints_for(found)] == [
        ("q2", Span(0, 9)),
        ("q2", Span(15, 30)),
        ("q1", Span(15, 20)),
    ]


def test_a_name_in_a_phrase_that_means_somebody_is_painted_as_the_name() -> None:
    """„Der irische Minister“: the adjective as the place, the function as whom it means."""
    text = "Der irische Minister"
    phrase = Mention(Span(0, len(text)), text, MentionForm.NOMINAL)
    adjective = Mention(Span(4, 11), "irische", MentionForm.DERIVED)
    found = Annotations(
        "",
        "de",
        PipelineName("fake", "1"),
        (
            Entity(EntityId("e1"), EntityKind.PERSON, "Berg", (phrase,)),
            Entity(EntityId("e2"), EntityKind.PLACE, "Irland", (adjective,)),
        ),
    )

    assert [(one.span.of(text), one.entity) for one in highlights_for(found)] == [
        ("irische", "e2"),
        ("Minister", "e1"),
    ]
    without_places = highlights_for(found, hidden=frozenset({Layer.PLACE}))
    assert [one.span.of(text) for one in without_places] == [text]
