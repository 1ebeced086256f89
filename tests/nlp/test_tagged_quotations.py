"""Quotations that the encoder sees, beside those of the rules."""

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from reader.nlp.quotation_drafts import Draft
from reader.nlp.tag_heads import QUOTATIONS, ROLES, columns_of, head_called
from reader.nlp.tagged_quotations import tagged_quotations
from reader.nlp.text_tags import SHARES, outside, register_extensions

SENTENCE = "Gestern ließ Ministerin Anna Lau durchblicken , der Steg bleibe gesperrt . Das kam an ."


def read(*, share: float = 0.99, **spans: str) -> Doc:
    """A document as if the encoder were this sure of the given pieces: `read(reported="der Steg")`."""
    register_extensions()
    words = SENTENCE.split()
    starts = [place == 0 or words[place - 1] == "." for place in range(len(words))]
    doc = Doc(spacy.blank("de").vocab, words=words, sent_starts=starts)
    shares = outside(len(words)).astype(np.float32)
    for label, piece in spans.items():
        head = head_called(ROLES if label in {"speaker", "cue"} else QUOTATIONS)
        wanted = piece.split()
        start = next(place for place in range(len(words)) if words[place : place + len(wanted)] == wanted)
        for place in range(start, start + len(wanted)):
            tag = f"{'B' if place == start else 'I'}-{label}"
            row = np.full(len(head.tags), (1 - share) / (len(head.tags) - 1))
            row[head.tags.index(tag)] = share
            shares[place, columns_of(head.name)] = row
    doc._.set(SHARES, shares.astype(np.float16))
    return doc


def words_of(doc: Doc, draft: Draft) -> str:
    return " ".join(doc[start:end].text for start, end in draft.pieces)


def test_a_sure_span_has_the_speaker_and_the_cue_beside_it() -> None:
    """As the encoder sees them in the same sentence."""
    doc = read(indirect="der Steg bleibe gesperrt", speaker="Ministerin Anna Lau", cue="ließ")

    (draft,) = tagged_quotations(doc)

    assert words_of(doc, draft) == "der Steg bleibe gesperrt"
    assert draft.kind == "indirect"
    assert draft.speaker is not None
    assert doc[slice(*draft.speaker)].text == "Ministerin Anna Lau"
    assert [doc[place].text for place in draft.cue] == ["ließ"]


def test_the_speaker_of_a_sentence_without_a_frame_is_left_to_the_sentences_before() -> None:
    """What the encoder takes for a speaker nearby may be anybody."""
    doc = read(indirect_free_indirect="der Steg bleibe gesperrt", speaker="Ministerin Anna Lau")

    (draft,) = tagged_quotations(doc)

    assert draft.speaker is None


def test_a_speaker_of_another_sentence_is_not_taken() -> None:
    """Better nobody than the wrong one."""
    doc = read(reported="Das kam", speaker="Ministerin Anna Lau")

    (draft,) = tagged_quotations(doc)

    assert draft.speaker is None


@pytest.mark.parametrize(
    ("label", "share", "count"),
    [("indirect", 0.93, 1), ("indirect", 0.8, 0), ("reported", 0.93, 0), ("reported", 0.97, 1)],
)
def test_what_the_encoder_doubts_is_left_out(label: str, share: float, count: int) -> None:
    """Soft kinds need more than clear ones."""
    assert len(tagged_quotations(read(share=share, **{label: "der Steg bleibe gesperrt"}))) == count


def test_a_document_that_no_encoder_has_read_has_none() -> None:
    """As in a language without a model."""
    register_extensions()

    assert tagged_quotations(Doc(spacy.blank("de").vocab, words=SENTENCE.split())) == []
