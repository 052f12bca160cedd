"""The agent's own phrases: written, checked as they are typed, changed, deleted, put back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QToolButton

from desktop.core.phrases.model import Overlay, Phrase
from tests.gui.conftest import Agent, Come

CONTROL = Qt.KeyboardModifier.ControlModifier
DUTY = Phrase("own/1", "", "周末值班", "周末回复会慢一点哈", "zm")
GIFT = Phrase("own/2", "", "小样", "给您放了一份小样哦", "")


def fill_in(agent: Agent, title: str, text: str, code: str = "") -> None:
    agent.line_edit("Title").setText(title)
    agent.one(QPlainTextEdit).setPlainText(text)
    agent.line_edit("Code, for finding it by a few keys").setText(code)


def problems(agent: Agent) -> list[str]:
    labels = agent.window.findChildren(QLabel, "field_problem")
    return [label.text() for label in labels if label.isVisible()]


def test_a_new_phrase_is_kept_shown_and_can_be_pasted(agent: Agent) -> None:
    agent.window.run("search")
    agent.press(Qt.Key.Key_N, CONTROL)
    fill_in(agent, "周末值班", "{{ 店铺 }}周末有人哦", "zm")
    agent.click("Save")
    assert [p.text for p in agent.store.kept.own] == ["{{ 店铺 }}周末有人哦"]
    assert len(agent.lines) == 1
    assert "周末值班" in agent.lines[0]
    agent.click_row(0)
    assert agent.sent == "示例代购店周末有人哦"


def test_what_is_wrong_stands_at_the_field_while_it_is_typed_and_blocks_saving(
    agent: Agent,
) -> None:
    agent.click("New phrase")
    fill_in(agent, "报价", "一共 {{ 没有这个 }} 元", "bj")
    said = problems(agent)
    assert len(said) == 2
    assert "没有这个" in said[0]
    assert "报价" in said[1]
    agent.click("Save")
    assert agent.store.kept.own == ()
    fill_in(agent, "报价", "一共 {{ 应付 }} 元", "bj2")
    assert problems(agent) == []


def test_an_empty_field_is_no_problem_before_saving(agent: Agent) -> None:
    agent.click("New phrase")
    agent.line_edit("Title").setText("标题")
    assert problems(agent) == []
    agent.click("Save")
    assert len(problems(agent)) == 1
    assert agent.store.kept.own == ()


def test_a_placeholder_is_put_in_from_the_menu_where_the_caret_is(agent: Agent) -> None:
    agent.click("New phrase")
    text = agent.one(QPlainTextEdit)
    text.setPlainText("一共元")
    cursor = text.textCursor()
    cursor.setPosition(2)
    text.setTextCursor(cursor)
    [button] = agent.window.findChildren(QToolButton, "insert")
    next(action for action in button.menu().actions() if action.text() == "应付").trigger()
    assert text.toPlainText() == "一共{{ 应付 }}元"


def test_editing_changes_the_phrase_in_its_place(come: Come) -> None:
    agent = come(Overlay(own=(DUTY, GIFT)))
    agent.window.run("search")
    agent.click("Mine")
    agent.press(Qt.Key.Key_F2)
    assert agent.one(QPlainTextEdit).toPlainText() == DUTY.text
    fill_in(agent, "节日值班", "节日回复会慢一点哈", "zm")
    agent.click("Save")
    assert [p.title for p in agent.store.kept.own] == ["节日值班", "小样"]


def test_editing_a_phrase_of_the_team_makes_a_copy_of_the_agents_own(agent: Agent) -> None:
    agent.window.run("search")
    agent.click("招呼")
    agent.press(Qt.Key.Key_F2)
    fill_in(agent, "我的问候", "您好呀")
    agent.click("Save")
    assert [p.title for p in agent.store.kept.own] == ["我的问候"]
    agent.click("招呼")
    assert "热情问候" in agent.lines[1]


def test_a_deleted_phrase_comes_back_by_undo(come: Come) -> None:
    agent = come(Overlay(own=(DUTY, GIFT), pins=("own/1",)))
    agent.window.run("search")
    agent.click("Mine")
    agent.rows.setFocus()
    agent.press(Qt.Key.Key_Delete)
    assert [p.id for p in agent.store.kept.own] == ["own/2"]
    assert agent.toast == "“周末值班” is deleted."
    agent.click("Undo")
    assert [p.id for p in agent.store.kept.own] == ["own/1", "own/2"]
    assert agent.store.kept.pins == ("own/1",)
    assert len(agent.lines) == 2


def test_a_phrase_of_the_team_cannot_be_deleted(agent: Agent) -> None:
    agent.window.run("search")
    agent.click("招呼")
    agent.rows.setFocus()
    agent.press(Qt.Key.Key_Down)
    agent.press(Qt.Key.Key_Delete)
    assert len(agent.lines) == 5
    assert agent.toast == ""


def test_leaving_without_saving_can_be_taken_back(agent: Agent) -> None:
    agent.click("New phrase")
    fill_in(agent, "半句", "还没写完")
    agent.press(Qt.Key.Key_Escape)
    assert agent.search.isVisible()
    agent.click("Go on")
    assert agent.one(QPlainTextEdit).toPlainText() == "还没写完"
    agent.click("Save")
    assert [p.title for p in agent.store.kept.own] == ["半句"]


def test_delete_in_the_search_box_deletes_text_not_phrases(come: Come) -> None:
    agent = come(Overlay(own=(DUTY,)))
    agent.window.run("search")
    agent.click("Mine")
    agent.write("z")
    agent.press(Qt.Key.Key_Home)
    agent.press(Qt.Key.Key_Delete)
    assert agent.search.text() == ""
    assert agent.store.kept.own == (DUTY,)
