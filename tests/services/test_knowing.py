"""What the reader names is known, as what the machine found is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.domain.annotations import Annotations
from reader.domain.articles import Article, ArticleId
from reader.domain.corrections import (
    Correction,
    CorrectionId,
    DictionaryEntry,
    DictionaryEntryId,
    Sameness,
    SamenessId,
    StoredCorrection,
)
from reader.domain.entities import EntityKey, EntityKind
from reader.domain.spans import Span
from reader.knowledge.knowledge_index import KnowledgeIndex
from reader.services import wishes
from reader.services.correcting import corrected
from reader.services.dictionary import ReadersDictionary
from reader.services.knowing import Knowing
from reader.services.samenesses import Samenesses
from tests.fakes import marked

Makes = Callable[..., Article]
NOON = datetime(2025, 1, 1, 12, tzinfo=UTC)
ORGANIZATION, WEAPON, PLACE = EntityKind.ORGANIZATION, EntityKind.WEAPON, EntityKind.PLACE


class Desk:
    """An article, what the machine found in it, and the knowledge base."""

    def __init__(self, article: Article, annotations: Annotations, knowing: Knowing) -> None:
        self.article = article
        self.annotations = annotations
        self._knowing = knowing
        self._said: list[StoredCorrection] = []

    def marks(self, words: str, kind: EntityKind, *, is_generic: bool = False) -> None:
        start = self.article.text.index(words)
        span = Span(start, start + len(words))
        self.says(wishes.marked(span, kind, self.article, self.annotations, is_generic=is_generic))

    def says(self, correction: Correction) -> None:
        number = CorrectionId(len(self._said) + 1)
        self._said.append(StoredCorrection(number, ArticleId(1), NOON, correction))

    def known(
        self, *entries: DictionaryEntry, declared: tuple[Sameness, ...] = ()
    ) -> dict[str, tuple[str | None, list[str]]]:
        """By names: the entry of the knowledge base, and the words in the text."""
        found = corrected(
            self.article,
            self.annotations,
            self._said,
            ReadersDictionary(entries),
            Samenesses(declared),
            self._knowing,
        )
        return {
            one.canonical_name: (one.knowledge_id, [mention.text for mention in one.mentions])
            for one in found.annotations.entities
        }


@pytest.fixture
def desk(article_of: Makes, resources: Path) -> Callable[..., Desk]:
    """A desk with a text with marks; `known` gives names that the machine linked their entries."""

    def make(source: str, **known: str) -> Desk:
        text = marked(source)
        article = article_of(text.text)
        found = text.annotations_for(article)
        ids = {name.replace("_", " "): knowledge_id for name, knowledge_id in known.items()}
        entities = tuple(replace(one, knowledge_id=ids.get(one.canonical_name)) for one in found.entities)
        return Desk(article, replace(found, entities=entities), Knowing(KnowledgeIndex.load(resources)))

    return make


MakesDesk = Callable[..., Desk]


def test_marked_name_is_linked(desk: MakesDesk) -> None:
    there = desk("Gestern tagte die NATO.")
    there.marks("NATO", ORGANIZATION)

    assert there.known() == {"NATO": ("org-nato", ["NATO"])}


def test_name_of_another_kind_is_not_linked(desk: MakesDesk) -> None:
    """The kind is the reader's word."""
    there = desk("Gestern tagte die NATO.")
    there.marks("NATO", PLACE)

    assert there.known() == {"NATO": (None, ["NATO"])}


def test_name_that_the_machine_would_not_be_sure_of_is_not_linked(desk: MakesDesk) -> None:
    """There are Greens in many countries, and this article tells of none."""
    there = desk("Gestern tagten die Grünen.")
    there.marks("Grünen", ORGANIZATION)

    assert there.known() == {"Grünen": (None, ["Grünen"])}


def test_word_of_everyday_that_the_reader_calls_a_weapon_is_that_one(desk: MakesDesk) -> None:
    """Taurus is also a sign of the zodiac; a weapon class is no system."""
    there = desk("Der Taurus flog.")
    there.marks("Taurus", WEAPON)
    assert there.known() == {"Taurus": ("taurus", ["Taurus"])}

    there = desk("Der Taurus flog.")
    there.marks("Taurus", WEAPON, is_generic=True)
    assert there.known() == {"Taurus": (None, ["Taurus"])}


def test_what_is_always_treated_so_is_linked(desk: MakesDesk) -> None:
    entry = DictionaryEntry(DictionaryEntryId(1), "NATO", ORGANIZATION)

    assert desk("Gestern tagte die NATO.").known(entry) == {"NATO": ("org-nato", ["NATO"])}


def test_two_names_of_one_entry_are_one(desk: MakesDesk) -> None:
    """As they are where the machine found both."""
    there = desk(
        "Gestern tagte die NATO. Auch das [organization:Nordatlantische Bündnis] schwieg.",
        Nordatlantische_Bündnis="org-nato",
    )
    there.marks("NATO", ORGANIZATION)

    assert there.known() == {"Nordatlantische Bündnis": ("org-nato", ["NATO", "Nordatlantische Bündnis"])}


def test_what_was_declared_different_stays_two(desk: MakesDesk) -> None:
    there = desk(
        "Gestern tagte die NATO. Auch das [organization:Nordatlantische Bündnis] schwieg.",
        Nordatlantische_Bündnis="org-nato",
    )
    there.marks("NATO", ORGANIZATION)
    names = ("NATO", "Nordatlantische Bündnis")
    keys = [EntityKey.of(ORGANIZATION, name) for name in names]
    different = Sameness(SamenessId(1), *keys, *names, is_same=False)

    assert there.known(declared=(different,)) == {
        "NATO": (None, ["NATO"]),
        "Nordatlantische Bündnis": ("org-nato", ["Nordatlantische Bündnis"]),
    }


def test_what_was_split_off_is_somebody_else(desk: MakesDesk) -> None:
    there = desk("Die [organization:NATO] und noch eine [organization:NATO].", NATO="org-nato")
    nato = there.annotations.entities[0]
    there.says(wishes.split_off(nato.mentions[1], nato, there.article))
    found = corrected(there.article, there.annotations, there._said, knowing=there._knowing)

    assert [one.knowledge_id for one in found.annotations.entities] == ["org-nato", None]
