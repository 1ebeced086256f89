"""Quotation finding on texts that nobody would write: it neither fails, nor hangs, nor lies about places."""

import itertools
import random
from collections.abc import Iterable
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from reader.domain.quotations import Quotation
from reader.nlp.findings import register_extensions
from reader.nlp.quotation_finder import QuotationWords, find_quotations, load_quotation_words
from tests.nlp.quotation_marking import document, read_marks

TEXT = """\
„Wir bleiben“, sagte Ministerin Lene Brandt (SPD) am Montag, „bis zum Mai.“ Laut der Werft (sie liegt in
Kiel) sei das Schiff fertig; die Brücke – so die Polizei – öffne bald.

Jan Thoma teilte mit, dass er ‚sofort‘ geht. Davon könne keine Rede sein. »Nein«, rief er, und fügte hinzu:
Nach Angaben der Stadt koste das 3,5 Millionen Euro.

Frage: Und jetzt?

Thoma: Weiter!

Frage: Wie lange?"""
CUES = (
    " sagte ",
    " er ",
    " sei ",
    " laut ",
    " zufolge ",
    " so ",
    " dass ",
    " Haus ",
    " die ",
    " teilte ",
    " mit ",
)
PIECES = (*"„“»«\"'‚‘,.:;–()\n", *CUES)


@pytest.fixture(scope="module")
def words(resources: Path) -> QuotationWords:
    return load_quotation_words(resources / "lexicons")


def check(found: Iterable[Quotation], text: str) -> None:
    """All spans lie in the text and hold the words that are given; pieces are in order; none cross."""
    found = list(found)
    for one in found:
        attribution = one.attribution
        assert one.text == " … ".join(span.of(text) for span in one.content)
        assert all(before.end <= after.start for before, after in itertools.pairwise(one.content))
        for phrase in (attribution.speaker, attribution.cue, attribution.frame, attribution.addressee):
            assert phrase is None or phrase.text == " … ".join(span.of(text) for span in phrase.spans)
        assert 0 < one.confidence <= 1
    spans = [span for one in found for span in one.content]
    for one_span, other in itertools.combinations(spans[:200], 2):
        assert one_span.covers(other) or other.covers(one_span) or not one_span.overlaps(other)
    ids = {one.id for one in found}
    assert len(ids) == len(found)
    assert all(one.nested_in is None or one.nested_in in ids - {one.id} for one in found)


def test_a_text_cut_anywhere_is_read(words: QuotationWords) -> None:
    """Every beginning of a text is read without trouble."""
    for end in range(len(TEXT) + 1):
        marked = read_marks(TEXT[:end])
        check(find_quotations(document(marked), words), marked.text)


@pytest.mark.parametrize("seed", range(60))
def test_random_mixes_of_marks_and_cues_are_read(words: QuotationWords, seed: int) -> None:
    """Marks, borders and cue words in any order."""
    chance = random.Random(seed)  # noqa: S311  (no secret)
    text = "".join(chance.choice(PIECES) for _ in range(120))

    check(find_quotations(document(read_marks(text)), words), text)


@pytest.mark.parametrize("piece", ["„", "“", '"', "'", "»a«", "(", ",", "der", "zufolge", "sagte,"])
def test_a_paragraph_of_one_piece_over_and_over_is_read(words: QuotationWords, piece: str) -> None:
    """Time grows with the length, not with its square: this would take minutes otherwise."""
    register_extensions()
    count = 20_000
    doc = Doc(
        spacy.blank("de").vocab, words=[piece] * count, sent_starts=[place == 0 for place in range(count)]
    )

    check(find_quotations(doc, words), doc.text)


def test_an_empty_text_has_no_quotations(words: QuotationWords) -> None:
    assert find_quotations(document(read_marks("")), words) == []
