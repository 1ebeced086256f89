"""Finds what is said in short, without a clause: „forderte mehr Geld“, „warb für den Plan“."""

from reader.nlp import clauses
from reader.nlp.frames import Frame, FrameKind, Order
from reader.nlp.function_words import COORDINATORS, TIMES
from reader.nlp.indirect_speech import FramedSentence, Reported
from reader.nlp.noun_phrases import Chunk, ChunkKind, chunks, is_addressee
from reader.nlp.reporting_verbs import DATIVE, OBJECT
from reader.nlp.tokens import Range, Tokens

VALUING = frozenset({"als", "für"})
NEGATIONS = frozenset({"nicht"})
PRONOUNS = frozenset({"sich", "das", "dies", "es", "ihn", "sie", "ihm", "ihnen", "ihr", "er", "man"})


def reported_object(tokens: Tokens, frame: Frame, sentence: FramedSentence) -> Reported | None:
    """The object of a verb of speaking, or what its preposition governs."""
    verb = frame.verb
    if frame.kind is not FrameKind.VERB or verb is None or frame.is_passive or frame.order is Order.HOW:
        return None
    if frame.speaker is None or tokens.lowers[frame.speaker[0]] in {"es", "man"}:
        return None
    part = sentence.parts[frame.segment]
    end = clauses.without_final(tokens, part.start, part.end)
    found = _governed(tokens, frame, part.start, end) if verb.prepositions else None
    if found is None and OBJECT in verb.uses:
        found = _object(tokens, frame, part.start, end)
    if found is None and DATIVE in verb.uses:
        found = frame.addressee
    if found is None or not _says_something(tokens, found):
        return None
    return Reported((_with_relative(tokens, found, sentence, frame.segment),), frame, 0.6)


def _with_relative(tokens: Tokens, found: Range, sentence: FramedSentence, number: int) -> Range:
    """„sprach von einem Plan, der alles ändere“: with the relative clause that follows."""
    parts = sentence.parts
    end = found[1]
    cue_end = parts[number].end
    if number + 1 >= len(parts) or end < clauses.without_final(tokens, parts[number].start, cue_end):
        return found
    if parts[number + 1].border != "," or not clauses.is_relative(tokens, parts[number + 1]):
        return found
    return (found[0], clauses.without_final(tokens, end, parts[number + 1].end))


def _says_something(tokens: Tokens, found: Range) -> bool:
    return tokens.word_count([found]) > 1 or tokens.is_capitalised(found[0])


def _governed(tokens: Tokens, frame: Frame, start: int, end: int) -> Range | None:
    assert frame.verb is not None  # noqa: S101  (asked by the caller)
    verb = frame.cue[0]
    for position in (*range(verb + 1, end), *range(start, verb)):
        is_free = position not in frame.cue and not tokens.quoted[position]
        is_in_speaker = frame.speaker is not None and frame.speaker[0] <= position < frame.speaker[1]
        if is_free and not is_in_speaker and tokens.lowers[position] in frame.verb.prepositions:
            return _up_to(tokens, frame, position, end)
    return None


def _object(tokens: Tokens, frame: Frame, start: int, end: int) -> Range | None:
    """The first noun phrase that is neither speaker nor addressee, and all behind it."""
    taken = [one for one in (frame.speaker, frame.addressee) if one is not None]
    for chunk in chunks(tokens, start, end):
        if chunk.kind is not ChunkKind.NOUN or any(_overlaps(chunk, one) for one in taken):
            continue
        if is_addressee(tokens, chunk.range) and tokens.lowers[chunk.start] != "den":
            continue
        is_lone = chunk.end - chunk.start == 1 and chunk.start not in tokens.names
        if is_lone and chunk.start == start and chunk.start < frame.cue[0]:
            continue  # „Gegenwärtig fordert er …“
        if tokens.lowers[chunk.start] in PRONOUNS and chunk.end - chunk.start == 1:
            return None
        return _up_to(tokens, frame, chunk.start, end)
    return None


def _up_to(tokens: Tokens, frame: Frame, begin: int, end: int) -> Range | None:
    """From `begin` to the speaker, the rest of the verb, or the end of the clause."""
    borders = [place for place in frame.cue if place > begin]
    borders += [one[0] for one in (frame.speaker,) if one is not None and one[0] > begin]
    borders += _second_predicates(tokens, begin, end)
    end = min([end, *borders])
    if tokens.lowers[end - 1] == "zu" or tokens.lowers[begin - 1] in NEGATIONS:
        return None
    times = (place for place in range(begin + 1, end) if tokens.lowers[place] == "am")
    day = next((place for place in times if place + 1 < end and tokens.lowers[place + 1] in TIMES), end)
    return _without_adverbs(tokens, tokens.trimmed(begin, day))


def _second_predicates(tokens: Tokens, begin: int, end: int) -> list[int]:
    """Where the same subject does something else: „forderte mehr Geld und reiste ab“."""
    return [
        place
        for place in range(begin + 1, end - 1)
        if tokens.lowers[place] in COORDINATORS and tokens.finite[place + 1]
    ]


def _without_adverbs(tokens: Tokens, found: Range | None) -> Range | None:
    """„kritisierte den Schritt scharf“: how it was said is no part of it; „als falsch“ is."""
    if found is None or VALUING & set(tokens.lowers[found[0] : found[1]]):
        return found
    start, end = found
    while end > start + 1 and tokens.texts[end - 1].isalpha() and not tokens.is_capitalised(end - 1):
        end -= 1
    return (start, end) if tokens.is_capitalised(end - 1) else found


def _overlaps(chunk: Chunk, other: Range) -> bool:
    return chunk.start < other[1] and other[0] < chunk.end
