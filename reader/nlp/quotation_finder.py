"""Finds quotations: what stands in quotation marks, and what is reported without them.

By rules over tokens, sentences and frames. Whose words they are, as printed, comes from the frame; who
that is, `speaker_attributor` says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from reader.domain.quotations import Attribution, Medium, Phrase, Quotation, QuotationId, QuotationKind
from reader.domain.spans import Span
from reader.nlp import noun_phrases
from reader.nlp.frames import Frame, FrameKind, find_frames
from reader.nlp.indirect_speech import is_frameless_report, reported_by
from reader.nlp.noun_phrases import phrase_from
from reader.nlp.quotation_marks import Marked, pair_marks
from reader.nlp.reporting_verbs import ReportingVerbs

WHOLE_WORDS = 5  # words in marks that are a quotation without any frame
FRAGMENT_WORDS = 2  # and with one
LONGEST_LABEL = 8  # tokens before the colon of „Brandt: …“
NAMING_NOUNS = frozenset(
    {
        "fregatte", "zeitung", "magazin", "film", "buch", "roman", "projekt", "aktion", "operation",
        "sender", "schiff", "bataillon", "gruppe", "verein", "ausstellung", "motto", "titel", "serie",
        "band", "stück", "lied", "song", "album", "zeitschrift", "blatt", "tageszeitung",
        "wochenzeitung", "nachrichtenmagazin", "portal", "plattform", "partei", "bündnis", "initiative",
        "hotel", "restaurant", "unternehmen", "firma", "korvette", "begriff", "wort", "typ", "klasse",
        "name", "namen", "sogenannte", "sogenannten", "sogenannter", "genannt", "genannte", "spiegel",
        "taifun",
    }
)  # fmt: skip
CLOSING = frozenset("“”«»\"‘’‹›'")


@dataclass(slots=True)
class Draft:
    """A quotation in the making: token ranges, and what is known of its frame so far."""

    kind: QuotationKind
    pieces: list[tuple[int, int]]
    frame: Frame | None = None
    confidence: float = 0.9
    speaker: noun_phrases.Phrase | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens of one sentence, the number of its paragraph, and the frames in it."""

    start: int
    end: int
    paragraph: int
    frames: tuple[Frame, ...]


def find_quotations(doc: Doc, verbs: ReportingVerbs) -> list[Quotation]:
    """The quotations in reading order; `doc` has sentences, and names in `doc.spans["names"]`.

    Positions are characters of `doc.text`. A line end in it ends a paragraph.
    """
    marked = _marked(doc)
    quoted = _quoted_tokens(doc, marked)
    sentences = list(_sentences(doc, verbs, quoted))
    directs = _direct(doc, marked, sentences)
    indirects = _indirect(doc, sentences, verbs, quoted, directs)
    drafts = sorted([*directs, *indirects], key=lambda draft: (draft.pieces[0][0], -draft.pieces[-1][1]))
    return _quotations(doc, drafts)


# Marks and sentences.


def _marked(doc: Doc) -> list[tuple[Marked, tuple[tuple[int, int], ...]]]:
    """What is in quotation marks, with its token ranges."""
    text = doc.text
    found = []
    for marked in pair_marks(text, list(_paragraphs(text))):
        spans = [doc.char_span(span.start, span.end, alignment_mode="expand") for span in marked.spans]
        pieces = tuple((span.start, span.end) for span in spans if span is not None)
        if pieces:
            found.append((marked, pieces))
    return found


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            begin = start + line.index(stripped)
            yield Span(begin, begin + len(stripped))
        start += len(line) + 1


def _quoted_tokens(doc: Doc, marked: Sequence[tuple[Marked, tuple[tuple[int, int], ...]]]) -> list[bool]:
    quoted = [False] * len(doc)
    for one, pieces in marked:
        if one.depth == 0 and _word_count(doc, pieces) > FRAGMENT_WORDS:
            for start, end in pieces:
                quoted[start:end] = [True] * (end - start)
    return quoted


def _sentences(doc: Doc, verbs: ReportingVerbs, quoted: Sequence[bool]) -> Iterator[Sentence]:
    paragraph = 0
    for start, end in _sentence_ranges(doc, quoted):
        if start and any("\n" in token.text for token in doc[max(0, start - 2) : start + 1]):
            paragraph += 1
        yield Sentence(start, end, paragraph, tuple(find_frames(doc, start, end, verbs, quoted)))


def _sentence_ranges(doc: Doc, quoted: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Sentences without the line ends around them; one that begins inside marks belongs to the one before."""
    begin = None
    end = 0
    for sent in doc.sents:
        start, stop = sent.start, sent.end
        while start < stop and doc[start].text.isspace():
            start += 1
        while stop > start and doc[stop - 1].text.isspace():
            stop -= 1
        if start >= stop:
            continue
        inside = quoted[start] and start > 0 and quoted[start - 1] and doc[start - 1].text not in CLOSING
        if begin is not None and not (inside or _frame_follows(doc, start)):
            yield begin, end
            begin = None
        begin = start if begin is None else begin
        end = stop
    if begin is not None:
        yield begin, end


def _frame_follows(doc: Doc, start: int) -> bool:
    """„Komm!“, rief er: what stands behind the mark is no new sentence."""
    return doc[start].text in {",", "–"}


# Direct speech.


def _direct(
    doc: Doc,
    marked: Sequence[tuple[Marked, tuple[tuple[int, int], ...]]],
    sentences: Sequence[Sentence],
) -> list[Draft]:
    found: list[Draft] = []
    number = 0
    for one, pieces in marked:
        while number + 1 < len(sentences) and sentences[number].end <= pieces[0][0]:
            number += 1
        last = number
        while last + 1 < len(sentences) and sentences[last].end < pieces[-1][1]:
            last += 1
        sentence = sentences[number] if sentences else Sentence(0, len(doc), 0, ())
        frames = [*sentence.frames, *(sentences[last].frames if last != number else ())]
        frame = _frame_of(doc, pieces, frames)
        if not _is_quotation(doc, one, pieces, frame):
            continue
        draft = Draft(QuotationKind.DIRECT, list(pieces), frame, 0.95 if frame else 0.7)
        draft.speaker = frame.speaker if frame else _label(doc, sentence.start, pieces[0][0])
        if found and one.depth == 0 and _goes_on(doc, found[-1], draft):
            found[-1].pieces.extend(pieces)
            continue
        if draft.frame is None and draft.speaker is None and found:
            _inherit(doc, draft, found[-1])
        found.append(draft)
    return found


def _frame_of(doc: Doc, pieces: Sequence[tuple[int, int]], frames: Sequence[Frame]) -> Frame | None:
    """The frame right behind the marks, else the nearest before them that leads up to them."""
    start, end = pieces[0][0], pieces[-1][1]
    for frame in frames:
        gap = frame.start - end
        if 0 <= gap <= 2 and all(not token.text[0].isalnum() for token in doc[end : frame.start]):  # noqa: PLR2004
            return frame
    before = [frame for frame in frames if frame.cue[0] < start]
    if before and (doc[start - 1].text in {":", ","} or _word_count(doc, pieces) < WHOLE_WORDS):
        return before[-1]
    after = [frame for frame in frames if frame.start >= end]
    if after and after[0].kind is not FrameKind.VERB:
        return after[0]
    around = [frame for frame in frames if frame.kind is FrameKind.ACCORDING]
    if around:
        return around[0]
    return before[-1] if before else (after[0] if after and after[0].start - end < WHOLE_WORDS else None)


def _is_quotation(doc: Doc, marked: Marked, pieces: Sequence[tuple[int, int]], frame: Frame | None) -> bool:
    """Not names, titles, and words in scare quotes."""
    words = _word_count(doc, pieces)
    start, end = pieces[0][0], pieces[-1][1]
    inner_end = doc[end - 2].text if end - start > 1 else ""
    if words >= WHOLE_WORDS:
        return True
    before = doc[start - 1].text.casefold() if start else ""
    if before in NAMING_NOUNS or _is_name(doc, start, end):
        return False
    if frame is None:
        label = start > 0 and doc[start - 1].text == ":"
        return words >= FRAGMENT_WORDS and inner_end in {"!", "?", "."} and (label or marked.depth == 0)
    is_framed = before in {":", ","} or frame.start - end in {0, 1, 2}
    return words >= FRAGMENT_WORDS or (is_framed and words >= 1)


def _is_name(doc: Doc, start: int, end: int) -> bool:
    return any(span.start <= start + 1 and span.end >= end - 1 for span in doc.spans.get("names", []))


def _label(doc: Doc, start: int, end: int) -> noun_phrases.Phrase | None:
    """„Brandt: „…““: a short phrase and a colon."""
    if end - 1 <= start or doc[end - 1].text != ":" or end - start > LONGEST_LABEL:
        return None
    return phrase_from(doc, start, end - 1)


def _goes_on(doc: Doc, before: Draft, draft: Draft) -> bool:
    """„A“, sagte X, „B“ is one quotation: what lies between is one frame, closed by a comma."""
    start, end = before.pieces[-1][1], draft.pieces[0][0]
    frame = before.frame
    if before.kind is not QuotationKind.DIRECT or frame is None or start >= end:
        return False
    if not (start <= frame.start and frame.end <= end) or "\n" in doc[start:end].text:
        return False
    first, last = doc[start].text, doc[end - 1].text
    inner_end = doc[start - 2].text
    return first in {",", "–"} and last in {",", ":", "–"} and inner_end not in {".", "!", "?"}


def _inherit(doc: Doc, draft: Draft, before: Draft) -> None:
    """A quotation without a frame right behind another one is by the same speaker."""
    between = doc[before.pieces[-1][1] : draft.pieces[0][0]]
    if "\n" in between.text or len(between) > 3 * LONGEST_LABEL or between.text.count(". ") > 0:
        return
    draft.speaker = before.speaker
    draft.frame = None
    draft.confidence = 0.6


# Indirect speech.


def _indirect(
    doc: Doc,
    sentences: Sequence[Sentence],
    verbs: ReportingVerbs,
    quoted: Sequence[bool],
    directs: Sequence[Draft],
) -> list[Draft]:
    found: list[Draft] = []
    last_speaker: Draft | None = None
    last_sentence = -2
    direct_number = 0
    for number, sentence in enumerate(sentences):
        draft = _indirect_in(doc, sentence, verbs, quoted)
        while direct_number < len(directs) and directs[direct_number].pieces[0][0] < sentence.end:
            last_speaker, last_sentence = directs[direct_number], number
            direct_number += 1
        if draft is None and last_speaker is not None and number - last_sentence <= 1:
            is_quoted = quoted[sentence.start]
            if not is_quoted and is_frameless_report(doc, sentence.start, sentence.end, verbs):
                kind = QuotationKind.INDIRECT_FREE_INDIRECT
                draft = Draft(kind, [(sentence.start, sentence.end)], None, 0.75)
                draft.speaker = last_speaker.speaker
        if draft is not None:
            found.append(draft)
            last_speaker, last_sentence = draft, number
    return found


def _indirect_in(doc: Doc, sentence: Sentence, verbs: ReportingVerbs, quoted: Sequence[bool]) -> Draft | None:
    for frame in sentence.frames:
        reported = reported_by(doc, frame, sentence.start, sentence.end, verbs, quoted)
        if reported is None:
            continue
        if any(all(quoted[start:end]) for start, end in reported.pieces):
            continue  # that is direct speech
        draft = Draft(QuotationKind.INDIRECT, list(reported.pieces), frame, reported.confidence)
        draft.speaker = frame.speaker
        return draft
    return None


# Values.


def _quotations(doc: Doc, drafts: Sequence[Draft]) -> list[Quotation]:
    found: list[Quotation] = []
    around: list[tuple[QuotationId, tuple[Span, ...]]] = []
    for number, draft in enumerate(drafts, start=1):
        content = tuple(_span(doc, start, end) for start, end in draft.pieces)
        quotation_id = QuotationId(f"q{number}")
        around = [(other, spans) for other, spans in around if spans[-1].end > content[0].start]
        outer = [other for other, spans in around if any(span.covers(content[0]) for span in spans)]
        found.append(
            Quotation(
                id=quotation_id,
                kind=draft.kind,
                content=content,
                text=" … ".join(span.of(doc.text) for span in content),
                attribution=_attribution(doc, draft),
                medium=draft.frame.medium if draft.frame else Medium.SPEECH,
                nested_in=outer[-1] if outer else None,
                confidence=draft.confidence,
            )
        )
        around.append((quotation_id, content))
    return found


def _attribution(doc: Doc, draft: Draft) -> Attribution:
    frame = draft.frame
    return Attribution(
        speaker=_phrase(doc, [(draft.speaker.start, draft.speaker.end)]) if draft.speaker else None,
        cue=_phrase(doc, _runs(frame.cue)) if frame else None,
        frame=_phrase(doc, [(frame.start, frame.end)]) if frame else None,
    )


def _runs(tokens: Sequence[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for token in tokens:
        if runs and runs[-1][1] == token:
            runs[-1] = (runs[-1][0], token + 1)
        else:
            runs.append((token, token + 1))
    return runs


def _phrase(doc: Doc, pieces: Sequence[tuple[int, int]]) -> Phrase:
    spans = tuple(_span(doc, start, end) for start, end in pieces)
    return Phrase(" … ".join(span.of(doc.text) for span in spans), spans)


def _span(doc: Doc, start: int, end: int) -> Span:
    return Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))


def _word_count(doc: Doc, pieces: Sequence[tuple[int, int]]) -> int:
    return sum(token.text[0].isalnum() for start, end in pieces for token in doc[start:end])
