"""The annotation JSON, name by name."""

from dataclasses import replace

from reader.domain.annotations import Annotations, PipelineName
from reader.domain.articles import Article, Block, BlockKind, Source, SourceKind
from reader.domain.entities import Entity, EntityId, EntityKind
from reader.domain.mentions import Mention, MentionForm
from reader.domain.quotations import Attribution, Medium, Phrase, Quotation, QuotationId, QuotationKind
from reader.domain.spans import Span
from reader.services.exporting import article_document, failure_document
from tests.contract import breaches

TEXT = "„Ja“, sagte Weber."


def span_of(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


WEBER = Entity(
    EntityId("e1"),
    EntityKind.PERSON,
    "Anna Weber",
    (Mention(span_of("Weber"), "Weber", MentionForm.NAME, 0.75),),
    ("Weber",),
    ("Ministerin",),
    knowledge_id="Q1",
)
QUOTATION = Quotation(
    QuotationId("q1"),
    QuotationKind.DIRECT,
    (span_of("„Ja“"),),
    "„Ja“",
    Attribution(
        speaker=Phrase("Weber", (span_of("Weber"),)),
        entity=EntityId("e1"),
        cue=Phrase("sagte", (span_of("sagte"),)),
        frame=Phrase("sagte Weber", (span_of("sagte Weber"),)),
    ),
    medium=Medium.SPEECH,
    confidence=0.5,
)
ARTICLE = Article(
    Source(SourceKind.FILE, "a.txt"), TEXT, (Block(Span(0, len(TEXT)), BlockKind.PARAGRAPH),), "Ja", "de"
)
FOUND = Annotations(ARTICLE.text_digest, "de", PipelineName("p", "1"), (WEBER,), (QUOTATION,))


def test_an_article_is_written_as_the_contract_says() -> None:
    """Every name, in its order, with nulls for what is not known."""
    document = article_document(ARTICLE, FOUND)

    assert breaches(document) == []
    assert document == {
        "source": "a.txt",
        "title": "Ja",
        "byline": None,
        "outlet": None,
        "published": None,
        "language": "de",
        "text": TEXT,
        "blocks": [{"start": 0, "end": 18, "kind": "paragraph"}],
        "entities": [
            {
                "id": "e1",
                "kind": "person",
                "name": "Anna Weber",
                "aliases": ["Weber"],
                "roles": ["Ministerin"],
                "generic": False,
                "knowledge_id": "Q1",
                "mentions": [{"start": 12, "end": 17, "text": "Weber", "form": "name", "confidence": 0.75}],
            }
        ],
        "quotations": [
            {
                "id": "q1",
                "type": "direct",
                "medium": "Speech",
                "spans": [{"start": 0, "end": 4}],
                "text": "„Ja“",
                "nested_in": None,
                "speaker": {"text": "Weber", "spans": [{"start": 12, "end": 17}], "entity": "e1"},
                "cue": {"text": "sagte", "spans": [{"start": 6, "end": 11}]},
                "frame": {"text": "sagte Weber", "spans": [{"start": 6, "end": 17}]},
                "addressee": None,
                "confidence": 0.5,
            }
        ],
        "pipeline": {"name": "p", "version": "1"},
    }


def test_a_quotation_without_speaker_has_a_null() -> None:
    """And so have its cue and frame."""
    document = article_document(
        ARTICLE, replace(FOUND, quotations=(replace(QUOTATION, attribution=Attribution()),))
    )

    assert breaches(document) == []
    assert [document["quotations"][0][name] for name in ("speaker", "cue", "frame", "addressee")] == [
        None
    ] * 4


def test_a_speaker_that_only_the_context_tells_has_an_entity_and_no_words() -> None:
    """A quotation that goes on in the next paragraph names nobody."""
    known = replace(QUOTATION, attribution=Attribution(entity=EntityId("e1")))
    document = article_document(ARTICLE, replace(FOUND, quotations=(known,)))

    assert document["quotations"][0]["speaker"] == {"text": None, "spans": [], "entity": "e1"}


def test_a_failure_has_its_source_kind_and_message() -> None:
    """In the place of an article."""
    assert failure_document("a.txt", kind="empty", message="the file is empty") == {
        "source": "a.txt",
        "error": {"kind": "empty", "message": "the file is empty"},
    }
