"""What goes with a quotation that is copied."""

from dataclasses import replace

import pytest

from reader.domain.annotations import Annotations, PipelineName
from reader.domain.articles import Article, Source, SourceKind
from reader.domain.quotations import QuotationKind
from reader.domain.spans import Span
from reader.presentation.citations import citation_of
from tests.fakes import marked

TEXT = marked("Am See\n\n{Anna Berg: „Er ist klar“}, sagte [person:Berg=Anna Berg], {: „und\ntief“}.")
FOUND = Annotations("", "de", PipelineName("fake", "1"), TEXT.entities, TEXT.quotations)
ARTICLE = Article(Source(SourceKind.FILE, "/home/anna/artikel/see.html"), TEXT.text, (), "Am See", "de")


def test_words_and_speaker_are_those_of_the_article() -> None:
    """The words as printed in one line; the speaker by her full name, however she is called there."""
    first, second = FOUND.quotations
    whole = replace(
        first,
        content=(first.content[0], second.content[0]),
        text=first.text + "\n" + " ".join(second.text.split()),
    )

    citation = citation_of(whole, ARTICLE, FOUND)

    assert citation.text == "„Er ist klar“ … „und tief“"
    assert citation.speaker == "Anna Berg"


def test_indirect_speech_gets_no_marks() -> None:
    """What is in other words shall not look as if it were word for word."""
    quotation = replace(
        FOUND.quotations[0], kind=QuotationKind.INDIRECT, content=(Span(0, 6),), text="er sei klar"
    )

    assert citation_of(quotation, ARTICLE, FOUND).text == "er sei klar"


@pytest.mark.parametrize(
    ("name", "source", "is_address"),
    [
        ("/home/anna/artikel/see.html", "see.html", False),
        ("https://seeblatt.example/am-see", "https://seeblatt.example/am-see", True),
        ("javascript://alert", "alert", False),
        ("", "", False),
    ],
)
def test_folders_are_nobodys_business(name: str, source: str, is_address: bool) -> None:
    """A file is named without its folders, an address is whole, a pasted text has no source."""
    article = replace(ARTICLE, source=Source(SourceKind.FILE, name))

    citation = citation_of(FOUND.quotations[0], article, FOUND)

    assert (citation.source, citation.is_address) == (source, is_address)


def test_what_is_not_known_is_empty() -> None:
    """Speaker, outlet and date may be missing, the title may be broken into lines."""
    citation = citation_of(FOUND.quotations[1], replace(ARTICLE, title="Am\n  See"), FOUND)

    assert (citation.speaker, citation.outlet, citation.published) == ("", "", "")
    assert citation.title == "Am See"
