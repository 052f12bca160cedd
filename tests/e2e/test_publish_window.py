"""A supervisor publishes from the real window with real keys, and an agent has it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.desktop.miaohui import Miaohui
from tests.e2e.desktop.session import Desktop, eventually
from tests.e2e.test_supervisors import now
from tests.remote.commands import PASSPHRASE, Supervisor, text_of, write_pack

TITLE = "发布话术包"


@pytest.fixture
def lead(tmp_path: Path) -> Supervisor:
    lead = Supervisor(tmp_path / "home")
    lead.does("init", tmp_path / "packs", "--holder", "阿婷", "--pack", "dress")
    return lead


@pytest.fixture
def miaohui(x11: Desktop, tmp_path: Path, lead: Supervisor) -> Iterator[Miaohui]:
    folder = write_pack(tmp_path / "team", "您好")
    program = Miaohui(x11, lead.home, settings={"publish.folder": str(folder)})
    yield program
    x11.stop(program.process)
    assert "Traceback" not in program.said(), program.said()


def test_a_pack_is_published_with_the_keyboard(
    x11: Desktop, miaohui: Miaohui, lead: Supervisor, tmp_path: Path
) -> None:
    agent = lead.agent(tmp_path / "agent", now)
    window = x11.await_window("秒回")
    miaohui.come("ctrl+alt+space")
    shape = x11.run("xdotool", "getwindowgeometry", "--shell", str(window))
    width = int(shape.split(b"WIDTH=")[1].split()[0])
    x11.run("xdotool", "mousemove", "--window", str(window), str(width - 22), "22", "click", "1")
    x11.run("xdotool", "sleep", "0.5")
    x11.press("Up", "Up", "Return")  # above the way out
    eventually(lambda: TITLE in x11.active_title(), "the publish window")
    x11.press(*["Tab"] * 5)  # past the buttons, the preview and the note
    miaohui.type(PASSPHRASE)

    def published() -> bool:
        x11.press("Return")  # which does nothing before the pack was looked at
        return bool(lead.json("history", "dress"))

    eventually(published, "the edition", 30)
    x11.press("Escape")
    eventually(lambda: TITLE not in x11.active_title(), "the publish window is closed")
    agent.update()
    assert text_of(agent) == "您好"
