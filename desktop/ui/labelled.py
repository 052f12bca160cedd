"""A field of a form: its label above it, and below it what is wrong with it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.styled import style_by

_GAP_PX = 3


class Labelled(QWidget):
    """A widget for typing with its label and its problem.

    Attributes:
        inside: The widget.
    """

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.inside = inside
        self._label, self._problem = QLabel(), QLabel()
        self._label.setObjectName("field_label")
        self._label.setBuddy(inside)
        self._problem.setObjectName("field_problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP_PX)
        self._line = QHBoxLayout()
        self._line.setSpacing(0)
        self._line.addWidget(self._label, 1)
        column.addLayout(self._line)
        column.addWidget(inside, 1)
        column.addWidget(self._problem)

    def put_beside(self, button: QWidget) -> None:
        """Puts a button at the end of the label's line."""
        self._line.addWidget(button)

    def name(self, label: str) -> None:
        """Names the field."""
        self._label.setText(label)
        self.inside.setAccessibleName(label)

    def show_problem(self, text: str) -> None:
        """Says what is wrong at the field; nothing for an empty text."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self.inside.setAccessibleDescription(text)
        style_by(self.inside, "wrong", bool(text))
