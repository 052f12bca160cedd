"""Phrases of several parts: seen as they will be sent, pasted in order, sent if switched on."""

from __future__ import annotations

from functools import cache

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.packs.attached import attach
from desktop.core.phrases.model import Category, Group, Library, Part, Phrase, joined
from desktop.core.phrases.templates import placeholders
from desktop.services.pasting import PASTE_RULES
from desktop.ui.phrases.preview import Preview
from tests.gui.conftest import LIBRARY, Agent, Come
from tests.packs import Lies

CONTROL = Qt.KeyboardModifier.ControlModifier
RED = QColor("#e01010")


@cache
def red_square() -> bytes:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(RED)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def in_parts(title: str, *parts: Part) -> Phrase:
    names = placeholders(*parts)
    return Phrase(f"p/a.{title}/1", "a.b", title, joined(parts), "", (), names, None, parts)


@pytest.fixture
def agent(come: Come) -> Agent:
    """An agent whose team has a phrase of text, picture, file and text."""
    table = attach("picture", "size.png", Lies(red_square()))
    prices = attach("file", "价目.pdf", Lies(b"%PDF"))
    sizes = in_parts("尺码表", "尺码表在这里", table, prices, "{{ 收件人 }}您看下")
    others = in_parts("只有图", table), in_parts("两句", "第一句", "第二句")
    group = Group("尺码", (sizes, *others))
    agent = come(library=Library((*LIBRARY.categories, Category("size", "尺码", (group,)))))
    agent.pack_parts |= {"pictures/size.png": red_square(), "files/价目.pdf": b"%PDF"}
    agent.window.run("search")
    return agent


def got(agent: Agent) -> list[bytes]:
    agent.desktop.time.pass_ms(3_000)
    return agent.desktop.windows[agent.chat.window].got


def sends(agent: Agent) -> list[str]:
    agent.desktop.time.pass_ms(3_000)
    return agent.desktop.windows[agent.chat.window].sent


def switch_on_sending(agent: Agent) -> None:
    agent.window._desk.paste_and_send.use(True)


def send_buttons(agent: Agent) -> list[QPushButton]:
    found = agent.window.findChildren(QPushButton)
    return [button for button in found if button.text() == "Send" and button.isVisible()]


def test_parts_are_pasted_in_order_with_what_was_filled_in(agent: Agent) -> None:
    agent.write("尺码表")
    agent.press(Qt.Key.Key_Return)
    assert got(agent) == []
    agent.write("李雷")
    agent.press(Qt.Key.Key_Return)
    [text, picture, file, last] = got(agent)
    assert text.decode() == "尺码表在这里"
    assert picture == red_square()
    assert file.decode().startswith("file:///")
    assert agent.named_files.files.popitem()[1] == b"%PDF"
    assert last.decode() == "李雷您看下"


def test_the_preview_shows_the_picture_itself(agent: Agent, qtbot: QtBot) -> None:
    agent.write("只有图")
    preview = agent.one(Preview)

    def shown() -> bool:
        image = preview.grab().toImage()
        places = ((x, y) for x in range(0, image.width(), 5) for y in range(0, image.height(), 5))
        return any(image.pixelColor(x, y) == RED for x, y in places)

    qtbot.waitUntil(shown)


def test_a_screen_reader_hears_every_part(agent: Agent) -> None:
    agent.write("尺码表")
    said = agent.one(Preview).accessibleName()
    assert said == "尺码表在这里\n[size.png]\n[价目.pdf]\n[收件人]您看下"
    assert "[size.png]" in agent.lines[0]


def test_a_picture_that_is_gone_is_told_and_nothing_is_pasted(agent: Agent) -> None:
    del agent.pack_parts["pictures/size.png"]
    agent.write("只有图")
    agent.press(Qt.Key.Key_Return)
    assert got(agent) == []
    assert "pictures/size.png" in agent.toast


def test_a_phrase_that_breaks_off_says_at_which_part(agent: Agent) -> None:
    agent.desktop.windows[agent.chat.window].takes = ("text/plain",)
    agent.write("尺码表")
    agent.press(Qt.Key.Key_Return)
    agent.write("李雷")
    agent.press(Qt.Key.Key_Return)
    agent.desktop.time.pass_ms(5_000)
    assert agent.toast.startswith("Part 2 was not pasted.")


def test_what_is_only_copied_says_that_the_pictures_are_not(agent: Agent) -> None:
    agent.desktop.held = {"Shift"}
    agent.write("尺码表")
    agent.press(Qt.Key.Key_Return)
    agent.write("李雷")
    agent.press(Qt.Key.Key_Return)
    agent.desktop.time.pass_ms(3_000)
    assert agent.clipboard == "尺码表在这里\n\n李雷您看下"
    assert agent.toast.endswith("(pictures and files are not copied)")


def test_copying_several_texts_takes_all_of_them(agent: Agent) -> None:
    agent.write("两句")
    agent.press(Qt.Key.Key_C, CONTROL)
    assert agent.clipboard == "第一句\n\n第二句"
    assert agent.toast == "Copied."


def test_copying_takes_the_texts_and_says_that_it_is_not_all(agent: Agent) -> None:
    agent.write("尺码表")
    agent.press(Qt.Key.Key_Return)
    agent.write("李雷")
    agent.click("Copy")
    assert agent.clipboard == "尺码表在这里\n\n李雷您看下"
    assert agent.toast == "The texts are copied; the clipboard holds no more at a time."


def test_copying_a_picture_alone_takes_the_picture(agent: Agent) -> None:
    agent.write("只有图")
    agent.press(Qt.Key.Key_C, CONTROL)
    assert agent.desktop.content == {"image/png": red_square()}
    assert agent.toast == "Copied."


def test_until_it_is_switched_on_nothing_sends(agent: Agent) -> None:
    agent.write("hl")
    assert send_buttons(agent) == []
    agent.press(Qt.Key.Key_Return, CONTROL)
    assert (got(agent), sends(agent)) == ([], [])


@pytest.mark.parametrize("way", ["key in the search box", "key in a field", "button"])
def test_switched_on_it_pastes_and_sends_once(agent: Agent, way: str) -> None:
    switch_on_sending(agent)
    agent.write("bj")
    agent.press(Qt.Key.Key_Return)
    agent.write("492.60")
    agent.fields[1].setFocus()
    agent.write("李雷")
    if way == "button":
        agent.click("Send")
    else:
        if way == "key in the search box":
            agent.search.setFocus()
        agent.press(Qt.Key.Key_Return, CONTROL)
    assert sends(agent) == ["一共 492.60 元，李雷您好"]


def test_an_empty_field_is_asked_for_before_anything_is_sent(agent: Agent) -> None:
    switch_on_sending(agent)
    agent.write("bj")
    agent.press(Qt.Key.Key_Return, CONTROL)
    assert (got(agent), sends(agent)) == ([], [])
    assert agent.fields[0].hasFocus()


def test_enter_alone_still_only_pastes(agent: Agent) -> None:
    switch_on_sending(agent)
    agent.write("hl")
    agent.press(Qt.Key.Key_Return)
    assert sends(agent) == []
    assert got(agent) == ["又见面啦，您好呀".encode()]


def test_the_button_comes_and_goes_with_the_setting(agent: Agent) -> None:
    switch_on_sending(agent)
    assert len(send_buttons(agent)) == 1
    agent.window._desk.paste_and_send.use(False)
    assert send_buttons(agent) == []


def test_what_was_pasted_and_not_sent_is_said(agent: Agent) -> None:
    switch_on_sending(agent)
    agent.write("hl")
    agent.press(Qt.Key.Key_Return, CONTROL)
    agent.desktop.time.pass_ms(100)
    agent.desktop.held = {"Shift"}
    agent.desktop.time.pass_ms(3_000)
    assert agent.toast.startswith("Pasted but not sent")


def test_the_rule_of_the_program_is_followed(agent: Agent) -> None:
    rules = PASTE_RULES.read('{"chat": {"send_key": "Ctrl+Enter", "between_ms": 0}}')
    PASTE_RULES.keep(agent.store, rules)
    switch_on_sending(agent)
    agent.write("hl")
    agent.press(Qt.Key.Key_Return, CONTROL)
    assert sends(agent) == []  # this chat sends by Enter
