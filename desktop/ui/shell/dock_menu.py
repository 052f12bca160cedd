"""The menu of docking: to which window, at which side, and out again."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from desktop.core.docking.model import Side
from desktop.core.docking.rules import PRESETS
from desktop.services.docking.model import Docking
from desktop.ui.desk import Desk

DOCK_KEYS = "Ctrl+Shift+D"
"""Docks and undocks, while the window has the focus."""


class DockMenu(QMenu):
    """Its entries apply at once; its first line says how things stand."""

    def __init__(self, parent: QMenu, desk: Desk) -> None:
        super().__init__(parent)
        self._desk = desk
        dock = desk.dock
        self._told = self.addAction("")
        self._told.setEnabled(False)
        self.addSeparator()
        self._pick = self.addAction("", dock.pick)
        self._presets = {
            preset_id: self.addAction("", partial(dock.use_preset, preset_id))
            for preset_id in PRESETS
        }
        self._undock = self.addAction("", dock.undock)
        self._settings = self.addAction("", lambda: desk.open_settings("docking"))
        self.addSeparator()
        sides = QActionGroup(self)
        self._sides = {side: self.addAction("", partial(dock.use_side, side)) for side in Side}
        for action in self._sides.values():
            action.setCheckable(True)
            sides.addAction(action)
        dock.changed.connect(self._show)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _show(self) -> None:
        dock = self._desk.dock
        self._told.setText(dock.told())
        self._undock.setEnabled(dock.state is not Docking.OFF)
        self._sides[dock.side].setChecked(True)

    def _retranslate(self) -> None:
        words = self._desk.languages.words
        self.setTitle(self.tr("Dock"))
        self._pick.setText(self.tr("Dock to a window…"))
        for preset_id, action in self._presets.items():
            name = words.text(f"docking.preset.{preset_id}")
            action.setText(self.tr("Dock to {name}").format(name=name))
        self._undock.setText(self.tr("Undock"))
        self._settings.setText(self.tr("Settings…"))
        self._sides[Side.LEFT].setText(self.tr("On its left"))
        self._sides[Side.RIGHT].setText(self.tr("On its right"))
        self._show()
