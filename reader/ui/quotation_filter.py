"""What the list of quotations shows: kinds of speech, one speaker, and how many of all are left."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from reader.domain.quotations import QuotationKind
from reader.presentation.quotation_rows import QuotationFilter, Speaker
from reader.ui import messages, quotation_words

ARROW = " ▾"
LONGEST_NAME = 22


class StayingMenu(QMenu):
    """Several lines can be ticked one after the other: a click or the space bar does not close it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._tick():
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or not self._tick():
            super().keyPressEvent(event)

    def _tick(self) -> bool:
        action = self.activeAction()
        if action is None or not action.isCheckable():
            return False
        action.trigger()
        return True


class QuotationFilterBar(QWidget):
    """Two buttons with menus, and the count; reports each change."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quotation_filter")
        self._kinds: tuple[QuotationKind, ...] = ()
        self._speakers: tuple[Speaker, ...] = ()
        self._chosen_kinds: frozenset[QuotationKind] = frozenset()
        self._chosen_speaker: Speaker | None = None
        self._counts = (0, 0)
        self.kind_menu, self.speaker_menu = StayingMenu(self), QMenu(self)
        self.kind_button = self._button("filter_kinds", self.kind_menu)
        self.speaker_button = self._button("filter_speakers", self.speaker_menu)
        self.count = QLabel(self)
        self.count.setObjectName("card_meta")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 16, 2)
        row.setSpacing(2)
        row.addWidget(self.kind_button)
        row.addWidget(self.speaker_button)
        row.addStretch(1)
        row.addWidget(self.count)
        self.retranslate()

    def retranslate(self) -> None:
        self.kind_button.setAccessibleName(self.tr("Show which kinds of speech"))
        self.speaker_button.setAccessibleName(self.tr("Show whose quotations"))
        self._fill()

    def chosen(self, words: str) -> QuotationFilter:
        """The filter with the words that are typed elsewhere."""
        return QuotationFilter(words, self._chosen_kinds, self._chosen_speaker)

    def set_choices(self, kinds: Sequence[QuotationKind], speakers: Sequence[Speaker]) -> None:
        """Offer these; a choice that is not among them any more is taken back."""
        if (tuple(kinds), tuple(speakers)) == (self._kinds, self._speakers):
            return
        self._kinds, self._speakers = tuple(kinds), tuple(speakers)
        self._chosen_kinds &= frozenset(kinds)
        if self._chosen_speaker not in self._speakers and self._chosen_speaker is not None:
            name = self._chosen_speaker.name  # a correction may have given the entity another id
            self._chosen_speaker = next((one for one in self._speakers if one.name == name), None)
        self._fill()

    def set_counts(self, shown: int, count: int) -> None:
        """Tell how many of all quotations are left, if any are hidden."""
        self._counts = (shown, count)
        self.setVisible(count > 0)
        told = self.tr("{0} of {1}").format(messages.number(shown), messages.number(count))
        self.count.setText(told if shown < count else "")

    def reset(self) -> None:
        """Show everything again, without reporting that."""
        self._chosen_kinds, self._chosen_speaker = frozenset(), None
        self._fill()

    def _fill(self) -> None:
        self.kind_menu.clear()
        for kind in self._kinds:
            action = self.kind_menu.addAction(quotation_words.short_kind(kind))
            action.setCheckable(True)
            action.setChecked(kind in self._chosen_kinds)
            action.toggled.connect(partial(self._choose_kind, kind))
        self.kind_menu.addSeparator()
        self.kind_menu.addAction(self.tr("All kinds"), self._choose_all_kinds)
        self.speaker_menu.clear()
        group = QActionGroup(self.speaker_menu)
        for speaker in (None, *self._speakers):
            action = self.speaker_menu.addAction(self._name_of(speaker).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(speaker == self._chosen_speaker)
            action.triggered.connect(partial(self._choose_speaker, speaker))
            group.addAction(action)
        self._name_buttons()
        self.set_counts(*self._counts)

    def _choose_kind(self, kind: QuotationKind, is_on: bool) -> None:  # noqa: FBT001  (a Qt slot)
        self._chosen_kinds = self._chosen_kinds | {kind} if is_on else self._chosen_kinds - {kind}
        self._name_buttons()
        self.changed.emit()

    def _choose_all_kinds(self) -> None:
        self._chosen_kinds = frozenset()
        self._fill()
        self.changed.emit()

    def _choose_speaker(self, speaker: Speaker | None, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        self._chosen_speaker = speaker
        self._name_buttons()
        self.changed.emit()

    def _name_of(self, speaker: Speaker | None) -> str:
        if speaker is None:
            return self.tr("All speakers")
        return speaker.name or self.tr("Speaker not named")

    def _name_buttons(self) -> None:
        kinds = [quotation_words.short_kind(kind) for kind in self._kinds if kind in self._chosen_kinds]
        several = self.tr("%Ln kind(s)", "", len(kinds))
        shown = kinds[0] if len(kinds) == 1 else several if kinds else self.tr("All kinds")
        self.kind_button.setText(shown + ARROW)
        self.kind_button.setToolTip(", ".join(kinds))
        name = self._name_of(self._chosen_speaker)
        short = name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rstrip() + "…"
        self.speaker_button.setText(short.replace("&", "&&") + ARROW)
        for button, is_on in (
            (self.kind_button, bool(kinds)),
            (self.speaker_button, self._chosen_speaker is not None),
        ):
            button.setChecked(is_on)

    def _button(self, name: str, menu: QMenu) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setCheckable(True)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return button
