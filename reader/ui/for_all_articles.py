"""Carries out what the reader says for all articles: the dictionary, and what is the same or different.

What was corrected in any article can be withdrawn here, too. Each of it can be undone.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.domain.articles import ArticleId
from reader.domain.corrections import (
    CorrectionId,
    DictionaryEntry,
    DictionaryEntryId,
    Sameness,
    SamenessId,
    StoredCorrection,
)
from reader.domain.entities import Entity, EntityKind
from reader.domain.errors import StorageFailed
from reader.services import wishes
from reader.services.corrections import Corrections
from reader.services.dictionary_file import ImportReport, normalised
from reader.services.dictionary_import import DictionaryImport
from reader.services.other_articles import OtherArticle
from reader.ui import correction_words, messages
from reader.ui.changes import Changes, each
from reader.ui.reading_session import ReadingSession


class ForAllArticles(QObject):
    """Makes entries and declarations, and withdraws what was said; all of it through `Changes`."""

    imported = Signal(object)  # ImportReport

    def __init__(
        self,
        session: ReadingSession,
        corrections: Corrections,
        changes: Changes,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._corrections = corrections
        self._changes = changes

    # Who there is.

    def others_in_library(self, entity: Entity) -> list[Entity]:
        """All other entities that the library knows, those of the same kind first."""
        try:
            known = self._corrections.known_entities()
        except StorageFailed as error:
            self._session.failed.emit(error)
            return []
        found = [one for one in known if one.key != entity.key]
        return sorted(found, key=lambda one: one.kind is not entity.kind)

    def there(self, entity: Entity, article_id: ArticleId) -> tuple[list[Entity], list[Entity]]:
        """In another article: those that are taken for the same, and the others, of the same kind first."""
        try:
            same = list(self._corrections.same_in(entity, article_id))
            found = self._corrections.entities_in(article_id)
        except StorageFailed as error:
            self._session.failed.emit(error)
            return [], []
        others = [one for one in found if one not in same]
        return same, sorted(others, key=lambda one: (one.kind is not entity.kind, -len(one.mentions)))

    # The dictionary.

    def always(self, text: str, kind: EntityKind | None, *, is_generic: bool = False) -> None:
        """Treat these words so in all articles; `kind` None: never mark them."""
        self.put_entry(DictionaryEntry(DictionaryEntryId(0), text, kind, is_generic=is_generic))

    def put_entry(self, entry: DictionaryEntry, *, instead_of: DictionaryEntry | None = None) -> bool:
        """Keep an entry of the dictionary; `instead_of` is the one that was edited."""
        entry = normalised(entry)
        edited = instead_of if instead_of is not None and instead_of.text != entry.text else None
        ids: list[DictionaryEntryId] = []
        before: list[DictionaryEntry] = []

        def do() -> None:
            before[:] = [one for one in self._corrections.dictionary.entries() if one.text == entry.text]
            if edited is not None:
                self._corrections.dictionary.remove(edited.id)
            ids[:] = [self._corrections.dictionary.put(entry)]

        def undo() -> None:
            each(self._corrections.dictionary.remove, ids)
            each(self._corrections.dictionary.put, before)
            if edited is not None:
                self._corrections.dictionary.put(edited)

        return self._changes.make(partial(correction_words.entry, entry), do=do, undo=undo)

    def remove_entries(self, entries: Sequence[DictionaryEntry]) -> bool:
        count = len(entries)
        before: tuple[DictionaryEntry, ...] = ()

        def do() -> None:
            nonlocal before
            before = self._corrections.dictionary.entries()
            self._corrections.dictionary.remove_some(entries)

        return self._changes.make(
            lambda: self.tr("%Ln entry(s) removed from the dictionary", "", count),
            do=do,
            undo=lambda: self._corrections.dictionary.set_all(before),
        )

    def import_dictionary(self, path: Path) -> None:
        """Take the entries of a file in the background; `imported` comes when all of them are taken."""
        self._session.importing.begin(
            path, on_ready=partial(self._take, path), on_error=self._session.change_failed.emit
        )

    def _take(self, path: Path, coming: DictionaryImport) -> None:
        dictionary = self._corrections.dictionary
        before = after = dictionary.entries()
        reports: list[ImportReport] = []

        def do() -> None:
            nonlocal after
            if reports:  # the file may be gone, or another one, when it is done again
                dictionary.set_all(after)
                return
            report = dictionary.take(coming)
            after = dictionary.entries()
            reports.append(report)

        is_done = self._changes.make(
            lambda: self.tr("Dictionary imported from “{0}”").format(messages.printable(path.name)),
            do=do,
            undo=lambda: dictionary.set_all(before),
        )
        if is_done:
            self.imported.emit(reports[0])

    # The same or different.

    def tell_apart(self, entity: Entity, other: OtherArticle, name: str) -> None:
        """The entity of another article is somebody else, who goes by this name there."""
        try:
            is_still = self._corrections.is_still(entity, name)
            article = self._corrections.article(other.id)
        except StorageFailed as error:
            self._session.change_failed.emit(error)
            return
        if is_still:
            self._changes.tell(lambda: self.tr("To be told apart they need two names."))
            return
        if article is None:
            return
        made, ids = wishes.told_apart(entity, name, article), list[CorrectionId]()

        def do() -> None:
            if ids:
                self._corrections.restore(ids[0])
            else:
                ids.append(self._corrections.make(other.id, made))

        self._changes.make(
            lambda: self.tr("“{0}” is somebody or something else in “{1}”").format(
                entity.canonical_name, other.title
            ),
            do=do,
            undo=lambda: self._corrections.withdraw(ids[0]),
        )

    def declare(self, first: Entity, second: Entity, *, is_same: bool) -> bool:
        """Say that two entities are the same, or different, in all articles."""
        pair = {first.key, second.key}
        ids: list[SamenessId] = []
        replaced: list[SamenessId] = []

        def do() -> None:
            if ids:
                each(self._corrections.withdraw_declaration, replaced)
                self._corrections.restore_declaration(ids[0])
                return
            declared = self._corrections.declarations()
            replaced[:] = [one.id for one in declared if {one.first, one.second} == pair]
            ids.append(self._corrections.declare(first, second, is_same=is_same))

        def undo() -> None:
            self._corrections.withdraw_declaration(ids[0])
            each(self._corrections.restore_declaration, replaced)

        names = (first.canonical_name, second.canonical_name)
        return self._changes.make(
            partial(correction_words.sameness, *names, is_same=is_same), do=do, undo=undo
        )

    def withdraw_declarations(self, declared: Sequence[Sameness]) -> bool:
        """Let these declarations no longer hold."""
        names = [partial(correction_words.declaration, one) for one in declared]
        ids = [one.id for one in declared]
        return self._changes.make(
            lambda: self._withdrawn(names),
            do=partial(each, self._corrections.withdraw_declaration, ids),
            undo=partial(each, self._corrections.restore_declaration, ids[::-1]),
        )

    # Corrections of any article.

    def set_withdrawn(self, stored: Sequence[StoredCorrection], *, is_withdrawn: bool) -> bool:
        """Withdraw or restore corrections of any article, from the list of all."""
        act, back = self._corrections.withdraw, self._corrections.restore
        if not is_withdrawn:
            act, back = back, act
        names = [partial(correction_words.correction, one.correction) for one in stored]
        ids = [one.id for one in stored]
        return self._changes.make(
            lambda: self._withdrawn(names) if is_withdrawn else _listed(names),
            do=partial(each, act, ids),
            undo=partial(each, back, ids[::-1]),
        )

    def _withdrawn(self, names: Sequence[Callable[[], str]]) -> str:
        return self.tr("Withdrawn: {0}").format(_listed(names))


def _listed(names: Sequence[Callable[[], str]]) -> str:
    """The first, and that there are more."""
    return names[0]() + (f" (+ {len(names) - 1})" if len(names) > 1 else "")
