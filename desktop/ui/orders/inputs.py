"""The small inputs of the order form: each shows its own fault where it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QToolButton

from desktop.ui.desk import Desk
from desktop.ui.icons import Icons
from desktop.ui.styled import style_by

Texts = Callable[[], Sequence[tuple[str, str]]]
"""Makes a choice's entries, (value, shown text) each, in the language of the moment."""


class Entry(QLineEdit):
    """One line of text; a fault reddens it and stands in its tool tip."""

    def __init__(
        self, desk: Desk, changed: Callable[[], None], width_px: int = 0, text: str = ""
    ) -> None:
        super().__init__(text)
        desk.focus.lend_to(self)
        self.setMinimumWidth(width_px or 40)
        if width_px:
            self.setMaximumWidth(width_px)
        self.textChanged.connect(lambda _text: changed())
        self.show_fault("")

    def name(self, shown: str) -> None:
        """Names it, inside while it is empty and for screen readers always."""
        self.setPlaceholderText(shown)
        self.setAccessibleName(shown)

    def show_fault(self, words: str) -> None:
        """Marks the field with what is wrong; empty when nothing is."""
        self.setToolTip(words)
        self.setAccessibleDescription(words)
        style_by(self, "wrong", bool(words))


class Choice(QComboBox):
    """One of a few values."""

    def __init__(self, changed: Callable[[], None], texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.retranslate()
        self.currentIndexChanged.connect(lambda _index: changed())

    def value(self) -> str:
        """The chosen value; empty if there is none."""
        return self.currentData() or ""

    def retranslate(self) -> None:
        """Makes the entries anew, keeping what is chosen; used for new entries as well."""
        kept, blocked = self.value(), QSignalBlocker(self)
        self.clear()
        for value, shown in self._texts():
            self.addItem(shown, value)
        self.setCurrentIndex(max(self.findData(kept), 0))
        blocked.unblock()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves the wheel to the form: a scroll must not change an order."""
        event.ignore()


class Tick(QCheckBox):
    """Yes or no."""

    def __init__(self, changed: Callable[[], None]) -> None:
        super().__init__()
        self.toggled.connect(lambda _on: changed())


def caption(name: str) -> QLabel:
    """A small grey text; ``name`` is its name in the style sheet: ``heading``, ``caption``."""
    label = QLabel()
    label.setObjectName(name)
    return label


def icon_button(icons: Icons, name: str, pressed: Callable[[], None]) -> QToolButton:
    """A flat button with a picture."""
    button = QToolButton()
    button.setAutoRaise(True)
    button.setIcon(icons.tinted(name))
    button.setFixedSize(24, 24)
    button.clicked.connect(lambda _checked: pressed())
    return button


def text_button(icons: Icons, pressed: Callable[[], None]) -> QToolButton:
    """A flat button that adds something: a plus and words."""
    button = QToolButton()
    button.setAutoRaise(True)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setIcon(icons.tinted("plus", "accent"))
    button.setObjectName("add")
    button.clicked.connect(lambda _checked: pressed())
    return button
