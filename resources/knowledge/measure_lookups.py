"""Measure how long the knowledge base takes to be read, and how long to look one thing up, at worst.

usage: measure_lookups.py [--rounds N]

Everything is looked up once a round: each entry by its id, each name with its kind, each surname, and names
that nobody has; all that is found is kept. Times are in milliseconds: by the clock and, because others may
want the processor, too, by what this process alone needed of it.
"""

import argparse
from collections.abc import Callable, Iterable
from time import perf_counter_ns, thread_time_ns
from typing import Any

from reader.knowledge.knowledge_index import KnowledgeIndex
from reader.paths import resources_folder

MILLISECOND = 1_000_000  # in nanoseconds


def measure(what: str, look_up: Callable[[Any], Any], questions: Iterable[Any]) -> None:
    """Print the median, the slowest but one in a thousand, and the slowest."""
    clock, processor, kept = [], [], []
    for question in questions:
        begun, used = perf_counter_ns(), thread_time_ns()
        kept.append(look_up(question))
        processor.append(thread_time_ns() - used)
        clock.append(perf_counter_ns() - begun)
    for name, times in (("clock", sorted(clock)), ("processor", sorted(processor))):
        median, late, worst = times[len(times) // 2], times[len(times) * 999 // 1000], times[-1]
        print(
            f"{what:<11} {len(times):>6} by {name:<10} median {median / MILLISECOND:.4f}, "
            f"99.9 % within {late / MILLISECOND:.4f}, worst {worst / MILLISECOND:.4f}"
        )


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    rounds = parser.parse_args().rounds
    begun = perf_counter_ns()
    index = KnowledgeIndex.load(resources_folder())
    ids = index.ids()
    print(f"read {len(ids)} entries in {(perf_counter_ns() - begun) / MILLISECOND:.1f}")
    entries = [entry for knowledge_id in ids if (entry := index.entry(knowledge_id)) is not None]
    names = [(name, entry.kind) for entry in entries for name in entry.names]
    for _ in range(rounds):
        measure("ids", index.entry, ids)
        measure("names", lambda named: index.find(named[0], named[1]), names)
        measure("surnames", index.with_surname, [entry.surname for entry in entries if entry.surname])
        measure("unknown", lambda named: index.find("Un" + named[0], named[1]), names)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
