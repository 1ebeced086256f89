"""The words of the trade keep their promises."""

import pickle
from dataclasses import FrozenInstanceError

import pytest

from reader.domain.annotations import Annotations, PipelineName
from reader.domain.articles import Article, Block, BlockKind, Source, SourceKind
from reader.domain.entities import EntityId, EntityKey, EntityKind
from reader.domain.errors import (
    AnalysisFailed,
    AnalysisFailure,
    CannotOpen,
    ExportFailed,
    ExportFailure,
    LanguageModelBroken,
    OpenFailure,
    ReaderError,
    StorageFailed,
    StorageFailure,
)
from reader.domain.spans import Span
from tests.fakes import marked


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (-2, -1)])
def test_a_span_does_not_go_backwards(start: int, end: int) -> None:
    """Nor begin before the text."""
    with pytest.raises(ValueError, match="no span"):
        Span(start, end)


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "covers"),
    [
        ((0, 4), (4, 8), False, False),
        ((0, 4), (3, 8), True, False),
        ((0, 8), (2, 4), True, True),
        ((0, 8), (0, 8), True, True),
        ((2, 4), (0, 8), True, False),
        ((0, 8), (8, 8), False, True),
    ],
)
def test_spans_are_half_open(
    one: tuple[int, int], other: tuple[int, int], overlaps: bool, covers: bool
) -> None:
    """Neighbours do not overlap."""
    assert Span(*one).overlaps(Span(*other)) is overlaps
    assert Span(*other).overlaps(Span(*one)) is overlaps
    assert Span(*one).covers(Span(*other)) is covers


def test_a_span_counts_code_points() -> None:
    """A letter outside the first plane is one character."""
    text = "😀😀 Anna 😀"
    span = Span(text.index("Anna"), text.index("Anna") + 4)

    assert span.of(text) == "Anna"
    assert len(span) == 4
    assert [span.contains(position) for position in (2, 3, 6, 7)] == [False, True, True, False]


def test_a_text_has_the_same_digest_on_every_day() -> None:
    """Annotations on disk count on it."""
    article = Article(Source(SourceKind.CLIPBOARD), "Köln 😀", (), "", "de")

    assert article.text_digest == "3a86587af1218e7a83310f0ccbe6ae779d1d33ddf8f0d73fbb6206d41818753c"


def test_only_blocks_count_as_words() -> None:
    """Markup between them does not."""
    text = "# Titel\n\n- ein Wort"
    blocks = (Block(Span(2, 7), BlockKind.HEADLINE), Block(Span(11, 19), BlockKind.LIST_ITEM))

    assert Article(Source(SourceKind.CLIPBOARD), text, blocks, "Titel", "de").word_count == 3


def test_values_are_frozen() -> None:
    """They cross processes and threads."""
    with pytest.raises(FrozenInstanceError):
        Span(0, 1).start = 5  # type: ignore[misc]


def test_annotations_are_asked_by_entity() -> None:
    """Mentions in reading order, quotations by their speaker."""
    text = marked("[person:Anna] traf [person:Ben], {Anna: „Ja“}, [person:Anna] {: nein}")
    found = Annotations("", "de", PipelineName("fake", "1"), text.entities, text.quotations)
    anna = text.entity("Anna")

    assert found.entity(anna.id) == anna
    assert found.entity(EntityId("e99")) is None
    assert [mention.text for mention, _ in found.mentions()] == ["Anna", "Ben", "Anna"]
    assert [quotation.text for quotation in found.quotations_by(anna.id)] == ["„Ja“"]


def test_an_entity_is_known_by_kind_and_name_without_case() -> None:
    """Its notes hang on that."""
    (entity,) = marked("[place:STRASSBURG]").entities

    assert entity.key == EntityKey(EntityKind.PLACE, "strassburg")


@pytest.mark.parametrize(
    "error",
    [
        CannotOpen(Source(SourceKind.FILE, "a"), OpenFailure.EMPTY),
        AnalysisFailed(AnalysisFailure.CRASHED),
        LanguageModelBroken("de", "/m"),
        StorageFailed("/l", StorageFailure.LOCKED),
        ExportFailed("/e", ExportFailure.DISK_FULL),
    ],
)
def test_errors_cross_process_borders(error: ReaderError) -> None:
    """With all their fields."""
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301  (our own)

    assert type(copy) is type(error)
    assert vars(copy) == vars(error)
