"""Where sentences begin."""

import pytest
import spacy

from reader.nlp.sentence_splitter import split_sentences

BLANK = spacy.blank("de")


def sentences(text: str) -> list[str]:
    doc = BLANK(text)
    split_sentences(doc)
    return [sentence.text.strip() for sentence in doc.sents]


@pytest.mark.parametrize(
    "marked",
    [
        "Sie kam.|Er ging!|Und dann?|Nichts.",
        "„Wir gehen.“|Dann war es still.",
        "„Wir gehen!“, rief sie.|Dann war es still.",
        "„Wir gehen?“ fragte sie.",
        "»Wir gehen.« Das sagte er.",
        "Am 3. Mai kam Dr. Kern um 9.30 Uhr nach St. Pölten.",
        "Der 2. Senat und der 20. Bundestag tagten vom 2. bis zum 4. Juni.",
        "Das kostet 3,5 Mio. Euro bzw. 4 Mrd. Euro.|So steht es in Art. 51 Abs. 2.",
        "Der Verein u. a. aus Kiel, z. B. der TuS e. V., zahlt ca. 30 Euro.",
        "Rafik Y. wurde gesehen.|J. R. Kern nicht.",
        "Das war 1933.|Danach kam niemand.",
        "Er kam an Platz 3.|Sie gewann.",
        "Prof. Lutz (geb. Kern) kam.|Sie ging.",
        "Er sagte: „Halt!“ und „Stopp!“ und lief.",
        "Warte …|Jetzt!",
        "Der Konzern (Umsatz: 3 Mrd.) wächst.|Er baut.",
    ],
)
def test_a_sentence_begins_where_one_ended(marked: str) -> None:
    """Marks and brackets go with the sentence they close; dates, abbreviations and initials end nothing."""
    wanted = marked.replace("« Das", "«|Das").split("|")

    assert sentences(marked.replace("|", " ")) == wanted


def test_a_line_end_ends_a_sentence() -> None:
    """A headline has no full stop."""
    assert sentences("Zug hält nicht\n\nDer Zug fuhr durch.") == ["Zug hält nicht", "Der Zug fuhr durch."]


def test_every_word_lies_in_a_sentence() -> None:
    doc = BLANK(" \n A. B.\n\nC ")

    split_sentences(doc)

    assert sum(len(sentence) for sentence in doc.sents) == len(doc)
