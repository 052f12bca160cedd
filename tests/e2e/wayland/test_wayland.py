"""The program on a real Wayland desktop, with and without what its user allows."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.desktop.miaohui import WINDOW, listens, prepare
from tests.e2e.desktop.program import Program
from tests.e2e.desktop.session import eventually
from tests.e2e.wayland.session import WaylandDesktop, wayland_desktop
from tests.portal.world import STUB, STUB_ENV

BOX = Path(__file__).parent / "qt_box.py"
CHAT = "WAYLAND CHAT"
PINNED = "default/greet.are_you_there/1"


class Agent:
    """A chat, and the program beside it."""

    def __init__(self, desktop: WaylandDesktop, home: Path) -> None:
        self.desktop = desktop
        self.chat = Program(desktop, [sys.executable, str(BOX)])
        self.chat.wait(focus=True)
        prepare(home, (PINNED,))
        env = {"MIAOHUI_HOME": str(home), "LC_MESSAGES": "zh_CN.UTF-8"}
        self.process = desktop.start([sys.executable, "-m", "desktop"], env=env)
        self.log = max(desktop.folder.glob("*-python*.log"))
        eventually(lambda: WINDOW in desktop.active_title(), "the window")
        eventually(lambda: listens(home), "the program hears its hotkeys")

    def text(self) -> str:
        return str(self.chat.ask(do="text"))

    def search_and_enter(self, code: str) -> None:
        self.desktop.type(code)
        self.desktop.press("Return")


@pytest.fixture
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WaylandDesktop]:
    with wayland_desktop(tmp_path_factory.mktemp("wayland") / "desktop") as shown:
        yield shown


@pytest.fixture
def user(desktop: WaylandDesktop) -> Program:
    """The desktop's user, who allows everything; the keys that we send are really pressed."""
    portal = Program(desktop, STUB, env=STUB_ENV)
    portal.wait(ready=True)
    portal.ask(do="set", types=True)
    return portal


def test_without_a_portal_a_phrase_is_copied_and_pasted_by_hand(
    desktop: WaylandDesktop, tmp_path: Path
) -> None:
    agent = Agent(desktop, tmp_path / "home")
    desktop.copy("old")
    agent.search_and_enter("fhsj")
    phrase = eventually(lambda: _other_than(desktop.pasted(), "old"), "the phrase copied")
    assert "发" in phrase
    desktop.activate(CHAT)
    desktop.press("v", "ctrl")
    eventually(lambda: agent.text() == phrase, "the phrase in the chat")
    assert "Traceback" not in agent.log.read_text(encoding="utf-8")


def test_a_hotkey_the_user_granted_brings_the_phrase_and_enter_puts_it_into_the_chat(
    desktop: WaylandDesktop, user: Program, tmp_path: Path
) -> None:
    agent = Agent(desktop, tmp_path / "home")
    agent.search_and_enter("fhsj")  # the first one asks whether keys may be sent
    eventually(lambda: "发" in desktop.pasted(), "the first phrase copied")
    desktop.activate(CHAT)
    desktop.copy("old")
    user.wait(called="BindShortcuts")
    user.ask(do="press", shortcut="Ctrl+Alt+1")
    eventually(lambda: WINDOW in desktop.active_title(), "the window came forward")
    assert desktop.pasted() == "old"
    desktop.press("Return")
    eventually(lambda: "在的在的" in agent.text(), "the pinned phrase in the chat")
    assert desktop.active_title() == CHAT
    assert "Traceback" not in agent.log.read_text(encoding="utf-8")


def test_with_the_clipboard_portal_a_hotkey_pastes_while_the_chat_keeps_the_keyboard(
    desktop: WaylandDesktop, user: Program, tmp_path: Path
) -> None:
    user.ask(do="set", grants_clipboard=True)
    agent = Agent(desktop, tmp_path / "home")
    agent.search_and_enter("fhsj")  # the first one asks whether keys may be sent
    eventually(lambda: "发" in desktop.pasted(), "the first phrase copied")
    desktop.activate(CHAT)
    desktop.copy("old")
    user.ask(do="notice")
    user.wait(called="BindShortcuts")
    user.ask(do="press", shortcut="Ctrl+Alt+1")
    eventually(lambda: "在的在的" in agent.text(), "the pinned phrase in the chat")
    assert desktop.active_title() == CHAT
    assert agent.text().count("在的在的") == 1
    eventually(lambda: desktop.pasted() == "old", "the old clipboard")


def test_a_search_gives_the_keyboard_back_and_pastes(
    desktop: WaylandDesktop, user: Program, tmp_path: Path
) -> None:
    agent = Agent(desktop, tmp_path / "home")
    agent.search_and_enter("fhsj")
    eventually(lambda: "发" in desktop.pasted(), "the first phrase copied")
    desktop.activate(CHAT)
    user.wait(called="BindShortcuts")
    user.ask(do="press", shortcut="Ctrl+Alt+Space")
    eventually(lambda: WINDOW in desktop.active_title(), "the window came forward")
    agent.search_and_enter("zdzd")
    eventually(lambda: "在的在的" in agent.text(), "the phrase in the chat")
    assert desktop.active_title() == CHAT


def test_a_user_who_does_not_allow_keys_gets_the_phrase_copied(
    desktop: WaylandDesktop, user: Program, tmp_path: Path
) -> None:
    user.ask(do="set", grants_keyboard=False)
    agent = Agent(desktop, tmp_path / "home")
    desktop.activate(CHAT)
    desktop.copy("old")
    user.wait(called="BindShortcuts")
    user.ask(do="press", shortcut="Ctrl+Alt+1")
    eventually(lambda: WINDOW in desktop.active_title(), "the window came forward")
    for _ in range(2):  # the first one asks, the second one knows
        desktop.press("Return")
    eventually(lambda: "在的在的" in desktop.pasted(), "the phrase copied")
    assert agent.text() == ""
    assert WINDOW in desktop.active_title()


def _other_than(found: str, old: str) -> str:
    return found if found != old else ""
