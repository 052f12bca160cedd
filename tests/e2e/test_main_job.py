"""The main job with the real program: a key pressed in a chat box, and the right words there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.platform.paths import Paths
from tests.e2e.desktop.chatboxes import ChatBox, ChromiumBox, TkBox
from tests.e2e.desktop.miaohui import WINDOW, Miaohui
from tests.e2e.desktop.session import Desktop, eventually

PRICE = "default/price.quote/1"


@pytest.fixture
def miaohui(x11: Desktop, tmp_path: Path) -> Iterator[Miaohui]:
    program = Miaohui(x11, tmp_path / "home")
    yield program
    x11.stop(program.process)
    assert "Traceback" not in program.said(), program.said()


def chat(x11: Desktop, kind: str) -> ChatBox:
    return ChromiumBox(x11) if kind == "chromium" else TkBox(x11)


def quote_the_shoes(miaohui: Miaohui) -> None:
    """Types the order of the training exam: Shanghai, 749 spent before, shoes at 499."""
    miaohui.come("ctrl+alt+o")
    miaohui.type("200000")
    miaohui.desktop.press("ctrl+a")
    miaohui.desktop.copy("上海市静安区示例路1号".encode())
    miaohui.desktop.press("ctrl+v", "Tab", "Tab")
    miaohui.type("749")
    miaohui.desktop.press("Tab", "Tab", "Tab", "Tab")
    miaohui.type("499")


@pytest.mark.parametrize("kind", ["chromium", "tk"])
def test_a_hotkey_in_the_chat_box_puts_the_filled_price_phrase_there(
    x11: Desktop, miaohui: Miaohui, kind: str
) -> None:
    box = chat(x11, kind)
    try:
        quote_the_shoes(miaohui)
        miaohui.desktop.press("ctrl+Return")  # the reply, chosen in the phrase room
        miaohui.desktop.press("ctrl+d")  # pinned: it has Ctrl+Alt+1 now
        miaohui.desktop.press("Escape")
        x11.activate(box.title)
        picture = x11.run("convert", "-size", "256x256", "plasma:", "png:-")
        x11.copy(picture, "image/png")

        x11.press("ctrl+alt+1")

        text = eventually(box.text, "the phrase in the chat box")
        assert "一共应付492.60元" in text
        assert "商品 499.00 元，会员优惠减 12.40 元，邮费 6.00 元" in text
        assert "{{" not in text
        assert box.title in x11.active_title()
        eventually(lambda: x11.pasted("image/png") == picture, "the picture is back")
    finally:
        box.close()


def test_search_takes_the_focus_and_gives_it_back_with_the_phrase(
    x11: Desktop, miaohui: Miaohui
) -> None:
    box = TkBox(x11)
    try:
        miaohui.come("ctrl+alt+space")
        miaohui.type("fhsj")
        x11.press("Return")
        eventually(lambda: "发" in box.text(), "the phrase in the chat box")
        eventually(lambda: box.title in x11.active_title(), "the chat has the focus again")
    finally:
        box.close()


def test_a_second_start_shows_the_first_window_and_ends(x11: Desktop, miaohui: Miaohui) -> None:
    box = TkBox(x11)
    try:
        second = miaohui.start()
        assert second.wait(20) == 0
        eventually(lambda: WINDOW in x11.active_title(), "the first window came forward")
        assert miaohui.process.poll() is None
    finally:
        box.close()


def test_what_the_agent_did_is_there_after_a_kill(x11: Desktop, miaohui: Miaohui) -> None:
    miaohui.come("ctrl+alt+space")
    miaohui.type("fhsj")
    x11.press("ctrl+d")
    database = Paths(miaohui.home, miaohui.home).database
    eventually(lambda: _pins(database), "the pin is on disk")
    miaohui.process.kill()
    miaohui.process.wait()
    again = Miaohui(x11, miaohui.home)
    try:
        assert len(_pins(database)) == 1
    finally:
        x11.stop(again.process)


def _pins(database: Path) -> list[object]:
    import apsw

    db = apsw.Connection(str(database), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return db.execute("SELECT phrase_id FROM pin").fetchall()
    finally:
        db.close()
