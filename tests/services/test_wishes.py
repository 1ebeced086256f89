"""What a reader says about a finding becomes the correction that means just that."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest

from reader.domain.annotations import Annotations
from reader.domain.articles import Article, ArticleId
from reader.domain.corrections import (
    Correction,
    CorrectionId,
    DictionaryEntry,
    DictionaryEntryId,
    StoredCorrection,
)
from reader.domain.entities import Entity, EntityKind
from reader.domain.mentions import Mention, MentionForm
from reader.domain.quotations import QuotationKind
from reader.domain.spans import Span
from reader.services import wishes
from reader.services.correcting import corrected
from reader.services.corrections import Corrections
from reader.services.library import Library
from reader.services.wishes import Edge
from reader.storage.annotation_store import AnnotationStore
from reader.storage.article_store import ArticleStore
from reader.storage.database import database_in_memory
from tests.fakes import marked

Makes = Callable[..., Article]


@dataclass
class Page:
    """An article with its findings, and short words for what stands in it."""

    article: Article
    annotations: Annotations

    def entity(self, name: str) -> Entity:
        return next(one for one in self.annotations.entities if one.canonical_name == name)

    def mention(self, words: str) -> Mention:
        return next(one for one, _ in self.annotations.mentions() if one.text == words)

    def span(self, words: str) -> Span:
        start = self.article.text.index(words)
        return Span(start, start + len(words))

    def with_correction(self, correction: Correction) -> "Page":
        stored = StoredCorrection(CorrectionId(1), ArticleId(1), datetime(2025, 1, 1, tzinfo=UTC), correction)
        return Page(self.article, corrected(self.article, self.annotations, [stored]).annotations)

    def names(self) -> dict[str, list[str]]:
        return {
            one.canonical_name: [mention.text for mention in one.mentions]
            for one in self.annotations.entities
        }

    def quotations(self) -> list[tuple[str, str]]:
        return [
            (one.text, one.attribution.speaker.text if one.attribution.speaker else "")
            for one in self.annotations.quotations
        ]


MakesPage = Callable[[str], Page]


@pytest.fixture
def page(article_of: Makes) -> MakesPage:
    def make(source: str) -> Page:
        text = marked(source)
        article = article_of(text.text)
        return Page(article, text.annotations_for(article))

    return make


def test_marked_words_belong_to_whom_they_name(page: MakesPage) -> None:
    """Words that are a name of an entity of this kind are one more mention of it."""
    there = page("[person:Anna Berg] kam. [person:Berg=Anna Berg] ging. Berg schwieg.")
    start = there.article.text.rindex("Berg")
    span = Span(start, start + len("Berg"))

    after = there.with_correction(wishes.marked(span, EntityKind.PERSON, there.article, there.annotations))

    assert after.names() == {"Anna Berg": ["Anna Berg", "Berg", "Berg"]}


@pytest.mark.parametrize(
    ("edge", "step", "words"),
    [
        (Edge.END, 1, "Anna Berg-Tal aus"),
        (Edge.END, -1, "Anna"),
        (Edge.START, 1, "sagt Anna Berg-Tal"),
        (Edge.START, -1, "Berg-Tal"),
    ],
)
def test_a_step_is_a_word(page: MakesPage, edge: Edge, step: int, words: str) -> None:
    """The ends of a name move by words, compounds with hyphens as one."""
    there = page("Das sagt [person:Anna Berg-Tal] aus Bonn.")
    span = there.mention("Anna Berg-Tal").span

    moved = wishes.moved(span, edge, step, there.article)

    assert moved is not None
    assert moved.of(there.article.text) == words


@pytest.mark.parametrize(("edge", "step"), [(Edge.END, -1), (Edge.START, -1), (Edge.START, 1)])
def test_a_name_keeps_a_word_and_its_paragraph(page: MakesPage, edge: Edge, step: int) -> None:
    """A name of one word is not made shorter, and none grows into another paragraph."""
    there = page("Ein Titel, der lang genug ist\n\n[person:Anna] schwieg.")

    assert wishes.moved(there.mention("Anna").span, edge, step, there.article) is None


def test_a_longer_name_is_the_name(page: MakesPage) -> None:
    """Who is called as the mention says is called as the longer mention says, everywhere."""
    there = page("Die [organization:Bank] von Bonn zahlt. Die [organization:Bank] schweigt.")
    mention = there.mention("Bank")

    after = there.with_correction(
        wishes.resized(
            mention, there.entity("Bank"), there.span("Bank von Bonn"), there.article, there.annotations
        )
    )

    assert after.names() == {"Bank von Bonn": ["Bank von Bonn", "Bank"]}


def test_a_name_grows_over_another_without_swallowing_it(page: MakesPage) -> None:
    """Another entity that is mentioned elsewhere too loses only the mention that is covered."""
    there = page("Die [organization:Bank] von [place:Bonn] zahlt. In [place:Bonn] schweigt man.")

    after = there.with_correction(
        wishes.resized(
            there.mention("Bank"),
            there.entity("Bank"),
            there.span("Bank von Bonn"),
            there.article,
            there.annotations,
        )
    )

    assert after.names()["Bonn"] == ["Bonn"]
    assert ["Bank von Bonn"] in after.names().values()


def test_no_correction_hangs_on_a_pronoun(page: MakesPage) -> None:
    """What is said of somebody by way of a pronoun is remembered at a name."""
    there = page("[person:Anna Berg] kam. [person:Sie=Anna Berg] ging.")
    anna = there.entity("Anna Berg")
    pronoun = replace(anna.mentions[1], form=MentionForm.PRONOUN)
    anna = replace(anna, mentions=(anna.mentions[0], pronoun))

    said = wishes.retyped(pronoun, anna, EntityKind.ORGANIZATION, there.article)

    assert [anchor.exact for anchor in said.anchors] == ["Anna Berg"]


@pytest.mark.parametrize(
    ("words", "form", "expected"),
    [
        ("Hansas", MentionForm.NAME, "Hansa"),
        ("Hansa-Schiffe", MentionForm.PART, "Hansa"),
        ("sie", MentionForm.PRONOUN, "Hansa"),
        ("Hansa", MentionForm.NAME, "Hansa"),
        ("Hanse", MentionForm.NAME, "Hanse"),
    ],
)
def test_dictionary_holds_the_plain_name(words: str, form: MentionForm, expected: str) -> None:
    """An entry for all articles is about the name, not about its genitive, a compound or a pronoun."""
    mention = Mention(Span(0, len(words)), words, form)

    entity = replace(marked("[organization:Hansa]").entities[0])

    assert wishes.dictionary_words(mention, entity) == expected


def test_direct_speech_takes_its_marks_along(page: MakesPage) -> None:
    """Words selected within quotation marks are quoted with them."""
    there = page("[person:Anna Berg] kam. „Wir gehen“, sagte sie.")
    span = there.span("Wir gehen")

    assert wishes.is_direct_speech(span, there.article.text)
    after = there.with_correction(
        wishes.quoted(span, QuotationKind.DIRECT, there.entity("Anna Berg"), there.article)
    )

    assert after.quotations() == [("„Wir gehen“", "Anna Berg")]
    assert after.annotations.quotations[0].attribution.entity == there.entity("Anna Berg").id


def test_another_kind_of_speech_keeps_its_speaker(page: MakesPage) -> None:
    """Of a quotation that is said to be of another kind all else stays."""
    there = page("[person:Anna Berg] kam. {Anna Berg: Man gehe jetzt}, hieß es.")
    before = there.annotations.quotations[0]

    after = there.with_correction(
        wishes.of_kind(before, QuotationKind.FREE_INDIRECT, there.article)
    ).annotations.quotations[0]

    assert after.kind is QuotationKind.FREE_INDIRECT
    assert (after.content, after.attribution) == (before.content, before.attribution)


# What the list of all corrections asks the services.


@pytest.fixture
def kept(article_of: Makes) -> tuple[Corrections, ArticleId, Page]:
    """An article of a library, and the corrections of that library."""
    database = database_in_memory()
    text = marked("[person:Anna Berg] fuhr nach [place:Bonn].")
    article = article_of(text.text)
    annotations = text.annotations_for(article)
    library = Library(ArticleStore(database), AnnotationStore(database))
    article_id = library.keep(article)
    library.keep_annotations(article_id, annotations)
    return Corrections(database), article_id, Page(article, annotations)


def test_corrections_that_fit_nowhere(kept: tuple[Corrections, ArticleId, Page], article_of: Makes) -> None:
    """A correction is a misfit if its words are not in its article, unless it is withdrawn."""
    corrections, article_id, there = kept
    mention, entity = there.mention("Bonn"), there.entity("Bonn")
    corrections.make(article_id, wishes.no_name(mention, entity, there.article, is_whole=True))
    elsewhere = article_of("Ganz andere Wörter stehen in Wien.")
    strange = Mention(Span(29, 33), "Wien")
    lost = corrections.make(article_id, wishes.no_name(strange, entity, elsewhere, is_whole=False))

    assert corrections.misfits() == {lost}
    corrections.withdraw(lost)
    assert corrections.misfits() == set()


def test_dictionary_as_it_was(kept: tuple[Corrections, ArticleId, Page]) -> None:
    """The whole dictionary can be set to what it was before."""
    corrections, _, _ = kept
    old = DictionaryEntry(DictionaryEntryId(0), "Bonn", EntityKind.PLACE)
    corrections.dictionary.put(old)
    before = corrections.dictionary.entries()
    corrections.dictionary.put(replace(old, kind=None))
    corrections.dictionary.put(replace(old, text="Berg"))

    corrections.dictionary.set_all(before)

    assert corrections.dictionary.entries() == before


def test_all_or_nothing(kept: tuple[Corrections, ArticleId, Page]) -> None:
    """Of what is changed together nothing stays if one thing fails."""
    corrections, _, _ = kept

    def fails() -> None:
        with corrections.together():
            corrections.dictionary.put(DictionaryEntry(DictionaryEntryId(0), "Bonn", None))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert corrections.dictionary.entries() == ()


def test_entities_of_the_library(kept: tuple[Corrections, ArticleId, Page]) -> None:
    """Every entity of the library is known by its name and kind."""
    corrections, _, _ = kept

    found = corrections.known_entities()

    assert [(one.canonical_name, one.kind) for one in found] == [
        ("Anna Berg", EntityKind.PERSON),
        ("Bonn", EntityKind.PLACE),
    ]
