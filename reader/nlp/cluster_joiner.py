"""Joins clusters that the text shows to be one: in brackets, by initials, by short forms of a name."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from reader.domain.entities import EntityKind
from reader.nlp.clusters import Clusters
from reader.nlp.name_cluster import Cluster, FoundName
from reader.nlp.name_forms import is_abbreviation, stem, stems
from reader.nlp.name_spellings import in_any_spelling
from reader.nlp.party_words import GERMAN_POLITICS
from reader.nlp.short_names import (
    FOREPARTS,
    abbreviates,
    abbreviates_beginning,
    abbreviates_parts,
    expands,
    is_short_organisation,
    is_short_place,
)

MARK = r"[„“»«\"‚‘']?"
KURZ = re.compile(
    rf"{MARK}(?:,?\s+\(?(?:(?:auch|im\s+Folgenden)\s+)?(?:kurz|abgekürzt|genannt|kurz\s+genannt|known\s+as|"
    rf"or\s+simply)|\s+–\s+kurz):?\s+(?:de[rmns]|die|das)?\s*{MARK}"
)
BEFORE_CALLED = re.compile(
    rf"{MARK}(?:,|\s+\(|\s+–)\s*(?:(?:auch|meist|kurz|oft|im\s+Folgenden|nachfolgend)\s+)?(?:die|der|das)?\s*{MARK}"
)
CALLED = re.compile(rf"{MARK}\s+(?:genannt|abgekürzt)\b")
STANDS_FOR = re.compile(
    rf"{MARK},?\s+\(?(?:kurz\s+für|steht\s+für|Abkürzung\s+für|die\s+Abkürzung\s+für|short\s+for|stands\s+for)\s+"
    rf"(?:die\s+|den\s+|das\s+|the\s+)?{MARK}"
)
REACH = 14  # characters behind a name that hold "genannt"
# Of more states than one by the same name.
COUNCILS = frozenset({"Nationalrat", "Bundesrat", "National Council", "Federal Council"})
DESCRIBED = re.compile(r"[A-ZÄÖÜ]\w*(?:sche|ische)[rs]?\s+[A-ZÄÖÜ][\w-]+")
BEHIND_BRACKETED = frozenset({")", ",", ";", "“"})


def join_expansions(
    clusters: Clusters, ordered: Sequence[FoundName], text: str, is_certain: Callable[[str], bool]
) -> None:
    """Volksverteidigungseinheiten (YPG), and OSZE for a name with these initials.

    `is_certain` tells whether a name means one organisation wherever it stands.
    """
    names = [name for name in ordered if name.is_body]
    cluster_of = {id(name): cluster for cluster in clusters.all for name in cluster.found}
    for name, following in pairwise(names):
        between = text[name.mention.span.end : following.mention.span.start]
        after = text[following.mention.span.end : following.mention.span.end + 1]
        texts = (name.printed, following.printed)
        is_bracketed = between.strip("„“»«\" '") == "(" and after in BEHIND_BRACKETED
        if (is_bracketed and expands(*texts)) or _is_called(
            between, text[following.mention.span.end :][:REACH], texts
        ):
            kept, joined = cluster_of[id(name)], cluster_of[id(following)]
            if kept.shown is None and not any(map(is_certain, joined.forms())):
                joined.shown = None  # the name beside it tells what these letters stand for
            clusters.merge(kept, joined)
            cluster_of.update({id(one): kept for one in joined.found})
    _join_abbreviations(clusters)
    _join_abbreviated_beginnings(clusters)


def _is_called(between: str, after: str, names: tuple[str, str]) -> bool:
    """Whether a name is told to be another's: …, kurz LdB; …, AOK Nordost genannt; LdB steht für …"""
    first, second = names
    is_short = len(second) < len(first) and not is_abbreviation(first)
    if KURZ.fullmatch(between) and is_short:
        return True
    if BEFORE_CALLED.fullmatch(between) and CALLED.match(after) and is_short:
        return True
    return STANDS_FOR.fullmatch(between) is not None and is_abbreviation(first) and len(first) < len(second)


def join_spellings(clusters: Clusters, is_known: Callable[[EntityKind, str], bool]) -> None:
    """Hisbollah, Hizbullah and Hezbollah; two of which both are known are two."""
    for kind in (EntityKind.ORGANIZATION, EntityKind.PLACE):
        by_spelling: dict[str, dict[Cluster, None]] = {}
        for cluster in clusters.of_kind(kind):
            for form in cluster.forms() if cluster.state is None else ():
                if (spelt := in_any_spelling(form)) is not None:
                    by_spelling.setdefault(spelt, {})[cluster] = None
        for alike in (several for several in by_spelling.values() if len(several) > 1):
            found = [cluster for cluster in alike if cluster in clusters.all]
            known = [one for one in found if any(is_known(kind, form) for form in one.forms())]
            if len(found) > 1 and len(known) <= 1:
                kept = (known or found)[0]
                for other in found:
                    clusters.merge(kept, other)


def join_short_forms(clusters: Clusters, text: str) -> None:
    """Landtag is the Hessischer Landtag if no other is named; Rheinmetall is the Rheinmetall AG."""
    for kind in (EntityKind.ORGANIZATION, EntityKind.PLACE):
        is_short_form = is_short_place if kind is EntityKind.PLACE else is_short_organisation
        of_kind = clusters.of_kind(kind)
        longer: dict[str, dict[Cluster, str]] = {}
        for cluster in of_kind:
            for form in cluster.forms():
                for word in {stem(form)} if cluster.state else _words_to_be_called_by(form):
                    longer.setdefault(word, {})[cluster] = form
        for cluster in of_kind:
            matching = {
                other: long
                for short in (cluster.forms() if _may_be_short(cluster, text) else ())
                for other, long in longer.get(stem(short.split()[0]) if short else "", {}).items()
                if other is not cluster
                and (is_short_form(short, long) or _is_same_body(cluster, short, other, long, text))
            }
            kept = _meant_by(cluster, matching)
            if kept is not None and kept in clusters.all:
                clusters.merge(kept, cluster)


def _meant_by(short: Cluster, longer: dict[Cluster, str]) -> Cluster | None:
    """What a short name means, of the longer ones that have it.

    Of several, the only one with an adjective alone before it: Deutsche Bahn, not Pro Bahn; or the only one
    that is named before, if the others come behind all of its mentions.
    """
    if len(longer) <= 1:
        return next(iter(longer), None)
    if short.kind is not EntityKind.ORGANIZATION:
        return None
    described = [other for other, name in longer.items() if DESCRIBED.fullmatch(name)]
    if len(described) == 1:
        return described[0]
    spans = [one.mention.span for one in short.found]
    before = [other for other in longer if other.first_span() < min(spans)]
    is_told = all(other.first_span() > max(spans) for other in longer if other not in before)
    return before[0] if len(before) == 1 and is_told else None


def _is_same_body(bare: Cluster, name: str, body: Cluster, long: str, text: str) -> bool:
    """Die Luftwaffe, behind the ukrainische Luftwaffe; before it, but for the headline, it is another."""
    if not body.state or stems(name) != stems(long):
        return False
    if bare.shown in COUNCILS:
        return True
    headline_end = text.find("\n")
    starts = [one.mention.span.start for one in bare.found if one.mention.span.start > headline_end]
    return not starts or min(starts) > body.first_span().start


def _may_be_short(cluster: Cluster, text: str) -> bool:
    """What is known by itself is not short for something longer: CDU, not CDU Sachsen.

    A council that several states have is that of the one that is told of.
    """
    if cluster.shown in COUNCILS:
        return GERMAN_POLITICS.search(text) is None
    return cluster.kind is EntityKind.PLACE or cluster.shown is None


def _join_abbreviations(clusters: Clusters) -> None:
    by_letter: dict[str, list[tuple[str, Cluster]]] = {}
    for cluster in clusters.of_kind(EntityKind.ORGANIZATION):
        for form in cluster.forms():
            by_letter.setdefault(form[:1].casefold(), []).append((form, cluster))
    for cluster in clusters.of_kind(EntityKind.ORGANIZATION):
        abbreviation = _abbreviation_of(cluster)
        if abbreviation is None or cluster.shown is not None or _is_written_out(cluster, abbreviation):
            continue
        candidates = by_letter.get(abbreviation[:1].casefold(), [])
        for is_short in (abbreviates, abbreviates_parts):
            matching = {other for form, other in candidates if is_short(abbreviation, form)} - {cluster}
            if matching:
                break
        if len(matching) == 1 and (kept := matching.pop()) in clusters.all:
            clusters.merge(kept, cluster)


def _is_written_out(cluster: Cluster, abbreviation: str) -> bool:
    """Whether the article has told already what the letters stand for."""
    return any(" " in form and abbreviation not in form.split() for form in cluster.forms())


def _join_abbreviated_beginnings(clusters: Clusters) -> None:
    """TH Nordheim is the Technische Hochschule Nordheim."""
    by_last: dict[str, list[tuple[str, Cluster]]] = {}
    for cluster in clusters.of_kind(EntityKind.ORGANIZATION):
        for form in cluster.forms():
            if " " in form:
                by_last.setdefault(form.rpartition(" ")[2], []).append((form, cluster))
    for alike in (several for several in by_last.values() if len(several) > 1):
        for short, cluster in alike:
            longer = {other for name, other in alike if abbreviates_beginning(short, name)} - {cluster}
            if len(longer) == 1 and cluster in clusters.all and (kept := longer.pop()) in clusters.all:
                clusters.merge(kept, cluster)


def _abbreviation_of(cluster: Cluster) -> str | None:
    return next((form for form in cluster.forms() if is_abbreviation(form) and form.isupper()), None)


def _words_to_be_called_by(name: str) -> set[str]:
    """The stems of what a short form of the name may begin with."""
    words = name.split()
    if not words:
        return set()
    if len(words) > 1:
        return {stem(words[0]), stem(words[1]), stem(words[-1]), stem(words[-2])}
    forepart = FOREPARTS.match(name.casefold())
    return {stem(name[forepart.end() :])} if forepart else set()
