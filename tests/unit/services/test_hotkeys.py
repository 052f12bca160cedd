"""What the system has bound follows what the agent wants."""

from __future__ import annotations

from collections.abc import Callable

from desktop.core.hotkeys import Hotkey, parse_hotkey
from desktop.services.hotkeys import HotkeyService, Refused

A, B = parse_hotkey("Ctrl+Alt+A"), parse_hotkey("Ctrl+Alt+B")


class Keyboard:
    """Hotkeys that remember who has them; some belong to another program."""

    def __init__(self) -> None:
        self.actions: dict[Hotkey, Callable[[], None]] = {}
        self.others: set[Hotkey] = set()
        self.binds = 0

    def bind(self, hotkey: Hotkey, action: Callable[[], None]) -> str | None:
        self.binds += 1
        if hotkey in self.others or hotkey in self.actions:
            return "taken"
        self.actions[hotkey] = action
        return None

    def release(self, hotkey: Hotkey) -> None:
        self.actions.pop(hotkey, None)


def service() -> tuple[HotkeyService, Keyboard, list[str]]:
    keyboard, heard = Keyboard(), list[str]()
    return HotkeyService(keyboard, heard.append), keyboard, heard


def test_a_pressed_hotkey_calls_its_own_command() -> None:
    hotkeys, keyboard, heard = service()
    hotkeys.apply({"search": A, "order": B})
    keyboard.actions[B]()
    keyboard.actions[A]()
    assert heard == ["order", "search"]


def test_a_changed_wish_gives_back_the_old_key_and_two_commands_can_swap() -> None:
    hotkeys, keyboard, heard = service()
    hotkeys.apply({"search": A, "order": B})
    assert hotkeys.apply({"search": B, "order": A}) == ()
    keyboard.actions[A]()
    assert heard == ["order"]
    hotkeys.apply({})
    assert keyboard.actions == {}


def test_a_key_of_another_program_is_told_and_asked_for_again() -> None:
    hotkeys, keyboard, _ = service()
    keyboard.others.add(A)
    assert hotkeys.apply({"search": A, "order": B}) == (Refused("search", A, "taken"),)
    keyboard.others.clear()
    assert hotkeys.apply({"search": A, "order": B}) == ()
    assert set(keyboard.actions) == {A, B}


def test_what_is_bound_already_is_left_alone() -> None:
    hotkeys, keyboard, _ = service()
    hotkeys.apply({"search": A})
    hotkeys.apply({"search": A})
    assert keyboard.binds == 1
