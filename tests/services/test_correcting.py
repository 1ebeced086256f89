"""What the reader says wins over what the machine finds."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from reader.domain.annotations import Annotations
from reader.domain.articles import Article, ArticleId
from reader.domain.corrections import (
    Anchor,
    Correction,
    CorrectionAction,
    CorrectionId,
    EntityCorrection,
    QuotationCorrection,
    Sameness,
    SamenessId,
    StoredCorrection,
)
from reader.domain.entities import EntityKey, EntityKind
from reader.domain.mentions import MentionForm
from reader.domain.quotations import Phrase, QuotationKind
from reader.domain.spans import Span
from reader.services.correcting import Corrected, corrected
from reader.services.exporting import article_document
from reader.services.samenesses import Samenesses
from tests.contract import breaches
from tests.fakes import Marked, marked

Makes = Callable[..., Article]
NOON = datetime(2025, 1, 1, 12, tzinfo=UTC)
PERSON, ORGANIZATION = EntityKind.PERSON, EntityKind.ORGANIZATION
WEAPON, PLACE, OTHER = EntityKind.WEAPON, EntityKind.PLACE, EntityKind.OTHER
Action = CorrectionAction


@dataclass
class Desk:
    """An article with the findings of the machine, and what the reader says of it."""

    article: Article
    annotations: Annotations
    samenesses: Samenesses
    said: list[StoredCorrection]

    def at(self, words: str, number: int = 1) -> Anchor:
        """Where the words stand for the `number`th time."""
        start = -1
        for _ in range(number):
            start = self.article.text.index(words, start + 1)
        return Anchor.of(Span(start, start + len(words)), self.article.text)

    def say(self, correction: Correction) -> CorrectionId:
        correction_id = CorrectionId(len(self.said) + 1)
        self.said.append(StoredCorrection(correction_id, ArticleId(1), NOON, correction))
        return correction_id

    def name(
        self,
        action: CorrectionAction,
        anchors: Sequence[Anchor] | str,
        kind: EntityKind | None,
        name: str = "",
        *,
        is_whole: bool = False,
        dropped: str = "",
    ) -> CorrectionId:
        anchors = (self.at(anchors),) if isinstance(anchors, str) else tuple(anchors)
        at = (self.at(dropped),) if dropped else ()
        return self.say(EntityCorrection(action, anchors, kind, name, dropped=at, is_whole=is_whole))

    def quotation(
        self,
        action: CorrectionAction,
        words: str,
        kind: QuotationKind | None,
        speaker: str = "",
        *,
        replaced: str = "",
        speaker_at: str = "",
    ) -> CorrectionId:
        return self.say(
            QuotationCorrection(
                action,
                (self.at(words),),
                kind,
                PERSON if speaker else None,
                speaker,
                (self.at(speaker_at),) if speaker_at else (),
                (self.at(replaced),) if replaced else (),
            )
        )

    def withdraw(self, correction_id: CorrectionId) -> None:
        self.said = [
            replace(stored, is_withdrawn=True) if stored.id == correction_id else stored
            for stored in self.said
        ]

    def declare(self, *declared: tuple[str, str, bool]) -> None:
        """Each first, second, and whether they are the same; all are people or as written kind:name."""
        self.samenesses = Samenesses(
            Sameness(SamenessId(number), _key(first), _key(second), first, second, is_same)
            for number, (first, second, is_same) in enumerate(declared)
        )

    def result(self) -> Corrected:
        return corrected(self.article, self.annotations, self.said, samenesses=self.samenesses)

    def entities(self) -> dict[str, list[str]]:
        """Kind and name of each entity with its mentions."""
        return {
            f"{entity.kind}:{entity.canonical_name}": [mention.text for mention in entity.mentions]
            for entity in self.result().annotations.entities
        }

    def quotations(self) -> list[tuple[str, str | None]]:
        """Each quotation with the name of its speaker."""
        annotations = self.result().annotations
        names = {entity.id: entity.canonical_name for entity in annotations.entities}
        return [
            (found.text, names[found.attribution.entity] if found.attribution.entity else None)
            for found in annotations.quotations
        ]


def _key(name: str) -> EntityKey:
    return EntityKey(PERSON, name.casefold())


@pytest.fixture
def desk(article_of: Makes) -> Callable[[str], Desk]:
    def lay(source: str) -> Desk:
        text: Marked = marked(source)
        article = article_of(text.text)
        return Desk(article, text.annotations_for(article), Samenesses(), [])

    return lay


Lays = Callable[[str], Desk]
BERG = (
    "[person:Anna Berg] kam nach [place:Bonn]. {Anna Berg: „Ich bleibe“}, sagte [person:Berg=Anna Berg]. "
    "Auch [person:Ben Yıldız] war da, und [person:Berg=Anna Berg] lachte über den Nebel."
)


def test_without_a_word_of_the_reader_nothing_changes(desk: Lays) -> None:
    """Not even an object."""
    there = desk(BERG)

    assert there.result().annotations == there.annotations
    assert there.result().annotations.entities[0] is there.annotations.entities[0]


def test_what_is_no_entity_is_gone(desk: Lays) -> None:
    """One mention of it, or the whole."""
    there = desk(BERG)
    there.name(Action.NOT_AN_ENTITY, "Bonn", None)
    there.name(Action.NOT_AN_ENTITY, [there.at("Berg", 2)], None)
    assert there.entities() == {
        "person:Anna Berg": ["Anna Berg", "Berg"],
        "person:Ben Yıldız": ["Ben Yıldız"],
    }

    there.name(Action.NOT_AN_ENTITY, "Anna Berg", None, is_whole=True)
    assert there.entities() == {"person:Ben Yıldız": ["Ben Yıldız"]}


def test_another_kind_is_that_of_all_its_mentions(desk: Lays) -> None:
    """Or of one alone, which leaves its entity."""
    there = desk(BERG)
    there.name(Action.RETYPE, "Anna Berg", PLACE, "Anna Berg", is_whole=True)
    assert there.entities()["place:Anna Berg"] == ["Anna Berg", "Berg", "Berg"]

    there.name(Action.RETYPE, [there.at("Berg", 3)], ORGANIZATION, "Berg")
    assert there.entities()["place:Anna Berg"] == ["Anna Berg", "Berg"]
    assert there.entities()["organization:Berg"] == ["Berg"]


def test_a_mention_is_made_longer_or_shorter(desk: Lays) -> None:
    """It stays one of its entity, whatever a newer model calls that."""
    there = desk("[person:Frau Berg=Anna Berg] und [person:Ben=Ben Yıldız] Yıldız.")
    there.name(Action.RESIZE, "Berg", PERSON, "Berg", dropped="Frau Berg")
    there.name(Action.RESIZE, "Ben Yıldız", PERSON, "Ben", dropped="Ben")

    assert there.entities() == {"person:Anna Berg": ["Berg"], "person:Ben Yıldız": ["Ben Yıldız"]}


def test_a_selection_is_marked(desk: Lays) -> None:
    """Alone, or as a mention of what is there; what overlaps gives way."""
    there = desk(BERG)
    there.name(Action.MARK, "Nebel", WEAPON)
    there.name(Action.MARK, "Auch Ben", PERSON, "anna berg")

    assert there.entities() == {
        "person:Anna Berg": ["Anna Berg", "Berg", "Auch Ben", "Berg"],
        "place:Bonn": ["Bonn"],
        "weapon:Nebel": ["Nebel"],
    }


def test_merged_entities_are_one_by_the_name_that_was_said(desk: Lays) -> None:
    """And their quotations are by that one."""
    there = desk(BERG)
    anchors = [there.at("Ben Yıldız"), there.at("Anna Berg")]
    there.name(Action.MERGE, anchors, PERSON, "Ben Yıldız", is_whole=True)

    assert there.entities() == {
        "person:Ben Yıldız": ["Anna Berg", "Berg", "Ben Yıldız", "Berg"],
        "place:Bonn": ["Bonn"],
    }
    assert there.quotations() == [("„Ich bleibe“", "Ben Yıldız")]


def test_what_was_merged_stays_so_when_the_machine_finds_other_names(desk: Lays) -> None:
    """A new model splits, renames and cuts otherwise; the statement holds."""
    there = desk(BERG)
    anchors = [there.at("Ben Yıldız"), there.at("Anna Berg")]
    there.name(Action.MERGE, anchors, PERSON, "Anna Berg", is_whole=True)
    other = desk(
        "[place:Anna] Berg kam nach [place:Bonn]. „Ich bleibe“, sagte [person:Berg]. "
        "Auch [organization:Ben Yıldız=Yıldız] war da, und [person:Berg] lachte über den Nebel."
    )

    there.annotations = other.annotations

    assert there.entities() == {
        "person:Anna Berg": ["Anna Berg", "Ben Yıldız"],
        "place:Bonn": ["Bonn"],
        "person:Berg": ["Berg", "Berg"],
    }


def test_a_mention_that_is_split_off_is_another_entity(desk: Lays) -> None:
    """Even if both bear one name; its quotation goes with it."""
    there = desk("[person:Berg] kam. [person:Berg] ging. {Berg: „Nein“}, sagte [person:Berg].")
    there.annotations = replace(
        there.annotations,
        quotations=tuple(
            replace(found, attribution=replace(found.attribution, speaker=_phrase(there, "Berg", 3)))
            for found in there.annotations.quotations
        ),
    )
    there.name(Action.SPLIT, [there.at("Berg", 3)], PERSON, "Berg")
    annotations = there.result().annotations

    assert [[mention.text for mention in entity.mentions] for entity in annotations.entities] == [
        ["Berg", "Berg"],
        ["Berg"],
    ]
    assert annotations.quotations[0].attribution.entity == annotations.entities[1].id


def _phrase(there: Desk, words: str, number: int) -> Phrase:
    return Phrase(words, (there.at(words, number).span,))


def test_a_renamed_entity_keeps_what_is_known_of_it(desk: Lays) -> None:
    """Roles, knowledge and mentions; its old name is another of its names where it is printed."""
    there = desk(BERG)
    known = replace(there.annotations.entities[0], roles=("Ministerin",), knowledge_id="person-berg")
    there.annotations = replace(there.annotations, entities=(known, *there.annotations.entities[1:]))
    there.name(Action.RENAME, "Anna Berg", PERSON, "Anna B. Berg", is_whole=True)
    renamed = there.result().annotations.entities[0]

    assert (renamed.canonical_name, renamed.roles, renamed.knowledge_id) == (
        "Anna B. Berg",
        ("Ministerin",),
        "person-berg",
    )
    assert renamed.aliases == ("Anna Berg", "Berg")
    assert renamed.id == known.id


def test_knowledge_of_another_kind_is_not_true_any_more(desk: Lays) -> None:
    """Who is a place is no minister."""
    there = desk(BERG)
    known = replace(there.annotations.entities[0], roles=("Ministerin",), knowledge_id="person-berg")
    there.annotations = replace(there.annotations, entities=(known, *there.annotations.entities[1:]))
    there.name(Action.RETYPE, "Anna Berg", PLACE, "Anna Berg", is_whole=True)
    retyped = there.result().annotations.entities[0]

    assert (retyped.roles, retyped.knowledge_id) == ((), None)


def test_knowledge_is_true_again_of_the_kind_that_was_found(desk: Lays) -> None:
    """Who presses the wrong key and then the right one has lost nothing."""
    there = desk(BERG)
    known = replace(there.annotations.entities[0], roles=("Ministerin",), knowledge_id="person-berg")
    there.annotations = replace(there.annotations, entities=(known, *there.annotations.entities[1:]))
    there.name(Action.RETYPE, "Anna Berg", PLACE, "Anna Berg", is_whole=True)
    there.name(Action.RETYPE, "Anna Berg", PERSON, "Anna Berg", is_whole=True)
    retyped = there.result().annotations.entities[0]

    assert (retyped.roles, retyped.knowledge_id) == (("Ministerin",), "person-berg")


def test_the_new_name_of_another_entity_makes_both_one(desk: Lays) -> None:
    """Two entities cannot bear one name and kind."""
    there = desk(BERG)
    there.name(Action.RENAME, "Ben Yıldız", PERSON, "ANNA BERG", is_whole=True)

    assert there.entities()["person:ANNA BERG"] == ["Anna Berg", "Berg", "Ben Yıldız", "Berg"]


def test_what_the_reader_said_shows_as_such(desk: Lays) -> None:
    """Mention and entity; what was not spoken of does not."""
    there = desk(BERG)
    there.name(Action.MARK, "Nebel", WEAPON)
    annotations = there.result().annotations
    documents = article_document(there.article, annotations)["entities"]

    assert [entity.canonical_name for entity in annotations.entities if entity.is_corrected] == ["Nebel"]
    assert [mention.confidence for mention, _ in annotations.mentions() if mention.is_corrected] == [1.0]
    assert [document["name"] for document in documents if document.get("corrected")] == ["Nebel"]
    assert documents[-1]["mentions"][0]["corrected"] is True
    assert all("corrected" not in document for document in documents[:-1])


def test_later_statements_win_and_withdrawn_ones_do_nothing(desk: Lays) -> None:
    """In whatever order they are withdrawn."""
    there = desk("[place:Paris] lachte.")
    first = there.name(Action.RETYPE, "Paris", PERSON, "Paris", is_whole=True)
    second = there.name(Action.RETYPE, "Paris", ORGANIZATION, "Paris", is_whole=True)
    third = there.name(Action.NOT_AN_ENTITY, "Paris", None, is_whole=True)
    results = [there.entities()]
    for withdrawn in (second, third, first):
        there.withdraw(withdrawn)
        results.append(there.entities())

    assert results == [{}, {}, {"person:Paris": ["Paris"]}, {"place:Paris": ["Paris"]}]


def test_a_statement_whose_words_are_gone_is_told_and_the_rest_holds(desk: Lays) -> None:
    """It is a misfit, not lost."""
    there = desk(BERG)
    elsewhere = Anchor.of(Span(0, 7), "Céline Favre reiste gestern nach Genf, um dort zu singen.")
    lost = there.name(Action.NOT_AN_ENTITY, [elsewhere], None)
    no_quotation = there.say(QuotationCorrection(Action.NOT_A_QUOTATION, (elsewhere,), None))
    there.name(Action.NOT_AN_ENTITY, "Bonn", None)
    there.withdraw(there.name(Action.NOT_AN_ENTITY, [elsewhere], None))

    assert there.result().misfits == (lost, no_quotation)
    assert "place:Bonn" not in there.entities()


def test_a_speaker_whose_entity_is_gone_is_still_printed(desk: Lays) -> None:
    """The words stay, the entity does not."""
    there = desk("{Berg: „Nein“}, sagte [person:Berg].")
    (quotation,) = there.annotations.quotations
    attribution = replace(quotation.attribution, speaker=_phrase(there, "Berg", 1))
    there.annotations = replace(there.annotations, quotations=(replace(quotation, attribution=attribution),))
    there.name(Action.NOT_AN_ENTITY, "Berg", None, is_whole=True)
    (left,) = there.result().annotations.quotations

    assert left.attribution.entity is None
    assert left.attribution.speaker is not None
    assert left.attribution.speaker.text == "Berg"


def with_pronouns(there: Desk, *words: str) -> Desk:
    """Mentions with these words are pronouns."""
    there.annotations = replace(
        there.annotations,
        entities=tuple(
            replace(
                entity,
                mentions=tuple(
                    replace(mention, form=MentionForm.PRONOUN) if mention.text in words else mention
                    for mention in entity.mentions
                ),
            )
            for entity in there.annotations.entities
        ),
    )
    return there


def test_a_pronoun_alone_is_no_entity(desk: Lays) -> None:
    """It goes where the name goes, and with it the quotation."""
    source = "[person:Anna] kam. {Anna: „Ja“}, sagte [person:sie=Anna]. [place:Bonn] schwieg."
    there = with_pronouns(desk(source), "sie")
    there.name(Action.RETYPE, "Anna", ORGANIZATION, "ANNA AG")
    assert there.entities() == {"organization:ANNA AG": ["Anna", "sie"], "place:Bonn": ["Bonn"]}
    assert there.quotations() == [("„Ja“", "ANNA AG")]

    there.name(Action.NOT_AN_ENTITY, "Anna", None)
    assert there.entities() == {"place:Bonn": ["Bonn"]}
    assert there.quotations() == [("„Ja“", None)]


# Quotations.


def test_what_is_no_quotation_is_gone(desk: Lays) -> None:
    """Also if a newer model finds other borders; what lay in it lies in what was around."""
    there = desk("{Anna: Sie sagte, {: er habe {: „nie“} gelogen}}. [person:Anna] ging.")
    there.annotations = replace(
        there.annotations,
        quotations=tuple(
            replace(found, nested_in=before.id if before else None)
            for before, found in zip(
                (None, *there.annotations.quotations), there.annotations.quotations, strict=False
            )
        ),
    )
    there.quotation(Action.NOT_A_QUOTATION, "habe „nie“ gelogen", None)
    outer, inner = there.result().annotations.quotations

    assert [outer.text, inner.text] == ["Sie sagte, er habe „nie“ gelogen", "„nie“"]
    assert inner.nested_in == outer.id


def test_another_speaker_is_said(desk: Lays) -> None:
    """By name, by a mention, or nobody; the borders of the machine hold."""
    there = desk(BERG)
    there.quotation(Action.SPEAKER, "Ich bleibe", QuotationKind.DIRECT, "Ben Yıldız")
    assert there.quotations() == [("„Ich bleibe“", "Ben Yıldız")]

    there.quotation(Action.SPEAKER, "„Ich bleibe“", QuotationKind.DIRECT, "Bonner", speaker_at="Bonn")
    assert there.quotations() == [("„Ich bleibe“", "Bonn")]

    there.quotation(Action.SPEAKER, "„Ich bleibe“", QuotationKind.DIRECT, "Niemand Sonst")
    (quotation,) = there.result().annotations.quotations
    assert quotation.attribution.speaker is not None
    assert (quotation.attribution.speaker.text, quotation.attribution.entity) == ("Niemand Sonst", None)

    there.quotation(Action.SPEAKER, "„Ich bleibe“", QuotationKind.DIRECT)
    (quotation,) = there.result().annotations.quotations
    assert (quotation.attribution.speaker, quotation.attribution.entity) == (None, None)
    assert quotation.is_corrected


def test_a_speaker_known_by_a_mention_is_found_under_any_name(desk: Lays) -> None:
    """Renamed by the reader or by a newer model."""
    there = desk(BERG)
    there.quotation(
        Action.SPEAKER, "„Ich bleibe“", QuotationKind.DIRECT, "Ben Yıldız", speaker_at="Ben Yıldız"
    )
    there.name(Action.RENAME, "Ben Yıldız", PERSON, "Benjamin Yıldız", is_whole=True)

    assert there.quotations() == [("„Ich bleibe“", "Benjamin Yıldız")]


def test_the_extent_is_changed_and_the_speaker_stays(desk: Lays) -> None:
    """Unless another is named."""
    there = desk(BERG)
    there.quotation(
        Action.EXTENT, "„Ich bleibe“, sagte Berg", QuotationKind.INDIRECT, replaced="„Ich bleibe“"
    )
    assert there.quotations() == [("„Ich bleibe“, sagte Berg", "Anna Berg")]

    there.quotation(
        Action.EXTENT, "bleibe", QuotationKind.DIRECT, "Ben Yıldız", replaced="„Ich bleibe“, sagte Berg"
    )
    assert there.quotations() == [("bleibe", "Ben Yıldız")]


def test_a_selection_is_a_quotation(desk: Lays) -> None:
    """Inside another it is nested; the machine's that only crosses it gives way."""
    there = desk("[person:Anna] kam. {Anna: Sie bleibe noch lange}, sagte sie. {Anna: Es sei kalt.}")
    there.quotation(Action.QUOTATION, "noch", QuotationKind.DIRECT, "Anna")
    there.quotation(Action.QUOTATION, "kalt. ".strip(), QuotationKind.DIRECT)
    there.quotation(Action.QUOTATION, "sagte sie. Es sei", QuotationKind.INDIRECT)
    found = there.result().annotations.quotations

    assert [(quotation.text, quotation.nested_in) for quotation in found] == [
        ("Sie bleibe noch lange", None),
        ("noch", found[0].id),
        ("sagte sie. Es sei", None),
        ("kalt.", None),
    ]


def test_several_pieces_are_one_quotation(desk: Lays) -> None:
    """In the order of the text, whatever their order was."""
    there = desk("[person:Anna]: „Ich“, sagte sie, „bleibe“.")
    pieces = (there.at("„bleibe“"), there.at("„Ich“"))
    there.say(QuotationCorrection(Action.QUOTATION, pieces, QuotationKind.DIRECT, PERSON, "Anna"))

    assert there.quotations() == [("„Ich“ … „bleibe“", "Anna")]


# Declarations for the whole library.


def test_what_is_declared_the_same_is_one_entity(desk: Lays) -> None:
    """By the name of the first; over several steps."""
    there = desk("[person:Anna], [person:Berg], [person:Annchen] und [person:Ben].")
    there.declare(("Berg", "Annchen", True), ("Anna", "Berg", True))
    assert there.entities() == {"person:Anna": ["Anna", "Berg", "Annchen"], "person:Ben": ["Ben"]}

    there.declare(("Anna", "Berg", True), ("Berg", "Anna", True), ("Anna", "Anna", True))
    assert there.entities()["person:Anna"] == ["Anna", "Berg"]


def test_two_that_are_the_same_as_a_third_are_one_without_it(desk: Lays) -> None:
    """The third need not be in the article."""
    there = desk("[person:Berg] und [person:Annchen].")
    there.declare(("Anna", "Berg", True), ("Anna", "Annchen", True))

    assert there.entities() == {"person:Berg": ["Berg", "Annchen"]}


def test_what_is_declared_different_is_kept_apart(desk: Lays) -> None:
    """Each mention goes where its words belong, also in the genitive."""
    there = desk("[person:Berg] und [person:Bergers=Berg] Hund, dazu [person:sie=Berg].")
    there.declare(("Berg", "Berger", False))

    assert there.entities() == {"person:Berg": ["Berg", "sie"], "person:Berger": ["Bergers"]}


def test_different_is_stronger_than_the_same(desk: Lays) -> None:
    """Those declared different do not become one by a detour."""
    there = desk("[person:Anna], [person:Berg] und [person:Ben].")
    there.declare(("Anna", "Berg", True), ("Berg", "Ben", True), ("Anna", "Ben", False))

    assert there.entities() == {"person:Anna": ["Anna", "Berg"], "person:Ben": ["Ben"]}


def test_an_article_may_differ_from_the_library(desk: Lays) -> None:
    """What was split off here stays split, though it is the same elsewhere."""
    there = desk("[person:Anna] und [person:Berg].")
    there.declare(("Anna", "Berg", True))
    there.name(Action.SPLIT, "Berg", PERSON, "Berg")

    assert there.entities() == {"person:Anna": ["Anna"], "person:Berg": ["Berg"]}


def test_what_the_reader_marks_follows_a_declaration(desk: Lays) -> None:
    """Though the machine had not found it."""
    there = desk("[person:Anna] und Berg.")
    there.declare(("Anna", "Berg", True))
    there.name(Action.MARK, "Berg", PERSON)

    assert there.entities() == {"person:Anna": ["Anna", "Berg"]}


# Whatever is said.

LETTERS = "Anna Berg traf Ben. „Ja“, sagte er in Bonn; 😀 sie schwieg.\n\n"


def some_annotations(dice: random.Random, article: Article) -> Annotations:
    """Findings that may overlap, as a careless machine may make them."""
    pieces: list[str] = []
    for word in article.text.split(" "):
        roll = dice.random()
        if roll < 0.15 and word.strip() and "\n" not in word:
            pieces.append(f"[{dice.choice(list(EntityKind))}:{word}=N{dice.randrange(6)}]")
        elif roll < 0.25 and "\n" not in word and word.strip():
            pieces.append(f"{{N{dice.randrange(6)}: {word}}}")
        else:
            pieces.append(word)
    text = marked(" ".join(pieces))
    assert text.text == article.text
    found = text.annotations_for(article)
    entities = [
        replace(
            entity,
            mentions=tuple(
                replace(mention, form=dice.choice(list(MentionForm))) for mention in entity.mentions
            ),
        )
        for entity in found.entities
    ]
    return replace(found, entities=tuple(entities))


def some_correction(dice: random.Random, text: str) -> Correction:
    def anchors(most: int) -> tuple[Anchor, ...]:
        found = []
        for _ in range(dice.randrange(most + 1)):
            start = dice.randrange(len(text))
            span = Span(start, min(len(text), start + dice.randrange(30)))
            anchor = Anchor.of(span, text)
            found.append(replace(anchor, exact="anders") if dice.random() < 0.1 else anchor)
        return tuple(found)

    name = dice.choice(["", " ", "N1", "n2", "Anna", "Ganz neu"])
    if dice.random() < 0.6:
        return EntityCorrection(
            dice.choice(list(CorrectionAction)),
            anchors(3),
            dice.choice([None, *EntityKind]),
            name,
            dice.random() < 0.2,
            anchors(1),
            dice.random() < 0.5,
        )
    return QuotationCorrection(
        dice.choice(list(CorrectionAction)),
        anchors(3),
        dice.choice([None, *QuotationKind]),
        dice.choice([None, *EntityKind]),
        name,
        anchors(1),
        anchors(2),
    )


def faults(article: Article, annotations: Annotations) -> list[str]:
    """Where annotations do not keep what they promise."""
    found = breaches(article_document(article, annotations))
    firsts = [min(mention.span for mention in entity.mentions) for entity in annotations.entities]
    if firsts != sorted(firsts):
        found.append("entities out of order")
    if any(list(entity.mentions) != sorted(entity.mentions, key=_place) for entity in annotations.entities):
        found.append("mentions out of order")
    places = sorted((mention.span for mention, _ in annotations.mentions() if mention.is_corrected))
    if any(one.overlaps(other) for one, other in pairwise(places)):
        found.append("the reader's mentions overlap")
    starts = [quotation.content[0].start for quotation in annotations.quotations]
    if starts != sorted(starts):
        found.append("quotations out of order")
    parents = {quotation.id: quotation.nested_in for quotation in annotations.quotations}
    if len(parents) != len(annotations.quotations):
        found.append("ids of quotations")
    for quotation_id, outer in parents.items():
        seen, parent = {quotation_id}, outer
        while parent is not None and parent not in seen:
            seen.add(parent)
            parent = parents[parent]
        if parent is not None:
            found.append("a quotation in itself")
    return found


def _place(mention: object) -> Span:
    return mention.span  # type: ignore[attr-defined]


@pytest.mark.parametrize("seed", range(150))
def test_whatever_is_said_the_annotations_are_sound(article_of: Makes, seed: int) -> None:
    """Contradicting, overlapping, senseless, half of it withdrawn: never an error, always the contract."""
    dice = random.Random(seed)  # noqa: S311  (no secret)
    article = article_of(LETTERS * dice.randrange(1, 6))
    annotations = some_annotations(dice, article)
    said = [
        StoredCorrection(
            CorrectionId(number),
            ArticleId(1),
            NOON,
            some_correction(dice, article.text),
            is_withdrawn=dice.random() < 0.2,
        )
        for number in range(dice.randrange(40))
    ]
    names = [f"N{number}" for number in range(6)]
    samenesses = Samenesses(
        Sameness(
            SamenessId(number),
            EntityKey(dice.choice(list(EntityKind)), dice.choice(names).casefold()),
            EntityKey(dice.choice(list(EntityKind)), dice.choice(names).casefold()),
            dice.choice(names),
            dice.choice(names),
            dice.random() < 0.7,
        )
        for number in range(dice.randrange(8))
    )

    result = corrected(article, annotations, said, samenesses=samenesses)

    assert faults(article, result.annotations) == []
    assert set(result.misfits) <= {stored.id for stored in said if not stored.is_withdrawn}
    assert corrected(article, annotations, said, samenesses=samenesses) == result
