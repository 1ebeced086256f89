"""What the mentions of a name in an article say together of its kind."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.nlp.findings import Finding
from reader.nlp.name_forms import APOSTROPHES
from reader.nlp.name_index import NameIndex, Words, forms_of, without_genitive
from reader.nlp.named_people import plain, words_of
from reader.nlp.person_borders import NAMED_KINDS, is_settleable

CLEAR_MAJORITY = 2  # times as often as the other kind
SHORTEST_FIRM = 5  # letters by which a longer name is known


def votes_of(doc: Doc, findings: Sequence[Finding]) -> dict[Words, Counter[EntityKind]]:
    """How often each name is found as what; a full name also votes for its surname."""
    votes: dict[Words, Counter[EntityKind]] = {}
    for finding in findings:
        if is_settleable(finding):
            votes.setdefault(words_of(doc, finding), Counter())[finding.kind] += 1
    for finding in findings:
        words = words_of(doc, finding)
        if finding.kind is EntityKind.PERSON and len(words) > 1 and (surname := words[-1:]) in votes:
            votes[surname][EntityKind.PERSON] += 1
    return votes


def with_genitives(
    votes: dict[Words, Counter[EntityKind]], known: NameIndex
) -> dict[Words, Counter[EntityKind]]:
    """The votes, a name and its genitive counted together; but clubs are called like known cities."""
    for words in list(votes):
        named = without_genitive(words)
        if named != words and named in votes and known.name(named) is None:
            votes[words] = votes[named] = votes[words] + votes[named]
    return votes


def owners_among(
    doc: Doc, findings: Iterable[Finding], surnames: Collection[Words], known: NameIndex
) -> Iterator[Words]:
    """The surnames, no known names, that stand in the genitive before what somebody owns: Maduros Team."""
    for finding in findings:
        if not is_settleable(finding) or not doc[finding.end : finding.end + 1].text[:1].isupper():
            continue
        words = words_of(doc, finding)
        is_genitive = doc[finding.end - 1].text in APOSTROPHES or plain(words) not in surnames
        named = next((plain(form) for form in forms_of(words) if plain(form) in surnames), None)
        if is_genitive and named is not None and known.name(words) is None:
            yield named


def short_for_firms(doc: Doc, findings: Iterable[Finding]) -> frozenset[Words]:
    """What organisations with longer names may be called: Lockheed, where Lockheed Martin is named."""
    longer = (words_of(doc, one) for one in findings if one.kind is EntityKind.ORGANIZATION)
    return frozenset(words[:1] for words in longer if len(words) > 1 and len(words[0]) >= SHORTEST_FIRM)


def winner(votes: Counter[EntityKind], kind: EntityKind) -> EntityKind:
    if kind is EntityKind.OTHER:
        return kind
    (first, count), *others = [(kind, count) for kind, count in votes.most_common() if kind in NAMED_KINDS]
    return first if not others or count >= CLEAR_MAJORITY * others[0][1] else kind
