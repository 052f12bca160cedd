"""A full disk: one line says what happened, what was typed stays, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit

from desktop.core.hotkeys import parse_hotkey
from desktop.core.phrases.model import Overlay, Phrase
from tests.gui.conftest import Agent, Come
from tests.gui.test_shell import choose

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
FULL = "the disk is full: this change was not kept"
CONTROL = Qt.KeyboardModifier.ControlModifier
OWN = Phrase("own/1", "", "我的话术", "您好呀")


def pin(agent: Agent) -> None:
    agent.press(Qt.Key.Key_D, CONTROL)


def give_hotkey(agent: Agent) -> None:
    agent.press(Qt.Key.Key_K, CONTROL)
    agent.press(Qt.Key.Key_F6)
    agent.click("Save")


def delete(agent: Agent) -> None:
    agent.click("Mine")
    agent.press(Qt.Key.Key_Down)
    agent.rows.setFocus()
    agent.press(Qt.Key.Key_Delete)


def change_language(agent: Agent) -> None:
    choose(agent, "Language", "中文")


def change_theme(agent: Agent) -> None:
    choose(agent, "Theme", "Dark")


def leave_the_top(agent: Agent) -> None:
    agent.click("Always on top")


def fold(agent: Agent) -> None:
    agent.click("招呼")
    agent.click_row(0)


def move(agent: Agent) -> None:
    agent.window.move(50, 50)
    agent.window.hide()
    agent.window.show()


@pytest.mark.parametrize(
    "act", [pin, give_hotkey, delete, change_language, change_theme, leave_the_top, fold, move]
)
def test_what_cannot_be_kept_is_said_in_one_line_and_not_done(
    come: Come, act: Callable[[Agent], None]
) -> None:
    agent = come(Overlay(own=(OWN,)))
    agent.window.run("search")
    before, settings = agent.store.kept, dict(agent.store.settings)
    agent.store.full = True
    act(agent)
    assert agent.toast.startswith(FULL)
    assert (agent.store.kept, agent.store.settings) == (before, settings)
    assert agent.library.overlay() == before


def test_a_phrase_that_cannot_be_kept_stays_in_the_editor_until_there_is_room(
    agent: Agent,
) -> None:
    agent.click("New phrase")
    agent.write("新品")
    agent.one(QPlainTextEdit, "Text").setFocus()
    agent.write("上新啦，您看看哈")
    agent.store.full = True
    agent.click("Save")
    assert agent.toast.startswith(FULL)
    assert agent.one(QPlainTextEdit, "Text").toPlainText() == "上新啦，您看看哈"
    agent.store.full = False
    agent.click("Save")
    [phrase] = agent.store.kept.own
    assert (phrase.title, phrase.text) == ("新品", "上新啦，您看看哈")


def test_a_phrase_is_pasted_even_if_its_use_cannot_be_counted(agent: Agent) -> None:
    agent.window.run("clock")
    agent.store.full = True
    agent.window.run("phrase:p/greet.back/1")
    assert agent.sent == "又见面啦，您好呀"
    assert agent.toast.startswith(FULL)
    agent.store.full = False
    agent.window.run("phrase:p/greet.back/1")
    assert agent.sent == "又见面啦，您好呀" * 2


def test_a_deletion_that_cannot_be_undone_now_can_be_undone_later(come: Come) -> None:
    agent = come(Overlay(own=(OWN,)))
    agent.window.run("search")
    delete(agent)
    assert agent.store.kept.own == ()
    agent.store.full = True
    agent.click("Undo")
    assert agent.toast.startswith(FULL)
    agent.store.full = False
    agent.click("Undo")
    assert agent.store.kept.own == (OWN,)


def test_a_setting_that_cannot_be_kept_is_shown_as_it_is(agent: Agent) -> None:
    agent.window._desk.open_settings("general")
    [box] = [b for b in agent.window.findChildren(QCheckBox) if "above" in b.text()]
    agent.store.full = True
    box.click()
    assert box.isChecked()
    assert agent.window._desk.on_top.wished
    agent.window._desk.open_settings("hotkeys")
    agent.click("All commands back to their defaults")
    assert parse_hotkey("Ctrl+Alt+O") in agent.desktop.grabs
