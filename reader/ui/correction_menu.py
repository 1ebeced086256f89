"""The menus with which the reader corrects: on a name, on a quotation, on selected words.

Each wish is one click in the menu. The keys beside the lines work in the text without the menu.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget, QWidgetAction

from reader.domain.entities import Entity
from reader.domain.quotations import QuotationKind
from reader.services import wishes
from reader.services.other_articles import OtherArticle
from reader.services.wishes import Edge
from reader.ui import correction_words, messages
from reader.ui.actions import keys_of
from reader.ui.correcting import Correcting, Subject
from reader.ui.correction_words import KINDS
from reader.ui.for_all_articles import ForAllArticles
from reader.ui.keyed_menu import KeyedMenu
from reader.ui.picker import pick_entity, pick_name

MOST_LISTED = 12  # entities in a menu; all others are found with the filter of the picker
LONGEST_SHOWN = 32

RESIZES = (
    ("end_longer", Edge.END, 1),
    ("end_shorter", Edge.END, -1),
    ("start_longer", Edge.START, 1),
    ("start_shorter", Edge.START, -1),
)


class CorrectionMenus(QObject):
    """Makes the menus and asks what has to be asked; what was chosen goes to those who do it."""

    copy_wanted = Signal(str)  # a quotation

    def __init__(self, correcting: Correcting, for_all_articles: ForAllArticles, parent: QWidget) -> None:
        super().__init__(parent)
        self._correcting = correcting
        self._for_all_articles = for_all_articles
        self._window = parent

    # The menus.

    def menu_for(self, subject: Subject) -> KeyedMenu:
        """All that can be said about the subject; empty if that is nothing."""
        menu = KeyedMenu(self._window)
        menu.setObjectName("correction_menu")
        menu.setToolTipsVisible(True)
        menu.aboutToHide.connect(menu.deleteLater)
        if subject.words is not None:
            self._add_words(menu, subject)
        elif subject.entity is not None:
            self._add_name(menu, subject, subject.entity)
        if subject.quotation is not None and subject.words is None:
            self._add_quotation(menu, subject)
        return menu

    def menu_for_other(self, entity: Entity, other: OtherArticle) -> KeyedMenu:
        """Whether an entity is the same in another article, in which it seems to occur."""
        menu = KeyedMenu(self._window)
        menu.setObjectName("correction_menu")
        menu.aboutToHide.connect(menu.deleteLater)
        same, others = self._for_all_articles.there(entity, other.id)
        add_heading(menu, self.tr("In “{0}”").format(in_menu(other.title)))
        for one in same:
            if one.key == entity.key:
                apart = partial(self._ask_apart, one, other)
                add(menu, self.tr("Somebody or something else there …"), apart)
            else:
                different = partial(self._for_all_articles.declare, entity, one, is_same=False)
                text = self.tr("Not the same as “{0}”, in all articles")
                add(menu, text.format(in_menu(one.canonical_name)), different)
        also = add(menu, self.tr("Also called there …"), partial(self._ask_also, entity, other, others))
        also.setEnabled(bool(others))
        return menu

    def _add_words(self, menu: KeyedMenu, subject: Subject) -> None:
        words = subject.words
        if words is None:
            return
        text = self._correcting.text_of(words)
        if self._correcting.can_be_name(words):
            add_heading(menu, self.tr("Mark “{0}” as").format(in_menu(text)))
            self._add_kinds(menu, subject)
        elif self._correcting.is_too_long(words):
            add_hint(menu, self._correcting.too_long())
        add_heading(menu, self.tr("The selected words are"))
        kinds = (QuotationKind.DIRECT, QuotationKind.INDIRECT)
        guessed = self._correcting.guessed_kind(words)
        for kind in sorted(kinds, key=lambda one: one is not guessed):
            heading = self.tr("{0} by").format(correction_words.speech_kind(kind))
            speakers = menu.submenu(heading)
            self._add_speakers(speakers, None, partial(self._correcting.quotation, subject, kind))
        quotation = subject.quotation or self._correcting.quotation_around(words)
        if quotation is not None:
            whole = Subject(words, quotation=quotation)
            menu.addAction(self.tr("The whole quotation"), lambda: self._correcting.extent(whole))
        if self._correcting.can_be_name(words):
            self._add_dictionary(menu, text)
        menu.addSeparator()
        copy = menu.addAction(self.tr("Copy"), partial(QGuiApplication.clipboard().setText, text))
        copy.setObjectName("menu_copy")

    def _add_name(self, menu: KeyedMenu, subject: Subject, entity: Entity) -> None:
        mention = subject.mention
        if mention is None:
            return
        correcting = self._correcting
        add_heading(menu, self.tr("“{0}” is").format(in_menu(entity.canonical_name)))
        self._add_kinds(menu, subject, of=entity)
        add(menu, self.tr("No name"), partial(correcting.no_name, subject), "no_name")
        has_more = len(entity.mentions) > 1
        if has_more:
            here = partial(correcting.no_name, subject, is_whole=False)
            add(menu, self.tr("No name here, but elsewhere"), here)
        menu.addSeparator()
        sizes = menu.submenu(self.tr("Longer or shorter"))
        for name, edge, step in RESIZES:
            span = correcting.resized_span(subject, edge, step)
            if span is not None:
                shown = correction_words.in_marks(in_menu(correcting.text_of(span)))
                add(sizes, shown, partial(correcting.resize, subject, edge, step), name)
        sizes.setEnabled(not sizes.isEmpty())
        others = menu.submenu(self.tr("The same as"))
        self._add_entities(others, correcting.others(entity), partial(correcting.same_as, subject))
        add(others, self.tr("Find …"), partial(self.ask_same, subject), "same_as")
        others.setEnabled(bool(correcting.others(entity)))
        split_off = partial(correcting.split_off, subject)
        split = add(menu, self.tr("Somebody or something else here"), split_off, "split_off")
        split.setEnabled(has_more)
        add(menu, self.tr("Rename …"), partial(self.ask_name, subject), "rename")
        self._add_dictionary(menu, wishes.dictionary_words(mention, entity))
        add(menu, self.tr("The same as, in all articles …"), partial(self.ask_declared, entity, is_same=True))
        different = partial(self.ask_declared, entity, is_same=False)
        add(menu, self.tr("Not the same as, in all articles …"), different)

    def _add_quotation(self, menu: KeyedMenu, subject: Subject) -> None:
        quotation = subject.quotation
        if quotation is None:
            return
        correcting = self._correcting
        add_heading(menu, self.tr("The quotation"))
        copy = partial(self.copy_wanted.emit, quotation.id)
        add(menu, self.tr("Copy with its source"), copy, "copy_quotation")
        speakers = menu.submenu(self.tr("Other speaker"))
        self._add_speakers(speakers, quotation.attribution.entity, partial(correcting.speaker, subject))
        kinds = menu.submenu(self.tr("Other kind"))
        group = QActionGroup(kinds)
        for kind in QuotationKind:
            name = correction_words.speech_kind(kind)
            action = add(kinds, name, partial(correcting.quotation_kind, subject, kind))
            action.setCheckable(True)
            action.setChecked(kind is quotation.kind)
            group.addAction(action)
        is_alone = subject.entity is None
        add(
            menu,
            self.tr("No quotation"),
            partial(correcting.not_a_quotation, subject),
            "no_name" if is_alone else "",
        )
        if quotation.is_corrected:
            withdraw = partial(correcting.withdraw_all_on, quotation)
            add(menu, self.tr("Withdraw my corrections of it"), withdraw)
        add_hint(menu, self.tr("Other extent: select the words first"))

    def _add_kinds(self, menu: KeyedMenu, subject: Subject, of: Entity | None = None) -> None:
        group = QActionGroup(menu)
        for name, kind, is_generic in KINDS:
            text = messages.kind_name(kind, is_generic=is_generic)
            action = add(
                menu, text, partial(self._correcting.is_a, subject, kind, is_generic=is_generic), name
            )
            if of is not None:
                action.setCheckable(True)
                action.setChecked((of.kind, of.is_generic) == (kind, is_generic))
                group.addAction(action)

    def _add_dictionary(self, menu: KeyedMenu, text: str) -> None:
        add_heading(menu, self.tr("In all articles"))
        always = menu.submenu(self.tr("Always treat “{0}” as").format(in_menu(text)))
        for _name, kind, is_generic in KINDS:
            treat = partial(self._for_all_articles.always, text, kind, is_generic=is_generic)
            add(always, messages.kind_name(kind, is_generic=is_generic), treat)
        add(
            menu,
            self.tr("Never mark “{0}”").format(in_menu(text)),
            partial(self._for_all_articles.always, text, None),
        )

    def _add_speakers(
        self, menu: KeyedMenu, there: str | None, choose: Callable[[Entity | str | None], object]
    ) -> None:
        people = self._correcting.others(None, people_first=True)
        self._add_entities(menu, [one for one in people if one.id != there], choose)
        add(menu, self.tr("Somebody else …"), partial(self._ask_speaker, choose), "speaker")
        add(menu, self.tr("Not known"), partial(choose, None))

    def _add_entities(
        self, menu: KeyedMenu, entities: list[Entity], choose: Callable[[Entity], object]
    ) -> None:
        for entity in entities[:MOST_LISTED]:
            add(menu, in_menu(entity.canonical_name), partial(choose, entity))
        if entities:
            menu.addSeparator()

    # What has to be asked.

    def ask_same(self, subject: Subject) -> None:
        if subject.entity is None:
            self._correcting.ask_for_name(subject)
            return
        others = self._correcting.others(subject.entity)
        if not others:
            return
        title = self.tr("“{0}” is the same as").format(shortened(subject.entity.canonical_name))
        pick_entity(self._window, title, others, partial(self._correcting.same_as, subject))

    def ask_declared(self, entity: Entity, *, is_same: bool) -> None:
        """With whom of the whole library the entity is one, or is not."""
        name = shortened(entity.canonical_name)
        if is_same:
            title = self.tr("“{0}” is the same in all articles as").format(name)
        else:
            title = self.tr("“{0}” is not the same in any article as").format(name)
        pick_entity(
            self._window,
            title,
            self._for_all_articles.others_in_library(entity),
            lambda other: self._for_all_articles.declare(other, entity, is_same=is_same),
        )

    def _ask_apart(self, entity: Entity, other: OtherArticle) -> None:
        """By which name the other one goes, for a name is all that tells the two apart."""
        title = self.tr("What is “{0}” to be called in “{1}”?")
        name = f"{entity.canonical_name} ({shortened(other.title)})"
        pick_name(
            self._window,
            title.format(shortened(entity.canonical_name), shortened(other.title)),
            name,
            partial(self._for_all_articles.tell_apart, entity, other),
        )

    def _ask_also(self, entity: Entity, other: OtherArticle, others: list[Entity]) -> None:
        """Which other name of that article means the same; what is said holds for all articles."""
        title = self.tr("In “{1}”, “{0}” is also called")
        pick_entity(
            self._window,
            title.format(shortened(entity.canonical_name), shortened(other.title)),
            others,
            lambda one: self._for_all_articles.declare(entity, one, is_same=True),
        )

    def ask_name(self, subject: Subject) -> None:
        if subject.entity is None:
            self._correcting.ask_for_name(subject)
            return
        name = subject.entity.canonical_name
        title = self.tr("Rename “{0}”").format(shortened(name))
        pick_name(self._window, title, name, partial(self._correcting.rename, subject))

    def ask_speaker(self, subject: Subject) -> None:
        """Whose the quotation is; of selected words, that they are a quotation and whose."""
        if subject.words is not None:
            kind = self._correcting.guessed_kind(subject.words)
            self._ask_speaker(partial(self._correcting.quotation, subject, kind))
        elif subject.quotation is not None:
            self._ask_speaker(partial(self._correcting.speaker, subject))

    def _ask_speaker(self, choose: Callable[[Entity | str | None], object]) -> None:
        people = self._correcting.others(None, people_first=True)
        pick_entity(self._window, self.tr("Who says it?"), people, choose, takes_words=True)


def add(menu: KeyedMenu, text: str, act: Callable[[], object], key: str = "") -> QAction:
    """A line of the menu; `key` names the action whose key is shown beside it."""
    keys = keys_of(key)
    action = menu.addAction(f"{text}\t{keys}" if keys else text)
    action.triggered.connect(lambda _checked=False: act())
    return action


def add_hint(menu: KeyedMenu, text: str) -> None:
    """A line that only tells why another one is not there."""
    menu.addAction(text).setEnabled(False)


def add_heading(menu: KeyedMenu, text: str) -> None:
    """What the lines below are about; a section of Qt's own would be a mere line in our style."""
    if not menu.isEmpty():
        menu.addSeparator()
    label = QLabel(text.replace("&&", "&"), menu)
    label.setProperty("role", "menu_heading")
    label.setTextFormat(Qt.TextFormat.PlainText)
    heading = QWidgetAction(menu)
    heading.setText(text)
    heading.setDefaultWidget(label)
    heading.setEnabled(False)
    menu.addAction(heading)


def shortened(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1].rstrip() + "…"


def in_menu(text: str) -> str:
    """Words of the article in a line of a menu: not too long, and their ampersands are no keys."""
    return shortened(text).replace("&", "&&")
