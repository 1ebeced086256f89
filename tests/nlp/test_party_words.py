"""Telling whose party is meant."""

from collections.abc import Callable

import pytest

from reader.domain.entities import Entity

Group = Callable[[str], list[Entity]]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[organization/part:SP-Ständerat] Urs Kern sprach.", "SP Schweiz"),
        ("[organization/part:Mitte-Bundesrat] Urs Kern sprach.", "Die Mitte (Schweiz)"),
        ("[organization/part:FDP-Nationalrätin] Eva Kern sprach.", "FDP (Schweiz)"),
        ("Er war [organization:SP-Bundesrat].", "SP Schweiz"),
        ("Der Ständerat tagt. Die [organization:FDP] sagt Nein.", "FDP (Schweiz)"),
        ("Der Ständerat tagt, im Bundestag fehlt die [organization:FDP].", "FDP"),
        ("Der FDP-Stadtrat Urs Kern half der [organization:FDP].", "FDP"),
        ("ÖVP und [organization:Grünen] stritten.", "Grüne (Österreich)"),
        ("CDU und [organization:Grünen] stritten, wie ÖVP und FPÖ.", "Grüne"),
        (
            "Die [organization:Sozialdemokraten] im Europaparlament stritten.",
            "Progressive Allianz der Sozialdemokraten",
        ),
        ("Die [organization:Sozialdemokraten] im Bundestag stritten.", "SPD"),
        ("Die [organization:Linke] in Spanien stritt.", "Linke (Spanien)"),
        ("In Bozen regiert die [organization:SVP].", "Südtiroler Volkspartei"),
        ("In Bern regiert die [organization:SVP] mit.", "SVP"),
        (
            "In Wien traf der Bundeskanzler Bundesrätin Kern, die [organization/part:FDP-Politikerin].",
            "FDP (Schweiz)",
        ),
        ("In Bonn traf der Bundeskanzler Bundesrätin Kern von der [organization:FDP].", "FDP"),
        ("ÖVP und SPÖ lobten Bundesrätin Kern, die [organization/part:FDP-Politikerin].", "FDP (Schweiz)"),
    ],
)
def test_a_name_that_parties_of_several_lands_have_means_that_of_the_article(
    group: Group, marked: str, name: str
) -> None:
    """An office that is in one land alone tells, and the politics that the article is about."""
    assert [entity.canonical_name for entity in group(marked)] == [name]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Die [organization/part:NRW-CDU] stritt mit der [organization/part:Bundes-FDP].", ["CDU", "FDP"]),
        ("Die [organization/part:Landes-Grünen] stimmten zu.", ["Grüne"]),
        ("[organization:Union] und [organization:Junge Union] stritten.", ["CDU/CSU", "Junge Union"]),
        ("Die CDU schwieg, die [organization/part:Unionsfraktion] nicht.", ["CDU/CSU"]),
        ("CDU, [organization:Afrikanische Union] und [organization:Union].", ["Afrikanische Union", "Union"]),
        ("[organization:Union Berlin] siegte, [organization:Union] jubelte.", ["Union Berlin"]),
    ],
)
def test_a_part_of_a_party_is_the_party_and_the_union_that_of_cdu_and_csu(
    group: Group, marked: str, names: list[str]
) -> None:
    """The Bundes-SPD is no second SPD; beside another Union it is open which one is meant."""
    assert [entity.canonical_name for entity in group(marked)] == names


@pytest.mark.parametrize("word", ["Alt-Bundesrat", "Ex-Ministerin"])
def test_a_former_function_names_nobody(group: Group, word: str) -> None:
    assert group(f"[organization/part:{word}] Urs Kern sprach.") == []


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("von den [organization/derived:Sozialdemokraten] ([organization:LSDP])", "LSDP"),
        ("die [organization:Sozialdemokraten] ([organization:SPÖ]), hinter der [organization:SPÖ]", "SPÖ"),
        (
            "Schwedens [organization/derived:Sozialdemokraten] ([organization:SAP]): die [organization:SAP]",
            "Sozialdemokraten (Schweden)",
        ),
        ("die [organization/derived:Sozialdemokraten] ([organization:SAP])", "SAP (Sozialdemokraten)"),
        ("die [organization/derived:Sozialdemokraten] ([organization:SPD])", "SPD"),
        (
            "Norwegens [organization/derived:Sozialdemokraten] ([organization:Ap])",
            "Sozialdemokraten (Norwegen)",
        ),
    ],
)
def test_letters_behind_the_word_for_its_people_name_a_party(group: Group, marked: str, name: str) -> None:
    """No firm with these letters is meant."""
    assert [entity.canonical_name for entity in group(marked)] == [name]
