"""A capital that acts may mean its government; one where something happens does not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.domain.articles import Article
from reader.domain.entities import EntityKind
from reader.knowledge.knowledge_index import KnowledgeIndex
from reader.presentation.acting_places import ActingVerbs, country_acted_for, load_acting_verbs
from tests.fakes import marked


@pytest.fixture(scope="module")
def verbs(resources: Path) -> dict[str, ActingVerbs]:
    return load_acting_verbs(resources / "lexicons")


@pytest.fixture
def acted_for(
    resources: Path, verbs: dict[str, ActingVerbs], article_of: Callable[..., Article]
) -> Callable[..., str | None]:
    """The country that the first entity of a marked text acts for."""
    index = KnowledgeIndex.load(resources)

    def ask(source: str, language: str = "de") -> str | None:
        text = marked(source)
        article = article_of(text.text, language=language)
        place = text.entities[0]
        entry = next(iter(index.find(place.canonical_name, place.kind)), None)
        return country_acted_for(place, entry, text.annotations_for(article), article, verbs)

    return ask


@pytest.mark.parametrize(
    "source",
    [
        "[place:Moskau] kündigte neue Gespräche an.",
        "Am Abend kündigte [place:Moskau] neue Gespräche an.",
        "Auch [place:Moskau] begrüßte das Treffen.",
        "Zuvor hatte [place:Moskau] neue Gespräche angekündigt.",
        "Darauf wird [place:Moskau] reagieren.",
        "[place:Moskau] und Teheran schickten keine Gäste.",
        "[place:Moskau] hat das Abkommen am Montag unterzeichnet.",
        "Es heißt, dass [place:Moskau] liefert.",
        "[place:Moskau] werde nicht zusehen, sagte er.",
        "[place:Moskau] werde ein Treffen verlangen.",
        "[place:Moskau] habe dem Abkommen zugestimmt, hieß es.",
        "[place:Moskau] stimmt dem Plan des Gastgebers zu.",
        "[place:Moskau] sei zu Gesprächen bereit.",
        "[place:Moskau] zahlt der Firma eine Million.",
        "[place:Moskau] fordere ein Ende des Streits, sagte er.",
        "[place:Moskau] und Teheran verhandeln wieder.",
        "[place:Moskau] teilte um 10:30 Uhr mit, man sei zufrieden.",
        "Man wartet ab.\n\n[place:Moskau] reagierte zunächst nicht.",
        "[place:Moskau] äußerte sich zunächst nicht.",
        "[place:Moskau] stellte sich dagegen.",
        "[place:Moskau] und Teheran stimmten sich ab.",
        "[place:Moskau] zeigte sich offen für ein Treffen.",
        "[place:Moskau] müsse sparen, sagte der Minister.",
        "[place:Moskau] soll die Teile geliefert haben.",
        "[place:Moskau] sprach von einer Provokation.",
        "{Moskau: Man werde nicht nachgeben}, hieß es aus [place:Moskau].",
    ],
)
def test_a_capital_that_acts_may_be_the_government(
    acted_for: Callable[[str], str | None], source: str
) -> None:
    """As a subject, or as a speaker."""
    assert acted_for(source) == "country-ru"


@pytest.mark.parametrize(
    "source",
    [
        "In [place:Moskau] kündigte ein Sprecher neue Gespräche an.",
        "[place:Moskau] liegt unter Schnee.",
        "Peking unterstützte [place:Moskau] nicht.",
        "Die Messe [place:Moskau] schickte Einladungen.",
        "[place:Moskau] hat zwölf Millionen Einwohner.",
        "[place:Moskau], kündigte er an, sei das Ziel der Reise.",
        "Der Zug nach [place:Moskau] will nicht kommen.",
        "[place:Moskau] wird am Sonntag gefeiert.",
        "[place:Moskau] hat gewonnen.",
        "[place:Moskau] stimmt sich auf das Fest ein.",
        "[place:Moskau] unterzeichnet 3:2 eine Niederlage.",
        "[place:Moskau] ist eine große Stadt.",
        "Peking droht [place:Moskau] mit Zöllen.",
        "Peking hat [place:Moskau] gewarnt.",
        "Peking antwortete [place:Moskau] nicht.",
        "Dort hatte [place:Moskau] zwölf Bahnhöfe.",
        "Peking verspricht [place:Moskau] Hilfe.",
        "[place:Moskau] müsse man unterstützen, sagte sie.",
        "[place:Moskau] nannte er seine Heimat.",
        "[place:Moskau] zeigte sich von der schönen Seite.",
        "[place:Moskau] soll im Sommer heiß sein.",
        "[place:Moskau] stimmt am Sonntag ab.",
    ],
)
def test_a_capital_where_something_happens_is_a_place(
    acted_for: Callable[[str], str | None], source: str
) -> None:
    """Or whose name is part of another."""
    assert acted_for(source) is None


@pytest.mark.parametrize(
    ("source", "country"),
    [
        ("[place:London] rejected the plan.", "country-gb"),
        ("[place:Ankara] has agreed to talks.", "country-tr"),
        ("[place:Washington] removed two firms from the list.", "country-us"),
        ("[place:Warsaw] also wants a vote.", "country-pl"),
        ("[place:Kyiv] will not accept the offer.", "country-ua"),
        ("But [place:Beijing] and Moscow signed nothing.", "country-cn"),
        ("[place:Paris] is ready to help.", "country-fr"),
        ("[place:Budapest] had ignored a judgment of the court.", "country-hu"),
        ("[place:London] should pay more, she said.", "country-gb"),
        ("[place:London] could be blocked by snow.", None),
        ("[place:Paris] is a nice city.", None),
        ("[place:Washington] beat Boston 3-2.", None),
        ("[place:London] will be sunny.", None),
        ("The envoy from [place:London] rejected the plan.", None),
        ("The talks in [place:Ankara] agreed on nothing.", None),
        ("[place:Paris] backed by Berlin.", None),
    ],
)
def test_capitals_act_in_english_articles(
    acted_for: Callable[..., str | None], source: str, country: str | None
) -> None:
    """In the past, the present, the perfect and the future."""
    assert acted_for(source, "en") == country


@pytest.mark.parametrize(
    ("source", "country"),
    [
        ("[place:Vilnius] zahlt der Firma eine Million.", "country-lt"),
        ("[place:Jerusalem] werde nicht zusehen, sagte er.", "country-il"),
        ("[place:Bern] hat das Abkommen unterzeichnet.", "country-ch"),
        ("[place:Brüssel] plant neue Regeln.", "org-europaeische-union"),
        ("[place:Lima] verurteilte den Angriff.", "country-pe"),
        ("[place:Singapur] kündigte neue Regeln an.", "country-sg"),
        ("[place:Vatikan] und Rom verhandeln wieder.", "country-va"),
        ("In [place:Singapur] regnete es.", None),
        ("[place:Berlin] besteht auf einem Treffen.", "country-de"),
        ("[place:Berlin] besteht aus zwölf Bezirken.", None),
        ("[place:Rom] bietet Hilfe an.", "country-it"),
        ("[place:Rom] bietet viele alte Kirchen.", None),
    ],
)
def test_each_seat_of_power_acts(
    acted_for: Callable[[str], str | None], source: str, country: str | None
) -> None:
    """Brüssel is that of the Union first of all."""
    assert acted_for(source) == country


def test_another_city_has_no_government(acted_for: Callable[[str], str | None]) -> None:
    """Its council is not what the details tell of."""
    assert acted_for("[place:Düsseldorf] kündigte neue Gespräche an.") is None


def test_the_seat_of_government_counts(acted_for: Callable[[str], str | None]) -> None:
    """Not the capital of the constitution."""
    assert acted_for("[place:Den Haag] lehnte den Vorschlag ab.") == "country-nl"
    assert acted_for("[place:Amsterdam] lehnte den Vorschlag ab.") is None


def test_what_is_not_known_does_not_act(
    verbs: dict[str, ActingVerbs], article_of: Callable[..., Article]
) -> None:
    """Without a knowledge base nothing is guessed."""
    text = marked("[place:Moskau] kündigte neue Gespräche an.")
    article = article_of(text.text)

    assert text.entities[0].kind is EntityKind.PLACE
    assert country_acted_for(text.entities[0], None, text.annotations_for(article), article, verbs) is None
