"""Findings: the names that the tagger and the catalogue see in a `Doc`, counted in tokens."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm

NAMES_KEY = "names"
QUOTATIONS_KEY = "quotations"

LABELS = {
    EntityKind.PERSON: "PER",
    EntityKind.ORGANIZATION: "ORG",
    EntityKind.PLACE: "LOC",
    EntityKind.WEAPON: "WEAPON",
    EntityKind.OTHER: "MISC",
}
FORM_SUFFIXES = {MentionForm.NAME: "", MentionForm.DERIVED: "deriv", MentionForm.PART: "part"}
GENERIC = "generic"


@dataclass(frozen=True, slots=True)
class Finding:
    """The tokens from `start` up to, not including, `end` name something of this kind.

    `name` is what is named, where more than the surface is known; a generic finding is a word for a
    class of weapons.
    """

    start: int
    end: int
    kind: EntityKind
    form: MentionForm = MentionForm.NAME
    is_generic: bool = False
    confidence: float = 1.0
    knowledge_id: str | None = None
    name: str | None = None

    @property
    def label(self) -> str:
        """The label the tagger is trained with: PER, LOCderiv, WEAPONgenericpart …"""
        return LABELS[self.kind] + (GENERIC if self.is_generic else "") + FORM_SUFFIXES[self.form]

    @property
    def is_body(self) -> bool:
        """Whether it is the name of an organisation, not a word from it."""
        return self.kind is EntityKind.ORGANIZATION and self.form is MentionForm.NAME

    @property
    def is_ent(self) -> bool:
        """Whether it belongs to `doc.ents`: names as such, and weapons also as part of a word."""
        if self.is_generic:
            return False
        return self.form is MentionForm.NAME or (
            self.kind is EntityKind.WEAPON and self.form is MentionForm.PART
        )

    def overlaps(self, other: "Finding") -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Finding") -> bool:
        return self.start <= other.start and other.end <= self.end


def read_label(label: str) -> tuple[EntityKind, MentionForm, bool] | None:
    """Kind, form and whether generic; None for a label that names nothing of ours.

    Those of other pipelines are read as well: OntoNotes' GPE is a place, the Polish persName a person.
    """
    return _READINGS.get(label) or _OTHER_READINGS.get(label)


def register_extensions() -> None:
    """Give every `Doc` the places where our findings are kept; may be called again."""
    for name in ("findings", "entities", "quotations"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=())


def findings_of(doc: Doc) -> tuple[Finding, ...]:
    findings: tuple[Finding, ...] = doc._.findings
    return findings


def write_findings(doc: Doc, findings: Iterable[Finding]) -> None:
    """Keep `findings` on the document, as `doc.spans["names"]` and as `doc.ents`."""
    ordered = tuple(sorted(findings, key=lambda finding: (finding.start, -finding.end)))
    doc._.findings = ordered
    doc.spans[NAMES_KEY] = [_as_span(doc, finding, finding.label) for finding in ordered]
    doc.ents = [
        _as_span(doc, finding, LABELS[finding.kind])
        for finding in without_overlaps(ordered)
        if finding.is_ent
    ]


def without_overlaps(ordered: Sequence[Finding]) -> list[Finding]:
    """Of findings that overlap, the first and longest."""
    kept: list[Finding] = []
    for finding in ordered:
        if not kept or kept[-1].end <= finding.start:
            kept.append(finding)
    return kept


def _as_span(doc: Doc, finding: Finding, label: str) -> Span:
    return Span(doc, finding.start, finding.end, label=label, kb_id=finding.knowledge_id or "")


_READINGS = {
    base + generic + suffix: (kind, form, bool(generic))
    for kind, base in LABELS.items()
    for generic in (("", GENERIC) if kind is EntityKind.WEAPON else ("",))
    for form, suffix in FORM_SUFFIXES.items()
}

# The labels of the pipelines that spaCy's makers and others publish.
_OTHER_READINGS = {
    label: (kind, MentionForm.NAME, False)
    for kind, labels in {
        EntityKind.PERSON: ("PERSON", "PRS", "persName"),
        EntityKind.ORGANIZATION: ("ORGANIZATION", "orgName", "GPE_ORG"),
        EntityKind.PLACE: ("GPE", "FAC", "FACILITY", "GPE_LOC", "placeName", "geogName", "LOCATION"),
        EntityKind.OTHER: (
            "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "NORP", "PROD", "EVT", "EVN", "WRK", "OBJ", "DRV",
        ),
    }.items()
    for label in labels
}  # fmt: skip
