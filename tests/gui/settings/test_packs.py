"""The page for packs: an invitation is followed, checked, and left, with a real repository."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.packs.invitation import invitation_file
from desktop.remote.client.client import Client
from desktop.remote.client.places import Places
from desktop.services.packs import PackSource
from desktop.services.subscriptions import HeldPacks, PackClient
from desktop.store.files import PackPlace
from desktop.ui.settings.pack_card import PackCard
from desktop.ui.settings.window import SettingsWindow
from tests.gui.conftest import Agent, Come
from tests.gui.settings.window import open_settings, toast
from tests.packs import NoCache
from tests.remote.commands import write_pack
from tests.remote.team import Team

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # no window system here
LINK = "Link of the invitation (miaohui://…)"
YES, NO = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No


class Machine:
    """Where an agent's packs lie."""

    def __init__(self, team: Team, folder: Path) -> None:
        self._client = Client(folder, team.clock.now, Places())

    def held(self) -> HeldPacks | None:
        return self._client

    def client(self) -> PackClient:
        return self._client


@pytest.fixture
def team(tmp_path: Path) -> Team:
    team = Team(tmp_path)
    data = PackSource(NoCache(), tuple).build(PackPlace(write_pack(tmp_path / "pack", "您好"))).data
    team.publisher.publish("dress", data, "")
    return team


@pytest.fixture
def agent(come: Come, team: Team, tmp_path: Path) -> Agent:
    agent = come(sources=Machine(team, tmp_path / "agent"))
    agent.following.start()
    settle(agent)
    return agent


@pytest.fixture
def window(agent: Agent, qtbot: QtBot) -> SettingsWindow:
    window = open_settings(agent, qtbot)
    agent.window._desk.open_settings("packs")
    return window


@pytest.fixture
def invited(team: Team, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that the agent will choose."""
    invitation = team.publisher.invitation([str(team.place)], ["dress"])
    path = tmp_path / "dress.miaohui-invite"
    path.write_bytes(invitation_file(invitation))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    return path


def settle(agent: Agent) -> None:
    while agent.jobs.waiting():
        agent.jobs.finish()
    QApplication.processEvents()


def answer(monkeypatch: pytest.MonkeyPatch, button: QMessageBox.StandardButton) -> list[str]:
    """What will be asked, and gets this answer."""
    asked: list[str] = []
    monkeypatch.setattr(
        QMessageBox,
        "question",
        lambda _parent, _title, text, **_: asked.append(text) or button,
    )
    return asked


def cards(window: SettingsWindow) -> list[str]:
    """What each pack's card says."""
    QApplication.processEvents()  # what is new in a layout is shown then
    return [
        " | ".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())
        for card in window.findChildren(PackCard)
    ]


def test_an_invitation_is_followed_once_the_agent_has_compared_the_digits(
    agent: Agent, window: SettingsWindow, invited: Path, monkeypatch: pytest.MonkeyPatch, team: Team
) -> None:
    asked = answer(monkeypatch, YES)
    agent.click("From a file…")
    spoken = team.publisher.invitation([str(team.place)], ["dress"]).spoken
    assert spoken in asked[0]
    settle(agent)
    assert toast(window) == "Followed from now on: dress"
    (card,) = cards(window)
    assert card.startswith("连衣裙 | dress v1 — found in order ")


def test_digits_that_differ_end_it(
    agent: Agent, window: SettingsWindow, invited: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, NO)
    agent.click("From a file…")
    settle(agent)
    assert cards(window) == []


def test_what_is_no_invitation_is_told_at_the_field(agent: Agent, window: SettingsWindow) -> None:
    link = agent.line_edit(LINK)
    link.setFocus()
    QTest.keyClicks(link, "https://example.com/packs")
    agent.press(Qt.Key.Key_Return)
    assert any("no invitation" in text for text in agent.texts)
    agent.press(Qt.Key.Key_Backspace)
    assert not any("no invitation" in text for text in agent.texts)


def test_a_file_that_is_no_invitation_is_told_too(
    agent: Agent, window: SettingsWindow, invited: Path
) -> None:
    invited.write_bytes(b"\x00\x01")
    agent.click("From a file…")
    assert any("no invitation" in text for text in agent.texts)
    invited.unlink()
    agent.click("From a file…")
    assert any(text.startswith("cannot read") for text in agent.texts)


def test_a_check_shows_that_it_runs_and_why_it_failed(
    agent: Agent,
    window: SettingsWindow,
    invited: Path,
    monkeypatch: pytest.MonkeyPatch,
    team: Team,
    tmp_path: Path,
) -> None:
    answer(monkeypatch, YES)
    agent.click("From a file…")
    settle(agent)
    team.place.rename(tmp_path / "moved")
    agent.click("Check now")
    assert "Checking…" in agent.texts
    assert "Stop" in agent.texts
    assert not button(window, "Check now").isEnabled()
    settle(agent)
    assert "Checking…" not in agent.texts
    (card,) = cards(window)
    assert "there is no folder" in card


def test_a_pack_is_left_only_with_a_yes(
    agent: Agent, window: SettingsWindow, invited: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, YES)
    agent.click("From a file…")
    settle(agent)
    answer(monkeypatch, NO)
    agent.click("Leave…")
    settle(agent)
    assert len(cards(window)) == 1
    asked = answer(monkeypatch, YES)
    agent.click("Leave…")
    settle(agent)
    assert "连衣裙" in asked[0]
    assert cards(window) == []
    assert any(text.startswith("None yet.") for text in agent.texts)


def button(window: SettingsWindow, text: str) -> QPushButton:
    return next(b for b in window.findChildren(QPushButton) if b.text() == text)
