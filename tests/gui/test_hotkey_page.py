"""Giving a phrase a hotkey by pressing it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.core.hotkeys import Hotkey, parse_hotkey
from desktop.core.phrases.model import Overlay
from desktop.ui.recorder import Recorder
from tests.fakes.desktop import FakeHotkeys
from tests.gui.conftest import Agent, Come

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def open_page(agent: Agent) -> None:
    """For the phrase that is marked first in 招呼."""
    agent.window.run("search")
    agent.click("招呼")
    agent.press(Qt.Key.Key_K, CONTROL)


def problem(agent: Agent) -> str:
    labels = agent.window.findChildren(QLabel, "field_problem")
    return " ".join(label.text() for label in labels if label.isVisible())


def kept(agent: Agent) -> dict[str, Hotkey]:
    return dict(agent.store.kept.hotkeys)


def test_the_pressed_keys_become_the_phrases_hotkey_and_stand_in_its_line(agent: Agent) -> None:
    open_page(agent)
    agent.press(Qt.Key.Key_J, CONTROL | ALT)
    agent.click("Save")
    assert kept(agent) == {"p/greet.first/1": parse_hotkey("Ctrl+Alt+J")}
    assert agent.lines[1].endswith("Ctrl+Alt+J")


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (Qt.Key.Key_J, "Another program already has this hotkey"),
        (Qt.Key.Key_3, "“Paste pinned phrase 3” has these keys"),
        (Qt.Key.Key_Space, "“Show the window and search” has these keys"),
        (Qt.Key.Key_B, "“欢迎回来” has these keys"),
    ],
)
def test_who_has_the_keys_already_is_said_at_once_and_nothing_is_saved(
    come: Come, key: Qt.Key, said: str
) -> None:
    before = {"p/greet.back/1": parse_hotkey("Ctrl+Alt+B")}
    agent = come(Overlay(hotkeys=before))
    FakeHotkeys(agent.desktop, "other").bind(parse_hotkey("Ctrl+Alt+J"), lambda: None)
    open_page(agent)
    agent.press(key, CONTROL | ALT)
    assert problem(agent) == said
    agent.click("Save")
    assert kept(agent) == before
    agent.press(Qt.Key.Key_L, CONTROL | ALT)
    assert problem(agent) == ""
    agent.click("Save")
    assert kept(agent)["p/greet.first/1"] == parse_hotkey("Ctrl+Alt+L")


def test_a_hotkey_of_ours_pressed_meanwhile_names_its_owner_and_does_nothing(
    agent: Agent,
) -> None:
    open_page(agent)
    agent.window.run("phrase:p/greet.back/1")
    assert problem(agent) == "“欢迎回来” has these keys"
    agent.press(Qt.Key.Key_Escape)
    agent.window.run("phrase:p/greet.back/1")
    assert agent.sent == "又见面啦，您好呀"


def test_backspace_takes_the_hotkey_away(come: Come) -> None:
    agent = come(Overlay(hotkeys={"p/greet.first/1": parse_hotkey("F6")}))
    open_page(agent)
    assert agent.one(Recorder).text() == "F6"
    agent.press(Qt.Key.Key_Backspace)
    agent.click("Save")
    assert kept(agent) == {}


@pytest.mark.parametrize(
    ("key", "held", "written"),
    [
        (Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier, "F6"),
        (Qt.Key.Key_Exclam, CONTROL | SHIFT, "Ctrl+Shift+1"),
        (Qt.Key.Key_PageUp, CONTROL, "Ctrl+PageUp"),
        (Qt.Key.Key_Semicolon, ALT, "Alt+;"),
        (Qt.Key.Key_Space, CONTROL | ALT, "Ctrl+Alt+Space"),
        (Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, ""),
        (Qt.Key.Key_Aring, CONTROL, ""),
    ],
)
def test_keys_are_written_as_the_system_knows_them(
    agent: Agent, key: Qt.Key, held: Qt.KeyboardModifier, written: str
) -> None:
    open_page(agent)
    agent.press(key, held)
    assert agent.one(Recorder).text() == written
