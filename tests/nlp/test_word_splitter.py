"""Splitting a text into words."""

import pickle

import pytest
import spacy

from reader.nlp.word_splitter import WordSplitter


@pytest.fixture(scope="module")
def split() -> WordSplitter:
    return WordSplitter(spacy.blank("de").tokenizer)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Es war eine Su-34.", "Es war eine Su-34 ."),
        ("Die Korvette K130. Sie", "Die Korvette K130 . Sie"),
        ("Das System Iris-T. Es", "Das System Iris-T . Es"),
        ("Der Leopard 2. Er", "Der Leopard 2 . Er"),
        ("Die Tien Kung III. Sie", "Die Tien Kung III . Sie"),
        ("Die F-35A. Sie", "Die F-35A . Sie"),
        ("Am 3. Mai", "Am 3. Mai"),
        ("Am Samstag 3. Mai", "Am Samstag 3. Mai"),
        ("Die 2. Bundesliga", "Die 2. Bundesliga"),
        ("Die 3. Sturmbrigade", "Die 3. Sturmbrigade"),
        ("Bayern in der Saison 1. Halbzeit", "Bayern in der Saison 1. Halbzeit"),
        ("Kritik der AfD. Deren", "Kritik der AfD . Deren"),
        ("Auftrag für die Kern GmbH.", "Auftrag für die Kern GmbH ."),
        ("Die Bundes-AfD. Sie", "Die Bundes-AfD . Sie"),
        ("Das schrieb er auf X. Merz schwieg", "Das schrieb er auf X . Merz schwieg"),
        ("Malcolm X. kam", "Malcolm X. kam"),
        ("Dr. Anna K. kam", "Dr. Anna K. kam"),
        ("Kaiser Wilhelm II. kam", "Kaiser Wilhelm II. kam"),
        ("Das kam z.B. vor", "Das kam z.B. vor"),
        ("Er sagte ...", "Er sagte ..."),
        ("3.", "3."),
        ("", ""),
    ],
)
def test_the_stop_behind_a_type_is_a_word_of_its_own(split: WordSplitter, text: str, expected: str) -> None:
    """Ordinals and abbreviations keep their point."""
    assert " ".join(token.text for token in split(text)) == expected


@pytest.mark.parametrize("text", ["Eine Su-34.\n\nDie K130. ", "  Leopard\u00a02. 😀 III.", "A.\tB."])
def test_no_character_is_lost(split: WordSplitter, text: str) -> None:
    """Positions in the document are positions in the text."""
    doc = split(text)

    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_it_can_be_kept_and_sent(split: WordSplitter) -> None:
    """A tokenizer is written with its pipeline."""
    copy = WordSplitter(spacy.blank("de").tokenizer).from_bytes(pickle.loads(pickle.dumps(split.to_bytes())))  # noqa: S301

    assert [token.text for token in copy("Die K130.")] == ["Die", "K130", "."]
