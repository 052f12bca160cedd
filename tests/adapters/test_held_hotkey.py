"""Keys that are sent while the hotkey that asked for them is still pressed.

Pressed by a program, as all other tests do, and on a keyboard: another X server's window, whose
keys are to the server what those of a person's keyboard are.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest
from Xlib import XK, X
from Xlib.ext import ge, xinput
from Xlib.protocol.rq import Event

from desktop.core.hotkeys import Hotkey, parse_hotkey
from desktop.platform.x11 import keyboards
from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.focus import XFocus
from desktop.platform.x11.held_key import HeldKey
from desktop.platform.x11.hotkeys import XHotkeys
from desktop.platform.x11.keyboards import XKeyboards
from desktop.platform.x11.keys import XKeys
from desktop.services.ports import Action
from tests.adapters.xwindows import Stage, pumped
from tests.e2e.desktop.fixtures import need_programs
from tests.e2e.desktop.session import Desktop, desktop, eventually

PASTE, INSERT = (parse_hotkey(keys) for keys in ("Ctrl+V", "Shift+Insert"))
ONE, TWO = "Ctrl+Alt+1", "Ctrl+Alt+2"
ON_PASTE_KEY = "Ctrl+Alt+V"
OTHERS = ("Ctrl+1", "Alt+1", "Ctrl+Super+1", "F9", ON_PASTE_KEY)
NAMES = {"v": PASTE.key, str(XK.XK_Insert): INSERT.key, "1": "1", "2": "2"}
PASTED, INSERTED = (PASTE.key, X.ControlMask), (INSERT.key, X.ShiftMask)
CTRL, ALT = XK.XK_Control_L, XK.XK_Alt_L
KEY = 10
REPEATS = 8
"""More presses than those of a hotkey and a paste key."""


class Typist:
    """Presses hotkeys on a desktop with one chat window, and lets go of each key when told to."""

    def __init__(self, shown: Desktop, keyboard: Desktop) -> None:
        """``keyboard`` is where the fingers are: the desktop itself, or the one around it."""
        self.shown, self._keyboard = shown, keyboard
        self.stage = Stage(shown)
        self._chat = self.stage.open("chat")
        self.connection = XConnection(shown.display)
        self.before_keys: Action = lambda: None
        self.held = HeldKey(self.connection)
        is_active = XFocus(self.connection).is_active
        self._keys = XKeys(self.connection, self.held, is_active, self._before_keys)
        self._told: list[str] = []
        hotkeys = XHotkeys(self.connection, self.held)
        for hotkey in (ONE, TWO, *OTHERS):
            assert hotkeys.bind(parse_hotkey(hotkey), partial(self._told.append, hotkey)) is None

    def _before_keys(self) -> None:
        self.before_keys()

    def down(self, *names: str) -> None:
        for name in names:
            self._keyboard.run("xdotool", "keydown", name)

    def up(self, *names: str) -> None:
        for name in names:
            self._keyboard.run("xdotool", "keyup", name)

    def leave(self, *names: str) -> None:
        """Lets go of them, the last that are down."""
        self.up(*names)
        self.all_up()

    def pastes_while_it_holds_one(self, stroke: Hotkey) -> None:
        """Presses the first hotkey, and sends the stroke before any key is let go."""
        self.down("ctrl", "alt", "1")
        self.hears(ONE)
        assert self.send(stroke)

    def hears(self, *hotkeys: str) -> None:
        """Waits until so many were told, from the beginning on."""
        pumped(self.connection, lambda: len(self._told) >= len(hotkeys), f"{hotkeys} told")
        assert self._told == list(hotkeys)

    def send(self, *strokes: Hotkey) -> bool:
        return self._keys.send(*strokes, into=self._chat)

    def got(self) -> list[tuple[str, int]]:
        """The keys that the chat got so far, but for modifiers, and what was held with each."""
        self.stage.settle()
        return [(NAMES[key], state) for _, key, state in self.stage.keys if key in NAMES]

    def down_now(self) -> bool:
        """Whether a key is down or a modifier on."""
        self.connection.pump()
        with self.connection.talking() as display:
            modifiers = display.screen().root.query_pointer().mask & 0xFF
            return bool(modifiers or any(display.query_keymap()))

    def all_up(self) -> None:
        eventually(lambda: not self.down_now(), "all keys up")

    def close(self) -> None:
        self.connection.close()
        self.stage.close()


class Presses:
    """What the keyboards of a desktop tell, repetitions with it."""

    def __init__(self, shown: Desktop) -> None:
        self._connection = XConnection(shown.display)
        XKeyboards(self._connection)  # asks the server for all there is
        self._told: list[Event] = []
        self._connection.listen(ge.GenericEventCode, self._told.append)
        root = self._connection.root()
        xinput.select_events(root, [(xinput.AllMasterDevices, [xinput.RawKeyPressMask])])

    def count(self) -> int:
        self._connection.pump()
        return len(self._told)

    def close(self) -> None:
        self._connection.close()


@pytest.fixture(scope="module")
def keyboard_of(
    x11: Desktop, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, tuple[Desktop, Desktop]]]:
    """By who presses keys: the desktop, and where its keys are pressed."""
    need_programs("Xephyr")
    folder = tmp_path_factory.mktemp("nested")
    with (
        desktop(folder / "around", manager="") as around,
        desktop(folder / "inside", inside=around) as inside,
    ):
        around.run("xdotool", "windowfocus", "--sync", str(around.await_window("Xephyr")))
        yield {"program": (x11, x11), "keyboard": (inside, around)}


@pytest.fixture(params=["program", "keyboard"])
def typist(
    request: pytest.FixtureRequest, keyboard_of: dict[str, tuple[Desktop, Desktop]]
) -> Iterator[Typist]:
    one = Typist(*keyboard_of[request.param])
    yield one
    one.leave("ctrl", "alt", "super", "1", "2", "a", "v", "F9")
    one.close()


@pytest.fixture
def presses(keyboard_of: dict[str, tuple[Desktop, Desktop]]) -> Iterator[Presses]:
    shown, _ = keyboard_of["keyboard"]
    one = Presses(shown)
    yield one
    one.close()


by_keyboard = pytest.mark.parametrize("typist", ["keyboard"], indirect=True)


def test_paste_key_goes_out_at_once_with_nothing_but_its_own_modifiers(typist: Typist) -> None:
    typist.pastes_while_it_holds_one(PASTE)
    assert typist.got() == [PASTED]
    typist.leave("1", "alt", "ctrl")
    assert typist.got() == [PASTED]


def test_paste_key_that_has_none_of_the_modifiers_goes_out_too(typist: Typist) -> None:
    typist.pastes_while_it_holds_one(INSERT)
    typist.leave("1", "alt", "ctrl")
    assert typist.got() == [INSERTED]


def test_hotkey_without_modifiers_is_not_in_the_way_either(typist: Typist) -> None:
    typist.down("F9")
    typist.hears("F9")
    assert typist.send(PASTE)
    typist.leave("F9")
    assert typist.got() == [PASTED]


def test_modifier_that_the_paste_key_shares_is_left_alone(typist: Typist) -> None:
    typist.down("ctrl", "1")
    typist.hears("Ctrl+1")
    assert typist.send(PASTE)
    typist.down("2")
    typist.leave("2", "1", "ctrl")
    assert typist.got() == [PASTED, ("2", X.ControlMask)]


def test_next_hotkeys_follow_while_the_modifiers_stay_pressed(typist: Typist) -> None:
    typist.pastes_while_it_holds_one(PASTE)
    typist.up("1")
    typist.down("2")
    typist.hears(ONE, TWO)
    assert typist.send(PASTE)
    typist.up("2")
    typist.down("2")
    typist.hears(ONE, TWO, TWO)
    assert typist.send(PASTE)
    typist.leave("2", "alt", "ctrl")
    assert typist.got() == [PASTED] * 3


def test_next_hotkey_before_the_finger_has_left_the_last_one(typist: Typist) -> None:
    typist.pastes_while_it_holds_one(PASTE)
    typist.down("2")
    typist.hears(ONE, TWO)
    assert typist.send(PASTE)
    typist.up("1", "2")
    typist.down("1")
    typist.hears(ONE, TWO, ONE)
    typist.leave("1", "alt", "ctrl")
    assert typist.got() == [PASTED] * 2


def test_chat_sees_each_modifier_go_down_once(typist: Typist) -> None:
    typist.pastes_while_it_holds_one(PASTE)
    typist.leave("1", "alt", "ctrl")
    typist.stage.settle()
    # an Alt that goes down and up with nothing in between would open its menus
    assert [key for _, key, _ in typist.stage.keys] == [*map(str, (CTRL, ALT)), "v"]


@by_keyboard
def test_key_that_stays_pressed_is_told_once(typist: Typist, presses: Presses) -> None:
    typist.pastes_while_it_holds_one(PASTE)
    eventually(lambda: presses.count() > REPEATS, "the keyboard repeats the key")
    typist.connection.pump()
    typist.hears(ONE)
    typist.up("1")
    typist.down("1")
    typist.hears(ONE, ONE)


def test_times_of_the_server_may_begin_anew(x11: Desktop) -> None:
    connection = XConnection(x11.display)
    held = HeldKey(connection)
    for released_ms, pressed_ms in ((2**32 - 100, 50), (1_000, 1_060)):
        held._released(at(released_ms))
        assert held.pressed(at(pressed_ms))
    held._released(at(2**32 - 1))
    assert not held.pressed(at(0)), "a held key is repeated"
    connection.close()


@by_keyboard
def test_modifier_that_is_let_go_while_keys_go_out_does_not_stay_down(typist: Typist) -> None:
    def let_go() -> None:
        typist.up("alt")
        eventually(lambda: typist.held.keyboards.modifiers() == X.ControlMask, "Alt up")

    typist.before_keys = let_go
    typist.pastes_while_it_holds_one(PASTE)
    typist.leave("1", "ctrl")
    assert typist.got() == [PASTED]


@by_keyboard
def test_modifiers_are_free_again_whichever_key_is_left_first(typist: Typist) -> None:
    typist.pastes_while_it_holds_one(INSERT)
    typist.down("2")  # we have the keyboard again
    typist.hears(ONE, TWO)
    typist.leave("alt", "ctrl", "2", "1")
    typist.shown.press("ctrl+v")
    assert typist.got() == [INSERTED, PASTED]


def test_hotkey_on_the_key_that_pastes_is_waited_for(typist: Typist) -> None:
    typist.down("ctrl", "alt", "v")
    typist.hears(ON_PASTE_KEY)
    assert not typist.send(PASTE)
    typist.leave("v", "alt", "ctrl")
    assert typist.send(PASTE)
    assert typist.got() == [PASTED]


@by_keyboard
def test_other_programs_can_press_the_modifiers_after_us(typist: Typist) -> None:
    typist.pastes_while_it_holds_one(INSERT)
    typist.leave("1", "alt", "ctrl")
    typist.shown.press("ctrl+v")
    assert typist.got() == [INSERTED, PASTED]


@pytest.mark.parametrize(
    ("pressed", "hotkey"),
    [
        (["alt", "1"], "Alt+1"),
        (["ctrl", "super", "1"], "Ctrl+Super+1"),
        (["ctrl", "alt", "1", "a"], ONE),
    ],
)
def test_other_keys_are_waited_for(typist: Typist, pressed: list[str], hotkey: str) -> None:
    typist.down(*pressed)
    typist.hears(hotkey)
    eventually(lambda: keys_down(typist) == len(pressed), "all down")
    assert not typist.send(PASTE)
    typist.leave(*pressed)
    assert typist.send(PASTE)
    assert typist.got() == [PASTED]


def test_modifiers_that_stay_down_after_the_key_are_waited_for(typist: Typist) -> None:
    typist.down("ctrl", "alt", "1")
    typist.hears(ONE)
    typist.up("1")
    eventually(lambda: keys_down(typist) == 2, "1 up")
    assert not typist.send(PASTE)
    assert typist.got() == []


def test_several_strokes_wait_until_all_keys_are_up(typist: Typist) -> None:
    typist.down("ctrl", "alt", "1")
    typist.hears(ONE)
    assert not typist.send(PASTE, PASTE)


def test_server_that_does_not_tell_of_fingers_is_waited_for(
    x11: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyboards, "_PAST_GRABS", (99, 0))
    typist = Typist(x11, x11)
    typist.down("ctrl", "alt", "1")
    typist.hears(ONE)
    assert not typist.send(PASTE)
    typist.leave("1", "alt", "ctrl")
    assert typist.send(PASTE)
    typist.close()


def at(time_ms: int) -> Any:
    return SimpleNamespace(detail=KEY, time=time_ms)


def keys_down(typist: Typist) -> int:
    typist.connection.pump()
    with typist.connection.talking() as display:
        return sum(bits.bit_count() for bits in display.query_keymap())
