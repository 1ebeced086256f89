"""Articles leave the program as tables and pages that other programs read safely."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from reader.domain.annotations import Annotations, PipelineName
from reader.domain.articles import Article, Block, BlockKind, Source, SourceKind
from reader.domain.entities import Entity, EntityId, EntityKind
from reader.domain.mentions import Mention
from reader.domain.quotations import Attribution, Phrase, Quotation, QuotationId, QuotationKind
from reader.domain.spans import Span
from reader.services.export_formats import FORMATS, exported
from reader.services.exporting import Document, article_document, failure_document

TEXT = "Streit um Brücke\n\nAnna Weber sagte, sie baue „die Brücke“ in Köln.\nKöln wartet."
HEADLINE = Block(Span(0, TEXT.index("\n")), BlockKind.HEADLINE)
VOID_TAGS = frozenset({"meta"})


def place(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def quotation(number: int, kind: QuotationKind, *words: str, speaker: str | None = "Anna Weber") -> Quotation:
    said = Attribution(
        speaker=Phrase(speaker, (place(speaker),)) if speaker else None,
        entity=EntityId("e1") if speaker == "Anna Weber" else None,
        cue=Phrase("sagte", (place("sagte"),)),
    )
    return Quotation(QuotationId(f"q{number}"), kind, tuple(map(place, words)), "\n".join(words), said)


def entity(number: int, kind: EntityKind, words: str) -> Entity:
    return Entity(EntityId(f"e{number}"), kind, words, (Mention(place(words), words),))


ARTICLE = Article(
    Source(SourceKind.FILE, "a.txt"),
    TEXT,
    (HEADLINE, Block(Span(HEADLINE.span.end + 2, len(TEXT)), BlockKind.PARAGRAPH)),
    "Streit um Brücke",
    "de",
    outlet="Beispielfunk",
    published="2026-11-25",
)
FOUND = Annotations(
    ARTICLE.text_digest,
    "de",
    PipelineName("p", "1"),
    (entity(1, EntityKind.PERSON, "Anna Weber"), entity(2, EntityKind.PLACE, "Köln")),
    (
        quotation(1, QuotationKind.INDIRECT, "sie baue „die Brücke“ in Köln"),
        quotation(2, QuotationKind.DIRECT, "„die Brücke“"),
    ),
)


def rows_of(content: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.removeprefix("\ufeff"), newline="")))


class Page(HTMLParser):
    """Reads a page as strictly as XML: every tag is closed where it was opened."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self.feed(content)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID_TAGS:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.texts.append(data)

    def values(self, name: str) -> list[str | None]:
        return [attributes[name] for _, attributes in self.tags if name in attributes]

    @property
    def text(self) -> str:
        return "".join(self.texts)


def test_a_table_has_a_row_for_every_quotation() -> None:
    """With text, kind, speaker, cue, article and position first."""
    content = exported(ARTICLE, FOUND, "csv")

    first, second = rows_of(content)
    assert list(first)[:6] == ["text", "kind", "speaker", "cue", "article", "position"]
    assert first == {
        "text": "sie baue „die Brücke“ in Köln",
        "kind": "indirect",
        "speaker": "Anna Weber",
        "cue": "sagte",
        "article": "Streit um Brücke",
        "position": str(TEXT.index("sie baue")),
        "end": str(TEXT.index(".\n")),
        "speaker_as_printed": "Anna Weber",
        "addressee": "",
        "medium": "",
        "confidence": "1.0",
        "outlet": "Beispielfunk",
        "published": "2026-11-25",
        "language": "de",
        "source": "a.txt",
    }
    assert second["text"] == "„die Brücke“"


@pytest.mark.parametrize("beginning", ["=", "+", "-", "@", "\t", "\r"])
def test_a_spreadsheet_computes_nothing_that_an_article_says(beginning: str) -> None:
    """Such a cell is marked as text."""
    named = replace(ARTICLE, title=f'{beginning}HYPERLINK("x")')

    (row, *_) = rows_of(exported(named, FOUND, "csv"))

    assert row["article"] == f'\'{beginning}HYPERLINK("x")'


def test_line_ends_commas_and_marks_stay_in_their_cell() -> None:
    text = replace(FOUND.quotations[0], text='sie, "ja"\nund nein')

    (row,) = rows_of(exported(ARTICLE, replace(FOUND, quotations=(text,)), "csv"))

    assert row["text"] == 'sie, "ja"\nund nein'


@pytest.mark.parametrize(("is_file", "mark"), [(True, "\ufeff"), (False, "")])
def test_a_file_tells_a_spreadsheet_its_encoding(is_file: bool, mark: str) -> None:
    """A stream does not: the mark would be part of the first column's name."""
    beginning = FORMATS["csv"].writer(is_many=False, is_file=is_file).begin()

    assert beginning.startswith(mark + "text,")


def test_many_articles_share_one_header() -> None:
    """One that could not be read has no rows."""
    writer = FORMATS["csv"].writer(is_many=True, is_file=False)
    document = article_document(ARTICLE, FOUND)
    failure = failure_document("x.txt", kind="empty", message="the file is empty")

    content = writer.begin() + "".join(map(writer.write, (document, failure, document))) + writer.end()

    assert content.count("speaker_as_printed") == 1
    assert len(rows_of(content)) == 4


def test_a_page_holds_every_character_of_the_article_in_its_order() -> None:
    """Names and quotations overlap, and yet all tags are well nested."""
    page = Page(exported(ARTICLE, FOUND, "html"))

    for block in ARTICLE.blocks:
        assert block.span.of(TEXT) in page.text


def test_a_page_tells_who_is_named_and_who_said_what() -> None:
    """In the text and beside it, with links from there to the place."""
    page = Page(exported(ARTICLE, FOUND, "html"))

    titles = page.values("title")
    assert "Anna Weber" in titles
    assert "Anna Weber (indirekt)" in titles
    assert "Anna Weber (direkt)" in titles
    links = [str(link).removeprefix("#") for link in page.values("href")]
    assert len(links) == 4
    assert set(links) <= set(page.values("id"))


def test_every_anchor_stands_once() -> None:
    """Also where a quotation is cut into several runs, and with the same article twice."""
    writer = FORMATS["html"].writer(is_many=True, is_file=True)
    document = article_document(ARTICLE, FOUND)

    anchors = Page(writer.begin() + writer.write(document) + writer.write(document) + writer.end()).values(
        "id"
    )

    assert len(anchors) == len(set(anchors))
    assert len(anchors) == 2 * 5


def test_a_page_asks_nothing_of_the_network() -> None:
    """No script, no picture, no address; and it forbids them."""
    content = exported(ARTICLE, FOUND, "html")

    page = Page(content)
    assert {"script", "img", "link", "iframe"}.isdisjoint(tag for tag, _ in page.tags)
    assert "default-src 'none'" in content
    assert "//" not in content.replace("<!DOCTYPE html>", "")


def test_a_hostile_text_stays_text() -> None:
    """In the article, in names, titles and speakers."""
    evil = '</style><script>alert("1")</script>\u202e\x00'
    article = replace(
        ARTICLE, text=evil, blocks=(Block(Span(0, len(evil)), BlockKind.PARAGRAPH),), title=evil
    )
    name = Entity(EntityId("e1"), EntityKind.PERSON, f'" onclick="{evil}', (Mention(Span(0, 8), evil[:8]),))
    said = Quotation(QuotationId("q1"), QuotationKind.DIRECT, (Span(3, 12),), evil[3:12])
    found = Annotations(article.text_digest, "de", PipelineName("p", "1"), (name,), (said,))

    page = Page(exported(article, found, "html"))

    assert "script" not in [tag for tag, _ in page.tags]
    assert not any("onclick" in attributes for _, attributes in page.tags)
    assert '</style><script>alert("1")</script>' in page.text
    assert "\u202e" not in page.text


def test_a_page_says_what_could_not_be_read() -> None:
    writer = FORMATS["html"].writer(is_many=True, is_file=True)

    written = writer.write(failure_document("<x>.txt", kind="empty", message="the file is empty"))

    assert "&lt;x&gt;.txt: the file is empty" in written


def test_a_long_article_in_one_block_is_written_at_once() -> None:
    """Every name is looked at once, not once for every other."""
    text = "Köln " * 20_000
    mentions = tuple(Mention(Span(start, start + 4), "Köln") for start in range(0, len(text), 5))
    article = replace(ARTICLE, text=text, blocks=(Block(Span(0, len(text) - 1), BlockKind.PARAGRAPH),))
    cologne = Entity(EntityId("e1"), EntityKind.PLACE, "Köln", mentions)
    found = Annotations(article.text_digest, "de", PipelineName("p", "1"), (cologne,))

    page = Page(exported(article, found, "html"))

    assert len([title for title in page.values("title") if title == "Köln"]) == 20_000


class Counted(list[Document]):
    """Knows how often it was gone through."""

    rounds = 0

    def __iter__(self) -> Iterator[Document]:
        self.rounds += 1
        return super().__iter__()


def test_a_long_article_of_many_blocks_is_written_at_once() -> None:
    """The names are not gone through once for every block."""
    text = "Köln\n" * 500
    places = [Span(start, start + 4) for start in range(0, len(text), 5)]
    article = replace(ARTICLE, text=text, blocks=tuple(Block(one, BlockKind.PARAGRAPH) for one in places))
    cologne = Entity(EntityId("e1"), EntityKind.PLACE, "Köln", tuple(Mention(one, "Köln") for one in places))
    found = Annotations(article.text_digest, "de", PipelineName("p", "1"), (cologne,))
    document = article_document(article, found)
    mentions = document["entities"][0]["mentions"] = Counted(document["entities"][0]["mentions"])

    page = Page(FORMATS["html"].writer(is_many=False, is_file=True).write(document))

    assert len([title for title in page.values("title") if title == "Köln"]) == 500
    assert mentions.rounds == 1


def test_a_quotation_over_two_paragraphs_is_marked_in_both() -> None:
    """And what lies between them is not; the list leads to its beginning."""
    text = "„Wir warten.\n\nWir bauen.“ Köln."
    first, second = Span(0, text.index("\n")), Span(text.index("Wir b"), len(text))
    said = Quotation(QuotationId("q1"), QuotationKind.DIRECT, (Span(0, text.index(" Köln")),), text[:25])
    blocks = tuple(Block(one, BlockKind.PARAGRAPH) for one in (first, second))
    article = replace(ARTICLE, text=text, blocks=blocks)
    found = Annotations(article.text_digest, "de", PipelineName("p", "1"), quotations=(said,))

    written = exported(article, found, "html")

    assert '<span class="quotation direct" title="direkt">„Wir warten.</span></p>' in written
    assert '<span class="quotation direct" title="direkt">Wir bauen.“</span> Köln.</p>' in written
    assert written.count('id="a1-q1"') == 1
    assert written.index('id="a1-q1"') < written.index(">„Wir warten.")


def test_quotations_that_begin_together_are_both_led_to() -> None:
    """The inner one does not hide the place of the outer one."""
    outer = quotation(1, QuotationKind.INDIRECT, "sie baue „die Brücke“ in Köln")
    inner = quotation(2, QuotationKind.DIRECT, "sie baue")

    written = exported(ARTICLE, replace(FOUND, quotations=(outer, inner)), "html")

    assert [written.count(f'id="a1-{name}"') for name in ("q1", "q2")] == [1, 1]


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_json_is_the_document_of_the_contract(name: str) -> None:
    assert json.loads(exported(ARTICLE, FOUND, name)) == article_document(ARTICLE, FOUND)


def test_every_format_has_its_file_ending() -> None:
    """The window offers them by it."""
    assert {format_name: one.ending for format_name, one in FORMATS.items()} == {
        "json": "json", "jsonl": "jsonl", "html": "html", "csv": "csv",
    }  # fmt: skip
