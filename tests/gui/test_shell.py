"""The window itself: tray, languages, themes, always-on-top, the second start."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QSystemTrayIcon, QToolButton
from pytestqt.qtbot import QtBot

from desktop.core.hotkeys import parse_hotkey
from desktop.ui.shell.menu import WindowMenu
from desktop.ui.theme import DARK, LIGHT
from tests.gui.conftest import Agent, Come


def choose(agent: Agent, *texts: str) -> None:
    """Chooses from the window's menu."""
    menu: QMenu = agent.one(WindowMenu)
    for text in texts[:-1]:
        menu = next(below for below in menu.findChildren(QMenu) if below.title() == text)
    next(action for action in menu.actions() if action.text() == texts[-1]).trigger()


def said(agent: Agent) -> str:
    QApplication.processEvents()
    kinds = (QLabel, QPushButton, QToolButton)
    return " ".join(w.text() for kind in kinds for w in agent.window.findChildren(kind))


def test_the_language_changes_live_everywhere_and_is_kept(agent: Agent) -> None:
    agent.click("New phrase")
    agent.press(Qt.Key.Key_Escape)
    choose(agent, "Language", "中文")
    text = said(agent)
    for english in ("Frequent", "Mine", "Paste", "Copy", "Phrases", "Save", "Cancel", "Title"):
        assert english not in text
    for chinese in ("常用", "我的", "粘贴", "复制", "话术", "保存", "标题"):
        assert chinese in text
    assert agent.search.placeholderText() == "搜索话术 / 拼音 / 代码"
    assert agent.window.windowTitle() == "秒回"
    agent.desktop.windows.clear()
    agent.click_row(0)
    assert "复制" in agent.toast
    choose(agent, "语言", "English")
    assert "Frequent" in said(agent)
    assert agent.store.settings["window.language"] == "en"


def test_the_theme_changes_live_and_is_kept(agent: Agent) -> None:
    assert agent.window._desk.theme.tokens is LIGHT
    light = agent.window.grab().toImage().pixelColor(3, 3).name()
    choose(agent, "Theme", "Dark")
    assert light == LIGHT.window
    assert agent.window.grab().toImage().pixelColor(3, 3).name() == DARK.window
    assert agent.store.settings["window.theme"] == "dark"


def test_a_theme_left_to_the_system_follows_it(
    come: Come, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    agent = come(**{"window.theme": "system"})
    monkeypatch.setattr("desktop.ui.theme._system_is_dark", lambda _: True)
    if hasattr(Qt, "ColorScheme"):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    else:  # before Qt 6.5 the palette is all there is
        QApplication.sendEvent(qapp, QEvent(QEvent.Type.ApplicationPaletteChange))
    assert agent.window._desk.theme.tokens is DARK


@pytest.mark.qt_log_ignore("systemTrayWindowChanged")  # no tray without a window system
def test_closing_hides_to_the_tray_and_says_so_once(
    agent: Agent, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _, title, *rest: notes.append(title))
    for _ in range(2):
        agent.window.close()
        assert not agent.window.isVisible()
        agent.window.come_forward()
        assert agent.window.isVisible()
    assert notes == ["Still here"]
    assert agent.quits == 0


def test_without_a_tray_closing_only_minimises(
    agent: Agent, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: False))
    agent.window.close()
    assert agent.window.isMinimized()
    assert agent.quits == 0
    agent.window.come_forward()
    assert not agent.window.isMinimized()


def test_quitting_is_in_the_menu(agent: Agent) -> None:
    choose(agent, "Quit")
    assert agent.quits == 1


def test_a_second_start_brings_the_window_forward_ready_to_type(agent: Agent) -> None:
    agent.window.come_forward()
    assert agent.desktop.active == int(agent.window.winId())
    assert agent.search.hasFocus()


def test_the_window_is_on_top_until_the_agent_says_otherwise_and_does_not_blink(
    agent: Agent, come: Come
) -> None:
    handle = agent.window.windowHandle()
    assert handle.flags() & Qt.WindowType.WindowStaysOnTopHint
    agent.click("Always on top")
    assert not handle.flags() & Qt.WindowType.WindowStaysOnTopHint
    assert agent.window.isVisible()
    again = come(**agent.store.settings).window.windowHandle()
    assert not again.flags() & Qt.WindowType.WindowStaysOnTopHint


def test_every_control_has_a_name_for_screen_readers(agent: Agent) -> None:
    agent.click("New phrase")
    nameless = [
        button
        for button in agent.window.findChildren(QToolButton)
        if button.isVisible() and not (button.text() or button.accessibleName())
    ]
    assert nameless == []


def test_that_hotkeys_are_being_asked_about_is_said_when_the_answer_takes_long(
    agent: Agent, qtbot: QtBot
) -> None:
    agent.desktop.answer("asked")
    assert agent.toast == ""
    qtbot.waitUntil(lambda: "please allow them" in agent.toast)
    agent.desktop.answer("declined")
    assert "was not allowed global hotkeys" in agent.toast


def test_other_keys_that_the_desktop_has_for_a_hotkey_are_said(agent: Agent) -> None:
    agent.desktop.other_keys = {parse_hotkey("Ctrl+Alt+1"): "Super+F1"}
    agent.bind()
    assert "Paste pinned phrase 1: the desktop has other keys for it: Super+F1" in agent.toast
