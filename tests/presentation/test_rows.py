"""The lists of the side panel and the details card."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from reader.domain.annotations import Annotations, PipelineName
from reader.domain.articles import Article
from reader.domain.entities import EntityKey, EntityKind
from reader.domain.notes import Note
from reader.domain.quotations import Attribution, Phrase, Quotation, QuotationId, QuotationKind
from reader.domain.spans import Span
from reader.presentation.details import CONTEXT, details_of, passage_of
from reader.presentation.entity_rows import entity_sections, kind_counts
from reader.presentation.note_rows import note_rows
from reader.presentation.quotation_rows import (
    QuotationFilter,
    quotation_kinds,
    quotation_row,
    speaker_groups,
    speaker_name,
    speakers,
)
from tests.fakes import Marked, marked

Makes = Callable[..., Article]
NOON = datetime(2025, 1, 1, 12, tzinfo=UTC)


def found_in(text: Marked) -> Annotations:
    return Annotations("", "de", PipelineName("fake", "1"), text.entities, text.quotations)


TEXT = marked(
    "[person:Anna Weber] und [person:Ben Yıldız] in [place:Köln]. [person:Weber=Anna Weber] sprach mit der "
    "[organization:Nato]. [weapon:Panzer] und [weapon:Leopard 2]. [person:Yıldız=Ben Yıldız] und "
    "[person:Weber=Anna Weber]. [other:Olympia]."
)


def names(annotations: Annotations, **settings: object) -> dict[str, list[str]]:
    """The names of the rows of each section."""
    sections = entity_sections(annotations, text_length=len(TEXT.text), **settings)
    return {section.kind.value: [row.name for row in section.rows] for section in sections}


def test_sections_come_in_their_order_and_the_most_mentioned_first() -> None:
    """People, organisations, weapons, places, and other names at the end."""
    assert names(found_in(TEXT)) == {
        "person": ["Anna Weber", "Ben Yıldız"],
        "organization": ["Nato"],
        "weapon": ["Panzer", "Leopard 2"],
        "place": ["Köln"],
        "other": ["Olympia"],
    }


def test_there_is_no_heading_without_names() -> None:
    """Neither for other names nor for any other kind."""
    found = found_in(TEXT)
    people = tuple(entity for entity in found.entities if entity.kind is EntityKind.PERSON)

    assert names(replace(found, entities=people)) == {"person": ["Anna Weber", "Ben Yıldız"]}
    assert names(found, filter_words="olymp") == {"other": ["Olympia"]}


def test_weapon_classes_come_after_named_systems() -> None:
    """A tank may be any tank."""
    found = found_in(TEXT)
    entities = tuple(
        replace(entity, is_generic=entity.canonical_name == "Panzer") for entity in found.entities
    )

    assert names(replace(found, entities=entities))["weapon"] == ["Leopard 2", "Panzer"]


def test_a_row_tells_how_often_and_where() -> None:
    """Places from 0 to 1, in order."""
    (people, *_) = entity_sections(found_in(TEXT), text_length=len(TEXT.text))
    row = people.rows[0]

    assert row.count == 3
    assert [TEXT.text[round(place * len(TEXT.text)) :][:5] for place in row.places] == [
        "Anna ",
        "Weber",
        "Weber",
    ]
    assert list(row.places) == sorted(row.places)
    assert entity_sections(found_in(TEXT), text_length=0) != ()


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("", {"person": ["Anna Weber", "Ben Yıldız"], "weapon": ["Panzer", "Leopard 2"]}),
        ("WEBER", {"person": ["Anna Weber"]}),
        ("web ann", {"person": ["Anna Weber"]}),
        ("kampfpanzer", {"weapon": ["Leopard 2"]}),
        ("ministerin", {"person": ["Anna Weber"]}),
        ("panzer", {"weapon": ["Panzer", "Leopard 2"]}),
        ("gibt es nicht", {}),
    ],
)
def test_the_filter_looks_at_names_aliases_roles_and_nouns(words: str, left: dict[str, list[str]]) -> None:
    """Each word must occur, whatever its case."""
    found = found_in(TEXT)
    entities = tuple(
        replace(entity, roles=("Ministerin",) if entity.canonical_name == "Anna Weber" else ())
        for entity in found.entities
        if entity.kind in {EntityKind.PERSON, EntityKind.WEAPON}
    )
    leopard = next(entity.id for entity in entities if entity.canonical_name == "Leopard 2")

    assert (
        names(replace(found, entities=entities), filter_words=words, nouns={leopard: "Kampfpanzer"}) == left
    )


def test_a_row_shows_roles_else_what_the_thing_is() -> None:
    """Two roles at the most; and whether there is a note."""
    found = found_in(marked("[person:Anna] sah den [weapon:Leopard 2]."))
    anna, leopard = found.entities
    anna = replace(anna, roles=("Ministerin", "Ärztin", "Autorin"))
    sections = entity_sections(
        replace(found, entities=(anna, leopard)),
        text_length=30,
        noted=frozenset({leopard.key}),
        nouns={leopard.id: "Kampfpanzer"},
    )

    rows = [row for section in sections for row in section.rows]
    assert [(row.detail, row.has_note) for row in rows] == [
        ("Ministerin, Ärztin", False),
        ("Kampfpanzer", True),
    ]


def test_entities_of_each_kind_are_counted() -> None:
    """Entities, not mentions; kinds without any count zero."""
    assert kind_counts(found_in(TEXT)) == {
        EntityKind.PERSON: 2,
        EntityKind.ORGANIZATION: 1,
        EntityKind.WEAPON: 2,
        EntityKind.PLACE: 1,
        EntityKind.OTHER: 1,
    }
    assert set(kind_counts(found_in(marked("nichts"))).values()) == {0}


SPOKEN = marked(
    "[person:Ben Yıldız]: {Ben Yıldız: „Eins“}. {: Zwei sei genug}. [person:Anna Weber]: "
    "{Anna Weber: „Drei“}. {Ben Yıldız: „Vier“}."
)


@pytest.mark.parametrize(
    ("words", "groups"),
    [
        ("", [("Ben Yıldız", ["„Eins“", "„Vier“"]), ("Anna Weber", ["„Drei“"]), ("", ["Zwei sei genug"])]),
        ("weber", [("Anna Weber", ["„Drei“"])]),
        ("VIER", [("Ben Yıldız", ["„Vier“"])]),
        ("zwei genug", [("", ["Zwei sei genug"])]),
        ("fünf", []),
    ],
)
def test_quotations_are_grouped_by_speaker(words: str, groups: list[tuple[str, list[str]]]) -> None:
    """In the order of their first words, the unnamed last; the filter looks at both."""
    found = speaker_groups(found_in(SPOKEN), QuotationFilter(words))

    assert [(group.speaker, [row.text for row in group.rows]) for group in found] == groups


DIRECT, INDIRECT = QuotationKind.DIRECT, QuotationKind.INDIRECT


@pytest.mark.parametrize(
    ("words", "kinds", "speaker", "left"),
    [
        ("", {DIRECT}, None, ["„Eins“", "„Vier“", "„Drei“"]),
        ("", {INDIRECT}, None, ["Zwei sei genug"]),
        ("", {DIRECT, INDIRECT}, None, ["„Eins“", "„Vier“", "„Drei“", "Zwei sei genug"]),
        ("", set(), "Ben Yıldız", ["„Eins“", "„Vier“"]),
        ("", set(), "", ["Zwei sei genug"]),
        ("vier", {DIRECT}, "Ben Yıldız", ["„Vier“"]),
        ("drei", {DIRECT}, "Ben Yıldız", []),
        ("", {INDIRECT}, "Ben Yıldız", []),
    ],
)
def test_filters_of_quotations_combine(
    words: str, kinds: set[QuotationKind], speaker: str | None, left: list[str]
) -> None:
    """Words, kinds and speaker must all fit; without a choice everything does."""
    found = found_in(SPOKEN)
    chosen = next((one for one in speakers(found) if one.name == speaker), None)

    groups = speaker_groups(found, QuotationFilter(words, frozenset(kinds), chosen))

    assert [row.text for group in groups for row in group.rows] == left


def test_only_what_occurs_can_be_filtered() -> None:
    """Speakers in the order of their first words, nobody last; kinds in their usual order."""
    assert [one.name for one in speakers(found_in(SPOKEN))] == ["Ben Yıldız", "Anna Weber", ""]
    assert quotation_kinds(found_in(SPOKEN)) == (DIRECT, INDIRECT)
    assert quotation_kinds(found_in(marked("nichts"))) == ()


def test_a_speaker_is_found_by_every_name() -> None:
    """By an alias, a role, and the words as printed."""
    found = found_in(SPOKEN)
    ben, anna = found.entities
    found = replace(found, entities=(ben, replace(anna, aliases=("A. Weber",), roles=("Ministerin",))))

    for words in ("a. weber", "MINISTERIN", "weber drei"):
        assert [group.speaker for group in speaker_groups(found, QuotationFilter(words))] == ["Anna Weber"]


def test_a_click_on_a_quotation_jumps_to_its_beginning() -> None:
    """Its row knows where that is, and of what kind it is."""
    rows = [quotation_row(quotation) for quotation in found_in(SPOKEN).quotations]

    assert [SPOKEN.text[row.position :][:4] for row in rows] == ["„Ein", "Zwei", "„Dre", "„Vie"]
    assert [row.is_direct for row in rows] == [True, False, True, True]


@pytest.mark.parametrize(
    ("text", "spans", "line"),
    [
        ("„Ich gehe“", (Span(0, 10),), "„Ich gehe“"),
        ("„Ich\n  gehe“", (Span(0, 12),), "„Ich gehe“"),
        ("„Ich\ngehe“", (Span(0, 4), Span(20, 25)), "„Ich … gehe“"),
    ],
)
def test_a_quotation_is_one_line(text: str, spans: tuple[Span, ...], line: str) -> None:
    """With an ellipsis where it is interrupted, and with none where only the line was full."""
    assert quotation_row(Quotation(QuotationId("q1"), QuotationKind.DIRECT, spans, text)).text == line


def test_the_speaker_is_the_entity_else_as_printed() -> None:
    """Or nobody."""
    found = found_in(marked("[person:Anna Weber]"))
    quotation = Quotation(QuotationId("q1"), QuotationKind.DIRECT, (Span(0, 1),), "x")
    printed = Phrase("die Polizei", ())
    anna = found.entities[0].id

    for attribution, name in (
        (Attribution(speaker=printed, entity=anna), "Anna Weber"),
        (Attribution(speaker=printed), "die Polizei"),
        (Attribution(), ""),
    ):
        assert speaker_name(replace(quotation, attribution=attribution), found) == name


def note(name: str, text: str, minute: int) -> Note:
    return Note(EntityKey(EntityKind.PERSON, name.casefold()), name, text, NOON + timedelta(minutes=minute))


LONG_PARAGRAPH = (
    "Titel\n\nEs war ein langer Tag in der alten Stadt am Rhein, als [person:Anna] mit dem "
    "späten Zug aus dem Norden ankam und ging."
)
NOTES = (note("Cem", "Neu", 9), note("Anna", "Erste\n\nZeile", 1), note("Ben", "x" * 5000, 5))


def test_notes_on_the_open_article_come_first() -> None:
    """Then the last changed; a click knows the entity."""
    rows = note_rows(NOTES, found_in(marked("[person:ANNA] und [person:Ben]")))

    assert [(row.name, row.entity) for row in rows] == [("Ben", "e2"), ("Anna", "e1"), ("Cem", None)]
    assert [row.name for row in note_rows(NOTES, None)] == ["Cem", "Ben", "Anna"]


@pytest.mark.parametrize(
    ("words", "left"), [("anna", ["Anna"]), ("ZEILE erste", ["Anna"]), ("cem neu", ["Cem"]), ("fehlt", [])]
)
def test_notes_are_found_by_name_and_words(words: str, left: list[str]) -> None:
    """Each word must occur."""
    assert [row.name for row in note_rows(NOTES, None, filter_words=words)] == left


def test_a_note_that_is_kept_under_another_name_belongs_here() -> None:
    """Ben was declared the same as Cem, on whom it was written."""
    ben, cem = (EntityKey(EntityKind.PERSON, name) for name in ("ben", "cem"))
    first, *others = note_rows(NOTES, found_in(marked("[person:Ben]")), note_keys={ben: cem})

    assert (first.name, first.entity) == ("Cem", "e1")
    assert [row.entity for row in others] == [None, None]


def test_a_note_is_shown_by_its_beginning() -> None:
    """In one line, however long it is."""
    rows = {row.name: row.beginning for row in note_rows(NOTES, None)}

    assert rows["Anna"] == "Erste Zeile"
    assert len(rows["Ben"]) <= 300


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Titel\n\nKurz: [person:Anna] kam.\n\nEnde.", ("Kurz: ", "Anna", " kam.")),
        ("[person:Anna]", ("", "Anna", "")),
        (
            "Titel\n\nAm Rand\n   der [person:Anna\n  Weber] steht\n mehr.",
            ("Am Rand der ", "Anna Weber", " steht mehr."),
        ),
        (
            LONG_PARAGRAPH,
            ("… Tag in der alten Stadt am Rhein, als ", "Anna", " mit dem späten Zug aus dem Norden ankam …"),
        ),
        ("x" * 100 + "[person:Anna]" + "y" * 100, ("… ", "Anna", " …")),
    ],
)
def test_a_mention_is_shown_in_its_context(
    article_of: Makes, text: str, passage: tuple[str, str, str]
) -> None:
    """Cut at words and at the borders of its block, in one line."""
    read = marked(text)
    shown = passage_of(read.entities[0].mentions[0], article_of(read.text))

    assert (shown.before, shown.match, shown.after) == passage
    assert shown.position == read.entities[0].mentions[0].span.start
    assert len(shown.before) <= CONTEXT + len("… ")


def test_the_card_of_an_entity(article_of: Makes) -> None:
    """All mentions in reading order, its quotations, its other names."""
    text = marked("[person:Weber=Anna Weber] kam. {Anna Weber: „Ja“}, sagte [person:Anna Weber]. {: Nein}.")
    found = found_in(text)
    (entity,) = found.entities
    entity = replace(
        entity, mentions=entity.mentions[::-1], aliases=("Weber", "Anna Weber"), roles=("Ministerin",)
    )

    details = details_of(entity, found, article_of(text.text))

    assert [passage.match for passage in details.passages] == ["Weber", "Anna Weber"]
    assert [row.text for row in details.quotations] == ["„Ja“"]
    assert (details.name, details.aliases, details.roles) == ("Anna Weber", ("Weber",), ("Ministerin",))
