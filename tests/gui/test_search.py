"""Finding and pasting by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel

from tests.gui.conftest import Agent

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_search_then_enter_pastes_the_first_hit_filled_in_where_the_agent_came_from(
    agent: Agent,
) -> None:
    agent.window.run("search")
    assert agent.desktop.active == int(agent.window.winId())
    agent.write("光临")
    agent.press(Qt.Key.Key_Return)
    assert agent.sent == "您好，欢迎光临示例代购店"
    assert agent.desktop.active == agent.chat.window
    assert agent.library.overlay().usage["p/greet.first/1"].count == 1


def test_an_enter_that_ends_a_composition_pastes_nothing_and_the_next_one_does(
    agent: Agent,
) -> None:
    agent.window.run("search")
    agent.compose(preedit="guang lin")
    agent.press(Qt.Key.Key_Return)
    agent.compose(commit="光临")
    QApplication.sendEvent(agent.search, _return_press())
    assert agent.sent == ""
    agent.press(Qt.Key.Key_Space)  # whatever is released next ends the composition's key press
    agent.press(Qt.Key.Key_Return)
    assert agent.sent == "您好，欢迎光临示例代购店"


def test_a_digit_picks_from_the_list_while_the_box_is_empty_and_is_text_after_that(
    agent: Agent,
) -> None:
    agent.window.run("search")
    agent.write("bj1")
    assert agent.search.text() == "bj1"
    assert agent.sent == ""
    agent.search.clear()
    agent.click("招呼")
    agent.write("2")
    assert agent.sent == "稍等一下哈，马上回复您"
    assert agent.search.text() == ""


def test_alt_and_a_digit_pick_at_any_time(agent: Agent) -> None:
    agent.window.run("search")
    agent.write("您")
    picked = next(n for n, line in enumerate(agent.lines, 1) if "又见面" in line)
    agent.press(Qt.Key(ord(str(picked))), ALT)
    assert agent.sent == "又见面啦，您好呀"


def test_up_and_down_walk_the_list_past_headings_while_typing_goes_on(agent: Agent) -> None:
    agent.window.run("search")
    agent.click("招呼")
    agent.press(Qt.Key.Key_Down)
    agent.press(Qt.Key.Key_Down)
    agent.press(Qt.Key.Key_Down)
    agent.press(Qt.Key.Key_Up)
    agent.press(Qt.Key.Key_Return)
    assert agent.sent == "稍等一下哈，马上回复您"


def test_control_and_page_keys_walk_the_categories_around_the_end(agent: Agent) -> None:
    agent.window.run("search")
    agent.press(Qt.Key.Key_PageDown, CONTROL)
    assert agent.lines[0] == "初次进店 2"
    agent.press(Qt.Key.Key_PageUp, CONTROL)
    agent.press(Qt.Key.Key_PageUp, CONTROL)
    assert agent.lines == []
    agent.press(Qt.Key.Key_PageDown, CONTROL)
    assert agent.lines != []


def test_escape_empties_the_box_first_and_then_gives_the_focus_back(agent: Agent) -> None:
    agent.window.run("search")
    agent.write("光")
    agent.press(Qt.Key.Key_Escape)
    assert agent.search.text() == ""
    assert agent.desktop.active == int(agent.window.winId())
    agent.press(Qt.Key.Key_Escape)
    agent.desktop.time.pass_ms(100)
    assert agent.desktop.active == agent.chat.window
    assert agent.window.isVisible()


def test_escape_gives_the_focus_back_also_after_another_hotkey_took_the_keyboard_for_a_moment(
    agent: Agent,
) -> None:
    agent.window.run("search")
    for kind in (QEvent.Type.WindowDeactivate, QEvent.Type.WindowActivate):
        QApplication.sendEvent(agent.window, QEvent(kind))
    agent.press(Qt.Key.Key_Escape)
    agent.desktop.time.pass_ms(100)
    assert agent.desktop.active == agent.chat.window


def test_escape_hides_the_window_again_if_the_hotkey_had_to_show_it(agent: Agent) -> None:
    agent.window.hide()
    agent.window.run("search")
    agent.press(Qt.Key.Key_Escape)
    assert not agent.window.isVisible()


def test_a_search_without_hits_says_so_and_enter_does_nothing(agent: Agent) -> None:
    agent.window.run("search")
    agent.write("zzzzqqq")
    assert any("Nothing found" in label.text() for label in agent.window.findChildren(QLabel))
    agent.press(Qt.Key.Key_Return)
    assert agent.sent == ""


def test_control_c_copies_the_marked_phrase_and_leaves_the_chat_alone(agent: Agent) -> None:
    agent.window.run("search")
    agent.write("光临")
    agent.press(Qt.Key.Key_C, CONTROL)
    assert agent.sent == ""
    assert agent.clipboard == "您好，欢迎光临示例代购店"
    assert agent.toast == "Copied."


def test_without_a_chat_window_the_phrase_is_copied_and_the_window_says_so(agent: Agent) -> None:
    agent.desktop.windows.clear()
    agent.desktop.active = None
    agent.window.run("search")
    agent.write("光临")
    agent.press(Qt.Key.Key_Return)
    assert agent.clipboard == "您好，欢迎光临示例代购店"
    assert "copied" in agent.toast
    assert "p/greet.first/1" not in agent.library.overlay().usage


def _return_press() -> QKeyEvent:
    """The key press that some input methods let through after they took it."""
    return QKeyEvent(
        QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r"
    )
