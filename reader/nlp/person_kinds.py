"""Tells people from what is only called like people: shops, fishermen, people from Hamburg."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.nlp.findings import Finding
from reader.nlp.name_index import DETERMINERS
from reader.nlp.named_people import NamedPeople, plain
from reader.nlp.person_names import GivenNames

# What a shop or firm has behind the name of its founder: Ahrens Moden. No surname is among them.
TRADES = frozenset({
    "Moden", "Reisen", "Busreisen", "Brötchen", "Backwaren", "Fleischwaren", "Wurstwaren", "Feinkost",
    "Möbel", "Logistik", "Logistics", "Immobilien", "Automobile", "Optik", "Touristik", "Elektronik",
    "Elektrotechnik", "Medien", "Spedition", "Transporte", "Küchen", "Getränke", "Haustechnik",
    "Metallbau", "Maschinenbau", "Anlagenbau", "Stahlbau", "Holzbau", "Gartenbau", "Tiefbau", "Hochbau",
    "Textilien", "Schuhe", "Pharma", "Systeme", "Bestattungen", "Holding", "Entertainment", "Studios",
    "Verlage", "Motoren", "Werkzeuge",
})  # fmt: skip
FIRM = re.compile(
    r"(?:Firma|Konzern|Spedition|(?:Groß|Land)?[Bb]äckerei|Metzgerei|Fleischerei|Konditorei|Gärtnerei|"
    r"(?:\w+)?[Bb]rauerei|Druckerei|Molkerei|Schreinerei|Tischlerei|Reederei|Werft|Kanzlei|Autohaus|Modehaus|"
    r"Möbelhaus|Kaufhaus|Baufirma|Bauunternehmen|Buchhandlung|Weingut|Gasthaus|Gasthof|Hotel|Café|Verlag|"
    r"Handwerksbetrieb|Familienunternehmen|Maschinenbauer|Autozulieferer|Zulieferer|Modekette|Drogeriekette)"
)
ADJECTIVE_ENDINGS = ("e", "en", "er")
PLURAL = "Die"  # at the beginning of a sentence
ARTICLES_OF_NAMES = frozenset({"der", "die", "den", "dem"})  # der Ludwig, as many speak
# Given names that are words with an article before them: der Ernst der Lage.
WORDS_LIKE_NAMES = frozenset({
    "Ernst", "Rose", "Wolf", "Mark", "Falk", "August", "Iris", "Heide", "Linde", "Viola", "Erika",
    "Olive", "Perle", "Gloria", "Viktoria", "Victoria", "Christian", "Prinz", "König", "Bär", "Hahn",
    "Stern", "Gerber", "Page", "Chance", "Art", "Kai", "Frank", "Franken", "Bob", "Jack", "Jasmin",
    "Melissa", "Alma", "Mai", "April", "Juni", "Juli", "Kap", "Laser", "Marine", "Mercedes", "Porsche",
    "Senta", "Sommer", "Winter", "Stein", "Berg", "Burg", "Herzog", "Kaiser", "Engel", "Heiland",
    "Pascha", "Pfau", "Schatz", "Sultan",
})  # fmt: skip
NAMED_AIRCRAFT = ("rettungshubschrauber", "hubschrauber", "rettungshubschraubers", "hubschraubers")
CARMAKERS = frozenset({
    "Alfa", "Audi", "BMW", "Citroën", "Dacia", "Fiat", "Ford", "Honda", "Hyundai", "Kia", "Mazda", "Mercedes",
    "Mitsubishi", "Nissan", "Opel", "Peugeot", "Porsche", "Renault", "Seat", "Skoda", "Škoda", "Suzuki",
    "Tesla", "Toyota", "Volkswagen", "Volvo", "VW",
})  # fmt: skip
BEFORE_CARS = frozenset({"der", "den", "dem", "des", "ein", "einen", "einem", "eines"})  # firms are feminine
PARTS_OF_CARMAKERS = (
    "konzern",
    "vorstand",
    "rat",
    "chef",
    "kurs",
    "fonds",
    "standort",
    "händler",
    "sprecher",
    "club",
    "cup",
    "ag",
    "se",
    "gmbh",
    "kg",
    "group",
    "holding",
    "bank",
    "motor",
    "motors",
    "company",
    "services",
    "leasing",
    "stiftung",
    "werk",
    "werke",
)
NO_NAME_BESIDE_ARTICLE = 0.97  # share from which on such a word is surely none


def as_shop(texts: Sequence[str], finding: Finding) -> Finding:
    """The firm that somebody's name with a trade beside it is: Ahrens Moden, die Spedition Ahrens."""
    if finding.kind is not EntityKind.PERSON or finding.form is not MentionForm.NAME:
        return finding
    is_bare = finding.end - finding.start == 1
    before = texts[finding.start - 1] if finding.start else ""
    is_shop = FIRM.fullmatch(before) is not None if is_bare else texts[finding.end - 1] in TRADES
    return replace(finding, kind=EntityKind.ORGANIZATION) if is_shop else finding


def as_called(texts: Sequence[str], findings: Sequence[Finding]) -> list[Finding]:
    """The findings; what somebody is told to be called is a person: Mohamed Daglo, genannt Hemeti."""
    ends = {one.end for one in findings if one.kind is EntityKind.PERSON and one.form is MentionForm.NAME}
    called = {
        texts[one.start]
        for one in findings
        if one.end - one.start == 1
        and ((texts[one.start - 1] == "genannt" and one.start - 2 in ends) or _is_alias(texts, one, ends))
    }
    return [
        replace(one, kind=EntityKind.PERSON)
        if one.form is MentionForm.NAME and one.end - one.start == 1 and texts[one.start] in called
        else one
        for one in findings
    ]


def _is_alias(texts: Sequence[str], finding: Finding, ends: Collection[int]) -> bool:
    return finding.start > 0 and texts[finding.start - 1] == "alias" and finding.start - 1 in ends


def as_vehicle(texts: Sequence[str], finding: Finding) -> Finding:
    """What is no person and no firm, but flies or drives: der Hubschrauber Christoph Weser, ein VW Golf."""
    if finding.form is not MentionForm.NAME or not finding.start:
        return finding
    before, names = texts[finding.start - 1], texts[finding.start : finding.end]
    is_aircraft = finding.kind is EntityKind.PERSON and before.casefold().endswith(NAMED_AIRCRAFT)
    is_car = (
        finding.kind is EntityKind.ORGANIZATION
        and len(names) > 1
        and names[0] in CARMAKERS
        and before.casefold() in BEFORE_CARS
        and not names[-1].casefold().endswith(PARTS_OF_CARMAKERS)
    )
    return replace(finding, kind=EntityKind.OTHER) if is_aircraft or is_car else finding


def as_bearer(texts: Sequence[str], finding: Finding, people: NamedPeople) -> Finding:
    """The person that Hamburger is, with nothing beside it, where the article has Emil Hamburger."""
    is_inhabitant = finding.form is MentionForm.DERIVED and finding.kind is EntityKind.PLACE
    if not is_inhabitant or finding.end - finding.start > 1 or finding.end >= len(texts):
        return finding
    word, behind = texts[finding.start], texts[finding.end]
    before = texts[finding.start - 1].casefold() if finding.start else ""
    is_said = before.endswith("te")  # sagte Hamburger
    is_of_several = before in DETERMINERS or (before.endswith(ADJECTIVE_ENDINGS) and not is_said)
    if not word.endswith("er") or behind[:1].isupper() or is_of_several:
        return finding
    if plain((word,)) not in people.surnames:
        return finding
    return replace(finding, kind=EntityKind.PERSON, form=MentionForm.NAME)


def are_several(texts: Sequence[str], finding: Finding, people: NamedPeople, given_names: GivenNames) -> bool:
    """Whether a surname behind „Die“ is a word for several: Die Fischer streikten. Only men are called so."""
    is_bare = finding.kind is EntityKind.PERSON and finding.end - finding.start == 1
    if not is_bare or finding.form is not MentionForm.NAME or not finding.start or finding.end >= len(texts):
        return False
    if texts[finding.start - 1] != PLURAL or not texts[finding.end].islower():
        return False
    called = people.given_by_surname.get(plain((texts[finding.start],)), ())
    sexes = {given_names.is_female(given) for given in called}
    return False in sexes and True not in sexes


def may_have_article(texts: Sequence[str], place: int, given_names: GivenNames) -> bool:
    """Whether a given name, or a surname like one, stands behind an article as many speak: der Ludwig."""
    text = texts[place]
    if not place or texts[place - 1].casefold() not in ARTICLES_OF_NAMES or text in WORDS_LIKE_NAMES:
        return False
    is_alone = place + 1 < len(texts) and not texts[place + 1][:1].isupper()
    return is_alone and text in given_names.sexes
