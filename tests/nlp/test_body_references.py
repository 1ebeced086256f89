"""Bodies that the article means by their noun alone."""

import pytest
import spacy

from reader.domain.entities import Entity, EntityId, EntityKind
from reader.domain.mentions import Mention, MentionForm
from reader.domain.spans import Span
from reader.nlp.body_references import with_nouns_for_bodies


def alone(text: str, *names: str) -> list[str]:
    """The nouns that are found to mean one of the bodies with these names."""
    entities = [
        Entity(
            id=EntityId(name),
            kind=EntityKind.ORGANIZATION,
            canonical_name=name,
            mentions=(Mention(Span(start := text.index(name), start + len(name)), name, MentionForm.NAME),),
        )
        for name in names
    ]
    found = with_nouns_for_bodies(spacy.blank("de")(text), entities)
    return [
        f"{mention.text}: {entity.canonical_name}"
        for entity in found
        for mention in entity.mentions
        if mention.form is MentionForm.NOMINAL
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Das Landgericht Nordheim tagt. Vor dem Landgericht standen viele.",
            "Landgericht: Landgericht Nordheim",
        ),
        (
            "Das Landgericht Nordheim tagt, so die Sprecherin des Landgerichts.",
            "Landgerichts: Landgericht Nordheim",
        ),
        (
            "Die Stadtwerke Nordheim bauen, bei den Stadtwerken fehlt Geld.",
            "Stadtwerken: Stadtwerke Nordheim",
        ),
        ("Die EU-Kommission plant. Nach Ansicht der Kommission reicht das.", "Kommission: EU-Kommission"),
        ("Der Bundesgerichtshof urteilt. Der Gerichtshof tagt.", "Gerichtshof: Bundesgerichtshof"),
        (
            "Das Verfassungsgericht urteilt, wie das Gericht am Mittwoch vor Gericht sagte.",
            "Gericht: Verfassungsgericht",
        ),
        ("Der Landtag stritt. Das Parlament stimmte zu.", "Parlament: Landtag"),
        ("Das Finanzministerium zahlt, teilte das Ministerium mit.", "Ministerium: Finanzministerium"),
    ],
)
def test_the_only_body_with_a_noun_is_meant_by_it(text: str, found: str) -> None:
    """In every case."""
    name = found.partition(": ")[2]

    assert alone(text, name) == [found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Landgericht Nordheim und Landgericht Südheim. Das Landgericht tagt.",
            ("Landgericht Nordheim", "Landgericht Südheim"),
        ),
        ("Vor dem Landgericht standen viele. Das Landgericht Nordheim tagt.", ("Landgericht Nordheim",)),
        ("Das Landgericht Nordheim tagt. Das Landgericht in Bonn nicht.", ("Landgericht Nordheim",)),
        ("Das Landgericht Nordheim tagt, ein Landgericht eben.", ("Landgericht Nordheim",)),
        ("Das Finanzministerium zahlt. Das Ministerium für Bau nicht.", ("Finanzministerium",)),
        ("Die Bank Nordheim zahlt. Die Bank ist alt.", ("Bank Nordheim",)),
        ("Die EU-Kommission plant. Eine Kommission tagt. Die Kommission klagt.", ("EU-Kommission",)),
        ("Die EU-Kommission und die Rentenkommission. Die Kommission tagt.", ("EU-Kommission",)),
        ("Der Landtag stritt. Das Parlament der Ukraine tagt. Das Parlament stritt.", ("Landtag",)),
        ("Landtag und Bundestag stritten. Das Parlament tagt.", ("Landtag", "Bundestag")),
    ],
)
def test_another_or_any_body_is_not(text: str, names: tuple[str, ...]) -> None:
    """Before its name, with what tells which one it is, or where two have the noun."""
    assert alone(text, *names) == []


def test_who_acts_for_a_body_is_called_by_its_noun() -> None:
    """The Kommissionschefin is that of the EU-Kommission."""
    text = "Die EU-Kommission plant. Die Kommissionschefin warb dafür."
    name = "EU-Kommission"
    start = text.index(name)
    mention = Mention(Span(start, start + len(name)), name, MentionForm.NAME)
    entities = [Entity(EntityId(name), EntityKind.ORGANIZATION, name, (mention,))]

    (found,) = with_nouns_for_bodies(spacy.blank("de")(text), entities)

    assert [(one.text, one.form) for one in found.mentions[1:]] == [("Kommissionschefin", MentionForm.PART)]
