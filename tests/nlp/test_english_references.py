"""English functions and pronouns that mean a person of the article, and those that are left alone."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reader.domain.articles import Article
from reader.domain.mentions import MentionForm
from reader.nlp.english_cast import is_english_role
from reader.nlp.pipeline import Pipeline

References = Callable[[str], list[tuple[str, str]]]


@pytest.fixture(scope="module")
def english(resources: Path) -> Pipeline:
    return Pipeline.load("en", resources)


@pytest.fixture
def references(english: Pipeline, article_of: Callable[..., Article]) -> References:
    """Functions and pronouns with whom they mean, in reading order."""

    def find(text: str) -> list[tuple[str, str]]:
        found = english.analyse(replace(article_of(text), language="en"))
        forms = {MentionForm.NOMINAL, MentionForm.PRONOUN}
        return [(one.text, entity.canonical_name) for one, entity in found.mentions() if one.form in forms]

    return find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Tom Berg spoke. The president will travel to Kyiv.", [("The president", "Tom Berg")]),
        (
            "Prime Minister Emma Lind came. The prime minister thanked the soldiers. She left.",
            [("The prime minister", "Emma Lind"), ("She", "Emma Lind")],
        ),
        ("Defence Secretary Tom Berg came. The minister met sailors.", [("The minister", "Tom Berg")]),
        ("Major General Tom Berg came. The general said no.", [("The general", "Tom Berg")]),
        (
            "Foreign minister Emma Lind came. The minister spoke. Sweden's foreign minister, Tom Berg, left.",
            [("The minister", "Emma Lind")],
        ),
        (
            "French minister Tom Berg met Irish minister Paul Kern. The Irish minister left.",
            [("The Irish minister", "Paul Kern")],
        ),
        (
            "Volodymyr Zelensky left. The Ukrainian president met Tom Berg.",
            [("The Ukrainian president", "Volodymyr Zelensky")],
        ),
        ("Emma Lind won the race. The 43-year-old had been ill.", [("The 43-year-old", "Emma Lind")]),
        ("The head of the port, Tom Berg, spoke. He was late.", [("He", "Tom Berg")]),
    ],
)
def test_a_function_alone_means_whoever_has_it(
    references: References, text: str, expected: list[tuple[str, str]]
) -> None:
    """In full or its last part; who is named later only is not meant."""
    assert references(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Vice president Tom Berg spoke. The president will travel to Kyiv.",
        "Former president Tom Berg spoke. The president will travel to Kyiv.",
        "President Tom Berg spoke. The president of Ruritania will travel to Kyiv.",
        "President Tom Berg spoke. Paul Kern left. The president will travel to Kyiv.",
        "President Tom Berg and President Paul Kern met. The president spoke.",
        "Prime Minister Emma Lind came. The minister thanked the soldiers.",
        "Major General Tom Berg came. The general public was told. The general elections were held.",
        "Attorney General Tom Berg came. The general said no.",
        "Tom Berg, a former president, spoke. The president will travel to Kyiv.",
        "President Tom Berg came. The Polish president was late.",
        "Volodymyr Zelensky left. In Warsaw, the president spoke to Tom Berg.",
        "Emma Lind beat Anna Kern. The 43-year-old had been ill.",
        "Police spokesman Tom Berg spoke. A spokesman for the mayor came. The spokesman left early.",
    ],
)
def test_a_function_that_may_be_anothers_is_left_alone(references: References, text: str) -> None:
    """Of another office, a former one, somebody else's, of two, or part of another word."""
    assert references(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Emma Lind came to Oslo. She left on Friday.", [("She", "Emma Lind")]),
        ("Emma Lind came to Oslo. On Friday, she met soldiers.", [("she", "Emma Lind")]),
        ("Tom Berg left Lund. But he will return. He said so.", [("he", "Tom Berg"), ("He", "Tom Berg")]),
        ('"We have much time," Emma Lind said. "We can wait," she added.', [("she", "Emma Lind")]),
        ("Emma Lind said that she was late.", [("she", "Emma Lind")]),
        ("Emma Lind met Tom Berg. Lind said she was late.", [("she", "Emma Lind")]),
        ("Pete Rask left Lund. He will return.", [("He", "Pete Rask")]),
        ("Emma Lind, a former ambassador to Rome, left. She was late.", [("She", "Emma Lind")]),
        ('"We have much time," said Emma Lind. She added that it was late.', [("She", "Emma Lind")]),
    ],
)
def test_a_pronoun_means_who_acted_in_the_sentence_before(
    references: References, text: str, expected: list[tuple[str, str]]
) -> None:
    """As its first word, behind a comma or beside direct speech."""
    assert references(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tom Berg met Paul Kern. He left early.",
        "Tom Berg met the president. He left early.",
        "Tom Berg's brother left. He left early.",
        "A man attacked Tom Berg. He fled.",
        "Emma Lind came to Oslo. He left early.",
        "Emma Lind commands HMS Somerset. She left the port.",
        "Tom Berg left Lund. It rained. He returned.",
        "Tom Berg left Lund. He was tired, Paul Kern said.",
        "For Tom Berg, the trip was short. He left.",
        "Paul Kern fell. Tom Berg said he was hurt.",
        "A man fell. Tom Berg said he was hurt.",
        "Pete Rask met Emma Lind. He left.",
    ],
)
def test_a_doubtful_pronoun_is_left_alone(references: References, text: str) -> None:
    """Two people, one without a name, another sex, a ship, somebody of whom nothing is told."""
    assert references(text) == []


@pytest.mark.parametrize(
    ("head", "role", "is_same"),
    [
        ("minister", "foreign minister", True),
        ("minister", "Prime Minister", False),
        ("admiral", "Rear Admiral", True),
        ("president", "vice president", False),
        ("general", "Secretary General", False),
        ("minister", "Treasury Secretary", False),
    ],
)
def test_the_last_part_of_a_function_may_be_another_office(head: str, role: str, is_same: bool) -> None:
    """A vice president is no president."""
    assert is_english_role(head, role) is is_same
