"""What a page of the settings window is made of: the page, and the rows that stand on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QEvent, QSignalBlocker
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.services.ports import Action
from desktop.ui.desk import Desk
from desktop.ui.theme import SIDE_PX

_HELP_GAP_PX, _CONTROL_PX = 3, 150
_Chosen = TypeVar("_Chosen", bound=StrEnum)


class Page(QWidget):
    """Its subclass fills ``column`` and overrides ``title``, ``retranslate`` and ``refresh``.

    Attributes:
        id: Stable name, for opening the page from elsewhere.
    """

    id: ClassVar[str]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("settings_page")
        self.column = QVBoxLayout()
        self.column.setSpacing(SIDE_PX)
        # alignment to the top would cut off the last line of texts that wrap
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SIDE_PX, SIDE_PX, SIDE_PX, SIDE_PX)
        whole.addLayout(self.column)
        whole.addStretch(1)

    @staticmethod
    def title() -> str:
        """What the list of pages calls it, in the language of the moment."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Writes every text anew; called before the page is first seen, too."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Shows what is kept now; called whenever the page comes to sight."""
        raise NotImplementedError

    def keep(self, action: Action) -> None:
        """Does what keeps a setting; if that fails the page shows what is kept instead."""
        if not self.desk.kept(action):
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.refresh()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Shows what may have changed while another page was open."""
        self.refresh()
        super().showEvent(event)


class Row(QWidget):
    """One setting: its name and its control on a line, below them help and what is wrong."""

    def __init__(self, control: QWidget, beside: QWidget | None = None) -> None:
        """``control`` changes the setting; ``beside`` stands after it."""
        super().__init__()
        self._control = control
        self._name, self._help, self._problem = QLabel(), small("hint"), small("field_problem")
        self._name.setBuddy(control)
        self._name.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(SIDE_PX)
        line.addWidget(self._name, 1)
        line.addWidget(control)
        if beside is not None:
            line.addWidget(beside)
        control.setFixedWidth(_CONTROL_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_HELP_GAP_PX)
        column.addLayout(line)
        column.addWidget(self._help)
        column.addWidget(self._problem)

    def name(self, name: str, help_line: str = "") -> None:
        """Names the setting and says what is not clear from its name."""
        self._name.setText(name)
        self._control.setAccessibleName(name)
        say_below(self._help, help_line)
        self._control.setAccessibleDescription(help_line)

    def show_problem(self, text: str) -> None:
        """Says what is wrong; nothing for an empty text."""
        say_below(self._problem, text)
        self._control.setAccessibleDescription(text or self._help.text())


class Switch(QWidget):
    """A setting that is on or off; ``use`` gets what the agent wants."""

    def __init__(self, use: Callable[[bool], None]) -> None:
        super().__init__()
        self._box, self._help = QCheckBox(), small("hint")
        self._box.toggled.connect(use)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_HELP_GAP_PX)
        column.addWidget(self._box)
        column.addWidget(self._help)

    def name(self, name: str, help_line: str = "") -> None:
        """Names the setting and says what is not clear from its name."""
        self._box.setText(name)
        self._box.setAccessibleDescription(help_line)
        say_below(self._help, help_line)

    def show_state(self, *, on: bool) -> None:
        """Shows the state without asking for it."""
        with QSignalBlocker(self._box):
            self._box.setChecked(on)


class Choice(Row, Generic[_Chosen]):
    """A setting with a few values; ``use`` gets the one the agent chooses."""

    def __init__(self, values: type[_Chosen], use: Callable[[_Chosen], None]) -> None:
        box = QComboBox()
        super().__init__(box)
        self._box = box
        self._values = tuple(values)
        box.addItems(self._values)
        box.activated.connect(lambda number: use(self._values[number]))

    def name_values(self, names: Mapping[_Chosen, str]) -> None:
        """Says what each value is called."""
        for number, value in enumerate(self._values):
            self._box.setItemText(number, names[value])

    def show_value(self, value: _Chosen) -> None:
        """Shows this one as chosen."""
        self._box.setCurrentIndex(self._values.index(value))


def heading() -> QLabel:
    """The title of a part of a page."""
    label = QLabel()
    label.setObjectName("heading")
    label.setIndent(0)
    return label


def small(name: str) -> QLabel:
    """A hidden line of small text; ``name`` says how it looks."""
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.hide()
    return label


def say_below(label: QLabel, text: str) -> None:
    """Shows the text in a line, or no line for an empty one."""
    label.setText(text)
    label.setVisible(bool(text))
