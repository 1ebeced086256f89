"""What the reader finds is compared with what annotators marked."""

from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from reader.domain.annotations import Annotations, PipelineName
from reader.domain.entities import Entity, EntityId, EntityKind
from reader.domain.mentions import Mention, MentionForm
from reader.domain.quotations import Attribution, Phrase, Quotation, QuotationId, QuotationKind
from reader.domain.spans import Span

ARTICLE = """<article id="x-1" genre="agency" topic="x">
<title><per ref="Lene Brandt">Brandt</per> geht</title>
<p><sp q="1"><per>Lene Brandt</per></sp> <cue q="1">sagte</cue>, <q id="1" kind="indirect">sie gehe</q>.</p>
<p><loc>Bonn</loc> wartet.</p>
</article>"""


@pytest.fixture
def scores() -> ModuleType:
    return import_module("article_scores")


@pytest.fixture
def gold(scores: ModuleType, tmp_path: Path) -> object:
    path = tmp_path / "x-1.xml"
    path.write_text(ARTICLE, encoding="utf-8")
    return scores.read_article(path)


def entity(
    text: str, number: int, kind: EntityKind, *words: str, form: MentionForm = MentionForm.NAME
) -> Entity:
    """An entity with a mention at the last place of each of the words."""
    mentions = tuple(
        Mention(Span(text.rindex(word), text.rindex(word) + len(word)), word, form) for word in words
    )
    return Entity(EntityId(f"e{number}"), kind, words[0], mentions)


def answer(gold: object, *entities: Entity, quotations: tuple[Quotation, ...] = ()) -> Annotations:
    article = gold.article  # type: ignore[attr-defined]
    return Annotations(article.text_digest, "de", PipelineName("x", "1"), entities, quotations)


def place(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_positions_are_those_of_the_text(gold: object) -> None:
    text = gold.article.text  # type: ignore[attr-defined]

    named = [(span.of(text), label) for span, label in gold.names]  # type: ignore[attr-defined]

    assert named == [("Brandt", "PER"), ("Lene Brandt", "PER"), ("Bonn", "LOC")]


def test_names_count_with_exact_borders_only(scores: ModuleType, gold: object) -> None:
    """A surname within a whole name is a miss and an error."""
    text = gold.article.text  # type: ignore[attr-defined]
    found = answer(
        gold, entity(text, 1, EntityKind.PERSON, "Brandt"), entity(text, 2, EntityKind.PLACE, "Bonn")
    )

    counts = scores.name_counts([(gold, found)])

    assert counts["PER"] == (0, 1, 2)
    assert counts["LOC"] == (1, 1, 1)


def test_one_person_in_two_entities_is_shown_twice(scores: ModuleType, gold: object) -> None:
    """And costs B-cubed recall, but no precision."""
    text = gold.article.text  # type: ignore[attr-defined]
    first = Entity(EntityId("e1"), EntityKind.PERSON, "Brandt", (Mention(Span(0, 6), "Brandt"),))
    pair = (gold, answer(gold, first, entity(text, 2, EntityKind.PERSON, "Lene Brandt")))

    row = scores.b_cubed([pair])

    assert scores.people_shown_twice([pair]) == (1, 1)
    assert row["p"] == 1
    assert row["r"] == pytest.approx((0.5 + 0.5 + 0) / 3, abs=1e-4)


def test_what_the_annotators_did_not_mark_counts_neither_way(scores: ModuleType, gold: object) -> None:
    """Pronouns and nouns that stand for a person."""
    text = gold.article.text  # type: ignore[attr-defined]
    pronoun = entity(text, 1, EntityKind.PERSON, "sie", form=MentionForm.PRONOUN)

    row = scores.b_cubed([(gold, answer(gold, pronoun))])

    assert scores.name_counts([(gold, answer(gold, pronoun))])["PER"] == (0, 0, 2)
    assert (row["p"], row["r"]) == (0, 0)


def test_a_quotation_counts_with_most_of_its_words_and_its_kind(scores: ModuleType, gold: object) -> None:
    """Its speaker is right if the words are, or any mention of the one who speaks."""
    text = gold.article.text  # type: ignore[attr-defined]
    speaker = Phrase("Lene Brandt", (place(text, "Lene Brandt"),))
    right = Quotation(
        QuotationId("q1"),
        QuotationKind.INDIRECT,
        (place(text, "sie gehe"),),
        "sie gehe",
        Attribution(speaker),
    )
    wrong = Quotation(QuotationId("q2"), QuotationKind.DIRECT, (place(text, "sie gehe"),), "sie gehe")
    pair = (gold, answer(gold, quotations=(right, wrong)))

    assert scores.quotation_counts([pair])["indirect"] == (1, 1, 1)
    assert scores.quotation_counts([pair])["direct"] == (0, 1, 0)
    assert scores.right_speakers([pair]) == (1, 1)
