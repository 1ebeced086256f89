"""The words that report speech: verbs in all their forms, nouns, and the subjunctive."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.domain.quotations import Medium
from reader.nlp.word_lists import read_lines

ENGLISH = (
    "said says told tells added adds announced announces argued argues asked asks claimed claims confirmed "
    "declared denied explained insisted noted replied reported stated stressed suggested thinks thought "
    "warned wrote writes believes believed"
)
CLAUSE, INFINITIVE, OBJECT, DATIVE, SURE = "clause", "infinitive", "object", "dative", "sure"


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A verb that can introduce somebody's words.

    `prefix` is the part that German splits off; `uses` says what it reports: a clause, an infinitive, an
    object, what follows a preposition. `needs` are words that must stand in the clause: one of each group.
    """

    lemma: str
    prefix: str
    medium: Medium
    uses: frozenset[str]
    needs: tuple[frozenset[str], ...] = ()

    @property
    def is_sure(self) -> bool:
        """Whether the verb reports by itself, even if what follows is in the indicative."""
        return SURE in self.uses

    @property
    def prepositions(self) -> frozenset[str]:
        return self.uses - {CLAUSE, INFINITIVE, OBJECT, DATIVE, SURE, "-"}


@dataclass(frozen=True, slots=True)
class ReportingNouns:
    """Nouns that report, in lower case: nach ANGABEN, die ANSICHT, dass; laut einem BERICHT."""

    according: frozenset[str]
    content: frozenset[str]
    source: frozenset[str]


@dataclass(frozen=True, slots=True)
class ReportingVerbs:
    """Looks up words in lower case."""

    finite: dict[str, tuple[ReportingVerb, ...]]
    joined: dict[str, tuple[ReportingVerb, ...]]
    closing: dict[str, tuple[ReportingVerb, ...]]
    english: frozenset[str]
    nouns: ReportingNouns
    first_subjunctive: frozenset[str]
    second_subjunctive: frozenset[str]
    common_finite: frozenset[str]

    def is_subjunctive(self, word: str) -> bool:
        """Whether the word is a Konjunktiv I, or a Konjunktiv II that commonly replaces one."""
        return word in self.first_subjunctive or word in self.second_subjunctive

    def is_finite(self, word: str) -> bool:
        """Whether the word is a verb in a finite form that the lists know."""
        return word in self.common_finite or word in self.finite or self.is_subjunctive(word)


def load_reporting_verbs(path: Path) -> ReportingVerbs:
    """Read `reporting_verbs.txt` and, beside it, the other lists of words.

    Raises:
        OSError: if one of them is missing.
    """
    finite: dict[str, list[ReportingVerb]] = {}
    joined: dict[str, list[ReportingVerb]] = {}
    closing: dict[str, list[ReportingVerb]] = {}
    for line in read_lines(path):
        lemma, prefix, medium, uses, needs, forms, closers = line.split("\t")
        groups = () if needs == "-" else tuple(frozenset(group.split("|")) for group in needs.split())
        verb = ReportingVerb(lemma, prefix, Medium(medium), frozenset(uses.split()), groups)
        for form in with_swiss(forms.split()):
            finite.setdefault(form, []).append(verb)
            if prefix:
                joined.setdefault(prefix + form, []).append(verb)
        for form in closers.split():
            closing.setdefault(form, []).append(verb)
    subjunctive = read_lines(path.with_name("subjunctive.txt"))
    return ReportingVerbs(
        finite=_most_needy_first(finite),
        joined=_most_needy_first(joined),
        closing=_most_needy_first(closing),
        english=frozenset(ENGLISH.split()),
        nouns=load_reporting_nouns(path.with_name("reporting_nouns.txt")),
        first_subjunctive=frozenset(form for form in subjunctive if not form.startswith("~")),
        second_subjunctive=frozenset(form[1:] for form in subjunctive if form.startswith("~")),
        common_finite=frozenset(read_lines(path.with_name("finite_verbs.txt"))),
    )


def load_reporting_nouns(path: Path) -> ReportingNouns:
    by_use: dict[str, set[str]] = {"according": set(), "content": set(), "source": set()}
    for line in read_lines(path):
        forms, uses = line.split("\t")
        for use in uses.split():
            by_use[use].update(form.lower() for form in forms.split())
    return ReportingNouns(**{use: frozenset(nouns) for use, nouns in by_use.items()})


def with_swiss(forms: Iterable[str]) -> Iterator[str]:
    """The forms, and how Swiss papers spell them."""
    for form in forms:
        yield form
        if "ß" in form:
            yield form.replace("ß", "ss")


def _most_needy_first(verbs: dict[str, list[ReportingVerb]]) -> dict[str, tuple[ReportingVerb, ...]]:
    """„gibt … bekannt“ is tried before „gibt … an“, and that before a bare „gibt“."""
    return {
        form: tuple(sorted(found, key=lambda verb: (-len(verb.needs), not verb.prefix)))
        for form, found in verbs.items()
    }
