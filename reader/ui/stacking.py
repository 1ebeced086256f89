"""Widgets put together without gaps."""

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget


def beside(growing: QWidget, fixed: QWidget) -> QWidget:
    """Two parts side by side; the first takes the room that is left."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(growing, stretch=1)
    row.addWidget(fixed)
    return whole


def below(*parts: QWidget, growing: QWidget) -> QWidget:
    """The parts one below the other; `growing` is the one that takes the room that is left."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, stretch=1 if part is growing else 0)
    return whole


def align_labels(form: QFormLayout) -> None:
    """Set each label at the height of its field: Qt leaves those of our fields a little too high."""
    for row in range(form.rowCount()):
        label = form.itemAt(row, QFormLayout.ItemRole.LabelRole)
        field = form.itemAt(row, QFormLayout.ItemRole.FieldRole)
        words = label.widget() if label is not None else None
        if words is not None and field is not None:
            words.setMinimumHeight(field.sizeHint().height())
