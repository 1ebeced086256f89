"""The knowledge base as the app reads it: one file that `resources/knowledge/build.py` makes."""

import gc
import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

import msgspec

from reader.domain.entities import EntityKind
from reader.knowledge.catalogue import spelling
from reader.knowledge.entries import KnowledgeEntry, KnowledgeId, Source

VERSION = 1

Asked = ParamSpec("Asked")
Found = TypeVar("Found")


class KnowledgeFailure(StrEnum):
    """Why nothing is known."""

    MISSING = "missing"
    DAMAGED = "damaged"
    OTHER_VERSION = "other_version"


@dataclass(frozen=True, slots=True)
class KnowledgeTrouble:
    """What is wrong with the knowledge base, and with which file."""

    path: Path
    failure: KnowledgeFailure


class _File(msgspec.Struct, frozen=True):
    """What lies on disk. `digest` is that of `content`."""

    version: int
    digest: bytes
    content: bytes


class _Content(msgspec.Struct, frozen=True):
    """`names` lead from the spelling of a name to the entries of a kind, `surnames` to people."""

    entries: dict[KnowledgeId, msgspec.Raw] = {}
    names: dict[EntityKind, dict[str, tuple[KnowledgeId, ...]]] = {}
    surnames: dict[str, tuple[KnowledgeId, ...]] = {}
    sources: tuple[Source, ...] = ()


def _collector_waits(look_up: Callable[Asked, Found]) -> Callable[Asked, Found]:
    """Let the garbage collector wait meanwhile: one pass takes longer than a thousand look-ups."""

    @wraps(look_up)
    def waiting(*args: Asked.args, **kwargs: Asked.kwargs) -> Found:
        was_collecting = gc.isenabled()
        gc.disable()
        try:
            return look_up(*args, **kwargs)
        finally:
            if was_collecting:
                gc.enable()

    return waiting


class KnowledgeIndex:
    """Looks entries up by id and by name. The file is read when something is asked for the first time.

    A missing or damaged file is told by `trouble`; then nothing is known, and nothing is raised.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._decoder = msgspec.msgpack.Decoder(KnowledgeEntry)

    @classmethod
    def load(cls, resources: Path) -> "KnowledgeIndex":
        return cls(resources / "knowledge" / "index.msgpack")

    @property
    def trouble(self) -> KnowledgeTrouble | None:
        return self._read[1]

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the facts come from, with their licences."""
        return self._content.sources

    def __len__(self) -> int:
        return len(self._content.entries)

    def ids(self) -> tuple[KnowledgeId, ...]:
        return tuple(self._content.entries)

    @_collector_waits
    def entry(self, knowledge_id: str) -> KnowledgeEntry | None:
        raw = self._content.entries.get(KnowledgeId(knowledge_id))
        return None if raw is None else self._decoder.decode(raw)

    @_collector_waits
    def find(self, name: str, kind: EntityKind) -> tuple[KnowledgeEntry, ...]:
        """All entries of this kind with this name, whatever its case, spaces and hyphens.

        Those that are shown under this name come first.
        """
        return self._entries(self._content.names.get(kind, {}).get(spelling(name), ()))

    @_collector_waits
    def with_surname(self, surname: str) -> tuple[KnowledgeEntry, ...]:
        """All people with this surname."""
        return self._entries(self._content.surnames.get(spelling(surname), ()))

    def source(self, key: str) -> Source | None:
        return next((source for source in self.sources if source.key == key), None)

    def _entries(self, ids: Iterable[KnowledgeId]) -> tuple[KnowledgeEntry, ...]:
        raw = map(self._content.entries.get, ids)
        return tuple(self._decoder.decode(one) for one in raw if one is not None)

    @property
    def _content(self) -> _Content:
        return self._read[0]

    @cached_property
    def _read(self) -> tuple[_Content, KnowledgeTrouble | None]:
        try:
            written = self._path.read_bytes()
        except FileNotFoundError:
            return _Content(), KnowledgeTrouble(self._path, KnowledgeFailure.MISSING)
        except OSError:
            return _Content(), KnowledgeTrouble(self._path, KnowledgeFailure.DAMAGED)
        try:
            file = msgspec.msgpack.decode(written, type=_File)
            if file.version != VERSION:
                return _Content(), KnowledgeTrouble(self._path, KnowledgeFailure.OTHER_VERSION)
            if hashlib.sha256(file.content).digest() != file.digest:
                return _Content(), KnowledgeTrouble(self._path, KnowledgeFailure.DAMAGED)
            return msgspec.msgpack.decode(file.content, type=_Content), None
        except (msgspec.MsgspecError, ValueError):
            return _Content(), KnowledgeTrouble(self._path, KnowledgeFailure.DAMAGED)


def encoded(entries: Iterable[KnowledgeEntry], sources: Iterable[Source]) -> bytes:
    """The content of the index file; the same for the same entries."""
    listed = list(entries)
    names: dict[EntityKind, dict[str, list[KnowledgeId]]] = {}
    surnames: dict[str, list[KnowledgeId]] = {}
    for entry in listed:
        of_kind = names.setdefault(entry.kind, {})
        for key in dict.fromkeys(spelling(name) for name in entry.names):
            bearers = of_kind.setdefault(key, [])
            bearers.insert(0 if key == spelling(entry.name_de) else len(bearers), entry.id)
        if entry.surname:
            surnames.setdefault(spelling(entry.surname), []).append(entry.id)
    content = msgspec.msgpack.encode(
        {
            "entries": {entry.id: _without_empty(entry) for entry in listed},
            "names": names,
            "surnames": surnames,
            "sources": [msgspec.structs.asdict(source) for source in sources],
        }
    )
    return msgspec.msgpack.encode(_File(VERSION, hashlib.sha256(content).digest(), content))


def _without_empty(value: object) -> object:
    """The value as dictionaries and lists; fields that are as empty as their default are left out."""
    if isinstance(value, tuple):
        return [_without_empty(item) for item in value]
    if not isinstance(value, msgspec.Struct):
        return value
    fields = msgspec.structs.fields(value)
    pairs = ((field.name, field.default, getattr(value, field.name)) for field in fields)
    return {name: _without_empty(content) for name, default, content in pairs if content != default}
