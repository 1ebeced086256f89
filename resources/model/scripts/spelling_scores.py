"""Scores names in unusual spellings, and in English sentences: `tests/data` of the project has both.

A line is a sentence in which names are marked as [PER|Lene Brandt]; behind a category and a tab in one of the files.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from article_scores import Name
from score_encoder import Counts, Row, figures, show

from reader.domain.annotations import Annotations
from reader.domain.mentions import MentionForm
from reader.importers.opener import open_text
from reader.nlp.findings import LABELS
from reader.nlp.pipeline import Pipeline

MARKED = re.compile(r"\[(PER|ORG|LOC|WEAPON)\|([^\]]+)\]")
COUNTED = ("PER", "ORG", "LOC", "WEAPON")


def score_spellings(data: Path, pipeline: Pipeline, english: Pipeline) -> dict[str, Row]:
    """Print a row for every category of spelling and one for English; give them back."""
    by_category: dict[str, list[str]] = {}
    for line in _lines(data / "robust_names.txt"):
        category, sentence = line.split("\t")
        by_category.setdefault(category, []).append(sentence.replace("\\n", "\n"))
    rows = {name: figures(counts(lines, pipeline, "de")) for name, lines in by_category.items()}
    sentences = _lines(data / "english_names.txt")
    rows["English sentences"] = figures(counts(sentences, english, "en"))
    print("\nNames in unusual spellings (of 'nothing', what was marked is wrong):")
    for category, row in rows.items():
        show(category, row)
    return rows


def counts(sentences: Iterable[str], pipeline: Pipeline, language: str) -> Counts:
    right = found = wanted = 0
    for sentence in sentences:
        text, names = unmarked(sentence)
        seen = set(names_in(pipeline.analyse(open_text(text, language=language))))
        right, found, wanted = right + len(seen & names), found + len(seen), wanted + len(names)
    return right, found, wanted


def unmarked(sentence: str) -> tuple[str, set[Name]]:
    """The sentence without its marks, and what they marked."""
    text, names, place = "", set(), 0
    for mark in MARKED.finditer(sentence):
        text += sentence[place : mark.start()]
        names.add((len(text), len(text) + len(mark[2]), mark[1]))
        text += mark[2]
        place = mark.end()
    return text + sentence[place:], names


def names_in(found: Annotations) -> Iterator[Name]:
    """People, organisations, places and named weapons; not what is derived from them."""
    for mention, entity in found.mentions():
        label = LABELS[entity.kind]
        if mention.form is MentionForm.NAME and not entity.is_generic and label in COUNTED:
            yield mention.span.start, mention.span.end, label


def _lines(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
