"""What an article tells itself, apart from the direct words of others."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from reader.domain.quotations import Quotation, QuotationKind
from reader.nlp.tokens import Range, Tokens


def mark_direct_speech(tokens: Tokens, quotations: Sequence[Quotation]) -> None:
    for quotation in quotations:
        if quotation.kind is QuotationKind.DIRECT:
            for span in quotation.content:
                start, end = tokens.range_of(span)
                tokens.quoted[start:end] = [True] * (end - start)


def narrated(doc: Doc, tokens: Tokens) -> Iterator[Range]:
    """The sentences that are not somebody's direct words, without white space around them."""
    for sent in doc.sents:
        start, end = tokens.without_space(sent.start, sent.end)
        if start < end and not all(tokens.quoted[start:end]):
            yield start, end
