"""The settings: whatever is changed counts at once."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from reader.domain.errors import LanguageModelBroken
from reader.nlp.installed_pipelines import OWN_LANGUAGES, InstalledPipeline, pipeline_in
from reader.presentation.doubts import DOUBTFUL
from reader.services.settings import LARGEST_SHARE, LARGEST_TEXT, SMALLEST_TEXT, Settings
from reader.ui import messages
from reader.ui.actions import action_names
from reader.ui.fields import ChoiceBox, NumberBox
from reader.ui.stacking import align_labels

THEMES = ("system", "light", "dark")
LANGUAGES = ("system", "de", "en")
SHARE_STEP = 5
OURS = ""  # what the choice of no other pipeline is called
WIDTH = 520
NO_BREAK = "\u00a0"


class SettingsDialog(QDialog):
    """Shows `Settings`; `setting_changed` comes with the name of a setting and its new value."""

    setting_changed = Signal(str, object)

    def __init__(
        self, settings: Settings, installed: Sequence[InstalledPipeline], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(WIDTH)
        self._settings = settings
        self._installed = list(installed)
        self.theme = self._choice("theme", THEMES)
        self.interface_language = self._choice("interface_language", LANGUAGES)
        self.text_size = NumberBox(self)
        self.text_size.setRange(SMALLEST_TEXT, LARGEST_TEXT)
        self.text_size.valueChanged.connect(lambda size: self._change("text_size", size))
        self.hidden_below = QSlider(Qt.Orientation.Horizontal, self)
        self.hidden_below.setRange(0, LARGEST_SHARE)
        self.hidden_below.setSingleStep(SHARE_STEP)
        self.hidden_below.setPageStep(2 * SHARE_STEP)
        self.hidden_below.valueChanged.connect(self._threshold_moved)
        self.threshold = QLabel(self)
        self.threshold.setMinimumWidth(self.threshold.fontMetrics().horizontalAdvance("100 %") + 8)
        self.threshold_hint = _hint(self)
        self.pipelines_hint = _hint(self)
        self.trouble = _hint(self)
        self.trouble.setObjectName("settings_trouble")
        self.pipelines = {language: self._pipeline_choice(language) for language in self._languages()}
        self.add_folder = QPushButton(self)
        self.add_folder.setAutoDefault(False)
        self.add_folder.clicked.connect(self._choose_folder)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.buttons.rejected.connect(self.reject)
        self._form = QFormLayout()
        self._lay_out()
        self.retranslate()
        self.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        """Show what was changed elsewhere, in a menu or by a key."""
        self._settings = settings
        self.theme.setCurrentIndex(THEMES.index(settings.theme))
        self.interface_language.setCurrentIndex(LANGUAGES.index(settings.interface_language))
        self.text_size.setValue(settings.text_size)
        self.hidden_below.setValue(settings.hidden_below)
        for language, choice in self.pipelines.items():
            self._show_pipeline(choice, settings.pipelines.get(language, OURS))

    def retranslate(self) -> None:
        """Say everything anew, in the language of the interface."""
        self.setWindowTitle(self.tr("Settings"))
        names = action_names()
        for choice, kind, values in (
            (self.theme, "theme", THEMES),
            (self.interface_language, "language", LANGUAGES),
        ):
            for number, value in enumerate(values):
                choice.setItemText(number, names[f"{kind}_{value}"].replace("&", ""))
        labels = {
            self.theme: self.tr("Colours"),
            self.interface_language: self.tr("Language of the window"),
            self.text_size: self.tr("Size of the text"),
            self.hidden_below: self.tr("Hide findings below"),
        }
        labels |= {choice: messages.language_name(language) for language, choice in self.pipelines.items()}
        for field, text in labels.items():
            field.setAccessibleName(text)
            label = self._form.labelForField(self._row_of[field])
            if isinstance(label, QLabel):
                label.setText(text)
        self.text_size.setSuffix(self.tr(" pixels"))
        self._heading.setText(self.tr("LANGUAGE MODELS"))
        share = round(DOUBTFUL * 100)
        self.threshold_hint.setText(
            self.tr(
                "Names and quotations of which Lesart is less sure are neither marked nor listed. "
                "Those below {0} % are drawn lighter: about one in three of them is wrong."
            )
            .format(share)
            .replace(" %", f"{NO_BREAK}%")
        )
        self.pipelines_hint.setText(
            self.tr("What finds the names in articles of each language: Lesart, or another spaCy pipeline.")
        )
        self.add_folder.setText(self.tr("Add a pipeline from a folder …"))
        for language, choice in self.pipelines.items():
            choice.setItemText(0, self._own_name(language))
        self._show_threshold(self.hidden_below.value())
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def add_pipeline(self, folder: Path) -> None:
        """Take the pipeline in `folder` for its language, or say that there is none."""
        try:
            found = pipeline_in(folder)
        except LanguageModelBroken as error:
            self.trouble.setText(self.tr("There is no spaCy pipeline in {0}.").format(error.path))
            self.trouble.show()
            self._fit()
            return
        self.trouble.hide()
        if found not in self._installed:
            self._installed.append(found)
        for language, choice in self.pipelines.items():
            if found.reads(language) and choice.findData(found.place) < 0:
                choice.addItem(_shown(found), found.place)
        if found.language not in self.pipelines:
            self._add_language(found.language)
        choice = self.pipelines[found.language]
        choice.setCurrentIndex(choice.findData(found.place))
        self._pipeline_chosen(found.language)
        QTimer.singleShot(0, self, self._fit)  # a new row takes room only when it is shown

    # How it is done.

    def _fit(self) -> None:
        """Be as high as the words need: a layout does not see to that for lines that wrap."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            height = layout.totalHeightForWidth(max(self.width(), WIDTH))
            self.setMinimumHeight(height)
            self.resize(self.width(), height)

    def _languages(self) -> list[str]:
        others = {one.language for one in self._installed} | set(self._settings.pipelines)
        return [*OWN_LANGUAGES, *sorted(others - set(OWN_LANGUAGES) - {"xx"})]

    def _choice(self, setting: str, values: Sequence[str]) -> ChoiceBox:
        choice = ChoiceBox(self)
        choice.addItems([""] * len(values))
        choice.activated.connect(lambda number: self._change(setting, values[number]))
        return choice

    def _pipeline_choice(self, language: str) -> ChoiceBox:
        choice = ChoiceBox(self)
        choice.addItem(self._own_name(language), OURS)
        for pipeline in self._installed:
            if pipeline.reads(language):
                choice.addItem(_shown(pipeline), pipeline.place)
        choice.activated.connect(lambda _number: self._pipeline_chosen(language))
        return choice

    def _own_name(self, language: str) -> str:
        return (
            "Lesart" if language in OWN_LANGUAGES else self.tr("none: weapon systems and direct speech only")
        )

    def _show_pipeline(self, choice: ChoiceBox, place: str) -> None:
        """A pipeline that was chosen and is gone stays chosen, until the reader chooses another one."""
        if choice.findData(place) < 0:
            choice.addItem(place, place)
        choice.setCurrentIndex(choice.findData(place))

    def _pipeline_chosen(self, language: str) -> None:
        place = self.pipelines[language].currentData()
        chosen: dict[str, str] = dict(self._settings.pipelines)
        if place == OURS:
            chosen.pop(language, None)
        else:
            chosen[language] = place
        self._change("pipelines", chosen)

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder of a spaCy pipeline"))
        if folder:
            self.add_pipeline(Path(folder))

    def _add_language(self, language: str) -> None:
        choice = self._pipeline_choice(language)
        self.pipelines[language] = choice
        self._row_of[choice] = choice
        self._form.insertRow(self._form.rowCount() - 2, messages.language_name(language), choice)
        choice.setAccessibleName(messages.language_name(language))

    def _threshold_moved(self, share: int) -> None:
        self._show_threshold(share)
        self._change("hidden_below", share)

    def _show_threshold(self, share: int) -> None:
        self.threshold.setText(self.tr("{0} %").format(share) if share else self.tr("off"))

    def _change(self, name: str, value: object) -> None:
        if getattr(self._settings, name) != value:
            self.setting_changed.emit(name, value)

    def _lay_out(self) -> None:
        slider = QWidget(self)
        row = QHBoxLayout(slider)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.hidden_below, stretch=1)
        row.addWidget(self.threshold)
        self._row_of: dict[QWidget, QWidget] = {
            self.theme: self.theme,
            self.interface_language: self.interface_language,
            self.text_size: self.text_size,
            self.hidden_below: slider,
        }
        self._heading = QLabel(self)
        self._heading.setProperty("role", "heading")
        self._heading.setContentsMargins(0, 12, 0, 0)
        form = self._form
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in self._row_of.values():
            form.addRow(" ", field)
        align_labels(form)
        form.addRow("", self.threshold_hint)
        form.addRow(self._heading)
        form.addRow(self.pipelines_hint)
        self._row_of |= {choice: choice for choice in self.pipelines.values()}
        for choice in self.pipelines.values():
            form.addRow(" ", choice)
        for choice in self.pipelines.values():
            form.labelForField(choice).setMinimumHeight(choice.sizeHint().height())
        form.addRow("", self.add_folder)
        form.addRow(self.trouble)
        self.trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.addLayout(form)
        column.addSpacing(12)
        column.addWidget(self.buttons)


def _hint(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName("settings_hint")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _shown(pipeline: InstalledPipeline) -> str:
    return f"{pipeline.name.name} {pipeline.name.version}"
