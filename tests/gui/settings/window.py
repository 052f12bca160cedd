"""The settings window and the hands that use it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox
from pytestqt.qtbot import QtBot

from desktop.ui.settings.window import SettingsWindow
from desktop.ui.toast import Toast
from tests.gui.conftest import Agent

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(agent: Agent, qtbot: QtBot) -> SettingsWindow:
    """Opened from the search box by its key."""
    return open_settings(agent, qtbot)


def open_settings(agent: Agent, qtbot: QtBot) -> SettingsWindow:
    agent.window.run("search")
    qtbot.waitUntil(agent.search.hasFocus)
    agent.press(Qt.Key.Key_Comma, CONTROL)
    window = agent.one(SettingsWindow)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window


def tick(agent: Agent, text: str) -> None:
    [box] = [box for box in agent.window.findChildren(QCheckBox) if box.text() == text]
    box.click()


def pick(agent: Agent, name: str, text: str) -> None:
    """Chooses as the keyboard does it: to the box, then down the list."""
    box = agent.one(QComboBox, name)
    number = box.findText(text)
    box.setFocus()
    while box.currentIndex() != number:
        down = number > box.currentIndex()
        QTest.keyClick(box, Qt.Key.Key_Down if down else Qt.Key.Key_Up)


def toast(window: SettingsWindow) -> str:
    shown = window.findChild(Toast)
    return str(shown.accessibleName()) if shown.isVisible() else ""
