"""The reader's own words are found in every article, in whatever form they stand there."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from reader.domain.articles import Article
from reader.domain.corrections import DictionaryEntry, DictionaryEntryId
from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.services.correcting import corrected
from reader.services.dictionary import ReadersDictionary
from tests.fakes import marked

Makes = Callable[..., Article]
PERSON, ORGANIZATION = EntityKind.PERSON, EntityKind.ORGANIZATION
WEAPON, PLACE, OTHER = EntityKind.WEAPON, EntityKind.PLACE, EntityKind.OTHER


def entry(
    text: str, kind: EntityKind | None = ORGANIZATION, name: str = "", *, is_inflected: bool = True
) -> DictionaryEntry:
    return DictionaryEntry(DictionaryEntryId(1), text, kind, name, is_inflected)


def class_entry(text: str) -> DictionaryEntry:
    return replace(entry(text, WEAPON), is_generic=True)


@pytest.fixture
def found(article_of: Makes) -> Callable[..., list[str]]:
    """The words of a text that entries are found at, compounds in square brackets."""

    def find(text: str, *entries: DictionaryEntry) -> list[str]:
        article = article_of(text)
        return [
            f"[{match.span.of(article.text)}]"
            if match.form is MentionForm.PART
            else match.span.of(article.text)
            for match in ReadersDictionary(entries).matches(article)
        ]

    return find


Finds = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "kind", "forms"),
    [
        ("Zeitwerk", ORGANIZATION, "Zeitwerk Zeitwerks Zeitwerkes"),
        ("Nordring", PLACE, "Nordring Nordrings Nordringes"),
        ("Selander", PERSON, "Selander Selanders"),
        ("Grauwal", WEAPON, "Grauwal Grauwals Grauwale Grauwalen Grauwales"),
        ("Seeadler", WEAPON, "Seeadler Seeadlers Seeadlern"),
        ("Korvette Hammer", WEAPON, "Korvette\u00a0Hammer"),
        ("Freie Liste", ORGANIZATION, "Freie\nListe"),
        ("U-9", WEAPON, "U-9 U‑9"),
        ("AG Wal", OTHER, "AG\tWal"),
    ],
)
def test_a_word_is_found_in_its_forms(found: Finds, text: str, kind: EntityKind, forms: str) -> None:
    """Genitive, dative, plural; spaces and hyphens of any kind."""
    for form in forms.split(" "):
        assert found(f"Nun {form} dort.", entry(text, kind)) == [form]


@pytest.mark.parametrize(
    ("text", "kind", "other"),
    [
        ("Zeitwerk", ORGANIZATION, "Zeitwerkstatt"),
        ("Zeitwerk", ORGANIZATION, "zeitwerk"),
        ("Zeitwerk", ORGANIZATION, "Vorzeitwerk"),
        ("Zeitwerk", ORGANIZATION, "Anti-Zeitwerk"),
        ("Selander", PERSON, "Selandern"),
        ("Selander", PERSON, "Selanderes"),
        ("Paris", PLACE, "Pariss"),
        ("Freie Liste", ORGANIZATION, "Freie, Liste"),
        ("Freie Liste", ORGANIZATION, "Freie\n\nListe"),
        ("U-9", WEAPON, "U-95"),
    ],
)
def test_another_word_is_not_found(found: Finds, text: str, kind: EntityKind, other: str) -> None:
    """Whole words only, with the capitals they have."""
    assert found(f"Nun {other} dort.", entry(text, kind)) == []


def test_an_entry_without_forms_is_found_as_it_is(found: Finds) -> None:
    """The reader chose so."""
    assert found("Seeadler, Seeadlern, Seeadlers", entry("Seeadler", WEAPON, is_inflected=False)) == [
        "Seeadler"
    ]


def test_the_adjective_of_a_name_is_inflected(found: Finds) -> None:
    """In all cases; that of a person is none."""
    forms = ["Nordische Bank", "Nordischen Bank", "Nordischer Bank"]
    assert found(", ".join(forms), entry("Nordische Bank")) == forms
    assert found("Nordischen Selander", entry("Nordische Selander", PERSON)) == []


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Goldener Stern", "Goldenen Sterns"),
        ("Silbernes Blatt", "Silbernen Blattes"),
        ("Roter Bund Nord", "Roten Bund Nord"),
        ("Freier Deutscher Chor", "Freien Deutschen Chors"),
    ],
)
def test_whatever_adjective_a_name_begins_with_is_inflected(found: Finds, text: str, form: str) -> None:
    """No list tells which words are adjectives: what stands before another word may be one."""
    assert found(f"Nun der {form} dort.", entry(text)) == [form]


@pytest.mark.parametrize("other", ["Bremen", "Goldenen", "goldenen Stern", "Goldenen Sterner"])
def test_another_ending_of_the_last_word_is_another_name(found: Finds, other: str) -> None:
    assert found(f"Nun {other} dort.", entry("Bremer", PLACE), entry("Goldener Stern")) == []


def test_a_headline_in_capitals_names_it_too(found: Finds) -> None:
    """As headlines do."""
    assert found("ZEITWERK SCHLIESST", entry("Zeitwerk")) == ["ZEITWERK"]


def test_the_first_part_of_a_compound_names_it(found: Finds) -> None:
    """The whole word is found, and marked as one that holds a name."""
    text = "Zeitwerk-Chef, Zeitwerk-AG-Aktien, Zeitwerk- und Nordring-Leute, Zeitwerk-"

    assert found(text, entry("Zeitwerk")) == [
        "[Zeitwerk-Chef]",
        "[Zeitwerk-AG-Aktien]",
        "[Zeitwerk-]",
        "[Zeitwerk-]",
    ]


def test_of_several_entries_the_longest_is_found(found: Finds) -> None:
    """Also if a longer one begins and does not end."""
    entries = [entry("Nord"), entry("Nord Bank"), entry("Nord Bank des Ostens")]

    assert found("Nord Bank des Nordens, Nord Bank des Ostens, Nord", *entries) == [
        "Nord Bank",
        "Nord Bank des Ostens",
        "Nord",
    ]


@pytest.mark.parametrize("text", ["", " ", "-", "…", "'"])
def test_an_entry_without_words_is_found_nowhere(found: Finds, text: str) -> None:
    """It can come from a damaged library only."""
    assert found("Nord - Bank … ' Süd", entry(text), entry("Süd")) in (["Süd"], [text, "Süd"])


@pytest.fixture
def applied(article_of: Makes) -> Callable[..., dict[str, list[str]]]:
    """Kind and name of each entity with its mentions, once the dictionary is applied."""

    def apply(source: str, *entries: DictionaryEntry) -> dict[str, list[str]]:
        text = marked(source)
        article = article_of(text.text)
        dictionary = ReadersDictionary(entries)
        result = corrected(article, text.annotations_for(article), dictionary=dictionary)
        return {
            f"{entity.kind}:{entity.canonical_name}": [mention.text for mention in entity.mentions]
            for entity in result.annotations.entities
        }

    return apply


Applies = Callable[..., dict[str, list[str]]]


def test_what_is_never_marked_is_not(applied: Applies) -> None:
    """In any form, also in quotation marks; a longer name that holds it stays."""
    source = (
        "[weapon:Tor] im [weapon:Tors=Tor], [weapon:„Tor“=Tor], [weapon:Tor-Treffer=Tor]. [person:A. Tor]"
    )

    assert applied(source, entry("Tor", None)) == {"person:A. Tor": ["A. Tor"]}


def test_who_is_never_marked_is_not_by_the_surname_either(applied: Applies) -> None:
    """Nor by any other words: it is this person that the reader does not want to see."""
    source = (
        "[person:Ines Selander] kam. [person:Selander=Ines Selander] sprach, "
        "[person:Selanders=Ines Selander] Rede gefiel [person:Otto Tal]."
    )

    assert applied(source, entry("Ines Selander", None)) == {"person:Otto Tal": ["Otto Tal"]}


def test_a_surname_that_others_have_too_stays(applied: Applies) -> None:
    """It may be theirs: nobody of that full name is marked any more, but the surname alone is."""
    source = (
        "[person:Ines Selander] kam. [person:Selander=Ines Selander] sprach, auch [person:Karl Selander] "
        "und [person:Ines Selanders=Ines Selander] Mann."
    )

    assert applied(source, entry("Ines Selander", None)) == {
        "person:Selander": ["Selander"],
        "person:Karl Selander": ["Karl Selander"],
    }


def test_a_shorter_full_name_is_the_person_too(applied: Applies) -> None:
    source = "[person:Ines Maria Selander], [person:Ines Selander=Ines Maria Selander], später [person:Tal]."

    assert applied(source, entry("Ines Selander", None)) == {"person:Tal": ["Tal"]}


def test_only_these_words_where_they_are_not_the_name(applied: Applies) -> None:
    """A mere surname that is never marked leaves the full name alone, an abbreviation the body."""
    source = "[person:Ines Selander] und [person:Selander=Ines Selander]"

    assert applied(source, entry("Selander", None)) == {"person:Ines Selander": ["Ines Selander"]}


@pytest.mark.parametrize(("kind", "found"), [(None, {}), (OTHER, {"other:Polen": ["polnische", "Pole"]})])
def test_what_is_only_meant_is_that(applied: Applies, kind: EntityKind | None, found: object) -> None:
    """The words of the entry are not in the text, but what they name is."""
    source = "Die [place:polnische=Polen] Küste, sagte ein [place:Pole=Polen]."

    assert applied(source, entry("Polen", kind)) == found


def test_what_is_always_something_is_that(applied: Applies) -> None:
    """Found by the machine or not, and whatever it took it for."""
    source = "Der Grauwal und die [place:Grauwale=Grauwal] im Grauwal-Dock."

    assert applied(source, entry("Grauwal", WEAPON)) == {
        "weapon:Grauwal": ["Grauwal", "Grauwale", "Grauwal-Dock"]
    }


def test_a_weapon_class_is_one_and_no_system_is(article_of: Makes) -> None:
    """What the machine knew of a system is not true of its class; the system itself is left alone."""
    text = marked("Ein [weapon:Dachs], zwei [weapon:Grauwale=Grauwal II] und ein [weapon:Grauwal II].")
    article = article_of(text.text)
    known = tuple(replace(one, knowledge_id=one.canonical_name) for one in text.entities)
    found = replace(text.annotations_for(article), entities=known)
    said = ReadersDictionary([class_entry("Dachs"), class_entry("Grauwal")])

    shown = corrected(article, found, dictionary=said).annotations.entities

    assert [(one.canonical_name, one.is_generic, one.knowledge_id) for one in shown] == [
        ("Dachs", True, None),
        ("Grauwal", True, None),
        ("Grauwal II", False, "Grauwal II"),
    ]


def test_a_system_that_the_machine_took_for_a_class(article_of: Makes) -> None:
    """The reader says that it is a system, and of what is a class already nothing changes."""
    text = marked("Der [weapon:Dachs] und die [weapon:Haubitze].")
    article = article_of(text.text)
    classes = tuple(replace(one, is_generic=True) for one in text.entities)
    found = replace(text.annotations_for(article), entities=classes)
    said = ReadersDictionary([entry("Dachs", WEAPON), class_entry("Haubitze")])

    shown = corrected(article, found, dictionary=said).annotations.entities

    assert [(one.canonical_name, one.is_generic) for one in shown] == [("Dachs", False), ("Haubitze", True)]


def test_a_longer_name_is_left_alone(applied: Applies) -> None:
    """Berg is always a place, and Anna Berg still a person."""
    source = "[person:Anna Berg] wohnt in Berg."

    assert applied(source, entry("Berg", PLACE)) == {
        "person:Anna Berg": ["Anna Berg"],
        "place:Berg": ["Berg"],
    }


def test_a_surname_stays_with_its_person(applied: Applies) -> None:
    """The article knows the full name; the dictionary only says that it is a person."""
    source = "[person:Anna Berg] kam, [person:Berg=Anna Berg] ging, und Berg schwieg."

    assert applied(source, entry("Berg", PERSON)) == {"person:Anna Berg": ["Anna Berg", "Berg", "Berg"]}


@pytest.mark.parametrize("name", ["", "Netzwerk A. B."])
def test_who_is_always_something_else_is_so_by_any_other_words(applied: Applies, name: str) -> None:
    """The entity of that name is one still, not what the entry says and a rest with the surname."""
    source = "[person:Anna Berg] kam, [person:Berg=Anna Berg] ging, und [person:Otto Berg] schwieg."

    assert applied(source, entry("Anna Berg", ORGANIZATION, name)) == {
        f"organization:{name or 'Anna Berg'}": ["Anna Berg", "Berg"],
        "person:Otto Berg": ["Otto Berg"],
    }


def test_an_entry_with_a_name_joins_what_bears_it(applied: Applies) -> None:
    """Other words for the same thing."""
    source = "[organization:Nordische Bank] und das [place:Haus am Ring] in [place:Bonn]."

    assert applied(source, entry("Haus am Ring", ORGANIZATION, "Nordische Bank")) == {
        "organization:Nordische Bank": ["Nordische Bank", "Haus am Ring"],
        "place:Bonn": ["Bonn"],
    }


def test_a_badly_cut_mention_gives_way(applied: Applies) -> None:
    """What begins or ends within the word is no name."""
    assert applied("Die [person:neue Nordische] Bank.", entry("Nordische Bank")) == {
        "organization:Nordische Bank": ["Nordische Bank"]
    }


def test_a_hundred_thousand_entries_are_found_as_well_as_one(found: Finds) -> None:
    """Also if all begin with the same word."""
    entries = [entry(f"Firma {number}", is_inflected=False) for number in range(100_000)]

    assert found("Firma 7, Firma 99999, Firma 100000", *entries) == ["Firma 7", "Firma 99999"]
