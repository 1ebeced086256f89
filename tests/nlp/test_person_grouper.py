"""Which mentions of people are the same person."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.nlp.person_grouper import PeopleOfArticle
from reader.nlp.person_names import load_given_names
from tests.nlp.name_marking import marked_names

People = Callable[[str], list[tuple[str, list[str]]]]


@pytest.fixture(scope="module")
def people(resources: Path) -> People:
    """The people of a text in which they are marked, each with all mentions: [person:Anna]."""
    given_names = load_given_names(resources / "lexicons")

    def grouped(marked: str) -> list[tuple[str, list[str]]]:
        text, found = marked_names(marked)
        mentions = [(name.mention.span, name.mention.text) for name in found]
        article = PeopleOfArticle(mentions, text, given_names)
        return [
            (
                person.canonical_name(),
                [m[1] for m, of in zip(mentions, article.numbers, strict=True) if of == at],
            )
            for at, person in enumerate(article.people)
        ]

    return grouped


@pytest.mark.parametrize(
    ("full", "bare"),
    [
        ("Oleh Synjehubow", "Synegubow"),
        ("Oleg Synegubow", "Synjehubows"),
        ("Oleh Syniehubov", "Synegubov"),
        ("Oleksandr Syrskyj", "Syrskyi"),
        ("Wiktor Janukowytsch", "Janukowitschs"),
        ("Wiktor Janukowytsch", "Yanukovych"),
        ("Michail Gorbatschow", "Gorbachev"),
        ("Muammar al-Gaddafi", "Kadhafi"),
        ("Muammar al-Gaddafi", "Gaddafis"),
        ("Kassem Soleimani", "Suleimanis"),
        ("Hassan Rohani", "Rouhani"),
        ("Ali Laridschani", "Larijani"),
        ("Friedrich Merz", "Merzens"),
        ("Isaac Herzog", "Herzogs"),
    ],
)
def test_other_spellings_of_a_bare_surname_are_the_same_person(people: People, full: str, bare: str) -> None:
    """Transliterations from Cyrillic and Arabic, also in the genitive."""
    assert people(f"[person:{full}] kam. Danach sprach [person:{bare}].") == [(full, [full, bare])]


@pytest.mark.parametrize(
    ("full", "bare"),
    [
        ("Ole Hartmann", "Gartmann"),
        ("Peter Nielsen", "Nelsen"),
        ("Jan Heller", "Geller"),
        ("Adam Quandt", "Kuandt"),
        ("Ina Holz", "Golz"),
    ],
)
def test_what_is_one_name_in_russian_is_two_in_german(people: People, full: str, bare: str) -> None:
    assert len(people(f"[person:{full}] kam. Danach sprach [person:{bare}].")) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hisham al-Qudah", "Hesham al-Kudah"),
        ("J. D. Vance", "JD Vance"),
        ("Charles Brown", "C. Q. Brown"),
        ("Jewhenij Prigoschin", "Jewgeni Prigoschin"),
        ("Kim Jong Un", "Kim Jong-un"),
        ("Nguyen Duc Anh", "Duc Anh"),
        ("Franklin D. Roosevelt", "F. D. Roosevelt"),
    ],
)
def test_two_full_names_may_be_one_persons(people: People, one: str, other: str) -> None:
    assert people(f"[person:{one}] kam. Danach sprach [person:{other}].") == [(one, [one, other])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong Un", "Kim Yo Jong"),
        ("George W. Bush", "George H. W. Bush"),
        ("Lee Harvey Oswald", "Lee Ann Womack"),
    ],
)
def test_names_that_only_look_alike_are_two_peoples(people: People, one: str, other: str) -> None:
    """Sisters have their surname first, father and son have other initials."""
    assert len(people(f"[person:{one}] kam. Danach sprach [person:{other}].")) == 2


def test_two_names_with_und_between_them_are_two_peoples(people: People) -> None:
    """Johann and Johannes are one name elsewhere."""
    found = people("[person:Johann Kern] und [person:Johannes Kern] kamen. [person:Johannes Kern] sang.")

    assert found == [("Johann Kern", ["Johann Kern"]), ("Johannes Kern", ["Johannes Kern", "Johannes Kern"])]


def test_a_surname_with_an_s_of_its_own_is_no_genitive(people: People) -> None:
    text = "[person:Lena Peters] und [person:Jonas Peter] kamen. [person:Peters] sang, [person:Peter] nicht."

    found = people(text)

    assert found == [("Lena Peters", ["Lena Peters", "Peters"]), ("Jonas Peter", ["Jonas Peter", "Peter"])]
    assert people("[person:Cord Ahrens] kam. [person:Ahrens] Bus nicht.") == [
        ("Cord Ahrens", ["Cord Ahrens", "Ahrens"])
    ]


def test_the_bare_surname_is_the_fathers_unless_junior_stands_by(people: People) -> None:
    found = people(
        "[person:Ole Thamm] kam mit [person:Ole Thamm Jr.] an. "
        "[person:Thamm] junior sang. [person:Thamm] ging."
    )

    assert found == [("Ole Thamm", ["Ole Thamm", "Thamm"]), ("Ole Thamm Jr.", ["Ole Thamm Jr.", "Thamm"])]


def test_who_is_always_called_frau_is_not_meant_by_the_bare_surname(people: People) -> None:
    found = people(
        "Landrat [person:Ole Thamm] kam. [person:Thamm] aß. [person:Eva Thamm] kam. "
        "Frau [person:Thamm] sang. [person:Thamm] ging."
    )

    assert found == [("Ole Thamm", ["Ole Thamm", "Thamm", "Thamm"]), ("Eva Thamm", ["Eva Thamm", "Thamm"])]


def test_a_noun_of_the_sentence_before_tells_nothing_of_the_sex(people: People) -> None:
    found = people("[person:Ole Thamm] kam vor [person:Eva Thamm] in den Saal. [person:Thamm] sang.")

    assert found == [("Ole Thamm", ["Ole Thamm"]), ("Eva Thamm", ["Eva Thamm", "Thamm"])]


def test_of_two_with_a_chinese_surname_the_one_in_office_is_meant(people: People) -> None:
    """Surname first: Li Qiang and Li Hui are both called Li."""
    found = people(
        "Premier [person:Li Qiang] kam. Der Gesandte [person:Li Hui] ging. Premier [person:Li] sang."
    )

    assert found == [("Li Qiang", ["Li Qiang", "Li"]), ("Li Hui", ["Li Hui"])]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[person:Orbán Viktor] kam. [person:Viktor Orbán] sang.", "Viktor Orbán"),
        ("[person:Szijjártó Péter] kam. [person:Péter Szijjártó] sang.", "Péter Szijjártó"),
        ("[person:H.-D. Thamm] kam. [person:Hans-Dieter Thamm] sang.", "Hans-Dieter Thamm"),
        ("[person:Leo XIV.] kam.", "Leo XIV."),
    ],
)
def test_a_person_is_shown_with_the_given_name_first_and_in_full(
    people: People, text: str, name: str
) -> None:
    assert [shown for shown, _ in people(text)] == [name]
