"""Finds quotations: what stands in quotation marks, and what is reported without them.

By rules over tokens, clauses and frames. Whose words they are, as printed, comes from the frame or from an
earlier sentence; who that is, `speaker_attributor` says.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

from reader.domain.quotations import Medium, Quotation, QuotationKind
from reader.domain.spans import Span
from reader.nlp import clauses
from reader.nlp.dialogue_labels import find_turns
from reader.nlp.direct_speech import DirectSpeech, MarkedRange
from reader.nlp.frame_finder import find_frames
from reader.nlp.frameless_speech import is_frameless_report
from reader.nlp.frames import Frame, FrameKind
from reader.nlp.indirect_speech import FramedSentence, Reported, reported_by
from reader.nlp.open_frames import open_frames
from reader.nlp.quotation_drafts import Draft, as_quotations, without_crossing
from reader.nlp.quotation_marks import pair_marks
from reader.nlp.reported_speech import reported_object
from reader.nlp.reporting_verbs import ReportingVerbs, load_reporting_verbs
from reader.nlp.speech_sequence import with_frameless
from reader.nlp.tokens import Range, Tokens
from reader.nlp.word_lists import read_lines

LONGEST_SENTENCE = 300  # tokens
MOST_DIRECT = 0.5  # of a tagged quotation that may be direct speech
SPEECH_WORDS = 3  # words in marks in which no frame is looked for
CLOSING = frozenset("“”«»\"‘’‹›'")


@dataclass(frozen=True, slots=True)
class QuotationWords:
    """The word lists that the finder uses."""

    verbs: ReportingVerbs
    naming_nouns: frozenset[str]


def load_quotation_words(lexicons: Path) -> QuotationWords:
    """Read the lists.

    Raises:
        OSError: if one of them is missing.
    """
    naming = frozenset(read_lines(lexicons / "naming_nouns.txt"))
    return QuotationWords(load_reporting_verbs(lexicons / "reporting_verbs.txt"), naming)


def find_quotations(
    doc: Doc, words: QuotationWords, *, tagged: Sequence[Draft] = (), is_direct_only: bool = False
) -> list[Quotation]:
    """The quotations in reading order; `doc` has sentences, and names in `doc.spans["names"]`.

    Positions are characters of `doc.text`. A line end in it ends a paragraph. Takes time linear in the
    length of the text. `tagged` are quotations that a tagger has seen, in tokens of `doc`: what the rules
    have not found themselves is taken from there. `is_direct_only` is for languages whose verbs the word
    lists do not know: only what stands in marks is found.
    """
    text = doc.text
    tokens = Tokens.of(doc, words.verbs)
    paragraphs = list(_paragraphs(text))
    turns = _turns(tokens, text, paragraphs)
    marked = _marked(tokens, text, paragraphs)
    _mark_quoted(tokens, marked)
    for turn in turns:
        tokens.quoted[turn.start : turn.end] = [True] * (turn.end - turn.start)
    sentences = _sentences(doc, tokens, words.verbs)
    indirects = [] if is_direct_only else _indirect(tokens, sentences)
    reported = [False] * len(tokens)
    for draft in indirects:
        for start, end in draft.pieces:
            reported[start:end] = [True] * (end - start)
    for sentence in sentences:
        if not sentence.frames and is_frameless_report(tokens, sentence.parts, goes_on=False):
            reported[sentence.start : sentence.end] = [True] * (sentence.end - sentence.start)
    speech = DirectSpeech(tokens, sentences, words.naming_nouns, knows_frames=not is_direct_only)
    directs = turns + speech.find(marked, reported)
    if is_direct_only:
        return as_quotations(tokens, text, without_crossing(directs))
    by_rules = [*directs, *_not_direct(indirects, directs)]
    beside = _beside(tokens, by_rules, tagged)
    drafts = with_frameless(tokens, sentences, [*_without_addressees(by_rules, beside), *beside])
    return as_quotations(tokens, text, without_crossing(drafts))


# Marks and sentences


def _turns(tokens: Tokens, text: str, paragraphs: Sequence[Span]) -> list[Draft]:
    """The turns of an interview, by their labels."""
    drafts = []
    for turn in find_turns(text, paragraphs):
        draft = Draft(QuotationKind.DIRECT, [tokens.range_of(turn.words)], 0.85, medium=Medium.SPEECH)
        draft.speaker = tokens.range_of(turn.label)
        drafts.append(draft)
    return drafts


def _marked(tokens: Tokens, text: str, paragraphs: Sequence[Span]) -> list[MarkedRange]:
    return [
        MarkedRange(tuple(tokens.range_of(span) for span in marked.spans), marked.depth)
        for marked in pair_marks(text, paragraphs)
    ]


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            begin = start + line.index(stripped)
            yield Span(begin, begin + len(stripped))
        start += len(line) + 1


def _mark_quoted(tokens: Tokens, marked: Sequence[MarkedRange]) -> None:
    """Tell the tokens in which no frame is looked for, and those where no comma ends a clause."""
    for one in marked:
        if one.depth > 0:
            continue
        ends_sentence = tokens.texts[max(one.start, one.end - 2)] in {".", "!", "?", "…"}
        is_speech = tokens.word_count(one.pieces) > SPEECH_WORDS or ends_sentence
        for start, end in one.pieces:
            (tokens.quoted if is_speech else tokens.hidden)[start:end] = [True] * (end - start)


def _sentences(doc: Doc, tokens: Tokens, verbs: ReportingVerbs) -> list[FramedSentence]:
    found = []
    for start, end in _short(_sentence_ranges(doc, tokens)):
        parts = clauses.segments(tokens, start, end)
        if parts:
            frames = find_frames(tokens, parts, start, end, verbs)
            frames.extend(open_frames(tokens, parts, frames))
            frames.sort(key=lambda frame: frame.cue[0])
            found.append(FramedSentence(start, end, parts, frames))
    return found


def _short(ranges: Iterable[Range]) -> Iterator[Range]:
    """The ranges, overlong ones cut: what is no sentence shall not cost the square of its length."""
    for start, end in ranges:
        for begin in range(start, end, LONGEST_SENTENCE):
            yield begin, min(end, begin + LONGEST_SENTENCE)


def _sentence_ranges(doc: Doc, tokens: Tokens) -> Iterator[Range]:
    """Sentences without the line ends around them; one that begins inside marks belongs to the one before."""
    begin = None
    end = 0
    for sent in doc.sents:
        start, stop = tokens.without_space(sent.start, sent.end)
        if start >= stop:
            continue
        is_inside = (
            tokens.quoted[start]
            and start > 0
            and tokens.quoted[start - 1]
            and tokens.texts[start - 1] not in CLOSING
        )
        if begin is not None and not (is_inside or tokens.texts[start] in {",", "–"}):
            yield begin, end
            begin = None
        begin = start if begin is None else begin
        end = stop
    if begin is not None:
        yield begin, end


# Indirect and reported speech


def _indirect(tokens: Tokens, sentences: Sequence[FramedSentence]) -> list[Draft]:
    found: list[Draft] = []
    for number, sentence in enumerate(sentences):
        drafts: list[Draft] = []
        for frame in sentence.frames:
            reported = reported_by(tokens, frame, sentence)
            kind = QuotationKind.INDIRECT
            if reported is None:
                reported, kind = reported_object(tokens, frame, sentence), QuotationKind.REPORTED
            is_sure = frame.verb is not None and frame.verb.is_sure and not frame.is_passive
            if reported is None and frame.has_bare_object and is_sure and number:
                reported, kind = (
                    _sentence_before(sentences[number - 1], frame),
                    QuotationKind.INDIRECT,
                )
            if reported is None:
                continue
            draft = Draft(kind, list(reported.pieces), reported.confidence)
            draft.take_frame(frame, (sentence.start, sentence.end))
            drafts.append(draft)
        kept = [one for one in drafts if one.frame and not _is_beside_verb(tokens, one.frame, drafts)]
        found.extend(_best(kept))
    return found


def _is_beside_verb(tokens: Tokens, frame: Frame, drafts: Sequence[Draft]) -> bool:
    """„Die Zeitung berichtet unter Berufung auf X, …“: the paper reports, and X is only its source."""
    is_source = frame.kind is FrameKind.ACCORDING and tokens.lowers[frame.cue[0]] == "unter"
    return is_source and any(one.frame is not None and one.frame.kind is FrameKind.VERB for one in drafts)


def _not_direct(indirects: Sequence[Draft], directs: Sequence[Draft]) -> list[Draft]:
    """Without those whose words all stand in quotation marks: „„Wir gehen“, sagte X“ is direct."""
    taken = {piece for draft in directs for piece in draft.pieces}
    starts = {start + marks for start, _ in taken for marks in (1, 2)}
    return [
        draft
        for draft in indirects
        if not all((start, end) in taken or start in starts for start, end in draft.pieces)
    ]


def _beside(tokens: Tokens, by_rules: Sequence[Draft], tagged: Sequence[Draft]) -> list[Draft]:
    """Those tagged quotations of which the rules have found nothing; they may stand around direct speech."""
    taken, direct = [False] * len(tokens), [False] * len(tokens)
    for draft in by_rules:
        places = direct if draft.kind is QuotationKind.DIRECT else taken
        for start, end in draft.pieces:
            places[start:end] = [True] * (end - start)
    found = []
    for draft in tagged:
        if any(any(taken[start:end]) for start, end in draft.pieces):
            continue
        length = sum(end - start for start, end in draft.pieces)
        if sum(sum(direct[start:end]) for start, end in draft.pieces) <= MOST_DIRECT * length:
            if draft.kind in {QuotationKind.INDIRECT, QuotationKind.REPORTED}:
                draft.pieces = [tokens.trimmed(*piece) or piece for piece in draft.pieces]
            found.append(draft)
    return found


def _without_addressees(by_rules: Sequence[Draft], beside: Sequence[Draft]) -> list[Draft]:
    """„Thiele warf der Regierung vor, sie spare“: whom the frame names before the clause is spoken to.

    The rules take the object for the reported words where they do not see the clause that the tagger sees.
    """
    kept: list[Draft] = []
    for draft in by_rules:
        clause = next((one for one in beside if _is_clause_of(draft, one)), None)
        if clause is None or draft.frame is None or draft.sentence is None:
            kept.append(draft)
            continue
        clause.take_frame(draft.frame, draft.sentence)
        clause.addressee = clause.addressee or draft.pieces[0]
    return kept


def _is_clause_of(draft: Draft, clause: Draft) -> bool:
    """Whether the clause stands behind the object of the draft, in the sentence of its frame."""
    return (
        draft.kind is QuotationKind.REPORTED
        and clause.kind is QuotationKind.INDIRECT
        and draft.sentence is not None
        and draft.end <= clause.start < draft.sentence[1]
    )


def _sentence_before(before: FramedSentence, frame: Frame) -> Reported:
    """„… Das erklärte ein Sprecher.“: what was said stands in the sentence before."""
    return Reported(((before.start, before.end),), frame, 0.6)


def _best(drafts: Sequence[Draft]) -> list[Draft]:
    """Of drafts with the same words only the surest; of reported ones none that touches another."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda one: (one.kind is QuotationKind.REPORTED, -one.confidence)):
        if not any(_clash(draft, other) for other in kept):
            kept.append(draft)
    return kept


def _clash(draft: Draft, other: Draft) -> bool:
    """Nested is good, crossed and the same are not."""
    if draft.kind is QuotationKind.REPORTED:
        return draft.start < other.end and other.start < draft.end
    same_end = draft.end == other.end and abs(draft.start - other.start) < 3  # noqa: PLR2004
    crossed = (
        draft.start < other.start < draft.end < other.end or other.start < draft.start < other.end < draft.end
    )
    return same_end or crossed or draft.pieces == other.pieces
