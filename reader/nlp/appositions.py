"""What a state's body is, right before its name: der russische Militärgeheimdienst GRU is one body."""

from collections.abc import Sequence
from itertools import pairwise

from reader.knowledge.gazetteer import Gazetteer
from reader.nlp.clusters import Clusters
from reader.nlp.name_cluster import Cluster, FoundName
from reader.nlp.name_forms import is_abbreviation

# Whose names may follow, beside abbreviations that nobody knows; no firm: „weil der Dienst VW ausspähte“.
OF_STATES = frozenset({"intelligence", "parliament", "police", "agency", "armed_forces", "bank", "court"})


def join_appositions(
    clusters: Clusters, ordered: Sequence[FoundName], text: str, gazetteer: Gazetteer
) -> None:
    """Puts the nouns to the bodies whose names follow them; a noun before two of them goes to neither."""
    names = [name for name in ordered if name.is_body]
    cluster_of = {id(name): cluster for cluster in clusters.all for name in cluster.found}
    named: dict[Cluster, dict[Cluster, None]] = {}
    before_names: list[tuple[Cluster, FoundName]] = []
    for noun, name in pairwise(names):
        of_noun, of_name = cluster_of[id(noun)], cluster_of[id(name)]
        is_beside = text[noun.mention.span.end : name.mention.span.start] == " "
        if is_beside and of_noun.state and of_noun is not of_name and _may_be_called(name, gazetteer):
            named.setdefault(of_noun, {})[of_name] = None
            before_names.append((of_noun, noun))
    for cluster, noun in before_names:
        if len(named[cluster]) > 1:
            cluster.found.remove(noun)
            if not cluster.found:
                clusters.drop(cluster)
    for cluster, bodies in named.items():
        body = next(iter(bodies))
        if len(bodies) == 1 and body in clusters.all and cluster in clusters.all:
            clusters.merge(body, cluster)
            body.state = body.state or cluster.state


def _may_be_called(name: FoundName, gazetteer: Gazetteer) -> bool:
    kinds = gazetteer.kinds_of_body(name.printed)
    return not kinds.isdisjoint(OF_STATES) if kinds else is_abbreviation(name.printed)
