"""The agent's own phrases of several parts: put together, put in order, kept, sent."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from desktop.core.packs.attached import attach
from desktop.core.phrases.model import Attachment, Overlay, Phrase
from desktop.core.phrases.own import of_parts
from desktop.ui.phrases.part_rows import PartRow
from tests.gui.conftest import Agent, Come
from tests.gui.test_parts import red_square
from tests.packs import Lies

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CONTROL = Qt.KeyboardModifier.ControlModifier
THREE = of_parts(Phrase("own/1", "", "三句", ""), ("第一句", "第二句", "第三句"))


@pytest.fixture(autouse=True)
def clean_clipboard(qapp: QApplication) -> None:
    QApplication.clipboard().clear()


def add(agent: Agent, what: str) -> None:
    """Picks an entry of the menu under “Add part”."""
    agent.click("Add part")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(action for action in menu.actions() if action.text() == what)
    menu.close()
    action.trigger()


def offered(agent: Agent) -> dict[str, bool]:
    agent.click("Add part")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    return {action.text(): action.isEnabled() for action in menu.actions()}


def texts(agent: Agent) -> list[QPlainTextEdit]:
    found = agent.window.findChildren(QPlainTextEdit)
    return sorted((text for text in found if text.isVisible()), key=top_of)


def names(agent: Agent) -> list[str]:
    """What the rows are called, from above to below."""
    rows = sorted(agent.window.findChildren(PartRow), key=top_of)
    return [row.findChild(QLabel, "field_label").text() for row in rows if row.isVisible()]


def top_of(widget: QWidget) -> int:
    QApplication.processEvents()
    return widget.mapToGlobal(widget.rect().topLeft()).y()


def kept(agent: Agent) -> Phrase:
    [phrase] = agent.store.kept.own
    return phrase


def begin(agent: Agent, title: str, text: str) -> None:
    agent.click("New phrase")
    agent.line_edit("Title").setText(title)
    texts(agent)[0].setPlainText(text)


def test_texts_and_a_copied_picture_become_one_phrase_and_are_sent_in_order(agent: Agent) -> None:
    image = QImage.fromData(red_square())
    QApplication.clipboard().setImage(image)
    begin(agent, "尺码", "尺码表在这里")
    add(agent, "Picture or file from the clipboard")
    add(agent, "Text")
    agent.write("您看下")
    assert names(agent) == ["1 · Text", "2 · Picture", "3 · Text"]
    agent.click("Save")
    first, picture, last = kept(agent).parts
    assert (first, last) == ("尺码表在这里", "您看下")
    assert isinstance(picture, Attachment)
    assert QImage.fromData(agent.own_files.kept[picture.digest]) == image
    agent.click_row(0)
    agent.desktop.time.pass_ms(3_000)
    got = agent.desktop.windows[agent.chat.window].got
    assert got == ["尺码表在这里".encode(), agent.own_files.kept[picture.digest], "您看下".encode()]


def test_a_picture_pasted_into_a_text_becomes_a_part_of_its_own(agent: Agent) -> None:
    held = QMimeData()
    held.setData("image/png", red_square())
    QApplication.clipboard().setMimeData(held)
    begin(agent, "尺码", "尺码表")
    texts(agent)[0].setFocus()
    agent.press(Qt.Key.Key_V, CONTROL)
    assert names(agent) == ["1 · Text", "2 · Picture"]
    assert list(agent.own_files.kept.values()) == [red_square()]


def test_text_that_comes_with_a_picture_of_itself_stays_text(agent: Agent) -> None:
    held = QMimeData()
    held.setText("M 92 64 39")
    held.setData("image/png", red_square())
    QApplication.clipboard().setMimeData(held)
    begin(agent, "尺码", "")
    texts(agent)[0].setFocus()
    agent.press(Qt.Key.Key_V, CONTROL)
    assert texts(agent)[0].toPlainText() == "M 92 64 39"
    assert names(agent) == ["Text"]


def test_chosen_files_are_added_as_what_they_are(
    agent: Agent, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "尺码.png").write_bytes(red_square())
    (tmp_path / "价目[1].pdf").write_bytes(b"%PDF")
    paths = [str(tmp_path / name) for name in ("尺码.png", "价目[1].pdf")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (paths, ""))
    begin(agent, "尺码", "看下")
    add(agent, "Pictures or files…")
    agent.click("Save")
    _, picture, file = kept(agent).parts
    assert isinstance(picture, Attachment)
    assert isinstance(file, Attachment)
    assert (picture.kind, picture.name) == ("picture", "尺码.png")
    assert (file.kind, file.name) == ("file", "价目_1_.pdf")


def test_copied_files_are_added_from_where_they_lie(agent: Agent, tmp_path: Path) -> None:
    (tmp_path / "价目 #1.pdf").write_bytes(b"%PDF")
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(tmp_path / "价目 #1.pdf"))])
    QApplication.clipboard().setMimeData(held)
    begin(agent, "价目", "看下")
    add(agent, "Picture or file from the clipboard")
    assert names(agent) == ["1 · Text", "2 · File"]
    assert agent.one(QWidget, "2 · File 价目 _1.pdf").isVisible()


def test_what_cannot_be_sent_is_said_and_not_added(
    agent: Agent, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "large.zip").write_bytes(bytes(20 * 2**20 + 1))
    for path, said in (("large.zip", "more than 20 MB"), ("nowhere.pdf", "cannot read")):
        chosen = [str(tmp_path / path)]
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, c=chosen: (c, ""))
        begin(agent, "大", "看下")
        add(agent, "Pictures or files…")
        assert said in agent.toast
        assert names(agent) == ["Text"]
        agent.click("Cancel")


def test_parts_are_moved_and_removed_and_a_removed_one_comes_back(come: Come) -> None:
    agent = come(Overlay(own=(THREE,)))
    agent.window.run("search")
    agent.click("Mine")
    agent.press(Qt.Key.Key_F2)
    agent.click("Move part 1 down")
    assert [text.toPlainText() for text in texts(agent)] == ["第二句", "第一句", "第三句"]
    agent.click("Move part 3 up")
    assert [text.toPlainText() for text in texts(agent)] == ["第二句", "第三句", "第一句"]
    agent.click("Remove part 2")
    assert [text.toPlainText() for text in texts(agent)] == ["第二句", "第一句"]
    agent.click("Undo")
    assert [text.toPlainText() for text in texts(agent)] == ["第二句", "第三句", "第一句"]
    agent.click("Save")
    assert kept(agent).parts == ("第二句", "第三句", "第一句")


def test_the_ends_cannot_be_moved_past_and_a_text_alone_has_nothing_to_be_moved(
    come: Come,
) -> None:
    agent = come(Overlay(own=(THREE,)))
    agent.window.run("search")
    agent.click("Mine")
    agent.press(Qt.Key.Key_F2)
    buttons = {b.accessibleName(): b.isEnabled() for b in agent.window.findChildren(QToolButton)}
    assert not buttons["Move part 1 up"]
    assert not buttons["Move part 3 down"]
    agent.click("Remove part 1")
    agent.click("Remove part 1")
    assert names(agent) == ["Text"]
    assert [b.accessibleName() for b in visible_part_buttons(agent)] == []


def visible_part_buttons(agent: Agent) -> list[QToolButton]:
    found = [b for row in agent.window.findChildren(PartRow) for b in row.findChildren(QToolButton)]
    return [button for button in found if button.isVisible()]


def test_what_is_wrong_stands_at_the_part_that_has_it(come: Come) -> None:
    agent = come(Overlay(own=(THREE,)))
    agent.window.run("search")
    agent.click("Mine")
    agent.press(Qt.Key.Key_F2)
    texts(agent)[1].setPlainText("{{ 没有这个 }}")
    rows = sorted(agent.window.findChildren(PartRow), key=top_of)
    said = [row.findChild(QLabel, "field_problem").text() for row in rows]
    assert [bool(text) for text in said] == [False, True, False]
    agent.click("Save")
    assert kept(agent) == THREE


def test_nine_parts_are_the_most(come: Come) -> None:
    full = of_parts(Phrase("own/1", "", "满", ""), tuple("一二三四五六七八九"))
    agent = come(Overlay(own=(full,)))
    agent.window.run("search")
    agent.click("Mine")
    agent.press(Qt.Key.Key_F2)
    assert not any(offered(agent).values())


def test_nothing_on_the_clipboard_can_be_added(agent: Agent) -> None:
    agent.click("New phrase")
    assert offered(agent) == {
        "Text": True,
        "Pictures or files…": True,
        "Picture or file from the clipboard": False,
    }


def test_a_copy_of_a_teams_phrase_keeps_its_picture_when_the_team_drops_it(come: Come) -> None:
    table = attach("picture", "size.png", Lies(red_square()))
    agent = come()
    agent.pack_parts["pictures/size.png"] = red_square()
    agent.window._rooms.panel._pages.edit(
        of_parts(Phrase("p/a.b/1", "a.b", "尺码表", ""), ("看下", table))
    )
    agent.click("Save")
    agent.pack_parts.clear()
    assert kept(agent).parts == ("看下", table)
    assert agent.attachments.read(table) == red_square()


def test_tab_goes_through_the_parts_from_above_to_below(come: Come) -> None:
    agent = come(Overlay(own=(THREE,)))
    agent.window.run("search")
    agent.click("Mine")
    agent.press(Qt.Key.Key_F2)
    stops = []
    for _ in range(13):
        agent.press(Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    said = [stop.accessibleName() or stop.text() for stop in stops]
    assert said[:4] == ["1 · Text", "Move part 1 down", "Remove part 1", "2 · Text"]
    assert said[-1] == "Code, for finding it by a few keys"
