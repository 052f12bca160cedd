"""A supervisor publishes from the window: a real repository, real keys, a real pack."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QPushButton, QTextBrowser

from desktop.platform.clock import SystemClock
from desktop.publishing import publish_desk, repositories
from desktop.services.packs import PackSource
from desktop.services.repositories import Repository
from desktop.services.repository import PackPublisher
from desktop.ui.packs.publish import PublishWindow
from desktop.ui.packs.signatures import Signatures
from desktop.ui.shell.menu import WindowMenu
from tests.gui.conftest import Agent, Come
from tests.packs import NoCache
from tests.remote.commands import PASSPHRASE, write_pack
from tests.remote.team import OnePassphrase

ENTRY = "Publish a pack…"


class Lead:
    """Somebody with keys, at the publish window."""

    def __init__(self, come: Come, folder: Path) -> None:
        keys = folder / "publishing" / "packs" / "keys"
        self.place = folder / "packs"
        self.repository = Repository("packs", str(self.place), str(keys))
        machine = repositories(folder / "publishing", SystemClock())
        self.publisher: PackPublisher = machine.set_up(
            self.repository, ["阿婷"], 1, OnePassphrase(PASSPHRASE)
        )
        self.publisher.add_pack("dress", "阿婷")
        self.pack = write_pack(folder / "team", "您好")
        packs = PackSource(NoCache(), tuple)
        desk = publish_desk(packs, folder / "publishing", SystemClock())
        self.agent: Agent = come(publishing=desk, **{"publish.folder": str(self.pack)})
        self.open()

    def open(self) -> None:
        [action] = [a for a in self.agent.one(WindowMenu).actions() if a.text() == ENTRY]
        action.trigger()
        self.finish()

    def finish(self) -> None:
        while self.agent.jobs.waiting():
            self.agent.jobs.finish()

    @property
    def window(self) -> PublishWindow:
        return self.agent.one(PublishWindow)

    @property
    def shown(self) -> str:
        return self.agent.one(QTextBrowser, "What would be published").toPlainText()

    @property
    def said(self) -> str:
        return str(self.window._form.state.text())

    def button(self, text: str) -> QPushButton:
        return next(b for b in self.window.findChildren(QPushButton) if b.text() == text)

    def type_passphrase(self, passphrase: str = PASSPHRASE) -> QLineEdit:
        field = self.agent.line_edit("Passphrase of the keys")
        field.setText(passphrase)
        return field

    def versions(self) -> list[int]:
        return [edition.version for edition in self.publisher.history("dress")]


@pytest.fixture
def lead(come: Come, tmp_path: Path) -> Lead:
    return Lead(come, tmp_path)


def test_only_who_holds_a_key_is_offered_to_publish(come: Come, lead: Lead) -> None:
    offered = [a.text() for a in lead.agent.one(WindowMenu).actions() if a.isVisible()]
    assert ENTRY in offered
    nobody = come()
    assert ENTRY not in [a.text() for a in nobody.one(WindowMenu).actions() if a.isVisible()]


def test_a_pack_is_looked_at_previewed_and_published_with_the_keyboard(lead: Lead) -> None:
    assert "dress v1: 1 phrases" in lead.shown
    lead.agent.one(QPlainTextEdit, "Note for agents").setPlainText("开张")
    QTest.keyClick(lead.type_passphrase(), Qt.Key.Key_Return)
    lead.finish()
    assert lead.said.startswith("Published dress v1")
    assert [e.note for e in lead.publisher.history("dress")] == ["开张"]
    assert lead.agent.line_edit("Passphrase of the keys").text() == ""
    write_pack(lead.pack, "您好呀")
    lead.button("Check").click()
    lead.finish()
    assert "dress v1 → v2" in lead.shown
    assert "您好呀" in lead.shown


def test_what_agents_have_already_cannot_be_published_again(lead: Lead) -> None:
    lead.type_passphrase()
    lead.button("Publish").click()
    lead.finish()
    lead.button("Check").click()
    lead.finish()
    assert lead.said == "Nothing has changed: agents have exactly this."
    assert not lead.button("Publish").isEnabled()


def test_errors_block_and_are_told_with_file_and_line(lead: Lead) -> None:
    write_pack(lead.pack, "'您好 {{ 店名 }}'")
    lead.button("Check").click()
    lead.finish()
    assert "error greet.yaml:6" in lead.shown
    assert lead.said == "Not published: there are errors"
    assert not lead.button("Publish").isEnabled()


def test_warnings_need_a_tick(lead: Lead) -> None:
    with (lead.pack / "greet.yaml").open("a", encoding="utf-8") as file:
        file.write("\n      - {scenario: greet.first, title: 又一条, text: 您好}\n")
    lead.button("Check").click()
    lead.finish()
    assert "warning greet.yaml" in lead.shown
    assert not lead.button("Publish").isEnabled()
    lead.agent.one(QCheckBox, "").setChecked(True)
    assert lead.button("Publish").isEnabled()


def test_a_wrong_passphrase_publishes_nothing_and_keeps_what_was_written(lead: Lead) -> None:
    note = lead.agent.one(QPlainTextEdit, "Note for agents")
    note.setPlainText("开张")
    lead.type_passphrase("something else")
    lead.button("Publish").click()
    lead.finish()
    assert "wrong passphrase" in lead.said
    assert note.toPlainText() == "开张"
    assert lead.versions() == []
    assert lead.button("Publish").isEnabled()


def test_stopping_leaves_agents_with_what_they_had(lead: Lead) -> None:
    lead.type_passphrase()
    lead.button("Publish").click()
    assert not lead.button("Publish").isEnabled()
    lead.button("Stop").click()
    lead.finish()
    assert lead.said == "cancelled"
    assert lead.versions() == []


def test_signatures_are_told_in_days_and_renewed(lead: Lead) -> None:
    roles = lead.agent.one(Signatures)._roles.text()
    assert "index: sign again before" in roles
    lead.type_passphrase()
    lead.button("Sign the index again").click()
    lead.finish()
    assert "less than a day old" in lead.agent.one(Signatures)._said.text()


def test_a_note_that_was_written_survives_another_check(lead: Lead) -> None:
    note = lead.agent.one(QPlainTextEdit, "Note for agents")
    (lead.pack / "notes.yaml").write_text("1: 第一版\n", encoding="utf-8")
    lead.button("Check").click()
    lead.finish()
    assert note.toPlainText() == "第一版"
    note.setPlainText("开张啦")
    lead.button("Check").click()
    lead.finish()
    assert note.toPlainText() == "开张啦"


def test_the_focus_stays_while_it_looks(lead: Lead) -> None:
    field = lead.agent.line_edit("Folder of the pack")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.hasFocus()
    lead.finish()
    assert field.hasFocus()


def test_a_folder_without_a_pack_is_one_line(lead: Lead) -> None:
    lead.agent.line_edit("Folder of the pack").setText(str(lead.place / "nothing"))
    lead.button("Check").click()
    lead.finish()
    assert "nothing" in lead.said
    assert lead.shown == ""


def test_everything_to_type_in_has_a_name_and_escape_closes(lead: Lead) -> None:
    kinds: tuple[Callable[..., object], ...] = (QLineEdit, QPlainTextEdit)
    for kind in kinds:
        for field in lead.window.findChildren(kind):  # type: ignore[call-overload]
            assert field.accessibleName() or field.parent().accessibleName()
    QTest.keyClick(lead.window, Qt.Key.Key_Escape)
    assert not lead.window.isVisible()
