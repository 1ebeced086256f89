"""Quotations as the encoder sees them, in the form that the rules make theirs in.

The corpus that taught the encoder is denser in speech than daily news, so only what it is very sure of is
taken. How sure it must be was chosen on held-out articles of the corpus, on our own annotated articles, and
on Wikinews articles that nothing was trained on.
"""

from collections.abc import Sequence

from spacy.tokens import Doc

from reader.domain.quotations import Medium, QuotationKind
from reader.nlp.quotation_drafts import Draft
from reader.nlp.tag_heads import QUOTATIONS, ROLES, TaggedSpan
from reader.nlp.text_tags import tagged_spans
from reader.nlp.tokens import Range

LEAST_CONFIDENCE = {
    QuotationKind.INDIRECT: 0.85,
    QuotationKind.INDIRECT_FREE_INDIRECT: 0.85,
    QuotationKind.FREE_INDIRECT: 0.97,
    QuotationKind.REPORTED: 0.97,
}
FRAMED = frozenset({QuotationKind.INDIRECT, QuotationKind.REPORTED})
SHARE = 0.9  # of the encoder's confidence: it is surer than it is right


def tagged_quotations(doc: Doc) -> list[Draft]:
    """The quotations without marks that the encoder is sure of; none if it has not read the document.

    `doc` has sentences. One with a frame has the nearest speaker and cue of its sentence.
    """
    roles = tagged_spans(doc, ROLES)
    drafts = []
    for span in tagged_spans(doc, QUOTATIONS):
        kind = QuotationKind(span.label)
        if span.confidence < LEAST_CONFIDENCE[kind]:
            continue
        draft = Draft(kind, [(span.start, span.end)], round(SHARE * span.confidence, 3), medium=Medium.SPEECH)
        if kind in FRAMED:
            sentence = (doc[span.start].sent.start, doc[span.end - 1].sent.end)
            speaker = _nearest(roles, "speaker", span, sentence)
            is_nobody = speaker is not None and doc[speaker[0] : speaker[1]].text.lower() == "es"
            draft.speaker = None if is_nobody else speaker
            if cue := _nearest(roles, "cue", span, sentence):
                draft.cue, draft.sentence = tuple(range(*cue)), sentence
        drafts.append(draft)
    return drafts


def _nearest(roles: Sequence[TaggedSpan], label: str, span: TaggedSpan, sentence: Range) -> Range | None:
    """The words with this role that stand in the sentence, closest to the quotation and outside of it."""
    outside = [
        role
        for role in roles
        if role.label == label
        and sentence[0] <= role.start < sentence[1]
        and (role.end <= span.start or span.end <= role.start)
    ]
    best = min(outside, key=lambda role: max(role.start - span.end, span.start - role.end), default=None)
    return (best.start, best.end) if best is not None else None
