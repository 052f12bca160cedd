"""The tabs at the window's foot, one a room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.ui.desk import Room
from desktop.ui.icons import Icons
from desktop.ui.theme import Theme


class Tabs(QWidget):
    """A row of buttons of which one is down.

    Signals:
        opened: The agent chose the room with this number, from 0.
    """

    opened = Signal(int)

    def __init__(self, rooms: Sequence[Room], theme: Theme, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("tabs")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rooms = rooms
        self._icons = icons
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number in range(len(rooms)):
            row.addWidget(self._button(number))
        self._group.idClicked.connect(self.opened)
        self._group.idToggled.connect(self._paint_icons)
        theme.changed.connect(self._paint_icons)
        self.show_open(0)
        self._paint_icons()
        self._retranslate()

    def show_open(self, number: int) -> None:
        """Shows this room's tab as the open one."""
        self._group.button(number).setChecked(True)

    def offer(self, number: int, *, offered: bool) -> None:
        """Shows or hides a room's tab."""
        self._group.button(number).setVisible(offered)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _button(self, number: int) -> QPushButton:
        button = QPushButton()
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setIconSize(QSize(16, 16))
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._group.addButton(button, number)
        return button

    def _paint_icons(self) -> None:
        for number, room in enumerate(self._rooms):
            button = self._group.button(number)
            tint = "accent" if button.isChecked() else "dim"
            button.setIcon(self._icons.tinted(room.icon, tint))

    def _retranslate(self) -> None:
        for number, room in enumerate(self._rooms):
            button = self._group.button(number)
            button.setText(room.title())
            button.setToolTip(f"{room.title()} (Ctrl+{number + 1})")
            button.setAccessibleName(room.title())
