"""The pipeline, as spaCy sees it and as the app does."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from reader.domain.annotations import Annotations
from reader.domain.articles import Article
from reader.domain.entities import EntityKind
from reader.domain.quotations import QuotationKind
from reader.nlp import load_pipeline
from reader.nlp.pipeline import LONGEST_PIECE, Pipeline, pieces_of

ArticleOf = Callable[..., Article]
TEXT = (
    "Ottawa sagt Hilfe zu\n\nKiew – Die Ministerin Odile Marchand reist in die Ukraine. „Wir helfen“, sagte "
    "Marchand. Die Bundeswehr gibt einen Leopard 2A6 ab, dazu Flugabwehrsysteme."
)
LABELS = {"PER", "ORG", "LOC", "WEAPON", "MISC"}


def spans_of(annotations: Annotations) -> list[tuple[int, int, str]]:
    """Every position the annotations hold, with the text they claim to be there."""
    mentions = [(m.span.start, m.span.end, m.text) for m, _ in annotations.mentions()]
    quotations = [
        (piece.start, piece.end, one.text)
        for one in annotations.quotations
        if len(one.content) == 1
        for piece in one.content
    ]
    return mentions + quotations


def test_ents_and_quotations_are_where_spacy_expects_them(nlp: Language) -> None:
    """`doc.ents` carry our five labels, `doc.spans` the quotations."""
    doc = nlp(TEXT)

    found = {(ent.text, ent.label_) for ent in doc.ents}
    assert {("Ottawa", "LOC"), ("Odile Marchand", "PER"), ("Bundeswehr", "ORG")} <= found
    assert ("Leopard 2A6", "WEAPON") in found
    assert {label for _, label in found} <= LABELS
    assert ("„Wir helfen“", "direct") in {(span.text, span.label_) for span in doc.spans["quotations"]}


def test_generic_words_are_in_the_spans_alone(nlp: Language) -> None:
    """A class of weapons is no name."""
    doc = nlp(TEXT)

    assert ("Flugabwehrsysteme", "WEAPONgeneric") in {(one.text, one.label_) for one in doc.spans["names"]}
    assert "Flugabwehrsysteme" not in {ent.text for ent in doc.ents}


def test_money_is_tagged_and_no_entity(nlp: Language) -> None:
    """The guidelines of the training data call a currency a name; a reader looks for none."""
    doc = nlp("Der Bund zahlt der Gemeinde Nordheim 12,5 Millionen Euro, die Schweiz 3 Millionen Franken.")

    assert {("Euro", "MISC"), ("Franken", "MISC")} <= {(one.text, one.label_) for one in doc.spans["names"]}
    assert {entity.canonical_name for entity in doc._.entities}.isdisjoint({"Euro", "Franken"})


def test_ready_made_docs_and_texts_are_taken_alike(nlp: Language) -> None:
    """Given words stay as they are."""
    words = ["Odile", "Marchand", "reist", "nach", "Kiew", "."]
    given, read = nlp.pipe([Doc(nlp.vocab, words=words), "Odile Marchand reist nach Kiew."])

    assert [token.text for token in given] == words
    assert [(e.text, e.label_) for e in given.ents] == [(e.text, e.label_) for e in read.ents]
    assert ("Kiew", "LOC") in [(e.text, e.label_) for e in given.ents]


def test_spacy_can_evaluate_it(nlp: Language) -> None:
    """`nlp.evaluate` scores the ents."""
    text = "Anna Lau lebt in Bonn."
    at = text.index("Bonn")
    gold = Example.from_dict(
        nlp.make_doc(text), {"entities": [(0, len("Anna Lau"), "PER"), (at, at + len("Bonn"), "LOC")]}
    )

    assert nlp.evaluate([gold])["ents_f"] == 1.0


def test_displacy_can_draw_it(nlp: Language) -> None:
    """Both of its styles know where our findings are."""
    doc = nlp(TEXT)

    ents = displacy.render(doc, style="ent", jupyter=False)
    spans = displacy.render(doc, style="span", jupyter=False, options={"spans_key": "quotations"})
    assert "Leopard 2A6" in ents
    assert "direct" in spans


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "😀 Kiew 😀\n\n😀😀 Odile Marchand reist nach Kiew. 😀 „Gut 😀 so“, sagte Marchand. Eine Su-34.",
        "Kiew\n\nDer Leopard\u00a02 und die Iris‑T stehen in\u202fKiew bei Odile\u00a0Marchand.",
        "Kiew\n\nOdile\nMarchand reist\nnach\nKiew. „Wir\nhelfen“, sagte\nMarchand.",
        "Kiew\n\n\n\n\tOdile Marchand reist nach Kiew.   Sie bleibt.\n \n Die Su-34.",
        "𝔎𝔦𝔢𝔴\n\n𝕆 Odile Marchand 𝕆 in Kiew e\u0301 n\u0303",
    ],
)
def test_positions_count_the_characters_of_the_article(
    pipeline: Pipeline, article_of: ArticleOf, text: str
) -> None:
    """Emoji, no-break spaces, line ends and letters beyond the usual are one each."""
    annotations = pipeline.analyse(article_of(text))

    spans = spans_of(annotations)
    assert spans
    assert [text[start:end] for start, end, _ in spans] == [shown for _, _, shown in spans]


def test_no_name_goes_over_the_border_of_a_block(pipeline: Pipeline, article_of: ArticleOf) -> None:
    """A headline and the text below it are never one name."""
    annotations = pipeline.analyse(article_of("Besuch bei Odile\n\nMarchand reist nach Kiew"))

    assert not [text for _, _, text in spans_of(annotations) if "\n" in text]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "12", "„“", "\u200b", "😀"])
def test_a_text_without_words_has_no_findings(pipeline: Pipeline, article_of: ArticleOf, text: str) -> None:
    """Nothing is found, and nothing breaks."""
    annotations = pipeline.analyse(article_of(text))

    assert (annotations.entities, annotations.quotations) == ((), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kiew – Der Präsident kam.", {"Kiew"}),
        ("BERLIN (dpa) – Der Bundestag stimmt ab.", {"Berlin", "Deutsche Presse-Agentur", "Bundestag"}),
        ("WARSCHAU. Polen kauft Panzer.", {"Warschau", "Polen", "Panzer"}),
        ("Liebe Leserinnen und Leser, guten Morgen! Hallo und viele Grüße!", set()),
        ("Am Montag, 3. März 2025, um 12.30 Uhr geht es los. Am Dienstag auch.", set()),
        ("Punkt A und Punkt B. Seite 3. Absatz 2. Ja. Nein. 5 % von 20 Euro.", set()),
        ("– – – … *** „ “ ! ? ( )", set()),
        ("Bürger*innen, Kund:innen und Lehrer/-innen sind willkommen.", set()),
        ("- Kiew\n- Moskau\n- Berlin", {"Kiew", "Moskau", "Berlin"}),
    ],
)
def test_datelines_greetings_and_dates(
    pipeline: Pipeline, article_of: ArticleOf, text: str, expected: set[str]
) -> None:
    """Places of a dateline are found; letters, days, greetings and marks are nothing."""
    annotations = pipeline.analyse(article_of(text))

    assert {entity.canonical_name for entity in annotations.entities} == expected


def test_a_surname_and_a_full_name_are_one_person(pipeline: Pipeline, article_of: ArticleOf) -> None:
    """Also in the genitive, and in a headline of capitals."""
    annotations = pipeline.analyse(
        article_of(
            "MARCHAND WARNT\n\nMinisterin Odile Marchand kam. Marchand lachte. Marchands Rede war kurz."
        )
    )

    [person] = [entity for entity in annotations.entities if entity.kind is EntityKind.PERSON]
    assert person.canonical_name == "Odile Marchand"
    assert len(person.mentions) == 4
    assert person.roles == ("Ministerin",)


def test_long_blocks_are_cut_without_loss(article_of: ArticleOf) -> None:
    """The pieces put together are the article."""
    text = "Kiew\n\n" + "Odile Marchand reist nach Kiew. " * 500 + "x" * (2 * LONGEST_PIECE) + " Ende"
    pieces = list(pieces_of(article_of(text)))

    assert "".join(piece.gap + piece.text for piece in pieces) == text
    assert max(len(piece.text) for piece in pieces) <= LONGEST_PIECE


def test_the_end_of_a_long_text_is_read_like_its_beginning(pipeline: Pipeline, article_of: ArticleOf) -> None:
    """Nothing is lost behind the first pieces, and positions stay right."""
    text = "Kiew\n\n" + "Odile Marchand reist nach Kiew. " * 400
    annotations = pipeline.analyse(article_of(text))

    spans = spans_of(annotations)
    last = text.rindex("Kiew")
    assert (last, last + len("Kiew"), "Kiew") in spans
    assert all(text[start:end] == shown for start, end, shown in spans)


def test_a_text_without_a_model_gets_catalogue_names_and_direct_quotations(
    resources: Path, article_of: ArticleOf
) -> None:
    """And says that no language model was there."""
    text = "Vapen\n\nKiev fick Leopard 2 och Himars. ”Vi behöver mer än så här”, sade Anna Lau."
    annotations = Pipeline.load("sv", resources).analyse(article_of(text, language="sv"))

    assert not annotations.has_language_model
    assert [entity.canonical_name for entity in annotations.entities] == ["Leopard 2", "Himars"]
    assert [(one.kind, one.text) for one in annotations.quotations] == [
        (QuotationKind.DIRECT, "”Vi behöver mer än så här”")
    ]


def test_an_english_text_is_read_by_the_same_model(resources: Path, article_of: ArticleOf) -> None:
    """Names, weapons, and who said what."""
    text = (
        "Tanks for Kyiv\n\nGermany will send Leopard 2 tanks to Ukraine, minister Karla Weissbach said on "
        'Monday. "We need more of them," said Weissbach in Berlin.'
    )
    annotations = Pipeline.load("en", resources).analyse(article_of(text, language="en"))

    assert annotations.has_language_model
    names = {entity.canonical_name for entity in annotations.entities}
    assert {"Germany", "Ukraine", "Karla Weissbach", "Berlin", "Leopard 2"} <= names
    (spoken,) = [one for one in annotations.quotations if one.kind is QuotationKind.DIRECT]
    assert spoken.attribution.entity is not None
    speaker = annotations.entity(spoken.attribution.entity)
    assert speaker is not None
    assert speaker.canonical_name == "Karla Weissbach"


def test_a_german_text_says_that_a_model_was_there(pipeline: Pipeline, article_of: ArticleOf) -> None:
    """With the name and version of the pipeline."""
    annotations = pipeline.analyse(article_of("Kiew wartet"))

    assert annotations.has_language_model
    assert annotations.pipeline.name.startswith("de_")
    assert annotations.pipeline.version


def test_the_same_text_gets_the_same_findings(pipeline: Pipeline, article_of: ArticleOf) -> None:
    """No article leaves anything behind for the next."""
    first = pipeline.analyse(article_of(TEXT))
    pipeline.analyse(article_of("Marder im Zoo\n\nEin Marder lebt im Zoo."))

    assert pipeline.analyse(article_of(TEXT)) == first


def test_the_pipeline_can_be_written(nlp: Language, tmp_path: Path) -> None:
    """All steps are kept in their order."""
    nlp.to_disk(tmp_path)

    kept = json.loads((tmp_path / "meta.json").read_text(encoding="utf-8"))
    assert kept["pipeline"] == nlp.pipe_names


def test_resources_may_be_named(resources: Path) -> None:
    """Without them those of the app are taken."""
    assert load_pipeline("en", resources).pipe_names == load_pipeline("en").pipe_names
