"""Docking from the window: what the agent presses, sees and is told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from desktop.core.docking.model import Presence, Rect
from desktop.ui.docking import PickHint
from tests.gui.conftest import Agent, Come

pytestmark = pytest.mark.qt_log_ignore("does not support raise")  # Qt without a screen

FRAME = Rect(60, 80, 300, 500)
BESIDE = Rect(360, 80, 324, 500)


def choose(agent: Agent, *texts: str) -> None:
    """Chooses from the window's menu."""
    menu = next(b.menu() for b in agent.window.findChildren(QToolButton) if b.menu())
    for text in texts[:-1]:
        menu = next(below for below in menu.findChildren(QMenu) if below.title() == text)
    next(action for action in menu.actions() if action.text() == texts[-1]).trigger()


def dock(agent: Agent) -> None:
    """Picks the only window there is."""
    agent.click("Dock to a window…")
    agent.others.point_at(1)
    agent.others.settle()


@pytest.fixture
def beside(agent: Agent) -> Agent:
    """An agent whose window is docked to a chat window."""
    agent.window.setGeometry(400, 60, 330, 400)
    agent.window.dock()
    agent.others.open()
    agent.others.change(1, frame=FRAME)
    dock(agent)
    assert frame(agent) == BESIDE
    return agent


def hints(agent: Agent) -> list[str]:
    """What stands at the top of the screen."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, PickHint)]
    return [hint.text() for hint in found if hint.isVisible()]


def frame(agent: Agent) -> Rect:
    """Where the window stands, once it knows that itself."""
    QApplication.processEvents()
    return agent.own.frame(int(agent.window.winId()))


def settled(agent: Agent, qtbot: QtBot) -> None:
    """The window has come to rest."""
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not agent.window._standing._settled.isActive())


def test_picking_says_what_to_do_until_it_is_done(agent: Agent) -> None:
    agent.window.dock()
    agent.others.open()
    agent.click("Dock to a window…")
    assert hints(agent) == ["Click the chat window to dock to. Esc cancels"]
    agent.others.press("Escape")
    assert hints(agent) == []
    agent.press(
        Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert len(hints(agent)) == 1
    agent.others.press("Return")
    agent.others.settle()
    assert hints(agent) == []
    assert "Undock" in {b.accessibleName() for b in agent.window.findChildren(QToolButton)}
    assert "Docked" in agent.toast


def test_the_window_follows_goes_and_comes_back_without_the_focus(beside: Agent) -> None:
    agent = beside
    agent.others.change(1, frame=Rect(10, 100, 340, 420))
    assert frame(agent) == Rect(350, 100, 324, 420)
    agent.others.change(1, presence=Presence.AWAY)
    assert not agent.window.isVisible()
    agent.others.change(1, presence=Presence.SHOWN)
    assert agent.window.isVisible()
    assert int(agent.window.winId()) in agent.own.refusing
    assert agent.desktop.active == agent.chat.window


def test_a_docked_place_is_not_the_windows_own(beside: Agent, come: Come, qtbot: QtBot) -> None:
    agent = beside
    settled(agent, qtbot)
    agent.window.hide()
    agent.window.show()
    choose(agent, "Dock", "Undock")
    assert agent.window.geometry() == QRect(400, 60, 330, 400)
    agent.window.hide()
    assert come(**agent.store.settings).window.geometry() == QRect(400, 60, 330, 400)


def test_dragging_the_window_away_undocks_it_which_can_be_taken_back(
    beside: Agent, qtbot: QtBot
) -> None:
    agent = beside
    settled(agent, qtbot)
    agent.window.move(450, 200)
    settled(agent, qtbot)
    assert agent.toast == "Undocked"
    agent.others.change(1, frame=Rect(0, 0, 300, 500))
    assert agent.window.pos().toTuple() == (450, 200)
    agent.click("Dock again")
    agent.others.settle()
    assert frame(agent) == Rect(300, 0, 324, 500)


def test_a_window_hidden_to_the_tray_stays_there(
    beside: Agent, monkeypatch: pytest.MonkeyPatch
) -> None:
    agent = beside
    monkeypatch.setattr(agent.window._tray, "appear", lambda: True)
    agent.window.close()
    agent.others.change(1, presence=Presence.AWAY)
    agent.others.change(1, presence=Presence.SHOWN)
    agent.others.change(1, frame=Rect(0, 0, 300, 400))
    assert not agent.window.isVisible()
    agent.window.come_forward()
    assert frame(agent) == Rect(300, 0, 324, 400)


def test_a_search_while_the_chat_is_minimised_shows_the_window_only_meanwhile(
    beside: Agent,
) -> None:
    agent = beside
    agent.others.change(1, presence=Presence.AWAY)
    agent.window.run("search")
    assert agent.window.isVisible()
    agent.press(Qt.Key.Key_Escape)
    assert not agent.window.isVisible()
    agent.others.change(1, presence=Presence.SHOWN)
    assert agent.window.isVisible()


def test_closing_the_chat_is_told_and_the_next_one_is_docked_to(beside: Agent) -> None:
    agent = beside
    agent.others.close(1)
    assert agent.window.geometry() == QRect(400, 60, 330, 400)
    assert agent.toast == "Chat was closed. When it is opened again, this docks to it"
    agent.others.open(number=2)
    agent.others.change(2, frame=FRAME)
    agent.others.settle()
    assert frame(agent) == BESIDE


def test_side_and_state_stand_in_the_menu(beside: Agent) -> None:
    agent = beside
    agent.others.change(1, frame=Rect(400, 80, 300, 500))
    choose(agent, "Dock", "On its left")
    assert frame(agent) == Rect(76, 80, 324, 500)
    [menu] = [m for m in agent.window.findChildren(QMenu) if m.title() == "Dock"]
    assert [a.text() for a in menu.actions() if a.isChecked()] == ["On its left"]
    assert menu.actions()[0].text() == "Docked to Chat"
    choose(agent, "Dock", "Undock")
    assert menu.actions()[0].text() == "Not docked"


def test_a_chat_client_known_by_name_is_docked_to_when_it_comes(agent: Agent) -> None:
    agent.window.dock()
    choose(agent, "Dock", "Dock to Qianniu")
    assert agent.toast == "Docks to Qianniu when it is there"
    agent.others.open("店:小林-接待中心", "AliWorkbench.exe")
    agent.others.change(1, frame=FRAME)
    agent.others.settle()
    assert frame(agent) == BESIDE


def test_where_docking_cannot_be_had_one_line_says_why(agent: Agent) -> None:
    agent.others.missing = "wayland"
    agent.window.dock()
    agent.click("Dock to a window…")
    assert hints(agent) == []
    assert "Wayland" in agent.toast
    agent.others.missing, agent.others.broken = None, True
    choose(agent, "Dock", "Dock to a window…")
    assert "X server" in agent.toast


def test_the_next_start_docks_again(beside: Agent, come: Come) -> None:
    again = come(**beside.store.settings)
    again.others.open()
    again.others.change(1, frame=FRAME)
    assert frame(again) != BESIDE
    again.window.dock()
    again.others.settle()
    assert frame(again) == BESIDE
