"""Mentions: the places where something is named."""

from dataclasses import dataclass
from enum import StrEnum

from reader.domain.spans import Span


class MentionForm(StrEnum):
    """How an entity is mentioned; the values are part of the JSON contract."""

    NAME = "name"
    DERIVED = "derived"  # ukrainisch, Pariser
    PART = "part"  # NATO-Generalsekretär: the whole token, which holds a name
    NOMINAL = "nominal"  # die Ministerin
    PRONOUN = "pronoun"  # sie


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is named; `text` is the surface form, as printed.

    A corrected mention, entity or quotation is as the reader said, not as the machine found it.
    """

    span: Span
    text: str
    form: MentionForm = MentionForm.NAME
    confidence: float = 1.0
    is_corrected: bool = False

    @property
    def is_name(self) -> bool:
        """Whether it names the entity, and does not only mean it (the minister, she)."""
        return self.form not in {MentionForm.NOMINAL, MentionForm.PRONOUN}
