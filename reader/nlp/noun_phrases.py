"""Finds noun phrases without a parser: by capitals, articles, endings and names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from reader.nlp.function_words import (
    ADVERBS,
    ATTRIBUTE,
    DEGREES,
    DETERMINERS,
    GENITIVE,
    LINKS,
    NOT_ADJECTIVES,
    NOT_NOMINATIVE,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
)
from reader.nlp.tokens import Range, Tokens

MEDIA = re.compile(
    r".*(zeitung|agentur|presse|magazin|sender|blatt|rundfunk|radio|fernsehen|funk|nachrichten|reporter|reportern|"
    r"journalisten|abgeordneten|zuhörern|publikum|post|allgemeinen|rundschau|tagesblatt|anzeiger|spiegel|woche)"
)
ADJECTIVE = re.compile(r".*(?:e|en|er|es|em|[0-9])$")
OPENING_MARKS = frozenset('„»«"“‚›‹')
CLOSING_MARKS = frozenset('“”«»"‘’‹›')
LONGEST = 22  # tokens
FARTHEST_NOUN = 5  # adjectives and the like before it
SHORT_NUMBER = 2  # digits of hours and days
NEAR_MARK = 8  # tokens between the marks of a name


class ChunkKind(Enum):
    """What a stretch of a clause is."""

    NOUN = auto()
    PREPOSITION = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some tokens of a clause that belong together."""

    kind: ChunkKind
    start: int
    end: int

    @property
    def range(self) -> Range:
        return (self.start, self.end)


def phrase_from(tokens: Tokens, start: int, stop: int) -> Range | None:
    """The noun phrase or pronoun that begins exactly at `start`, at most up to `stop`."""
    if start >= stop:
        return None
    first = tokens.lowers[start]
    if first in PRONOUNS and not (first in DETERMINERS and _noun_follows(tokens, start + 1, stop)):
        return (start, start + 1)
    position = start
    has_noun = False
    while position < stop and position - start < LONGEST:
        following = _taken(tokens, start, position, stop, has_noun=has_noun)
        if following is None:
            break
        has_noun = has_noun or _is_noun(tokens, position) or following > position + 1
        position = following
    return (start, position) if has_noun else None


def with_apposition(tokens: Tokens, phrase: Range, stop: int) -> Range:
    """„Der Sprecher, Jan Thoma, …“, „Jan Thoma, Sprecher der Polizei, …“: both halves are the phrase."""
    start, end = phrase
    if end + 1 >= stop or tokens.texts[end] != ",":
        return phrase
    name = tokens.names.get(end + 1)
    if name is not None and name[0].startswith("PER"):
        inner = name[1]
    elif (behind := _with_title(tokens, phrase, stop)) is not None:
        inner = behind
    elif has_person(tokens, phrase) and tokens.lowers[end + 1] not in PREPOSITIONS | PRONOUNS:
        other = phrase_from(tokens, end + 1, stop)
        if other is None or other[1] - other[0] < 2 or "PER" in tokens.names.get(end + 1, ("",))[0]:  # noqa: PLR2004
            return phrase
        inner = attributes_after(tokens, other, stop)[1]
    else:
        return phrase
    if inner < stop and tokens.texts[inner] == "(":
        inner = _behind(tokens, inner, stop, frozenset(")")) or inner
    return (start, inner) if inner >= stop or tokens.texts[inner] in {",", ".", ":", "–", ")"} else phrase


def _with_title(tokens: Tokens, phrase: Range, stop: int) -> int | None:
    """Where „…, Generalmajor Attila Wiesinger“ ends behind a function without a name."""
    if has_person(tokens, phrase):
        return None
    other = phrase_from(tokens, phrase[1] + 1, stop)
    if other is None or not has_person(tokens, other) or not tokens.is_capitalised(other[0]):
        return None
    return other[1]


def behind_mark(tokens: Tokens, position: int, stop: int) -> int | None:
    """Where a name in quotation marks that opens at `position` ends."""
    return _behind(tokens, position, stop, CLOSING_MARKS)


def with_attributes(tokens: Tokens, phrase: Range, stop: int) -> Range:
    """The phrase with all that tells who it is: „ihr Kollege aus Hessen, Innenminister Jens Otto“."""
    apposed = with_apposition(tokens, phrase, stop)
    longer = attributes_after(tokens, apposed, stop)
    return with_apposition(tokens, longer, stop) if longer != apposed else longer


def attributes_after(tokens: Tokens, phrase: Range, stop: int) -> Range:
    """With what belongs to a function: „ein Sprecher für Haushaltsfragen“, „die Abgeordnete aus Mainz“.

    To a name belongs only the organisation that somebody is from: „Ina Voss vom Deutschen Bundestag“.
    """
    start, end = phrase
    while end < stop and tokens.lowers[end] in ATTRIBUTE:
        other = phrase_from(tokens, end + 1, stop)
        if other is None or tokens.lowers[other[0]] in PRONOUNS:
            break
        if has_person(tokens, (start, end)) and not _is_home(tokens, end, other):
            break
        end = other[1]
    return (start, end)


def _is_home(tokens: Tokens, preposition: int, phrase: Range) -> bool:
    """Whether „von“ and a phrase say where somebody works: an organisation, and nobody's name."""
    labels = {tokens.names[place][0] for place in range(*phrase) if place in tokens.names}
    is_body = any(label.startswith("ORG") for label in labels)
    return tokens.lowers[preposition] in {"von", "vom"} and is_body and not has_person(tokens, phrase)


def chunks(tokens: Tokens, start: int, stop: int) -> Iterator[Chunk]:
    """The clause from `start` to `stop`, cut into noun phrases, prepositional ones, and single tokens."""
    position = start
    while position < stop:
        lower = tokens.lowers[position]
        if lower in PREPOSITIONS:
            inner = phrase_from(tokens, position + 1, stop)
            end = inner[1] if inner else position + 1
            yield Chunk(ChunkKind.PREPOSITION, position, end)
            position = end
        elif phrase := phrase_from(tokens, position, stop):
            yield Chunk(ChunkKind.NOUN, *phrase)
            position = phrase[1]
        else:
            yield Chunk(ChunkKind.OTHER, position, position + 1)
            position += 1


def may_be_subject(tokens: Tokens, phrase: Range) -> bool:
    """Not a dative or accusative by its article, nor the paper that somebody speaks to, nor a time."""
    first = tokens.lowers[phrase[0]]
    if first in NOT_NOMINATIVE:
        return False
    if first == "der" and phrase[1] - phrase[0] > 1 and not has_person(tokens, phrase):
        return MEDIA.fullmatch(tokens.lowers[_head(tokens, phrase)]) is None
    return not all(lower in TIMES or lower.isdigit() for lower in tokens.lowers[phrase[0] : phrase[1]])


def may_speak(tokens: Tokens, phrase: Range) -> bool:
    """A pronoun, or a phrase with the name of a person or organisation, or of what somebody is."""
    if tokens.lowers[phrase[0]] in {"er", "sie"} and phrase[1] == phrase[0] + 1:
        return True
    labels = [tokens.names[place][0] for place in range(*phrase) if place in tokens.names]
    return any(label.startswith(("PER", "ORG", "LOC")) for label in labels)


def is_addressee(tokens: Tokens, phrase: Range) -> bool:
    """„dem Sender“, „der Zeitung“, „den Abgeordneten“, „ihm“."""
    first = tokens.lowers[phrase[0]]
    if first == "den":  # the accusative of one, or the dative of many: den Plan, den Abgeordneten
        return tokens.lowers[_head(tokens, phrase)].endswith(("n", "s"))
    return first in {"dem", "einem", "ihm", "ihnen", "seinem", "seinen", "ihrem", "ihren"} or (
        first == "der" and not may_be_subject(tokens, phrase)
    )


def has_person(tokens: Tokens, phrase: Range) -> bool:
    return any(
        tokens.names[position][0] in {"PER", "PERpart"}
        for position in range(phrase[0], phrase[1])
        if position in tokens.names
    )


def _head(tokens: Tokens, phrase: Range) -> int:
    """The first noun of a phrase, or its first token."""
    return next((place for place in range(phrase[0], phrase[1]) if _is_noun(tokens, place)), phrase[0])


def _is_noun(tokens: Tokens, position: int) -> bool:
    lower = tokens.lowers[position]
    is_capitalised = tokens.is_capitalised(position) or ("-" in lower and tokens.texts[position] != lower)
    return is_capitalised and lower not in DETERMINERS and lower not in PREPOSITIONS


def _taken(tokens: Tokens, start: int, position: int, stop: int, *, has_noun: bool) -> int | None:
    """Where the phrase goes on behind this token; None if the token is no part of it."""
    name = tokens.names.get(position)
    is_name = name is not None and name[1] <= stop and _ends_like_name(tokens, position, name[1] - 1)
    if name is not None and is_name and (position > start or name[0] in {"PER", "ORG"}):
        return name[1]
    text = tokens.texts[position]
    if tokens.is_capitalised(position) or text[0].isdigit():
        takes = not _is_time(tokens, position) if has_noun else _may_begin(tokens, start, position)
        return position + 1 if takes else None
    if has_noun and text == "(":
        return _behind(tokens, position, stop, frozenset(")"))
    if text in OPENING_MARKS and not tokens.quoted[position] and (has_noun or position > start):
        return _behind(tokens, position, stop, CLOSING_MARKS)
    if not text[0].isalpha() or not _noun_follows(tokens, position + 1, stop):
        return None
    takes = (_links if has_noun else _leads_to_noun)(tokens, start, position)
    return position + 1 if takes else None


def _ends_like_name(tokens: Tokens, first: int, last: int) -> bool:
    """Brandt, Peters’, and the „wehr“ of a Bundes-wehr that the end of a line has cut."""
    is_cut = last > first and tokens.texts[last - 1].endswith("-")
    return tokens.is_capitalised(last) or last in tokens.genitives or is_cut


def _is_time(tokens: Tokens, position: int) -> bool:
    """„Montag“, „15 Uhr“, „3. Mai“: behind a noun these begin something else."""
    text = tokens.texts[position]
    return tokens.lowers[position] in TIMES or (text[0].isdigit() and len(text) <= SHORT_NUMBER)


def _may_begin(tokens: Tokens, start: int, position: int) -> bool:
    return position > start or tokens.lowers[position] in DETERMINERS or _begins_phrase(tokens, position)


def _leads_to_noun(tokens: Tokens, start: int, position: int) -> bool:
    """Articles, adjectives and the like before the first noun."""
    lower = tokens.lowers[position]
    if lower in DETERMINERS or (position > start and lower in PARTICLES):
        return True
    if tokens.finite[position] and (position == start or tokens.lowers[position - 1] not in DETERMINERS):
        return False
    is_adjective = lower not in NOT_ADJECTIVES and lower not in PREPOSITIONS and ADJECTIVE.match(lower)
    return bool(is_adjective) or lower in DEGREES


def _links(tokens: Tokens, start: int, position: int) -> bool:
    """„des Ministeriums“, „und Anna Kern“: words that tie another noun to the phrase."""
    lower = tokens.lowers[position]
    if lower in LINKS:
        return lower != "wie"
    if lower in GENITIVE:
        return not _ends_in_person(tokens, start, position)
    before = tokens.lowers[position - 1]
    if before in LINKS and lower in DETERMINERS:
        return True
    is_inside = before in GENITIVE | LINKS | DETERMINERS or not tokens.is_capitalised(position - 1)
    is_inside = is_inside or position - 1 in tokens.genitives  # Brandts neue Sprecherin
    is_adjective = ADJECTIVE.match(lower) is not None and lower not in PREPOSITIONS | DETERMINERS
    return is_inside and is_adjective


def _ends_in_person(tokens: Tokens, start: int, end: int) -> bool:
    """A full name takes no genitive: in „sagte Jan Thoma der Zeitung“ the paper is told."""
    names = [tokens.names[place] for place in range(start, end) if place in tokens.names]
    if any(name == ("PER", end) for name in names):
        return True
    is_bare = tokens.lowers[start] not in DETERMINERS and not any(label == "ORG" for label, _ in names)
    return is_bare and end - start > 1 and all(tokens.is_capitalised(place) for place in range(start, end))


def _begins_phrase(tokens: Tokens, position: int) -> bool:
    """Not a capitalised adverb at the beginning of a sentence: „Zudem“, „Allerdings“."""
    lower = tokens.lowers[position]
    if lower in PREPOSITIONS or lower in NOT_ADJECTIVES:
        return False
    is_first = position == 0 or not (tokens.is_word(position - 1) or tokens.texts[position - 1] in {",", "-"})
    if not is_first or position in tokens.names:
        return True
    return lower not in ADVERBS and not lower.endswith(("weise", "falls", "dessen", "dings"))


def _noun_follows(tokens: Tokens, start: int, stop: int) -> bool:
    """A capitalised word comes after at most a few others in lower case."""
    for position in range(start, min(start + FARTHEST_NOUN, stop)):
        text, lower = tokens.texts[position], tokens.lowers[position]
        if tokens.is_capitalised(position) or text[0].isdigit() or text in OPENING_MARKS:
            return True
        if (
            not text[0].isalpha()
            or (lower in PREPOSITIONS and lower not in PARTICLES)
            or lower in NOT_ADJECTIVES
        ):
            return False
    return False


def _behind(tokens: Tokens, position: int, stop: int, closing: frozenset[str]) -> int | None:
    """The token behind the one that closes a bracket or mark, if it is near."""
    last = min(position + NEAR_MARK, stop)
    return next((place + 1 for place in range(position + 1, last) if tokens.texts[place] in closing), None)
