"""What will be sent, filled in where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.gui.conftest import Agent


def marked_empty(agent: Agent) -> list[str]:
    return [field.name for field in agent.fields if field.property("empty")]


def test_a_phrase_with_an_empty_field_is_not_pasted_and_the_field_gets_the_focus(
    agent: Agent,
) -> None:
    agent.window.run("search")
    agent.write("bj")
    agent.press(Qt.Key.Key_Return)
    assert agent.sent == ""
    assert marked_empty(agent) == ["应付", "收件人"]
    assert QApplication.focusWidget() is agent.fields[0]


def test_fields_are_walked_by_tab_and_enter_pastes_what_stands_there(agent: Agent) -> None:
    agent.window.run("search")
    agent.write("bj")
    agent.press(Qt.Key.Key_Return)
    agent.write("492.60")
    agent.press(Qt.Key.Key_Return)
    assert agent.sent == ""
    assert QApplication.focusWidget() is agent.fields[1]
    agent.fields[0].setFocus()
    agent.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is agent.fields[1]
    agent.write("李雷")
    assert marked_empty(agent) == []
    agent.press(Qt.Key.Key_Return)
    assert agent.sent == "一共 492.60 元，李雷您好"


def test_what_was_typed_for_one_customer_is_gone_for_the_next(agent: Agent) -> None:
    agent.window.run("search")
    agent.write("bj")
    agent.press(Qt.Key.Key_Return)
    agent.write("492.60")
    agent.fields[1].setFocus()
    agent.write("李雷")
    agent.press(Qt.Key.Key_Return)
    assert agent.sent != ""
    assert marked_empty(agent) == ["应付", "收件人"]


def test_values_of_the_quote_fill_fields_and_follow_it(agent: Agent) -> None:
    agent.window.run("scenario:price.quote")
    agent.window._desk.values.set_quote({"应付": "492.60"})
    assert agent.fields[0].text() == "492.60"
    assert marked_empty(agent) == ["收件人"]
    agent.window._desk.values.set_quote({"应付": "498.60"})
    assert agent.fields[0].text() == "498.60"


def test_a_value_typed_by_the_agent_stays_when_the_quote_changes(agent: Agent) -> None:
    agent.window.run("scenario:price.quote")
    agent.write("480")
    agent.window._desk.values.set_quote({"应付": "492.60"})
    assert agent.fields[0].text() == "480"


def test_one_name_in_two_places_is_typed_once(agent: Agent) -> None:
    agent.window.run("scenario:price.twice")
    agent.write("韩梅梅")
    assert [field.text() for field in agent.fields] == ["韩梅梅", "韩梅梅"]
    agent.press(Qt.Key.Key_Return)
    assert agent.sent == "韩梅梅，韩梅梅收到请回复"


def test_an_emptied_automatic_value_keeps_the_phrase_from_being_sent(agent: Agent) -> None:
    agent.window.run("scenario:greet.first")
    assert [field.text() for field in agent.fields] == ["示例代购店"]
    agent.fields[0].setFocus()
    agent.fields[0].selectAll()
    agent.press(Qt.Key.Key_Backspace)
    agent.press(Qt.Key.Key_Return)
    assert agent.sent == ""
    assert marked_empty(agent) == ["店铺"]


def test_an_enter_that_ends_a_composition_in_a_field_pastes_nothing(agent: Agent) -> None:
    agent.window.run("scenario:price.twice")
    agent.compose(preedit="han")
    agent.press(Qt.Key.Key_Return)
    assert agent.sent == ""


def test_every_field_stands_inside_the_preview_and_none_over_another(agent: Agent) -> None:
    agent.window.run("scenario:price.quote")
    agent.write("1" * 60)
    first, second = (field.geometry() for field in agent.fields)
    room = agent.fields[0].parentWidget().rect()
    assert first.left() >= 0
    assert first.right() <= room.right()
    assert first.top() >= 0
    assert second.top() > first.bottom()


def test_a_value_wider_than_the_window_is_seen_from_beginning_to_end(agent: Agent) -> None:
    agent.window.run("scenario:price.quote")
    room = agent.fields[0].parentWidget().rect()
    one_line = agent.fields[0].height()
    long = "商品 499.00 元，会员优惠减 12.40 元，邮费 6.00 元，合并 2 单一起发，明天寄出"
    agent.window._desk.values.set_quote({"应付": long})
    field = agent.fields[0]
    assert field.text() == long
    assert field.height() > one_line
    assert field.geometry().right() <= room.right()
    assert field.document().size().height() <= field.viewport().height() + 1


def test_what_is_pasted_into_a_field_stands_on_one_line(agent: Agent) -> None:
    agent.window.run("scenario:price.twice")
    QApplication.clipboard().setText("李雷\n13800000000\r\n静安区")
    agent.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert agent.fields[0].text() == "李雷 13800000000 静安区"


def test_a_screen_reader_hears_what_will_be_sent_and_which_field_is_empty(agent: Agent) -> None:
    agent.window.run("scenario:price.quote")
    agent.write("5.00")
    preview = agent.fields[0].parentWidget().parentWidget()
    assert preview.accessibleName() == "一共 5.00 元，[收件人]您好"
    assert [field.accessibleName() for field in agent.fields] == ["应付", "收件人, empty"]


def test_tab_goes_from_above_to_below_through_chips_list_fields_and_buttons(agent: Agent) -> None:
    agent.window.run("search")
    agent.click("招呼")
    stops = []
    for _ in range(6):
        agent.press(Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    names = [stop.accessibleName() or stop.text().split()[0] for stop in stops]
    assert names == ["New phrase", "招呼", "Phrases", "店铺", "Paste", "Copy"]
