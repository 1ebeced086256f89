"""What the encoder says becomes entities and tags on the document."""

from collections.abc import Mapping, Sequence

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from reader.nlp.tag_heads import COLUMNS, MOODS, NAMES, ROLES, columns_of, head_called
from reader.nlp.tagger import Tagger
from reader.nlp.text_tags import (
    TAGGER,
    TEXT_KEY,
    all_shares,
    confidence_of,
    join_shares,
    outside,
    shares_of,
    tagged_spans,
)

TAGS = {
    "Anna": (NAMES, "B-PER"),
    "Berg": (NAMES, "I-PER"),
    "Bonn": (NAMES, "B-LOC"),
    "Sie": (ROLES, "B-speaker"),
    "sagte": (ROLES, "B-cue"),
    "sei": (MOODS, "subjunctive"),
}


class KnowingEncoder:
    """Gives every word the tag of a list, and remembers which blocks it read as one text."""

    def __init__(self, tags: Mapping[str, tuple[str, str]]) -> None:
        self._tags = tags
        self.texts: list[list[list[str]]] = []

    def scores(self, texts: Sequence[Sequence[Sequence[str]]]) -> list[list[np.ndarray]]:
        self.texts += [[list(block) for block in text] for text in texts]
        return [[np.array([self._of(word) for word in block]) for block in text] for text in texts]

    def _of(self, word: str) -> np.ndarray:
        scores = np.zeros(COLUMNS, dtype=np.float32)
        head, tag = self._tags.get(word, (NAMES, "O"))
        scores[columns_of(head).start + head_called(head).tags.index(tag)] = 20
        return scores


@pytest.fixture
def encoder() -> KnowingEncoder:
    return KnowingEncoder(TAGS)


@pytest.fixture
def nlp(encoder: KnowingEncoder) -> Language:
    """A pipeline of words and tags alone."""
    nlp = spacy.blank("de")
    tagger = nlp.add_pipe(TAGGER)
    assert isinstance(tagger, Tagger)
    tagger.encoder = encoder
    return nlp


def entities(doc: Doc) -> list[tuple[str, str]]:
    return [(ent.text, ent.label_) for ent in doc.ents]


def test_names_become_entities(nlp: Language) -> None:
    assert entities(nlp("Anna Berg lebt in Bonn.")) == [("Anna Berg", "PER"), ("Bonn", "LOC")]


def test_white_space_does_not_part_a_name(nlp: Language) -> None:
    assert entities(nlp("Frau Anna   Berg")) == [("Anna   Berg", "PER")]


def test_no_name_goes_over_a_line_end(nlp: Language) -> None:
    """What goes on with a name cannot open one."""
    assert entities(nlp("Anna\nBerg")) == [("Anna", "PER")]


def test_the_encoder_reads_a_word_whole_that_a_line_end_had_cut(
    nlp: Language, encoder: KnowingEncoder
) -> None:
    doc = nlp("Haupt- und Neben- gast An- na Berg in Bo- nn.")

    assert encoder.texts == [[["Haupt-", "und", "Nebengast", "Anna", "Berg", "in", "Bonn", "."]]]
    assert entities(doc) == [("An- na Berg", "PER"), ("Bo- nn", "LOC")]


@pytest.mark.parametrize("linking", ["und", "bzw.", "nach", "zum"])
def test_a_hyphen_that_another_word_completes_is_no_cut(
    nlp: Language, encoder: KnowingEncoder, linking: str
) -> None:
    """Von Ost- nach Westdeutschland: no word that is called Ostnach."""
    nlp(f"Ost- {linking} Westdeutschland")

    assert encoder.texts == [[["Ost-", linking, "Westdeutschland"]]]


def test_the_encoder_reads_lines_of_a_document_as_blocks_of_one_text(
    nlp: Language, encoder: KnowingEncoder
) -> None:
    nlp("Titel\n\nAnna lebt.")

    assert encoder.texts == [[["Titel"], ["Anna", "lebt", "."]]]


def test_documents_of_one_text_are_read_together(nlp: Language, encoder: KnowingEncoder) -> None:
    docs = [nlp.make_doc(text) for text in ("eins", "zwei", "drei", "vier")]
    for doc, text in zip(docs, ("a", "a", "b"), strict=False):
        doc.user_data[TEXT_KEY] = text

    list(nlp.pipe(docs))

    assert encoder.texts == [[["eins"], ["zwei"]], [["drei"]], [["vier"]]]


def test_documents_without_a_text_are_read_apart(nlp: Language, encoder: KnowingEncoder) -> None:
    list(nlp.pipe(["eins", "zwei"]))

    assert encoder.texts == [[["eins"]], [["zwei"]]]


def test_pipe_gives_what_single_calls_give(nlp: Language) -> None:
    texts = ["Anna Berg", "", "Bonn", "\n"] * 50

    assert [entities(doc) for doc in nlp.pipe(texts, batch_size=7)] == [entities(nlp(text)) for text in texts]


def test_ready_made_documents_keep_their_words(nlp: Language) -> None:
    doc = nlp(Doc(nlp.vocab, words=["Anna", "Berg", "lebt"]))

    assert [token.text for token in doc] == ["Anna", "Berg", "lebt"]
    assert entities(doc) == [("Anna Berg", "PER")]


def test_an_empty_document_has_no_entities(nlp: Language) -> None:
    assert entities(nlp("")) == []


def test_the_other_heads_stay_on_the_document(nlp: Language) -> None:
    doc = nlp("Sie sagte , das sei \n so")

    assert [(doc[one.start : one.end].text, one.label) for one in tagged_spans(doc, ROLES)] == [
        ("Sie", "speaker"),
        ("sagte", "cue"),
    ]
    moods = shares_of(doc, MOODS)
    assert moods is not None
    assert moods[:, head_called(MOODS).tags.index("subjunctive")].round().tolist() == [0, 0, 0, 0, 1, 0, 0]


def test_a_confidence_is_told_for_every_entity(nlp: Language) -> None:
    doc = nlp("Anna Berg lebt")

    assert confidence_of(doc, 0, 2) == pytest.approx(1, abs=0.01)
    assert confidence_of(doc, 0, 1) is None


def test_a_document_put_together_has_the_tags_of_its_parts(nlp: Language) -> None:
    first, second = nlp("Sie lebt"), nlp("Er sagte")
    words = [*(token.text for token in first), "\n", *(token.text for token in second)]
    whole = Doc(nlp.vocab, words=words)

    join_shares(whole, [all_shares(first), outside(1), all_shares(second)])

    assert [(one.start, one.end, one.label) for one in tagged_spans(whole, ROLES)] == [
        (0, 1, "speaker"),
        (4, 5, "cue"),
    ]


def test_a_document_that_no_encoder_read_has_no_tags() -> None:
    nlp = spacy.blank("de")
    doc, whole = nlp("Sie sagte"), nlp("Sie sagte")

    join_shares(whole, [all_shares(doc), outside(1)])

    assert tagged_spans(whole, ROLES) == []
    assert shares_of(whole, ROLES) is None
    assert confidence_of(doc, 0, 1) is None


def test_spacy_scores_the_entities(nlp: Language) -> None:
    """One of two names is right: the other has another label."""
    words = ["Anna", "Berg", "in", "Bonn"]
    gold = Example.from_dict(Doc(nlp.vocab, words=words), {"entities": ["B-PER", "L-PER", "O", "U-ORG"]})

    assert nlp.evaluate([gold])["ents_per_type"]["PER"]["f"] == 1
    assert nlp.evaluate([gold])["ents_f"] == 0.5


def test_a_tagger_without_an_encoder_says_so() -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe(TAGGER)

    with pytest.raises(ValueError, match="no encoder"):
        nlp("Anna")
