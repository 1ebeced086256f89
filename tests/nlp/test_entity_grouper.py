"""Grouping names of one article into entities."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.domain.entities import Entity
from reader.knowledge.gazetteer import load_gazetteer
from reader.nlp.entity_grouper import EntityGrouper
from reader.nlp.person_names import load_given_names
from reader.nlp.role_finder import load_role_words
from tests.nlp.name_marking import marked_names

Group = Callable[[str], list[Entity]]


@pytest.fixture(scope="module")
def group(resources: Path) -> Group:
    """Groups the names marked in a text: [person:Anna], [place/derived:Pariser]."""
    lexicons = resources / "lexicons"
    grouper = EntityGrouper(load_gazetteer(resources), load_role_words(lexicons), load_given_names(lexicons))

    def grouped(marked: str) -> list[Entity]:
        text, found = marked_names(marked)
        return list(grouper.group(found, text))

    return grouped


def surfaces(entity: Entity) -> list[str]:
    return [mention.text for mention in entity.mentions]


def names(entities: list[Entity]) -> list[str]:
    return [entity.canonical_name for entity in entities]


def test_surname_and_full_name_are_one_person(group: Group) -> None:
    """A surname and its genitive belong to the full name, even if a headline has the surname first."""
    entities = group("[person:Rutte] warnt\n\nDas sagte [person:Mark Rutte]. [person:Ruttes] Rede war kurz.")

    assert names(entities) == ["Mark Rutte"]
    assert surfaces(entities[0]) == ["Rutte", "Mark Rutte", "Ruttes"]
    assert entities[0].aliases == ("Rutte",)


def test_a_function_in_the_genitive_leaves_the_name_as_it_is(group: Group) -> None:
    """In „des Landrats Jens Rickers“ the function has the ending; the s is his own."""
    entities = group("Nach Worten des Landrats [person:Jens Rickers] fehlt Geld. Das sagte [person:Rickers].")

    assert names(entities) == ["Jens Rickers"]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Europäische Zentral-\nbank", "Europäische Zentralbank"),
        ("Verein Grüne\nWiese", "Verein Grüne Wiese"),
        ("Bund der Gärtner-\nInnung", "Bund der Gärtner-Innung"),
        ("Haupt- und Nebenstelle", "Haupt- und Nebenstelle"),
        ('Ö1-"Morgenjournal', "Ö1-Morgenjournal"),
        ("ver- oder entsorgt", "ver- oder entsorgt"),
        ("Ost- nach Westbahn", "Ost- nach Westbahn"),
    ],
)
def test_the_end_of_a_line_leaves_no_trace_in_a_name(group: Group, printed: str, name: str) -> None:
    assert names(group(f"Das sagte [organization:{printed}].")) == [name]


def test_a_name_keeps_both_marks_of_a_byname_and_none_around_it(group: Group) -> None:
    assert names(group("Das [organization:Geschwader 71 »Nord«] übt.")) == ["Geschwader 71 »Nord«"]
    assert names(group("Das schrieb der [organization:„Nordbote“].")) == ["Nordbote"]


@pytest.mark.parametrize(
    ("genitive", "name"),
    [("Östlichen Militärkommandos", "Östliches Militärkommando"), ("Nationalen Büros", "Nationales Büro")],
)
def test_a_noun_in_o_has_a_genitive_too(group: Group, genitive: str, name: str) -> None:
    """That of Paris or the Währungsfonds has none."""
    assert names(group(f"Ein Sprecher des [organization:{genitive}] kam.")) == [name]


@pytest.mark.parametrize("river", ["Amazonas", "Bosporus", "Kaukasus"])
def test_a_place_with_an_s_at_its_end_has_it_in_every_case(group: Group, river: str) -> None:
    assert names(group(f"Die Anrainer des [place:{river}] tagen.")) == [river]


def test_the_functions_of_a_man_are_named_as_such(group: Group) -> None:
    """In „dem Abgeordneten“ nothing else tells."""
    entities = group("Der Abgeordnete [person:Jan Kern] kam. Dem Abgeordneten [person:Kern] folgte niemand.")

    assert [entity.roles for entity in entities] == [("Abgeordneter",)]


def test_a_club_called_like_its_land_is_no_inflected_firm(group: Group) -> None:
    """Bayern only looks like a case of Bayer."""
    assert names(group("[organization:Bayern] verlor am Samstag.")) == ["Bayern"]
    assert names(group("[organization:Bayer] und [organization:Bayern]")) == ["Bayer", "Bayern"]
    assert names(group("Die Aktie des Konzerns [organization:Bayer] stieg.")) == ["Bayer"]


def test_a_cut_surname_is_the_whole_one(group: Group) -> None:
    entities = group("[person:Anna Kasper-\nczyk] kam. [person:Kasperczyk] ging.")

    assert names(entities) == ["Anna Kasperczyk"]


def test_two_people_with_one_surname_stay_two(group: Group) -> None:
    """A bare surname goes to the full name that was read last."""
    entities = group(
        "[person:Elke Brandt] kam. [person:Brandt] lachte. [person:Jens Brandt] kam. [person:Brandt] ging."
    )

    assert [surfaces(entity) for entity in entities] == [["Elke Brandt", "Brandt"], ["Jens Brandt", "Brandt"]]


def test_first_name_alone_is_the_person_if_nobody_else_has_it(group: Group) -> None:
    """Angela is Angela Neumann."""
    entities = group("[person:Angela Neumann] liest. [person:Angela] mag Krimis.")

    assert names(entities) == ["Angela Neumann"]


def test_first_name_of_two_people_is_nobody_in_particular(group: Group) -> None:
    """Two Annas make a bare Anna a third entry."""
    entities = group("[person:Anna Kern] und [person:Anna Vogt] kamen. [person:Anna] ging.")

    assert names(entities) == ["Anna Kern", "Anna Vogt", "Anna"]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Marijke van der Veldhuizen", "van der Veldhuizen"),
        ("Ursula von der Leyen", "Leyen"),
        ("Baschar al-Assad", "Assad"),
        ("Donald J. Petersen", "Donald Petersen"),
        ("Parisa Golestani", "P. G."),
        ("Olaf Scholz", "Scholz’"),
        ("MARK RUTTE", "Rutte"),
        ("Friedrich Merz", "Merz'"),
        ("Friedrich Merz", "Merz’"),
        ("Wolodymyr Selenskyj", "Zelensky"),
        ("Wolodymyr Selenskyj", "Selenskij"),
        ("Sergej Lawrow", "Lavrov"),
        ("Benjamin Netanjahu", "Netanyahu"),
        ("Mahmud al-Chatib", "Mahmoud al-Khatib"),
        ("Wolodymyr Tscherneha", "Volodymyr Cherneha"),
        ("Stylianos Papathanassiou", "Papathanasiou"),
        ("Søren Kjærgaard", "Kjaergaard"),
        ("Jörg Müller", "JOERG MUELLER"),
        ("Harm-Gerd Bruns", "H.-G. Bruns"),
        ("Lin Mei-hua", "Mei-hua Lin"),
        ("María José Etxeberria Goñi", "Etxeberria"),
        ("Sergej Schoigu", "Shoigu"),
        ("Urs Brunner-Okafor", "Brunner"),
        ("Urs Brunner-Okafor", "Brunner-Okafors"),
        ("Nguyen Duc Anh", "Duc Anh"),
        ("Jean-Pierre Lau", "J. Lau"),
        ("Müller", "Müllers"),
        ("Sergej Lawrow", "Sergey Lavrov"),
        ("Wladimir Putin", "Poutine"),
        ("Wladimir Putin", "Vladimir Poutine"),
        ("Alexej Gratschow", "Alexei Grachoff"),
        ("Aleksandra Wiśniewska", "Alexandra Wisniewska"),
        ("Michał Łuczak", "Luczak"),
        ("Yıldız Arık", "Yildiz Arik"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Kim Jong-un", "Kim"),
        ("Juan Carlos Ruiz Ortega", "J. C. Ruiz"),
        ("Park Min-ho", "Min-ho Park"),
        ("Wolodymyr Tscherneha", "Wladimir Tschernega"),
        ("Ahmed al-Scharaa", "Ahmad al-Sharaa"),
        ("Marija Sacharowa", "Maria Zakharova"),
        ("Dmitri Medwedew", "Dmitrij Medwedjew"),
        ("Dovilė Šakalienė", "Sakaliene"),
        ("Recep Tayyip Erdoğan", "Erdogan"),
        ("Jens Weiß", "Weiss"),
        ("Lech Wałęsa", "Walesas"),
        ("Katharina Schulze", "Katha Schulze"),
        ("Robert Kincaid", "Bobby Kincaid"),
        ("María del Carmen Soto", "María del Carmen"),
        ("José „Pepe“ Alvarado Ruiz", "Pepe Alvarado"),
        ("José „Pepe“ Alvarado Ruiz", "Pepe"),
        ("Saoirse Ní Bhriain", "Ni Bhriain"),
        ("Xi Jinping", "Xis"),
        ("Frank Kendall III", "Kendall"),
        ("Urs Brunner-Okafor", "Urs Brunner"),
        ("Konrad Graf zu Waldburg-Reuth", "Graf Waldburg"),
        ("Giorgos Gerapetritis", "George Gerapetritis"),
    ],
)
def test_a_person_is_known_by_a_shorter_name(group: Group, full: str, short: str) -> None:
    """Particles, Arabic articles, initials, apostrophes and capitals do not make another person."""
    entities = group(f"[person:{full}] sprach. Danach ging [person:{short}].")

    assert len(entities) == 1


def test_frau_and_herr_tell_namesakes_apart(group: Group) -> None:
    """Husband and wife: the form of address says who is meant, not who was named last."""
    entities = group(
        "Richterin [person:Elke Brandt] und Herr [person:Jens Brandt] kamen. Frau [person:Brandt] lachte. "
        "Herr [person:Brandt] ging."
    )

    assert [surfaces(entity) for entity in entities] == [["Elke Brandt", "Brandt"], ["Jens Brandt", "Brandt"]]


def test_frau_and_herr_are_two_people_even_before_their_full_names(group: Group) -> None:
    """A headline may have both of a couple by surname alone."""
    entities = group(
        "Frau [person:Brandt] und Herr [person:Brandt]\n\n[person:Elke Brandt] und [person:Jens Brandt]"
    )

    assert sorted(len(entity.mentions) for entity in entities) == [2, 2]


@pytest.mark.parametrize(
    "beside",
    ["Ministerin [person:Brandt] ging", "[person:Brandt] (SPD) ging", "Wehrministerin [person:Brandt] ging"],
)
def test_function_and_party_tell_namesakes_apart(group: Group, beside: str) -> None:
    """What stands beside the surname decides, not who was named last."""
    entities = group(
        "Ministerin [person:Elke Brandt] (SPD) kam. Landrat [person:Jens Brandt] (FDP) kam. " + beside
    )

    assert [surfaces(entity) for entity in entities] == [["Elke Brandt", "Brandt"], ["Jens Brandt"]]


def test_a_namesake_told_apart_is_the_one_read_last(group: Group) -> None:
    """After Frau Brandt, a bare Brandt is she."""
    entities = group(
        "Richterin [person:Elke Brandt] und Herr [person:Jens Brandt] kamen. Frau [person:Brandt] lachte. "
        "[person:Brandt] ging."
    )

    assert [surfaces(entity) for entity in entities] == [["Elke Brandt", "Brandt", "Brandt"], ["Jens Brandt"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Meyer", "Anna Maier"),
        ("Jan-Peter Kern", "J.-H. Kern"),
        ("Ming Chan", "Han"),
        ("Jan Kern", "Eva Kern"),
        ("Anna Lau", "Bau"),
        ("Peter Schmidt", "Schmitz"),
        ("Urs Brunner-Okafor", "Okaforski"),
        ("Martin Lau", "Martine Lau"),
        ("Park Min-ho", "Park Sun-hee"),
        ("Anna Lau", "Annalena Lau"),
        ("Robert Kincaid", "Robert Kincaid Jr."),
        ("Robert Kincaid Sr.", "Robert Kincaid Jr."),
        ("Klaus Peters", "Ines Peter"),
        ("Jan Haas", "Jan Gast"),
    ],
)
def test_similar_names_are_two_people(group: Group, one: str, other: str) -> None:
    """Another given name or another surname is another person."""
    assert len(group(f"[person:{one}] sprach. Danach ging [person:{other}].")) == 2


def of_people(entities: list[Entity]) -> dict[str, list[str]]:
    return {entity.canonical_name: surfaces(entity) for entity in entities}


def test_given_names_tell_whom_frau_and_herr_mean(group: Group) -> None:
    """Nothing but the given name says that Elke Brandt is a woman."""
    people = group(
        "[person:Elke Brandt] und [person:Jens Brandt] kamen. Frau [person:Brandt] lachte. "
        "Herr [person:Brandt] ging."
    )

    assert of_people(people) == {
        "Elke Brandt": ["Elke Brandt", "Brandt"],
        "Jens Brandt": ["Jens Brandt", "Brandt"],
    }


@pytest.mark.parametrize(
    ("relative", "meant"), [("Ihr Mann widersprach.", "Jens"), ("Ihr Anwalt widersprach.", "Elke")]
)
def test_behind_her_husband_a_surname_is_his(group: Group, relative: str, meant: str) -> None:
    """He was not named again, but the text speaks of him."""
    people = of_people(
        group(
            "[person:Jens Brandt] kam. [person:Elke Brandt] klagte. " + relative + " [person:Brandt] nickte."
        )
    )

    assert {name for name, printed in people.items() if "Brandt" in printed} == {f"{meant} Brandt"}


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Die [person:Brandts] feiern", "Familie Brandt"),
        ("Das sagten zwei [person:Brandts]", "Brandts"),
        ("Die Eheleute [person:Brandt] feiern", "Eheleute Brandt"),
        ("Die Familie [person:Brandt] feiert", "Familie Brandt"),
        ("The [person:Brandts] agreed", "Brandts"),
    ],
)
def test_a_family_is_none_of_its_members(group: Group, marked: str, name: str) -> None:
    """Several people with one surname are an entry of their own."""
    people = group("[person:Elke Brandt] und [person:Jens Brandt] kamen. " + marked)

    assert names(people) == ["Elke Brandt", "Jens Brandt", name]


def test_a_genitive_is_no_family(group: Group) -> None:
    """„Brandts Rede“ is that of one."""
    assert len(group("[person:Elke Brandt] kam. Das war [person:Brandts] Rede.")) == 1


def test_brother_and_sister_by_given_name_are_no_family(group: Group) -> None:
    people = group("Die Geschwister [person:Pia] und [person:Reto Kern] kamen. [person:Pia Kern] fror.")

    assert of_people(people) == {"Pia Kern": ["Pia", "Pia Kern"], "Reto Kern": ["Reto Kern"]}


def test_senior_and_junior_are_father_and_son(group: Group) -> None:
    people = group(
        "[person:Georg Kern] und sein Sohn [person:Max Kern] kamen. [person:Kern] senior ging. "
        "[person:Georg Kern] lachte. [person:Kern] junior blieb."
    )

    assert [len(person.mentions) for person in people] == [3, 2]


def test_half_a_double_name_is_its_bearer_until_a_namesake_comes(group: Group) -> None:
    people = group(
        "[person:Ina Tuor-Lenz] kam. [person:Tuor] lachte. Dann kam [person:Reto Tuor]. [person:Tuor] ging."
    )

    assert of_people(people) == {
        "Ina Tuor-Lenz": ["Ina Tuor-Lenz", "Tuor"],
        "Reto Tuor": ["Reto Tuor", "Tuor"],
    }


def test_who_has_the_same_name_too_is_another(group: Group) -> None:
    """The second Lin is told by what follows."""
    people = group(
        "Admiralin [person:Lin Mei-hua] kam. Ihr Vize heißt ebenfalls [person:Lin]: "
        "[person:Lin Chih-yuan] ging."
    )

    assert [surfaces(person) for person in people] == [["Lin Mei-hua"], ["Lin", "Lin Chih-yuan"]]


def test_initials_with_another_function_are_another_person(group: Group) -> None:
    """A witness M. S. is not the lawyer Mirko Stanke."""
    people = group("Anwalt [person:Mirko Stanke] kam. Zeuge [person:M. S.] schwieg. Da ging [person:M. S.].")

    assert of_people(people) == {"Mirko Stanke": ["Mirko Stanke"], "M. S.": ["M. S.", "M. S."]}


def test_the_name_without_initials_is_the_fuller_one(group: Group) -> None:
    assert names(group("[person:J. P. Orwin] kam. Das sagte [person:James Peter Orwin].")) == [
        "James Peter Orwin"
    ]


def test_the_stop_of_a_sentence_is_no_part_of_a_name(group: Group) -> None:
    assert names(group("Er traf [person:Dong Jun.] Sie traf [person:Max Kern Jr.]")) == [
        "Dong Jun",
        "Max Kern Jr.",
    ]


def test_name_in_a_headline_of_capitals_is_shown_in_small_letters(group: Group) -> None:
    """MARK RUTTE is shown as Mark Rutte."""
    assert names(group("[person:MARK RUTTE] WARNT")) == ["Mark Rutte"]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[organization:NATO] und [organization:Nato]", "NATO"),
        ("Die [organization:EU] und die [organization:Europäischen Union]", "Europäische Union"),
        (
            "der [organization:Bundestag], des [organization:Bundestages], des [organization:Bundestags]",
            "Bundestag",
        ),
        ("die [organization:Kurdischen Einheiten] ([organization:KUE])", "Kurdische Einheiten"),
        ("das [organization:Auswärtige Amt], im [organization:Auswärtigen Amt]", "Auswärtiges Amt"),
        ("[organization:Hessischer Landtag], der [organization:Landtag]", "Hessischer Landtag"),
        ("[place:USA], die [place:Vereinigten Staaten]", "USA"),
        ("[place:Kanadas] Minister war in [place:Kanada]", "Kanada"),
        ("[place:Frankfurt am Main], also [place:Frankfurt]", "Frankfurt am Main"),
        ("[place:Kiews] Bürgermeister", "Kiew"),
        ("[place:Paris] Plage", "Paris"),
        ("[place:Bayern], der [place:Freistaat Bayern]", "Bayern"),
        ("die [organization:Eisbären Nord], der [organization:Eisbären Nord]", "Eisbären Nord"),
        ("[place:Kyjiw], das alte [place:Kiew]", "Kyjiw"),
        ("[organization:Hamburger SV], der [organization:HSV]", "Hamburger SV"),
        ("[organization:Nordische Werft Systeme], kurz [organization:NWS]", "Nordische Werft Systeme"),
        ("[organization:Kiesel Aerospace], bei [organization:Kiesel]", "Kiesel Aerospace"),
        ("[organization:Universität Trier], die [organization:Universität]", "Universität Trier"),
        ("die [organization:Wiener Oper], die [organization:Oper Wien]", "Wiener Oper"),
        ("die [organization:Kern Bau GmbH.] Die [organization:Kern Bau GmbH]", "Kern Bau GmbH"),
        ("die [organization:Nordische Zeitung], die [organization:NZ]", "Nordische Zeitung"),
        ("das [organization:Weiße Haus]", "Weißes Haus"),
        ("[organization:Landesbauministerium], das [organization:Bauministerium]", "Landesbauministerium"),
        ("[organization:UN-Sicherheitsrat], im [organization:Sicherheitsrat]", "UN-Sicherheitsrat"),
        (
            "die [organization:Bafa], das [organization:Bundesamt für Wirtschaft und Ausfuhrkontrolle]",
            "Bundesamt für Wirtschaft und Ausfuhrkontrolle",
        ),
        (
            "[organization:Verband der Obsthändler] ([organization:VdO]), der [organization:VdO]",
            "Verband der Obsthändler",
        ),
    ],
)
def test_forms_of_one_name_are_one_entity(group: Group, marked: str, name: str) -> None:
    """Case, inflection, abbreviation and genitive do not make another entity."""
    assert names(group(marked)) == [name]


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        (
            (
                "das [place/derived:ukrainische] [organization:Verteidigungsministerium], "
                "das [organization:Bundesverteidigungsministerium]"
            ),
            ["Ukrainisches Verteidigungsministerium", "Bundesministerium der Verteidigung"],
        ),
        (
            (
                "des taiwanischen [organization:Verteidigungsministeriums], das chinesische "
                "[organization:Verteidigungsministerium]"
            ),
            ["Taiwanisches Verteidigungsministerium", "Chinesisches Verteidigungsministerium"],
        ),
        (
            "das polnische [organization:Außenministerium], das [organization:Außenministerium]",
            ["Polnisches Außenministerium"],
        ),
        (
            (
                "das polnische [organization:Außenministerium], das russische "
                "[organization:Außenministerium], ein [organization:Außenministerium]"
            ),
            ["Polnisches Außenministerium", "Russisches Außenministerium", "Außenministerium"],
        ),
        ("die Schweizer [organization:Armee]", ["Schweizer Armee"]),
        (
            "die [organization:Luftwaffe], dann die [place/derived:ukrainische] [organization:Luftwaffe]",
            ["Luftwaffe", "Ukrainische Luftwaffe"],
        ),
        (
            "[organization:Luftwaffe] warnt\nDie [place/derived:ukrainische] [organization:Luftwaffe] warnt",
            ["Ukrainische Luftwaffe"],
        ),
        ("Nordkoreas [organization:Verteidigungsministerium]", ["Nordkoreanisches Verteidigungsministerium"]),
        ("das neue [organization:Verkehrsministerium]", ["Verkehrsministerium"]),
    ],
)
def test_an_adjective_tells_whose_a_ministry_is(group: Group, marked: str, found: list[str]) -> None:
    """Without one it is the only one that the article names so, or none in particular."""
    assert [name for name in names(group(marked)) if name not in {"Ukraine", "Taiwan"}] == found


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[organization:Thornbury Systems Ltd] and [organization:Thornbury's]", "Thornbury Systems Ltd"),
        ("[place:Canada] and [place:Canada's] navy", "Canada"),
        ("[organization:Orwin Freight] and [organization:Orwin Freight’s]", "Orwin Freight"),
    ],
)
def test_an_english_genitive_is_the_name(group: Group, marked: str, name: str) -> None:
    assert names(group(marked)) == [name]


def test_a_compound_with_a_known_name_is_nobodys_surname(group: Group) -> None:
    """UN-Resolutionen are not those of Kim Jong Un."""
    entities = group("[person:Kim Jong Un] tobt, die [organization/part:UN-Resolutionen] gelten")

    assert names(entities) == ["Kim Jong Un", "Vereinte Nationen"]


def test_a_compound_with_a_firm_is_not_its_founder(group: Group) -> None:
    """The Hensel-Aktie is that of Hensel Dynamics, though there is a Wolf Hensel."""
    entities = group(
        "[person:Wolf Hensel] gründete [organization:Hensel Dynamics], die [organization/part:Hensel-Aktie]"
    )

    assert of_people(entities)["Hensel Dynamics"] == ["Hensel Dynamics", "Hensel-Aktie"]


@pytest.mark.parametrize(
    "marked",
    [
        "der [organization:Hessische Landtag], der [organization:Sächsische Landtag], [organization:Landtag]",
        "die [organization:CDU] und die [organization:CDU Sachsen]",
        "die [organization:Bundespolizei] und der [organization:BDL]",
        "die [organization:Universität Trier], [organization:Universität Wien], [organization:Universität]",
    ],
)
def test_a_doubtful_short_form_stays_alone(group: Group, marked: str) -> None:
    """Where two longer names fit, or the short one is known by itself, nothing is joined."""
    assert len(group(marked)) == marked.count("[")


def test_party_in_brackets_is_not_another_name(group: Group) -> None:
    """The SPD behind the Bundestag stays the SPD."""
    entities = group("die Abgeordnete des [organization:Bundestags] ([organization:SPD])")

    assert names(entities) == ["Bundestag", "SPD"]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        (
            "[place/derived:ukrainische] Soldaten, die [place:Ukraine], ein [place/derived:Ukrainer]",
            "Ukraine",
        ),
        ("[place/derived:Moskauer] Kreise in [place:Moskau]", "Moskau"),
        ("[place/derived:Stockholmer] Rathaus", "Stockholm"),
        ("[place/derived:bayerischer] Wald in [place:Bayern]", "Bayern"),
        ("[organization/part:NATO-Generalsekretär] bei der [organization:Nato]", "NATO"),
        ("[person/part:Merz-Regierung] mit [person:Friedrich Merz]", "Friedrich Merz"),
        ("[person/part:Merz-Regierung]", "Merz"),
        ("[place/part:Donauufer] an der [place:Donau]", "Donau"),
        ("[place/part:US-Präsident]", "USA"),
        ("[organization/derived:Siemensianer] bei [organization:Siemens]", "Siemens"),
        ("[place/derived:bretonische] Küste der [place:Bretagne]", "Bretagne"),
        ("[place/derived:Römer] in [place:Rom]", "Rom"),
        ("[place/derived:Frankfurter] in [place:Frankfurt am Main]", "Frankfurt am Main"),
        ("[place/derived:Altenröder] aus [place:Altenrode]", "Altenrode"),
        ("[place:Wetterstadt] und eine [place/derived:Wetterstädterin]", "Wetterstadt"),
        ("[place/derived:Darmstädter] in [place:Darmstadt]", "Darmstadt"),
        ("[place:Koeln], [place:Köln] und [place/derived:Kölnerinnen]", "Köln"),
        ("[place/derived:kurdische] Orte, viele [place/derived:Kurden]", "Kurdistan"),
        ("der [weapon:Leopard 2] des [organization/part:Leopard-Herstellers]", "Leopard 2"),
    ],
)
def test_derived_words_and_compounds_belong_to_the_name(group: Group, marked: str, name: str) -> None:
    """Adjectives, inhabitants and compounds are mentions of what they are made from."""
    assert names(group(marked)) == [name]


def test_a_known_place_in_the_genitive_is_shown_without_it(group: Group) -> None:
    """Whatever stands behind it; Paris has no genitive."""
    entities = group("Der Verkauf [place:Grönlands] ist vom Tisch. [place:Paris] wartet.")

    assert names(entities) == ["Grönland", "Paris"]


def test_a_lake_is_not_the_town_it_is_named_after(group: Group) -> None:
    """The Genfersee is not Genf, and those who live in Genf do not live in it."""
    entities = group("Der [place:Genfer See], [place:Genf] und eine [place/derived:Genferin]")

    assert [surfaces(entity) for entity in entities] == [["Genfer See"], ["Genf", "Genferin"]]


def test_generic_weapon_words_are_classes_of_their_own(group: Group) -> None:
    """Drohne and Drohnen are one class, marked as generic, apart from a named drone."""
    entities = group("eine [weapon/generic:Drohne], viele [weapon/generic:Drohnen], eine [weapon:Heron]")

    assert [(entity.is_generic, len(entity.mentions)) for entity in entities] == [(True, 2), (False, 1)]


@pytest.mark.parametrize(
    ("marked", "roles"),
    [
        ("Verteidigungsministerin [person:Odile Marchand] kam", ("Verteidigungsministerin",)),
        (
            "[person:Odile Marchand], die kanadische Verteidigungsministerin, kam",
            ("Verteidigungsministerin",),
        ),
        ("Bundeskanzler [person:Friedrich Merz] (CDU)", ("Bundeskanzler",)),
        ("des Nato-Generalsekretärs [person:Mark Rutte]", ("Nato-Generalsekretär",)),
        ("dem Präsidenten [person:Wolodymyr Selenskyj]", ("Präsident",)),
        ("Der Sprecher des Ministeriums, [person:Jan Thoma], schwieg", ("Sprecher",)),
        (
            "Minister [person:Jan Thoma] ging. [person:Thoma], Vorsitzender der Partei, lachte",
            ("Minister", "Vorsitzender"),
        ),
        ("Herr [person:Jan Thoma], und der Hund bellte", ()),
        ("[person:Jan Thoma], Ministerin Anna Lau und zwei andere kamen", ()),
        ("[person:Jan Thoma], Minister für Verkehr, kam", ("Minister",)),
        ("[person:Jan Thoma] (CDU), 54, Landrat, kam", ("Landrat",)),
        ("Brigadegeneral a. D. [person:Jan Thoma] kam", ("Brigadegeneral",)),
        ("[person:Jan Thoma] (SPD) kam", ()),
        ("Der 54-Jährige [person:Jan Thoma] kam", ()),
    ],
)
def test_functions_beside_a_name_are_the_persons_roles(
    group: Group, marked: str, roles: tuple[str, ...]
) -> None:
    """What stands directly before or behind a name is kept in the nominative."""
    assert group(marked)[0].roles == roles


def test_entities_are_numbered_by_first_mention(group: Group) -> None:
    """The ids follow the text, whatever the kind."""
    entities = group("[place:Bonn]: [person:Ada Lau] trifft [organization:Siemens].")

    assert [(entity.id, entity.canonical_name) for entity in entities] == [
        ("e1", "Bonn"),
        ("e2", "Ada Lau"),
        ("e3", "Siemens"),
    ]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("die [organization/part:Bundestagspräsidentin]", "Bundestag"),
        ("der [organization/part:Rheinmetallchef]", "Rheinmetall"),
        ("alle [place/part:Europaabgeordneten]", "Europa"),
        ("ein [organization/part:Berlinbesucher]", "Berlinbesucher"),
        ("die [organization/part:Posten]", "Posten"),
    ],
)
def test_a_word_without_a_hyphen_belongs_to_the_known_name_in_it(
    group: Group, marked: str, name: str
) -> None:
    """Though the article has it nowhere else; a town is no organisation, and few letters are no name."""
    assert names(group(marked)) == [name]


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("deutsch-französische", ["Deutschland", "Frankreich"]),
        ("russisch-ukrainischen", ["Russland", "Ukraine"]),
        ("sino-russische", ["Russland"]),
        ("deutsch-deutsche", ["Deutschland"]),
        ("US-amerikanische", ["USA"]),
        ("schleswig-holsteinische", ["Schleswig-Holstein"]),
    ],
)
def test_a_word_from_two_places_belongs_to_both(group: Group, word: str, found: list[str]) -> None:
    """Each of them is mentioned by its own part of the word."""
    assert names(group(f"Der [place/derived:{word}] Handel wächst.")) == found


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[person:H. J. Kern], später [person:Hans-Joachim Kern]", "Hans-Joachim Kern"),
        ("[person:John Kern], später [person:John F. Kern]", "John F. Kern"),
    ],
)
def test_a_person_is_shown_with_the_fullest_name(group: Group, marked: str, name: str) -> None:
    """Initials count less than words."""
    assert names(group(marked)) == [name]
