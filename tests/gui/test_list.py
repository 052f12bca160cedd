"""Pointing at phrases: clicks that leave the focus in the chat, folding, pins, many rows."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from desktop.core.hotkeys import parse_hotkey
from desktop.core.phrases.model import Category, Group, Library, Overlay, Phrase
from desktop.core.validity import Validity
from tests.fakes.desktop import FakeDesktop
from tests.gui.conftest import Agent, Come, phrase

DAY = timedelta(days=1)


def menu_entry(agent: Agent, row: int, text: str) -> None:
    """Opens a row's menu and chooses from it."""
    rows = agent.rows
    index = rows.model().index(row, 0)
    rows.menu_wanted.emit(row, rows.mapToGlobal(rows.visualRect(index).center()))
    menu = next(
        menu
        for menu in agent.window.findChildren(QMenu)
        if any(action.text() == text for action in menu.actions())
    )
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()


def test_a_click_pastes_at_the_chats_caret_and_never_takes_the_focus(agent: Agent) -> None:
    agent.click("招呼")
    agent.click_row(2)
    assert agent.sent == "稍等一下哈，马上回复您"
    assert agent.desktop.active == agent.chat.window
    assert agent.own.refusing == {int(agent.window.winId())}


def test_a_click_on_a_phrase_with_an_empty_field_asks_for_it_with_the_focus(agent: Agent) -> None:
    agent.click("价格")
    agent.click_row(1)
    assert agent.sent == ""
    assert agent.own.accepting == {int(agent.window.winId())}
    assert agent.fields[0].hasFocus()


def test_clicking_into_the_search_box_takes_the_focus_and_losing_it_refuses_it_again(
    agent: Agent,
) -> None:
    QTest.mouseClick(agent.search, Qt.MouseButton.LeftButton)
    assert agent.desktop.active == int(agent.window.winId())
    agent.write("光临")
    agent.press(Qt.Key.Key_Return)
    assert agent.sent == "您好，欢迎光临示例代购店"
    agent.window.hide()
    assert agent.own.refusing == {int(agent.window.winId())}


def test_pressing_on_one_row_and_releasing_on_another_pastes_nothing(agent: Agent) -> None:
    agent.click("招呼")
    rows = agent.rows
    from_row, to_row = (rows.visualRect(rows.model().index(n, 0)).center() for n in (1, 2))
    QTest.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, pos=from_row)
    QTest.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, pos=to_row)
    assert agent.sent == ""


def test_a_heading_folds_its_group_and_stays_folded_at_the_next_start(
    agent: Agent, come: Come
) -> None:
    agent.click("招呼")
    agent.click_row(0)
    assert [line.split()[0] for line in agent.lines] == ["初次进店", "老客", "1"]
    again = come(**agent.store.settings)
    again.click("招呼")
    assert len(again.lines) == 3
    again.click_row(0)
    assert len(again.lines) == 5


def test_a_heading_folds_by_keyboard(agent: Agent) -> None:
    agent.window.run("search")
    agent.click("招呼")
    rows = agent.rows
    rows.setFocus()
    rows.setCurrentIndex(rows.model().index(0, 0))
    agent.press(Qt.Key.Key_Return)
    assert len(agent.lines) == 3


def test_letters_typed_in_the_list_go_to_the_search_box(agent: Agent) -> None:
    agent.window.run("search")
    agent.rows.setFocus()
    agent.write("hl")
    assert agent.search.text() == "hl"
    assert agent.search.hasFocus()


@pytest.mark.qt_log_ignore("This plugin does not support")  # menus, without a window system
def test_a_pinned_phrase_leads_the_frequent_ones_and_its_place_is_its_hotkey(
    agent: Agent,
) -> None:
    agent.click("招呼")
    menu_entry(agent, 4, "Pin to Frequent")
    agent.click("Frequent")
    assert "又见面" in agent.lines[0]
    agent.window.run("pin.1")
    assert agent.sent == "又见面啦，您好呀"
    assert agent.desktop.active == agent.chat.window
    menu_entry(agent, 0, "Unpin")
    agent.window.run("pin.1")
    assert agent.toast == "Nothing is pinned at place 1 yet."


def test_a_hotkeys_phrase_is_pasted_without_touching_the_window(come: Come) -> None:
    hotkeys = {"p/greet.back/1": parse_hotkey("Ctrl+Alt+J")}
    agent = come(Overlay(hotkeys=hotkeys))
    agent.click("价格")
    before = agent.lines
    agent.window.run("phrase:p/greet.back/1")
    assert agent.sent == "又见面啦，您好呀"
    assert agent.lines == before


def test_where_only_the_window_in_use_may_copy_a_hotkeys_phrase_waits_there_for_enter(
    come: Come,
) -> None:
    agent = come(Overlay(hotkeys={"p/greet.back/1": parse_hotkey("Ctrl+Alt+J")}))
    agent.own.copies = False
    agent.window.run("phrase:p/greet.back/1")
    assert agent.desktop.active == int(agent.window.winId())
    assert agent.sent == ""
    agent.press(Qt.Key.Key_Return)
    assert agent.sent == "又见面啦，您好呀"


def test_a_hotkey_of_a_phrase_that_is_gone_says_so(agent: Agent) -> None:
    agent.window.run("phrase:p/gone/1")
    assert "do not have this one now" in agent.toast


def test_a_hotkeys_phrase_with_an_empty_field_opens_for_filling_in(agent: Agent) -> None:
    agent.window.run("phrase:p/price.twice/1")
    assert agent.desktop.active == int(agent.window.winId())
    assert [field.name for field in agent.fields] == ["收件人", "收件人"]
    agent.write("李雷")
    agent.press(Qt.Key.Key_Return)
    assert agent.sent == "李雷，李雷收到请回复"


def test_arrow_keys_on_the_chips_open_the_neighbour(agent: Agent) -> None:
    agent.window.run("search")
    agent.press(Qt.Key.Key_Tab)
    agent.press(Qt.Key.Key_Tab)
    agent.press(Qt.Key.Key_Right)
    assert agent.lines[0] == "初次进店 2"


def test_only_the_rows_in_sight_of_ten_thousand_are_asked_for(come: Come) -> None:
    many = tuple(Phrase(f"p/s/{n}", "s", f"话术{n}", f"第{n}句", "") for n in range(10_000))
    agent = come(library=Library((Category("s", "很多", (Group("", many),)),)))
    agent.click("很多")
    rows = agent.rows
    asked = set[int]()
    model = rows.model()
    real = model.data

    def counted(index, role=Qt.ItemDataRole.DisplayRole):
        asked.add(index.row())
        return real(index, role)

    model.data = counted
    rows.viewport().grab()
    assert 0 < len(asked) <= 40


def test_matched_characters_are_painted_in_their_own_colour(agent: Agent) -> None:
    agent.window.run("search")
    mark = agent.window._desk.theme.tokens.match.lower()
    rows = agent.rows

    def colours() -> set[str]:
        picture = rows.viewport().grab().toImage()
        everywhere = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
        return {picture.pixelColor(x, y).name() for x, y in everywhere}

    assert mark not in colours()
    agent.write("欢迎")
    assert mark in colours()


def test_category_whose_phrases_are_over_leaves_the_window(come: Come) -> None:
    start = FakeDesktop().time.now()
    sale = Phrase("p/sale/1", "sale", "满减", "今晚满减", valid=Validity(start, start + DAY))
    agent = come(
        library=Library(
            (
                Category("greet", "招呼", (Group("", (phrase("greet.first", "问候", "您好"),)),)),
                Category("sale", "大促", (Group("", (sale,)),)),
            )
        )
    )
    agent.click("大促")
    agent.click_row(0)
    assert agent.sent == "今晚满减"
    agent.desktop.time.pass_ms(DAY.total_seconds() * 1000)
    agent.library.keep_up()
    assert "大促" not in agent.texts
    assert "问候" in agent.lines[0]
    agent.window.run("phrase:p/sale/1")
    assert agent.sent == "今晚满减"
    assert "do not have this one now" in agent.toast
