"""An agent who follows a team's pack works with it, however the window is started."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.desktop.chatboxes import TkBox
from tests.e2e.desktop.miaohui import Miaohui
from tests.e2e.desktop.session import Desktop, eventually
from tests.remote.commands import Supervisor, write_pack
from tests.remote.test_following_commands import AgentByCommand


def test_the_window_opens_with_the_pack_that_is_followed(x11: Desktop, tmp_path: Path) -> None:
    lead, agent = Supervisor(tmp_path / "lead"), AgentByCommand(tmp_path / "agent")
    lead.does("init", tmp_path / "packs", "--holder", "阿婷", "--pack", "dress")
    lead.does("publish", write_pack(tmp_path / "team", "您好，这里是连衣裙店"), "--yes")
    agent.does("subscribe", Path(lead.json("invite", "-o", tmp_path)["file"]), "--yes")
    box = TkBox(x11)
    miaohui = Miaohui(x11, agent.home)
    try:
        miaohui.come("ctrl+alt+space")
        miaohui.type("nihao")
        x11.press("Return")
        eventually(lambda: "这里是连衣裙店" in box.text(), "the team's words in the chat box")
    finally:
        x11.stop(miaohui.process)
        box.close()
    assert "Traceback" not in miaohui.said()
