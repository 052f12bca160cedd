"""The hotkey page: keys are recorded by pressing them, conflicts are said at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
)
from pytestqt.qtbot import QtBot

from desktop.core.hotkeys import parse_hotkey
from desktop.core.phrases.model import Overlay
from desktop.ui.recorder import Recorder
from desktop.ui.settings.window import SettingsWindow
from tests.fakes.desktop import FakeHotkeys
from tests.gui.conftest import Agent, Come

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # no window system here
CONTROL = Qt.KeyboardModifier.ControlModifier


def open_hotkeys(agent: Agent) -> None:
    agent.window._desk.open_settings("hotkeys")


def recorder(agent: Agent, name: str) -> Recorder:
    field = agent.one(Recorder, name)
    field.setFocus()
    return field


def problem(agent: Agent) -> str:
    labels = agent.window.findChildren(QLabel, "field_problem")
    return " ".join(label.text() for label in labels if label.isVisible())


def test_keys_pressed_in_a_row_are_the_commands_at_once_and_for_good(
    agent: Agent, window: SettingsWindow
) -> None:
    open_hotkeys(agent)
    field = recorder(agent, "Open the order room")
    assert field.text() == "Ctrl+Alt+O"
    agent.press(Qt.Key.Key_F9)
    assert field.text() == "F9"
    assert agent.store.settings["hotkeys.commands"] == '{"order": "F9"}'
    assert parse_hotkey("F9") in agent.desktop.grabs
    assert parse_hotkey("Ctrl+Alt+O") not in agent.desktop.grabs


def test_backspace_takes_the_keys_away_and_the_way_back_brings_the_default(
    agent: Agent, window: SettingsWindow
) -> None:
    open_hotkeys(agent)
    field = recorder(agent, "Open the order room")
    agent.press(Qt.Key.Key_Backspace)
    assert parse_hotkey("Ctrl+Alt+O") not in agent.desktop.grabs
    agent.click("Open the order room: Back to Ctrl+Alt+O")
    assert field.text() == "Ctrl+Alt+O"
    assert parse_hotkey("Ctrl+Alt+O") in agent.desktop.grabs
    agent.press(Qt.Key.Key_F9)
    agent.click("All commands back to their defaults")
    assert field.text() == "Ctrl+Alt+O"


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (Qt.Key.Key_Z, "Another program already has this hotkey"),
        (Qt.Key.Key_3, "“Paste pinned phrase 3” has these keys"),
    ],
)
def test_a_conflict_is_said_in_the_row_and_the_command_keeps_its_keys(
    agent: Agent, window: SettingsWindow, key: Qt.Key, said: str
) -> None:
    FakeHotkeys(agent.desktop, "other").bind(parse_hotkey("Ctrl+Alt+Z"), lambda: None)
    open_hotkeys(agent)
    field = recorder(agent, "Open the order room")
    agent.press(key, CONTROL | Qt.KeyboardModifier.AltModifier)
    assert problem(agent) == said
    assert parse_hotkey("Ctrl+Alt+O") in agent.desktop.grabs
    agent.press(Qt.Key.Key_Tab, CONTROL)  # a hotkey too: it stays
    assert field.text() == "Ctrl+Tab"
    assert problem(agent) == ""


def test_a_hotkey_of_ours_pressed_in_a_row_names_its_owner_and_works_again_after(
    agent: Agent, window: SettingsWindow
) -> None:
    open_hotkeys(agent)
    recorder(agent, "Open the order room")
    agent.desktop.press(parse_hotkey("Ctrl+Alt+R"))
    assert problem(agent) == "“Start the reply clock” has these keys"
    window.close()
    agent.desktop.press(parse_hotkey("Ctrl+Alt+R"))
    assert agent.window._desk.services.reply_clock.waited_ms() is not None


def test_what_the_system_refused_at_the_start_stands_at_its_row(agent: Agent) -> None:
    taken = parse_hotkey("Ctrl+Alt+O")
    del agent.desktop.grabs[taken]
    FakeHotkeys(agent.desktop, "other").bind(taken, lambda: None)
    agent.hotkeys.choose("order", None)
    agent.hotkeys.choose("order", taken)
    agent.bind()
    assert agent.toast == "Ctrl+Alt+O: Another program already has this hotkey"
    agent.click("Change…")
    assert problem(agent) == "Another program already has this hotkey"


def test_a_phrases_own_hotkey_is_changed_here_too(come: Come, qtbot: QtBot) -> None:
    agent = come(Overlay(hotkeys={"p/greet.back/1": parse_hotkey("F6")}))
    open_hotkeys(agent)
    qtbot.waitUntil(recorder(agent, "欢迎回来").hasFocus)
    agent.press(Qt.Key.Key_F7)
    assert agent.store.kept.hotkeys == {"p/greet.back/1": parse_hotkey("F7")}
    agent.press(Qt.Key.Key_Backspace)
    assert agent.store.kept.hotkeys == {}
