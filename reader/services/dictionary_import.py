"""Takes a dictionary of perhaps 100,000 entries in steps too short to be felt.

Until the last step everything lies beside the dictionary: whoever stops before, even because the process
dies, has imported nothing.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import merge

from reader.domain.corrections import DictionaryEntry, DictionaryEntryId
from reader.services.dictionary import ReadersDictionary
from reader.services.dictionary_file import ImportReport, PackedPage, RefusedRow, is_other, place_of
from reader.storage.dictionary_store import DictionaryStore

STEP = 1000  # entries


@dataclass(frozen=True, slots=True, eq=False)
class Merged:
    """The dictionary as it will be: its entries with their ids, ready for use."""

    entries: tuple[DictionaryEntry, ...]
    readers: ReadersDictionary
    report: ImportReport
    last_id: int


class DictionaryImport:
    """Prepares one import. `steps` does a little at each turn; `run` does what is left of it."""

    def __init__(
        self,
        packed: Sequence[bytes],
        store: DictionaryStore,
        known: Callable[[], tuple[DictionaryEntry, ...]],
        revision: Callable[[], int],
    ) -> None:
        self._packed = packed
        self._store = store
        self._known = known
        self._current_revision = revision
        self._revision: int | None = None  # of the dictionary that the entries were merged with
        self._coming: list[DictionaryEntry] = []
        self._refused: list[RefusedRow] = []
        self._taken = self._replaced = 0
        self._merged: Merged | None = None
        self._work = self._prepare()
        self.done = 0.0  # the share of the work that is done

    @property
    def merged(self) -> Merged:
        if self._merged is None:
            raise RuntimeError("the steps are not done")
        return self._merged

    def is_ready(self) -> bool:
        """Whether all steps are done, and nobody has changed the dictionary since."""
        return self._merged is not None and self._revision == self._current_revision()

    def steps(self) -> Iterator[None]:
        """Each turn does a little; after the last one the import is ready. Raises `StorageFailed`."""
        while not self.is_ready():
            if self._merged is not None:  # with another dictionary than there is now
                self._merged, self._work = None, self._merge()
            yield from self._work

    def run(self) -> None:
        for _turn in self.steps():
            pass

    def forget(self) -> None:
        """Leave nothing of it beside the dictionary."""
        self._store.unstage()

    # How it is done.

    def _prepare(self) -> Iterator[None]:
        self._store.unstage()
        for number, content in enumerate(self._packed, start=1):
            page = PackedPage.unpacked(content)
            self._store.stage(page.entries)
            self._coming += page.entries
            self._refused += page.refused
            self._taken += page.taken
            self._replaced += page.replaced
            self.done = number / len(self._packed) / 2
            yield
        yield from self._merge()

    def _merge(self) -> Iterator[None]:
        self._revision = self._current_revision()
        known = self._known()
        yield
        there = {entry.text: entry for entry in known}
        yield
        fresh = self._store.last_id()
        replaced, coming, readers = self._replaced, list[DictionaryEntry](), ReadersDictionary()
        for start in range(0, len(self._coming), STEP):
            ids = self._store.staged_ids(start, STEP)
            for entry, entry_id in zip(self._coming[start : start + STEP], ids, strict=True):
                if entry_id is None:
                    fresh += 1
                before = there.pop(entry.text, None)
                replaced += before is not None and is_other(before, entry)
                coming.append(replace(entry, id=DictionaryEntryId(fresh if entry_id is None else entry_id)))
            self.done = 0.5 + len(coming) / len(self._coming) / 4
            yield
        kept = (entry for entry in known if entry.text in there)
        entries: list[DictionaryEntry] = []
        for entry in merge(kept, coming, key=place_of):
            entries.append(entry)
            readers.add(entry)
            if len(entries) % STEP == 0:
                self.done = 0.75 + len(entries) / (len(known) + len(coming)) / 4
                yield
        report = ImportReport(self._taken, replaced, tuple(self._refused))
        self._merged = Merged(tuple(entries), readers, report, fresh)
