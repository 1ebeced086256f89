"""Names are found in the spellings that news really has, and in English with the same weights.

The sentences are in `tests/data`; the figures that the language model must not fall below stand here. What
it reaches is told in its model card.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from reader.domain.annotations import Annotations
from reader.domain.articles import Article
from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.nlp.pipeline import Pipeline

DATA = Path(__file__).parents[1] / "data"
MARKED = re.compile(r"\[(PER|ORG|LOC|WEAPON)\|([^\]]+)\]")
KINDS = {
    EntityKind.PERSON: "PER",
    EntityKind.ORGANIZATION: "ORG",
    EntityKind.PLACE: "LOC",
    EntityKind.WEAPON: "WEAPON",
}
LEAST_F1 = {
    "capitals": 0.8,
    "transliteration": 0.9,
    "swiss": 0.8,
    "gender": 0.95,
    "dateline": 0.95,
    "list": 0.95,
    "double": 0.95,
    "title": 0.95,
    "genitive": 0.7,
    "english": 0.9,
    "weapon": 0.9,
}
LEAST_ENGLISH_F1 = 0.95

Named = tuple[int, int, str]


def unmarked(sentence: str) -> tuple[str, set[Named]]:
    """The sentence without its marks, and what they marked."""
    text, names, place = "", set(), 0
    for mark in MARKED.finditer(sentence):
        text += sentence[place : mark.start()]
        names.add((len(text), len(text) + len(mark[2]), mark[1]))
        text += mark[2]
        place = mark.end()
    return text + sentence[place:], names


def sentences_of(name: str) -> list[str]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def robust_sentences() -> dict[str, list[str]]:
    by_category: dict[str, list[str]] = {}
    for line in sentences_of("robust_names.txt"):
        category, sentence = line.split("\t")
        by_category.setdefault(category, []).append(sentence.replace("\\n", "\n"))
    return by_category


def names_in(found: Annotations) -> Iterator[Named]:
    """People, organisations, places and named weapons; not what is derived from them."""
    for mention, entity in found.mentions():
        is_plain = mention.form is MentionForm.NAME and not entity.is_generic
        if is_plain and entity.kind in KINDS:
            yield mention.span.start, mention.span.end, KINDS[entity.kind]


def f1_of(sentences: Iterable[str], pipeline: Pipeline, article_of: Callable[..., Article]) -> float:
    right = wrong_or_missed = 0
    for sentence in sentences:
        text, wanted = unmarked(sentence)
        found = set(names_in(pipeline.analyse(article_of(text))))
        right += len(found & wanted)
        wrong_or_missed += len(found ^ wanted)
    return 2 * right / (2 * right + wrong_or_missed)


@pytest.mark.parametrize("category", LEAST_F1)
def test_names_are_found_in_unusual_spellings(
    category: str, pipeline: Pipeline, article_of: Callable[..., Article]
) -> None:
    sentences = robust_sentences()[category]

    assert f1_of(sentences, pipeline, article_of) >= LEAST_F1[category]


@pytest.mark.parametrize("sentence", robust_sentences()["nothing"])
def test_what_names_nothing_stays_unmarked(
    sentence: str, pipeline: Pipeline, article_of: Callable[..., Article]
) -> None:
    """Weekdays, greetings, figures, single letters, animals, storms and star signs."""
    assert list(names_in(pipeline.analyse(article_of(sentence)))) == []


def test_english_is_read_with_the_same_weights(
    pipeline: Pipeline, article_of: Callable[..., Article]
) -> None:
    """At least 150 sentences."""
    sentences = sentences_of("english_names.txt")

    assert len(sentences) >= 150
    assert f1_of(sentences, pipeline, article_of) >= LEAST_ENGLISH_F1
