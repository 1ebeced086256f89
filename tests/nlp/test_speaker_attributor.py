"""Who a printed speaker is: names, roles, pronouns, organisations, and nobody rather than the wrong one."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.domain.entities import Entity, EntityId, EntityKind
from reader.domain.mentions import Mention, MentionForm
from reader.domain.quotations import Attribution, Phrase, Quotation, QuotationId, QuotationKind
from reader.domain.spans import Span
from reader.nlp.cast import load_forenames
from reader.nlp.speaker_attributor import attribute

# [Brandt=Lene Brandt:person/Ministerin] names somebody, {die Ministerin} is the speaker that is asked for.
MARK = re.compile(
    r"\[(?P<words>[^=\]]+)=(?P<name>[^:\]]+):(?P<kind>\w+)(?:/(?P<role>[^\]]+)|:(?P<form>\w+))?\]|(?P<edge>[{}])"
)
Speaker = Callable[[str], str | None]


@pytest.fixture(scope="module")
def speaker(resources: Path) -> Speaker:
    """The name of the entity that the words in braces mean."""
    forenames = load_forenames(resources / "lexicons" / "forenames.txt")

    def named(marked: str) -> str | None:
        text, end, edges = "", 0, []
        mentions: dict[tuple[str, str], list[Mention]] = {}
        roles: dict[tuple[str, str], list[str]] = {}
        for mark in MARK.finditer(marked):
            text += marked[end : mark.start()]
            end = mark.end()
            if mark["edge"]:
                edges.append(len(text))
                continue
            key = (mark["kind"], mark["name"])
            span = Span(len(text), len(text) + len(mark["words"]))
            mentions.setdefault(key, []).append(
                Mention(span, mark["words"], MentionForm(mark["form"] or "name"))
            )
            roles.setdefault(key, []).extend([mark["role"]] if mark["role"] else [])
            text += mark["words"]
        text += marked[end:]
        entities = [
            Entity(EntityId(name), EntityKind(kind), name, tuple(found), roles=tuple(roles[kind, name]))
            for (kind, name), found in mentions.items()
        ]
        asked = Span(*edges)
        phrase = Phrase(asked.of(text), (asked,))
        quotation = Quotation(
            QuotationId("q1"), QuotationKind.DIRECT, (Span(0, 1),), text[:1], Attribution(speaker=phrase)
        )
        (found_quotation,) = attribute([quotation], entities, text, forenames)
        return found_quotation.attribution.entity

    return named


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("sagte {[Lene Brandt=Lene Brandt:person]}", "Lene Brandt"),
        ("sagte {Ministerin [Brandt=Lene Brandt:person]}", "Lene Brandt"),
        ("sagte {[Jan Thoma=Jan Thoma:person] ([SPD=SPD:organization])}", "Jan Thoma"),
        (
            "sagte {der Sprecher der [Werft Nord=Werft Nord:organization], [Jan Thoma=Jan Thoma:person]}",
            "Jan Thoma",
        ),
        (
            "{Das [Verteidigungsministerium=Verteidigungsministerium:organization]} sagte",
            "Verteidigungsministerium",
        ),
        ("{[Kiew=Kiew:place]} teilte mit", "Kiew"),
        ("{Die Zeitung [Neue Woche=Neue Woche:organization]} schrieb", "Neue Woche"),
        (
            "{Ihr Kollege [Tamme Rickers=Tamme Rickers:person/Kollege] von der [CDU=CDU:organization]} sagte",
            "Tamme Rickers",
        ),
        ("nach Worten {des Landrats [Jorn Hasse=Jorn Hasse:person/Landrat]}", "Jorn Hasse"),
        ("{[Jorn Hasse=Jorn Hasse:person/Landrat], der Landrat des Kreises}, sagte", "Jorn Hasse"),
        (
            "{Die Sprecherin der [NATO=NATO:organization] [Ina Voss=Ina Voss:person/Sprecherin]}",
            "Ina Voss",
        ),
        ("{Die Präsidentin des Verbands [Ina Voss=Ina Voss:person/Präsidentin]} sagte", "Ina Voss"),
        ("{[Hasses=Jorn Hasse:person] Kollegin [Ina Voss=Ina Voss:person/Kollegin]} sagte", "Ina Voss"),
    ],
)
def test_a_name_in_the_phrase_is_the_speaker(speaker: Speaker, marked: str, name: str) -> None:
    """With role, party or apposition; organisations, papers and capitals speak, too."""
    assert speaker(marked) == name


@pytest.mark.parametrize(
    "marked",
    [
        "{ein Sprecher des [Verteidigungsministeriums=Verteidigungsministerium:organization]} sagte",
        "{Eine Mitarbeiterin der [Werft Nord=Werft Nord:organization]} sagte",
        "{die Sprecherin von [Lene Brandt=Lene Brandt:person]} sagte",
        "{die Sprecherin des neuen Landrats [Udo Thiel=Udo Thiel:person/Landrat]} sagte",
        "{der Bruder von Frau [Brandt=Lene Brandt:person]} sagte",
        "{[Brandts=Lene Brandt:person] Sprecherin} sagte",
        "{[Brandts=Lene Brandt:person] neue Sprecherin} sagte",
        "{[Rike Peters’=Rike Peters:person] Sprecherin} sagte",
        "Es kam [Jan Thoma=Jan Thoma:person/Sprecher]. {Der Sprecher von [Brandt=Lene Brandt:person]} sagte",
        "{Der Bürgermeister von [Kiel=Kiel:place]} sagte",
        "{die Ministerin} sagte",
        "{sie} sagte",
    ],
)
def test_whoever_is_not_named_is_nobody(speaker: Speaker, marked: str) -> None:
    """The ministry is not its spokesman, the chief not her spokeswoman, and unknown roles are nobody."""
    assert speaker(marked) is None


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        (
            "[Lene Brandt=Lene Brandt:person/Verteidigungsministerin] kam. {Die Ministerin} sagte",
            "Lene Brandt",
        ),
        (
            "[Mark Ruhland=Mark Ruhland:person/Generalsekretär] kam. {der Generalsekretär} sagte",
            "Mark Ruhland",
        ),
        (
            "[Jan Thoma=Jan Thoma:person/Kapitän] und [Paul Kern=Paul Kern:person/Koch] da. {Der Kapitän}",
            "Jan Thoma",
        ),
        ("[Jan Thoma=Jan Thoma:person/Landrat] kam. nach Worten {des Landrats} fehlt Geld", "Jan Thoma"),
        ("[Jan Thoma=Jan Thoma:person/Präsident] kam. laut {dem Präsidenten} fehlt Geld", "Jan Thoma"),
        ("[Jan Thoma=Jan Thoma:person] kam. {Der CDU-Politiker} sagte", "Jan Thoma"),
        (
            "[Jan Thoma=Jan Thoma:person] und [Lene Brandt=Lene Brandt:person] da. {Dieser Politiker} sagte",
            "Jan Thoma",
        ),
        ("[Lene Brandt=Lene Brandt:person] kam. {Die 48-Jährige} sagte", "Lene Brandt"),
        ("[Jan Thoma=Jan Thoma:person] kam. {Der Historiker} sagte", "Jan Thoma"),
    ],
)
def test_a_role_alone_is_whoever_has_it(speaker: Speaker, marked: str, name: str) -> None:
    """The role in full or its last part; age and calling mean the nearest fitting person."""
    assert speaker(marked) == name


def test_a_body_in_a_compound_speaks_unless_it_is_one_of_its_people(speaker: Speaker) -> None:
    """For what it has or does the body stands."""
    assert speaker("{Die [EU-Vertretung=EU:organization:part]} sagte") == "EU"
    assert speaker("{Das [EU-Parlament=EU:organization:part]} sagte") == "EU"


@pytest.mark.parametrize("role", ["Chef", "Politikerin", "Generalsekretär"])
def test_a_party_is_not_its_members(speaker: Speaker, role: str) -> None:
    """The party in the compound does not speak; who does is not known here."""
    assert speaker(f"{{Der [CDU-{role}=CDU:organization:part]}} sagte") is None


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[Lene Brandt=Lene Brandt:person] kam. {sie} sagte", "Lene Brandt"),
        ("[Lene Brandt=Lene Brandt:person] traf [Jan Thoma=Jan Thoma:person]. {sie} sagte", "Lene Brandt"),
        ("[Lene Brandt=Lene Brandt:person] traf [Jan Thoma=Jan Thoma:person]. {Er} sagte", "Jan Thoma"),
        ("[Jan Thoma=Jan Thoma:person] traf [Paul Kern=Paul Kern:person]. {er} sagte", None),
        ("[Jan Thoma=Jan Thoma:person] kam. [Paul Kern=Paul Kern:person] ging. {er} sagte", "Paul Kern"),
        ("[Jan Thoma=Jan Thoma:person] kam. {sie} sagte", None),
        ("[Jan Thoma=Jan Thoma:person] kam.\n\nDer Bus fuhr.\n\nDie Sonne schien.\n\n{er} sagte", None),
    ],
)
def test_a_pronoun_is_the_person_it_fits(speaker: Speaker, marked: str, name: str | None) -> None:
    """By given name, nearest first, within this paragraph and the one before; else nobody."""
    assert speaker(marked) == name


def test_two_people_of_unknown_sex_in_one_sentence_are_nobody(speaker: Speaker) -> None:
    """Where nothing tells them apart, no guess is made."""
    assert speaker("[Xq Aa=Xq Aa:person] traf [Yq Bb=Yq Bb:person], {sie} sagte") is None
