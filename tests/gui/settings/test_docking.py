"""The docking page."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
)

from desktop.core.docking.model import Rect
from desktop.ui.settings.window import SettingsWindow
from tests.gui.conftest import Agent
from tests.gui.settings.window import pick, tick

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # no window system here
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_docking_is_switched_on_with_the_rule_that_is_written_there(
    agent: Agent, window: SettingsWindow
) -> None:
    agent.window.dock()
    window.open_page("docking")
    for name, text in (("Program", "Chat.exe"), ("Title contains", "客服| 消息")):
        line = agent.line_edit(name)
        line.setFocus()
        line.setText(text)
        QTest.keyClick(line, Qt.Key.Key_Return)
    agent.others.open("客服 - Mail", "Mail", 1)
    agent.others.open("新消息", "chat", 2)
    agent.others.change(2, frame=Rect(60, 80, 300, 500))
    tick(agent, "Stand beside another program's window")
    agent.others.settle()
    assert agent.others.watchers[0][0] == 2
    assert agent.store.settings["docking.on"] == "yes"
    assert json.loads(agent.store.settings["docking.rule"]) == {
        "program": "Chat.exe",
        "titles": ["客服", "消息"],
    }
    agent.others.change(2, frame=Rect(450, 80, 300, 500))
    pick(agent, "Side", "Left")
    QApplication.processEvents()
    assert agent.window.frameGeometry().right() + 1 == 450


def test_docking_that_cannot_be_had_says_why_on_its_page(
    agent: Agent, window: SettingsWindow
) -> None:
    agent.others.missing = "wayland"
    window.open_page("docking")
    assert any("Wayland" in text for text in agent.texts)


def test_switching_docking_on_without_a_window_has_one_pointed_at(
    agent: Agent, window: SettingsWindow
) -> None:
    agent.window.dock()
    window.open_page("docking")
    agent.others.open()
    tick(agent, "Stand beside another program's window")
    agent.others.point_at(1)
    [box] = [b for b in window.findChildren(QCheckBox) if "beside" in b.text()]
    assert box.isChecked()
    assert agent.line_edit("Program").text() == "Chat"
