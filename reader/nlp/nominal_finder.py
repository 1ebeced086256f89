"""Finds the places where a function or an age means one person: „die Ministerin“, „des 54-Jährigen“."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.nlp.function_words import PREPOSITIONS
from reader.nlp.party_words import is_swiss_office
from reader.nlp.role_finder import RoleWords
from reader.nlp.tokens import Tokens

ARTICLES = frozenset({"der", "die", "dem", "den", "des"})
FEMININE = ("in", "frau", "tochter", "witwe")
OF_AGE = re.compile(r"\d{2}-jährigen?")
INDEFINITE = frozenset({"ein", "eine", "einem", "einen", "eines", "einer", "weiterer", "weitere"})
MOST_ADJECTIVES = 3
NAME_REACH = 8  # tokens behind a function
# What only one person is in a state, a land, a town or a body.
OFFICES = (
    "minister", "ministerin", "präsident", "präsidentin", "kanzler", "kanzlerin", "regierungschef",
    "regierungschefin", "generalsekretär", "generalsekretärin", "bürgermeister", "bürgermeisterin",
    "landrat", "landrätin", "senator", "senatorin", "kommissar", "kommissarin", "generalinspekteur",
    "oberbefehlshaber", "vorstandschef", "vorstandschefin", "konzernchef", "konzernchefin", "parteichef",
    "parteichefin", "fraktionschef", "fraktionschefin", "vorstandsvorsitzende", "vorstandsvorsitzender",
)  # fmt: skip
# Bodies and their members alike: „der Betriebsrat“ alone is the body.
BODIES = (
    "betriebsrat", "stadtrat", "gemeinderat", "bundesrat", "nationalrat", "ständerat", "staatsrat",
    "regierungsrat", "vorstand",
)  # fmt: skip
OF_STATE = "LOCderiv"
POLITICIANS = ("politiker", "politikerin")
# What stands between article and noun and does not make it another's function.
ATTRIBUTES = frozenset({
    "neue", "neuen", "damalige", "damaligen", "amtierende", "amtierenden", "scheidende", "scheidenden",
    "designierte", "designierten",
})  # fmt: skip
FORMER = frozenset({
    "frühere", "früheren", "ehemalige", "ehemaligen", "einstige", "einstigen", "vormalige", "vormaligen",
})  # fmt: skip
# Behind the noun these begin whose minister it is, or that it is another one.
OF_ANOTHER = frozenset({
    "des", "der", "dieser", "dieses", "eines", "einer", "seines", "seiner", "ihres", "ihrer", "von", "vom",
    "für", "aus", "beim", "bei", "a.",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Nominal:
    """A definite phrase for one person: its tokens, its function in the nominative, and the sex.

    One that fits anybody tells an age, or only that somebody is a politician.
    """

    start: int
    end: int
    role: str
    is_female: bool
    adjective: int | None = None  # the token that tells whose it is: „der ukrainische Präsident“
    is_former: bool = False  # „der frühere Präsident“

    @property
    def fits_anybody(self) -> bool:
        return self.role[0].isdigit() or self.role.casefold().endswith(POLITICIANS)


def nominals(tokens: Tokens, start: int, end: int, roles: RoleWords) -> Iterator[Nominal]:
    """The phrases in a sentence, outside of direct speech; none that goes on with a name or a genitive."""
    for place in range(start, end):
        if tokens.lowers[place] in ARTICLES and not tokens.quoted[place]:
            found = _nominal_at(tokens, place, start, end, roles)
            if found is not None:
                yield found


def offices(tokens: Tokens, start: int, end: int, roles: RoleWords) -> Iterator[Nominal]:
    """The offices in a sentence that only one person holds, whatever adjectives stand before them.

    „Die neue dänische Verteidigungsministerin“: who she is, the next sentence may tell.
    """
    for place in range(start, end):
        if tokens.lowers[place] not in ARTICLES or tokens.quoted[place]:
            continue
        head = place + 1
        while head < min(end, place + MOST_ADJECTIVES + 1) and _is_adjective_at(tokens, head):
            head += 1
        found = _nominal_with_head(tokens, place, head, start, end, roles)
        if found is not None and found.role.casefold().endswith(OFFICES):
            yield found


def unnamed(tokens: Tokens, start: int, end: int, roles: RoleWords) -> Iterator[tuple[int, str]]:
    """Where somebody else without a name is told of, and the function: „ein Sprecher der Polizei“."""
    for place in range(start, end):
        if tokens.lowers[place] not in INDEFINITE or tokens.quoted[place]:
            continue
        head = place + 1
        while head < min(end, place + MOST_ADJECTIVES + 1) and _is_adjective_at(tokens, head):
            head += 1
        role = roles.lemma(tokens.texts[head]) if head < end else None
        behind = range(head + 1, min(end, head + NAME_REACH))
        if role is not None and not any(_is_person_at(tokens, at) for at in behind):
            yield place, role


def _is_adjective_at(tokens: Tokens, place: int) -> bool:
    return not tokens.is_capitalised(place) and tokens.lowers[place].endswith(("e", "en", "er", "em"))


def sex_of(article: str, noun: str, role: str, *, follows_noun: bool) -> bool | None:
    """Whether article and noun, with `role` its nominative, mean one woman or one man; None if it is open.

    All in lower case. „die Minister“ are several, „der Vorsitzenden“ behind a noun may be.
    """
    if role.endswith(FEMININE):
        is_one = not noun.endswith(("innen", "frauen", "töchter", "töchtern", "witwen"))
        return True if is_one and article in {"die", "der"} else None
    is_inflected = noun != role
    if article == "die":
        return True if role.endswith("e") and not is_inflected and _is_adjective(role) else None
    if article == "der" and is_inflected:
        return True if _is_adjective(role) and not follows_noun else None
    if article == "der" and follows_noun and not _is_adjective(role):
        return None  # das Treffen der Minister
    if article == "den" and is_inflected:
        return None  # den Präsidenten: one or several
    return False


def _is_adjective(role: str) -> bool:
    """Abgeordnete, Vorsitzende: the same word for a woman and a man."""
    return role.endswith(("ende", "ete", "igte", "idte", "andte", "agte", "elle", "jährige"))


def _nominal_at(tokens: Tokens, place: int, start: int, end: int, roles: RoleWords) -> Nominal | None:
    head = place + 1
    is_former = head < end and tokens.lowers[head] in FORMER
    if head < end and tokens.lowers[head] in ATTRIBUTES | FORMER and not tokens.is_capitalised(head):
        head += 1
    adjective = head if tokens.names.get(head) == (OF_STATE, head + 1) else None
    found = _nominal_with_head(tokens, place, head if adjective is None else head + 1, start, end, roles)
    return None if found is None else replace(found, adjective=adjective, is_former=is_former)


def _nominal_with_head(
    tokens: Tokens, place: int, head: int, start: int, end: int, roles: RoleWords
) -> Nominal | None:
    if head >= end or _is_within_name(tokens, head):
        return None
    role = _nominative(tokens, head, roles)
    if (
        role is None
        or (role.casefold().endswith(BODIES) and not is_swiss_office(role))
        or _goes_on(tokens, head, end, is_first=place == start)
    ):
        return None
    follows_noun = place > start and tokens.is_capitalised(place - 1) and tokens.is_word(place - 1)
    is_female = sex_of(tokens.lowers[place], tokens.lowers[head], role.lower(), follows_noun=follows_noun)
    return None if is_female is None else Nominal(place, head + 1, role, is_female)


def _nominative(tokens: Tokens, head: int, roles: RoleWords) -> str | None:
    if OF_AGE.fullmatch(tokens.lowers[head]):
        return tokens.texts[head].removesuffix("n")
    return roles.lemma(tokens.texts[head])


def _is_within_name(tokens: Tokens, head: int) -> bool:
    """Not NATO-Generalsekretär, which is one word with a name in it."""
    name = tokens.names.get(head)
    return name is not None and not name[0].endswith("part")


def _goes_on(tokens: Tokens, head: int, end: int, *, is_first: bool) -> bool:
    """Whether what stands behind the noun belongs to it; behind the first phrase only a verb does not."""
    following = head + 1
    if following >= end:
        return False
    if following in tokens.names and tokens.lowers[following] not in PREPOSITIONS:
        return True
    if tokens.is_capitalised(following) and tokens.is_word(following):
        return True
    if tokens.texts[following] in {",", "("} and following + 1 < end:
        return _is_person_at(tokens, following + 1)
    return tokens.lowers[following] in (OF_ANOTHER | PREPOSITIONS if is_first else OF_ANOTHER)


def _is_person_at(tokens: Tokens, place: int) -> bool:
    return tokens.names.get(place, ("", 0))[0] == "PER"
