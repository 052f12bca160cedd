"""How hotkeys are written, and which of them are bound together."""

from __future__ import annotations

import pytest

from desktop.core.hotkeys import (
    Hotkey,
    HotkeyError,
    Modifier,
    bindings,
    default_bindings,
    parse_hotkey,
)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("ctrl+alt+1", "Ctrl+Alt+1"),
        ("Alt+Ctrl+a", "Ctrl+Alt+A"),
        ("Win + Shift + space", "Shift+Meta+Space"),
        ("f5", "F5"),
        ("Ctrl+;", "Ctrl+;"),
        ("super+pagedown", "Meta+PageDown"),
    ],
)
def test_a_hotkey_is_read_in_any_case_and_order_and_shown_in_one(written: str, shown: str) -> None:
    assert str(parse_hotkey(written)) == shown
    assert parse_hotkey(shown) == parse_hotkey(written)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "Ctrl",
        "Ctrl+",
        "a",
        "Shift+a",
        "Shift+Space",
        "Hyper+a",
        "Ctrl+ab",
        "Ctrl+价",
        "1",
        "Enter",
    ],
)
def test_what_could_not_be_pressed_or_would_take_a_typing_key_is_refused(written: str) -> None:
    with pytest.raises(HotkeyError):
        parse_hotkey(written)


def test_every_default_hotkey_is_different() -> None:
    commands = default_bindings()
    assert len(set(commands.values())) == len(commands)
    assert commands["pin.9"] == Hotkey(Modifier.CTRL | Modifier.ALT, "9")


def test_a_phrase_cannot_take_the_hotkey_of_a_command_or_of_an_earlier_phrase() -> None:
    search, own = parse_hotkey("Ctrl+Alt+Space"), parse_hotkey("Ctrl+Alt+J")
    wanted = bindings({"search": search}, {"a/1": search, "b/1": own, "c/1": own})
    assert wanted == {"search": search, "phrase:b/1": own}
