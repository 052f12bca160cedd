"""The settings window: every setting applies at once, is kept at once, and follows elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.settings.window import SettingsWindow
from desktop.ui.theme import DARK
from tests.gui.conftest import Agent

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # no window system here
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


def test_the_keyboard_opens_it_and_esc_closes_it(
    agent: Agent, window: SettingsWindow, qtbot: QtBot
) -> None:
    agent.press(Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert open_settings(agent, qtbot) is window


def test_language_and_theme_change_live_and_are_kept(agent: Agent, window: SettingsWindow) -> None:
    pick(agent, "Theme", "Dark")
    assert agent.window._desk.theme.tokens is DARK
    pick(agent, "Language", "中文")
    QApplication.processEvents()
    assert window.windowTitle() == "秒回设置"
    assert agent.one(QComboBox, "语言").currentText() == "中文"
    assert agent.store.settings["window.language"] == "zh"
    assert agent.store.settings["window.theme"] == "dark"


def test_what_the_header_switches_the_page_shows_and_the_other_way(
    agent: Agent, window: SettingsWindow
) -> None:
    [box] = [b for b in agent.window.findChildren(QCheckBox) if "above" in b.text()]
    agent.click("Always on top")
    assert not box.isChecked()
    tick(agent, "Keep the window above others")
    assert agent.window.windowHandle().flags() & Qt.WindowType.WindowStaysOnTopHint
    assert agent.store.settings["window.on_top"] == "yes"


def test_the_agents_name_is_kept_when_the_field_is_left(
    agent: Agent, window: SettingsWindow
) -> None:
    field = agent.line_edit("Your name")
    field.setFocus()
    agent.write("小林")
    agent.press(Qt.Key.Key_Tab)
    assert agent.store.settings["agent.name"] == "小林"


def test_closing_the_window_ends_the_program_if_the_agent_wants_that(
    agent: Agent, window: SettingsWindow
) -> None:
    tick(agent, "Closing the window hides it in the tray")
    agent.window.close()
    assert agent.quits == 1


def test_every_control_has_a_name_for_screen_readers(agent: Agent, window: SettingsWindow) -> None:
    controls = (
        w
        for w in window.findChildren(QWidget)
        if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
    )
    nameless = [w for w in controls if not (w.accessibleName() or getattr(w, "text", str)())]
    assert nameless == []
