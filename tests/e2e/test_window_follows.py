"""The real window keeps up with a pack while an agent works: news arrive, and a shop is changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.desktop.chatboxes import TkBox
from tests.e2e.desktop.miaohui import Miaohui
from tests.e2e.desktop.session import Desktop, eventually
from tests.remote.commands import Supervisor, write_pack
from tests.remote.test_following_commands import AgentByCommand


class Shops:
    """A supervisor of two shops, and an agent who answers for both."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lead = Supervisor(folder / "lead")
        self.agent = AgentByCommand(folder / "agent")
        packs = ("--pack", "dress", "--pack", "shoes")
        self.lead.does("init", folder / "packs", "--holder", "阿婷", *packs)
        self.publish("dress", "您好，这里是连衣裙店")
        self.publish("shoes", "您好，这里是鞋店")
        invitation = Path(self.lead.json("invite", "-o", folder)["file"])
        self.agent.does("subscribe", invitation, "--yes")

    def publish(self, pack: str, text: str) -> None:
        self.lead.does("publish", write_pack(self.folder / pack, text, pack), "--yes")


@pytest.fixture
def shops(tmp_path: Path) -> Shops:
    return Shops(tmp_path)


@pytest.fixture
def box(x11: Desktop) -> Iterator[TkBox]:
    box = TkBox(x11)
    yield box
    box.close()


@pytest.fixture
def miaohui(x11: Desktop, shops: Shops, box: TkBox) -> Iterator[Miaohui]:
    program = Miaohui(x11, shops.agent.home, pins=("dress/greet.first/1",))
    yield program
    x11.stop(program.process)
    assert "Traceback" not in program.said(), program.said()


def click(x11: Desktop, from_left: int = 0, from_right: int = 0) -> None:
    """Presses in the header."""
    window = str(x11.await_window("秒回"))
    shape = x11.run("xdotool", "getwindowgeometry", "--shell", window)
    width = int(shape.split(b"WIDTH=")[1].split()[0])
    x_px = str(width - from_right if from_right else from_left)
    x11.run("xdotool", "mousemove", "--window", window, x_px, "22", "click", "1")


def test_an_edition_that_was_published_comes_while_the_window_is_open(
    x11: Desktop, shops: Shops, box: TkBox
) -> None:
    first = Miaohui(x11, shops.agent.home, pins=("dress/greet.first/1",))
    eventually(lambda: first.setting("packs.seen"), "the first edition is known")
    x11.stop(first.process)
    shops.publish("dress", "您好呀，新的一版")
    miaohui = Miaohui(x11, shops.agent.home)
    try:

        def pasted() -> str:
            box.clear()
            x11.press("ctrl+alt+1")
            return eventually(box.text, "a phrase")

        eventually(lambda: "新的一版" in pasted(), "the new words in the chat box", 30)
        assert '"version":1' in (miaohui.setting("packs.seen") or "")
        click(x11, from_right=144)
        x11.await_window("有什么新的")
        eventually(
            lambda: '"dress":{"version":2' in (miaohui.setting("packs.seen") or ""),
            "the news are looked at",
        )
        x11.press("Escape")
    finally:
        x11.stop(miaohui.process)
    assert "Traceback" not in miaohui.said(), miaohui.said()


def test_another_shop_is_chosen_at_its_name_and_stays_the_choice(
    x11: Desktop, box: TkBox, miaohui: Miaohui
) -> None:
    eventually(lambda: miaohui.setting("packs.seen"), "the shelf was looked at")

    def offered() -> bool:
        click(x11, from_left=40)
        x11.run("xdotool", "sleep", "0.5")
        return len(x11.run("xdotool", "search", "--onlyvisible", "--pid", pid).split()) > 1

    pid = str(miaohui.process.pid)
    eventually(offered, "the shops")
    x11.press("Down", "Down", "Return")
    eventually(lambda: miaohui.setting("pack.current") == "shoes", "the other shop")
    miaohui.come("ctrl+alt+space")
    miaohui.type("nihao")
    x11.press("Return")
    eventually(lambda: "这里是鞋店" in box.text(), "the other shop's words in the chat box")
