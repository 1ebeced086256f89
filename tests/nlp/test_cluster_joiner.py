"""Names that the text itself shows to be one."""

from collections.abc import Callable

import pytest

from reader.domain.entities import Entity

Group = Callable[[str], list[Entity]]


def names(entities: list[Entity]) -> list[str]:
    return [entity.canonical_name for entity in entities]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("die [organization:Soziale Deichfreunde] ([organization:SDF])", "Soziale Deichfreunde"),
        (
            "die [organization:Syrischen Demokratischen Kräfte] ([organization:SDF])",
            "Syrische Demokratische Kräfte",
        ),
        ("das [organization:Nordatlantische Bündnis] ([organization:NATO])", "NATO"),
    ],
)
def test_letters_in_brackets_mean_the_name_before_them(group: Group, marked: str, name: str) -> None:
    """What the gazetteer knows doubtful letters as, is nothing to a name that it does not know."""
    assert names(group(marked)) == [name]


@pytest.mark.parametrize(
    "marked",
    [
        "Der [organization:Verband der Fischer], kurz [organization:LdB], klagt.",
        "Die [organization:Allgemeine Kasse Nordheim], [organization:AKN Nordheim] genannt, klagt.",
        "Der [organization:Verein Helle Nacht] (kurz: [organization:Vehena]) klagt.",
        "[organization:KHO] steht für [organization:Kinderhilfe im Ostland].",
    ],
)
def test_what_a_name_is_called_for_short_is_told(group: Group, marked: str) -> None:
    """In either order, whatever the letters."""
    assert len(group(marked)) == 1


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("Das [organization:Außenministerium] in Ankara", "Türkisches Außenministerium"),
        ("Das [organization:Außenministerium] in Ankaras Mitte", "Außenministerium"),
        (
            "Das [organization:Verkehrsministerium] in Stuttgart",
            "Baden-württembergisches Verkehrsministerium",
        ),
        ("Das [organization:Verkehrsministerium] in Berlin", "Verkehrsministerium"),
        ("Die [organization:Botschaft] in Kiew", "Botschaft"),
        ("Das [organization:Außenministerium Finnlands]", "Finnisches Außenministerium"),
    ],
)
def test_a_seat_or_a_genitive_tells_whose_a_body_is(group: Group, marked: str, shown: str) -> None:
    """Berlin may be a land as well, and an embassy is that of another state."""
    assert names(group(marked)) == [shown]


@pytest.mark.parametrize(
    ("short", "name", "count"),
    [
        ("TH Nordheim", "Technische Hochschule Nordheim", 1),
        ("LG Nordheim", "Landgericht Nordheim", 1),
        ("IHK Nordheim", "Industrie- und Handelskammer Nordheim", 1),
        ("TH Nordheim", "Technische Hochschule Südheim", 2),
        ("SV Nordheim", "Technische Hochschule Nordheim", 2),
        ("FC Nordheim", "Feuerwehr Nordheim", 2),
    ],
)
def test_only_the_first_words_may_be_abbreviated(group: Group, short: str, name: str, count: int) -> None:
    assert len(group(f"Die [organization:{name}] wächst. [organization:{short}] wirbt.")) == count


def test_what_happens_shortly_after_is_no_short_name(group: Group) -> None:
    found = group("Der [organization:Verband der Fischer] klagt, kurz darauf auch [organization:LdB].")

    assert len(found) == 2


@pytest.mark.parametrize(
    ("marked", "count"),
    [
        ("Der Schweizer [organization:Nationalrat] tagt. Der [organization:Nationalrat] stritt.", 1),
        ("Der [organization:Nationalrat] stritt. Der Schweizer [organization:Nationalrat] tagt.", 1),
        ("Der Bundestag und der [organization:Bundesrat]. Der Schweizer [organization:Bundesrat] tagt.", 2),
        ("Das [organization:Swiss National Council], der [organization:National Council]", 1),
    ],
)
def test_a_council_is_that_of_the_state_that_is_told_of(group: Group, marked: str, count: int) -> None:
    """Not where German politics are told of as well."""
    assert len(group(marked)) == count


@pytest.mark.parametrize(
    "firm", ["Rheinmetall AG", "Siemens AG", "BAE Systems plc", "Musterbau GmbH & Co. KG"]
)
def test_a_firm_with_and_without_its_legal_form_is_one(group: Group, firm: str) -> None:
    short = firm.split(" AG", maxsplit=1)[0].split(" plc", maxsplit=1)[0].split(" GmbH", maxsplit=1)[0]

    assert len(group(f"Die [organization:{firm}] wächst. [organization:{short}] schweigt.")) == 1


@pytest.mark.parametrize(
    ("marked", "count"),
    [
        ("[organization:Hisbullah], [organization:Hisbollah] und [organization:Hizbullah]", 1),
        ("[organization:Hezbollah] und [organization:Hisbollah]", 1),
        ("[place:Charnowka] und [place:Kharnovka]", 1),
        ("[place:Munster] und [place:Münster]", 2),
        ("[place:Minden] und [place:Menden]", 2),
        ("[place:English Channel] und [place:Channel]", 1),
        ("[place:New Haven] und [place:Haven]", 2),
        ("[place:Panama Canal], [place:Suez Canal] und [place:Canal]", 3),
    ],
)
def test_spellings_and_short_forms_of_one_name_are_one(group: Group, marked: str, count: int) -> None:
    """But towns that are spelt alike are two."""
    assert len(group(marked)) == count


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("Die [organization/derived:Sozialdemokraten] lachten", "SPD"),
        ("Die deutschen [organization/derived:Sozialdemokraten] lachten", "SPD"),
        ("Die rumänischen [organization/derived:Sozialdemokraten]", "Sozialdemokraten (Rumänien)"),
        ("In Dänemark regieren die [organization:Sozialdemokraten]", "Sozialdemokraten (Dänemark)"),
        ("In [place:Rumänien]. Da sind die [organization/derived:Sozialdemokraten]", "Sozialdemokraten"),
        ("Die österreichischen [organization:Grünen]", "Grüne (Österreich)"),
        ("In [place:Rumänien]. Die [organization:Grünen] wollen [place:Polen] helfen", "Grüne"),
        ("Die [organization:Sozialdemokraten] wollen der Ukraine helfen", "SPD"),
        ("In [place:Rumänien]. Die [organization:SPD]. Die [organization/derived:Sozialdemokraten]", "SPD"),
    ],
)
def test_the_article_tells_whose_party_is_meant(group: Group, marked: str, shown: str) -> None:
    """By the adjective, the sentence, or the country that the article is about."""
    assert shown in names(group(marked))


PLAN = "Die [organization:Deutsche Bahn] plant. Die [organization:Bahn] bittet um Geduld."


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        (f"{PLAN} [organization:Hilfe Bahn] klagt.", {"Deutsche Bahn": 2, "Hilfe Bahn": 1}),
        (f"{PLAN} Die [organization:Polnische Bahn] hilft.", {"Deutsche Bahn": 2, "Polnische Bahn": 1}),
        (
            f"Die [organization:Polnische Bahn] hilft. {PLAN}",
            {"Polnische Bahn": 1, "Deutsche Bahn": 1, "Bahn": 1},
        ),
        ("Die [organization:Bahn] schweigt. [organization:Pro Bahn] klagt.", {"Bahn": 1, "Pro Bahn": 1}),
    ],
)
def test_a_short_name_means_the_longer_one_told_of(group: Group, marked: str, found: dict[str, int]) -> None:
    """That with an adjective alone, or the only one before; of two before, neither."""
    assert {entity.canonical_name: len(entity.mentions) for entity in group(marked)} == found


def test_words_within_a_name_are_short_for_it(group: Group) -> None:
    """Between the first and the last."""
    found = group(
        "die [organization:European Sea Watch Initiative]. Bei [organization:Sea Watch] sind viele."
    )
    assert names(found) == ["European Sea Watch Initiative"]


@pytest.mark.parametrize("river", ["Amazonas", "Peloponnes"])
def test_the_last_letter_of_a_place_is_no_genitive(group: Group, river: str) -> None:
    """Des Amazonas, as in the nominative."""
    assert names(group(f"die Ufer des [place:{river}], am [place:{river}]")) == [river]


def test_a_family_is_shown_as_one(group: Group) -> None:
    """Two are not all of them."""
    whole = group("[person:Elke Brandt] kam. Die [person:Brandts] feiern.")
    two = group("[person:Elke Brandt] kam. Zwei [person:Brandts] feiern.")
    assert [names(whole)[-1], names(two)[-1]] == ["Familie Brandt", "Brandts"]


def test_who_is_called_otherwise_stays_one_person(group: Group) -> None:
    """The other name is used alone afterwards."""
    found = group("[person:Ole Daglo], genannt [person:Hemet], kam. [person:Hemet] blieb.")
    assert names(found) == ["Ole Daglo"]
