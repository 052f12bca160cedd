"""Keys by the portal: sent once its user has allowed it, and never before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.core.hotkeys import parse_hotkey
from desktop.core.pasting import PASTE_KEYS, SEND_KEYS
from desktop.platform.wayland.hotkeys import RELEASE_MS
from desktop.platform.wayland.keys import KEYS_TOKEN
from desktop.platform.wayland.portal import REPLY_CAP_MS
from desktop.services.ports import PortError, Target
from tests.e2e.desktop.session import Processes
from tests.portal.world import PortalWorld

CTRL, SHIFT, V, INSERT, ENTER = 0xFFE3, 0xFFE1, 0x76, 0xFF63, 0xFF0D

ANY_WINDOW = Target(0)


@pytest.fixture
def world(bus: Processes) -> Iterator[PortalWorld]:
    opened = PortalWorld(bus)
    yield opened
    opened.close()


def allowed(world: PortalWorld) -> None:
    assert world.keys.obstacle() == "keys_asked"
    world.until(lambda: world.keys.obstacle() is None, "the permission")


def strokes(world: PortalWorld) -> list[tuple[int, bool]]:
    world.settle()  # what we sent has arrived
    return [(message["key"], message["down"]) for message in world.seen("key")]


def test_nothing_is_asked_before_a_key_is_wanted(world: PortalWorld) -> None:
    world.keys.prepare()
    assert world.calls("CreateSession") == 0


def test_keys_are_sent_once_they_are_allowed_and_are_let_go_again(world: PortalWorld) -> None:
    allowed(world)
    for stroke in (*PASTE_KEYS, SEND_KEYS[0]):
        assert world.keys.send(stroke, into=ANY_WINDOW)
    assert strokes(world) == [
        *((CTRL, True), (V, True), (V, False), (CTRL, False)),
        *((SHIFT, True), (INSERT, True), (INSERT, False), (SHIFT, False)),
        *((ENTER, True), (ENTER, False)),
    ]


def test_only_the_keyboard_is_asked_for_and_for_good(world: PortalWorld) -> None:
    allowed(world)
    assert world.seen("devices")[0]["devices"] == {
        "types": 1,
        "persist_mode": 2,
        "handle_token": world.seen("devices")[0]["devices"]["handle_token"],
    }


def test_while_the_user_thinks_no_key_is_sent(world: PortalWorld) -> None:
    world.portal_user.ask(do="set", user="thinks")
    assert world.keys.obstacle() == "keys_asked"
    world.until(lambda: world.calls("Start") == 1, "the question")
    world.settle()
    world.time.pass_ms(3_600_000)
    assert world.keys.obstacle() == "keys_asked"
    assert world.calls("Start") == 1
    with pytest.raises(PortError, match="keys_asked"):
        world.keys.send(PASTE_KEYS[0], into=ANY_WINDOW)
    assert strokes(world) == []


@pytest.mark.parametrize(
    ("state", "code"),
    [
        ({"user": "declines"}, "keys_declined"),
        ({"grants_keyboard": False}, "keys_declined"),
        ({"user": "fails"}, "refused"),
        ({"lacks": ["RemoteDesktop"]}, "no_remote_desktop"),
    ],
)
def test_a_no_is_told_and_not_asked_about_again(
    world: PortalWorld, state: dict[str, object], code: str
) -> None:
    world.portal_user.ask(do="set", **state)
    world.keys.obstacle()
    world.until(lambda: world.keys.obstacle() == code, "the answer")
    assert world.keys.obstacle() == code
    assert world.calls("CreateSession") == 1


def test_a_permission_is_renewed_at_the_next_start_by_the_token_of_the_last(
    world: PortalWorld,
) -> None:
    allowed(world)
    assert KEYS_TOKEN.of(world.store) == "token-1"
    world.bus.close()
    world.portal_user.ask(do="set", token="token-2")
    world.connect()
    world.keys.prepare()
    world.until(lambda: world.keys.obstacle() is None, "the permission")
    assert [m["devices"].get("restore_token") for m in world.seen("devices")] == [None, "token-1"]
    assert KEYS_TOKEN.of(world.store) == "token-2"


def test_a_permission_that_was_taken_back_is_forgotten(world: PortalWorld) -> None:
    KEYS_TOKEN.keep(world.store, "old")
    world.portal_user.ask(do="set", user="declines")
    world.keys.prepare()
    world.until(lambda: world.keys.obstacle() == "keys_declined", "the answer")
    assert KEYS_TOKEN.of(world.store) == ""


def test_a_session_the_user_ends_is_told(world: PortalWorld) -> None:
    allowed(world)
    world.portal_user.ask(do="close_sessions")
    world.until(lambda: world.keys.obstacle() == "keys_declined", "the end")


def test_a_portal_that_dies_is_told_and_allows_again_when_it_is_back(world: PortalWorld) -> None:
    allowed(world)
    world.portal_user.tell(do="die")
    world.until(lambda: world.keys.obstacle() == "portal_gone", "the end")
    with pytest.raises(PortError, match="portal_gone"):
        world.keys.send(PASTE_KEYS[0], into=ANY_WINDOW)
    world.start_portal()
    world.until(lambda: world.keys.obstacle() is None, "the permission")
    assert world.keys.send(PASTE_KEYS[0], into=ANY_WINDOW)


def test_a_portal_that_does_not_answer_at_all_is_told(world: PortalWorld) -> None:
    world.portal_user.ask(do="set", mute=True)
    world.keys.obstacle()
    world.time.pass_ms(REPLY_CAP_MS)
    assert world.keys.obstacle() == "portal_silent"


def test_no_key_is_sent_while_a_hotkey_of_ours_is_down(world: PortalWorld) -> None:
    allowed(world)
    world.bind("Ctrl+Alt+1")
    world.answered()
    world.portal_user.ask(do="press", shortcut="Ctrl+Alt+1", hold=True)
    world.until(lambda: world.heard, "the press")
    assert not world.keys.send(PASTE_KEYS[0], into=ANY_WINDOW)
    assert strokes(world) == []
    world.portal_user.ask(do="let_go", shortcut="Ctrl+Alt+1")
    world.settle()
    world.time.pass_ms(RELEASE_MS)
    assert world.keys.send(PASTE_KEYS[0], into=ANY_WINDOW)


def test_several_strokes_are_sent_in_order(world: PortalWorld) -> None:
    allowed(world)
    erase = parse_hotkey("Ctrl+Backspace")
    assert world.keys.send(erase, PASTE_KEYS[0], despite="Space", into=ANY_WINDOW)
    assert [key for key, down in strokes(world) if down] == [CTRL, 0xFF08, CTRL, V]
