"""Makes the names of towns whole that lie at a river or in a landscape: Neuburg an der Donau."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.knowledge.gazetteer import Gazetteer
from reader.nlp.findings import Finding

RIVERS = frozenset({"Oder", "Saale", "Main"})  # in brackets or behind a stroke, mostly said with the town
# What stands between a town and where it lies, and what the official names of towns have behind it.
LIES_AT = {
    ("an", "der"): frozenset({
        "Aisch", "Aller", "Bergstraße", "Brenz", "Donau", "Dosse", "Drau", "Eder", "Elbe", "Enns",
        "Enz", "Fils", "Fulda", "Glan", "Havel", "Hase", "Iller", "Ilm", "Ilz", "Isar", "Jagst",
        "Krems", "Lahn", "Laine", "Leine", "Leitha", "Lippe", "Luhe", "March", "Mulde", "Mur",
        "Mürz", "Müritz", "Murr", "Nahe", "Oder", "Orla", "Oste", "Pegnitz", "Pram", "Raab", "Rems",
        "Rodach", "Rott", "Ruhr", "Saale", "Saar", "Salzach", "Sieg", "Spree", "Sulm", "Tauber",
        "Thaya", "Traun", "Trave", "Unstrut", "Vils", "Weinstraße", "Werra", "Weser", "Wied",
        "Wipper", "Wümme", "Würm", "Ybbs",
    }),
    ("am",): frozenset({
        "Ammersee", "Attersee", "Bodensee", "Chiemsee", "Inn", "Kamp", "Kocher", "Lech", "Main",
        "Neckar", "Regen", "Rennsteig", "Rhein", "Tegernsee", "Wagram", "Wallersee", "Wörthersee",
        "Wolfgangsee", "Ziller",
    }),
    ("ob", "der"): frozenset({"Tauber"}),
    ("im",): frozenset({"Breisgau"}),  # with other landscapes, GermEval's training data has two names
}  # fmt: skip
CONNECTORS = frozenset({"an", "am", "im", "ob", "bei"})
ALONG = frozenset({"entlang", "vorbei"})  # the river is a way here: von Obertal am Inn entlang
BRACKETED = 3  # words: "(", "Oder", ")"


def towns(doc: Doc, findings: Sequence[Finding], gazetteer: Gazetteer) -> Iterator[Finding]:
    """Towns with what tells them from others: Frankfurt (Oder), Obertal am Inn.

    A town that is known by its bare name is not called so: Passau an der Donau lies there.
    """
    for finding in findings:
        if finding.kind is not EntityKind.PLACE or finding.form is not MentionForm.NAME:
            continue
        behind = [token.text for token in doc[finding.end : finding.end + BRACKETED + 1]]
        if behind[:1] == ["("] and behind[2:BRACKETED] == [")"] and behind[1] in RIVERS:
            yield _grown(finding, BRACKETED)
            continue
        name = doc[finding.start : finding.end].text
        for between, waters in LIES_AT.items():
            length = len(between)
            lies_so = tuple(behind[:length]) == between and len(behind) > length and behind[length] in waters
            if lies_so and not (
                gazetteer.city(name) or gazetteer.place(name) or ALONG & {*behind[length + 1 :]}
            ):
                yield _grown(finding, length + 1)


def is_town_beside(words: Sequence[str]) -> bool:
    """Whether a name is that of a town and of what it lies at: Brandenburg an der Havel."""
    return not CONNECTORS.isdisjoint(words[1:-1])


def own_words(words: Sequence[str]) -> Sequence[str]:
    """A name without what the town lies at: the Donauufer is not that of Neuburg an der Donau."""
    return words[: next((at for at, word in enumerate(words) if at and word in CONNECTORS), len(words))]


def _grown(finding: Finding, words: int) -> Finding:
    return Finding(finding.start, finding.end + words, finding.kind, confidence=finding.confidence)
