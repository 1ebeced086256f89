"""Widgets put together without gaps."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


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
