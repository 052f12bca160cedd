"""Hotkeys by the portal: nothing is taken for granted before its user has said yes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.core.hotkeys import parse_hotkey, same_keys
from desktop.platform.wayland.bus import SessionBus
from desktop.platform.wayland.hotkeys import HELD_CAP_MS, RELEASE_MS
from desktop.platform.wayland.portal import REPLY_CAP_MS
from desktop.services.ports import PortError
from tests.e2e.desktop.session import Processes
from tests.portal.world import PortalWorld

ONE, TWO = parse_hotkey("Ctrl+Alt+1"), parse_hotkey("Ctrl+Alt+2")


@pytest.fixture
def world(bus: Processes) -> Iterator[PortalWorld]:
    opened = PortalWorld(bus)
    yield opened
    opened.close()


def test_a_hotkey_is_asked_for_by_its_purpose_and_works_once_it_is_granted(
    world: PortalWorld,
) -> None:
    assert world.bind("Ctrl+Alt+1", "Ctrl+Shift+Space") == ["asked", "asked"]
    world.answered()
    assert world.bind("Ctrl+Alt+1", "Ctrl+Shift+Space") == [None, None]
    assert world.seen("asked_for")[0]["asked_for"] == {
        "Ctrl+Alt+1": ["CTRL+ALT+1", "does Ctrl+Alt+1"],
        "Ctrl+Shift+Space": ["CTRL+SHIFT+space", "does Ctrl+Shift+Space"],
    }
    for shortcut in ("Ctrl+Alt+1", "Ctrl+Shift+Space", "Ctrl+Alt+1"):
        world.portal_user.ask(do="press", shortcut=shortcut)
    world.until(lambda: len(world.heard) == 3, "the presses")
    assert world.heard == ["Ctrl+Alt+1", "Ctrl+Shift+Space", "Ctrl+Alt+1"]


def test_while_the_user_thinks_nothing_is_granted_however_long(world: PortalWorld) -> None:
    world.portal_user.ask(do="set", user="thinks")
    world.bind("Ctrl+Alt+1")
    world.until(lambda: world.calls("BindShortcuts") == 1, "the question")
    world.settle()
    world.time.pass_ms(3_600_000)
    assert world.bind("Ctrl+Alt+1") == ["asked"]
    assert world.changes == 0


@pytest.mark.parametrize(("user", "code"), [("declines", "declined"), ("fails", "refused")])
def test_a_no_is_told_and_not_asked_about_again(world: PortalWorld, user: str, code: str) -> None:
    world.portal_user.ask(do="set", user=user)
    world.bind("Ctrl+Alt+1")
    world.answered()
    assert world.bind("Ctrl+Alt+1") == [code]
    assert world.calls("BindShortcuts") == 1


def test_a_hotkey_the_user_left_out_is_told(world: PortalWorld) -> None:
    world.portal_user.ask(do="set", leaves_out=["Ctrl+Alt+2"])
    world.bind("Ctrl+Alt+1", "Ctrl+Alt+2")
    world.answered()
    assert world.bind("Ctrl+Alt+1", "Ctrl+Alt+2") == [None, "not_given"]


def test_what_the_user_set_instead_is_told_in_the_portals_words(world: PortalWorld) -> None:
    world.portal_user.ask(do="set", triggers={"Ctrl+Alt+1": "Press <Super>F1"})
    world.bind("Ctrl+Alt+1", "Ctrl+Alt+2")
    world.answered()
    assert world.hotkeys.keys_of(ONE) == "Press <Super>F1"
    assert same_keys(TWO, world.hotkeys.keys_of(TWO))
    world.portal_user.ask(do="change_trigger", shortcut="Ctrl+Alt+1", trigger="Ctrl+Alt+1")
    world.answered()
    assert world.hotkeys.keys_of(ONE) == "Ctrl+Alt+1"


def test_changed_hotkeys_get_a_new_session_since_each_binds_only_once(
    world: PortalWorld,
) -> None:
    world.bind("Ctrl+Alt+1")
    world.answered()
    world.hotkeys.release(ONE)
    assert world.bind("Ctrl+Alt+2") == ["asked"]
    world.answered()
    assert world.bind("Ctrl+Alt+2") == [None]
    world.portal_user.ask(do="press", shortcut="Ctrl+Alt+1")
    world.portal_user.ask(do="press", shortcut="Ctrl+Alt+2")
    world.until(lambda: world.heard, "a press")
    assert world.heard == ["Ctrl+Alt+2"]
    assert world.calls("BindShortcuts") == 2
    assert [m["on"] for m in world.seen("called") if m["called"] == "Close"] == ["Session"]


def test_looking_whether_keys_are_free_asks_nobody(world: PortalWorld) -> None:
    world.bind("Ctrl+Alt+1")
    world.answered()
    assert world.hotkeys.bind(TWO, lambda: None) == "asked"
    world.hotkeys.release(TWO)
    world.time.pass_ms(1000)
    assert world.bind("Ctrl+Alt+1") == [None]
    world.portal_user.ask(do="press", shortcut="Ctrl+Alt+1")
    world.until(lambda: world.heard, "the press")
    assert world.calls("BindShortcuts") == 1


def test_a_question_that_is_no_longer_wanted_is_taken_back(world: PortalWorld) -> None:
    world.portal_user.ask(do="set", user="thinks")
    world.bind("Ctrl+Alt+1")
    world.until(lambda: world.calls("BindShortcuts") == 1, "the question")
    world.portal_user.ask(do="set", user="accepts")
    world.bind("Ctrl+Alt+2")
    world.answered()
    assert world.bind("Ctrl+Alt+1", "Ctrl+Alt+2") == [None, None]
    closed = [m["on"] for m in world.seen("called") if m["called"] == "Close"]
    assert closed == ["Request", "Session"]


def test_a_hotkey_is_held_until_it_is_let_go_or_the_desktop_does_not_tell(
    world: PortalWorld,
) -> None:
    world.bind("Ctrl+Alt+1")
    world.answered()
    world.portal_user.ask(do="press", shortcut="Ctrl+Alt+1", hold=True)
    world.until(lambda: world.heard, "the press")
    assert world.hotkeys.held()
    world.portal_user.ask(do="let_go", shortcut="Ctrl+Alt+1")
    world.settle()
    assert world.hotkeys.held()  # the modifiers are still on their way up
    world.time.pass_ms(RELEASE_MS)
    assert not world.hotkeys.held()
    world.portal_user.ask(do="press", shortcut="Ctrl+Alt+1", hold=True)
    world.until(lambda: len(world.heard) == 2, "the press")
    world.time.pass_ms(HELD_CAP_MS)
    assert not world.hotkeys.held()


def test_the_token_that_lets_our_window_come_forward_is_handed_on(world: PortalWorld) -> None:
    world.bind("Ctrl+Alt+1")
    world.answered()
    world.portal_user.ask(do="press", shortcut="Ctrl+Alt+1", token="token-of-the-press")
    world.until(lambda: world.heard, "the press")
    assert world.tokens == ["token-of-the-press"]


def test_a_portal_that_dies_is_told_and_asked_again_when_it_is_back(world: PortalWorld) -> None:
    world.introduce()
    world.bind("Ctrl+Alt+1")
    world.answered()
    world.portal_user.tell(do="die")
    world.answered()
    assert world.bind("Ctrl+Alt+1") == ["portal_gone"]
    world.start_portal()
    world.answered()
    assert world.bind("Ctrl+Alt+1") == [None]


def test_a_portal_that_dies_over_its_question_is_told(world: PortalWorld) -> None:
    world.portal_user.ask(do="set", user="thinks")
    world.bind("Ctrl+Alt+1")
    world.until(lambda: world.calls("BindShortcuts") == 1, "the question")
    world.portal_user.tell(do="die")
    world.answered()
    assert world.bind("Ctrl+Alt+1") == ["portal_gone"]


def test_a_session_the_user_ends_is_told(world: PortalWorld) -> None:
    world.bind("Ctrl+Alt+1")
    world.answered()
    world.portal_user.ask(do="close_sessions")
    world.answered()
    assert world.bind("Ctrl+Alt+1") == ["declined"]


def test_a_portal_that_does_not_answer_at_all_is_told(world: PortalWorld) -> None:
    world.portal_user.ask(do="set", mute=True)
    world.bind("Ctrl+Alt+1")
    world.until(lambda: world.calls("CreateSession") == 1, "the call")
    world.time.pass_ms(REPLY_CAP_MS)
    assert world.bind("Ctrl+Alt+1") == ["portal_silent"]


def test_a_desktop_without_the_portal_is_told(bus: Processes) -> None:
    world = PortalWorld(bus, with_portal=False)
    try:
        world.bind("Ctrl+Alt+1")
        world.answered()
        assert world.bind("Ctrl+Alt+1") == ["no_portal"]
    finally:
        world.close()


def test_a_portal_without_hotkeys_is_told(world: PortalWorld) -> None:
    world.portal_user.ask(do="set", lacks=["GlobalShortcuts"])
    world.bind("Ctrl+Alt+1")
    world.answered()
    assert world.bind("Ctrl+Alt+1") == ["no_portal"]


def test_a_portal_that_wants_to_know_who_asks_is_told(world: PortalWorld, bus: Processes) -> None:
    world.portal_user.ask(do="set", wants_app_id=True)
    world.introduce()
    world.bind("Ctrl+Alt+1")
    world.answered()
    assert world.bind("Ctrl+Alt+1") == [None]
    said = world.seen("app_id")[0]["app_id"]
    entry = Path(bus.env["HOME"]) / ".local" / "share" / "applications" / f"{said}.desktop"
    assert "Exec=miaohui" in entry.read_text(encoding="utf-8")


def test_an_older_portal_that_knows_no_names_works_all_the_same(world: PortalWorld) -> None:
    world.portal_user.ask(do="set", lacks=["Registry"])
    world.introduce()
    world.bind("Ctrl+Alt+1")
    world.answered()
    assert world.bind("Ctrl+Alt+1") == [None]


def test_without_a_bus_it_is_told(tmp_path: Path) -> None:
    with pytest.raises(PortError, match="no_bus"):
        SessionBus(f"unix:path={tmp_path}/nobody")
