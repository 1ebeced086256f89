"""The reader's dictionary in the library: its entries, and the notes that go with them."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from reader.domain.corrections import DictionaryEntry, DictionaryEntryId
from reader.domain.entities import EntityKey
from reader.services.dictionary import ReadersDictionary
from reader.services.dictionary_file import ImportReport, normalised, packed_dictionary, write_dictionary
from reader.services.dictionary_import import DictionaryImport, Merged
from reader.services.note_moves import NoteMoves
from reader.storage.database import Database
from reader.storage.dictionary_store import DictionaryStore
from reader.storage.entity_index import EntityIndex
from reader.storage.note_store import NoteStore

MOST_READY = 2  # dictionaries: the one that counts, and the one that counts again after an undo


class DictionaryKeeping:
    """Keeps the entries. Every verb raises `StorageFailed` if the disk says no; then nothing has changed.

    `changing` makes all that is changed within one change, or none.
    """

    def __init__(
        self,
        database: Database,
        notes: NoteStore,
        note_moves: NoteMoves,
        changing: Callable[[], AbstractContextManager[None]],
    ) -> None:
        self._store = DictionaryStore(database)
        self._index = EntityIndex(database)
        self._notes = notes
        self._note_moves = note_moves
        self._changing = changing
        self._entries: tuple[DictionaryEntry, ...] = ()
        self._revision: int | None = None
        self._ready: list[tuple[tuple[DictionaryEntry, ...], ReadersDictionary]] = []

    def entries(self) -> tuple[DictionaryEntry, ...]:
        """All entries in the order of their texts; the very same tuple as long as nobody changes them."""
        revision = self._index.revision()
        if revision != self._revision:
            entries = tuple(self._store.all())
            if entries != self._entries:
                self._entries = entries
            self._revision = revision
        return self._entries

    def ready(self) -> ReadersDictionary:
        """The dictionary to look words up in; made anew only when somebody changed an entry."""
        entries = self.entries()
        found = next((readers for known, readers in self._ready if known is entries), None)
        if found is None:
            found = ReadersDictionary(entries)
            self._make_ready(entries, found)
        return found

    def forget(self) -> None:
        """What was read so far may come from a change that failed."""
        self._revision = None

    def put(self, entry: DictionaryEntry) -> DictionaryEntryId:
        """Keep the entry in place of one with the same text."""
        with self._changing():
            entry_id = self._store.put(normalised(entry))
            self._notes_go_to_entries()
        return entry_id

    def remove(self, entry_id: DictionaryEntryId) -> None:
        """Take an entry out; to put it in anew undoes it."""
        with self._changing():
            self._store.remove(entry_id)
            self._note_moves.undo(self._note_moves.take(_cause(entry_id)))

    def remove_some(self, entries: Sequence[DictionaryEntry]) -> None:
        """Take these out; `set_all` with all that were there undoes it."""
        ids = [entry.id for entry in entries]
        with self._changing():
            self._store.remove_some(ids)
            self._notes_leave_entries(ids)

    def set_all(self, entries: tuple[DictionaryEntry, ...]) -> None:
        """Let these be all entries, as `entries` gave them at an earlier time."""
        wanted = {entry.text: entry for entry in entries}
        with self._changing():
            there = {entry.text: entry for entry in self.entries()}
            gone = [entry.id for text, entry in there.items() if text not in wanted]
            self._notes_leave_entries(gone)
            self._store.remove_some(gone)
            self._store.put_all(entry for text, entry in wanted.items() if there.get(text) != entry)
            self._entries, self._revision = entries, self._index.revision()
            self._notes_go_to_entries()

    def import_csv(self, path: Path) -> ImportReport:
        """Take the entries of a file at once; rows that cannot be taken are in the report.

        Raises:
            DictionaryFileFailed: if it is no such file; then nothing is taken.
        """
        coming = self.importing(packed_dictionary(path))
        coming.run()
        return self.take(coming)

    def importing(self, packed: Sequence[bytes]) -> DictionaryImport:
        """The import of what `packed_dictionary` read, to be prepared step by step; `take` ends it."""
        return DictionaryImport(packed, self._store, self.entries, self._index.revision)

    def take(self, coming: DictionaryImport) -> ImportReport:
        """Let the entries of an import count that was prepared: all of them, or none."""
        if not coming.is_ready():
            coming.run()  # somebody changed the dictionary at the last moment
        merged = coming.merged
        with self._changing():
            self._store.take_staged()
            self._remember(merged)
            self._notes_go_to_entries()
        coming.forget()
        return merged.report

    def export_csv(self, path: Path) -> None:
        """Write all entries to a file that `import_csv` reads.

        Raises:
            DictionaryFileFailed: if it cannot be written.
        """
        write_dictionary(path, self.entries())

    # How it is done.

    def _remember(self, merged: Merged) -> None:
        """What an import made is what is on disk now, if the disk gave the ids that were foreseen."""
        if self._store.last_id() == merged.last_id:
            self._entries, self._revision = merged.entries, self._index.revision()
            self._make_ready(merged.entries, merged.readers)

    def _make_ready(self, entries: tuple[DictionaryEntry, ...], readers: ReadersDictionary) -> None:
        self._ready = [(entries, readers), *self._ready][:MOST_READY]

    def _notes_leave_entries(self, entry_ids: Iterable[DictionaryEntryId]) -> None:
        """A note that went with an entry goes back; of many entries few have one."""
        causes = self._note_moves.causes("entry ")
        for cause in map(_cause, entry_ids):
            if cause in causes:
                self._note_moves.undo(self._note_moves.take(cause))

    def _notes_go_to_entries(self) -> None:
        """A note on what is always another kind or bears another name goes there."""
        notes = {note.entity.name: note for note in self._notes.all()}
        if not notes:
            return
        found = ((entry.text.casefold(), entry) for entry in self.entries() if entry.kind)
        entries = {text: entry for text, entry in found if text in notes}
        for note in self._notes.all():
            entry = entries.get(note.entity.name)
            if entry is None or entry.kind is None:
                continue
            name = entry.name or entry.text
            key = EntityKey.of(entry.kind, name)
            if key != note.entity:
                self._note_moves.move(note, key, name, cause=_cause(entry.id))


def _cause(entry_id: DictionaryEntryId) -> str:
    return f"entry {entry_id}"
