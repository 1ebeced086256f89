"""Finds the places where a pronoun stands for one person, and the nouns that it may mean instead."""

from collections.abc import Iterator
from dataclasses import dataclass

from reader.nlp.clauses import Segment
from reader.nlp.function_words import PREPOSITIONS, TIMES
from reader.nlp.tokens import Range, Tokens

FEMALE, MALE = frozenset({"sie", "she"}), frozenset({"er", "he"})
SINGULAR_IN_N = ("kann", "begann", "gewann", "besann", "sann", "entrann")
COORDINATORS = frozenset({"und", "doch", "aber", "denn", "sondern", "oder"})
# Articles and the like of what else "er" or "sie" may mean, in the same clause or in the one before.
MASCULINE = frozenset({
    "der", "den", "dem", "ein", "einen", "einem", "dieser", "diesen", "diesem", "jeder", "jeden", "jedem",
    "kein", "keinen", "keinem", "im", "am", "vom", "zum", "beim", "sein", "seinen", "seinem", "ihr", "ihren",
    "ihrem", "unser", "unseren",
})  # fmt: skip
MASCULINE_OBJECT = frozenset({"den", "einen", "diesen", "jeden", "keinen", "seinen", "ihren", "unseren"})
FEMININE = frozenset({
    "die", "der", "eine", "einer", "zur", "diese", "dieser", "jede", "jeder", "keine", "keiner", "seine",
    "seiner", "ihre", "ihrer", "unsere", "unserer",
})  # fmt: skip
FEMININE_ENDINGS = ("ung", "heit", "keit", "schaft", "tion", "tät", "sion")
NOUN_REACH = 3  # adjectives between an article and its noun
DAYS = TIMES | frozenset({
    "abend", "morgen", "mittag", "nachmittag", "vormittag", "nacht", "tag", "tage", "woche", "wochenende",
    "monat", "jahr", "jahre", "ende", "anfang", "frühjahr", "frühling", "sommer", "herbst", "winter", "rande",
})  # fmt: skip
# What is said of things rather than of people; they may stand in any case in the sentence before.
OF_THINGS = frozenset({
    "soll", "sollte", "gilt", "umfasst", "dauert", "beginnt", "begann", "enthält", "läuft", "liegt", "kostet",
})  # fmt: skip
NO_VERBS = frozenset({
    "selbst", "nicht", "mit", "seit", "erst", "sonst", "jetzt", "bitte", "zuletzt", "damit", "gegen", "neben",
    "wegen", "zwischen", "zwar", "heute", "bereits",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A personal pronoun in the singular, in the nominative as far as can be told.

    `verb` is the verb beside it, None where it begins a subordinate clause. `part` is its clause.
    """

    place: int
    is_female: bool
    verb: int | None
    part: Segment


def pronouns(tokens: Tokens, sentence: Range, parts: list[Segment]) -> Iterator[Pronoun]:
    """The pronouns of a sentence that mean one person or thing, outside of direct speech."""
    for part in parts:
        for place in range(part.start, part.end):
            lower = tokens.lowers[place]
            if tokens.quoted[place] or lower not in FEMALE | MALE:
                continue
            is_first = not any(tokens.is_word(before) for before in range(sentence[0], place))
            if tokens.is_capitalised(place) and not is_first:
                continue  # the polite address
            verb = _verb_beside(tokens, place, part)
            is_many = lower == "sie" and not _is_singular(tokens, verb or _last_verb(tokens, place, part))
            if not is_many and not _compares(tokens, place):
                yield Pronoun(place, lower in FEMALE, verb, part)


def has_other_noun(tokens: Tokens, between: Range, articles: frozenset[str]) -> bool:
    """Whether one of the articles and its noun stand between the two places, outside of direct speech."""
    return any(
        tokens.lowers[place] in articles
        and not tokens.quoted[place]
        and (noun := _noun_behind(tokens, place, between[1])) is not None
        and tokens.lowers[noun] not in DAYS
        for place in range(*between)
    )


def has_abstract_noun(tokens: Tokens, between: Range) -> bool:
    """Whether a noun stands there that is feminine by its ending: Zeitung, Mannschaft."""
    return any(
        tokens.is_capitalised(place) and tokens.lowers[place].endswith(FEMININE_ENDINGS)
        for place in range(*between)
        if not tokens.quoted[place]
    )


def _noun_behind(tokens: Tokens, place: int, stop: int) -> int | None:
    for position in range(place + 1, min(place + 2 + NOUN_REACH, stop)):
        if tokens.is_capitalised(position):
            return position
        if not tokens.texts[position][0].isalpha() or tokens.lowers[position] in PREPOSITIONS:
            return None
    return None


def _compares(tokens: Tokens, place: int) -> bool:
    """„Netze, wie sie auch Boote benutzen“, „älter als er“."""
    return place > 0 and tokens.lowers[place - 1] in {"wie", "als"} and place - 1 not in tokens.names


def _is_singular(tokens: Tokens, verb: int | None) -> bool:
    """„sagte sie“, „Sie will“, „dass sie zurücktritt“; not „sie sagten“."""
    if verb is None:
        return False
    lower = tokens.lowers[verb]
    return not lower.endswith("n") or lower.endswith(SINGULAR_IN_N)


def _verb_beside(tokens: Tokens, place: int, part: Segment) -> int | None:
    """The verb that stands before the pronoun in its main clause, or behind it."""
    before = [at for at in range(part.start, place) if tokens.is_word(at) and not tokens.quoted[at]]
    if before and before[-1] == place - 1 and _is_verb(tokens, place - 1):
        return place - 1
    begins = not before or (len(before) == 1 and tokens.lowers[before[0]] in COORDINATORS)
    follows_coordinator = place > part.start and tokens.lowers[place - 1] in COORDINATORS
    if (begins or follows_coordinator) and place + 1 < part.end and _is_verb(tokens, place + 1):
        return place + 1
    return None


def _last_verb(tokens: Tokens, place: int, part: Segment) -> int | None:
    last = part.end - 1
    while last > place and not tokens.is_word(last):
        last -= 1
    return last if last > place and tokens.texts[last][0].islower() else None


def _is_verb(tokens: Tokens, place: int) -> bool:
    """A verb that the lists know, or a word that looks like one."""
    lower = tokens.lowers[place]
    if tokens.is_capitalised(place) and place > 0 and tokens.is_word(place - 1):
        return False
    if not lower[0].isalpha() or lower in NO_VERBS or lower in PREPOSITIONS:
        return False
    return tokens.finite[place] or (
        not tokens.is_capitalised(place) and lower.endswith(("t", "te", "ten", "en"))
    )
