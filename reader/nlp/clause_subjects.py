"""Finds the verb of a main clause, its subject, and whom it addresses, without a parser."""

from reader.nlp import clauses
from reader.nlp.clauses import Segment
from reader.nlp.function_words import DASS, PREPOSITIONS, SUBORDINATORS
from reader.nlp.noun_phrases import (
    ChunkKind,
    chunks,
    is_addressee,
    may_be_subject,
    may_speak,
    phrase_from,
    with_apposition,
    with_attributes,
)
from reader.nlp.tokens import Range, Tokens


def main_verb(tokens: Tokens, start: int, end: int) -> int | None:
    """The verb of a main clause: one that the lists know, else the word behind the first phrase."""
    known = clauses.finite_verb(tokens, start, end)
    phrase = phrase_from(tokens, start, end)
    place = with_apposition(tokens, phrase, end)[1] if phrase else start
    is_likely = start < place < end and not tokens.is_capitalised(place)
    if is_likely and tokens.lowers[place].endswith(("t", "te", "ten")) and (known is None or place < known):
        return place
    return known


def subject_and_addressee(
    tokens: Tokens, start: int, stop: int, end: int
) -> tuple[Range | None, Range | None]:
    """The subject between `start` and `stop`, with an apposition up to `end`, and whom it is said to."""
    speaker = addressee = None
    for chunk in chunks(tokens, start, stop):
        if chunk.kind is not ChunkKind.NOUN:
            continue
        if addressee is None and is_addressee(tokens, chunk.range):
            addressee = chunk.range
        elif speaker is None and may_be_subject(tokens, chunk.range):
            speaker = with_attributes(tokens, chunk.range, end)
    return speaker, addressee


def speaker_of_narration(tokens: Tokens, parts: list[Segment]) -> Range | None:
    """Who acts in a sentence that quotes nobody, if somebody does: „Thoma winkte ab.“"""
    first = parts[0]
    lower = tokens.lowers[first.start]
    if lower in SUBORDINATORS | DASS:
        return None
    end = parts[-1].end
    verb = main_verb(tokens, first.start, first.end)
    if lower not in PREPOSITIONS:
        phrase = phrase_from(tokens, first.start, verb or first.end)
        if phrase is not None and may_be_subject(tokens, phrase):
            whole = with_apposition(tokens, phrase, end)
            if may_speak(tokens, whole):
                return whole
    if verb is None:
        return None
    subject, _ = subject_and_addressee(tokens, verb + 1, first.end, end)
    return subject if subject is not None and may_speak(tokens, subject) else None
