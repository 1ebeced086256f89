"""Articles and what was found in them come back as they were."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from reader.domain.annotations import Annotations, PipelineName
from reader.domain.articles import Article, Block, BlockKind, Source, SourceKind
from reader.domain.entities import Entity, EntityId, EntityKind
from reader.domain.mentions import Mention, MentionForm
from reader.domain.quotations import Attribution, Medium, Phrase, Quotation, QuotationId, QuotationKind
from reader.domain.spans import Span
from reader.storage.annotation_store import AnnotationStore
from reader.storage.article_store import ArticleStore
from reader.storage.database import Database

NOON = datetime(2025, 1, 1, 12, tzinfo=UTC)
Makes = Callable[..., Article]
LETTERS = "abc äß„“–\n\t😀\u2028\u00a0'\"\\%_"


def some_words(dice: random.Random) -> str:
    return "".join(dice.choices(LETTERS, k=dice.randrange(1, 12)))


def some_span(dice: random.Random) -> Span:
    start = dice.randrange(1000)
    return Span(start, start + dice.randrange(50))


def some_spans(dice: random.Random) -> tuple[Span, ...]:
    return tuple(some_span(dice) for _ in range(dice.randrange(3)))


def some_phrase(dice: random.Random) -> Phrase | None:
    return Phrase(some_words(dice), some_spans(dice)) if dice.random() < 0.5 else None


def some_article(dice: random.Random) -> Article:
    return Article(
        source=Source(dice.choice(list(SourceKind)), some_words(dice)),
        text=some_words(dice) * dice.randrange(5),
        blocks=tuple(Block(some_span(dice), dice.choice(list(BlockKind))) for _ in range(dice.randrange(4))),
        title=some_words(dice),
        language=dice.choice(["de", "en"]),
        byline=dice.choice([None, some_words(dice)]),
        outlet=dice.choice([None, some_words(dice)]),
        published=dice.choice([None, "2024-05-14", "2024-05-14T17:42:00+02:00"]),
    )


def some_annotations(dice: random.Random, article: Article) -> Annotations:
    entities = tuple(
        Entity(
            EntityId(f"e{number}"),
            dice.choice(list(EntityKind)),
            some_words(dice),
            tuple(
                Mention(some_span(dice), some_words(dice), dice.choice(list(MentionForm)), dice.random())
                for _ in range(dice.randrange(4))
            ),
            tuple(some_words(dice) for _ in range(dice.randrange(3))),
            tuple(some_words(dice) for _ in range(dice.randrange(3))),
            dice.random() < 0.5,
            dice.choice([None, some_words(dice)]),
        )
        for number in range(dice.randrange(4))
    )
    quotations = tuple(
        Quotation(
            QuotationId(f"q{number}"),
            dice.choice(list(QuotationKind)),
            some_spans(dice),
            some_words(dice),
            Attribution(
                some_phrase(dice),
                dice.choice([None, EntityId("e1")]),
                some_phrase(dice),
                some_phrase(dice),
                some_phrase(dice),
            ),
            dice.choice([None, *Medium]),
            dice.choice([None, QuotationId("q1")]),
            dice.random(),
        )
        for number in range(dice.randrange(4))
    )
    return Annotations(
        article.text_digest,
        article.language,
        PipelineName(some_words(dice), "1.0"),
        entities,
        quotations,
        dice.random() < 0.5,
    )


@pytest.mark.parametrize("seed", range(40))
def test_every_article_and_every_finding_comes_back_equal(database: Database, seed: int) -> None:
    """Whatever shape they have."""
    dice = random.Random(seed)  # noqa: S311  (no secret)
    article = some_article(dice)
    found = some_annotations(dice, article)
    articles, annotations = ArticleStore(database), AnnotationStore(database)

    article_id = articles.put(article, NOON)
    annotations.put(article_id, found)

    assert articles.get(article_id) == article
    assert annotations.get(article_id, article.text_digest) == found


def test_the_same_text_from_the_same_source_is_kept_once(database: Database, article_of: Makes) -> None:
    """With the newer particulars; a changed text is another article."""
    articles = ArticleStore(database)
    article = article_of("Titel\n\nDer Text.")

    first = articles.put(article, NOON)
    again = articles.put(
        replace(article, title="Neuer Titel", blocks=article.blocks[1:]), NOON + timedelta(hours=1)
    )
    changed = articles.put(article_of("Titel\n\nDer andere Text."), NOON)
    elsewhere = articles.put(article_of("Titel\n\nDer Text.", name="kopie.txt"), NOON)

    assert first == again
    assert len({first, changed, elsewhere}) == 3
    entry = articles.all()[0]
    assert (entry.id, entry.title, entry.word_count, entry.opened) == (
        first,
        "Neuer Titel",
        2,
        NOON + timedelta(hours=1),
    )


def test_the_last_opened_article_comes_first(database: Database, article_of: Makes) -> None:
    """Fractions of a second count, and of two at the same time the newer."""
    articles = ArticleStore(database)
    for name, moment in (
        ("b", NOON + timedelta(microseconds=5)),
        ("a", NOON),
        ("d", NOON + timedelta(seconds=1)),
        ("c", NOON + timedelta(seconds=1)),
    ):
        articles.put(article_of(f"{name}.", name=name), moment)

    assert [stored.title for stored in articles.all()] == ["c.", "d.", "b.", "a."]


def test_a_removed_article_comes_back(database: Database, article_of: Makes) -> None:
    """By undoing, or by opening it again; nothing of it is lost."""
    articles = ArticleStore(database)
    article = article_of("Titel\n\nDer Text.")
    article_id = articles.put(article, NOON)

    articles.set_removed(article_id, is_removed=True)
    assert articles.all() == []
    assert articles.get(article_id) == article

    articles.set_removed(article_id, is_removed=False)
    assert [stored.id for stored in articles.all()] == [article_id]

    articles.set_removed(article_id, is_removed=True)
    assert articles.put(article, NOON) == article_id
    assert [stored.id for stored in articles.all()] == [article_id]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["Brücke", "Fähre"]),
        ("  ", ["Brücke", "Fähre"]),
        ("brücke", ["Brücke"]),
        ("BRU\u0308CKE", ["Brücke"]),
        ("elbe fähre", ["Fähre"]),
        ("tagesbote", ["Brücke", "Fähre"]),
        ("strasse", ["Brücke"]),
        ("100%", ["Fähre"]),
        ("%", ["Fähre"]),
        ("_", []),
        ("gibt es nicht", []),
    ],
)
def test_articles_are_found_by_their_words(
    database: Database, article_of: Makes, words: str, found: list[str]
) -> None:
    """Each word must stand in title, outlet or text, whatever its case."""
    articles = ArticleStore(database)
    articles.put(
        replace(article_of("Fähre\n\nSie quert die Elbe, zu 100% elektrisch."), outlet="Tagesbote"), NOON
    )
    articles.put(
        replace(article_of("Brücke\n\nDie Straße führt darüber."), outlet="Tagesbote"),
        NOON + timedelta(minutes=1),
    )

    assert [stored.title for stored in articles.with_words(words)] == found


def test_a_path_with_odd_bytes_can_be_kept(database: Database, article_of: Makes) -> None:
    """Its name is shown with question marks; the text is whole."""
    articles = ArticleStore(database)
    article = article_of("Titel\n\nDer Text.", name="texte/a\udcff.txt")

    kept = articles.get(articles.put(article, NOON))

    assert kept == replace(article, source=Source(SourceKind.FILE, "texte/a?.txt"))


def test_findings_for_another_text_are_not_given(database: Database, article_of: Makes) -> None:
    """Their positions would be wrong."""
    articles, annotations = ArticleStore(database), AnnotationStore(database)
    article = article_of("Titel\n\nDer Text.")
    article_id = articles.put(article, NOON)
    annotations.put(article_id, Annotations("anders", "de", PipelineName("p", "1")))

    assert annotations.get(article_id, article.text_digest) is None
    assert [stored.quotation_count for stored in articles.all()] == [None]


def test_newer_findings_take_the_place_of_older_ones(database: Database, article_of: Makes) -> None:
    """One set an article."""
    articles, annotations = ArticleStore(database), AnnotationStore(database)
    article = article_of("Titel\n\nDer Text.")
    article_id = articles.put(article, NOON)
    quotation = Quotation(QuotationId("q1"), QuotationKind.DIRECT, (Span(0, 5),), "Titel")
    for quotations in ((), (quotation,)):
        annotations.put(
            article_id,
            Annotations(article.text_digest, "de", PipelineName("p", "1"), quotations=quotations),
        )

    assert annotations.get(article_id, article.text_digest).quotations == (quotation,)
    assert [stored.quotation_count for stored in articles.all()] == [1]


def test_content_that_cannot_be_read_is_missing_and_no_crash(database: Database, article_of: Makes) -> None:
    """An older form of the findings is found anew; a broken article is told by the list's owner."""
    articles, annotations = ArticleStore(database), AnnotationStore(database)
    article = article_of("Titel\n\nDer Text.")
    article_id = articles.put(article, NOON)
    annotations.put(article_id, Annotations(article.text_digest, "de", PipelineName("p", "1")))
    for table in ("article", "annotations"):
        with database.transaction() as connection:
            connection.execute(f"UPDATE {table} SET content = x'c1ff00'")  # noqa: S608

    assert annotations.get(article_id, article.text_digest) is None
    assert articles.get(article_id) is None
    assert articles.with_words("text") == []
    assert [stored.title for stored in articles.with_words("titel")] == ["Titel"]
