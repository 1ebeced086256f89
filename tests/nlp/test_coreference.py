"""Roles and pronouns that mean a person of the article, and those that are left alone."""

from collections.abc import Callable

import pytest

from reader.domain.annotations import Annotations
from reader.domain.articles import Article
from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.nlp.pipeline import Pipeline

REFERENCES = {MentionForm.NOMINAL, MentionForm.PRONOUN}
Analyse = Callable[[str], Annotations]


@pytest.fixture
def analyse(pipeline: Pipeline, article_of: Callable[..., Article]) -> Analyse:
    return lambda text: pipeline.analyse(article_of(text))


def references(found: Annotations) -> list[tuple[str, str]]:
    """Roles and pronouns with whom they mean, in reading order."""
    return [
        (mention.text, entity.canonical_name)
        for mention, entity in found.mentions()
        if mention.form in REFERENCES
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Verteidigungsministerin Henrike Brandt kam nach Kiel. Dort besuchte die Ministerin eine Werft.",
            [("die Ministerin", "Henrike Brandt")],
        ),
        (
            "Bundeskanzler Jan Thoma reist nach Oslo. Am Freitag wird der Kanzler in Bergen erwartet.",
            [("der Kanzler", "Jan Thoma")],
        ),
        (
            "Der Abgeordnete Paul Lorenz sprach zuerst. Danach gab dem Abgeordneten niemand die Hand.",
            [("dem Abgeordneten", "Paul Lorenz")],
        ),
        (
            "Minister Jan Thoma kam. Minister Paul Lorenz sagte ab. Der Minister sei krank, hieß es.",
            [("Der Minister", "Paul Lorenz")],
        ),
        (
            "Innenminister Jan Thoma kam. Seine Kollegin Freja Lind schwieg. Die Innenministerin ging.",
            [("Die Innenministerin", "Freja Lind")],
        ),
        (
            "Ministerpräsidentin Henrike Brandt kam. Die Regierungschefin blieb lange.",
            [("Die Regierungschefin", "Henrike Brandt")],
        ),
        (
            "Vizekanzler Andreas Babler kam. Später blieb der SPÖ-Chef lange.",
            [("der SPÖ-Chef", "Andreas Babler")],
        ),
        ("Vizekanzler Andreas Babler kam. Später blieb der ÖVP-Chef lange.", []),
        (
            "Finanzministerin Karin Keller-Sutter kam. Am Freitag blieb die FDP-Bundesrätin lange.",
            [("die FDP-Bundesrätin", "Karin Keller-Sutter")],
        ),
        (
            "Wirtschaftsminister Guy Parmelin (SVP) kam. Am Freitag blieb der SVP-Bundesrat lange.",
            [("der SVP-Bundesrat", "Guy Parmelin")],
        ),
        (
            "Oberst Henrike Brandt kam. Danach lobte die Offizierin das Essen.",
            [("die Offizierin", "Henrike Brandt")],
        ),
        (
            "Der Inspekteur der Marine, Vizeadmiral Jan Thoma, kam. Der Inspekteur blieb lange.",
            [("Der Inspekteur", "Jan Thoma")],
        ),
        (
            "Paul Lorenz gewann das Rennen. Der 54-Jährige war zuletzt krank gewesen.",
            [("Der 54-Jährige", "Paul Lorenz")],
        ),
        (
            "Außenminister Jan Thoma kam. Der Außenminister blieb lange.",
            [("Der Außenminister", "Jan Thoma")],
        ),
        (
            "Die Beauftragte des Landes, Henrike Brandt, kam. Die Beauftragte blieb lange.",
            [("Die Beauftragte", "Henrike Brandt")],
        ),
        (
            "Jan Thoma, Vorsitzender des Verbands, kam. Der Vorsitzende blieb lange.",
            [("Der Vorsitzende", "Jan Thoma")],
        ),
        (
            "Der dänische Minister Jan Thoma traf den irischen Minister Paul Kern. Der irische Minister kam.",
            [("Der irische Minister", "Paul Kern")],
        ),
        (
            "Der frühere Landrat Jan Thoma kam. Der ehemalige Landrat blieb lange.",
            [("Der ehemalige Landrat", "Jan Thoma")],
        ),
        (
            "Die Vorstandsvorsitzende von Nordstahl, Henrike Brandt, kam. Die Konzernchefin blieb lange.",
            [("Die Konzernchefin", "Henrike Brandt")],
        ),
        (
            "Der Leiter des Amtes, Jan Thoma, sprach zuerst. Er blieb lange.",
            [("Er", "Jan Thoma")],
        ),
        (
            "Emmanuel Macron reiste ab. Der französische Präsident besucht nun Oslo.",
            [("Der französische Präsident", "Emmanuel Macron")],
        ),
        (
            "Der dänische Präsident Jan Thoma kam. Am Abend reiste der Staatschef ab.",
            [("der Staatschef", "Jan Thoma")],
        ),
        (
            "Jan Thoma, Vorsitzender der SPD-Fraktion, kam. Danach sprach der Fraktionschef.",
            [("der Fraktionschef", "Jan Thoma")],
        ),
        (
            "SPD-Chefin Henrike Brandt kam. Die SPD-Vorsitzende blieb lange. Danach ging die Parteichefin.",
            [("Die SPD-Vorsitzende", "Henrike Brandt"), ("die Parteichefin", "Henrike Brandt")],
        ),
        (
            "Bundesbauministerin Henrike Brandt kam. Die Bundesministerin blieb lange.",
            [("Die Bundesministerin", "Henrike Brandt")],
        ),
        (
            "Generalinspekteur Jan Thoma kam. Der General blieb lange.",
            [("Der General", "Jan Thoma")],
        ),
        (
            "Der Chef der EVP-Fraktion, Jan Thoma, dankte Mark Rutte. Der Nato-Chef blieb lange.",
            [("Der Nato-Chef", "Mark Rutte")],
        ),
        (
            "Mark Rutte kam nach Oslo. Am Abend reiste der Nato-Generalsekretär ab.",
            [("der Nato-Generalsekretär", "Mark Rutte")],
        ),
    ],
)
def test_a_function_alone_means_whoever_has_it(
    analyse: Analyse, text: str, expected: list[tuple[str, str]]
) -> None:
    """In every case, with the last part of the function; an age means who acted last."""
    assert references(analyse(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Die Ministerin kam nach Kiel. Verteidigungsministerin Henrike Brandt blieb nur kurz.",
        "Verteidigungsministerin Henrike Brandt kam. Die Minister der Länder warteten.",
        "Minister Jan Thoma und Minister Paul Lorenz kamen. Der Minister sprach lange.",
        "Präsident Jan Thoma kam. Der Präsident des Verbandes wartete schon.",
        "Präsident Jan Thoma kam. Der Präsident, Paul Lorenz, wartete schon.",
        "Minister Jan Thoma kam. Minister Paul Lorenz ging. Es regnete. Der Minister sprach lange.",
        "Ministerin Henrike Brandt traf ihre dänische Kollegin Freja Lind. Mit der Ministerin kam ein Hund.",
        "Innenminister Jan Thoma kam. Seine Kollegin Freja Lind schwieg. Die Präsidentin ging.",
        "Vizekanzler Jan Thoma kam. Der Kanzler wartete schon.",
        "Ministerpräsident Jan Thoma kam. Der Präsident wartete schon.",
        "Ministerin Henrike Brandt kam. Der Minister wartete schon.",
        "Jan Thoma und Paul Lorenz kamen. Der 54-Jährige sprach lange.",
        "Vizekanzlerin Henrike Brandt kam. Die Regierungschefin wartete schon.",
        "Ministerpräsident Jan Thoma kam. Die Regierungschefin wartete schon.",
        "Innenministerin Henrike Brandt kam. Die Regierungschefin wartete schon.",
        "Der Betriebsrat Jan Thoma kam. Der Betriebsrat wartete schon.",
        "Der frühere Trainer Jan Thoma kam. Der Trainer wartete schon.",
        "Jan Thoma, ehemaliger Trainer des Vereins, kam. Der Trainer wartete schon.",
        "Minister Jan Thoma kam. Der norwegische Minister wartete schon.",
        "Emmanuel Macron reiste ab. Der norwegische Präsident wartete schon.",
        "Emmanuel Macron reiste ab. In Oslo wartete der Präsident schon.",
        "Sprecher Jan Thoma kam. Ein Sprecher der Polizei blieb. Der Sprecher wartete schon.",
        "Präsident Jan Thoma empfing Emmanuel Macron. Der Präsident blieb lange.",
        "Jan Thoma, Präsident des Verbands, kam. Der Staatschef wartete schon.",
        "Jan Thoma, Vorsitzender des Verbands, kam. Der Fraktionschef wartete schon.",
        "Verbandschef Jan Thoma kam. Der Parteichef wartete schon.",
        "Mark Rutte kam nach Oslo. Der SPD-Chef wartete schon.",
        "Landesministerin Henrike Brandt kam. Die Bundesministerin wartete schon.",
        "Botschafter Jan Thoma kam. Der Botschafter in Oslo blieb lange.",
        "Jan Thoma war bis 2021 Botschafter in Rom. Der Botschafter wartete schon.",
    ],
)
def test_a_function_that_may_be_anothers_is_left_alone(analyse: Analyse, text: str) -> None:
    """Before the name, in the plural, of two, of somebody else, of another office or the other sex."""
    assert references(analyse(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jan Thoma kam nach Kiel. Er besuchte die Werft.", [("Er", "Jan Thoma")]),
        ("Jan Thoma kam nach Kiel. Am Abend sprach er in Lübeck.", [("er", "Jan Thoma")]),
        ("Jan Thoma kam nach Kiel. Er sagte, er habe Zeit.", [("Er", "Jan Thoma"), ("er", "Jan Thoma")]),
        ("Henrike Brandt sagte, sie werde nach Kiel fahren.", [("sie", "Henrike Brandt")]),
        ("Henrike Brandt kam nach Kiel. „Ich habe Zeit“, sagte sie.", [("sie", "Henrike Brandt")]),
        ("„Ich habe Zeit“, sagte Henrike Brandt. Sie kündigte Gespräche an.", [("Sie", "Henrike Brandt")]),
        (
            "Ministerin Henrike Brandt kam. Die Ministerin blieb lange. Sie sagte wenig.",
            [("Die Ministerin", "Henrike Brandt"), ("Sie", "Henrike Brandt")],
        ),
    ],
)
def test_a_pronoun_means_who_acted_last(analyse: Analyse, text: str, expected: list[tuple[str, str]]) -> None:
    """In the sentence before or an earlier clause, named or by function."""
    assert references(analyse(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Jan Thoma traf Paul Lorenz. Er sprach lange.",
        "Henrike Brandt traf die Soldaten. Sie sprachen lange.",
        "Henrike Brandt lobte die Brücke. Sie hält noch lange.",
        "Jan Thoma unterschrieb den Vertrag. Er gilt drei Jahre.",
        "Jan Thoma trennt sich von dem Wagen. Im Mai soll er versteigert werden.",
        "Henrike Brandt kam nach Kiel. Er sprach lange.",
        "Henrike Brandt sah sie an.",
        "Henrike Brandt kam nach Kiel. „Haben Sie Zeit?“, fragte ein Mann.",
        "Jan Thoma kam nach Kiel. Er habe gezögert, gestand Paul Lorenz.",
        "Jan Thoma kam. Die Sonne schien. Er sprach lange.",
    ],
)
def test_a_doubtful_pronoun_is_left_alone(analyse: Analyse, text: str) -> None:
    """Of two people, of several, of things, of the other sex, as an object, of nobody named right before."""
    assert references(analyse(text)) == []


def test_the_speaker_is_whom_the_pronoun_means(analyse: Analyse) -> None:
    """What is shown as a mention and whose the quotation is agree."""
    found = analyse("Henrike Brandt kam nach Kiel. „Ich habe viel Zeit“, sagte sie.")

    (quotation,) = found.quotations
    (brandt,) = (entity for entity in found.entities if entity.kind is EntityKind.PERSON)
    assert quotation.attribution.entity == brandt.id


def test_roles_and_pronouns_are_no_names(analyse: Analyse) -> None:
    """Neither the name shown nor the other names of a person come from them."""
    found = analyse("Ministerin Henrike Brandt kam. Die Ministerin blieb lange. Sie sagte wenig.")

    (brandt,) = (entity for entity in found.entities if entity.kind is EntityKind.PERSON)
    assert (brandt.canonical_name, brandt.aliases) == ("Henrike Brandt", ())


def test_mentions_stay_in_reading_order(analyse: Analyse) -> None:
    """A pronoun between two names stands between them."""
    found = analyse("Jan Thoma kam nach Kiel. Er besuchte die Werft. Thoma blieb lange.")

    (thoma,) = (entity for entity in found.entities if entity.kind is EntityKind.PERSON)
    assert [mention.text for mention in thoma.mentions] == ["Jan Thoma", "Er", "Thoma"]


def roles_of(found: Annotations) -> dict[str, tuple[str, ...]]:
    return {one.canonical_name: one.roles for one in found.entities if one.kind is EntityKind.PERSON}


def test_an_office_is_held_by_whom_the_next_sentence_names_as_the_speaker(analyse: Analyse) -> None:
    """German news tells the office first and the name later."""
    found = analyse(
        "Die norwegische Verteidigungsministerin hat am Freitag fünf Schiffe bestellt. „Wir brauchen sie“, "
        "sagte Henrike Aaby in Oslo. Am Abend reiste die Verteidigungsministerin ab."
    )

    assert roles_of(found) == {"Henrike Aaby": ("Verteidigungsministerin",)}
    assert references(found) == [
        ("Die norwegische Verteidigungsministerin", "Henrike Aaby"),
        ("die Verteidigungsministerin", "Henrike Aaby"),
    ]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Jan Thoma leitet das Amt. Zuvor war er Staatssekretär in Kiel.", ("Staatssekretär",)),
        ("Henrike Brandt sprach zuerst. Sie ist Professorin in Kiel.", ("Professorin",)),
        ("Jan Thoma sprach zuerst. Er wird Soldaten besuchen.", ()),
        ("Jan Thoma sprach zuerst. Er ist kein Minister.", ()),
    ],
)
def test_a_clause_with_a_pronoun_tells_a_role(analyse: Analyse, text: str, roles: tuple[str, ...]) -> None:
    """What somebody is or was, but not whom somebody will meet."""
    assert roles in roles_of(analyse(text)).values()


@pytest.mark.parametrize(
    "text",
    [
        "Der Verkehrsminister sagte ab. Das sei schade, sagte Henrike Aaby.",
        "Die Verkehrsministerin sagte ab. Das sei schade, sagte die Landwirtin Henrike Aaby.",
        "Henrike Aaby wartete. Die Verkehrsministerin sagte ab. Das sei schade, sagte Henrike Aaby.",
        "Die Verkehrsministerin sagte ab. Es regnete. Das sei schade, sagte Henrike Aaby.",
        "Die Verkehrsministerin und die Innenministerin kamen. Das sei gut, sagte Henrike Aaby.",
        "Die Sängerin sagte ab. Das sei schade, sagte Henrike Aaby.",
    ],
)
def test_a_speaker_who_may_be_somebody_else_gets_no_office(analyse: Analyse, text: str) -> None:
    """A man's office, another function, named before, not in the next sentence, two offices, no office."""
    assert not [role for role in roles_of(analyse(text))["Henrike Aaby"] if role.endswith("ministerin")]
