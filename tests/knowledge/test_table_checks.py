"""Whoever slips while editing a table is told in which one and in which line, and nothing is built of it."""

# ruff: noqa: E501  (a case a line, as in the tables)

import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

COUNTRIES = """\
iso2,name,aliases,doubtful,adjectives,inhabitants,derived_en,capitals,capital_de,capital_en,name_en,region,\
wikipedia_de,wikipedia_en,as_of,source
NL,Nordland,Nordlande,Nordlande,nordländisch,Nordländer;Nordländerin,Northlander,Nordstadt,Nordstadt,Northtown,\
Northland,Norden,Nordland,Northland,2026-11,own
SL,Südland,,,südländisch,Südländer,,Südstadt,Südstadt (Regierungssitz Talstadt),Southtown,Southland,Norden,\
Südland,,2026-10,own
"""
ORGANISATIONS = """\
id,name,aliases,doubtful,shared,kind,country,name_en,wikipedia_de,wikipedia_en,as_of,source
org-bund,Nordbund,NB;Bund,Bund,,party,NL,Northern League,Nordbund,,2026-11,own
org-rat,Südrat,SR,,,party,EU,Southern Council,,,2026-11,own
"""
PLACES = """\
id,name,aliases,shared,kind,country,name_en,doubtful
place-nordstadt,Nordstadt,Nordburg,,city,NL,Northtown,Nordburg
place-suedstadt,Südstadt,,,city,SL,,
"""
OFFICES = """\
id,name,name_en,surname,aliases,doubtful,office_de,office_en,rank,of,since,as_of,source,wikipedia_de,wikipedia_en
person-lena-okoro,Lena Okoro,,Okoro,Lena Okóro,,Präsidentin,President,head_of_state,NL,2024-05-20,2026-11,own,,
person-lena-okoro,Lena Okoro,,Okoro,Lena Okóro,,Vorsitzende,Chairwoman,leader,org-bund,2021,2026-11,own,,
"""
DESIGNATIONS = """\
group,key,de,en
organisation,party,Partei,party
place,city,Stadt,city
region,Norden,im Norden,the north
area,EU,Europa,Europe
weapon,Kampfpanzer,Kampfpanzer,main battle tank
maker,Nordwerk,Nordwerk,Northern Works
"""
SOURCES = """\
key,title_de,title_en,licence,address
own,Eigenes,Own,CC0 1.0,
atlas,Atlas,Atlas,CC BY 4.0,https://atlas.example
"""
WEAPONS = """\
weapon = [
    { id = "falke-1", name = "Falke 1", aliases = ["Falke"], category = "tank", noun = "Kampfpanzer", origin = "NL", \
needs_context = ["Falke"] },
    { id = "adler-2", name = "Adler 2", aliases = [], category = "tank", noun = "Kampfpanzer", origin = "EU" },
]
"""
DETAILS = """\
[falke-1]
name_en = "Falcon 1"
maker = "Nordwerk"
since = 1979
figures = [{ what = "crew", value = 4 }, { what = "weight", value = [60, 62], unit = "t", is_about = true }]
line_de = "Ein Panzer."
line_en = "A tank."
wikipedia_de = "Falke 1"
as_of = "2026-11"
sources = ["own"]
"""
FILES = {
    "knowledge/countries.csv": COUNTRIES,
    "knowledge/organisations.csv": ORGANISATIONS,
    "knowledge/places.csv": PLACES,
    "knowledge/office_holders.csv": OFFICES,
    "knowledge/designations.csv": DESIGNATIONS,
    "knowledge/sources.csv": SOURCES,
    "knowledge/weapons.toml": WEAPONS,
    "knowledge/weapon_details/tank.toml": DETAILS,
    "lexicons/place_adjectives.txt": "# word = place\nburgisch = Nordburg\nnordisch = Norden\n",
    "lexicons/place_adjectives_en.txt": "Northern = Northland\n",
    "lexicons/inhabitants.txt": "Burger = Nordburg\n",
    "lexicons/surnames_also_words.txt": "# words\nBurger\n",
}


@pytest.fixture(scope="session")
def table_checks(build: ModuleType) -> ModuleType:
    """It lies beside the script that builds."""
    return sys.modules[build.mistakes.__module__]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Small tables without a mistake."""
    for name, content in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return tmp_path / "knowledge"


def test_sound_tables_have_no_mistakes(table_checks: ModuleType, folder: Path) -> None:
    """Otherwise nobody would read what is said of the others."""
    assert table_checks.mistakes(folder) == []


def test_the_tables_that_ship_have_no_mistakes(table_checks: ModuleType, resources: Path) -> None:
    """If this fails, the message says where."""
    assert list(map(str, table_checks.mistakes(resources / "knowledge"))) == []


IN_TABLES = [
    ("a column is missing", "countries.csv", ",source\n", "\n", "line 1: there is no column “source”"),
    ("columns change places", "places.csv", "id,name", "name,id", "line 1: the columns are not"),
    ("semicolons between the cells", "sources.csv", ",", ";", "line 1: there is no column “key”"),
    ("a cell is missing", "organisations.csv", ",own\norg-rat", "\norg-rat", "line 2: as many cells"),
    ("a cell too many", "office_holders.csv", ",,\nperson", ",,,\nperson", "line 2: as many cells"),
    ("a quotation mark stays open", "places.csv", "Südstadt,", '"Südstadt,', "line 3: unexpected end"),
    ("the name is empty", "organisations.csv", ",Nordbund,", ",,", "line 2: “name” is empty"),
    ("the name is a space", "places.csv", ",Südstadt,", ", ,", "line 3: “name” is empty"),
    ("the adjective is empty", "countries.csv", ",südländisch,", ",,", "line 3: “adjectives” is empty"),
    ("the office has no English name", "office_holders.csv", ",Chairwoman,", ",,", "line 3: “office_en” is empty"),
    ("a source has no licence", "sources.csv", "CC BY 4.0", "", "line 3: “licence” is empty"),
    ("a space behind a name", "organisations.csv", "Nordbund,NB", "Nordbund ,NB", "line 2: “name” has spaces"),
    ("a space that does not break", "office_holders.csv", "Lena Okoro,,", "Lena\u00a0Okoro,,", "line 2: “name” has a"),
    ("letters read wrongly", "places.csv", "Südstadt", "SÃ¼dstadt", "line 3: “name” has a character"),
    ("a line break in a cell", "sources.csv", "Eigenes", '"Eig\nenes"', "line 2: “title_de” has a character"),
    ("another separator in a list", "organisations.csv", "NB;Bund", "NB|Bund", "line 2: “aliases” is a list"),
    ("an empty place in a list", "countries.csv", "Nordländer;", "Nordländer;;", "line 2: “inhabitants” has an empty"),
    ("a space in a list", "countries.csv", "Nordländer;", "Nordländer; ", "line 2: “inhabitants” has spaces"),
    ("an alias twice", "organisations.csv", "NB;Bund", "NB;NB;Bund", "line 2: “aliases” names something twice"),
    ("the name as its alias", "organisations.csv", "NB;Bund", "Nordbund;Bund", "line 2: the name “Nordbund”"),
    ("several names for one", "places.csv", ",Northtown,", ",Northtown;Burgh,", "line 2: “name_en” holds one"),
    ("an id twice", "organisations.csv", "org-rat", "org-bund", "line 3: “org-bund” is in line 2, too"),
    ("a country twice", "countries.csv", "SL,Süd", "NL,Süd", "line 3: “NL” is in line 2, too"),
    ("an office twice", "office_holders.csv", "Vorsitzende,Chairwoman,leader,org-bund", "Präsidentin,P,leader,NL", "line 3: “"),
    ("a word of a table twice", "designations.csv", "place,city", "organisation,party", "line 3: “organisation party”"),
    ("an id of another form", "places.csv", "place-suedstadt", "Südstadt", "line 3: “Südstadt” is no id"),
    ("an id without its kind", "organisations.csv", "org-rat", "rat", "line 3: “rat” is no id"),
    ("a country nobody knows", "organisations.csv", ",party,NL,", ",party,ZZ,", "line 2: there is no country “ZZ”"),
    ("a country by its name", "places.csv", ",SL,", ",Südland,", "line 3: there is no country “Südland”"),
    ("a kind nobody knows", "organisations.csv", ",party,NL", ",misery,NL", "line 2: there is no organisation “misery”"),
    ("a region nobody knows", "countries.csv", "Southland,Norden", "Southland,Westen", "line 3: there is no region"),
    ("an office of nothing", "office_holders.csv", "org-bund", "org-wund", "line 3: has an office of “org-wund”"),
    ("a rank nobody knows", "office_holders.csv", ",leader,", ",boss,", "line 3: there is no rank “boss”"),
    ("a person with two names", "office_holders.csv", "Lena Okoro,,Okoro,Lena Okóro,,V", "Lea Okoro,,Okoro,,,V", "line 3: p"),
    ("a surname of another", "office_holders.csv", ",Okoro,", ",Adeyemi,", "line 2: “Adeyemi” is no part"),
    ("a capital that is nowhere", "countries.csv", "Nordstadt,Nordstadt", "Adlerburg,Nordstadt", "line 2: capitals: “A"),
    ("a seat that is nowhere", "countries.csv", "Nordstadt,Northtown", "Adlerburg,Northtown", "line 2: capital_de: “A"),
    ("a source nobody knows", "countries.csv", "2026-10,own", "2026-10,web", "line 3: there is no source “web”"),
    ("an address that is none", "sources.csv", "https://atlas.example", "atlas", "line 3: “atlas” is no address"),
    ("a month of the future", "organisations.csv", "2026-11,own\norg", "9999-01,own\norg", "line 2: as_of 9999-01"),
    ("a month that is none", "countries.csv", "2026-10", "2026-13", "line 3: “2026-13” is no month"),
    ("a day for a month", "office_holders.csv", "2021,2026-11", "2021,2026-11-05", "line 3: “2026-11-05” is no month"),
    ("a date of the future", "office_holders.csv", "2024-05-20", "9999-05-20", "line 2: since 9999-05-20"),
    ("a day that is none", "office_holders.csv", "2024-05-20", "2024-02-30", "line 2: “2024-02-30” is no date"),
    ("a date as we speak", "office_holders.csv", "2024-05-20", "20.5.2024", "line 2: “20.5.2024” is no date"),
    ("a doubt about no name", "organisations.csv", "Bund,Bund", "Bund,Wund", "line 2: “Wund” is called doubtful"),
    ("an alias of another body", "organisations.csv", ",SR,", ",NB,", "line 3: “NB” is the organisation in organisations.csv, line 2"),
    ("an alias of a place", "organisations.csv", ",SR,", ",Südstadt,", "line 3: “Südstadt” is the place in places.csv, line 3"),
    ("an alias of a person", "organisations.csv", ",SR,", ",Lena Okoro,", "line 3: “Lena Okoro” is the person"),
    ("an alias of a weapon", "organisations.csv", ",SR,", ",Adler-2,", "line 3: “Adler 2” is the weapon in weapons.toml, line 3"),
    ("a place called like a country", "places.csv", ",Northtown,", ",Southland,", "line 2: “Southland” is the place in countries.csv"),
    ("an address for a title", "organisations.csv", ",Nordbund,,", ",https://de.example/Nordbund,,", "line 2: “https"),
    ("a word for nothing", "designations.csv", "region,Norden", "region,Osten", "line 4: no region is “Osten”"),
    ("a maker of nothing", "designations.csv", "maker,Nordwerk", "maker,Südwerk", "line 7: no maker is “Südwerk”"),
    ("a group nobody knows", "designations.csv", "area,EU", "aera,EU", "line 5: no aera is “EU”"),
    ("a weapon without a name", "weapons.toml", 'name = "Falke 1", ', "", "line 2: falke-1 has no name"),
    ("a weapon with an empty name", "weapons.toml", '"Adler 2"', '""', "line 3: adler-2 has no name"),
    ("a weapon without aliases", "weapons.toml", "aliases = [], ", "", "line 3: adler-2 has no aliases"),
    ("a weapon with a field more", "weapons.toml", "aliases = []", 'aliases = [], colour = "olive"', "line 3: adler-2 has colour"),
    ("an origin nobody knows", "weapons.toml", '"EU"', '"ZZ"', "line 3: adler-2 has the origin “ZZ”"),
    ("a category nobody knows", "weapons.toml", '"tank"', '"tonk"', "line 2: falke-1 has the category “tonk”"),
    ("a noun nobody knows", "weapons.toml", '"Kampfpanzer"', '"Panzer"', "line 2: falke-1 has the noun “Panzer”"),
    ("a weapon twice", "weapons.toml", '"adler-2"', '"falke-1"', "line 3: falke-1 is in line 2, too"),
    ("a weapon without an id", "weapons.toml", 'id = "adler-2", ', "", "has no id"),
    ("an alias of another weapon", "weapons.toml", "[]", '["Falke-1"]', "line 3: “Falke-1” is the weapon in weapons.toml, line 2"),
    ("proof for no name", "weapons.toml", 'needs_context = ["Falke"]', 'needs_context = ["Falle"]', "line 2: “Falle” is in"),
    ("an alias that is a number", "weapons.toml", "[]", "[2]", "line 3: aliases of adler-2 is no list of names"),
    ("an alias that is empty", "weapons.toml", "[]", '[""]', "line 3: aliases of adler-2 has an empty name"),
    ("aliases in one", "weapons.toml", "[]", '["A 2;A-2"]', "line 3: aliases of adler-2 has several names"),
    ("a list that is not closed", "weapons.toml", '["Falke"], ', '["Falke", ', "line 2: "),
    ("no list of weapons", "weapons.toml", "weapon = [", "weapons = [", "line 1: there is no list “weapon”"),
    ("details of no weapon", "weapon_details/tank.toml", "[falke-1]", "[falke-9]", "line 1: there is no system “falke-9”"),
    ("details with a field more", "weapon_details/tank.toml", "maker =", "makr =", "line 1: falke-1 has makr"),
    ("a figure without a unit", "weapon_details/tank.toml", ', unit = "t"', "", "line 1: falke-1: weight [60, 62] in no unit"),
    ("a unit nobody knows", "weapon_details/tank.toml", '"t"', '"stone"', "line 1: falke-1: 'stone'"),
    ("the unit of something else", "weapon_details/tank.toml", '"t"', '"km"', "line 1: falke-1: weight [60, 62] in km"),
    ("a figure nobody knows", "weapon_details/tank.toml", '"crew"', '"beauty"', "line 1: falke-1: 'beauty'"),
    ("a figure out of reason", "weapon_details/tank.toml", "[60, 62]", "62000", "line 1: falke-1: weight 62000 in t"),
    ("a range the wrong way round", "weapon_details/tank.toml", "[60, 62]", "[62, 60]", "line 1: falke-1: weight [62"),
    ("a number in words", "weapon_details/tank.toml", "value = 4", 'value = "four"', "line 1: falke-1: the crew “four”"),
    ("a figure twice", "weapon_details/tank.toml", "[{", '[{ what = "crew", value = 3 }, {', "line 1: falke-1 has two"),
    ("about in words", "weapon_details/tank.toml", "is_about = true", 'is_about = "yes"', "line 1: falke-1: is_about"),
    ("a year of the future", "weapon_details/tank.toml", "1979", "9999", "line 1: since of falke-1 is 9999"),
    ("a year in quotation marks", "weapon_details/tank.toml", "1979", '"1979"', "line 1: since of falke-1 is “1979”"),
    ("a line in one language", "weapon_details/tank.toml", 'line_en = "A tank."\n', "", "line 1: falke-1 has no line_en"),
    ("a line without its full stop", "weapon_details/tank.toml", "Panzer.", "Panzer", "line 1: line_de of falke-1"),
    ("details of the future", "weapon_details/tank.toml", "2026-11", "9999-11", "line 1: as_of of falke-1, 9999-11"),
    ("details without a source", "weapon_details/tank.toml", '["own"]', "[]", "line 1: falke-1 has no sources"),
    ("details of another source", "weapon_details/tank.toml", '["own"]', '["web"]', "line 1: falke-1 has the source “web”"),
    ("an empty maker", "weapon_details/tank.toml", '"Nordwerk"', '""', "line 1: maker of falke-1 is empty"),
    ("an adjective without its place", "place_adjectives.txt", " = Nordburg", "", "line 2: “burgisch” is not written"),
    ("an adjective twice", "place_adjectives.txt", "nordisch", "burgisch", "line 3: “burgisch” is in line 2, too"),
    ("a colon for an equals sign", "inhabitants.txt", " =", ":", "line 1: “Burger: Nordburg” is not written"),
    ("a space at the end", "place_adjectives_en.txt", "Northland", "Northland ", "line 1: has spaces"),
    ("two words in a line", "surnames_also_words.txt", "Burger", "Burger;Berger", "line 2: “Burger;Berger” is no word"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "was", "becomes", "complaint"),
    [case[1:] for case in IN_TABLES],
    ids=[case[0] for case in IN_TABLES],
)
def test_a_mistake_is_told_with_its_table_and_line(
    table_checks: ModuleType, folder: Path, file: str, was: str, becomes: str, complaint: str
) -> None:
    """Each of them once, as a hand slips."""
    path = (folder.parent / "lexicons" if file.endswith(".txt") else folder) / file
    sound = path.read_text(encoding="utf-8")
    assert was in sound
    path.write_text(sound.replace(was, becomes, -1 if was == "," else 1), encoding="utf-8")

    told = [str(mistake) for mistake in table_checks.mistakes(folder)]

    assert [one for one in told if one.startswith(f"{path.name}, ") and complaint in one], told


@pytest.mark.parametrize("file", sorted(FILES))
def test_letters_of_another_encoding_are_told_with_their_line(
    table_checks: ModuleType, folder: Path, file: str
) -> None:
    """A spreadsheet may save so."""
    path = folder.parent / file
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:-1], lines[-1].rstrip(b"\n") + "ü\n".encode("latin-1")]))

    told = {str(mistake) for mistake in table_checks.mistakes(folder)}

    assert f"{path.name}, line {len(lines)}: is not UTF-8" in told


@pytest.mark.parametrize("file", sorted(FILES))
def test_a_table_that_is_gone_is_told(table_checks: ModuleType, folder: Path, file: str) -> None:
    """One file of details may be missing, but then its category is gone."""
    (folder.parent / file).unlink()

    told = [str(mistake) for mistake in table_checks.mistakes(folder)]

    expected = (
        "falke-1 has the category “tank”" if "details" in file else f"{Path(file).name}: cannot be read"
    )
    assert [one for one in told if expected in one]


def test_all_mistakes_are_told_at_once_and_nothing_is_written(
    build: ModuleType,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """In the order of tables and lines."""
    (folder / "index.msgpack").write_bytes(b"old")
    for file, was, becomes in (("sources.csv", "CC0 1.0", ""), ("countries.csv", "2026-10", "2026")):
        (folder / file).write_text(FILES[f"knowledge/{file}"].replace(was, becomes), encoding="utf-8")
    monkeypatch.setattr(build, "FOLDER", folder)

    for arguments in (["build.py"], ["build.py", "--check"]):
        monkeypatch.setattr(sys, "argv", arguments)
        assert build.main() == 1
        told = capsys.readouterr().err.splitlines()
        assert [line.partition(":")[0] for line in told[:2]] == [
            "countries.csv, line 3",
            "sources.csv, line 2",
        ]
    assert (folder / "index.msgpack").read_bytes() == b"old"


def test_sound_tables_are_built(build: ModuleType, folder: Path) -> None:
    """And details in the file of another category are not."""
    assert build.built(folder)

    shutil.move(folder / "weapon_details" / "tank.toml", folder / "weapon_details" / "bomb.toml")
    with pytest.raises(ValueError, match=r"bomb\.toml, line 1: falke-1 belongs in tank\.toml"):
        build.built(folder)
