"""Typed codes at the window: the switch, and phrases whose fields must be filled first."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from desktop.core.phrases.typed import Stroke
from desktop.services.typed_codes import TYPED_CODES
from tests.gui.conftest import Agent

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # no window system here
SWITCH = "Codes typed in the chat become phrases"


def switch(agent: Agent) -> QCheckBox:
    agent.window._desk.open_settings("typed_codes")
    return next(b for b in agent.window.findChildren(QCheckBox) if b.text() == SWITCH)


@pytest.fixture
def on(agent: Agent) -> None:
    assert agent.window._desk.services.typed_codes.switch(on=True) is None


def type_in_chat(agent: Agent, text: str) -> None:
    agent.desktop.active = agent.chat.window
    for character in text:
        agent.desktop.type(character)
        agent.desktop.time.pass_ms(50)


def test_off_until_switched_on_and_on_until_switched_off(agent: Agent) -> None:
    box = switch(agent)
    assert not box.isChecked()
    type_in_chat(agent, ";sd ")
    assert agent.sent == ";sd "
    box.click()
    assert TYPED_CODES.of(agent.store)
    type_in_chat(agent, ";sd ")
    assert agent.sent == ";sd 稍等一下哈，马上回复您"
    box.click()
    type_in_chat(agent, ";sd ")
    assert agent.sent.endswith(";sd ")


def test_where_it_cannot_be_had_the_switch_goes_back_and_the_page_says_why(agent: Agent) -> None:
    agent.typing.missing = "wayland"
    box = switch(agent)
    box.click()
    assert not box.isChecked()
    assert any("Wayland lets no program see" in text for text in agent.texts)
    assert box.accessibleDescription()


def test_a_code_is_a_use_of_its_phrase(agent: Agent, on: None) -> None:
    type_in_chat(agent, ";sd ")
    assert agent.sent
    assert agent.store.kept.usage["p/greet.busy/1"].count == 1


def test_an_empty_field_is_asked_for_and_the_code_goes_when_the_phrase_is_pasted(
    agent: Agent, on: None, qtbot: QtBot
) -> None:
    type_in_chat(agent, "好的;fs ")
    qtbot.waitUntil(lambda: bool(agent.fields))
    assert agent.sent == "好的;fs "
    agent.desktop.active = int(agent.window.winId())
    agent.write("小王")
    agent.press(Qt.Key.Key_Return)
    assert agent.sent == "好的小王，小王收到请回复"


def test_a_code_that_was_typed_on_after_is_left_when_its_phrase_is_pasted_at_last(
    agent: Agent, on: None, qtbot: QtBot
) -> None:
    type_in_chat(agent, ";fs ")
    qtbot.waitUntil(lambda: bool(agent.fields))
    type_in_chat(agent, "!")
    agent.write("小王")
    agent.press(Qt.Key.Key_Return)
    assert agent.sent == ";fs !小王，小王收到请回复"


def test_typing_on_at_once_says_that_nothing_was_replaced(agent: Agent, on: None) -> None:
    type_in_chat(agent, ";sd")
    agent.desktop.type(" ")
    agent.desktop.make(Stroke("a"))
    assert agent.sent == ";sd a"
    assert "typed on" in agent.toast
    QApplication.processEvents()
