"""Finds the places where an article means a body by its noun alone: das Landgericht, die Kommission.

Only behind its name, and where no other body with that noun is named or told of.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Doc

from reader.domain.entities import Entity, EntityKind
from reader.domain.mentions import Mention, MentionForm
from reader.domain.spans import Span
from reader.nlp.body_names import OF_PLACE

MINISTRY = "ministerium"
DEFINITE = frozenset(
    {"das", "dem", "des", "der", "die", "den", "im", "vom", "beim", "zum", "am", "ans", "ins", "zur"}
)
# Behind the noun these tell which, or that it is another one.
OF_ANOTHER = frozenset({"des", "der", "von", "vom", "für", "in", "im", "an", "am", "und", "oder", "sowie"})
OTHERS_BEHIND = frozenset({"des", "der", "von", "vom", "für", "in", "im"})
INDEFINITE = ("ein", "kein")  # in every form
ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")
DAYS = frozenset(
    {"Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonnabend", "Sonntag"}
)
CONFIDENCE = 0.8
# Nouns that other words may make another body of: the EU-Kommission, but not a Rentenkommission beside it.
COMMON = ("kommissio", "parlament", "gerichtshof", "gericht")
PARLIAMENT, COURT = "parlament", "gericht"
PARLIAMENTS = frozenset({
    "Bundestag", "Bundesrat", "Landtag", "Nationalrat", "Ständerat", "Abgeordnetenhaus", "Bürgerschaft",
    "Sejm", "Knesset", "Kongress", "Senat", "Unterhaus", "Oberhaus", "Nationalversammlung", "Werchowna Rada",
    "Duma", "Staatsduma", "Storting", "Riksdag", "Folketing",
})  # fmt: skip
# Who acts for a body: Kommissionschefin, Gerichtssprecher.
OF_BODY = re.compile(
    r"(?P<noun>Kommission|Parlament|Gericht)s"
    r"(?:chef|präsident|vize|sprecher|mitglied|vertreter|beamt|kreis|entwurf|vorschlag|entscheid)\w*"
)


def with_nouns_for_bodies(doc: Doc, entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """The entities; bodies with the places where their noun alone means them."""
    bodies = bodies_by_noun(entities, _nouns_of)
    if not bodies:
        return tuple(entities)
    found: dict[str, list[Mention]] = {}
    told_of = _others_told_of(doc, bodies)
    bodies = {noun: body for noun, body in bodies.items() if noun not in told_of}
    taken = {mention.span.start for entity in entities for mention in entity.mentions}
    for token in doc:
        body, form = bodies.get(_noun(token.text)), MentionForm.NOMINAL
        if body is None and (compound := OF_BODY.fullmatch(token.text)):
            body, form = bodies.get(_noun(compound["noun"])), MentionForm.PART
        is_open = body is not None and token.idx not in taken
        if body is not None and is_open and (form is MentionForm.PART or _stands_alone(doc, token.i)):
            span = Span(token.idx, token.idx + len(token))
            if not _is_within(span.start, body) and span.start > body.mentions[0].span.start:
                found.setdefault(body.id, []).append(Mention(span, token.text, form, CONFIDENCE))
    return tuple(entity.with_mentions(found.get(entity.id, ())) for entity in entities)


def bodies_by_noun(
    entities: Iterable[Entity], nouns_of: Callable[[Entity], Iterable[str]]
) -> Mapping[str, Entity]:
    """The bodies by the noun that only one of them is; `nouns_of` tells which a body may be called by."""
    by_noun: dict[str, dict[str, Entity]] = {}
    for entity in entities:
        if entity.kind is EntityKind.ORGANIZATION:
            for noun in nouns_of(entity):
                by_noun.setdefault(noun, {})[entity.id] = entity
    return {noun: next(iter(bodies.values())) for noun, bodies in by_noun.items() if len(bodies) == 1}


def names_in_text(entity: Entity) -> tuple[str, ...]:
    """Its name and every other one that the text has."""
    names = {mention.text for mention in entity.mentions if mention.form is MentionForm.NAME}
    return entity.canonical_name, *names


def _nouns_of(entity: Entity) -> Iterator[str]:
    for words in map(str.split, names_in_text(entity)):
        if len(words) > 1 and OF_PLACE.fullmatch(words[0]):
            yield _noun(words[0])
        if any(word.casefold().rstrip("s").endswith(MINISTRY) for word in words):
            yield MINISTRY
        for common in filter(None, map(_common_noun, words)):
            yield from {common, COURT} if common.startswith(COURT) else {common}
        if PARLIAMENTS.intersection((*words, " ".join(words))):
            yield PARLIAMENT


def _common_noun(word: str) -> str | None:
    """Which of the common nouns a word is or ends with: EU-Kommission, Bundesgerichtshofs."""
    noun = _noun(word)
    return next((common for common in COMMON if noun.endswith(common)), None)


def _others_told_of(doc: Doc, bodies: Mapping[str, Entity]) -> set[str]:
    """The common nouns with which the article tells of another body than the named one, with or without name.

    „Eine Kommission“, „das ukrainische Parlament“, „die Rentenkommission“.
    """
    told_of: set[str] = set()
    for token in doc if not bodies.keys().isdisjoint(COMMON) else ():
        noun = _common_noun(token.text) if token.text[:1].isupper() else None
        if noun is None or noun not in bodies or _is_within(token.idx, bodies[noun]):
            continue
        if _noun(token.text) != noun or _is_of_another(doc, token.i):
            told_of.add(noun)
    return told_of


def _is_of_another(doc: Doc, place: int) -> bool:
    """Whether an adjective or what stands behind makes it another body's, or it is not told which."""
    before = doc[place - 1].text if place else ""
    is_adjective = before.islower() and before.endswith(ADJECTIVE_ENDINGS) and before not in DEFINITE
    following = doc[place + 1].text if place + 1 < len(doc) else ""
    return is_adjective or before.casefold().startswith(INDEFINITE) or following in OTHERS_BEHIND


def _is_within(position: int, body: Entity) -> bool:
    return any(mention.span.start <= position < mention.span.end for mention in body.mentions)


def _noun(word: str) -> str:
    """The noun in all cases alike: Landgerichts, Stadtwerken."""
    folded = word.casefold()
    return folded.removesuffix("s") if folded.endswith(("ts", "ms", "fs")) else folded.removesuffix("n")


def _stands_alone(doc: Doc, place: int) -> bool:
    """Whether an article is right before the noun, and behind it nothing that tells which one it is."""
    if not place or not doc[place].text[:1].isupper() or doc[place - 1].text.casefold() not in DEFINITE:
        return False
    following = doc[place + 1].text if place + 1 < len(doc) else "."
    if following == "am" and place + 2 < len(doc) and doc[place + 2].text in DAYS:
        return True
    return following not in OF_ANOTHER and not following[:1].isupper() and not following[:1].isdigit()
