"""Quotations in the making: token ranges, and what is known of their frame so far."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.domain.quotations import Attribution, Medium, Phrase, Quotation, QuotationId, QuotationKind
from reader.nlp.frames import Frame
from reader.nlp.tokens import Range, Tokens


@dataclass(slots=True)
class Draft:
    """One quotation; `sentence` is where its frame stands, `paragraph` the number of its paragraph.

    `speaker` may stand in another sentence: then it was carried over.
    """

    kind: QuotationKind
    pieces: list[Range]
    confidence: float
    frame: Frame | None = None
    speaker: Range | None = None
    cue: tuple[int, ...] = ()
    addressee: Range | None = None
    medium: Medium | None = None
    sentence: Range | None = None

    @property
    def start(self) -> int:
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        return self.pieces[-1][1]

    def take_frame(self, frame: Frame, sentence: Range) -> None:
        """What the frame tells: speaker, cue, addressee, medium."""
        self.frame, self.sentence = frame, sentence
        self.speaker, self.cue = frame.speaker, frame.cue
        self.addressee, self.medium = frame.addressee, frame.medium


def as_quotations(tokens: Tokens, text: str, drafts: Iterable[Draft]) -> list[Quotation]:
    """The values in reading order; a quotation inside another tells in which."""
    ordered = sorted(drafts, key=lambda draft: (draft.start, -draft.end))
    found: list[Quotation] = []
    around: list[Quotation] = []
    for number, draft in enumerate(ordered, start=1):
        content = tuple(tokens.span(*piece) for piece in draft.pieces)
        quotation_id = QuotationId(f"q{number}")
        around = [other for other in around if other.content[-1].end > content[0].start]
        outer = [other.id for other in around if any(span.covers(content[0]) for span in other.content)]
        found.append(
            Quotation(
                id=quotation_id,
                kind=draft.kind,
                content=content,
                text=" … ".join(span.of(text) for span in content),
                attribution=_attribution(tokens, text, draft),
                medium=draft.medium,
                nested_in=outer[-1] if outer else None,
                confidence=draft.confidence,
            )
        )
        around.append(found[-1])
    return found


def without_crossing(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, nested or apart: of two that cross, direct speech stays, or else the surer one."""
    pieces = sorted(
        (start, -end, number) for number, draft in enumerate(drafts) for start, end in draft.pieces
    )
    dropped: set[int] = set()
    around: list[tuple[int, int]] = []  # where the pieces end that are open here, and whose they are
    for start, negative_end, number in pieces:
        end = -negative_end
        while around and around[-1][0] <= start:
            around.pop()
        while around and around[-1][0] < end and number not in dropped:
            weaker = min(number, around[-1][1], key=lambda one: _strength(drafts[one]))
            dropped.add(weaker)
            if weaker != number:
                around.pop()
        if number not in dropped:
            around.append((end, number))
    return [draft for number, draft in enumerate(drafts) if number not in dropped]


def _strength(draft: Draft) -> tuple[bool, float]:
    return draft.kind is QuotationKind.DIRECT, draft.confidence


def _attribution(tokens: Tokens, text: str, draft: Draft) -> Attribution:
    return Attribution(
        speaker=_phrase(tokens, text, [draft.speaker]) if draft.speaker else None,
        cue=_phrase(tokens, text, runs(draft.cue)) if draft.cue else None,
        frame=_phrase(tokens, text, _frame_of(tokens, draft)) if draft.cue else None,
        addressee=_phrase(tokens, text, [draft.addressee]) if draft.addressee else None,
    )


def _frame_of(tokens: Tokens, draft: Draft) -> list[Range]:
    """The sentence around the cue without the quotation itself."""
    if draft.sentence is None:
        return runs(draft.cue)
    inside = {place for start, end in draft.pieces for place in range(start, end)}
    places = [place for place in range(*draft.sentence) if place not in inside]
    while places and (tokens.texts[places[-1]].isspace() or tokens.texts[places[-1]] == "."):
        places.pop()
    return [run for run in runs(places) if run[1] - run[0] > 1 or tokens.is_word(run[0])]


def runs(places: Sequence[int]) -> list[Range]:
    """Tokens that follow each other as ranges."""
    found: list[Range] = []
    for place in places:
        if found and found[-1][1] == place:
            found[-1] = (found[-1][0], place + 1)
        else:
            found.append((place, place + 1))
    return found


def _phrase(tokens: Tokens, text: str, pieces: Sequence[Range]) -> Phrase | None:
    if not pieces:
        return None
    spans = tuple(tokens.span(*piece) for piece in pieces)
    return Phrase(" … ".join(span.of(text) for span in spans), spans)
