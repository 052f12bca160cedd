"""The reply clock in the header: started by its key, stopped by the paste, told in three ways."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication

from desktop.core.reply_clock import Day
from desktop.ui.shell.reply_clock import ReplyClockButton
from desktop.ui.theme import LIGHT
from tests.gui.conftest import Agent

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def button(agent: Agent) -> ReplyClockButton:
    return agent.one(ReplyClockButton)


def look_after(agent: Agent, seconds: float) -> tuple[str, str]:
    """What it says, and its colour, when somebody looks after so long."""
    agent.desktop.time.pass_ms(seconds * 1000)
    agent.window.hide()
    agent.window.show()
    shown = button(agent).grab().toImage()
    colours = {
        shown.pixelColor(x, y).name() for x in range(shown.width()) for y in range(shown.height())
    }
    [colour] = {LIGHT.good, LIGHT.warn, LIGHT.danger, LIGHT.dim} & colours
    return button(agent).text(), colour


def tip(agent: Agent) -> str:
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(button(agent), event)
    return button(agent).toolTip()


def test_it_tells_by_colour_and_by_words_how_long_the_customer_waits(agent: Agent) -> None:
    assert look_after(agent, 0) == ("", LIGHT.dim)
    agent.window.run("clock")
    assert look_after(agent, 12) == ("12s", LIGHT.good)
    assert look_after(agent, 12) == ("24s >20s", LIGHT.warn)
    assert look_after(agent, 12) == ("36s >30s", LIGHT.danger)
    assert button(agent).accessibleName() == "Reply clock: 36s >30s"


def test_the_next_paste_stops_it_and_the_day_has_its_median(agent: Agent) -> None:
    assert "the next paste stops it" in tip(agent)
    for seconds in (10, 16):
        agent.window.run("clock")
        agent.desktop.time.pass_ms(seconds * 1000)
        agent.window.run("phrase:p/greet.back/1")
        assert agent.sent
    assert button(agent).text() == ""
    assert tip(agent) == "Today: 2 answers, half of them within 13s (Ctrl+Alt+R)"


def test_a_click_starts_it_and_another_gives_it_up(agent: Agent) -> None:
    button(agent).click()
    assert button(agent).text() == "0s"
    button(agent).click()
    assert button(agent).text() == ""
    assert agent.window._desk.services.reply_clock.day() == Day(0, 0)


def test_it_ticks_only_while_it_runs_and_is_seen(agent: Agent) -> None:
    ticking = button(agent)._tick.isActive
    assert not ticking()
    agent.window.run("clock")
    assert ticking()
    agent.window.hide()
    assert not ticking()
    agent.window.show()
    assert ticking()
    agent.window.run("phrase:p/greet.back/1")
    assert agent.sent
    assert not ticking()
