"""The words that report speech: verbs in all their forms, prepositions, nouns, and the subjunctive."""

from dataclasses import dataclass
from pathlib import Path

from reader.domain.quotations import Medium

# laut X, nach Angaben von X, X zufolge, so X
ACCORDING_NOUNS = frozenset(
    {
        "angabe", "angaben", "aussage", "aussagen", "worten", "ansicht", "meinung", "auffassung",
        "einschätzung", "einschätzungen", "darstellung", "überzeugung", "informationen",
        "erkenntnissen", "schätzung", "schätzungen", "berechnungen", "berichten", "bericht",
        "polizeiangaben", "medienberichten", "medienangaben", "mitteilung", "medieninformationen",
        "behördenangaben", "regierungsangaben", "militärangaben", "unternehmensangaben", "bekunden",
        "darstellungen", "bekundung", "lesart", "vorstellung", "vorstellungen", "expertenmeinung",
    }
)  # fmt: skip
SUBJUNCTIVE_PAIRS = frozenset({"haben", "werden", "sollen", "müssen", "können", "wollen", "dürfen"})
ENGLISH = (
    "said says told tells added adds announced announces argued argues asked asks claimed claims confirmed "
    "declared denied explained insisted noted replied reported stated stressed suggested thinks thought "
    "warned wrote writes believes believed"
)


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A verb that can introduce somebody's words; `prefix` is the part that German splits off."""

    lemma: str
    prefix: str
    medium: Medium


@dataclass(frozen=True, slots=True)
class ReportingVerbs:
    """Looks up words in lower case."""

    finite: dict[str, tuple[ReportingVerb, ...]]
    joined: dict[str, ReportingVerb]
    participles: dict[str, ReportingVerb]
    english: frozenset[str]
    first_subjunctive: frozenset[str]
    second_subjunctive: frozenset[str]

    def is_subjunctive(self, word: str) -> bool:
        """Whether the word is a Konjunktiv I, or a Konjunktiv II that commonly replaces one."""
        return word in self.first_subjunctive or word in self.second_subjunctive


def load_reporting_verbs(path: Path) -> ReportingVerbs:
    """Read `reporting_verbs.txt` and, beside it, `subjunctive.txt`.

    Raises:
        OSError: if one of them is missing.
    """
    finite: dict[str, list[ReportingVerb]] = {}
    joined: dict[str, ReportingVerb] = {}
    participles: dict[str, ReportingVerb] = {}
    for line in _lines(path):
        lemma, prefix, medium, forms, participle = line.split("\t")
        verb = ReportingVerb(lemma, prefix, Medium(medium))
        for form in forms.split():
            finite.setdefault(form, []).append(verb)
            if prefix:
                joined[prefix + form] = verb
        for form in participle.split():
            participles[form] = verb
    subjunctive = _lines(path.with_name("subjunctive.txt"))
    return ReportingVerbs(
        finite={form: tuple(verbs) for form, verbs in finite.items()},
        joined=joined,
        participles=participles,
        english=frozenset(ENGLISH.split()),
        first_subjunctive=frozenset(form for form in subjunctive if not form.startswith("~")),
        second_subjunctive=frozenset(form[1:] for form in subjunctive if form.startswith("~")),
    )


def _lines(path: Path) -> list[str]:
    lines = (line.rstrip("\n") for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line.strip() and not line.startswith("#")]
