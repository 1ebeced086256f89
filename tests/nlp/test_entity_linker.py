"""Entities are tied to the knowledge base where that is sure, and nowhere else."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.domain.entities import Entity, EntityId, EntityKind
from reader.domain.mentions import Mention, MentionForm
from reader.domain.spans import Span
from reader.knowledge.knowledge_index import KnowledgeIndex
from reader.nlp.entity_linker import EntityLinker

PERSON, ORGANIZATION, PLACE = EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE


@pytest.fixture(scope="module")
def linker(resources: Path) -> EntityLinker:
    return EntityLinker(KnowledgeIndex.load(resources))


def entity(
    kind: EntityKind,
    name: str,
    *aliases: str,
    roles: tuple[str, ...] = (),
    form: MentionForm = MentionForm.NAME,
    knowledge_id: str | None = None,
    is_generic: bool = False,
) -> Entity:
    return Entity(
        id=EntityId(f"{kind}-{name}"),
        kind=kind,
        canonical_name=name,
        mentions=(Mention(Span(0, len(name)), name, form),),
        aliases=aliases,
        roles=roles,
        knowledge_id=knowledge_id,
        is_generic=is_generic,
    )


def links(linker: EntityLinker, *entities: Entity) -> list[str | None]:
    return [found.knowledge_id for found in linker.linked(entities)]


@pytest.mark.parametrize(
    ("kind", "name", "knowledge_id"),
    [
        (ORGANIZATION, "Bundestag", "org-bundestag"),
        (ORGANIZATION, "BMVg", "org-bundesministerium-der-verteidigung"),
        (ORGANIZATION, "Gazproms", "org-gazprom"),
        (PLACE, "USA", "country-us"),
        (PLACE, "Kyjiw", "place-kiew"),
        (PLACE, "Moscow", "place-moskau"),
        (PLACE, "West Bank", "place-westjordanland"),
        (PLACE, "UAE", "country-ae"),
        (PLACE, "Niedersachsens", "place-niedersachsen"),
        (PERSON, "Wolodymyr Selenskyj", "person-wolodymyr-selenskyj"),
        (PERSON, "Recep Tayyip Erdogan", "person-recep-tayyip-erdogan"),
        (EntityKind.WEAPON, "Iris-T", "iris-t"),
    ],
)
def test_a_name_of_one_thing_only_is_linked(
    linker: EntityLinker, kind: EntityKind, name: str, knowledge_id: str
) -> None:
    """Shown names, abbreviations, genitives, other spellings."""
    assert links(linker, entity(kind, name)) == [knowledge_id]


@pytest.mark.parametrize(
    ("name", "alias", "knowledge_id"),
    [
        ("FDP (Schweiz)", "FDP", "org-fdp-die-liberalen"),
        ("Grüne (Österreich)", "Grünen", "org-die-gruenen-die-gruene-alternative"),
        ("Grüne (Frankreich)", "Grüne", None),
        ("Südtiroler Volkspartei", "SVP", "org-suedtiroler-volkspartei"),
    ],
)
def test_an_abbreviation_that_others_have_too_means_what_the_name_means(
    linker: EntityLinker, name: str, alias: str, knowledge_id: str | None
) -> None:
    """The FDP of the Schweiz is not that of Germany."""
    assert links(linker, entity(ORGANIZATION, name, alias)) == [knowledge_id]


def test_a_body_with_the_adjective_of_its_state_is_not_the_one_without(linker: EntityLinker) -> None:
    schweizer = entity(ORGANIZATION, "Schweizer Bundesrat", "Bundesrat")

    assert links(linker, schweizer, entity(ORGANIZATION, "Bundestag"))[0] == "org-schweizer-bundesrat"


def test_the_abbreviation_of_a_service_needs_its_country(linker: EntityLinker) -> None:
    """Whatever other countries the article tells of."""
    kiew, moskau = entity(PLACE, "Kiew"), entity(PLACE, "Moskau")

    assert links(linker, entity(ORGANIZATION, "HUR"), kiew, moskau)[0] == "org-hur"
    assert links(linker, entity(ORGANIZATION, "HUR"), moskau)[0] is None


def test_another_name_in_the_text_is_as_good(linker: EntityLinker) -> None:
    """The text introduces it in brackets."""
    assert links(linker, entity(ORGANIZATION, "Allgemeiner Deutscher Automobil-Club", "ADAC")) == ["org-adac"]


@pytest.mark.parametrize(
    "found",
    [
        entity(PLACE, "Bundestag"),
        entity(ORGANIZATION, "Kreisverband Musterhausen"),
        entity(EntityKind.OTHER, "NATO"),
        entity(EntityKind.WEAPON, "Iris-T", is_generic=True),
        entity(PERSON, "Lena Merz"),
    ],
    ids=["another kind", "unknown", "no kind", "a class of weapons", "a namesake"],
)
def test_what_only_looks_alike_is_not_linked(linker: EntityLinker, found: Entity) -> None:
    """A wrong link is worse than none."""
    assert links(linker, found) == [None]


def test_an_id_that_is_there_stays(linker: EntityLinker) -> None:
    """Weapons have theirs from the catalogue."""
    assert links(linker, entity(EntityKind.WEAPON, "Leopard 2A8", knowledge_id="leopard-2")) == ["leopard-2"]


def test_names_of_two_things_cancel_out(linker: EntityLinker) -> None:
    """Something went wrong before."""
    assert links(linker, entity(ORGANIZATION, "Rheinmetall", "Hensoldt")) == [None]


def test_a_surname_is_linked_with_the_office_that_goes_with_it(linker: EntityLinker) -> None:
    """The text tells of the country."""
    merz = entity(PERSON, "Merz", roles=("Bundeskanzler",))

    assert links(linker, merz, entity(PLACE, "Deutschland")) == ["person-friedrich-merz", "country-de"]


def test_a_minister_is_known_by_the_country_of_the_ministry(linker: EntityLinker) -> None:
    """The text names neither the ministry nor the federation."""
    minister = entity(PERSON, "Wadephul", roles=("Außenminister",))

    assert links(linker, minister, entity(PLACE, "Deutschland"))[0] == "person-johann-wadephul"
    assert links(linker, minister, entity(PLACE, "Schweden"))[0] is None


@pytest.mark.parametrize(
    ("roles", "others"),
    [
        ((), (entity(PLACE, "Deutschland"),)),
        (("Bäcker",), (entity(PLACE, "Deutschland"),)),
        (("Bundeskanzler",), ()),
        (("Bundeskanzler",), (entity(PLACE, "Schweden"),)),
    ],
    ids=["no office", "another trade", "no country", "another country"],
)
def test_a_surname_without_office_and_country_is_not_linked(
    linker: EntityLinker, roles: tuple[str, ...], others: tuple[Entity, ...]
) -> None:
    """Merz may be anybody."""
    assert links(linker, entity(PERSON, "Merz", roles=roles), *others)[0] is None


@pytest.mark.parametrize(
    ("name", "role", "person"),
    [
        ("Trump", "US-Präsident", "person-donald-trump"),
        ("Rutte", "Nato-Generalsekretär", "person-mark-rutte"),
        ("Lagarde", "EZB-Präsidentin", "person-christine-lagarde"),
        ("Rutte", "UN-Generalsekretär", None),
    ],
)
def test_an_office_may_name_its_organisation(
    linker: EntityLinker, name: str, role: str, person: str | None
) -> None:
    """In one word."""
    assert links(linker, entity(PERSON, name, roles=(role,))) == [person]


@pytest.mark.parametrize(
    ("role", "knowledge_id"),
    [
        ("Kommissionspräsidentin", "person-ursula-von-der-leyen"),
        ("Kommissionssprecherin", None),
        ("Kommissionsmitglied", None),
        ("Vereinspräsidentin", None),
    ],
)
def test_a_surname_with_small_words_is_linked_with_the_body_in_its_office(
    linker: EntityLinker, role: str, knowledge_id: str | None
) -> None:
    """Another office or another body proves nothing."""
    assert links(linker, entity(PERSON, "von der Leyen", roles=(role,))) == [knowledge_id]


def test_a_common_full_name_needs_the_office(linker: EntityLinker) -> None:
    """Germany has many a Klaus Müller."""
    agency = entity(ORGANIZATION, "Bundesnetzagentur")

    assert links(linker, entity(PERSON, "Klaus Müller"), agency)[0] is None
    assert links(linker, entity(PERSON, "Klaus Müller", roles=("Präsident",)), agency)[0] == (
        "person-klaus-mueller"
    )


@pytest.mark.parametrize(
    ("others", "council"),
    [
        (("Bundestag",), "org-bundesrat"),
        (("Bundestag", "SPD"), "org-bundesrat"),
        (("Ständerat",), None),
        (("Bundestag", "Ständerat"), None),
        ((), None),
    ],
)
def test_an_institution_of_several_countries_belongs_to_that_of_the_article(
    linker: EntityLinker, others: tuple[str, ...], council: str | None
) -> None:
    """Germany, Austria and Switzerland each have a Bundesrat."""
    found = [entity(ORGANIZATION, "Bundesrat"), *(entity(ORGANIZATION, name) for name in others)]

    assert links(linker, *found)[0] == council


def test_a_party_with_an_everyday_name_needs_its_country(linker: EntityLinker) -> None:
    """There are Greens everywhere."""
    greens = entity(ORGANIZATION, "Grüne")

    assert links(linker, greens, entity(ORGANIZATION, "CDU"))[0] == "org-gruene"
    assert links(linker, greens, entity(ORGANIZATION, "ÖVP"))[0] is None
    assert links(linker, greens) == [None]


def test_a_shown_name_that_the_text_does_not_have_proves_nothing(linker: EntityLinker) -> None:
    """Christian democrats are shown as CDU, wherever they are."""
    party = entity(ORGANIZATION, "CDU", "Christdemokraten")
    party = replace(party, mentions=(Mention(Span(0, len("Christdemokraten")), "Christdemokraten"),))

    assert links(linker, party, entity(ORGANIZATION, "VVD"))[0] is None
    assert links(linker, party, entity(ORGANIZATION, "SPD"))[0] == "org-cdu"


def test_capitals_tell_an_association_from_the_federation(linker: EntityLinker) -> None:
    """BUND is not the Bund."""
    germany = entity(PLACE, "Deutschland")

    assert links(linker, entity(ORGANIZATION, "BUND"), germany)[0] == "org-bund"
    assert links(linker, entity(ORGANIZATION, "Bund"), germany)[0] is None


def test_without_knowledge_nothing_is_linked(tmp_path: Path) -> None:
    """The article is read all the same; what the catalogue knew stays."""
    linker = EntityLinker(KnowledgeIndex.load(tmp_path))
    known = entity(EntityKind.WEAPON, "Leopard 2", knowledge_id="leopard-2")

    assert links(linker, known, entity(PLACE, "Deutschland")) == ["leopard-2", None]


def test_two_entities_of_one_entry_are_one(linker: EntityLinker) -> None:
    """Only the knowledge base knows that William Lai is Lai Ching-te."""
    one = entity(PERSON, "Lai Ching-te", roles=("Präsident",))
    other = entity(PERSON, "William Lai", "Lai", roles=("Arzt",))
    place = entity(PLACE, "Kanada")

    joined, alone = linker.linked([one, other, place])

    assert (joined.canonical_name, joined.aliases) == ("Lai Ching-te", ("William Lai", "Lai"))
    assert {mention.text for mention in joined.mentions} == {"Lai Ching-te", "William Lai"}
    assert joined.roles == ("Präsident", "Arzt")
    assert [joined.id, alone.id] == ["e1", "e2"]


def test_a_body_with_the_adjective_of_its_state_is_sure(linker: EntityLinker) -> None:
    """Whatever other countries the article tells of."""
    body = entity(ORGANIZATION, "Ukrainisches Verteidigungsministerium", "Verteidigungsministerium")

    assert links(linker, body, entity(ORGANIZATION, "Bundestag"), entity(PLACE, "Kanada"))[0] == (
        "org-ukrainisches-verteidigungsministerium"
    )


@pytest.mark.parametrize(
    ("city", "country", "linked"),
    [
        ("Wellington", "Neuseeland", "place-wellington"),
        ("Georgetown", "Guyana", "place-georgetown"),
        ("Wellington", "Kanada", None),
        ("Newcastle", "Großbritannien", None),
    ],
)
def test_a_seat_of_government_with_namesakes_is_meant_beside_its_country(
    linker: EntityLinker, city: str, country: str, linked: str | None
) -> None:
    """Other cities with namesakes stay open: the country may have two of them."""
    assert links(linker, entity(PLACE, city), entity(PLACE, country))[0] == linked


def test_a_building_that_acts_is_one_place(linker: EntityLinker) -> None:
    """The Pentagon is listed once, whatever the tagger made of it."""
    one, other = entity(ORGANIZATION, "Pentagon"), entity(PLACE, "Pentagon")

    assert [(found.kind, found.knowledge_id) for found in linker.linked([one, other])] == [
        (PLACE, "place-pentagon")
    ]


def test_an_inflected_long_name_is_as_good_a_proof_as_the_name(linker: EntityLinker) -> None:
    """Doubtful letters beside it take nothing from it; alone they prove nothing."""
    name, letters = "Syrische Demokratische Kräfte", "SDF"
    long = entity(ORGANIZATION, "Syrischen Demokratischen Kräften", letters)
    short = entity(ORGANIZATION, letters, letters)

    shown = [replace(one, canonical_name=name) for one in (long, short)]

    assert [links(linker, one) for one in shown] == [["org-syrische-demokratische-kraefte"], [None]]


@pytest.mark.parametrize("trade", ["Architekt", "Torwart", "Zahnarzt"])
def test_a_namesake_in_another_trade_is_not_linked(linker: EntityLinker, trade: str) -> None:
    """The chancellor is no architect."""
    [found] = linker.linked([entity(PERSON, "Friedrich Merz", roles=(trade,))])

    assert found.knowledge_id is None


def test_who_has_an_office_is_linked_whatever_else_he_is(linker: EntityLinker) -> None:
    """A president who cooks."""
    [found] = linker.linked([entity(PERSON, "Friedrich Merz", roles=("Koch", "Bundeskanzler"))])

    assert found.knowledge_id == "person-friedrich-merz"


def test_georgia_is_the_country_only_where_the_article_tells(linker: EntityLinker) -> None:
    """There is a state of the USA, too."""
    georgia, tbilisi = entity(PLACE, "Georgia"), entity(PLACE, "Tiflis")

    assert linker.linked([georgia])[0].knowledge_id is None
    assert linker.linked([georgia, tbilisi])[0].knowledge_id == "country-ge"
    assert linker.linked([entity(PLACE, "Georgia", form=MentionForm.DERIVED)])[0].knowledge_id == "country-ge"


@pytest.mark.parametrize(
    ("name", "knowledge_id"),
    [
        ("Dänisches Verteidigungsministerium", "org-daenisches-verteidigungsministerium"),
        ("Taiwanesisches Außenministerium", "org-taiwanisches-aussenministerium"),
        ("Ukrainisches Energieministerium", "org-ukrainisches-energieministerium"),
    ],
)
def test_ministries_of_other_states_are_linked(linker: EntityLinker, name: str, knowledge_id: str) -> None:
    """By any adjective of the state."""
    assert linker.linked([entity(ORGANIZATION, name)])[0].knowledge_id == knowledge_id


@pytest.mark.parametrize(
    ("shown", "printed", "knowledge_id"),
    [
        ("ODS", "Demokratischen Bürgerpartei", "org-ods"),
        ("FIS", "Internationalen Skiverbands", "org-fis"),
        ("IRA", "Irischen Republikanischen Armee", "org-ira"),
        ("NABU", "Naturschutzbund", "org-nabu"),
        ("NABU", "Antikorruptionsbüro", None),
        ("ODS", "Demokratischen Volkspartei", None),
        ("FIS", "Deutschen Skiverbands", None),
        ("EDU", "Union", None),
    ],
)
def test_doubtful_letters_are_proved_by_the_written_out_name_in_any_case(
    linker: EntityLinker, shown: str, printed: str, knowledge_id: str | None
) -> None:
    assert links(linker, entity(ORGANIZATION, shown, printed)) == [knowledge_id]


def test_a_word_that_another_body_of_the_article_is_called_by_proves_no_firm(linker: EntityLinker) -> None:
    """Die Allianz is the insurer, but hardly beside the NATO."""
    land, firm = entity(PLACE, "Deutschland"), entity(ORGANIZATION, "Allianz")
    nato = entity(ORGANIZATION, "NATO")

    assert links(linker, land, firm)[1] == "org-allianz"
    assert links(linker, land, nato, firm)[2] is None
