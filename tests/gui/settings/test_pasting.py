"""The pasting page: how programs take phrases, and whether they are sent."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QSpinBox,
)

from desktop.core.pasting import PasteRule, PasteRules
from desktop.services.pasting import PASTE_AND_SEND, PASTE_RULES
from desktop.ui.settings.window import SettingsWindow
from tests.gui.conftest import Agent
from tests.gui.settings.window import pick, tick

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # no window system here
CONTROL = Qt.KeyboardModifier.ControlModifier


def open_pasting(agent: Agent) -> None:
    agent.window._desk.open_settings("pasting")


def test_a_program_gets_a_rule_of_its_own_that_is_kept_at_once(
    agent: Agent, window: SettingsWindow
) -> None:
    open_pasting(agent)
    field = agent.line_edit("Program for a new rule")
    assert field.text() == "chat", "the program that phrases go to now"
    field.setText("AliWorkbench.exe")
    field.setFocus()
    agent.press(Qt.Key.Key_Return)
    pause = agent.one(QSpinBox, "aliworkbench: Pause before pasting")
    pause.setFocus()
    agent.press(Qt.Key.Key_Up)
    agent.press(Qt.Key.Key_Up)
    pick(agent, "aliworkbench: Send key", "Ctrl+Enter")
    rule = PASTE_RULES.of(agent.store).of("AliWorkbench")
    assert (rule.before_ms, str(rule.send_key)) == (100, "Ctrl+Enter")
    assert PASTE_RULES.of(agent.store).usual == PasteRule()
    QApplication.processEvents()  # a new card is shown when there is time
    agent.click("aliworkbench: Remove the rule")
    assert PASTE_RULES.of(agent.store) == PasteRules()


def test_all_other_programs_have_a_rule_too(agent: Agent, window: SettingsWindow) -> None:
    open_pasting(agent)
    pick(agent, "All other programs: Paste key", "Shift+Insert")
    assert str(PASTE_RULES.of(agent.store).of("anything").paste_key) == "Shift+Insert"


def test_nothing_is_sent_for_the_agent_until_it_is_switched_on(
    agent: Agent, window: SettingsWindow
) -> None:
    open_pasting(agent)
    assert not PASTE_AND_SEND.of(agent.store)
    tick(agent, "Phrases may be pasted and sent with one key")
    assert PASTE_AND_SEND.of(agent.store)
