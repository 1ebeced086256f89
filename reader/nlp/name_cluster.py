"""A cluster: the mentions of one entity, while grouping goes on."""

from dataclasses import dataclass, field
from typing import TypeAlias

from reader.domain.entities import EntityKind
from reader.domain.mentions import Mention, MentionForm
from reader.domain.spans import Span
from reader.nlp.name_forms import (
    QUOTES,
    in_one_line,
    is_abbreviation,
    stems,
    with_nominative_adjective,
    with_nominative_plural,
    without_capitals,
    without_genitive,
)

Key: TypeAlias = tuple[str, ...]

MARKS_OF_BYNAMES = frozenset('"„“”»«')


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name at its place in the text; `name` and `knowledge_id` are what a catalogue knows of it."""

    mention: Mention
    kind: EntityKind
    is_generic: bool = False
    knowledge_id: str | None = None
    name: str | None = None

    @property
    def printed(self) -> str:
        """As it is printed, but in one line and without quotation marks."""
        return printed(self.mention)

    @property
    def is_body(self) -> bool:
        """Whether it is the name of an organisation, not a word from it."""
        return self.kind is EntityKind.ORGANIZATION and self.mention.form is MentionForm.NAME


@dataclass(slots=True, eq=False)
class Cluster:
    """Mentions of one entity. `shown` is its name where that is known beforehand.

    `state` is whose it is: that of the ukrainische Verteidigungsministerium is the Ukraine.
    """

    kind: EntityKind
    is_generic: bool = False
    shown: str | None = None
    state: str | None = None
    knowledge_id: str | None = None
    found: list[FoundName] = field(default_factory=list)
    keys: list[Key] = field(default_factory=list)

    def first_span(self) -> Span:
        return min(name.mention.span for name in self.found)

    def forms(self) -> list[str]:
        """The distinct names as printed, without quotation marks, in order of appearance."""
        names = (name for name in self.found if name.mention.form is MentionForm.NAME)
        return list(dict.fromkeys(name.printed for name in names))

    def canonical_name(self, text: str) -> str:
        """The fullest name without inflection."""
        if self.shown is not None:
            return self.shown
        forms = self._nominatives(text)
        if not forms:
            return self.found[0].printed
        fullest = max(forms, key=lambda form: (len(form.split()), not is_abbreviation(form)))
        alike = [form for form in forms if stems(form) == stems(fullest)]
        printed_small = [form for form in alike if not form.isupper() or is_abbreviation(form)] or alike
        best = min(printed_small, key=len)
        return with_nominative_adjective(without_capitals(best))

    def aliases(self, canonical: str, text: str) -> tuple[str, ...]:
        """The other names found in the text, inflected forms left out."""
        known = {canonical.casefold()}
        aliases = []
        for form in self._nominatives(text):
            if form.casefold() in known or (form[-1:] in "sn" and stems(form) == stems(canonical)):
                continue
            known.add(form.casefold())
            aliases.append(form)
        return tuple(aliases)

    def _nominatives(self, text: str) -> list[str]:
        endings = {form.casefold() for form in self.forms()}
        names = [name.mention for name in self.found if name.mention.form is MentionForm.NAME]
        nominatives = [_nominative(mention, text, endings) for mention in names]
        if self.kind is EntityKind.ORGANIZATION:
            nominatives = [with_nominative_plural(name) for name in nominatives]
        return list(dict.fromkeys(nominatives))


def printed(mention: Mention) -> str:
    """The name in one line, without the marks around it; those of a byname stay: Geschwader »Nord«."""
    name = mention.text.strip(QUOTES)
    if sum(character in MARKS_OF_BYNAMES for character in name) % 2:
        name = mention.text.lstrip(QUOTES)
    return in_one_line(name)


def _nominative(mention: Mention, text: str, known: set[str]) -> str:
    surface = printed(mention)
    if surface.endswith("s") and surface[:-1].casefold() in known:
        return surface[:-1]
    return without_genitive(surface, mention.span, text) if surface else mention.text
