"""The pages for data and machine: backups, going back, what works here."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QMessageBox,
    QPushButton,
)

from desktop.services.doctor import Check
from desktop.ui.settings.window import SettingsWindow
from tests.gui.conftest import Agent
from tests.gui.settings.window import toast

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # no window system here
CONTROL = Qt.KeyboardModifier.ControlModifier


def open_data(agent: Agent) -> QListWidget:
    agent.window._desk.open_settings("data")
    return agent.one(QListWidget, "Backups")


def test_a_backup_is_made_when_asked_for_and_stands_first_in_the_list(
    agent: Agent, window: SettingsWindow
) -> None:
    agent.archive.back_up()
    backups = open_data(agent)
    assert backups.count() == 1
    agent.desktop.time.pass_ms(60_000)
    agent.click("Back up now")
    assert backups.count() == 2
    assert backups.item(0).text() > backups.item(1).text()
    assert toast(window) == "The backup is made."
    agent.archive.full = True
    agent.click("Back up now")
    assert toast(window).startswith("the disk is full: no backup was made")


@pytest.mark.parametrize("answer", [QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No])
def test_going_back_to_a_backup_is_asked_once_more(
    agent: Agent,
    window: SettingsWindow,
    monkeypatch: pytest.MonkeyPatch,
    answer: QMessageBox.StandardButton,
) -> None:
    older = agent.archive.back_up()
    agent.desktop.time.pass_ms(60_000)
    agent.archive.back_up()
    asked = list[str]()
    monkeypatch.setattr(
        QMessageBox, "question", lambda _parent, _title, text: asked.append(text) or answer
    )
    backups = open_data(agent)
    backups.setCurrentRow(1)
    agent.click("Restore…")
    assert backups.item(1).text() in asked[0]
    assert agent.restored == ([older] if answer == QMessageBox.StandardButton.Yes else [])


def test_what_works_here_is_looked_for_beside_the_window_and_told_with_what_mends_it(
    agent: Agent, window: SettingsWindow
) -> None:
    agent.checks = [
        Check("display", ok=True, code="display", values={"kind": "x11"}),
        Check("keys", ok=False, code="no_xtest"),
    ]
    agent.window._desk.open_settings("check")
    assert "Looking…" in agent.texts
    again = next(b for b in window.findChildren(QPushButton) if b.text() == "Check again")
    assert not again.isEnabled()
    agent.jobs.finish()
    QApplication.processEvents()
    assert "there is a display (x11)" in agent.texts
    assert any("XTEST" in text for text in agent.texts)
    agent.click("Copy the report")
    assert agent.clipboard.startswith("✓ Display: there is a display (x11)\n✗ Keys: ")
    agent.checks = agent.checks[:1]
    again.click()
    assert agent.jobs.waiting() == 1
    agent.jobs.finish()
    assert "Everything works." in agent.texts
