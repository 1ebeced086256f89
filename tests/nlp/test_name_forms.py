"""The forms of a German name."""

import pytest

from reader.nlp.name_forms import (
    is_form_of_name,
    with_nominative_adjective,
    with_nominative_plural,
    without_legal_form,
)


@pytest.mark.parametrize(
    ("printed", "nominative"),
    [
        ("Auswärtigen Amt", "Auswärtiges Amt"),
        ("Hessischen/Niedersächsischen Allgemeinen", "Hessische/Niedersächsische Allgemeine"),
        ("Österreichischen Bundesheer", "Österreichisches Bundesheer"),
        ("Taktischen Luftwaffengeschwader 74", "Taktisches Luftwaffengeschwader 74"),
        ("Goldenen Stern", "Goldener Stern"),
        ("Islamischen Staat", "Islamischer Staat"),
        ("Frankfurter Allgemeinen Zeitung", "Frankfurter Allgemeine Zeitung"),
        ("Zweiten Deutschen Fernsehen", "Zweites Deutsches Fernsehen"),
        ("Jungen Union", "Junge Union"),
        ("Bremen Marketing", "Bremen Marketing"),
        ("Hygiene Museum", "Hygiene Museum"),
        ("Wiener Städtische", "Wiener Städtische"),
        ("Bremer Hafenmuseum", "Bremer Hafenmuseum"),
    ],
)
def test_adjectives_are_shown_as_they_are_without_an_article(printed: str, nominative: str) -> None:
    """All that stand before the noun; what is no adjective stays."""
    assert with_nominative_adjective(printed) == nominative


@pytest.mark.parametrize(
    ("printed", "nominative"),
    [
        ("Stadtwerken Nordheim", "Stadtwerke Nordheim"),
        ("Berliner Verkehrsbetrieben", "Berliner Verkehrsbetriebe"),
        ("Technischen Werken Nordheim", "Technischen Werke Nordheim"),
        ("Wiener Philharmonikern", "Wiener Philharmoniker"),
        ("Verbund von Stadtwerken", "Verbund von Stadtwerken"),
        ("Volksbanken Nordheim", "Volksbanken Nordheim"),
        ("Bayern", "Bayern"),
        ("93. mechanisierten Brigade", "93. mechanisierte Brigade"),
        ("12. mechanisierten Bataillon", "12. mechanisiertes Bataillon"),
        ("93. mechanisierte Brigade", "93. mechanisierte Brigade"),
    ],
)
def test_a_noun_in_the_plural_is_shown_without_the_ending_of_the_dative(
    printed: str, nominative: str
) -> None:
    """That which the name begins with; what may be a nominative stays."""
    assert with_nominative_plural(printed) == nominative


@pytest.mark.parametrize(
    ("printed", "known"),
    [
        ("Syrischen Demokratischen Kräften", "Syrische Demokratische Kräfte"),
        ("Deutschen Roten Kreuzes", "Deutsches Rotes Kreuz"),
        ("Bundes der Steuerzahler", "Bund der Steuerzahler"),
        ("Bündnisses Nord Süd", "Bündnis Nord Süd"),
    ],
)
def test_a_name_of_several_words_is_known_in_every_case(printed: str, known: str) -> None:
    assert is_form_of_name(printed.split(), known.split())


@pytest.mark.parametrize(
    ("printed", "known"),
    [
        ("Deutsche Banken", "Deutsche Bank"),
        ("Wiener Energie", "Wien Energie"),
        ("Rote Stern Belgrad", "Roter Stern"),
        ("Baltischen Flotten", "Baltische Flotte"),
    ],
)
def test_several_of_a_kind_and_other_names_are_no_case(printed: str, known: str) -> None:
    assert not is_form_of_name(printed.split(), known.split())


@pytest.mark.parametrize(
    ("name", "firm"),
    [
        ("Musterbau AG", "Musterbau"),
        ("Musterbau SE & Co. KGaA", "Musterbau"),
        ("Musterbau Holding, Inc.", "Musterbau Holding"),
        ("Musterbau plc", "Musterbau"),
        ("Musterbau S.p.A.", "Musterbau"),
        ("AG Kurzstrecke", "AG Kurzstrecke"),
        ("AG", "AG"),
        ("Musterbau Agentur", "Musterbau Agentur"),
    ],
)
def test_a_firm_is_called_without_its_legal_form(name: str, firm: str) -> None:
    assert without_legal_form(name) == firm
