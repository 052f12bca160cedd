"""A field of a form: its label above it, and below it what is wrong with it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

_GAP_PX = 3


class Labelled(QWidget):
    """A widget for typing with its label and its problem."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self._label, self._problem = QLabel(), QLabel()
        self._label.setObjectName("field_label")
        self._label.setBuddy(inside)
        self._problem.setObjectName("field_problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP_PX)
        column.addWidget(self._label)
        column.addWidget(inside, 1)
        column.addWidget(self._problem)

    def name(self, label: str) -> None:
        """Names the field."""
        self._label.setText(label)
        self._inside.setAccessibleName(label)

    def show_problem(self, text: str) -> None:
        """Says what is wrong at the field; nothing for an empty text."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self._inside.setAccessibleDescription(text)
        if self._inside.property("wrong") != bool(text):
            self._inside.setProperty("wrong", bool(text))
            self._inside.style().unpolish(self._inside)
            self._inside.style().polish(self._inside)
