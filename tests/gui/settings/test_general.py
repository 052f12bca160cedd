"""The settings window: every setting applies at once, is kept at once, and follows elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.ui.settings.pages import PAGES
from desktop.ui.settings.window import SettingsWindow
from desktop.ui.theme import DARK
from tests.gui.conftest import Agent
from tests.gui.settings.window import open_settings, pick, tick, toast

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # no window system here
CONTROL = Qt.KeyboardModifier.ControlModifier


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


@pytest.mark.parametrize("page", [page.id for page in PAGES])
def test_every_control_of_every_page_has_a_name_and_can_be_reached_by_tab(
    agent: Agent, window: SettingsWindow, page: str
) -> None:
    agent.window._desk.open_settings(page)
    agent.jobs.finish()
    controls = [
        w
        for w in window.findChildren(QWidget)
        if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled()
    ]
    nameless = [w for w in controls if not (w.accessibleName() or getattr(w, "text", str)())]
    assert nameless == []
    for _ in range(2 * len(controls)):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached = QApplication.focusWidget()
        controls = [w for w in controls if w is not reached and w.focusProxy() is not reached]
    assert controls == []


def test_starting_with_the_session_is_asked_of_the_system(
    agent: Agent, window: SettingsWindow
) -> None:
    [box] = [b for b in agent.window.findChildren(QCheckBox) if b.text() == "Start when I log in"]
    box.click()
    assert agent.autostart.enabled()
    agent.autostart.refuses = True
    box.click()
    assert box.isChecked(), "it shows what is"
    assert toast(window) == (
        "The system does not let the program change this: use the system's startup settings"
    )
